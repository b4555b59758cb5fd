//! Where things stand in a text: spans of bytes inside, the caller's unit outside. And what finds words quickly.

mod offsets;
pub(crate) mod order;
mod quick_hash;
mod span;
pub(crate) mod word_table;

pub(crate) use offsets::OffsetMap;
pub(crate) use quick_hash::{QuickMap, QuickSet, quick_hash};
pub use span::Span;
