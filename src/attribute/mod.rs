//! Stage 5: who said what, and who claims or denies what.

use crate::article::{Claim, Entity, Mention, Quote};
use crate::read::Reading;
use crate::segment::Segments;

/// Quotations and claims. The stage has its place in the flow; it finds nothing yet.
pub(crate) fn attribute(_: &Reading, _: &Segments, _: &[Mention], _: &[Entity]) -> (Vec<Quote>, Vec<Claim>) {
    (Vec::new(), Vec::new())
}
