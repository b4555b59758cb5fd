//! What the programs in train/ share with the product, so that both see the same text alike. Not
//! part of the public interface.

use std::collections::BTreeMap;

use crate::article::MentionType;
use crate::options::{Error, Options};
use crate::recognize;
use crate::recognize::document::Document;
use crate::recognize::tagger::features::Features;
use crate::segment::segment;
use crate::text::Span;

pub use crate::recognize::lexicon::{Kinds, fold};
pub use crate::recognize::tagger::labels;
pub use crate::recognize::tagger::model::{STEPS, pack};

/// Compiles `terms.tsv`: lines of kind, tab, term.
pub fn compile_terms(lines: &str) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut keys: BTreeMap<Vec<u8>, Kinds> = BTreeMap::new();
    for line in lines.lines().filter(|line| !line.starts_with('#')) {
        let (word, term) = line.split_once('\t').ok_or_else(|| format!("no tab in \"{line}\""))?;
        let mut kinds = Kinds::from_word(word).ok_or_else(|| format!("unknown kind in \"{line}\""))?;
        // Short names in capitals would otherwise be found in small words: US, WHO, IS.
        let letters = term.chars().filter(|letter| letter.is_alphabetic());
        if letters.clone().count() <= 5 && letters.clone().all(char::is_uppercase) {
            kinds = kinds.and(Kinds::EXACT);
        }
        let mut key = Vec::new();
        fold(term, |byte| {
            key.push(byte);
            true
        });
        let known = keys.entry(key).or_default();
        *known = known.and(kinds);
    }
    let mut builder = fst::MapBuilder::memory();
    for (key, kinds) in keys {
        builder.insert(key, kinds.bits())?;
    }
    Ok(builder.into_inner()?)
}

/// A name, and how sure it is or what speaks for it.
pub struct Found<T> {
    /// Bytes of the text.
    pub span: Span,
    /// Its type.
    pub kind: MentionType,
    /// Confidence or evidence.
    pub because: T,
}

/// The names that the product finds in a plain text, with their confidence.
pub fn find(text: &str) -> Result<Vec<Found<f64>>, Error> {
    let reading = crate::read::read(text, &Options::default())?;
    let named = recognize::recognize(&reading, &segment(&reading), &Options::default())?;
    let found = named.into_iter().map(|named| Found { span: named.span, kind: named.kind, because: named.confidence });
    Ok(found.collect())
}

/// The names that the rules alone find, with the name of their evidence.
pub fn find_by_rules(text: &str) -> Result<Vec<Found<String>>, Error> {
    let reading = crate::read::read(text, &Options::default())?;
    let segments = segment(&reading);
    let rules = recognize::rules(&Document::new(&reading, &segments)).into_iter();
    let found = rules.map(|rule| Found { span: rule.span, kind: rule.kind, because: format!("{:?}", rule.evidence) });
    Ok(found.collect())
}

/// A sentence as the trainer sees it: the spans of its tokens and their features; none where no
/// name can be.
pub type Sentence = Vec<(Span, Option<Vec<u32>>)>;

/// The sentences of a plain text with their features.
pub fn sentences(text: &str) -> Result<Vec<Sentence>, Error> {
    let reading = crate::read::read(text, &Options::default())?;
    let segments = segment(&reading);
    let document = Document::new(&reading, &segments);
    let features = Features::new(&document, &recognize::rules(&document));
    let token = |sentence: usize, at: usize| {
        let mut hashes = Vec::new();
        let is_open = features.of(sentence, at, &mut hashes);
        (document.tokens[at].span, is_open.then_some(hashes))
    };
    let sentence = |index: usize| features.tokens(index).map(|at| token(index, at)).collect();
    Ok((0..document.sentences.len()).map(sentence).collect())
}
