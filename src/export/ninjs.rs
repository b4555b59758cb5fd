//! IPTC ninjs 3.0: a news item as newsroom systems exchange it, after
//! <https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json>. Its entities are of the whole document and
//! have no offsets: `rel` says whether one is in the headline ("about") or in the text ("mentions").

use serde::Serialize;

use super::source::{Source, is_uri, json, wikidata_uri};
use crate::article::{BlockKind, Entity, MentionType, Zone};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Item<'a> {
    uri: String,
    standard: Standard,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version_created: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headlines: Vec<Text<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    descriptions: Vec<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    located: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ed_note: Option<String>,
    bodies: [Body<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<Concept<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organisations: Vec<Concept<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<Concept<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    subjects: Vec<Concept<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<Concept<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    objects: Vec<Concept<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    info_sources: Vec<Party<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    renditions: Vec<Rendition<'a>>,
}

#[derive(Serialize)]
struct Standard {
    name: &'static str,
    version: &'static str,
    schema: &'static str,
}

#[derive(Serialize)]
struct Text<'a> {
    value: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    role: &'static str,
    content_type: &'static str,
    char_count: usize,
    word_count: usize,
    value: &'a str,
}

#[derive(Serialize)]
struct Concept<'a> {
    name: &'a str,
    rel: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri: Option<String>,
}

#[derive(Serialize)]
struct Party<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Rendition<'a> {
    name: &'static str,
    href: &'a str,
}

pub(super) fn export(source: &Source) -> String {
    let article = source.article;
    let metadata = &article.metadata;
    let concepts = |of: fn(&MentionType) -> bool| {
        let entities = article.entities.iter().filter(|entity| of(&entity.kind));
        entities.map(|entity| concept(source, entity)).collect::<Vec<_>>()
    };
    let image = metadata.image.iter().filter(|image| is_uri(image));
    use MentionType::*;
    json(&Item {
        uri: source.uri(),
        standard: Standard {
            name: "ninjs",
            version: "3.0",
            schema: "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
        },
        kind: "text",
        version_created: metadata.published.as_deref().filter(|published| is_date_time(published)),
        language: metadata.language.as_deref(),
        headlines: metadata.headline.iter().map(|value| Text { value }).collect(),
        descriptions: metadata.description.iter().map(|value| Text { value }).collect(),
        by: Some(metadata.authors.join(", ")).filter(|by| !by.is_empty()),
        located: metadata.dateline.as_ref().map(|dateline| dateline.places.join(", ")).filter(|at| !at.is_empty()),
        ed_note: Some(notes(source)).filter(|note| !note.is_empty()),
        bodies: [Body {
            role: "main",
            content_type: "text/plain",
            char_count: article.text.chars().count(),
            word_count: article.text.split_whitespace().count(),
            value: &article.text,
        }],
        people: concepts(|kind| matches!(kind, Person)),
        organisations: concepts(|kind| matches!(kind, Org)),
        places: concepts(|kind| matches!(kind, Gpe | Loc | Fac)),
        events: concepts(|kind| matches!(kind, Event)),
        objects: concepts(|kind| matches!(kind, Product | WorkOfArt)),
        subjects: concepts(|kind| !matches!(kind, Person | Org | Gpe | Loc | Fac | Event | Product | WorkOfArt)),
        info_sources: metadata.agency.iter().map(|name| Party { name }).collect(),
        renditions: image.map(|href| Rendition { name: "main", href }).collect(),
    })
}

fn concept<'a>(source: &Source<'a>, entity: &'a Entity) -> Concept<'a> {
    let in_headline = source.mentions_of(entity).any(|mention| mention.zone == Zone::Headline);
    Concept { name: &entity.name, rel: if in_headline { "about" } else { "mentions" }, uri: wikidata_uri(entity) }
}

/// What the editors say of the article.
fn notes(source: &Source) -> String {
    let blocks = source.article.blocks.iter();
    let notes = blocks.filter(|block| matches!(block.kind, BlockKind::EditorNote | BlockKind::Correction));
    notes.map(|note| source.words(note.start, note.end)).collect::<Vec<_>>().join("\n")
}

/// Whether the time is as exact as the format wants it: with seconds and a zone (RFC 3339).
fn is_date_time(text: &str) -> bool {
    let form = |part: &str, form: &str| {
        part.len() == form.len()
            && part.bytes().zip(form.bytes()).all(|(byte, wanted)| match wanted {
                b'0' => byte.is_ascii_digit(),
                _ => byte == wanted,
            })
    };
    let Some((moment, rest)) = text.split_at_checked(19) else {
        return false;
    };
    let zone = rest.trim_start_matches(|char: char| char == '.' || char.is_ascii_digit());
    let fraction = &rest[..rest.len() - zone.len()];
    form(moment, "0000-00-00T00:00:00")
        && (fraction.is_empty() || fraction.len() > 1 && fraction.starts_with('.') && !fraction[1..].contains('.'))
        && (zone == "Z" || form(zone, "+00:00") || form(zone, "-00:00"))
}
