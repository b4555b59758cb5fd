//! Quotations out of stretches between marks and reports.

use super::reports::Report;
use super::stretches::Stretch;
use crate::article::{Cue, Quote, QuoteKind, Speaker, Zone};
use crate::read::Reading;
use crate::text::Span;

/// A stretch of fewer words that nothing attributes is a title, a nickname or a word that is spoken
/// of.
const SPEECH: usize = 5;

/// A quotation, and the report that it comes from.
pub(super) struct Attributed {
    pub quote: Quote,
    pub report: Option<usize>,
}

/// Makes the quotations, in order.
pub(super) fn assemble(reading: &Reading, stretches: &[Stretch], reports: &[Report]) -> Vec<Attributed> {
    let owners = owners(stretches, reports);
    let mut quotes: Vec<Attributed> = Vec::new();
    for (index, report) in reports.iter().enumerate() {
        quotes.push(Attributed { quote: reported(reading, stretches, &owners, report), report: Some(index) });
    }
    let mut before = None;
    for (index, owner) in owners.iter().enumerate() {
        before = owner.or(before);
        if !in_report(stretches, &owners, index) {
            let before = before.map(|before: usize| &reports[before]);
            let quote = unattributed(reading, stretches, index, before);
            quotes.extend(quote.map(|quote| Attributed { quote, report: None }));
        }
    }
    // Nothing but an editor's words between the marks.
    quotes.retain(|quote| !quote.quote.content.is_empty());
    quotes.sort_by_key(|quote| (quote.quote.start, std::cmp::Reverse(quote.quote.end)));
    quotes
}

/// The report that holds each stretch.
fn owners(stretches: &[Stretch], reports: &[Report]) -> Vec<Option<usize>> {
    let mut owners = vec![None; stretches.len()];
    for (index, report) in reports.iter().enumerate() {
        for stretch in report.stretches.clone() {
            // Rather what is nothing but the quotation than a clause around it.
            let known = owners[stretch].get_or_insert(index);
            if report.is_direct && !reports[*known].is_direct {
                *known = index;
            }
        }
    }
    owners
}

/// Whether a report holds the stretch or, of speech in several paragraphs, the one before or behind it.
fn in_report(stretches: &[Stretch], owners: &[Option<usize>], index: usize) -> bool {
    let behind = || (index + 1..stretches.len()).take_while(|next| stretches[*next].continues);
    stretches[index].continues || owners[index].is_some() || behind().any(|next| owners[next].is_some())
}

fn reported(reading: &Reading, stretches: &[Stretch], owners: &[Option<usize>], report: &Report) -> Quote {
    let mut span = Span { start: report.content[0].start, end: report.content[report.content.len() - 1].end };
    let mut content = report.content.clone();
    if report.is_direct {
        let mut first = report.stretches.start;
        while stretches[first].continues && owners[first - 1].is_none() {
            first -= 1;
        }
        span.start = stretches[first].outer.start.min(span.start);
        content = stretches[first..report.stretches.end].iter().map(|stretch| stretch.inner).collect();
        // The paragraphs that the speech goes on in.
        let following = stretches.iter().zip(owners).skip(report.stretches.end);
        for (next, _) in following.take_while(|(next, owner)| next.continues && owner.is_none()) {
            content.push(next.inner);
            span.end = next.outer.end;
        }
    }
    let kind = match (report.is_direct, report.stretches.is_empty()) {
        _ if report.is_turn => QuoteKind::Direct,
        (true, _) => QuoteKind::Direct,
        (false, true) => QuoteKind::Indirect,
        (false, false) => QuoteKind::Mixed,
    };
    let cue = report.cue.map(|(span, lemma)| Cue { start: span.start, end: span.end, lemma: lemma.to_string() });
    quote(reading, span, kind, content, report.source.clone(), cue)
}

fn quote(
    reading: &Reading,
    span: Span,
    kind: QuoteKind,
    content: Vec<Span>,
    speaker: Option<Speaker>,
    cue: Option<Cue>,
) -> Quote {
    let insertions = insertions(reading, &content);
    let content = content
        .into_iter()
        .flat_map(|part| without(part, &insertions))
        .map(|part| part.trim(&reading.text))
        .filter(|part| part.of(&reading.text).contains(char::is_alphanumeric))
        .collect();
    Quote { start: span.start, end: span.end, kind, content, speaker, cue, insertions }
}

/// The editor's insertions within the parts, outermost ones only.
fn insertions(reading: &Reading, content: &[Span]) -> Vec<Span> {
    let mut insertions: Vec<Span> = Vec::new();
    for part in content {
        let first = reading.zones.partition_point(|(span, _)| span.start < part.start);
        let within = reading.zones[first..].iter().take_while(|(span, _)| span.start < part.end);
        for (span, zone) in within {
            if *zone == Zone::Note
                && part.contains(*span)
                && insertions.last().is_none_or(|last| last.end <= span.start)
            {
                insertions.push(*span);
            }
        }
    }
    insertions
}

/// The part in pieces, without what lies in it.
fn without(part: Span, holes: &[Span]) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = part.start;
    for hole in holes.iter().filter(|hole| part.contains(**hole)) {
        pieces.push(Span { start, end: hole.start });
        start = hole.end;
    }
    pieces.push(Span { start, end: part.end });
    pieces
}

/// A stretch that no report holds: speech that goes on, or none.
fn unattributed(reading: &Reading, stretches: &[Stretch], index: usize, before: Option<&Report>) -> Option<Quote> {
    let stretch = &stretches[index];
    let inner = stretch.inner.of(&reading.text).trim();
    let whole = inner.starts_with(char::is_uppercase) && inner.ends_with(['.', '!', '?', '…']) && {
        let before = reading.text[..stretch.outer.start as usize].trim_end_matches([' ', '\u{a0}']);
        before.is_empty() || before.ends_with(['.', '!', '?', '…', '\n', '\r', '”', '"', '’', '»', ':'])
    };
    if !whole && inner.split_whitespace().take(SPEECH).count() < SPEECH {
        return None;
    }
    let start = stretch.outer.start;
    let goes_on = before.filter(|before| breaks(reading, before.sentence.end.min(start), start) <= 1);
    let speaker = goes_on.and_then(|before| before.source.clone());
    let mut content = vec![stretch.inner];
    let mut end = stretch.outer.end;
    for next in stretches[index + 1..].iter().take_while(|next| next.continues) {
        content.push(next.inner);
        end = next.outer.end;
    }
    Some(quote(reading, Span { start, end }, QuoteKind::Direct, content, speaker, None))
}

/// How many paragraphs end between the two places, as far as it matters.
fn breaks(reading: &Reading, from: u32, to: u32) -> usize {
    let first = reading.blocks.partition_point(|block| block.end <= from);
    reading.blocks[first..].iter().take(2).take_while(|block| block.end <= to).count()
}
