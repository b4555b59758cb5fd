//! The articles in `tests/articles`, as they are read: what each says of itself, and the kind and
//! words of every block. `INSTA_UPDATE=always cargo test` writes the snapshots anew.

#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write;
use std::path::PathBuf;

use wirecopy::{Article, OffsetUnit, Options, parse_article};

#[test]
fn articles() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 8, "the articles are missing from {}", folder.display());
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let options = Options { offsets: OffsetUnit::Utf8, ..Options::default() };
        let article = parse_article(&text, &options).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, shown(&article));
        });
    }
}

/// The reading of an article, for people to compare.
fn shown(article: &Article) -> String {
    let mut shown = serde_json::to_string_pretty(&article.metadata).unwrap();
    shown.push('\n');
    for block in &article.blocks {
        let kind = serde_json::to_value(block.kind).unwrap();
        let repeats = block.repeats.map_or(String::new(), |index| format!(" (repeats {index})"));
        let words = &article.text[block.start as usize..block.end as usize];
        writeln!(shown, "\n[{}{repeats}]\n{words:?}", kind.as_str().unwrap()).unwrap();
    }
    for notice in &article.notices {
        writeln!(shown, "\n! {} at {:?}: {}", notice.code, notice.start, notice.message).unwrap();
    }
    shown
}
