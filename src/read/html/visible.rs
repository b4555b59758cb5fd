//! Who wrote the article and when, as the page shows it to its readers.
//!
//! Finds: links and elements that are marked as the author's, lines such as "By Ana Mota" and
//! "Published May 3, 2024", from the headline to the first paragraphs.
//! Evidence: `rel`, microdata, class names and addresses of authors' pages; a word for "by" or a date in a short line.
//! Does not find: names without any mark, dates within sentences.

use std::ops::Range;

use super::clutter;
use super::scope::Scope;
use super::tag::Tag::{self, *};
use super::tree::{Attribute, Tree};
use crate::read::byline;

/// The longest line that is a byline or a date, in bytes.
const LONGEST: usize = 160;

/// This many bytes of running text into the article the search ends.
const TOP: usize = 1500;

/// This many lines before the headline it begins.
const BEFORE: usize = 6;

/// This many classes of an element are looked at.
const CLASSES: usize = 20;

/// Marked elements that stand within so many nodes of each other name the authors of one article.
const NEAR: usize = 40;

/// A line as readers see it.
struct Line {
    text: String,
    /// Whether it stands between the headline and the first paragraph.
    opens: bool,
}

/// What stands around the headline.
pub(super) struct Visible {
    lines: Vec<Line>,
    marked: Vec<String>,
    /// The names that stand under a label, or else beside a portrait.
    labelled: Vec<String>,
    dated: Vec<String>,
}

impl Visible {
    /// Reads the surroundings of the headline, or of the article's start where there is none.
    pub(super) fn new(tree: &Tree, scope: Scope, headline: Option<usize>) -> Self {
        let anchor = headline.unwrap_or(scope.start);
        Visible {
            lines: lines(tree, scope, anchor),
            marked: marked(tree, anchor),
            labelled: labelled(tree).or_else(|| portrayed(tree, scope, anchor)).unwrap_or_default(),
            dated: dated(tree, anchor),
        }
    }

    /// The authors in a line of its own with a word for "by", right under the headline.
    pub(super) fn byline(&self) -> Vec<String> {
        /// The byline is one of so many lines under the headline.
        const LINES: usize = 8;
        let mut opening = self.lines.iter().filter(|line| line.opens).take(LINES);
        opening.find_map(|line| byline::read(&line.text)).map(|byline| byline.authors).unwrap_or_default()
    }

    /// The authors.
    pub(super) fn authors(&self) -> Vec<String> {
        if !self.marked.is_empty() {
            return self.marked.clone();
        }
        let texts = self.lines.iter().map(|line| line.text.as_str());
        let mut pairs = texts.clone().zip(texts.skip(1).chain([""]));
        let found = pairs.find_map(|(line, next)| {
            let line = line.trim_end_matches([':', ' ']);
            // The name may stand on a line of its own.
            let joined = is_by(line).then(|| format!("By {next}"));
            let joined = joined.or_else(|| Some(format!("By {}", line.strip_prefix("by ")?)));
            let named = byline::read(joined.as_deref().unwrap_or(line))
                .or_else(|| byline::opening(joined.as_deref().unwrap_or(line)))?;
            (!named.authors.is_empty()).then_some(named.authors)
        });
        found.unwrap_or_else(|| self.labelled.clone())
    }

    /// The first date around the headline, or in an element anywhere that is marked as one.
    pub(super) fn date(&self, read: impl Fn(&str) -> Option<String>) -> Option<String> {
        self.lines.iter().map(|line| &line.text).chain(&self.dated).find_map(|line| read(line))
    }
}

fn is_by(line: &str) -> bool {
    ["by", "written by", "author", "posted by", "words by", "von", "por"].iter().any(|by| line.eq_ignore_ascii_case(by))
}

/// The short lines from before the anchor to the first paragraphs behind it.
fn lines(tree: &Tree, scope: Scope, anchor: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut text = String::new();
    let (mut before, mut passed, mut index) = (0, 0, 0);
    let end = scope.end.max(tree.nodes.get(anchor).map_or(0, |node| node.end as usize));
    while index <= end && passed < TOP {
        let node = tree.nodes.get(index).copied();
        let ends_line = node.is_none_or(|node| node.tag.is_some_and(|tag| tag.is_block() || tag == Br));
        if ends_line || index == end {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if index > scope.start && words.len() > LONGEST {
                passed += words.len();
            } else if !words.is_empty() && words.len() <= LONGEST {
                lines.push(Line { text: words, opens: index > anchor && passed == 0 });
                before += usize::from(index <= anchor);
            }
            text.clear();
        }
        let Some(node) = node else { break };
        match node.tag {
            Some(tag) if tag.is_without_text() || matches!(tag, Nav | Aside | Footer) => {
                // The lines on both sides of it are two.
                index = (node.end as usize).max(index + 1);
                continue;
            }
            Some(_) => {}
            None => {
                text.push_str(tree.text(index));
                text.push(' ');
            }
        }
        index += 1;
    }
    lines.drain(..before.saturating_sub(BEFORE));
    lines
}

/// The words of short elements whose class or words say that they hold a date: those behind the anchor first.
fn dated(tree: &Tree, anchor: usize) -> Vec<String> {
    const CLASS: [&str; 8] = ["date", "datetime", "dateline", "posted", "published", "pubdate", "timestamp", "time"];
    const WORDS: [&str; 7] = ["published", "posted", "updated", "last", "date", "reviewed", "modified"];
    /// So many bytes hold a label and a date, each on a line of its own, and no more.
    const LABELLED: usize = 40;
    let mut dated: [Vec<String>; 2] = Default::default();
    let mut index = 0;
    while index < tree.nodes.len() {
        let node = tree.nodes[index];
        let Some(tag) = node.tag else {
            index += 1;
            continue;
        };
        if matches!(tag, Nav | Script | Style | Head) || is_of_others(tree, index) {
            index = (node.end as usize).max(index + 1);
            continue;
        }
        let is_classed = || {
            tag == Time
                || tree.attribute(index, Attribute::Class).is_some_and(|class| {
                    let mut words = class.split_ascii_whitespace().take(CLASSES).flat_map(clutter::words);
                    words.any(|word| CLASS.contains(&word.as_str()))
                })
        };
        if !tag.is_void() && (node.end as usize) - index <= NEAR {
            let text = text_of(tree, index).replace('\n', " ");
            let is_line = || is_classed() || text.len() <= LABELLED || !has_blocks(tree, index);
            let first = text.split([' ', ':']).next().unwrap_or_default().to_lowercase();
            if text.len() <= LONGEST
                && text.contains(|c: char| c.is_ascii_digit())
                && is_line()
                && (is_classed() || WORDS.contains(&first.as_str()))
            {
                dated[usize::from(index < anchor)].push(text);
            }
        }
        index += 1;
    }
    dated.concat()
}

fn has_blocks(tree: &Tree, index: usize) -> bool {
    (index + 1..tree.nodes[index].end as usize).any(|inside| tree.nodes[inside].tag.is_some_and(Tag::is_block))
}

/// Whether an element holds comments or what belongs to other articles.
fn is_of_others(tree: &Tree, index: usize) -> bool {
    const NAMES: [&str; 6] = ["comment", "related", "recommend", "more", "popular", "sidebar"];
    tree.clutter.get(index).is_some_and(|clutter| *clutter)
        && [Attribute::Class, Attribute::Id].iter().filter_map(|name| tree.attribute(index, *name)).any(|name| {
            let name = name.to_ascii_lowercase();
            NAMES.iter().any(|word| name.contains(word))
        })
}

/// The names in the marked elements nearest behind the anchor, or before it.
fn marked(tree: &Tree, anchor: usize) -> Vec<String> {
    for is_mark in [is_rel, is_classed, is_linked] {
        let mut found: Vec<(usize, Vec<String>)> = Vec::new();
        let mut index = 0;
        while index < tree.nodes.len() {
            let node = tree.nodes[index];
            if matches!(node.tag, Some(Nav | Aside | Script | Style)) || is_of_others(tree, index) {
                index = (node.end as usize).max(index + 1);
                continue;
            }
            if node.tag.is_some_and(|tag| !tag.is_void()) && is_mark(tree, index) {
                let names = names(&text_of(tree, index));
                if !names.is_empty() {
                    found.push((index, names));
                    index = (node.end as usize).max(index + 1);
                    continue;
                }
            }
            index += 1;
        }
        let first = found.iter().position(|(index, _)| *index >= anchor).or(found.len().checked_sub(1));
        let Some(first) = first else { continue };
        let mut authors: Vec<String> = Vec::new();
        let mut last = found[first].0;
        for (index, names) in found.into_iter().skip(first) {
            if index - last > NEAR || names_others(tree, last..index) {
                break;
            }
            last = index;
            for name in names {
                if !authors.contains(&name) {
                    authors.push(name);
                }
            }
        }
        return authors;
    }
    Vec::new()
}

/// Whether the text up to a name says that it is no author's.
fn names_others(tree: &Tree, range: Range<usize>) -> bool {
    const OTHERS: [&str; 5] = ["edited by", "reviewed by", "checked by", "photos by", "photographs by"];
    range.into_iter().any(|index| {
        let text = tree.text(index).to_ascii_lowercase();
        OTHERS.iter().any(|others| text.contains(others))
    })
}

/// The names under a label that says whose they are, wherever the page has it.
fn labelled(tree: &Tree) -> Option<Vec<String>> {
    const LABELS: [&str; 10] = [
        "article by",
        "article written by",
        "author",
        "author(s)",
        "authors",
        "autor",
        "post by",
        "story by",
        "text by",
        "written by",
    ];
    let is_label = |index: &usize| {
        let text = tree.text(*index).trim_ascii().trim_end_matches(':');
        text.len() <= 20 && LABELS.iter().any(|label| text.eq_ignore_ascii_case(label))
    };
    let label = (0..tree.nodes.len()).find(is_label)?;
    let mut authors = Vec::new();
    for index in label + 1..tree.nodes.len().min(label + 1 + NEAR) {
        let text = tree.text(index).trim_ascii();
        if text.is_empty() || matches!(text, "," | "and" | "&") {
            continue;
        }
        let names = if text.contains(' ') { names(text) } else { Vec::new() };
        if names.is_empty() {
            break;
        }
        authors.extend(names);
    }
    (!authors.is_empty()).then_some(authors)
}

/// The name that stands beside a picture which is said to show whoever has it.
fn portrayed(tree: &Tree, scope: Scope, anchor: usize) -> Option<Vec<String>> {
    let start = anchor.min(scope.start);
    (start..scope.end).filter(|index| tree.nodes[*index].tag == Some(Img)).find_map(|image| {
        let shown = tree.attribute(image, Attribute::Alt)?.trim();
        let behind = image + 1..tree.nodes.len().min(image + 8);
        let text = behind.into_iter().map(|index| tree.text(index).trim_ascii()).find(|text| !text.is_empty())?;
        let is_name = shown == text && text.contains(' ');
        byline::bare(text).filter(|_| is_name).map(|byline| byline.authors)
    })
}

fn is_rel(tree: &Tree, index: usize) -> bool {
    tree.attribute_has(index, Attribute::Rel, &["author"])
        || tree.attribute_has(index, Attribute::Itemprop, &["author"])
}

/// Whether the class speaks of the author, and not of the author's picture or life.
fn is_classed(tree: &Tree, index: usize) -> bool {
    const AUTHOR: [&str; 6] = ["author", "authors", "byline", "bylines", "contributor", "writer"];
    const OTHER: [&str; 15] = [
        "avatar",
        "bio",
        "biography",
        "date",
        "desc",
        "description",
        "headline",
        "image",
        "img",
        "job",
        "posts",
        "role",
        "social",
        "socials",
        "title",
    ];
    tree.attribute(index, Attribute::Class).is_some_and(|class| {
        class.split_ascii_whitespace().take(CLASSES).any(|class| {
            let has = |wanted: &[&str]| clutter::words(class).any(|word| wanted.contains(&word.as_str()));
            has(&AUTHOR) && !has(&OTHER)
        })
    })
}

fn is_linked(tree: &Tree, index: usize) -> bool {
    const PATHS: [&str; 11] = [
        "/author/",
        "/authors/",
        "/by/",
        "/contributor/",
        "/contributors/",
        "/journalist/",
        "/people/",
        "/person/",
        "/profile/",
        "/staff/",
        "/writers/",
    ];
    tree.nodes[index].tag == Some(A)
        && tree.attribute(index, Attribute::Href).is_some_and(|href| PATHS.iter().any(|path| href.contains(path)))
}

/// The names in what an element that is marked as the author's holds.
fn names(text: &str) -> Vec<String> {
    const OTHER: [&str; 16] = [
        "about", "all", "article", "articles", "author", "by", "follow", "login", "member", "more", "posts", "read",
        "reviewed", "share", "written", "your",
    ];
    if text.len() > LONGEST {
        return Vec::new();
    }
    let mut names = byline::marked(text);
    names.retain(|name| {
        name.contains(' ') && !name.split(' ').any(|word| OTHER.iter().any(|other| word.eq_ignore_ascii_case(other)))
    });
    names
}

fn text_of(tree: &Tree, index: usize) -> String {
    let mut text = String::new();
    for inside in index + 1..tree.nodes[index].end as usize {
        if text.len() > 4 * LONGEST {
            break;
        }
        if tree.nodes[inside].tag.is_some_and(|tag| tag.is_block() || tag == Br) {
            text.push('\n');
        }
        text.push_str(tree.text(inside));
    }
    text.lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}
