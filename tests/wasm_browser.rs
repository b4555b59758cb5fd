//! The tests of `wasm.rs` in a browser: `wasm-pack test --headless --chrome`. A binary runs either in
//! Node or in browsers, so there are two of the same tests.

#![cfg(target_arch = "wasm32")]

#[path = "wasm.rs"]
mod wasm;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
