//! What is done with an article that was read before.

use js_sys::{JsString, Reflect};
use wasm_bindgen::prelude::*;

use super::objects::to_object;
use super::{given, throwable};
use crate::article::Article;
use crate::options::{Correction, Error, ErrorCode};
use crate::{ExportFormat, ExportOptions};

/// Exports an article in the format with the name.
#[wasm_bindgen(js_name = exportArticle, skip_typescript)]
pub fn export_article(article: JsValue, format: JsValue, options: JsValue) -> Result<String, JsValue> {
    let options: ExportOptions = given::read_options("options", options).map_err(throwable)?;
    let format = read_format(&format).map_err(throwable)?;
    let article: Article = given::read("article", article, ErrorCode::BadInput).map_err(throwable)?;
    crate::export_article(&article, format, &options).map_err(throwable)
}

/// Applies corrections to an article; gives a new one.
#[wasm_bindgen(js_name = applyCorrections, skip_typescript)]
pub fn apply_corrections(article: JsValue, corrections: JsValue) -> Result<JsValue, JsValue> {
    let corrections: Vec<Correction> =
        given::read("corrections", corrections, ErrorCode::BadOption).map_err(throwable)?;
    let input = article.clone();
    let article: Article = given::read("article", article, ErrorCode::BadInput).map_err(throwable)?;
    let unit = article.offsets;
    let corrected = crate::correct(&article, &corrections).map_err(throwable)?;
    // The caller's own string, which may hold what Rust's cannot.
    let text: JsString = Reflect::get(&input, &"text".into())?.unchecked_into();
    Ok(to_object(corrected, &text, unit))
}

/// The format with the name.
fn read_format(name: &JsValue) -> Result<ExportFormat, Error> {
    let known = name.as_string().and_then(|name| ExportFormat::from_name(&name));
    known.ok_or_else(|| {
        let names = ExportFormat::ALL.map(ExportFormat::as_str).join(", ");
        Error::new(ErrorCode::BadOption, format!("no such format: there are {names}"))
    })
}
