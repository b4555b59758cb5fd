//! The pack of identities, asked for names.

use wasm_bindgen::prelude::*;

use crate::resolve;

/// What the pack has of the names that the module which reads has found no id for: lines in, lines out.
#[wasm_bindgen(js_name = findIdentities, skip_typescript)]
pub fn find_identities(names: &str) -> String {
    resolve::find_identities(names)
}
