//! Where things stand in a text: spans of bytes inside, the caller's unit outside.

mod offsets;
mod span;

pub(crate) use offsets::OffsetMap;
pub use span::Span;
