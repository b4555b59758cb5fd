//! The tree becomes text, laid out as a browser shows it: a block for each paragraph, heading,
//! entry of a list or table, white space as it is seen, no two words glued.

use std::collections::HashSet;

use super::furniture;
use super::scope::{Mark, Scope, is_left_out};
use super::tag::Tag::{self, *};
use super::tree::{Attribute, Tree};
use crate::article::BlockKind;
use crate::read::layout::Passage;
use crate::text::Span;

/// The longest byline, in bytes. Around longer text the mark stands for something else.
const BYLINE: usize = 160;

/// A passage of this many bytes is written once, however often the page holds it.
const REPEATED: usize = 40;

/// A text and its blocks.
pub(super) struct Page {
    pub text: String,
    pub passages: Vec<Passage>,
    /// Of each passage the element that holds it.
    pub elements: Vec<Option<u32>>,
}

/// Lays out the headline's element, where one stands outside of the scope, and the scope.
pub(super) fn lay_out(tree: &Tree, headline: Option<usize>, scope: Scope) -> Page {
    let mut setter = Setter {
        tree,
        page: Page { text: String::new(), passages: Vec::new(), elements: Vec::new() },
        style: Style { in_article: matches!(scope.mark, Mark::Article | Mark::Text), ..Style::default() },
        open: Vec::new(),
        block: Block::default(),
        gap: Gap::default(),
        is_page: scope.mark == Mark::Body,
        printed: HashSet::new(),
    };
    if let Some(headline) = headline {
        setter.walk(headline, tree.nodes[headline].end as usize);
    }
    setter.walk(scope.start, scope.end);
    if !tree.is_part {
        furniture::mark_tails(&setter.page.text, &mut setter.page.passages);
    }
    setter.page
}

struct Setter<'a> {
    tree: &'a Tree,
    page: Page,
    style: Style,
    open: Vec<Open>,
    block: Block,
    gap: Gap,
    /// Whether a whole page is read, with the menus that nothing marks.
    is_page: bool,
    /// The long passages so far.
    printed: HashSet<String>,
}

/// What holds for the text within an element.
#[derive(Clone, Copy, Default)]
struct Style {
    kind: Option<BlockKind>,
    in_article: bool,
    is_link: bool,
    is_preformatted: bool,
    /// Whether it stands in the cells of a table.
    in_cells: bool,
}

/// An element that has been entered, and the style to go back to behind it.
struct Open {
    index: u32,
    end: u32,
    tag: Tag,
    outer: Style,
}

/// The block that is being written.
#[derive(Default)]
struct Block {
    /// How long the text was before it and the empty line between.
    before: usize,
    /// Where it starts; nothing has been written yet where this is none.
    start: Option<usize>,
    /// The innermost element of its own lines that it starts in; of a table, the table.
    element: Option<u32>,
    letters: usize,
    linked: usize,
    /// Whether a part of it is marked as the author's name.
    names_author: bool,
    /// Whether no cell of the row has begun yet.
    at_row: bool,
}

/// White space that is written only where a word follows.
#[derive(Default)]
struct Gap {
    space: bool,
    tabs: usize,
    lines: usize,
}

impl Setter<'_> {
    fn walk(&mut self, start: usize, end: usize) {
        let mut index = start;
        while index < end {
            self.leave_before(index);
            let node = self.tree.nodes[index];
            match node.tag {
                None => self.text(index),
                Some(tag) if is_left_out(self.tree, index, self.style.in_article) => {
                    if tag.is_block() {
                        self.interrupt();
                    }
                    index = node.end as usize;
                    continue;
                }
                Some(tag) => self.enter(index, tag),
            }
            index += 1;
        }
        self.leave_before(end);
        self.flush();
    }

    /// Leaves the elements that end before a node.
    fn leave_before(&mut self, index: usize) {
        while let Some(open) = self.open.pop_if(|open| open.end as usize <= index) {
            if open.tag == Q {
                self.word("”");
            }
            // The table's own end ends its block.
            if open.tag.is_block() {
                self.style.in_cells = open.outer.in_cells && self.style.in_cells;
                self.interrupt();
            }
            self.style = open.outer;
        }
    }

    fn enter(&mut self, index: usize, tag: Tag) {
        let outer = self.style;
        match tag {
            Br if outer.is_preformatted => self.preformatted("\n"),
            Br if outer.in_cells => self.gap.space = true,
            Br => self.gap.lines += 1,
            Tr if outer.in_cells => {
                self.gap = Gap { lines: 1, ..Gap::default() };
                self.block.at_row = true;
            }
            Td | Th if outer.in_cells => self.gap.tabs += usize::from(!std::mem::take(&mut self.block.at_row)),
            Caption => self.flush(),
            _ if tag.is_block() => self.interrupt(),
            Q => self.word("“"),
            _ => {}
        }
        self.style = self.style_within(index, tag);
        self.block.names_author |= !tag.is_block() && is_author(self.tree, index);
        let node = self.tree.nodes[index];
        if node.end as usize > index + 1 {
            self.open.push(Open { index: index as u32, end: node.end, tag, outer });
        }
    }

    fn style_within(&self, index: usize, tag: Tag) -> Style {
        let tree = self.tree;
        let outer = self.style;
        let kind = match tag {
            _ if outer.in_cells && tag != Caption => outer.kind,
            H1 => Some(BlockKind::Headline),
            _ if tag.is_heading() && tree.attribute_has(index, Attribute::Itemprop, &["headline"]) => {
                Some(BlockKind::Headline)
            }
            H2 | H3 | H4 | H5 | H6 => Some(BlockKind::Subheading),
            Li => Some(BlockKind::ListItem),
            Blockquote => Some(BlockKind::Blockquote),
            Figcaption | Figure | Caption => Some(BlockKind::Caption),
            Table if is_data(tree, index) => Some(BlockKind::Table),
            Table => None,
            _ if tag.is_block() && outer.kind.is_none() && is_byline(tree, index) => Some(BlockKind::Byline),
            _ => outer.kind,
        };
        Style {
            kind,
            in_article: outer.in_article || matches!(tag, Article | Main),
            is_link: outer.is_link || tag == A && tree.attribute(index, Attribute::Href).is_some(),
            is_preformatted: outer.is_preformatted || matches!(tag, Pre | Listing | Xmp | Plaintext),
            in_cells: kind == Some(BlockKind::Table) && (tag == Table || outer.in_cells),
        }
    }

    fn text(&mut self, index: usize) {
        let text = self.tree.text(index);
        if self.style.is_preformatted && !self.style.in_cells {
            return self.preformatted(text);
        }
        for (at, piece) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            self.gap.space |= at > 0;
            if !piece.is_empty() {
                self.word(piece);
            }
        }
    }

    /// Writes a text whose lines and spaces are to stay.
    fn preformatted(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            self.gap.lines += usize::from(at > 0);
            let words = line.trim_start_matches([' ', '\t']);
            if words.is_empty() {
                self.gap.space |= !line.is_empty();
                continue;
            }
            self.begin();
            self.close_gap(true);
            self.page.text.push_str(&line[..line.len() - words.len()]);
            self.letters(words);
        }
    }

    /// Writes a word, or several that only spaces join which stay.
    fn word(&mut self, piece: &str) {
        // Two line ends in a row are how pages without paragraphs part them.
        if self.gap.lines > 1 && !self.style.in_cells && !self.style.is_preformatted {
            self.flush();
        }
        let piece = if self.block.start.is_none() { piece.trim_start() } else { piece };
        if !piece.is_empty() {
            self.begin();
            self.close_gap(false);
            self.letters(piece);
        }
    }

    /// Writes letters, without the places where a word may be broken, which are not seen.
    fn letters(&mut self, piece: &str) {
        for part in piece.split('\u{ad}') {
            self.page.text.push_str(part);
            self.block.letters += part.len();
            self.block.linked += if self.style.is_link { part.len() } else { 0 };
        }
    }

    /// Begins a block, unless one has begun.
    fn begin(&mut self) {
        if self.block.start.is_some() {
            return;
        }
        self.gap = Gap::default();
        self.block.before = self.page.text.len();
        let in_list = |kind: Option<BlockKind>| kind == Some(BlockKind::ListItem);
        if let Some(last) = self.page.passages.last() {
            let close = in_list(last.given) && in_list(self.style.kind);
            self.page.text.push_str(if close { "\n" } else { "\n\n" });
        }
        self.block.start = Some(self.page.text.len());
        let in_cells = self.style.in_cells;
        let holds = |open: &&Open| if in_cells { open.tag == Table } else { open.tag.is_block() };
        self.block.element = self.open.iter().rev().find(holds).map(|open| open.index);
    }

    /// Writes the white space before a word.
    fn close_gap(&mut self, is_preformatted: bool) {
        let gap = std::mem::take(&mut self.gap);
        let text = &mut self.page.text;
        if gap.lines > 0 {
            let lines = if is_preformatted { gap.lines } else { 1 };
            text.extend(std::iter::repeat_n('\n', lines));
        }
        text.extend(std::iter::repeat_n('\t', gap.tabs));
        if gap.space && gap.lines == 0 && gap.tabs == 0 {
            text.push(' ');
        }
    }

    /// Ends a block where an element does that stands on lines of its own. Within a table such an
    /// element only parts words.
    fn interrupt(&mut self) {
        if self.style.in_cells {
            self.gap.space = true;
        } else {
            self.flush();
        }
    }

    /// Ends the block.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        self.gap = Gap::default();
        let Some(start) = block.start else { return };
        let text = &mut self.page.text;
        text.truncate(text.trim_end().len().max(start));
        let is_linked = block.linked * 10 >= block.letters * 9;
        if text.len() == start || self.is_page && is_linked && self.style.kind == Some(BlockKind::ListItem) {
            return text.truncate(block.before);
        }
        let given = match self.style.kind {
            None | Some(BlockKind::Byline) if block.names_author && text.len() - start <= BYLINE => {
                Some(BlockKind::Byline)
            }
            Some(BlockKind::Byline) if text.len() - start > BYLINE => None,
            None | Some(BlockKind::ListItem | BlockKind::Subheading) if is_linked && !is_sentence(&text[start..]) => {
                Some(BlockKind::Teaser)
            }
            kind => kind,
        };
        // Pages hold one passage several times, one of which is shown on each kind of screen.
        let is_long = text.len() - start >= REPEATED;
        let is_again = is_long && !self.printed.insert(text[start..].to_string());
        if !self.tree.is_part && (is_again || furniture::is_line(&text[start..])) {
            return text.truncate(block.before);
        }
        let span = Span::new(start, text.len()).trim(text);
        let rows = given == Some(BlockKind::Table);
        self.page.elements.push(block.element);
        self.page.passages.push(Passage { span, rows, apart: true, given });
    }
}

/// Whether a passage is more than the title of what it links to.
fn is_sentence(words: &str) -> bool {
    const SHORTEST: usize = 60;
    words.len() >= SHORTEST && words.ends_with(['.', '!', '”', '"'])
}

/// Whether a table holds data. The others only place what stands in them: tables, headings,
/// paragraphs.
fn is_data(tree: &Tree, table: usize) -> bool {
    const LONGEST: usize = 400;
    let inside = table + 1..tree.nodes[table].end as usize;
    let mut length = 0;
    !tree.attribute_has(table, Attribute::Role, &["presentation", "none"])
        && inside.into_iter().all(|index| match tree.nodes[index].tag {
            Some(Td | Th | Tr) => {
                length = 0;
                true
            }
            Some(tag) => !tag.is_heading() && !matches!(tag, Table | Article | Form),
            None => {
                length += tree.text(index).trim_ascii().len();
                length <= LONGEST
            }
        })
}

/// Whether an element holds the author's name and nothing else.
fn is_author(tree: &Tree, index: usize) -> bool {
    tree.attribute_has(index, Attribute::Rel, &["author"])
        || tree.attribute_has(index, Attribute::Itemprop, &["author"])
}

/// Whether an element holds the line that names the authors.
fn is_byline(tree: &Tree, index: usize) -> bool {
    is_author(tree, index)
        || tree.attribute(index, Attribute::Class).is_some_and(|class| {
            class.split_ascii_whitespace().any(|class| {
                let class = class.to_ascii_lowercase();
                class.contains("byline") || matches!(class.as_str(), "author" | "authors")
            })
        })
}
