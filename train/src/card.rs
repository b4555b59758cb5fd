//! Writes the figures of MODEL_CARD.md.

use std::error::Error;
use std::path::Path;

use crate::corpus::{self, Document, Part};
use crate::{conll, score};

const FILE: &str = "MODEL_CARD.md";
/// Which part of the corpora the card's scores are of.
const MARKS: (&str, &str) = ("<!-- scores:start -->\n", "<!-- scores:end -->");
/// Test sets of others, with three types.
const OPEN: [(&str, &str); 2] =
    [("uner_pud.conll", "Universal NER, PUD"), ("crossner_politics_test.conll", "CrossNER, politics")];

/// Scores what is kept for scoring, and the open sets, and writes the tables into the card.
pub fn write(data: &Path) -> Result<(), Box<dyn Error>> {
    let corpora = data.join("corpora");
    let mut tables = String::new();
    for (part, title) in [(Part::Dev, "to choose by"), (Part::Test, "kept for scoring")] {
        tables += &format!("\nArticles {title}: F1 by exact span and type, and the number of names.\n\n");
        tables += "| type | wikinews | leipzig | current_events |\n|---|--:|--:|--:|\n";
        let of_part = |file: &str| -> Result<Vec<Document>, Box<dyn Error>> {
            let documents = corpus::read(&corpora.join(file))?;
            Ok(documents.into_iter().filter(|document| document.part == part).collect())
        };
        let counts = corpus::FILES.into_iter().map(|file| Ok(score::count(&of_part(file)?)));
        let counts = counts.collect::<Result<Vec<_>, Box<dyn Error>>>()?;
        let totals: Vec<_> = counts.iter().map(score::total).collect();
        tables += &row("all", totals.iter().copied());
        let mut kinds: Vec<&String> = counts.iter().flat_map(|counts| counts.keys()).collect();
        kinds.sort_by_key(|kind| {
            std::cmp::Reverse(counts.iter().filter_map(|counts| counts.get(*kind)).map(|count| count.gold).sum::<u32>())
        });
        let mut seen = std::collections::HashSet::new();
        for kind in kinds.into_iter().filter(|kind| seen.insert(kind.as_str())) {
            tables += &row(kind, counts.iter().map(|counts| counts.get(kind).copied().unwrap_or_default()));
        }
        if part == Part::Dev {
            tables += &score::calibration(&of_part(corpus::FILES[0])?);
            tables += "\nThe same articles of wikinews as people may drop them:\n\n";
            tables += &score::alterations(&of_part(corpus::FILES[0])?);
        }
    }
    tables += "\nOpen sets of others, which annotate in their own ways; nothing was learned from them.\n\n";
    tables += "| set | PERSON | ORG | PLACE |\n|---|--:|--:|--:|\n";
    for (file, title) in OPEN {
        let counts = score::count_three(&conll::read(&corpora.join(file))?);
        tables += &row(
            title,
            ["PERSON", "ORG", "PLACE"].into_iter().map(|kind| counts.get(kind).copied().unwrap_or_default()),
        );
    }
    score::write_between(FILE, MARKS, &tables)
}

fn row(title: &str, counts: impl Iterator<Item = score::Count>) -> String {
    let cell = |count: score::Count| match count.gold {
        0 => " |".to_string(),
        gold => format!(" {:.1} ({gold}) |", count.f1()),
    };
    format!("| {title} |{}\n", counts.map(cell).collect::<String>())
}
