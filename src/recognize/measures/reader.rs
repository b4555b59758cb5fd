//! One sentence, as the finders of dates, times and amounts look at it.

use super::clues::{self, Class, Clue};
use crate::recognize::document::Document;
use crate::segment::{Case, TokenKind};
use crate::text::Span;

/// The tokens of a sentence. Beyond its end every question is answered with nothing.
pub(super) struct Reader<'a> {
    pub document: &'a Document<'a>,
    /// The clue of every token of the article.
    pub clues: &'a [&'static Clue],
    pub start: usize,
    pub end: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn has(&self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }

    #[inline(never)]
    pub(super) fn clue(&self, at: usize) -> &'static Clue {
        if self.has(at) { self.clues[at] } else { &clues::NONE }
    }

    #[inline(never)]
    pub(super) fn class(&self, at: usize) -> Class {
        self.clue(at).class
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.class(at) == class
    }

    /// The word, or "" beyond the sentence.
    #[inline(never)]
    pub(super) fn word(&self, at: usize) -> &'a str {
        if self.has(at) { self.document.word(at) } else { "" }
    }

    /// Whether it is one of the words, which are given in small letters with blanks between.
    #[inline(never)]
    pub(super) fn is_word(&self, at: usize, words: &str) -> bool {
        let word = self.word(at).as_bytes();
        let mut rest = words.as_bytes();
        while !rest.is_empty() {
            let length = rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
            if length == word.len() && rest[..length].eq_ignore_ascii_case(word) {
                return true;
            }
            rest = &rest[(length + 1).min(rest.len())..];
        }
        false
    }

    pub(super) fn kind(&self, at: usize) -> TokenKind {
        if self.has(at) { self.document.tokens[at].kind } else { TokenKind::Mark }
    }

    pub(super) fn case(&self, at: usize) -> Case {
        if self.has(at) { self.document.tokens[at].case } else { Case::Lower }
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Number
    }

    /// Whether white space stands before it; beyond the sentence it does.
    pub(super) fn spaced(&self, at: usize) -> bool {
        !self.has(at) || self.document.tokens[at].spaced
    }

    /// Past a hyphen or dash that joins two words without white space.
    #[inline(never)]
    pub(super) fn past_hyphen(&self, at: usize) -> Option<usize> {
        let tight = !self.spaced(at) && self.has(at + 1) && !self.spaced(at + 1);
        (tight && matches!(self.word(at), "-" | "–" | "‑" | "−")).then_some(at + 1)
    }

    /// Past a hyphen, or here where white space stands instead.
    #[inline(never)]
    pub(super) fn past_joint(&self, at: usize) -> Option<usize> {
        self.past_hyphen(at).or((self.has(at) && self.spaced(at)).then_some(at))
    }

    /// Past a token of the class, or here.
    #[inline(never)]
    pub(super) fn skip(&self, at: usize, class: Class) -> usize {
        at + usize::from(self.is(at, class))
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        self.document.span(start, end)
    }
}
