//! Plain text.

use super::{Reading, zones};
use crate::article::{Block, BlockKind, Format, Metadata};
use crate::options::Options;
use crate::text::Span;

/// Reads plain text. It comes back unchanged.
pub(crate) fn read<'a>(input: &'a str, _options: &Options) -> Reading<'a> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in input.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(input);
        at += line.len();
        if !span.is_empty() {
            blocks.push(Block { start: span.start, end: span.end, kind: BlockKind::Paragraph, repeats: None });
        }
    }
    let mut notices = Vec::new();
    let zones = zones::find(input, &blocks, &mut notices);
    Reading { text: input.into(), format: Format::Text, metadata: Metadata::default(), blocks, zones, notices }
}
