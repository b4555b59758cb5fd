use js_sys::JsString;
use wasm_bindgen::prelude::*;

use super::objects::{to_json, to_object, to_parts};
use super::{given, read_call, surrogates, throwable};
use crate::article::{Article, Format};
use crate::options::{Error, ErrorCode, OffsetUnit, Options};
use crate::read::{self, LaidOut, Reading};
use crate::recognize::Match;
use crate::text::Span;

#[wasm_bindgen]
extern "C" {
    /// The modules that are asked in the midst of a call, as this one sees them.
    pub type Others;
    /// What `findMatches` of patterns.rs gives for the text.
    #[wasm_bindgen(method, catch, js_name = findMatches)]
    fn find_matches(this: &Others, text: &str) -> Result<Vec<u32>, JsValue>;
    /// What `findIdentities` of identities.rs gives for the names.
    #[wasm_bindgen(method, catch, js_name = findIdentities)]
    fn find_identities(this: &Others, names: &str) -> Result<String, JsValue>;
}

/// Reads one article. `options` is a plain object or undefined; the result is a plain object, or undefined where the
/// input has markup: then the module for pages is to lay it out first. Options with patterns, or that ask for all
/// identities, need the others.
#[wasm_bindgen(js_name = parseArticle, skip_typescript)]
pub fn parse_article(input: JsValue, options: JsValue, others: Option<Others>) -> Result<JsValue, JsValue> {
    parse_text(input, options, others, to_object)
}

/// The same, but the article in parts, of which `makeArticle` makes the object on another thread.
#[wasm_bindgen(js_name = parseParts, skip_typescript)]
pub fn parse_parts(input: JsValue, options: JsValue, others: Option<Others>) -> Result<JsValue, JsValue> {
    parse_text(input, options, others, to_parts)
}

/// The same, but the bytes of the article's JSON; undefined also where the input holds half a surrogate pair, which
/// only the object gives back.
#[wasm_bindgen(js_name = parseJson, skip_typescript)]
pub fn parse_json(input: JsValue, options: JsValue, others: Option<Others>) -> Result<JsValue, JsValue> {
    parse_text(input, options, others, to_json)
}

/// Reads on from what the module for pages has laid out.
#[wasm_bindgen(js_name = parseLaidOut, skip_typescript)]
pub fn parse_laid_out(laid_out: JsValue, options: JsValue, others: Option<Others>) -> Result<JsValue, JsValue> {
    let laid_out: LaidOut = given::read("page", laid_out, ErrorCode::BadInput).map_err(throwable)?;
    let mut options: Options = given::read_options("options", options).map_err(throwable)?;
    let unit = std::mem::replace(&mut options.offsets, OffsetUnit::Utf8);
    let article = parse(read::read_laid_out(laid_out, &options), &options, others)?;
    Ok(to_object(article, &JsString::from(""), unit))
}

/// Makes what goes out of an article, given the input and the unit to count in.
type Make = fn(Article, &JsString, OffsetUnit) -> JsValue;

fn parse_text(input: JsValue, options: JsValue, others: Option<Others>, make: Make) -> Result<JsValue, JsValue> {
    let (input, mut options) = read_call(input, options).map_err(throwable)?;
    let text = String::from(&input);
    options.check(&text).map_err(throwable)?;
    if read::format_of(&text, &options) != Format::Text {
        return Ok(JsValue::UNDEFINED);
    }
    // Counted in bytes until the object is made, which takes the words from the caller's string.
    let unit = std::mem::replace(&mut options.offsets, OffsetUnit::Utf8);
    let mut article = parse(read::read_text(&text, &options), &options, others)?;
    article.notices = surrogates::report(article.notices, &input, &text, true);
    Ok(make(article, &input, unit))
}

fn parse(reading: Reading, options: &Options, others: Option<Others>) -> Result<Article, JsValue> {
    let needed = |option: &str| {
        let message = format!("options.{option}: it needs a module of its own");
        others.as_ref().ok_or_else(|| throwable(Error::new(ErrorCode::BadOption, message)))
    };
    let find_matches = |text: &str| match options.patterns.is_empty() {
        true => Ok(Vec::new()),
        false => Ok(needed("patterns")?.find_matches(text)?.chunks_exact(3).map(to_match).collect()),
    };
    crate::parse(reading, options, find_matches, |names| needed("identities")?.find_identities(names))
}

fn to_match(numbers: &[u32]) -> Match {
    Match { pattern: numbers[0], span: Span { start: numbers[1], end: numbers[2] } }
}

#[wasm_bindgen(typescript_custom_section)]
const DECLARATIONS: &str = include_str!("../npm/article.ts");

#[wasm_bindgen(typescript_custom_section)]
const SIGNATURE: &str = "export function parseArticle(input: string, options?: Options): Article;";
