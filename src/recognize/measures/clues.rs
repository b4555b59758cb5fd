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

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clue {
    word: (u16, u8),
    text: (u16, u8),
    /// The value, where it is a number.
    pub number: i16,
    pub class: Class,
}

impl Clue {
    const NONE: Clue = Clue { word: (0, 0), text: (0, 0), number: 0, class: Class::None };

    /// The value as it stands.
    pub(super) fn text(self) -> &'static str {
        let (start, length) = (usize::from(self.text.0), usize::from(self.text.1));
        &TSV[start..start + length]
    }
}

/// The index of the word's clue; 0 where it has none.
pub(super) fn index(text: &str, token: &Token) -> u16 {
    let may = matches!(token.kind, TokenKind::Word | TokenKind::Abbreviation);
    if !may || token.span.len() as usize > LONGEST + 1 {
        return 0;
    }
    let word = token.span.of(text).as_bytes();
    let word = word.strip_suffix(b".").unwrap_or(word);
    let Some(length) = Some(word.len()).filter(|length| (1..=LONGEST).contains(length)) else { return 0 };
    let mut lower = [0; LONGEST];
    lower[..length].copy_from_slice(word);
    lower[..length].make_ascii_lowercase();
    let mut slot = slot_of(&lower, length);
    while SLOTS[slot] != 0 {
        let (start, known) = CLUES[usize::from(SLOTS[slot])].word;
        let start = usize::from(start);
        if usize::from(known) == length && TSV.as_bytes()[start..start + length] == lower[..length] {
            return SLOTS[slot];
        }
        slot = (slot + 1) % SLOTS.len();
    }
    0
}

/// Whether an expression can begin with the clue's word.
pub(super) fn leads(index: u16) -> bool {
    use Class::*;
    !matches!(
        CLUES[usize::from(index)].class,
        Ago | And
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

/// The clue with an index.
pub(super) fn clue(index: u16) -> Clue {
    CLUES[usize::from(index)]
}

/// The longest word of the table, in bytes.
const LONGEST: usize = 14;

const COUNT: usize = count_lines();

/// The lines, after an empty one.
static CLUES: [Clue; COUNT + 1] = read_lines();

/// Open addressing: the index of a clue, or 0.
static SLOTS: [u16; 2048] = fill_slots();

const fn slot_of(lower: &[u8; LONGEST], length: usize) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < length {
        hash = (hash ^ lower[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    ((hash >> 16 ^ hash) % 2048) as usize
}

const fn fill_slots() -> [u16; 2048] {
    let clues = read_lines();
    let mut slots = [0; 2048];
    let mut index = 1;
    while index < clues.len() {
        let (start, length) = (clues[index].word.0 as usize, clues[index].word.1 as usize);
        let mut lower = [0; LONGEST];
        let mut at = 0;
        while at < length {
            lower[at] = TSV.as_bytes()[start + at];
            at += 1;
        }
        let mut slot = slot_of(&lower, length);
        while slots[slot] != 0 {
            slot = (slot + 1) % 2048;
        }
        slots[slot] = index as u16;
        index += 1;
    }
    slots
}

const fn count_lines() -> usize {
    let bytes = TSV.as_bytes();
    let (mut count, mut at) = (0, 0);
    while at < bytes.len() {
        if bytes[at] != b'#' {
            count += 1;
        }
        at = past(at, b'\n');
    }
    count
}

const fn read_lines() -> [Clue; COUNT + 1] {
    let bytes = TSV.as_bytes();
    let mut clues = [Clue::NONE; COUNT + 1];
    let (mut index, mut at) = (1, 0);
    while at < bytes.len() {
        let next = past(at, b'\n');
        if bytes[at] != b'#' {
            let class = past(at, b'\t');
            let text = past(class, b'\t');
            clues[index] = Clue {
                word: (at as u16, (class - 1 - at) as u8),
                text: (text as u16, (next - 1 - text) as u8),
                number: number(text, next - 1),
                class: Class::from_word(bytes.split_at(text - 1).0.split_at(class).1),
            };
            index += 1;
        }
        at = next;
    }
    clues
}

/// The place after the next such byte.
const fn past(mut at: usize, byte: u8) -> usize {
    while TSV.as_bytes()[at] != byte {
        at += 1;
    }
    at + 1
}

/// The number that stands there, or 0.
const fn number(mut at: usize, end: usize) -> i16 {
    let bytes = TSV.as_bytes();
    let negative = bytes[at] == b'-';
    at += negative as usize;
    let mut number = 0;
    while at < end && bytes[at].is_ascii_digit() {
        number = number * 10 + (bytes[at] - b'0') as i16;
        at += 1;
    }
    if negative { -number } else { number }
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
