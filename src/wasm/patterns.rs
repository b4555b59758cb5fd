//! The caller's patterns, found in a text.

use wasm_bindgen::prelude::*;

use super::{given, throwable};
use crate::recognize;

/// Finds the patterns in the text that the module which reads has made of the input. Of each match the number of its
/// pattern, its start and its end in bytes of UTF-8: the same bytes there as here.
#[wasm_bindgen(js_name = findMatches, skip_typescript)]
pub fn find_matches(text: &str, patterns: JsValue) -> Result<Vec<u32>, JsValue> {
    let patterns: Vec<_> = given::read_options("options.patterns", patterns).map_err(throwable)?;
    let matches = recognize::find_matches(text, &patterns).map_err(throwable)?;
    Ok(matches.iter().flat_map(|found| [found.pattern, found.span.start, found.span.end]).collect())
}
