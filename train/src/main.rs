//! Programs that make the data in src/. Each reads the data folder (default `../shared/data`) and
//! writes into src/; the product itself needs neither the folder nor these programs.
//!
//! ```text
//! cargo run --release -p train -- lexicon [--data DIR]          makes names.bin
//! cargo run --release -p train -- classes [--data DIR]          sorts words into classes.bin
//! cargo run --release -p train -- tagger [--data DIR]           learns weights.bin
//! cargo run --release -p train -- tagger --curve                how the score depends on the number of weights
//! cargo run --release -p train -- tagger --ablate               what each family of features adds to it
//! cargo run --release -p train -- gender [--data DIR]           makes given_names.bin
//! cargo run --release -p train -- identities [--data DIR]       makes base.tsv and pack.tsv
//! cargo run --release -p train -- evidence FILE.jsonl...        how often each kind of evidence is right
//! cargo run --release -p train -- score FILE.jsonl [--all|--dev] [--readme|--altered]
//!                                                               how well names are found; into README.md; or what
//!                                                               is lost where a text is in capitals, badly scanned ...
//! cargo run --release -p train -- card [--data DIR]             writes the scores of MODEL_CARD.md
//! cargo run --release -p train -- score-entities FILE.jsonl [--dev] [--readme]
//!                                                               how well entities and roles are found
//! cargo run --release -p train -- score-links FILE.jsonl [--each|--readme]
//!                                                               how well entities are linked to Wikidata
//! cargo run --release -p train -- score-times FILE... [--dev|--train] [--errors|--readme]
//!                                                               how well dates and times are found, with their values
//! cargo run --release -p train -- score-requests FILE... [--unseen] [--errors|--readme]
//!                                                               the same by the cases of Recognizers-Text
//! cargo run --release -p train -- score-quotes FILE.jsonl [--dev|--train] [--readme]
//!                                                               how well quotations and their speakers are found
//! cargo run --release -p train -- score-claims FILE.jsonl [--dev|--train] [--errors|--readme]
//!                                                               how well it is found who says, wants or denies what
//! cargo run --release -p train -- annotate FILE.jsonl           one {"id","article"} a line, to be scored
//! cargo run --release -p train -- pages FOLDER [--each|--readme]   how well web pages are read; see pages.rs
//! ```

mod altered;
mod annotate;
mod attributions;
mod card;
mod classes;
mod conll;
mod corpus;
mod entities;
mod evidence;
mod filed;
mod gender;
mod identities;
mod invented;
mod lexicon;
mod links;
mod log_linear;
mod pages;
mod quotes;
mod random;
mod recognizers;
mod renamed;
mod score;
mod tables;
mod tagger;
mod times;

use std::io::BufRead;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let data = Path::new("../shared/data");
    let result = match words[..] {
        ["lexicon"] => lexicon::compile(data),
        ["lexicon", "--data", data] => lexicon::compile(Path::new(data)),
        ["classes"] => classes::train(data),
        ["classes", "--data", data] => classes::train(Path::new(data)),
        ["tagger"] => tagger::train(data, tagger::Wish::Weights),
        ["tagger", "--curve"] => tagger::train(data, tagger::Wish::Curve),
        ["tagger", "--ablate"] => tagger::train(data, tagger::Wish::Ablation),
        ["tagger", "--data", data] => tagger::train(Path::new(data), tagger::Wish::Weights),
        ["gender"] => gender::compile(data),
        ["gender", "--data", data] => gender::compile(Path::new(data)),
        ["identities"] => identities::compile(data),
        ["identities", "--data", data] => identities::compile(Path::new(data)),
        ["evidence", ref files @ ..] if !files.is_empty() => evidence::measure(files),
        ["score-times", ref rest @ ..] if !rest.is_empty() => {
            let (files, flags) = files_and_flags(rest);
            let has = |flag| flags.contains(&flag);
            times::score(&files, &times::Wish { part: part(&flags), errors: has("--errors"), readme: has("--readme") })
        }
        ["score-requests", ref rest @ ..] if !rest.is_empty() => {
            let (files, flags) = files_and_flags(rest);
            let has = |flag| flags.contains(&flag);
            let wish = recognizers::Wish { unseen: has("--unseen"), errors: has("--errors"), readme: has("--readme") };
            recognizers::score(&files, &wish)
        }
        ["score", file, ref flags @ ..]
            if flags.iter().all(|flag| matches!(*flag, "--all" | "--dev" | "--readme" | "--altered")) =>
        {
            let has = |flag| flags.contains(&flag);
            let wish = score::Wish {
                all: has("--all"),
                dev: has("--dev"),
                readme: has("--readme"),
                altered: has("--altered"),
            };
            score::score(Path::new(file), wish)
        }
        ["card"] => card::write(data),
        ["card", "--data", data] => card::write(Path::new(data)),
        ["score-entities", file, ref flags @ ..] if flags.iter().all(|flag| matches!(*flag, "--dev" | "--readme")) => {
            let part = if flags.contains(&"--dev") { corpus::Part::Dev } else { corpus::Part::Test };
            entities::score(Path::new(file), part, flags.contains(&"--readme"))
        }
        ["score-links", file] => links::score(Path::new(file), false, false),
        ["score-links", file, "--readme"] => links::score(Path::new(file), true, false),
        ["score-links", file, "--each"] => links::score(Path::new(file), false, true),
        ["score-quotes", file, ref flags @ ..]
            if flags.iter().all(|flag| matches!(*flag, "--dev" | "--train" | "--readme")) =>
        {
            quotes::score(Path::new(file), part(flags), flags.contains(&"--readme"))
        }
        ["score-claims", file, ref flags @ ..]
            if flags.iter().all(|flag| matches!(*flag, "--dev" | "--train" | "--errors" | "--readme")) =>
        {
            let has = |flag| flags.contains(&flag);
            let wish = attributions::Wish { part: part(flags), errors: has("--errors"), readme: has("--readme") };
            attributions::score(Path::new(file), &wish)
        }
        ["annotate", file] => annotate::annotate(Path::new(file)),
        ["pages", folder] => pages::score(Path::new(folder), false),
        ["pages", folder, "--readme"] => pages::score(Path::new(folder), true),
        ["pages", folder, "--each"] => pages::each(Path::new(folder)),
        _ => {
            Err("usage: train lexicon | classes | tagger | gender | identities | evidence | score | score-entities | \
                  score-links | score-quotes | score-times | score-requests | annotate | pages; see the head of \
                  train/src/main.rs"
                .into())
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

/// Which part of the annotated articles is meant.
fn part(flags: &[&str]) -> corpus::Part {
    match (flags.contains(&"--dev"), flags.contains(&"--train")) {
        (true, _) => corpus::Part::Dev,
        (_, true) => corpus::Part::Train,
        _ => corpus::Part::Test,
    }
}

/// Names of files, and words that begin with two hyphens.
fn files_and_flags<'a>(words: &[&'a str]) -> (Vec<&'a str>, Vec<&'a str>) {
    words.iter().partition(|word| !word.starts_with("--"))
}

/// The unlabelled text of the data folder: a paragraph a line.
fn unlabelled(data: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let file = std::fs::File::open(data.join("text/unlabelled.txt.xz"))?;
    let mut text = Vec::new();
    lzma_rs::xz_decompress(&mut std::io::BufReader::new(file), &mut text)?;
    Ok(String::from_utf8(text)?)
}

/// The rows of a list, without its header.
fn rows(file: &Path) -> Result<Vec<Vec<String>>, Box<dyn std::error::Error>> {
    let lines = std::io::BufReader::new(std::fs::File::open(file)?).lines().skip(1);
    lines.map(|line| Ok(line?.split('\t').map(str::to_string).collect())).collect()
}
