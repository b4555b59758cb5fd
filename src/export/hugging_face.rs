//! Hugging Face: what the pipeline "token-classification" of transformers gives for a text, and the
//! lines of a data set that such a model is trained on. Offsets count code points, as in Python.

use serde::Serialize;

use super::source::{Source, json, json_line};
use super::words::{Word, sentences};
use crate::options::OffsetUnit;

/// A mention as the pipeline with an aggregation strategy gives it.
#[derive(Serialize)]
struct Group<'a> {
    entity_group: &'a str,
    score: f64,
    word: &'a str,
    start: u32,
    end: u32,
}

/// The list that the pipeline gives.
pub(super) fn pipeline(source: &Source) -> String {
    let offsets = source.offsets(OffsetUnit::CodePoint);
    let groups = source.article.mentions.iter().map(|mention| Group {
        entity_group: mention.kind.as_str(),
        score: mention.confidence,
        word: &mention.text,
        start: offsets.convert(mention.start),
        end: offsets.convert(mention.end),
    });
    json(&groups.collect::<Vec<_>>())
}

/// A sentence of a data set.
#[derive(Serialize)]
struct Sentence<'a> {
    id: String,
    tokens: Vec<&'a str>,
    ner_tags: Vec<String>,
}

/// A line for each sentence: its words and their IOB2 tags.
pub(super) fn dataset(source: &Source) -> String {
    let mut lines = String::new();
    for (index, words) in sentences(source).into_iter().enumerate() {
        let (tokens, ner_tags) = words.into_iter().map(|Word { text, tag }| (text, tag)).unzip();
        lines.push_str(&json_line(&Sentence { id: format!("{}#{index}", source.id), tokens, ner_tags }));
        lines.push('\n');
    }
    lines
}
