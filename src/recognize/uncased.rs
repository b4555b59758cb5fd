//! Names in a text without capitals, as people type and as captions come.
//!
//! Finds: names of several words that the lexicon knows, countries and peoples, a given name with a
//! surname, a title with a surname; later the surnames alone.
//! Evidence: the lexicon.
//! Does not find: names that it does not know; words that are names and common words as well. The
//! tagger does, for which text without capitals has weights of its own.
//! Example: "kari nordmann left norway" has a PERSON and a GPE.

use std::collections::HashSet;

use super::document::Document;
use super::lexicon::Kinds;
use super::{Candidate, Evidence};
use crate::article::MentionType;

pub(super) fn find(document: &Document, found: &mut Vec<Candidate>) {
    if !document.uncased {
        return;
    }
    let mut surnames = HashSet::new();
    for sentence in document.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let name = phrase(document, at)
                .or_else(|| person(document, at, sentence.tokens.end, &mut surnames))
                .or_else(|| word(document, at));
            let Some((start, end, kind, evidence)) = name else {
                at += 1;
                continue;
            };
            found.push(Candidate { span: document.span(start, end), kind, evidence, own: None });
            at = end;
        }
    }
}

type Name = (usize, usize, MentionType, Evidence);

/// A name of several words that the lexicon knows.
fn phrase(document: &Document, at: usize) -> Option<Name> {
    let (length, kinds) = document.words[at].phrase?;
    Some((at, at + usize::from(length), kinds.name_type()?, Evidence::KnownName))
}

/// A country or a people.
fn word(document: &Document, at: usize) -> Option<Name> {
    let kinds = document.words[at].kinds;
    let plain = kinds.any(Kinds::GPE.and(Kinds::NORP)) && !kinds.any(Kinds::COMMON.and(Kinds::TOWN));
    Some((at, at + 1, kinds.name_type().filter(|_| plain)?, Evidence::KnownName))
}

/// A person in full or behind a title, or one who was named before.
fn person<'a>(document: &Document<'a>, at: usize, end: usize, surnames: &mut HashSet<&'a str>) -> Option<Name> {
    let is = |at: usize, kind: Kinds| {
        at < end && document.words[at].kinds.any(kind) && !document.words[at].kinds.any(Kinds::COMMON)
    };
    let mut name = |start: usize, last: usize, evidence: Evidence| {
        surnames.insert(document.word(last));
        Some((start, last + 1, MentionType::Person, evidence))
    };
    let title = usize::from(document.words[at].title);
    if title > 0 && is(at + title, Kinds::GIVEN.and(Kinds::SURNAME)) {
        let start = at + title;
        let full = is(start, Kinds::GIVEN) && is(start + 1, Kinds::SURNAME);
        return name(start, start + usize::from(full), Evidence::TitleBefore);
    }
    if is(at, Kinds::GIVEN) && is(at + 1, Kinds::SURNAME) {
        return name(at, at + 1, Evidence::PersonName);
    }
    surnames.contains(document.word(at)).then_some((at, at + 1, MentionType::Person, Evidence::SeenInFull))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;
    use crate::segment::segment;

    #[test]
    fn names_without_capitals() {
        let text = "prime minister kari larsen left norway for the united nations on monday.\n\nthe will of larsen \
                    was to say no to the norwegian plan, and may be heard.";
        let reading = crate::read::read_text(text, &Options::default());
        let segments = segment(&reading);
        let mut found = Vec::new();
        find(&Document::new(&reading, &segments), &mut found);
        let names: Vec<_> = found.iter().map(|name| name.span.of(text)).collect();
        assert_eq!(names, ["kari larsen", "norway", "united nations", "larsen", "norwegian"]);
    }
}
