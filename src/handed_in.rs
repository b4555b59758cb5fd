//! An article that the caller hands in: one that was read before, kept as JSON, perhaps changed by
//! hand. What works on it relies on the invariants, so they are checked here, once.

use crate::article::{Article, Speaker};
use crate::options::{Error, ErrorCode, OffsetUnit};
use crate::text::OffsetMap;

/// The same article with every offset in bytes. Fails, naming the place, where an offset lies
/// outside of the text or within a character, words are not those at their offsets, an index leads
/// nowhere or a list is out of order.
pub(crate) fn in_bytes(article: &Article) -> Result<Article, Error> {
    let unit = article.offsets;
    let offsets = OffsetMap::new(&article.text, unit);
    let mut article = Article { offsets: OffsetUnit::Utf8, ..article.clone() };
    let mut astray = None;
    article.each_span(|start, end| match (offsets.byte_of(*start), offsets.byte_of(*end)) {
        (Some(first), Some(last)) if first <= last => (*start, *end) = (first, last),
        _ => astray = astray.or(Some((*start, *end))),
    });
    if let Some((start, end)) = astray {
        let unit = unit.as_str();
        return Err(bad(format!("article: {start} to {end} is no stretch of article.text, counted in {unit}")));
    }
    check_order(&article)?;
    check_words(&article, unit)?;
    check_indices(&article)?;
    Ok(article)
}

fn bad(message: String) -> Error {
    Error::new(ErrorCode::BadInput, message)
}

/// Blocks, sentences and mentions follow each other without overlap.
fn check_order(article: &Article) -> Result<(), Error> {
    fn check(name: &str, spans: impl Iterator<Item = (u32, u32)>) -> Result<(), Error> {
        let mut at = 0;
        for (index, (start, end)) in spans.enumerate() {
            if start < at {
                return Err(bad(format!("article.{name}[{index}] begins before the one before it ends")));
            }
            at = end;
        }
        Ok(())
    }
    check("blocks", article.blocks.iter().map(|block| (block.start, block.end)))?;
    check("sentences", article.sentences.iter().map(|sentence| (sentence.start, sentence.end)))?;
    check("mentions", article.mentions.iter().map(|mention| (mention.start, mention.end)))
}

/// The words beside the offsets are those of the text: what tells a wrong unit from the right one.
fn check_words(article: &Article, unit: OffsetUnit) -> Result<(), Error> {
    let check = |name: &str, index: usize, start: u32, end: u32, words: &str| {
        let printed = &article.text[start as usize..end as usize];
        if printed == words {
            return Ok(());
        }
        let unit = unit.as_str();
        Err(bad(format!("article.{name}[{index}] says \"{words}\"; its offsets, counted in {unit}, say \"{printed}\"")))
    };
    for (index, mention) in article.mentions.iter().enumerate() {
        check("mentions", index, mention.start, mention.end, &mention.text)?;
    }
    for (list, index, speaker) in speakers(article) {
        check(list, index, speaker.start, speaker.end, &speaker.text)?;
    }
    Ok(())
}

/// Every index leads to something.
fn check_indices(article: &Article) -> Result<(), Error> {
    let check = |name: &str, index: usize, to: Option<u32>, list: &str, length: usize| match to {
        Some(to) if to as usize >= length => {
            Err(bad(format!("article.{name}[{index}] points at {list}[{to}], of which there are {length}")))
        }
        _ => Ok(()),
    };
    let entities = article.entities.len();
    for (index, mention) in article.mentions.iter().enumerate() {
        check("mentions", index, mention.entity, "entities", entities)?;
    }
    for (index, entity) in article.entities.iter().enumerate() {
        for mention in &entity.mentions {
            check("entities", index, Some(*mention), "mentions", article.mentions.len())?;
            if article.mentions[*mention as usize].entity != Some(index as u32) {
                return Err(bad(format!("article.entities[{index}] claims mentions[{mention}], which is another's")));
            }
        }
        for role in &entity.roles {
            check("entities", index, role.of, "entities", entities)?;
        }
    }
    for (list, index, speaker) in speakers(article) {
        check(list, index, speaker.entity, "entities", entities)?;
    }
    for (index, claim) in article.claims.iter().enumerate() {
        check("claims", index, claim.quote, "quotes", article.quotes.len())?;
        check("claims", index, claim.refers_to, "claims", article.claims.len())?;
    }
    Ok(())
}

/// Whoever speaks in the article, with the list and the index that it is found by.
fn speakers(article: &Article) -> impl Iterator<Item = (&'static str, usize, &Speaker)> {
    let quotes = article.quotes.iter().enumerate();
    let quotes = quotes.flat_map(|(index, quote)| quote.speaker.iter().map(move |speaker| ("quotes", index, speaker)));
    let claims = article.claims.iter().enumerate();
    let claims = claims.flat_map(|(index, claim)| {
        claim.source.iter().chain(&claim.via).map(move |speaker| ("claims", index, speaker))
    });
    quotes.chain(claims)
}
