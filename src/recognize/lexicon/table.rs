//! The tables of the lexicon on the way to the page: how many entries each bucket of hashes has;
//! then, for the entries bucket by bucket, what remains of the hashes, the low bytes of the values,
//! and their high bytes.
//!
//! A hash falls into a bucket by its upper bits; of the bits that follow, a remainder of one or two
//! bytes is kept. So a name costs two to four bytes however long it is, and one in a thousand words or
//! fewer is taken for another.

use std::collections::BTreeMap;

use crate::recognize::hashed::Table;

/// How a hash is cut.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Bits that are the bucket.
    pub bucket_bits: u32,
    /// Bytes that are the remainder: one or two.
    pub remainder_bytes: u32,
}

impl Shape {
    fn bucket(self, hash: u32) -> usize {
        (hash >> (u32::BITS - self.bucket_bits)) as usize
    }

    fn remainder(self, hash: u32) -> u32 {
        hash << self.bucket_bits >> (u32::BITS - 8 * self.remainder_bytes)
    }

    /// The hash of which these are left, with the lower byte of the remainder first.
    fn hash(self, bucket: u32, remainder: &[u8]) -> u32 {
        let remainder = remainder.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
        bucket << (u32::BITS - self.bucket_bits) | remainder << (u32::BITS - self.bits())
    }

    /// The bits of a hash that count.
    fn bits(self) -> u32 {
        self.bucket_bits + 8 * self.remainder_bytes
    }
}

/// The table at the start of the bytes, laid out, and what follows it.
pub(super) fn unpack(bytes: &[u8], shape: Shape) -> (Table<u16>, &[u8]) {
    let (counts, rest) = bytes.split_at(1 << shape.bucket_bits);
    let count: usize = counts.iter().map(|count| usize::from(*count)).sum();
    let (remainders, rest) = rest.split_at(count * shape.remainder_bytes as usize);
    let (low, rest) = rest.split_at(count);
    let (high, rest) = rest.split_at(count);
    let buckets =
        counts.iter().zip(0_u32..).flat_map(|(count, bucket)| std::iter::repeat_n(bucket, usize::from(*count)));
    let remainders = remainders.chunks(shape.remainder_bytes as usize);
    let hashes = buckets.zip(remainders).map(|(bucket, remainder)| shape.hash(bucket, remainder));
    let values = low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high]));
    let entries: Vec<(u32, u16)> = hashes.zip(values).collect();
    (Table::new(shape.bits(), entries.into_iter()), rest)
}

/// Appends the table of these values, by hashes of which only the [`kept`] bits are set.
pub(crate) fn pack(entries: &BTreeMap<u32, u16>, shape: Shape, packed: &mut Vec<u8>) {
    let mut counts = vec![0_u8; 1 << shape.bucket_bits];
    for hash in entries.keys() {
        counts[shape.bucket(*hash)] += 1;
    }
    packed.extend(counts);
    let remainder = |hash: &u32| shape.remainder(*hash).to_le_bytes().into_iter().take(shape.remainder_bytes as usize);
    packed.extend(entries.keys().flat_map(remainder));
    for byte in 0..2 {
        packed.extend(entries.values().map(|value| value.to_le_bytes()[byte]));
    }
}

/// The bits of the hash that the table keeps.
pub(crate) fn kept(hash: u32, shape: Shape) -> u32 {
    hash >> (u32::BITS - shape.bits()) << (u32::BITS - shape.bits())
}
