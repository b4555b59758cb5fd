//! People whose nickname stands within their name: `James "Sonny" Roe`.
//!
//! Finds: the whole name, of which the model takes the given name and the surname for two.
//! Evidence: a few words between quotation marks, right between two words with capitals that are no common ones, of which
//! one is a person's name.
//! Does not find: nicknames behind the name, which are none of its words.

use super::document::Document;
use super::lexicon::Kinds;
use super::{Evidence, Named, merge};
use crate::article::MentionType::Person;
use crate::segment::TokenKind;

/// How sure such a name is.
const SURE: f64 = 0.95;

/// A nickname has no more tokens.
const LONGEST: usize = 4;

const MARKS: &[char] = &['"', '“', '”', '„', '‘', '’', '\'', '«', '»'];

/// Joins the parts of such names.
pub(super) fn settle(document: &Document, named: &mut Vec<Named>) {
    let mut whole: Vec<Named> = Vec::new();
    for sentence in document.sentences {
        let mut at = sentence.tokens.start + 1;
        while at + 3 < sentence.tokens.end {
            let close = if is_mark(document, at) && document.tokens[at].spaced { close(document, at) } else { None };
            let Some(close) = close.filter(|close| close + 1 < sentence.tokens.end) else {
                at += 1;
                continue;
            };
            let parts = before(document, named, at).zip(behind(document, named, close + 1));
            if let Some(((start, _), (end, _))) = parts.filter(|((_, given), (_, surname))| *given || *surname) {
                let span = document.span(start, end);
                whole.push(Named {
                    span,
                    kind: Person,
                    confidence: SURE,
                    evidence: Some(Evidence::PersonName),
                    own: None,
                });
            }
            at = close + 1;
        }
    }
    merge::put(named, whole);
}

fn is_mark(document: &Document, at: usize) -> bool {
    document.tokens[at].kind == TokenKind::Mark && document.word(at).starts_with(MARKS)
}

/// The mark that closes the nickname: a few words, the first with a capital.
fn close(document: &Document, open: usize) -> Option<usize> {
    let close = (open + 2..document.tokens.len().min(open + LONGEST + 2)).find(|at| is_mark(document, *at))?;
    let words = (open + 1..close).all(|at| !matches!(document.word(at), "," | "." | "?" | "!" | ";" | ":"));
    let joined = !document.tokens[open + 1].spaced && !document.tokens[close].spaced;
    (words && joined && document.is_capital(open + 1)).then_some(close)
}

/// Where the name before the nickname begins, and whether it is surely a person's.
fn before(document: &Document, named: &[Named], open: usize) -> Option<(usize, bool)> {
    let given = open - 1;
    let span = document.tokens[given].span;
    let ends = named.partition_point(|named| named.span.end < span.end);
    match named.get(ends).filter(|named| named.span.end == span.end) {
        Some(named) => (named.kind == Person).then(|| (document.first_token(named.span), true)),
        None => may_be_name(document, given).then(|| (given, document.kinds(given).any(Kinds::GIVEN))),
    }
}

/// Where the name behind the nickname ends, and whether it is surely a person's.
fn behind(document: &Document, named: &[Named], surname: usize) -> Option<(usize, bool)> {
    let span = document.tokens[surname].span;
    let starts = named.partition_point(|named| named.span.start < span.start);
    match named.get(starts).filter(|named| named.span.start == span.start) {
        Some(named) => (named.kind == Person).then(|| (document.tokens_of(named.span).end, true)),
        None => may_be_name(document, surname).then(|| (surname + 1, document.kinds(surname).any(Kinds::SURNAME))),
    }
}

fn may_be_name(document: &Document, at: usize) -> bool {
    let kinds = document.kinds(at);
    let common =
        kinds.any(Kinds::COMMON.and(Kinds::CALENDAR).and(Kinds::TITLE)) && !kinds.any(Kinds::GIVEN.and(Kinds::SURNAME));
    document.tokens[at].kind == TokenKind::Word && document.is_capital(at) && !common
}
