//! The words that report speech, and the small words that tell where clauses and noun phrases end.
//!
//! `cues.tsv` is compiled into a table that is used where it lies.

use crate::article::Stance;
use crate::text::word_table::{self, WordTable};

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
///   a document, `i` infinitive, `o` a hearer, `a` "as", `g` gerund, `f` "for", `p` thought rather than said;
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
            const fn from_word(word: &[u8]) -> Class {
                $(if is_same(word, $word.as_bytes()) { return Class::$name; })*
                panic!("a class of cues.tsv that is none")
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
pub(super) struct Cue {
    /// The index of its entry.
    entry: u16,
    pub class: Class,
}

/// What is known of a word before its line is read.
#[derive(Clone, Copy)]
struct Entry {
    /// Where its line starts.
    line: u16,
    class: Class,
    form: Form,
    /// What a verb takes: a bit for each of [`LETTERS`].
    takes: u16,
    stance: Option<Stance>,
    /// Where the prepositions start, and where the line ends with them.
    prepositions: u16,
    last: u16,
}

/// What a verb may take; the table's head tells what they stand for.
const LETTERS: &[u8] = b"acdfginopqt";

impl Cue {
    /// The dictionary form.
    pub(super) fn lemma(self) -> &'static str {
        let line = &TSV[usize::from(self.known().line)..];
        let end = line.bytes().position(|byte| matches!(byte, b' ' | b'\t'));
        &line[..end.unwrap_or(line.len())]
    }

    /// What the word does to what is said; `None` for words that take no stance, such as "ask".
    pub(super) fn stance(self) -> Option<Stance> {
        self.known().stance
    }

    /// Whether the verb takes what the letter stands for.
    #[inline]
    pub(super) fn takes(self, letter: char) -> bool {
        self.known().takes & bit(letter as u8) != 0
    }

    /// Whether the preposition may stand before what is said.
    pub(super) fn takes_preposition(self, word: &str) -> bool {
        let known = self.known();
        known.last != known.prepositions
            && TSV[usize::from(known.prepositions)..usize::from(known.last)]
                .split(' ')
                .any(|known| known.eq_ignore_ascii_case(word))
    }

    pub(super) fn form(self) -> Form {
        self.known().form
    }

    pub(super) fn is_verb(self) -> bool {
        matches!(self.class, Class::Verb | Class::VerbNoun)
    }

    fn known(self) -> &'static Entry {
        &ENTRIES[usize::from(self.entry)]
    }
}

/// The table's entry for a word.
pub(super) fn look_up(word: &str) -> Option<Cue> {
    let entry = TABLE.find(word);
    (entry != 0).then(|| Cue { entry, class: ENTRIES[usize::from(entry)].class })
}

/// The words and an empty entry before them.
const COUNT: usize = word_table::count(TSV);

static TABLE: WordTable<COUNT, 4096> = WordTable::new(TSV);

static ENTRIES: [Entry; COUNT] = {
    let bytes = TSV.as_bytes();
    let none =
        Entry { line: 0, class: Class::Det, form: Form::Present, takes: 0, stance: None, prepositions: 0, last: 0 };
    let mut entries = [none; COUNT];
    let (mut index, mut nth) = (1, 0);
    while index < COUNT {
        let at = TABLE.start(index as u16);
        entries[index] = if at == 0 || bytes[at - 1] == b'\n' {
            nth = 0;
            let class = past(at, b'\t');
            let stance = past(class, b'\t');
            let letters = past(stance, b'\t');
            let prepositions = past(letters, b'\t');
            let mut last = prepositions;
            while last < bytes.len() && bytes[last] != b'\n' {
                last += 1;
            }
            Entry {
                line: at as u16,
                class: Class::from_word(part(class, stance - 1)),
                form: Form::Present,
                takes: takes(letters),
                stance: stance_of(part(stance, letters - 1)),
                prepositions: prepositions as u16,
                last: last as u16,
            }
        } else {
            // On a line all but the forms is the same.
            nth += 1;
            Entry { form: form(at, nth), ..entries[index - 1] }
        };
        index += 1;
    }
    entries
};

const fn part(start: usize, end: usize) -> &'static [u8] {
    TSV.as_bytes().split_at(end).0.split_at(start).1
}

const fn stance_of(word: &[u8]) -> Option<Stance> {
    Some(match word {
        b"asserts" => Stance::Asserts,
        b"denies" => Stance::Denies,
        b"confirms" => Stance::Confirms,
        b"alleges" => Stance::Alleges,
        b"doubts" => Stance::Doubts,
        b"demands" => Stance::Demands,
        b"predicts" => Stance::Predicts,
        _ => return None,
    })
}

/// The form of the word that stands at this place of its line, were it a verb's.
const fn form(start: usize, nth: usize) -> Form {
    let bytes = TSV.as_bytes();
    let mut end = start;
    while !matches!(bytes[end], b' ' | b'\t') {
        end += 1;
    }
    let gerund = end - start > 3 && bytes[end - 3] == b'i' && bytes[end - 2] == b'n' && bytes[end - 1] == b'g';
    match nth {
        0 | 1 => Form::Present,
        _ if gerund => Form::Gerund,
        _ => Form::Past,
    }
}

/// The letters of a cell, as bits.
const fn takes(mut at: usize) -> u16 {
    let mut letters = 0;
    while TSV.as_bytes()[at] != b'\t' {
        letters |= bit(TSV.as_bytes()[at]);
        at += 1;
    }
    letters
}

const fn bit(letter: u8) -> u16 {
    let mut at = 0;
    while LETTERS[at] != letter {
        at += 1;
    }
    1 << at
}

/// The place after the next such byte.
const fn past(mut at: usize, byte: u8) -> usize {
    while TSV.as_bytes()[at] != byte {
        at += 1;
        if at == TSV.len() - 1 {
            break;
        }
    }
    at + 1
}

const fn is_same(left: &[u8], right: &[u8]) -> bool {
    let mut at = 0;
    while at < left.len() && at < right.len() && left[at] == right[at] {
        at += 1;
    }
    at == left.len() && at == right.len()
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
                assert_eq!(cue.stance(), stance_of(cells[2].as_bytes()), "{line}");
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
