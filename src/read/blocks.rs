//! Passages become blocks: each gets its kind, and what is glued together is split.
//!
//! Evidence: the first words of a passage, its last ones, its length and its place: a headline
//! stands before the text, a subheading between paragraphs, an agency's name behind the last one.

use super::calendar::{self, Date};
use super::layout::{self, Passage, ends_sentence};
use super::scan::{Scan, tail};
use super::{byline, dateline, embedded, openings, tails};
use crate::article::{Block, BlockKind, Dateline, Metadata};
use crate::text::Span;

/// Datelines and bylines are looked for in this many passages.
const LEAD: usize = 12;

/// The lines under a headline are looked for in this many passages.
const DECK: usize = 5;

/// Agencies' names and desks' credits are looked for in this many passages.
const END: usize = 8;

/// The longest line that only names an agency, in bytes.
const AGENCY_LINE: usize = 60;

/// The longest headline, in characters.
const HEADLINE: usize = 220;

/// The longest subheading between paragraphs, in characters and in words.
const SUBHEADING: usize = 90;
const SUBHEADING_WORDS: usize = 14;

/// The blocks and what they say of the article.
pub(super) struct Parts {
    pub blocks: Vec<Block>,
    pub metadata: Metadata,
}

/// Gives every passage its kind.
pub(super) fn sort(text: &str, passages: &[Passage]) -> Parts {
    let parts = Parts { blocks: Vec::with_capacity(passages.len() + 8), metadata: Metadata::default() };
    let titled = passages.iter().any(|passage| passage.given == Some(BlockKind::Headline));
    let close = passages.iter().rposition(|passage| passage.given.is_none()).unwrap_or(0);
    let mut sorter = Sorter { text, passages, parts, titled, close, headline: None, body: false };
    for index in 0..passages.len() {
        sorter.passage(index);
    }
    sorter.parts
}

struct Sorter<'a> {
    text: &'a str,
    passages: &'a [Passage],
    parts: Parts,
    /// Whether the markup tells the headline.
    titled: bool,
    /// The index of the last passage whose kind is open.
    close: usize,
    /// The index of the headline's block.
    headline: Option<u32>,
    /// Whether running text has begun.
    body: bool,
}

impl<'a> Sorter<'a> {
    fn passage(&mut self, index: usize) {
        let Passage { span, rows, given, .. } = self.passages[index];
        let words = span.of(self.text);
        if let Some(kind) = given.filter(|kind| !self.is_belied(*kind, words)) {
            self.given(span, kind);
        } else if rows {
            self.push(span, BlockKind::Table);
        } else if let Some(kind) = self.kind_of_opening(words) {
            self.push(span, kind);
        } else if self.parts.metadata.dateline.is_none()
            && index < LEAD
            && let Some(found) = dateline::find(words)
            && (!found.weak || self.may_be_weak(index))
        {
            self.dateline(index, found);
        } else if self.is_of_the_lead(index) || self.is_of_the_body(index) {
            // Pushed by the question.
        } else {
            self.paragraph(index, span);
        }
    }

    /// Whether the words show that they are not what the markup says: some pages call the first words of the text a
    /// byline, or put the credits among the links to other articles.
    fn is_belied(&self, kind: BlockKind, words: &str) -> bool {
        match kind {
            BlockKind::Byline => {
                self.parts.metadata.dateline.is_none() && dateline::find(words).is_some_and(|found| !found.weak)
            }
            BlockKind::Teaser => words.starts_with('(') && tails::find(words).is_some_and(|tail| tail.start == 0),
            _ => false,
        }
    }

    /// Whether an unknown name before a colon may be a dateline here: right behind the headline, and
    /// in no row of such names, which an interview or a round-up is.
    fn may_be_weak(&self, index: usize) -> bool {
        let following = self.passages[index + 1..].iter().take(LEAD).map(|passage| passage.span.of(self.text));
        let mut labels = following.filter_map(|words| words.split_once(':')).map(|(label, _)| label);
        let labelled = labels.any(|label| label.len() > 1 && label.len() < 40 && !label.contains(char::is_lowercase));
        self.headline.is_some() && !self.body && !labelled
    }

    /// Pushes a passage of which the markup tells the kind. What the words say goes further.
    fn given(&mut self, span: Span, kind: BlockKind) {
        let words = span.of(self.text);
        let is_heading = matches!(kind, BlockKind::Headline | BlockKind::Subheading);
        if let Some(first) = self.headline.filter(|first| is_heading && self.repeats(*first, words)) {
            self.repeat(span, first);
        } else if kind == BlockKind::Headline && self.headline.is_none() {
            // What stands above it is no running text yet.
            self.body = false;
            self.head(span);
        } else if kind == BlockKind::Byline {
            if !self.is_date(span) {
                let byline = byline::read(words).or_else(|| byline::bare(words));
                self.sign(span, byline.unwrap_or_default());
            }
        } else {
            let kind = if kind == BlockKind::Headline { BlockKind::Subheading } else { kind };
            let is_open = matches!(kind, BlockKind::Subheading | BlockKind::ListItem);
            let opening = self.kind_of_opening(words).filter(|_| is_open);
            self.push(span, opening.unwrap_or(kind));
        }
    }

    /// The kind that the first words of a passage give away. Where a headline is still to come, a
    /// teaser's words are the headline's.
    fn kind_of_opening(&self, words: &str) -> Option<BlockKind> {
        let kind = openings::kind(words).or_else(|| openings::is_glued_section(words).then_some(BlockKind::Teaser));
        kind.filter(|kind| *kind != BlockKind::Teaser || !self.awaits_headline()).filter(|_| !is_slug(words))
    }

    fn awaits_headline(&self) -> bool {
        self.headline.is_none() && !self.body && self.parts.metadata.dateline.is_none()
    }

    /// Pushes a passage that stands before the running text: a headline, a line under it, a
    /// byline, the day.
    fn is_of_the_lead(&mut self, index: usize) -> bool {
        let Passage { span, .. } = self.passages[index];
        let words = span.of(self.text);
        if index >= LEAD {
            return false;
        }
        if let Some(byline) = self.byline(index, words) {
            return self.sign(span, byline);
        }
        if self.body {
            return false;
        }
        if self.is_date(span) {
            return true;
        }
        let is_below_byline = self.parts.blocks.last().is_some_and(|block| block.kind == BlockKind::Byline);
        if is_below_byline && byline::is_office_line(words) {
            return self.push(span, BlockKind::Byline);
        }
        if let Some(first) = self.headline.filter(|first| self.repeats(*first, words)) {
            return self.repeat(span, first);
        }
        let heads = looks_like_headline(words) || self.stands_over_dateline(index);
        if !heads || is_photo_credit(words) || layout::bullet(words).is_some() || index + 1 == self.passages.len() {
            return false;
        }
        if self.headline.is_some() {
            return index <= DECK && self.push(span, BlockKind::Subheading);
        }
        !self.titled && self.parts.metadata.dateline.is_none() && self.head(span)
    }

    /// Pushes the headline.
    fn head(&mut self, span: Span) -> bool {
        self.headline = Some(self.parts.blocks.len() as u32);
        self.parts.metadata.headline = Some(span.of(self.text).split_whitespace().collect::<Vec<_>>().join(" "));
        self.push(span, BlockKind::Headline)
    }

    /// Pushes the headline where it is printed again.
    fn repeat(&mut self, span: Span, first: u32) -> bool {
        self.parts.blocks.push(Block {
            start: span.start,
            end: span.end,
            kind: BlockKind::Headline,
            repeats: Some(first),
            path: None,
        });
        true
    }

    /// Pushes a byline.
    fn sign(&mut self, span: Span, byline: byline::Byline) -> bool {
        self.parts.metadata.authors.extend(byline.authors);
        self.name_agency(byline.agency);
        self.push(span, BlockKind::Byline)
    }

    /// Pushes a line that only says when the article was published, if it is one.
    fn is_date(&mut self, span: Span) -> bool {
        publication_date(span.of(self.text)).is_some_and(|date| {
            self.parts.metadata.published = self.parts.metadata.published.take().or(Some(date.iso()));
            self.push(span, BlockKind::Dateline)
        })
    }

    /// Whether the first passage is short and a dateline has the next line or the one below to
    /// itself. Some wires end their headlines with a stop.
    fn stands_over_dateline(&self, index: usize) -> bool {
        let words = self.passages[index].span.of(self.text);
        let below = self.passages.iter().skip(1).take(2).map(|passage| passage.span.of(self.text));
        let mut alone = below.map(|words| dateline::find(words).is_some_and(|found| found.end == words.len()));
        index == 0 && words.chars().count() <= HEADLINE && alone.any(|alone| alone)
    }

    /// Reads a byline; a bare name is one between the headline and the dateline.
    fn byline(&self, index: usize, words: &str) -> Option<byline::Byline> {
        let read = byline::read(words).or_else(|| byline::barred(words).filter(|_| !self.body));
        read.or_else(|| {
            let next = self.passages.get(index + 1)?.span.of(self.text);
            let between = self.headline.is_some() && !self.body && self.parts.metadata.dateline.is_none();
            let told = || dateline::find(next).is_some() || byline::is_office_line(next);
            between.then(|| byline::bare(words))?.filter(|_| told())
        })
    }

    fn repeats(&self, headline: u32, words: &str) -> bool {
        let first = &self.parts.blocks[headline as usize];
        let first = &self.text[first.start as usize..first.end as usize];
        first.split_whitespace().eq(words.split_whitespace())
    }

    /// Pushes a passage of the text that is no paragraph.
    fn is_of_the_body(&mut self, index: usize) -> bool {
        let Passage { span, .. } = self.passages[index];
        let words = span.of(self.text);
        if is_photo_credit(words) {
            return self.push(span, BlockKind::Caption);
        }
        if (words.len() <= AGENCY_LINE || words.starts_with(['(', '[']))
            && let Some(tail) = tails::find(words)
            && tail.start == 0
        {
            self.name_agency(tail.agency);
            return self.push(span, BlockKind::Credit);
        }
        if layout::bullet(words).is_some() || self.is_numbered(index, words) {
            return self.push(span, BlockKind::ListItem);
        }
        if self.body && (is_clock(words) || self.is_subheading(index, words)) {
            return self.push(span, BlockKind::Subheading);
        }
        false
    }

    /// Whether a passage is one of several with rising numbers.
    fn is_numbered(&self, index: usize, words: &str) -> bool {
        let Some(number) = layout::number(words) else { return false };
        let number_of =
            |index: usize| self.passages.get(index).and_then(|other| layout::number(other.span.of(self.text)));
        number_of(index + 1) == Some(number + 1) || index > 0 && number_of(index - 1) == Some(number.wrapping_sub(1))
    }

    /// Whether a passage is a heading between paragraphs: short, without a stop, before a longer
    /// one.
    fn is_subheading(&self, index: usize, words: &str) -> bool {
        let Some(next) = self.passages.get(index + 1).filter(|next| !next.rows) else { return false };
        let next = next.span.of(self.text);
        words.len() < next.len()
            && words.len() <= SUBHEADING * 2
            && words.chars().count() <= SUBHEADING
            && words.split_whitespace().count() <= SUBHEADING_WORDS
            && words.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
            && !ends_sentence(words)
            && !words.contains("://")
            && !words.ends_with([':', ',', ';', '—', '–', '-'])
            && ends_sentence(next)
    }

    /// Pushes a passage that starts with a dateline.
    fn dateline(&mut self, index: usize, found: dateline::Found) {
        let span = self.passages[index].span;
        let end = span.start + found.end as u32;
        self.push(Span { start: span.start, end }, BlockKind::Dateline);
        self.parts.metadata.authors.extend(found.author);
        if found.agency.is_some() {
            self.parts.metadata.agency.clone_from(&found.agency);
        }
        let date = found.date.map(Date::iso);
        let dateline = Dateline { start: span.start, end, places: found.places, date, agency: found.agency };
        self.parts.metadata.dateline = Some(dateline);
        self.paragraph(index, Span { start: end, end: span.end }.trim(self.text));
    }

    /// Pushes running text, split from the post, the teaser and the credits that are glued to it.
    fn paragraph(&mut self, index: usize, mut span: Span) {
        while let Some(end) = embedded::end(span.of(self.text)) {
            let post = Span { end: span.start + end as u32, ..span };
            self.push(post, BlockKind::Blockquote);
            span = Span { start: post.end, ..span }.trim(self.text);
        }
        let mut glued = None;
        if let Some(at) = openings::glued_teaser(span.of(self.text)) {
            glued = Some((self.split(&mut span, at), BlockKind::Teaser));
        }
        let mut credits = Vec::new();
        while index + END > self.close
            && credits.len() < END
            && let Some(tail) = tails::find(span.of(self.text))
        {
            self.name_agency(tail.agency);
            credits.push((self.split(&mut span, tail.start), BlockKind::Credit));
        }
        self.body |= !span.is_empty();
        self.push(span, BlockKind::Paragraph);
        for (part, kind) in credits.into_iter().rev().chain(glued) {
            self.push(part, kind);
        }
    }

    /// Cuts off what starts at an offset within the span.
    fn split(&self, span: &mut Span, at: usize) -> Span {
        let cut = span.start + at as u32;
        let rest = Span { start: cut, ..*span };
        *span = Span { end: cut, ..*span }.trim(self.text);
        rest
    }

    fn name_agency(&mut self, agency: Option<&str>) {
        if self.parts.metadata.agency.is_none() {
            self.parts.metadata.agency = agency.map(str::to_string);
        }
    }

    /// Pushes a block, unless it would be empty.
    fn push(&mut self, span: Span, kind: BlockKind) -> bool {
        if !span.is_empty() {
            self.parts.blocks.push(Block { start: span.start, end: span.end, kind, repeats: None, path: None });
        }
        true
    }
}

/// Whether the words may be a headline: short, and without the stop that ends a sentence.
fn looks_like_headline(words: &str) -> bool {
    let abbreviated = words.rsplit(' ').next().is_some_and(|last| last.trim_end_matches('.').contains('.'));
    let stopped = words.trim_end_matches(['"', '”', '»', '’', '\'', ')']).ends_with(['.', ':', ',', ';', '。']);
    words.len() <= HEADLINE * 4
        && words.chars().count() <= HEADLINE
        && words.contains(char::is_alphanumeric)
        && (!stopped || abbreviated && words.ends_with('.'))
}

/// Whether the words are a headline behind a slug: "UPDATE 2-Tin rises".
fn is_slug(words: &str) -> bool {
    let rest = words.strip_prefix("UPDATE ").or_else(|| words.strip_prefix("WRAPUP "));
    rest.is_some_and(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0 && rest[digits..].strip_prefix('-').is_some_and(|title| title.starts_with(char::is_alphanumeric))
    })
}

/// Reads a line that only says when the article was published.
fn publication_date(words: &str) -> Option<Date> {
    const LABELS: [&str; 16] = [
        "published on",
        "published",
        "last updated",
        "updated",
        "posted on",
        "posted",
        "date",
        "publicado el",
        "publicado",
        "actualizado",
        "veröffentlicht am",
        "veröffentlicht",
        "stand",
        "опубликовано",
        "дата",
        "publié le",
    ];
    if words.len() > 80 || !words.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let lower = words.to_lowercase();
    let label =
        LABELS.iter().find(|label| lower.starts_with(**label)).filter(|label| words.is_char_boundary(label.len()));
    let mut scan = Scan { text: words, at: label.map_or(0, |label| label.len()) };
    scan.take_while(|c| c.is_whitespace() || c == ':');
    let date = calendar::date(&mut scan).filter(|date| date.year.is_some())?;
    // A time of the day may follow, and no more.
    let words_left = scan.rest().split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).count();
    (words_left <= 4 && !ends_sentence(scan.rest().trim_end_matches("m."))).then_some(date)
}

/// Whether the words are a time of the day alone, as it heads the entries of a live report.
fn is_clock(words: &str) -> bool {
    if words.len() > 24 || !words.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    (1..=4).contains(&digits)
        && letters <= 6
        && words.contains([':', 'm', 'h', 'U'])
        && words.chars().all(|c| c.is_alphanumeric() || matches!(c, ':' | '.' | ' '))
}

/// Whether a passage ends in the credit of a picture.
fn is_photo_credit(words: &str) -> bool {
    const CREDITS: [&str; 15] = [
        "(Image:",
        "(AP Photo",
        "[AP Photo",
        "AP Photo/",
        "Getty Images",
        "REUTERS/",
        "/REUTERS",
        "/AFP",
        "AFP/",
        "(Photo by",
        "(Photo:",
        "[Photo",
        "(Foto:",
        "/dpa",
        "EPA-EFE/",
    ];
    const LONGEST: usize = 500;
    if words.len() > LONGEST || words.ends_with(['.', '"', '”', '»', '?', '!']) {
        return false;
    }
    let end = tail(words, 70);
    // Every credit has one of these, and few lines do.
    let may = end.bytes().any(|byte| matches!(byte, b'(' | b'[' | b'/' | b'G'));
    may && CREDITS.iter().any(|credit| end.contains(credit))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the kinds and words of the blocks of a text.
    #[track_caller]
    fn check(text: &str, expected: &[(BlockKind, &str)]) -> Metadata {
        let parts = sort(text, &layout::passages(text));
        let found: Vec<_> =
            parts.blocks.iter().map(|block| (block.kind, &text[block.start as usize..block.end as usize])).collect();
        assert_eq!(found, expected);
        parts.metadata
    }

    use BlockKind::*;

    const SENTENCE: (BlockKind, &str) = (Paragraph, "A ferry sank off the old pier on Monday.");

    #[test]
    fn a_headline_stands_over_text() {
        check("A ferry sank off the old pier on Monday.", &[SENTENCE]);
        check("A ferry sank off the old pier on Monday", &[(Paragraph, "A ferry sank off the old pier on Monday")]);
        check(
            "A ferry sank off the old pier on Monday.\n\nNobody was hurt.",
            &[SENTENCE, (Paragraph, "Nobody was hurt.")],
        );
        let metadata =
            check("Ferry sinks\nA ferry sank off the old pier on Monday.", &[(Headline, "Ferry sinks"), SENTENCE]);
        assert_eq!(metadata.headline.as_deref(), Some("Ferry sinks"));
        check(
            "Read more books, ministers say\n\nA ferry sank off the old pier on Monday.",
            &[(Headline, "Read more books, ministers say"), SENTENCE],
        );
        check(
            "Pier to be mended in the U.S.\n\nA ferry sank off the old pier on Monday.",
            &[(Headline, "Pier to be mended in the U.S."), SENTENCE],
        );
        check(
            "UPDATE 1-Tin falls\nA ferry sank off the old pier on Monday.",
            &[(Headline, "UPDATE 1-Tin falls"), SENTENCE],
        );
    }

    #[test]
    fn a_headline_printed_twice() {
        let text = "Ferry sinks\n\nFerry  sinks\n\nA ferry sank.";
        let parts = sort(text, &layout::passages(text));
        assert_eq!(parts.blocks.iter().map(|block| block.repeats).collect::<Vec<_>>(), [None, Some(0), None]);
        assert_eq!(parts.blocks[1].kind, Headline);
    }

    #[test]
    fn the_office_on_a_line_below_the_name() {
        for name in ["By Ana Mota", "Ana Mota"] {
            let text =
                format!("Ferry sinks\n\n{name}\nHarbour Correspondent\n\nA ferry sank off the old pier on Monday.");
            let lines = [(Headline, "Ferry sinks"), (Byline, name), (Byline, "Harbour Correspondent"), SENTENCE];
            assert_eq!(check(&text, &lines).authors, ["Ana Mota"]);
        }
    }

    #[test]
    fn lines_under_the_headline() {
        let text = "Ferry sinks\nNobody hurt, owner says\nBy Ana Mota, Reuters\n(Adds owner)\nA ferry sank off the old pier on Monday.";
        let blocks = [
            (Headline, "Ferry sinks"),
            (Subheading, "Nobody hurt, owner says"),
            (Byline, "By Ana Mota, Reuters"),
            (Correction, "(Adds owner)"),
            SENTENCE,
        ];
        let metadata = check(text, &blocks);
        assert_eq!((metadata.authors, metadata.agency.as_deref()), (vec!["Ana Mota".to_string()], Some("Reuters")));
    }

    #[test]
    fn a_dateline_is_split_from_its_paragraph() {
        let text = "© AFP / Ana Mota\nFerry sinks\nOSLO, March 3 (AFP) - A ferry sank off the old pier on Monday.";
        let metadata = check(
            text,
            &[(Caption, "© AFP / Ana Mota"), (Headline, "Ferry sinks"), (Dateline, "OSLO, March 3 (AFP) -"), SENTENCE],
        );
        assert_eq!(metadata.agency.as_deref(), Some("AFP"));
        let own = "Ferry sinks\nAna Mota\nOSLO 1996-11-30\nA ferry sank off the old pier on Monday.";
        let metadata =
            check(own, &[(Headline, "Ferry sinks"), (Byline, "Ana Mota"), (Dateline, "OSLO 1996-11-30"), SENTENCE]);
        assert_eq!(metadata.authors, ["Ana Mota"]);
    }

    #[test]
    fn an_unknown_name_before_a_colon_needs_a_headline_and_no_equals() {
        let story =
            "BHAGALPUR: The harbour of the old town was closed on Monday after a storm had torn two ferries loose.";
        let dateline =
            |text: &str| sort(text, &layout::passages(text)).metadata.dateline.map(|dateline| dateline.places);
        assert_eq!(dateline(&format!("Ferry sinks\n{story}")), Some(vec!["BHAGALPUR".to_string()]));
        assert_eq!(dateline(story), None);
        assert_eq!(dateline(&format!("Ferry sinks\n{story}\nMOTA: I was there.")), None);
    }

    #[test]
    fn what_is_glued_to_a_paragraph() {
        let sentence = SENTENCE.1;
        check(&format!("{sentence} - Reuters"), &[SENTENCE, (Credit, "- Reuters")]);
        check(
            &format!("{sentence} (Reporting by Ana Mota) (Yonhap)"),
            &[SENTENCE, (Credit, "(Reporting by Ana Mota)"), (Credit, "(Yonhap)")],
        );
        check(&format!("{sentence}Also read:Ferry back"), &[SENTENCE, (Teaser, "Also read:Ferry back")]);
        let post = "Wind. pic.twitter.com/b2— Ana Mota (@anamota) May 3, 2019";
        check(&format!("{post}{sentence}"), &[(Blockquote, post), SENTENCE]);
    }

    #[test]
    fn parts_of_the_text() {
        let text = "A ferry sank off the old pier on Monday.\nRescue at night\nBoats came from every village of the coast.\n\
                    * one\n* two\n1. three\n2. four\nThe 1. four\n11:20 GMT\nA ferry sank off the old pier on Monday.\n\
                    The pier. (AP Photo/Ana Mota)\n-- AFP";
        check(
            text,
            &[
                SENTENCE,
                (Subheading, "Rescue at night"),
                (Paragraph, "Boats came from every village of the coast."),
                (ListItem, "* one"),
                (ListItem, "* two"),
                (ListItem, "1. three"),
                (ListItem, "2. four"),
                (Paragraph, "The 1. four"),
                (Subheading, "11:20 GMT"),
                SENTENCE,
                (Caption, "The pier. (AP Photo/Ana Mota)"),
                (Credit, "-- AFP"),
            ],
        );
    }

    #[test]
    fn the_day_of_publication() {
        for (line, date) in [
            ("Published: 28 Jan 2019", Some("2019-01-28")),
            ("Monday, January 28, 2019", Some("2019-01-28")),
            ("Last updated 28 January 2019, 10:15 a.m. EST", Some("2019-01-28")),
            ("28.01.2019 10:15", Some("2019-01-28")),
            ("January 28, 2019 was the day when the ferry sank off the pier", None),
            ("January 28", None),
            ("", None),
        ] {
            assert_eq!(publication_date(line).map(Date::iso).as_deref(), date, "{line}");
        }
    }
}
