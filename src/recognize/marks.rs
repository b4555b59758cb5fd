//! Names that the model cuts or joins at a mark: "the UN's Flood Agency", "Halden - Orlov Club", "the Bakers' Union",
//! "Lin Bao-fu".
//!
//! Finds: where such names begin and end.
//! Evidence: the mark and what stands on both sides of it.
//! Does not find: names with a mark of their own, "Lloyd's of London", which stay as they are.

use super::document::Document;
use super::lexicon::Kinds;
use super::{Named, merge};
use crate::article::MentionType::{Gpe, Org, Person};
use crate::segment::{Case, TokenKind};

/// Puts the ends of names right.
pub(super) fn settle(document: &Document, named: &mut Vec<Named>) {
    let mut added = Vec::new();
    for at in 0..named.len() {
        let limit = named.get(at + 1).map(|next| next.span);
        let limit = || limit.map_or(document.tokens.len(), |next| document.first_token(next));
        let name = &mut named[at];
        if name.kind == Org && [" - ", "'s ", "’s "].iter().any(|mark| name.span.of(document.text).contains(mark)) {
            added.extend(split(document, name));
        }
        match (&name.kind, document.text[name.span.end as usize..].chars().next()) {
            (Org, Some('\'' | '’')) => complete_body(document, name, limit()),
            (Person, Some('-')) => complete_given_name(document, name, limit()),
            _ => {}
        }
    }
    merge::add(named, added);
}

/// Cuts off what stands before the mark: the owner of "UN's Flood Agency", the place of "Halden - Orlov Club" at the
/// start of a sentence.
fn split(document: &Document, name: &mut Named) -> Option<Named> {
    let tokens = document.tokens_of(name.span);
    let mark = (tokens.start + 1..tokens.end.saturating_sub(1)).find(|at| {
        let spaced = document.tokens[*at].spaced && document.tokens[at + 1].spaced;
        match document.word(*at) {
            "'s" | "’s" => is_acronym(document, at - 1),
            "-" => spaced && opens_with_town(document, tokens.start),
            _ => false,
        }
    })?;
    let kind = if document.word(mark) == "-" { Gpe } else { Org };
    let first = Named { span: document.span(tokens.start, mark), kind, ..name.clone() };
    name.span.start = document.tokens[mark + 1].span.start;
    Some(first)
}

fn opens_with_town(document: &Document, at: usize) -> bool {
    document.words[at].kinds.any(Kinds::TOWN.and(Kinds::GPE))
        && document.sentences.binary_search_by_key(&at, |sentence| sentence.tokens.start).is_ok()
}

fn is_acronym(document: &Document, at: usize) -> bool {
    document.tokens[at].case == Case::Upper && document.tokens[at].span.len() > 1
}

/// "the Bakers' Union", of which the model has the bakers.
fn complete_body(document: &Document, name: &mut Named, limit: usize) {
    let mark = document.tokens_of(name.span).end;
    let plural = mark < limit
        && document.word(mark - 1).ends_with('s')
        && matches!(document.word(mark), "'" | "’")
        && !document.tokens[mark].spaced;
    let capitals = (mark + 1..limit).take_while(|at| document.is_capital(*at) && document.tokens[*at].spaced).last();
    if let Some(last) = capitals.filter(|last| plural && document.kinds(*last).any(Kinds::ORG_HEAD)) {
        name.span.end = document.tokens[last].span.end;
    }
}

/// "Lin Bao-fu", of which the model has no more than has capitals.
fn complete_given_name(document: &Document, name: &mut Named, limit: usize) {
    const LONGEST: u32 = 5;
    const OTHERS: &[&str] =
        &["based", "born", "built", "era", "esque", "led", "like", "made", "owned", "run", "style", "type"];
    let tokens = document.tokens_of(name.span);
    let (hyphen, small) = (tokens.end, tokens.end + 1);
    let tight = |at: usize| at < limit && !document.tokens[at].spaced;
    let is_short = |at: usize| document.tokens[at].span.len() <= LONGEST;
    let syllable = |at: usize| {
        let token = &document.tokens[at];
        token.kind == TokenKind::Word && token.case == Case::Lower && !OTHERS.contains(&document.word(at))
    };
    if tokens.len() == 2
        && document.words[tokens.start].kinds.any(Kinds::SURNAME)
        && tight(hyphen)
        && document.word(hyphen) == "-"
        && tight(small)
        && is_short(tokens.start)
        && is_short(small)
        && syllable(small)
        && !(tight(small + 1) && document.word(small + 1) == "-")
    {
        name.span.end = document.tokens[small].span.end;
    }
}
