//! The boundary to JavaScript: the only place that knows it.
//!
//! What goes out takes strings and plain objects and gives plain objects, or throws an `Error` with
//! `name`, `message` and `code`. There is no handle to free.
//!
//! The crate makes two modules. The one that reads is loaded by everyone; the one that works on
//! articles which were read before, with the feature `export`, only when it is needed.

#[cfg(feature = "export")]
mod export;
mod given;
mod objects;
#[cfg(not(feature = "export"))]
mod read;
#[cfg(not(feature = "export"))]
mod surrogates;

use js_sys::{Error as JsError, Number, Reflect};
use wasm_bindgen::prelude::*;

use crate::options::Error;

#[cfg(feature = "export")]
pub use export::{apply_corrections, export_article};
#[cfg(not(feature = "export"))]
pub use read::parse_article;

/// A panic ends the instance. The hook takes its message out first.
#[wasm_bindgen(start)]
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
}

/// A number as JavaScript writes it. Rust's own writer of fractions would cost 5 KB to download.
fn digits(number: f64) -> String {
    Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

/// An `Error` object with `name`, `message` and `code`.
fn throwable(error: Error) -> JsValue {
    let object = JsError::new(&error.message);
    object.set_name("WirecopyError");
    // A fresh object takes any property.
    let _ = Reflect::set(&object, &"code".into(), &error.code.as_str().into());
    object.into()
}
