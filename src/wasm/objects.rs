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
    Article, BlockKind, Claim, Cue, Evidence, Format, Mention, MentionType, Metadata, Notice, Quote, QuoteKind, Role,
    Span, Speaker, Stance, Value, Zone,
};
use crate::options::OffsetUnit;
use crate::text::OffsetMap;

#[wasm_bindgen(module = "/src/wasm/objects.js")]
extern "C" {
    /// `numbers` are those of [`Parts::numbers`].
    #[wasm_bindgen(js_name = makeArticle)]
    fn make_article(text: &JsString, json: &str, numbers: &[u32]) -> JsValue;
    /// The same as they are, for another thread to make the article of.
    #[wasm_bindgen(js_name = keepParts)]
    fn keep_parts(text: &JsString, json: &str, numbers: &[u32]) -> JsValue;
}

/// The article, whose offsets still count bytes, as a plain object that counts in the given unit.
/// Of plain text the caller's own string is handed back.
pub(super) fn to_object(article: Article, input: &JsString, unit: OffsetUnit) -> JsValue {
    take_apart(article, input, unit, make_article)
}

/// What the object is made of, which crosses between threads in a fraction of the time that the object takes.
#[cfg(not(feature = "export"))]
pub(super) fn to_parts(article: Article, input: &JsString, unit: OffsetUnit) -> JsValue {
    take_apart(article, input, unit, keep_parts)
}

/// The bytes of its JSON, to be written to a file, or undefined where the text holds half a surrogate pair: that is in
/// the caller's string alone.
#[cfg(not(feature = "export"))]
pub(super) fn to_json(mut article: Article, _: &JsString, unit: OffsetUnit) -> JsValue {
    if article.notices.iter().any(|notice| notice.code == super::surrogates::NOTICE) {
        return JsValue::UNDEFINED;
    }
    article.count_in(unit);
    js_sys::Uint8Array::from(json_of(&article, article.text.len() * 12).as_bytes()).into()
}

fn take_apart(
    mut article: Article,
    input: &JsString,
    unit: OffsetUnit,
    give: fn(&JsString, &str, &[u32]) -> JsValue,
) -> JsValue {
    let text = match article.format {
        Format::Text => input.clone(),
        _ => article.text.as_str().into(),
    };
    let units = OffsetMap::new(&article.text, OffsetUnit::Utf16);
    let words = worded(&article).map(|span| Span { start: units.convert(span.start), end: units.convert(span.end) });
    let words: Vec<Span> = words.collect();
    article.count_in(unit);

    let mut parts = Parts::new(&article);
    let numbers = parts.numbers(&article, words.into_iter());
    give(&text, &json_of(&parts, 1024), &numbers)
}

/// The stretches whose words the article repeats, in the order in which [`Parts::numbers`] comes to them.
fn worded(article: &Article) -> impl Iterator<Item = Span> {
    let mentions = article.mentions.iter().map(|mention| Span { start: mention.start, end: mention.end });
    let speakers = article.quotes.iter().flat_map(|quote| &quote.speaker);
    let sources = article.claims.iter().flat_map(|claim| claim.source.iter().chain(&claim.via));
    mentions.chain(speakers.chain(sources).map(|speaker| Span { start: speaker.start, end: speaker.end }))
}

/// What goes out as JSON: what an article has few of, and what the numbers stand for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Parts<'a> {
    offsets: OffsetUnit,
    format: Format,
    metadata: &'a Metadata,
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
    quote_kinds: Vec<QuoteKind>,
    stances: Vec<Stance>,
    /// Of the words that attribute.
    lemmas: Vec<&'a str>,
}

impl<'a> Parts<'a> {
    fn new(article: &'a Article) -> Self {
        Parts {
            offsets: article.offsets,
            format: article.format,
            metadata: &article.metadata,
            notices: &article.notices,
            kinds: Vec::new(),
            paths: Vec::new(),
            types: Vec::new(),
            zones: Vec::new(),
            evidences: Vec::new(),
            names: Vec::with_capacity(article.entities.len() * 2),
            values: Vec::new(),
            roles: Vec::new(),
            quote_kinds: Vec::new(),
            stances: Vec::new(),
            lemmas: Vec::new(),
        }
    }

    /// The blocks, sentences, mentions, entities, quotations and claims; of each list its length first. `words` says
    /// where the words of mentions and speakers stand in JavaScript's string.
    fn numbers(&mut self, article: &'a Article, mut words: impl Iterator<Item = Span>) -> Vec<u32> {
        let lengths = [
            article.blocks.len() * 4,
            article.sentences.len() * 2,
            article.mentions.len() * 10,
            article.entities.len() * 6,
            article.quotes.len() * 16,
            article.claims.len() * 18,
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
        for mention in &article.mentions {
            push_words(&mut numbers, &mut words);
            self.mention(&mut numbers, mention);
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
        numbers.push(article.quotes.len() as u32);
        for quote in &article.quotes {
            self.quote(&mut numbers, quote, &mut words);
        }
        numbers.push(article.claims.len() as u32);
        for claim in &article.claims {
            self.claim(&mut numbers, claim, &mut words);
        }
        numbers
    }

    fn quote(&mut self, numbers: &mut Vec<u32>, quote: &'a Quote, words: &mut impl Iterator<Item = Span>) {
        numbers.extend([quote.start, quote.end, place_in(&mut self.quote_kinds, quote.kind)]);
        push_spans(numbers, &quote.content);
        push_speaker(numbers, quote.speaker.as_ref(), words);
        self.cue(numbers, quote.cue.as_ref());
        push_spans(numbers, &quote.insertions);
    }

    fn claim(&mut self, numbers: &mut Vec<u32>, claim: &'a Claim, words: &mut impl Iterator<Item = Span>) {
        numbers.extend([claim.start, claim.end, place_in(&mut self.stances, claim.stance)]);
        push_speaker(numbers, claim.source.as_ref(), words);
        numbers.push(claim.via.len() as u32);
        for speaker in &claim.via {
            push_speaker(numbers, Some(speaker), words);
        }
        numbers.extend([claim.content.start, claim.content.end]);
        self.cue(numbers, claim.cue.as_ref());
        numbers.extend([optional(claim.quote), optional(claim.refers_to)]);
    }

    fn cue(&mut self, numbers: &mut Vec<u32>, cue: Option<&'a Cue>) {
        match cue {
            Some(cue) => numbers.extend([place_in(&mut self.lemmas, &cue.lemma) + 1, cue.start, cue.end]),
            None => numbers.push(0),
        }
    }

    fn mention(&mut self, numbers: &mut Vec<u32>, mention: &'a Mention) {
        let kind = place_in(&mut self.types, &mention.kind);
        let zone = place_in(&mut self.zones, mention.zone);
        let evidence = place_in(&mut self.evidences, mention.evidence);
        self.values.extend(&mention.value);
        let value = if mention.value.is_some() { self.values.len() as u32 } else { 0 };
        let entity = optional(mention.entity);
        let percent = (mention.confidence * 100.0).round() as u32;
        numbers.extend([mention.start, mention.end, kind, entity, percent, evidence, zone, value]);
    }
}

/// The JSON of something that is likely to take up no more than so many bytes.
fn json_of(value: &impl Serialize, capacity: usize) -> String {
    let mut json = Vec::with_capacity(capacity);
    let written = value.serialize(&mut Serializer::with_formatter(&mut json, Plain));
    written.expect("nothing but strings is a key");
    String::from_utf8(json).expect("JSON is text")
}

/// JSON without white space, its fractions written by JavaScript.
struct Plain;

impl Formatter for Plain {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        // Most amounts are whole or have few decimals, and those need no call. The thousandths that come to the very
        // same number are the shortest way to write it.
        let thousandths = (value * 1000.0 + 0.5).floor();
        if !(0.0..1e15).contains(&thousandths) || thousandths / 1000.0 != value {
            return writer.write_all(digits(value).as_bytes());
        }
        self.write_u64(writer, thousandths as u64 / 1000)?;
        let decimals = (thousandths as u64 % 1000) as u32;
        let digits = [b'.', digit(decimals / 100), digit(decimals / 10), digit(decimals)];
        let length = digits.iter().rposition(|byte| *byte != b'0').unwrap_or(0);
        writer.write_all(if length == 0 { &[] } else { &digits[..=length] })
    }
}

fn digit(number: u32) -> u8 {
    b'0' + (number % 10) as u8
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

fn push_words(numbers: &mut Vec<u32>, words: &mut impl Iterator<Item = Span>) {
    numbers.extend(words.next().into_iter().flat_map(|span| [span.start, span.end]));
}

/// First 0 for nobody, and otherwise one more than the entity with its 0 for none.
fn push_speaker(numbers: &mut Vec<u32>, speaker: Option<&Speaker>, words: &mut impl Iterator<Item = Span>) {
    let Some(speaker) = speaker else { return numbers.push(0) };
    numbers.push(optional(speaker.entity) + 1);
    push_words(numbers, words);
    numbers.extend([speaker.start, speaker.end]);
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
        let object = to_object(article.clone(), &article.text.as_str().into(), OffsetUnit::Utf8);
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
