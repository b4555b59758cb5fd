//! A sentence as words and names.

use crate::article::{Mention, MentionType};
use crate::segment::{Sentence, Token, TokenKind};
use crate::text::Span;

/// A name, or a word that is in none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub span: Span,
    pub kind: UnitKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// The index of the mention.
    Name(usize),
    /// A word, or several joined by hyphens.
    Word,
    /// "'s".
    Clitic,
    Number,
    Mark,
}

/// Goes over an article sentence by sentence.
pub(super) struct Units<'a> {
    pub text: &'a str,
    pub mentions: &'a [Mention],
    tokens: &'a [Token],
    /// The first mention that does not lie before the sentence.
    next: usize,
    list: Vec<Unit>,
}

impl<'a> Units<'a> {
    pub(super) fn new(text: &'a str, mentions: &'a [Mention], tokens: &'a [Token]) -> Self {
        Units { text, mentions, tokens, next: 0, list: Vec::new() }
    }

    /// Moves on to the sentence, and says whether it names a person or has a pronoun for one.
    pub(super) fn read(&mut self, sentence: &Sentence) -> bool {
        self.list.clear();
        let mut is_about_people = false;
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let token = &self.tokens[at];
            while self.mentions.get(self.next).is_some_and(|mention| mention.end <= token.span.start) {
                self.next += 1;
            }
            let mention = self.mentions.get(self.next).filter(|mention| mention.start < token.span.end);
            if let Some(mention) = mention.filter(|mention| mention.entity.is_some()) {
                let span = Span { start: mention.start, end: mention.end };
                is_about_people |= mention.kind == MentionType::Person;
                self.list.push(Unit { span, kind: UnitKind::Name(self.next) });
                while at < sentence.tokens.end && self.tokens[at].span.start < span.end {
                    at += 1;
                }
                continue;
            }
            at += self.push_token(at, sentence.tokens.end);
            is_about_people = is_about_people
                || self.list.last().is_some_and(|unit| super::pronouns::gender_of(unit.span.of(self.text)).is_some());
        }
        is_about_people
    }

    /// Adds the token, with what hyphens join to it, and says how many that were.
    fn push_token(&mut self, at: usize, end: usize) -> usize {
        let token = &self.tokens[at];
        let kind = match token.kind {
            TokenKind::Word | TokenKind::Abbreviation => UnitKind::Word,
            TokenKind::Clitic => UnitKind::Clitic,
            TokenKind::Number => UnitKind::Number,
            TokenKind::Mark | TokenKind::Address => UnitKind::Mark,
        };
        let mut last = at;
        let limit = self.mentions.get(self.next).map_or(u32::MAX, |mention| mention.start);
        while kind == UnitKind::Word
            && last + 2 < end
            && let [hyphen, word] = self.tokens[last + 1..last + 3]
            && !hyphen.spaced
            && !word.spaced
            && hyphen.span.of(self.text) == "-"
            && word.kind == TokenKind::Word
            && word.span.end <= limit
        {
            last += 2;
        }
        self.list.push(Unit { span: Span { start: token.span.start, end: self.tokens[last].span.end }, kind });
        last + 1 - at
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<Unit> {
        self.list.get(at).copied()
    }

    /// The letters of the unit; none beyond the sentence.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.list.get(at).map_or("", |unit| unit.span.of(self.text))
    }

    /// The name that the unit is.
    pub(super) fn name(&self, at: usize) -> Option<&'a Mention> {
        match self.list.get(at)?.kind {
            UnitKind::Name(mention) => Some(&self.mentions[mention]),
            _ => None,
        }
    }

    /// The entity of the person that the unit names.
    pub(super) fn person(&self, at: usize) -> Option<usize> {
        let mention = self.name(at).filter(|mention| mention.kind == MentionType::Person)?;
        mention.entity.map(|entity| entity as usize)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|unit| unit.kind == UnitKind::Word)
    }

    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|listed| word.eq_ignore_ascii_case(listed))
    }

    /// From the start of one to the end of another.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        Span { start: self.list[first].span.start, end: self.list[last].span.end }
    }
}
