//! Names that the noun right before them explains: "the tanker Nordlys", "the newspaper Harbour Post".
//!
//! Finds: the type of a name behind a noun that tells it; such names where the model sees none.
//! Evidence: the noun, which in annotated news is right for all but a few in a hundred.
//! Does not find: names behind nouns of many senses, such as "show" or "site".

use super::Named;
use super::document::{Document, Style};
use super::lexicon::Kinds;
use crate::article::MentionType::{self, Gpe, Org, Product, WorkOfArt};
use crate::segment::{Case, TokenKind};

/// How sure such a name is, and how sure the model must be of another type to keep it.
const SURE: f64 = 0.9;

/// What the nouns tell, sorted.
const NOUNS: [(&str, MentionType); 59] = [
    ("agency", Org),
    ("airline", Org),
    ("album", WorkOfArt),
    ("automaker", Org),
    ("band", Org),
    ("brewer", Org),
    ("broadcaster", Org),
    ("capital", Gpe),
    ("carmaker", Org),
    ("carrier", Org),
    ("city", Gpe),
    ("club", Org),
    ("company", Org),
    ("conglomerate", Org),
    ("destroyer", Product),
    ("documentary", WorkOfArt),
    ("ferry", Product),
    ("film", WorkOfArt),
    ("firm", Org),
    ("freighter", Product),
    ("frigate", Product),
    ("group", Org),
    ("insurer", Org),
    ("lender", Org),
    ("magazine", Org),
    ("manufacturer", Org),
    ("militia", Org),
    ("movie", WorkOfArt),
    ("musical", WorkOfArt),
    ("network", Org),
    ("newspaper", Org),
    ("novel", WorkOfArt),
    ("opera", WorkOfArt),
    ("operator", Org),
    ("outlet", Org),
    ("painting", WorkOfArt),
    ("party", Org),
    ("retailer", Org),
    ("satellite", Product),
    ("series", WorkOfArt),
    ("ship", Product),
    ("sitcom", WorkOfArt),
    ("smartphone", Product),
    ("song", WorkOfArt),
    ("spacecraft", Product),
    ("start-up", Org),
    ("startup", Org),
    ("submarine", Product),
    ("supplier", Org),
    ("tabloid", Org),
    ("tanker", Product),
    ("thriller", WorkOfArt),
    ("town", Gpe),
    ("trawler", Product),
    ("vaccine", Product),
    ("vessel", Product),
    ("village", Gpe),
    ("warship", Product),
    ("yacht", Product),
];

/// Gives such names the type that the noun tells, and adds those that nothing else has found.
pub(super) fn settle(document: &Document, named: &mut Vec<Named>) {
    let mut added = Vec::new();
    for (sentence, _) in document.sentences.iter().zip(&document.styles).filter(|(_, style)| **style == Style::Sentence)
    {
        let (start, end) = (sentence.tokens.start, sentence.tokens.end);
        for at in start + 1..end {
            if !document.is_capital(at) {
                continue;
            }
            let Some((kind, quoted)) = noun_before(document, start, at) else { continue };
            let first = document.tokens[at].span.start;
            let next = named.partition_point(|named| named.span.end <= first);
            match named.get_mut(next).filter(|named| named.span.start <= document.tokens[at].span.end) {
                Some(named) if named.span.start == first => {
                    if named.kind != kind && named.confidence < SURE {
                        (named.kind, named.confidence) = (kind, SURE);
                    }
                }
                Some(_) => {}
                None => added.extend(whole(document, at, end, kind, quoted)),
            }
        }
    }
    if !added.is_empty() {
        named.extend(added);
        named.sort_by_key(|named| named.span);
    }
}

/// What the noun before the token tells, and whether a quotation mark stands between.
fn noun_before(document: &Document, start: usize, at: usize) -> Option<(MentionType, bool)> {
    let quoted = matches!(document.word(at - 1), "“" | "\"" | "‘" | "'" | "«");
    let noun = if quoted { at.checked_sub(2).filter(|noun| *noun >= start)? } else { at - 1 };
    let is_noun = document.tokens[noun].kind == TokenKind::Word && document.tokens[noun].case == Case::Lower;
    if !is_noun || !(quoted || document.tokens[at].spaced) {
        return None;
    }
    let place = NOUNS.binary_search_by_key(&document.word(noun), |(noun, _)| noun).ok()?;
    Some((NOUNS[place].1.clone(), quoted))
}

/// The name that begins at the token: capitals, and of works small words between them.
fn whole(document: &Document, start: usize, end: usize, kind: MentionType, quoted: bool) -> Option<Named> {
    if document.words[start].kinds.any(Kinds::CALENDAR.and(Kinds::TITLE)) {
        return None;
    }
    let last = match quoted {
        // Whatever stands between the marks.
        true => (start..end).take(10).find(|at| matches!(document.word(*at), "”" | "\"" | "’" | "'" | "»"))?,
        false => document.name_end(start, end),
    };
    // "the company Monday", "the film The": nothing is named.
    let named = (start..last).any(|at| document.is_capital(at) && document.tokens[at].span.len() > 2);
    let span = document.span(start, last);
    named.then_some(Named { span, kind, confidence: SURE, evidence: None, own: None })
}
