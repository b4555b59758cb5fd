//! What the programs in train/ share with the product, so that both see the same text alike. Not
//! part of the public interface.

use std::collections::BTreeMap;

use crate::article::MentionType;
use crate::options::Options;
pub use crate::recognize::lexicon::{Kinds, fold};
use crate::text::Span;

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

/// A name that the product finds, and why.
pub struct Found {
    /// Bytes of the text.
    pub span: Span,
    /// Its type.
    pub kind: MentionType,
    /// The name of the evidence.
    pub evidence: String,
    /// The confidence that the product gives it.
    pub confidence: f64,
}

/// The names that the product finds in a plain text.
pub fn find(text: &str) -> Vec<Found> {
    let options = Options::default();
    let reading = crate::read::read_text(text, &options);
    let named = crate::recognize::recognize(&reading, &crate::segment::segment(&reading), &options, &[]).named;
    let found = named.into_iter().map(|named| Found {
        span: named.span,
        kind: named.kind,
        evidence: format!("{:?}", named.evidence),
        confidence: named.evidence.confidence(),
    });
    found.collect()
}
