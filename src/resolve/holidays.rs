//! The days that holidays fall on.
//!
//! Finds: holidays of the calendar that the whole world or one country keeps on a day that can be
//! reckoned; feasts of calendars of the moon in the years that the list has. Does not find: what several
//! countries keep on different days ("Independence Day"), and what lasts (Ramadan).

use time::{Date, Duration, Month, Weekday};

/// Holidays and the days that they fall on. Written for Wirecopy from general knowledge; dedicated to the public domain
/// (CC0). The days of the tables are facts of the calendars, checked with the Python package holidays 0.109 (MIT); those
/// of Islam are Saudi Arabia's, elsewhere they may be a day later. A line has the name and the rule: a day of a month;
/// days from Easter or from another holiday of the list; a month, its nth or last weekday, and days from that; a year
/// and the days of it and of the following ones, counted from its start, three digits each. Sorted by bytes.
const TSV: &str = include_str!("holidays.tsv");

/// The rule of the holiday with that name, as `holidays.tsv` gives it.
pub(super) fn rule(name: &str) -> Option<&'static str> {
    let name = name.strip_prefix("the ").unwrap_or(name);
    let lines = TSV.lines();
    lines.filter_map(|line| line.split_once('\t')).find(|(known, _)| is_same(known, name)).map(|(_, rule)| rule)
}

/// The day of that year: "12-25", "easter -2", "11 thursday 4 +1" (the day after the fourth Thursday of
/// November), "05 monday last", "as 163 Passover", "table 1990 027046" (the 27th day of 1990, the 46th of 1991).
pub(super) fn day(day_rule: &str, year: i32) -> Option<Date> {
    if let Some((days, other)) = day_rule.strip_prefix("as ").and_then(|rest| rest.split_once(' ')) {
        return day(rule(other)?, year)?.checked_add(Duration::days(days.parse().ok()?));
    }
    if let Some((first, days)) = day_rule.strip_prefix("table ").and_then(|rest| rest.split_once(' ')) {
        let at = 3 * usize::try_from(year - first.parse::<i32>().ok()?).ok()?;
        return Date::from_ordinal_date(year, days.get(at..at + 3)?.parse().ok()?).ok();
    }
    reckoned(day_rule, year)
}

fn reckoned(rule: &str, year: i32) -> Option<Date> {
    let mut words = rule.split(' ');
    let first = words.next()?;
    let date = |month: u8, day: u8| Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok();
    if let Some((month, day)) = first.split_once('-') {
        return date(month.parse().ok()?, day.parse().ok()?);
    }
    let base = match first {
        "easter" => easter(year)?,
        "orthodox" => orthodox_easter(year)?,
        month => nth_weekday(year, month.parse().ok()?, weekday(words.next()?)?, words.next()?)?,
    };
    let days = words.next().map_or(Some(0), |days| days.parse().ok())?;
    base.checked_add(Duration::days(days))
}

/// The "1"st ... or the "last" of those weekdays in a month.
fn nth_weekday(year: i32, month: u8, weekday: Weekday, nth: &str) -> Option<Date> {
    let month = Month::try_from(month).ok()?;
    let away = |from: Weekday, to: Weekday| {
        let day = |weekday: Weekday| i64::from(weekday.number_days_from_monday());
        Duration::days((day(to) - day(from)).rem_euclid(7))
    };
    if nth == "last" {
        let last = Date::from_calendar_date(year, month, month.length(year)).ok()?;
        return Some(last - away(weekday, last.weekday()));
    }
    let first = Date::from_calendar_date(year, month, 1).ok()?;
    Some(first + away(first.weekday(), weekday) + Duration::weeks(nth.parse::<i64>().ok()? - 1))
}

/// Whether they are the same but for case and the form of the apostrophe.
fn is_same(known: &str, name: &str) -> bool {
    let mut left = known.chars();
    let mut right = name.chars().map(|letter| if letter == '’' { '\'' } else { letter });
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some(left), Some(right)) if left.eq_ignore_ascii_case(&right) => {}
            _ => return false,
        }
    }
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// Easter Sunday of the Gregorian calendar, by the anonymous computus.
fn easter(year: i32) -> Option<Date> {
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let shift = century - (century + 8) / 25 + 1;
    let moon = (19 * golden + century - century / 4 - shift / 3 + 15).rem_euclid(30);
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let day = moon + sunday - 7 * late + 114;
    let month = Month::try_from(u8::try_from(day / 31).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(day % 31 + 1).ok()?).ok()
}

/// Easter Sunday of the Julian calendar, as a day of the Gregorian one.
fn orthodox_easter(year: i32) -> Option<Date> {
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let sunday = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34).rem_euclid(7);
    let day = moon + sunday + 114;
    let month = Month::try_from(u8::try_from(day / 31).ok()?).ok()?;
    let julian = Date::from_calendar_date(year, month, u8::try_from(day % 31 + 1).ok()?).ok()?;
    let behind = year.div_euclid(100) - year.div_euclid(400) - 2;
    julian.checked_add(Duration::days(behind.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_years() {
        for (name, year, day_of_year) in [
            ("Christmas Day", 2012, "2012-12-25"),
            ("the New Year’s Eve", 2012, "2012-12-31"),
            ("Easter", 2013, "2013-03-31"),
            ("Easter", 2019, "2019-04-21"),
            ("Good Friday", 2024, "2024-03-29"),
            ("Orthodox Easter", 2019, "2019-04-28"),
            ("Orthodox Easter", 2021, "2021-05-02"),
            ("thanksgiving", 2012, "2012-11-22"),
            ("Black Friday", 2012, "2012-11-23"),
            ("Memorial Day", 2013, "2013-05-27"),
            ("Labor Day", 2013, "2013-09-02"),
            ("Passover", 2019, "2019-04-20"),
            ("Yom Kippur", 2019, "2019-10-09"),
            ("Hanukkah", 2013, "2013-11-28"),
            ("Eid al-Fitr", 2019, "2019-06-04"),
            ("Chinese New Year", 2019, "2019-02-05"),
            ("Diwali", 2019, "2019-10-27"),
        ] {
            let found = rule(name).and_then(|rule| day(rule, year));
            assert_eq!(found.map(|day| day.to_string()).as_deref(), Some(day_of_year), "{name}");
        }
        assert_eq!(rule("Oslo"), None);
    }

    #[test]
    fn the_table_is_sorted_and_every_rule_is_one() {
        let lines: Vec<_> = TSV.lines().collect();
        assert!(lines.is_sorted());
        for line in lines {
            let (name, rule) = line.split_once('\t').expect(line);
            let mut years = if rule.starts_with(['a', 't']) { 2001..2036 } else { 1583..2200 };
            assert!(years.all(|year| day(rule, year).is_some()), "{name}");
        }
    }
}
