//! The first half of reading what has markup.

use js_sys::JSON;
use wasm_bindgen::prelude::*;

use super::{read_call, surrogates, throwable};
use crate::options::{Error, ErrorCode};
use crate::read;

/// Lays a page or Markdown out as text: a plain object, from which the module that reads goes on.
#[wasm_bindgen(js_name = layOut, skip_typescript)]
pub fn lay_out(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    JSON::parse(&lay_out_as_json(input, options).map_err(throwable)?)
}

fn lay_out_as_json(input: JsValue, options: JsValue) -> Result<String, Error> {
    let (input, options) = read_call(input, options)?;
    // The module that reads has checked the rest of the options.
    let text = String::from(&input);
    let mut laid_out = read::lay_out(&text, read::format_of(&text, &options), &options);
    laid_out.notices = surrogates::report(laid_out.notices, &input, &text, false);
    serde_json::to_string(&laid_out).map_err(|error| Error::new(ErrorCode::BadInput, error.to_string()))
}
