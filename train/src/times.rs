//! How well temporal expressions and their values are found, as the TempEval campaigns count: an
//! extent is strictly right where both ends are, relaxedly where it overlaps, and a value counts
//! where the extent does at least that.
//!
//! Reads texts with inline TIMEX2 or TIMEX3 elements, dated by their DATETIME or DCT element.

use std::error::Error;

use crate::score::write_between;
use wirecopy::{MentionType, OffsetUnit, Options, Value, parse_article};

const MARKS: (&str, &str) = ("<!-- times:start -->\n", "<!-- times:end -->");

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

/// Prints the scores of the files, with `errors` each expression that is not as annotated, or with `readme` writes
/// them into README.md.
pub fn score(files: &[&str], errors: bool, readme: bool) -> Result<(), Box<dyn Error>> {
    let mut all = Count::default();
    for file in files {
        let source = std::fs::read_to_string(file)?;
        let (date, text, gold) = read(&source).ok_or_else(|| format!("{file} holds no text"))?;
        let found = find(&text, date)?;
        all.gold += gold.len();
        all.found += found.len();
        for one in &found {
            let overlapping = gold.iter().filter(|gold| gold.start < one.end && one.start < gold.end);
            let best = overlapping.min_by_key(|gold| gold.start.abs_diff(one.start) + gold.end.abs_diff(one.end));
            let strict = best.is_some_and(|gold| (gold.start, gold.end) == (one.start, one.end));
            let value = best.is_some_and(|gold| gold.value == one.value);
            all.strict += usize::from(strict);
            all.relaxed += usize::from(best.is_some());
            all.value += usize::from(value);
            if errors && !(strict && value) {
                let gold = best.map_or("-".into(), |gold| format!("{} = {}", &text[gold.start..gold.end], gold.value));
                println!(
                    "{file}: found {} = {}; annotated {gold} | {}",
                    &text[one.start..one.end],
                    one.value,
                    around(&text, one)
                );
            }
        }
        for gold in
            gold.iter().filter(|gold| errors && !found.iter().any(|one| gold.start < one.end && one.start < gold.end))
        {
            println!("{file}: missed {} = {} | {}", &text[gold.start..gold.end], gold.value, around(&text, gold));
        }
    }
    let table = table(files.len(), &all);
    if readme {
        return write_between("README.md", MARKS, &table);
    }
    print!("{table}");
    Ok(())
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

/// The date, the text without its elements, and the annotated expressions, of nested ones the outermost.
fn read(source: &str) -> Option<(Option<String>, String, Vec<Expression>)> {
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
    Some((date, text, gold))
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
