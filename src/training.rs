//! What the programs in train/ share with the product, so that both see the same text alike. Not
//! part of the public interface.

use std::collections::BTreeMap;

pub use crate::recognize::lexicon::{Kinds, fold};

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
