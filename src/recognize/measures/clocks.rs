//! Times of the day: "9 p.m.", "21:30 GMT", "noon", "8 o'clock Monday".

use super::clues::Class;
use super::dates::{self, Found};
use super::meaning::{Clock, Temporal, Unit, When};
use super::reader::Reader;
use crate::segment::{Case, TokenKind};

/// Reads a time of the day, with the day that follows it.
#[inline(never)]
pub(super) fn read(reader: &Reader, at: usize) -> Option<Found> {
    let (end, clock) = match reader.class(at) {
        Class::Noon => (at + 1, noon(reader, at)?),
        Class::Small | Class::None => first_of_times(reader, at)
            .or_else(|| time(reader, at))
            .or_else(|| hour_and(reader, at))
            .or_else(|| minutes_from(reader, at))?,
        Class::Half | Class::Unit | Class::A => minutes_from(reader, at)?,
        _ => return None,
    };
    let (end, zone) = zone(reader, end);
    let temporal = Temporal { clock: Some(Clock { zone, ..clock }), ..Temporal::new(When::Unsaid) };
    Some(with_day(reader, end, temporal))
}

#[inline(never)]
fn noon(reader: &Reader, at: usize) -> Option<Clock> {
    // "Midnight Oil", "noon-time"
    let alone = reader.case(at) == Case::Lower || at == reader.start && reader.case(at + 1) != Case::Title;
    (alone && reader.past_hyphen(at + 1).is_none())
        .then(|| Clock { hour: reader.clue(at).number() as u8, ..Clock::default() })
}

#[inline(never)]
fn time(reader: &Reader, at: usize) -> Option<(usize, Clock)> {
    let word = reader.word(at);
    if reader.is(at, Class::Small) {
        let hour = u8::try_from(reader.clue(at).number()).ok()?;
        return match reader.class(at + 1) {
            Class::Oclock => {
                let end = past_half_of_day(reader, at + 2).unwrap_or(at + 2);
                Some((end, hours(hour, half_of_day(reader, at + 2))?))
            }
            Class::Meridiem => Some((at + 2, hours(hour, Some(reader.clue(at + 1).number()))?)),
            _ => None,
        };
    }
    if !reader.is_number(at) {
        return None;
    }
    if reader.word(at + 1) == "noon" && word == "12" {
        return Some((at + 2, Clock { hour: 12, ..Clock::default() }));
    }
    let letters = word.trim_start_matches(|next: char| next.is_ascii_digit() || matches!(next, ':' | '.'));
    let written = &word[..word.len() - letters.len()];
    let (end, half) = match letters.to_ascii_lowercase().as_str() {
        "" => match reader.class(at + 1) {
            Class::Meridiem if meridiem(reader, at + 1) => (at + 2, Some(reader.clue(at + 1).number())),
            Class::Oclock => (past_half_of_day(reader, at + 2).unwrap_or(at + 2), half_of_day(reader, at + 2)),
            _ => (at + 1, None),
        },
        "am" => (at + 1, Some(0)),
        "pm" => (at + 1, Some(12)),
        // "9a.m." is three tokens.
        "z" if written.contains(':') => (at + 1, None),
        _ => return None,
    };
    let marked = half.is_some() || reader.is(at + 1, Class::Oclock);
    let clock = parts(written, half)?;
    let led = at > reader.start
        && (reader.is_word(at - 1, "at by from until till to around about before after between and")
            || matches!(reader.word(at - 1), "(" | "–" | "-"));
    let zoned = reader.is(end, Class::Zone) || reader.is_word(end, "local") || reader.is_word(end, "hours hrs");
    let bare = written.len() <= 2 || !written.contains(':');
    let fits = match bare {
        // "2100 GMT", "8 o'clock", "9 p.m.", "9.30pm"
        true => marked || written.len() == 4 && zoned && !written.contains('.'),
        false => marked || zoned || led && reader.kind(end) != TokenKind::Number,
    };
    fits.then_some((end, clock))
}

/// "7" before "to 10 p.m.": the half of the day is that of the second time, unless it would be the later one.
#[inline(never)]
fn first_of_times(reader: &Reader, at: usize) -> Option<(usize, Clock)> {
    let next = reader.past_hyphen(at + 1).or_else(|| {
        let joined = matches!(reader.class(at + 1), Class::To | Class::And) || reader.is_word(at + 1, "until");
        joined.then_some(at + 2)
    })?;
    if !reader.is_number(at) || !reader.is_number(next) {
        return None;
    }
    let (end, last) = time(reader, next)?;
    let marked =
        reader.is(end - 1, Class::Meridiem) || !reader.word(next).ends_with(|last: char| last.is_ascii_digit());
    let clock = parts(reader.word(at), Some(0)).filter(|_| marked)?;
    let before = (clock.hour + 12, clock.minute) <= (last.hour, last.minute);
    let hour = if before { clock.hour + 12 } else { clock.hour };
    Some((at + 1, Clock { hour, ..clock }))
}

/// "eleven in the morning", "3:30 in the afternoon", "10 at night".
#[inline(never)]
fn hour_and(reader: &Reader, at: usize) -> Option<(usize, Clock)> {
    let end = past_half_of_day(reader, at + 1).filter(|end| *end > at + 1)?;
    let half = half_of_day(reader, at + 1)?;
    let clock = match reader.is(at, Class::Small) {
        true => hours(u8::try_from(reader.clue(at).number()).ok()?, Some(half))?,
        false => parts(reader.word(at), Some(half)).filter(|_| reader.is_number(at))?,
    };
    Some((end, clock))
}

/// Past "in the morning", "at night".
fn past_half_of_day(reader: &Reader, at: usize) -> Option<usize> {
    let part = match reader.word(at) {
        "in" if reader.is(at + 1, Class::The) => at + 2,
        "at" => at + 1,
        _ => return Some(at),
    };
    reader.is(part, Class::DayPart).then_some(part + 1)
}

/// "half past ten", "ten minutes to three", "a quarter past eight".
#[inline(never)]
fn minutes_from(reader: &Reader, at: usize) -> Option<(usize, Clock)> {
    let start = reader.skip(at, Class::A);
    let small = |at: usize| {
        let number =
            if reader.is(at, Class::Small) { reader.clue(at).number() } else { reader.word(at).parse().ok()? };
        u8::try_from(number).ok().filter(|number| (1..30).contains(number))
    };
    let (minutes, word) = match reader.class(start) {
        Class::Half => (30, start + 1),
        Class::Unit if reader.is_word(start, "quarter") => (15, start + 1),
        _ if reader.is_word(start + 1, "minutes") => (small(start)?, start + 2),
        Class::Small | Class::Tens if reader.is_word(start + 1, "past") => (small(start)?, start + 1),
        _ => return None,
    };
    let after = match reader.word(word) {
        "past" | "after" => true,
        "to" | "before" => false,
        _ => return None,
    };
    let hour = small(word + 1).filter(|hour| *hour <= 12)?;
    let closed = !matches!(reader.kind(word + 2), TokenKind::Word | TokenKind::Number)
        || past_half_of_day(reader, word + 2)? > word + 2;
    if !closed || reader.past_hyphen(word + 2).is_some() {
        return None;
    }
    let end = past_half_of_day(reader, word + 2)?;
    let half = if end > word + 2 { half_of_day(reader, word + 2) } else { None };
    let hour = match hour {
        _ if after => hour,
        1 => 12,
        _ => hour - 1,
    };
    let hour = hours(hour, half)?.hour;
    let minute = if after { minutes } else { 60 - minutes };
    Some((end, Clock { hour, minute, ..Clock::default() }))
}

/// "AM" in capitals may be a name; beside a number it is none.
#[inline(never)]
fn meridiem(reader: &Reader, at: usize) -> bool {
    reader.word(at).contains('.') || reader.spaced(at) || !reader.spaced(at)
}

/// "9", "9:30", "9.30", "21:30:15", "2130".
fn parts(written: &str, half: Option<i16>) -> Option<Clock> {
    let mut numbers = [0u8; 3];
    let mut count = 0;
    if written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit()) {
        numbers = [written[..2].parse().ok()?, written[2..].parse().ok()?, 0];
        count = 2;
    } else {
        for part in written.split([':', '.']) {
            let fits = count < 3 && (part.len() == 2 || count == 0 && part.len() == 1);
            *numbers.get_mut(count).filter(|_| fits)? = part.parse().ok()?;
            count += 1;
        }
    }
    let second = (count == 3).then_some(numbers[2]);
    let clock = Clock { minute: numbers[1], second, ..hours(numbers[0], half)? };
    (clock.minute < 60 && second.is_none_or(|second| second < 60)).then_some(clock)
}

fn hours(hour: u8, half: Option<i16>) -> Option<Clock> {
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(add) => hour % 12 + add as u8,
        None => hour,
    };
    (hour <= 24).then_some(Clock { hour, ..Clock::default() })
}

/// "in the morning" after "o'clock" says which half.
#[inline(never)]
fn half_of_day(reader: &Reader, at: usize) -> Option<i16> {
    let part = (at..at + 3).find(|next| reader.is(*next, Class::DayPart))?;
    match reader.clue(part).text {
        "MO" => Some(0),
        _ => Some(12),
    }
}

/// "GMT", "local time", "Eastern Daylight Time"; of "Moscow time" the words stay outside.
#[inline(never)]
fn zone(reader: &Reader, at: usize) -> (usize, Option<i16>) {
    if reader.is(at, Class::Zone) && reader.case(at) == Case::Upper {
        let clue = reader.clue(at);
        let known = clue.text.starts_with(|first: char| first.is_ascii_digit() || first == '-');
        return (at + 1, known.then_some(clue.number()));
    }
    let mut end = at;
    const ZONES: &str =
        "local eastern central western mountain pacific atlantic european universal standard daylight summer";
    while end < at + 3 && reader.is_word(end, ZONES) {
        end += 1;
    }
    if end > at && reader.is_word(end, "time") {
        return (end + 1, None);
    }
    (at + usize::from(reader.is_word(at, "hours hrs")), None)
}

/// "9 p.m. Monday", "noon yesterday", "10 a.m. on Jan. 28" without the "on".
#[inline(never)]
fn with_day(reader: &Reader, end: usize, temporal: Temporal) -> Found {
    let next = end + usize::from(reader.word(end) == ",");
    let may = matches!(
        reader.class(next),
        Class::Weekday | Class::WeekdayShort | Class::Deictic | Class::Month | Class::MonthShort
    );
    let day = may.then(|| dates::read(reader, next)).flatten().filter(|(_, day)| match day.when {
        When::Day { .. } | When::Weekday(..) => true,
        When::Shift { unit, .. } => unit == Unit::Day,
        _ => false,
    });
    match day {
        Some((end, day)) => {
            // "8 a.m. Tuesday morning"
            let part = reader.is(end, Class::DayPart) && reader.spaced(end);
            (end + usize::from(part), Temporal { when: day.when, ..temporal })
        }
        None => (end, temporal),
    }
}
