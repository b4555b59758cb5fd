//! Values by hashes, searched where they lie in the binary.
//!
//! A hash falls into a bucket by its upper bits; of the bits that follow, a remainder of one or two
//! bytes is kept with the value. So a name costs two to four bytes however long it is, and one in a
//! thousand words or fewer is taken for another.

use std::collections::BTreeMap;

/// Buckets whose counts are summed at every search.
const BLOCK: usize = 16;

/// A table in the binary: how many entries each bucket has; then, for the entries bucket by bucket,
/// the remainders, the low bytes of the values, and their high bytes.
pub(super) struct Table {
    counts: &'static [u8],
    remainders: &'static [u8],
    low: &'static [u8],
    high: &'static [u8],
    /// For every block of buckets, the entries before it.
    starts: Vec<u32>,
    shape: Shape,
}

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
}

impl Table {
    /// The table at the start of the bytes, and what follows it.
    pub(super) fn load(bytes: &'static [u8], shape: Shape) -> (Self, &'static [u8]) {
        let (counts, rest) = bytes.split_at(1 << shape.bucket_bits);
        let mut entries = 0;
        let start = |block: &[u8]| {
            let start = entries;
            entries += block.iter().map(|count| u32::from(*count)).sum::<u32>();
            start
        };
        let starts = counts.chunks(BLOCK).map(start).collect();
        let (remainders, rest) = rest.split_at((entries * shape.remainder_bytes) as usize);
        let (low, rest) = rest.split_at(entries as usize);
        let (high, rest) = rest.split_at(entries as usize);
        (Table { counts, remainders, low, high, starts, shape }, rest)
    }

    pub(super) fn get(&self, hash: u32) -> Option<u16> {
        let bucket = self.shape.bucket(hash);
        let count = self.counts[bucket];
        if count == 0 {
            return None;
        }
        let block = bucket / BLOCK;
        let before: u32 = self.counts[block * BLOCK..bucket].iter().map(|count| u32::from(*count)).sum();
        let start = (self.starts[block] + before) as usize;
        let remainder = self.shape.remainder(hash);
        let entry = (start..start + usize::from(count)).find(|entry| self.remainder(*entry) == remainder)?;
        Some(u16::from_le_bytes([self.low[entry], self.high[entry]]))
    }

    fn remainder(&self, entry: usize) -> u32 {
        match self.shape.remainder_bytes {
            1 => u32::from(self.remainders[entry]),
            _ => u32::from(u16::from_le_bytes([self.remainders[2 * entry], self.remainders[2 * entry + 1]])),
        }
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.low.len()
    }
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
    let bits = shape.bucket_bits + 8 * shape.remainder_bytes;
    hash >> (u32::BITS - bits) << (u32::BITS - bits)
}
