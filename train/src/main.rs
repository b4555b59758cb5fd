//! Programs that make the data in src/. Each reads the data folder (default `../shared/data`) and
//! writes into src/; the product itself needs neither the folder nor these programs.
//!
//! ```text
//! cargo run --release -p train -- lexicon [--data DIR]          names.fst, terms.fst
//! cargo run --release -p train -- evidence FILE.jsonl...        how often each kind of evidence is right
//! cargo run --release -p train -- annotate FILE.jsonl           one {"id","article"} a line, to be scored
//! ```

mod annotate;
mod evidence;
mod lexicon;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words[..] {
        ["lexicon"] => lexicon::compile(&PathBuf::from("../shared/data")),
        ["lexicon", "--data", data] => lexicon::compile(&PathBuf::from(data)),
        ["evidence", ref files @ ..] if !files.is_empty() => evidence::measure(files),
        ["annotate", file] => annotate::annotate(&PathBuf::from(file)),
        _ => Err("usage: train lexicon [--data DIR] | train evidence FILE.jsonl... | train annotate FILE.jsonl".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}");
            ExitCode::FAILURE
        }
    }
}
