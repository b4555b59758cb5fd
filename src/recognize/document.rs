use std::ops::Range;

use super::initialisms;
use super::lexicon::{self, Kinds};
use crate::article::{BlockKind, Dateline};
use crate::read::Reading;
use crate::segment::{Case, Segments, Sentence, Token, TokenKind};
use crate::text::Span;

/// What the finders look at: the tokens, with what the lexicon knows of them.
pub(crate) struct Document<'a> {
    pub text: &'a str,
    pub sentences: &'a [Sentence],
    pub tokens: &'a [Token],
    /// One for each token.
    pub words: Vec<Word>,
    /// One for each sentence.
    pub styles: Vec<Style>,
    /// Whether it has next to no capitals, so that they tell nothing.
    pub uncased: bool,
    /// What the article says of where it was filed.
    pub dateline: Option<&'a Dateline>,
}

/// What the lexicon knows of a token, and of the phrases that it starts. Looked up for words that
/// are not written small, or joined to one that is not; the others have none.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    pub kinds: Kinds,
    /// The longest name of two or more tokens: its length and kinds.
    pub phrase: Option<(u8, Kinds)>,
    /// The length of the longest title; 0 for none.
    pub title: u8,
}

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Names have capitals.
    Sentence,
    /// Nearly every word has one: headlines in the American manner.
    TitleCase,
    /// Nearly every letter is one.
    AllCaps,
    /// A line of a table: names and numbers, and next to no other words.
    Table,
}

impl<'a> Document<'a> {
    pub(crate) fn new(reading: &'a Reading, segments: &'a Segments) -> Self {
        let (text, tokens) = (&*reading.text, &segments.tokens[..]);
        let uncased = is_uncased(tokens);
        let mut words = vec![Word::default(); tokens.len()];
        let mut styles = Vec::with_capacity(segments.sentences.len());
        for sentence in &segments.sentences {
            for at in sentence.tokens.clone() {
                let rest = &tokens[at..sentence.tokens.end];
                if rest[0].case != Case::Lower || uncased || is_hyphened(text, rest) {
                    words[at] = Word::look_up(text, rest);
                }
            }
            let heading = matches!(reading.blocks[sentence.block].kind, BlockKind::Headline | BlockKind::Subheading);
            let range = sentence.tokens.clone();
            styles.push(style(text, &tokens[range.clone()], &words[range], heading));
        }
        let dateline = reading.metadata.dateline.as_ref();
        Document { text, sentences: &segments.sentences, tokens, words, styles, uncased, dateline }
    }

    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens[at].span.of(self.text)
    }

    /// What the lexicon knows of any token, written small or not.
    pub(crate) fn kinds(&self, at: usize) -> Kinds {
        match self.tokens[at].case {
            Case::Lower if self.tokens[at].kind == TokenKind::Word => lexicon::word_kinds(self.text, &self.tokens[at]),
            _ => self.words[at].kinds,
        }
    }

    /// Whether the token is a word with a capital.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        matches!(self.tokens[at].kind, TokenKind::Word | TokenKind::Abbreviation)
            && matches!(self.tokens[at].case, Case::Title | Case::Upper | Case::Initial)
    }

    /// Where the words with capitals end that begin at a token.
    pub(crate) fn name_end(&self, start: usize, end: usize) -> usize {
        let joins = |at: usize| {
            let tight = !self.tokens[at].spaced && matches!(self.word(at), "-" | "." | "'" | "’");
            let small = self.tokens[at].case == Case::Lower && matches!(self.word(at), "da" | "de" | "la" | "of");
            tight || small
        };
        let (mut last, mut at) = (start + 1, start + 1);
        while at < end && (self.is_capital(at) || joins(at)) {
            at += 1;
            if self.is_capital(at - 1) {
                last = at;
            }
        }
        last
    }

    /// Whether the token is a code that stands before sums: "USD", "EUR500".
    pub(crate) fn is_currency(&self, at: usize) -> bool {
        const CODES: &[&str] =
            &["AUD", "CAD", "CHF", "CNY", "EUR", "GBP", "HKD", "INR", "JPY", "NZD", "RMB", "RUB", "SGD", "USD", "ZAR"];
        self.tokens[at].case == Case::Upper
            && CODES.contains(&self.word(at).trim_end_matches(|digit: char| digit.is_ascii_digit()))
    }

    /// Whether the token is letters that stand for a thing and no name: "GDP", "SUVs".
    pub(crate) fn is_initialism(&self, at: usize) -> bool {
        let is_one = match self.tokens[at].case {
            Case::Upper => initialisms::is_listed(self.word(at)),
            Case::Title => initialisms::is_plural(self.word(at)),
            _ => false,
        };
        is_one && self.words[at].kinds.name_type().is_none()
    }

    /// Whether a comma stands before what a company's name ends with: "Orlov Shipping, Inc.".
    pub(crate) fn is_split_suffix(&self, comma: usize, end: usize) -> bool {
        const SHORTEST: u32 = 3;
        let next = comma + 1;
        next < end
            && self.word(comma) == ","
            && self.tokens[next].span.len() >= SHORTEST
            && self.is_capital(next)
            && self.words[next].kinds.any(Kinds::COMPANY_SUFFIX)
    }

    /// The tokens of a name.
    pub(crate) fn tokens_of(&self, span: Span) -> Range<usize> {
        self.first_token(span)..self.tokens.partition_point(|token| token.span.start < span.end)
    }

    /// The token that a name begins with.
    pub(crate) fn first_token(&self, span: Span) -> usize {
        self.tokens.partition_point(|token| token.span.end <= span.start)
    }

    /// The text of the tokens from `start` to before `end`.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.tokens[start].span.start, end: self.tokens[end - 1].span.end }
    }
}

impl Word {
    /// The tokens of the longest name or title that starts here, or 1.
    pub(crate) fn length(&self) -> usize {
        let phrase = self.phrase.map_or(1, |(length, _)| length);
        usize::from(phrase.max(self.title).max(1))
    }

    fn look_up(text: &str, tokens: &[Token]) -> Word {
        let mut word = Word::default();
        lexicon::phrases(text, tokens, |found| {
            let length = u8::try_from(found.tokens).unwrap_or(u8::MAX);
            if length == 1 {
                word.kinds = word.kinds.and(found.kinds);
            } else if begins_sentence(text, &tokens[..found.tokens]) || adds_noun(&word, found, tokens) {
                // No name, although a party is called so, or a name without what follows it.
            } else if found.kinds.name_type().is_some() && word.phrase.is_none_or(|(known, _)| known <= length) {
                let known = word.phrase.filter(|(known, _)| *known == length).map_or(Kinds::NONE, |(_, kinds)| kinds);
                word.phrase = Some((length, known.and(found.kinds)));
            }
            if found.kinds.any(Kinds::TITLE) {
                word.title = word.title.max(length);
            }
        });
        word
    }
}

/// Whether fewer than one word in a hundred has a capital, where running text has one in seven.
fn is_uncased(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let (all, capital) =
        words.fold((0, 0), |(all, capital), token| (all + 1, capital + u32::from(token.case != Case::Lower)));
    all >= 10 && capital * 100 < all
}

/// "Xinhua news agency": a name with a noun that news writes small behind it.
fn adds_noun(word: &Word, found: lexicon::Match, tokens: &[Token]) -> bool {
    tokens[0].case != Case::Lower
        && word.kinds.name_type().is_some_and(|name_type| found.kinds.name_type() == Some(name_type))
        && tokens[1..found.tokens].iter().all(Token::is_small)
}

/// "It is time", "The party", "we can": a small word, with the capital of a sentence's start or none, and no other
/// capital. Where nothing has capitals, all words must be common ones: "the hague" is a name.
fn begins_sentence(text: &str, tokens: &[Token]) -> bool {
    let common = |token: &Token| lexicon::is_common_word(lexicon::word_kinds(text, token), token.span.of(text));
    lexicon::JOINING.iter().any(|word| word.eq_ignore_ascii_case(tokens[0].span.of(text)))
        && match tokens[0].case {
            Case::Title | Case::Initial => tokens[1..].iter().all(Token::is_small),
            Case::Lower => tokens[1..].iter().all(|token| token.is_small() && common(token)),
            _ => false,
        }
}

/// Whether a word written small is joined to one with a capital: "al-Qaeda".
fn is_hyphened(text: &str, tokens: &[Token]) -> bool {
    matches!(tokens, [first, hyphen, last, ..]
        if first.kind == TokenKind::Word && !hyphen.spaced && !last.spaced && last.case == Case::Title && hyphen.span.of(text) == "-")
}

/// Counts the words that a name could be, and those with capitals among them.
fn style(text: &str, tokens: &[Token], known: &[Word], heading: bool) -> Style {
    const PEOPLE: Kinds = Kinds::GIVEN.and(Kinds::SURNAME);
    let (mut words, mut capital, mut upper, mut small, mut common, mut numbers) = (0, 0, 0, 0, 0, 0);
    for (token, known) in tokens.iter().zip(known) {
        if token.kind != TokenKind::Word {
            numbers += usize::from(token.kind == TokenKind::Number);
            continue;
        }
        // Articles and prepositions stay small in title case.
        let long = token.span.len() > 3;
        words += 1;
        upper += usize::from(token.case == Case::Upper);
        if long && matches!(token.case, Case::Title | Case::Upper) {
            capital += 1;
            common += usize::from(known.kinds.any(Kinds::COMMON) && !known.kinds.any(PEOPLE));
        }
        small +=
            usize::from(long && matches!(token.case, Case::Lower) && !token.span.of(text).as_bytes().contains(&b'\''));
    }
    let all = words + numbers;
    match () {
        () if numbers * 5 >= all && small * 6 <= all && words > 0 => Style::Table,
        () if words >= 3 && upper * 10 >= words * 7 => Style::AllCaps,
        () if heading && capital >= 3 && capital > small * 4 => Style::TitleCase,
        // A list of names has as many capitals, but few on words that running text writes small.
        () if capital >= 6 && capital > small * 6 && common * 4 >= capital => Style::TitleCase,
        () => Style::Sentence,
    }
}
