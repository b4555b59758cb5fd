//! Claims: what somebody takes a stance on, out of the reports and quotations.
//!
//! Negation: "did not deny" is no claim; "does not believe" denies; "said the report is not true"
//! denies the report. A denial refers to the last claim before it that says what it denies.

use super::cues::{self, Class};
use super::hearsay::Hearsay;
use super::quotes::Attributed;
use super::reports::Report;
use crate::article::{Claim, Cue, Quote, QuoteKind, Stance};
use crate::text::Span;
use crate::text::order::{place, sort_by_number, sort_numbers};

/// A denial refers to none of the claims further back than this.
const FAR: usize = 40;

/// What is said is told by so many of its words.
const MOST: usize = 60;

/// A quotation of more words says more than that something is false.
const CURT: usize = 14;

/// A report of more words tells more than that somebody is innocent.
const BRIEF: usize = 22;

/// The claims of an article, in order.
pub(super) fn find(text: &str, quotes: &[Attributed], reports: &[Report], hearsay: &[Hearsay]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for (index, Attributed { quote, report, is_piece }) in quotes.iter().enumerate() {
        if *is_piece {
            continue;
        }
        let report = report.map(|report| &reports[report]);
        let Some(stance) = stance(text, quote, report) else { continue };
        let claim = claim(index, quote, report, stance);
        // What somebody is said not to have said is no claim of his.
        let said = |outer: &Claim| {
            !matches!(outer.stance, Stance::Denies | Stance::Doubts) || !outer.content.contains(claim.content)
        };
        if claims.iter().rev().take(4).all(said) {
            claims.push(claim);
        }
    }
    claims.extend(hearsay.iter().map(unsourced));
    sort_by_number(&mut claims, |claim| place(Span { start: claim.start, end: claim.end }));
    refer(text, &mut claims);
    claims
}

/// A claim of nobody who is named.
fn unsourced(hearsay: &Hearsay) -> Claim {
    let Hearsay { cue, lemma, stance, content } = hearsay;
    Claim {
        start: cue.start.min(content.start),
        end: cue.end.max(content.end),
        stance: *stance,
        source: None,
        via: Vec::new(),
        content: *content,
        cue: Some(Cue { start: cue.start, end: cue.end, lemma: lemma.to_string() }),
        quote: None,
        refers_to: None,
    }
}

/// The stance that a quotation takes; `None` where it takes none or nobody does.
fn stance(text: &str, quote: &Quote, report: Option<&Report>) -> Option<Stance> {
    quote.speaker.as_ref()?;
    let asks = || quote.content.iter().all(|part| part.of(text).ends_with('?'));
    let Some(report) = report else {
        return (quote.kind == QuoteKind::Direct && !asks()).then_some(Stance::Asserts);
    };
    if report.is_question || report.is_turn && asks() {
        return None;
    }
    if report.denied.is_some() {
        return Some(Stance::Denies);
    }
    let stance = report.stance?;
    let (_, lemma) = report.cue.unwrap_or_default();
    // "calling it a duck" says how it is said.
    let words: Vec<&str> =
        content(quote, Some(report)).iter().flat_map(|part| part.of(text).split_whitespace()).take(7).collect();
    let about_it = words.first().is_some_and(|word| {
        matches!(*word, "it" | "this" | "that" | "him" | "her" | "them") || !word.starts_with(char::is_alphanumeric)
    });
    let curt = words.len() < 3 || about_it && words.len() < 7;
    if curt && stance == Stance::Asserts && cues::look_up(lemma).is_some_and(|cue| cue.takes('a')) {
        return None;
    }
    if report.negated {
        let refuses = matches!(
            lemma,
            "accept"
                | "agree"
                | "believe"
                | "expect"
                | "feel"
                | "recognise"
                | "recognize"
                | "support"
                | "think"
                | "want"
        );
        return refuses.then_some(Stance::Denies);
    }
    Some(match stance {
        Stance::Asserts if report.is_direct && calls_false(text, quote) => Stance::Denies,
        Stance::Asserts | Stance::Alleges if disclaims(text, content(quote, Some(report))) => Stance::Denies,
        other => other,
    })
}

/// "was not involved in the sale", "had no role in it", "did nothing wrong", "is innocent": a short answer to what
/// somebody is accused of.
fn disclaims(text: &str, content: &[Span]) -> bool {
    const GUILT: &[&str] = &["aware", "complicit", "guilty", "involved", "liable", "responsible"];
    const PART: &[&str] = &[
        "connection",
        "hand",
        "involvement",
        "knowledge",
        "link",
        "links",
        "part",
        "responsibility",
        "role",
        "ties",
        "wrongdoing",
    ];
    let words: Vec<&str> = words_of(text, content).take(BRIEF + 1).collect();
    let near = |at: usize, wanted: &[&str]| words[at + 1..].iter().take(2).any(|word| wanted.contains(word));
    let negates = |word: &str| matches!(word, "not" | "never") || cues::ends_in_not(word);
    words.len() <= BRIEF
        && words.iter().enumerate().any(|(at, word)| match *word {
            word if negates(word) => near(at, GUILT),
            "no" => near(at, PART),
            "nothing" => near(at, &["illegal", "improper", "wrong"]),
            "innocent" => at > 0 && matches!(words[at - 1], "am" | "are" | "is" | "was" | "were" | "I'm" | "I’m"),
            _ => false,
        })
}

/// The words of what is said.
fn words_of<'a>(text: &'a str, content: &'a [Span]) -> impl Iterator<Item = &'a str> {
    let words =
        content.iter().flat_map(|part| part.of(text).split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’'));
    words.filter(|word| !word.is_empty())
}

/// "It's all rumours": a short quotation that calls something false, or begins with "no".
fn calls_false(text: &str, quote: &Quote) -> bool {
    let words: Vec<&str> = words_of(text, &quote.content).take(CURT + 1).collect();
    if words.len() > CURT {
        return false;
    }
    let rumours = |word: &str| ["rumors", "rumours", "speculation"].iter().any(|it| it.eq_ignore_ascii_case(word));
    let class = |word: &&str| {
        if rumours(word) { Some(Class::False) } else { cues::look_up(word).map(|cue| cue.class()) }
    };
    let classes: Vec<Option<Class>> = words.iter().map(class).collect();
    let says = |wanted: Class| classes.contains(&Some(wanted));
    let negated = says(Class::Not) || words.iter().any(|word| cues::ends_in_not(word));
    says(Class::False) && !negated
        || says(Class::True) && negated
        || quote.content.first().is_some_and(|part| is_no(part.of(text)))
}

/// "No, we will not": and not "No person shall".
fn is_no(said: &str) -> bool {
    let said = said.trim_start();
    said.get(..2).is_some_and(|no| no.eq_ignore_ascii_case("no"))
        && !said[2..].trim_start_matches(' ').starts_with(char::is_alphanumeric)
}

/// What is said: of a fragment the words around it as well.
fn content<'a>(quote: &'a Quote, report: Option<&'a Report>) -> &'a [Span] {
    match report {
        Some(report) if quote.kind == QuoteKind::Fragment => &report.content,
        _ => &quote.content,
    }
}

fn claim(index: usize, quote: &Quote, report: Option<&Report>, stance: Stance) -> Claim {
    let whole = |parts: &[Span]| match (parts.first(), parts.last()) {
        (Some(first), Some(last)) => Some(Span { start: first.start, end: last.end }),
        _ => None,
    };
    let content = content(quote, report);
    let hull = Span { start: quote.start, end: quote.end };
    let content = report.and_then(|report| report.denied).or_else(|| whole(content)).unwrap_or(hull);
    let mut span = Span { start: hull.start.min(content.start), end: hull.end.max(content.end) };
    if let Some(report) = report {
        let source = quote.speaker.iter().map(|speaker| Span { start: speaker.start, end: speaker.end });
        let parts = source.chain(report.cue.map(|(span, _)| span));
        for part in parts.filter(|part| report.sentence.contains(*part)) {
            span = Span { start: span.start.min(part.start), end: span.end.max(part.end) };
        }
    }
    Claim {
        start: span.start,
        end: span.end,
        stance,
        source: quote.speaker.clone(),
        via: report.map(|report| report.via.clone()).unwrap_or_default(),
        content,
        cue: quote.cue.clone(),
        quote: Some(index as u32),
        refers_to: None,
    }
}

/// Points each denial, confirmation or doubt to the claim before it that it is about.
fn refer(text: &str, claims: &mut [Claim]) {
    // Few claims are near a denial.
    let mut known: Vec<Option<Vec<u64>>> = vec![None; claims.len()];
    for index in 0..claims.len() {
        if !matches!(claims[index].stance, Stance::Denies | Stance::Confirms | Stance::Doubts) {
            continue;
        }
        let near = index.saturating_sub(FAR)..index;
        for (claim, words) in claims[near.start..=index].iter().zip(&mut known[near.start..=index]) {
            words.get_or_insert_with(|| content_words(claim.content.of(text)));
        }
        let words = |claim: usize| known[claim].as_deref().unwrap_or_default();
        let about = |earlier: &usize| {
            let other = &claims[*earlier];
            let said = !matches!(other.stance, Stance::Denies | Stance::Doubts);
            let another = entity(other) != entity(&claims[index]) || entity(other).is_none();
            let apart =
                other.content.end <= claims[index].content.start || other.content.start >= claims[index].content.end;
            // "said the ferry sank, a claim the mayor denies".
            let same = other.content == claims[index].content;
            said && another && (same || apart && is_about(words(index), words(*earlier)))
        };
        // "denied the accusations": rather what somebody is accused of than what was said last.
        let accusation = |earlier: &usize| claims[*earlier].stance == Stance::Alleges && about(earlier);
        let accused = names_accusation(claims[index].content.of(text));
        let found =
            near.clone().rev().find(|earlier| accused && accusation(earlier)).or_else(|| near.rev().find(about));
        claims[index].refers_to = found.map(|found| found as u32);
    }
}

/// "the accusations", "these allegations".
fn names_accusation(content: &str) -> bool {
    let accuses = |word: &str| {
        matches!(word, "charge" | "charges")
            || cues::look_up(word)
                .is_some_and(|cue| cue.class() == Class::Noun && cue.stance() == Some(Stance::Alleges))
    };
    content.split(|c: char| !c.is_alphanumeric()).take(4).any(accuses)
}

fn entity(claim: &Claim) -> Option<u32> {
    claim.source.as_ref().and_then(|source| source.entity)
}

/// Whether a denial with the one list of words is about a claim with the other. "this information"
/// has none of its own and is about what was said last.
fn is_about(denial: &[u64], claim: &[u64]) -> bool {
    let shared = denial.iter().filter(|word| claim.binary_search(word).is_ok()).count();
    denial.is_empty() || shared >= 2 && shared * 3 >= denial.len().min(claim.len())
}

/// The words that tell what is said, sorted: their first letters, small, as numbers, so that endings do
/// not matter.
fn content_words(content: &str) -> Vec<u64> {
    let words = content.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    let telling = words.filter(|word| cues::look_up(word).is_none()).take(MOST);
    let number =
        |word: &str| word.bytes().take(6).fold(0, |number, byte| number << 8 | u64::from(byte.to_ascii_lowercase()));
    let mut numbers: Vec<u64> = telling.map(number).collect();
    sort_numbers(&mut numbers);
    numbers.dedup();
    numbers
}
