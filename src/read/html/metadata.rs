//! What a page says of its article outside of the text.
//!
//! Finds: OpenGraph and article properties, meta tags, the canonical address, microdata of author,
//! headline and date, the page's title and language, the time near the top.
//! Evidence: a value is taken only in the form that it must have: a name of several words, a date of
//! the calendar, an address with its host. Others are passed over, and the next source is asked.
//! Does not find: JSON-LD.

use super::scope::{Mark, Scope, is_left_out};
use super::tag::Tag::*;
use super::tree::{Attribute, Tree};
use crate::article::Metadata;
use crate::read::byline;
use crate::read::calendar;
use crate::read::scan::Scan;

/// The longest value, in bytes. Whatever is longer is no headline, name or address.
const LONGEST: usize = 2000;

/// A time this far down the text, in bytes, is not that of the whole article.
const TOP: usize = 1500;

/// What the page says, and the element of a headline that stands outside of the scope.
pub(super) struct Found {
    pub metadata: Metadata,
    pub headline: Option<usize>,
}

/// Reads what the page says of the article.
pub(super) fn read(tree: &Tree, scope: Scope, base: Option<&str>) -> Found {
    let page = Page::new(tree);
    let site_name = page.text(&["og:site_name", "application-name"]);
    // One word or two name the site or its section.
    let is_telling = |title: &String| !title.is_ascii() || title.split(' ').count() > 2;
    let title = page.title.as_ref().map(|title| without_site(title, site_name.as_deref())).filter(is_telling);
    let headings = Headings::new(tree, scope);
    let named = page.first(&["og:title"], |value| Some(without_site(&words(value), site_name.as_deref())));
    let heading = headings.within.clone().or_else(|| {
        // Outside of the article a heading is the article's only where the title says so.
        let (_, heading) = headings.outside.as_ref()?;
        let titled = [&named, &title].into_iter().flatten().any(|title| title.contains(heading.as_str()));
        titled.then(|| heading.clone())
    });
    let outside = headings.outside.filter(|(_, words)| headings.within.is_none() && heading.as_ref() == Some(words));
    let address = |value: &str| address(value, base);
    let metadata = Metadata {
        headline: named.or(heading).or(title).filter(|headline| !headline.is_empty()),
        authors: authors(&page, tree),
        published: published(&page, tree, scope),
        language: page.language.as_deref().and_then(language).or_else(|| page.first(&["og:locale"], language)),
        url: page.canonical.as_deref().and_then(address).or_else(|| page.first(&["og:url"], address)),
        description: page.text(&["og:description", "description", "twitter:description"]),
        image: page.first(&["og:image", "og:image:url", "twitter:image"], address),
        section: page.text(&["article:section", "section"]),
        keywords: keywords(&page),
        site_name,
        ..Metadata::default()
    };
    Found { metadata, headline: outside.map(|(index, _)| index) }
}

/// The values of the page's head.
struct Page<'a> {
    /// The names of meta tags in lower case, and their values.
    values: Vec<(String, &'a str)>,
    title: Option<String>,
    canonical: Option<String>,
    language: Option<String>,
}

impl<'a> Page<'a> {
    fn new(tree: &'a Tree) -> Self {
        let mut page = Page { values: Vec::new(), title: None, canonical: None, language: None };
        for (index, node) in tree.nodes.iter().enumerate() {
            match node.tag {
                Some(Meta) => {
                    let value = tree.attribute(index, Attribute::Content).map(str::trim).unwrap_or_default();
                    let names = [Attribute::Property, Attribute::Name, Attribute::Itemprop];
                    let names = names.into_iter().filter_map(|name| tree.attribute(index, name));
                    if !value.is_empty() && value.len() <= LONGEST {
                        page.values.extend(names.map(|name| (name.trim().to_ascii_lowercase(), value)));
                    }
                }
                Some(Title) if page.title.is_none() => {
                    page.title = Some(text_of(tree, index)).filter(|title| !title.is_empty());
                }
                Some(Link) if tree.attribute_has(index, Attribute::Rel, &["canonical"]) => {
                    page.canonical =
                        page.canonical.take().or(tree.attribute(index, Attribute::Href).map(str::to_string));
                }
                Some(Html) => page.language = tree.attribute(index, Attribute::Lang).map(str::to_string),
                _ => {}
            }
        }
        page
    }

    /// The values under a name.
    fn all(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(other, _)| other == name).map(|(_, value)| *value)
    }

    /// The first value that is of its kind, under the first of the names that has one.
    fn first<T>(&self, names: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<T> {
        names.iter().find_map(|name| self.all(name).find_map(&read))
    }

    fn text(&self, names: &[&str]) -> Option<String> {
        self.first(names, |value| Some(words(value)))
    }
}

/// The first main heading within the scope, and the last before it or in the header of the page.
struct Headings {
    within: Option<String>,
    outside: Option<(usize, String)>,
}

impl Headings {
    fn new(tree: &Tree, scope: Scope) -> Self {
        let mut headings = Headings { within: None, outside: None };
        let (mut index, mut header) = (0, 0);
        while index < scope.end && headings.within.is_none() {
            let node = tree.nodes[index];
            let holds_scope = index <= scope.start && node.end as usize >= scope.end;
            let in_article = scope.mark == Mark::Article && index >= scope.start;
            match node.tag {
                Some(Header) if !in_article => header = header.max(node.end as usize),
                Some(_) if !holds_scope && is_left_out(tree, index, true) => {
                    index = node.end as usize;
                    continue;
                }
                Some(H1) => {
                    let words = text_of(tree, index);
                    let is_within = index >= scope.start && index >= header;
                    match words.is_empty() {
                        true => {}
                        false if is_within => headings.within = Some(words),
                        false => headings.outside = Some((index, words)),
                    }
                }
                _ => {}
            }
            index += 1;
        }
        headings
    }
}

fn authors(page: &Page, tree: &Tree) -> Vec<String> {
    const NAMES: [&str; 6] = ["author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl"];
    let mut authors = Vec::new();
    for name in NAMES {
        page.all(name).for_each(|value| add_names(value, &mut authors));
        if !authors.is_empty() {
            return authors;
        }
    }
    for (index, node) in tree.nodes.iter().enumerate() {
        let is_name = tree.attribute_has(index, Attribute::Rel, &["author"])
            || tree.attribute_has(index, Attribute::Itemprop, &["author"]);
        if is_name && node.tag.is_some_and(|tag| !tag.is_void()) {
            add_names(&text_of(tree, index), &mut authors);
        }
    }
    authors
}

/// Adds the names of a list that are new.
fn add_names(value: &str, authors: &mut Vec<String>) {
    for name in byline::listed(value) {
        // A single word is a login or the site's name.
        if name.contains(' ') && !authors.contains(&name) {
            authors.push(name);
        }
    }
}

fn published(page: &Page, tree: &Tree, scope: Scope) -> Option<String> {
    const NAMES: [&str; 12] = [
        "article:published_time",
        "datepublished",
        "og:published_time",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "dc.date",
        "pubdate",
        "publish-date",
        "date",
    ];
    page.first(&NAMES, date)
        .or_else(|| {
            let marked = |index: usize| tree.attribute_has(index, Attribute::Itemprop, &["datePublished"]);
            (0..tree.nodes.len()).filter(|index| marked(*index)).find_map(|index| date_of(tree, index))
        })
        .or_else(|| first_time(tree, scope))
}

/// The time that stands near the top of the article.
fn first_time(tree: &Tree, scope: Scope) -> Option<String> {
    let mut passed = 0;
    let mut index = scope.start;
    while index < scope.end && passed < TOP {
        match tree.nodes[index].tag {
            None => passed += tree.text(index).trim_ascii().len(),
            Some(Time) => {
                if let Some(date) = date_of(tree, index) {
                    return Some(date);
                }
            }
            Some(_) if is_left_out(tree, index, scope.mark == Mark::Article) && index != scope.start => {
                index = tree.nodes[index].end as usize;
                continue;
            }
            Some(_) => {}
        }
        index += 1;
    }
    None
}

fn date_of(tree: &Tree, index: usize) -> Option<String> {
    let attribute = |wanted| tree.attribute(index, wanted).and_then(date);
    attribute(Attribute::Datetime).or_else(|| attribute(Attribute::Content)).or_else(|| date(&text_of(tree, index)))
}

fn keywords(page: &Page) -> Vec<String> {
    let mut keywords: Vec<String> = Vec::new();
    let mut known = std::collections::HashSet::new();
    for name in ["article:tag", "news_keywords", "keywords"] {
        for keyword in page.all(name).flat_map(|value| value.split([',', ';'])).map(words) {
            if !keyword.is_empty() && known.insert(keyword.to_lowercase()) {
                keywords.push(keyword);
            }
        }
        if !keywords.is_empty() {
            break;
        }
    }
    keywords
}

/// A date in ISO 8601: the day, and the time where one is given in full.
fn date(value: &str) -> Option<String> {
    let value = value.trim();
    let mut scan = Scan::new(value);
    let day = calendar::date(&mut scan).filter(|date| date.year.is_some())?.iso();
    Some(match time(scan.rest()) {
        Some(time) => format!("{day}T{time}"),
        None => day,
    })
}

/// The time of the day behind an ISO date, with its zone, if it is one.
fn time(rest: &str) -> Option<String> {
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let two = |at: usize, most: u32| -> Option<u32> {
        let digits = rest.get(at..at + 2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse().ok().filter(|number| *number <= most)
    };
    let (hour, minute) = (two(0, 23)?, two(3, 59)?);
    let mut seconds = "00".to_string();
    let mut zone = rest.get(5..)?;
    if zone.starts_with(':') {
        seconds = format!("{:02}", two(6, 59)?);
        zone = rest.get(8..)?;
        if let Some(fraction) = zone.strip_prefix(['.', ',']) {
            zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    let zone = match zone.trim().as_bytes() {
        [] => String::new(),
        [b'Z' | b'z'] => "Z".to_string(),
        [sign @ (b'+' | b'-'), digits @ ..] => {
            let digits: Vec<u8> = digits.iter().copied().filter(|byte| *byte != b':').collect();
            if digits.len() != 4 && digits.len() != 2 || !digits.iter().all(u8::is_ascii_digit) {
                return None;
            }
            let digits = String::from_utf8(digits).ok()?;
            format!("{}{}:{}", *sign as char, &digits[..2], digits.get(2..4).unwrap_or("00"))
        }
        _ => return None,
    };
    (rest.as_bytes().get(2) == Some(&b':')).then(|| format!("{hour:02}:{minute:02}:{seconds}{zone}"))
}

/// A language tag in the case that BCP 47 recommends.
fn language(value: &str) -> Option<String> {
    let value = value.trim().replace('_', "-");
    let mut parts = value.split('-');
    let first = parts.next().filter(|first| (2..=3).contains(&first.len()))?;
    if value.len() > 35 || !first.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let mut tag = first.to_ascii_lowercase();
    for part in parts {
        if !(1..=8).contains(&part.len()) || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => {
                tag.push_str(&part[..1].to_ascii_uppercase());
                tag.push_str(&part[1..].to_ascii_lowercase());
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(tag)
}

/// An address with scheme and host; one without is taken from the page's own.
fn address(value: &str, base: Option<&str>) -> Option<String> {
    let value = value.trim();
    let is_clean =
        |value: &str| value.len() <= LONGEST && !value.contains(|c: char| c.is_whitespace() || c.is_control());
    let lower = value.get(..8).unwrap_or(value).to_ascii_lowercase();
    if !is_clean(value) {
        return None;
    }
    if let Some(scheme) = ["https://", "http://"].iter().find(|scheme| lower.starts_with(**scheme)) {
        let host = &value[scheme.len()..];
        return host.starts_with(|c: char| c.is_alphanumeric()).then(|| value.to_string());
    }
    let (scheme, rest) =
        base.and_then(|base| base.split_once("://")).filter(|(scheme, _)| scheme.starts_with("http"))?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
    if value.starts_with("//") {
        Some(format!("{scheme}:{value}"))
    } else {
        value.starts_with('/').then(|| format!("{scheme}://{host}{value}"))
    }
}

/// A title without the name of the site behind it or before it.
fn without_site(title: &str, site_name: Option<&str>) -> String {
    const SEPARATORS: [&str; 7] = [" | ", " - ", " – ", " — ", " :: ", " · ", " » "];
    let is_site = |part: &str| site_name.is_some_and(|site| site.eq_ignore_ascii_case(part.trim()));
    let count = |part: &str| part.split_whitespace().count();
    let last = SEPARATORS.iter().filter_map(|sign| title.rfind(sign).map(|at| (at, at + sign.len()))).max();
    let first = SEPARATORS.iter().filter_map(|sign| title.find(sign).map(|at| (at, at + sign.len()))).min();
    if let Some((at, behind)) = last {
        let (headline, site) = (&title[..at], &title[behind..]);
        if is_site(site) || site_name.is_none() && count(headline) >= 4 && count(site) <= 4 {
            return headline.trim().to_string();
        }
    }
    match first {
        Some((at, behind)) if is_site(&title[..at]) => title[behind..].trim().to_string(),
        _ => title.to_string(),
    }
}

/// The words of all text within an element, if they are few enough to be a value.
fn text_of(tree: &Tree, index: usize) -> String {
    let mut text = String::new();
    let inside = index + 1..tree.nodes[index].end as usize;
    if inside.len() > LONGEST {
        return text;
    }
    for inside in inside {
        if tree.nodes[inside].tag.is_some_and(|tag| tag.is_block() || tag == Br) {
            text.push(' ');
        }
        text.push_str(tree.text(inside));
        if text.len() > LONGEST {
            return String::new();
        }
    }
    words(&text)
}

/// The words with one space between each.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for (value, expected) in [
            ("2019-01-28", Some("2019-01-28")),
            ("2019-01-28T10:05:09Z", Some("2019-01-28T10:05:09Z")),
            ("2019-01-28T10:05", Some("2019-01-28T10:05:00")),
            ("2019-01-28 10:05:09.123+0300", Some("2019-01-28T10:05:09+03:00")),
            ("2019-01-28T10:05:09-05:30", Some("2019-01-28T10:05:09-05:30")),
            ("January 28, 2019", Some("2019-01-28")),
            ("Mon, 28 Jan 2019 10:05:09 GMT", Some("2019-01-28")),
            ("2019-01-28Tée", Some("2019-01-28")),
            ("2019-13-28", None),
            ("January 28", None),
            ("yesterday", None),
        ] {
            assert_eq!(date(value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn languages() {
        for (value, expected) in [
            ("en", Some("en")),
            ("EN-us", Some("en-US")),
            ("pt_BR", Some("pt-BR")),
            ("zh-hant-TW", Some("zh-Hant-TW")),
            ("", None),
            ("english", None),
            ("e n", None),
            ("de-", None),
            ("en-é", None),
        ] {
            assert_eq!(language(value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn addresses() {
        let base = Some("https://news.example/a/b?c");
        for (value, expected) in [
            ("https://news.example/x", Some("https://news.example/x")),
            ("/x/y", Some("https://news.example/x/y")),
            ("//cdn.example/x.png", Some("https://cdn.example/x.png")),
            ("javascript:alert(1)", None),
            ("https://", None),
            ("https:// a", None),
            ("x.png", None),
        ] {
            assert_eq!(address(value, base).as_deref(), expected, "{value}");
        }
        assert_eq!(address("/x", None), None);
    }

    #[test]
    fn titles() {
        for (title, site, expected) in [
            ("Storm shuts harbour | The Bergen Post", Some("The Bergen Post"), "Storm shuts harbour"),
            ("Storm shuts the old harbour - The Post", None, "Storm shuts the old harbour"),
            ("The Post: Storm", Some("The Post"), "The Post: Storm"),
            ("The Post | Storm shuts harbour", Some("The Post"), "Storm shuts harbour"),
            ("Harbour - a history", None, "Harbour - a history"),
            ("Storm - what we know | News", Some("Other"), "Storm - what we know | News"),
        ] {
            assert_eq!(without_site(title, site), expected, "{title}");
        }
    }
}
