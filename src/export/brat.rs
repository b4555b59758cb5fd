//! brat standoff: the `.ann` file beside the article's text as `.txt`. Offsets count code points.
//!
//! After <https://brat.nlplab.org/standoff.html>: `T` for each mention, quotation and claim, and for
//! each speaker and source that is no mention; `R` for who says and who claims what; `A` for the kind
//! of a quotation and the stance of a claim; `N` for Wikidata; `*` for the mentions of one entity.
//! A span that runs over lines is in pieces, a line each.

use std::collections::HashMap;

use super::source::{Source, variant, wikidata_uri};
use super::words::type_name;
use crate::article::Speaker;
use crate::options::OffsetUnit;
use crate::text::OffsetMap;

pub(super) fn export(source: &Source) -> String {
    let mut file = File::new(source);
    file.mentions();
    file.speech();
    file.relations();
    file.lines
}

struct File<'s, 'a> {
    source: &'s Source<'a>,
    offsets: OffsetMap<'a>,
    lines: String,
    /// The last number of each kind of line.
    spans: usize,
    relations: usize,
    attributes: usize,
    references: usize,
    /// The number of each span that is no quotation and no claim.
    known: HashMap<(u32, u32), usize>,
    quotes: Vec<usize>,
    claims: Vec<usize>,
}

impl<'s, 'a> File<'s, 'a> {
    fn new(source: &'s Source<'a>) -> Self {
        File {
            source,
            offsets: source.offsets(OffsetUnit::CodePoint),
            lines: String::new(),
            spans: 0,
            relations: 0,
            attributes: 0,
            references: 0,
            known: HashMap::new(),
            quotes: Vec::new(),
            claims: Vec::new(),
        }
    }

    fn mentions(&mut self) {
        for mention in &self.source.article.mentions {
            let number = self.span(&type_name(mention.kind.as_str()), mention.start, mention.end);
            self.known.insert((mention.start, mention.end), number);
            let entity = self.source.entity(mention.entity);
            if let Some((entity, id)) =
                entity.and_then(|entity| wikidata_uri(entity).and(Some((entity, entity.wikidata.as_deref()?))))
            {
                self.references += 1;
                let name = one_line(&entity.name);
                self.lines.push_str(&format!("N{}\tReference T{number} Wikidata:{id}\t{name}\n", self.references));
            }
        }
        for (_, entity) in self.source.entities().filter(|(_, entity)| entity.mentions.len() > 1) {
            let spans: Vec<String> = entity.mentions.iter().map(|mention| format!("T{}", mention + 1)).collect();
            self.lines.push_str(&format!("*\tEquiv {}\n", spans.join(" ")));
        }
    }

    fn speech(&mut self) {
        for quote in &self.source.article.quotes {
            let number = self.span("Quote", quote.start, quote.end);
            self.attribute("Kind", number, variant(&quote.kind));
            self.quotes.push(number);
        }
        for claim in &self.source.article.claims {
            let number = self.span("Claim", claim.start, claim.end);
            self.attribute("Stance", number, variant(&claim.stance));
            self.claims.push(number);
        }
    }

    fn relations(&mut self) {
        let article = self.source.article;
        for (index, quote) in article.quotes.iter().enumerate() {
            if let Some(speaker) = &quote.speaker {
                let to = self.speaker(speaker);
                self.relation("SaidBy", self.quotes[index], to);
            }
        }
        for (index, claim) in article.claims.iter().enumerate() {
            let from = self.claims[index];
            if let Some(source) = &claim.source {
                let to = self.speaker(source);
                self.relation("Source", from, to);
            }
            for via in &claim.via {
                let to = self.speaker(via);
                self.relation("Via", from, to);
            }
            if let Some(earlier) = claim.refers_to {
                self.relation("RefersTo", from, self.claims[earlier as usize]);
            }
        }
    }

    /// The number of the span that names the speaker, written where no mention covers just that.
    fn speaker(&mut self, speaker: &Speaker) -> usize {
        let key = (speaker.start, speaker.end);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let number = self.span("Speaker", speaker.start, speaker.end);
        self.known.insert(key, number);
        number
    }

    fn span(&mut self, kind: &str, start: u32, end: u32) -> usize {
        self.spans += 1;
        let mut places = Vec::new();
        let mut words = Vec::new();
        let mut at = start;
        for line in self.source.words(start, end).split_inclusive(is_break) {
            let kept = line.trim_end_matches(is_break);
            if !kept.is_empty() {
                let place = (self.offsets.convert(at), self.offsets.convert(at + kept.len() as u32));
                places.push(format!("{} {}", place.0, place.1));
                words.push(kept);
            }
            at += line.len() as u32;
        }
        self.lines.push_str(&format!("T{}\t{kind} {}\t{}\n", self.spans, places.join(";"), words.join(" ")));
        self.spans
    }

    fn attribute(&mut self, name: &str, of: usize, value: &str) {
        self.attributes += 1;
        self.lines.push_str(&format!("A{}\t{name} T{of} {value}\n", self.attributes));
    }

    fn relation(&mut self, name: &str, from: usize, to: usize) {
        self.relations += 1;
        self.lines.push_str(&format!("R{}\t{name} Arg1:T{from} Arg2:T{to}\n", self.relations));
    }
}

/// What ends a line for brat, which is written in Python.
fn is_break(char: char) -> bool {
    matches!(char, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn one_line(text: &str) -> String {
    text.replace(|char| is_break(char) || char == '\t', " ")
}
