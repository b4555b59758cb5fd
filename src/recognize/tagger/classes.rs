//! Classes of words that stand beside the same words: "said" and "told", "Paris" and "Oslo".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::recognize::hashed::{BITS, Table, pack_hashes, unpack_hashes};

/// How many classes there are; the last is that of all words that have none of their own.
pub const CLASSES: usize = 256;

/// The class of each frequent word, by the word's hash.
pub(crate) struct Classes(Table<u8>);

static COMPILED: LazyLock<Classes> = LazyLock::new(|| Classes::unpack(include_bytes!("classes.bin")));

impl Classes {
    /// The classes in this program.
    pub(crate) fn compiled() -> &'static Self {
        &COMPILED
    }

    fn unpack(bytes: &[u8]) -> Self {
        let count = u32::from_le_bytes(bytes[..4].try_into().expect("four bytes")) as usize;
        let (classes, words) = bytes[4..].split_at(count);
        let (words, _) = unpack_hashes(words, count, BITS);
        Classes(Table::new(BITS, words.into_iter().zip(classes.iter().copied())))
    }

    /// The class of a word.
    pub(crate) fn of(&self, word: u32) -> u8 {
        self.0.get(word).unwrap_or((CLASSES - 1) as u8)
    }
}

/// Packs the classes: their count as four bytes, little end first, a byte each, and the hashes as
/// differences, as `pack_hashes` has it.
pub fn pack(classes: &BTreeMap<u32, u8>) -> Vec<u8> {
    let mut packed = (classes.len() as u32).to_le_bytes().to_vec();
    packed.extend(classes.values());
    pack_hashes(classes.keys().copied(), BITS, &mut packed);
    packed
}
