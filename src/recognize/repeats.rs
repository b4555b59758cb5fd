//! Names that the article has in full or more clearly elsewhere.
//!
//! Finds: later surnames and given names of people named in full; names in headlines that give
//! every word a capital; the same name with one type throughout.
//! Evidence: what the other finders found elsewhere in the article.
//! Does not find: names that it has not seen.
//! Example: after "Kari Nordmann", "Nordmann" is PERSON even where it could be a place.

use super::document::{Document, Style};
use super::{Candidate, Evidence};
use crate::article::MentionType;
use crate::text::{QuickMap, QuickSet};

pub(super) fn find(document: &Document, found: &mut Vec<Candidate>) {
    let in_capitals = document.styles.iter().any(|style| *style != Style::Sentence);
    let memory = Memory::of(document.text, found, in_capitals);
    for candidate in found.iter_mut().filter(|candidate| candidate.evidence > Evidence::Definition) {
        memory.retype(document.text, candidate);
    }
    for (sentence, style) in document.sentences.iter().zip(&document.styles) {
        if *style != Style::Sentence {
            memory.find_in_capitals(document, sentence.tokens.clone(), found);
        }
    }
}

/// What the article calls what.
struct Memory<'a> {
    /// By name: how much speaks for each type.
    names: QuickMap<&'a str, Vec<(MentionType, u32)>>,
    /// The words of people's full names.
    people: QuickSet<&'a str>,
    /// In small letters, for text in capitals; empty where there is none.
    small: QuickMap<String, MentionType>,
}

impl<'a> Memory<'a> {
    fn of(text: &'a str, found: &[Candidate], in_capitals: bool) -> Self {
        let mut memory = Memory {
            names: QuickMap::with_capacity_and_hasher(found.len(), Default::default()),
            people: QuickSet::default(),
            small: QuickMap::default(),
        };
        for candidate in found {
            let name = candidate.span.of(text);
            let weight = weight(candidate.evidence);
            let types = memory.names.entry(name).or_default();
            match types.iter_mut().find(|(kind, _)| *kind == candidate.kind) {
                Some((_, sum)) => *sum += weight,
                None => types.push((candidate.kind.clone(), weight)),
            }
            if in_capitals && candidate.evidence <= Evidence::SeenInFull {
                memory.small.insert(name.to_lowercase(), candidate.kind.clone());
            }
            let full = candidate.kind == MentionType::Person && name.contains(' ');
            if full && candidate.evidence <= Evidence::SeenInFull {
                for word in name.split(' ').filter(|word| word.chars().count() > 2) {
                    memory.people.insert(word);
                    if in_capitals {
                        memory.small.entry(word.to_lowercase()).or_insert(MentionType::Person);
                    }
                }
            }
        }
        memory
    }

    /// One decision for a name across the article.
    fn retype(&self, text: &str, candidate: &mut Candidate) {
        let name = candidate.span.of(text);
        let known = matches!(candidate.evidence, Evidence::KnownName | Evidence::HeadWord | Evidence::TitleBefore);
        if !known && self.people.contains(name) {
            candidate.kind = MentionType::Person;
            candidate.evidence = candidate.evidence.min(Evidence::SeenInFull);
            return;
        }
        let types = &self.names[name];
        let best = types.iter().max_by_key(|(_, weight)| *weight).expect("the candidate itself is among them");
        if best.0 != candidate.kind {
            candidate.kind = best.0.clone();
            candidate.evidence = Evidence::SeenInFull;
        }
    }

    /// The longest names that the article has elsewhere, up to five words.
    fn find_in_capitals(&self, document: &Document, tokens: std::ops::Range<usize>, found: &mut Vec<Candidate>) {
        let mut at = tokens.start;
        while at < tokens.end {
            if !document.is_capital(at) {
                at += 1;
                continue;
            }
            let longest = (1..=5usize.min(tokens.end - at)).rev().find_map(|length| {
                let span = document.span(at, at + length);
                let kind = self.small.get(&span.of(document.text).to_lowercase())?.clone();
                Some((length, Candidate { span, kind, evidence: Evidence::SeenInFull, own: None }))
            });
            at += match longest {
                Some((length, candidate)) => {
                    found.push(candidate);
                    length
                }
                None => 1,
            };
        }
    }
}

/// How much one mention says about the type of its name.
fn weight(evidence: Evidence) -> u32 {
    (evidence.precision() * 10.0) as u32
}
