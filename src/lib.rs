//! Wirecopy reads a news article as an editor does: it tells headline, dateline, byline,
//! paragraphs, notes and teasers apart and marks the names in the text.
//!
//! [`parse_article`] takes a text and [`Options`] and returns an [`Article`]: plain data, with
//! every offset in the unit that the caller asked for.
//!
//! ```
//! use wirecopy::{Options, parse_article};
//!
//! let text = "OSLO, March 3 (Reuters) - Prime Minister Kari Nordmann said on Monday she would resign.";
//! let article = parse_article(text, &Options::default())?;
//! assert_eq!(article.metadata.dateline.unwrap().places, ["OSLO"]);
//! assert!(article.mentions.iter().any(|mention| mention.text == "Kari Nordmann"));
//! # Ok::<(), wirecopy::Error>(())
//! ```

mod article;
mod attribute;
mod options;
mod read;
mod recognize;
mod resolve;
mod segment;
mod text;
#[doc(hidden)]
pub mod training;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod types_test;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use article::*;
pub use options::{Error, ErrorCode, InputFormat, LexiconEntry, Limits, OffsetUnit, Options, Pattern};

/// Reads one article. Any input is read; an error is about the options or a limit.
pub fn parse_article(input: &str, options: &Options) -> Result<Article, Error> {
    options.check(input)?;
    let reading = read::read(input, options)?;
    let segments = segment::segment(&reading);
    let named = recognize::recognize(&reading, &segments, options)?;
    let (mentions, entities) = resolve::resolve(&reading, named, options);
    let (quotes, claims) = attribute::attribute(&reading, &segments, &mentions, &entities);

    let offsets = text::OffsetMap::new(&reading.text, options.offsets);
    let mut article = Article {
        text: String::new(),
        format: reading.format,
        metadata: reading.metadata,
        blocks: reading.blocks,
        sentences: segments.sentences.iter().map(|sentence| sentence.span).collect(),
        mentions,
        entities,
        quotes,
        claims,
        notices: reading.notices,
    };
    article.each_offset(|offset| *offset = offsets.convert(*offset));
    article.text = reading.text.into_owned();
    Ok(article)
}
