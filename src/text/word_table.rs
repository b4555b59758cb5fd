//! Tables of words with what is known of them.
//!
//! Every word of an article is asked for, and most are in no table, so that asking must cost next to
//! nothing. They are laid out with the first article: laid out by the compiler they would be as much to download again.

/// What is known of the words in the first cells of the lines of a TSV, where spaces part them. "#" starts a comment.
pub(crate) struct WordTable<T> {
    words: Vec<(&'static str, T)>,
    /// Open addressing: a part of the word's hash, and its place in `words` from 1 on; 0 for none. A power of two.
    slots: Vec<(u16, u16)>,
    /// By the low five bits of a letter, which do not tell capitals from small ones: the lengths, as
    /// bits, of the words that start and that end with it.
    lengths: [(u32, u32); 32],
}

/// A word where it stands.
pub(crate) struct Word {
    pub word: &'static str,
    /// The first word of its line, and how many of the line stand before it.
    pub first: &'static str,
    pub nth: usize,
    /// The line behind the first cell.
    pub cells: &'static str,
}

/// No word is longer, in bytes.
const LONGEST: usize = 31;

impl<T> WordTable<T> {
    /// The table of a TSV; of each word `known` says what is known.
    pub(crate) fn new(tsv: &'static str, known: impl Fn(Word) -> T) -> Self {
        let mut words = Vec::new();
        for line in tsv.lines().filter(|line| !line.starts_with('#')) {
            let (list, cells) = line.split_once('\t').expect("a tab behind the words of a line");
            let mut all = list.split(' ').peekable();
            let first = all.peek().copied().unwrap_or_default();
            words.extend(all.enumerate().map(|(nth, word)| (word, known(Word { word, first, nth, cells }))));
        }
        let slots = vec![(0, 0); (words.len() * 4 / 3 + 1).next_power_of_two()];
        let mut table = WordTable { words, slots, lengths: [(0, 0); 32] };
        for number in 1..=table.words.len() {
            let word = table.words[number - 1].0.as_bytes();
            debug_assert!((1..=LONGEST).contains(&word.len()));
            table.lengths[usize::from(word[0] & 31)].0 |= 1 << word.len();
            table.lengths[usize::from(word[word.len() - 1] & 31)].1 |= 1 << word.len();
            let hash = hash(key(word));
            let mut slot = table.first_slot(hash);
            while table.slots[slot].1 != 0 {
                slot = table.next_slot(slot);
            }
            table.slots[slot] = (tag(hash), number as u16);
        }
        table
    }

    /// What is known of the word, in capitals or small letters.
    pub(crate) fn find(&self, word: &str) -> Option<&T> {
        let word = word.as_bytes();
        if !self.may_have(word) {
            return None;
        }
        let key = key(word);
        let hash = hash(key);
        let mut slot = self.first_slot(hash);
        loop {
            let (known, number) = self.slots[slot];
            let (found, value) = self.words.get(usize::from(number).checked_sub(1)?)?;
            if known == tag(hash) && is_same(found.as_bytes(), word, key) {
                return Some(value);
            }
            slot = self.next_slot(slot);
        }
    }

    /// Whether a word of the table has the length, the first and the last letter: many words are told
    /// by these alone to be in no table.
    fn may_have(&self, word: &[u8]) -> bool {
        let ([first, ..], [.., last]) = (word, word) else { return false };
        let of = |byte: &u8| self.lengths[usize::from(byte & 31)];
        word.len() <= LONGEST && of(first).0 & of(last).1 & 1 << word.len() != 0
    }

    fn first_slot(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.slots.len() - 1)
    }

    fn next_slot(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}

fn is_same(known: &[u8], word: &[u8], key_of_word: Key) -> bool {
    known.len() == word.len() && key(known) == key_of_word && (word.len() <= 16 || known.eq_ignore_ascii_case(word))
}

/// The bytes of a word as two numbers, in small letters: of one of up to eight bytes the first is 0, of
/// a long one they are those of its ends.
type Key = [u64; 2];

fn key(word: &[u8]) -> Key {
    // One bit makes letters small, and leaves what else a word of a table holds as it is.
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let length = word.len();
    if let (Some(first), Some(last)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        return [u64::from_le_bytes(*first) | SMALL, u64::from_le_bytes(*last) | SMALL];
    }
    let bytes = if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
    } else {
        u64::from(word[0]) | u64::from(word[length / 2]) << 32 | u64::from(word[length - 1]) << 48
    };
    [0, bytes | SMALL]
}

fn hash(key: Key) -> u64 {
    (key[1] ^ key[0].rotate_left(17)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The part of a hash that tells words apart whose slots are one.
fn tag(hash: u64) -> u16 {
    (hash >> 16) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_nothing_else() {
        const TSV: &str = "# one two\na b\tx\nco-op\ty\nlieutenant-governor\tx\nninechars eighteen\tz\nsixteen-letters-\tx\ntánaiste\tx\n";
        let table = WordTable::new(TSV, |Word { word, first, nth, cells }| (word, first, nth, cells));
        let words = ["a", "b", "co-op", "lieutenant-governor", "ninechars", "eighteen", "sixteen-letters-", "tánaiste"];
        for word in words {
            for form in [word.to_string(), word.to_uppercase()] {
                assert_eq!(table.find(&form).map(|known| known.0), Some(word), "{form}");
            }
        }
        assert_eq!(table.find("Eighteen"), Some(&("eighteen", "ninechars", 1, "z")));
        for none in ["", "#", "c", "x", "one", "co-ops", "cooop", "lieutenant+governor", "táńaiste", "eighteem"] {
            assert_eq!(table.find(none), None, "{none}");
        }
        assert_eq!(table.find(&"a".repeat(1000)), None);
    }
}
