//! Dates and times.
//!
//! Finds: days, months, seasons, quarters, years, decades and centuries of the calendar; times of
//! the day; lengths of time; sets; what is told from today or from the date spoken of ("last week",
//! "a year earlier"); "now", "recently", "the future". Extents and kinds are those of TimeML's TIMEX3.
//! Evidence: a word of time in `clues.tsv` or a number in the form of a date; around it only words
//! that belong to such an expression.
//! Does not find: events that stand for dates ("the election"), holidays, "once", "soon".
//! Example: "early last year" is a DATE; "three weeks ago" is; "for three weeks" holds a length.

use super::clocks;
use super::clues::Class;
use super::dates::{self, Found};
use super::durations;
use super::meaning::{Period, Temporal, Tense, Toward, Unit, When, Year};
use super::reader::Reader;
use super::relative;
use crate::article::TimeKind;
use crate::segment::{Case, TokenKind};

/// Reads the temporal expression that starts at a token.
pub(super) fn read(reader: &Reader, at: usize) -> Option<Found> {
    let (end, mut temporal) = expression(reader, at)?;
    if waits_for_tense(&temporal.when) {
        temporal.tense = tense(reader, at, end);
    }
    Some((end, temporal))
}

fn expression(reader: &Reader, at: usize) -> Option<Found> {
    let bounded = durations::past_approximation(reader, at);
    if bounded > at {
        let duration = durations::length(reader, bounded).filter(|(_, found)| match &found.when {
            When::Fixed { kind, .. } => *kind == TimeKind::Duration || bounded == at + 1,
            _ => true,
        });
        // "roughly the past year"
        let stretch = || {
            let length = |when: &When| matches!(when, When::Fixed { kind: TimeKind::Duration, .. });
            relative::read(reader, bounded).filter(|(_, found)| reader.is(bounded, Class::The) && length(&found.when))
        };
        let clock = || clocks::read(reader, bounded).filter(|_| reader.is(at, Class::Approx));
        return duration.or_else(stretch).or_else(clock);
    }
    if is_bare(reader, at) || is_title(reader, at) {
        return None;
    }
    clocks::read(reader, at)
        .or_else(|| date(reader, at))
        .or_else(|| durations::number_of_times(reader, at))
        .or_else(|| relative::read(reader, at).map(|found| relative::with_day_part(reader, found)))
        .or_else(|| durations::read(reader, at))
}

/// Whether a capital amid small letters makes a name of the word: "the radio's Today programme".
fn is_title(reader: &Reader, at: usize) -> bool {
    let amid = || {
        let before = at > reader.start
            && reader.kind(at - 1) != TokenKind::Mark
            && !matches!(reader.case(at - 1), Case::Title | Case::Upper);
        before && reader.spaced(at + 1) && reader.case(at + 1) == Case::Lower && reader.kind(at + 1) == TokenKind::Word
    };
    reader.case(at) == Case::Title && matches!(reader.class(at), Class::Deictic | Class::Now | Class::Tonight) && amid()
}

/// Whether it is a number before a word that has nothing to do with time, as most numbers are.
fn is_bare(reader: &Reader, at: usize) -> bool {
    let plain = match reader.class(at) {
        Class::Small | Class::Tens => true,
        Class::None => {
            let word = reader.word(at).as_bytes();
            reader.is_number(at) && word.len() != 4 && word.iter().all(|byte| byte.is_ascii_digit() || *byte == b',')
        }
        _ => return false,
    };
    let next = at + 1;
    let word = reader.kind(next) == TokenKind::Word && reader.class(next) == Class::None && reader.spaced(next);
    plain && word && !reader.is_word(next, "times hours hrs local or through in until past")
}

/// "Monday", "Monday morning", "Monday 9 p.m.", "Jan. 28, 10:30 GMT".
fn date(reader: &Reader, at: usize) -> Option<Found> {
    let (end, date) = dates::read(reader, at)?;
    if matches!(date.when, When::Day { .. } | When::Weekday(..) | When::WeekdayOf(..))
        && let Some((end, clock)) = clocks::read(reader, end).filter(|(_, clock)| clock.when == When::Unsaid)
    {
        return Some((end, Temporal { clock: clock.clock, ..date }));
    }
    Some(relative::with_day_part(reader, (end, date)))
}

fn waits_for_tense(when: &When) -> bool {
    matches!(
        when,
        When::Weekday(_, Toward::Tense)
            | When::Day { year: None, .. }
            | When::DayOfMonth(_)
            | When::Within(Year::Nearest(Toward::Tense), _)
            | When::Shift { unit: Unit::Weekend, by: 0, .. }
    )
}

/// How far a verb may be from the date that it governs.
const REACH: usize = 16;

/// Which way the sentence looks: the nearest verb before the date tells, else the nearest after it.
fn tense(reader: &Reader, start: usize, end: usize) -> Tense {
    if is_new(reader, start) {
        return Tense::Future;
    }
    let before = (start.saturating_sub(REACH).max(reader.start)..start).rev();
    let after = end..(end + REACH).min(reader.end);
    let tense = before.chain(after).find_map(|at| tense_of(reader, at)).unwrap_or_default();
    let bounds = |words: &str| start > reader.start && reader.is_word(start - 1, words);
    match tense {
        Tense::Past if bounds("until till") => Tense::Either,
        Tense::Unknown if bounds("by until till") => Tense::Future,
        // "were told to leave by Monday"
        Tense::Past if bounds("by") && start > reader.start + 1 => Tense::Either,
        _ => tense,
    }
}

/// "closed in May, and a new one in spring": what is new, without a verb of its own, is to come.
fn is_new(reader: &Reader, start: usize) -> bool {
    let near = start.saturating_sub(5).max(reader.start)..start;
    let new = near.rev().find(|at| reader.is_word(*at, "new next another"));
    new.is_some_and(|new| {
        let article = usize::from(new > reader.start && reader.is(new - 1, Class::A));
        let joined = new.checked_sub(article + 1).filter(|at| *at >= reader.start);
        joined.is_some_and(|at| reader.is(at, Class::And))
            && (new + 1..start).all(|at| tense_of(reader, at).is_none() && reader.kind(at) == TokenKind::Word)
    })
}

fn tense_of(reader: &Reader, at: usize) -> Option<Tense> {
    match reader.class(at) {
        // "by Monday" tells nothing before a verb does.
        Class::Due if reader.is_word(at, "by until till") => None,
        Class::Will if reader.is_word(at, "would") => Some(Tense::Either),
        // "was expected to arrive"
        Class::Due if at > reader.start && reader.is_word(at - 1, "was were") => Some(Tense::Either),
        Class::Will | Class::Due => Some(Tense::Future),
        // "is to resume"
        Class::To if at > reader.start && reader.is_word(at - 1, "is are") => Some(Tense::Future),
        Class::Was => Some(Tense::Past),
        // "from tomorrow until Friday"
        Class::Deictic if reader.clue(at).number() > 0 => Some(Tense::Future),
        Class::None => {
            let word = reader.word(at);
            let verb = reader.case(at) == Case::Lower && reader.kind(at) == TokenKind::Word && word.len() > 4;
            (verb && word.ends_with("ed")).then_some(Tense::Past)
        }
        _ => None,
    }
}

/// After a day of a month a second one, or after a year: "Jan. 28-30", "1998-99"; of a list the next one.
pub(super) fn second_day(reader: &Reader, end: usize, first: &mut When) -> Option<(usize, usize, When)> {
    if let When::Within(Year::Given(year), Period::Year) = *first {
        let (at, year) = dates::second_year(reader, end, year)?;
        return Some((at, at + 1, When::Within(Year::Given(year), Period::Year)));
    }
    let When::Day { year, month, day } = first else { return None };
    let (at, next) = dates::second_day(reader, end, *day)?;
    let given = dates::year_of_days(reader, at, next);
    *year = year.or(given);
    let comma = at + 1 + usize::from(reader.word(at + 1) == ",");
    let end = if dates::year_number(reader, comma).is_some() { comma + 1 } else { at + 1 };
    Some((at, end, When::Day { year: *year, month: *month, day: next }))
}
