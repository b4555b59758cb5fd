//! Sentences as the attribution of speech sees them: what is said between quotation marks is one
//! item, whatever sentences it holds, and every word outside has the class that tells where clauses
//! and noun phrases begin and end. There is no parser.

use super::cues::{self, Class, Cue, Form};
use super::stretches::Stretch;
use crate::article::{Block, BlockKind, Mention, MentionType};
use crate::read::Reading;
use crate::segment::{Case, Segments, Token, TokenKind};
use crate::text::Span;

/// Sentences are cut at this many items, so that hostile ones cost no more than others.
const LONGEST: usize = 300;

/// A word, a mark or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub span: Span,
    pub kind: Kind,
    /// What the table knows of the word.
    pub cue: Option<Cue>,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The index of a stretch between quotation marks.
    Quote(usize),
    /// A part of a name: the index of the mention.
    Name(usize),
    /// A part of a date or a time.
    Time,
    /// Any other word, or a number.
    Word,
    /// "'s".
    Possessive,
    Comma,
    /// ".", "?", "!".
    Stop,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    Mark,
}

/// A sentence.
pub(super) struct Sentence<'a> {
    pub text: &'a str,
    pub items: &'a [Item],
    pub mentions: &'a [Mention],
    pub block: &'a Block,
}

/// Passes on the sentences of all blocks that hold news.
pub(super) fn each_sentence(
    reading: &Reading,
    segments: &Segments,
    mentions: &[Mention],
    stretches: &[Stretch],
    mut then: impl FnMut(Sentence),
) {
    let mut items = Vec::new();
    let (mut stretch, mut mention) = (0, 0);
    for sentence in &segments.sentences {
        let block = &reading.blocks[sentence.block];
        if block.repeats.is_some() || !speaks(block.kind) {
            continue;
        }
        for token in &segments.tokens[sentence.tokens.clone()] {
            while stretches.get(stretch).is_some_and(|known| known.outer.end <= token.span.start) {
                stretch += 1;
            }
            while mentions.get(mention).is_some_and(|known| known.end <= token.span.start) {
                mention += 1;
            }
            if let Some(known) = stretches.get(stretch).filter(|known| known.outer.overlaps(token.span)) {
                if !matches!(items.last(), Some(Item { kind: Kind::Quote(last), .. }) if *last == stretch) {
                    items.push(Item { span: known.outer, kind: Kind::Quote(stretch), cue: None });
                }
                continue;
            }
            let name = mentions.get(mention).filter(|known| known.start < token.span.end).map(|_| mention);
            items.push(item(&reading.text, token, name, mentions));
        }
        let goes_on = stretches.get(stretch).is_some_and(|known| {
            known.outer.start < sentence.span.end && sentence.span.end < known.outer.end.min(block.end)
        });
        if !goes_on || items.len() > LONGEST {
            for items in items.chunks(LONGEST) {
                then(Sentence { text: &reading.text, items, mentions, block });
            }
            items.clear();
        }
    }
}

/// Whether the words of such a block are news.
fn speaks(kind: BlockKind) -> bool {
    use BlockKind::*;
    matches!(kind, Headline | Subheading | Paragraph | ListItem | Blockquote | Caption)
}

fn item(text: &str, token: &Token, mention: Option<usize>, mentions: &[Mention]) -> Item {
    let word = token.span.of(text);
    let mut cue = None;
    let kind = match (mention.map(|mention| &mentions[mention].kind), token.kind) {
        (_, TokenKind::Clitic) if word.ends_with(['s', 'S']) => Kind::Possessive,
        (Some(MentionType::Date | MentionType::Time), _) => Kind::Time,
        (Some(kind), _) if kind.is_name() => Kind::Name(mention.unwrap_or(0)),
        (_, TokenKind::Mark) => match word.chars().next() {
            Some(',') => Kind::Comma,
            Some('.' | '?' | '!' | '…' | '。') => Kind::Stop,
            Some(':') => Kind::Colon,
            Some(';') => Kind::Semicolon,
            Some('—' | '–' | '-') if token.spaced => Kind::Dash,
            Some('—') => Kind::Dash,
            Some('(' | '[') => Kind::Open,
            Some(')' | ']') => Kind::Close,
            _ => Kind::Mark,
        },
        _ => Kind::Word,
    };
    if matches!(kind, Kind::Word | Kind::Name(_)) && token.kind == TokenKind::Word {
        cue = cues::look_up(word).or_else(|| negated(word));
        // In a name a word is no more than a part of it.
        if matches!(kind, Kind::Name(_)) && !matches!(cue.map(|cue| cue.class), Some(Class::Body | Class::Person)) {
            cue = None;
        }
        if token.case == Case::Upper && word == "US" {
            cue = None;
        }
    }
    Item { span: token.span, kind, cue }
}

/// "didn't", "isn't": as "not".
fn negated(word: &str) -> Option<Cue> {
    (word.ends_with("n't") || word.ends_with("n’t")).then(|| cues::look_up("not")).flatten()
}

impl Sentence<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.items[at].span.of(self.text)
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.items.get(at).map(|item| item.kind)
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.items.get(at)?.cue.map(|cue| cue.class)
    }

    /// The text of the items from `start` to before `end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.items[start].span.start, end: self.items[end - 1].span.end }
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        at < self.items.len() && self.word(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn is_quote(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Quote(_)))
    }

    /// "has", "would", "not": what stands in a verb group before the verb.
    pub(super) fn is_auxiliary(&self, at: usize) -> bool {
        use Class::*;
        matches!(self.class(at), Some(Be | Have | Do | Modal | Not))
    }

    pub(super) fn is_adverb(&self, at: usize) -> bool {
        self.class(at) == Some(Class::Adverb)
            || self.kind(at) == Some(Kind::Word) && self.class(at).is_none() && {
                let word = self.word(at);
                word.ends_with("ly") && word.len() > 4 && word.starts_with(|first: char| first.is_lowercase())
            }
    }

    /// The verb that reports at the place, if the word is used as one.
    pub(super) fn verb(&self, at: usize) -> Option<Cue> {
        let cue = self.items.get(at)?.cue.filter(|cue| cue.is_verb())?;
        if self.kind(at) != Some(Kind::Word) {
            return None;
        }
        let before = at.checked_sub(1);
        let class = before.and_then(|before| self.class(before));
        let kind = before.and_then(|before| self.kind(before));
        use Class::*;
        if matches!(class, Some(Det | Possessive | Of)) || kind == Some(Kind::Possessive) {
            return None;
        }
        let word = self.word(at);
        let noun = cue.class == Class::VerbNoun;
        let helped = matches!(class, Some(To | Modal | Do | Not | Adverb | Pronoun | Who))
            || before.is_some_and(|before| self.is_adverb(before));
        let named = matches!(kind, Some(Kind::Name(_))) || matches!(class, Some(Person | Body | Document));
        // "a study published on Monday".
        let after = self.class(at + 1);
        let participle = matches!(class, Some(Document | Noun | VerbNoun))
            && (matches!(after, Some(Prep | For | Of | To)) || self.kind(at + 1) == Some(Kind::Time));
        Some(cue).filter(|_| match cue.form() {
            Form::Past if participle && !cue.takes('c') => false,
            Form::Gerund => !matches!(class, Some(Noun)),
            // "12 confirmed cases".
            Form::Past => {
                !matches!(class, Some(Prep))
                    && !before.is_some_and(|before| self.word(before).starts_with(|first: char| first.is_ascii_digit()))
            }
            // "Reports", "claims": nouns as well.
            Form::Present if noun => {
                helped
                    || named && word.ends_with('s') && self.complement(at + 1)
                    || self.plural(before) && !word.ends_with('s')
            }
            Form::Present if word.ends_with('s') && cue.lemma().len() < word.len() => {
                helped
                    || named
                    || kind.is_some_and(|kind| matches!(kind, Kind::Word | Kind::Comma | Kind::Quote(_) | Kind::Close))
                        && !matches!(class, Some(Prep | For | And))
            }
            // The base: "officials say", "to say"; "share", "set" and the like are nouns and others.
            Form::Present => {
                helped
                    || self.plural(before)
                    || cue.takes('t') && after == Some(That)
                    || named && self.is(at + 1, "it")
                    || {
                        matches!(kind, Some(Kind::Quote(_) | Kind::Comma)) && self.is_np_start(at + 1)
                            || cue.takes('q')
                                && (self.is_quote(at + 1)
                                    || matches!(self.kind(at + 1), Some(Kind::Colon | Kind::Comma))
                                        && self.is_quote(at + 2))
                    }
            }
        })
    }

    /// Whether the word is one in the plural, or two are joined.
    fn plural(&self, at: Option<usize>) -> bool {
        let Some(at) = at else { return false };
        match self.kind(at) {
            Some(Kind::Word) => {
                self.word(at).ends_with('s')
                    && !self.word(at).ends_with("ss")
                    && !self.is_auxiliary(at)
                    && !matches!(self.class(at), Some(Class::Possessive | Class::Det))
                    || matches!(
                        self.word(at),
                        "people" | "police" | "some" | "many" | "others" | "men" | "women" | "media"
                    )
            }
            Some(Kind::Name(_)) => self.word(at).ends_with('s') || at > 1 && self.class(at - 1) == Some(Class::And),
            _ => false,
        }
    }

    /// Whether what is said may begin here.
    fn complement(&self, at: usize) -> bool {
        matches!(self.class(at), Some(Class::That | Class::Pronoun | Class::Det | Class::Possessive))
            || matches!(self.kind(at), Some(Kind::Quote(_) | Kind::Name(_) | Kind::Colon))
    }

    /// Whether a noun phrase may begin here.
    pub(super) fn is_np_start(&self, at: usize) -> bool {
        use Class::*;
        match self.kind(at) {
            Some(Kind::Name(_)) => true,
            Some(Kind::Word) => match self.class(at) {
                Some(Det | Possessive | Pronoun | Person | Body | Document | Noun | VerbNoun) => true,
                Some(_) => false,
                None => !self.is_adverb(at),
            },
            _ => false,
        }
    }

    /// Whether a finite verb stands between the two places.
    pub(super) fn has_verb(&self, start: usize, end: usize) -> bool {
        (start..end.min(self.items.len())).any(|at| self.is_finite(at))
    }

    /// Whether the word is a finite verb, as far as its form tells.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        use Class::*;
        match self.class(at) {
            Some(Have | Do | Modal) => true,
            Some(Be) => !matches!(self.word(at), "be" | "been" | "being"),
            Some(Verb | VerbNoun) => self.verb(at).is_some_and(|verb| verb.form() != Form::Gerund),
            Some(Not) => !matches!(self.word(at), "not" | "never" | "neither"),
            None if self.kind(at) == Some(Kind::Word) => {
                let word = self.word(at);
                word.len() > 3
                    && word.ends_with("ed")
                    && !word.starts_with("un")
                    && !matches!(word, "named" | "based" | "aged" | "retired" | "elected" | "appointed" | "related")
                    && at > 0
                    && !matches!(self.class(at - 1), Some(Det | Possessive | Of))
                    || matches!(
                        word,
                        "went"
                            | "made"
                            | "took"
                            | "came"
                            | "got"
                            | "left"
                            | "met"
                            | "won"
                            | "lost"
                            | "became"
                            | "gave"
                            | "began"
                            | "ran"
                            | "fell"
                            | "rose"
                            | "led"
                            | "kept"
                            | "sent"
                            | "brought"
                            | "saw"
                            | "died"
                    )
            }
            _ => false,
        }
    }
}
