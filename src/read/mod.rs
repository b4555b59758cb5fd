//! Stage 1: the input becomes a [`Reading`]: the text that offsets index, its blocks, what it says
//! of itself.

mod agencies;
mod blocks;
mod byline;
mod calendar;
mod dateline;
mod embedded;
mod html;
mod language;
mod layout;
mod metadata;
mod notices;
mod openings;
mod plain;
mod scan;
mod table;
mod tails;
mod zones;

use std::borrow::Cow;

use crate::article::{Block, Format, Metadata, Notice, Zone};
use crate::options::{Error, ErrorCode, InputFormat, Options};
use crate::text::Span;

pub(crate) use zones::ZoneCursor;

/// An input, read.
pub(crate) struct Reading<'a> {
    /// What every span indexes.
    pub text: Cow<'a, str>,
    pub format: Format,
    pub metadata: Metadata,
    /// In order, without overlap; every character that is not white space lies in one.
    pub blocks: Vec<Block>,
    /// Stretches within blocks that are not the block's own words: the inside of quotation marks,
    /// an editor's insertion. Sorted by start; a later one that lies within an earlier one wins.
    pub zones: Vec<(Span, Zone)>,
    pub notices: Vec<Notice>,
}

/// Reads the input in the format that the options name or that it looks like.
pub(crate) fn read<'a>(input: &'a str, options: &Options) -> Result<Reading<'a>, Error> {
    match options.format {
        InputFormat::Auto if html::is_html(input) => Ok(html::read(input, options)),
        InputFormat::Auto | InputFormat::Text => Ok(plain::read(input, options)),
        InputFormat::Html => Ok(html::read(input, options)),
        InputFormat::Markdown => {
            Err(Error::new(ErrorCode::UnsupportedFormat, "this version reads plain text and HTML, no Markdown"))
        }
    }
}
