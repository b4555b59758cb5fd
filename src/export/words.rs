//! The words of an article for formats that know no characters, only words: sentences as lists of
//! words with IOB2 tags.

use super::source::Source;
use crate::segment;
use crate::text::Span;

/// A word and what it is part of.
pub(super) struct Word<'a> {
    pub text: &'a str,
    /// The IOB2 tag: "B-PERSON", "I-PERSON" or "O".
    pub tag: String,
}

/// The sentences of the article, each a list of words. All of the text but white space is in one of
/// them. A word ends where a mention begins or ends, so that the tags give the mentions exactly.
pub(super) fn sentences<'a>(source: &Source<'a>) -> Vec<Vec<Word<'a>>> {
    let mentions = source.article.mentions.iter();
    let borders: Vec<u32> = mentions.flat_map(|mention| [mention.start, mention.end]).collect();
    let mut tagger = Tagger { source, next: 0, inside: None };
    let tokens = stretches(source).map(|stretch| tokens(&source.article.text, stretch, &borders));
    tokens.filter(|tokens| !tokens.is_empty()).map(|tokens| tagger.tag(tokens)).collect()
}

/// The sentences, and what lies between them where that is more than white space.
fn stretches<'a>(source: &Source<'a>) -> impl Iterator<Item = Span> + use<'a> {
    let article = source.article;
    let end = article.text.len() as u32;
    let after = Span { start: end, end };
    let mut at = 0;
    article.sentences.iter().copied().chain([after]).flat_map(move |sentence| {
        let between = Span { start: at, end: sentence.start };
        at = sentence.end;
        [between, sentence]
    })
}

/// The tokens of the stretch, cut at the borders, which are in order.
pub(super) fn tokens(text: &str, stretch: Span, borders: &[u32]) -> Vec<Span> {
    let mut cut = Vec::new();
    for token in segment::words(text, stretch) {
        let mut start = token.start;
        let first = borders.partition_point(|border| *border <= start);
        for border in borders[first..].iter().copied().take_while(|border| *border < token.end) {
            if border > start {
                cut.push(Span { start, end: border });
                start = border;
            }
        }
        cut.push(Span { start, end: token.end });
    }
    cut
}

/// Walks through words and mentions together.
struct Tagger<'s, 'a> {
    source: &'s Source<'a>,
    /// The first mention that ends after the last word.
    next: usize,
    /// The mention that the last word was part of.
    inside: Option<usize>,
}

impl<'a> Tagger<'_, 'a> {
    fn tag(&mut self, tokens: Vec<Span>) -> Vec<Word<'a>> {
        // A sentence begins no tag in its middle, though a mention may go on across its border.
        self.inside = None;
        tokens.into_iter().map(|span| self.word(span)).collect()
    }

    fn word(&mut self, span: Span) -> Word<'a> {
        let mentions = &self.source.article.mentions;
        while mentions.get(self.next).is_some_and(|mention| mention.end <= span.start) {
            self.next += 1;
        }
        let mention = mentions.get(self.next).filter(|mention| mention.start <= span.start && span.end <= mention.end);
        let tag = match mention {
            Some(mention) if self.inside == Some(self.next) => format!("I-{}", type_name(mention.kind.as_str())),
            Some(mention) => format!("B-{}", type_name(mention.kind.as_str())),
            None => "O".to_string(),
        };
        self.inside = mention.map(|_| self.next);
        Word { text: self.source.words(span.start, span.end), tag }
    }
}

/// The name of a type in formats where it may hold nothing but letters, digits, "_" and "-". Those of
/// the contract stay as they are; a caller's own may change.
pub(super) fn type_name(name: &str) -> String {
    name.chars().map(|char| if char.is_ascii_alphanumeric() || "_-".contains(char) { char } else { '_' }).collect()
}
