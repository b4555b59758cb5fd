//! JSON-LD, in which a page describes its article to search engines.
//!
//! Finds: the object of an article's type that is about this page, the people it names by reference,
//! the page and the site around it.
//! Evidence: schema.org's types and properties. An object in a list or under another article, as
//! pages describe what they link to, is passed over.

use serde_json::{Map, Value};

use super::tag::Tag::{Meta, Script};
use super::tree::{Attribute, Tree};

const TYPE: &str = "application/ld+json";

/// The longest script that is read, in bytes.
const LONGEST: usize = 2 << 20;

/// Objects nest this deep at most.
const DEPTH: usize = 16;

/// What JSON-LD says, as it is written there.
#[derive(Default)]
pub(super) struct LinkedData {
    pub headlines: Vec<String>,
    pub authors: Vec<String>,
    pub published: Vec<String>,
    pub modified: Vec<String>,
    pub site_name: Option<String>,
    pub publisher: Option<String>,
    pub description: Option<String>,
    pub section: Option<String>,
    pub keywords: Vec<String>,
    pub language: Option<String>,
    pub url: Option<String>,
    pub image: Option<String>,
    /// The text of the article.
    pub body: Option<String>,
}

type Object = Map<String, Value>;

/// Reads all of the page's JSON-LD. What is no JSON is passed over.
pub(super) fn read(tree: &Tree) -> LinkedData {
    let documents: Vec<Value> = scripts(tree).filter_map(parse).collect();
    let mut objects = Vec::new();
    documents.iter().for_each(|document| collect(document, 0, &mut objects));
    let mut data = LinkedData::default();
    let of_kind = |kind: fn(&str) -> bool| objects.iter().filter(move |object| is(object, kind));
    if let Some(article) = of_kind(is_article).max_by_key(|article| weight(article)) {
        data.take(article, &objects);
    }
    for page in of_kind(is_page).take(1) {
        data.published.extend(texts(page.get("datePublished")));
        data.modified.extend(texts(page.get("dateModified")));
        data.url = data.url.take().or_else(|| text(page.get("url")));
        data.language = data.language.take().or_else(|| text(page.get("inLanguage")));
        data.description = data.description.take().or_else(|| text(page.get("description")));
        data.headlines.extend(texts(page.get("headline")));
        if data.authors.is_empty() {
            data.authors = names(page.get("author"), &objects);
        }
    }
    // What Parse.ly reads has no type.
    for page in objects.iter().filter(|object| object.contains_key("pub_date")).take(1) {
        data.published.extend(texts(page.get("pub_date")));
        data.headlines.extend(texts(page.get("title")));
        if data.authors.is_empty() {
            data.authors = ["authors", "author"].iter().flat_map(|key| names(page.get(*key), &objects)).collect();
            data.authors.dedup();
        }
    }
    for site in of_kind(|kind| kind == "WebSite").take(1) {
        data.site_name = text(site.get("name")).or(data.site_name.take());
    }
    data
}

impl LinkedData {
    fn take(&mut self, article: &Object, objects: &[&Object]) {
        self.headlines = ["headline", "name"].iter().flat_map(|key| texts(article.get(*key))).collect();
        self.authors = ["author", "creator"]
            .iter()
            .map(|key| names(article.get(*key), objects))
            .find(|names| !names.is_empty())
            .unwrap_or_default();
        self.published = ["datePublished", "dateCreated"].iter().flat_map(|key| texts(article.get(*key))).collect();
        self.modified = texts(article.get("dateModified")).collect();
        self.publisher = names(article.get("publisher"), objects).into_iter().next();
        self.site_name = self.publisher.clone();
        self.description = text(article.get("description"));
        self.section = text(article.get("articleSection"));
        self.keywords = texts(article.get("keywords")).collect();
        self.language = text(article.get("inLanguage"));
        self.url = text(article.get("url")).or_else(|| text(article.get("mainEntityOfPage")));
        self.image = text(article.get("image"));
        self.body = text(article.get("articleBody"));
    }
}

/// The texts of the page's scripts of this kind, and of meta tags that stand for them.
fn scripts(tree: &Tree) -> impl Iterator<Item = &str> {
    let is_data = |kind: &str| kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case(TYPE));
    (0..tree.nodes.len()).filter_map(move |index| match tree.nodes[index].tag? {
        Script if tree.attribute(index, Attribute::Type).is_some_and(is_data) => {
            (index + 1 < tree.nodes[index].end as usize).then(|| tree.text(index + 1))
        }
        Meta if tree.attribute_has(index, Attribute::Name, &["script:ld+json", "parsely-page"]) => {
            tree.attribute(index, Attribute::Content)
        }
        _ => None,
    })
}

/// Reads JSON that may stand in a comment, as old pages write scripts, hold line ends within its strings, commas at the
/// end of its lists, or be written as text of a page is.
fn parse(script: &str) -> Option<Value> {
    if script.len() > LONGEST {
        return None;
    }
    let start = script.find(['{', '['])?;
    let end = script.rfind(['}', ']'])? + 1;
    let json = script.get(start..end)?;
    // Of several values behind each other the first.
    let first = |json: &str| serde_json::Deserializer::from_str(json).into_iter().next()?.ok();
    first(json)
        .or_else(|| first(&json.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>()))
        .or_else(|| first(&without_last_commas(json)))
        .or_else(|| json.contains("&quot;").then(|| first(&unescaped(json)))?)
}

/// JSON without the commas before closing brackets, which may not stand there.
fn without_last_commas(json: &str) -> String {
    let mut clean = String::with_capacity(json.len());
    for c in json.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        if matches!(c, '}' | ']') && clean.trim_end().ends_with(',') {
            clean.truncate(clean.trim_end().len() - 1);
        }
        clean.push(c);
    }
    clean
}

/// Lists all objects but those that describe what the page links to.
fn collect<'a>(value: &'a Value, depth: usize, objects: &mut Vec<&'a Object>) {
    match value {
        Value::Array(values) if depth < DEPTH => values.iter().for_each(|value| collect(value, depth + 1, objects)),
        Value::Object(object) if depth < DEPTH => {
            objects.push(object);
            let is_whole = is(object, is_article);
            for (key, value) in object {
                let is_other = matches!(
                    key.as_str(),
                    "itemListElement"
                        | "hasPart"
                        | "mentions"
                        | "citation"
                        | "comment"
                        | "review"
                        | "blogPost"
                        | "isPartOf"
                );
                let is_subject = is_whole && key == "about";
                if !is_other && !is_subject {
                    collect(value, depth + 1, objects);
                }
            }
        }
        _ => {}
    }
}

fn is(object: &Object, kind: fn(&str) -> bool) -> bool {
    texts(object.get("@type")).any(|name| kind(name.rsplit(['/', ':']).next().unwrap_or_default()))
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article")
        || kind.ends_with("Posting") && kind != "JobPosting"
        || kind == "Report"
        || kind == "Review"
}

fn is_page(kind: &str) -> bool {
    kind.ends_with("Page") && kind != "FAQPage"
}

/// How much an object says that an article's own has to say.
fn weight(object: &Object) -> usize {
    ["headline", "author", "datePublished", "mainEntityOfPage", "publisher"]
        .iter()
        .filter(|key| object.contains_key(**key))
        .count()
}

/// The texts of a value, which may be a list.
fn texts(value: Option<&Value>) -> impl Iterator<Item = String> {
    let values = match value {
        Some(Value::Array(values)) => values.as_slice(),
        Some(value) => std::slice::from_ref(value),
        None => &[],
    };
    values.iter().filter_map(|value| text(Some(value)))
}

/// The text of a value: of an object its value, address or name.
fn text(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.trim(),
        Value::Array(values) => return text(values.first()),
        Value::Object(object) => {
            return ["@value", "url", "@id", "name"]
                .iter()
                .find_map(|key| object.get(*key)?.as_str())
                .map(str::to_string);
        }
        _ => return None,
    };
    (!text.is_empty()).then(|| unescaped(text))
}

/// The text without the character references that many pages leave in their data.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_string();
    }
    let tree = Tree::new(text);
    (0..tree.nodes.len()).map(|index| tree.text(index)).collect()
}

/// The names of people and organisations, who may be named by reference to another object.
fn names(value: Option<&Value>, objects: &[&Object]) -> Vec<String> {
    match value {
        Some(Value::Array(values)) => values.iter().flat_map(|value| names(Some(value), objects)).collect(),
        Some(Value::String(name)) => vec![unescaped(name.trim())],
        Some(Value::Object(person)) => {
            let id = person.get("@id").and_then(Value::as_str);
            let other = || {
                objects.iter().find(|other| {
                    id.is_some() && other.contains_key("name") && other.get("@id").and_then(Value::as_str) == id
                })
            };
            if let Some(people) = person.get("@list") {
                return names(Some(people), objects);
            }
            let part = |key: &str| text(person.get(key));
            let name = person.get("name").or_else(|| other()?.get("name"));
            let in_parts =
                || part("givenName").zip(part("familyName")).map(|(given, family)| format!("{given} {family}"));
            if name.is_none() { in_parts().into_iter().collect() } else { texts(name).collect() }
        }
        _ => Vec::new(),
    }
}
