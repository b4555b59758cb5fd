//! How well web pages are read: main text, headline, date and authors, ours beside dom_smoothie and
//! Readability on the same pages in the same run.
//!
//! The folder holds `truth.jsonl`, a line for each page (`id`, `url`, `title`, `author`, `publish_date`,
//! `main_content`), and `pages/ID.html.gz`. The hash of its id gives a page its part: most pages are `dev`, which the
//! rules are written with in view; the others are `test`, which nobody looks at and only `--readme` scores. Nearly half of
//! `dev` was once unseen as well: it was opened when its totals showed that the rules fitted the rest too closely.
//!
//! Headline, day and authors count where the page has them somewhere: what was annotated from elsewhere nobody can read.
//!
//! The main text's F1 is that of its words, each as often as it occurs, averaged over the pages.

use std::collections::HashMap;
use std::error::Error;
use std::fs::{File, read_to_string};
use std::io::Read;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use wirecopy::{Article, BlockKind, InputFormat, Options, parse_article};

use crate::score;

/// What a reader finds on a page.
#[derive(Clone, Default)]
struct Found {
    text: String,
    title: String,
    date: String,
    authors: Vec<String>,
}

/// One page with its truth.
struct Page {
    id: String,
    url: String,
    html: String,
    truth: Found,
}

/// Which readers of which part of the pages, and how each did.
struct Row {
    reader: &'static str,
    part: &'static str,
    score: Score,
}

/// How often a reader was right, and how often it could have been.
#[derive(Default)]
struct Score {
    pages: u32,
    text: f64,
    titles: (u32, u32),
    dates: (u32, u32),
    authors: (u32, u32),
}

/// Prints the scores of all readers on `dev`, or writes those on both parts into README.md.
pub fn score(folder: &Path, readme: bool) -> Result<(), Box<dyn Error>> {
    let pages = pages(folder)?;
    let readability = readability(folder)?;
    let mut rows = Vec::new();
    let parts: &[&str] = if readme { &["dev", "test"] } else { &["dev"] };
    for &part in parts {
        let pages: Vec<&Page> = pages.iter().filter(|page| part_of(&page.id) == part).collect();
        let mut add = |reader, read: &dyn Fn(&Page) -> Found| {
            let found = pages.iter().map(|page| (*page, read(page)));
            rows.push(Row { reader, part, score: Score::new(found) });
        };
        add("Wirecopy", &wirecopy);
        add("dom_smoothie", &dom_smoothie);
        add("Readability", &|page| readability.get(&page.id).cloned().unwrap_or_default());
    }
    let table = table(&rows);
    if readme {
        return score::write_between("README.md", ("<!-- pages:start -->\n", "<!-- pages:end -->\n"), &table);
    }
    print!("{table}");
    Ok(())
}

/// Prints the score of our reader on every page of `dev`, the worst first, and what it got wrong.
pub fn each(folder: &Path) -> Result<(), Box<dyn Error>> {
    let pages = pages(folder)?;
    let mut lines: Vec<_> = pages.iter().filter(|page| part_of(&page.id) == "dev").map(show).collect();
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    lines.iter().for_each(|(_, line)| println!("{line}"));
    Ok(())
}

fn table(rows: &[Row]) -> String {
    let mut table =
        "| pages | reader | main text, F1 | headline | date | authors |\n|---|---|--:|--:|--:|--:|\n".to_string();
    for Row { reader, part, score } in rows {
        let share = |(right, all): (u32, u32)| format!("{right} of {all}");
        let part = if *part == "dev" { "seen" } else { "unseen" };
        let Score { pages, text, titles, dates, authors } = score;
        let text = 100.0 * text / f64::from((*pages).max(1));
        let [titles, dates, authors] = [*titles, *dates, *authors].map(share);
        table += &format!("| {pages} {part} | {reader} | {text:.1} | {titles} | {dates} | {authors} |\n");
    }
    table
}

/// FNV-1a of the id, whose three lowest bits tell the part.
fn part_of(id: &str) -> &'static str {
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    if hash & 7 == 7 { "test" } else { "dev" }
}

fn pages(folder: &Path) -> Result<Vec<Page>, Box<dyn Error>> {
    let mut pages = Vec::new();
    for line in read_to_string(folder.join("truth.jsonl"))?.lines() {
        let truth: Value = serde_json::from_str(line)?;
        let text = |name: &str| truth[name].as_str().unwrap_or_default().to_string();
        let mut bytes = Vec::new();
        let file = File::open(folder.join("pages").join(format!("{}.html.gz", text("id"))))?;
        flate2::read::GzDecoder::new(file).read_to_end(&mut bytes)?;
        pages.push(Page {
            id: text("id"),
            url: text("url"),
            html: String::from_utf8_lossy(&bytes).into_owned(),
            truth: Found {
                text: text("main_content"),
                title: text("title"),
                date: text("publish_date"),
                authors: truth["author"].as_str().map(str::to_string).into_iter().collect(),
            },
        });
    }
    Ok(pages)
}

fn wirecopy(page: &Page) -> Found {
    let options = Options { format: InputFormat::Html, url: Some(page.url.clone()), ..Options::default() };
    let Ok(article) = parse_article(&page.html, &options) else { return Found::default() };
    Found {
        text: main_text(&article),
        title: article.metadata.headline.unwrap_or_default(),
        date: article.metadata.published.unwrap_or_default(),
        authors: article.metadata.authors,
    }
}

/// The blocks that are the article's own words.
fn main_text(article: &Article) -> String {
    use BlockKind::*;
    let units: Vec<u16> = article.text.encode_utf16().collect();
    let own =
        article.blocks.iter().filter(|block| !matches!(block.kind, Headline | Byline | Caption | Teaser | Credit));
    own.map(|block| String::from_utf16_lossy(&units[block.start as usize..block.end as usize]) + "\n").collect()
}

fn dom_smoothie(page: &Page) -> Found {
    let config = dom_smoothie::Config { text_mode: dom_smoothie::TextMode::Formatted, ..Default::default() };
    let reader = dom_smoothie::Readability::new(page.html.as_str(), Some(&page.url), Some(config));
    let Ok(article) = reader.and_then(|mut reader| reader.parse()) else { return Found::default() };
    Found {
        text: article.text_content.to_string(),
        title: article.title,
        date: article.published_time.unwrap_or_default(),
        authors: article.byline.into_iter().collect(),
    }
}

/// What Readability finds, by page.
fn readability(folder: &Path) -> Result<HashMap<String, Found>, Box<dyn Error>> {
    let output = Command::new("node").arg("tests/bench/readability.mjs").arg(folder).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let mut all = HashMap::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let found: Value = serde_json::from_str(line)?;
        let text = |name: &str| found[name].as_str().unwrap_or_default().to_string();
        let authors = found["byline"].as_str().map(str::to_string).into_iter().collect();
        all.insert(text("id"), Found { text: text("text"), title: text("title"), date: text("date"), authors });
    }
    Ok(all)
}

impl Page {
    /// Whether the annotated day stands somewhere on the page, in figures or with the month's name.
    fn has_day(&self) -> bool {
        const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let date = self.truth.date.get(..10).unwrap_or_default();
        let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] else { return false };
        let numbers = (month.parse::<usize>(), day.parse::<usize>());
        let (Ok(month_number @ 1..=12), Ok(day_number)) = numbers else { return false };
        let is_month = |word: &str| {
            word.parse() == Ok(month_number) || word.starts_with(MONTHS[month_number - 1]) && word.len() < 10
        };
        // "3rd", and "03T10" of "2024-05-03T10:00".
        let is_day = |word: &str| {
            let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
            let number = word[..word.len() - rest.len()].parse();
            number == Ok(day_number) && (matches!(rest, "" | "st" | "nd" | "rd") || rest.starts_with('t'))
        };
        let words = words(&self.html);
        let ordered = |three: &[String]| {
            let [one, two, three] = [&three[0], &three[1], &three[2]];
            is_month(one) && is_day(two) && three == year
                || is_day(one) && is_month(two) && three == year
                || one == year && is_month(two) && is_day(three)
        };
        let figures = format!("{year}{month}{day}");
        words.windows(3).any(ordered) || words.iter().any(|word| word.starts_with(&figures))
    }

    /// Whether the words of the annotated headline stand somewhere on the page in their order.
    fn has_title(&self) -> bool {
        let title = words(&self.truth.title);
        !title.is_empty() && words(&without_marks(&self.html)).windows(title.len()).any(|words| words == title)
    }

    /// Whether all words of the annotated authors stand somewhere on the page.
    fn has_authors(&self) -> bool {
        let source = self.html.to_lowercase();
        let mut names = self.truth.authors.iter().flat_map(|name| words(name)).peekable();
        names.peek().is_some() && names.all(|name| source.contains(&name))
    }
}

/// Markup without its tags and character references.
fn without_marks(markup: &str) -> String {
    let mut text = String::new();
    let mut rest = markup;
    while let Some(at) = rest.find(['<', '&']) {
        text += &rest[..at];
        text.push(' ');
        let close = if rest[at..].starts_with('<') { '>' } else { ';' };
        let end = rest[at..].find(close).filter(|end| close == '>' || *end < 10);
        rest = &rest[at + end.map_or(1, |end| end + 1)..];
    }
    text + rest
}

impl Score {
    fn new<'a>(pages: impl Iterator<Item = (&'a Page, Found)>) -> Self {
        let mut score = Score::default();
        for (page, found) in pages {
            let truth = &page.truth;
            score.pages += 1;
            score.text += f1_of(&found.text, &truth.text);
            for (sum, given, right) in [
                (&mut score.titles, page.has_title(), is_title(&found, truth)),
                (&mut score.dates, page.has_day(), is_date(&found, truth)),
                (&mut score.authors, page.has_authors(), has_authors(&found, truth)),
            ] {
                sum.0 += u32::from(given && right);
                sum.1 += u32::from(given);
            }
        }
        score
    }
}

/// The score of our reader on a page, and a line that says where it goes wrong.
fn show(page: &Page) -> (f64, String) {
    let found = wirecopy(page);
    let f1 = f1_of(&found.text, &page.truth.text);
    let mut wrong = json!({});
    if page.has_title() && !is_title(&found, &page.truth) {
        wrong["title"] = json!([found.title, page.truth.title]);
    }
    if page.has_day() && !is_date(&found, &page.truth) {
        wrong["date"] = json!([found.date, page.truth.date]);
    }
    if page.has_authors() && !has_authors(&found, &page.truth) {
        wrong["authors"] = json!([found.authors, page.truth.authors]);
    }
    (f1, format!("{} {f1:.3} {wrong}", page.id))
}

fn is_title(found: &Found, truth: &Found) -> bool {
    words(&found.title) == words(&truth.title)
}

/// Whether the same day is named, or the same month where the page names no day: the annotation then has its first.
fn is_date(found: &Found, truth: &Found) -> bool {
    let first = |date: &str| if date.len() == 7 { format!("{date}-01") } else { date.to_string() };
    let (found, truth) = (first(&found.date), first(&truth.date));
    found.get(..10).is_some_and(|found| Some(found) == truth.get(..10))
}

/// Whether the same people are named, in whatever order and punctuation, with their degrees and titles or without.
fn has_authors(found: &Found, truth: &Found) -> bool {
    let is_degree = |part: &str| {
        part.trim().len() <= 6 && part.chars().filter(|c| c.is_uppercase()).count() > 1 && !part.trim().contains(' ')
    };
    let sorted = |names: &[String]| {
        let parts = names.iter().flat_map(|name| name.split(',')).filter(|part| !is_degree(part));
        let mut words: Vec<String> = parts.flat_map(words).collect();
        words.retain(|word| !matches!(word.as_str(), "and" | "by" | "dr" | "prof"));
        words.sort();
        words
    };
    sorted(&found.authors) == sorted(&truth.authors)
}

/// The harmonic mean of precision and recall of the words.
fn f1_of(found: &str, truth: &str) -> f64 {
    let (found, truth) = (words(found), words(truth));
    let mut counts: HashMap<&str, i32> = HashMap::new();
    truth.iter().for_each(|word| *counts.entry(word).or_default() += 1);
    let mut right = 0;
    for word in &found {
        let left = counts.entry(word).or_default();
        right += usize::from(*left > 0);
        *left -= 1;
    }
    if found.len() + truth.len() == 0 { 1.0 } else { 2.0 * right as f64 / (found.len() + truth.len()) as f64 }
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
