//! Names that the article has in full or more clearly elsewhere.
//!
//! Finds: later surnames and given names of people named in full; names in headlines that give
//! every word a capital, or are in capitals; the same name with one type throughout.
//! Evidence: what the other finders found elsewhere in the article.
//! Does not find: names that it has not seen.
//! Example: after "Kari Nordmann", "Nordmann" is PERSON even where it could be a place.

use std::cell::OnceCell;
use std::collections::hash_map::Entry;

use super::document::{Document, Style};
use super::lexicon::{Hash, Kinds};
use super::{Candidate, Evidence, Named, merge};
use crate::article::MentionType;
use crate::segment::Sentence;
use crate::text::{QuickMap, QuickSet, Span};

pub(super) fn find(document: &Document, found: &mut Vec<Candidate>) {
    let memory = Memory::of(document, found);
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
    let mut known: InAnyCase<&Named> = InAnyCase::new(document);
    let mut styles = document.sentences.iter().zip(&document.styles).peekable();
    for name in named.iter().filter(|name| name.confidence >= FIRM) {
        let before = |sentence: &Sentence| document.tokens[sentence.tokens.end - 1].span.end <= name.span.start;
        while styles.next_if(|(sentence, _)| before(sentence)).is_some() {}
        if styles.peek().is_some_and(|(_, style)| **style == Style::Sentence) {
            let text = name.span.of(document.text);
            known.insert(text, name);
            if let (MentionType::Person, Some((_, last))) = (&name.kind, text.rsplit_once(' ')) {
                known.insert_new(last, name);
            }
        }
    }
    let small = OnceCell::new();
    let is_small = |word: &str| small.get_or_init(|| small_words(document)).contains(&*word.to_lowercase());
    let mut found = Vec::new();
    for (sentence, style) in
        document.sentences.iter().zip(&document.styles).filter(|(_, style)| **style != Style::Sentence)
    {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let longest = known.starting_at(document, at, sentence.tokens.end).find_map(|(length, name)| {
                let span = document.span(at, at + length);
                // "GIANTS WIN": a name where the running text has "Giants" and never "giants".
                let whole =
                    || *style == Style::AllCaps && name.span.len() == span.len() && !is_small(document.word(at));
                let common = length == 1 && document.words[at].kinds.any(Kinds::COMMON) && !whole();
                let known = || Named { span, evidence: Some(Evidence::SeenInFull), ..(*name).clone() };
                (!common && gives_way(named, *style, span)).then(|| (length, known()))
            });
            at += longest.as_ref().map_or(1, |(length, _)| *length);
            found.extend(longest.map(|(_, name)| name));
        }
    }
    merge::put(named, found);
}

/// The words that the article has in small letters.
fn small_words<'a>(document: &Document<'a>) -> QuickSet<&'a str> {
    document.tokens.iter().filter(|token| token.is_small()).map(|token| token.span.of(document.text)).collect()
}

/// Whether the span is free of names but for doubtful ones, which the model often cuts wrongly where all is in
/// capitals: "LIND RESIGNS".
fn gives_way(named: &[Named], style: Style, span: Span) -> bool {
    const DOUBTFUL: f64 = 0.6;
    let overlapped = merge::overlapping(named, span);
    overlapped.iter().all(|named| style == Style::AllCaps && named.span != span && named.confidence < DOUBTFUL)
}

/// Names that are looked for where capitals tell nothing, with what is known of them.
struct InAnyCase<T> {
    /// How the words there start, as bits: most names of an article start like none of them.
    starts: u64,
    /// By the name in small letters.
    names: QuickMap<String, T>,
}

/// The most words of a name that is looked for.
const LONGEST: usize = 5;

impl<T> InAnyCase<T> {
    fn new(document: &Document) -> Self {
        let sentences = document.sentences.iter().zip(&document.styles);
        let tokens = sentences.filter(|(_, style)| **style != Style::Sentence).flat_map(|(one, _)| one.tokens.clone());
        let capital = tokens.filter(|at| document.is_capital(*at));
        let starts = capital.map(|at| start_of(&document.text[document.tokens[at].span.start as usize..]));
        InAnyCase { starts: starts.fold(0, |all, start| all | start), names: QuickMap::default() }
    }

    /// Inserts a name in place of one that differs in its capitals.
    fn insert(&mut self, name: &str, value: T) {
        if self.starts & start_of(name) != 0 {
            self.names.insert(name.to_lowercase(), value);
        }
    }

    /// Inserts a name that is not there yet.
    fn insert_new(&mut self, name: &str, value: T) {
        if self.starts & start_of(name) != 0 {
            self.names.entry(name.to_lowercase()).or_insert(value);
        }
    }

    /// The names that start at a token with a capital, as their numbers of tokens and what is known of them, the
    /// longest first.
    fn starting_at<'b>(
        &'b self,
        document: &'b Document,
        at: usize,
        end: usize,
    ) -> impl Iterator<Item = (usize, &'b T)> {
        let starts = document.is_capital(at) && !self.names.is_empty();
        let longest = if starts { LONGEST.min(end - at) } else { 0 };
        (1..=longest).rev().filter_map(move |length| {
            let name = document.span(at, at + length).of(document.text);
            self.names.get(&name.to_lowercase()).map(|known| (length, known))
        })
    }
}

/// One of 64 bits for the letters that a text starts with, the same for capitals and small ones.
fn start_of(text: &str) -> u64 {
    let mut hash = Hash::default();
    hash.add(&text[..text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len())]);
    1 << (hash.value() & 63)
}

/// What the article calls what.
struct Memory<'a> {
    names: QuickMap<&'a str, Types>,
    /// The words of people's full names.
    people: QuickSet<&'a str>,
    in_any_case: InAnyCase<MentionType>,
}

/// How much speaks for each type of a name.
struct Types {
    first: (MentionType, u32),
    /// Few names have several.
    others: Vec<(MentionType, u32)>,
}

impl Types {
    fn add(&mut self, kind: &MentionType, weight: u32) {
        let mut all = std::iter::once(&mut self.first).chain(&mut self.others);
        match all.find(|(known, _)| known == kind) {
            Some((_, sum)) => *sum += weight,
            None => self.others.push((kind.clone(), weight)),
        }
    }

    /// The one that most speaks for, of several the last found.
    fn best(&self) -> &MentionType {
        let all = std::iter::once(&self.first).chain(&self.others);
        all.max_by_key(|(_, weight)| *weight).map_or(&self.first.0, |(kind, _)| kind)
    }
}

impl<'a> Memory<'a> {
    fn of(document: &Document<'a>, found: &[Candidate]) -> Self {
        let mut memory = Memory {
            names: QuickMap::with_capacity_and_hasher(found.len(), Default::default()),
            people: QuickSet::default(),
            in_any_case: InAnyCase::new(document),
        };
        for candidate in found {
            let name = candidate.span.of(document.text);
            let weight = weight(candidate.evidence);
            match memory.names.entry(name) {
                Entry::Occupied(mut types) => types.get_mut().add(&candidate.kind, weight),
                Entry::Vacant(types) => {
                    types.insert(Types { first: (candidate.kind.clone(), weight), others: Vec::new() });
                }
            }
            if candidate.evidence <= Evidence::SeenInFull {
                memory.in_any_case.insert(name, candidate.kind.clone());
            }
            let full = candidate.kind == MentionType::Person && name.contains(' ');
            if full && candidate.evidence <= Evidence::SeenInFull {
                for word in name.split(' ').filter(|word| word.chars().count() > 2) {
                    memory.people.insert(word);
                    memory.in_any_case.insert_new(word, MentionType::Person);
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
        let best = self.names[name].best();
        if *best != candidate.kind {
            candidate.kind = best.clone();
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

    /// The longest names that the article has elsewhere.
    fn find_in_capitals(&self, document: &Document, tokens: std::ops::Range<usize>, found: &mut Vec<Candidate>) {
        let mut at = tokens.start;
        while at < tokens.end {
            let longest = self.in_any_case.starting_at(document, at, tokens.end).next().map(|(length, kind)| {
                let (span, kind) = (document.span(at, at + length), kind.clone());
                (length, Candidate { span, kind, evidence: Evidence::SeenInFull, own: None })
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
