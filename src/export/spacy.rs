//! spaCy: the JSON of a `Doc`, which `Doc.from_json` reads back and displaCy draws with
//! `manual=True`. Offsets count code points, as in Python.
//!
//! `Doc.from_json` makes the text anew from its tokens, each followed by one space or none; other
//! white space is a token of its own. Quotations and claims are groups of spans.

use serde::Serialize;

use super::source::{Source, json_line, variant, wikidata_uri};
use super::words::tokens;
use crate::options::OffsetUnit;
use crate::text::order::sort_numbers;
use crate::text::{OffsetMap, Span};

#[derive(Serialize)]
struct Doc<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    text: &'a str,
    ents: Vec<Labelled<'a>>,
    sents: Vec<Span>,
    tokens: Vec<Token>,
    spans: Spans<'a>,
}

#[derive(Serialize)]
struct Labelled<'a> {
    start: u32,
    end: u32,
    label: &'a str,
    /// Empty where there is none: `Doc.from_json` looks for it in every span.
    kb_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kb_url: Option<String>,
}

#[derive(Serialize)]
struct Token {
    id: usize,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Spans<'a> {
    quotes: Vec<Labelled<'a>>,
    claims: Vec<Labelled<'a>>,
}

pub(super) fn export(source: &Source) -> String {
    let article = source.article;
    let offsets = source.offsets(OffsetUnit::CodePoint);
    let span = |start, end, label| Labelled {
        start: offsets.convert(start),
        end: offsets.convert(end),
        label,
        kb_id: "",
        kb_url: None,
    };
    let ents = article.mentions.iter().map(|mention| {
        let known = source.entity(mention.entity).and_then(|entity| Some((wikidata_uri(entity)?, entity)));
        let labelled = span(mention.start, mention.end, mention.kind.as_str());
        match known {
            Some((url, entity)) => {
                Labelled { kb_id: entity.wikidata.as_deref().unwrap_or_default(), kb_url: Some(url), ..labelled }
            }
            None => labelled,
        }
    });
    let sents = sentences(source);
    let quotes = article.quotes.iter().map(|quote| span(quote.start, quote.end, variant(&quote.kind)));
    let claims = article.claims.iter().map(|claim| span(claim.start, claim.end, variant(&claim.stance)));
    let tokens = all_tokens(source, &sents);
    json_line(&Doc {
        title: article.metadata.headline.as_deref(),
        text: &article.text,
        ents: ents.collect(),
        sents: sents.iter().map(|sent| outside(&offsets, to_last_token(*sent, &tokens))).collect(),
        tokens: tokens
            .iter()
            .enumerate()
            .map(|(id, token)| {
                let Span { start, end } = outside(&offsets, *token);
                Token { id, start, end }
            })
            .collect(),
        spans: Spans { quotes: quotes.collect(), claims: claims.collect() },
    })
}

fn outside(offsets: &OffsetMap, span: Span) -> Span {
    Span { start: offsets.convert(span.start), end: offsets.convert(span.end) }
}

/// The sentences, each up to the next: in spaCy every token is in one.
fn sentences(source: &Source) -> Vec<Span> {
    let end = source.article.text.len() as u32;
    let mut starts: Vec<u32> = source.article.sentences.iter().map(|sentence| sentence.start).collect();
    match starts.first_mut() {
        Some(first) => *first = 0,
        None if end > 0 => starts.push(0),
        None => {}
    }
    let ends = starts.iter().copied().skip(1).chain([end]);
    starts.iter().copied().zip(ends).map(|(start, end)| Span { start, end }).collect()
}

/// The sentence without the space behind its last token.
fn to_last_token(sent: Span, tokens: &[Span]) -> Span {
    let after = tokens.partition_point(|token| token.end <= sent.end);
    Span { end: tokens[..after].last().map_or(sent.end, |token| token.end), ..sent }
}

/// Every token of the text, white space included. Each span of the document begins and ends with one.
fn all_tokens(source: &Source, sents: &[Span]) -> Vec<Span> {
    let article = source.article;
    let mut borders: Vec<u32> = article.mentions.iter().flat_map(|one| [one.start, one.end]).collect();
    borders.extend(article.quotes.iter().flat_map(|one| [one.start, one.end]));
    borders.extend(article.claims.iter().flat_map(|one| [one.start, one.end]));
    borders.extend(sents.iter().map(|sent| sent.start));
    sort_numbers(&mut borders);
    let mut spans = Vec::new();
    let mut at = 0;
    let end = article.text.len() as u32;
    for word in tokens(&article.text, Span { start: 0, end }, &borders).into_iter().chain([Span { start: end, end }]) {
        // One space belongs to the token before it; more white space is a token.
        let from = at + u32::from(at > 0 && article.text[at as usize..].starts_with(' '));
        if from < word.start {
            spans.push(Span { start: from, end: word.start });
        }
        if !word.is_empty() {
            spans.push(word);
        }
        at = word.end;
    }
    spans
}
