//! Tables of words that the compiler makes, used where they lie.
//!
//! Every word of an article is asked for, and most are in no table, so that asking must cost next to
//! nothing.

/// The words in the first cells of the lines of a TSV, where spaces part them. "#" starts a comment.
///
/// Words are numbered from 1 on. There are `COUNT` numbers, as [`count`] says, and a power of two of
/// `SLOTS`.
pub(crate) struct WordTable<const COUNT: usize, const SLOTS: usize> {
    tsv: &'static [u8],
    /// Where each word starts.
    starts: [u16; COUNT],
    /// Open addressing: the number of a word, or 0.
    slots: [u16; SLOTS],
    /// By the low five bits of a letter, which do not tell capitals from small ones: the lengths, as
    /// bits, of the words that start and that end with it.
    lengths: [(u32, u32); 32],
}

/// No word is longer, in bytes.
const LONGEST: usize = 31;

/// How many numbers the words of the TSV need, with the 0 that stands for none.
pub(crate) const fn count(tsv: &str) -> usize {
    read_starts::<0>(tsv.as_bytes()).1
}

impl<const COUNT: usize, const SLOTS: usize> WordTable<COUNT, SLOTS> {
    pub(crate) const fn new(tsv: &'static str) -> Self {
        let tsv = tsv.as_bytes();
        assert!(tsv.len() < 1 << 16 && SLOTS.is_power_of_two() && COUNT < SLOTS);
        let starts = read_starts::<COUNT>(tsv).0;
        let mut slots = [0; SLOTS];
        let mut lengths = [(0, 0); 32];
        let mut number = 1;
        while number < COUNT {
            let start = starts[number] as usize;
            let word = part(tsv, start, word_end(tsv, start));
            assert!(word.len() <= LONGEST);
            lengths[(word[0] & 31) as usize].0 |= 1 << word.len();
            lengths[(word[word.len() - 1] & 31) as usize].1 |= 1 << word.len();
            let mut slot = slot_of::<SLOTS>(key(word));
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = number as u16;
            number += 1;
        }
        WordTable { tsv, starts, slots, lengths }
    }

    /// The number of the word, in capitals or small letters; 0 where the table has it not.
    pub(crate) fn find(&self, word: &str) -> u16 {
        let word = word.as_bytes();
        if !self.may_have(word) {
            return 0;
        }
        let key = key(word);
        let mut slot = slot_of::<SLOTS>(key);
        while self.slots[slot] != 0 && !self.is(self.slots[slot], word, key) {
            slot = (slot + 1) % SLOTS;
        }
        self.slots[slot]
    }

    /// Where in the TSV the word with the number starts.
    pub(crate) const fn start(&self, number: u16) -> usize {
        self.starts[number as usize] as usize
    }

    /// Whether a word of the table has the length, the first and the last letter: most words are told
    /// by these alone to be in no table.
    fn may_have(&self, word: &[u8]) -> bool {
        let ([first, ..], [.., last]) = (word, word) else { return false };
        let of = |byte: &u8| self.lengths[usize::from(byte & 31)];
        word.len() <= LONGEST && of(first).0 & of(last).1 & 1 << word.len() != 0
    }

    fn is(&self, number: u16, word: &[u8], key_of_word: Key) -> bool {
        let start = self.start(number);
        let known = &self.tsv[start..];
        matches!(known.get(word.len()), Some(b'\t' | b' ')) && {
            let known = &known[..word.len()];
            is_same(key(known), key_of_word) && (word.len() <= 16 || known.eq_ignore_ascii_case(word))
        }
    }
}

/// The bytes of a word as two numbers, in small letters: of one of up to eight bytes the first is 0, of
/// a long one they are those of its ends.
type Key = [u64; 2];

const fn key(word: &[u8]) -> Key {
    // One bit makes letters small, and leaves what else a word of a table holds as it is.
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let length = word.len();
    if let (Some(first), Some(last)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        return [u64::from_le_bytes(*first) | SMALL, u64::from_le_bytes(*last) | SMALL];
    }
    let bytes = if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << 32
    } else {
        word[0] as u64 | (word[length / 2] as u64) << 32 | (word[length - 1] as u64) << 48
    };
    [0, bytes | SMALL]
}

const fn is_same(one: Key, other: Key) -> bool {
    one[0] == other[0] && one[1] == other[1]
}

const fn slot_of<const SLOTS: usize>(key: Key) -> usize {
    let folded = key[1] ^ key[0].rotate_left(17);
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - SLOTS.trailing_zeros())) as usize
}

/// Where the words start, of as many as there is room for, and how many numbers they need.
const fn read_starts<const COUNT: usize>(tsv: &[u8]) -> ([u16; COUNT], usize) {
    let mut starts = [0; COUNT];
    let (mut count, mut at) = (1, 0);
    while at < tsv.len() {
        if tsv[at] != b'#' {
            loop {
                if count < COUNT {
                    starts[count] = at as u16;
                }
                count += 1;
                at = word_end(tsv, at);
                if tsv[at] == b'\t' {
                    break;
                }
                at += 1;
            }
        }
        while at < tsv.len() && tsv[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    (starts, count)
}

const fn word_end(tsv: &[u8], mut at: usize) -> usize {
    while !matches!(tsv[at], b' ' | b'\t') {
        at += 1;
    }
    at
}

const fn part(bytes: &[u8], start: usize, end: usize) -> &[u8] {
    bytes.split_at(end).0.split_at(start).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_nothing_else() {
        const TSV: &str = "# one two\na b\tx\nco-op\tx\nlieutenant-governor\tx\nninechars eighteen\tx\nsixteen-letters-\tx\ntánaiste\tx\n";
        static TABLE: WordTable<{ count(TSV) }, 16> = WordTable::new(TSV);
        let words = ["a", "b", "co-op", "lieutenant-governor", "ninechars", "eighteen", "sixteen-letters-", "tánaiste"];
        for (word, number) in words.into_iter().zip(1..) {
            for form in [word.to_string(), word.to_uppercase()] {
                assert_eq!(TABLE.find(&form), number, "{form}");
            }
            assert!(TSV[TABLE.start(number)..].starts_with(word));
        }
        for none in ["", "#", "c", "x", "one", "co-ops", "cooop", "lieutenant+governor", "táńaiste", "eighteem"] {
            assert_eq!(TABLE.find(none), 0, "{none}");
        }
        assert_eq!(TABLE.find(&"a".repeat(1000)), 0);
    }
}
