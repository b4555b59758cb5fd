//! What every exporter reads: the article, its offsets in bytes, and what it is called.

use serde::Serialize;

use super::ExportOptions;
use crate::article::{Article, Claim, Entity, Mention, Quote, Speaker};
use crate::options::OffsetUnit;
use crate::text::{OffsetMap, Span};

/// An article on its way out.
pub(super) struct Source<'a> {
    pub article: &'a Article,
    /// What the article's offsets count outside.
    pub unit: OffsetUnit,
    /// What it is called: the caller's word for it, its address, or a name made from its text.
    pub id: String,
}

impl<'a> Source<'a> {
    pub fn new(article: &'a Article, unit: OffsetUnit, options: &ExportOptions) -> Self {
        let given = options.id.as_ref().or(article.metadata.url.as_ref()).filter(|id| !id.is_empty());
        Source { article, unit, id: given.cloned().unwrap_or_else(|| format!("{:016x}", fnv1a(&article.text))) }
    }

    /// The text between two offsets.
    pub fn words(&self, start: u32, end: u32) -> &'a str {
        Span { start, end }.of(&self.article.text)
    }

    /// The entity with the index.
    pub fn entity(&self, index: Option<u32>) -> Option<&'a Entity> {
        index.map(|index| &self.article.entities[index as usize])
    }

    /// The name of the entity behind the speaker.
    pub fn name_of(&self, speaker: Option<&Speaker>) -> &'a str {
        self.entity(speaker.and_then(|speaker| speaker.entity)).map_or("", |entity| &entity.name)
    }

    /// The speaker's own words, across paragraphs and without an editor's insertions.
    pub fn speech(&self, quote: &Quote) -> String {
        let parts: Vec<&str> = quote.content.iter().map(|part| self.words(part.start, part.end).trim()).collect();
        parts.join(" ")
    }

    /// What the claim asserts or denies.
    pub fn content(&self, claim: &Claim) -> &'a str {
        self.words(claim.content.start, claim.content.end)
    }

    /// Converts offsets to the unit.
    pub fn offsets(&self, unit: OffsetUnit) -> OffsetMap<'a> {
        OffsetMap::new(&self.article.text, unit)
    }

    /// The entities that are named at least once, with their indices.
    pub fn entities(&self) -> impl Iterator<Item = (usize, &'a Entity)> {
        self.article.entities.iter().enumerate()
    }

    /// The mentions of the entity.
    pub fn mentions_of(&self, entity: &'a Entity) -> impl Iterator<Item = &'a Mention> {
        entity.mentions.iter().map(|mention| &self.article.mentions[*mention as usize])
    }

    /// The article's name as an absolute URI: itself where it is one.
    pub fn uri(&self) -> String {
        if is_uri(&self.id) { self.id.clone() } else { format!("urn:wirecopy:{}", percent_encoded(&self.id)) }
    }
}

/// The Wikidata id of the entity as the URI of the thing, where it has the form of one.
pub(super) fn wikidata_uri(entity: &Entity) -> Option<String> {
    let id = entity.wikidata.as_deref()?;
    let digits = id.strip_prefix('Q')?;
    let is_id = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_id.then(|| format!("http://www.wikidata.org/entity/{id}"))
}

/// The word that stands for the value in the article's JSON: "editor-note".
pub(super) fn variant<T: Serialize>(value: &T) -> &'static str {
    serde_variant::to_variant_name(value).expect("a variant without fields")
}

/// A value as JSON, set out for people.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string_pretty(value).expect("strings, numbers and lists are JSON")
}

/// A value as JSON on one line.
pub(super) fn json_line<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("strings, numbers and lists are JSON")
}

/// Whether the text is an absolute URI by RFC 3986, as far as its characters go.
pub(super) fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let scheme = scheme.as_bytes();
    let is_scheme = scheme.len() > 1
        && scheme[0].is_ascii_alphabetic()
        && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte));
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    is_scheme && !rest.is_empty() && rest.bytes().all(allowed) && !has_bare_percent(rest)
}

/// Whether a "%" leads no two hexadecimal digits.
fn has_bare_percent(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_escape = |at: usize| bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
    bytes.iter().enumerate().any(|(at, byte)| *byte == b'%' && !is_escape(at))
}

fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            byte if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => encoded.push(char::from(byte)),
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// The 64-bit FNV-1a hash, after Fowler, Noll and Vo: a name for a text that has none.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_is_told_from_a_name() {
        for uri in ["https://example.org/a?b=c#d", "urn:isbn:0451450523", "https://example.org/%C3%A9"] {
            assert!(is_uri(uri), "{uri}");
        }
        for name in
            ["", "report.txt", "C:\\report.txt", "c:report", "https://example.org/é", "https:", "a b:c", "x-y:%z1"]
        {
            assert!(!is_uri(name), "{name}");
        }
        assert_eq!(percent_encoded("report 3.txt é"), "report%203.txt%20%C3%A9");
    }

    #[test]
    fn the_hash_is_that_of_the_published_examples() {
        assert_eq!(fnv1a(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a("foobar"), 0x8594_4171_f739_67e8);
    }
}
