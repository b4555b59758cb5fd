//! The boundary to JavaScript: the only place that knows it.

use js_sys::{Error as JsError, JsString, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::article::Format;
use crate::options::{Error, ErrorCode, Options};

/// Reads one article. `options` is a plain object or undefined; the result is a plain object.
#[wasm_bindgen(js_name = parseArticle, skip_typescript)]
pub fn parse_article(input: JsString, options: JsValue) -> Result<JsValue, JsValue> {
    let options: Options = match options.is_undefined() || options.is_null() {
        true => Options::default(),
        false => serde_wasm_bindgen::from_value(options)
            .map_err(|error| throwable(Error::new(ErrorCode::BadOption, format!("options: {error}"))))?,
    };
    let text = String::from(input.clone());
    let article = crate::parse_article(&text, &options).map_err(throwable)?;
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    let result = article.serialize(&serializer)?;
    if article.format == Format::Text {
        // The caller's own string: it may hold lone surrogates, which UTF-8 cannot.
        Reflect::set(&result, &"text".into(), &input)?;
    }
    Ok(result)
}

/// An `Error` object with `name`, `message` and `code`.
fn throwable(error: Error) -> JsValue {
    let object = JsError::new(&error.message);
    object.set_name("WirecopyError");
    // A fresh object takes any property.
    let _ = Reflect::set(&object, &"code".into(), &error.code.as_str().into());
    object.into()
}
