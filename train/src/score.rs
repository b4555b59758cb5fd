//! How well the names of an annotated file are found: precision, recall and F1 by exact span and
//! type.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::path::Path;

use wirecopy::training;

use crate::altered::{ALTERATIONS, altered};
use crate::corpus::{self, Document, Part, Range, trim};

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

/// By type.
pub type Counts = BTreeMap<String, Count>;

/// Types by span.
type Names = HashMap<Range, String>;

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
        print!("{}", alterations(&documents));
        return Ok(());
    }
    let table = table(file, documents.len(), &count(&documents)) + &calibration(&documents);
    if !wish.readme {
        print!("{table}");
        return Ok(());
    }
    write_between("README.md", MARKS, &table)
}

/// What each alteration costs, as a table.
pub fn alterations(documents: &[Document]) -> String {
    let f1 = |documents: &[Document]| total(&count(documents)).f1();
    let whole = f1(documents);
    let mut table = format!("| alteration | F1 | less |\n|---|--:|--:|\n| none | {whole:.1} | |\n");
    for (name, alter) in ALTERATIONS {
        let copies: Vec<Document> = documents.iter().map(|document| altered(document, alter)).collect();
        let f1 = f1(&copies);
        table += &format!("| {name} | {f1:.1} | {:.1} |\n", whole - f1);
    }
    table
}

/// How far confidence is from the share that is right: the expected calibration error over ten bins
/// (Guo et al. 2017).
pub fn calibration(documents: &[Document]) -> String {
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
    format!("\nExpected calibration error of `confidence`: {:.3}.\n", error / f64::from(all.max(1)))
}

/// Writes a table into a file, between two marks.
pub fn write_between(file: &str, marks: (&str, &str), table: &str) -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string(file)?;
    let start = text.find(marks.0).ok_or_else(|| format!("{file} has no mark where the table starts"))? + marks.0.len();
    let end = text.find(marks.1).ok_or_else(|| format!("{file} has no mark where the table ends"))?;
    Ok(std::fs::write(file, [&text[..start], table, &text[end..]].concat())?)
}

/// Names right, found and annotated, by type.
pub fn count(documents: &[Document]) -> Counts {
    let mut counts = Counts::new();
    for document in documents {
        let found = found(document).map(|(span, kind)| (trim(&document.text, span.0..span.1), kind));
        add(&mut counts, &document.names, &found.collect());
    }
    counts
}

/// The same for people, organisations and places alone, as others annotate them.
pub fn count_three(documents: &[Document]) -> Counts {
    let mut counts = Counts::new();
    for document in documents {
        let gold = document.names.iter().map(|(span, kind)| (*span, kind.clone()));
        add(&mut counts, &three(&document.text, gold.collect()), &three(&document.text, found(document).collect()));
    }
    counts
}

/// The names that the product finds.
fn found(document: &Document) -> impl Iterator<Item = (Range, String)> {
    let found = training::find(&document.text).into_iter().filter(|found| found.kind.is_name());
    found.map(|found| ((found.span.range().start, found.span.range().end), found.kind.as_str().to_string()))
}

fn add(counts: &mut Counts, gold: &Names, found: &Names) {
    for (span, kind) in found {
        let count = counts.entry(kind.clone()).or_default();
        count.found += 1;
        count.right += u32::from(gold.get(span) == Some(kind));
    }
    for kind in gold.values() {
        counts.entry(kind.clone()).or_default().gold += 1;
    }
}

/// Names of three types: countries, towns and other places are one elsewhere. Where names overlap the
/// longest counts, and a full stop that only ends the sentence belongs to none.
fn three(text: &str, mut names: Vec<(Range, String)>) -> Names {
    names.sort_by_key(|((start, end), _)| (std::cmp::Reverse(text[*start..*end].chars().count()), *start));
    let mut kept = Names::new();
    for ((start, end), kind) in names {
        let kind = match kind.as_str() {
            "GPE" | "LOC" | "PLACE" => "PLACE",
            "PERSON" | "ORG" => kind.as_str(),
            _ => continue,
        };
        let (mut start, mut end) = trim(text, start..end);
        while text[start..end].ends_with('.') && !ends_abbreviated(&text[start..end]) {
            (start, end) = trim(text, start..end - 1);
        }
        if start < end && !kept.keys().any(|other| start < other.1 && other.0 < end) {
            kept.insert((start, end), kind.to_string());
        }
    }
    kept
}

/// Whether the full stop at the end belongs to the last word.
fn ends_abbreviated(name: &str) -> bool {
    const ABBREVIATIONS: &[&str] = &["Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "St", "Bros"];
    let before = &name[..name.len() - 1];
    let initial = before.ends_with(|letter: char| letter.is_ascii_uppercase())
        && !before[..before.len() - 1].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    initial || ABBREVIATIONS.iter().any(|abbreviation| before.ends_with(abbreviation))
}

/// The sum over all types.
pub fn total(counts: &Counts) -> Count {
    let sum = |all: Count, one: &Count| Count {
        right: all.right + one.right,
        found: all.found + one.found,
        gold: all.gold + one.gold,
    };
    counts.values().fold(Count::default(), sum)
}

fn table(file: &Path, articles: usize, counts: &Counts) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What the Python scorers print of `names.jsonl`; `train/fixtures/record.sh` recorded it.
    const FIGURES: &str = include_str!("../fixtures/figures.txt");

    /// The articles of the fixture, with the names that are to be taken as found.
    fn fixture() -> Vec<(Document, Vec<(Range, String)>)> {
        let article = |line: &str| {
            let found = corpus::parse(&line.replace("\"ents\"", "\"gold\"").replace("\"found\"", "\"ents\"")).unwrap();
            let is_name = |kind: &str| wirecopy::MentionType::from_name(kind).is_name();
            (corpus::parse(line).unwrap(), found.names.into_iter().filter(|(_, kind)| is_name(kind)).collect())
        };
        include_str!("../fixtures/names.jsonl").lines().map(article).collect()
    }

    fn figures(count: Count) -> String {
        format!("P {:.1} R {:.1} F1 {:.1}", count.precision(), count.recall(), count.f1())
    }

    /// A line of the record, as what stands before and behind its bar.
    fn recorded(start: &str) -> (String, Vec<String>) {
        let line = FIGURES.lines().find_map(|line| line.strip_prefix(start)).expect("the line was recorded");
        let (all, kinds) = line.split_once(" | ").unwrap_or((line, ""));
        (all.trim().to_string(), kinds.split(' ').map(str::to_string).collect())
    }

    #[test]
    fn articles_score_as_in_the_python_scorer() {
        let mut counts = Counts::new();
        let mut places = Counts::new();
        for (document, found) in fixture() {
            let found: Names = found.into_iter().collect();
            add(&mut counts, &document.names, &found);
            let as_places = |names: &Names| -> Names {
                let places = names.iter().filter(|(_, kind)| matches!(kind.as_str(), "GPE" | "LOC" | "FAC"));
                places.map(|(span, _)| (*span, "place".to_string())).collect()
            };
            add(&mut places, &as_places(&document.names), &as_places(&found));
        }
        let (all, mut kinds) = recorded("names ");
        assert_eq!(figures(total(&counts)), all);
        let annotated = counts.iter().filter(|(_, count)| count.gold > 0);
        let mut ours: Vec<_> =
            annotated.map(|(kind, count)| format!("{kind} {:.0}({})", count.f1(), count.gold)).collect();
        kinds = kinds.chunks(2).map(|pair| pair.join(" ")).collect();
        ours.sort();
        kinds.sort();
        assert_eq!(ours, kinds);
        assert_eq!(figures(total(&places)), recorded("places ").0);
    }

    #[test]
    fn three_types_score_as_in_the_python_scorer() {
        let mut counts = Counts::new();
        for (document, found) in fixture() {
            let gold = document.names.clone().into_iter().collect();
            add(&mut counts, &three(&document.text, gold), &three(&document.text, found));
        }
        let three = FIGURES.lines().last().unwrap();
        let by_type = ["PERSON", "ORG", "PLACE"].map(|kind| format!("{kind} {:.1}", counts[kind].f1()));
        assert_eq!(format!("{} | {}", figures(total(&counts)), by_type.join(" ")), three);
    }
}
