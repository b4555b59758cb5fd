//! Stage 5: who said what, and who claims or denies what.

mod claims;
mod clauses;
mod cues;
mod phrases;
mod quotes;
mod reports;
mod speakers;
mod stretches;

use crate::article::{Claim, Entity, Mention, Quote};
use crate::read::Reading;
use crate::segment::Segments;

/// Finds the quotations and the claims of an article, each list in order.
pub(crate) fn attribute(
    reading: &Reading,
    segments: &Segments,
    mentions: &[Mention],
    entities: &[Entity],
) -> (Vec<Quote>, Vec<Claim>) {
    let stretches = stretches::find(reading);
    let mut speakers = speakers::Speakers::new(&reading.text, mentions, entities);
    let mut reports = Vec::new();
    clauses::each_sentence(reading, segments, mentions, &stretches, None, |sentence| {
        reports::find(&sentence, &mut speakers, &mut reports);
    });
    let mut quotes = quotes::assemble(reading, &stretches, &reports);
    let nested = stretches::nested(reading, &stretches);
    if !nested.is_empty() {
        let first = reports.len();
        clauses::each_sentence(reading, segments, mentions, &nested, Some(&stretches), |sentence| {
            reports::find(&sentence, &mut speakers, &mut reports);
        });
        quotes::add_nested(reading, &nested, &mut reports, first, &mut quotes);
    }
    let claims = claims::find(&reading.text, &quotes, &reports);
    (quotes.into_iter().map(|attributed| attributed.quote).collect(), claims)
}
