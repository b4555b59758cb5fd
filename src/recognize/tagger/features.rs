//! What a token is described by. The trainer and the product use this same code.

use std::collections::HashMap;
use std::ops::Range;

use super::super::Candidate;
use super::super::document::{Document, Style};
use super::super::lexicon::{HEADS, Kinds, fold};
use super::labels::{self, Label};
use crate::segment::{Case, TokenKind};

/// How many small words may stand between two capitals of one name.
const GAP: usize = 2;

/// How far a token's features look to both sides.
const WINDOW: usize = 2;

/// Stands for what lies beyond the sentence.
const BEYOND: u32 = 1;

/// Features of the tokens of a document, as hashes.
pub struct Features<'a> {
    document: &'a Document<'a>,
    /// Which tokens a name may cover.
    open: Vec<bool>,
    /// What the rules say of each token, and on what evidence.
    rules: Vec<Label>,
    evidence: Vec<u8>,
    /// The folded word and the shape of each token that a feature looks at, hashed.
    forms: Vec<Form>,
    /// By folded word: what the article shows of it elsewhere.
    seen: HashMap<u32, Seen>,
}

#[derive(Clone, Copy, Default)]
struct Form {
    word: u32,
    shape: u32,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    /// Whether it has a capital where no sentence starts.
    capital: bool,
    /// The first label that the rules give it.
    rule: Label,
}

impl<'a> Features<'a> {
    pub(crate) fn new(document: &'a Document<'a>, rules: &[Candidate]) -> Self {
        let count = document.tokens.len();
        let mut features = Features {
            document,
            open: vec![false; count],
            rules: vec![0; count],
            evidence: vec![0; count],
            forms: vec![Form::default(); count],
            seen: HashMap::new(),
        };
        features.mark_rules(rules);
        features.mark_open();
        features.hash_forms();
        features.mark_seen();
        features
    }

    /// The tokens of a sentence.
    pub fn tokens(&self, sentence: usize) -> Range<usize> {
        self.document.sentences[sentence].tokens.clone()
    }

    fn mark_rules(&mut self, rules: &[Candidate]) {
        let tokens = self.document.tokens;
        let mut at = 0;
        for rule in rules {
            at += tokens[at..].iter().take_while(|token| token.span.start < rule.span.start).count();
            let end = at + tokens[at..].iter().take_while(|token| token.span.end <= rule.span.end).count();
            if let Some(name_type) = labels::type_index(&rule.kind) {
                for inside in at..end {
                    self.rules[inside] = labels::label(name_type, inside - at, end - at);
                    self.evidence[inside] = rule.evidence as u8 + 1;
                }
            }
        }
    }

    /// A name has capitals, or the rules know it. Beside such, numbers are open and small words that
    /// may head a name ("war"); between two such, any.
    fn mark_open(&mut self) {
        let document = self.document;
        for sentence in document.sentences {
            let mut last: Option<usize> = None;
            for at in sentence.tokens.clone() {
                let beside = |near: usize| sentence.tokens.contains(&near) && document.is_capital(near);
                let after = at > 0 && beside(at - 1);
                let is_open = match document.tokens[at].kind {
                    _ if document.tokens[at].case != Case::Lower || self.rules[at] > 0 => true,
                    TokenKind::Number => after || beside(at + 1),
                    TokenKind::Word => after && document.kinds(at).any(HEADS),
                    _ => false,
                };
                if !is_open {
                    continue;
                }
                let from = last.filter(|last| at - last <= GAP + 1).unwrap_or(at);
                self.open[from..=at].fill(true);
                last = Some(at);
            }
            // "USD 500" is an amount.
            for at in sentence.tokens.clone().filter(|at| document.is_currency(*at)) {
                let to = (at + 2).min(sentence.tokens.end);
                self.open[at..to].fill(false);
            }
        }
    }

    fn hash_forms(&mut self) {
        let count = self.open.len();
        let mut done = 0;
        for at in (0..count).filter(|at| self.open[*at]) {
            let to = (at + WINDOW + 1).min(count);
            for near in done.max(at.saturating_sub(WINDOW))..to {
                let word = self.document.word(near);
                self.forms[near] = Form { word: hash_folded(word), shape: hash_shape(word) };
            }
            done = done.max(to);
        }
    }

    fn mark_seen(&mut self) {
        for sentence in self.document.sentences {
            for at in sentence.tokens.clone().filter(|at| self.document.is_capital(*at)) {
                let seen = self.seen.entry(self.forms[at].word).or_default();
                seen.capital |= at > sentence.tokens.start;
                if seen.rule == 0 {
                    seen.rule = self.rules[at];
                }
            }
        }
    }

    /// Puts the features of a token into `out`; false where no name can be.
    pub fn of(&self, sentence: usize, at: usize, out: &mut Vec<u32>) -> bool {
        if !self.open[at] {
            return false;
        }
        out.clear();
        self.add_context(sentence, at, out);
        self.add_word(at, out);
        true
    }

    /// The token among its neighbours, and in the article.
    fn add_context(&self, sentence: usize, at: usize, out: &mut Vec<u32>) {
        let document = self.document;
        let tokens = self.tokens(sentence);
        let near = |offset: isize| at.checked_add_signed(offset).filter(|other| tokens.contains(other));
        let form = |offset| near(offset).map_or(Form { word: BEYOND, shape: BEYOND }, |at| self.forms[at]);
        let rule = |offset| near(offset).map_or(u32::MAX, |at| u32::from(self.rules[at]));
        let kinds = |offset| near(offset).map_or(0, |at| document.words[at].kinds.bits() as u32);
        let (before, here, after) = (form(-1), form(0), form(1));
        let (rule_here, kinds_here) = (rule(0), kinds(0));
        let seen = self.seen.get(&here.word).copied().unwrap_or_default();
        let memory = u32::from(seen.capital) << 1 | u32::from(at == tokens.start);
        let word = &document.words[at];
        let phrase = word.phrase.map_or(0, |(length, kinds)| mix(u32::from(length), kinds.bits() as u32));
        let style = match document.styles[sentence] {
            Style::Sentence => 1,
            Style::TitleCase => 2,
            Style::AllCaps => 3,
        };
        // Each line is a template: its place in the list, and what it joins.
        let templates = [
            (0, 0),
            (here.word, 0),
            (before.word, 0),
            (after.word, 0),
            (form(-2).word, 0),
            (form(2).word, 0),
            (before.word, here.word),
            (here.word, after.word),
            (here.shape, 0),
            (before.shape, here.shape),
            (here.shape, after.shape),
            (before.word, here.shape),
            (after.word, here.shape),
            (rule_here, u32::from(self.evidence[at])),
            (rule_here, rule(-1)),
            (rule_here, rule(1)),
            (rule_here, kinds_here),
            (rule_here, before.word),
            (rule_here, after.word),
            (kinds_here, 0),
            (kinds_here, kinds(-1)),
            (kinds_here, kinds(1)),
            (style, here.shape),
            (memory, here.shape),
            (memory, u32::from(seen.rule)),
            (u32::from(seen.rule), rule_here),
            (phrase, 0),
            (u32::from(word.title), rule_here),
        ];
        out.extend(templates.iter().zip(1..).map(|((a, b), template)| feature(template, *a, *b)));
    }

    /// The token alone: its beginnings and endings, what the lexicon knows of it.
    fn add_word(&self, at: usize, out: &mut Vec<u32>) {
        const BEGINNING: u32 = 100;
        const ENDING: u32 = 110;
        const KIND: u32 = 120;
        let word = self.document.word(at);
        for length in [3, 4] {
            if let Some((end, _)) = word.char_indices().nth(length) {
                out.push(feature(BEGINNING + length as u32, hash_folded(&word[..end]), 0));
            }
        }
        for length in [2, 3, 4] {
            if let Some((start, _)) = word.char_indices().nth_back(length - 1) {
                out.push(feature(ENDING + length as u32, hash_folded(&word[start..]), 0));
            }
        }
        let Kinds(mut bits) = self.document.words[at].kinds;
        while bits != 0 {
            out.push(feature(KIND, bits.trailing_zeros(), 0));
            bits &= bits - 1;
        }
    }
}

fn feature(template: u32, a: u32, b: u32) -> u32 {
    mix(mix(template, a), b)
}

/// Joins two hashes into one: a multiplication by an odd constant and shifts, as in MurmurHash3.
fn mix(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.rotate_left(15)).wrapping_mul(0x9E37_79B1);
    (mixed ^ mixed >> 15).wrapping_mul(0x85EB_CA6B) ^ b
}

const FNV_START: u32 = 0x811C_9DC5;
const FNV_FACTOR: u32 = 0x0100_0193;

/// FNV-1a of the folded word.
fn hash_folded(word: &str) -> u32 {
    let mut hash = FNV_START;
    fold(word, |byte| {
        hash = (hash ^ u32::from(byte)).wrapping_mul(FNV_FACTOR);
        true
    });
    hash
}

/// "Aa" for "Moscow", "A.A." for "U.S.", "9" for "2019": runs count as one.
fn hash_shape(word: &str) -> u32 {
    const LONGEST: usize = 24;
    let mut hash = FNV_START;
    let mut last = ' ';
    for letter in word.chars().take(LONGEST) {
        let class = match letter {
            _ if letter.is_uppercase() => 'A',
            _ if letter.is_alphabetic() => 'a',
            _ if letter.is_numeric() => '9',
            _ => letter,
        };
        if class != last {
            hash = (hash ^ class as u32).wrapping_mul(FNV_FACTOR);
            last = class;
        }
    }
    mix(hash, word.len().min(4) as u32)
}
