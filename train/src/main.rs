//! Programs that make the data in src/. Each reads the data folder (default `../shared/data`) and
//! writes into src/; the product itself needs neither the folder nor these programs.
//!
//! ```text
//! cargo run --release -p train -- lexicon [--data DIR]          makes names.fst and terms.fst
//! cargo run --release -p train -- tagger [--data DIR]           learns weights.bin
//! cargo run --release -p train -- evidence FILE.jsonl...        how often each kind of evidence is right
//! cargo run --release -p train -- score FILE.jsonl [--all] [--readme]
//!                                                               how well names are found; into README.md
//! cargo run --release -p train -- annotate FILE.jsonl           one {"id","article"} a line, for other scorers
//! ```

mod annotate;
mod corpus;
mod evidence;
mod lexicon;
mod score;
mod tagger;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let data = Path::new("../shared/data");
    let result = match words[..] {
        ["lexicon"] => lexicon::compile(data),
        ["lexicon", "--data", data] => lexicon::compile(Path::new(data)),
        ["tagger"] => tagger::train(data),
        ["tagger", "--data", data] => tagger::train(Path::new(data)),
        ["evidence", ref files @ ..] if !files.is_empty() => evidence::measure(files),
        ["score", file, ref flags @ ..] if flags.iter().all(|flag| matches!(*flag, "--all" | "--readme")) => {
            score::score(Path::new(file), flags.contains(&"--all"), flags.contains(&"--readme"))
        }
        ["annotate", file] => annotate::annotate(Path::new(file)),
        _ => {
            Err("usage: train lexicon | tagger | evidence | score | annotate; see the head of train/src/main.rs".into())
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
