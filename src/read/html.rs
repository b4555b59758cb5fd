//! Web pages and parts of them.
//!
//! Markup becomes a tree (`tree`), in which the article is found (`scope`, `clutter`) and laid out as
//! text (`layout`, `furniture`); from there on it is read as plain text is, but for the kinds that the
//! markup gives. The page's head and what stands around the headline tell the rest (`metadata`).
//!
//! The tokenizer is html5gum's: it follows the standard in every state, knows all character
//! references and nothing more. Alone, as WebAssembly after brotli, it takes 48 KB, html5ever's
//! 117 KB, and lol_html, which leaves character references as they are, 196 KB; tl does not follow
//! the standard.

mod clutter;
pub(super) mod dates;
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
use super::laid_out::{LaidOut, Part};
use crate::article::{BlockKind, Format, Metadata, Notice};
use crate::options::Options;

pub(super) use detect::is_html;

/// The headline is looked for in this many passages.
const LEAD: usize = 12;

/// Lays out a page. The text is what a browser would show of the article.
pub(super) fn lay_out(input: &str, options: &Options) -> LaidOut {
    lay_out_tree(Tree::new(input.strip_prefix('\u{feff}').unwrap_or(input)), options)
}

/// Lays out all of a part of a page, whatever the elements in it claim to be.
pub(super) fn lay_out_all(input: &str, options: &Options) -> LaidOut {
    let mut tree = Tree::new(input);
    tree.is_part = true;
    lay_out_tree(tree, options)
}

fn lay_out_tree(mut tree: Tree, options: &Options) -> LaidOut {
    let mut found = Found::new(&mut tree, options);
    if found.page.passages.is_empty() {
        tree.shows_hidden = true;
        found = Found::new(&mut tree, options);
    }
    let Found { scope, metadata, page: layout::Page { text, passages, elements } } = found;
    let paths = Paths::new(&tree);
    let passages = passages.into_iter().zip(elements).map(|(passage, element)| Part {
        start: passage.span.start,
        end: passage.span.end,
        kind: passage.given,
        path: element.map(|element| paths.of(element as usize)),
    });
    let mut laid_out =
        LaidOut { format: Format::Html, text, passages: passages.collect(), metadata, notices: Vec::new() };
    if let Some(headline) = laid_out.metadata.headline.clone() {
        mark_headline(&mut laid_out, &headline);
    }
    let is_empty = laid_out.passages.is_empty();
    if matches!(scope.mark, Mark::Body | Mark::Text) && !is_empty {
        let message = "Nothing in the page marks its article; the part that holds most of its text was read.";
        laid_out.notices.push(notice("no-article-element", message));
    }
    if tree.shows_hidden && !is_empty {
        let message = "The page hides all of its text until scripts run; it was read all the same.";
        laid_out.notices.push(notice("hidden-text", message));
    }
    laid_out
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

/// Marks the passage that says the page's headline, unless an element does.
fn mark_headline(LaidOut { text, passages, .. }: &mut LaidOut, headline: &str) {
    if passages.iter().any(|passage| passage.kind == Some(BlockKind::Headline)) {
        return;
    }
    let says = |passage: &&mut Part| passage.of(text).split_whitespace().eq(headline.split_whitespace());
    if let Some(passage) = passages.iter_mut().take(LEAD).find(says) {
        passage.kind = Some(BlockKind::Headline);
    }
}
