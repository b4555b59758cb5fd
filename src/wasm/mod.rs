//! The boundary to JavaScript: the only place that knows it.
//!
//! What goes out takes strings and plain objects and gives plain objects, or throws an `Error` with
//! `name`, `message` and `code`. There is no handle to free.
//!
//! The crate makes five modules. The one that reads is loaded by everyone. Four more are loaded when they are needed:
//! with the feature `pages` the one that lays pages and Markdown out as text, from which the first one reads on; with
//! the features `patterns` and `identities` the ones that find the caller's patterns, and people in the pack, while the
//! first one reads; with the feature `export` the one that works on articles which were read before.

#[cfg(feature = "export")]
mod export;
#[cfg(not(feature = "identities"))]
mod given;
#[cfg(feature = "identities")]
mod identities;
#[cfg(not(any(feature = "identities", feature = "pages", feature = "patterns")))]
mod objects;
#[cfg(feature = "pages")]
mod pages;
#[cfg(feature = "patterns")]
mod patterns;
#[cfg(not(any(feature = "export", feature = "identities", feature = "pages", feature = "patterns")))]
mod read;
#[cfg(not(any(feature = "export", feature = "identities", feature = "patterns")))]
mod surrogates;

#[cfg(not(any(feature = "export", feature = "identities", feature = "patterns")))]
use js_sys::JsString;
#[cfg(not(feature = "identities"))]
use js_sys::{Error as JsError, Number, Reflect};
use wasm_bindgen::prelude::*;

#[cfg(not(feature = "identities"))]
use crate::options::Error;
#[cfg(not(any(feature = "export", feature = "identities", feature = "patterns")))]
use crate::options::{ErrorCode, Options};

#[cfg(feature = "export")]
pub use export::{apply_corrections, export_article};
#[cfg(feature = "identities")]
pub use identities::find_identities;
#[cfg(feature = "pages")]
pub use pages::lay_out;
#[cfg(feature = "patterns")]
pub use patterns::find_matches;
#[cfg(not(any(feature = "export", feature = "identities", feature = "pages", feature = "patterns")))]
pub use read::{Others, parse_article, parse_json, parse_laid_out, parse_parts};

/// A panic ends the instance. The hook takes its message out first.
#[wasm_bindgen(start)]
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
}

/// A number as JavaScript writes it. Rust's own writer of fractions would cost 5 KB to download.
#[cfg(not(feature = "identities"))]
fn digits(number: f64) -> String {
    Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

/// An `Error` object with `name`, `message` and `code`.
#[cfg(not(feature = "identities"))]
fn throwable(error: Error) -> JsValue {
    let object = JsError::new(&error.message);
    object.set_name("WirecopyError");
    // A fresh object takes any property.
    let _ = Reflect::set(&object, &"code".into(), &error.code.as_str().into());
    object.into()
}

/// The caller's input and options, checked.
#[cfg(not(any(feature = "export", feature = "identities", feature = "patterns")))]
fn read_call(input: JsValue, options: JsValue) -> Result<(JsString, Options), Error> {
    let options: Options = given::read_options("options", options)?;
    let input: JsString = input.dyn_into().map_err(|other: JsValue| {
        let kind = other.js_typeof().as_string().unwrap_or_default();
        Error::new(ErrorCode::BadInput, format!("the input must be a string, not of type {kind}"))
    })?;
    // A string has at least as many bytes as units: what is too long is not even copied.
    options.check_length(input.length() as usize)?;
    Ok((input, options))
}
