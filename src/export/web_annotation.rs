//! W3C Web Annotation: a list of annotations, one for each mention, quotation and claim, each with the
//! place in the text twice over: by its words and by its position, which counts code points.
//!
//! After <https://www.w3.org/TR/annotation-model/>. A list, and no page of a collection, because that
//! is what text annotators load.

use serde::Serialize;

use super::source::{Source, json, variant, wikidata_uri};
use crate::article::{Claim, Mention, Quote};
use crate::options::OffsetUnit;
use crate::text::OffsetMap;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// As many characters before and behind the words as annotators keep to find them again.
const AROUND: usize = 32;

#[derive(Serialize)]
struct Annotation<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Target<'a>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Body<'a> {
    TextualBody { purpose: &'static str, value: &'a str },
    SpecificResource { purpose: &'static str, source: String },
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: [Selector<'a>; 2],
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    TextQuoteSelector { exact: &'a str, prefix: &'a str, suffix: &'a str },
    TextPositionSelector { start: u32, end: u32 },
}

pub(super) fn export(source: &Source) -> String {
    let article = source.article;
    let desk = Desk { source, uri: &source.uri(), offsets: source.offsets(OffsetUnit::CodePoint) };
    let mentions = article.mentions.iter().enumerate().map(|(index, mention)| desk.mention(index, mention));
    let quotes = article.quotes.iter().enumerate().map(|(index, quote)| desk.quote(index, quote));
    let claims = article.claims.iter().enumerate().map(|(index, claim)| desk.claim(index, claim));
    json(&mentions.chain(quotes).chain(claims).collect::<Vec<_>>())
}

struct Desk<'s, 'a> {
    source: &'s Source<'a>,
    uri: &'s str,
    offsets: OffsetMap<'a>,
}

impl<'s, 'a: 's> Desk<'s, 'a> {
    fn mention(&self, index: usize, mention: &'a Mention) -> Annotation<'s> {
        let mut body = vec![tag(mention.kind.as_str())];
        let entity = self.source.entity(mention.entity);
        body.extend(entity.and_then(wikidata_uri).map(identity));
        self.annotation(format!("mention-{index}"), "tagging", body, mention.start, mention.end)
    }

    fn quote(&self, index: usize, quote: &'a Quote) -> Annotation<'s> {
        let mut body = vec![tag("quotation"), tag(variant(&quote.kind))];
        if let Some(speaker) = &quote.speaker {
            let name = self.source.name_of(Some(speaker));
            body.push(description(if name.is_empty() { &speaker.text } else { name }));
            body.extend(self.source.entity(speaker.entity).and_then(wikidata_uri).map(identity));
        }
        self.annotation(format!("quote-{index}"), "classifying", body, quote.start, quote.end)
    }

    fn claim(&self, index: usize, claim: &'a Claim) -> Annotation<'s> {
        let mut body = vec![tag("claim"), tag(variant(&claim.stance))];
        if let Some(speaker) = &claim.source {
            let name = self.source.name_of(Some(speaker));
            body.push(description(if name.is_empty() { &speaker.text } else { name }));
        }
        self.annotation(format!("claim-{index}"), "classifying", body, claim.start, claim.end)
    }

    fn annotation(
        &self,
        name: String,
        motivation: &'static str,
        body: Vec<Body<'s>>,
        start: u32,
        end: u32,
    ) -> Annotation<'s> {
        let text = &self.source.article.text;
        let quoted = Selector::TextQuoteSelector {
            exact: self.source.words(start, end),
            prefix: before(&text[..start as usize]),
            suffix: behind(&text[end as usize..]),
        };
        let (start, end) = (self.offsets.convert(start), self.offsets.convert(end));
        Annotation {
            context: CONTEXT,
            id: format!("{}#{name}", self.uri.split('#').next().unwrap_or_default()),
            kind: "Annotation",
            motivation,
            body,
            target: Target { source: self.uri, selector: [quoted, Selector::TextPositionSelector { start, end }] },
        }
    }
}

fn tag(value: &str) -> Body<'_> {
    Body::TextualBody { purpose: "tagging", value }
}

fn description(value: &str) -> Body<'_> {
    Body::TextualBody { purpose: "describing", value }
}

fn identity(source: String) -> Body<'static> {
    Body::SpecificResource { purpose: "identifying", source }
}

/// The last characters of the text, from the beginning of a word on where there is one: so that no
/// character that is made of several is cut.
fn before(text: &str) -> &str {
    let Some((at, _)) = text.char_indices().nth_back(AROUND - 1) else {
        return text;
    };
    let near = &text[at..];
    if text[..at].ends_with(char::is_whitespace) {
        return near;
    }
    near.find(char::is_whitespace).map_or(near, |space| &near[space..])
}

/// The first characters of the text, up to the end of a word where there is one.
fn behind(text: &str) -> &str {
    let Some((at, next)) = text.char_indices().nth(AROUND) else {
        return text;
    };
    let near = &text[..at];
    if next.is_whitespace() {
        return near;
    }
    near.rfind(char::is_whitespace).map_or(near, |space| &near[..space])
}
