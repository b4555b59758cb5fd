//! How well quotations are found: of the quoted stretches that an annotator gave a speaker, how many
//! have the right one.

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::io::{BufRead, BufReader};
use std::path::Path;

use serde_json::Value;
use wirecopy::{Article, OffsetUnit, Options, Quote, Speaker, parse_article};

use crate::corpus::{Part, part_of};
use crate::score::write_between;

const MARKS: (&str, &str) = ("<!-- quotations:start -->\n", "<!-- quotations:end -->");

/// What is counted over the articles.
#[derive(Default)]
struct Count {
    articles: u32,
    /// Stretches that somebody says.
    said: u32,
    /// Of those, the ones that a quotation covers.
    covered: u32,
    /// Stretches that are given a speaker.
    given: u32,
    /// Of those, the ones with the right one.
    right: u32,
}

/// Prints the score of one part of the file, or writes it into README.md.
pub fn score(file: &Path, part: Part, readme: bool) -> Result<(), Box<dyn Error>> {
    let mut count = Count::default();
    for line in BufReader::new(std::fs::File::open(file)?).lines() {
        let document: Value = serde_json::from_str(&line?)?;
        if part_of(document["id"].as_str().ok_or("a line without an id")?) == part {
            count.add(&document)?;
        }
    }
    let table = count.table(file, part);
    if !readme {
        print!("{table}");
        return Ok(());
    }
    write_between("README.md", MARKS, &table)
}

impl Count {
    fn add(&mut self, document: &Value) -> Result<(), Box<dyn Error>> {
        let text = document["text"].as_str().ok_or("a line without a text")?;
        let article = parse_article(text, &Options { offsets: OffsetUnit::CodePoint, ..Options::default() })?;
        let forms = forms(document, text);
        self.articles += 1;
        for stretch in document["quotes"].as_array().ok_or("a line without quotations")? {
            let place = |index: usize| stretch[index].as_u64().unwrap_or(0) as u32;
            let gold = stretch[2].as_str();
            let quote = covering(&article, place(0), place(1));
            self.said += u32::from(gold.is_some());
            self.covered += u32::from(gold.is_some() && quote.is_some());
            if let Some(speaker) = quote.and_then(|quote| quote.speaker.as_ref()) {
                self.given += 1;
                self.right += u32::from(gold.is_some_and(|gold| is_right(&article, speaker, gold, &forms)));
            }
        }
        Ok(())
    }

    fn table(&self, file: &Path, part: Part) -> String {
        let share = |of: u32, all: u32| 100.0 * f64::from(of) / f64::from(all.max(1));
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let which = match part {
            Part::Train => "to learn from",
            Part::Dev => "to choose by",
            Part::Test => "kept for scoring",
        };
        let f1 = share(2 * self.right, self.given + self.said);
        format!(
            "{} articles of {name}, {which}: quoted stretches with the right speaker.\n\n\
             | stretches that somebody says | found | precision | recall | F1 |\n|--:|--:|--:|--:|--:|\n\
             | {} | {} | {:.1} | {:.1} | {f1:.1} |\n",
            self.articles,
            self.said,
            self.covered,
            share(self.right, self.given),
            share(self.right, self.said),
        )
    }
}

/// The shortest quotation that holds most of the stretch.
fn covering(article: &Article, start: u32, end: u32) -> Option<&Quote> {
    let holds = |quote: &&Quote| {
        let shared = f64::from(end.min(quote.end)) - f64::from(start.max(quote.start));
        shared >= 0.7 * f64::from(end - start)
    };
    article.quotes.iter().filter(holds).min_by_key(|quote| quote.end - quote.start)
}

/// Whether the speaker is the annotated one: an entity by any of its names, or, where the text names
/// nobody, the words after "*".
fn is_right(article: &Article, speaker: &Speaker, gold: &str, forms: &HashMap<String, HashSet<String>>) -> bool {
    if let Some(gold) = gold.strip_prefix('*') {
        return !words(gold).is_disjoint(&words(&speaker.text));
    }
    let known = |name: &str| name == gold || forms.get(gold).is_some_and(|forms| forms.contains(name));
    match speaker.entity.map(|entity| &article.entities[entity as usize]) {
        Some(entity) => {
            let mentions = entity.mentions.iter().map(|mention| article.mentions[*mention as usize].text.as_str());
            let names = entity.aliases.iter().map(String::as_str).chain([entity.name.as_str()]);
            names.chain(mentions).any(known)
        }
        None => known(&speaker.text),
    }
}

/// The words of a phrase that tell.
fn words(phrase: &str) -> HashSet<String> {
    const SMALL: [&str; 8] = ["the", "of", "a", "an", "for", "in", "to", "and"];
    let words = phrase.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| !word.is_empty() && !SMALL.contains(&word.as_str())).collect()
}

/// The forms in which the annotated names occur, by the entity's name.
fn forms(document: &Value, text: &str) -> HashMap<String, HashSet<String>> {
    let characters: Vec<char> = text.chars().collect();
    let mut forms: HashMap<String, HashSet<String>> = HashMap::new();
    for name in document["ents"].as_array().into_iter().flatten() {
        let place = |index: usize| name[index].as_u64().map(|place| place as usize);
        let (Some(start), Some(end), Some(entity)) = (place(0), place(1), place(3)) else { continue };
        let Some(entity) = document["entities"][entity]["name"].as_str() else { continue };
        forms.entry(entity.to_string()).or_default().insert(characters[start..end].iter().collect());
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speakers_are_compared_by_name_and_by_words() {
        let line = r#"{"id":"wn_1","text":"“It rains,” said Ana Mota. “No,” a man said.",
            "ents":[[17,25,"PERSON",0]],"entities":[{"name":"Ana Mota"}],
            "quotes":[[0,11,"Ana Mota"],[27,32,"*the man"]]}"#;
        let mut count = Count::default();
        count.add(&serde_json::from_str(line).unwrap()).unwrap();
        assert_eq!((count.said, count.covered, count.given, count.right), (2, 2, 2, 2));
    }
}
