//! Lengths of time, and what is counted with them: "two years", "more than a decade", "three weeks
//! ago", "a year earlier", "every day", "twice a week", "five-year-old".

use super::clues::Class;
use super::dates::{self, Found, weekday_of_all};
use super::meaning::{Base, Temporal, Timex, Unit, When};
use super::numbers::{Form, Number, number};
use super::reader::Reader;
use super::relative::part_of_all;
use crate::article::TimeKind;
use crate::segment::{Case, TokenKind};

/// Reads a length of time or a set of times.
#[inline(never)]
pub(super) fn read(reader: &Reader, at: usize) -> Option<Found> {
    match reader.class(at) {
        Class::Every => every(reader, at + 1),
        Class::Times => times(reader, at),
        Class::Set => set_word(reader, at),
        Class::Long => Some((at + 1, Temporal::fixed(Timex::new(reader.clue(at).text), TimeKind::Duration))),
        Class::A if is_rate(reader, at) => {
            let unit = Unit::from_code(reader.clue(at + 1).text);
            Some((at + 2, Temporal::fixed(unit.length(Some(1.0)), TimeKind::Set)))
        }
        _ => {
            let start = past_approximation(reader, at);
            let (end, temporal) = length(reader, start)?;
            Some((end, temporal)).filter(|(_, found)| {
                start == at || matches!(found.when, When::Fixed { kind: TimeKind::Duration, .. } | When::Shift { .. })
            })
        }
    }
}

/// Past "about", "more than", "at least", "up to", "as many as", "no more than".
#[inline(never)]
pub(super) fn past_approximation(reader: &Reader, at: usize) -> usize {
    match reader.class(at) {
        // "over two years" is mostly "in the course of".
        Class::Over => {
            at + usize::from(
                reader.is(at + 1, Class::A)
                    || at > reader.start && reader.is_word(at - 1, "for after of in took lasted with"),
            )
        }
        Class::Approx | Class::Under => at + 1,
        Class::More | Class::Less if reader.is(at + 1, Class::Than) => at + 2,
        Class::At if reader.is_word(at + 1, "least most") => at + 2,
        Class::Up if reader.is(at + 1, Class::To) => at + 2,
        Class::Lead
            if reader.is_word(at, "as")
                && reader.is_word(at + 1, "many much few little long")
                && reader.is_word(at + 2, "as") =>
        {
            at + 3
        }
        Class::Lead
            if !reader.is_word(at, "as")
                && matches!(reader.class(at + 1), Class::More | Class::Less)
                && reader.is(at + 2, Class::Than) =>
        {
            at + 3
        }
        _ => at,
    }
}

/// How much of a unit there is.
enum Count {
    Number(f64),
    /// "several".
    Vague,
}

/// "year-long", "months-long", "decade-old": what stands in one with the unit.
#[inline(never)]
pub(super) fn unit_long(reader: &Reader, at: usize) -> Option<Found> {
    let word = reader.past_hyphen(at + 1).filter(|word| reader.is_word(*word, "long old"))?;
    let unit = Unit::from_code(reader.clue(at).text);
    Some((word + 1, Temporal::fixed(unit.length(Some(1.0)), TimeKind::Duration)))
}

/// "two years", "a year", "several weeks", "half an hour", "years", with "ago" or "later" where
/// it follows.
#[inline(never)]
pub(super) fn length(reader: &Reader, at: usize) -> Option<Found> {
    let (count, word) = count(reader, at)?;
    let mut word = word;
    while matches!(reader.class(word), Class::Whole | Class::Fiscal | Class::More) {
        word += 1;
    }
    let tight = !reader.spaced(word);
    let unit = match reader.class(word) {
        Class::Unit | Class::Units => Unit::from_code(reader.clue(word).text),
        Class::DayParts if matches!(count, Count::Number(..)) => Unit::Day,
        // "a 30-second pause"
        Class::Ordinal if tight && reader.is_word(word, "second") => Unit::Second,
        _ => return None,
    };
    if matches!(count, Count::Vague) && reader.is(word, Class::Unit) && !tight {
        return None;
    }
    // "1990 years", "5 min" and "20 second" are as they stand; "one second quarter" is not.
    let mut number = match count {
        Count::Number(number) => Some(number),
        Count::Vague => None,
    };
    let mut end = word + 1;
    if let Some(half) = and_a_half(reader, end) {
        number = number.map(|number| number + 0.5);
        end = half;
    }
    let mut timex = unit.length(number);
    while let Some((after, more)) = number.and_then(|_| smaller(reader, end, unit)) {
        timex = joined(timex, more.0.as_str());
        end = after;
        if more.1 <= Unit::Minute {
            break;
        }
    }
    // "a week or so ago"
    if reader.is_word(end, "or") && reader.is_word(end + 1, "so more") {
        end += 2;
    }
    if let Some(aged) = aged(reader, end) {
        return Some((aged, Temporal::fixed(timex, TimeKind::Duration)));
    }
    if let Some((end, by, base)) = direction(reader, end) {
        // "from a year ago" is the same time of the year as what it is compared with.
        let compared = || at > reader.start && reader.is_word(at - 1, "from with");
        if unit == Unit::Year && number == Some(1.0) && (base == Base::Text || by < 0 && compared()) {
            return Some((end, Temporal::new(When::YearAway { by, unit: None })));
        }
        return Some((end, Temporal::new(counted_from(unit, number, by, base))));
    }
    // "on weekends"
    if unit == Unit::Weekend && number.is_none() {
        return Some((end, Temporal::fixed(Timex::new("XXXX-WXX-WE"), TimeKind::Set)));
    }
    Some((end, Temporal::fixed(timex, TimeKind::Duration)))
}

/// What counts the unit, and where the unit's word is.
#[inline(never)]
fn count(reader: &Reader, at: usize) -> Option<(Count, usize)> {
    match reader.class(at) {
        // "light-years"
        Class::Units if at > reader.start && reader.past_hyphen(at - 1).is_some() => None,
        Class::Units if reader.case(at) == Case::Lower || at == reader.start => Some((Count::Vague, at)),
        // "another week", "another two weeks"
        Class::Another if reader.is(at + 1, Class::Unit) => Some((Count::Number(1.0), at + 1)),
        Class::Another => with_number(reader, at + 1),
        // "a few", "several"
        Class::Few => Some((Count::Vague, at + 1)),
        Class::A if reader.is(at + 1, Class::Few) => Some((Count::Vague, at + 2)),
        Class::A if reader.is(at + 1, Class::Couple) => couple(reader, at + 1),
        Class::Couple => couple(reader, at),
        Class::Scales if reader.is(at + 1, Class::Of) => Some((Count::Vague, at + 2)),
        Class::Half => half(reader, at),
        Class::A if reader.is(at + 1, Class::Half) => half(reader, at + 1),
        Class::A => {
            let word = reader.past_joint(at + 1)?;
            let word = if matches!(reader.class(word), Class::Whole | Class::Fiscal) { word + 1 } else { word };
            let code = reader.clue(word).text;
            let alone = word == at + 1 || reader.spaced(word);
            let long = reader.past_hyphen(word + 1).is_some();
            (reader.is(word, Class::Unit) && code != "Q" && alone && !long)
                .then_some((Count::Number(1.0), word))
                .or_else(|| with_number(reader, at))
        }
        _ => with_number(reader, at),
    }
}

#[inline(never)]
fn with_number(reader: &Reader, at: usize) -> Option<(Count, usize)> {
    let first = number(reader, at)?;
    // "the 2014-15 school year"
    if dates::year_number(reader, at).is_some() && first.end == at + 1 && reader.past_hyphen(at + 1).is_some() {
        return None;
    }
    let last = range_end(reader, first).unwrap_or(first);
    // "18+ years"
    let plus = usize::from(reader.word(last.end) == "+" && !reader.spaced(last.end));
    let word = reader.past_joint(last.end + plus).filter(|word| *word < reader.end)?;
    Some((Count::Number(first.value), word))
}

/// "two to three", "10-15", "six or eight".
#[inline(never)]
fn range_end(reader: &Reader, first: Number) -> Option<Number> {
    let next = reader
        .past_hyphen(first.end)
        .or_else(|| (reader.is(first.end, Class::To) || reader.is_word(first.end, "or to")).then_some(first.end + 1))?;
    // "two-to-three"
    let next = if reader.is(next, Class::To) { reader.past_joint(next + 1)? } else { next };
    number(reader, next)
}

#[inline(never)]
fn couple(reader: &Reader, at: usize) -> Option<(Count, usize)> {
    let word = reader.skip(at + 1, Class::Of);
    Some((Count::Number(2.0), word))
}

/// "half an hour", "half a century", "half-hour".
#[inline(never)]
fn half(reader: &Reader, at: usize) -> Option<(Count, usize)> {
    let word = reader.past_joint(at + 1)?;
    let word = reader.skip(word, Class::A);
    (reader.is(word, Class::Unit)).then_some((Count::Number(0.5), word))
}

/// "a year and a half".
#[inline(never)]
fn and_a_half(reader: &Reader, at: usize) -> Option<usize> {
    (reader.is(at, Class::And)
        && reader.is(at + 1, Class::A)
        && reader.is(at + 2, Class::Half)
        && !matches!(reader.class(at + 3), Class::Scale | Class::Dozen))
    .then_some(at + 3)
}

/// A smaller unit that goes on: "two hours and 30 minutes".
#[inline(never)]
fn smaller(reader: &Reader, at: usize, larger: Unit) -> Option<(usize, (Timex, Unit))> {
    let next = if reader.word(at) == "," { at + 1 } else { at };
    let next = reader.skip(next, Class::And);
    let count = number(reader, next).filter(|count| count.form != Form::Fraction)?;
    let word = reader.past_joint(count.end)?;
    let unit =
        matches!(reader.class(word), Class::Unit | Class::Units).then(|| Unit::from_code(reader.clue(word).text))?;
    (unit < larger).then(|| (word + 1, (unit.length(Some(count.value)), unit)))
}

/// "PT2H" and "PT30M" make "PT2H30M", "P1D" and "PT2H" make "P1DT2H".
fn joined(left: Timex, right: &str) -> Timex {
    let rest = match left.as_str().contains('T') {
        true => right.strip_prefix("PT").unwrap_or(right),
        false => right.strip_prefix('P').unwrap_or(right),
    };
    left.with(rest)
}

/// "-old", "old", "-long", "-olds".
#[inline(never)]
fn aged(reader: &Reader, at: usize) -> Option<usize> {
    let word = reader.past_joint(at)?;
    let tight = word > at;
    (reader.is_word(word, "old") || tight && reader.is_word(word, "olds long")).then_some(word + 1)
}

/// "ago", "earlier", "later", "from now", "before" at the end of a clause: past it, which way and
/// from where.
#[inline(never)]
fn direction(reader: &Reader, at: usize) -> Option<(usize, i16, Base)> {
    let closed = |at: usize| !matches!(reader.kind(at), TokenKind::Word | TokenKind::Abbreviation | TokenKind::Number);
    match reader.class(at) {
        Class::Ago => Some((at + 1, -1, Base::Now)),
        Class::EdgeThan if reader.is_word(at, "earlier") => Some((at + 1, -1, Base::Text)),
        Class::EdgeThan => Some((at + 1, 1, Base::Text)),
        _ if reader.is_word(at, "before previously beforehand") && closed(at + 1) => Some((at + 1, -1, Base::Text)),
        _ if reader.is_word(at, "afterward afterwards") || reader.is_word(at, "after") && closed(at + 1) => {
            Some((at + 1, 1, Base::Text))
        }
        _ if reader.is_word(at, "hence") => Some((at + 1, 1, Base::Now)),
        _ if reader.is_word(at, "from") && (reader.is_word(at + 1, "now") || reader.is(at + 1, Class::Deictic)) => {
            Some((at + 2, 1, Base::Now))
        }
        _ => None,
    }
}

/// The date so many units from a base; vague where nobody counted.
fn counted_from(unit: Unit, number: Option<f64>, by: i16, base: Base) -> When {
    let vague = |timex: &str| When::Fixed { timex: Timex::new(timex), kind: TimeKind::Date, anchored: false };
    match number {
        Some(number) if number < 10_000.0 => match (unit, number == number.floor()) {
            (Unit::Fortnight, _) => When::Shift { unit: Unit::Week, by: by * 2 * number as i16, base },
            (_, true) => When::Shift { unit, by: by * number as i16, base },
            (Unit::Century, _) => When::Shift { unit: Unit::Year, by: by * (number * 100.0) as i16, base },
            (Unit::Decade, _) => When::Shift { unit: Unit::Year, by: by * (number * 10.0) as i16, base },
            (Unit::Year, _) => When::Shift { unit: Unit::Month, by: by * (number * 12.0).round() as i16, base },
            _ => When::Shift { unit, by: by * number.ceil() as i16, base },
        },
        _ if by < 0 => vague("PAST_REF"),
        _ => vague("FUTURE_REF"),
    }
}

/// After "every" or "each": "day", "two years", "Monday", "other week", "morning".
#[inline(never)]
pub(super) fn every(reader: &Reader, at: usize) -> Option<Found> {
    let set = |end: usize, timex: Timex| Some((end, Temporal::fixed(timex, TimeKind::Set)));
    let code = reader.clue(at).text;
    match reader.class(at) {
        Class::Unit => set(at + 1, Unit::from_code(code).length(Some(1.0))),
        Class::Weekday => set(at + 1, weekday_of_all(reader.clue(at).number())),
        Class::Month if reader.case(at) != Case::Lower => {
            set(at + 1, Timex::new("XXXX-").with_number(reader.clue(at).number() as u32, 2))
        }
        Class::DayPart => set(at + 1, part_of_all(code)),
        Class::Season => set(at + 1, Timex::new("XXXX-").with(code)),
        Class::Few if reader.is(at + 1, Class::Units) => {
            set(at + 2, Unit::from_code(reader.clue(at + 1).text).length(None))
        }
        _ if reader.is_word(at, "other") || reader.is(at, Class::Ordinal) => {
            let number = if reader.is(at, Class::Ordinal) { f64::from(reader.clue(at).number()) } else { 2.0 };
            reader
                .is(at + 1, Class::Unit)
                .then(|| set(at + 2, Unit::from_code(reader.clue(at + 1).text).length(Some(number))))?
        }
        _ => {
            let count = number(reader, at)?;
            let units = matches!(reader.class(count.end), Class::Units | Class::Unit);
            let timex = Unit::from_code(reader.clue(count.end).text).length(Some(count.value));
            units.then(|| set(count.end + 1, timex))?
        }
    }
}

/// "twice a week", "once every two years"; "three times a day" is read from its number.
#[inline(never)]
fn times(reader: &Reader, at: usize) -> Option<Found> {
    per_unit(reader, at + 1)
}

/// "a week", "per day", "every two years" after a count of times.
#[inline(never)]
fn per_unit(reader: &Reader, at: usize) -> Option<Found> {
    match reader.class(at) {
        Class::A | Class::Per if reader.is(at + 1, Class::Unit) => {
            let timex = Unit::from_code(reader.clue(at + 1).text).length(Some(1.0));
            Some((at + 2, Temporal::fixed(timex, TimeKind::Set)))
        }
        Class::Every => every(reader, at + 1),
        _ => None,
    }
}

/// "three times a day".
#[inline(never)]
pub(super) fn number_of_times(reader: &Reader, at: usize) -> Option<Found> {
    let count = number(reader, at)?;
    reader.is_word(count.end, "times").then(|| per_unit(reader, count.end + 1))?
}

/// "daily", "annual": not where it begins a name.
#[inline(never)]
fn set_word(reader: &Reader, at: usize) -> Option<Found> {
    let small = reader.case(at) == Case::Lower || at == reader.start && reader.case(at + 1) == Case::Lower;
    let compound = reader.past_hyphen(at + 1).is_some();
    (small && !compound).then(|| (at + 1, Temporal::fixed(Timex::new(reader.clue(at).text), TimeKind::Set)))
}

/// "a year" after what is counted by it: "$2 million a year", "10 flights a day".
#[inline(never)]
fn is_rate(reader: &Reader, at: usize) -> bool {
    if !reader.is(at + 1, Class::Unit) || reader.past_hyphen(at + 2).is_some() || at < reader.start + 2 {
        return false;
    }
    if direction(reader, at + 2).is_some() {
        return false;
    }
    let counts = |at: usize| {
        at >= reader.start
            && (reader.is_number(at)
                || matches!(
                    reader.class(at),
                    Class::Small
                        | Class::Tens
                        | Class::Scale
                        | Class::Hundred
                        | Class::Dozen
                        | Class::Percent
                        | Class::Money
                        | Class::Scales
                ))
            || reader.word(at) == "%"
    };
    let noun = reader.kind(at - 1) == TokenKind::Word && reader.class(at - 1) != Class::Was;
    counts(at - 1)
        || noun
            && (counts(at - 2) || at >= reader.start + 3 && counts(at - 3) && reader.kind(at - 2) == TokenKind::Word)
}
