//! What a date, time or amount says by itself, before anything fixes it in time.

use std::borrow::Cow;

use crate::article::{MentionType, TimeKind};
use crate::text::Span;

/// A date, time or amount where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Measure {
    pub span: Span,
    pub kind: MentionType,
    pub meaning: Meaning,
}

impl Measure {
    /// How often one of its kind has the right span and type: measured for times, an estimate for
    /// amounts, for which there is no annotated text.
    pub(crate) fn confidence(&self) -> f64 {
        match self.meaning {
            // Strict precision of `cargo run --release -p train -- score-times wikiwars/*.xml`.
            Meaning::Time(_) => 0.92,
            Meaning::Amount(_) => 0.9,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meaning {
    Time(Temporal),
    Amount(Amount),
}

/// A number with its unit and its bounds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Amount {
    pub value: f64,
    /// ISO 4217, UCUM or "%".
    pub unit: Option<Cow<'static, str>>,
    pub approx: bool,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// A temporal expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Temporal {
    pub when: When,
    /// TIMEX3's code of a part of the day.
    pub part: Option<&'static str>,
    pub clock: Option<Clock>,
    /// Which way the sentence looks.
    pub tense: Tense,
}

/// A value that needs no anchor, as TIMEX3 writes it: short enough to be copied about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Timex {
    bytes: [u8; Timex::LONGEST],
    length: u8,
}

impl Timex {
    const LONGEST: usize = 30;

    pub(crate) fn new(text: &str) -> Self {
        Timex::default().with(text)
    }

    /// With more behind it. Numbers are limited so that all of it fits.
    #[inline(never)]
    pub(crate) fn with(mut self, text: &str) -> Self {
        let (start, end) = (usize::from(self.length), usize::from(self.length) + text.len());
        if let Some(place) = self.bytes.get_mut(start..end) {
            place.copy_from_slice(text.as_bytes());
            self.length = end as u8;
        }
        self
    }

    /// With a number of at least so many digits behind it.
    #[inline(never)]
    pub(crate) fn with_number(self, number: u32, digits: usize) -> Self {
        let mut written = [b'0'; 10];
        let (mut rest, mut at) = (number, written.len());
        while rest > 0 || written.len() - at < digits {
            at -= 1;
            written[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        self.with(std::str::from_utf8(&written[at..]).unwrap_or_default())
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

/// A time of the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clock {
    pub hour: u8,
    pub minute: u8,
    pub second: Option<u8>,
    /// Minutes from UTC.
    pub zone: Option<i16>,
}

/// Whether a sentence tells of what was or of what is to come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tense {
    #[default]
    Unknown,
    Past,
    Future,
    /// What was to come, or went on up to then: it may have passed by the article's day.
    Either,
}

/// Which day or period is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum When {
    /// The value needs no anchor.
    Fixed { timex: Timex, kind: TimeKind, anchored: bool },
    /// A day of a month; without a year the nearest one.
    Day { year: Option<i16>, month: u8, day: u8 },
    /// "the 28th".
    DayOfMonth(u8),
    /// 1 is Monday.
    Weekday(u8, Toward),
    /// That day of a week so many weeks from this one: "Tuesday of next week".
    WeekdayOf(u8, i8),
    /// A year or a part of it.
    Within(Year, Period),
    /// A unit so many units from the anchor: "last week", "two years ago", "a day earlier".
    Shift { unit: Unit, by: i16, base: Base },
    /// The nth week or day of a month or year.
    Nth { nth: u8, unit: Unit, year: Year, month: Option<u8> },
    /// The period spoken of, a year before or after: "the year-ago quarter", "a year later".
    YearAway { by: i16, unit: Option<Unit> },
    /// A time of a day that stands elsewhere.
    Unsaid,
}

/// Which of the years, months or weekdays of a name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Toward {
    /// As the tense has it.
    Tense,
    Last,
    This,
    Next,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    Given(i16),
    /// Years from the anchor's.
    Shift(i16, Base),
    /// The one in which the period is nearest.
    Nearest(Toward),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    Year,
    FiscalYear,
    Half(u8),
    Quarter(u8),
    Month(u8),
    /// TIMEX3's code.
    Season(&'static str),
}

/// What is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// The day of publication.
    Now,
    /// The date last spoken of.
    Text,
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The unit with a code of `clues.tsv`.
    pub(super) fn from_code(code: &str) -> Unit {
        match code {
            "S" => Unit::Second,
            "MIN" => Unit::Minute,
            "H" => Unit::Hour,
            "D" => Unit::Day,
            "WE" => Unit::Weekend,
            "W" => Unit::Week,
            "F" => Unit::Fortnight,
            "M" => Unit::Month,
            "Q" => Unit::Quarter,
            "DE" => Unit::Decade,
            "CE" => Unit::Century,
            "ML" => Unit::Millennium,
            _ => Unit::Year,
        }
    }

    pub(crate) fn is_of_clock(self) -> bool {
        self <= Unit::Hour
    }

    /// TIMEX3's value of a length of time; without a number "PXD".
    pub(super) fn length(self, number: Option<f64>) -> Timex {
        let (before, code, times) = match self {
            Unit::Second => ("PT", "S", 1.0),
            Unit::Minute => ("PT", "M", 1.0),
            Unit::Hour => ("PT", "H", 1.0),
            Unit::Day => ("P", "D", 1.0),
            Unit::Weekend => ("P", "WE", 1.0),
            Unit::Week => ("P", "W", 1.0),
            Unit::Fortnight => ("P", "W", 2.0),
            Unit::Month => ("P", "M", 1.0),
            Unit::Quarter => ("P", "Q", 1.0),
            Unit::Year => ("P", "Y", 1.0),
            Unit::Decade => ("P", "DE", 1.0),
            Unit::Century => ("P", "CE", 1.0),
            Unit::Millennium => ("P", "ML", 1.0),
        };
        match number {
            Some(number) if number < 1e6 => {
                let thousandths = (number * times * 1000.0).round() as u32;
                let whole = Timex::new(before).with_number(thousandths / 1000, 1);
                let rest = match (thousandths % 1000, thousandths % 100, thousandths % 10) {
                    (0, ..) => whole,
                    (rest, 0, _) => whole.with(".").with_number(rest / 100, 1),
                    (rest, _, 0) => whole.with(".").with_number(rest / 10, 2),
                    (rest, ..) => whole.with(".").with_number(rest, 3),
                };
                rest.with(code)
            }
            _ => Timex::new(before).with("X").with(code),
        }
    }
}

impl Temporal {
    pub(super) fn new(when: When) -> Self {
        Temporal { when, part: None, clock: None, tense: Tense::Unknown }
    }

    #[inline(never)]
    pub(super) fn fixed(timex: Timex, kind: TimeKind) -> Self {
        Temporal::new(When::Fixed { timex, kind, anchored: false })
    }

    /// "now" and its like.
    #[inline(never)]
    pub(super) fn reference(timex: &str) -> Self {
        Temporal::fixed(Timex::new(timex), TimeKind::Date)
    }

    /// What sort of temporal expression it is.
    pub(crate) fn kind(&self) -> TimeKind {
        match &self.when {
            _ if self.part.is_some() || self.clock.is_some() => TimeKind::Time,
            When::Fixed { kind, .. } => *kind,
            When::Shift { unit, .. } if unit.is_of_clock() => TimeKind::Time,
            _ => TimeKind::Date,
        }
    }

    pub(super) fn mention_type(&self) -> MentionType {
        let short = match &self.when {
            When::Fixed { timex, kind: TimeKind::Duration | TimeKind::Set, .. } => timex.as_str().contains('T'),
            _ => self.kind() == TimeKind::Time,
        };
        if short { MentionType::Time } else { MentionType::Date }
    }
}
