//! Stage 2: blocks become sentences and tokens.

use crate::read::Reading;
use crate::text::Span;

/// The sentences and tokens of a reading.
pub(crate) struct Segments {
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
}

/// A sentence: it lies within one block.
pub(crate) struct Sentence {
    pub span: Span,
}

/// A word, number or mark.
pub(crate) struct Token {
    pub span: Span,
}

pub(crate) fn segment(reading: &Reading) -> Segments {
    let sentences = reading.blocks.iter().map(|b| Sentence { span: Span { start: b.start, end: b.end } }).collect();
    Segments { sentences, tokens: Vec::new() }
}
