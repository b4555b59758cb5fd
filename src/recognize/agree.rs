//! One type for a name across the article, and one surname for a person.

use super::document::Document;
use super::lexicon::Kinds;
use super::{Evidence, Named};
use crate::article::MentionType;
use crate::segment::Case;
use crate::text::{QuickMap, QuickSet};

/// How sure a mention must be of its own type to keep it against the others.
const FIRM: f64 = 0.9;

/// Adds the small words of a surname where the article has them in the full name: "Von der Lind" at a
/// sentence's start, after "Ana von der Lind".
pub(super) fn complete_surnames<'a>(document: &Document<'a>, named: &mut [Named]) {
    let text = document.text;
    let surname = |named: &Named| {
        let name = named.span.of(text);
        let mut words = name.match_indices(' ').map(|(space, _)| &name[space + 1..]);
        let small = words.find(|rest| rest.starts_with(char::is_lowercase));
        small.filter(|_| named.kind == MentionType::Person)
    };
    let last = |name: &'a str| name.rsplit(' ').next().unwrap_or(name);
    let surnames: QuickMap<&str, &str> = named.iter().filter_map(surname).map(|name| (last(name), name)).collect();
    if surnames.is_empty() {
        return;
    }
    let mut past = 0;
    for named in named {
        let end = named.span.end as usize;
        let whole = surnames.get(last(named.span.of(text))).and_then(|surname| {
            let start = end.checked_sub(surname.len()).filter(|start| *start >= past)?;
            let stands = text.get(start..end)?.eq_ignore_ascii_case(surname) && start < named.span.start as usize;
            (stands && !text[..start].ends_with(char::is_alphanumeric)).then_some(start)
        });
        if let Some(start) = whole.filter(|_| named.kind == MentionType::Person) {
            named.span.start = start as u32;
        }
        past = end;
    }
}

/// Adds the initials before a person's name: "T. S. Orlov".
pub(super) fn complete_initials(document: &Document, named: &mut [Named]) {
    let tokens = document.tokens;
    let is_initial = |at: usize| tokens[at].case == Case::Initial && document.word(at).ends_with('.');
    let mut past = 0;
    for named in named {
        let end = named.span.end;
        if named.kind == MentionType::Person {
            let first = document.first_token(named.span);
            let sentence = document.sentences.partition_point(|sentence| sentence.tokens.end <= first);
            let start = document.sentences[sentence].tokens.start;
            let initials = (start..first).rev().take_while(|at| is_initial(*at) && tokens[*at].span.start >= past);
            if let Some(at) = initials.last() {
                named.span.start = tokens[at].span.start;
            }
        }
        past = end;
    }
}

/// Whether the word is letters behind a name that tell what somebody is: "QC", "MP".
pub(crate) fn are_letters_of_office(word: &str) -> bool {
    matches!(word, "QC" | "KC" | "MP" | "MEP" | "MSP" | "MLA" | "MD" | "PhD" | "Ph.D.")
}

/// "Tobias Hale KC", "Ana Mota OBE", "Miss Mota": the letters behind somebody's name are none of it, nor is the address.
pub(super) fn trim_titles(document: &Document, named: &mut [Named]) {
    let are_honours = |word: &str| matches!(word, "CBE" | "DBE" | "Esq" | "Esq." | "KBE" | "MBE" | "OBE");
    let addresses = |word: &str| matches!(word, "Daw" | "Dr" | "Madam" | "Miss" | "Mr" | "Mrs" | "Ms" | "Mx");
    for named in named.iter_mut().filter(|named| named.kind == MentionType::Person) {
        if let Some((name, last)) = named.span.of(document.text).rsplit_once(' ')
            && (are_honours(last) || are_letters_of_office(last))
        {
            named.span.end = named.span.start + name.trim_end_matches([',', ' ']).len() as u32;
        }
        if let Some((first, _)) = named.span.of(document.text).split_once(' ').filter(|(first, _)| addresses(first)) {
            named.span.start += first.len() as u32 + 1;
        }
    }
}

/// "SBC Lindholm": a name that begins with an acronym, amid words that have small letters, is nobody's.
pub(super) fn settle_acronyms(document: &Document, named: &mut [Named]) {
    for named in named.iter_mut().filter(|named| named.kind == MentionType::Person) {
        let name = named.span.of(document.text);
        let Some((first, rest)) = name.split_once(' ') else { continue };
        let acronym = (3..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_uppercase());
        if !acronym || !rest.contains(char::is_lowercase) {
            continue;
        }
        let at = document.first_token(named.span);
        if !document.words[at].kinds.any(Kinds::GIVEN.and(Kinds::TITLE)) {
            named.kind = MentionType::Org;
        }
    }
}

/// Gives doubtful mentions of a name the type that most speaks for in the article.
pub(super) fn agree(document: &Document, named: &mut [Named]) {
    if named.iter().all(|named| named.confidence >= FIRM) {
        return;
    }
    let mut types: QuickMap<&str, Vec<(MentionType, f64)>> = QuickMap::default();
    for named in named.iter() {
        let sums = types.entry(named.span.of(document.text)).or_default();
        match sums.iter_mut().find(|(kind, _)| *kind == named.kind) {
            Some((_, sum)) => *sum += named.confidence,
            None => sums.push((named.kind.clone(), named.confidence)),
        }
    }
    for named in named.iter_mut().filter(|named| named.confidence < FIRM) {
        let sums = &types[named.span.of(document.text)];
        let (best, _) = sums.iter().max_by(|(_, a), (_, b)| a.total_cmp(b)).expect("the name itself is among them");
        named.kind = best.clone();
    }
}

/// How sure a longer name must be to tell what a word of it stands for.
const LONGER: f64 = 0.6;

/// Above this a word is what it is, whoever bears it as a name as well.
const SURE: f64 = 0.95;

/// Gives a word the type of the longer name that it is short for: people are called by their surnames; bodies
/// by what their names begin with, and storms by what they are called, unless it is somebody's name.
pub(super) fn follow_longer(document: &Document, named: &mut [Named]) {
    let text = document.text;
    let longer = |named: &&Named| named.confidence >= LONGER && named.span.of(text).contains(' ');
    let is_person = |named: &&Named| named.kind == MentionType::Person;
    let people: QuickSet<&str> =
        named.iter().filter(longer).filter(is_person).flat_map(|named| named.span.of(text).split(' ')).collect();
    let mut types: QuickMap<&str, MentionType> = QuickMap::default();
    for named in named.iter().filter(longer) {
        let mut words = named.span.of(text).split(' ');
        let short = match named.kind {
            MentionType::Person => words.next_back(),
            MentionType::Org => {
                types.extend(without_suffix(document, named).map(|name| (name, MentionType::Org)));
                words.next().filter(|word| !people.contains(word))
            }
            MentionType::Event => {
                words.next_back().filter(|word| !people.contains(word) && names_event(document, named))
            }
            _ => None,
        };
        types.extend(short.map(|word| (word, named.kind.clone())));
    }
    for named in named.iter_mut().filter(|named| named.confidence < SURE) {
        let Some(kind) = types.get(named.span.of(text)).filter(|kind| **kind != named.kind) else { continue };
        let is_person = *kind == MentionType::Person && !is_known_place(document, named);
        if is_person || named.kind == MentionType::Person {
            (named.kind, named.evidence) = (kind.clone(), Some(Evidence::SeenInFull));
            named.confidence = Evidence::SeenInFull.precision();
        }
    }
}

/// Whether the lexicon has the word as a place that is more than a town: "Washington", which does not become
/// a person where somebody is called so.
fn is_known_place(document: &Document, named: &Named) -> bool {
    let at = document.tokens.partition_point(|token| token.span.start < named.span.start);
    let kinds = document.words[at].kinds;
    kinds.any(Kinds::GPE) && !kinds.any(Kinds::TOWN)
}

/// A company's name without what it ends with: "Orlov Shipping", of "Orlov Shipping Ltd". One with a given name
/// may be its founder's as well.
fn without_suffix<'a>(document: &Document<'a>, named: &Named) -> Option<&'a str> {
    let start = document.tokens.partition_point(|token| token.span.start < named.span.start);
    let end = document.tokens.partition_point(|token| token.span.end <= named.span.end);
    let kinds = |at: usize| document.words[at].kinds;
    let is_company = end > start + 1 && kinds(end - 1).any(Kinds::COMPANY_SUFFIX) && !kinds(start).any(Kinds::GIVEN);
    is_company.then(|| document.span(start, end - 1).of(document.text).trim_end_matches([' ', ',']))
}

/// Whether the last word of the name is what an event is called: "Hurricane Odette".
fn names_event(document: &Document, named: &Named) -> bool {
    let end = document.tokens.partition_point(|token| token.span.end <= named.span.end);
    end >= 2 && document.words[end - 2].kinds.any(Kinds::EVENT_PREFIX)
}
