//! Offices that the model takes for a part of a body's name: "the Ndara Regional Commissioner", "the Executive Secretary
//! of the Ndara Relief Agency", "Ndara Mayor Alvo".
//!
//! Finds: the names on either side of the office; words of an office that are no name.
//! Evidence: the word of an office, which no annotated body has in its name.
//! Does not find: offices that go on: "High Commissioner for Refugees".

use super::document::Document;
use super::lexicon::{HEADS, Kinds};
use super::{Named, merge};
use crate::article::MentionType::{self, Gpe, Org, Person};
use crate::segment::TokenKind;

/// How sure a name must be to stay as it is.
const SURE: f64 = 0.9;

/// Takes the offices out.
pub(super) fn settle(document: &Document, named: &mut Vec<Named>) {
    let mut people = Vec::new();
    named.retain_mut(|name| {
        if name.confidence < SURE && begins_office(document, name) {
            return false;
        }
        if name.kind != Org || name.confidence >= SURE {
            return true;
        }
        let person = behind_office(document, name);
        name.span.end = person.as_ref().map_or(name.span.end, |person| person.span.start);
        people.extend(person);
        without_office(document, name)
    });
    merge::add(named, people);
}

/// "District Collector", of which the model has the first word for a place; "the District" may be one.
fn begins_office(document: &Document, name: &Named) -> bool {
    let next = || document.tokens_of(name.span).end;
    is_modifier(name.span.of(document.text)) && next() < document.tokens.len() && document.is_capital(next())
}

/// Who holds the office within the name: "Alvo" of "Ndara Mayor Alvo".
fn behind_office(document: &Document, name: &Named) -> Option<Named> {
    let tokens = document.tokens_of(name.span);
    let office = (tokens.start + 1..tokens.end - 1).find(|at| is_office(document.word(*at)))?;
    let of_person = |at: usize| {
        let kinds = document.words[at].kinds;
        let common = kinds.any(Kinds::COMMON) && !kinds.any(Kinds::GIVEN.and(Kinds::SURNAME));
        document.is_capital(at) && !common && !kinds.any(HEADS)
    };
    let span = document.span(office + 1, tokens.end);
    (office + 1..tokens.end).all(of_person).then(|| Named { span, kind: Person, evidence: None, ..name.clone() })
}

/// Leaves what is not of the office; tells whether that is anything.
fn without_office(document: &Document, name: &mut Named) -> bool {
    let tokens = document.tokens_of(name.span);
    let of_office = |at: usize| is_office(document.word(at)) || is_modifier(document.word(at));
    // "Secretary of the Ndara Relief Agency"
    let of = tokens.clone().take(3).find(|at| document.word(*at) == "of").unwrap_or(tokens.start);
    if of > tokens.start && is_office(document.word(of - 1)) && (tokens.start..of).all(of_office) {
        let body = (of + 1..tokens.end).find(|at| document.word(*at) != "the").unwrap_or(of);
        name.span.start = document.tokens[body].span.start;
        return true;
    }
    // "Office of the Prime Minister" is one.
    if !is_office(document.word(tokens.end - 1)) || tokens.clone().any(|at| document.word(at) == "of") {
        return true;
    }
    // "Ana Mota - Correspondent"
    let is_mark = |at: usize| document.tokens[at].kind == TokenKind::Mark;
    let office = tokens.clone().rev().take_while(|at| of_office(*at) || is_mark(*at)).last().unwrap_or(tokens.end);
    // "Deputy Minister", "Health Minister"
    if (tokens.start..office).all(|at| document.words[at].kinds == Kinds::COMMON) {
        return false;
    }
    name.span.end = document.tokens[office - 1].span.end;
    (name.kind, name.evidence) = (kind_of(document, tokens.start, is_mark(office)), None);
    true
}

/// Whose office it is.
fn kind_of(document: &Document, first: usize, apart: bool) -> MentionType {
    match document.words[first].kinds {
        kinds if apart || kinds.any(Kinds::GIVEN) && !kinds.any(Kinds::TOWN) => Person,
        kinds if kinds.any(Kinds::ORG) => Org,
        _ => Gpe,
    }
}

fn is_office(word: &str) -> bool {
    const OFFICES: &[&str] = &[
        "Chairman",
        "Commissioner",
        "Correspondent",
        "Director",
        "Governor",
        "Inspector",
        "Mayor",
        "Minister",
        "Secretary",
        "Spokesman",
        "Spokesperson",
        "Spokeswoman",
    ];
    OFFICES.contains(&word)
}

/// Words that stand before an office.
fn is_modifier(word: &str) -> bool {
    const MODIFIERS: &[&str] = &[
        "Acting",
        "Assistant",
        "Chief",
        "Deputy",
        "District",
        "Executive",
        "General",
        "Permanent",
        "Principal",
        "Provincial",
        "Regional",
        "Resident",
        "Vice",
    ];
    MODIFIERS.contains(&word)
}
