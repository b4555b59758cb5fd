//! Places that the dateline names, whether or not a list knows them.
//!
//! Finds: the places of the article's dateline, and the same names further on.
//! Evidence: the dateline.
//! Does not find: the state or country behind a city, which the lexicon knows.
//! Example: "TARNHOLM, Denmark (AP) - A ferry sank off Tarnholm": both are GPE.

use super::document::Document;
use super::lexicon::Kinds;
use super::{Candidate, Evidence};
use crate::article::MentionType;
use crate::text::Span;

pub(super) fn find(document: &Document, found: &mut Vec<Candidate>) {
    let Some(dateline) = document.dateline else { return };
    let printed = Span { start: dateline.start, end: dateline.end }.of(document.text);
    for place in &dateline.places {
        let Some(start) = printed.find(place.as_str()).map(|start| dateline.start as usize + start) else { continue };
        let first = document.tokens.partition_point(|token| (token.span.start as usize) < start);
        let length = document.tokens[first..].iter().take_while(|token| token.span.end as usize <= start + place.len());
        let length = length.count();
        // A weekday before a date may look like a place.
        if length == 0 || document.words[first].kinds.any(Kinds::CALENDAR) {
            continue;
        }
        let add = |at: usize, evidence: Evidence| Candidate {
            span: document.span(at, at + length),
            kind: MentionType::Gpe,
            evidence,
            own: None,
        };
        found.push(add(first, Evidence::Dateline));
        let later = (first + length..(document.tokens.len() + 1).saturating_sub(length))
            .filter(|at| is_same(place, document.span(*at, at + length).of(document.text)));
        found.extend(later.map(|at| add(at, Evidence::SeenInFull)));
    }
}

/// Whether it is the same name, in capitals or not.
fn is_same(place: &str, name: &str) -> bool {
    // What a name starts with is a capital in either, and a look at it spares most of the work.
    name.len() == place.len()
        && name.as_bytes()[0] == place.as_bytes()[0]
        && name.to_lowercase() == place.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;
    use crate::segment::segment;

    #[test]
    fn the_places_of_a_dateline_wherever_they_stand() {
        let text = "TARNHOLM/VÅRBY HAVN, Denmark, Nov. 12, 2025 (AP) - A ferry sank off Vårby Havn on Monday.\n\n\
                    Tarnholm has no other port, and tarnholm is no name.";
        let reading = crate::read::read_text(text, &Options::default());
        let segments = segment(&reading);
        let mut found = Vec::new();
        find(&Document::new(&reading, &segments), &mut found);
        let names: Vec<_> = found.iter().map(|name| (name.span.of(text), name.evidence)).collect();
        let (said, seen) = (Evidence::Dateline, Evidence::SeenInFull);
        let expected = [("TARNHOLM", said), ("Tarnholm", seen), ("VÅRBY HAVN", said), ("Vårby Havn", seen)];
        assert_eq!(names, expected);
    }
}
