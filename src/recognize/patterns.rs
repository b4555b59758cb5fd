//! Names that the form of their words tells: "Article 50", "Boeing 737", "COVID-19", "F-16".
//!
//! Finds: laws by number, products by maker and number, names with a number or a year in them.
//! Evidence: a word of the lexicon beside a number, letters joined to a number by a hyphen.
//! Does not find: dates and amounts, which are no names.
//! Example: "Article 50" is LAW; "Boeing 737" is PRODUCT.

use super::document::Document;
use super::lexicon::Kinds;
use super::{Candidate, Evidence, measures};
use crate::article::MentionType;
use crate::segment::{Case, TokenKind};

pub(super) fn find(document: &Document, found: &mut Vec<Candidate>) {
    for sentence in document.sentences {
        for at in sentence.tokens.clone().filter(|at| document.tokens[*at].kind == TokenKind::Number) {
            let named = with_word_before(document, sentence.tokens.start, at)
                .or_else(|| with_event_behind(document, at, sentence.tokens.end));
            if let Some((start, end, kind)) = named {
                found.push(Candidate { span: document.span(start, end), kind, evidence: Evidence::Pattern, own: None });
            }
        }
    }
}

/// "Article 50", "Boeing 737-800", "F-16", "Antonov An-26", "a Geran-2 drone", "the BR-40 highway".
fn with_word_before(document: &Document, first: usize, at: usize) -> Option<(usize, usize, MentionType)> {
    /// What behind a word and a number tells that they name a machine.
    const MACHINES: &[&str] = &[
        "aircraft",
        "bomber",
        "bombers",
        "drone",
        "drones",
        "fighter",
        "fighters",
        "helicopter",
        "helicopters",
        "jet",
        "jets",
        "missile",
        "missiles",
        "plane",
        "planes",
        "rocket",
        "rockets",
    ];
    let tokens = document.tokens;
    let tight = |at: usize| !tokens[at].spaced;
    let hyphen = at >= first + 2
        && tight(at)
        && tight(at - 1)
        && document.word(at - 1) == "-"
        && tokens[at - 2].kind != TokenKind::Number;
    let start = if hyphen { at - 2 } else { at };
    let end = designation_end(document, at);
    if start > first && document.is_capital(start - 1) && !tight(start) {
        let kinds = document.words[start - 1].kinds;
        if kinds.any(Kinds::LAW_PREFIX) && !hyphen {
            return Some((at - 1, at + 1, MentionType::Law));
        }
        if kinds.any(Kinds::PRODUCT_MAKER) && !counts(document, end) && !document.word(at).contains(':') {
            return Some((start - 1, end, MentionType::Product));
        }
    }
    if !hyphen || tokens[start].span.len() > 6 || document.words[start].phrase.is_some() {
        return None;
    }
    let next = tokens.get(end).map_or("", |next| next.span.of(document.text));
    let capital = match tokens[start].case {
        // "COVID-19" is a name of the lexicon; unknown ones are mostly machines.
        Case::Upper | Case::Initial => true,
        Case::Title | Case::Inner => MACHINES.contains(&next),
        _ => false,
    };
    let is_road = document.word(start) == "I"
        || matches!(next, "autobahn" | "expressway" | "freeway" | "highway" | "motorway" | "road");
    let kind = if is_road { MentionType::Fac } else { MentionType::Product };
    capital.then_some((start, end, kind))
}

/// Past what is joined to a number by hyphens: "737-400", "MU-2B", "Su-30".
fn designation_end(document: &Document, number: usize) -> usize {
    let tokens = document.tokens;
    let joined = |at: usize| {
        tokens.get(at + 1).is_some_and(|next| {
            document.word(at) == "-"
                && !tokens[at].spaced
                && !next.spaced
                && (next.kind == TokenKind::Number || next.case == Case::Upper)
        })
    };
    let mut end = number + 1;
    while joined(end) {
        end += 2;
    }
    end
}

/// Whether a number before the token is an amount of what the token says: "cost Boeing 40 percent".
fn counts(document: &Document, behind: usize) -> bool {
    const COUNTED: &[&str] = &["%", "employees", "jobs", "people", "points", "shares", "times", "workers"];
    document.tokens.get(behind).is_some_and(|next| {
        measures::makes_amount(document.text, next) || COUNTED.contains(&next.span.of(document.text))
    })
}

/// "2020 Summer Olympics": a year before the name of an event.
fn with_event_behind(document: &Document, at: usize, end: usize) -> Option<(usize, usize, MentionType)> {
    let year = document.word(at);
    let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
    let stop = (at + 1..end).find(|next| !document.is_capital(*next) || !document.tokens[*next].spaced).unwrap_or(end);
    let headed = stop > at + 1 && {
        let last = document.words[stop - 1].kinds;
        last.any(Kinds::EVENT_HEAD.and(Kinds::EVENT))
            || document.words[at + 1].phrase.is_some_and(|(_, kinds)| kinds.any(Kinds::EVENT))
    };
    // "2024 Ruritanian general election"
    let vote =
        (stop..end.min(stop + 3)).find(|next| matches!(document.word(*next), "election" | "elections" | "referendum"));
    match vote {
        _ if !is_year || stop == at + 1 => None,
        _ if headed => Some((at, stop, MentionType::Event)),
        Some(vote)
            if document.words[at + 1].kinds.any(Kinds::GPE.and(Kinds::NORP))
                || document.words[at + 1].phrase.is_some() =>
        {
            Some((at, vote + 1, MentionType::Event))
        }
        _ => None,
    }
}
