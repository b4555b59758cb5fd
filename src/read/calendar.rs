//! Dates as datelines and bylines print them.
//!
//! Finds: "January 28", "Jan. 28, 2019", "28 Jan 2019", "28. Januar", "28 de enero de 2019",
//! "10 фев", "2019-01-28", "2019.01.28", "28.01.2019", each with a weekday before it or without.
//! Evidence: the month's name in `months.tsv` beside a day that a month can have.
//! Does not find: weekdays alone, "28/01", which day and month nobody knows.

use std::sync::LazyLock;

use super::scan::Scan;
use super::table::Table;

static MONTHS: LazyLock<Table<2>> = LazyLock::new(|| Table::new(include_str!("months.tsv")));

/// A day of a year, or of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub year: Option<u16>,
    month: u8,
    day: u8,
}

impl Date {
    /// ISO 8601; without a year "--01-28".
    pub(super) fn iso(self) -> String {
        match self.year {
            Some(year) => format!("{year:04}-{:02}-{:02}", self.month, self.day),
            None => format!("--{:02}-{:02}", self.month, self.day),
        }
    }

    fn new(year: Option<u16>, month: u32, day: u32) -> Option<Date> {
        let days = match month {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Date { year, month: month as u8, day: day as u8 })
    }
}

/// Where the first date of a short line begins.
pub(super) fn find(line: &str) -> Option<usize> {
    if !line.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut starts =
        line.char_indices().filter(|(at, c)| c.is_alphanumeric() && (*at == 0 || line[..*at].ends_with(' ')));
    starts.find(|(at, _)| date(&mut Scan::new(&line[*at..])).is_some()).map(|(at, _)| at)
}

/// Reads the date that comes next.
pub(super) fn date(scan: &mut Scan) -> Option<Date> {
    match scan.peek()? {
        '0'..='9' => numeric(scan).or_else(|| day_month(scan)),
        c if c.is_alphabetic() => month_day(scan).or_else(|| weekday(scan)),
        _ => None,
    }
}

fn weekday(scan: &mut Scan) -> Option<Date> {
    scan.attempt(|scan| {
        let word = scan.take_while(char::is_alphabetic);
        scan.eat(".");
        scan.eat(",");
        let dated = scan.spaces() && scan.peek().is_some_and(|next| next.is_ascii_digit() || next.is_uppercase());
        if !dated || !(2..=24).contains(&word.len()) {
            return None;
        }
        let word = word.to_lowercase();
        let known = WEEKDAYS.iter().any(|start| word.starts_with(start));
        known.then(|| month_day(scan).or_else(|| day_month(scan))).flatten()
    })
}

/// How the weekdays begin in English, Spanish, German, Russian, French and Italian.
const WEEKDAYS: [&str; 39] = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mié", "mie", "jue", "vie", "sáb", "sab", "dom",
    "montag", "dien", "mitt", "donn", "frei", "sams", "sonn", "пон", "вто", "сре", "чет", "пят", "суб", "вос", "jeu",
    "ven", "sam", "dim", "mer", "gio", "di", "do", "fr",
];

fn numeric(scan: &mut Scan) -> Option<Date> {
    scan.attempt(|scan| {
        let first = digits(scan)?;
        let separator = if scan.eat("-") {
            "-"
        } else if scan.eat(".") {
            "."
        } else {
            return None;
        };
        let second = digits(scan)?;
        if !scan.eat(separator) {
            return None;
        }
        let third = digits(scan)?;
        if first.1 == 4 && second.1 == 2 && third.1 == 2 {
            Date::new(Some(year(first)?), second.0, third.0)
        } else if separator == "." && third.1 == 4 {
            Date::new(Some(year(third)?), second.0, first.0)
        } else {
            None
        }
    })
}

fn month_day(scan: &mut Scan) -> Option<Date> {
    scan.attempt(|scan| {
        let word = scan.take_while(char::is_alphabetic);
        scan.eat(".");
        scan.spaces();
        // Ask for the day first: most words before a number are not looked up then.
        let day = day(scan)?;
        let month = month_named(word)?;
        let year = scan.attempt(|scan| {
            let _ = scan.eat_spaced(",") || scan.eat(".");
            scan.spaces();
            year(digits(scan)?)
        });
        Date::new(year, month, day)
    })
}

fn day_month(scan: &mut Scan) -> Option<Date> {
    scan.attempt(|scan| {
        let day = day(scan)?;
        let _ = scan.eat(".") || scan.eat("-");
        scan.spaces();
        let _ = scan.eat("de ") || scan.eat("of ") || scan.eat("di ");
        let month = month(scan)?;
        let year = scan.attempt(|scan| {
            let _ = scan.eat("-") || scan.eat_spaced(",");
            scan.spaces();
            let _ = scan.eat("de ") || scan.eat("del ");
            let year = year(digits(scan)?)?;
            let _ = scan.eat(" года") || scan.eat(" г.");
            Some(year)
        });
        Date::new(year, month, day)
    })
}

fn month(scan: &mut Scan) -> Option<u32> {
    let number = month_named(scan.take_while(char::is_alphabetic))?;
    scan.eat(".");
    Some(number)
}

fn month_named(word: &str) -> Option<u32> {
    if !(3..=24).contains(&word.len()) {
        return None;
    }
    MONTHS.get(&word.to_lowercase())?[1].parse().ok()
}

fn day(scan: &mut Scan) -> Option<u32> {
    let (day, length) = digits(scan)?;
    for ending in ["st", "nd", "rd", "th", "er", "º", "°"] {
        if scan.eat(ending) {
            break;
        }
    }
    let ends = !scan.peek().is_some_and(|next| next.is_alphanumeric() || matches!(next, ':' | '%'));
    (length <= 2 && ends).then_some(day)
}

fn year((number, length): (u32, usize)) -> Option<u16> {
    (length == 4 && (1800..2100).contains(&number)).then_some(number as u16)
}

/// A number of up to four digits, and how many there are.
fn digits(scan: &mut Scan) -> Option<(u32, usize)> {
    let digits = scan.take_while(|c| c.is_ascii_digit());
    (digits.len() <= 4).then(|| digits.parse().ok()).flatten().map(|number| (number, digits.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_several_languages() {
        for (text, iso, rest) in [
            ("March 3 in", "--03-03", " in"),
            ("Sept. 14, 2021: it", "2021-09-14", ": it"),
            ("Jul. 11. 2025", "2025-07-11", ""),
            ("Aug 9 2014 (X)", "2014-08-09", " (X)"),
            ("7 April 2022, in", "2022-04-07", ", in"),
            ("3rd of May", "--05-03", ""),
            ("Tuesday, March 3", "--03-03", ""),
            ("11 фев — так", "--02-11", " — так"),
            ("12 июля 2019 года", "2019-07-12", ""),
            ("2 mar (X)", "--03-02", " (X)"),
            ("5 de mayo de 2020.", "2020-05-05", "."),
            ("4. März 2018", "2018-03-04", ""),
            ("1 LUG -", "--07-01", " -"),
            ("1996-11-30", "1996-11-30", ""),
            ("2021.09.14 |", "2021-09-14", " |"),
            ("14-Sep-2021", "2021-09-14", ""),
            ("3 maja 2024", "2024-05-03", ""),
            ("3 augustus 2024", "2024-08-03", ""),
            ("09.11.1989.", "1989-11-09", "."),
            ("May 5, 300 people", "--05-05", ", 300 people"),
        ] {
            let mut scan = Scan::new(text);
            let found = date(&mut scan).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.iso().as_str(), scan.rest()), (iso, rest), "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "May",
            "Mars 2000 metres",
            "31 people",
            "February 30",
            "May 5:30",
            "3-2",
            "1.2.3",
            "Sunday",
            "5/6/2019",
        ] {
            assert_eq!(date(&mut Scan::new(text)), None, "{text}");
        }
    }
}
