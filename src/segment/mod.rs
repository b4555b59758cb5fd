//! Stage 2: blocks become tokens and sentences.

mod abbreviations;
mod sentences;
mod tokens;

use std::ops::Range;

use crate::read::Reading;
use crate::text::Span;

pub(crate) use tokens::{Case, Token, TokenKind};

/// The sentences and tokens of a reading.
pub(crate) struct Segments {
    /// In order; each within one block.
    pub sentences: Vec<Sentence>,
    /// In order; each within one sentence.
    pub tokens: Vec<Token>,
}

/// A sentence.
pub(crate) struct Sentence {
    pub span: Span,
    /// The indices of its tokens.
    pub tokens: Range<usize>,
    /// The index of its block.
    pub block: usize,
}

/// Finds the tokens and the sentences of every block.
pub(crate) fn segment(reading: &Reading) -> Segments {
    // English news has a token every five bytes and a sentence every hundred.
    let mut tokens = Vec::with_capacity(reading.text.len() / 5);
    let mut sentences = Vec::with_capacity(reading.text.len() / 100);
    for (block, part) in reading.blocks.iter().enumerate() {
        let first = tokens.len();
        tokens::tokenize(&reading.text, Span { start: part.start, end: part.end }, &mut tokens);
        sentences::split(&reading.text, &tokens, first, |range| {
            let span = Span { start: tokens[range.start].span.start, end: tokens[range.end - 1].span.end };
            sentences.push(Sentence { span, tokens: range, block });
        });
    }
    Segments { sentences, tokens }
}

/// The words, numbers and marks of a stretch of text, without a reading around it.
pub(crate) fn words(text: &str, stretch: Span) -> impl Iterator<Item = Span> + use<> {
    let mut tokens = Vec::new();
    tokens::tokenize(text, stretch, &mut tokens);
    tokens.into_iter().map(|token| token.span)
}
