//! Names that stand in a list with places: "in Halden, Skarvo and Ndara", "the Tolva and Ndara rivers".
//!
//! Finds: the type of doubtful names, which is that of the others of their list.
//! Evidence: a place in the list and a word before it that stands before places; or a noun of places behind it.
//! Does not find: lists of bodies or of people, which the model tells by their own words.

use super::document::Document;
use super::lexicon::{HEADS, Kinds};
use super::{Named, apposed};
use crate::article::MentionType::{self, Fac, Gpe, Loc, Misc, Org, Person};

/// How sure a name must be to keep its type, and how sure it is by its list.
const SURE: f64 = 0.9;

/// Words that stand before lists of places.
const BEFORE: &[&str] = &[
    "across",
    "around",
    "at",
    "between",
    "from",
    "in",
    "include",
    "included",
    "including",
    "near",
    "outside",
    "through",
];

/// Gives doubtful names the type of the list that they stand in.
pub(super) fn settle(document: &Document, named: &mut [Named]) {
    let mut start = 0;
    while start < named.len() {
        let end = list_end(document, named, start);
        if let Some((kind, known)) = kind_of(document, &named[start..end]) {
            for name in named[start..end].iter_mut().filter(|name| may_be_place(document, name, known)) {
                (name.kind, name.confidence) = (kind.clone(), SURE);
            }
        }
        start = end;
    }
}

/// Behind the last name of the list that the name begins. Two with nothing but a comma between them are no list: "in
/// Berlin, Orlov Shipping".
fn list_end(document: &Document, named: &[Named], start: usize) -> usize {
    let (mut end, mut joined) = (start + 1, false);
    while let Some(next) = named.get(end) {
        match &document.text[named[end - 1].span.end as usize..next.span.start as usize] {
            ", " => {}
            " and " | ", and " | " or " => joined = true,
            _ => break,
        }
        end += 1;
    }
    if joined || end > start + 2 { end } else { start + 1 }
}

/// The type of the places of the list, if it is one of places, and what a word of it may not be to name one: where the
/// noun behind tells what all are, places may be called like people.
fn kind_of(document: &Document, list: &[Named]) -> Option<(MentionType, Kinds)> {
    const BODIES: Kinds = Kinds::ORG.and(HEADS);
    let (first, last) = (list.first()?, list.last().filter(|_| list.len() > 1)?);
    let tokens = document.first_token(first.span)..document.tokens_of(last.span).end;
    let word = |at: usize| document.tokens.get(at).map_or("", |token| token.span.of(document.text));
    if let Some(kind) = places(word(tokens.end)) {
        return Some((kind, BODIES));
    }
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", word);
    let has_place = || list.iter().any(|name| matches!(name.kind, Gpe | Loc | Fac));
    let kind = places(before(if before(1) == "of" { 2 } else { 1 }))
        .or_else(|| (BEFORE.contains(&before(1)) && has_place()).then_some(Gpe));
    kind.map(|kind| (kind, BODIES.and(Kinds::GIVEN)))
}

/// What a noun of places on either side tells of a list.
fn places(noun: &str) -> Option<MentionType> {
    match noun {
        "cities" | "communities" | "towns" => Some(Gpe),
        "islands" => Some(Loc),
        "camps" | "stations" => Some(Fac),
        _ => match noun.strip_suffix("ies") {
            Some(stem) => apposed::place_noun(&format!("{stem}y")),
            None => apposed::place_noun(noun.strip_suffix('s')?),
        },
    }
}

/// Whether nothing but the model says what the name is.
fn may_be_place(document: &Document, name: &Named, known: Kinds) -> bool {
    let tokens = document.tokens_of(name.span);
    name.confidence < SURE
        && matches!(name.kind, Misc | Org | Person)
        && !name.span.of(document.text).bytes().all(|letter| letter.is_ascii_uppercase())
        && !tokens.into_iter().any(|at| document.words[at].kinds.any(known))
}
