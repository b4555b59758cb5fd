//! The words that report speech, and the small words that tell where clauses and noun phrases end.
//!
//! `cues.tsv` is compiled into a table that is used where it lies: every word of an article is asked
//! for, and most are in no table, so that asking must cost next to nothing.

use crate::article::Stance;

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
    /// Where the word stands in the table.
    at: u16,
    /// Where its line starts.
    line: u16,
    class: Class,
    form: Form,
    /// What a verb takes: a bit for each letter.
    takes: u32,
}

impl Cue {
    /// The dictionary form.
    pub(super) fn lemma(self) -> &'static str {
        let line = self.line();
        &line[..line.find([' ', '\t']).unwrap_or(line.len())]
    }

    /// What the word does to what is said; `None` for words that take no stance, such as "ask".
    pub(super) fn stance(self) -> Option<Stance> {
        Some(match self.cell(2) {
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

    /// Whether the verb takes what the letter stands for; the table's head tells the letters.
    pub(super) fn takes(self, letter: char) -> bool {
        self.known().takes & 1 << (letter as u32 & 31) != 0
    }

    /// Whether the preposition may stand before what is said.
    pub(super) fn takes_preposition(self, word: &str) -> bool {
        self.cell(4).split(' ').any(|known| !known.is_empty() && known.eq_ignore_ascii_case(word))
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

    fn line(self) -> &'static str {
        let rest = &TSV[usize::from(self.known().line)..];
        &rest[..rest.find('\n').unwrap_or(rest.len())]
    }

    fn cell(self, index: usize) -> &'static str {
        self.line().split('\t').nth(index).unwrap_or("")
    }
}

/// The table's entry for a word.
pub(super) fn look_up(word: &str) -> Option<Cue> {
    let bytes = word.as_bytes();
    if !(1..=LONGEST).contains(&bytes.len()) {
        return None;
    }
    let key = key_at(bytes, 0, bytes.len());
    let mut slot = slot_of(key);
    while SLOTS[slot] != 0 {
        let entry = &ENTRIES[usize::from(SLOTS[slot])];
        let (known, table) = (usize::from(entry.at), TSV.as_bytes());
        if matches!(table[known + bytes.len()], b' ' | b'\t') && key_at(table, known, bytes.len()) == key {
            return Some(Cue { entry: SLOTS[slot], class: entry.class });
        }
        slot = (slot + 1) % SLOTS.len();
    }
    None
}

/// The bytes of a word as one number, in small letters.
const fn key_at(bytes: &[u8], start: usize, length: usize) -> u128 {
    let (mut key, mut at) = (0, 0);
    while at < length {
        key = key << 8 | bytes[start + at].to_ascii_lowercase() as u128;
        at += 1;
    }
    key
}

/// The longest word of the table, in bytes.
const LONGEST: usize = 15;

/// The words and an empty entry before them.
const COUNT: usize = read_words::<0>().1 + 1;

static ENTRIES: [Entry; COUNT] = read_words().0;

/// Open addressing: the index of an entry, or 0.
static SLOTS: [u16; 4096] = fill_slots();

const fn slot_of(key: u128) -> usize {
    let folded = key as u64 ^ ((key >> 64) as u64).rotate_left(17);
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize
}

const fn fill_slots() -> [u16; 4096] {
    let bytes = TSV.as_bytes();
    let entries = read_words::<COUNT>().0;
    let mut slots = [0; 4096];
    let mut index = 1;
    while index < COUNT {
        let start = entries[index].at as usize;
        let mut slot = slot_of(key_at(bytes, start, word_end(start) - start));
        while slots[slot] != 0 {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = index as u16;
        index += 1;
    }
    slots
}

/// The words, and how many there are: as many as there is room for.
const fn read_words<const N: usize>() -> ([Entry; N], usize) {
    let bytes = TSV.as_bytes();
    assert!(bytes.len() < 1 << 16);
    let mut entries = [Entry { at: 0, line: 0, class: Class::Det, form: Form::Present, takes: 0 }; N];
    let (mut count, mut line) = (0, 0);
    while line < bytes.len() {
        let class = past(line, b'\t');
        let (mut at, mut nth) = (line, 0);
        while bytes[line] != b'#' && at < class {
            count += 1;
            let end = word_end(at);
            assert!(end - at <= LONGEST);
            if count < N {
                entries[count] = Entry {
                    at: at as u16,
                    line: line as u16,
                    class: Class::from_word(bytes.split_at(past(class, b'\t') - 1).0.split_at(class).1),
                    form: form(at, end, nth),
                    takes: takes(past(past(class, b'\t'), b'\t')),
                };
            }
            at = end + 1;
            nth += 1;
        }
        line = past(line, b'\n');
    }
    (entries, count)
}

const fn word_end(mut at: usize) -> usize {
    while !matches!(TSV.as_bytes()[at], b' ' | b'\t') {
        at += 1;
    }
    at
}

/// The form of the word that stands at this place of its line, were it a verb's.
const fn form(start: usize, end: usize, nth: usize) -> Form {
    let bytes = TSV.as_bytes();
    let gerund = end - start > 3 && bytes[end - 3] == b'i' && bytes[end - 2] == b'n' && bytes[end - 1] == b'g';
    match nth {
        0 | 1 => Form::Present,
        _ if gerund => Form::Gerund,
        _ => Form::Past,
    }
}

/// The letters of a cell, as bits.
const fn takes(mut at: usize) -> u32 {
    let mut letters = 0;
    while TSV.as_bytes()[at] != b'\t' {
        letters |= 1 << (TSV.as_bytes()[at] & 31);
        at += 1;
    }
    letters
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
        let lines: Vec<_> = TSV.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.is_sorted());
        let verbs = lines.iter().filter(|line| line.contains("\tverb"));
        assert!(verbs.count() > 300);
        for line in lines {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), 5, "{line}");
            for word in cells[0].split(' ') {
                let cue = look_up(&word.to_uppercase()).unwrap();
                assert_eq!((cue.line(), cue.lemma()), (line, cells[0].split(' ').next().unwrap()), "{word}");
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
