//! Sums of money, percentages, measurements, ordinals and other numbers.
//!
//! Finds: numbers in digits and words with what they count: a currency, a unit, a percent sign; what
//! bounds them ("more than", "at least", "about") and ranges ("between 36 and 40", "$5-6 million").
//! Evidence: the number and the words and signs beside it.
//! Does not find: numbers of things ("Flight 370", "No. 5", "Windows 10"), scores, votes, telephone
//! numbers, versions, identifiers, times of the day.
//! Example: "more than $2.5 billion" is MONEY of at least 2.5e9 USD; in "3-1" there is nothing.

use std::borrow::Cow;

use super::clues::Class;
use super::dates;
use super::meaning::{Amount, Unit};
use super::money;
use super::numbers::{Form, Number, digits, number, ten_to};
use super::reader::Reader;
use crate::article::MentionType;
use crate::segment::{Case, TokenKind};

/// Past what was read, and the amount, or none where the numbers are no amount.
pub(super) type Found = (usize, Option<(MentionType, Amount)>);

/// Reads the amount that starts at a token.
#[inline(never)]
pub(super) fn read(reader: &Reader, at: usize) -> Option<Found> {
    if let Some(end) = no_amount(reader, at) {
        return Some((end, None));
    }
    if let Some(found) = ordinal(reader, at) {
        return Some(found);
    }
    let (start, bound) = bound(reader, at);
    let first = match single(reader, start) {
        Some(first) => first,
        None if start > at => return None,
        None => return vague(reader, at),
    };
    let ranged = range(reader, &first, bound == Some(Bound::Between));
    let (end, low, high, kind, unit) = match ranged {
        // "between 1990 and 1995"
        Some((last, _))
            if bound == Some(Bound::Between)
                && dates::year_number(reader, start).is_some()
                && dates::read(reader, last.end - 1).is_some() =>
        {
            return None;
        }
        Some((last, low)) => (last.end, Some(low), Some(last.value), last.kind, last.unit),
        None if bound == Some(Bound::Between) => return None,
        None => {
            let low = matches!(bound, Some(Bound::Least)).then_some(first.value);
            let high = matches!(bound, Some(Bound::Most)).then_some(first.value);
            (first.end, low, high, first.kind.clone(), first.unit.clone())
        }
    };
    let value = match (low, high) {
        (Some(low), Some(high)) => (low + high) / 2.0,
        _ => first.value,
    };
    if kind == MentionType::Cardinal && !is_count(reader, start, end, &first) {
        return Some((end, None));
    }
    let approx = bound == Some(Bound::About);
    Some((end, Some((kind, Amount { value, unit, approx, low, high }))))
}

/// What stands before a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    About,
    Least,
    Most,
    Between,
}

#[inline(never)]
fn bound(reader: &Reader, at: usize) -> (usize, Option<Bound>) {
    let is = |at: usize, class: Class| reader.is(at, class);
    match reader.class(at) {
        Class::Between => (at + 1, Some(Bound::Between)),
        Class::Approx => (at + 1, Some(Bound::About)),
        Class::Over => (at + 1, Some(Bound::Least)),
        Class::Under => (at + 1, Some(Bound::Most)),
        Class::More if is(at + 1, Class::Than) => (at + 2, Some(Bound::Least)),
        Class::Less if is(at + 1, Class::Than) => (at + 2, Some(Bound::Most)),
        Class::At if reader.is_word(at + 1, "least") => (at + 2, Some(Bound::Least)),
        Class::At if reader.is_word(at + 1, "most") => (at + 2, Some(Bound::Most)),
        Class::Up if is(at + 1, Class::To) => (at + 2, Some(Bound::Most)),
        Class::Lead
            if reader.is_word(at, "as") && reader.is_word(at + 1, "many much") && reader.is_word(at + 2, "as") =>
        {
            (at + 3, Some(Bound::Most))
        }
        Class::Lead if !reader.is_word(at, "as") && is(at + 2, Class::Than) => match reader.class(at + 1) {
            Class::More => (at + 3, Some(Bound::Most)),
            Class::Less => (at + 3, Some(Bound::Least)),
            _ => (at, None),
        },
        _ => (at, None),
    }
}

/// A number with what it counts.
#[derive(Clone, Debug)]
struct Single {
    end: usize,
    value: f64,
    number: Number,
    kind: MentionType,
    unit: Option<Cow<'static, str>>,
}

#[inline(never)]
fn single(reader: &Reader, at: usize) -> Option<Single> {
    if let Some((start, code)) = money::before(reader, at) {
        let number = number(reader, start)?;
        return Some(Single {
            end: number.end,
            value: number.value,
            number,
            kind: MentionType::Money,
            unit: Some(code.into()),
        });
    }
    if let Some(start) = minus(reader, at) {
        let positive = counted(reader, number(reader, start)?).filter(|found| found.kind != MentionType::Cardinal)?;
        return Some(Single { value: -positive.value, ..positive });
    }
    if reader.is(at, Class::Magnitude) {
        let next = reader.past_joint(at + 1)?;
        let number = number(reader, reader.skip(next, Class::Of)).filter(|number| number.form == Form::Digits)?;
        let unit = Some("{magnitude}".into());
        return Some(Single { end: number.end, value: number.value, number, kind: MentionType::Quantity, unit });
    }
    counted(reader, number(reader, at)?)
}

/// "-5", "minus 5".
#[inline(never)]
fn minus(reader: &Reader, at: usize) -> Option<usize> {
    let sign = matches!(reader.word(at), "-" | "−" | "–") && reader.spaced(at) && !reader.spaced(at + 1);
    (sign && reader.is_number(at + 1) || reader.is_word(at, "minus")).then_some(at + 1)
}

/// What follows a number: a percent sign, a currency, a unit.
#[inline(never)]
fn counted(reader: &Reader, number: Number) -> Option<Single> {
    let plain = Single { end: number.end, value: number.value, number, kind: MentionType::Cardinal, unit: None };
    let sign = reader.word(number.end);
    if sign == "%" {
        return Some(Single { end: number.end + 1, kind: MentionType::Percent, unit: Some("%".into()), ..plain });
    }
    if matches!(sign, "€" | "£" | "₽" | "₴" | "₺" | "zł") {
        let unit = money::sign(sign).map(Cow::from);
        return Some(Single { end: number.end + 1, kind: MentionType::Money, unit, ..plain });
    }
    if let Some((end, unit)) = degrees(reader, number) {
        return Some(Single { end, kind: MentionType::Quantity, unit: Some(unit.into()), ..plain });
    }
    let Some(at) = reader.past_joint(number.end) else { return Some(plain) };
    if let Some(end) = percent(reader, at) {
        return Some(Single { end, kind: MentionType::Percent, unit: Some("%".into()), ..plain });
    }
    if let Some((end, code, parts)) = money::after(reader, at, &number).or_else(|| money::parts(reader, at)) {
        return Some(Single {
            end,
            value: number.value / parts,
            kind: MentionType::Money,
            unit: code.map(Cow::from),
            ..plain
        });
    }
    if reader.is(at, Class::Magnitude) {
        return Some(Single { end: at + 1, kind: MentionType::Quantity, unit: Some("{magnitude}".into()), ..plain });
    }
    if let Some((end, unit)) = measure(reader, at) {
        return Some(Single { end, kind: MentionType::Quantity, unit: Some(unit), ..plain });
    }
    Some(plain)
}

/// "percent", "per cent", "percentage points".
#[inline(never)]
fn percent(reader: &Reader, at: usize) -> Option<usize> {
    if reader.is(at, Class::Percent) {
        return Some(at + 1 + usize::from(reader.is_word(at + 1, "point points")));
    }
    (reader.is(at, Class::Per) && reader.is_word(at + 1, "cent")).then_some(at + 2)
}

/// "°C", "degrees Celsius", "C" after a number of degrees.
#[inline(never)]
fn degrees(reader: &Reader, number: Number) -> Option<(usize, &'static str)> {
    let at = number.end;
    let scale = |at: usize| match reader.word(at) {
        "C" | "Celsius" | "celsius" | "centigrade" | "Centigrade" => Some("Cel"),
        "F" | "Fahrenheit" | "fahrenheit" => Some("[degF]"),
        _ => None,
    };
    match reader.word(at) {
        "°" | "º" => Some(scale(at + 1).map_or((at + 1, "deg"), |unit| (at + 2, unit))),
        "°C" => Some((at + 1, "Cel")),
        "°F" => Some((at + 1, "[degF]")),
        _ if reader.is(at, Class::Degree) => Some(scale(at + 1).map_or((at + 1, "deg"), |unit| (at + 2, unit))),
        "C" | "F"
            if number.form == Form::Digits
                && reader.case(at + 1) == Case::Lower
                && !reader.is(at + 1, Class::Degree) =>
        {
            scale(at).map(|unit| (at + 1, unit))
        }
        _ => None,
    }
}

/// "km", "square miles", "metric tons", "barrels a day", "kilometers per hour".
#[inline(never)]
fn measure(reader: &Reader, at: usize) -> Option<(usize, Cow<'static, str>)> {
    let metric = reader.is(at, Class::Metric);
    let square = reader.is(at, Class::Square);
    let word = at + usize::from(metric || square);
    let code = match reader.class(word) {
        Class::Measure if metric => "t",
        Class::Measure => reader.clue(word).text,
        Class::Pound if !square => "[lb_av]",
        _ => return None,
    };
    // "ha", "mb" and their like count in small letters or beside digits; "Miles" is a man.
    if reader.case(word) == Case::Title {
        return None;
    }
    let mut unit = Cow::from(code);
    if square {
        unit.to_mut().push_str(reader.clue(at).text);
    }
    let by = word + 1;
    if matches!(reader.class(by), Class::Per | Class::A) || reader.is_word(by, "every each") {
        let per = reader.is(by + 1, Class::Unit).then(|| Unit::from_code(reader.clue(by + 1).text));
        let per = if reader.is_word(by + 1, "second") { Some(Unit::Second) } else { per };
        if let Some(per) = per.and_then(ucum) {
            unit.to_mut().push('/');
            unit.to_mut().push_str(per);
            return Some((by + 2, unit));
        }
    }
    Some((by, unit))
}

fn ucum(unit: Unit) -> Option<&'static str> {
    Some(match unit {
        Unit::Second => "s",
        Unit::Minute => "min",
        Unit::Hour => "h",
        Unit::Day => "d",
        Unit::Week => "wk",
        Unit::Month => "mo",
        Unit::Year => "a",
        _ => return None,
    })
}

/// The second amount of a range, and the value of the first with what it borrows from the second.
#[inline(never)]
fn range(reader: &Reader, first: &Single, between: bool) -> Option<(Single, f64)> {
    let hyphen = reader.past_hyphen(first.end);
    let next = match between {
        true => reader.is(first.end, Class::And).then_some(first.end + 1)?,
        false => hyphen.or_else(|| reader.is(first.end, Class::To).then_some(first.end + 1))?,
    };
    // "one-to-two"
    let next = if hyphen.is_some() && reader.is(next, Class::To) { reader.past_joint(next + 1)? } else { next };
    let mut last = single(reader, next)?;
    let bare = |one: &Single| one.kind == MentionType::Cardinal;
    if last.unit.is_none() {
        (last.kind, last.unit) = (first.kind.clone(), first.unit.clone());
    }
    let alike = bare(first) || last.unit == first.unit;
    let scaled = first.number.scale == 0 && last.number.scale > 0 && first.value < 1000.0;
    let low = if scaled { first.value * ten_to(last.number.scale) } else { first.value };
    // "from 5 percent to 7" goes from one to the other: it is no range of one amount.
    let moves = !between && hyphen.is_none() && !bare(first) && !scaled;
    (alike && low < last.value && !moves).then_some((last, low))
}

/// "hundreds of people", "tens of thousands of dollars".
#[inline(never)]
fn vague(reader: &Reader, at: usize) -> Option<Found> {
    let mut end = at;
    let mut value = 1.0;
    while reader.is(end, Class::Scales) && (end == at || reader.is(end - 1, Class::Of)) {
        let power = reader.clue(end).number();
        value *= if power == 0 { 12.0 } else { ten_to(power) };
        end += if reader.is(end + 1, Class::Of) && reader.is(end + 2, Class::Scales) { 2 } else { 1 };
    }
    if end == at || !reader.is(end, Class::Of) || reader.case(at) == Case::Title && at != reader.start {
        return None;
    }
    let number = Number { end, value, scale: 3, form: Form::Words };
    let money = money::after(reader, end + 1, &number);
    let (end, kind, unit) = match money {
        Some((end, code, _)) => (end, MentionType::Money, code.map(Cow::from)),
        None => (end, MentionType::Cardinal, None),
    };
    Some((end, Some((kind, Amount { value, unit, approx: true, low: Some(value), high: None }))))
}

/// "third", "3rd", "twenty-first".
#[inline(never)]
fn ordinal(reader: &Reader, at: usize) -> Option<Found> {
    let (end, value) = match reader.class(at) {
        Class::Ordinal => (at + 1, f64::from(reader.clue(at).number())),
        Class::Tens => {
            let next = reader.past_hyphen(at + 1).filter(|next| reader.is(*next, Class::Ordinal))?;
            (next + 1, f64::from(reader.clue(at).number() + reader.clue(next).number()))
        }
        _ => {
            let found = reader.is_number(at).then(|| digits(reader.word(at))).flatten()?;
            let counts = found.plain && matches!(found.suffix, "st" | "nd" | "rd" | "th");
            (counts.then_some(at + 1)?, found.value)
        }
    };
    // "First Lady", "42nd Street"
    let named = reader.case(end) == Case::Title && reader.spaced(end)
        || reader.case(at) == Case::Title && at != reader.start && !matches!(reader.kind(at - 1), TokenKind::Mark)
        || at > reader.start && !reader.spaced(at) && reader.past_hyphen(at - 1).is_some();
    let amount = Amount { value, unit: None, approx: false, low: None, high: None };
    Some((end, (!named).then_some((MentionType::Ordinal, amount))))
}

/// Past numbers that are no amounts by their form: telephone numbers, scores, "24/7".
#[inline(never)]
fn no_amount(reader: &Reader, at: usize) -> Option<usize> {
    let plus = reader.word(at) == "+" && reader.is_number(at + 1) && !reader.spaced(at + 1);
    let first = at + usize::from(plus);
    if !reader.is_number(first) {
        return None;
    }
    let mut end = first + 1;
    let mut groups = 1;
    let mut marks = 0;
    loop {
        let tight = !reader.spaced(end) && !reader.spaced(end + 1) && reader.is_number(end + 1);
        if tight && matches!(reader.word(end), "-" | "–" | "/") {
            (end, groups, marks) = (end + 2, groups + 1, marks + 1);
        } else if reader.is_number(end)
            && reader.spaced(end)
            && reader.word(end).len() >= 2
            && reader.word(end).bytes().all(|byte| byte.is_ascii_digit())
            && !is_wide(reader.word(first))
        {
            (end, groups) = (end + 1, groups + 1);
        } else {
            break;
        }
    }
    let area =
        at > reader.start && reader.word(at - 1) == "(" && reader.word(first + 1) == ")" && reader.is_number(first + 2);
    if area && reader.past_hyphen(first + 3).is_some_and(|next| reader.is_number(next)) {
        return Some(first + 5);
    }
    let slash = reader.word(first + 1) == "/"
        && marks > 0
        && number(reader, first).is_none_or(|number| number.end == first + 1);
    let phone = groups >= 3 || plus && groups >= 2;
    let local = groups == 2
        && marks == 1
        && reader.word(first).len() == 3
        && reader.word(first + 2).len() == 4
        && reader.word(first + 1) == "-"
        && !reader.word(first + 2).contains('.');
    (phone && marks < 4 && !has_unit(reader, end) || slash || local || is_score(reader, first)).then_some(end)
}

/// Longer than the groups of a telephone number.
fn is_wide(word: &str) -> bool {
    word.len() > 4 || word.contains([',', '.', ':'])
}

#[inline(never)]
fn has_unit(reader: &Reader, at: usize) -> bool {
    matches!(reader.class(at), Class::Percent | Class::Scale | Class::Measure | Class::Money) || reader.word(at) == "%"
}

/// "3-1", "won 6-4, 6-2", "a 5-4 vote": two small numbers, of which the first is no less, or words
/// that tell of matches and votes.
#[inline(never)]
fn is_score(reader: &Reader, at: usize) -> bool {
    const WORDS: &str = "win wins won victory beat beating defeat defeated loss lost lose lead led draw drew tie tied score vote voted decision majority record triumph thrashing rout ruling ahead leads trail trailed final";
    let Some(next) = reader.past_hyphen(at + 1).filter(|next| reader.is_number(*next)) else { return false };
    let plain = |at: usize| digits(reader.word(at)).filter(|found| found.plain && found.suffix.is_empty());
    let (Some(first), Some(second)) = (plain(at), plain(next)) else { return false };
    if has_unit(reader, next + 1) || reader.past_hyphen(next + 1).is_some() && first.value < second.value {
        return false;
    }
    let near = at.saturating_sub(3).max(reader.start)..(next + 3).min(reader.end);
    let told = near.into_iter().any(|at| reader.is_word(at, WORDS));
    let noun = reader.case(next + 1) == Case::Lower && reader.kind(next + 1) == TokenKind::Word;
    first.value >= second.value || told || !noun && first.value < 20.0
}

/// Whether a bare number counts something rather than names it.
#[inline(never)]
fn is_count(reader: &Reader, at: usize, end: usize, first: &Single) -> bool {
    const LABELS: &str = "article bus case channel chapter class flight gate grade group highway id lane level line model no number page paragraph part phase platform point resolution room round route section size step tier track train type unit version volume ward zip code pin port build serial box ext extension";
    let digits = first.number.form == Form::Digits;
    let word = reader.word(at);
    let first_token = at == reader.start;
    if first.number.form == Form::Words && word.eq_ignore_ascii_case("one") && end == at + 1 {
        return is_counting_one(reader, at, end);
    }
    if !first_token {
        let before = at - 1;
        let tight = !reader.spaced(at);
        if tight && !matches!(reader.word(before), "(" | "\"" | "“" | "‘" | "'" | "—" | "–" | "[" | ",") {
            return false;
        }
        if digits
            && (matches!(reader.word(before), "#" | "No." | "no." | "Nos." | "№") || reader.is_word(before, LABELS))
        {
            return false;
        }
        // "Windows 10", "Boeing 737 said"
        let name = matches!(reader.kind(before), TokenKind::Word | TokenKind::Abbreviation)
            && matches!(reader.case(before), Case::Title | Case::Upper | Case::Inner)
            && (before > reader.start || reader.document.words[before].kinds.name_type().is_some());
        if digits
            && name
            && !(reader.case(end) == Case::Lower
                && reader.kind(end) == TokenKind::Word
                && reader.word(end).ends_with('s'))
        {
            return false;
        }
    } else if digits && matches!(reader.word(end), "." | ")") {
        return false;
    }
    // An identifier begins with zero or has many digits without commas.
    let bare = digits && word.bytes().all(|byte| byte.is_ascii_digit());
    if bare && (word.len() > 1 && word.starts_with('0') || word.len() > 6) {
        return false;
    }
    if reader.spaced(end) || reader.kind(end) != TokenKind::Mark {
        return true;
    }
    match reader.word(end) {
        "-" | "–" => reader
            .past_hyphen(end)
            .is_some_and(|next| reader.kind(next) == TokenKind::Word && reader.case(next) == Case::Lower),
        "/" | ":" | "#" | "@" | "_" => !reader.has(end + 1) || reader.spaced(end + 1),
        _ => true,
    }
}

/// "one of them", "one person"; not "no one", "the one who".
#[inline(never)]
fn is_counting_one(reader: &Reader, at: usize, end: usize) -> bool {
    const BEFORE: &str =
        "no the this that any every each which another some another last next first good bad only easy";
    const AFTER: &str =
        "another is was can must should would may could that who and to in by with has day on at for or";
    let led = at > reader.start && reader.is_word(at - 1, BEFORE);
    let noun = reader.case(end) == Case::Lower && reader.kind(end) == TokenKind::Word && !reader.is_word(end, AFTER);
    let joined = at > reader.start && !reader.spaced(at);
    !led && !joined && noun && reader.spaced(end)
}
