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
    let mut of_stretch = vec![None; stretches.len()];
    for (index, report) in reports.iter().enumerate() {
        for stretch in report.stretches.clone() {
            // Rather what is nothing but the quotation than a clause around it.
            let known = of_stretch[stretch].get_or_insert(index);
            if report.is_direct && !reports[*known].is_direct {
                *known = index;
            }
        }
    }
    let mut quotes: Vec<Attributed> = Vec::new();
    // Speech of several paragraphs that the last of them attributes.
    for index in (1..stretches.len()).rev() {
        if stretches[index].continues && of_stretch[index - 1].is_none() {
            of_stretch[index - 1] = of_stretch[index];
        }
    }
    for (index, report) in reports.iter().enumerate() {
        quotes.push(Attributed { quote: reported(reading, stretches, report), report: Some(index) });
    }
    for index in 0..stretches.len() {
        if of_stretch[index].is_some() {
            continue;
        }
        if let Some(quote) = unattributed(reading, stretches, index, &of_stretch, reports) {
            quotes.push(Attributed { quote, report: None });
        }
    }
    quotes.sort_by_key(|quote| (quote.quote.start, std::cmp::Reverse(quote.quote.end)));
    quotes
}

fn reported(reading: &Reading, stretches: &[Stretch], report: &Report) -> Quote {
    let mut span = Span { start: report.content[0].start, end: report.content[report.content.len() - 1].end };
    // The paragraphs that the speech goes on in.
    let mut following = stretches.get(report.stretches.end..).unwrap_or(&[]).iter();
    let mut content = report.content.clone();
    if report.is_direct {
        let mut first = report.stretches.start;
        while stretches[first].continues && first > 0 {
            first -= 1;
        }
        span.start = stretches[first].outer.start.min(span.start);
        content = stretches[first..report.stretches.end].iter().map(|stretch| stretch.inner).collect();
        while let Some(next) = following.next().filter(|next| next.continues) {
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
fn unattributed(
    reading: &Reading,
    stretches: &[Stretch],
    index: usize,
    of_stretch: &[Option<usize>],
    reports: &[Report],
) -> Option<Quote> {
    let stretch = &stretches[index];
    if stretch.continues {
        return None;
    }
    let inner = stretch.inner.of(&reading.text).trim();
    let whole = inner.starts_with(char::is_uppercase) && inner.ends_with(['.', '!', '?', '…']);
    if !whole && inner.split_whitespace().count() < SPEECH {
        return None;
    }
    let (speaker, cue) = neighbour(reading, stretches, index, of_stretch, reports);
    let mut content = vec![stretch.inner];
    let mut end = stretch.outer.end;
    for next in stretches[index + 1..].iter().take_while(|next| next.continues) {
        content.push(next.inner);
        end = next.outer.end;
    }
    let span = Span { start: stretch.outer.start, end };
    Some(quote(reading, span, QuoteKind::Direct, content, speaker, cue))
}

/// Who spoke right before, or speaks right behind.
fn neighbour(
    reading: &Reading,
    stretches: &[Stretch],
    index: usize,
    of_stretch: &[Option<usize>],
    reports: &[Report],
) -> (Option<Speaker>, Option<Cue>) {
    let start = stretches[index].outer.start;
    let before = (0..index).rev().find_map(|earlier| of_stretch[earlier]).map(|report| &reports[report]);
    if let Some(before) = before
        && breaks(reading, before.sentence.end.min(start), start) <= 1
    {
        return (before.source.clone(), None);
    }
    (None, None)
}

/// How many paragraphs end between the two places.
fn breaks(reading: &Reading, from: u32, to: u32) -> usize {
    let first = reading.blocks.partition_point(|block| block.end <= from);
    reading.blocks[first..].iter().take_while(|block| block.end <= to).count()
}
