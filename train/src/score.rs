//! How well the names of an annotated file are found: precision, recall and F1 by exact span and
//! type.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::path::Path;

use wirecopy::training;

use crate::altered::{ALTERATIONS, altered};
use crate::corpus::{self, Document, Part, trim};

const MARKS: (&str, &str) = ("<!-- accuracy:start -->\n", "<!-- accuracy:end -->");

/// Names right, found and annotated.
#[derive(Clone, Copy, Default)]
pub struct Count {
    pub right: u32,
    pub found: u32,
    pub gold: u32,
}

impl Count {
    fn precision(self) -> f64 {
        100.0 * f64::from(self.right) / f64::from(self.found.max(1))
    }

    fn recall(self) -> f64 {
        100.0 * f64::from(self.right) / f64::from(self.gold.max(1))
    }

    pub fn f1(self) -> f64 {
        200.0 * f64::from(self.right) / f64::from((self.found + self.gold).max(1))
    }
}

/// What `score` is asked for.
#[derive(Clone, Copy, Default)]
pub struct Wish {
    /// Every article, in place of those that are kept for scoring.
    pub all: bool,
    /// Those to choose by.
    pub dev: bool,
    /// Into README.md.
    pub readme: bool,
    /// A line for each way in which people alter a text.
    pub altered: bool,
}

/// Prints the scores, or writes them into README.md.
///
/// Of a file to learn from, only the articles that are kept for scoring count, or those to choose by, or
/// all.
pub fn score(file: &Path, wish: Wish) -> Result<(), Box<dyn Error>> {
    let mut documents = corpus::read(file)?;
    let part = if wish.dev { Part::Dev } else { Part::Test };
    documents.retain(|document| wish.all || document.part == part);
    if wish.altered {
        print!("{}", alterations(&documents)?);
        return Ok(());
    }
    let table = table(file, documents.len(), &count(&documents, |kind| kind.to_string())?) + &calibration(&documents)?;
    if !wish.readme {
        print!("{table}");
        return Ok(());
    }
    write_between("README.md", MARKS, &table)
}

/// What each alteration costs, as a table.
pub fn alterations(documents: &[Document]) -> Result<String, Box<dyn Error>> {
    let f1 =
        |documents: &[Document]| Ok::<f64, Box<dyn Error>>(total(&count(documents, |kind| kind.to_string())?).f1());
    let whole = f1(documents)?;
    let mut table = format!("| alteration | F1 | less |\n|---|--:|--:|\n| none | {whole:.1} | |\n");
    for (name, alter) in ALTERATIONS {
        let copies: Vec<Document> = documents.iter().map(|document| altered(document, alter)).collect();
        let f1 = f1(&copies)?;
        table += &format!("| {name} | {f1:.1} | {:.1} |\n", whole - f1);
    }
    Ok(table)
}

/// How far confidence is from the share that is right: the expected calibration error over ten bins
/// (Guo et al. 2017).
pub fn calibration(documents: &[Document]) -> Result<String, Box<dyn Error>> {
    let mut bins = [(0, 0.0, 0); 10];
    for document in documents {
        for found in training::find(&document.text).into_iter().filter(|found| found.kind.is_name()) {
            let bin = &mut bins[((found.because * 10.0) as usize).min(9)];
            bin.0 += 1;
            bin.1 += found.because;
            let gold = document.names.get(&trim(&document.text, found.span.range()));
            bin.2 += u32::from(gold.is_some_and(|kind| kind == found.kind.as_str()));
        }
    }
    let all: u32 = bins.iter().map(|bin| bin.0).sum();
    let error: f64 = bins.iter().map(|(_, sure, right)| (sure - f64::from(*right)).abs()).sum();
    Ok(format!("\nExpected calibration error of `confidence`: {:.3}.\n", error / f64::from(all.max(1))))
}

/// Writes a table into a file, between two marks.
pub fn write_between(file: &str, marks: (&str, &str), table: &str) -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string(file)?;
    let start = text.find(marks.0).ok_or_else(|| format!("{file} has no mark where the table starts"))? + marks.0.len();
    let end = text.find(marks.1).ok_or_else(|| format!("{file} has no mark where the table ends"))?;
    Ok(std::fs::write(file, [&text[..start], table, &text[end..]].concat())?)
}

/// Names right, found and annotated, by what the types are taken as; "" for those that do not count.
pub fn count(
    documents: &[Document],
    taken_as: impl Fn(&str) -> String,
) -> Result<BTreeMap<String, Count>, Box<dyn Error>> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for document in documents {
        let found = training::find(&document.text).into_iter().filter(|found| found.kind.is_name());
        let found = found.map(|found| (trim(&document.text, found.span.range()), taken_as(found.kind.as_str())));
        let found: HashMap<_, _> = found.filter(|(_, kind)| !kind.is_empty()).collect();
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

/// The sum over all types.
pub fn total(counts: &BTreeMap<String, Count>) -> Count {
    let sum = |all: Count, one: &Count| Count {
        right: all.right + one.right,
        found: all.found + one.found,
        gold: all.gold + one.gold,
    };
    counts.values().fold(Count::default(), sum)
}

fn table(file: &Path, articles: usize, counts: &BTreeMap<String, Count>) -> String {
    let all = total(counts);
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
