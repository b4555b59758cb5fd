//! Programs that make the data in src/. Each reads the data folder (default `../shared/data`) and
//! writes into src/; the product itself needs neither the folder nor these programs.
//!
//! ```text
//! cargo run --release -p train -- lexicon [--data DIR]          names.fst, terms.fst
//! cargo run --release -p train -- evidence FILE.jsonl...        how often each kind of evidence is right
//! cargo run --release -p train -- score FILE.jsonl [--readme]   how well names are found; into README.md
//! cargo run --release -p train -- score-times FILE... [--errors] how well dates and times are found, with their values
//! cargo run --release -p train -- annotate FILE.jsonl           one {"id","article"} a line, to be scored
//! cargo run --release -p train -- pages FOLDER [--each|--readme]   how well web pages are read; see pages.rs
//! ```

mod annotate;
mod evidence;
mod lexicon;
mod pages;
mod score;
mod times;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words[..] {
        ["lexicon"] => lexicon::compile(&PathBuf::from("../shared/data")),
        ["lexicon", "--data", data] => lexicon::compile(&PathBuf::from(data)),
        ["evidence", ref files @ ..] if !files.is_empty() => evidence::measure(files),
        ["score", file] => score::score(file, false),
        ["score", file, "--readme"] => score::score(file, true),
        ["score-times", ref files @ .., "--errors"] => times::score(files, true),
        ["score-times", ref files @ ..] if !files.is_empty() => times::score(files, false),
        ["annotate", file] => annotate::annotate(&PathBuf::from(file)),
        ["pages", folder] => pages::score(Path::new(folder), false),
        ["pages", folder, "--readme"] => pages::score(Path::new(folder), true),
        ["pages", folder, "--each"] => pages::each(Path::new(folder)),
        _ => {
            Err("usage: train lexicon | evidence | score | annotate | pages; see the head of train/src/main.rs".into())
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}");
            ExitCode::FAILURE
        }
    }
}
