//! What the programs in train/ share with the product, so that both see the same text alike. Not
//! part of the public interface.

use std::collections::BTreeMap;

use crate::article::MentionType;
use crate::options::{Error, Options};
use crate::recognize;
use crate::recognize::document::Document;
use crate::recognize::hashed::kept;
use crate::recognize::lexicon::{self, Hash};
use crate::recognize::tagger::features::{Features, hash_folded};
use crate::segment::{Token, segment};
use crate::text::Span;

pub use crate::recognize::lexicon::{Kinds, fold};
pub use crate::recognize::tagger::classes::{CLASSES, pack as pack_classes};
pub use crate::recognize::tagger::labels;
pub use crate::recognize::tagger::model::{STEPS, pack};
pub use crate::resolve::gender::places as gender_places;

/// The terms of `terms.tsv`, lines of kind, tab, term, with their kinds.
pub fn terms(lines: &str) -> Result<Vec<(String, Kinds)>, Box<dyn std::error::Error>> {
    let lines = lines.lines().filter(|line| !line.starts_with('#'));
    let term = |line: &str| {
        let (word, term) = line.split_once('\t').ok_or_else(|| format!("no tab in \"{line}\""))?;
        let kinds = Kinds::from_word(word).ok_or_else(|| format!("unknown kind in \"{line}\""))?;
        Ok((term.to_string(), kinds))
    };
    lines.map(term).collect()
}

/// What the compiled lexicon knows of the whole of a name.
pub fn known_kinds(name: &str) -> Kinds {
    let tokens = tokens(name);
    let mut known = Kinds::NONE;
    lexicon::phrases(name, &tokens, |found| {
        if found.tokens == tokens.len() {
            known = found.kinds;
        }
    });
    known
}

fn tokens(name: &str) -> Vec<Token> {
    let reading = crate::read::read_text(name, &Options::default());
    segment(&reading).tokens
}

/// The lexicon as it is compiled.
#[derive(Default)]
pub struct Lexicon {
    /// By hash: the kinds, and those for names that are printed as the lexicon has them.
    words: BTreeMap<u32, [Kinds; 2]>,
    phrases: BTreeMap<u32, [Kinds; 2]>,
}

impl Lexicon {
    /// Adds a name. Short ones in capitals count only as printed, because they would otherwise be
    /// found in small words: US, WHO, IS.
    pub fn add(&mut self, name: &str, kinds: Kinds) {
        let letters = name.chars().filter(|letter| letter.is_alphabetic());
        let printed = (1..=5).contains(&letters.clone().count()) && letters.clone().all(char::is_uppercase);
        let tokens = tokens(name);
        let Some((first, others)) = tokens.split_first().filter(|_| tokens.len() <= lexicon::LONGEST) else { return };
        let mut hash = Hash::default();
        hash.add(first.span.of(name));
        if others.is_empty() {
            return put(&mut self.words, hash, lexicon::WORD_BITS, usize::from(printed), kinds);
        }
        put(&mut self.words, hash, lexicon::WORD_BITS, 0, Kinds::START);
        others.iter().for_each(|token| hash.join(token.spaced, token.span.of(name)));
        put(&mut self.phrases, hash, lexicon::PHRASE_BITS, usize::from(printed), kinds);
    }

    /// The bytes of `names.bin`: how many sets of kinds there are, the sets, the words, the phrases.
    pub fn pack(&self) -> Vec<u8> {
        let mut counts: BTreeMap<[u64; 2], u32> = BTreeMap::new();
        for kinds in self.words.values().chain(self.phrases.values()) {
            *counts.entry(kinds.map(Kinds::bits)).or_default() += 1;
        }
        // The most frequent first, so that few values need their high byte.
        let mut sets: Vec<[u64; 2]> = counts.keys().copied().collect();
        sets.sort_by_key(|set| std::cmp::Reverse(counts[set]));
        let mut packed = (sets.len() as u16).to_le_bytes().to_vec();
        packed.extend(sets.iter().flatten().flat_map(|bits| (*bits as u32).to_le_bytes()));
        let values: BTreeMap<[u64; 2], u16> = sets.into_iter().zip(0..).collect();
        for (entries, bits) in [(&self.words, lexicon::WORD_BITS), (&self.phrases, lexicon::PHRASE_BITS)] {
            let entries = entries.iter().map(|(hash, kinds)| (*hash, values[&kinds.map(Kinds::bits)])).collect();
            lexicon::table::pack(&entries, bits, &mut packed);
        }
        packed
    }
}

fn put(entries: &mut BTreeMap<u32, [Kinds; 2]>, hash: Hash, bits: u32, place: usize, kinds: Kinds) {
    let known = &mut entries.entry(kept(hash.value(), bits)).or_default()[place];
    *known = known.and(kinds);
}

/// Whether the compiled lexicon has the word as a given name.
pub fn is_given_name(word: &str) -> bool {
    lexicon::is_given_name(word)
}

/// The form in which the base of identities has a name.
pub fn identity_key(name: &str, person: bool) -> String {
    crate::resolve::key(name, if person { &MentionType::Person } else { &MentionType::Gpe })
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
pub fn find(text: &str) -> Vec<Found<f64>> {
    let options = Options::default();
    let reading = crate::read::read_text(text, &options);
    let named = recognize::recognize(&reading, &segment(&reading), &options, &[]).named;
    let found = named.into_iter().map(|named| Found { span: named.span, kind: named.kind, because: named.confidence });
    found.collect()
}

/// The names that the rules alone find, with the name of their evidence.
pub fn find_by_rules(text: &str) -> Result<Vec<Found<String>>, Error> {
    let reading = crate::read::read_text(text, &Options::default());
    let segments = segment(&reading);
    let rules = recognize::rules(&Document::new(&reading, &segments)).into_iter();
    let found = rules.map(|rule| Found { span: rule.span, kind: rule.kind, because: format!("{:?}", rule.evidence) });
    Ok(found.collect())
}

/// A sentence as the trainer sees it: the spans of its tokens and their features, or the label of
/// those that the model is not asked about.
pub type Sentence = Vec<(Span, Result<Vec<u32>, labels::Label>)>;

/// The sentences of a plain text with their features.
pub fn sentences(text: &str) -> Result<Vec<Sentence>, Error> {
    let reading = crate::read::read_text(text, &Options::default());
    let segments = segment(&reading);
    let document = Document::new(&reading, &segments);
    let features = Features::new(&document, &recognize::rules(&document));
    let token = |sentence: usize, at: usize| {
        let mut hashes = Vec::new();
        let asked = match features.is_open(at) {
            true => {
                features.of(sentence, at, &mut hashes);
                Ok(hashes)
            }
            false => Err(features.closed_label(at)),
        };
        (document.tokens[at].span, asked)
    };
    let sentence = |index: usize| features.tokens(index).map(|at| token(index, at)).collect();
    Ok((0..document.sentences.len()).map(sentence).collect())
}

/// The words of the sentences of a plain text, as the tagger's hashes.
pub fn words(text: &str) -> Result<Vec<Vec<u32>>, Error> {
    let reading = crate::read::read_text(text, &Options::default());
    let segments = segment(&reading);
    let word = |at: usize| hash_folded(segments.tokens[at].span.of(&reading.text));
    Ok(segments.sentences.iter().map(|sentence| sentence.tokens.clone().map(word).collect()).collect())
}
