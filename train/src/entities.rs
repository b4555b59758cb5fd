//! How well entities and roles are found, on articles with the entity of each mention and the roles of
//! people: B-cubed over the mentions of names, and the F1 of roles, of which two fit where their words
//! overlap by 0.6 (Jaccard).

use std::collections::{BTreeSet, HashMap, HashSet};
use std::error::Error;
use std::path::Path;

use serde_json::Value;
use wirecopy::{Article, OffsetUnit, Options, parse_article};

use crate::corpus::{self, Part, Range, trim};
use crate::score::write_between;

const MARKS: (&str, &str) = ("<!-- entities:start -->\n", "<!-- entities:end -->");

/// Prints the scores of a part of a file, or writes them into README.md.
pub fn score(file: &Path, part: Part, readme: bool) -> Result<(), Box<dyn Error>> {
    let mut scores = [Sums::default(), Sums::default(), Sums::default()];
    let mut articles = 0;
    for line in std::fs::read_to_string(file)?.lines() {
        let gold = Gold::parse(line)?;
        if gold.part != part {
            continue;
        }
        articles += 1;
        let article = parse_article(&gold.text, &Options { offsets: OffsetUnit::Utf8, ..Options::default() })?;
        let found = names_of(&article);
        scores[0].add(cubed(&gold.names, &found));
        let (own, own_found) = shared(&gold.names, &found);
        scores[1].add(cubed(&own, &own_found));
        scores[2].add(roles(&gold, &article));
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let which = match part {
        Part::Train => "that were learned from",
        Part::Dev => "that choices were made by",
        Part::Test => "that nothing was chosen by",
    };
    let mut table =
        format!("{articles} articles of {name} {which}.\n\n| | precision | recall | F1 |\n|---|--:|--:|--:|\n");
    for (what, sums) in
        ["mentions in their entities (B-cubed)", "the same, of mentions rightly found", "roles"].iter().zip(scores)
    {
        table += &format!("| {what} | {} |\n", sums.row());
    }
    if readme {
        return write_between("README.md", MARKS, &table);
    }
    print!("{table}");
    Ok(())
}

#[derive(Clone, Copy, Default)]
struct Sums {
    right_found: f64,
    found: f64,
    right_gold: f64,
    gold: f64,
}

impl Sums {
    fn add(&mut self, other: Sums) {
        self.right_found += other.right_found;
        self.found += other.found;
        self.right_gold += other.right_gold;
        self.gold += other.gold;
    }

    fn row(self) -> String {
        let precision = 100.0 * self.right_found / self.found.max(1.0);
        let recall = 100.0 * self.right_gold / self.gold.max(1.0);
        let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
        format!("{precision:.1} | {recall:.1} | {f1:.1}")
    }
}

/// The entity of each name, by the span.
type Names = HashMap<Range, usize>;

struct Gold {
    part: Part,
    text: String,
    names: Names,
    people: Vec<Person>,
}

struct Person {
    name: String,
    forms: HashSet<String>,
    roles: Vec<String>,
}

impl Gold {
    fn parse(line: &str) -> Result<Gold, Box<dyn Error>> {
        let article: Value = serde_json::from_str(line)?;
        let text = article["text"].as_str().ok_or("a line without a text")?.to_string();
        let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let entities = list(&article["entities"]);
        let mut names = Names::new();
        let mut forms: Vec<HashSet<String>> = vec![HashSet::new(); entities.len()];
        for name in list(&article["ents"]) {
            let at =
                |index: usize| name[index].as_u64().map(|number| number as usize).ok_or("an annotation that is none");
            let span = bytes[at(0)?]..bytes[at(1)?];
            forms[at(3)?].insert(text[span.clone()].to_string());
            names.insert(trim(&text, span), at(3)?);
        }
        let people =
            entities.iter().zip(forms).filter(|(entity, _)| entity["type"] == "PERSON").map(|(entity, forms)| Person {
                name: entity["name"].as_str().unwrap_or_default().to_string(),
                forms,
                roles: list(&entity["roles"]).iter().filter_map(Value::as_str).map(str::to_string).collect(),
            });
        let people = people.collect();
        let part = corpus::part_of(article["id"].as_str().ok_or("a line without an id")?);
        Ok(Gold { part, text, names, people })
    }
}

fn names_of(article: &Article) -> Names {
    let names = article.mentions.iter().filter_map(|mention| {
        let span = trim(&article.text, mention.start as usize..mention.end as usize);
        Some((span, mention.entity? as usize)).filter(|_| mention.kind.is_name() && span.0 < span.1)
    });
    names.collect()
}

/// The names that both have.
fn shared(gold: &Names, found: &Names) -> (Names, Names) {
    let both = |one: &Names, other: &Names| {
        one.iter().filter(|(span, _)| other.contains_key(*span)).map(|(span, at)| (*span, *at)).collect()
    };
    (both(gold, found), both(found, gold))
}

fn cubed(gold: &Names, found: &Names) -> Sums {
    let [of_gold, of_found] = [gold, found].map(|names| {
        let mut groups: HashMap<usize, HashSet<Range>> = HashMap::new();
        for (span, entity) in names {
            groups.entry(*entity).or_default().insert(*span);
        }
        groups
    });
    let right = |span: &Range, by: fn(usize, usize) -> usize| match (gold.get(span), found.get(span)) {
        (Some(one), Some(other)) => {
            let (one, other) = (&of_gold[one], &of_found[other]);
            one.intersection(other).count() as f64 / by(one.len(), other.len()) as f64
        }
        _ => 0.0,
    };
    Sums {
        right_found: found.keys().map(|span| right(span, |_, found| found)).sum(),
        found: found.len() as f64,
        right_gold: gold.keys().map(|span| right(span, |gold, _| gold)).sum(),
        gold: gold.len() as f64,
    }
}

/// Of people whose roles are annotated.
fn roles(gold: &Gold, article: &Article) -> Sums {
    let mut sums = Sums::default();
    for person in gold.people.iter().filter(|person| !person.roles.is_empty()) {
        let is_meant = |entity: &&wirecopy::Entity| {
            let mut names = entity.aliases.iter().chain([&entity.name]);
            let is_person = entity.kind == wirecopy::MentionType::Person;
            names.clone().any(|name| *name == person.name) || is_person && names.any(|name| person.forms.contains(name))
        };
        let mut found: Vec<&str> = article
            .entities
            .iter()
            .filter(is_meant)
            .flat_map(|entity| &entity.roles)
            .map(|role| &*role.title)
            .collect();
        sums.found += found.len() as f64;
        sums.gold += person.roles.len() as f64;
        for role in &person.roles {
            if let Some(at) = found.iter().position(|title| fits(role, title)) {
                found.remove(at);
                sums.right_found += 1.0;
                sums.right_gold += 1.0;
            }
        }
    }
    sums
}

fn fits(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count() as f64;
    shared > 0.0 && shared / one.union(&other).count() as f64 >= 0.6
}

fn words(title: &str) -> BTreeSet<String> {
    const SMALL: [&str; 8] = ["the", "of", "a", "an", "for", "in", "to", "and"];
    let words = title.split(|letter: char| !letter.is_alphanumeric() && letter != '_').map(str::to_lowercase);
    words.filter(|word| !word.is_empty() && !SMALL.contains(&word.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_fit() {
        assert!(fits("foreign Minister of Venezuela", "foreign Minister") && !fits("mayor of Bergen", "mayor"));
    }

    #[test]
    fn one_entity_cut_in_two_costs_recall() {
        let gold = Names::from([((0, 1), 0), ((2, 3), 0)]);
        let found = Names::from([((0, 1), 0), ((2, 3), 1)]);
        assert_eq!(cubed(&gold, &found).row(), "100.0 | 50.0 | 66.7");
    }
}
