//! How well entities are linked to Wikidata, on annotated articles: how many of the ids are right, and how many of the
//! countries and of the heads of state and ministers have one.
//!
//! Which id is right is told by `links.tsv`, whose head says how it was made, and for countries by their names, unless
//! that file says that something else is meant.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::path::Path;

use serde_json::Value;
use wirecopy::training::identity_key;
use wirecopy::{Article, Entity, Identities, MentionType, OffsetUnit, Options, parse_article};

use crate::corpus::{self, Part, Range, trim};
use crate::score::write_between;

const MARKS: (&str, &str) = ("<!-- links:start -->\n", "<!-- links:end -->");
const GOLD: &str = "train/src/links.tsv";
const BASE: &str = "src/resolve/identities/base.tsv";

/// Prints the scores of the articles that are not kept for the last test, or writes them into README.md and the card.
/// With `each` it prints what is wrong and what nobody has judged.
pub fn score(file: &Path, readme: bool, each: bool) -> Result<(), Box<dyn Error>> {
    let gold = Gold::read()?;
    let mut table = String::new();
    let mut articles = 0;
    for (name, identities) in [("core", Identities::Core), ("all", Identities::All)] {
        let mut sums = Sums::default();
        articles = 0;
        for line in std::fs::read_to_string(file)?.lines() {
            let annotated = Annotated::parse(line)?;
            if annotated.part != Part::Test {
                articles += 1;
                sums.add(&annotated, &gold, identities, each)?;
            }
        }
        table += &format!("| `{name}` {}\n", sums.row());
        if sums.unjudged > 0 {
            eprintln!("{} links of \"{name}\" are not in {GOLD}: they are counted nowhere", sums.unjudged);
        }
    }
    let file = file.file_name().unwrap_or_default().to_string_lossy();
    let table = format!(
        "{articles} articles of {file}, those that choices were made by.\n\n\
         | `identities` | links | right | countries linked | their mentions | heads of state and ministers linked |\n\
         |---|--:|--:|--:|--:|--:|\n{table}"
    );
    if readme {
        write_between("README.md", MARKS, &table)?;
        return write_between("src/resolve/identities/CARD.md", MARKS, &table);
    }
    print!("{table}");
    Ok(())
}

/// A share: how many of how many.
#[derive(Default)]
struct Share {
    part: usize,
    whole: usize,
}

impl Share {
    fn count(&mut self, is_in: bool) {
        self.part += usize::from(is_in);
        self.whole += 1;
    }

    fn cell(&self) -> String {
        format!("{:.1} % of {}", 100.0 * self.part as f64 / self.whole.max(1) as f64, self.whole)
    }
}

#[derive(Default)]
struct Sums {
    right: Share,
    unjudged: usize,
    countries: Share,
    mentions: Share,
    heads: Share,
}

impl Sums {
    fn add(
        &mut self,
        annotated: &Annotated,
        gold: &Gold,
        identities: Identities,
        each: bool,
    ) -> Result<(), Box<dyn Error>> {
        let date = Some(annotated.date.clone()).filter(|date| !date.is_empty());
        let options = Options { offsets: OffsetUnit::Utf8, identities, date, ..Options::default() };
        let article = parse_article(&annotated.text, &options)?;
        let id = &annotated.id;
        for (entity, linked) in article.entities.iter().filter_map(|entity| Some((entity, entity.wikidata.as_ref()?))) {
            match gold.id_of(id, entity) {
                Some(right) => {
                    self.right.count(right == linked);
                    if each && right != linked {
                        println!("{id}\t{}\t{linked}\tis {right}", entity.name);
                    }
                }
                None => {
                    self.unjudged += 1;
                    if each {
                        println!("{id}\t{}\t{linked}\tis not judged", entity.name);
                    }
                }
            }
        }
        let found = linked_spans(&article);
        for (name, spans) in &annotated.places {
            let Some(right) = gold.country(id, name) else { continue };
            let linked = spans.iter().filter(|span| found.get(span) == Some(&right)).count();
            self.countries.count(linked > 0);
            self.mentions.part += linked;
            self.mentions.whole += spans.len();
            if each && linked < spans.len() {
                println!("{id}\t{name}\t{right}\t{linked} of {} mentions are linked", spans.len());
            }
        }
        for (name, right) in gold.heads.get(id).into_iter().flatten() {
            let names = |entity: &Entity| entity.aliases.iter().chain([&entity.name]).any(|form| form == name);
            let linked = |entity: &Entity| entity.wikidata.as_ref() == Some(right) && names(entity);
            let is_linked = article.entities.iter().any(linked);
            self.heads.count(is_linked);
            if each && !is_linked {
                println!("{id}\t{name}\t{right}\tis not linked");
            }
        }
        Ok(())
    }

    fn row(&self) -> String {
        let cells = [&self.right, &self.countries, &self.mentions, &self.heads].map(Share::cell);
        format!("| {} | {} |", self.right.whole, cells.join(" | "))
    }
}

/// The id of each name that has one, by its span.
fn linked_spans(article: &Article) -> HashMap<Range, String> {
    let linked = article.mentions.iter().filter_map(|mention| {
        let span = trim(&article.text, mention.start as usize..mention.end as usize);
        Some((span, article.entities[mention.entity? as usize].wikidata.clone()?))
    });
    linked.collect()
}

/// What ids are right.
struct Gold {
    /// By the article, or "*" for all, and the name. "-" means that there is none at hand.
    ids: HashMap<(String, String), String>,
    /// By the article: heads of state and of government, and ministers.
    heads: BTreeMap<String, Vec<(String, String)>>,
    /// By the key of a name.
    countries: HashMap<String, String>,
}

impl Gold {
    fn read() -> Result<Self, Box<dyn Error>> {
        let mut gold = Gold { ids: HashMap::new(), heads: BTreeMap::new(), countries: HashMap::new() };
        for line in std::fs::read_to_string(BASE)?.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            // Of a name that is a country's and others' too, the line has the country's id as its country.
            if fields[1] == "c" || fields[1] == "d" && fields[2] == fields[3] {
                gold.countries.insert(fields[0].to_string(), format!("Q{}", fields[2]));
            }
        }
        for line in std::fs::read_to_string(GOLD)?.lines().filter(|line| !line.starts_with('#')) {
            let [article, kind, name, id] = line.split('\t').collect::<Vec<_>>()[..] else { return Err(line.into()) };
            if kind == "head" {
                gold.heads.entry(article.to_string()).or_default().push((name.to_string(), id.to_string()));
            }
            gold.ids.insert((article.to_string(), name.to_string()), id.to_string());
        }
        Ok(gold)
    }

    fn id_of(&self, article: &str, entity: &Entity) -> Option<&String> {
        let forms = || [&entity.name].into_iter().chain(&entity.aliases);
        let of = |article: &str| forms().find_map(|form| self.ids.get(&(article.to_string(), form.clone())));
        let country = || {
            let key = identity_key(&entity.name, false);
            self.countries.get(&key).filter(|_| entity.kind == MentionType::Gpe)
        };
        of(article).or_else(|| of("*")).or_else(country)
    }

    /// The id of a country, if the name is one's in this article.
    fn country(&self, article: &str, name: &str) -> Option<String> {
        let id = self.countries.get(&identity_key(name, false))?;
        let other = self.ids.get(&(article.to_string(), name.to_string()));
        (other.is_none_or(|other| other == id)).then(|| id.clone())
    }
}

/// An annotated article.
struct Annotated {
    id: String,
    part: Part,
    date: String,
    text: String,
    /// The spans of countries, towns and the like, by their names.
    places: BTreeMap<String, Vec<Range>>,
}

impl Annotated {
    fn parse(line: &str) -> Result<Self, Box<dyn Error>> {
        let article: Value = serde_json::from_str(line)?;
        let string = |key: &str| article[key].as_str().unwrap_or_default().to_string();
        let (id, text) = (string("id"), string("text"));
        let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
        let mut places: BTreeMap<String, Vec<Range>> = BTreeMap::new();
        for name in article["ents"].as_array().into_iter().flatten().filter(|name| name[2] == "GPE") {
            let at =
                |index: usize| name[index].as_u64().map(|number| number as usize).ok_or("an annotation that is none");
            let entity = article["entities"][at(3)?]["name"].as_str().unwrap_or_default();
            let span = trim(&text, bytes[at(0)?]..bytes[at(1)?]);
            places.entry(entity.to_string()).or_default().push(span);
        }
        Ok(Annotated { part: corpus::part_of(&id), date: string("date"), id, text, places })
    }
}
