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
mod export;
mod handed_in;
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
pub use export::{ExportFormat, ExportOptions, export_article};
pub use options::{
    Correction, Error, ErrorCode, Identities, InputFormat, LexiconEntry, Limits, OffsetUnit, Options, Pattern,
};

/// Reads one article. Any input is read; an error is about the options or a limit.
pub fn parse_article(input: &str, options: &Options) -> Result<Article, Error> {
    options.check(input)?;
    let reading = match read::format_of(input, options) {
        Format::Text => read::read_text(input, options),
        format => read::read_laid_out(read::lay_out(input, format, options), options),
    };
    let find_matches = |text: &str| recognize::find_matches(text, &options.patterns);
    parse(reading, options, find_matches, |names| Ok(resolve::find_identities(names)))
}

/// The stages behind reading, in order. `find_matches` finds the caller's patterns in the text, `find_identities` what
/// the pack has of names; in the browser both are modules that load when they are needed.
fn parse<E>(
    reading: read::Reading,
    options: &Options,
    find_matches: impl FnOnce(&str) -> Result<Vec<recognize::Match>, E>,
    find_identities: impl FnOnce(&str) -> Result<String, E>,
) -> Result<Article, E> {
    let matches = find_matches(&reading.text)?;
    let segments = segment::segment(&reading);
    let recognized = recognize::recognize(&reading, &segments, options, &matches);
    let (mentions, mut entities) = resolve::resolve(&reading, &segments, recognized, options);
    if options.identities == Identities::All {
        let found = find_identities(&resolve::names_to_find(&entities))?;
        resolve::link_found(&reading, &mentions, &mut entities, &found, options);
    }
    let (quotes, claims) = attribute::attribute(&reading, &segments, &mentions, &entities);

    let mut article = Article {
        text: reading.text.into_owned(),
        offsets: OffsetUnit::Utf8,
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
    article.count_in(options.offsets);
    Ok(article)
}

/// Applies corrections to an article that was read before. It may come from anywhere; an error tells
/// what is wrong with it.
pub fn apply_corrections(article: &Article, corrections: &[Correction]) -> Result<Article, Error> {
    let mut corrected = correct(article, corrections)?;
    corrected.count_in(article.offsets);
    Ok(corrected)
}

/// The corrected article, its offsets in bytes.
fn correct(article: &Article, corrections: &[Correction]) -> Result<Article, Error> {
    let mut article = handed_in::in_bytes(article)?;
    resolve::correct(&mut article, corrections);
    Ok(article)
}
