//! The stretches between quotation marks, as the reader paired them.

use crate::article::Zone;
use crate::read::Reading;
use crate::text::Span;

/// A stretch of fewer words that nothing attributes is a title, a nickname or a word that is spoken
/// of.
pub(super) const SPEECH: usize = 5;

/// Quotation marks.
pub(super) const MARKS: &[char] = &['"', '“', '”', '„', '«', '»', '‘', '’', '\''];

/// What stands between a pair of quotation marks; of speech in several paragraphs one for each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    /// With the marks.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
    /// Whether it goes on with the stretch before it, which nothing closed.
    pub continues: bool,
}

impl Stretch {
    /// Whether nothing closes it: the speech goes on in the next paragraph.
    pub(super) fn is_open(&self) -> bool {
        self.outer.end == self.inner.end
    }
}

/// "Old Harbour Summer Night Party": capitals on all but the small words.
pub(super) fn is_title(inner: &str) -> bool {
    let mut long = inner.split_whitespace().filter(|word| word.chars().take(4).count() > 3);
    !inner.ends_with(['.', '!', '?', ','])
        && inner.contains(char::is_lowercase)
        && inner.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count() > 1
        && long.all(|word| !word.starts_with(char::is_lowercase))
}

/// The outermost stretches, in order.
pub(super) fn find(reading: &Reading) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut blocks = reading.blocks.iter().peekable();
    // The paragraph that ends within a quotation.
    let mut open: Option<u32> = None;
    let mut before = 0;
    for (inner, _) in reading.zones.iter().filter(|(_, zone)| *zone == Zone::Quote) {
        let last = stretches.last();
        if last.is_some_and(|last| inner.start < last.outer.end) {
            continue;
        }
        while let Some(block) = blocks.next_if(|block| block.end <= inner.start) {
            before = block.end;
        }
        let Some(block) = blocks.peek() else { break };
        let block = Span { start: block.start, end: block.end };
        let outer = with_marks(&reading.text, block, *inner);
        let stretch = Stretch { outer, inner: *inner, continues: open == Some(before) && outer.start == block.start };
        let ends = inner.of(&reading.text).trim_end().ends_with(['.', '?', '!', '…', ':']);
        open = (stretch.is_open() && ends).then_some(block.end);
        stretches.push(stretch);
    }
    stretches
}

/// The stretches within the outermost ones: speech that somebody reports who is quoted.
pub(super) fn nested(reading: &Reading, outermost: &[Stretch]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut blocks = reading.blocks.iter().peekable();
    let mut outermost = outermost.iter().peekable();
    for (inner, _) in reading.zones.iter().filter(|(_, zone)| *zone == Zone::Quote) {
        while outermost.next_if(|outer| outer.outer.end <= inner.start).is_some() {}
        let Some(outer) = outermost.peek() else { break };
        let deeper = stretches.last().is_some_and(|last| inner.start < last.outer.end);
        if *inner == outer.inner || !outer.inner.contains(*inner) || deeper {
            continue;
        }
        while blocks.next_if(|block| block.end <= inner.start).is_some() {}
        let Some(block) = blocks.peek() else { break };
        let outer = with_marks(&reading.text, Span { start: block.start, end: block.end }, *inner);
        stretches.push(Stretch { outer, inner: *inner, continues: false });
    }
    stretches
}

/// The stretch with the marks around it, where it has them.
fn with_marks(text: &str, block: Span, inner: Span) -> Span {
    let before = &text[block.start as usize..inner.start as usize];
    let after = &text[inner.end as usize..block.end as usize];
    // Two backticks, two apostrophes: the double marks of typewriters.
    let opening = match before.ends_with("``") || before.ends_with("''") {
        true => 2,
        false => before.chars().next_back().map_or(0, char::len_utf8),
    };
    let closing = match after.starts_with("''") {
        true => 2,
        false => after.chars().next().map_or(0, char::len_utf8),
    };
    Span { start: inner.start - opening as u32, end: inner.end + closing as u32 }
}
