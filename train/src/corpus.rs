//! The annotated articles: lines of {"id","text","ents":[[start,end,TYPE,entity]]}, with offsets in
//! code points.

use std::collections::HashMap;
use std::error::Error;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// The files to learn from, which are annotated after one guide.
pub const FILES: [&str; 3] = ["wikinews.jsonl", "leipzig.jsonl", "current_events.jsonl"];

/// Bytes of the text.
pub type Range = (usize, usize);

/// An annotated article.
pub struct Document {
    pub text: String,
    /// Types by trimmed spans.
    pub names: HashMap<Range, String>,
    pub part: Part,
}

impl Document {
    /// The same article without capitals.
    pub fn in_small_letters(&self) -> Document {
        Document { text: self.text.to_ascii_lowercase(), names: self.names.clone(), part: self.part }
    }

    /// The same article with some of its lines as headlines print them: a capital on every word, or
    /// capitals throughout. Only letters of ASCII change, so that every span stays where it is.
    pub fn with_headlines(&self) -> Document {
        let lines = self.text.split_inclusive('\n').enumerate().map(|(index, line)| match index % 4 {
            0 => title_case(line),
            2 => line.to_ascii_uppercase(),
            _ => line.to_string(),
        });
        Document { text: lines.collect(), names: self.names.clone(), part: self.part }
    }
}

/// A capital on every word but the short ones that headlines write small.
pub fn title_case(line: &str) -> String {
    const SMALL: &[&str] = &["a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"];
    let word = |(index, word): (usize, &str)| match index > 0 && SMALL.contains(&word.trim_end()) {
        true => word.to_string(),
        false => word.chars().take(1).map(|first| first.to_ascii_uppercase()).chain(word.chars().skip(1)).collect(),
    };
    line.split_inclusive(' ').enumerate().map(word).collect()
}

/// What an article is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// To learn from.
    Train,
    /// To choose by.
    Dev,
    /// To score, and for nothing else.
    Test,
}

/// Reads a file.
pub fn read(file: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let lines = BufReader::new(std::fs::File::open(file)?).lines();
    lines.map(|line| parse(&line?)).collect()
}

/// Reads a line.
pub fn parse(line: &str) -> Result<Document, Box<dyn Error>> {
    let mut document: serde_json::Value = serde_json::from_str(line)?;
    let part = part_of(document["id"].as_str().ok_or("a line without an id")?);
    let serde_json::Value::String(text) = document["text"].take() else { return Err("a line without a text".into()) };
    let names = names(&text, &document["ents"])?;
    Ok(Document { text, names, part })
}

/// By a hash of the id, so that an article stays where it is: of the whole articles of Wikinews a
/// fifth to choose by and a fifth to score, of the groups of single sentences a tenth each.
pub fn part_of(id: &str) -> Part {
    let hash = id.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    match (id.starts_with("wn_"), hash % 10) {
        (true, 0 | 1) | (false, 0) => Part::Test,
        (true, 2 | 3) | (false, 1) => Part::Dev,
        _ => Part::Train,
    }
}

fn names(text: &str, names: &serde_json::Value) -> Result<HashMap<Range, String>, Box<dyn Error>> {
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let one = |name: &serde_json::Value| {
        let place = |index: usize| name[index].as_u64().and_then(|point| bytes.get(point as usize)).copied();
        let kind = match name[2].as_str()? {
            "WORK" => "WORK_OF_ART",
            kind => kind,
        };
        Some((trim(text, place(0)?..place(1)?), kind.to_string()))
    };
    let names = names.as_array().ok_or("a line without annotated names")?;
    names.iter().map(|name| one(name).ok_or_else(|| "an annotation that is none".into())).collect()
}

/// What is annotated and what is found are trimmed alike: marks at the ends, a possessive, a leading
/// article.
pub fn trim(text: &str, span: std::ops::Range<usize>) -> Range {
    const LEFT: &[char] = &[
        ' ', '\t', '\n', '"', '\'', '`', '“', '”', '‘', '’', '(', '[', '{', '<', ',', ';', ':', '-', '–', '—', '.',
        '!', '?', '•', '*',
    ];
    const RIGHT: &[char] = &[
        ' ', '\t', '\n', '"', '\'', '`', '“', '”', '‘', '’', ')', ']', '}', '>', ',', ';', ':', '-', '–', '—', '!',
        '?', '*',
    ];
    let mut name = &text[span];
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

    #[test]
    fn offsets_are_code_points() {
        let line = r#"{"id":"wn_1","text":"É Oslo","ents":[[2,6,"GPE",0]]}"#;
        let document = parse(line).unwrap();
        assert_eq!(document.names[&(3, 7)], "GPE");
    }
}
