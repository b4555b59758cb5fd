//! A document with markup, laid out as text: where the readers of pages and of Markdown end and where the reading that
//! plain text has as well begins. The two halves may run in two WebAssembly modules.

use serde::{Deserialize, Serialize};

use super::blocks::{self, Parts};
use super::layout::Passage;
use super::metadata::complete;
use super::{Reading, notices, zones};
use crate::article::{Block, BlockKind, Format, Metadata, Notice};
use crate::options::Options;
use crate::text::Span;

/// A document, laid out.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct LaidOut {
    pub format: Format,
    pub text: String,
    /// In order, without overlap.
    pub passages: Vec<Part>,
    /// What the document says of itself.
    pub metadata: Metadata,
    pub notices: Vec<Notice>,
}

/// A passage of the text, in bytes.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Part {
    pub start: u32,
    pub end: u32,
    /// What the markup says that it is.
    pub kind: Option<BlockKind>,
    /// A CSS selector of the element that holds it.
    pub path: Option<String>,
}

impl Part {
    /// The words of the passage.
    pub(super) fn of<'a>(&self, text: &'a str) -> &'a str {
        self.span().of(text)
    }

    fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

/// Reads what was laid out.
pub(super) fn read(laid_out: LaidOut, options: &Options) -> Reading<'static> {
    let LaidOut { format, text, passages: parts, metadata: said, mut notices } = laid_out;
    let passages = parts.iter().map(|part| Passage {
        span: part.span(),
        rows: part.kind == Some(BlockKind::Table),
        apart: true,
        given: part.kind,
    });
    let passages: Vec<Passage> = passages.collect();
    let Parts { mut blocks, metadata } = blocks::sort(&text, &passages);
    set_paths(&mut blocks, parts);
    notices.extend(notices::of_characters(&text));
    let zones = zones::find(&text, &blocks, &mut notices);
    notices::sort(&mut notices);
    let metadata = join(said, complete(metadata, &text, options));
    Reading { text: text.into(), format, metadata, blocks, zones, notices }
}

/// Tells of each block where in the page it stands. A passage may have become several blocks.
fn set_paths(blocks: &mut [Block], parts: Vec<Part>) {
    let mut parts = parts.into_iter().peekable();
    for block in blocks {
        while parts.next_if(|part| part.end <= block.start).is_some() {}
        block.path = parts.peek().and_then(|part| part.path.clone());
    }
}

/// What the document says of itself, and for the rest what its text says.
fn join(document: Metadata, text: Metadata) -> Metadata {
    Metadata {
        headline: document.headline.or(text.headline),
        authors: if document.authors.is_empty() { text.authors } else { document.authors },
        published: document.published.or(text.published),
        language: document.language.or(text.language),
        site_name: document.site_name.or(text.site_name),
        url: document.url.or(text.url),
        dateline: text.dateline,
        agency: text.agency,
        ..document
    }
}
