//! Names that the article has in full or more clearly elsewhere.
//!
//! Finds: later surnames and given names of people named in full; names in headlines that give
//! every word a capital, or are in capitals; the same name with one type throughout.
//! Evidence: what the other finders found elsewhere in the article.
//! Does not find: names that it has not seen.
//! Example: after "Kari Nordmann", "Nordmann" is PERSON even where it could be a place.

use super::document::{Document, Style};
use super::lexicon::Kinds;
use super::{Candidate, Evidence, Named, merge};
use crate::article::MentionType;
use crate::segment::Sentence;
use crate::text::{QuickMap, QuickSet};

pub(super) fn find(document: &Document, found: &mut Vec<Candidate>) {
    let in_capitals = document.styles.iter().any(|style| *style != Style::Sentence);
    let memory = Memory::of(document.text, found, in_capitals);
    for candidate in found.iter_mut().filter(|candidate| candidate.evidence > Evidence::Definition) {
        memory.retype(document.text, candidate);
    }
    for (sentence, style) in document.sentences.iter().zip(&document.styles) {
        match style {
            Style::Sentence => memory.find_common(document, sentence.tokens.clone(), found),
            _ => memory.find_in_capitals(document, sentence.tokens.clone(), found),
        }
    }
}

/// How sure a name must be to be looked for in headlines.
const FIRM: f64 = 0.8;

/// Names in headlines and tables that the model has missed there and found in running text.
pub(super) fn find_in_headlines(document: &Document, named: &mut Vec<Named>) {
    if document.styles.iter().all(|style| *style == Style::Sentence) {
        return;
    }
    let mut small: QuickMap<String, &Named> = QuickMap::default();
    let mut styles = document.sentences.iter().zip(&document.styles).peekable();
    for name in named.iter().filter(|name| name.confidence >= FIRM) {
        let before = |sentence: &Sentence| document.tokens[sentence.tokens.end - 1].span.end <= name.span.start;
        while styles.next_if(|(sentence, _)| before(sentence)).is_some() {}
        if styles.peek().is_some_and(|(_, style)| **style == Style::Sentence) {
            let text = name.span.of(document.text);
            small.insert(text.to_lowercase(), name);
            if let (MentionType::Person, Some((_, last))) = (&name.kind, text.rsplit_once(' ')) {
                small.entry(last.to_lowercase()).or_insert(name);
            }
        }
    }
    let mut found = Vec::new();
    for (sentence, _) in document.sentences.iter().zip(&document.styles).filter(|(_, style)| **style != Style::Sentence)
    {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let after = named.partition_point(|name| name.span.end <= document.tokens[at].span.start);
            let free = |length: &usize| {
                named.get(after).is_none_or(|name| name.span.start >= document.tokens[at + length - 1].span.end)
            };
            let longest = (1..=5usize.min(sentence.tokens.end - at)).rev().filter(free).find_map(|length| {
                let common = length == 1 && document.words[at].kinds.any(Kinds::COMMON);
                let span = document.span(at, at + length);
                let name = *small.get(&span.of(document.text).to_lowercase())?;
                let known = Named { span, evidence: Some(Evidence::SeenInFull), ..name.clone() };
                (!common && document.is_capital(at)).then_some((length, known))
            });
            at += longest.as_ref().map_or(1, |(length, _)| *length);
            found.extend(longest.map(|(_, name)| name));
        }
    }
    merge::add(named, found);
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

    /// Surnames that are common words, which alone tell nothing: "Fields".
    fn find_common(&self, document: &Document, tokens: std::ops::Range<usize>, found: &mut Vec<Candidate>) {
        let capital = |at: usize| tokens.contains(&at) && document.is_capital(at);
        for at in tokens.start + 1..tokens.end {
            if document.words[at].kinds.any(Kinds::COMMON)
                && capital(at)
                && self.people.contains(document.word(at))
                && !capital(at - 1)
                && !capital(at + 1)
            {
                let (span, kind) = (document.tokens[at].span, MentionType::Person);
                found.push(Candidate { span, kind, evidence: Evidence::SeenInFull, own: None });
            }
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
