//! Dates, times, amounts and other numbers, with what they say by themselves. Which day "Monday"
//! is, `resolve` decides.

mod amounts;
mod clocks;
mod clues;
mod dates;
mod durations;
mod meaning;
mod money;
mod numbers;
mod reader;
mod relative;
mod temporal;

use super::document::Document;
use crate::article::MentionType;
use crate::segment::{Case, Token, TokenKind};

use clues::{Class, Clue};
pub(crate) use meaning::{Base, Clock, Meaning, Measure, Period, Temporal, Tense, Timex, Toward, Unit, When, Year};
use reader::Reader;

/// Whether the word makes an amount of the number before it: "million", "percent", "tonnes".
pub(super) fn makes_amount(text: &str, word: &Token) -> bool {
    use Class::*;
    matches!(clues::of(text, word).class, Cent | Measure | Money | Pence | Per | Percent | Pound | Scale | Units)
}

/// Finds the dates, times and amounts of the article, in order, without overlap.
pub(super) fn find(document: &Document) -> Vec<Measure> {
    let clues: Vec<&Clue> = document.tokens.iter().map(|token| clues::of(document.text, token)).collect();
    let mut found = Vec::new();
    for sentence in document.sentences {
        let reader = Reader { document, clues: &clues, start: sentence.tokens.start, end: sentence.tokens.end };
        let mut at = reader.start;
        while at < reader.end {
            let wakes = clues[at].class != Class::None && may_begin(&reader, at)
                || match document.tokens[at].kind {
                    TokenKind::Number => true,
                    TokenKind::Mark => may_lead(document.word(at)),
                    // "US$30"
                    TokenKind::Word | TokenKind::Abbreviation => {
                        document.tokens[at].case != Case::Lower && reader.word(at + 1) == "$"
                    }
                    _ => false,
                };
            at = if wakes { read(&reader, at, &mut found) } else { at + 1 };
        }
    }
    found
}

/// Whether an expression can begin with a word that has a clue. The most frequent of them, articles and
/// their like, are told by what follows.
fn may_begin(reader: &Reader, at: usize) -> bool {
    let next = at + 1;
    match reader.class(at) {
        class if !class.leads() => false,
        Class::The
        | Class::A
        | Class::This
        | Class::That
        | Class::These
        | Class::Those
        | Class::Approx
        | Class::Over
        | Class::Between => {
            let told = reader.class(next) != Class::None || !matches!(reader.kind(next), TokenKind::Word);
            // "the near future"
            told || matches!(reader.class(next + 1), Class::Future | Class::Past)
        }
        Class::At => reader.is_word(next, "least most the"),
        Class::More | Class::Less => reader.is(next, Class::Than),
        Class::Up => reader.is(next, Class::To),
        Class::Lead => {
            matches!(reader.class(next), Class::More | Class::Less | Class::Few)
                || reader.is_word(next, "many much few little long")
        }
        _ => true,
    }
}

/// Signs that stand before numbers, and the apostrophe of "'90s".
fn may_lead(mark: &str) -> bool {
    match mark.as_bytes()[0] {
        b'$' | b'-' | b'+' | b'\'' => mark.len() == 1,
        0x80.. => matches!(mark, "€" | "£" | "¥" | "₹" | "₽" | "₩" | "₺" | "₪" | "₴" | "₦" | "฿" | "−" | "–" | "’"),
        _ => false,
    }
}

/// Reads what starts at a token and gives the place to go on from.
fn read(reader: &Reader, at: usize, found: &mut Vec<Measure>) -> usize {
    if let Some((end, mut temporal)) = temporal::read(reader, at) {
        let kind = temporal.mention_type();
        let second = temporal::second_day(reader, end, &mut temporal.when);
        let tense = temporal.tense;
        found.push(Measure { span: reader.span(at, end), kind, meaning: Meaning::Time(temporal) });
        let (mut end, mut second) = (end, second);
        while let Some((start, last, mut when)) = second {
            second = temporal::second_day(reader, last, &mut when);
            let meaning = Meaning::Time(Temporal { tense, ..Temporal::new(when) });
            found.push(Measure { span: reader.span(start, last), kind: MentionType::Date, meaning });
            end = last;
        }
        return end;
    }
    match amounts::read(reader, at) {
        // "over three days": in the course of them.
        Some((end, _)) if reader.is(at, Class::Over) && matches!(reader.class(end), Class::Unit | Class::Units) => {
            at + 1
        }
        Some((end, amount)) => {
            if let Some((kind, amount)) = amount {
                found.push(Measure { span: reader.span(at, end), kind, meaning: Meaning::Amount(amount) });
            }
            end
        }
        None => at + 1,
    }
}
