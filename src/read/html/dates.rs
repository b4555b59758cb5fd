//! Dates as pages write them for machines, and for readers.

use std::ops::Range;

use crate::read::calendar;
use crate::read::scan::Scan;

/// A date in ISO 8601: the day, and the time where one is given in full.
pub(in crate::read) fn read(value: &str) -> Option<String> {
    let value = value.trim();
    let mut scan = Scan::new(value);
    let Some(day) = calendar::date(&mut scan).filter(|date| date.year.is_some()) else {
        return slashed(value, None).or_else(|| compact(value)).or_else(|| epoch(value));
    };
    let day = day.iso();
    Some(match time(scan.rest()) {
        Some(time) => format!("{day}T{time}"),
        None => day,
    })
}

/// A date between slashes that has two readings, in the order that a language tag stands for.
pub(in crate::read) fn ordered(value: &str, language: &str) -> Option<String> {
    let order = match language {
        "en-US" | "en-PH" => Order::MonthFirst,
        // Nobody knows which English it is, unless the clock is that of America.
        "en" | "en-CA" if value.split(' ').any(|word| ZONES.contains(&word)) => Order::MonthFirst,
        "en" | "en-CA" => return None,
        _ => Order::DayFirst,
    };
    slashed(value, Some(order))
}

/// The zones of American clocks.
const ZONES: [&str; 11] = ["CDT", "CST", "CT", "EDT", "EST", "ET", "MDT", "MST", "PDT", "PST", "PT"];

/// The variety of English whose order a date between slashes is in, if it has but one reading.
pub(in crate::read) fn order_shown(value: &str) -> Option<&'static str> {
    let mut parts = value.split('/');
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let is_year = third.len() >= 4 && third.bytes().take(4).all(|byte| byte.is_ascii_digit());
    match (number(first)?, number(second)?) {
        (13..=31, 1..=12) if is_year => Some("en-GB"),
        (1..=12, 13..=31) if is_year => Some("en-US"),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Order {
    MonthFirst,
    DayFirst,
}

/// Whether two dates are of the same day or of days in a row, which are one day somewhere.
pub(in crate::read) fn are_near(one: &str, other: &str) -> bool {
    let day = |date: &str| -> Option<i32> {
        let number = |at: Range<usize>| date.get(at)?.parse::<i32>().ok();
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        // The days before a month, where a year begins with March.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
    };
    day(one).zip(day(other)).is_some_and(|(one, other)| one.abs_diff(other) <= 1)
}

/// The part of a short line that may tell the first publication: without what a word for a change stands before.
pub(in crate::read) fn of_publication(line: &str) -> Option<&str> {
    const WORDS: [&str; 3] = ["publish", "posted", "created"];
    let Some(change) = change_in(line) else { return Some(line) };
    if line[..change].contains(|c: char| c.is_ascii_digit()) {
        return Some(&line[..change]);
    }
    let behind = line[change..].to_ascii_lowercase();
    let at = WORDS.iter().filter_map(|word| behind.find(word)).min()?;
    Some(&line[change + at..])
}

/// The part of a short line from a word for a change on.
pub(in crate::read) fn of_change(line: &str) -> Option<&str> {
    change_in(line).map(|at| &line[at..])
}

/// Where a short line has a word for a change.
fn change_in(line: &str) -> Option<usize> {
    const WORDS: [&str; 11] = [
        "updated",
        "modified",
        "reviewed",
        "revised",
        "edited",
        "refreshed",
        "last ",
        "actualizad",
        "aktualisiert",
        "aggiornat",
        "mis à jour",
    ];
    let lower = line.to_ascii_lowercase();
    WORDS.iter().filter_map(|word| lower.find(word)).min()
}

/// Whether a short line is a date and no more.
pub(in crate::read) fn is_whole(line: &str) -> bool {
    let mut scan = Scan::new(line.trim());
    calendar::date(&mut scan).is_some_and(|date| date.year.is_some()) && scan.rest().is_empty()
}

/// Whether a date stands anywhere in a short line.
pub(in crate::read) fn is_within(line: &str) -> bool {
    calendar::find(line).is_some()
}

/// Whether a word makes a number of a day: "3rd".
pub(in crate::read) fn is_ordinal_ending(word: &str) -> bool {
    ["st", "nd", "rd", "th"].contains(&word)
}

/// A month of a year, and nothing else: "November 2003".
pub(in crate::read) fn month(value: &str) -> Option<String> {
    let (name, year) = value.trim().split_once([' ', '\u{a0}'])?;
    // A month is one that has a first day.
    let iso = calendar::date(&mut Scan::new(&format!("{name} 1, {year}"))).filter(|date| date.year.is_some())?.iso();
    (year.len() == 4 && iso.starts_with(year)).then(|| iso[..7].to_string())
}

/// A date between slashes or hyphens: "2024/05/03", and where only one order of day and month makes one, or an order
/// is given, "05/23/2024", "23/05/2024", "23-05-2024", "5/23/24".
fn slashed(value: &str, order: Option<Order>) -> Option<String> {
    let end = value.find(|c: char| !c.is_ascii_digit() && !matches!(c, '/' | '-')).unwrap_or(value.len());
    let sign = if value[..end].contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = value[..end].split(sign).collect();
    let [first, second, third] = parts[..] else { return None };
    let date = |year: &str, month: &str, day: &str| {
        let fits = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
        fits.then(|| iso(&format!("{year}-{month:0>2}-{day:0>2}"))).flatten()
    };
    let century = if sign == '/' && third.len() == 2 { "20" } else { "" };
    let last = format!("{century}{third}");
    let (month_first, day_first) = (date(&last, first, second), date(&last, second, first));
    date(first, second, third).or(match order {
        Some(Order::MonthFirst) => month_first.or(day_first),
        Some(Order::DayFirst) => day_first.or(month_first),
        None if month_first.is_none() || day_first.is_none() || month_first == day_first => month_first.or(day_first),
        None => None,
    })
}

/// A date without signs between its numbers: "20240503", "20240503T101500".
fn compact(value: &str) -> Option<String> {
    let digits = value.split(['T', ' ']).next().filter(|digits| digits.len() == 8 && digits.starts_with(['1', '2']))?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    iso(&format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]))
}

/// The day of a number of seconds or milliseconds since 1970: "1714730400".
fn epoch(value: &str) -> Option<String> {
    let is_long = matches!(value.len(), 10 | 13) && value.bytes().all(|byte| byte.is_ascii_digit());
    if !is_long || value.starts_with('0') {
        return None;
    }
    // Days since March of the year 0, so that the day that leap years add is a year's last.
    let days = value[..10].parse::<u64>().ok()? / 86_400 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (year, day) = (era * 400 + year, day - (153 * month + 2) / 5 + 1);
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// The date itself, if the calendar has it.
fn iso(date: &str) -> Option<String> {
    calendar::date(&mut Scan::new(date)).map(|date| date.iso())
}

/// The time of the day behind an ISO date, with its zone, if it is one.
fn time(rest: &str) -> Option<String> {
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let two = |at: usize, most: u32| -> Option<u32> {
        let digits = rest.get(at..at + 2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse().ok().filter(|number| *number <= most)
    };
    let (hour, minute) = (two(0, 23)?, two(3, 59)?);
    let mut seconds = "00".to_string();
    let mut zone = rest.get(5..)?;
    if zone.starts_with(':') {
        seconds = format!("{:02}", two(6, 59)?);
        zone = rest.get(8..)?;
        if let Some(fraction) = zone.strip_prefix(['.', ',']) {
            zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    let zone = match zone.trim().as_bytes() {
        [] => String::new(),
        [b'Z' | b'z'] => "Z".to_string(),
        [sign @ (b'+' | b'-'), digits @ ..] => {
            let digits: Vec<u8> = digits.iter().copied().filter(|byte| *byte != b':').collect();
            if digits.len() != 4 && digits.len() != 2 || !digits.iter().all(u8::is_ascii_digit) {
                return None;
            }
            let digits = String::from_utf8(digits).ok()?;
            format!("{}{}:{}", *sign as char, &digits[..2], digits.get(2..4).unwrap_or("00"))
        }
        _ => return None,
    };
    (rest.as_bytes().get(2) == Some(&b':')).then(|| format!("{hour:02}:{minute:02}:{seconds}{zone}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders() {
        for (language, expected) in
            [("en-US", Some("2024-05-03")), ("en-GB", Some("2024-03-05")), ("de", Some("2024-03-05")), ("en", None)]
        {
            assert_eq!(ordered("05/03/2024", language).as_deref(), expected, "{language}");
        }
        assert_eq!(ordered("05/23/2024", "en-GB").as_deref(), Some("2024-05-23"));
    }

    #[test]
    fn days_in_a_row_are_near() {
        for (one, other, near) in [
            ("2024-02-28T23:30:00Z", "2024-02-29", true),
            ("2024-02-29", "2024-03-01", true),
            ("2023-12-31", "2024-01-01", true),
            ("2024-03-01", "2024-03-01T10:00:00Z", true),
            ("2024-02-28", "2024-03-01", false),
            ("2023-03-01", "2024-03-01", false),
            ("2024-03", "2024-03-01", false),
        ] {
            assert_eq!(are_near(one, other), near, "{one} {other}");
        }
    }

    #[test]
    fn changes_are_told_from_publication() {
        for (line, expected) in [
            ("May 3, 2024", Some("May 3, 2024")),
            ("Updated May 3, 2024", None),
            ("Last updated: May 3, 2024", None),
            ("May 3, 2024 | Updated May 5, 2024", Some("May 3, 2024 | ")),
            ("Updated May 5, 2024 Published May 3, 2024", Some("Published May 3, 2024")),
        ] {
            assert_eq!(of_publication(line), expected, "{line}");
        }
    }

    #[test]
    fn months() {
        for (value, expected) in [
            ("November 2003", Some("2003-11")),
            ("Sept. 2019", Some("2019-09")),
            ("Dezember 2020", Some("2020-12")),
            ("June 3, 2022", None),
            ("Version 2003", None),
            ("May", None),
            ("", None),
        ] {
            assert_eq!(month(value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn dates() {
        for (value, expected) in [
            ("2019-01-28", Some("2019-01-28")),
            ("2019-01-28T10:05:09Z", Some("2019-01-28T10:05:09Z")),
            ("2019-01-28T10:05", Some("2019-01-28T10:05:00")),
            ("2019-01-28 10:05:09.123+0300", Some("2019-01-28T10:05:09+03:00")),
            ("2019-01-28T10:05:09-05:30", Some("2019-01-28T10:05:09-05:30")),
            ("January 28, 2019", Some("2019-01-28")),
            ("Mon, 28 Jan 2019 10:05:09 GMT", Some("2019-01-28")),
            ("2019-01-28Tée", Some("2019-01-28")),
            ("2019-13-28", None),
            ("2024/05/03", Some("2024-05-03")),
            ("05/23/2024, 10:00", Some("2024-05-23")),
            ("23/5/2024", Some("2024-05-23")),
            ("23-05-2024 10:00", Some("2024-05-23")),
            ("5/23/24", Some("2024-05-23")),
            ("5-23-24", None),
            ("2024.05.03", Some("2024-05-03")),
            ("24/7/365", None),
            ("05/03/2024", None),
            ("05/05/2024", Some("2024-05-05")),
            ("20240503", Some("2024-05-03")),
            ("20240503T101500", Some("2024-05-03")),
            ("20241503", None),
            ("1714730400", Some("2024-05-03")),
            ("1709164800000", Some("2024-02-29")),
            ("1709251199", Some("2024-02-29")),
            ("951868799", None),
            ("0123456789", None),
            ("1é714730éé00", None),
            ("171473040éé", None),
            ("January 28", None),
            ("yesterday", None),
        ] {
            assert_eq!(read(value).as_deref(), expected, "{value}");
        }
    }
}
