//! Quotations out of stretches between marks and reports.

use super::cues;
use super::reports::{self, Report};
use super::speakers::About;
use super::stretches::{SPEECH, Stretch, is_title};
use crate::article::{BlockKind, Cue, Quote, QuoteKind, Speaker, Stance, Zone};
use crate::read::Reading;
use crate::text::Span;
use crate::text::order::{outer_place, sort_by_number};

/// So many reports or quotations are looked at where there are seldom more than one.
const FEW: usize = 8;

/// Behind these a word between marks is only spoken of.
const MENTIONS: &[&str] = &[
    "acronym",
    "alias",
    "called",
    "category",
    "codenamed",
    "designation",
    "dubbed",
    "entitled",
    "expression",
    "hashtag",
    "headed",
    "heading",
    "label",
    "labelled",
    "letter",
    "moniker",
    "motto",
    "name",
    "named",
    "nickname",
    "nicknamed",
    "phrase",
    "pseudonym",
    "slogan",
    "tag",
    "term",
    "title",
    "titled",
    "word",
    "words",
];

/// A quotation, and the report that it comes from.
pub(super) struct Attributed {
    pub quote: Quote,
    pub report: Option<usize>,
    /// Whether it is a piece of another quotation, which makes the claim.
    pub is_piece: bool,
}

/// Makes the quotations, in order. `about` tells whom sentences are about.
pub(super) fn assemble(
    reading: &Reading,
    stretches: &[Stretch],
    reports: &[Report],
    about: &[About],
) -> Vec<Attributed> {
    let owners = owners(stretches, reports);
    let tellers = tellers(stretches, reports);
    let mut quotes: Vec<Attributed> = Vec::new();
    for (index, report) in reports.iter().enumerate() {
        let quote = reported(reading, stretches, &owners, report);
        let told = report.stretches.clone().filter(|stretch| tellers[*stretch] == Some(index));
        quotes.extend(pieces(reading, stretches, told, report, &quote).map(|quote| Attributed {
            quote,
            report: Some(index),
            is_piece: true,
        }));
        quotes.push(Attributed { quote, report: Some(index), is_piece: false });
    }
    let mut before = None;
    for (index, owner) in owners.iter().enumerate() {
        before = owner.or(before);
        if !in_report(stretches, &owners, index) {
            let start = stretches[index].outer.start;
            let goes_on = || {
                let index = last_told(reading, reports, start).max(before)?;
                let before = &reports[index];
                let near = breaks(reading, before.sentence.end.min(start), start) <= 1;
                // "((RT)) Your letter says “...”": no word of the turn before.
                let turns = |report: &Report| report.is_turn && before.sentence.end <= report.sentence.start;
                let mut between = reports[index..].iter().take(FEW).take_while(|report| report.sentence.start < start);
                (near && !between.any(turns)).then(|| before.source.clone()).flatten()
            };
            let told = || {
                let reporting = told_before(reading, reports, start).cloned();
                reporting.or_else(|| introduced(reading, reports, about, start))
            };
            let quote = unattributed(reading, stretches, index, || told().or_else(goes_on));
            quotes.extend(quote.map(|quote| Attributed { quote, report: None, is_piece: false }));
        }
    }
    // Nothing but an editor's words between the marks.
    quotes.retain(|quote| !quote.quote.content.is_empty());
    sort(&mut quotes);
    attribute_headline(reading, stretches, &mut quotes);
    quotes
}

fn sort(quotes: &mut [Attributed]) {
    sort_by_number(quotes, |quote| outer_place(Span { start: quote.quote.start, end: quote.quote.end }));
}

/// A quotation in a dialogue.
struct Turn {
    quote: usize,
    block: usize,
    /// Whether the paragraph is nothing else, and nobody is said to say it.
    lone: bool,
    asks: bool,
}

impl Turn {
    fn of(reading: &Reading, quotes: &[Attributed]) -> Vec<Turn> {
        let mut block = 0;
        let mut turns = Vec::new();
        let direct =
            quotes.iter().enumerate().filter(|(_, known)| known.quote.kind == QuoteKind::Direct && !known.is_piece);
        for (index, Attributed { quote, report, .. }) in direct {
            block += reading.blocks[block..].iter().take_while(|block| block.end <= quote.start).count();
            let Some(bounds) = reading.blocks.get(block) else { break };
            let lone = report.is_none() && (bounds.start, bounds.end) == (quote.start, quote.end);
            let asks = quote.content.last().is_some_and(|last| last.of(&reading.text).trim_end().ends_with('?'));
            turns.push(Turn { quote: index, block, lone, asks });
        }
        turns
    }
}

/// Paragraphs that are one quotation each, in a dialogue: behind a question the other answers, and asks again. Where
/// nobody is said to ask, "Mota spoke to Reuters. “...?” “...” “...?” “...”", it is Mota who answers.
pub(super) fn alternate(reading: &Reading, about: &[About], quotes: &mut [Attributed]) {
    let turns = Turn::of(reading, quotes);
    let follows = |at: usize| at > 0 && turns[at - 1].block + 1 == turns[at].block;
    // Whether a question stands in the paragraphs of the dialogue so far.
    let mut asked = false;
    let mut answers: Option<Option<Speaker>> = None;
    for (at, turn) in turns.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &turns[before]);
        let goes_on = before.is_some_and(|before| before.block == turn.block) || follows(at);
        asked = goes_on && (asked || before.is_some_and(|before| before.asks));
        let interview = || {
            let exchanged = |next: usize, asks: bool| {
                turns.get(next).is_some_and(|turn| turn.lone && turn.asks == asks && follows(next))
            };
            !asked && turn.lone && turn.asks && exchanged(at + 1, false) && exchanged(at + 2, true)
        };
        if !(turn.lone && follows(at)) {
            answers = None;
        }
        if interview() {
            let quote = &mut quotes[turn.quote].quote;
            let told = quote.speaker.take();
            answers = Some(named_before(reading, about, quote.start).or(told));
        } else if let Some(who) = &answers {
            quotes[turn.quote].quote.speaker = who.clone().filter(|_| !turn.asks);
        } else if turn.lone && follows(at) {
            let replies = before.is_some_and(|before| before.asks || before.lone && asked);
            if replies || turn.asks && asked {
                let partner = before.and_then(|before| partner(reading, quotes, before.quote, turn.quote));
                quotes[turn.quote].quote.speaker = partner.cloned();
            }
        }
    }
}

/// Who speaks beside whom the quotation before is of, in the paragraphs before.
fn partner<'a>(reading: &Reading, quotes: &'a [Attributed], before: usize, at: usize) -> Option<&'a Speaker> {
    let here = quotes[at].quote.start;
    let last = quotes[before].quote.speaker.as_ref()?;
    let same = |other: &Speaker| match (last.entity, other.entity) {
        (None, None) => last.text == other.text,
        (one, other) => one == other,
    };
    let near = quotes[..at].iter().rev().take(FEW).filter(|known| known.quote.kind == QuoteKind::Direct);
    let near = near.take_while(|known| breaks(reading, known.quote.end, here) < FEW);
    near.filter_map(|known| known.quote.speaker.as_ref()).find(|other| !same(other))
}

/// "A man in a hat said it was late. “We wait,” he said": the quotation has the words for him.
pub(super) fn name_strangers(reading: &Reading, unnamed: &[(u32, Span)], quotes: &mut [Attributed]) {
    for speaker in quotes.iter_mut().filter_map(|known| known.quote.speaker.as_mut()) {
        if let Ok(found) = unnamed.binary_search_by_key(&speaker.start, |(start, _)| *start) {
            let words = unnamed[found].1;
            *speaker =
                Speaker { start: words.start, end: words.end, text: words.of(&reading.text).to_string(), ..*speaker };
        }
    }
}

/// Adds what is quoted within quotations, where the words say who said it: the reports from `first` on.
/// "I" is who is quoted, on whose word the claim is.
pub(super) fn add_nested(
    reading: &Reading,
    stretches: &[Stretch],
    reports: &mut [Report],
    first: usize,
    quotes: &mut Vec<Attributed>,
) {
    let mut outer = quotes.iter().filter(|quote| quote.quote.kind == QuoteKind::Direct).peekable();
    let mut speaker: Option<&Quote> = None;
    for report in &mut reports[first..] {
        while let Some(next) = outer.next_if(|outer| outer.quote.start <= report.content[0].start) {
            speaker = Some(&next.quote);
        }
        let quoted = speaker.filter(|outer| report.content[0].start < outer.end);
        let Some(quoted) = quoted.and_then(|outer| outer.speaker.as_ref()) else { continue };
        if let Some(source) = &mut report.source
            && source.text == "I"
        {
            source.entity = quoted.entity;
        }
        report.via.push(quoted.clone());
    }
    let assembled = assemble(reading, stretches, &reports[first..], &[]);
    let said = assembled.into_iter().filter_map(|quote| {
        let said = quote.quote.kind != QuoteKind::Indirect && !quote.is_piece && quote.quote.cue.is_some();
        // Marks within a name tell that the reader paired others than the writer.
        let named = quote.quote.speaker.as_ref().is_some_and(|speaker| !speaker.text.contains(['"', '“', '”']));
        let report = quote.report.filter(|report| said && named && !reports[first + report].is_thought())?;
        Some(Attributed { report: Some(first + report), ..quote })
    });
    quotes.extend(said);
    sort(quotes);
}

/// The words that the speaker used in a clause that is told in other words.
fn pieces(
    reading: &Reading,
    stretches: &[Stretch],
    told: impl Iterator<Item = usize>,
    report: &Report,
    clause: &Quote,
) -> impl Iterator<Item = Quote> {
    let says = clause.kind == QuoteKind::Mixed && report.source.is_some() && !report.is_thought();
    let stretches = told.filter(move |_| says).map(|stretch| &stretches[stretch]);
    let pieces = stretches.filter(|stretch| is_piece(&reading.text, stretch));
    pieces.map(|stretch| {
        // The cue is the clause's, which is listed as well.
        let speaker = clause.speaker.clone();
        quote(reading, stretch.outer, QuoteKind::Fragment, vec![stretch.inner], speaker, None)
    })
}

/// Whether a few words stand between the marks that are no name, no title and not only spoken of.
fn is_piece(text: &str, stretch: &Stretch) -> bool {
    is_short(text, stretch) && !is_mentioned(text, stretch)
}

/// `the term “duck”`, `known as “The Duck”`: whether the words are only spoken of.
fn is_mentioned(text: &str, stretch: &Stretch) -> bool {
    let before = text[..stretch.outer.start as usize].trim_end();
    let mut before = before.rsplit(|c: char| !c.is_alphabetic()).skip_while(|word| matches!(*word, "a" | "an" | "the"));
    match before.next() {
        Some("as") => matches!(before.next(), Some("known" | "to")),
        word => word.is_some_and(|word| MENTIONS.contains(&word)),
    }
}

fn is_short(text: &str, stretch: &Stretch) -> bool {
    let inner = stretch.inner.of(text).trim_start_matches(|c: char| !c.is_alphanumeric());
    let words = inner.split_whitespace().take(SPEECH).count();
    words < SPEECH && inner.starts_with(|first: char| !first.is_uppercase())
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

/// The report with the fewest words around each stretch.
fn tellers(stretches: &[Stretch], reports: &[Report]) -> Vec<Option<usize>> {
    let around = |report: &Report| report.content.iter().map(|part| part.len()).sum::<u32>();
    let mut tellers = vec![None; stretches.len()];
    for (index, report) in reports.iter().enumerate() {
        for stretch in report.stretches.clone() {
            let known = tellers[stretch].get_or_insert(index);
            if around(report) < around(&reports[*known]) {
                *known = index;
            }
        }
    }
    tellers
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
    // "called the plan “another duck”": the words that it is called.
    let demands = report.stance == Some(Stance::Demands);
    let named = !demands && report.cue.and_then(|(_, lemma)| cues::look_up(lemma)).is_some_and(|cue| cue.takes('a'));
    let called = &stretches[report.stretches.clone()];
    let few = |stretch: &Stretch| stretch.inner.of(&reading.text).split_whitespace().take(SPEECH).count() < SPEECH;
    // "was accused by the union of “greed”", "was dismissed by Mota as “a joke”".
    let joined = |stretch: &Stretch| {
        let before = reading.text[..stretch.outer.start as usize].trim_end();
        before.ends_with(" as") || before.ends_with(" of")
    };
    let named = named || report.is_direct && report.cue.is_some() && called.first().is_some_and(joined);
    let fragment = named && !called.is_empty() && called.iter().all(few);
    if fragment {
        content = called.iter().map(|stretch| stretch.inner).collect();
        span = Span { start: called[0].outer.start, end: called[called.len() - 1].outer.end };
    }
    // "announced a show called “Old Harbour”": nobody's words.
    let spoken =
        |stretch: &Stretch| !is_mentioned(&reading.text, stretch) && !is_title(stretch.inner.of(&reading.text));
    let kind = match report.is_direct {
        _ if report.is_turn => QuoteKind::Direct,
        _ if fragment => QuoteKind::Fragment,
        true => QuoteKind::Direct,
        false if called.iter().any(spoken) => QuoteKind::Mixed,
        false => QuoteKind::Indirect,
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
    speaker: impl FnOnce() -> Option<Speaker>,
) -> Option<Quote> {
    let stretch = &stretches[index];
    let inner = stretch.inner.of(&reading.text).trim();
    let whole = inner.starts_with(char::is_uppercase) && inner.ends_with(['.', '!', '?', '…']) && {
        let before = reading.text[..stretch.outer.start as usize].trim_end_matches([' ', '\u{a0}']);
        before.is_empty() || before.ends_with(['.', '!', '?', '…', '\n', '\r', '”', '"', '’', '»', ':'])
    };
    let before = reading.text[..stretch.outer.start as usize].trim_end();
    if is_mentioned(&reading.text, stretch)
        || before.ends_with(" as")
        || !whole && (inner.split_whitespace().take(SPEECH).count() < SPEECH || is_title(inner))
    {
        return None;
    }
    let start = stretch.outer.start;
    let mut content = vec![stretch.inner];
    let mut end = stretch.outer.end;
    for next in stretches[index + 1..].iter().take_while(|next| next.continues) {
        content.push(next.inner);
        end = next.outer.end;
    }
    Some(quote(reading, Span { start, end }, QuoteKind::Direct, content, speaker(), None))
}

/// "Mota revealed that a strike is near. “...”": who reports in the sentence right before the quotation.
fn told_before<'a>(reading: &Reading, reports: &'a [Report], start: u32) -> Option<&'a Speaker> {
    let before = &reports[..reports.partition_point(|report| report.sentence.end <= start)];
    let sentence = before.last()?.sentence;
    let first = before.iter().rposition(|report| report.sentence != sentence).map_or(0, |other| other + 1);
    let report = reports::outermost_last(&before[first..])?;
    let adjoins = reading.text[sentence.end as usize..start as usize].trim_start().is_empty();
    report.source.as_ref().filter(|_| adjoins && !report.is_thought() && !report.is_turn && !is_author(report))
}

/// The last report before a paragraph that begins with a quotation.
fn last_told(reading: &Reading, reports: &[Report], start: u32) -> Option<usize> {
    let block = reading.blocks.partition_point(|block| block.end <= start);
    let begins = reading.blocks.get(block).is_some_and(|block| block.start == start);
    let end = reports.partition_point(|report| report.sentence.end <= start);
    let told =
        |report: &Report| report.source.is_some() && !report.is_thought() && !report.is_turn && !is_author(report);
    let first = end.saturating_sub(FEW);
    reports[first..end].iter().rposition(told).map(|last| first + last).filter(|_| begins)
}

/// "When I told her, ...": what the article's author says.
fn is_author(report: &Report) -> bool {
    report.source.as_ref().is_some_and(|source| source.entity.is_none() && matches!(&*source.text, "I" | "we" | "We"))
}

/// "Ana Mota, a nurse, had come by train. “...”": whom the sentence right before the quotation is about, in a
/// paragraph that reports nothing before.
fn introduced(reading: &Reading, reports: &[Report], about: &[About], start: u32) -> Option<Speaker> {
    let sentence = about[..about.partition_point(|about| about.sentence.end <= start)].last()?.sentence;
    let block = &reading.blocks[reading.blocks.partition_point(|block| block.end <= sentence.start)];
    let reports = &reports[..reports.partition_point(|report| report.sentence.end <= start)];
    let reported = reports.iter().rev().take(FEW).find(|report| !is_author(report));
    let first = reported.is_none_or(|report| report.sentence.start < block.start);
    if first { named_before(reading, about, start) } else { None }
}

/// Whom the sentence right before the place is about.
fn named_before(reading: &Reading, about: &[About], start: u32) -> Option<Speaker> {
    let About { sentence, words, entity } =
        about[..about.partition_point(|about| about.sentence.end <= start)].last()?;
    let between = reading.text[sentence.end as usize..start as usize].trim_start();
    let text = words.of(&reading.text).to_string();
    between.is_empty().then_some(Speaker { start: words.start, end: words.end, text, entity: *entity })
}

/// A quotation in the headline that names nobody is of who says the same words in the article.
fn attribute_headline(reading: &Reading, stretches: &[Stretch], quotes: &mut Vec<Attributed>) {
    let headline = reading.blocks.iter().find(|block| block.kind == BlockKind::Headline);
    let end = headline.map_or(0, |headline| headline.end);
    let words = |span: Span| span.of(&reading.text).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    for stretch in stretches.iter().take(FEW).take_while(|stretch| stretch.outer.end <= end) {
        let said = words(stretch.inner);
        let again = |known: &&Attributed| {
            known.quote.start >= end
                && known.quote.kind != QuoteKind::Indirect
                && known.quote.content.iter().any(|part| words(*part).contains(&said))
        };
        let speaker = quotes.iter().filter(|_| !said.is_empty()).find(again);
        let Some(speaker) = speaker.and_then(|known| known.quote.speaker.clone()) else { continue };
        let mut here = quotes.iter_mut().take_while(|known| known.quote.start < stretch.outer.end);
        let known = here.find(|known| known.quote.speaker.is_some() && stretch.outer.end <= known.quote.end);
        if let Some(Attributed { quote: Quote { start, end, speaker: Some(known), .. }, .. }) = known {
            // "CEO says “no excuses”": named by the article. Not "Firm rejects “wreck” claim", who did not say it.
            if (*start, *end) == (stretch.outer.start, stretch.outer.end) {
                known.entity = known.entity.or(speaker.entity);
            }
            continue;
        }
        let kind = if is_short(&reading.text, stretch) { QuoteKind::Fragment } else { QuoteKind::Direct };
        let quote = quote(reading, stretch.outer, kind, vec![stretch.inner], Some(speaker), None);
        quotes.retain(|known| known.report.is_some() || known.quote.start != stretch.outer.start);
        quotes.push(Attributed { quote, report: None, is_piece: false });
        sort(quotes);
    }
}

/// How many paragraphs end between the two places, as far as it matters.
fn breaks(reading: &Reading, from: u32, to: u32) -> usize {
    let first = reading.blocks.partition_point(|block| block.end <= from);
    reading.blocks[first..].iter().take(FEW).take_while(|block| block.end <= to).count()
}
