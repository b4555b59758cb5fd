//! Dates as pages write them for machines, and for readers.

use crate::read::calendar;
use crate::read::scan::Scan;

/// A date in ISO 8601: the day, and the time where one is given in full.
pub(in crate::read) fn read(value: &str) -> Option<String> {
    let value = value.trim();
    let mut scan = Scan::new(value);
    let Some(day) = calendar::date(&mut scan).filter(|date| date.year.is_some()) else {
        return slashed(value, None).or_else(|| compact(value));
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
        // Nobody knows which English it is.
        "en" | "en-CA" => return None,
        _ => Order::DayFirst,
    };
    slashed(value, Some(order))
}

#[derive(Clone, Copy, PartialEq)]
enum Order {
    MonthFirst,
    DayFirst,
}

/// A month of a year, and nothing else: "November 2003".
pub(in crate::read) fn month(value: &str) -> Option<String> {
    let (name, year) = value.trim().split_once([' ', '\u{a0}'])?;
    // A month is one that has a first day.
    let iso = calendar::date(&mut Scan::new(&format!("{name} 1, {year}"))).filter(|date| date.year.is_some())?.iso();
    (year.len() == 4 && iso.starts_with(year)).then(|| iso[..7].to_string())
}

/// A date between slashes: "2024/05/03", and where only one order of day and month makes one, or an order is given,
/// "05/23/2024", "23/05/2024".
fn slashed(value: &str, order: Option<Order>) -> Option<String> {
    let end = value.find(|c: char| !c.is_ascii_digit() && c != '/').unwrap_or(value.len());
    let parts: Vec<&str> = value[..end].split('/').collect();
    let [first, second, third] = parts[..] else { return None };
    let date = |year: &str, month: &str, day: &str| {
        let fits = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
        fits.then(|| iso(&format!("{year}-{month:0>2}-{day:0>2}"))).flatten()
    };
    let (month_first, day_first) = (date(third, first, second), date(third, second, first));
    date(first, second, third).or(match order {
        Some(Order::MonthFirst) => month_first.or(day_first),
        Some(Order::DayFirst) => day_first.or(month_first),
        None if month_first.is_none() || day_first.is_none() || month_first == day_first => month_first.or(day_first),
        None => None,
    })
}

/// A date without signs between its numbers: "20240503", "20240503T101500".
fn compact(value: &str) -> Option<String> {
    let digits = value.split('T').next().filter(|digits| digits.len() == 8 && digits.starts_with(['1', '2']))?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    iso(&format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]))
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
            ("05/03/2024", None),
            ("05/05/2024", Some("2024-05-05")),
            ("20240503", Some("2024-05-03")),
            ("20240503T101500", Some("2024-05-03")),
            ("20241503", None),
            ("January 28", None),
            ("yesterday", None),
        ] {
            assert_eq!(read(value).as_deref(), expected, "{value}");
        }
    }
}
