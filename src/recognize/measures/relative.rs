//! Dates by their place in time: "last week", "the third quarter of 1989", "early this year", "the
//! end of June", "the following day", "the year-ago period", "now".

use super::clues::Class;
use super::dates::{self, Found};
use super::durations;
use super::meaning::{Base, Period, Temporal, Timex, Toward, Unit, When, Year};
use super::numbers::digits;
use super::reader::Reader;
use crate::article::TimeKind;
use crate::segment::{Case, TokenKind};

/// Reads a date told by words such as "last", "the end of" or "now".
#[inline(never)]
pub(super) fn read(reader: &Reader, at: usize) -> Option<Found> {
    match reader.class(at) {
        Class::Edge | Class::EdgeThan => edged(reader, at),
        Class::LongAgo => long_ago(reader, at),
        Class::A if reader.is(at + 1, Class::LongAgo) => long_ago(reader, at + 1),
        Class::Whole => whole(reader, at),
        Class::All if reader.is(at + 1, Class::Unit) && reader.spaced(at + 1) => {
            let unit = Unit::from_code(reader.clue(at + 1).text);
            Some((at + 2, Temporal::fixed(unit.length(Some(1.0)), TimeKind::Duration)))
        }
        Class::All if reader.past_hyphen(at + 1).is_some() => whole(reader, at),
        Class::Present if at > reader.start && reader.is(at - 1, Class::At) => {
            let alone = reader.case(at + 1) != Case::Lower || reader.kind(at + 1) != TokenKind::Word;
            (alone || reader.is_word(at + 1, "the he she it they we there in"))
                .then(|| (at + 1, Temporal::reference("PRESENT_REF")))
        }
        Class::Right => reader.is_word(at + 1, "now").then(|| (at + 2, Temporal::reference("PRESENT_REF"))),
        Class::Now => Some((at + 1, Temporal::reference(reader.clue(at).text))),
        Class::Mid => {
            let (unit, base) = (Unit::from_code(reader.clue(at).text), Base::Now);
            Some((at + 1, Temporal::new(When::Shift { unit, by: 0, base })))
        }
        Class::Overnight | Class::Tonight => Some((at + 1, night(0, Base::Now))),
        Class::DayPart => day_part(reader, at, at),
        Class::Noon => None,
        Class::Season => season(reader, at, at),
        Class::Fiscal => fiscal(reader, at),
        Class::Part => part_of(reader, at),
        Class::Unit => {
            ended(reader, at).or_else(|| year_before(reader, at)).or_else(|| durations::unit_long(reader, at))
        }
        Class::Ordinal => counted(reader, at),
        Class::None if reader.is_number(at) => counted(reader, at),
        Class::DayParts | Class::Seasons => recurring(reader, at),
        Class::Weekdays => None,
        _ => determined(reader, at),
    }
}

/// The year that follows a quarter, month or season: "of 1989", "1989", "of last year", "last year".
#[inline(never)]
pub(super) fn year_after(reader: &Reader, at: usize) -> Option<(usize, Year)> {
    let of = reader.skip(at, Class::Of);
    let comma = if of == at { at + usize::from(reader.word(at) == ",") } else { of };
    let fiscal = reader.skip(comma, Class::Fiscal);
    let fiscal = if fiscal > comma && reader.is_word(fiscal, "year") { fiscal + 1 } else { fiscal };
    if let Some(year) = dates::year_number(reader, fiscal) {
        return (1500..2200).contains(&year).then_some((fiscal + 1, Year::Given(year)));
    }
    if reader.is(at, Class::A) && reader.is_word(at + 1, "year") && reader.is_word(at + 2, "ago earlier before") {
        return Some((at + 3, Year::Shift(-1, Base::Now)));
    }
    let the = if of > at { reader.skip(of, Class::The) } else { of };
    let (shift, base) = match reader.class(the) {
        Class::Last => (-1, Base::Now),
        Class::This | Class::Current => (0, Base::Now),
        Class::Next => (1, Base::Now),
        Class::Same | Class::That if of > at => (0, Base::Text),
        Class::Following if of > at => (1, Base::Text),
        Class::Previous if of > at => (-1, Base::Text),
        Class::Unit if of > at && the > of => (0, Base::Text),
        _ => return None,
    };
    let word = if reader.is(the, Class::Unit) { the } else { the + 1 };
    let word = if matches!(reader.class(word), Class::Fiscal | Class::Whole) { word + 1 } else { word };
    reader.is_word(word, "year").then_some((word + 1, Year::Shift(shift, base)))
}

/// "long ago", "long time ago" after "a".
#[inline(never)]
fn long_ago(reader: &Reader, at: usize) -> Option<Found> {
    let ago = at + 1 + usize::from(reader.is_word(at + 1, "time"));
    reader.is(ago, Class::Ago).then(|| (ago + 1, Temporal::reference("PAST_REF")))
}

/// "full-year", "all-day", "all-night".
#[inline(never)]
fn whole(reader: &Reader, at: usize) -> Option<Found> {
    let word = reader.past_hyphen(at + 1)?;
    let unit = match reader.class(word) {
        Class::Unit => Unit::from_code(reader.clue(word).text),
        Class::DayPart => {
            return Some((
                word + 1,
                Temporal::fixed(Timex::new("PT").with(reader.clue(word).text), TimeKind::Duration),
            ));
        }
        _ => return None,
    };
    Some((word + 1, Temporal::fixed(unit.length(Some(1.0)), TimeKind::Duration)))
}

fn night(by: i16, base: Base) -> Temporal {
    Temporal { part: Some("NI"), ..Temporal::new(When::Shift { unit: Unit::Day, by, base }) }
}

/// "early 1990", "late last year", "mid-June", "earlier this month", "later in the week".
#[inline(never)]
fn edged(reader: &Reader, at: usize) -> Option<Found> {
    let next = reader.past_joint(at + 1)?;
    // "the early hours of Monday"
    if reader.is_word(next, "hours") && reader.is(next + 1, Class::Of) {
        let (end, day) = dates::read(reader, next + 2)?;
        let is_day = matches!(day.when, When::Day { .. } | When::Weekday(..));
        let part = Some(if reader.is_word(at, "late") { "NI" } else { "MO" });
        let (end, _) = with_day_part(reader, (end, day));
        return is_day.then_some((end, Temporal { part, ..day }));
    }
    let than = reader.is(at, Class::EdgeThan);
    // "later in the week"; "late on Monday" leaves "Monday".
    if reader.is_word(next, "in") {
        let inner = any(reader, next + 1)?;
        let long = !matches!(inner.1.when, When::Fixed { kind: TimeKind::Duration | TimeKind::Set, .. });
        return (long && inner.1.clock.is_none()).then_some(inner);
    }
    let inner = any(reader, next)?;
    let fits = match (&inner.1.when, than) {
        (When::Fixed { timex, kind, .. }, false) => *kind == TimeKind::Date && !timex.as_str().ends_with("REF"),
        (When::Fixed { .. }, true) => false,
        (When::Within(Year::Given(_), Period::Year), true) => false,
        (When::Shift { unit, .. }, _) => !unit.is_of_clock(),
        _ => inner.1.clock.is_none(),
    };
    fits.then_some(inner)
}

/// Any date, for what stands before one.
#[inline(never)]
pub(super) fn any(reader: &Reader, at: usize) -> Option<Found> {
    let found = dates::read(reader, at).or_else(|| read(reader, at))?;
    Some(with_day_part(reader, found))
}

/// "Monday morning", "January 28 in the evening".
#[inline(never)]
pub(super) fn with_day_part(reader: &Reader, found: Found) -> Found {
    let (end, temporal) = found;
    let is_day = temporal.part.is_none()
        && match &temporal.when {
            When::Day { .. } | When::Weekday(..) | When::WeekdayOf(..) => true,
            When::Shift { unit, .. } => *unit == Unit::Day,
            _ => false,
        };
    let edge = end + usize::from(reader.is_word(end, "early late"));
    if is_day && reader.is(edge, Class::DayPart) && reader.spaced(edge) {
        return (edge + 1, Temporal { part: Some(reader.clue(edge).text), ..temporal });
    }
    (end, temporal)
}

/// "[the] end of 1990", "the rest of the year", "the middle of last week".
#[inline(never)]
fn part_of(reader: &Reader, part: usize) -> Option<Found> {
    if !reader.is(part + 1, Class::Of) {
        return None;
    }
    let inner = any(reader, part + 2)?;
    let dated = !matches!(inner.1.when, When::Fixed { kind: TimeKind::Duration | TimeKind::Set, .. });
    dated.then_some(inner)
}

/// "year-end", "month-end", "year's end".
#[inline(never)]
fn ended(reader: &Reader, at: usize) -> Option<Found> {
    let end = reader.past_hyphen(at + 1).or_else(|| reader.is_word(at + 1, "'s ’s").then_some(at + 2))?;
    let unit = Unit::from_code(reader.clue(at).text);
    let fits = reader.is_word(end, "end") && unit >= Unit::Week;
    fits.then(|| (end + 1, Temporal::new(When::Shift { unit, by: 0, base: Base::Now })))
}

/// "year-ago [quarter]", "year-earlier period".
#[inline(never)]
fn year_before(reader: &Reader, at: usize) -> Option<Found> {
    let year = reader.is_word(at, "year");
    let ago = reader
        .past_hyphen(at + 1)
        .or_else(|| (reader.is(at + 1, Class::Ago) || reader.is_word(at + 1, "earlier")).then_some(at + 1))?;
    if !year || !(reader.is(ago, Class::Ago) || reader.is_word(ago, "earlier")) {
        return None;
    }
    let next = ago + 1;
    let ordinal = if reader.is(next, Class::Ordinal) { reader.past_joint(next + 1).unwrap_or(next) } else { next };
    if ordinal > next && reader.is_word(ordinal, "quarter half") {
        let period = period(reader, next, ordinal)?;
        return Some((ordinal + 1, Temporal::new(When::Within(Year::Shift(-1, Base::Text), period))));
    }
    let unit = match reader.class(next) {
        Class::Unit => Some(Unit::from_code(reader.clue(next).text)),
        Class::Period => None,
        _ => return Some((next, Temporal::new(When::YearAway { by: -1, unit: None }))),
    };
    Some((next + 1, Temporal::new(When::YearAway { by: -1, unit })))
}

/// The quarter or half that an ordinal counts.
#[inline(never)]
fn period(reader: &Reader, ordinal: usize, word: usize) -> Option<Period> {
    let number = ordinal_number(reader, ordinal)?;
    match reader.word(word).to_ascii_lowercase().as_str() {
        "quarter" if number <= 4 => Some(Period::Quarter(number)),
        "half" if number <= 2 => Some(Period::Half(number)),
        _ => None,
    }
}

/// "third", "3rd".
#[inline(never)]
fn ordinal_number(reader: &Reader, at: usize) -> Option<u8> {
    if reader.is(at, Class::Ordinal) {
        return u8::try_from(reader.clue(at).number()).ok();
    }
    let found = reader.is_number(at).then(|| digits(reader.word(at))).flatten()?;
    let counts = found.plain && matches!(found.suffix, "st" | "nd" | "rd" | "th") && found.value < 200.0;
    counts.then_some(found.value as u8)
}

/// "fiscal 1990", "fiscal year 1990", "fiscal third quarter".
#[inline(never)]
fn fiscal(reader: &Reader, at: usize) -> Option<Found> {
    let year = reader.past_joint(at + 1)?;
    let word = if reader.is_word(year, "year") { year + 1 } else { year };
    if let Some(given) = dates::year_number(reader, word) {
        return Some((word + 1, Temporal::new(When::Within(Year::Given(given), Period::FiscalYear))));
    }
    if word > year {
        return Some((word, Temporal::new(When::Within(Year::Shift(0, Base::Text), Period::FiscalYear))));
    }
    counted(reader, year).filter(|found| matches!(found.1.when, When::Within(_, Period::Quarter(_) | Period::Half(_))))
}

/// "the night of April 18", "Monday's morning"; alone "night" is any.
#[inline(never)]
fn day_part(reader: &Reader, start: usize, at: usize) -> Option<Found> {
    let part = Some(reader.clue(at).text);
    let of = at + 1 + usize::from(reader.is_word(at + 1, "hours"));
    if reader.is(of, Class::Of) {
        let (end, day) = dates::read(reader, of + 1)?;
        let is_day = matches!(day.when, When::Day { .. } | When::Weekday(..));
        return is_day.then_some((end, Temporal { part, ..day }));
    }
    let compound =
        reader.past_hyphen(at + 1).is_some() || reader.is_word(at + 1, "school club shift sky vision market train");
    let led = at == start && at > reader.start && reader.is_word(at - 1, "at by");
    let generic = || When::Fixed { timex: part_of_all(reader.clue(at).text), kind: TimeKind::Time, anchored: false };
    (led && !compound).then(|| (at + 1, Temporal { part: None, ..Temporal::new(generic()) }))
}

/// "summer 2018", "summer of 2018", "winter"; "spring" and "fall" are words of other senses too.
#[inline(never)]
fn season(reader: &Reader, start: usize, at: usize) -> Option<Found> {
    let season = Period::Season(reader.clue(at).text);
    if let Some((end, year)) = year_after(reader, at + 1) {
        // "the winter of 2006-07"
        let turn = if let Year::Given(year) = year { dates::second_year(reader, end, year) } else { None };
        return Some((turn.map_or(end, |(last, _)| last + 1), Temporal::new(When::Within(year, season))));
    }
    let other = reader.is_word(at, "spring fall");
    let led =
        at > reader.start && (start < at || reader.is_word(at - 1, "in since until by during early late mid every"));
    let noun = !reader.is_word(at + 1, "of from in to into short apart behind back");
    (!other && reader.case(at) == Case::Lower || led && (noun || !other))
        .then(|| (at + 1, Temporal::new(When::Within(Year::Nearest(Toward::Tense), season))))
}

/// "mornings", "nights", "summers".
#[inline(never)]
fn recurring(reader: &Reader, at: usize) -> Option<Found> {
    let code = reader.clue(at).text;
    let timex = if reader.is(at, Class::Seasons) { Timex::new("XXXX-").with(code) } else { part_of_all(code) };
    Some((at + 1, Temporal::fixed(timex, TimeKind::Set)))
}

/// "mornings".
pub(super) fn part_of_all(code: &str) -> Timex {
    Timex::new("XXXX-XX-XXT").with(code)
}

/// What a determiner points with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pointer {
    by: i16,
    base: Base,
    toward: Toward,
    class: Class,
    /// "the last week" is a length of time, "last week" a week.
    the: bool,
}

/// What begins with "the", "this", "last", "next", "that", "same" ...
#[inline(never)]
fn determined(reader: &Reader, at: usize) -> Option<Found> {
    let the = reader.is(at, Class::The);
    let mut word = at + usize::from(the);
    if let Some(found) = the.then(|| after_the(reader, at, word)).flatten() {
        return Some(found);
    }
    // "this past Monday", "that same day"
    let doubled = matches!(reader.class(word), Class::This | Class::That)
        && matches!(reader.class(word + 1), Class::Past | Class::Coming | Class::Same | Class::Current);
    word += usize::from(doubled);
    let mut pointer = pointer(reader, word, the)?;
    // "this past week" is a week, "the past week" a length of time.
    if doubled && pointer.class == Class::Past {
        pointer.class = Class::Last;
    }
    let next = reader.past_joint(word + 1);
    let pointed = next.and_then(|next| pointed(reader, pointer, next));
    pointed.or_else(|| reference(reader, pointer, word).filter(|_| !doubled))
}

/// What the determiner itself says.
#[inline(never)]
fn pointer(reader: &Reader, at: usize, the: bool) -> Option<Pointer> {
    let class = reader.class(at);
    let (by, base, toward) = match class {
        Class::Last | Class::Past => (-1, Base::Now, Toward::Last),
        Class::Latest => (-1, Base::Now, Toward::Last),
        Class::Previous => (-1, Base::Text, Toward::Last),
        Class::Next if the => (1, Base::Text, Toward::Next),
        Class::Next | Class::Coming => (1, Base::Now, Toward::Next),
        Class::Following => (1, Base::Text, Toward::Next),
        Class::This | Class::Current | Class::These | Class::Present => (0, Base::Now, Toward::This),
        Class::That | Class::Same | Class::Those => (0, Base::Text, Toward::Tense),
        Class::Recent | Class::Future | Class::Every => (0, Base::Now, Toward::Tense),
        _ => return None,
    };
    Some(Pointer { by, base, toward, class, the })
}

/// The time words after a determiner.
#[inline(never)]
fn pointed(reader: &Reader, pointer: Pointer, at: usize) -> Option<Found> {
    let Pointer { by, base, toward, class, the } = pointer;
    let at = if matches!(reader.class(at), Class::Fiscal | Class::Whole) { at + 1 } else { at };
    let shift = |end: usize, unit: Unit| Some((end, Temporal::new(When::Shift { unit, by, base })));
    match reader.class(at) {
        _ if class == Class::Every => durations::every(reader, at),
        Class::Unit => {
            let unit = Unit::from_code(reader.clue(at).text);
            let fiscal = reader.is(at - 1, Class::Fiscal);
            let end = at + 1;
            match class {
                Class::Recent | Class::Future | Class::These | Class::Those => None,
                // "over the past year", "in the last week", "the next decade"
                Class::Last | Class::Next if the && reader.is(end, Class::Of) => last_of(reader, by, unit, at),
                Class::Past | Class::Last | Class::Next
                    if unit != Unit::Weekend
                        && (the || class == Class::Past)
                        && (class != Class::Next || is_stretch(reader, at)) =>
                {
                    Some((end, Temporal::fixed(unit.length(Some(1.0)), TimeKind::Duration)))
                }
                _ if unit.is_of_clock() && matches!(class, Class::This | Class::That | Class::Same) => None,
                _ if fiscal => {
                    let year = Year::Shift(by, base);
                    Some((end, Temporal::new(When::Within(year, Period::FiscalYear))))
                }
                Class::Same | Class::That
                    if year_after(reader, end).is_some_and(|(next, _)| next > end) && unit != Unit::Year =>
                {
                    let (end, _) = year_after(reader, end)?;
                    Some((end, Temporal::new(When::YearAway { by: -1, unit: Some(unit) })))
                }
                _ => shift(end, unit),
            }
        }
        Class::Units => {
            let unit = Unit::from_code(reader.clue(at).text);
            let (timex, kind) = match class {
                Class::Recent => (Timex::new("PAST_REF"), TimeKind::Date),
                Class::Past if !the => (Timex::new("PAST_REF"), TimeKind::Date),
                Class::Coming | Class::Future => (Timex::new("FUTURE_REF"), TimeKind::Date),
                Class::These if unit == Unit::Day => (Timex::new("PRESENT_REF"), TimeKind::Date),
                Class::Those if unit == Unit::Day => (Timex::new("PAST_REF"), TimeKind::Date),
                _ => (unit.length(None), TimeKind::Duration),
            };
            Some((at + 1, Temporal::fixed(timex, kind)))
        }
        Class::Weekday if reader.case(at) != Case::Lower => {
            let day = reader.clue(at).number() as u8;
            let found = (at + 1, Temporal::new(When::Weekday(day, toward)));
            Some(with_day_part(reader, found))
        }
        Class::Month | Class::MonthShort if dates::is_month(reader, at) => {
            if let Some((end, found)) = dates::read(reader, at).filter(|(end, _)| *end > at + 1) {
                return Some((end, found));
            }
            let month = Period::Month(reader.clue(at).number() as u8);
            Some((at + 1, Temporal::new(When::Within(Year::Nearest(toward), month))))
        }
        Class::Season => {
            let year = if base == Base::Text { Year::Shift(by, base) } else { Year::Nearest(toward) };
            Some((at + 1, Temporal::new(When::Within(year, Period::Season(reader.clue(at).text)))))
        }
        Class::DayPart if !matches!(class, Class::Recent | Class::Future) => {
            // "last night" is yesterday's, "the next morning" the next day's
            let when = When::Shift { unit: Unit::Day, by, base };
            Some((at + 1, Temporal { part: Some(reader.clue(at).text), ..Temporal::new(when) }))
        }
        // "early this morning" is read elsewhere; "the next early morning" is not said.
        Class::Period => match class {
            Class::Same => {
                let (end, year) = year_after(reader, at + 1).unwrap_or((at + 1, Year::Shift(0, Base::Text)));
                let when = if year == Year::Shift(0, Base::Text) {
                    When::Shift { unit: Unit::Day, by: 0, base }
                } else if let Year::Given(_) = year {
                    When::Within(year, Period::Year)
                } else {
                    When::YearAway { by: -1, unit: None }
                };
                Some((end, Temporal::new(when)))
            }
            _ => None,
        },
        Class::Ordinal => {
            let (end, mut temporal) = counted(reader, at)?;
            if let When::Within(year @ Year::Nearest(_), Period::Quarter(_) | Period::Half(_)) = &mut temporal.when {
                *year = Year::Nearest(toward);
            }
            Some((end, temporal))
        }
        _ if matches!(
            class,
            Class::Last
                | Class::Past
                | Class::Next
                | Class::Coming
                | Class::Previous
                | Class::Following
                | Class::Latest
                | Class::These
                | Class::Those
                | Class::Same
        ) =>
        {
            let (end, mut temporal) = durations::length(reader, at)?;
            if let When::Fixed { kind, .. } = &mut temporal.when {
                *kind = TimeKind::Duration;
            }
            Some((end, temporal))
        }
        _ => None,
    }
}

/// "over the next year" is a length of time; "the next year he left" is a year.
#[inline(never)]
fn is_stretch(reader: &Reader, at: usize) -> bool {
    at >= reader.start + 3 && reader.is_word(at - 3, "over within during for in through") && !reader.is_word(at, "day")
}

/// "the last week of August".
#[inline(never)]
fn last_of(reader: &Reader, by: i16, unit: Unit, word: usize) -> Option<Found> {
    let (end, temporal) = any(reader, word + 2).filter(|_| by < 0)?;
    if let (Unit::Quarter, When::Within(year, Period::Year)) = (unit, temporal.when) {
        return Some((end, Temporal::new(When::Within(year, Period::Quarter(4)))));
    }
    let (year, month) = match temporal.when {
        When::Within(year, Period::Month(month)) => (year, Some(month)),
        When::Within(year, Period::Year) => (year, None),
        When::Shift { unit: Unit::Year, by, base } => (Year::Shift(by, base), None),
        _ => return Some((word + 1, Temporal::fixed(unit.length(Some(1.0)), TimeKind::Duration))),
    };
    Some((end, Temporal::new(When::Nth { nth: 0, unit, year, month })))
}

/// "the past", "the future", "the present".
#[inline(never)]
fn reference(reader: &Reader, pointer: Pointer, at: usize) -> Option<Found> {
    let noun = |at: usize| matches!(reader.case(at), Case::Lower) && reader.kind(at) == TokenKind::Word;
    let timex = match pointer.class {
        Class::Past if pointer.the && (!noun(at + 1) || reader.is_word(at + 1, "and is was as to in have has")) => {
            "PAST_REF"
        }
        Class::Future if pointer.the => "FUTURE_REF",
        Class::Present if pointer.the && reader.is_word(at + 1, "time") => {
            return Some((at + 2, Temporal::reference("PRESENT_REF")));
        }
        Class::Present if pointer.the && !noun(at + 1) => "PRESENT_REF",
        _ => return None,
    };
    Some((at + 1, Temporal::reference(timex)))
}

/// What follows "the" at once.
#[inline(never)]
fn after_the(reader: &Reader, the: usize, at: usize) -> Option<Found> {
    match reader.class(at) {
        Class::Part => part_of(reader, at),
        Class::Edge => edged(reader, at),
        Class::Fiscal => fiscal(reader, at),
        Class::Moment if the > reader.start && reader.is(the - 1, Class::At) => {
            Some((at + 1, Temporal::reference("PRESENT_REF")))
        }
        Class::DayPart => day_part(reader, the, at).or_else(|| {
            let when = When::Shift { unit: Unit::Day, by: 0, base: Base::Text };
            let open = reader.past_hyphen(at + 1).is_none();
            open.then(|| (at + 1, Temporal { part: Some(reader.clue(at).text), ..Temporal::new(when) }))
        }),
        Class::Season => season(reader, the, at),
        Class::Decades => {
            let decade = dates::decade_of(reader.clue(at).number());
            Some((at + 1, Temporal::new(decade)))
        }
        Class::Month | Class::MonthShort => {
            dates::months_of_quarter(reader, at).map(|(end, when)| (end, Temporal::new(when)))
        }
        Class::Unit => the_unit(reader, at),
        Class::Units => {
            let unit = Unit::from_code(reader.clue(at).text);
            let long = reader.past_hyphen(at + 1).is_some();
            (!unit.is_of_clock() && !long).then(|| (at + 1, Temporal::fixed(unit.length(None), TimeKind::Duration)))
        }
        Class::Ordinal => counted(reader, at),
        Class::Final if reader.is_word(at + 1, "quarter half") => {
            let period = if reader.is_word(at + 1, "half") { Period::Half(2) } else { Period::Quarter(4) };
            let (end, year) = year_after(reader, at + 2)?;
            Some((end, Temporal::new(When::Within(year, period))))
        }
        // "the final three months of 1989"
        Class::Final if !reader.is(at + 1, Class::Unit) => {
            let (end, mut temporal) = durations::length(reader, at + 1)?;
            if let When::Fixed { kind, .. } = &mut temporal.when {
                *kind = TimeKind::Duration;
            }
            let of = year_after(reader, end).filter(|_| reader.is(end, Class::Of)).map_or(end, |(end, _)| end);
            Some((of, temporal))
        }
        Class::Latest | Class::Whole => {
            let next = at + 1;
            reader.is(next, Class::Unit).then(|| the_unit(reader, next)).flatten()
        }
        // "the near future"
        _ if reader.is_word(at, "near foreseeable distant recent immediate not-too-distant")
            && matches!(reader.class(at + 1), Class::Future | Class::Past) =>
        {
            let timex = if reader.is(at + 1, Class::Past) { "PAST_REF" } else { "FUTURE_REF" };
            Some((at + 2, Temporal::reference(timex)))
        }
        Class::Half if reader.is_word(at, "half") => None,
        _ if reader.is_number(at) => dates::read(reader, at)
            .filter(|(_, found)| matches!(&found.when, When::Fixed { anchored: true, .. }))
            .or_else(|| dates::read(reader, the).filter(|(end, _)| *end > at))
            .or_else(|| counted(reader, at))
            .or_else(|| the_length(reader, at)),
        Class::None if matches!(reader.word(at), "'" | "’") => dates::read(reader, at),
        Class::Small | Class::Tens | Class::Few | Class::Couple => the_length(reader, at),
        _ => None,
    }
}

/// "the two years"; in "the two-year plan" the article is the plan's.
#[inline(never)]
fn the_length(reader: &Reader, at: usize) -> Option<Found> {
    let (end, temporal) = durations::length(reader, at)?;
    let hyphened = !reader.spaced(end - 1) || reader.is_word(end - 1, "old") && !reader.spaced(end - 2);
    // "the seven hour drive"
    let before_noun = reader.is(end - 1, Class::Unit) && end > at + 1 && !reader.is_word(at, "one");
    if !hyphened && !before_noun {
        return Some((end, temporal));
    }
    // "the three-month period"
    reader.is(end, Class::Period).then_some((end + 1, temporal))
}

/// "the year", "the week"; "the year-ago quarter", "the year 2000", "the day before yesterday".
#[inline(never)]
fn the_unit(reader: &Reader, at: usize) -> Option<Found> {
    let unit = Unit::from_code(reader.clue(at).text);
    if let Some(found) = year_before(reader, at).or_else(|| ended(reader, at)) {
        return Some(found);
    }
    if let Some(year) = dates::year_number(reader, at + 1).filter(|_| unit == Unit::Year) {
        return Some((at + 2, Temporal::new(When::Within(Year::Given(year), Period::Year))));
    }
    if unit == Unit::Day && reader.is(at + 2, Class::Deictic) && reader.is_word(at + 1, "before after") {
        let away = reader.clue(at + 2).number();
        let by = if reader.is_word(at + 1, "before") { away - 1 } else { away + 1 };
        return Some((at + 3, Temporal::new(When::Shift { unit, by, base: Base::Now })));
    }
    // "the year it was found"
    if reader.is_word(at + 1, "i he she they we you it that when who") {
        return None;
    }
    // "the week before", where nothing follows that it was before
    let closed = !matches!(reader.kind(at + 2), TokenKind::Word | TokenKind::Abbreviation | TokenKind::Number);
    let by = match reader.word(at + 1) {
        "before" if closed => -1,
        "after" if closed => 1,
        // "the day after the vote" is a length of time, as "two days after the vote"
        "before" | "after" if unit <= Unit::Week => {
            return Some((at + 1, Temporal::fixed(unit.length(Some(1.0)), TimeKind::Duration)));
        }
        _ => 0,
    };
    if by != 0 {
        return Some((at + 2, Temporal::new(When::Shift { unit, by, base: Base::Text })));
    }
    let compound = reader.past_hyphen(at + 1).is_some();
    let named = unit == Unit::Century || unit == Unit::Decade || unit > Unit::Hour;
    let base = if unit >= Unit::Weekend { Base::Text } else { Base::Now };
    (named && !compound && reader.case(at) == Case::Lower)
        .then(|| (at + 1, Temporal::new(When::Shift { unit, by: 0, base })))
}

/// "third quarter", "first half of 1990", "19th century", "first nine months", "second week of May".
#[inline(never)]
fn counted(reader: &Reader, at: usize) -> Option<Found> {
    let nth = ordinal_number(reader, at)?;
    let word = reader.past_joint(at + 1)?;
    // "third straight month"
    let word = if matches!(reader.class(word), Class::Fiscal | Class::Whole) { word + 1 } else { word };
    if reader.is(word, Class::Half) || reader.is_word(word, "quarter") {
        let period = period(reader, at, word)?;
        let fraction = at > reader.start && reader.is_word(at - 1, "one two three a");
        let given = year_after(reader, word + 1);
        // "the second half of the match"
        let part = given.is_none() && reader.is(word + 1, Class::Of);
        if fraction || part || is_sport(reader, word) {
            return None;
        }
        let (end, year) = given.unwrap_or((word + 1, Year::Nearest(Toward::Tense)));
        return Some((end, Temporal::new(When::Within(year, period))));
    }
    match reader.class(word) {
        Class::Unit => {
            let unit = Unit::from_code(reader.clue(word).text);
            match unit {
                Unit::Century => {
                    let era = dates::era_after(reader, word + 1);
                    Some((word + 1 + usize::from(era.is_some()), century(nth, era == Some(true))))
                }
                Unit::Decade if reader.is(word + 1, Class::Of) => {
                    let ordinal = reader.skip(word + 2, Class::The);
                    let (end, _) = counted(reader, ordinal)?;
                    let century = ordinal_number(reader, ordinal)?;
                    let century = Timex::default().with_number(century.saturating_sub(1).into(), 2);
                    let timex = century.with_number((nth.saturating_sub(1) % 10).into(), 1);
                    let when = When::Fixed { timex, kind: TimeKind::Date, anchored: true };
                    Some((end, Temporal::new(when)))
                }
                Unit::Day | Unit::Week | Unit::Month | Unit::Weekend => nth_unit(reader, nth, unit, word),
                Unit::Year => {
                    let fits = reader.past_hyphen(at + 1).is_none();
                    fits.then(|| (word + 1, Temporal::fixed(Unit::Year.length(Some(1.0)), TimeKind::Duration)))
                }
                _ => None,
            }
        }
        // "the 15th and 16th centuries"
        Class::Units if Unit::from_code(reader.clue(word).text) == Unit::Century => {
            let era = dates::era_after(reader, word + 1);
            Some((word + 1 + usize::from(era.is_some()), century(nth, era == Some(true))))
        }
        Class::And | Class::To => {
            let next = word + 1 + usize::from(reader.is(word + 1, Class::The));
            let next = next + usize::from(reader.is(next, Class::Edge));
            let last = ordinal_number(reader, next)?;
            let centuries = reader.past_joint(next + 1).filter(|at| reader.is_word(*at, "centuries century"))?;
            let before = dates::era_after(reader, centuries + 1) == Some(true);
            (before || nth < last).then(|| (at + 1, century(nth, before)))
        }
        // "the first nine months of 1990"
        Class::Units | Class::Small | Class::Tens | Class::Few | Class::None if reader.spaced(word) => {
            let (end, mut temporal) = durations::length(reader, word)?;
            if let When::Fixed { kind, .. } = &mut temporal.when {
                *kind = TimeKind::Duration;
            }
            let of = year_after(reader, end).filter(|_| reader.is(end, Class::Of)).map_or(end, |(end, _)| end);
            Some((of, temporal))
        }
        _ => None,
    }
}

fn century(nth: u8, before: bool) -> Temporal {
    let era = if before { "BC" } else { "" };
    let timex = Timex::new(era).with_number(nth.saturating_sub(1).into(), 2);
    Temporal::new(When::Fixed { timex, kind: TimeKind::Date, anchored: true })
}

/// "second week of May", "first day of 1990".
#[inline(never)]
fn nth_unit(reader: &Reader, nth: u8, unit: Unit, word: usize) -> Option<Found> {
    let of =
        reader.is(word + 1, Class::Of).then(|| dates::read(reader, word + 2).or_else(|| determined(reader, word + 2)));
    if let Some((end, temporal)) = of.flatten() {
        match temporal.when {
            When::Within(year, Period::Month(month)) => {
                return Some((end, Temporal::new(When::Nth { nth, unit, year, month: Some(month) })));
            }
            When::Within(year, Period::Year) => {
                return Some((end, Temporal::new(When::Nth { nth, unit, year, month: None })));
            }
            When::Shift { unit: Unit::Year, by, base } => {
                let year = Year::Shift(by, base);
                return Some((end, Temporal::new(When::Nth { nth, unit, year, month: None })));
            }
            _ => {}
        }
    }
    let hyphenated = reader.past_hyphen(word + 1).is_some() || !reader.spaced(word);
    (!hyphenated && unit != Unit::Weekend)
        .then(|| (word + 1, Temporal::fixed(unit.length(Some(1.0)), TimeKind::Duration)))
}

/// Quarters and halves of matches: the sentence speaks of goals or has a score.
#[inline(never)]
fn is_sport(reader: &Reader, word: usize) -> bool {
    const SPORT: &str = "goal goals touchdown touchdowns penalty scored scoring header minute minutes halftime half-time coach quarterback match striker midfielder defender yard yards rebounds substitute injury basket goalkeeper keeper kick lead equalized equalised equalizer equaliser points";
    if reader.is(word + 1, Class::Of) || year_after(reader, word + 1).is_some() {
        return false;
    }
    let near = word.saturating_sub(24).max(reader.start)..(word + 24).min(reader.end);
    let money = near.clone().any(|at| {
        matches!(reader.word(at), "$" | "£" | "€") || matches!(reader.class(at), Class::Percent | Class::Scale)
    });
    !money && near.into_iter().any(|at| at != word && reader.is_word(at, SPORT))
}
