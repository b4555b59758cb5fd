//! Values by hashes: packed small for the way to the page, laid out for quick search once, which takes
//! about a millisecond: a table that is quick to search would take twice the download.

/// An open hash table, in which the upper bits of a hash are the place.
pub(crate) struct Table<T> {
    /// A bit for each of many more places, set where an entry is: what is not in the table, as most
    /// features are not, costs no more than a look at it.
    filter: Vec<u64>,
    /// The lower bits of the hash that has the place, or 0 for none, with its value.
    entries: Vec<(u16, T)>,
    /// How far a hash is shifted to be a place.
    shift: u32,
    /// How far it is shifted to lose the bits that do not count.
    unused: u32,
}

/// Bits of the filter for each place, as a power of two.
const FILTER_BITS: u32 = 3;

impl<T: Copy + Default> Table<T> {
    /// A table of hashes of which the upper `bits` count: so many that they tell two hashes apart of
    /// which neither the places nor the lowest 15 of these bits do.
    pub(crate) fn new(bits: u32, entries: impl ExactSizeIterator<Item = (u32, T)>) -> Self {
        // A place at least for every bit of a word of the filter.
        let places = (entries.len() * 4 / 3).next_power_of_two().max(8);
        let shift = u32::BITS - places.trailing_zeros();
        let filter = vec![0; (places << FILTER_BITS) / u64::BITS as usize];
        let mut table = Table { filter, entries: vec![(0, T::default()); places], shift, unused: u32::BITS - bits };
        for (hash, value) in entries {
            let place = table.place(hash);
            table.entries[place] = (table.tag(hash), value);
            let bit = table.filter_bit(hash);
            table.filter[bit / 64] |= 1 << (bit % 64);
        }
        table
    }

    /// The value of the hash, if it has one.
    pub(crate) fn get(&self, hash: u32) -> Option<T> {
        let (tag, value) = self.entries[self.place(hash)];
        (tag != 0).then_some(value)
    }

    /// The same, quicker for a hash that is most likely not there.
    pub(crate) fn get_rare(&self, hash: u32) -> Option<T> {
        self.may_have(hash).then(|| self.get(hash)).flatten()
    }

    /// The lowest bits of a hash that count: never 0.
    fn tag(&self, hash: u32) -> u16 {
        (hash >> self.unused << 1) as u16 | 1
    }

    fn may_have(&self, hash: u32) -> bool {
        let bit = self.filter_bit(hash);
        self.filter[bit / 64] >> (bit % 64) & 1 == 1
    }

    fn filter_bit(&self, hash: u32) -> usize {
        (hash >> (self.shift - FILTER_BITS)) as usize
    }

    /// Where the hash is, or would be.
    fn place(&self, hash: u32) -> usize {
        let tag = self.tag(hash);
        let mut place = (hash >> self.shift) as usize;
        while self.entries[place].0 != tag && self.entries[place].0 != 0 {
            place = (place + 1) & (self.entries.len() - 1);
        }
        place
    }
}

/// Bits of the hash of a feature or word that count: enough that one look in hundreds or thousands finds
/// what it did not look for.
pub(crate) const BITS: u32 = 26;

/// The hash as far as its upper `bits`, which count.
pub(crate) fn kept(hash: u32, bits: u32) -> u32 {
    hash >> (u32::BITS - bits) << (u32::BITS - bits)
}

/// Bytes of a difference between two hashes.
const BYTES: usize = 3;

/// Appends hashes of so many bits, which rise, as what each is more than the one before: the lowest bytes of all, then
/// the middle ones, then the highest. After compression that is nearly as short as chance allows, and shorter than with
/// the bytes of each together.
pub(crate) fn pack_hashes(hashes: impl Iterator<Item = u32>, bits: u32, packed: &mut Vec<u8>) {
    let mut last = 0;
    let more = |hash: u32| hash - std::mem::replace(&mut last, hash);
    let differences: Vec<[u8; 4]> =
        hashes.map(|hash| hash >> (u32::BITS - bits)).map(more).map(u32::to_le_bytes).collect();
    assert!(differences.iter().all(|bytes| bytes[BYTES] == 0), "hashes of a table lie close to each other");
    for byte in 0..BYTES {
        packed.extend(differences.iter().map(|bytes| bytes[byte]));
    }
}

/// The first `count` hashes again, and what follows them.
pub(crate) fn unpack_hashes(packed: &[u8], count: usize, bits: u32) -> (Vec<u32>, &[u8]) {
    let (low, rest) = packed.split_at(count);
    let (middle, rest) = rest.split_at(count);
    let (high, rest) = rest.split_at(count);
    let mut hash = 0;
    let hashes = low.iter().zip(middle).zip(high).map(|((low, middle), high)| {
        hash += u32::from_le_bytes([*low, *middle, *high, 0]);
        hash << (u32::BITS - bits)
    });
    (hashes.collect(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_found_again() {
        let hashes = [7 << 6, 0x1234_0240, 0x1234_0280, kept(0x4000_0000, BITS)];
        let mut packed = Vec::new();
        pack_hashes(hashes.into_iter(), BITS, &mut packed);
        packed.push(7);
        let (unpacked, rest) = unpack_hashes(&packed, hashes.len(), BITS);
        assert_eq!((&unpacked[..], rest), (&hashes[..], &[7][..]));
        let table = Table::new(BITS, unpacked.into_iter().zip([1, 2, 3, 4]));
        assert_eq!(hashes.map(|hash| table.get(hash)), [Some(1), Some(2), Some(3), Some(4)]);
        assert_eq!(table.get(0x1234_0440), None);
    }
}
