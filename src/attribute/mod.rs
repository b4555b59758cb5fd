//! Stage 5: who said what, and who claims or denies what.

mod claims;
mod clauses;
mod cues;
mod hearsay;
mod phrases;
mod quotes;
mod reports;
mod speakers;
mod stretches;

use crate::article::{Claim, Entity, Mention, Quote};
use crate::read::Reading;
use crate::segment::Segments;
use crate::text::order::sort_by_number;

/// Finds the quotations and the claims of an article, each list in order.
pub(crate) fn attribute(
    reading: &Reading,
    segments: &Segments,
    mentions: &[Mention],
    entities: &[Entity],
) -> (Vec<Quote>, Vec<Claim>) {
    let stretches = stretches::find(reading);
    let mut speakers = speakers::Speakers::new(&reading.text, mentions, entities);
    let (mut reports, mut hearsay) = (Vec::new(), Vec::new());
    clauses::each_sentence(reading, segments, mentions, &stretches, None, |sentence| {
        let first = reports.len();
        reports::find(&sentence, &mut speakers, &mut reports);
        // What somebody is said to say is his claim.
        let told = |one: &hearsay::Hearsay| {
            reports[first..].iter().any(|report| {
                report.holds(one.cue) || report.content.iter().any(|content| content.start == one.content.start)
            })
        };
        hearsay.extend(hearsay::find(&sentence).filter(|one| !told(one)));
    });
    let mut quotes = quotes::assemble(reading, &stretches, &reports, &speakers.about);
    sort_by_number(&mut speakers.unnamed, |(start, _)| u64::from(*start));
    quotes::name_strangers(reading, &speakers.unnamed, &mut quotes);
    quotes::alternate(reading, &speakers.about, &mut quotes);
    let nested = stretches::nested(reading, &stretches);
    if !nested.is_empty() {
        let first = reports.len();
        clauses::each_sentence(reading, segments, mentions, &nested, Some(&stretches), |sentence| {
            reports::find(&sentence, &mut speakers, &mut reports);
        });
        quotes::add_nested(reading, &nested, &mut reports, first, &mut quotes);
    }
    let claims = claims::find(&reading.text, &quotes, &reports, &hearsay);
    (quotes.into_iter().map(|attributed| attributed.quote).collect(), claims)
}
