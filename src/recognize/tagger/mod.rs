//! The trained recognizer: a linear model that labels tokens.
//!
//! Each token gets one of 49 labels: outside, or the begin, inside, last or only token of a name of
//! one of twelve types. A label's score is the sum of the weights of the token's features, among
//! them what the rules found; the best legal sequence of a sentence is found by dynamic
//! programming. `train tagger` learns the weights with this same code for the features.

pub(crate) mod features;
pub mod labels;
pub(crate) mod model;

use super::document::Document;
use super::{Candidate, Named};

use features::Features;
use labels::LABELS;
use model::Model;

/// Names by the model, which takes what the rules found as one kind of evidence.
pub(super) fn find(document: &Document, rules: &[Candidate]) -> Vec<Named> {
    let model = Model::compiled();
    let features = Features::new(document, rules);
    let mut found = Vec::with_capacity(rules.len());
    // Memory that all stretches share.
    let (mut hashes, mut scores, mut path) = (Vec::new(), Vec::new(), Vec::new());
    let mut decoder = labels::Decoder::default();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let first = at;
            scores.clear();
            while at < sentence.tokens.end && features.of(index, at, &mut hashes) {
                let mut score = [0; LABELS];
                hashes.iter().for_each(|feature| model.add(*feature, &mut score));
                scores.push(score);
                at += 1;
            }
            // Tokens that no name may cover are outside, so that every stretch stands for itself.
            decoder.best_path(&scores, &mut path);
            labels::names(&path, |start, end, name_type| {
                let span = document.span(first + start, first + end);
                let confidence = model.confidence(labels::margin(&scores, &path, start..end));
                found.push(Named { span, kind: name_type, confidence, own: None });
            });
            at += usize::from(at == first);
        }
    }
    found
}
