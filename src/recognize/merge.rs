//! The one place that settles overlaps.

use super::{Candidate, Evidence, Measure, Named};
use crate::article::MentionType;
use crate::text::Span;
use crate::text::order::{place, sort_by_number};

/// Keeps, of candidates that overlap, the caller's own before all others, then the longest, then
/// the one with the strongest evidence, then the first.
pub(super) fn merge(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let rank = |candidate: &Candidate| {
        (candidate.evidence != Evidence::Own, std::cmp::Reverse(candidate.span.len()), candidate.evidence)
    };
    sort_by_number(&mut candidates, |candidate| place(candidate.span));
    let mut kept: Vec<Candidate> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        // Candidates are in order, so only the last ones kept can overlap.
        loop {
            match kept.last() {
                Some(last) if last.span.overlaps(candidate.span) => {
                    if rank(&candidate) >= rank(last) {
                        break;
                    }
                    kept.pop();
                }
                _ => {
                    kept.push(candidate);
                    break;
                }
            }
        }
    }
    kept
}

/// Of names and measures that overlap the name stays, unless it is no more than a part of the measure
/// and not the caller's own: "US" in "US$30"; or the model alone takes the measure itself for one.
pub(super) fn with_measures(mut named: Vec<Named>, mut measures: Vec<Measure>) -> (Vec<Named>, Vec<Measure>) {
    let mut next = 0;
    measures.retain(|measure| {
        while named.get(next).is_some_and(|name| name.span.end <= measure.span.start) {
            next += 1;
        }
        let overlapping = named[next..].iter().take_while(|name| name.span.start < measure.span.end);
        overlapping.into_iter().all(|name| {
            name.evidence != Some(Evidence::Own)
                && measure.span.contains(name.span)
                && (measure.span != name.span || name.evidence.is_none())
        })
    });
    let mut next = 0;
    named.retain(|name| {
        while measures.get(next).is_some_and(|measure| measure.span.end <= name.span.start) {
            next += 1;
        }
        measures.get(next).is_none_or(|measure| !measure.span.overlaps(name.span))
    });
    (named, measures)
}

/// Notes what the rules have for the names that they find as well, with the same type.
pub(super) fn note_evidence(named: &mut [Named], rules: &[Candidate]) {
    let mut rules = rules.iter().peekable();
    for named in named {
        while rules.next_if(|rule| rule.span < named.span).is_some() {}
        let same = rules.peek().filter(|rule| rule.span == named.span && rule.kind == named.kind);
        named.evidence = same.map(|rule| rule.evidence);
    }
}

/// Where the rules give a name another type and are surer than the model, theirs counts; and names
/// of several words, and languages, that the rules know whole go before names that lie within them.
pub(super) fn with_firm(named: Vec<Named>, mut rules: Vec<Candidate>, text: &str) -> Vec<Named> {
    rules.retain(|rule| {
        let first = named.partition_point(|named| named.span.end <= rule.span.start);
        let mut overlapped = named[first..].iter().take_while(|named| named.span.start < rule.span.end);
        // What the lexicon knows as a language alone is little else.
        let owners = |name: &str| name.contains("s' ") || name.contains("s’ ");
        let whole = matches!(rule.evidence, Evidence::KnownName | Evidence::Ministry)
            && (rule.span.of(text).contains(' ') || rule.kind == MentionType::Language)
            || rule.evidence == Evidence::Definition && rule.span.of(text).contains(' ')
            || rule.evidence == Evidence::HeadWord && owners(rule.span.of(text));
        let same = overlapped.clone().next().is_some_and(|named| named.span == rule.span);
        match same {
            true => {
                // "BRISTOL, England (AP) - ... Bristol's council": a place elsewhere in the article, although people have the
                // name.
                let town = rule.evidence == Evidence::SeenInFull && rule.kind == MentionType::Gpe;
                (rule.evidence <= Evidence::KnownName || town)
                    && overlapped.all(|named| named.kind != rule.kind && named.confidence < rule.evidence.precision())
            }
            // Some are names even where the model sees none: "Article 50", "Boeing 737", "Fisheries Agency", the
            // place of a dateline, what stands behind a title.
            false if overlapped.clone().next().is_none() => {
                let numbered = rule.evidence == Evidence::Pattern
                    && (rule.kind == MentionType::Law
                        || rule.kind == MentionType::Product && rule.span.of(text).contains(' '));
                let headed = rule.evidence == Evidence::HeadWord && rule.kind == MentionType::Org;
                let headed = headed && rule.span.of(text).contains(' ');
                whole || numbered || headed || matches!(rule.evidence, Evidence::TitleBefore | Evidence::Dateline)
            }
            false => whole && overlapped.all(|named| rule.span.contains(named.span)),
        }
    });
    with(named, rules, Evidence::precision)
}

/// The caller's own names, and of the others those that none of them overlaps.
pub(super) fn with_own(named: Vec<Named>, own: Vec<Candidate>) -> Vec<Named> {
    with(named, own, |_| 1.0)
}

/// The rules, and of the names those that none of them overlaps.
fn with(named: Vec<Named>, rules: Vec<Candidate>, confidence: fn(Evidence) -> f64) -> Vec<Named> {
    if rules.is_empty() {
        return named;
    }
    let mut named: Vec<Named> = named
        .into_iter()
        .filter(|named| {
            let next = rules.partition_point(|rule| rule.span.end <= named.span.start);
            rules.get(next).is_none_or(|rule| !rule.span.overlaps(named.span))
        })
        .collect();
    let rules = rules.into_iter().map(|rule| Named {
        confidence: confidence(rule.evidence),
        evidence: Some(rule.evidence),
        span: rule.span,
        kind: rule.kind,
        own: rule.own,
    });
    add(&mut named, rules.collect());
    named
}

/// The names that overlap the span.
pub(super) fn overlapping(named: &[Named], span: Span) -> &[Named] {
    let first = named.partition_point(|named| named.span.end <= span.start);
    let last = named.partition_point(|named| named.span.start < span.end);
    &named[first..last.max(first)]
}

/// Puts names, which are in order, in place of those that they overlap.
pub(super) fn put(named: &mut Vec<Named>, names: Vec<Named>) {
    if !names.is_empty() {
        named.retain(|named| overlapping(&names, named.span).is_empty());
        add(named, names);
    }
}

/// Adds names that overlap none, each where it stands.
pub(super) fn add(named: &mut Vec<Named>, mut names: Vec<Named>) {
    if !names.is_empty() {
        named.append(&mut names);
        sort_by_number(named, |named| place(named.span));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_callers_own_then_the_longest_then_the_strongest() {
        let candidate =
            |start, end, evidence| Candidate { span: Span { start, end }, kind: MentionType::Org, evidence, own: None };
        let merged = merge(vec![
            candidate(0, 9, Evidence::KnownName),
            candidate(5, 7, Evidence::Own),
            candidate(10, 20, Evidence::Shape),
            candidate(10, 20, Evidence::HeadWord),
            candidate(12, 15, Evidence::Pattern),
            candidate(20, 25, Evidence::Shape),
        ]);
        let spans: Vec<_> = merged.iter().map(|named| (named.span.start, named.evidence)).collect();
        assert_eq!(spans, [(5, Evidence::Own), (10, Evidence::HeadWord), (20, Evidence::Shape)]);
    }
}
