//! Temporal expressions become TIMEX3 values.
//!
//! What fixes them in time, in this order: the caller's date or the page's, the dateline's with a year
//! found in the text, the first full date of the text. Where nothing does, what is not known is
//! written with X's.

use time::{Date, Duration, Month};

use super::holidays;
use crate::article::{TimeKind, Value};
use crate::options::Options;
use crate::read::Reading;
use crate::recognize::{Base, Clock, Meaning, Measure, Period, Temporal, Tense, Timex, Toward, Unit, When, Year};
use crate::text::Span;

/// Gives the values of the article's temporal expressions, one after the other.
pub(super) struct Calendar<'a> {
    text: &'a str,
    measures: &'a [Measure],
    now: Option<Now>,
    /// The text tells of other years than the article's own: dates go by what was spoken of last.
    narrates: bool,
    spoken: Spoken,
    /// The day that was last spoken of in any paragraph: "the next day" goes by it.
    last: Option<Date>,
    /// The last such day of the week up to the article's: what happened then is told with bare times.
    told: Option<Date>,
    /// The block's end up to which the dates spoken of count.
    until: u32,
    ends: Vec<u32>,
}

/// A verb may belong to another clause: a day so near is meant whatever it says.
const CLOSE: i64 = 100;

/// So many years given make a story; fewer where nothing is told from the article's day.
const STORY: usize = 6;
const SHORT_STORY: usize = 3;

/// In so many days companies report a quarter.
const REPORTED: i64 = 50;

/// The day that the article is of.
#[derive(Clone, Copy, Debug)]
struct Now {
    date: Date,
    /// Otherwise the year is one that stands for any.
    year_known: bool,
}

/// What the text spoke of last, by its unit.
#[derive(Clone, Copy, Debug, Default)]
struct Spoken {
    day: Option<Date>,
    week: Option<Date>,
    month: Option<(i32, u8)>,
    quarter: Option<(i32, u8)>,
    year: Option<i32>,
    /// The quarter or month that was named: a year before it is the same part of that year.
    part: Option<Moment>,
}

/// A day or period of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Moment {
    Day(Date),
    /// Some day of a year, or of a month of it.
    SomeDay(i32, Option<u8>),
    /// The week and the weekend of a day.
    Week(Date),
    Weekend(Date),
    Month(i32, u8),
    Quarter(i32, u8),
    Half(i32, u8),
    Season(i32, &'static str),
    Year(i32),
    FiscalYear(i32),
    Decade(i32),
    Century(i32),
    Millennium(i32),
}

impl<'a> Calendar<'a> {
    pub(super) fn new(reading: &'a Reading, measures: &'a [Measure], options: &Options) -> Self {
        let mut ends: Vec<u32> = reading.blocks.iter().map(|block| block.end).collect();
        ends.reverse();
        let now = now(reading, measures, options);
        let narrates = narrates(measures, now);
        let first = measures.iter().find_map(|measure| year_given(&measure.meaning)).map(i32::from);
        let spoken = Spoken { year: first.filter(|_| narrates), ..Spoken::default() };
        Calendar { text: &reading.text, measures, now, narrates, spoken, last: None, told: None, until: 0, ends }
    }

    /// The value of the measure with this index. They are asked for in order.
    pub(super) fn value(&mut self, index: usize) -> Option<Value> {
        let measure = &self.measures[index];
        let Meaning::Time(temporal) = &measure.meaning else { return None };
        self.enter(measure.span.start);
        let kind = temporal.kind();
        let (timex, anchored) = match (&temporal.when, temporal.clock) {
            (When::Fixed { timex, anchored, .. }, None) => {
                self.remember_fixed(timex.as_str(), *anchored);
                (*timex, *anchored)
            }
            (_, clock) => {
                let moment = self.moment(index, temporal);
                let known = self.is_known(temporal);
                if let Some(moment) = moment.filter(|_| known && !(self.narrates && is_from_now(&temporal.when))) {
                    let part = self.spoken.part;
                    self.spoken.remember(moment);
                    if let Moment::Day(day) = moment {
                        self.last = Some(day);
                        self.told = self.last.filter(|day| self.is_of_the_week(*day)).or(self.told);
                    }
                    // "in February from January and from a year earlier"
                    if self.text[..measure.span.start as usize].ends_with("from ") && part.is_some() {
                        self.spoken.part = part;
                    }
                }
                let day = self.day_written(temporal, moment, known);
                (with_time(day, temporal.part, clock, &temporal.when), known && moment.is_some())
            }
        };
        Some(Value::Time { timex: timex.as_str().to_string(), kind, anchored })
    }

    /// The day of a holiday: in the year that stands behind it, else the nearest.
    pub(super) fn holiday(&mut self, span: Span) -> Option<Value> {
        let rule = holidays::rule(span.of(self.text))?;
        self.enter(span.start);
        let behind = self.text.get(span.end as usize..)?.trim_start_matches([',', ' ']);
        let given = behind.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
        let before = |word: &str| self.text[..span.start as usize].trim_end().ends_with(word);
        let near = |now: Date| {
            let fits = |day: &Date| !(before("last") && *day >= now || before("next") && *day <= now);
            let days = (-1..=1).filter_map(|by| holidays::day(rule, now.year() + by)).filter(fits);
            days.min_by_key(|day| (*day - now).whole_days().abs())
        };
        let day = match (given, self.day_of_text()) {
            (Some(year), _) => holidays::day(rule, year.parse().ok()?),
            (None, Some(now)) => near(now),
            (None, None) => holidays::day(rule, self.spoken.year?),
        };
        let known = given.is_some() || self.narrates || self.now.is_some_and(|now| now.year_known);
        let day = day.filter(|_| known)?;
        self.spoken.remember(Moment::Day(day));
        let timex = Moment::Day(day).written(true).as_str().to_string();
        Some(Value::Time { timex, kind: TimeKind::Date, anchored: true })
    }

    /// In an article whose day is known a paragraph starts from that day again, unless it tells of
    /// other years.
    fn enter(&mut self, start: u32) {
        while start >= self.until {
            self.until = self.ends.pop().unwrap_or(u32::MAX);
            if !self.narrates && self.now.is_some_and(|now| now.year_known) {
                self.spoken = Spoken::default();
            }
        }
    }

    /// A decade or century that needs no anchor is spoken of no less.
    fn remember_fixed(&mut self, timex: &str, anchored: bool) {
        if anchored && timex.len() == 3 {
            self.spoken = Spoken { year: timex.parse::<i32>().ok().map(|decade| decade * 10), ..Spoken::default() };
        }
    }

    /// Whether it is one of the days up to the article's.
    fn is_of_the_week(&self, day: Date) -> bool {
        self.day_of_text().is_some_and(|now| (0..7).contains(&(now - day).whole_days()))
    }

    /// Whether the year that a value gets is the right one.
    fn is_known(&self, temporal: &Temporal) -> bool {
        match &temporal.when {
            When::Day { year: Some(_), .. }
            | When::Within(Year::Given(_), _)
            | When::Nth { year: Year::Given(_), .. } => true,
            _ => {
                self.now.is_some_and(|now| now.year_known)
                    || self.spoken.year.is_some() && self.needs_text(&temporal.when)
            }
        }
    }

    fn needs_text(&self, when: &When) -> bool {
        match when {
            When::Shift { base, .. } => *base == Base::Text,
            When::Within(Year::Nearest(_), _) | When::Day { .. } | When::YearAway { .. } | When::DayOfMonth(_) => true,
            When::Within(Year::Shift(_, base), _) | When::Nth { year: Year::Shift(_, base), .. } => *base == Base::Text,
            _ => false,
        }
    }

    fn moment(&self, index: usize, temporal: &Temporal) -> Option<Moment> {
        match temporal.when {
            When::Day { year: Some(year), month, day } => date(year.into(), month, day).map(Moment::Day),
            When::Day { year: None, month, day } => self.day(index, month, day, temporal.tense),
            When::DayOfMonth(day) => {
                let (year, month) = self.spoken.month.or(self.day_of_text().map(month_of))?;
                date(year, month, day).map(Moment::Day)
            }
            When::Weekday(weekday, toward) => {
                let now = match self.narrates {
                    true => self.spoken.day?,
                    false => self.now.filter(|now| now.year_known)?.date,
                };
                Some(Moment::Day(weekday_near(now, weekday, toward, temporal.tense)))
            }
            When::WeekdayOf(weekday, by) => {
                let now = self.now.filter(|now| now.year_known)?.date;
                let monday = i64::from(now.weekday().number_days_from_monday());
                add(now, 7 * i64::from(by) + i64::from(weekday) - 1 - monday).map(Moment::Day)
            }
            When::Within(year, period) => self.within(index, year, period, temporal.tense),
            When::Shift { unit: Unit::Weekend, by: 0, base: Base::Text } if self.spoken.week.is_none() => {
                let by = if temporal.tense == Tense::Future { 0 } else { -1 };
                // On a Saturday or Sunday "the weekend" is the one that it is.
                let now = self.day_of_text()?;
                let passed = now.weekday().number_days_from_monday() >= 5;
                add(now, if passed { 0 } else { 7 * by }).map(Moment::Weekend)
            }
            When::Shift { unit, by, base } => {
                let ended = self.day_ended(index).filter(|_| by == 0 && base == Base::Text);
                let quarter = |day: Date| Moment::Quarter(quarter_of(day).0, quarter_of(day).1);
                match (unit, ended) {
                    (Unit::Week, Some(day)) => Some(Moment::Week(day)),
                    (Unit::Quarter, Some(day)) => Some(quarter(day)),
                    _ => self.shifted(unit, by.into(), base, temporal.tense),
                }
            }
            When::Nth { nth, unit, year, month } => {
                let year = self.year(year)?;
                let first = match nth {
                    // Of the last one the end is looked at.
                    0 => last_day(year, month.unwrap_or(12))?,
                    _ => date(year, month.unwrap_or(1), 1)?,
                };
                let nth = nth.max(1);
                Some(match unit {
                    Unit::Month if first.day() > 1 => Moment::Month(year, 12),
                    Unit::Month => Moment::Month(year, nth.clamp(1, 12)),
                    Unit::Week => Moment::Week(add(first, 7 * (i64::from(nth) - 1))?),
                    _ => Moment::Day(add(first, i64::from(nth) - 1)?),
                })
            }
            When::YearAway { by, unit } => self.year_away(by.into(), unit),
            When::Unsaid => self.day_beside(index).or_else(|| self.day_spoken_of()),
            When::Fixed { .. } => None,
        }
    }

    /// A day without its year: that of the next date ("May 3 and June 5, 1990"), else the nearest.
    fn day(&self, index: usize, month: u8, day: u8, tense: Tense) -> Option<Moment> {
        if let Some(year) = self.year_behind(index) {
            return date(year, month, day).map(Moment::Day);
        }
        let Some(now) = self.day_of_text() else {
            return date(self.year_going_on(month)?, month, day).map(Moment::Day);
        };
        let of = |year: i32| date(year, month, day).or_else(|| date(year, month, 28));
        let (last, this, next) = (of(now.year() - 1)?, of(now.year())?, of(now.year() + 1)?);
        let distance = |date: Date| (date - now).whole_days().abs();
        let nearest = [this, last, next].into_iter().min_by_key(|date| distance(*date))?;
        let fits = |date: Date| match tense {
            Tense::Past => date <= now,
            Tense::Future | Tense::Either => date >= now,
            Tense::Unknown => true,
        };
        // What is to come is rarely said of a day that is past.
        let close = if tense == Tense::Future { CLOSE / 3 } else { CLOSE };
        let chosen = if fits(nearest) || distance(nearest) < close {
            nearest
        } else {
            [last, this, next]
                .into_iter()
                .filter(|date| fits(*date))
                .min_by_key(|date| distance(*date))
                .unwrap_or(nearest)
        };
        Some(Moment::Day(chosen))
    }

    /// The day that a time is of where nothing else is said.
    fn day_spoken_of(&self) -> Option<Moment> {
        let spoken = self.spoken.day.map(Moment::Day);
        let vague = || Some(Moment::SomeDay(self.spoken.year?, self.spoken.month.map(|(_, month)| month)));
        match self.day_of_text() {
            Some(now) => Some(
                spoken
                    .filter(|day| matches!(day, Moment::Day(day) if (*day - now).whole_days().abs() < 7))
                    .unwrap_or(Moment::Day(self.told.unwrap_or(now))),
            ),
            None => spoken.or_else(vague),
        }
    }

    /// The article's day where dates without a year are near to it.
    fn day_of_text(&self) -> Option<Date> {
        self.now.filter(|_| !self.narrates).map(|now| now.date)
    }

    /// The year of a month in a story: the one last spoken of, or the next where the story has come to
    /// its end.
    fn year_going_on(&self, month: u8) -> Option<i32> {
        let year = self.spoken.year?;
        let turned = self.spoken.month.is_some_and(|(_, last)| last >= 11 && month <= 2);
        Some(if turned { year + 1 } else { year })
    }

    /// The year of the date that follows after no more than a word: "April and June 1955".
    fn year_behind(&self, index: usize) -> Option<i32> {
        let next = self.measures.get(index + 1)?;
        let between = self.text.get(self.measures[index].span.end as usize..next.span.start as usize)?;
        let joined = between.len() <= 12 && !between.contains(['.', ';', '\n']);
        let Meaning::Time(temporal) = &next.meaning else { return None };
        match temporal.when {
            When::Day { year: Some(year), .. }
            | When::Within(Year::Given(year), Period::Month(_) | Period::Season(_) | Period::Quarter(_))
                if joined =>
            {
                Some(year.into())
            }
            _ => None,
        }
    }

    /// The day that a week or quarter is told by: "the week ended Oct. 13", "the week of Oct. 9".
    fn day_ended(&self, index: usize) -> Option<Date> {
        let next = self.measures.get(index + 1)?;
        let between = self.text.get(self.measures[index].span.end as usize..next.span.start as usize)?;
        if !matches!(between, " ended " | " ending " | " of ") {
            return None;
        }
        let Meaning::Time(Temporal { when: When::Day { year, month, day }, tense, .. }) = &next.meaning else {
            return None;
        };
        let moment = match year {
            Some(year) => date((*year).into(), *month, *day).map(Moment::Day),
            None => self.day(index + 1, *month, *day, *tense),
        };
        match moment {
            Some(Moment::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// The day that stands beside a time: "at 9 p.m. on Monday".
    fn day_beside(&self, index: usize) -> Option<Moment> {
        let beside = |left: usize, right: usize| {
            let (left, right) = (self.measures.get(left)?, self.measures.get(right)?);
            let between = self.text.get(left.span.end as usize..right.span.start as usize)?;
            (between.len() <= 20 && !between.contains(['.', ';', '\n'])).then_some(())
        };
        let of = |other: usize| {
            let Meaning::Time(temporal) = &self.measures[other].meaning else { return None };
            let moment = self
                .moment(other, temporal)
                .filter(|_| !matches!(temporal.when, When::Unsaid) && temporal.clock.is_none())?;
            matches!(moment, Moment::Day(_)).then_some(moment)
        };
        let after = beside(index, index + 1).and_then(|()| match &self.measures[index + 1].meaning {
            // "Monday, 9 a.m. to 5 p.m.", "16:45 local time (1545 UTC) on Friday"
            Meaning::Time(Temporal { when: When::Unsaid, .. }) => {
                beside(index + 1, index + 2).and_then(|()| of(index + 2))
            }
            // "from 9 a.m. to 5 p.m. Monday"
            Meaning::Time(next) if next.clock.is_some() && self.is_range(index) => self.moment(index + 1, next),
            _ => of(index + 1),
        });
        after.or_else(|| {
            let before = index.checked_sub(1)?;
            beside(before, index)?;
            match &self.measures[before].meaning {
                // "from 9 a.m. to 5 p.m. Monday" and "Monday from 9 a.m. to 5 p.m."
                Meaning::Time(Temporal { when: When::Unsaid, .. }) => self.day_beside_before(before),
                _ => of(before),
            }
        })
    }

    /// Whether the measure and the next are the bounds of a range.
    fn is_range(&self, index: usize) -> bool {
        let bounds = self.measures.get(index).zip(self.measures.get(index + 1));
        let between = bounds.and_then(|(first, last)| self.text.get(first.span.end as usize..last.span.start as usize));
        between.is_some_and(|between| matches!(between.trim(), "to" | "until" | "and" | "-" | "–" | "—"))
    }

    fn day_beside_before(&self, index: usize) -> Option<Moment> {
        self.spoken.day.filter(|_| index > 0).map(Moment::Day)
    }

    fn year(&self, year: Year) -> Option<i32> {
        let now = self.now.map(|now| now.date.year());
        match year {
            Year::Given(year) => Some(year.into()),
            Year::Shift(by, Base::Now) => Some(now? + i32::from(by)),
            Year::Shift(by, Base::Text) => Some(self.spoken.year.or(now)? + i32::from(by)),
            Year::Nearest(_) => self.spoken.year.filter(|_| self.narrates).or(now).or(self.spoken.year),
        }
    }

    fn within(&self, index: usize, year: Year, period: Period, tense: Tense) -> Option<Moment> {
        let of = |year: i32| match period {
            Period::Year => Moment::Year(year),
            Period::FiscalYear => Moment::FiscalYear(year),
            Period::Half(half) => Moment::Half(year, half),
            Period::Quarter(quarter) => Moment::Quarter(year, quarter),
            Period::Month(month) => Moment::Month(year, month),
            Period::Season(season) => Moment::Season(year, season),
        };
        let Year::Nearest(toward) = year else { return self.year(year).map(of) };
        if let Some(year) = self.year_behind(index).filter(|_| toward == Toward::Tense) {
            return Some(of(year));
        }
        let Some(now) = self.day_of_text() else {
            let month = months_of(period).0 as u8;
            return self.year_going_on(month).map(of);
        };
        let (first, months) = months_of(period);
        let now_month = now.year() * 12 + i32::from(u8::from(now.month())) - 1;
        let start = |year: i32| year * 12 + first - 1;
        let this = now.year();
        // Twice the distance of the middle, so that halves of months count.
        let distance = |year: i32| (2 * start(year) + months - 1 - 2 * now_month).abs();
        let nearest = [this, this - 1, this + 1].into_iter().min_by_key(|year| distance(*year)).unwrap_or(this);
        let year = match (toward, tense) {
            // Companies speak of the quarter just past and of the one that has begun.
            (Toward::Tense, _) if matches!(period, Period::Quarter(_) | Period::Half(_)) => {
                nearest - i32::from(tense == Tense::Past && start(nearest) > now_month)
            }
            (Toward::Last, _) => latest(this, |year| start(year) + months <= now_month),
            (Toward::Next, _) => latest(this + 2, |year| start(year - 1) <= now_month),
            (Toward::This, _) => this,
            (Toward::Tense, Tense::Past) => latest(this, |year| start(year) <= now_month),
            (Toward::Tense, Tense::Future | Tense::Either) => {
                latest(this + 2, |year| start(year - 1) + months <= now_month)
            }
            (Toward::Tense, Tense::Unknown) => nearest,
        };
        Some(of(year))
    }

    fn shifted(&self, unit: Unit, by: i32, base: Base, tense: Tense) -> Option<Moment> {
        let now = if base == Base::Text { self.day_of_text() } else { self.now.map(|now| now.date) };
        let spoken = if base == Base::Text { self.spoken } else { Spoken::default() };
        let day = spoken.day.or(self.last.filter(|_| base == Base::Text)).or(now);
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day if day.is_none() => {
                Some(Moment::SomeDay(spoken.year?, spoken.month.map(|(_, month)| month)))
            }
            _ if unit.is_of_clock() => day.map(Moment::Day),
            Unit::Day => add(day?, by.into()).map(Moment::Day),
            Unit::Week | Unit::Fortnight => {
                add(spoken.day.or(spoken.week).or(now)?, 7 * i64::from(by)).map(Moment::Week)
            }
            Unit::Weekend => {
                let day = spoken.day.or(spoken.week).or(now)?;
                let weekday = i64::from(day.weekday().number_days_from_monday());
                // Early in the week "this weekend" may be the one just past.
                let back = i64::from(by == 0 && weekday < 2 && tense == Tense::Past);
                add(day, 7 * (i64::from(by) - back)).map(Moment::Weekend)
            }
            Unit::Month => {
                let (year, month) = spoken.month.or(now.map(month_of))?;
                let months = year * 12 + i32::from(month) - 1 + by;
                Some(Moment::Month(months.div_euclid(12), months.rem_euclid(12) as u8 + 1))
            }
            Unit::Quarter => {
                let told = if base == Base::Text && by == 0 { quarter_reported } else { quarter_of };
                let (year, quarter) = spoken.quarter.or(now.map(told))?;
                let quarters = year * 4 + i32::from(quarter) - 1 + by;
                Some(Moment::Quarter(quarters.div_euclid(4), quarters.rem_euclid(4) as u8 + 1))
            }
            _ => {
                let year = spoken.year.or(now.map(Date::year))?;
                Some(match unit {
                    Unit::Decade => Moment::Decade(year.div_euclid(10) + by),
                    Unit::Century => Moment::Century(year.div_euclid(100) + by),
                    Unit::Millennium => Moment::Millennium(year.div_euclid(1000) + by),
                    _ => Moment::Year(year + by),
                })
            }
        }
    }

    /// What was spoken of, so many years away.
    fn year_away(&self, by: i32, unit: Option<Unit>) -> Option<Moment> {
        let now = self.day_of_text();
        let quarter = || {
            self.spoken.quarter.or(now.map(quarter_reported)).map(|(year, quarter)| Moment::Quarter(year + by, quarter))
        };
        let month = || self.spoken.month.or(now.map(month_of)).map(|(year, month)| Moment::Month(year + by, month));
        match (unit, self.spoken.part) {
            (None, Some(Moment::Quarter(year, quarter))) => Some(Moment::Quarter(year + by, quarter)),
            (None, Some(Moment::Month(year, month))) => Some(Moment::Month(year + by, month)),
            (Some(Unit::Quarter), _) => quarter(),
            (Some(Unit::Month), _) => month(),
            (Some(unit @ (Unit::Week | Unit::Day)), _) => {
                self.shifted(unit, by * if unit == Unit::Day { 365 } else { 52 }, Base::Text, Tense::Unknown)
            }
            _ => self.shifted(Unit::Year, by, Base::Text, Tense::Unknown),
        }
    }

    /// The day or period as TIMEX3 writes it, with X's for what is not known.
    fn day_written(&self, temporal: &Temporal, moment: Option<Moment>, known: bool) -> Timex {
        if let Some(moment) = moment {
            return moment.written(known);
        }
        let any_year = Timex::new("XXXX-");
        let day = temporal.kind() == TimeKind::Time;
        let text = match temporal.when {
            When::Day { month, day, .. } => {
                return any_year.with_number(month.into(), 2).with("-").with_number(day.into(), 2);
            }
            When::Nth { nth, unit: Unit::Day, month: Some(month), .. } => {
                return any_year.with_number(month.into(), 2).with("-").with_number(nth.max(1).into(), 2);
            }
            When::DayOfMonth(day) => return any_year.with("XX-").with_number(day.into(), 2),
            When::Weekday(weekday, _) | When::WeekdayOf(weekday, _) => {
                return any_year.with("WXX-").with_number(weekday.into(), 1);
            }
            When::Within(_, Period::Month(month)) => return any_year.with_number(month.into(), 2),
            When::Within(_, Period::Quarter(quarter)) => return any_year.with("Q").with_number(quarter.into(), 1),
            When::Within(_, Period::Half(half)) => return any_year.with("H").with_number(half.into(), 1),
            When::Within(_, Period::Season(season)) => return any_year.with(season),
            When::YearAway { unit: Some(Unit::Quarter), .. } => "XXXX-QX",
            When::Unsaid | When::Nth { .. } => "XXXX-XX-XX",
            When::Shift { unit, .. } => match unit {
                Unit::Week | Unit::Fortnight => "XXXX-WXX",
                Unit::Weekend => "XXXX-WXX-WE",
                Unit::Month => "XXXX-XX",
                Unit::Quarter => "XXXX-QX",
                Unit::Decade => "XXX",
                Unit::Century => "XX",
                Unit::Millennium => "X",
                _ if unit <= Unit::Day || day => "XXXX-XX-XX",
                _ => "XXXX",
            },
            _ => "XXXX",
        };
        Timex::new(text)
    }
}

/// With the part of the day or the time.
fn with_time(day: Timex, part: Option<&str>, clock: Option<Clock>, when: &When) -> Timex {
    let Some(Clock { hour, minute, second, zone }) = clock else {
        return match (part, when) {
            (Some(part), _) => day.with("T").with(part),
            (None, When::Shift { unit, .. }) if unit.is_of_clock() => day.with("TXX"),
            _ => day,
        };
    };
    let two = |timex: Timex, number: u8| timex.with_number(number.into(), 2);
    let mut timex = two(two(day.with("T"), hour).with(":"), minute);
    if let Some(second) = second {
        timex = two(timex.with(":"), second);
    }
    match zone {
        None => timex,
        Some(0) => timex.with("Z"),
        Some(minutes) => {
            let sign = timex.with(if minutes < 0 { "-" } else { "+" });
            let minutes = u32::from(minutes.unsigned_abs());
            sign.with_number(minutes / 60, 2).with(":").with_number(minutes % 60, 2)
        }
    }
}

/// What the article is dated by.
fn now(reading: &Reading, measures: &[Measure], options: &Options) -> Option<Now> {
    let known = |date: Date| Now { date, year_known: true };
    let given = options.date.as_deref().or(reading.metadata.published.as_deref()).and_then(iso);
    if given.is_some() {
        return given.map(known);
    }
    let dates = || {
        measures.iter().filter_map(|measure| match &measure.meaning {
            Meaning::Time(Temporal { when: When::Day { year: Some(year), month, day }, .. }) => {
                date((*year).into(), *month, *day)
            }
            _ => None,
        })
    };
    let filed = reading.metadata.dateline.as_ref().and_then(|dateline| dateline.date.as_deref());
    let Some(filed) = filed else { return dates().next().map(known) };
    if let Some(date) = iso(filed) {
        return Some(known(date));
    }
    let (month, day) = filed.strip_prefix("--").and_then(|rest| rest.split_once('-'))?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // The day of the dateline that is nearest to a full date of the text, else the latest year of it.
    let near = dates().find_map(|other| {
        let of = |year: i32| date(year, month, day);
        let years = [other.year(), other.year() + 1, other.year() - 1];
        years
            .into_iter()
            .filter_map(of)
            .min_by_key(|date| (*date - other).whole_days().abs())
            .filter(|date| (*date - other).whole_days().abs() <= 31)
    });
    let latest = measures.iter().filter_map(|measure| match &measure.meaning {
        Meaning::Time(Temporal {
            when: When::Day { year: Some(year), .. } | When::Within(Year::Given(year), Period::Year | Period::Month(_)),
            ..
        }) => Some(*year),
        _ => None,
    });
    let year = || latest.max().and_then(|year| date(year.into(), month, day));
    if let Some(date) = near.or_else(year) {
        return Some(known(date));
    }
    // Any leap year: only day and month are looked at.
    date(2000, month, day).map(|date| Now { date, year_known: false })
}

/// Whether a text tells of years other than that of its day, as histories and obituaries do: the years that
/// it gives are far from that day, and hardly anything is told from it ("yesterday", "on Monday").
fn narrates(measures: &[Measure], now: Option<Now>) -> bool {
    let (mut far, mut near) = (0, 0);
    for measure in measures {
        let Meaning::Time(temporal) = &measure.meaning else { continue };
        let year = year_given(&measure.meaning);
        let distance = year.and_then(|year| now.map(|now| (now.date.year() - i32::from(year)).abs()));
        match (distance, &temporal.when) {
            (Some(2..), _) => far += 1,
            (Some(_), _) => near += 1,
            (None, When::Weekday(..) | When::WeekdayOf(..)) => near += 1,
            (None, When::Shift { unit, base: Base::Now, .. }) if !unit.is_of_clock() => near += 1,
            _ => {}
        }
    }
    far >= STORY && far >= 4 * near || far >= SHORT_STORY && near == 0
}

/// Whether it is told from the article's day whatever else is spoken of.
fn is_from_now(when: &When) -> bool {
    matches!(
        when,
        When::Shift { base: Base::Now, .. }
            | When::WeekdayOf(..)
            | When::Within(Year::Shift(_, Base::Now), _)
            | When::Nth { year: Year::Shift(_, Base::Now), .. }
    )
}

/// The year that an expression gives itself.
fn year_given(meaning: &Meaning) -> Option<i16> {
    let Meaning::Time(temporal) = meaning else { return None };
    match temporal.when {
        When::Day { year, .. } => year,
        When::Within(Year::Given(year), _) | When::Nth { year: Year::Given(year), .. } => Some(year),
        _ => None,
    }
}

/// The date at the start of an ISO 8601 date and time.
fn iso(text: &str) -> Option<Date> {
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u16>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    date(year.into(), month.try_into().ok()?, day.try_into().ok()?)
}

fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

fn add(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Duration::days(days))
}

fn last_day(year: i32, month: u8) -> Option<Date> {
    let month = Month::try_from(month).ok()?;
    Date::from_calendar_date(year, month, month.length(year)).ok()
}

fn month_of(date: Date) -> (i32, u8) {
    (date.year(), date.month().into())
}

fn quarter_of(date: Date) -> (i32, u8) {
    (date.year(), (u8::from(date.month()) - 1) / 3 + 1)
}

/// "The quarter" that companies report: early in one it is the one before.
fn quarter_reported(date: Date) -> (i32, u8) {
    add(date, -REPORTED).map_or(quarter_of(date), quarter_of)
}

/// The first month of a period and how many it has.
fn months_of(period: Period) -> (i32, i32) {
    match period {
        Period::Year | Period::FiscalYear => (1, 12),
        Period::Half(half) => (i32::from(half) * 6 - 5, 6),
        Period::Quarter(quarter) => (i32::from(quarter) * 3 - 2, 3),
        Period::Month(month) => (month.into(), 1),
        Period::Season("SP") => (3, 3),
        Period::Season("SU") => (6, 3),
        Period::Season("FA") => (9, 3),
        Period::Season(_) => (12, 3),
    }
}

/// The latest year, no later than the first, that the test holds for.
fn latest(first: i32, holds: impl Fn(i32) -> bool) -> i32 {
    (0..3).map(|back| first - back).find(|year| holds(*year)).unwrap_or(first - 3)
}

/// The weekday that is meant on a day: in news the one just past unless something else is said.
fn weekday_near(now: Date, weekday: u8, toward: Toward, tense: Tense) -> Date {
    let ahead = (i64::from(weekday) - i64::from(now.weekday().number_from_monday())).rem_euclid(7);
    let days = match (toward, tense) {
        (Toward::Last, _) if ahead == 0 => -7,
        (Toward::Next, _) if ahead == 0 => 7,
        (Toward::Next | Toward::This, _) | (Toward::Tense, Tense::Future) => ahead,
        (Toward::Tense, Tense::Either) if ahead < 6 => ahead,
        _ if ahead == 0 => 0,
        _ => ahead - 7,
    };
    add(now, days).unwrap_or(now)
}

impl Spoken {
    fn remember(&mut self, moment: Moment) {
        let mut spoken = Spoken::default();
        match moment {
            Moment::Day(day) => {
                let (month, quarter) = (Some(month_of(day)), Some(quarter_of(day)));
                spoken = Spoken { day: Some(day), week: Some(day), month, year: Some(day.year()), ..spoken };
                // A day does not end the talk of a quarter.
                spoken.quarter = self.quarter.or(quarter);
                spoken.part = self.part.filter(|part| matches!(part, Moment::Quarter(..)));
            }
            Moment::SomeDay(..) => return,
            Moment::Week(day) | Moment::Weekend(day) => {
                spoken.week = Some(day);
                (spoken.month, spoken.year) = (Some(month_of(day)), Some(day.year()));
            }
            Moment::Month(year, month) => {
                let part = Some(moment);
                spoken = Spoken { month: Some((year, month)), quarter: self.quarter, year: Some(year), part, ..spoken };
            }
            Moment::Quarter(year, quarter) => {
                (spoken.quarter, spoken.year, spoken.part) = (Some((year, quarter)), Some(year), Some(moment));
            }
            Moment::Half(year, _) | Moment::Season(year, _) | Moment::Year(year) | Moment::FiscalYear(year) => {
                spoken.year = Some(year);
            }
            Moment::Decade(decade) => spoken.year = Some(decade * 10),
            Moment::Century(century) => spoken.year = Some(century * 100),
            Moment::Millennium(millennium) => spoken.year = Some(millennium * 1000),
        }
        *self = spoken;
    }
}

impl Moment {
    /// As TIMEX3 writes it; where the year is not known, with X's.
    fn written(self, known: bool) -> Timex {
        let year_and =
            |year: i32, next: &str| if known { year_written(year).with(next) } else { Timex::new("XXXX").with(next) };
        let plain = |number: i32, digits: usize| Timex::default().with_number(number.unsigned_abs(), digits);
        match self {
            Moment::Day(day) => {
                let month = year_and(day.year(), "-").with_number(u8::from(day.month()).into(), 2);
                month.with("-").with_number(day.day().into(), 2)
            }
            Moment::SomeDay(year, None) => year_and(year, "-XX-XX"),
            Moment::SomeDay(year, Some(month)) => year_and(year, "-").with_number(month.into(), 2).with("-XX"),
            Moment::Week(day) if known => week_written(day),
            Moment::Weekend(day) if known => week_written(day).with("-WE"),
            Moment::Week(_) => Timex::new("XXXX-WXX"),
            Moment::Weekend(_) => Timex::new("XXXX-WXX-WE"),
            Moment::Month(year, month) => year_and(year, "-").with_number(month.into(), 2),
            Moment::Quarter(year, quarter) => year_and(year, "-Q").with_number(quarter.into(), 1),
            Moment::Half(year, half) => year_and(year, "-H").with_number(half.into(), 1),
            Moment::Season(year, season) => year_and(year, "-").with(season),
            Moment::Year(year) => year_and(year, ""),
            Moment::FiscalYear(year) => Timex::new("FY").with(year_and(year, "").as_str()),
            Moment::Decade(decade) if known => plain(decade, 3),
            Moment::Century(century) if known => plain(century, 2),
            Moment::Millennium(millennium) if known => plain(millennium, 1),
            Moment::Decade(_) => Timex::new("XXX"),
            Moment::Century(_) => Timex::new("XX"),
            Moment::Millennium(_) => Timex::new("X"),
        }
    }
}

fn year_written(year: i32) -> Timex {
    let era = if year > 0 { Timex::default() } else { Timex::new("BC") };
    era.with_number(if year > 0 { year } else { 1 - year }.unsigned_abs(), 4)
}

fn week_written(day: Date) -> Timex {
    let (year, week, _) = day.to_iso_week_date();
    year_written(year).with("-W").with_number(week.into(), 2)
}
