//! How well temporal expressions and their values are found, as the TempEval campaigns count: an
//! extent is strictly right where both ends are, relaxedly where it overlaps, and a value counts
//! where the extent does at least that.
//!
//! Reads texts with inline TIMEX2 or TIMEX3 elements, dated by their DATETIME or DCT element, and lines of annotated
//! articles, whose expressions stand in `times.tsv`; its head says how they were annotated.

use std::collections::HashMap;
use std::error::Error;

use crate::corpus::{Part, part_of};
use crate::score::write_between;
use wirecopy::{MentionType, OffsetUnit, Options, Value, parse_article};

const NARRATIVES: (&str, &str) = ("<!-- times:start -->\n", "<!-- times:end -->");
const NEWS: (&str, &str) = ("<!-- news-times:start -->\n", "<!-- news-times:end -->");
const GOLD: &str = "train/src/times.tsv";

/// A text with its day and what is annotated in it.
struct Annotated {
    name: String,
    date: Option<String>,
    text: String,
    gold: Vec<Expression>,
}

/// A temporal expression with its value, in bytes of the text.
#[derive(Clone, Debug, PartialEq)]
struct Expression {
    start: usize,
    end: usize,
    value: String,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    value: usize,
}

/// What is to be scored, and what is to be done with it.
pub struct Wish {
    /// Which of the annotated articles.
    pub part: Part,
    /// Whether each expression that is not as annotated is printed.
    pub errors: bool,
    /// Whether the scores go into README.md.
    pub readme: bool,
}

/// Prints the scores of the files.
pub fn score(files: &[&str], wish: &Wish) -> Result<(), Box<dyn Error>> {
    let mut texts = Vec::new();
    for file in files {
        let source = std::fs::read_to_string(file)?;
        match file.ends_with(".jsonl") {
            true => texts.extend(articles(&source, wish.part)?),
            false => texts.push(marked_up(file, &source).ok_or_else(|| format!("{file} holds no text"))?),
        }
    }
    let mut all = Count::default();
    for text in &texts {
        let found = find(&text.text, text.date.clone())?;
        all.add(&text.gold, &found);
        if wish.errors {
            text.print_errors(&found);
        }
    }
    let table = table(texts.len(), &all);
    if wish.readme {
        return write_between("README.md", if files[0].ends_with(".jsonl") { NEWS } else { NARRATIVES }, &table);
    }
    print!("{table}");
    Ok(())
}

impl Expression {
    /// The annotated expression that overlaps and has the nearest ends.
    fn nearest<'a>(&self, gold: &'a [Expression]) -> Option<&'a Expression> {
        let overlapping = gold.iter().filter(|gold| gold.start < self.end && self.start < gold.end);
        overlapping.min_by_key(|gold| gold.start.abs_diff(self.start) + gold.end.abs_diff(self.end))
    }
}

impl Count {
    fn add(&mut self, gold: &[Expression], found: &[Expression]) {
        self.gold += gold.len();
        self.found += found.len();
        for (one, gold) in found.iter().filter_map(|one| Some((one, one.nearest(gold)?))) {
            self.strict += usize::from((gold.start, gold.end) == (one.start, one.end));
            self.relaxed += 1;
            self.value += usize::from(gold.value == one.value);
        }
    }
}

impl Annotated {
    fn print_errors(&self, found: &[Expression]) {
        let Annotated { name, text, gold, .. } = self;
        let show = |one: &Expression| format!("{} = {}", &text[one.start..one.end], one.value);
        for one in found {
            let best = one.nearest(gold);
            if best != Some(one) {
                let gold = best.map_or("-".into(), show);
                println!("{name}: found {}; annotated {gold} | {}", show(one), around(text, one));
            }
        }
        let is_missed = |gold: &&Expression| !found.iter().any(|one| gold.start < one.end && one.start < gold.end);
        for gold in gold.iter().filter(is_missed) {
            println!("{name}: missed {} | {}", show(gold), around(text, gold));
        }
    }
}

fn table(texts: usize, count: &Count) -> String {
    let mut table = format!("{texts} texts, {} annotated expressions, {} found.\n\n", count.gold, count.found);
    table += "| | precision | recall | F1 |\n|---|--:|--:|--:|\n";
    for (name, right) in [("strict", count.strict), ("relaxed", count.relaxed), ("value", count.value)] {
        let of = |sum: usize| 100.0 * right as f64 / sum.max(1) as f64;
        let f1 = 200.0 * right as f64 / (count.found + count.gold).max(1) as f64;
        table += &format!("| {name} | {:.1} | {:.1} | {f1:.1} |\n", of(count.found), of(count.gold));
    }
    table
}

/// The temporal expressions that the product finds.
fn find(text: &str, date: Option<String>) -> Result<Vec<Expression>, Box<dyn Error>> {
    let options = Options { date, offsets: OffsetUnit::Utf8, ..Options::default() };
    let article = parse_article(text, &options)?;
    let mentions =
        article.mentions.into_iter().filter(|mention| matches!(mention.kind, MentionType::Date | MentionType::Time));
    Ok(mentions
        .map(|mention| Expression {
            start: mention.start as usize,
            end: mention.end as usize,
            value: match mention.value {
                Some(Value::Time { timex, .. }) => timex,
                _ => String::new(),
            },
        })
        .collect())
}

/// The annotated articles of a part, of whose expressions something is known.
fn articles(source: &str, part: Part) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let gold = std::fs::read_to_string(GOLD)?;
    let mut rows: HashMap<&str, Vec<(usize, usize, &str)>> = HashMap::new();
    for row in gold.lines().filter(|row| !row.starts_with('#')) {
        let [id, start, end, _, _, value] = row.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("{GOLD}: {row:?} has not six fields").into());
        };
        rows.entry(id).or_default().push((start.parse()?, end.parse()?, value));
    }
    let mut articles = Vec::new();
    for line in source.lines() {
        let document: serde_json::Value = serde_json::from_str(line)?;
        let field = |name: &str| document[name].as_str().ok_or_else(|| format!("a line without {name}"));
        let id = field("id")?;
        if let Some(rows) = rows.get(id).filter(|_| part_of(id) == part) {
            let text = field("text")?;
            let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
            let expression =
                |row: &(usize, usize, &str)| Expression { start: bytes[row.0], end: bytes[row.1], value: row.2.into() };
            articles.push(Annotated {
                name: id.into(),
                date: Some(field("date")?.into()),
                text: text.into(),
                gold: rows.iter().map(expression).collect(),
            });
        }
    }
    Ok(articles)
}

/// A text without its elements, and the annotated expressions, of nested ones the outermost.
fn marked_up(file: &str, source: &str) -> Option<Annotated> {
    let dated = between(source, "<DATETIME>", "</DATETIME>").or_else(|| between(source, "<DCT>", "</DCT>"));
    let date = dated.and_then(|element| {
        let value = attribute(element, "value").or_else(|| attribute(element, "val"))?;
        value.get(..10).map(str::to_string)
    });
    let body = between(source, "<TEXT>", "</TEXT>")?;
    let (mut text, mut gold, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = body;
    while let Some(at) = rest.find('<') {
        text += &unescape(&rest[..at]);
        let end = at + rest[at..].find('>')?;
        let element = &rest[at..=end];
        if element.starts_with("<TIMEX") {
            let value = attribute(element, "value").or_else(|| attribute(element, "val")).unwrap_or_default();
            open.push((text.len(), value.to_string()));
        } else if element.starts_with("</TIMEX") {
            let (start, value) = open.pop()?;
            if open.is_empty() {
                gold.push(Expression { start, end: text.len(), value });
            }
        }
        rest = &rest[end + 1..];
    }
    text += &unescape(rest);
    Some(Annotated { name: file.into(), date, text, gold })
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let start = text.find(open)? + open.len();
    Some(&text[start..start + text[start..].find(close)?])
}

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    between(element, &format!(" {name}=\""), "\"")
}

fn around<'a>(text: &'a str, one: &Expression) -> std::borrow::Cow<'a, str> {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text[floor(one.start.saturating_sub(40))..floor(one.end + 40)].replace('\n', " ").into()
}
