//! The article as a plain object. What an article has many of is made by functions in JavaScript,
//! each with one call: setting one property after the other took a third of the time of a reading.

use js_sys::{Array, JsString, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::article::{Article, Block, Entity, Format, Mention};

#[wasm_bindgen(module = "/src/wasm/objects.js")]
extern "C" {
    fn span(start: u32, end: u32) -> JsValue;
    fn block(start: u32, end: u32, kind: JsValue) -> JsValue;
    fn mention(
        start: u32,
        end: u32,
        text: &str,
        kind: JsValue,
        entity: Option<u32>,
        confidence: f64,
        zone: JsValue,
    ) -> JsValue;
    fn entity(kind: JsValue, name: &str, mentions: &[u32], wikidata: Option<&str>) -> JsValue;
}

/// The article as a plain object. Of plain text the caller's own string is handed back.
pub(super) fn to_object(mut article: Article, input: &JsString) -> Result<JsValue, JsValue> {
    let (blocks, sentences) = (std::mem::take(&mut article.blocks), std::mem::take(&mut article.sentences));
    let (mentions, entities) = (std::mem::take(&mut article.mentions), std::mem::take(&mut article.entities));
    let is_input = article.format == Format::Text;
    if is_input {
        article.text = String::new();
    }
    let object = plain(&article)?;
    if is_input {
        Reflect::set(&object, &"text".into(), input)?;
    }
    set(&object, "blocks", list(&blocks, block_object)?)?;
    set(&object, "sentences", list(&sentences, |one| Ok(span(one.start, one.end)))?)?;
    set(&object, "mentions", list(&mentions, mention_object)?)?;
    set(&object, "entities", list(&entities, entity_object)?)?;
    Ok(object)
}

fn block_object(one: &Block) -> Result<JsValue, JsValue> {
    match one.repeats {
        Some(_) => plain(one),
        None => Ok(block(one.start, one.end, plain(&one.kind)?)),
    }
}

fn mention_object(one: &Mention) -> Result<JsValue, JsValue> {
    if one.value.is_some() {
        return plain(one);
    }
    let (kind, zone) = (plain(&one.kind)?, plain(&one.zone)?);
    Ok(mention(one.start, one.end, &one.text, kind, one.entity, one.confidence, zone))
}

fn entity_object(one: &Entity) -> Result<JsValue, JsValue> {
    if !(one.aliases.is_empty() && one.pronouns.is_empty() && one.roles.is_empty()) {
        return plain(one);
    }
    Ok(entity(plain(&one.kind)?, &one.name, &one.mentions, one.wikidata.as_deref()))
}

fn list<T>(items: &[T], object: impl Fn(&T) -> Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    let list = Array::new();
    for item in items {
        list.push(&object(item)?);
    }
    Ok(list.into())
}

fn plain<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::new().serialize_missing_as_null(true))?)
}

fn set(object: &JsValue, key: &str, value: JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &key.into(), &value)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use js_sys::JSON;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::{Options, parse_article};

    #[wasm_bindgen_test]
    fn the_objects_are_those_that_serde_makes() {
        let texts = [
            "",
            "Ferry sinks\nFerry sinks\n\nBERGEN, May 3 (Reuters) - Ana Mota of Norway left. Mota was in Oslo.",
            include_str!("../../tests/articles/translated-agency.txt"),
            include_str!("../../tests/articles/dpa-german.txt"),
        ];
        for text in texts {
            let article = parse_article(text, &Options::default()).unwrap();
            let expected = JSON::stringify(&plain(&article).unwrap()).unwrap();
            let object = to_object(article, &text.into()).unwrap();
            assert_eq!(JSON::stringify(&object).unwrap(), expected, "{text}");
        }
    }
}
