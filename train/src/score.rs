//! How well the names of an annotated file are found: precision, recall and F1 by exact span and
//! type.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::io::{BufRead, BufReader};

use wirecopy::training;

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
pub fn score(file: &str, readme: bool) -> Result<(), Box<dyn Error>> {
    let (articles, counts) = count(file)?;
    let table = table(file, articles, &counts);
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

fn count(file: &str) -> Result<(u32, BTreeMap<String, Count>), Box<dyn Error>> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut articles = 0;
    for line in BufReader::new(std::fs::File::open(file)?).lines() {
        let document: serde_json::Value = serde_json::from_str(&line?)?;
        let text = document["text"].as_str().ok_or("a line without a text")?;
        let gold = gold(text, &document["ents"])?;
        let found = training::find(text).into_iter().filter(|found| found.kind.is_name());
        let found: HashMap<_, _> =
            found.map(|found| (trim(text, found.span.range()), found.kind.as_str().to_string())).collect();
        for (span, kind) in &found {
            let count = counts.entry(kind.clone()).or_default();
            count.found += 1;
            count.right += u32::from(gold.get(span) == Some(kind));
        }
        for kind in gold.into_values() {
            counts.entry(kind).or_default().gold += 1;
        }
        articles += 1;
    }
    Ok((articles, counts))
}

fn table(file: &str, articles: u32, counts: &BTreeMap<String, Count>) -> String {
    let sum = |all: Count, one: &Count| Count {
        right: all.right + one.right,
        found: all.found + one.found,
        gold: all.gold + one.gold,
    };
    let all = counts.values().fold(Count::default(), sum);
    let name = std::path::Path::new(file).file_name().unwrap_or_default().to_string_lossy();
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

/// The annotated names: their types by their trimmed spans in bytes.
pub fn gold(text: &str, names: &serde_json::Value) -> Result<HashMap<(usize, usize), String>, Box<dyn Error>> {
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let names = names.as_array().ok_or("a line without annotated names")?;
    let one = |name: &serde_json::Value| {
        let place = |index: usize| name[index].as_u64().and_then(|point| bytes.get(point as usize)).copied();
        let kind = match name[2].as_str()? {
            "WORK" => "WORK_OF_ART",
            kind => kind,
        };
        Some((trim(text, place(0)?..place(1)?), kind.to_string()))
    };
    names.iter().map(|name| one(name).ok_or_else(|| "an annotation that is none".into())).collect()
}

/// Both sides are trimmed alike: marks at the ends, a possessive, a leading article.
pub fn trim(text: &str, span: std::ops::Range<usize>) -> (usize, usize) {
    const LEFT: &[char] = &[
        ' ', '\t', '\n', '"', '\'', '`', '“', '”', '‘', '’', '(', '[', '{', '<', ',', ';', ':', '-', '–', '—', '.',
        '!', '?', '•', '*',
    ];
    const RIGHT: &[char] = &[
        ' ', '\t', '\n', '"', '\'', '`', '“', '”', '‘', '’', ')', ']', '}', '>', ',', ';', ':', '-', '–', '—', '!',
        '?', '*',
    ];
    let mut name = &text[span.clone()];
    loop {
        let before = name;
        name = name.trim_start_matches(LEFT).trim_end_matches(RIGHT);
        for ending in ["'s", "’s"] {
            name = name.strip_suffix(ending).filter(|rest| !rest.is_empty()).unwrap_or(name);
        }
        name = name.strip_prefix("the ").or(name.strip_prefix("The ")).unwrap_or(name);
        if name == before {
            break;
        }
    }
    let start = name.as_ptr() as usize - text.as_ptr() as usize;
    (start, start + name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_trimmed_to_the_name() {
        for (text, expected) in
            [("“the Kremlin’s”", "Kremlin"), ("U.S.", "U.S."), ("'s", "s"), ("The the Hague", "Hague")]
        {
            let (start, end) = trim(text, 0..text.len());
            assert_eq!(&text[start..end], expected);
        }
    }
}
