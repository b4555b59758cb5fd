//! Names and words that tell of names, compiled ahead.
//!
//! `names.bin` holds what `train` makes of open lists of names and of this folder's `terms.tsv`: the
//! hashes of words and of phrases, each with its kinds. CARD.md says what is in it. They are laid out
//! with the first article.

mod fold;
pub(crate) mod table;

use std::sync::LazyLock;

use crate::article::MentionType;
use crate::segment::{Case, Token, TokenKind};

use super::hashed::{self, Table};
pub use fold::fold;
pub(crate) use fold::fold_whole;

/// Bits of the hash of a word that count: every 600th that is not in the lexicon is taken for one that is.
pub(crate) const WORD_BITS: u32 = hashed::BITS;
/// Bits of the hash of a phrase that count: one in 100,000 is taken for another.
pub(crate) const PHRASE_BITS: u32 = 31;

/// Phrases have at most this many tokens.
pub(crate) const LONGEST: usize = 9;
/// As many words in a row are written small at most in a phrase with a capital.
const MOST_SMALL: usize = 3;
/// Frequent words that end no phrase when they are written small.
pub(crate) const JOINING: &[&str] = &[
    "a", "all", "an", "and", "are", "as", "at", "be", "but", "by", "can", "for", "from", "had", "has", "have", "he",
    "i", "in", "is", "it", "not", "of", "on", "or", "that", "the", "they", "to", "was", "we", "were", "who", "will",
    "with",
];

/// Marks that stand in no phrase.
const PARTING: &[char] = &['«', '»', '“', '”', '„', '"', ';', '(', ')', '[', ']', '•', '|', '…'];

struct Lexicon {
    /// What a value in the tables stands for.
    kinds: &'static [[u8; 8]],
    words: Table<u16>,
    phrases: Table<u16>,
}

static COMPILED: LazyLock<Lexicon> = LazyLock::new(|| {
    let (count, rest) = include_bytes!("names.bin").split_at(2);
    let (kinds, rest) = rest.split_at(8 * usize::from(u16::from_le_bytes([count[0], count[1]])));
    let (words, rest) = table::unpack(rest, WORD_BITS);
    let (phrases, _) = table::unpack(rest, PHRASE_BITS);
    Lexicon { kinds: kinds.as_chunks().0, words, phrases }
});

impl Lexicon {
    /// The kinds of the value, for a name that is printed as the token is.
    fn kinds(&self, value: u16, case: Case) -> Kinds {
        let [always, printed] = self.kinds[usize::from(value)].as_chunks().0 else {
            unreachable!("eight bytes are twice four")
        };
        let always = Kinds(u32::from_le_bytes(*always));
        match case {
            Case::Upper | Case::Inner | Case::Initial => always.and(Kinds(u32::from_le_bytes(*printed))),
            Case::Lower | Case::Title => always,
        }
    }
}

/// What the lexicon knows of a word or a phrase: a set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kinds(pub(crate) u32);

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $bit:literal;)*) => {
        impl Kinds {
            $($(#[$doc])* pub const $name: Kinds = Kinds(1 << $bit);)*

            /// The kind that a word in `terms.tsv` stands for.
            pub fn from_word(word: &str) -> Option<Kinds> {
                match word {
                    $($word => Some(Kinds::$name),)*
                    _ => None,
                }
            }
        }
    };
}

kinds! {
    /// A nationality, people, religious or political group.
    NORP = "norp", 0;
    /// A building or other structure.
    FAC = "fac", 1;
    /// An organisation.
    ORG = "org", 2;
    /// A country, city or state.
    GPE = "gpe", 3;
    /// A place without a government.
    LOC = "loc", 4;
    /// A product.
    PRODUCT = "product", 5;
    /// An event.
    EVENT = "event", 6;
    /// A work of art.
    WORK = "work", 7;
    /// A law or treaty.
    LAW = "law", 8;
    /// A language.
    LANGUAGE = "language", 9;
    /// Another name.
    MISC = "misc", 10;
    /// A given name.
    GIVEN = "given", 11;
    /// A surname.
    SURNAME = "surname", 12;
    /// A word that running text mostly writes small.
    COMMON = "common", 13;
    /// A month, weekday or time zone.
    CALENDAR = "calendar", 14;
    /// A title or office that stands before a person's name.
    TITLE = "title", 15;
    /// Ends the name of an organisation: "Ministry".
    ORG_HEAD = "org-head", 16;
    /// Begins the name of one before "of": "Bank".
    ORG_PREFIX = "org-prefix", 17;
    /// Follows the name of a company: "Inc.".
    COMPANY_SUFFIX = "company-suffix", 18;
    /// Ends the name of a structure: "Airport".
    FAC_HEAD = "fac-head", 19;
    /// Ends the name of a place: "River".
    LOC_HEAD = "loc-head", 20;
    /// Begins the name of a place: "Mount".
    LOC_PREFIX = "loc-prefix", 21;
    /// Ends the name of a place with a government: "Province".
    GPE_HEAD = "gpe-head", 22;
    /// Ends the name of an event: "Games".
    EVENT_HEAD = "event-head", 23;
    /// Begins the name of an event: "Hurricane".
    EVENT_PREFIX = "event-prefix", 24;
    /// Ends the name of a law: "Treaty".
    LAW_HEAD = "law-head", 25;
    /// Begins the name of a law, before a number: "Article".
    LAW_PREFIX = "law-prefix", 26;
    /// Begins the name of a product, before a number: "Boeing".
    PRODUCT_MAKER = "product-maker", 27;
    /// Ends another name: "Prize".
    MISC_HEAD = "misc-head", 28;
    /// A verb whose subject is mostly a person: "said".
    SPEECH = "speech", 29;
    /// Begins a longer phrase of the lexicon.
    START = "start", 30;
    /// A city of the open list, which may be small.
    TOWN = "town", 31;
}

impl Kinds {
    /// No kind at all.
    pub const NONE: Kinds = Kinds(0);

    /// Whether it has any of the kinds in `other`.
    pub fn any(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    /// The kinds of both.
    pub const fn and(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Without the kinds of `other`.
    pub fn without(self, other: Kinds) -> Kinds {
        Kinds(self.0 & !other.0)
    }

    /// As a value in the compiled map.
    pub fn bits(self) -> u64 {
        u64::from(self.0)
    }

    /// The type of the name that a phrase with these kinds is, where the list says it of the
    /// whole phrase. What is several things is what it most often is in news.
    pub fn name_type(self) -> Option<MentionType> {
        use MentionType::*;
        // A small town is the last thing that a name of several things stands for.
        let kinds = if self.any(Kinds::TOWN) { self.without(Kinds::GPE) } else { self };
        let small = self.any(Kinds::TOWN).then_some(Gpe);
        [
            (Kinds::GPE, Gpe),
            (Kinds::NORP, Norp),
            (Kinds::ORG, Org),
            (Kinds::LOC, Loc),
            (Kinds::EVENT, Event),
            (Kinds::FAC, Fac),
            (Kinds::LAW, Law),
            (Kinds::MISC, Misc),
            (Kinds::PRODUCT, Product),
            (Kinds::WORK, WorkOfArt),
            (Kinds::LANGUAGE, Language),
        ]
        .into_iter()
        .find(|(kind, _)| kinds.any(*kind))
        .map(|(_, name_type)| name_type)
        .or(small)
    }
}

/// Words that end names.
pub(crate) const HEADS: Kinds = Kinds::ORG_HEAD
    .and(Kinds::COMPANY_SUFFIX)
    .and(Kinds::FAC_HEAD)
    .and(Kinds::LOC_HEAD)
    .and(Kinds::GPE_HEAD)
    .and(Kinds::EVENT_HEAD)
    .and(Kinds::LAW_HEAD)
    .and(Kinds::MISC_HEAD);

/// A phrase of the lexicon in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    /// How many tokens it covers.
    pub tokens: usize,
    pub kinds: Kinds,
}

/// What the lexicon knows of one token.
pub(crate) fn word_kinds(text: &str, token: &Token) -> Kinds {
    kinds_of(token.span.of(text), token.case).without(Kinds::START)
}

/// Whether the lexicon has the word as a given name.
pub(crate) fn is_given_name(word: &str) -> bool {
    kinds_of(word, Case::Title).any(Kinds::GIVEN)
}

/// Whether running text mostly writes the word small and the lexicon, which has these kinds of it, knows nothing else
/// of it: "Landslide", "Landslides".
pub(crate) fn is_common_word(kinds: Kinds, word: &str) -> bool {
    let is_common = |stem: &str| kinds_of(stem, Case::Title) == Kinds::COMMON;
    let stems = || [word.strip_suffix('s'), word.strip_suffix("ers")].into_iter().flatten();
    kinds == Kinds::COMMON || kinds == Kinds::NONE && word.len() > 5 && stems().any(is_common)
}

/// The phrases that start with the first token, shortest first.
pub(crate) fn phrases(text: &str, tokens: &[Token], mut found: impl FnMut(Match)) {
    let Some(first) = tokens.first() else { return };
    let mut hash = Hash::default();
    hash.add(first.span.of(text));
    let kinds = look_up(&COMPILED.words, hash, first.case);
    let mut add = |tokens: usize, kinds: Kinds| {
        if kinds != Kinds::NONE {
            found(Match { tokens, kinds });
        }
    };
    add(1, kinds.without(Kinds::START));
    if kinds.any(Kinds::START) {
        let mut small = 0;
        for (index, token) in tokens.iter().enumerate().take(LONGEST).skip(1) {
            // No name of the lexicon has such a mark in it.
            if token.kind == TokenKind::Mark && token.span.of(text).starts_with(PARTING) {
                break;
            }
            let is_small = token.is_small();
            if is_small && first.case != Case::Lower && is_verb(token.span.of(text)) {
                break;
            }
            hash.join(token.spaced, token.span.of(text));
            // Each look may find what is not there, so none is taken where no name ends or goes on.
            small = if is_small && first.case != Case::Lower { small + 1 } else { 0 };
            if small > MOST_SMALL {
                break;
            }
            if !(is_small && JOINING.contains(&token.span.of(text)) || token.span.of(text) == ",") {
                add(index + 1, look_up(&COMPILED.phrases, hash, first.case));
            }
        }
    }
}

/// Whether a small word is a verb that stands in no name: "The mayor of Faro has resigned".
fn is_verb(word: &str) -> bool {
    const VERBS: &[&str] = &["could", "had", "has", "have", "said", "says", "should", "was", "were", "will", "would"];
    word.len() > 3 && word.ends_with("ed") || VERBS.contains(&word)
}

fn kinds_of(word: &str, case: Case) -> Kinds {
    let mut hash = Hash::default();
    hash.add(word);
    look_up(&COMPILED.words, hash, case)
}

fn look_up(table: &Table<u16>, hash: Hash, case: Case) -> Kinds {
    table.get(hash.value()).map_or(Kinds::NONE, |value| COMPILED.kinds(value, case))
}

/// The hash of a folded word or phrase: FNV-1a, with the last step of MurmurHash3.
#[derive(Clone, Copy)]
pub(crate) struct Hash(u32);

impl Default for Hash {
    fn default() -> Self {
        Hash(0x811C_9DC5)
    }
}

impl Hash {
    /// Goes on by the letters of a word.
    pub(crate) fn add(&mut self, word: &str) {
        fold_whole(word, |byte| self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    }

    /// Goes on by another token.
    pub(crate) fn join(&mut self, spaced: bool, word: &str) {
        if spaced {
            self.add(" ");
        }
        self.add(word);
    }

    pub(crate) fn value(self) -> u32 {
        let mixed = (self.0 ^ self.0 >> 16).wrapping_mul(0x85EB_CA6B);
        let mixed = (mixed ^ mixed >> 13).wrapping_mul(0xC2B2_AE35);
        mixed ^ mixed >> 16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS_TSV: &str = include_str!("terms.tsv");

    #[test]
    fn the_terms_of_the_list_are_compiled() {
        for (term, kinds) in crate::training::terms(TERMS_TSV).unwrap() {
            let printed = crate::training::known_kinds(&term);
            let missing = "run `cargo run --release -p train -- lexicon`";
            assert!(kinds.without(printed) == Kinds::NONE, "{term} is not {kinds:?}: {missing}");
        }
    }

    #[test]
    fn the_list_is_sorted_and_says_nothing_twice() {
        let lines: Vec<_> = TERMS_TSV.lines().filter(|line| !line.starts_with('#')).collect();
        for pair in lines.windows(2) {
            assert!(pair[0].split_once('\t') < pair[1].split_once('\t'), "{pair:?}");
        }
    }

    #[test]
    fn the_compiled_names_are_whole() {
        // A word that is none is rarely taken for one.
        let words = (0..20_000).map(|number| format!("qx{number:x}zzq"));
        let taken = words.filter(|word| crate::training::known_kinds(word) != Kinds::NONE).count();
        assert!(taken < 100, "{taken}");
    }
}
