//! What a token is described by. The trainer and the product use this same code.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::super::document::{Document, Style};
use super::super::hashed::{BITS, kept};
use super::super::lexicon::{HEADS, Kinds, fold_whole, is_common_word};
use super::super::{Candidate, Evidence};
use super::classes::{CLASSES, Classes};
use super::labels::{self, Label, TYPES};
use crate::segment::{Case, TokenKind};

/// How many small words may stand between two capitals of one name, and how long they may be: "of",
/// "for the".
const GAP: usize = 2;
const LONGEST_IN_GAP: usize = 4;

/// How far a token's features look to both sides.
const WINDOW: usize = 2;

/// Features of the tokens of a document, as hashes.
pub struct Features<'a> {
    document: &'a Document<'a>,
    state: Vec<State>,
    /// What the rules say of each token, and on what evidence.
    rules: Vec<Label>,
    evidence: Vec<u8>,
    /// Each token that a feature looks at.
    forms: Vec<Form>,
    /// By folded word: what the article shows of it elsewhere.
    seen: HashMap<u32, Seen, BuildHasherDefault<Hashed>>,
}

/// What is known of a token before the model is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// No name covers it.
    Closed,
    /// It is of a name, as the rules say.
    Sure,
    /// The model is asked.
    Open,
}

/// A token without its place: its folded word, hashed, and the class of that.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Form {
    word: u32,
    class: u32,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    /// Whether it has a capital where no sentence starts.
    capital: bool,
    /// The types that the rules give it, a bit each; the last for a part of a longer name.
    types: u16,
    /// The labels that the rules give it, a bit each: how its names begin and end.
    labels: u64,
}

impl Form {
    /// Stands for what lies beyond the sentence.
    const BEYOND: Form = Form { word: 1, class: CLASSES as u32 };

    fn of(word: &str) -> Self {
        let hash = hash_folded(word);
        Form { word: hash, class: u32::from(Classes::compiled().of(hash)) }
    }
}

impl<'a> Features<'a> {
    pub(crate) fn new(document: &'a Document<'a>, rules: &[Candidate]) -> Self {
        let count = document.tokens.len();
        let mut features = Features {
            document,
            state: vec![State::Closed; count],
            rules: vec![0; count],
            evidence: vec![0; count],
            forms: vec![Form::default(); count],
            seen: HashMap::default(),
        };
        features.mark_rules(rules);
        features.mark_open();
        features.close_sure();
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

    /// A name has capitals, or the rules know it; letters that stand for no name have to have a name behind them.
    /// Beside such, numbers are open and small words that may head a name ("war"); between two such, any.
    fn mark_open(&mut self) {
        let document = self.document;
        for (sentence, style) in document.sentences.iter().zip(&document.styles) {
            let shouts = *style == Style::AllCaps;
            let mut last: Option<usize> = None;
            for at in sentence.tokens.clone() {
                let beside = |near: usize| sentence.tokens.contains(&near) && may_name(document, near);
                let after = at > 0 && beside(at - 1);
                let is_open = match document.tokens[at].kind {
                    _ if self.rules[at] == 0 && !shouts && document.is_initialism(at) && !beside(at + 1) => false,
                    _ if document.tokens[at].case != Case::Lower || self.rules[at] > 0 => true,
                    TokenKind::Word if document.uncased => true,
                    TokenKind::Number => after || beside(at + 1),
                    TokenKind::Word => after && document.kinds(at).any(HEADS),
                    _ => false,
                };
                if is_open {
                    self.state[last.unwrap_or(at)..=at].fill(State::Open);
                    last = Some(at);
                } else if let Some(from) = last
                    && (at - from > GAP || !self.may_join(at, sentence.tokens.end))
                {
                    last = None;
                }
            }
            // "USD 500" is an amount.
            for at in sentence.tokens.clone().filter(|at| document.is_currency(*at)) {
                let to = (at + 2).min(sentence.tokens.end);
                self.state[at..to].fill(State::Closed);
            }
        }
    }

    /// Whether the token can stand between two words of a name.
    fn may_join(&self, at: usize, end: usize) -> bool {
        match self.document.tokens[at].kind {
            TokenKind::Mark if self.document.is_split_suffix(at, end) => true,
            TokenKind::Mark => matches!(self.document.word(at), "-" | "–" | "&" | "/" | "."),
            TokenKind::Word => self.document.tokens[at].span.len() as usize <= LONGEST_IN_GAP,
            _ => true,
        }
    }

    /// Where the rules are as sure as the model would be, it need not be asked: at names that stand
    /// alone and that the lexicon knows whole, and at common words with the capital of a sentence's
    /// start. In tables towns stand for their teams.
    fn close_sure(&mut self) {
        let sentences = self.document.sentences.iter().zip(&self.document.styles);
        for (sentence, style) in sentences.filter(|(_, style)| **style != Style::Table) {
            let tokens = sentence.tokens.clone();
            let mut at = tokens.start;
            while at < tokens.end {
                let known = self.end_of_known(at).min(tokens.end);
                let end = known.max(at + 1);
                let alone = (at == tokens.start || self.state[at - 1] != State::Open)
                    && (end == tokens.end || self.state[end] != State::Open);
                if alone && known > at && (end > at + 1 || self.is_one_thing(at)) {
                    self.state[at..end].fill(State::Sure);
                } else if alone && at == tokens.start && *style == Style::Sentence && self.is_common(at) {
                    self.state[at] = State::Closed;
                }
                at = end;
            }
        }
    }

    /// Past the name that starts here, if the rules have it because the lexicon knows it whole.
    fn end_of_known(&self, at: usize) -> usize {
        let known = |at: usize| self.evidence[at] == Evidence::KnownName as u8 + 1;
        match self.rules[at] {
            label if !known(at) || !labels::starts(label) => at,
            label if labels::is_only(label) => at + 1,
            _ => at + 1 + (at + 1..self.rules.len()).take_while(|inside| !labels::starts(self.rules[*inside])).count(),
        }
    }

    /// Whether the lexicon knows the word as a country or people, and as nothing else.
    fn is_one_thing(&self, at: usize) -> bool {
        const PLAIN: Kinds = Kinds::GPE.and(Kinds::NORP).and(Kinds::LANGUAGE);
        self.document.words[at].kinds.without(PLAIN) == Kinds::NONE
    }

    /// Whether the lexicon knows the word as a common one, and as nothing else.
    fn is_common(&self, at: usize) -> bool {
        let word = &self.document.words[at];
        let common = is_common_word(word.kinds, self.document.word(at));
        self.rules[at] == 0 && common && word.phrase.is_none()
    }

    /// The label of a token that the model is not asked about.
    pub fn closed_label(&self, at: usize) -> Label {
        if self.state[at] == State::Sure { self.rules[at] } else { 0 }
    }

    /// Whether the model is asked about the token.
    pub fn is_open(&self, at: usize) -> bool {
        self.state[at] == State::Open
    }

    fn hash_forms(&mut self) {
        for sentence in self.document.sentences {
            let tokens = sentence.tokens.clone();
            let mut done = tokens.start;
            for at in tokens.clone().filter(|at| self.state[*at] == State::Open) {
                let to = (at + WINDOW + 1).min(tokens.end);
                for near in done.max(at.saturating_sub(WINDOW))..to {
                    self.forms[near] = Form::of(self.document.word(near));
                }
                done = to;
            }
        }
    }

    fn mark_seen(&mut self) {
        for sentence in self.document.sentences {
            for at in
                sentence.tokens.clone().filter(|at| self.state[*at] == State::Open && may_name(self.document, *at))
            {
                let seen = self.seen.entry(self.forms[at].word).or_default();
                seen.capital |= at > sentence.tokens.start;
                if let Some(label) = self.rules[at].checked_sub(1) {
                    seen.labels |= 1 << label;
                    seen.types |= 1 << (label / 4) | u16::from(!labels::is_only(label + 1)) << TYPES.len();
                }
            }
        }
    }

    /// Puts the features of a token into `out`, each template at its place, those that a token may
    /// have none or several of last.
    pub fn of(&self, sentence: usize, at: usize, out: &mut Vec<u32>) {
        out.clear();
        out.resize(TEMPLATES, 0);
        for group in self.groups(sentence, at) {
            group.features(|template, feature| match template as usize {
                template if template <= TEMPLATES => out[template - 1] = feature,
                _ => out.push(feature),
            });
        }
    }

    /// What is known of a token, among its neighbours and in the article.
    pub(super) fn groups(&self, sentence: usize, at: usize) -> [Group; 9] {
        let document = self.document;
        let tokens = self.tokens(sentence);
        let near = |offset: isize| at.checked_add_signed(offset).filter(|other| tokens.contains(other));
        let form = |offset| near(offset).map_or(Form::BEYOND, |at| self.forms[at]);
        let beside = |offset| Beside {
            word: form(offset),
            kinds: near(offset).map_or(0, |at| document.words[at].kinds.bits() as u32),
            rule: near(offset).map_or(0, |at| type_of(self.rules[at])),
        };
        let (before, here, after) = (beside(-1), form(0), beside(1));
        let letters = document.word(at);
        let (rule, kinds) = (u32::from(self.rules[at]), document.words[at].kinds.bits() as u32);
        let seen = self.seen.get(&here.word).copied().unwrap_or_default();
        let memory = u32::from(seen.capital) << 1 | u32::from(at == tokens.start);
        let word = &document.words[at];
        let phrase = word.phrase.map_or(0, |(length, kinds)| mix(u32::from(length), kinds.bits() as u32));
        let style = match document.styles[sentence] {
            Style::Sentence => 1,
            Style::TitleCase => 2,
            Style::AllCaps => 3,
            Style::Table => 4,
        };
        let table = u32::from(document.styles[sentence] == Style::Table);
        [
            Group::Word { word: here, endings: [3, 4].map(|length| ending(letters, length)) },
            Group::Before(before),
            Group::After(after),
            Group::Shape { shape: hash_shape(letters), style, memory },
            Group::Rules { rule, evidence: u32::from(self.evidence[at]), kinds, table },
            Group::Memory {
                types: u32::from(seen.types),
                labels: seen.labels,
                rule,
                phrase,
                title: u32::from(word.title) << 1 | table,
            },
            Group::SecondBefore { class: form(-2).class, rule: near(-2).map_or(0, |at| type_of(self.rules[at])) },
            Group::SecondAfter {
                class: form(2).class,
                rule: near(2).map_or(0, |at| type_of(self.rules[at])),
                apposition: self.apposition(at + 1, tokens.end),
            },
            Group::Classes { here: here.class, after: after.word.class },
        ]
    }

    /// What stands behind a comma: its word, and of "a", "the", "who" and the like the classes of the two words
    /// behind it as well, which tell what the name before is: "Halden, a small town".
    fn apposition(&self, comma: usize, end: usize) -> [u32; 3] {
        let document = self.document;
        if comma + 1 >= end || document.tokens[comma].kind != TokenKind::Mark || document.word(comma) != "," {
            return [0; 3];
        }
        let word = document.word(comma + 1);
        let opens = matches!(word, "a" | "an" | "the" | "which" | "who" | "where" | "whose" | "one");
        let class = |at: usize| match opens {
            true if at < end => Form::of(document.word(at)).class + 1,
            _ => 0,
        };
        [self.forms[comma + 1].word, class(comma + 2), class(comma + 3)]
    }
}

/// A token beside another: its form, what the lexicon knows of it, and the type that the rules give it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Beside {
    word: Form,
    kinds: u32,
    rule: u32,
}

/// Templates of which every token has one feature.
const TEMPLATES: usize = 19;

/// Facts about a token, and the features that follow from these alone: the same facts have the same
/// features anywhere.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Word { word: Form, endings: [u32; 2] },
    Before(Beside),
    After(Beside),
    Shape { shape: u32, style: u32, memory: u32 },
    Rules { rule: u32, evidence: u32, kinds: u32, table: u32 },
    Memory { types: u32, labels: u64, rule: u32, phrase: u32, title: u32 },
    SecondBefore { class: u32, rule: u32 },
    SecondAfter { class: u32, rule: u32, apposition: [u32; 3] },
    Classes { here: u32, after: u32 },
}

impl Group {
    /// Passes each feature with the number of its template.
    pub(super) fn features(&self, mut pass: impl FnMut(u32, u32)) {
        // Of a template: its number, and what it joins.
        let mut pass = |template: u32, a: u32, b: u32| pass(template, feature(template, a, b));
        match *self {
            Group::Word { word, endings } => {
                pass(2, word.word, 0);
                pass(6, word.class, 0);
                for (template, ending) in (113..).zip(endings).filter(|(_, ending)| *ending != 0) {
                    pass(template, ending, 0);
                }
            }
            Group::Before(Beside { word, kinds, rule }) => {
                pass(3, word.word, 0);
                pass(7, word.class, 0);
                pass(121, rule, 0);
                bits(u64::from(kinds), |kind| pass(122, kind, 0));
            }
            Group::After(Beside { word, kinds, rule }) => {
                pass(4, word.word, 0);
                pass(8, word.class, 0);
                pass(123, rule, 0);
                bits(u64::from(kinds), |kind| pass(124, kind, 0));
            }
            Group::Shape { shape, style, memory } => {
                pass(1, 0, 0);
                pass(5, shape, 0);
                pass(15, style, shape);
                pass(16, memory, shape);
            }
            Group::Rules { rule, evidence, kinds, table } => {
                pass(12, rule, evidence);
                pass(13, rule, kinds);
                pass(14, kinds, table);
                bits(u64::from(kinds), |kind| pass(120, kind, 0));
            }
            Group::Memory { types, labels, rule, phrase, title } => {
                pass(17, types, rule);
                bits(labels, |label| pass(125, label, rule));
                pass(18, phrase, 0);
                pass(19, title, rule);
            }
            Group::SecondBefore { class, rule } => {
                pass(9, class, 0);
                pass(126, rule, 0);
            }
            Group::SecondAfter { class, rule, apposition } => {
                pass(10, class, 0);
                pass(127, rule, 0);
                for (template, behind) in (128..).zip(apposition).filter(|(_, behind)| *behind != 0) {
                    pass(template, behind, 0);
                }
            }
            Group::Classes { here, after } => pass(11, here, after),
        }
    }

    /// Whether the same facts come again so often that it pays to remember what they add up to.
    pub(super) fn comes_again(&self) -> bool {
        !matches!(self, Group::Classes { .. })
    }

    /// A hash of the facts.
    pub(super) fn hash(&self) -> u32 {
        match *self {
            Group::Word { word, endings } => mix(word.word, endings[0]),
            Group::Before(beside) => mix(beside.word.word, beside.rule << 2 | 1),
            Group::After(beside) => mix(beside.word.word, beside.rule << 2 | 2),
            Group::Shape { shape, style, memory } => mix(shape, style << 4 | memory),
            Group::Rules { rule, evidence, kinds, table } => mix(kinds, rule << 8 | evidence << 1 | table),
            Group::Memory { types, labels, rule, phrase, title } => {
                mix(mix(types, rule), phrase ^ title ^ (labels >> 24) as u32 ^ labels as u32)
            }
            Group::SecondBefore { class, rule } => mix(class, rule << 3 | 3),
            Group::SecondAfter { class, rule, apposition: [word, ..] } => mix(class ^ word, rule << 3 | 4),
            Group::Classes { here, after } => mix(here, after),
        }
    }
}

/// Passes the places of the bits that are set.
fn bits(mut set: u64, mut pass: impl FnMut(u32)) {
    while set != 0 {
        pass(set.trailing_zeros());
        set &= set - 1;
    }
}

/// The type of a label, from 1; 0 for none.
fn type_of(label: Label) -> u32 {
    u32::from(label).div_ceil(4)
}

/// The hash of so many letters at the end of a word; 0 if it has fewer.
fn ending(word: &str, length: usize) -> u32 {
    let start = match word.is_ascii() {
        true => word.len().checked_sub(length),
        false => word.char_indices().nth_back(length - 1).map(|(start, _)| start),
    };
    start.map_or(0, |start| hash_folded(&word[start..]))
}

/// Whether the token is written as names are: in a text without capitals every word is.
fn may_name(document: &Document, at: usize) -> bool {
    document.is_capital(at) || document.uncased && document.tokens[at].kind == TokenKind::Word
}

/// What is hashed already is not hashed again.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        // The table takes its buckets from the low bits and its tags from the high ones.
        self.0 << 32 | self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("only whole hashes are keys");
    }

    fn write_u32(&mut self, hash: u32) {
        self.0 = u64::from(hash);
    }
}

fn feature(template: u32, a: u32, b: u32) -> u32 {
    kept(mix(mix(template, a), b), BITS)
}

/// Joins two hashes into one: a multiplication by an odd constant and shifts, as in MurmurHash3.
fn mix(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.rotate_left(15)).wrapping_mul(0x9E37_79B1);
    (mixed ^ mixed >> 15).wrapping_mul(0x85EB_CA6B) ^ b
}

const FNV_START: u32 = 0x811C_9DC5;
const FNV_FACTOR: u32 = 0x0100_0193;

/// FNV-1a of the folded word, in which all digits are one.
pub(crate) fn hash_folded(word: &str) -> u32 {
    let mut hash = FNV_START;
    fold_whole(word, |byte| {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte };
        hash = (hash ^ u32::from(byte)).wrapping_mul(FNV_FACTOR);
    });
    kept(mix(hash, 0), BITS)
}

/// "Aa" for "Moscow", "A.A." for "U.S.", "9" for "2019": runs count as one.
fn hash_shape(word: &str) -> u32 {
    const LONGEST: usize = 24;
    let mut hash = FNV_START;
    let mut last = ' ';
    for letter in word.chars().take(LONGEST) {
        let class = match letter {
            'A'..='Z' => 'A',
            'a'..='z' => 'a',
            '0'..='9' => '9',
            '\0'..='\x7f' => letter,
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
