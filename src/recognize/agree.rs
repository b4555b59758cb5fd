//! One type for a name across the article.

use super::Named;
use super::document::Document;
use crate::article::MentionType;
use crate::text::QuickMap;

/// How sure a mention must be of its own type to keep it against the others.
const FIRM: f64 = 0.9;

/// Gives doubtful mentions of a name the type that most speaks for in the article.
pub(super) fn agree(document: &Document, named: &mut [Named]) {
    if named.iter().all(|named| named.confidence >= FIRM) {
        return;
    }
    let mut types: QuickMap<&str, Vec<(MentionType, f64)>> = QuickMap::default();
    for named in named.iter() {
        let sums = types.entry(named.span.of(document.text)).or_default();
        match sums.iter_mut().find(|(kind, _)| *kind == named.kind) {
            Some((_, sum)) => *sum += named.confidence,
            None => sums.push((named.kind.clone(), named.confidence)),
        }
    }
    for named in named.iter_mut().filter(|named| named.confidence < FIRM) {
        let sums = &types[named.span.of(document.text)];
        let (best, _) = sums.iter().max_by(|(_, a), (_, b)| a.total_cmp(b)).expect("the name itself is among them");
        named.kind = best.clone();
    }
}
