use js_sys::JsString;
use wasm_bindgen::prelude::*;

use super::objects::to_object;
use super::{given, surrogates, throwable};
use crate::options::{Error, ErrorCode, OffsetUnit, Options};

/// Reads one article. `options` is a plain object or undefined; the result is a plain object.
#[wasm_bindgen(js_name = parseArticle, skip_typescript)]
pub fn parse_article(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let mut options: Options = given::read_options("options", options).map_err(throwable)?;
    let input = read_input(input).map_err(throwable)?;
    // A string has at least as many bytes as units: what is too long is not even copied.
    options.check_length(input.length() as usize).map_err(throwable)?;
    let text = String::from(&input);
    // Counted in bytes until the object is made, which takes the words from the caller's string.
    let unit = std::mem::replace(&mut options.offsets, OffsetUnit::Utf8);
    let mut article = crate::parse_article(&text, &options).map_err(throwable)?;
    surrogates::report(&mut article, &input, &text);
    Ok(to_object(article, &input, unit))
}

#[wasm_bindgen(typescript_custom_section)]
const DECLARATIONS: &str = include_str!("../npm/article.ts");

#[wasm_bindgen(typescript_custom_section)]
const SIGNATURE: &str = "export function parseArticle(input: string, options?: Options): Article;";

fn read_input(input: JsValue) -> Result<JsString, Error> {
    input.dyn_into().map_err(|other| {
        let kind = other.js_typeof().as_string().unwrap_or_default();
        Error::new(ErrorCode::BadInput, format!("the input must be a string, not of type {kind}"))
    })
}
