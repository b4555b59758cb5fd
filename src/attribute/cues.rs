//! The words that report speech, and the small words that tell where clauses and noun phrases end.

use std::sync::LazyLock;

use crate::article::Stance;
use crate::text::word_table::{Word, WordTable};

/// "didn't", "isn’t".
pub(super) fn ends_in_not(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n’t")
}

/// Words that report what somebody says or thinks, and the small words that tell where clauses and noun phrases begin and
/// end. Written for Wirecopy from general knowledge; dedicated to the public domain (CC0). Sorted by bytes; a word
/// stands once. A line has
///
/// - the forms, the dictionary form first; of verbs the base, then -s, -ing, past, participle;
/// - the class;
/// - the stance, "-" where it is none;
/// - what it takes: `q` quotation, `c` clause, `t` clause with "that", `n` noun phrase, `d` noun phrase or clause behind
///   a document, `i` infinitive, `o` a hearer, `a` "as", `g` gerund, `f` "for", `p` thought rather than said,
///   `w` nothing, but as a noun it is something written;
/// - prepositions before what is said.
const TSV: &str = include_str!("cues.tsv");

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// What a word of `cues.tsv` is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Class {
            $($(#[$doc])* $name,)*
        }

        impl Class {
            fn from_word(word: &str) -> Class {
                match word {
                    $($word => Class::$name,)*
                    _ => unreachable!("a class of cues.tsv that is none"),
                }
            }
        }
    };
}

classes! {
    /// "according", before "to".
    According = "according";
    /// "also": stands between a subject and its verb.
    Adverb = "adverb";
    /// "and", "but".
    And = "and";
    /// "is".
    Be = "be";
    /// "because": opens a subordinate clause.
    Because = "because";
    /// "ministry": a body that speaks.
    Body = "body";
    /// "the".
    Det = "det";
    /// "did".
    Do = "do";
    /// "study": a document that states.
    Document = "document";
    /// "went": a verb that reports nothing and is hardly ever another word.
    Finite = "finite";
    /// "untrue": calls what was said false.
    False = "false";
    /// "for".
    For = "for";
    /// "has".
    Have = "have";
    /// "would".
    Modal = "modal";
    /// "never".
    Not = "not";
    /// "allegation": a noun for something said.
    Noun = "noun";
    /// "reportedly": an adverb that leaves it to others.
    Hearsay = "hearsay";
    /// "him".
    Object = "object";
    /// "of".
    Of = "of";
    /// "minister": a person who speaks.
    Person = "person";
    /// "her", before a noun.
    Possessive = "possessive";
    /// "in".
    Prep = "prep";
    /// "he".
    Pronoun = "pronoun";
    /// "confident": behind "is" it tells what somebody thinks.
    Sure = "sure";
    /// "that".
    That = "that";
    /// "to".
    To = "to";
    /// "true", which "not" makes a denial.
    True = "true";
    /// "deny": a verb that reports.
    Verb = "verb";
    /// "claim": a verb that reports, or a noun for something said.
    VerbNoun = "verb-noun";
    /// "whether".
    Whether = "whether";
    /// "who".
    Who = "who";
    /// "whose", "where".
    Whose = "whose";
}

/// How a verb is inflected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "deny", "denies".
    Present,
    /// "denying".
    Gerund,
    /// "denied".
    Past,
}

/// A word of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue(&'static Entry);

/// What the table has of a word.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    lemma: &'static str,
    class: Class,
    form: Form,
    /// What a verb takes: a bit for each of [`LETTERS`].
    takes: u16,
    stance: Option<Stance>,
    prepositions: &'static str,
}

/// What a verb may take; the table's head tells what they stand for.
const LETTERS: &str = "acdfginopqtw";

impl Cue {
    pub(super) fn class(self) -> Class {
        self.0.class
    }

    /// The dictionary form.
    pub(super) fn lemma(self) -> &'static str {
        self.0.lemma
    }

    /// What the word does to what is said; `None` for words that take no stance, such as "ask".
    pub(super) fn stance(self) -> Option<Stance> {
        self.0.stance
    }

    /// Whether the verb takes what the letter stands for.
    #[inline]
    pub(super) fn takes(self, letter: char) -> bool {
        self.0.takes & bit(letter as u8) != 0
    }

    /// Whether the preposition may stand before what is said.
    pub(super) fn takes_preposition(self, word: &str) -> bool {
        !self.0.prepositions.is_empty() && self.0.prepositions.split(' ').any(|known| known.eq_ignore_ascii_case(word))
    }

    pub(super) fn form(self) -> Form {
        self.0.form
    }

    pub(super) fn is_verb(self) -> bool {
        matches!(self.class(), Class::Verb | Class::VerbNoun)
    }
}

/// The table's entry for a word.
pub(super) fn look_up(word: &str) -> Option<Cue> {
    TABLE.find(word).map(Cue)
}

static TABLE: LazyLock<WordTable<Entry>> = LazyLock::new(|| WordTable::new(TSV, entry));

fn entry(word: Word) -> Entry {
    let mut cells = word.cells.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    Entry {
        lemma: word.first,
        class: Class::from_word(cell()),
        form: form(word.word, word.nth),
        stance: stance_of(cell()),
        takes: cell().bytes().fold(0, |all, letter| all | bit(letter)),
        prepositions: cell(),
    }
}

fn stance_of(word: &str) -> Option<Stance> {
    Some(match word {
        "asserts" => Stance::Asserts,
        "denies" => Stance::Denies,
        "confirms" => Stance::Confirms,
        "alleges" => Stance::Alleges,
        "doubts" => Stance::Doubts,
        "demands" => Stance::Demands,
        "predicts" => Stance::Predicts,
        _ => return None,
    })
}

/// The form of the word that stands at this place of its line, were it a verb's.
fn form(word: &str, nth: usize) -> Form {
    match nth {
        0 | 1 => Form::Present,
        _ if word.len() > 3 && word.ends_with("ing") => Form::Gerund,
        _ => Form::Past,
    }
}

/// The bit of a letter.
const fn bit(letter: u8) -> u16 {
    let mut at = 0;
    while LETTERS.as_bytes()[at] != letter {
        at += 1;
    }
    1 << at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_in_order() {
        let lines: Vec<_> = TSV.lines().collect();
        assert!(lines.is_sorted());
        let verbs = lines.iter().filter(|line| line.contains("\tverb"));
        assert!(verbs.count() > 300);
        for line in lines {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), 5, "{line}");
            for word in cells[0].split(' ') {
                let cue = look_up(&word.to_uppercase()).unwrap();
                assert_eq!(cue.lemma(), cells[0].split(' ').next().unwrap(), "{word}");
                assert_eq!(cue.stance(), stance_of(cells[2]), "{line}");
                assert!(cells[4].split(' ').all(|word| word.is_empty() || cue.takes_preposition(word)), "{line}");
                assert!(cells[2].is_empty() || cells[2] == "-" || cue.stance().is_some(), "{line}");
            }
        }
        assert_eq!(look_up("other"), None);
        assert_eq!(look_up(""), None);
    }

    #[test]
    fn forms_and_stances() {
        let cue = |word| look_up(word).unwrap();
        assert_eq!(cue("denied").stance(), Some(Stance::Denies));
        assert_eq!(cue("asked").stance(), None);
        assert_eq!(["deny", "denies", "denying", "denied"].map(|word| cue(word).form()), {
            [Form::Present, Form::Present, Form::Gerund, Form::Past]
        });
        assert!(cue("warned").takes_preposition("of") && !cue("warned").takes_preposition("in"));
    }
}
