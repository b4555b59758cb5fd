//! The words that wake the finders of dates, times and amounts, and what they say.

use std::sync::LazyLock;

use crate::segment::{Token, TokenKind};
use crate::text::word_table::WordTable;

/// Words that tell of dates, times and amounts. Written for Wirecopy from general knowledge; dedicated to the public domain
/// (CC0). A line has the word, its [`Class`] and its value: a number, a TIMEX3 code, an ISO 4217 or UCUM code. Sorted by
/// bytes.
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
            fn from_word(word: &str) -> Class {
                match word {
                    $($word => Class::$name,)*
                    _ => unreachable!("a class of clues.tsv that is none"),
                }
            }
        }
    };
}

classes! {
    /// "a", "an".
    A = "a";
    /// "ago".
    Ago = "ago";
    /// "all" in "all day".
    All = "all";
    /// "and".
    And = "and";
    /// "another".
    Another = "another";
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
    /// "final" in "the final quarter".
    Final = "final";
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
    /// "long" in "long ago".
    LongAgo = "long-ago";
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

/// What a word tells.
#[derive(Debug, Default)]
pub(super) struct Clue {
    pub class: Class,
    /// The value as it stands.
    pub text: &'static str,
}

impl Clue {
    /// The value as a number, or 0.
    #[inline(never)]
    pub(super) fn number(&self) -> i16 {
        let text = self.text;
        let digits = text.trim_start_matches('-');
        let number = digits.bytes().fold(0, |sum: i16, digit| sum.wrapping_mul(10).wrapping_add((digit as i16) - 48));
        if digits.len() < text.len() { -number } else { number }
    }
}

/// What most words are.
pub(super) static NONE: Clue = Clue { class: Class::None, text: "" };

/// The clue that the word is.
pub(super) fn of(text: &str, token: &Token) -> &'static Clue {
    if !matches!(token.kind, TokenKind::Word | TokenKind::Abbreviation) {
        return &NONE;
    }
    let word = token.span.of(text);
    TABLE.find(word.strip_suffix('.').unwrap_or(word)).unwrap_or(&NONE)
}

static TABLE: LazyLock<WordTable<Clue>> = LazyLock::new(|| {
    WordTable::new(TSV, |word| {
        let (class, text) = word.cells.split_once('\t').expect("a line has three cells");
        Clue { class: Class::from_word(class), text }
    })
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::Case;
    use crate::text::Span;

    #[test]
    fn every_line_is_found_and_in_order() {
        let lines: Vec<_> = TSV.lines().collect();
        assert!(lines.is_sorted_by(|left, right| left.split('\t').next() < right.split('\t').next()));
        for line in lines {
            let cells: Vec<_> = line.split('\t').collect();
            let [word, _, text] = cells[..] else { panic!("{line}") };
            let token =
                Token { span: Span::new(0, word.len()), kind: TokenKind::Word, case: Case::Lower, spaced: true };
            assert_eq!(of(&word.to_uppercase(), &token).text, text, "{line}");
        }
        let token = Token { span: Span::new(0, 5), kind: TokenKind::Word, case: Case::Lower, spaced: true };
        assert_eq!(of("other", &token).class, Class::None);
    }
}
