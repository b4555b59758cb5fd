//! The article as a plain object. What every article has many of goes out as numbers, from which
//! objects.js makes the objects in one call; the rest goes out as JSON. Setting one property after
//! the other from here took a third of the time of a reading, a call for each object a fifth.

use std::io;

use js_sys::JsString;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use wasm_bindgen::prelude::*;

use super::digits;
use crate::article::{
    Article, BlockKind, Claim, Evidence, Format, Mention, MentionType, Metadata, Notice, Quote, Role, Span, Value, Zone,
};
use crate::options::OffsetUnit;
use crate::text::OffsetMap;

#[wasm_bindgen(module = "/src/wasm/objects.js")]
extern "C" {
    /// `numbers` are those of [`Parts::numbers`]; a confidence for each mention.
    #[wasm_bindgen(js_name = makeArticle)]
    fn make_article(text: &JsString, json: &str, numbers: &[u32], confidences: &[f64]) -> JsValue;
    /// The same as they are, for another thread to make the article of.
    #[wasm_bindgen(js_name = keepParts)]
    fn keep_parts(text: &JsString, json: &str, numbers: &[u32], confidences: &[f64]) -> JsValue;
}

/// What becomes of the parts of an article.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// The article's object.
    Article,
    /// A list that crosses between threads in a fraction of the time that the object takes.
    #[cfg(not(feature = "export"))]
    Parts,
}

/// The article, whose offsets still count bytes, as a plain object that counts in the given unit.
/// Of plain text the caller's own string is handed back.
pub(super) fn to_object(mut article: Article, input: &JsString, unit: OffsetUnit, form: Form) -> JsValue {
    let text = match article.format {
        Format::Text => input.clone(),
        _ => article.text.as_str().into(),
    };
    let read = std::mem::take(&mut article.text);
    let words = OffsetMap::new(&read, OffsetUnit::Utf16);
    let words = article
        .mentions
        .iter()
        .map(|mention| Span { start: words.convert(mention.start), end: words.convert(mention.end) });
    let words: Vec<Span> = words.collect();
    let offsets = OffsetMap::new(&read, unit);
    article.each_offset(|offset| *offset = offsets.convert(*offset));
    article.offsets = unit;

    let mut parts = Parts::new(&article);
    let numbers = parts.numbers(&article, &words);
    let confidences: Vec<f64> = article.mentions.iter().map(|mention| mention.confidence).collect();
    match form {
        Form::Article => make_article(&text, &parts.to_json(), &numbers, &confidences),
        #[cfg(not(feature = "export"))]
        Form::Parts => keep_parts(&text, &parts.to_json(), &numbers, &confidences),
    }
}

/// What goes out as JSON: what an article has few of, and what the numbers stand for.
#[derive(Serialize)]
struct Parts<'a> {
    offsets: OffsetUnit,
    format: Format,
    metadata: &'a Metadata,
    quotes: &'a [Quote],
    claims: &'a [Claim],
    notices: &'a [Notice],
    kinds: Vec<BlockKind>,
    /// Of each block of a web page where it stands there.
    paths: Vec<Option<&'a str>>,
    types: Vec<&'a MentionType>,
    zones: Vec<Zone>,
    /// Null stands for none.
    evidences: Vec<Option<Evidence>>,
    /// Of each entity its name, its other forms and its id, in order.
    names: Vec<Option<&'a str>>,
    values: Vec<&'a Value>,
    roles: Vec<&'a Role>,
}

impl<'a> Parts<'a> {
    fn new(article: &'a Article) -> Self {
        Parts {
            offsets: article.offsets,
            format: article.format,
            metadata: &article.metadata,
            quotes: &article.quotes,
            claims: &article.claims,
            notices: &article.notices,
            kinds: Vec::new(),
            paths: Vec::new(),
            types: Vec::new(),
            zones: Vec::new(),
            evidences: Vec::new(),
            names: Vec::with_capacity(article.entities.len() * 2),
            values: Vec::new(),
            roles: Vec::new(),
        }
    }

    /// The blocks, sentences, mentions and entities; of each list its length first. `words` says
    /// where each mention's words stand in JavaScript's string.
    fn numbers(&mut self, article: &'a Article, words: &[Span]) -> Vec<u32> {
        let lengths = [
            article.blocks.len() * 4,
            article.sentences.len() * 2,
            article.mentions.len() * 9,
            article.entities.len() * 6,
        ];
        let mut numbers = Vec::with_capacity(lengths.iter().sum::<usize>() + lengths.len());
        numbers.push(article.blocks.len() as u32);
        for block in &article.blocks {
            let kind = place_in(&mut self.kinds, block.kind);
            numbers.extend([block.start, block.end, kind, optional(block.repeats)]);
        }
        if article.blocks.iter().any(|block| block.path.is_some()) {
            self.paths.extend(article.blocks.iter().map(|block| block.path.as_deref()));
        }
        push_spans(&mut numbers, &article.sentences);
        numbers.push(article.mentions.len() as u32);
        for (mention, words) in article.mentions.iter().zip(words) {
            self.mention(&mut numbers, mention, *words);
        }
        numbers.push(article.entities.len() as u32);
        for entity in &article.entities {
            numbers.push(place_in(&mut self.types, &entity.kind));
            self.names.push(Some(&entity.name));
            numbers.push(entity.aliases.len() as u32);
            self.names.extend(entity.aliases.iter().map(|alias| Some(alias.as_str())));
            numbers.push(entity.mentions.len() as u32);
            numbers.extend(&entity.mentions);
            push_spans(&mut numbers, &entity.pronouns);
            numbers.push(entity.roles.len() as u32);
            numbers.extend((self.roles.len()..).take(entity.roles.len()).map(|role| role as u32));
            self.roles.extend(&entity.roles);
            self.names.push(entity.wikidata.as_deref());
        }
        numbers
    }

    fn mention(&mut self, numbers: &mut Vec<u32>, mention: &'a Mention, words: Span) {
        let kind = place_in(&mut self.types, &mention.kind);
        let zone = place_in(&mut self.zones, mention.zone);
        let evidence = place_in(&mut self.evidences, mention.evidence);
        self.values.extend(&mention.value);
        let value = if mention.value.is_some() { self.values.len() as u32 } else { 0 };
        let entity = optional(mention.entity);
        numbers.extend([words.start, words.end, mention.start, mention.end, kind, entity, evidence, zone, value]);
    }

    fn to_json(&self) -> String {
        let mut json = Vec::with_capacity(1024);
        let written = self.serialize(&mut Serializer::with_formatter(&mut json, Plain));
        written.expect("nothing but strings is a key");
        String::from_utf8(json).expect("JSON is text")
    }
}

/// JSON without white space, its fractions written by JavaScript.
struct Plain;

impl Formatter for Plain {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        // Most amounts are whole, and those need no call.
        if value.floor() == value && value.abs() < 1e15 {
            return self.write_i64(writer, value as i64);
        }
        writer.write_all(digits(value).as_bytes())
    }
}

/// The index of an item in a list of the few different ones; it joins them if it is not there.
fn place_in<T: PartialEq>(list: &mut Vec<T>, item: T) -> u32 {
    let place = list.iter().position(|known| *known == item).unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    });
    place as u32
}

fn push_spans(numbers: &mut Vec<u32>, spans: &[Span]) {
    numbers.push(spans.len() as u32);
    for span in spans {
        numbers.extend([span.start, span.end]);
    }
}

/// 0 for nothing, and one more than the number otherwise.
fn optional(number: Option<u32>) -> u32 {
    number.map_or(0, |number| number + 1)
}

#[cfg(test)]
mod tests {
    use js_sys::JSON;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::article::{Entity, TimeKind};
    use crate::{Options, parse_article};

    /// Checks that the object is, down to the order of its properties, what serde makes of the article.
    #[track_caller]
    fn check(article: Article) {
        let mut expected = Vec::new();
        article.serialize(&mut Serializer::with_formatter(&mut expected, Plain)).unwrap();
        let object = to_object(article.clone(), &article.text.as_str().into(), OffsetUnit::Utf8, Form::Article);
        let object = String::from(JSON::stringify(&object).unwrap());
        assert_eq!(object, String::from_utf8(expected).unwrap());
    }

    #[wasm_bindgen_test]
    fn the_object_is_what_serde_makes() {
        for text in [
            "",
            "Ferry sinks\nFerry sinks\n\nBERGEN, May 3 (Reuters) - Ana Mota of Norway left. Mota was in Oslo.",
            "<p>Ana Mota left “Ålesund” 🎉.</p>",
            "On Monday 30 people paid between $5.50 and $6 for some two hours at 9 p.m., a third more.",
            include_str!("../../tests/articles/translated-agency.txt"),
            include_str!("../../tests/articles/dpa-german.txt"),
        ] {
            check(parse_article(text, &Options { offsets: OffsetUnit::Utf8, ..Options::default() }).unwrap());
        }
    }

    #[wasm_bindgen_test]
    fn what_few_articles_have_is_in_it() {
        let options = Options { offsets: OffsetUnit::Utf8, ..Options::default() };
        let mut article = parse_article("Ana Mota and Eva Lind met on 3 May in Oslo.", &options).unwrap();
        let role = |start, former| Role { start, end: 9, title: "ä\"".into(), of: Some(0), former, acting: false };
        article.entities[0].roles = vec![role(0, true)];
        article.entities[0].pronouns = vec![Span { start: 3, end: 5 }, Span { start: 7, end: 8 }];
        let other = Entity {
            roles: vec![role(1, false), role(2, true)],
            wikidata: Some("Q1".into()),
            ..article.entities[0].clone()
        };
        article.entities.insert(0, Entity { aliases: vec!["A".into(), "B".into()], ..other });
        article.mentions[1].value =
            Some(Value::Amount { amount: 0.1, unit: None, approx: Some(true), low: Some(1e-7), high: Some(3e21) });
        article.mentions[0].value = Some(Value::Time { timex: "2019".into(), kind: TimeKind::Date, anchored: true });
        article.mentions[0].entity = None;
        check(article);
    }
}
