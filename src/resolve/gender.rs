//! Whether a name is a man's or a woman's, as far as it tells.
//!
//! `given_names.bin` holds two bits for every given name of the lexicon, without the names: each name has
//! three places in it, and what stands there, taken together, is its gender. A word that is no given name
//! would get some gender too, so the lexicon is asked first.

use crate::recognize::lexicon::{self, Hash};
use crate::text::Span;

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
pub(super) fn of_word(word: &str) -> Option<Gender> {
    const MEN: &str = " archduke baron boy brother businessman cameraman chairman congressman councilman czar dad don duke emperor \
        father fireman gentleman grandfather guy herr husband king lord man mister monk monsieur mr nephew policeman pope prince \
        señor signor sir son spokesman sportsman statesman stepfather sultan tsar uncle widower ";
    const WOMEN: &str = " actress aunt baroness businesswoman chairwoman congresswoman councilwoman countess czarina dame daughter \
        duchess empress frau girl goddess granddaughter grandmother heiress heroine housewife lady madam madame mademoiselle mother \
        mme mrs ms miss niece nun policewoman princess queen señora señorita signora sister spokeswoman sportswoman stepmother \
        stewardess tsarina waitress widow wife woman ";
    let is_in = |list: &str| list.split_ascii_whitespace().any(|listed| listed.eq_ignore_ascii_case(word));
    match word.is_empty() {
        false if is_in(MEN) => Some(Gender::Man),
        false if is_in(WOMEN) => Some(Gender::Woman),
        _ => None,
    }
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
