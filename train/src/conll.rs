//! Open test sets of others: a token and its label a line, an empty line between sentences.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use crate::corpus::{Document, Part, trim};

/// Sentences that are read as one article: as many as a short report has.
const SENTENCES: usize = 10;

/// Reads a file. Names are PERSON, ORG or PLACE; those of other types are left out.
pub fn read(file: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let text = std::fs::read_to_string(file)?;
    let sentences: Vec<&str> = text.split("\n\n").filter(|sentence| !sentence.trim().is_empty()).collect();
    Ok(sentences.chunks(SENTENCES).map(document).collect())
}

fn document(sentences: &[&str]) -> Document {
    let mut text = String::new();
    let mut names = HashMap::new();
    for sentence in sentences {
        let mut open: Option<(usize, &str)> = None;
        for (token, label) in sentence.lines().filter_map(|line| line.trim().split_once('\t')) {
            let (place, kind) = label.split_once('-').unwrap_or(("O", ""));
            if place != "I" {
                close(&text, open.take(), &mut names);
            }
            if !text.is_empty() && !text.ends_with('\n') && is_spaced(&text, token) {
                text.push(' ');
            }
            if place == "B" {
                open = type_of(kind).map(|kind| (text.len(), kind));
            }
            text.push_str(token);
        }
        close(&text, open, &mut names);
        text.push('\n');
    }
    Document { text, names, part: Part::Test }
}

fn close(text: &str, open: Option<(usize, &str)>, names: &mut HashMap<(usize, usize), String>) {
    if let Some((start, kind)) = open {
        names.insert(trim(text, start..text.len()), kind.to_string());
    }
}

/// Whether a blank belongs between the text and its next token, as print has it.
fn is_spaced(text: &str, token: &str) -> bool {
    let joins_left = [".", ",", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "’", "”", "'"].contains(&token);
    !joins_left && !text.ends_with(['(', '[', '“', '$', '£', '€'])
}

fn type_of(kind: &str) -> Option<&'static str> {
    match kind {
        "PER" | "politician" | "person" => Some("PERSON"),
        "ORG" | "organisation" | "politicalparty" => Some("ORG"),
        "LOC" | "location" | "country" => Some("PLACE"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_become_names_in_running_text() {
        let document = document(&["Kari\tB-PER\nNordmann\tI-PER\n's\tO\nOslo\tB-LOC\n.\tO", "WHO\tB-ORG"]);
        assert_eq!(document.text, "Kari Nordmann's Oslo.\nWHO\n");
        let mut names: Vec<_> =
            document.names.iter().map(|((start, end), kind)| (&document.text[*start..*end], &**kind)).collect();
        names.sort();
        assert_eq!(names, [("Kari Nordmann", "PERSON"), ("Oslo", "PLACE"), ("WHO", "ORG")]);
    }
}
