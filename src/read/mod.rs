//! Stage 1: the input becomes a [`Reading`]: the text that offsets index, its blocks, what it says
//! of itself.

mod agencies;
mod blocks;
mod byline;
mod calendar;
mod dateline;
mod embedded;
mod html;
mod laid_out;
mod language;
mod layout;
mod markdown;
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
use crate::options::{InputFormat, Options};
use crate::text::Span;

pub(crate) use dateline::is_country;
pub(crate) use laid_out::LaidOut;
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

/// The format that the options name or that the input looks like. Markdown looks like plain text.
pub(crate) fn format_of(input: &str, options: &Options) -> Format {
    match options.format {
        InputFormat::Auto if html::is_html(input) => Format::Html,
        InputFormat::Auto | InputFormat::Text => Format::Text,
        InputFormat::Html => Format::Html,
        InputFormat::Markdown => Format::Markdown,
    }
}

/// Reads plain text.
pub(crate) fn read_text<'a>(input: &'a str, options: &Options) -> Reading<'a> {
    plain::read(input, options)
}

/// The first half of reading a format with markup.
pub(crate) fn lay_out(input: &str, format: Format, options: &Options) -> LaidOut {
    match format {
        Format::Markdown => markdown::lay_out(input, options),
        _ => html::lay_out(input, options),
    }
}

/// The second half.
pub(crate) fn read_laid_out(laid_out: LaidOut, options: &Options) -> Reading<'static> {
    laid_out::read(laid_out, options)
}
