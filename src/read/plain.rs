//! Plain text.

use super::blocks::{self, Parts};
use super::metadata::complete;
use super::{Reading, layout, notices, zones};
use crate::article::{Block, BlockKind, Format};
use crate::options::Options;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Reads plain text. It comes back unchanged.
pub(super) fn read<'a>(input: &'a str, options: &Options) -> Reading<'a> {
    let mut passages = layout::passages(input);
    // The mark is no white space, so a block has to hold it, but it is no part of the first words.
    let marked = input.starts_with(BYTE_ORDER_MARK);
    if marked && let Some(first) = passages.first_mut() {
        first.span.start = BYTE_ORDER_MARK.len() as u32;
        first.span = first.span.trim(input);
    }
    passages.retain(|passage| !passage.span.is_empty());

    let Parts { mut blocks, metadata } = blocks::sort(input, &passages);
    match blocks.first_mut() {
        Some(first) if marked => first.start = 0,
        None if marked => {
            blocks.push(Block { start: 0, end: 3, kind: BlockKind::Paragraph, repeats: None, path: None })
        }
        _ => {}
    }
    let mut notices = notices::of_characters(input);
    let zones = zones::find(input, &blocks, &mut notices);
    notices::sort(&mut notices);
    Reading {
        text: input.into(),
        format: Format::Text,
        metadata: complete(metadata, input, options),
        blocks,
        zones,
        notices,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_the_day() {
        let published = |text: &str, date: Option<&str>| {
            let options = Options { date: date.map(str::to_string), ..Options::default() };
            read(text, &options).metadata.published
        };
        let dated = "LYON, Feb 2, 2014 (AFP) - A ferry sank.";
        assert_eq!(published(dated, None).as_deref(), Some("2014-02-02"));
        assert_eq!(published(dated, Some("2014-02-03")).as_deref(), Some("2014-02-03"));
        assert_eq!(published("LYON, Feb 2 (AFP) - A ferry sank.", None), None);
        let lines = "Ferry sinks\nPublished: 2 Feb 2014, 11:20 GMT\nA ferry sank on Sunday.";
        assert_eq!(published(lines, None).as_deref(), Some("2014-02-02"));
    }

    #[test]
    fn a_byte_order_mark_is_held_and_not_read() {
        let reading = read("\u{feff}Ferry sinks\n\nA ferry sank.", &Options::default());
        assert_eq!(reading.metadata.headline.as_deref(), Some("Ferry sinks"));
        assert_eq!(reading.blocks[0].start, 0);
        assert_eq!(read("\u{feff}", &Options::default()).blocks.len(), 1);
        assert_eq!(read("\u{feff}\n\nA ferry sank.", &Options::default()).blocks[0].start, 0);
    }
}
