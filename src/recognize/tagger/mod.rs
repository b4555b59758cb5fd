//! The trained recognizer: a linear model that labels tokens.
//!
//! Each token gets one of 49 labels: outside, or the begin, inside, last or only token of a name of
//! one of twelve types. A label's score is the sum of the weights of the token's features, among
//! them what the rules found; the best legal sequence of a sentence is found by dynamic
//! programming. `train tagger` learns the weights with this same code for the features.

pub(crate) mod classes;
pub(crate) mod features;
pub mod labels;
mod memo;
pub(crate) mod model;

use std::cell::RefCell;
use std::ops::Range;

use super::document::Document;
use super::{Candidate, Named};
use crate::article::MentionType;

use super::runs::LONGEST;
use features::Features;
use memo::Memo;
use model::Model;

thread_local! {
    /// One for each model.
    static MEMOS: RefCell<[Memo; 2]> = RefCell::default();
}

/// Names by the model, which takes what the rules found as one kind of evidence.
pub(super) fn find(document: &Document, rules: &[Candidate]) -> Vec<Named> {
    MEMOS.with_borrow_mut(|memos| find_with(&mut memos[usize::from(document.uncased)], document, rules))
}

fn find_with(memo: &mut Memo, document: &Document, rules: &[Candidate]) -> Vec<Named> {
    let model = Model::compiled(document.uncased);
    let features = Features::new(document, rules);
    let mut found = Vec::with_capacity(rules.len());
    // Memory that all stretches share.
    let (mut scores, mut path) = (Vec::new(), Vec::new());
    let mut decoder = labels::Decoder::default();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let first = at;
            scores.clear();
            while at < sentence.tokens.end && features.is_open(at) {
                scores.push(model.scores(&features.groups(index, at), memo));
                at += 1;
            }
            // Tokens that the model is not asked about part the others, so that every stretch stands
            // for itself.
            decoder.best_path(&scores, &mut path);
            labels::names(&path, |start, end, name_type| {
                // What a text without sentences makes one name is none, and costs time wherever names are compared.
                if end - start <= LONGEST {
                    let confidence = model.confidence(labels::margin(&scores, &path, start..end));
                    found.push(name(document, first + start..first + end, name_type, confidence));
                }
            });
            let first = at;
            path.clear();
            while at < sentence.tokens.end && !features.is_open(at) {
                path.push(features.closed_label(at));
                at += 1;
            }
            labels::names(&path, |start, end, name_type| {
                found.push(name(document, first + start..first + end, name_type, model.sure()));
            });
        }
    }
    found
}

fn name(document: &Document, tokens: Range<usize>, kind: MentionType, confidence: f64) -> Named {
    Named { span: document.span(tokens.start, tokens.end), kind, confidence, evidence: None, own: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_the_trainer_adds_up() {
        let text = "BERGEN, March 3 (Reuters) - Gen. J. B. Stone met Kari Nordmann of the Bank of Norway, who said \
            Norway won 3-1. Nordmann and Stone left Norway on Monday.\n\nNORWAY 3, SPAIN 1";
        let reading = crate::read::read_text(text, &crate::Options::default());
        let segments = crate::segment::segment(&reading);
        let document = Document::new(&reading, &segments);
        let features = Features::new(&document, &super::super::rules(&document));
        let (model, mut memo, mut all) = (Model::compiled(false), Memo::default(), Vec::new());
        for (index, sentence) in document.sentences.iter().enumerate() {
            for at in sentence.tokens.clone().filter(|at| features.is_open(*at)) {
                features.of(index, at, &mut all);
                let scores = model.scores(&features.groups(index, at), &mut memo);
                assert_eq!(scores, model.scores_of(&all), "{}", document.word(at));
            }
        }
        assert!(document.tokens.len() > 40);
    }
}
