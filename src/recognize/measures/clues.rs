//! The words that wake the finders of dates, times and amounts, and what they say.
//!
//! `clues.tsv` is compiled into a table that is used where it lies: every word of an article is asked
//! for, and most are in no table, so that asking must cost next to nothing.

use crate::segment::{Token, TokenKind};

const TSV: &str = include_str!("clues.tsv");

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// What a word of `clues.tsv` is.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(super) enum Class {
            /// In no table.
            #[default]
            None,
            $($(#[$doc])* $name,)*
        }

        impl Class {
            const fn from_word(word: &[u8]) -> Class {
                $(if is_same(word, $word.as_bytes()) { return Class::$name; })*
                panic!("a class of clues.tsv that is none")
            }
        }
    };
}

classes! {
    /// "a", "an".
    A = "a";
    /// "ago".
    Ago = "ago";
    /// "and".
    And = "and";
    /// "about": the number is not exact.
    Approx = "approx";
    /// "at".
    At = "at";
    /// "between".
    Between = "between";
    /// A hundredth of the currency.
    Cent = "cent";
    /// "coming".
    Coming = "coming";
    /// "couple".
    Couple = "couple";
    /// "current".
    Current = "current";
    /// "morning".
    DayPart = "day-part";
    /// "mornings".
    DayParts = "day-parts";
    /// "nineties".
    Decades = "decades";
    /// "degrees".
    Degree = "degree";
    /// "yesterday": days from today.
    Deictic = "deictic";
    /// "dozen".
    Dozen = "dozen";
    /// A word before what is still to come: "scheduled".
    Due = "due";
    /// "early".
    Edge = "edge";
    /// "earlier".
    EdgeThan = "edge-than";
    /// "BC": before or after the year 1.
    Era = "era";
    /// "every".
    Every = "every";
    /// "few", "several".
    Few = "few";
    /// "fiscal".
    Fiscal = "fiscal";
    /// "following".
    Following = "following";
    /// "future".
    Future = "future";
    /// "half".
    Half = "half";
    /// "H1".
    HalfCode = "half-code";
    /// "hundred".
    Hundred = "hundred";
    /// "last".
    Last = "last";
    /// "latest".
    Latest = "latest";
    /// "as" in "as many as", "no" in "no more than".
    Lead = "lead";
    /// "less".
    Less = "less";
    /// "yearlong": a length of time in one word.
    Long = "long";
    /// "magnitude".
    Magnitude = "magnitude";
    /// A unit of measure.
    Measure = "measure";
    /// "a.m.": hours to add.
    Meridiem = "meridiem";
    /// "metric", before tons.
    Metric = "metric";
    /// "midyear".
    Mid = "mid";
    /// "moment".
    Moment = "moment";
    /// A currency: its code, or in small letters the name that several share.
    Money = "money";
    /// "January".
    Month = "month";
    /// "Jan".
    MonthShort = "month-short";
    /// "more".
    More = "more";
    /// "next".
    Next = "next";
    /// "noon": its hour.
    Noon = "noon";
    /// "now".
    Now = "now";
    /// "o'clock".
    Oclock = "oclock";
    /// "of".
    Of = "of";
    /// "only".
    Only = "only";
    /// "third".
    Ordinal = "ordinal";
    /// "over": more than.
    Over = "over";
    /// "overnight".
    Overnight = "overnight";
    /// "beginning".
    Part = "part";
    /// "thirds".
    Parts = "parts";
    /// "past".
    Past = "past";
    /// "pence".
    Pence = "pence";
    /// "per".
    Per = "per";
    /// "percent".
    Percent = "percent";
    /// "period".
    Period = "period";
    /// Money or a weight.
    Pound = "pound";
    /// "present".
    Present = "present";
    /// "previous".
    Previous = "previous";
    /// "Q3".
    QuarterCode = "quarter-code";
    /// "recent".
    Recent = "recent";
    /// "right" in "right now".
    Right = "right";
    /// "same".
    Same = "same";
    /// "million": the power of ten.
    Scale = "scale";
    /// "millions".
    Scales = "scales";
    /// "summer".
    Season = "season";
    /// "summers".
    Seasons = "seasons";
    /// "daily".
    Set = "set";
    /// "seven".
    Small = "small";
    /// "square": the power.
    Square = "square";
    /// "seventy".
    Tens = "tens";
    /// "than".
    Than = "than";
    /// "that".
    That = "that";
    /// "the".
    The = "the";
    /// "these".
    These = "these";
    /// "this".
    This = "this";
    /// "those".
    Those = "those";
    /// "twice".
    Times = "times";
    /// "to".
    To = "to";
    /// "tonight".
    Tonight = "tonight";
    /// "under": less than.
    Under = "under";
    /// "week".
    Unit = "unit";
    /// "weeks".
    Units = "units";
    /// "up".
    Up = "up";
    /// A verb of what is past.
    Was = "was";
    /// "Monday".
    Weekday = "weekday";
    /// "Mon".
    WeekdayShort = "weekday-short";
    /// "Mondays".
    Weekdays = "weekdays";
    /// "full".
    Whole = "whole";
    /// A verb of what is to come.
    Will = "will";
    /// "GMT": minutes from UTC, or none where it depends on the season.
    Zone = "zone";
}

impl Class {
    /// Whether an expression can begin with such a word.
    pub(super) fn leads(self) -> bool {
        use Class::*;
        !matches!(
            self,
            None | Ago
                | And
                | Cent
                | Degree
                | Due
                | Era
                | Hundred
                | Measure
                | Meridiem
                | Metric
                | Moment
                | Oclock
                | Of
                | Only
                | Parts
                | Pence
                | Per
                | Percent
                | Period
                | Pound
                | Scale
                | Square
                | Than
                | To
                | Was
                | Will
                | Zone
        )
    }
}

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clue {
    index: u16,
    pub class: Class,
}

impl Clue {
    /// The value as it stands.
    #[inline(never)]
    pub(super) fn text(self) -> &'static str {
        if self.index == 0 {
            return "";
        }
        let start = usize::from(STARTS[usize::from(self.index)]);
        let rest = &TSV.as_bytes()[start..];
        let end = start + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        let text = TSV.as_bytes()[..end].iter().rposition(|byte| *byte == b'\t').map_or(end, |tab| tab + 1);
        &TSV[text..end]
    }

    /// The value as a number, or 0.
    #[inline(never)]
    pub(super) fn number(self) -> i16 {
        let text = self.text();
        let digits = text.trim_start_matches('-');
        let number = digits.bytes().fold(0, |sum: i16, digit| sum.wrapping_mul(10).wrapping_add((digit as i16) - 48));
        if digits.len() < text.len() { -number } else { number }
    }
}

/// The index of the word's clue; 0 where it has none.
pub(super) fn index(text: &str, token: &Token) -> u16 {
    if !matches!(token.kind, TokenKind::Word | TokenKind::Abbreviation) {
        return 0;
    }
    let (start, end) = (token.span.start as usize, token.span.end as usize);
    let bytes = text.as_bytes();
    let length = end - start - usize::from(bytes[end - 1] == b'.');
    if !(1..=LONGEST).contains(&length) || !may_be(bytes[start], bytes[start + length - 1], length) {
        return 0;
    }
    let key = key_at(bytes, start, length);
    let mut slot = slot_of(key);
    while SLOTS[slot] != 0 {
        let known = usize::from(STARTS[usize::from(SLOTS[slot])]);
        if TSV.as_bytes().get(known + length) == Some(&b'\t') && key_at(TSV.as_bytes(), known, length) == key {
            return SLOTS[slot];
        }
        slot = (slot + 1) % SLOTS.len();
    }
    0
}

/// The bytes of a word as one number, in small letters.
const fn key_at(bytes: &[u8], start: usize, length: usize) -> u128 {
    let (_, rest) = bytes.split_at(start);
    let window = match rest.first_chunk::<16>() {
        Some(window) => *window,
        None => {
            let mut window = [0; 16];
            let mut at = 0;
            while at < rest.len() {
                window[at] = rest[at];
                at += 1;
            }
            window
        }
    };
    // One bit makes letters small, and leaves what else a word of the table holds as it is.
    (u128::from_le_bytes(window) | 0x2020_2020_2020_2020_2020_2020_2020_2020) & ((1 << (8 * length)) - 1)
}

/// Whether a word of the table has the length, the first and the last letter: most words are told
/// by these alone to be in no table.
fn may_be(first: u8, last: u8, length: usize) -> bool {
    let of = |byte: u8| LENGTHS[usize::from(byte & 31)];
    of(first).0 & of(last).1 & 1 << length != 0
}

/// By the low five bits of a letter, which do not tell capitals from small ones: the lengths, as bits,
/// of the words that start and that end with it.
static LENGTHS: [(u16, u16); 32] = {
    let mut lengths = [(0, 0); 32];
    let mut index = 1;
    while index < COUNT {
        let start = LINES.0[index] as usize;
        let end = past(start, b'\t') - 1;
        lengths[(TSV.as_bytes()[start] & 31) as usize].0 |= 1 << (end - start);
        lengths[(TSV.as_bytes()[end - 1] & 31) as usize].1 |= 1 << (end - start);
        index += 1;
    }
    lengths
};

/// The clue with an index.
pub(super) fn clue(index: u16) -> Clue {
    Clue { index, class: CLASSES[usize::from(index)] }
}

/// The longest word of the table, in bytes.
const LONGEST: usize = 14;

/// The lines and an empty one before them.
const COUNT: usize = read_lines::<0>().2 + 1;

const LINES: ([u16; COUNT], [Class; COUNT], usize) = read_lines();

/// Where each line starts.
static STARTS: [u16; COUNT] = LINES.0;

static CLASSES: [Class; COUNT] = LINES.1;

/// Open addressing: the index of a clue, or 0.
static SLOTS: [u16; 1024] = fill_slots();

const fn slot_of(key: u128) -> usize {
    let folded = key as u64 ^ ((key >> 64) as u64).rotate_left(17);
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize
}

const fn fill_slots() -> [u16; 1024] {
    let mut slots = [0; 1024];
    let mut index = 1;
    while index < COUNT {
        let start = LINES.0[index] as usize;
        let length = past(start, b'\t') - 1 - start;
        let mut slot = slot_of(key_at(TSV.as_bytes(), start, length));
        while slots[slot] != 0 {
            slot = (slot + 1) % 1024;
        }
        slots[slot] = index as u16;
        index += 1;
    }
    slots
}

/// Where the lines start, their classes, and how many there are: as many as there is room for.
const fn read_lines<const N: usize>() -> ([u16; N], [Class; N], usize) {
    let bytes = TSV.as_bytes();
    let (mut starts, mut classes) = ([0; N], [Class::None; N]);
    let (mut count, mut at) = (0, 0);
    while at < bytes.len() {
        if bytes[at] != b'#' {
            count += 1;
            if count < N {
                let class = past(at, b'\t');
                starts[count] = at as u16;
                let word = bytes.split_at(past(class, b'\t') - 1).0.split_at(class).1;
                classes[count] = Class::from_word(word);
            }
        }
        at = past(at, b'\n');
    }
    (starts, classes, count)
}

/// The place after the next such byte.
const fn past(mut at: usize, byte: u8) -> usize {
    while TSV.as_bytes()[at] != byte {
        at += 1;
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
    use crate::segment::Case;
    use crate::text::Span;

    #[test]
    fn every_line_is_found_and_in_order() {
        let lines: Vec<_> = TSV.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.is_sorted_by(|left, right| left.split('\t').next() < right.split('\t').next()));
        for line in lines {
            let cells: Vec<_> = line.split('\t').collect();
            let [word, _, text] = cells[..] else { panic!("{line}") };
            let token =
                Token { span: Span::new(0, word.len()), kind: TokenKind::Word, case: Case::Lower, spaced: true };
            let found = clue(index(&word.to_uppercase(), &token));
            assert_eq!(found.text(), text, "{line}");
        }
        let token = Token { span: Span::new(0, 5), kind: TokenKind::Word, case: Case::Lower, spaced: true };
        assert_eq!(index("other", &token), 0);
    }
}
