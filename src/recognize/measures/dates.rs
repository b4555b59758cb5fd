//! Days, months and years of the calendar: "Jan. 28, 2019", "28/01/2019", "Monday", "June 2018",
//! "the 1990s", "yesterday".

use super::clues::Class;
use super::meaning::{Base, Period, Temporal, Timex, Toward, Unit, When, Year};
use super::numbers::digits;
use super::reader::Reader;
use super::relative;
use crate::article::TimeKind;
use crate::recognize::lexicon::Kinds;
use crate::segment::{Case, TokenKind};

/// Past the last token, and what is meant.
pub(super) type Found = (usize, Temporal);

/// Reads a day, month or year.
#[inline(never)]
pub(super) fn read(reader: &Reader, at: usize) -> Option<Found> {
    let (end, when) = match reader.class(at) {
        Class::Weekday | Class::WeekdayShort => weekday(reader, at)?,
        Class::Weekdays if reader.case(at) != Case::Lower => {
            let timex = weekday_of_all(reader.clue(at).number());
            (at + 1, When::Fixed { timex, kind: TimeKind::Set, anchored: false })
        }
        Class::Month | Class::MonthShort => month(reader, at)?,
        Class::Deictic => (at + 1, When::Shift { unit: Unit::Day, by: reader.clue(at).number(), base: Base::Now }),
        Class::The => day_of_month(reader, at)?,
        Class::QuarterCode | Class::HalfCode if reader.case(at) != Case::Lower => code(reader, at)?,
        Class::None if reader.is_number(at) => numeric(reader, at)?,
        Class::None if reader.word(at) == "'" || reader.word(at) == "’" => short_decade(reader, at)?,
        _ => return None,
    };
    Some((end, Temporal::new(when)))
}

/// "Monday", "Monday, January 28".
#[inline(never)]
fn weekday(reader: &Reader, at: usize) -> Option<(usize, When)> {
    let number = reader.clue(at).number() as u8;
    if reader.case(at) == Case::Lower || is_named_day(reader, at) {
        return None;
    }
    let comma = at + 1 + usize::from(reader.word(at + 1) == ",");
    let dated = match reader.class(comma) {
        Class::Month | Class::MonthShort => month(reader, comma),
        Class::None if reader.is_number(comma) => day_month(reader, comma).or_else(|| iso_or_slashed(reader, comma)),
        Class::The => day_of_month(reader, comma),
        _ => None,
    };
    match dated {
        Some((end, when @ (When::Day { .. } | When::DayOfMonth(_)))) => Some((end, when)),
        _ if reader.is(at, Class::WeekdayShort) => None,
        _ if week_after(reader, at + 1).is_some() => {
            week_after(reader, at + 1).map(|(end, by)| (end, When::WeekdayOf(number, by)))
        }
        _ if reader.is(at + 1, Class::DayParts) => {
            let timex = weekday_of_all(reader.clue(at).number()).with("T").with(reader.clue(at + 1).text);
            Some((at + 2, When::Fixed { timex, kind: TimeKind::Set, anchored: false }))
        }
        _ => Some((at + 1, When::Weekday(number, Toward::Tense))),
    }
}

/// "of next week", "last week" after a weekday.
#[inline(never)]
fn week_after(reader: &Reader, at: usize) -> Option<(usize, i8)> {
    let week = reader.skip(at, Class::Of);
    let by = match reader.class(week) {
        Class::Last => -1,
        Class::This => 0,
        Class::Next => 1,
        _ => return None,
    };
    reader.is_word(week + 1, "week").then_some((week + 2, by))
}

/// "Good Friday", "Friday prayers", "Sunday school".
#[inline(never)]
fn is_named_day(reader: &Reader, at: usize) -> bool {
    const BEFORE: &str =
        "black good super bloody palm ash cyber holy maundy easter whit shrove fat giving whitsun pancake";
    const AFTER: &str = "prayer prayers school roast mass sermon sermons";
    at > reader.start && reader.case(at - 1) != Case::Lower && reader.is_word(at - 1, BEFORE)
        || reader.is_word(at + 1, AFTER)
        || the_name(reader, at)
}

/// "the Sunday Courier".
fn the_name(reader: &Reader, at: usize) -> bool {
    let article = at > reader.start && reader.is(at - 1, Class::The);
    article && reader.spaced(at + 1) && reader.case(at + 1) == Case::Title && reader.is(at + 1, Class::None)
}

/// "January", "January 28", "Jan. 28, 2019", "January 2019", "June last year".
#[inline(never)]
fn month(reader: &Reader, at: usize) -> Option<(usize, When)> {
    if !is_month(reader, at) {
        return None;
    }
    if let Some(quarter) = months_of_quarter(reader, at) {
        return Some(quarter);
    }
    let month = reader.clue(at).number() as u8;
    if let Some(day) = day_number(reader, at + 1).filter(|day| *day <= days_in(month)) {
        let comma = at + 2 + usize::from(reader.word(at + 2) == ",");
        let year = year_number(reader, comma).filter(|_| comma == at + 2 || !followed_by_count(reader, comma));
        // "July 13 of last year"
        if year.is_none()
            && reader.is(at + 2, Class::Of)
            && let Some((end, year)) = relative::year_after(reader, at + 2)
        {
            return Some((end, When::Nth { nth: day, unit: Unit::Day, year, month: Some(month) }));
        }
        let end = if year.is_some() { comma + 1 } else { at + 2 };
        return Some((end, When::Day { year, month, day }));
    }
    let comma = at + 1 + usize::from(reader.word(at + 1) == ",");
    if let Some(year) = year_number(reader, comma).filter(|_| !followed_by_count(reader, comma)) {
        return Some((comma + 1, When::Within(Year::Given(year), Period::Month(month))));
    }
    if let Some((end, year)) = era_year(reader, comma) {
        return Some((end, When::Within(Year::Given(year), Period::Month(month))));
    }
    if let Some((end, year)) = relative::year_after(reader, at + 1) {
        return Some((end, When::Within(year, Period::Month(month))));
    }
    Some((at + 1, When::Within(Year::Nearest(Toward::Tense), Period::Month(month))))
}

/// "July-September quarter".
#[inline(never)]
pub(super) fn months_of_quarter(reader: &Reader, at: usize) -> Option<(usize, When)> {
    let last = reader.past_hyphen(at + 1).or_else(|| reader.is(at + 1, Class::To).then_some(at + 2))?;
    let month =
        |at: usize| matches!(reader.class(at), Class::Month | Class::MonthShort).then(|| reader.clue(at).number());
    let (first, third) = (month(at)?, month(last)?);
    let quarter = reader.is_word(last + 1, "quarter period") && first % 3 == 1 && third == first + 2;
    let (end, year) = relative::year_after(reader, last + 2).unwrap_or((last + 2, Year::Nearest(Toward::Tense)));
    quarter.then_some((end, When::Within(year, Period::Quarter((third / 3) as u8))))
}

/// Whether the word is a month here: "May said" and "March on Washington" are none.
#[inline(never)]
pub(super) fn is_month(reader: &Reader, at: usize) -> bool {
    let numbered = reader.is_number(at + 1)
        && digits(reader.word(at + 1)).is_some_and(|digits| digits.plain && digits.value < 2200.0);
    let counted = at > reader.start && day_number(reader, at - 1).is_some();
    let (word, case) = (reader.word(at), reader.case(at));
    if reader.is(at, Class::MonthShort) {
        let months = |at: usize| reader.has(at) && matches!(reader.class(at), Class::Month | Class::MonthShort);
        let ranged = reader.past_hyphen(at + 1).is_some_and(months)
            || at >= reader.start + 2 && reader.past_hyphen(at - 1).is_some() && months(at - 2);
        return case != Case::Lower && (numbered || counted || ranged || word.ends_with('.'));
    }
    if case == Case::Lower {
        return word.len() > 6 || (numbered || counted) && !word.starts_with("ma");
    }
    if numbered || counted {
        return true;
    }
    const LEADS: &str = "in since until till by from during last next this early late mid through of before after between every each for past previous mid-";
    let led = at > reader.start
        && (reader.is_word(at - 1, LEADS)
            || reader.past_hyphen(at - 1).is_some() && reader.is_word(at.saturating_sub(2), LEADS)
            || matches!(reader.class(at - 1), Class::And | Class::To)
                && at >= reader.start + 2
                && matches!(reader.class(at - 2), Class::Month | Class::MonthShort));
    let months = |at: usize| reader.has(at) && matches!(reader.class(at), Class::Month | Class::MonthShort);
    let ranged = reader.past_hyphen(at + 1).is_some_and(months)
        || at >= reader.start + 2 && reader.past_hyphen(at - 1).is_some() && months(at - 2);
    let year = ranged || relative::year_after(reader, at + 1).is_some();
    let also_word = reader.clue(at).number() == 3 || reader.clue(at).number() == 5;
    if also_word || case == Case::Upper {
        return led && !reader.is_word(at + 1, "on") || year;
    }
    // "June Osborn", "April Ryan"
    let surname = reader.spaced(at + 1)
        && reader.case(at + 1) == Case::Title
        && reader.document.words.get(at + 1).is_some_and(|word| word.kinds.any(Kinds::SURNAME))
        && reader.class(at + 1) == Class::None;
    led || !surname
}

fn days_in(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day that a token such as "28" or "28th" counts.
#[inline(never)]
pub(super) fn day_number(reader: &Reader, at: usize) -> Option<u8> {
    let found = reader.is_number(at).then(|| digits(reader.word(at))).flatten()?;
    let counts = found.plain && found.length <= 2 && matches!(found.suffix, "" | "st" | "nd" | "rd" | "th");
    let measures = matches!(reader.class(at + 1), Class::Percent | Class::Scale | Class::Money)
        || matches!(reader.word(at + 1), "%" | "/") && !reader.spaced(at + 1)
        || reader.spaced(at + 1) && reader.word(at + 1) == "%"
        || matches!(reader.class(at + 1), Class::Units) && reader.spaced(at + 1);
    (counts && !measures && (1.0..=31.0).contains(&found.value)).then_some(found.value as u8)
}

/// The year that a token of four digits counts.
#[inline(never)]
pub(super) fn year_number(reader: &Reader, at: usize) -> Option<i16> {
    let word = reader.word(at);
    let four = reader.is_number(at) && word.len() == 4 && word.bytes().all(|digit| digit.is_ascii_digit());
    word.parse().ok().filter(|year| four && (1000..2200).contains(year))
}

/// After the day of a month another one: "28-30", "28 and 29", "28, 29 and 30".
#[inline(never)]
pub(super) fn second_day(reader: &Reader, end: usize, day: u8) -> Option<(usize, u8)> {
    let at = reader.past_hyphen(end).or_else(|| {
        let word = matches!(reader.class(end), Class::To | Class::And) || reader.is_word(end, "or through");
        let closed = !matches!(reader.kind(end + 2), TokenKind::Word)
            || !reader.has(end + 2)
            || reader.is_word(end + 2, "in at on for by to from with when before after as that was were will is are");
        (word && closed).then_some(end + 1)
    });
    let at = at.or_else(|| {
        // "July 7, 8 and 9", but not "July 7, 8 people": a list ends with "and".
        let next = day_number(reader, end + 1).filter(|next| reader.word(end) == "," && *next > day)?;
        second_day(reader, end + 2, next).map(|_| end + 1)
    })?;
    let next = day_number(reader, at)?;
    let month_follows = matches!(reader.class(at + 1), Class::Month | Class::MonthShort);
    (next > day && !month_follows).then_some((at, next))
}

/// The year behind a day and the days that follow it.
pub(super) fn year_of_days(reader: &Reader, mut at: usize, mut day: u8) -> Option<i16> {
    while let Some((next, later)) = second_day(reader, at + 1, day) {
        (at, day) = (next, later);
    }
    year_number(reader, at + 1 + usize::from(reader.word(at + 1) == ","))
}

/// "28 January 2019", "28th of January", "the 28th of January".
#[inline(never)]
fn day_month(reader: &Reader, at: usize) -> Option<(usize, When)> {
    let day = day_number(reader, at)?;
    let named = reader.skip(at + 1, Class::Of);
    let is_month = matches!(reader.class(named), Class::Month | Class::MonthShort) && reader.case(named) != Case::Lower;
    if !is_month || !reader.spaced(named) && reader.past_hyphen(named - 1).is_none() {
        return None;
    }
    let month = reader.clue(named).number() as u8;
    let comma = named + 1 + usize::from(reader.word(named + 1) == ",");
    let year = year_number(reader, comma).filter(|_| !followed_by_count(reader, comma));
    let end = if year.is_some() { comma + 1 } else { named + 1 };
    (day <= days_in(month)).then_some((end, When::Day { year, month, day }))
}

/// "the 28th of January", "the first of May"; "on the 28th".
#[inline(never)]
fn day_of_month(reader: &Reader, at: usize) -> Option<(usize, When)> {
    if reader.is(at + 1, Class::Ordinal) {
        let named =
            reader.is(at + 2, Class::Of) && reader.is(at + 3, Class::Month) && reader.case(at + 3) == Case::Title;
        let day = reader.clue(at + 1).number() as u8;
        let year = year_number(reader, at + 4);
        let month = reader.clue(at + 3).number() as u8;
        return named.then_some((at + 4 + usize::from(year.is_some()), When::Day { year, month, day }));
    }
    if let Some(dated) = day_month(reader, at + 1).or_else(|| first_of_days(reader, at + 1)) {
        return Some(dated);
    }
    if !reader.is_number(at + 1) || reader.word(at + 1).bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let day = day_number(reader, at + 1)?;
    let led = at > reader.start && (reader.is_word(at - 1, "on") || reader.is(at - 1, Class::Weekday));
    let closed = !matches!(reader.kind(at + 2), TokenKind::Word | TokenKind::Abbreviation)
        || reader.is_word(at + 2, "at in and to when for by that");
    (led && closed && reader.past_hyphen(at + 2).is_none()).then_some((at + 2, When::DayOfMonth(day)))
}

/// "Q3", "Q3 2018".
#[inline(never)]
fn code(reader: &Reader, at: usize) -> Option<(usize, When)> {
    let number = reader.clue(at).number() as u8;
    let period = if reader.is(at, Class::QuarterCode) { Period::Quarter(number) } else { Period::Half(number) };
    let given = relative::year_after(reader, at + 1);
    // "H2" is hydrogen, too.
    let led = || at > reader.start && reader.is_word(at - 1, "in for of during since until from by to");
    if reader.is(at, Class::HalfCode) && given.is_none() && !led() {
        return None;
    }
    let (end, year) = given.unwrap_or((at + 1, Year::Nearest(Toward::Tense)));
    Some((end, When::Within(year, period)))
}

#[inline(never)]
fn numeric(reader: &Reader, at: usize) -> Option<(usize, When)> {
    iso_or_slashed(reader, at)
        .or_else(|| day_month(reader, at))
        .or_else(|| first_of_days(reader, at))
        .or_else(|| decade(reader, at))
        .or_else(|| era(reader, at))
        .or_else(|| year(reader, at))
}

/// "28" before "-30 January", "7" before ", 8 and 9 July": the month of the last counts for all. Days grow,
/// so that no more than a month of them follow one another.
#[inline(never)]
fn first_of_days(reader: &Reader, at: usize) -> Option<(usize, When)> {
    let first = day_number(reader, at)?;
    let comma = reader.word(at + 1) == ",";
    let joined = matches!(reader.class(at + 1), Class::To | Class::And) || comma;
    let next = reader.past_hyphen(at + 1).or(joined.then_some(at + 2))?;
    let next = reader.skip(next, Class::The);
    let second = day_number(reader, next).filter(|second| *second > first)?;
    // A list ends with "and": "aged 5, 8 July" is none.
    let (_, when) = if comma { first_of_days(reader, next) } else { day_month(reader, next) }?;
    match when {
        When::Day { year, month, day } if day == second => Some((at + 1, When::Day { year, month, day: first })),
        _ => None,
    }
}

/// "2019-01-28", "28/01/2019", "1/28/19", "28.01.2019".
#[inline(never)]
fn iso_or_slashed(reader: &Reader, at: usize) -> Option<(usize, When)> {
    let word = reader.word(at);
    if word.bytes().filter(|byte| *byte == b'.').count() == 2 {
        let mut parts = word.split('.');
        let [day, month, year] = [parts.next()?, parts.next()?, parts.next()?];
        let short = day.len() <= 2 && month.len() <= 2 && year.len() == 4;
        return short
            .then(|| dated(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
            .flatten()
            .map(|when| (at + 1, when));
    }
    let mark = reader.word(at + 1);
    let tight =
        matches!(mark, "-" | "/") && reader.word(at + 3) == mark && (1..5).all(|next| !reader.spaced(at + next));
    if !tight || (reader.word(at + 5) == mark && !reader.spaced(at + 5)) {
        return None;
    }
    let number = |at: usize| reader.word(at).parse::<i16>().ok().filter(|_| reader.is_number(at));
    let (first, second, third) = (number(at)?, number(at + 2)?, number(at + 4)?);
    let lengths = [word.len(), reader.word(at + 2).len(), reader.word(at + 4).len()];
    let when = match (mark, lengths) {
        (_, [4, 1..=2, 1..=2]) => dated(first, second, third),
        ("/", [1..=2, 1..=2, 2 | 4]) => {
            let year = if third < 50 {
                third + 2000
            } else if third < 100 {
                third + 1900
            } else {
                third
            };
            // Americans name the month first; where that cannot be, the day is.
            dated(year, first, second).or_else(|| dated(year, second, first))
        }
        _ => None,
    };
    when.map(|when| (at + 5, when))
}

fn dated(year: i16, month: i16, day: i16) -> Option<When> {
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let day = u8::try_from(day).ok().filter(|day| (1..=days_in(month)).contains(day))?;
    (1000..2200).contains(&year).then_some(When::Day { year: Some(year), month, day })
}

/// "1990s", "1990's" after "the".
#[inline(never)]
fn decade(reader: &Reader, at: usize) -> Option<(usize, When)> {
    if let Some(found) = plain_decade(reader, at) {
        return Some(found);
    }
    let digits = digits(reader.word(at)).filter(|digits| digits.plain && digits.length == 4)?;
    let clitic = reader.kind(at + 1) == TokenKind::Clitic
        && matches!(reader.word(at + 1), "'s" | "’s")
        && at > reader.start
        && (reader.is(at - 1, Class::The) || reader.is(at - 1, Class::Edge) || reader.past_hyphen(at - 1).is_some());
    let plural = digits.suffix == "s" || digits.suffix.is_empty() && clitic;
    let round = digits.value as i16 % 10 == 0 && (1000.0..2200.0).contains(&digits.value);
    (plural && round).then(|| {
        let value = digits.value as i16;
        // "the 1800s" is a century, "the 2000s" a decade.
        let timex = if value % 100 == 0 && value < 2000 { value / 100 } else { value / 10 };
        (at + 1 + usize::from(digits.suffix.is_empty()), named(Timex::default().with_number(timex as u32, 2)))
    })
}

/// "80s", "80's" after "the" where nobody speaks of the weather or of ages.
fn plain_decade(reader: &Reader, at: usize) -> Option<(usize, When)> {
    let found = digits(reader.word(at)).filter(|found| found.plain && found.length == 2)?;
    let clitic = found.suffix.is_empty() && reader.kind(at + 1) == TokenKind::Clitic;
    if found.suffix != "s" && !(clitic && reader.is_word(at + 1, "'s ’s")) {
        return None;
    }
    let round = found.value as i16 % 10 == 0 && (20.0..=90.0).contains(&found.value);
    let led = at > reader.start
        && (reader.is(at - 1, Class::The)
            || reader.is(at - 1, Class::Edge) && at >= reader.start + 2 && reader.is(at - 2, Class::The)
            // "the mid-90s"
            || at >= reader.start + 3 && reader.is(at - 2, Class::Edge) && reader.is(at - 3, Class::The));
    const MEASURED: &str = "temperature temperatures highs lows degrees high low weather";
    let near = at.saturating_sub(12).max(reader.start)..(at + 6).min(reader.end);
    let fits = round && led && !near.into_iter().any(|at| reader.is_word(at, MEASURED));
    fits.then(|| (at + 1 + usize::from(clitic), decade_of(found.value as i16 / 10)))
}

/// After a year another one by its last two digits: "1998-99".
pub(super) fn second_year(reader: &Reader, end: usize, year: i16) -> Option<(usize, i16)> {
    let at = reader.past_hyphen(end)?;
    let word = reader.word(at);
    let short = reader.is_number(at) && word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let next = match year_number(reader, at) {
        Some(whole) => (whole == year + 1).then_some(whole)?,
        None => year - year % 100 + word.parse::<i16>().ok().filter(|_| short)?,
    };
    let open = reader.past_hyphen(at + 1).is_none() && reader.word(at + 1) != "%";
    (open && next > year).then_some((at, next))
}

/// "479 BC", "79 AD".
#[inline(never)]
fn era(reader: &Reader, at: usize) -> Option<(usize, When)> {
    let (end, year) = era_year(reader, at)?;
    Some((end, When::Within(Year::Given(year), Period::Year)))
}

/// A year with its era; the year before 1 AD is 0.
fn era_year(reader: &Reader, at: usize) -> Option<(usize, i16)> {
    let found = reader.is_number(at).then(|| digits(reader.word(at))).flatten()?;
    let plain = found.plain && found.suffix.is_empty() && found.length <= 4 && found.value >= 1.0;
    let before = era_after(reader, at + 1).filter(|_| plain)?;
    let year = found.value as i16;
    Some((at + 2, if before { 1 - year } else { year }))
}

/// "BC", which is before the year 1, or "AD".
pub(super) fn era_after(reader: &Reader, at: usize) -> Option<bool> {
    (reader.is(at, Class::Era) && reader.case(at) == Case::Upper).then(|| reader.clue(at).number() < 0)
}

/// "'90s".
#[inline(never)]
fn short_decade(reader: &Reader, at: usize) -> Option<(usize, When)> {
    let found = reader.is_number(at + 1).then(|| digits(reader.word(at + 1))).flatten()?;
    let short = !reader.spaced(at + 1) && found.length == 2 && found.suffix == "s" && found.value as i16 % 10 == 0;
    short.then(|| (at + 2, decade_of(found.value as i16 / 10)))
}

/// The decade of the last hundred years with that tens digit: 9 is the 1990s.
pub(super) fn decade_of(tens: i16) -> When {
    named(Timex::new(if tens < 3 { "20" } else { "19" }).with_number(tens as u32, 1))
}

/// "Mondays".
pub(super) fn weekday_of_all(weekday: i16) -> Timex {
    Timex::new("XXXX-WXX-").with_number(weekday as u32, 1)
}

fn named(timex: Timex) -> When {
    When::Fixed { timex, kind: TimeKind::Date, anchored: true }
}

/// "2019" where it is a year rather than a count.
#[inline(never)]
fn year(reader: &Reader, at: usize) -> Option<(usize, When)> {
    let year = year_number(reader, at)?;
    is_year(reader, at, year).then_some((at + 1, When::Within(Year::Given(year), Period::Year)))
}

#[inline(never)]
fn is_year(reader: &Reader, at: usize, year: i16) -> bool {
    let recent = (1900..2060).contains(&year);
    let old = (1600..1900).contains(&year)
        && at > reader.start
        && (reader.is_word(at - 1, "of from between by to and until after before")
            || matches!(reader.word(at - 1), "(" | ","));
    let measured = matches!(
        reader.class(at + 1),
        Class::Percent
            | Class::Scale
            | Class::Units
            | Class::Measure
            | Class::Money
            | Class::Dozen
            | Class::Square
            | Class::Degree
            | Class::Pound
            | Class::Zone
    ) || reader.word(at + 1) == "%";
    if measured || at + 1 < reader.end && !reader.spaced(at + 1) && matches!(reader.word(at + 1), "/" | ":" | "%") {
        return false;
    }
    if let Some(next) = reader.past_hyphen(at + 1).filter(|next| reader.is_number(*next)) {
        // "2018-19", "1914-1918"; not "2019-123".
        if !(reader.word(next).len() == 2 || year_number(reader, next).is_some()) {
            return false;
        }
    }
    let before = if at > reader.start { reader.word(at - 1) } else { "" };
    let tight = at > reader.start && !reader.spaced(at);
    if tight && !matches!(before, "(" | "\"" | "“" | "‘" | "'" | "-" | "–" | "—" | "[") {
        return false;
    }
    if tight && matches!(before, "-" | "–") {
        // "1990-1995", "mid-2012"; not "F-2000".
        let led = at >= reader.start + 2
            && (year_number(reader, at - 2).is_some()
                || reader.is(at - 2, Class::Edge)
                || reader.is_word(at - 2, "mid pre post"));
        return led && (recent || year >= 1400 && year_number(reader, at - 2).is_some());
    }
    if matches!(before, "$" | "£" | "€" | "¥" | "#" | "+" | "No." | "no.")
        || reader.is(at.wrapping_sub(1), Class::Money) && at > reader.start
    {
        return false;
    }
    const SURE: &str = "in since during until till circa year mid early late";
    if reader.is_word(at.wrapping_sub(1), SURE) && at > reader.start {
        return year >= 1400 || !followed_by_count(reader, at);
    }
    (recent || old)
        && !followed_by_count(reader, at)
        && !matches!(reader.class(at.wrapping_sub(1)), Class::Approx | Class::Than | Class::Over | Class::Under if at > reader.start)
        && !is_label(reader, at)
}

/// "flight 1912", "room 2001": the number of something.
#[inline(never)]
fn is_label(reader: &Reader, at: usize) -> bool {
    at > reader.start && reader.is_word(at - 1, "flight room route line page model number no resolution bus train")
}

/// Whether a plural noun follows: "2000 people".
#[inline(never)]
fn followed_by_count(reader: &Reader, at: usize) -> bool {
    let next = reader.word(at + 1);
    let people = reader.is_word(at + 1, "people men women children troops police staff personnel others");
    let year = year_number(reader, at).unwrap_or_default();
    // "the 2012 elections"
    let named = at > reader.start && year % 100 != 0 && !matches!(reader.kind(at - 1), TokenKind::Mark);
    let plural = reader.case(at + 1) == Case::Lower
        && reader.kind(at + 1) == TokenKind::Word
        && next.len() > 3
        && next.ends_with('s')
        && !next.ends_with("ss")
        && reader.class(at + 1) == Class::None;
    people || plural && !named
}
