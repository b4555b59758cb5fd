//! schema.org in JSON-LD: a `NewsArticle` with what it mentions, its quotations and its claims. May
//! stand in a `script` element: it holds no "<".

use serde::Serialize;

use super::source::{Source, is_uri, json, variant, wikidata_uri};
use crate::article::{Entity, MentionType, Speaker};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_organization: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    location_created: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article_section: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    keywords: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    article_body: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    has_part: Vec<Statement<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    alternate_name: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    job_title: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    affiliation: Vec<Reference>,
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

/// A `Quotation` or a `Claim`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Statement<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: String,
    /// How the words are given, or the stance.
    description: &'static str,
    /// Whose statement it is, where that is one of the article's entities.
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Reference>,
    /// Whose it is in the article's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    credit_text: Option<&'a str>,
}

pub(super) fn export(source: &Source) -> String {
    let metadata = &source.article.metadata;
    let dateline = metadata.dateline.as_ref();
    let places = dateline.map_or(&[][..], |dateline| &dateline.places);
    let article = NewsArticle {
        context: "https://schema.org",
        kind: "NewsArticle",
        id: source.uri(),
        url: metadata.url.as_deref().filter(|url| is_uri(url)),
        headline: metadata.headline.as_deref(),
        description: metadata.description.as_deref(),
        author: metadata.authors.iter().map(|name| Named { kind: "Person", name }).collect(),
        publisher: metadata.site_name.as_deref().map(organization),
        source_organization: metadata.agency.as_deref().map(organization),
        date_published: metadata.published.as_deref(),
        dateline: dateline.map(|dateline| source.words(dateline.start, dateline.end)),
        location_created: places.iter().map(|name| Named { kind: "Place", name }).collect(),
        in_language: metadata.language.as_deref(),
        article_section: metadata.section.as_deref(),
        keywords: &metadata.keywords,
        image: metadata.image.as_deref().filter(|image| is_uri(image)),
        article_body: &source.article.text,
        mentions: source.entities().map(|(index, entity)| thing(source, index, entity)).collect(),
        has_part: statements(source),
    };
    json(&article).replace('<', "\\u003c")
}

fn organization(name: &str) -> Named<'_> {
    Named { kind: "Organization", name }
}

fn thing<'a>(source: &Source<'a>, index: usize, entity: &'a Entity) -> Thing<'a> {
    let kind = schema_type(&entity.kind);
    // Only a person has these properties, and only present ones.
    let roles = entity.roles.iter().filter(|role| kind == "Person" && !role.former);
    let of = roles.clone().filter_map(|role| role.of);
    Thing {
        kind,
        id: entity_id(source, index as u32),
        name: &entity.name,
        alternate_name: &entity.aliases,
        same_as: wikidata_uri(entity),
        job_title: roles.map(|role| &*role.title).collect(),
        affiliation: of.map(|of| Reference { id: entity_id(source, of) }).collect(),
    }
}

fn entity_id(source: &Source, index: u32) -> String {
    format!("{}#entity-{index}", source.uri().split('#').next().unwrap_or_default())
}

/// The class of schema.org for the type.
fn schema_type(kind: &MentionType) -> &'static str {
    match kind {
        MentionType::Person => "Person",
        MentionType::Org => "Organization",
        MentionType::Gpe => "AdministrativeArea",
        MentionType::Loc | MentionType::Fac => "Place",
        MentionType::Product => "Product",
        MentionType::Event => "Event",
        MentionType::WorkOfArt => "CreativeWork",
        MentionType::Law => "Legislation",
        MentionType::Language => "Language",
        _ => "Thing",
    }
}

fn statements<'a>(source: &Source<'a>) -> Vec<Statement<'a>> {
    let statement = |kind, text, description, speaker: Option<&'a Speaker>| {
        let entity = speaker.and_then(|speaker| speaker.entity);
        Statement {
            kind,
            text,
            description,
            creator: entity.map(|entity| Reference { id: entity_id(source, entity) }),
            credit_text: speaker.map(|speaker| &*speaker.text),
        }
    };
    let quotes = source.article.quotes.iter();
    let quotes = quotes.map(|one| statement("Quotation", source.speech(one), variant(&one.kind), one.speaker.as_ref()));
    let claims = source.article.claims.iter();
    let claims = claims
        .map(|one| statement("Claim", source.content(one).to_string(), variant(&one.stance), one.source.as_ref()));
    quotes.chain(claims).collect()
}
