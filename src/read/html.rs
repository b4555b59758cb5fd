//! Web pages and parts of them.
//!
//! Markup becomes a tree (`tree`), in which the article is found (`scope`) and laid out as text
//! (`layout`); from there on it is read as plain text is, but for the kinds that the markup gives.
//! The page's head tells the rest (`metadata`).
//!
//! The tokenizer is html5gum's: it follows the standard in every state, knows all character
//! references and nothing more. Alone, as WebAssembly after brotli, it takes 48 KB, html5ever's
//! 117 KB, and lol_html, which leaves character references as they are, 196 KB; tl does not follow
//! the standard. All of reading HTML takes 60 KB of the package's download.

mod clutter;
mod detect;
mod furniture;
mod layout;
mod linked_data;
mod metadata;
mod path;
mod scope;
mod tag;
mod tree;
mod visible;

use self::path::Paths;
use self::scope::{Mark, Scope};
use self::tree::Tree;
use super::blocks::{self, Parts};
use super::layout::Passage;
use super::metadata::complete;
use super::{Reading, notices, zones};
use crate::article::{Block, BlockKind, Format, Metadata, Notice};
use crate::options::Options;

pub(super) use detect::is_html;

/// The headline is looked for in this many passages.
const LEAD: usize = 12;

/// Reads HTML. The text is what a browser would show of the article.
pub(super) fn read(input: &str, options: &Options) -> Reading<'static> {
    let mut tree = Tree::new(input.strip_prefix('\u{feff}').unwrap_or(input));
    let mut found = Found::new(&mut tree, options);
    if found.page.passages.is_empty() {
        tree.shows_hidden = true;
        found = Found::new(&mut tree, options);
    }
    let Found { scope, metadata: said, page: layout::Page { text, mut passages, elements } } = found;
    if let Some(headline) = &said.headline {
        mark_headline(&text, &mut passages, headline);
    }

    let Parts { mut blocks, metadata } = blocks::sort(&text, &passages);
    set_paths(&mut blocks, &passages, &elements, &Paths::new(&tree));
    let mut notices = notices::of_characters(&text);
    let zones = zones::find(&text, &blocks, &mut notices);
    if matches!(scope.mark, Mark::Body | Mark::Text) && !blocks.is_empty() {
        let message = "Nothing in the page marks its article; the part that holds most of its text was read.";
        notices.push(notice("no-article-element", message));
    }
    if tree.shows_hidden && !blocks.is_empty() {
        notices
            .push(notice("hidden-text", "The page hides all of its text until scripts run; it was read all the same."));
    }
    notices.sort_by_key(|notice| notice.start);
    let metadata = join(said, complete(metadata, &text, options));
    Reading { text: text.into(), format: Format::Html, metadata, blocks, zones, notices }
}

/// What is found in a tree.
struct Found {
    scope: Scope,
    metadata: Metadata,
    page: layout::Page,
}

impl Found {
    fn new(tree: &mut Tree, options: &Options) -> Self {
        let scope = scope::find(tree);
        let metadata::Found { metadata, headline } = metadata::read(tree, scope, options.url.as_deref());
        Found { scope, metadata, page: layout::lay_out(tree, headline, scope) }
    }
}

fn notice(code: &str, message: &str) -> Notice {
    Notice { code: code.into(), message: message.into(), start: None, end: None }
}

/// Tells of each block where in the page it stands. A passage may have become several blocks.
fn set_paths(blocks: &mut [Block], passages: &[Passage], elements: &[Option<u32>], paths: &Paths) {
    let mut at = 0;
    for block in blocks {
        while passages.get(at).is_some_and(|passage| passage.span.end <= block.start) {
            at += 1;
        }
        block.path = elements.get(at).copied().flatten().map(|element| paths.of(element as usize));
    }
}

/// Marks the passage that says the page's headline, unless an element does.
fn mark_headline(text: &str, passages: &mut [Passage], headline: &str) {
    if passages.iter().any(|passage| passage.given == Some(BlockKind::Headline)) {
        return;
    }
    let says = |passage: &&mut Passage| passage.span.of(text).split_whitespace().eq(headline.split_whitespace());
    if let Some(passage) = passages.iter_mut().take(LEAD).find(says) {
        passage.given = Some(BlockKind::Headline);
    }
}

/// What the page says of itself, and for the rest what its text says.
fn join(page: Metadata, text: Metadata) -> Metadata {
    Metadata {
        headline: page.headline.or(text.headline),
        authors: if page.authors.is_empty() { text.authors } else { page.authors },
        published: page.published.or(text.published),
        modified: page.modified,
        language: page.language.or(text.language),
        site_name: page.site_name.or(text.site_name),
        url: page.url.or(text.url),
        dateline: text.dateline,
        agency: text.agency,
        ..page
    }
}
