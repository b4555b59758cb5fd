//! Acronyms and what they stand for: "World Health Organization (WHO)".
//!
//! Finds: the acronym wherever the article has it, with the type of its long form.
//! Evidence: the definition.
//! Does not find: acronyms that the article never spells out.
//! Example: "the Orlov Trade Institute (OTI) said ... OTI" makes both ORG.

use std::cell::LazyCell;
use std::collections::HashMap;

use super::document::Document;
use super::{Candidate, Evidence};
use crate::article::MentionType;
use crate::segment::Case;
use crate::text::Span;

/// An acronym of fewer letters tells too little of where its long form begins, and none has more.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=10;

/// Words that no letter of an acronym stands for.
const JOINING: &[&str] = &["and", "for", "of", "on", "the", "to", "&", ","];

pub(super) fn find(document: &Document, found: &mut Vec<Candidate>) {
    let mut types: HashMap<&str, MentionType> = HashMap::new();
    let mut long_forms = Vec::new();
    // Most articles define none.
    let ends: LazyCell<HashMap<u32, usize>, _> =
        LazyCell::new(|| found.iter().enumerate().map(|(index, long)| (long.span.end, index)).collect());
    for at in 1..document.tokens.len().saturating_sub(1) {
        let short = &document.tokens[at];
        let bracketed =
            short.case == Case::Upper && document.word(at - 1) == "(" && matches!(document.word(at + 1), ")" | ",");
        let long =
            bracketed.then(|| at.checked_sub(2)).flatten().and_then(|last| ends.get(&document.tokens[last].span.end));
        if let Some(long) = long {
            let span = with_first_letter(document, found[*long].span, at);
            let name = &found[*long];
            if stands_for(document.word(at), span.of(document.text)) {
                // A person's name is never shortened to capitals in brackets.
                let kind = if name.kind == MentionType::Person { MentionType::Org } else { name.kind.clone() };
                long_forms.push((*long, span, kind.clone()));
                types.insert(document.word(at), kind);
            }
        }
    }
    if types.is_empty() {
        return;
    }
    for (long, span, kind) in long_forms {
        found[long].span = span;
        found[long].kind = kind;
        found[long].evidence = Evidence::Definition.min(found[long].evidence);
    }
    for token in document.tokens.iter().filter(|token| token.case == Case::Upper) {
        if let Some(kind) = types.get(token.span.of(document.text)) {
            found.push(Candidate { span: token.span, kind: kind.clone(), evidence: Evidence::Definition, own: None });
        }
    }
}

/// "Centers for Harbour and Housing Services (CHS)": the span from the word that the first letter stands for, where
/// the name was found without it.
fn with_first_letter(document: &Document, span: Span, short: usize) -> Span {
    let letters: Vec<char> = document.word(short).chars().collect();
    let starts_with = |at: usize, letter: char| document.word(at).starts_with(letter);
    let first = document.tokens[..short].partition_point(|token| token.span.start < span.start);
    if !LENGTHS.contains(&letters.len()) || !document.is_capital(first) || starts_with(first, letters[0]) {
        return span;
    }
    let inside = |at: &usize| document.is_capital(*at) || JOINING.contains(&document.word(*at));
    let before = (0..first).rev().take(letters.len() * 2).take_while(inside);
    let capitals: Vec<usize> = before.filter(|at| document.is_capital(*at)).collect();
    let found = capitals.into_iter().find(|at| {
        let words = (*at..short - 1).filter(|at| document.is_capital(*at));
        let mut initials = words.filter_map(|at| document.word(at).chars().next());
        starts_with(*at, letters[0]) && letters.iter().all(|letter| initials.any(|initial| initial == *letter))
    });
    found.map_or(span, |at| Span { start: document.tokens[at].span.start, end: span.end })
}

/// Whether the letters are found in order in the words, the first and most of the others at
/// their starts.
fn stands_for(short: &str, long: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|letter| letter.is_alphabetic()).collect();
    let starts: Vec<char> = long.split([' ', '-']).filter_map(|word| word.chars().next()).collect();
    if starts.len() < 2 || letters.len() < 2 {
        return false;
    }
    let mut hits = 0;
    let mut from = 0;
    for letter in &letters {
        let same = |start: &char| start.to_lowercase().eq(letter.to_lowercase());
        if let Some(at) = starts[from..].iter().position(same) {
            hits += 1;
            from += at + 1;
        }
    }
    hits * 3 >= letters.len() * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_take_the_initials_of_the_words() {
        assert!(stands_for("OTI", "Orlov Trade Institute"));
        assert!(stands_for("FDA", "Food and Drug Administration"));
        assert!(!stands_for("USA", "Kari Nordmann"));
        assert!(!stands_for("NASDAQ", "Orlov"));
    }
}
