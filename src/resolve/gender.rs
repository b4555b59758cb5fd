//! Whether a name is a man's or a woman's, as far as it tells.
//!
//! `given_names.bin` holds two bits for every given name of the lexicon, without the names: each name has
//! three places in it, and what stands there, taken together, is its gender. A word that is no given name
//! would get some gender too, so the lexicon is asked first.

use std::sync::LazyLock;

use crate::recognize::lexicon::{self, Hash};
use crate::text::Span;
use crate::text::word_table::WordTable;

const TSV: &str = include_str!("gender/words.tsv");

static WORDS: LazyLock<WordTable<Gender>> =
    LazyLock::new(|| WordTable::new(TSV, |word| if word.cells.starts_with('m') { Gender::Man } else { Gender::Woman }));

/// Soft evidence: names cross borders and change hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Man,
    Woman,
}

/// Two bits for each cell, four cells in a byte.
static CELLS: &[u8] = include_bytes!("given_names.bin");

/// The gender of a full name's given name.
pub(super) fn of_full_name(key: &str) -> Option<Gender> {
    let (given, _) = key.split_once(' ')?;
    of_given_name(given)
}

fn of_given_name(name: &str) -> Option<Gender> {
    if !lexicon::is_given_name(name) {
        return None;
    }
    let bits =
        places(name, CELLS.len() * 4).into_iter().fold(0, |bits, cell| bits ^ (CELLS[cell / 4] >> (cell % 4 * 2) & 3));
    match bits {
        1 => Some(Gender::Man),
        2 => Some(Gender::Woman),
        _ => None,
    }
}

/// The gender that a title before the name tells.
pub(super) fn of_title_before(text: &str, span: Span) -> Option<Gender> {
    let before = text[..span.start as usize].trim_end_matches([' ', '.']);
    let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next()?;
    of_word(word)
}

/// The gender of whom a noun or title is said: "actress", "Mr", "spokesman".
pub(crate) fn of_word(word: &str) -> Option<Gender> {
    WORDS.find(word).copied()
}

/// The three cells of a name, each in a third of its own.
pub fn places(name: &str, cells: usize) -> [usize; 3] {
    const SEEDS: [u32; 3] = [0x9E37_79B9, 0x85EB_CA6B, 0xC2B2_AE35];
    let mut hash = Hash::default();
    hash.add(name);
    let third = cells / 3;
    std::array::from_fn(|part| {
        let mixed = (hash.value() ^ SEEDS[part]).wrapping_mul(SEEDS[part] | 1);
        let mixed = (mixed ^ mixed >> 15).wrapping_mul(0x2C1B_3C6D);
        part * third + ((u64::from(mixed ^ mixed >> 13) * third as u64) >> 32) as usize
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_and_found() {
        let lines: Vec<(&str, &str)> =
            TSV.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once('\t').unwrap()).collect();
        assert!(lines.is_sorted_by(|one, other| one.0 < other.0));
        for (word, gender) in lines {
            let expected = if gender == "m" { Gender::Man } else { Gender::Woman };
            assert_eq!([of_word(word), of_word(&word.to_uppercase())], [Some(expected); 2], "{word}");
        }
        assert_eq!([of_word(""), of_word("person")], [None; 2]);
    }
}
