//! The tables of the lexicon on the way to the page: how many entries there are, their hashes, the low
//! bytes of their values, and the high bytes.

use std::collections::BTreeMap;

use crate::recognize::hashed::{Table, pack_hashes, unpack_hashes};

/// The table at the start of the bytes, laid out, and what follows it.
pub(super) fn unpack(bytes: &[u8], bits: u32) -> (Table<u16>, &[u8]) {
    let (count, rest) = bytes.split_first_chunk().expect("a count of four bytes");
    let count = u32::from_le_bytes(*count) as usize;
    let (hashes, rest) = unpack_hashes(rest, count, bits);
    let (low, rest) = rest.split_at(count);
    let (high, rest) = rest.split_at(count);
    let values = low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high]));
    let entries: Vec<(u32, u16)> = hashes.into_iter().zip(values).collect();
    (Table::new(bits, entries.into_iter()), rest)
}

/// Appends the table of these values, by hashes of which only the upper `bits` are set.
pub(crate) fn pack(entries: &BTreeMap<u32, u16>, bits: u32, packed: &mut Vec<u8>) {
    packed.extend((entries.len() as u32).to_le_bytes());
    pack_hashes(entries.keys().copied(), bits, packed);
    for byte in 0..2 {
        packed.extend(entries.values().map(|value| value.to_le_bytes()[byte]));
    }
}
