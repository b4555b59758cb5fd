//! Stage 3: tokens become names.

use crate::article::MentionType;
use crate::options::{Error, Options};
use crate::read::Reading;
use crate::segment::Segments;
use crate::text::Span;

/// A name where it stands, before it is known which entity it names.
pub(crate) struct Named {
    pub span: Span,
    pub kind: MentionType,
    pub confidence: f64,
}

pub(crate) fn recognize(_reading: &Reading, _segments: &Segments, _options: &Options) -> Result<Vec<Named>, Error> {
    Ok(Vec::new())
}
