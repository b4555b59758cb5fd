//! The caller's own names, what the caller's patterns match, and names to ignore.

use std::collections::{HashMap, HashSet};

use super::{Candidate, Document, Evidence, Match};
use crate::article::MentionType;
use crate::options::Options;
use crate::text::Span;

/// The caller's knowledge, ready to be looked up.
pub(super) struct Own {
    /// By their first word: name, type and index of the entry, as the caller has them.
    names: HashMap<String, Vec<(String, MentionType, u32)>>,
    /// What the patterns match, with the type of each.
    matches: Vec<(Span, MentionType)>,
    ignore: HashSet<String>,
}

impl Own {
    pub(super) fn new(options: &Options, matches: &[Match]) -> Self {
        let mut names: HashMap<String, Vec<_>> = HashMap::new();
        for (index, entry) in options.lexicon.iter().enumerate() {
            for name in std::iter::once(&entry.name).chain(&entry.aliases).map(|name| name.trim()) {
                if let Some(first) = first_word(name) {
                    let known = names.entry(first.to_string()).or_default();
                    known.push((name.to_string(), MentionType::from_name(&entry.kind), index as u32));
                }
            }
        }
        let kinds: Vec<_> = options.patterns.iter().map(|own| MentionType::from_name(&own.kind)).collect();
        let matches = matches.iter().map(|found| (found.span, kinds[found.pattern as usize].clone())).collect();
        let ignore = options.ignore.iter().map(|name| name.trim().to_string()).collect();
        Own { names, matches, ignore }
    }

    pub(super) fn find(&self, document: &Document) -> Vec<Candidate> {
        let mut found = Vec::new();
        let text = document.text;
        if !self.names.is_empty() {
            for token in document.tokens {
                let start = token.span.start as usize;
                let known = first_word(token.span.of(text)).and_then(|first| self.names.get(first));
                let here = known.into_iter().flatten().filter(|(name, _, _)| stands_at(text, start, name));
                // The longest, and of equals the first: the last is what is kept here.
                if let Some((name, kind, index)) = here.rev().max_by_key(|(name, _, _)| name.len()) {
                    let span = Span::new(start, start + name.len());
                    found.push(Candidate { span, kind: kind.clone(), evidence: Evidence::Own, own: Some(*index) });
                }
            }
        }
        found.extend(self.matches.iter().map(|(span, kind)| Candidate {
            span: *span,
            kind: kind.clone(),
            evidence: Evidence::Own,
            own: None,
        }));
        found
    }

    pub(super) fn ignores(&self, name: &str) -> bool {
        !self.ignore.is_empty() && self.ignore.contains(name)
    }
}

/// Letters and digits at the start, or the first mark.
fn first_word(name: &str) -> Option<&str> {
    let first = name.chars().next()?;
    let length = name.find(|next: char| !next.is_alphanumeric()).unwrap_or(name.len());
    Some(&name[..length.max(first.len_utf8())])
}

/// Whether the name stands there as whole words.
fn stands_at(text: &str, start: usize, name: &str) -> bool {
    text[start..].starts_with(name)
        && !text[start + name.len()..].starts_with(|next: char| next.is_alphanumeric())
        && !text[..start].ends_with(|before: char| before.is_alphanumeric())
}
