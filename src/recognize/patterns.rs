//! Names that the form of their words tells: "Article 50", "Boeing 737", "COVID-19", "F-16".
//!
//! Finds: laws by number, products by maker and number, names with a number or a year in them.
//! Evidence: a word of the lexicon beside a number, letters joined to a number by a hyphen.
//! Does not find: dates and amounts, which are no names.
//! Example: "Article 50" is LAW; "Boeing 737" is PRODUCT.

use super::document::Document;
use super::lexicon::Kinds;
use super::{Candidate, Evidence};
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

/// "Article 50", "Boeing 737-800", "F-16".
fn with_word_before(document: &Document, first: usize, at: usize) -> Option<(usize, usize, MentionType)> {
    let tokens = document.tokens;
    let hyphen = at >= first + 2 && !tokens[at].spaced && !tokens[at - 1].spaced && document.word(at - 1) == "-";
    if hyphen {
        let letters = matches!(tokens[at - 2].case, Case::Upper | Case::Initial);
        let short = tokens[at - 2].span.len() <= 4;
        // "COVID-19" is a name of the lexicon; unknown ones are mostly machines.
        return (letters && short && document.words[at - 2].phrase.is_none()).then_some((
            at - 2,
            at + 1,
            MentionType::Product,
        ));
    }
    if at == first || !document.is_capital(at - 1) || !tokens[at].spaced {
        return None;
    }
    let kinds = document.words[at - 1].kinds;
    match () {
        () if kinds.any(Kinds::LAW_PREFIX) => Some((at - 1, at + 1, MentionType::Law)),
        () if kinds.any(Kinds::PRODUCT_MAKER) => Some((at - 1, at + 1, MentionType::Product)),
        () => None,
    }
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
