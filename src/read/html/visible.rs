//! Who wrote the article and when, as the page shows it to its readers.
//!
//! Finds: links and elements that are marked as the author's, lines such as "By Ana Mota" and
//! "Published May 3, 2024", from the headline to the first paragraphs, and where they have none, behind these.
//! Evidence: `rel`, microdata, class names and addresses of authors' pages; a word for "by" or a date in a short line.
//! What stands under a heading that leads to another article is that one's.
//! Does not find: names without any mark, dates within sentences.

use std::cell::OnceCell;
use std::ops::Range;

use super::clutter;
use super::dates::{self, of_change, of_publication};
use super::scope::Scope;
use super::tag::Tag::{self, *};
use super::tree::{Attribute, Tree};
use crate::read::{agencies, byline};

/// The longest line that is a byline or a date, in bytes.
const LONGEST: usize = 160;

/// This many bytes of running text into the article the search ends.
const TOP: usize = 1500;

/// Byline and date are among so many lines under the headline.
const LINES: usize = 8;

/// This many lines before the headline it begins.
const BEFORE: usize = 6;

/// The longest label, in bytes.
const LABEL: usize = 20;

/// This many classes of an element are looked at.
const CLASSES: usize = 20;

/// Marked elements that stand within so many nodes of each other name the authors of one article.
const NEAR: usize = 40;

/// A line as readers see it.
struct Line {
    text: String,
    /// The node that it begins with.
    start: usize,
    /// Whether it stands between the headline and the first paragraph.
    opens: bool,
    /// Whether the line before it says that a change is dated.
    is_of_change: bool,
}

/// What stands around the headline. The lines are read at once; what takes a look at every element is worked out when it
/// is asked for, since most pages say it in their data.
pub(super) struct Visible<'a> {
    tree: &'a Tree,
    scope: Scope,
    /// The headline, or the article's start where there is none.
    anchor: usize,
    lines: Vec<Line>,
    /// The nodes that the lines stand in.
    top: Range<usize>,
    /// What elements that are marked as dates say. It is asked for more than once.
    dated: OnceCell<Dated>,
}

/// What elements that are marked as dates say.
struct Dated {
    /// Around the headline and in the article, and labelled anywhere.
    own: Vec<String>,
    /// Without a label behind the article.
    behind: Vec<String>,
}

impl<'a> Visible<'a> {
    /// Reads the lines around the headline, or at the article's start where there is none.
    pub(super) fn new(tree: &'a Tree, scope: Scope, headline: Option<usize>) -> Self {
        let anchor = headline.unwrap_or(scope.start);
        let (lines, end) = lines(tree, scope, anchor);
        let start = lines.first().map_or(anchor, |line| line.start).min(anchor);
        Visible { tree, scope, anchor, lines, top: start..end, dated: OnceCell::new() }
    }

    /// The authors in a line of its own with a word for "by", right under the headline.
    pub(super) fn byline(&self) -> Vec<String> {
        self.opening().find_map(|line| byline::read(&line.text)).map(|byline| byline.authors).unwrap_or_default()
    }

    /// The authors: those near the headline, then those whom anything else on the page names.
    pub(super) fn authors(&self) -> Vec<String> {
        let near = self.near_authors();
        if !near.is_empty() {
            return near;
        }
        let far = || Some(self.marked_behind()).filter(|authors| !authors.is_empty());
        self.labelled().or_else(far).or_else(|| self.told()).unwrap_or_default()
    }

    /// The people near the headline.
    pub(super) fn near_people(&self) -> Vec<String> {
        let mut people = self.near_authors();
        people.retain(|name| name.contains(' ') && byline::bare(name).is_some_and(|byline| !byline.authors.is_empty()));
        people
    }

    /// The authors whom a byline, marks or a line near the headline name.
    pub(super) fn near_authors(&self) -> Vec<String> {
        let byline = self.byline();
        let marked = self.marked_near();
        // A line names the first of several, of whom each has a mark; marks that are others' share no name with it.
        if !marked.is_empty() && (byline.is_empty() || marked.iter().any(|name| byline.contains(name))) {
            return marked;
        }
        if !byline.is_empty() {
            return byline;
        }
        let in_office = || {
            let mut pairs = self.opening().zip(self.opening().skip(1));
            let below = |(name, office): (&Line, &Line)| {
                let is_office = name.text.split(' ').count() <= 3 && byline::names_office(&office.text);
                byline::bare(&name.text).filter(|byline| is_office && byline.authors.len() == 1)
            };
            let mut opening = self.opening();
            let found = opening.find_map(|line| byline::in_office(&line.text)).or_else(|| pairs.find_map(below));
            found.map(|byline| byline.authors)
        };
        let opening: Vec<&str> = self.opening().map(|line| line.text.as_str()).collect();
        let lines: Vec<&str> = self.lines.iter().map(|line| line.text.as_str()).collect();
        by_lines(&opening)
            .or_else(|| self.called_near().map(|name| vec![name]))
            .or_else(|| by_lines(&lines))
            .or_else(in_office)
            .unwrap_or_default()
    }

    /// The lines right under the headline.
    fn opening(&self) -> impl Iterator<Item = &Line> + Clone {
        self.lines.iter().filter(|line| line.opens).take(LINES)
    }

    /// The names in the marked elements near the headline.
    fn marked_near(&self) -> Vec<String> {
        let Visible { tree, anchor, .. } = *self;
        let kinds: [fn(&Tree, usize) -> bool; 5] = [is_rel, is_classed, is_linked, is_user, is_icon];
        kinds
            .into_iter()
            .map(|is_mark| marked(tree, self.top.clone(), anchor, is_mark))
            .find(|names| !names.is_empty())
            .unwrap_or_default()
    }

    /// The names in the marked elements nearest behind the article's first lines, or else before it.
    fn marked_behind(&self) -> Vec<String> {
        let Visible { tree, top: Range { end, .. }, .. } = *self;
        marked(tree, 0..tree.nodes.len(), end, is_author)
    }

    /// What stands near the headline where the author's name belongs, and is none of a person.
    fn called_near(&self) -> Option<String> {
        let of_line = |line: &Line| {
            let name = byline::after_by(&line.text).or_else(|| byline::behind_small_by(&line.text))?;
            is_call(name).then(|| name.to_string())
        };
        called(self.tree, self.top.clone()).or_else(|| self.opening().find_map(of_line))
    }

    /// The names that stand under a label.
    fn labelled(&self) -> Option<Vec<String>> {
        labelled(self.tree)
    }

    /// The name beside a portrait, or in what is told of the author.
    fn told(&self) -> Option<Vec<String>> {
        let Visible { tree, scope, anchor, .. } = *self;
        portrayed(tree, scope, anchor).or_else(|| told_of(tree, scope, anchor))
    }

    /// What is marked as the author's where no person is: a newsroom, one name, a user's name.
    pub(super) fn called(&self) -> Option<String> {
        let end = self.scope.end.max(self.anchor);
        called(self.tree, self.anchor.min(self.scope.start)..end)
    }

    fn dated(&self) -> &Dated {
        self.dated.get_or_init(|| dated(self.tree, self.anchor, self.scope.end))
    }

    /// The first date of publication around the headline, or in an element anywhere that is marked as a date.
    pub(super) fn date(&self, read: impl Fn(&str) -> Option<String>) -> Option<String> {
        let lines = self.lines.iter().filter(|line| !line.is_of_change);
        // Above the headline may stand the day on which the page is read.
        let (opening, others): (Vec<_>, Vec<_>) = lines.partition(|line| line.opens);
        let mut lines = opening.into_iter().chain(others).map(|line| &line.text);
        let read = |line: &String| read(of_publication(line)?);
        lines.find_map(read).or_else(|| self.dated().own.iter().find_map(read))
    }

    /// The first date in an element behind the article that is marked as a date.
    pub(super) fn date_behind(&self, read: impl Fn(&str) -> Option<String>) -> Option<String> {
        self.dated().behind.iter().find_map(|line| read(of_publication(line)?))
    }

    /// The first date around the headline that is said to be that of a change.
    pub(super) fn change(&self, read: impl Fn(&str) -> Option<String>) -> Option<String> {
        let of_line = |line: &Line| read(if line.is_of_change { &line.text } else { of_change(&line.text)? });
        let in_lines = self.lines.iter().find_map(of_line);
        in_lines.or_else(|| self.dated().own.iter().find_map(|line| read(of_change(line)?)))
    }

    /// The date of publication right under the headline, on a line that says nothing else but who wrote it and how long it takes to
    /// read.
    pub(super) fn opening_date(&self, read: impl Fn(&str) -> Option<String>) -> Option<String> {
        const SMALL: [&str; 15] = [
            "am",
            "and",
            "at",
            "by",
            "in",
            "min",
            "mins",
            "minute",
            "minutes",
            "on",
            "pm",
            "posted",
            "published",
            "read",
            "to",
        ];
        let says_no_more = |line: &&Line| {
            let words = line.text.split(|c: char| !c.is_alphabetic());
            let mut small = words.filter(|word| word.starts_with(char::is_lowercase));
            !line.is_of_change
                && of_publication(&line.text).is_some_and(|part| part.len() == line.text.len())
                && small.all(|word| SMALL.contains(&word) || dates::is_ordinal_ending(word))
        };
        self.opening().find(|line| read(&line.text).is_some()).filter(says_no_more).and_then(|line| read(&line.text))
    }

    /// Whether a line around the headline has the date.
    pub(super) fn shows(&self, date: &str, read: impl Fn(&str) -> Option<String>) -> bool {
        self.lines.iter().filter_map(|line| read(&line.text)).any(|shown| shown.get(..10) == date.get(..10))
    }
}

/// The authors whom one of the lines names behind a word for "by", which may stand on a line of its own.
fn by_lines(lines: &[&str]) -> Option<Vec<String>> {
    let mut pairs = lines.iter().zip(lines.iter().skip(1).chain([&""]));
    pairs.find_map(|(line, next)| {
        let joined = is_by(line.trim_end_matches([':', ' '])).then(|| format!("By {next}"));
        let joined =
            joined.or_else(|| Some(format!("By {}", byline::behind_small_by(line).or_else(|| behind_by(line))?)));
        let line = joined.as_deref().unwrap_or(line);
        let named = byline::read(line).or_else(|| byline::opening(line))?;
        (!named.authors.is_empty()).then_some(named.authors)
    })
}

/// What stands behind "by" where a date or a bar stands before it: "May 3, 2024 by Ana Mota".
fn behind_by(line: &str) -> Option<&str> {
    const OPENINGS: [&str; 3] = ["Created", "Published", "Updated"];
    let (before, behind) = [" by ", " By ", " BY "].iter().find_map(|by| line.split_once(by))?;
    let is_apart = before.ends_with(['|', '·', '•', '-', '–', '—']) || OPENINGS.contains(&before);
    (is_apart || dates::is_within(before)).then_some(behind)
}

fn is_by(line: &str) -> bool {
    ["by", "written by", "author", "posted by", "words by", "von", "por"].iter().any(|by| line.eq_ignore_ascii_case(by))
}

/// Whether a line says no more than that a change is dated behind it.
fn is_label_of_change(line: &str) -> bool {
    line.len() <= LABEL && !line.contains(|c: char| c.is_ascii_digit()) && of_publication(line).is_none()
}

/// The short lines from before the anchor to the first paragraphs behind it, and the node that they end with.
fn lines(tree: &Tree, scope: Scope, anchor: usize) -> (Vec<Line>, usize) {
    let mut lines: Vec<Line> = Vec::new();
    let mut text = String::new();
    let (mut before, mut passed, mut index, mut start) = (0, 0, 0, 0);
    let end = scope.end.max(tree.nodes.get(anchor).map_or(0, |node| node.end as usize));
    while index <= end && passed < TOP {
        let node = tree.nodes.get(index).copied();
        let ends_line = node.is_none_or(|node| node.tag.is_some_and(|tag| tag.is_block() || tag == Br));
        if ends_line || index == end {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if index > scope.start && words.len() > LONGEST {
                passed += words.len();
            } else if !words.is_empty() && words.len() <= LONGEST {
                let is_of_change = lines.last().is_some_and(|line| is_label_of_change(&line.text));
                lines.push(Line { text: words, start, opens: index > anchor && passed == 0, is_of_change });
                before += usize::from(index <= anchor);
            }
            text.clear();
            start = index;
        }
        let Some(node) = node else { break };
        match node.tag {
            Some(tag)
                if tag.is_without_text()
                    || matches!(tag, Nav | Aside)
                    || tag == Footer && (index < anchor || passed > 0)
                    || index > anchor && is_of_others(tree, index) =>
            {
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
    (lines, index.min(tree.nodes.len()))
}

/// The words of short elements that a label, their class or the author beside them shows to hold a date: labelled ones
/// first, of the others those behind the anchor. `behind` is where the article ends.
fn dated(tree: &Tree, anchor: usize, behind: usize) -> Dated {
    const LABELS: [&str; 6] = ["published", "posted", "date", "updated", "last", "modified"];
    /// So many bytes hold a label and a date, each on a line of its own, and no more.
    const LABELLED: usize = 64;
    /// A date within so many nodes of the author is that of what the author wrote.
    const BESIDE: usize = 12;
    let mut dated: [Vec<String>; 6] = Default::default();
    let (mut index, mut sidebar, mut digit) = (0, 0, 0);
    let mut passed = Vec::new();
    while index < tree.nodes.len() {
        let node = tree.nodes[index];
        let Some(tag) = node.tag else {
            index += 1;
            continue;
        };
        let end = node.end as usize;
        if matches!(tag, Nav | Script | Style | Head) || is_of_others(tree, index) {
            index = end.max(index + 1);
            continue;
        }
        if is_sidebar(tree, index) {
            sidebar = sidebar.max(end);
        }
        passed.push(index);
        if digit < index {
            digit = (index..tree.nodes.len()).find(|index| has_digit(tree, *index)).unwrap_or(tree.nodes.len());
        }
        if !tag.is_void() && end - index <= NEAR && digit < end {
            let text = dated_text(tree, index);
            if text.len() <= LONGEST && text.contains(|c: char| c.is_ascii_digit()) {
                let first = text.split([' ', ':']).next().unwrap_or_default().to_lowercase();
                let is_labelled =
                    LABELS.contains(&first.as_str()) && (text.len() <= LABELLED || !has_blocks(tree, index));
                let mut near = passed.iter().rev().take_while(|passed| index - **passed <= BESIDE);
                let mut is_beside = || dates::is_whole(&text) && near.any(|passed| is_author(tree, *passed));
                let rank = match () {
                    () if is_labelled => Some(usize::from(index < sidebar)),
                    () if index < sidebar => None,
                    () if is_dated(tree, index) => Some(match index {
                        _ if index >= behind => 5,
                        _ => 2 + usize::from(index < anchor),
                    }),
                    () => is_beside().then_some(if index < behind { 4 } else { 5 }),
                };
                if let Some(rank) = rank
                    && (rank < 5 || !is_of_card(tree, index))
                {
                    dated[rank].push(text);
                }
            }
        }
        index += 1;
    }
    let behind = std::mem::take(&mut dated[5]);
    Dated { own: dated.concat(), behind }
}

/// Whether an element stands under a heading that leads to another article.
fn is_of_card(tree: &Tree, index: usize) -> bool {
    /// The heading begins at most so many nodes before it.
    const BEFORE: usize = 16;
    (index.saturating_sub(BEFORE)..index).any(|before| {
        let node = tree.nodes[before];
        let is_ended = node.end as usize <= index;
        let mut around = before.saturating_sub(1)..node.end as usize;
        is_ended && node.tag.is_some_and(Tag::is_heading) && around.any(|inside| tree.nodes[inside].tag == Some(A))
    })
}

/// Whether a node adds a digit to the words of the elements around it.
fn has_digit(tree: &Tree, index: usize) -> bool {
    let words = match tree.nodes[index].tag {
        None => Some(tree.text(index)),
        Some(Time) => tree.attribute(index, Attribute::Datetime),
        Some(_) => None,
    };
    words.is_some_and(|words| words.bytes().any(|byte| byte.is_ascii_digit()))
}

/// The words of an element, with the whole date of a time that shows less.
fn dated_text(tree: &Tree, index: usize) -> String {
    let text = text_of(tree, index).replace('\n', " ");
    let mut inside = index..tree.nodes[index].end as usize;
    let time = inside.find(|inside| tree.nodes[*inside].tag == Some(Time));
    match time.and_then(|time| tree.attribute(time, Attribute::Datetime)) {
        Some(whole) => format!("{text} {whole}"),
        None => text,
    }
}

/// Whether an element is made for a date, or its class speaks of one.
fn is_dated(tree: &Tree, index: usize) -> bool {
    const CLASS: [&str; 12] = [
        "created",
        "date",
        "datetime",
        "dateline",
        "posted",
        "postdate",
        "pubdate",
        "publication",
        "publish",
        "published",
        "time",
        "timestamp",
    ];
    tree.nodes[index].tag == Some(Time)
        || tree.attribute(index, Attribute::Class).is_some_and(|class| {
            let mut words = class.split_ascii_whitespace().take(CLASSES).flat_map(clutter::words);
            words.any(|word| is_among(word, &CLASS))
        })
}

fn is_sidebar(tree: &Tree, index: usize) -> bool {
    tree.clutter.get(index).is_some_and(|clutter| *clutter) && is_named(tree, index, &["sidebar"])
}

fn has_blocks(tree: &Tree, index: usize) -> bool {
    (index + 1..tree.nodes[index].end as usize).any(|inside| tree.nodes[inside].tag.is_some_and(Tag::is_block))
}

/// Whether an element holds comments or what belongs to other articles.
fn is_of_others(tree: &Tree, index: usize) -> bool {
    const NAMES: [&str; 5] = ["comment", "related", "recommend", "more", "popular"];
    tree.clutter.get(index).is_some_and(|clutter| *clutter) && is_named(tree, index, &NAMES)
}

/// Whether one of the words is a part of the element's class or id.
fn is_named(tree: &Tree, index: usize, words: &[&str]) -> bool {
    [Attribute::Class, Attribute::Id].iter().filter_map(|name| tree.attribute(index, *name)).any(|name| {
        let name = name.to_ascii_lowercase();
        words.iter().any(|word| name.contains(word))
    })
}

/// The names in the marked elements of a range that are nearest behind the anchor, or before it.
fn marked(tree: &Tree, range: Range<usize>, anchor: usize, is_mark: fn(&Tree, usize) -> bool) -> Vec<String> {
    let mut found: Vec<(usize, Vec<String>)> = Vec::new();
    let mut index = range.start;
    while index < range.end {
        let node = tree.nodes[index];
        if matches!(node.tag, Some(Nav | Aside | Script | Style))
            || is_of_others(tree, index)
            || is_sidebar(tree, index)
        {
            index = (node.end as usize).max(index + 1);
            continue;
        }
        if node.tag.is_some_and(|tag| !tag.is_void())
            && is_mark(tree, index)
            && !is_of_another(tree, index)
            && (index < anchor || !is_of_card(tree, index))
        {
            let names = names(&named_in(tree, index));
            if !names.is_empty() {
                found.push((index, names));
                index = (node.end as usize).max(index + 1);
                continue;
            }
        }
        index += 1;
    }
    let first = found.iter().position(|(index, _)| *index >= anchor).or(found.len().checked_sub(1));
    let Some(first) = first else { return Vec::new() };
    let mut authors: Vec<String> = Vec::new();
    let mut last = found[first].0;
    for (index, names) in found.into_iter().skip(first) {
        if index - last > NEAR || is_apart(tree, last..index) {
            break;
        }
        last = index;
        for name in names {
            if !authors.contains(&name) {
                authors.push(name);
            }
        }
    }
    authors
}

/// The text of an element, or the name that it holds for machines alone.
fn named_in(tree: &Tree, index: usize) -> String {
    let near = tree.nodes.len().min(index + 1 + NEAR);
    let is_item = |inside: &usize| tree.nodes[*inside].tag == Some(Li) && tree.nodes[*inside].end as usize <= near;
    let items = (index + 1..near.min(tree.nodes[index].end as usize)).filter(is_item);
    let names: Vec<String> = items.map(|item| text_of(tree, item)).collect();
    let text = if names.len() > 1 { names.join(", ") } else { text_of(tree, index) };
    let mut inside = (index + 1..tree.nodes[index].end as usize).take(NEAR);
    let name = |inside: &usize| {
        tree.nodes[*inside].tag == Some(Meta) && tree.attribute_has(*inside, Attribute::Itemprop, &["name"])
    };
    let mut meant = || tree.attribute(inside.find(name)?, Attribute::Content).map(str::to_string);
    if text.is_empty() { meant().unwrap_or_default() } else { text }
}

/// Whether running text stands between two names.
fn is_apart(tree: &Tree, mut range: Range<usize>) -> bool {
    range.any(|index| tree.text(index).trim_ascii().len() > LONGEST || says_other(tree.text(index)))
}

/// Whether the words right before a name say that it is no author's.
fn is_of_another(tree: &Tree, index: usize) -> bool {
    /// So many nodes and bytes are looked at.
    const BEFORE: usize = 4;
    const WORDS: usize = 30;
    let mut before = (index.saturating_sub(BEFORE)..index).rev().map(|index| tree.text(index).trim_ascii_end());
    before.find(|text| !text.is_empty()).is_some_and(|text| {
        let start = (text.len().saturating_sub(WORDS)..=text.len()).find(|at| text.is_char_boundary(*at));
        says_other(&text[start.unwrap_or(0)..])
    })
}

/// Whether a text says that a name behind it is no author's.
fn says_other(text: &str) -> bool {
    const OTHERS: &str = "contribution|checked by|edited by|editor:|illustrat|photo by|photo:|photos by|photographs by|\
        photography|reviewed by|translated by";
    let text = text.to_ascii_lowercase();
    OTHERS.split('|').any(|others| text.contains(others))
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
        if tree.nodes[index].tag.is_some_and(|tag| tag.is_heading() || matches!(tag, Dt | Th)) && !authors.is_empty() {
            break;
        }
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

/// The name of whom a box about the author, or else the article's last lines, tell of: "Written by Ana Mota, who ...",
/// "Ana Mota is a writer in Bergen."
fn told_of(tree: &Tree, scope: Scope, anchor: usize) -> Option<Vec<String>> {
    /// The article's last lines are within so many nodes of its end.
    const LAST: usize = 60;
    let mut boxes = (anchor..tree.nodes.len())
        .filter(|index| !matches!(tree.nodes[*index].tag, None | Some(Script | Style)) && is_box(tree, *index));
    let in_box = boxes.find_map(|index| {
        let text = text_of(tree, index);
        text.lines().find_map(|line| writer_told(line, false).or_else(|| about(line)))
    });
    in_box.or_else(|| {
        let last = scope.end.saturating_sub(LAST).max(anchor + 1)..scope.end;
        let mut lines = last.filter(|index| matches!(tree.nodes[*index].tag, Some(P | Div | Em | I | Li)));
        lines.find_map(|index| writer_told(text_of(tree, index).lines().next()?, true))
    })
}

/// The name in a heading such as "About Ana Mota".
fn about(line: &str) -> Option<Vec<String>> {
    byline::bare(line.strip_prefix("About ")?).map(|byline| byline.authors).filter(|authors| !authors.is_empty())
}

/// The name that a line about the author begins with, or has behind "written by".
fn writer_told(line: &str, needs_trade: bool) -> Option<Vec<String>> {
    const WORDS: [&str; 4] = ["written by ", "Written by ", "Reporting by ", "reporting by "];
    const TRADES: [&str; 14] = [
        "analyst",
        "author",
        "blogger",
        "columnist",
        "contributor",
        "correspondent",
        "critic",
        "editor",
        "essayist",
        "freelance",
        "journalist",
        "reporter",
        "staff writer",
        "writer",
    ];
    if let Some(behind) = WORDS.iter().find_map(|by| line.find(by).map(|at| &line[at + by.len()..])) {
        return Some(names(behind.split([';', '!', '(']).next()?.split(". ").next()?))
            .filter(|names| !names.is_empty());
    }
    let (name, rest) = line.split_once(" is ")?;
    let rest = rest.split(['.', ';']).next()?;
    let is_article = ["a ", "an ", "the "].iter().any(|article| rest.starts_with(article));
    let is_told = is_article && (!needs_trade || TRADES.iter().any(|trade| rest.contains(trade)));
    byline::bare(name).filter(|_| is_told).map(|byline| byline.authors).filter(|authors| authors.len() == 1)
}

/// What the first marked element in a range says, if it is short enough to be a name.
fn called(tree: &Tree, range: Range<usize>) -> Option<String> {
    let mut index = range.start;
    while index < range.end {
        let node = tree.nodes[index];
        if matches!(node.tag, Some(Nav | Aside | Script | Style | Blockquote))
            || is_of_others(tree, index)
            || is_sidebar(tree, index)
        {
            index = (node.end as usize).max(index + 1);
            continue;
        }
        if node.tag.is_some_and(|tag| !tag.is_void()) && is_author(tree, index) {
            let text = text_of(tree, index);
            let name = ["By ", "by ", "BY ", "Written by ", "Posted by "]
                .iter()
                .find_map(|by| text.strip_prefix(by))
                .unwrap_or(&text)
                .trim_matches([' ', ',', '|', ':']);
            if is_call(name) {
                return Some(name.to_string());
            }
        }
        index += 1;
    }
    None
}

/// Whether something is short enough to be the name of a newsroom or a user.
fn is_call(name: &str) -> bool {
    /// The longest name, in bytes.
    const NAME: usize = 40;
    (2..=NAME).contains(&name.len())
        && name.starts_with(char::is_alphanumeric)
        && name.split(' ').count() <= 4
        && !name.contains(['\n', '@', '/', ':', '?', '!'])
        && name.contains(char::is_alphabetic)
        && !names_nobody(name)
        && !has_small_word(name)
        && !dates::is_within(name)
        && agencies::free(name.trim_end_matches(" Staff")).is_none()
}

/// Whether an element is named as a box about the author.
fn is_box(tree: &Tree, index: usize) -> bool {
    const NAMES: [&str; 5] = ["author", "authorbox", "bio", "biography", "contributor"];
    [Attribute::Class, Attribute::Id].iter().filter_map(|name| tree.attribute(index, *name)).any(|names| {
        let mut words = names.split_ascii_whitespace().take(CLASSES).flat_map(clutter::words);
        words.any(|word| is_among(word, &NAMES))
    })
}

/// Whether a word is one of those in lower case.
fn is_among(word: &str, wanted: &[&str]) -> bool {
    wanted.iter().any(|wanted| word.eq_ignore_ascii_case(wanted))
}

/// Whether anything marks an element as the author's, but for the site's own name that leads home.
fn is_author(tree: &Tree, index: usize) -> bool {
    let leads_home = || tree.attribute(index, Attribute::Href) == Some("/");
    (is_rel(tree, index) || is_classed(tree, index) || is_linked(tree, index)) && !leads_home()
}

fn is_rel(tree: &Tree, index: usize) -> bool {
    tree.attribute_has(index, Attribute::Rel, &["author"])
        || [Attribute::Itemprop, Attribute::Property]
            .iter()
            .any(|name| tree.attribute_has(index, *name, &["author", "schema:author", "dc:creator"]))
}

/// Whether the class speaks of the author, and not of the author's picture or life.
fn is_classed(tree: &Tree, index: usize) -> bool {
    const NAMES: [Attribute; 4] = [Attribute::Class, Attribute::Id, Attribute::DataTestid, Attribute::DataComponent];
    const AUTHOR: [&str; 10] = [
        "author",
        "authors",
        "byl",
        "byline",
        "bylines",
        "contributor",
        "contributors",
        "journalist",
        "reporter",
        "writer",
    ];
    const VERBS: [&str; 5] = ["authored", "created", "posted", "submitted", "written"];
    const OTHER: [&str; 18] = [
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
        "photo",
        "posts",
        "quote",
        "role",
        "social",
        "socials",
        "testimonial",
        "title",
    ];
    NAMES.into_iter().filter_map(|name| tree.attribute(index, name)).any(|class| {
        class.split_ascii_whitespace().take(CLASSES).any(|class| {
            let has = |wanted: &[&str]| clutter::words(class).any(|word| is_among(word, wanted));
            (has(&AUTHOR) || has(&VERBS) && has(&["by"])) && !has(&OTHER)
        })
    })
}

/// Whether the class speaks of somebody who has an account, as those who comment have as well.
fn is_user(tree: &Tree, index: usize) -> bool {
    tree.attribute_has(index, Attribute::Class, &["user-name", "username"])
}

/// Whether the element shows the picture of a person or a pen before its words.
fn is_icon(tree: &Tree, index: usize) -> bool {
    /// The picture and the spaces before it.
    const FIRST: usize = 2;
    const PICTURES: [&str; 5] = ["author", "pen", "pencil", "person", "user"];
    let end = tree.nodes[index].end as usize;
    let mut inside = (index + 1..end).take(FIRST);
    let Some(first) = inside.find(|inside| tree.nodes[*inside].tag.is_some()) else { return false };
    end - index <= NEAR
        && tree.nodes[first].end as usize == first + 1
        && tree.attribute(first, Attribute::Class).is_some_and(|class| {
            let mut words = class.split_ascii_whitespace().take(CLASSES).flat_map(clutter::words);
            words.any(|word| is_among(word, &PICTURES))
        })
}

fn is_linked(tree: &Tree, index: usize) -> bool {
    const PATHS: &str = "&author= /auteur/ /auteurs/ /author/ /authors/ /autor/ /autores/ /autoren/ /by/ /columnist/ \
        /columnists/ /contributor/ /contributors/ /journalist/ /journalists/ /reporters/ /writers/ ?author=";
    /// Of people whom texts are about as well.
    const OF_ANYBODY: &str = "/@ /bio/ /people/ /person/ /profile/ /staff/";
    let has = |href: &str, paths: &str| paths.split(' ').any(|path| href.contains(path));
    // On other sites a profile is that of whoever has an account.
    let is_own = |href: &str| href.starts_with('/') || !href.contains("/profile/");
    tree.nodes[index].tag == Some(A)
        && tree.attribute(index, Attribute::Href).is_some_and(|href| {
            has(href, PATHS) || has(href, OF_ANYBODY) && is_own(href) && !is_in_sentence(tree, index)
        })
}

/// Whether running text stands right before an element or behind it.
fn is_in_sentence(tree: &Tree, index: usize) -> bool {
    /// More than what stands between the names of a byline, in bytes.
    const LONG: usize = 60;
    let is_long = |index: usize| index < tree.nodes.len() && tree.text(index).trim_ascii().len() > LONG;
    index > 0 && is_long(index - 1) || is_long(tree.nodes[index].end as usize)
}

/// Whether a name is what pages say instead of one.
pub(super) fn names_nobody(name: &str) -> bool {
    /// Of several words any that is one of these.
    const KEEPERS: [&str; 4] = ["admin", "administrator", "superadmin", "webmaster"];
    const NOBODY: &str = "about|and|anonymous|author|authors|bio|blog|by|contributor|correspondent|editor|facebook|follow|\
        guest|guest author|instagram|linkedin|login|mastodon|meet the author|more|none|null|opinion|\
        our correspondent|posted|profile|published|read more|reporter|share|staff|from staff reports|\
        staff report|staff reports|staff reporter|staff writer|threads|tiktok|twitter|undefined|unknown|\
        updated|user|view all posts|website|wire reports|written by|youtube";
    NOBODY.split('|').any(|nobody| name.eq_ignore_ascii_case(nobody))
        || name.split(' ').any(|word| KEEPERS.iter().any(|keeper| word.eq_ignore_ascii_case(keeper)))
}

/// The names in what an element that is marked as the author's holds.
fn names(text: &str) -> Vec<String> {
    // Where more is told of the author, a byline stands above.
    let text = if text.len() > LONGEST { text.lines().next().unwrap_or_default() } else { text };
    let mut names = byline::marked(text);
    names.retain(|name| name.contains(' ') && !has_small_word(name) && !names_nobody(name));
    names
}

/// Whether one of the words is what links and labels around names say.
fn has_small_word(name: &str) -> bool {
    const WORDS: [&str; 17] = [
        "about", "all", "article", "articles", "author", "bio", "by", "follow", "login", "member", "more", "posts",
        "read", "reviewed", "share", "written", "your",
    ];
    name.split(' ').any(|word| is_among(word, &WORDS))
}

/// The text of an element, a line for each that a reader sees: the start of it, if there is much.
fn text_of(tree: &Tree, index: usize) -> String {
    const NODES: usize = 200;
    let mut text = String::new();
    let (mut block_end, mut link_end) = (0, 0);
    for inside in (index + 1..tree.nodes[index].end as usize).take(NODES) {
        if text.len() > 4 * LONGEST {
            break;
        }
        let tag = tree.nodes[inside].tag;
        if inside == block_end || tag.is_some_and(|tag| tag.is_block() || tag == Br) {
            text.push('\n');
        }
        if tag.is_some_and(Tag::is_block) {
            block_end = tree.nodes[inside].end as usize;
        }
        if tag == Some(A) {
            // Styles set links apart.
            if inside == link_end {
                text.push_str(", ");
            }
            link_end = tree.nodes[inside].end as usize;
        }
        let piece = tree.text(inside);
        text.push_str(piece);
        // Styles set the word apart from the name.
        if piece.len() <= LABEL && is_by(piece.trim_matches([' ', ':', '\n'])) {
            text.push(' ');
        }
    }
    let mut lines = String::with_capacity(text.len());
    for line in text.lines() {
        let start = lines.len();
        for word in line.split_whitespace() {
            match lines.len() {
                0 => {}
                length if length == start => lines.push('\n'),
                _ => lines.push(' '),
            }
            lines.push_str(word);
        }
    }
    lines
}
