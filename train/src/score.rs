//! How well the names of an annotated file are found: precision, recall and F1 by exact span and
//! type.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::path::Path;

use wirecopy::training;

use crate::corpus::{self, Document, Part, trim};

const MARKS: (&str, &str) = ("<!-- accuracy:start -->\n", "<!-- accuracy:end -->");

/// Names right, found and annotated.
#[derive(Clone, Copy, Default)]
struct Count {
    right: u32,
    found: u32,
    gold: u32,
}

impl Count {
    fn precision(self) -> f64 {
        100.0 * f64::from(self.right) / f64::from(self.found.max(1))
    }

    fn recall(self) -> f64 {
        100.0 * f64::from(self.right) / f64::from(self.gold.max(1))
    }

    fn f1(self) -> f64 {
        200.0 * f64::from(self.right) / f64::from((self.found + self.gold).max(1))
    }
}

/// Prints the scores, or writes them into README.md.
///
/// Of a file to learn from, only the articles that are kept for scoring count; `all` takes every
/// one.
pub fn score(file: &Path, all: bool, readme: bool) -> Result<(), Box<dyn Error>> {
    let mut documents = corpus::read(file)?;
    documents.retain(|document| all || document.part == Part::Test);
    let table = table(file, documents.len(), &count(&documents)?);
    if !readme {
        print!("{table}");
        return Ok(());
    }
    write_between(MARKS, &table)
}

/// Writes a table into README.md, between two marks.
pub fn write_between(marks: (&str, &str), table: &str) -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string("README.md")?;
    let start = text.find(marks.0).ok_or("README.md has no mark where the table starts")? + marks.0.len();
    let end = text.find(marks.1).ok_or("README.md has no mark where the table ends")?;
    Ok(std::fs::write("README.md", [&text[..start], table, &text[end..]].concat())?)
}

fn count(documents: &[Document]) -> Result<BTreeMap<String, Count>, Box<dyn Error>> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for document in documents {
        let found = training::find(&document.text).into_iter().filter(|found| found.kind.is_name());
        let found = found.map(|found| (trim(&document.text, found.span.range()), found.kind.as_str().to_string()));
        let found: HashMap<_, _> = found.collect();
        for (span, kind) in &found {
            let count = counts.entry(kind.clone()).or_default();
            count.found += 1;
            count.right += u32::from(document.names.get(span) == Some(kind));
        }
        for kind in document.names.values() {
            counts.entry(kind.clone()).or_default().gold += 1;
        }
    }
    Ok(counts)
}

fn table(file: &Path, articles: usize, counts: &BTreeMap<String, Count>) -> String {
    let sum = |all: Count, one: &Count| Count {
        right: all.right + one.right,
        found: all.found + one.found,
        gold: all.gold + one.gold,
    };
    let all = counts.values().fold(Count::default(), sum);
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut table = format!("{articles} articles of {name}, exact span and type.\n\n");
    table += "| type | names | precision | recall | F1 |\n|---|--:|--:|--:|--:|\n";
    let mut rows: Vec<(&str, Count)> = counts.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    rows.sort_by_key(|(_, count)| std::cmp::Reverse(count.gold));
    rows.insert(0, ("all", all));
    for (kind, count) in rows {
        let (precision, recall, f1) = (count.precision(), count.recall(), count.f1());
        table += &format!("| {kind} | {} | {precision:.1} | {recall:.1} | {f1:.1} |\n", count.gold);
    }
    table
}
