//! Numbers as news writes them: "1,200", "2.5 billion", "30m", "twenty-five", "two-thirds", "half a
//! million", "a dozen".

use super::clues::Class;
use super::reader::Reader;

/// A number where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// Past its last token.
    pub end: usize,
    pub value: f64,
    /// The power of ten that a word such as "million" gave it.
    pub scale: i16,
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "1,200", with a scale or without.
    Digits,
    /// "twelve hundred".
    Words,
    /// "half a", "two-thirds", "1/2".
    Fraction,
}

/// What a token of digits holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Digits<'a> {
    pub value: f64,
    /// How many digits and marks there are.
    pub length: usize,
    /// Whether there is neither a comma nor a point.
    pub plain: bool,
    /// The letters glued to it: "30m".
    pub suffix: &'a str,
}

/// Reads the digits of a token: "1,200.5", "30m". A full stop or comma in another place makes it no
/// number: "1.2.3", "10:30", "1,20".
pub(super) fn digits(word: &str) -> Option<Digits<'_>> {
    let bytes = word.as_bytes();
    let (mut value, mut length, mut group, mut commas, mut decimals) = (0.0, 0, 0, 0, None);
    for byte in bytes {
        match (byte, &mut decimals) {
            (b'0'..=b'9', None) => group += 1,
            (b'0'..=b'9', Some(count)) => *count += 1,
            // A group of three, or, as Indians write, of two before the last.
            (b',', None) if group > 0 && (commas == 0 || group == 3 || group == 2) => (commas, group) = (commas + 1, 0),
            (b'.', None) if group > 0 => decimals = Some(0),
            (b',' | b'.' | b':', _) => return None,
            _ => break,
        }
        length += 1;
        if byte.is_ascii_digit() {
            // Of the digits of a number in news a float holds every one.
            value = value * 10.0 + f64::from(byte - b'0');
        }
    }
    let suffix = word.get(length..)?;
    let ends = length > 0 && length <= 24 && decimals != Some(0) && (commas == 0 || group == 3);
    if !ends || suffix.bytes().any(|byte| byte.is_ascii_digit() || byte == b':') {
        return None;
    }
    let plain = commas == 0 && decimals.is_none();
    Some(Digits { value: value / TENS.get(decimals.unwrap_or(0))?, length, plain, suffix })
}

/// The powers of ten that a float holds exactly, as far as they are needed.
const TENS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// The power of ten of a word such as "million".
pub(super) fn ten_to(power: i16) -> f64 {
    TENS[usize::from(power.unsigned_abs()).min(15)]
}

/// 4.1 billion is a whole number, though 4.1 times a billion is not quite.
fn times_ten_to(value: f64, power: i16) -> f64 {
    let product = value * ten_to(power);
    let whole = product.round();
    if (product - whole).abs() < 1e-3 { whole } else { product }
}

/// Reads the number that starts at a token.
#[inline(never)]
pub(super) fn number(reader: &Reader, at: usize) -> Option<Number> {
    let number = match reader.class(at) {
        Class::None if reader.is_number(at) => in_digits(reader, at)?,
        Class::Small | Class::Tens => in_words(reader, at)?,
        Class::A if matches!(reader.class(at + 1), Class::Scale | Class::Hundred | Class::Dozen) => {
            let number = Number { end: at + 1, value: 1.0, scale: 0, form: Form::Words };
            scaled(reader, number)
        }
        Class::A if reader.is(at + 1, Class::Half) => return half(reader, at + 1),
        Class::Half => return half(reader, at),
        Class::Dozen => Number { end: at + 1, value: 12.0, scale: 0, form: Form::Words },
        _ => return None,
    };
    Some(with_half(reader, number))
}

fn in_digits(reader: &Reader, at: usize) -> Option<Number> {
    if let Some(value) = vulgar(reader.word(at)) {
        return Some(scaled(reader, Number { end: at + 1, value, scale: 0, form: Form::Fraction }));
    }
    let digits = digits(reader.word(at))?;
    let scale = match digits.suffix {
        "" => None,
        "m" | "mn" | "mln" | "M" => Some(6),
        "bn" | "b" | "B" | "bln" => Some(9),
        "k" | "K" => Some(3),
        "tn" | "trn" => Some(12),
        _ => return None,
    };
    let number = Number { end: at + 1, value: digits.value, scale: 0, form: Form::Digits };
    Some(match scale {
        Some(scale) => Number { value: times_ten_to(digits.value, scale), scale, ..number },
        None => scaled(reader, with_fraction(reader, number)),
    })
}

/// "2 1/2", "2-1/2", "1/2", "2½".
fn with_fraction(reader: &Reader, number: Number) -> Number {
    let quotient = |at: usize| -> Option<f64> {
        let small = |at: usize| digits(reader.word(at)).filter(|found| found.plain && found.suffix.is_empty());
        let (over, under) = (small(at)?.value, small(at + 2)?.value);
        let tight = reader.word(at + 1) == "/" && !reader.spaced(at + 1) && !reader.spaced(at + 2);
        let common = [2.0, 3.0, 4.0, 5.0, 8.0, 10.0, 16.0, 32.0].contains(&under) && over < under;
        (tight && common && reader.word(at + 3) != "/").then_some(over / under)
    };
    let at = number.end - 1;
    if let Some(value) = quotient(at) {
        return Number { end: at + 3, value, form: Form::Fraction, ..number };
    }
    let next = reader.past_joint(number.end).unwrap_or(number.end);
    if let Some(value) = quotient(next).or_else(|| vulgar(reader.word(next))) {
        let end = next + if reader.word(next + 1) == "/" { 3 } else { 1 };
        return Number { end, value: number.value + value, form: Form::Fraction, ..number };
    }
    number
}

fn vulgar(word: &str) -> Option<f64> {
    Some(match word {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        _ => return None,
    })
}

/// "five", "twenty-five", "two hundred and five", "three thousand six hundred", "two-thirds".
fn in_words(reader: &Reader, at: usize) -> Option<Number> {
    let (mut end, mut value) = below_hundred(reader, at)?;
    if let Some(parts) = reader.past_joint(end).filter(|next| reader.is(*next, Class::Parts)) {
        let value = value / f64::from(reader.clue(parts).number());
        return Some(Number { end: parts + 1, value, scale: 0, form: Form::Fraction });
    }
    if let Some(parts) = reader.past_joint(end).filter(|next| value == 1.0 && is_part(reader, *next)) {
        let value =
            1.0 / f64::from(reader.clue(parts).number().max(1)) / if reader.is(parts, Class::Unit) { 4.0 } else { 1.0 };
        return Some(Number { end: parts + 1, value, scale: 0, form: Form::Fraction });
    }
    if reader.is(end, Class::Hundred) {
        value *= 100.0;
        end += 1;
        let rest = reader.skip(end, Class::And);
        if let Some((after, more)) = below_hundred(reader, rest) {
            (end, value) = (after, value + more);
        }
    }
    let number = scaled(reader, Number { end, value, scale: 0, form: Form::Words });
    // "three thousand six hundred": what follows is smaller than the scale.
    if number.scale >= 3 && matches!(reader.class(number.end), Class::Small | Class::Tens) {
        let rest = in_words(reader, number.end).filter(|rest| rest.value < ten_to(number.scale));
        if let Some(rest) = rest.filter(|rest| rest.form == Form::Words) {
            return Some(Number { end: rest.end, value: number.value + rest.value, ..number });
        }
    }
    Some(number)
}

/// "one-third", "one quarter": only with the hyphen or before "of" is it no ordinal.
fn is_part(reader: &Reader, at: usize) -> bool {
    let named = match reader.class(at) {
        Class::Ordinal => reader.clue(at).number() >= 3,
        Class::Unit => reader.clue(at).text == "Q",
        _ => false,
    };
    named && (!reader.spaced(at) || reader.is(at + 1, Class::Of))
}

#[inline(never)]
fn below_hundred(reader: &Reader, at: usize) -> Option<(usize, f64)> {
    let value = f64::from(reader.clue(at).number());
    match reader.class(at) {
        Class::Small => Some((at + 1, value)),
        Class::Tens => {
            let unit = reader
                .past_joint(at + 1)
                .filter(|next| reader.is(*next, Class::Small) && (1..10).contains(&reader.clue(*next).number()));
            Some(unit.map_or((at + 1, value), |unit| (unit + 1, value + f64::from(reader.clue(unit).number()))))
        }
        _ => None,
    }
}

/// With the words for powers of ten and dozens that follow.
#[inline(never)]
fn scaled(reader: &Reader, mut number: Number) -> Number {
    while let Some(at) = reader.past_joint(number.end) {
        let clue = reader.clue(at);
        match clue.class {
            // "5 M." is no five million.
            Class::Scale if reader.word(at).len() > 1 => {
                number.value = times_ten_to(number.value, clue.number());
                number.scale += clue.number();
            }
            Class::Hundred => number.value *= 100.0,
            Class::Dozen => number.value *= 12.0,
            _ => break,
        }
        number.end = at + 1;
    }
    number
}

/// "half a million", "half a dozen", "half-dozen", "a half".
#[inline(never)]
fn half(reader: &Reader, at: usize) -> Option<Number> {
    let next = reader.past_joint(at + 1)?;
    let next = reader.skip(next, Class::A);
    matches!(reader.class(next), Class::Scale | Class::Dozen | Class::Hundred).then(|| {
        let number = Number { end: next, value: 0.5, scale: 0, form: Form::Fraction };
        scaled(reader, number)
    })
}

/// "two and a half", "two-and-a-half million".
#[inline(never)]
fn with_half(reader: &Reader, number: Number) -> Number {
    let and = reader.past_joint(number.end).filter(|and| reader.is(*and, Class::And) && number.scale == 0);
    let a = and.and_then(|and| reader.past_joint(and + 1)).filter(|a| reader.is(*a, Class::A));
    let half = a.and_then(|a| reader.past_joint(a + 1)).filter(|half| reader.is(*half, Class::Half));
    match half {
        Some(half) => scaled(reader, Number { end: half + 1, value: number.value + 0.5, ..number }),
        None => number,
    }
}
