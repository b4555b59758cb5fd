//! Names and words that tell of names, compiled ahead and used in place.
//!
//! Two finite-state maps lie in the binary: `names.fst`, which `train` makes of open lists of
//! names, and `terms.fst`, which it makes of this folder's `terms.tsv`. CARD.md says what is in
//! them. Nothing is parsed or built at start-up.

mod fold;

use std::sync::LazyLock;

use fst::raw::{Fst, Node, Output};

use crate::article::MentionType;
use crate::segment::{Case, Token};

pub use fold::fold;

static NAMES: LazyLock<Fst<&'static [u8]>> = LazyLock::new(|| load(include_bytes!("names.fst")));
static TERMS: LazyLock<Fst<&'static [u8]>> = LazyLock::new(|| load(include_bytes!("terms.fst")));

/// Reads the header only: the map itself is used where it lies.
fn load(bytes: &'static [u8]) -> Fst<&'static [u8]> {
    Fst::new(bytes).expect("the compiled lexicon is part of this program")
}

/// What the lexicon knows of a word or a phrase: a set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kinds(u32);

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
    /// Counts only as printed in the list: "US", not "us".
    EXACT = "exact", 30;
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

/// A phrase of the lexicon in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    /// How many tokens it covers.
    pub tokens: usize,
    pub kinds: Kinds,
}

/// What the lexicon knows of one token.
pub(crate) fn word_kinds(text: &str, token: &Token) -> Kinds {
    let word = token.span.of(text);
    let mut kinds = Kinds::NONE;
    for map in [&*NAMES, &*TERMS] {
        let mut walk = Walk::new(map);
        if fold(word, |byte| walk.step(byte)) {
            kinds = kinds.and(walk.value());
        }
    }
    as_printed(kinds, token.case)
}

/// The phrases that start with the first token, shortest first.
pub(crate) fn phrases(text: &str, tokens: &[Token], mut found: impl FnMut(Match)) {
    for map in [&*NAMES, &*TERMS] {
        let mut walk = Walk::new(map);
        for (index, token) in tokens.iter().enumerate() {
            let space = index > 0 && token.spaced;
            if space && !walk.step(b' ') || !fold(token.span.of(text), |byte| walk.step(byte)) {
                break;
            }
            let kinds = as_printed(walk.value(), tokens[0].case);
            if kinds != Kinds::NONE {
                found(Match { tokens: index + 1, kinds });
            }
        }
    }
}

/// "us" is not "US".
fn as_printed(kinds: Kinds, case: Case) -> Kinds {
    match kinds.any(Kinds::EXACT) && !matches!(case, Case::Upper | Case::Inner | Case::Initial) {
        true => Kinds::NONE,
        false => kinds,
    }
}

/// A path through a compiled map.
struct Walk<'a> {
    map: &'a Fst<&'static [u8]>,
    /// Where the path has come to: decoded once, however often it is asked.
    node: Node<'a>,
    output: Output,
}

impl<'a> Walk<'a> {
    fn new(map: &'a Fst<&'static [u8]>) -> Self {
        Walk { map, node: map.root(), output: Output::zero() }
    }

    /// Goes on by one byte; false where no key does.
    fn step(&mut self, byte: u8) -> bool {
        let Some(index) = self.node.find_input(byte) else { return false };
        let transition = self.node.transition(index);
        self.node = self.map.node(transition.addr);
        self.output = self.output.cat(transition.out);
        true
    }

    /// What the path so far stands for, if it is a whole key.
    fn value(&self) -> Kinds {
        match self.node.is_final() {
            true => Kinds(self.output.cat(self.node.final_output()).value() as u32),
            false => Kinds::NONE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS_TSV: &str = include_str!("terms.tsv");

    #[test]
    fn the_compiled_terms_are_those_of_the_list() {
        let compiled = crate::training::compile_terms(TERMS_TSV).unwrap();
        assert!(
            compiled == include_bytes!("terms.fst"),
            "terms.tsv has changed: run `cargo run --release -p train -- lexicon`"
        );
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
        NAMES.verify().expect("the checksum is that of the bytes");
        assert!(NAMES.len() > 50_000);
    }
}
