//! Names that a noun beside them explains: "the tanker Nordlys", "Sonal, the state oil firm", "the mayor of Ndara", "Ndara,
//! 50 km south of Dakar".
//!
//! Finds: the type of a name that is doubtful; names behind such a noun where the model sees none; the states behind
//! the letters of parties.
//! Evidence: the noun, which before a name is right in annotated news for all but a few in a hundred.
//! Does not find: names behind nouns of many senses, such as "show" or "site".

use std::sync::LazyLock;

use super::document::{Document, Style};
use super::lexicon::Kinds;
use super::{Named, merge};
use crate::article::MentionType::{self, Fac, Gpe, Loc, Norp, Org, Person, Product, WorkOfArt};
use crate::segment::TokenKind;
use crate::text::word_table::WordTable;

/// How sure such a name is, and how sure the model must be of another type to keep it.
const SURE: f64 = 0.9;

/// Nouns with what they tell of a name, a line for each type.
const NOUNS: &str = "\
    agency airline automaker band bank brewer broadcaster carmaker carrier charity chipmaker club company \
    conglomerate drugmaker firm group insurer lender magazine maker manufacturer militia network newspaper \
    operator outlet party producer retailer shipbuilder start-up startup supplier tabloid union university \
    utility\tORG\n\
    capital city hamlet settlement suburb town village\tGPE\n\
    island lake river volcano\tLOC\n\
    destroyer ferry freighter frigate satellite ship smartphone spacecraft submarine tanker trawler vaccine \
    vessel warship yacht\tPRODUCT\n\
    album documentary film movie musical novel opera painting series sitcom song thriller\tWORK_OF_ART\n";

static TABLE: LazyLock<WordTable<MentionType>> = LazyLock::new(|| {
    WordTable::new(NOUNS, |noun| match noun.cells {
        "ORG" => Org,
        "GPE" => Gpe,
        "LOC" => Loc,
        "PRODUCT" => Product,
        _ => WorkOfArt,
    })
});

/// What the noun tells, which is written small.
fn kind_of(noun: &str) -> Option<MentionType> {
    let is_small = !noun.bytes().any(|letter| letter.is_ascii_uppercase());
    TABLE.find(noun).filter(|_| is_small).cloned()
}

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
            let Some((kind, told)) = told_before(document, start, at) else { continue };
            let first = document.tokens[at].span.start;
            let next = named.partition_point(|named| named.span.end <= first);
            match named.get_mut(next).filter(|named| named.span.start <= document.tokens[at].span.end) {
                Some(named) if named.span.start == first => {
                    let doubtful = match told {
                        Told::Noun { .. } => named.kind != kind && named.confidence < SURE,
                        Told::Office => !matches!(named.kind, Gpe | Norp),
                        Told::Area | Told::Side => !matches!(named.kind, Fac | Gpe | Loc | Norp),
                    };
                    if doubtful && (matches!(told, Told::Area | Told::Office) || !has_given_name(document, named)) {
                        (named.kind, named.confidence) = (kind, SURE);
                    }
                }
                Some(_) => {}
                None => {
                    let free = |one: &Named| named.get(next).is_none_or(|next| one.span.end <= next.span.start);
                    let quoted = told == Told::Noun { quoted: true };
                    added.extend(whole(document, at, end, kind, quoted).filter(free));
                }
            }
        }
    }
    merge::add(named, added);
    party_states(document, named);
    for at in 0..named.len() {
        let (name, next) = (&named[at], named.get(at + 1));
        if name.confidence >= SURE || name.kind == WorkOfArt {
            continue;
        }
        let after = document.tokens.partition_point(|token| token.span.end <= name.span.end);
        let told = noun_behind(document, after)
            .or_else(|| headed(document, after).filter(|kind| may_become(&name.kind, kind)))
            .or_else(|| owner(document, after, next).filter(|_| name.kind == Person));
        let place = |kind: &MentionType| matches!(kind, Gpe | Loc);
        let fits = |kind: &MentionType| *kind != name.kind && (place(kind) || !has_given_name(document, name));
        if let Some(kind) = told.filter(fits) {
            (named[at].kind, named[at].confidence) = (kind, SURE);
        }
    }
}

/// What stands before a name and tells what it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// "the tanker Nordlys", or "the film “Nordlys”".
    Noun { quoted: bool },
    /// "the mayor of Halden": neither building nor landscape.
    Office,
    /// "the town of Halden": nobody can be meant.
    Area,
    /// "north of Halden", "the road to Halden".
    Side,
}

fn told_before(document: &Document, start: usize, at: usize) -> Option<(MentionType, Told)> {
    place_before(document, start, at).map(|told| (Gpe, told)).or_else(|| noun_before(document, start, at))
}

fn place_before(document: &Document, start: usize, at: usize) -> Option<Told> {
    const OFFICES: &[&str] = &["archbishop", "bishop", "governor", "mayor"];
    const SIDES: &[&str] = &["east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west"];
    const AREAS: &[&str] = &[
        "cities",
        "district",
        "enclave",
        "inhabitants",
        "islands",
        "neighborhood",
        "neighbourhood",
        "outpost",
        "outskirts",
        "port",
        "province",
        "residents",
        "suburbs",
        "towns",
        "villages",
    ];
    const WAYS: &[&str] = &["bus", "ferry", "flight", "flights", "highway", "motorway", "railway", "road", "train"];
    let noun = at.checked_sub(2).filter(|noun| *noun >= start)?;
    let word = document.word(noun);
    if document.word(at - 1) != "of" {
        let way = matches!(document.word(at - 1), "from" | "to") && WAYS.contains(&word);
        return way.then_some(Told::Side);
    }
    if OFFICES.contains(&word) {
        return Some(Told::Office);
    }
    let is_area = AREAS.contains(&word) || kind_of(word).is_some_and(|kind| matches!(kind, Gpe | Loc));
    if is_area { Some(Told::Area) } else { SIDES.contains(&word).then_some(Told::Side) }
}

/// "the Nordan militants", "the Tolva river": what the noun right behind a name tells.
fn headed(document: &Document, noun: usize) -> Option<MentionType> {
    let token = document.tokens.get(noun).filter(|token| token.spaced && token.kind == TokenKind::Word)?;
    let noun = token.span.of(document.text);
    match noun {
        "governor" | "mayor" | "residents" | "tribal" | "villagers" => Some(Gpe),
        "mountains" | "rivers" => Some(Loc),
        "daily" | "gang" | "newspaper" => Some(Org),
        "fighters" | "militants" | "militia" | "rebels" | "spokesman" | "spokesperson" | "spokeswoman" => Some(Org),
        "aircraft" => Some(Product),
        _ => place_noun(noun),
    }
}

/// What a noun that stands behind the names of places tells of them.
pub(super) fn place_noun(noun: &str) -> Option<MentionType> {
    match noun {
        "constituency" | "county" | "district" | "governorate" | "municipality" | "neighborhood" | "neighbourhood"
        | "parish" | "prefecture" | "province" | "suburb" | "village" | "ward" => Some(Gpe),
        "area" | "delta" | "mountain" | "peninsula" | "region" | "river" | "valley" => Some(Loc),
        "airport" | "bridge" | "dam" | "highway" | "market" | "road" | "stadium" | "temple" => Some(Fac),
        _ => None,
    }
}

/// Nationalities and places stand before all such nouns, and the landscape before those of towns.
fn may_become(kind: &MentionType, told: &MentionType) -> bool {
    match kind {
        Norp | Gpe => false,
        Loc | Fac => !matches!(told, Gpe | Loc | Fac),
        _ => true,
    }
}

/// "Ana Mota (R-Texas)", "Eva Lind, D-Calif.,": the states behind the letters of parties.
fn party_states(document: &Document, named: &mut Vec<Named>) {
    let word = |at: usize| if at < document.tokens.len() { document.word(at) } else { "" };
    let mut states: Vec<Named> = Vec::new();
    for at in 1..document.tokens.len() {
        let tight = |at: usize| document.tokens.get(at).is_some_and(|token| !token.spaced);
        let letter = document.tokens[at].span.len() == 1 && matches!(word(at), "D" | "I" | "R");
        if !letter
            || !matches!(word(at - 1), "," | "(")
            || !matches!(word(at + 1), "-" | "–")
            || !tight(at + 1)
            || !tight(at + 2)
            || !document.is_capital(at + 2)
        {
            continue;
        }
        let end = document.name_end(at + 2, document.tokens.len());
        if matches!(word(end), "," | ")") && word(at + 2) != "Day" {
            let span = document.span(at + 2, end);
            states.push(Named { span, kind: Gpe, confidence: SURE, evidence: None, own: None });
        }
    }
    merge::put(named, states);
}

/// "Harbers' Lucas Fern": whom a full name belongs to is a body, or a place, and nobody.
fn owner(document: &Document, clitic: usize, next: Option<&Named>) -> Option<MentionType> {
    let next = next.filter(|next| next.kind == Person && next.span.of(document.text).contains(' '))?;
    let token = document.tokens.get(clitic)?;
    let owns = matches!(token.span.of(document.text), "'s" | "’s" | "'" | "’") && !token.spaced;
    (owns && document.tokens.get(clitic + 1).is_some_and(|token| token.span.start == next.span.start)).then_some(Org)
}

/// Whether it is somebody by a known given name: "the maker Ana Mota".
fn has_given_name(document: &Document, named: &Named) -> bool {
    let first = document.first_token(named.span);
    named.kind == Person && document.words[first].kinds.any(Kinds::GIVEN)
}

/// What the phrase behind the comma tells: ", the state oil firm,", ", a village in the hills", ", 50 km south of".
fn noun_behind(document: &Document, comma: usize) -> Option<MentionType> {
    const LONGEST: usize = 8;
    const BEHIND: &[&str] = &[
        "about", "and", "at", "based", "behind", "between", "by", "called", "east", "for", "from", "in", "just",
        "known", "near", "north", "of", "off", "on", "outside", "owned", "run", "south", "some", "that", "to", "under",
        "west", "where", "which", "whose", "with",
    ];
    let word = |at: usize| if at < document.tokens.len() { document.word(at) } else { "" };
    if word(comma) != "," {
        return None;
    }
    let start = comma + 1;
    if document.tokens.get(start).is_some_and(|token| token.kind == TokenKind::Number) {
        return matches!(word(start + 1), "km" | "kilometers" | "kilometres" | "miles").then_some(Gpe);
    }
    if !matches!(word(start), "a" | "an" | "the") {
        return None;
    }
    let inside = |at: &usize| {
        document.tokens[*at].kind == TokenKind::Word && !BEHIND.contains(&word(*at))
            || matches!(word(*at), "'s" | "’s" | "-")
    };
    let last = (start + 1..document.tokens.len()).take(LONGEST).take_while(inside).last()?;
    let kind = kind_of(word(last))?;
    let ends = document.tokens.get(last + 1).is_none_or(|next| next.kind == TokenKind::Mark)
        || BEHIND.contains(&word(last + 1));
    ends.then_some(kind)
}

/// What the noun before the token tells.
fn noun_before(document: &Document, start: usize, at: usize) -> Option<(MentionType, Told)> {
    let quoted = matches!(document.word(at - 1), "“" | "\"" | "‘" | "'" | "«");
    let apposed = document.word(at - 1) == ",";
    let noun = if quoted || apposed { at.checked_sub(2).filter(|noun| *noun >= start)? } else { at - 1 };
    if !document.tokens[noun].is_small() || !(quoted || document.tokens[at].spaced) {
        return None;
    }
    let kind = kind_of(document.word(noun))?;
    (!apposed || kind == Gpe && ends_behind(document, at)).then_some((kind, Told::Noun { quoted }))
}

/// Whether a mark ends the phrase behind the name: "the state's capital, Halden, is".
fn ends_behind(document: &Document, at: usize) -> bool {
    let behind = document.name_end(at, document.tokens.len());
    document.tokens.get(behind).is_none_or(|token| matches!(token.span.of(document.text), "," | "."))
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
