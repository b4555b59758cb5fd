//! What is claimed without a word about who claims it: "Mota was accused of fraud", "The ferry reportedly sank",
//! "It is believed that".
//!
//! Finds: verbs that report, in the passive and without "by"; participles behind what they tell of, as in "a man accused of";
//! nouns such as "allegations" without an owner; adverbs of the class "hearsay" in `cues.tsv`.
//! Does not find: what others are said to say, which their claim holds.

use std::ops::Range;

use super::clauses::{Kind, Sentence};
use super::cues::{Class, Cue, Form};
use super::phrases::{self, Subject};
use crate::article::Stance;
use crate::text::Span;

/// What is said of somebody, who "is believed to".
const TOLD: [&str; 11] =
    ["allege", "assume", "believe", "claim", "estimate", "expect", "report", "say", "suspect", "think", "understand"];

/// What is said to somebody, who "was told to".
const BIDDEN: [&str; 8] = ["advise", "ask", "instruct", "order", "request", "tell", "urge", "warn"];

/// Something that is told as what others say.
pub(super) struct Hearsay {
    pub cue: Span,
    pub lemma: &'static str,
    pub stance: Stance,
    pub content: Span,
}

/// The hearsay of a sentence.
pub(super) fn find(sentence: &Sentence) -> impl Iterator<Item = Hearsay> {
    let cues = (0..sentence.items.len()).filter_map(|at| Some((at, sentence.items[at].cue?)));
    cues.filter_map(|(at, cue)| match cue.class() {
        Class::Hearsay => by_adverb(sentence, at, cue),
        Class::Verb | Class::VerbNoun if cue.form() == Form::Past => {
            by_passive(sentence, at).or_else(|| by_participle(sentence, at, cue))
        }
        Class::Noun | Class::VerbNoun => by_noun(sentence, at, cue),
        _ => None,
    })
}

/// "The ferry reportedly sank": the clause; "the man, who allegedly hid it": what the adverb stands before.
fn by_adverb(sentence: &Sentence, at: usize, adverb: Cue) -> Option<Hearsay> {
    let end = clause_end(sentence, at + 1);
    let group = sentence.group_start(at);
    let start = match phrases::subject(sentence, group) {
        // "Reportedly the ferry sank".
        _ if at == 0 => at + 1 + usize::from(sentence.kind(at + 1) == Some(Kind::Comma)),
        Subject::Is(phrase) if phrase.end == group => phrase.start,
        _ => at + 1,
    };
    hearsay(sentence, at..at + 1, adverb, adverb.stance()?, start..end)
}

/// "was accused of fraud", "are believed to be safe", "were told to wait", "It was reported that".
fn by_passive(sentence: &Sentence, at: usize) -> Option<Hearsay> {
    let verb = sentence.verb(at).filter(|verb| verb.form() == Form::Past)?;
    let group = sentence.group_start(at);
    if !(group..at).any(|at| sentence.class(at) == Some(Class::Be)) && !sentence.shares_passive(group)
        || (group..at).any(|at| sentence.class(at) == Some(Class::Not))
    {
        return None;
    }
    let accuses = verb.stance() == Some(Stance::Alleges) && sentence.class(at + 1) == Some(Class::Of);
    let infinitive = sentence.is_infinitive(at + 1);
    let is_told = infinitive && TOLD.contains(&verb.lemma());
    let is_bidden = infinitive && BIDDEN.contains(&verb.lemma());
    let that = sentence.class(at + 1) == Some(Class::That);
    let subject = phrases::subject(sentence, group);
    let it = matches!(&subject, Subject::Is(phrase) if phrase.len() == 1 && sentence.is(phrase.start, "it"));
    let end = clause_end(sentence, at + 1);
    let content = match subject {
        // "It was said to be late".
        Subject::Is(phrase) if it && is_told => phrase.start..end,
        // "were told the road was closed".
        _ if matches!(verb.lemma(), "inform" | "tell" | "warn") && sentence.is_clause(at + 1) => at + 1..end,
        // "It is understood the talks failed".
        _ if it
            && (TOLD.contains(&verb.lemma()) || verb.takes('c') || verb.takes('t'))
            && sentence.is_clause(at + 1) =>
        {
            at + 1..end
        }
        _ if that && (it || matches!(verb.lemma(), "inform" | "tell" | "warn")) => at + 2..end,
        _ if it || !(accuses || is_told || is_bidden) => return None,
        Subject::Is(phrase) if phrase.end == group => phrase.start..end,
        // "were told to wait and asked to sit".
        _ => at + 1..end,
    };
    let cue = (group..at).find(|at| !sentence.is_adverb(*at)).unwrap_or(at)..at + 1;
    let stance = if is_bidden { Some(Stance::Demands) } else { verb.stance() };
    hearsay(sentence, cue, verb, stance?, content)
}

/// "sailors accused of theft", "a ferry believed to be lost": what is told of the noun before.
fn by_participle(sentence: &Sentence, at: usize, verb: Cue) -> Option<Hearsay> {
    let accuses = matches!(verb.lemma(), "accuse" | "suspect") && sentence.class(at + 1) == Some(Class::Of);
    let told = TOLD.contains(&verb.lemma()) && sentence.is_infinitive(at + 1);
    let noun = at > 0
        && matches!(sentence.kind(at - 1), Some(Kind::Word | Kind::Name(_) | Kind::Comma))
        && !sentence.is_auxiliary(at - 1)
        && !sentence.is_adverb(at - 1)
        && !matches!(sentence.class(at - 1), Some(Class::Pronoun | Class::And));
    if !noun || !(accuses || told) {
        return None;
    }
    let start = at + 1 + usize::from(accuses);
    hearsay(sentence, at..at + 1, verb, verb.stance()?, start..clause_end(sentence, start))
}

/// "amid reports that the ferry sank", "over allegations she lied": what nobody is named for.
fn by_noun(sentence: &Sentence, at: usize, noun: Cue) -> Option<Hearsay> {
    const NOUNS: [&str; 9] =
        ["allegation", "claim", "concern", "expectation", "fear", "report", "rumour", "speculation", "suspicion"];
    let owned = || {
        (at.saturating_sub(4)..at).any(|before| {
            sentence.kind(before) == Some(Kind::Possessive) || sentence.class(before) == Some(Class::Possessive)
        })
    };
    let that = sentence.class(at + 1) == Some(Class::That);
    let start = at + 1 + usize::from(that);
    let clause = match that {
        true => sentence.is_np_start(start) && !sentence.is_finite(start),
        false => sentence.class(start) == Some(Class::Pronoun) && sentence.is_clause(start),
    };
    if at == 0 || !clause || !NOUNS.contains(&noun.lemma()) || owned() || sentence.verb(at).is_some() {
        return None;
    }
    hearsay(sentence, at..at + 1, noun, noun.stance()?, start..clause_end(sentence, start))
}

fn hearsay(
    sentence: &Sentence,
    cue: Range<usize>,
    word: Cue,
    stance: Stance,
    content: Range<usize>,
) -> Option<Hearsay> {
    (!content.is_empty()).then(|| Hearsay {
        cue: sentence.span(cue.start, cue.end),
        lemma: word.lemma(),
        stance,
        content: sentence.span(content.start, content.end),
    })
}

/// Where the clause ends that goes on at the place: with the sentence, before a clause of its own or what is
/// inserted.
fn clause_end(sentence: &Sentence, start: usize) -> usize {
    let ends = |at: &usize| match sentence.kind(*at) {
        Some(Kind::Semicolon | Kind::Dash | Kind::Close | Kind::Open | Kind::Stop) => true,
        Some(Kind::Comma) => {
            let joined = matches!(sentence.class(at + 1), Some(Class::And | Class::Because));
            let near = sentence.items.len().min(at + 12);
            let clause = sentence.is_np_start(at + 2) && sentence.has_verb(at + 3, near);
            sentence.is_clause(at + 1)
                || joined && (clause || sentence.is(at + 1, "but"))
                || sentence.is_finite(at + 1)
                || matches!(sentence.class(at + 1), Some(Class::Who | Class::According))
                || sentence.verb(at + 1).is_some()
        }
        Some(Kind::Word) => {
            sentence.class(*at) == Some(Class::According)
                || matches!(sentence.class(*at), Some(Class::And | Class::Because))
                    && (sentence.is_clause(at + 1)
                        || sentence.verb(at + 1).is_some() && sentence.shares_passive(at + 1))
        }
        _ => false,
    };
    (start + 1..sentence.items.len()).find(ends).unwrap_or(sentence.items.len())
}
