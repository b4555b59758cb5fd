use js_sys::JsString;
use wasm_bindgen::prelude::*;

use super::objects::{Form, to_object};
use super::{given, read_call, surrogates, throwable};
use crate::article::Format;
use crate::options::{Error, ErrorCode, OffsetUnit, Options};
use crate::read::{self, LaidOut};

/// Reads one article. `options` is a plain object or undefined; the result is a plain object, or undefined where the
/// input has markup: then the module for pages is to lay it out first.
#[wasm_bindgen(js_name = parseArticle, skip_typescript)]
pub fn parse_article(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    parse(input, options, Form::Article).map_err(throwable)
}

/// The same, but the article in parts, of which `makeArticle` makes the object on another thread.
#[wasm_bindgen(js_name = parseParts, skip_typescript)]
pub fn parse_parts(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    parse(input, options, Form::Parts).map_err(throwable)
}

/// Reads on from what the module for pages has laid out.
#[wasm_bindgen(js_name = parseLaidOut, skip_typescript)]
pub fn parse_laid_out(laid_out: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    parse_rest(laid_out, options).map_err(throwable)
}

fn parse(input: JsValue, options: JsValue, form: Form) -> Result<JsValue, Error> {
    let (input, mut options) = read_call(input, options)?;
    let text = String::from(&input);
    options.check(&text)?;
    if read::format_of(&text, &options) != Format::Text {
        return Ok(JsValue::UNDEFINED);
    }
    // Counted in bytes until the object is made, which takes the words from the caller's string.
    let unit = std::mem::replace(&mut options.offsets, OffsetUnit::Utf8);
    let mut article = crate::parse_text(&text, &options)?;
    article.notices = surrogates::report(article.notices, &input, &text, true);
    Ok(to_object(article, &input, unit, form))
}

fn parse_rest(laid_out: JsValue, options: JsValue) -> Result<JsValue, Error> {
    let laid_out: LaidOut = given::read("page", laid_out, ErrorCode::BadInput)?;
    let mut options: Options = given::read_options("options", options)?;
    let unit = std::mem::replace(&mut options.offsets, OffsetUnit::Utf8);
    Ok(to_object(crate::parse_laid_out(laid_out, &options)?, &JsString::from(""), unit, Form::Article))
}

#[wasm_bindgen(typescript_custom_section)]
const DECLARATIONS: &str = include_str!("../npm/article.ts");

#[wasm_bindgen(typescript_custom_section)]
const SIGNATURE: &str = "export function parseArticle(input: string, options?: Options): Article;";
