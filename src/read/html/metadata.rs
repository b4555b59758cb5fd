//! What a page says of its article outside of the text.
//!
//! Finds: JSON-LD, OpenGraph and article properties, meta tags, the canonical address, microdata and RDFa of author,
//! headline and date, the page's title and language, the time near the top.
//! Evidence: a value is taken only in the form that it must have: a name of several words, a date of
//! the calendar, an address with its host. Others are passed over, and the next source is asked.

use std::ops::Range;

use super::dates::{month, read as date};
use super::linked_data::{self, LinkedData};
use super::scope::{Scope, is_left_out};
use super::tag::Tag::{self, *};
use super::tree::{Attribute, Tree};
use super::visible::{Visible, names_nobody};
use super::{clutter, dates};
use crate::article::Metadata;
use crate::read::byline;

/// The longest value, in bytes. Whatever is longer is no headline, name or address.
const LONGEST: usize = 2000;

/// The longest headline, in bytes.
const HEADLINE: usize = 250;

/// A time this far down the text, in bytes, is not that of the whole article.
const TOP: usize = 1500;

/// What stands between a headline and the name of a site.
const SEPARATORS: [&str; 12] = [" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", " ‹ ", " // ", " ~ "];

/// What the page says, and the element of a headline that stands outside of the scope.
pub(super) struct Found {
    pub metadata: Metadata,
    pub headline: Option<usize>,
}

/// Reads what the page says of the article.
pub(super) fn read(tree: &Tree, scope: Scope, base: Option<&str>) -> Found {
    let page = Page::new(tree);
    let data = linked_data::read(tree);
    let site_name = page.text(&["og:site_name", "application-name"]).or(data.site_name.as_deref().map(words));
    let home = page.canonical.as_deref().or(base).and_then(host);
    let titles = titles(&page, &data, site_name.as_deref(), home);
    let headlines = Headlines::new(tree, scope, site_name.as_deref());
    let heading = headlines.best(&titles, page.canonical.as_deref().or(base));
    let visible = Visible::new(tree, scope, heading.map(|heading| heading.index));
    let start = heading.map_or(scope.start, |heading| heading.index.min(scope.start));
    let outside = heading.filter(|heading| !(scope.start..scope.end).contains(&heading.index));
    let language = page
        .language
        .as_deref()
        .and_then(language)
        .or_else(|| page.first(&["og:locale"], language))
        .or_else(|| data.language.as_deref().and_then(language));
    let address = |value: &str| address(value, base);
    let given = |value: &Option<String>| value.as_deref().map(words).filter(|value| !value.is_empty());
    let section = page.text(&["article:section", "section"]).or_else(|| given(&data.section));
    let url = page.canonical.as_deref().and_then(address).or_else(|| page.first(&["og:url"], address));
    let modified = modified(&page, &data, &visible);
    let metadata = Metadata {
        headline: heading
            .map(|heading| headline_of(tree, heading, &titles))
            .map(|words| without_site_itself(&words, site_name.as_deref(), home).to_string())
            .map(|words| without_section(&words, section.as_deref()).to_string())
            .or(titles.into_iter().next()),
        authors: authors(&page, &data, &visible, site_name.as_deref()),
        published: published(&Sources {
            page: &page,
            data: &data,
            visible: &visible,
            tree,
            range: start..scope.end,
            url: url.as_deref().or(base),
            language: language.as_deref(),
            modified: modified.as_deref(),
        }),
        modified,
        language,
        url: url.or_else(|| data.url.as_deref().and_then(address)),
        description: page
            .text(&["og:description", "description", "twitter:description"])
            .or_else(|| given(&data.description)),
        image: page
            .first(&["og:image", "og:image:url", "twitter:image", "twitter:image:src"], address)
            .or_else(|| data.image.as_deref().and_then(address)),
        section,
        keywords: keywords(&page, &data),
        site_name,
        ..Metadata::default()
    };
    Found { metadata, headline: outside.map(|heading| heading.index) }
}

/// The headlines that the page's head names, the best first.
fn titles(page: &Page, data: &LinkedData, site_name: Option<&str>, home: Option<&str>) -> Vec<String> {
    // One word or two name the site or its section.
    let is_telling = |title: &str| !title.is_ascii() || title.split(' ').count() > 2;
    let named = [
        "og:title",
        "twitter:title",
        "dc.title",
        "parsely-title",
        "sailthru.title",
        "citation_title",
        "headline",
        "title",
    ]
    .into_iter()
    .flat_map(|name| page.all(name))
    .map(words);
    let shown = page.title.iter().filter(|title| is_telling(title)).cloned();
    let all = named.chain(shown).chain(data.headlines.iter().map(|title| words(title)));
    let is_title = |title: &String| !title.is_empty() && title.len() <= HEADLINE;
    let without_site = |title: &str| without_site(title, site_name, home);
    let mut titles: Vec<String> = all.map(|title| without_site(&without_site(&title))).filter(is_title).collect();
    // Some are cut to what fits on a card; another has the rest.
    let cut = |title: &str| title.strip_suffix("...").or(title.strip_suffix('…')).map(|cut| cut.trim_end().to_string());
    if let Some(cut) = titles.first().and_then(|title| cut(title))
        && let Some(whole) = titles.iter().position(|title| title.len() > cut.len() + 3 && title.starts_with(&cut))
    {
        titles.swap(0, whole);
    }
    titles
}

/// The values of the page's head.
struct Page<'a> {
    /// The letters of the names of meta tags, and their values.
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
                        let names = names.flat_map(str::split_ascii_whitespace);
                        page.values.extend(names.map(|name| (letters(name).map(char::from).collect(), value)));
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

    /// The values under a name, whatever signs are in it: "publish-date", "publish_date", "publishDate".
    fn all(&self, name: &'static str) -> impl Iterator<Item = &'a str> {
        let length = letters(name).count();
        let is_named = move |other: &str| other.len() == length && letters(name).eq(other.bytes());
        self.values.iter().filter(move |(other, _)| is_named(other)).map(|(_, value)| *value)
    }

    /// The first value that is of its kind, under the first of the names that has one.
    fn first<T>(&self, names: &[&'static str], read: impl Fn(&str) -> Option<T>) -> Option<T> {
        names.iter().find_map(|name| self.all(name).find_map(&read))
    }

    fn text(&self, names: &[&'static str]) -> Option<String> {
        self.first(names, |value| Some(words(value)))
    }
}

/// The letters and numbers of a name, in lower case.
fn letters(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase())
}

/// The page's main headings, and those below them.
struct Headlines {
    main: Vec<Heading>,
    lower: Vec<Heading>,
}

struct Heading {
    index: usize,
    words: String,
    /// Whether its name says that it is the article's.
    is_named: bool,
}

impl Headlines {
    /// All that are not hidden up to the end of the scope, but for those that only name the site.
    fn new(tree: &Tree, scope: Scope, site_name: Option<&str>) -> Self {
        const NAMES: [&str; 7] =
            ["article-headline", "article-title", "entry-title", "headline", "p-name", "post-title", "story-headline"];
        /// What is named as a heading and is none has no more nodes.
        const NODES: usize = 20;
        let mut headlines = Headlines { main: Vec::new(), lower: Vec::new() };
        let mut index = 0;
        while index < scope.end {
            let node = tree.nodes[index];
            let holds_scope = index <= scope.start && node.end as usize >= scope.end;
            if node.tag.is_some() && node.tag != Some(Header) && !holds_scope && is_left_out(tree, index, true) {
                index = node.end as usize;
                continue;
            }
            let is_heading = node.tag == Some(H1)
                || node.tag.is_some_and(|tag| !tag.is_void())
                    && tree.attribute_has(index, Attribute::Itemprop, &["headline"]);
            let is_named = || {
                let is_small = matches!(node.tag, Some(Div | P | Unknown(_))) && node.end as usize - index <= NODES;
                (is_small || node.tag.is_some_and(Tag::is_heading))
                    && tree.attribute_has(index, Attribute::Class, &NAMES)
            };
            if (is_heading || node.tag == Some(H2) || is_named()) && !names_site(tree, index) {
                let words = heading_words(tree, index);
                if !words.is_empty()
                    && !links_home(tree, index)
                    && site_name.is_none_or(|site| !site.eq_ignore_ascii_case(&words))
                {
                    let headings = if is_heading { &mut headlines.main } else { &mut headlines.lower };
                    let is_named = if is_heading { is_titled(tree, index) } else { is_named() };
                    headings.push(Heading { index, words, is_named });
                }
            }
            index += 1;
        }
        headlines
    }

    /// The main one that is likest to a title of the page's, or the only one that there is, unless the page's address
    /// says a title rather than it; where there is none, a lower one that says a title.
    fn best(&self, titles: &[String], url: Option<&str>) -> Option<&Heading> {
        /// Of all words at least so many hundredths are to be the same.
        const ALIKE: usize = 50;
        const SAME: usize = 70;
        const CLEARLY: usize = 20;
        let main = likest(&self.main, titles).filter(|(_, heading)| heading.words.len() <= HEADLINE);
        let lower = likest(&self.lower, titles).filter(|(alike, _)| *alike >= SAME);
        let Some((alike, heading)) = main else {
            let named = only(&self.lower, true);
            return lower.map(|(_, heading)| heading).or(named).filter(|_| self.main.is_empty());
        };
        if alike < ALIKE
            && !titles.is_empty()
            && let Some(named) = only(&self.main, true)
        {
            // Pages have titles of their own for those who search.
            return Some(named);
        }
        // The site's name may stand above the headline as the main heading.
        let is_site = |lower: &Heading| alike < ALIKE || likeness(&lower.words, &heading.words) == 0;
        if let Some((_, lower)) = lower.filter(|(most, lower)| *most > alike && is_site(lower)) {
            return Some(lower);
        }
        let in_url = |words: &str| {
            url.map_or(0, |url| likeness(words, url.rsplit('/').find(|part| part.contains('-')).unwrap_or("")))
        };
        let is_beaten = || titles.iter().any(|title| in_url(title) > in_url(&heading.words) + CLEARLY);
        if alike >= ALIKE || titles.is_empty() {
            return Some(heading);
        }
        let telling = only(&self.main, false);
        telling.filter(|_| !is_beaten())
    }
}

impl Heading {
    /// Whether it has more words than most names of sites and sections.
    fn says_much(&self) -> bool {
        self.words.split(' ').count() > 2
    }
}

/// The only heading that says much, of all or of those whose name says that they are the article's.
fn only(headings: &[Heading], of_named: bool) -> Option<&Heading> {
    let mut all = headings.iter().filter(|heading| heading.says_much() && (heading.is_named || !of_named));
    let first = all.next();
    if all.next().is_some() { None } else { first }
}

/// The words of the names of an element.
fn named(tree: &Tree, index: usize) -> impl Iterator<Item = &str> {
    /// So many are looked at.
    const NAMES: usize = 40;
    let names = [Attribute::Class, Attribute::Id].into_iter().filter_map(move |name| tree.attribute(index, name));
    names.flat_map(clutter::words).take(NAMES)
}

/// Whether an element's name says that it is a title.
fn is_titled(tree: &Tree, index: usize) -> bool {
    const NAMES: [&str; 4] = ["hed", "headline", "heading", "title"];
    named(tree, index).any(|word| NAMES.iter().any(|name| word.eq_ignore_ascii_case(name)))
}

/// Whether an element's name says that it holds the name of the site.
fn names_site(tree: &Tree, index: usize) -> bool {
    const NAMES: [&str; 5] = ["brand", "branding", "logo", "site", "sitename"];
    named(tree, index).any(|word| NAMES.iter().any(|name| word.eq_ignore_ascii_case(name)))
}

/// The words of a heading, without times and the rubric that stands in it.
fn heading_words(tree: &Tree, index: usize) -> String {
    const RUBRICS: [&str; 7] = ["badge", "eyebrow", "kicker", "label", "overline", "roofline", "topline"];
    let is_rubric = |inside: usize| {
        inside > index && named(tree, inside).any(|word| RUBRICS.iter().any(|name| word.eq_ignore_ascii_case(name)))
    };
    let words = text_without(tree, index, |inside| tree.nodes[inside].tag == Some(Time) || is_rubric(inside));
    if words.is_empty() { text_of(tree, index) } else { words }
}

/// The words of a heading, without a rubric or a line below that stand in it as parts of their own where a title says so.
fn headline_of(tree: &Tree, heading: &Heading, titles: &[String]) -> String {
    /// So many nodes are looked at.
    const PARTS: usize = 20;
    let end = tree.nodes[heading.index].end as usize;
    let mut parts = (heading.index + 1..end).take(PARTS);
    let part = parts.find_map(|index| {
        let text = if tree.nodes[index].tag.is_some() { text_of(tree, index) } else { words(tree.text(index)) };
        (text.len() < heading.words.len() && titles.contains(&text)).then_some(text)
    });
    part.unwrap_or_else(|| heading.words.clone())
}

/// The heading that is likest to a title, and how like.
fn likest<'a>(headings: &'a [Heading], titles: &[String]) -> Option<(usize, &'a Heading)> {
    let mut best: Option<(usize, &Heading)> = None;
    for heading in headings {
        let alike = titles.iter().map(|title| likeness(&heading.words, title)).max().unwrap_or(0);
        if best.is_none_or(|(most, _)| alike > most) {
            best = Some((alike, heading));
        }
    }
    best
}

/// Whether all of a heading is a link to the site's front page.
fn links_home(tree: &Tree, heading: usize) -> bool {
    let mut inside = heading + 1..tree.nodes[heading].end as usize;
    inside.any(|index| {
        tree.nodes[index].tag == Some(A)
            && tree.attribute(index, Attribute::Href).is_some_and(|href| {
                let path =
                    href.split_once("://").map_or(href, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
                matches!(path, "/" | "/index.html")
            })
    })
}

/// How many of the words of two headlines are the same, in hundredths. Each counts once.
fn likeness(one: &str, other: &str) -> usize {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words: Vec<String> = words.map(str::to_lowercase).take(100).collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let (one, other) = (words(one), words(other));
    let same = one.iter().filter(|word| other.binary_search(word).is_ok()).count();
    200 * same / (one.len() + other.len()).max(1)
}

fn authors(page: &Page, data: &LinkedData, visible: &Visible, site_name: Option<&str>) -> Vec<String> {
    const NAMES: &str = "author authors article:author article:author_name og:article:author og:author author_name \
        article_author_name parsely-author sailthru.author cxenseparse:author citation_author \
        citation_authors dc.creator dc.contributor.author dcsext.author dcterms.creator creator byl byline \
        twitter:data1";
    let sites = [site_name, data.publisher.as_deref()];
    let is_site = |name: &String| sites.iter().flatten().any(|site| site.eq_ignore_ascii_case(name));
    let people = |names: Vec<String>| -> Option<Vec<String>> {
        let mut people: Vec<String> = Vec::new();
        for name in names {
            if !is_site(&name) && !people.contains(&name) {
                people.push(name);
            }
        }
        (!people.is_empty()).then_some(people)
    };
    let named: Vec<String> = data.authors.iter().flat_map(|name| author_names(name)).collect();
    // A card says in words what its second value is.
    let is_by = |name: &str| {
        name != "twitter:data1"
            || page
                .text(&["twitter:label1"])
                .is_some_and(|label| ["by", "author"].iter().any(|word| label.to_lowercase().contains(word)))
    };
    // Libraries have the surname first.
    let in_order = |name: &str, value: &str| {
        let is_library = name.starts_with("citation") || name.starts_with("dc");
        match value.split_once(", ") {
            Some((last, first)) if is_library && !last.contains(' ') && !first.contains([',', ';']) => {
                format!("{first} {last}")
            }
            _ => value.to_string(),
        }
    };
    let tagged = || {
        NAMES
            .split(' ')
            .filter(|name| is_by(name))
            .find_map(|name| people(page.all(name).flat_map(|value| author_names(&in_order(name, value))).collect()))
    };
    let told = people(named.clone()).or_else(tagged);
    // Data may name whoever put the page up. Where readers are shown a byline of others, that is the newsroom's word;
    // so is any name near the headline where the data has that of an account or a newsroom.
    let shown = told.as_ref().and_then(|told| {
        let is_person = |name: &String| !byline::listed(name).is_empty() && name.contains(' ');
        let shown = if told.iter().any(is_person) { visible.byline() } else { visible.near_people() };
        people(shown).filter(|shown| !told.iter().any(|name| is_of(name, shown)))
    });
    let people_shown = || people(visible.authors());
    shown.or(told).or_else(people_shown).or_else(|| visible.called().map(|name| vec![name])).unwrap_or(named)
}

/// Whether a name is one of the given ones, or shares a word with one.
fn is_of(name: &str, others: &[String]) -> bool {
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_lowercase).collect() };
    others.iter().any(|other| words(other).iter().any(|word| words(name).contains(word)))
}

/// The names in a value that holds an author's name or those of several.
fn author_names(value: &str) -> Vec<String> {
    let value = words(value);
    let name = value.strip_prefix("By ").or_else(|| value.strip_prefix("by ")).unwrap_or(&value);
    let mut listed = byline::listed(&value);
    listed.retain(|name| !names_nobody(name));
    // A list is one of whole names, and behind them may stand degrees and offices. What begins otherwise is one name.
    if listed.iter().all(|name| name.contains(' ')) && listed.first().is_some_and(|first| name.starts_with(first)) {
        return listed;
    }
    let is_name = (2..=80).contains(&name.len())
        && !name.contains(['@', '/', '<', '{', '_'])
        && name.contains(char::is_alphabetic)
        && !names_nobody(name);
    if is_name { vec![name.to_string()] } else { Vec::new() }
}

/// Whatever may tell when the article was published.
struct Sources<'a> {
    page: &'a Page<'a>,
    data: &'a LinkedData,
    visible: &'a Visible<'a>,
    tree: &'a Tree,
    /// From the headline to the article's end.
    range: Range<usize>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    modified: Option<&'a str>,
}

fn published(sources: &Sources) -> Option<String> {
    const NAMES: &str = "article:published_time datepublished rnews:datepublished og:published_time og:article:published_time \
        article:published article:published_date article:post_date article.created article_publication_date \
        parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime \
        originalpublicationdate article_date_original analyticsattributes.articledate bt:pubdate \
        dcsext.articlefirstpublished dc.date.issued dc.issued dcterms.issued dc.date.created dc.created \
        dcterms.created dcterms.date dc.date.publication dc.date prism.publicationdate \
        citation_publication_date citation_online_date citation_date mediator_published_time \
        publication_date published_date published_time published publish_date publish_time pub_date \
        date_published rbpubdate article_date article_publish_date post_date release_date video:release_date \
        displaydate display_date og:pubdate og:publish_date og:regdate gentime pdate page_date doc_date \
        content_create_date date_created created date";
    let Sources { page, data, visible, tree, url, language, modified, .. } = *sources;
    let range = sources.range.clone();
    let told = told(page, data, NAMES, visible);
    // Where readers are shown another day than the data has, that is the newsroom's word.
    if let Some((told, shown)) = told.as_ref().zip(visible.opening_date(shown_date)) {
        let is_other = |date: &str| !dates::are_near(date, &shown);
        if is_other(told) && modified.is_none_or(is_other) {
            return Some(shown);
        }
    }
    told.or_else(|| marked_date(tree, range.clone()))
        .or_else(|| first_time(tree, range))
        .or_else(|| visible.date(shown_date))
        .or_else(|| {
            let order = language.map(|language| variety(language, page, url, tree));
            visible.date(|line| shown_in(line, |value| dates::ordered(value, order.as_deref()?)))
        })
        .or_else(|| date_in_scripts(tree))
        .or_else(|| url.and_then(date_in_address))
        .or_else(|| visible.date_behind(shown_date))
        .or_else(|| visible.date(shown_month))
        .or_else(|| modified.map(str::to_string))
        .or_else(|| visible.change(shown_month))
}

/// The date in an element that is marked as that of publication: in the article, or else anywhere.
fn marked_date(tree: &Tree, article: Range<usize>) -> Option<String> {
    const PROPERTIES: [&str; 5] =
        ["datePublished", "schema:datePublished", "dc:created", "dcterms:created", "schema:dateCreated"];
    const CLASSES: [&str; 2] = ["dt-published", "published"];
    const OF_ARTICLE: [&str; 5] = ["date", "dateline", "entry-date", "timeago", "timestamp"];
    let is_marked = |index: usize, classes: &[&str]| {
        [Attribute::Itemprop, Attribute::Property].iter().any(|name| tree.attribute_has(index, *name, &PROPERTIES))
            || tree.attribute(index, Attribute::Title).is_some() && tree.attribute_has(index, Attribute::Class, classes)
    };
    let read = |index| date_of(tree, index);
    let mut own = article.filter(|index| is_marked(*index, &CLASSES) || is_marked(*index, &OF_ARTICLE));
    let anywhere = || (0..tree.nodes.len()).filter(|index| is_marked(*index, &CLASSES)).find_map(read);
    own.find_map(read).or_else(anywhere)
}

/// The language with its country: where the page's own says none, that of its cards or its address.
fn variety(language: &str, page: &Page, url: Option<&str>, tree: &Tree) -> String {
    /// The countries of English that put the day first.
    const DAY_FIRST: [&str; 8] = ["au", "ie", "in", "ke", "ng", "nz", "uk", "za"];
    const MONTH_FIRST: [&str; 5] = ["edu", "gov", "mil", "ph", "us"];
    /// The longest text that a date is looked for in, in bytes.
    const SHORT: usize = 60;
    if language != "en" {
        return language.to_string();
    }
    let of_cards = page.first(&["og:locale"], self::language).filter(|locale| locale.starts_with("en-"));
    let of_host = || match url.and_then(host)?.rsplit('.').next()? {
        country if DAY_FIRST.contains(&country) => Some("en-GB"),
        country if MONTH_FIRST.contains(&country) => Some("en-US"),
        _ => None,
    };
    // Other dates of the page show in which order it writes them.
    let texts = || (0..tree.nodes.len()).map(|index| tree.text(index)).filter(|text| text.len() <= SHORT);
    let shown =
        || texts().filter(|text| text.contains('/')).flat_map(str::split_whitespace).find_map(dates::order_shown);
    of_cards.or_else(|| of_host().or_else(shown).map(str::to_string)).unwrap_or(language.to_string())
}

/// The date that the page's data names. Of several that differ it is the one that readers are shown.
fn told(page: &Page, data: &LinkedData, names: &'static str, visible: &Visible) -> Option<String> {
    let linked = data.published.iter().filter_map(|value| date(value));
    let tagged = names.split(' ').flat_map(|name| page.all(name)).filter_map(date);
    let told: Vec<String> = linked.chain(tagged).collect();
    let first = told.first()?;
    let is_shown = |told: &&String| visible.shows(told, shown_date);
    let differ = told.iter().any(|other| !dates::are_near(first, other));
    told.iter().find(|told| differ && is_shown(told)).or(Some(first)).cloned()
}

fn modified(page: &Page, data: &LinkedData, visible: &Visible) -> Option<String> {
    const NAMES: [&str; 9] = [
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "dcterms.modified",
        "dc.date.modified",
        "modified_date",
        "updated",
        "last-modified",
        "lastmod",
    ];
    let told = data.modified.iter().find_map(|value| date(value)).or_else(|| page.first(&NAMES, date));
    told.or_else(|| visible.change(shown_date))
}

/// The date in a short line that may say what is dated, or who wrote what.
fn shown_date(line: &str) -> Option<String> {
    shown_in(line, date)
}

/// What is read as a date from one of a short line's words on.
fn shown_in(line: &str, read: impl Fn(&str) -> Option<String>) -> Option<String> {
    /// More words than these beside the date make a sentence.
    const WORDS: usize = 12;
    if !line.contains(|c: char| c.is_ascii_digit()) || line.split(' ').count() > WORDS + 3 {
        return None;
    }
    let starts =
        line.char_indices().filter(|(at, c)| c.is_alphanumeric() && !line[..*at].ends_with(char::is_alphanumeric));
    starts.map(|(at, _)| at).find_map(|at| read(&line[at..]))
}

/// The month in a short line that says nothing else but what is dated.
fn shown_month(line: &str) -> Option<String> {
    const LONGEST: usize = 40;
    let behind = line.rsplit_once(": ").map_or(line, |(_, behind)| behind);
    let behind = ["Date ", "Published ", "Updated ", "Posted "]
        .iter()
        .find_map(|word| behind.strip_prefix(word))
        .unwrap_or(behind);
    if line.len() <= LONGEST { month(behind) } else { None }
}

/// The date in the data that a page's own scripts lay it out from.
fn date_in_scripts(tree: &Tree) -> Option<String> {
    // Without the first letter, which is a capital where another word stands before it.
    const KEYS: &str = "atePublished ate_published irstPublished irst_publish isplayDate isplay_date ubDate ub_date ublicationDate \
        ublication_date ublishDate ublish_date ublishedAt ublished_at ublishedDate ublishedTime ublished_time";
    /// What is left of a key and stands before its value.
    const BETWEEN: usize = 20;
    let scripts =
        (1..tree.nodes.len()).filter(|index| tree.nodes[index - 1].tag == Some(Script)).map(|index| tree.text(index));
    scripts
        .flat_map(|script| KEYS.split(' ').filter_map(move |key| script.find(key).map(|at| &script[at + key.len()..])))
        .find_map(|behind| {
            let (key, value) = behind.split_once(':').filter(|(key, _)| key.len() <= BETWEEN)?;
            let value = value.trim_start();
            let quoted = value.trim_start_matches(['"', '\\', '\'']);
            let ends: &[char] = if quoted.len() < value.len() { &['"', '\\', '\''] } else { &[',', '}', ' '] };
            if key.contains([',', '{', '}']) { None } else { date(quoted.split(ends).next()?) }
        })
}

/// The day that an address names: "/2024/05/03/", "/2024/may/03/", "/storm-2024-05-03", "/20240503/", "/202405/03/".
fn date_in_address(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest).split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let is_year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let is_number = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    // The numbers of a day, each in a part of its own or several in one.
    let numbers = path.split(|c: char| !c.is_ascii_alphanumeric()).skip(1).collect::<Vec<_>>();
    let in_numbers = |at: usize| {
        let next = |ahead: usize| numbers.get(at + ahead).copied().unwrap_or("");
        let (first, second, third) = (next(0), next(1), next(2));
        let is_short = |part: &str| is_number(part, 1) || is_number(part, 2);
        let (year, month, day) = match () {
            () if is_number(first, 8) => (&first[..4], &first[4..6], &first[6..]),
            () if is_number(first, 6) && is_short(second) => (&first[..4], &first[4..], second),
            () if is_year(first) && is_number(second, 4) => (first, &second[..2], &second[2..]),
            () if is_year(first) && is_short(second) && is_short(third) => (first, second, third),
            () => return None,
        };
        if is_year(year) { date(&format!("{year}-{month:0>2}-{day:0>2}")) } else { None }
    };
    let named = |parts: &[&str]| {
        let is_day = is_year(parts[0]) && parts[1].len() >= 3 && (1..=2).contains(&parts[2].len());
        is_day.then(|| date(&format!("{} {} {}", parts[2], parts[1], parts[0]))).flatten()
    };
    (0..numbers.len()).find_map(in_numbers).or_else(|| parts.windows(3).find_map(named))
}

/// The time that stands near the top of the article.
fn first_time(tree: &Tree, range: Range<usize>) -> Option<String> {
    let mut passed = 0;
    let mut index = range.start;
    while index < range.end && passed < TOP {
        match tree.nodes[index].tag {
            None => passed += tree.text(index).trim_ascii().len(),
            Some(_) if is_time(tree, index) && !is_of_change(tree, index) => {
                if let Some(date) = date_of(tree, index) {
                    return Some(date);
                }
            }
            Some(_) if is_left_out(tree, index, true) && index != range.start => {
                index = tree.nodes[index].end as usize;
                continue;
            }
            Some(_) => {}
        }
        index += 1;
    }
    None
}

/// Whether an element holds a time for machines, under whatever name.
fn is_time(tree: &Tree, index: usize) -> bool {
    tree.nodes[index].tag == Some(Time)
        || [Attribute::Datetime, Attribute::Timestamp].iter().any(|name| tree.attribute(index, *name).is_some())
}

/// Whether a time is said to be that of a change: by its marks, or by the words before it.
fn is_of_change(tree: &Tree, time: usize) -> bool {
    /// The words are in one of so many nodes before it.
    const BEFORE: usize = 6;
    let marks = [Attribute::Class, Attribute::Itemprop].into_iter().filter_map(|name| tree.attribute(time, name));
    let is_change = |text: &str| dates::of_change(text).is_some();
    let is_publication = |text: &str| text.to_ascii_lowercase().contains("publish");
    if marks.clone().any(is_publication) {
        return false;
    }
    let mut before = (time.saturating_sub(BEFORE)..time).rev().map(|index| tree.text(index).trim_ascii());
    marks.into_iter().any(is_change)
        || before.find(|text| !text.is_empty()).is_some_and(|text| text.len() <= 40 && is_change(text))
}

fn date_of(tree: &Tree, index: usize) -> Option<String> {
    let attribute = |wanted| tree.attribute(index, wanted).and_then(date);
    [Attribute::Datetime, Attribute::Timestamp, Attribute::Content, Attribute::Title]
        .into_iter()
        .find_map(attribute)
        .or_else(|| date(&text_of(tree, index)))
}

fn keywords(page: &Page, data: &LinkedData) -> Vec<String> {
    let mut keywords: Vec<String> = Vec::new();
    let mut known = std::collections::HashSet::new();
    let of_page = ["article:tag", "news_keywords", "keywords"].map(|name| page.all(name).collect::<Vec<_>>());
    for values in of_page.into_iter().chain([data.keywords.iter().map(String::as_str).collect()]) {
        for keyword in values.into_iter().flat_map(|value| value.split([',', ';'])).map(words) {
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
fn without_site(title: &str, site_name: Option<&str>, home: Option<&str>) -> String {
    let letters =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let spaced = title.replace('|', " | ").split_whitespace().collect::<Vec<_>>().join(" ");
    let title = if title.contains('|') { spaced.as_str() } else { title };
    if let Some((name, rest)) = title.split_once(": ")
        && (site_name.is_some_and(|site| site.eq_ignore_ascii_case(name))
            || home.is_some_and(|home| is_host(home, name)))
        && rest.split(' ').count() >= 3
    {
        return rest.to_string();
    }
    let home = home.map(letters).unwrap_or_default();
    let is_site = |part: &str| {
        let part = letters(part);
        // The site's own name, or an address made of it.
        part.len() > 2 && (site_name.is_some_and(|site| letters(site) == part) || home.contains(&part))
    };
    let count = |part: &str| part.split_whitespace().count();
    let last = SEPARATORS.iter().filter_map(|sign| title.rfind(sign).map(|at| (at, at + sign.len()))).max();
    let first = SEPARATORS.iter().filter_map(|sign| title.find(sign).map(|at| (at, at + sign.len()))).min();
    if let Some((at, behind)) = last {
        let (headline, site) = (&title[..at], &title[behind..]);
        if is_site(site) || site_name.is_none() && count(headline) >= 4 && count(site) <= 4 {
            // Before the site's name may stand its section.
            let whole = headline.split_once(" | ").map_or(headline, |(first, _)| first);
            return if count(whole) >= 4 { whole.trim() } else { headline.trim() }.to_string();
        }
    }
    match first {
        Some((at, behind)) if is_site(&title[..at]) => title[behind..].trim().to_string(),
        // Behind the name of the site stands what it is, with signs of its own.
        Some((at, behind))
            if count(&title[..at]) >= 4 && title[behind..].split(['|', '-', '–', '—', '·']).any(is_site) =>
        {
            title[..at].trim().to_string()
        }
        _ => title.to_string(),
    }
}

/// Whether a name is the one that a host is named by: "The Post" of "thepost.example".
fn is_host(host: &str, name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    host.split('.').next().is_some_and(|host| host.len() > 2 && letters.eq(host.chars()))
}

/// A headline without the site's own name behind it.
fn without_site_itself<'a>(headline: &'a str, site_name: Option<&str>, home: Option<&str>) -> &'a str {
    let last = SEPARATORS.iter().filter_map(|sign| headline.rfind(sign).map(|at| (at, at + sign.len()))).max();
    match last {
        Some((at, behind))
            if site_name.is_some_and(|site| site.eq_ignore_ascii_case(headline[behind..].trim()))
                || home.is_some_and(|home| is_host(home, &headline[behind..])) =>
        {
            headline[..at].trim_end()
        }
        _ => headline,
    }
}

/// A headline without the section behind a bar: "Storm shuts harbour | Opinion".
fn without_section<'a>(headline: &'a str, section: Option<&str>) -> &'a str {
    const RUBRICS: [&str; 10] = [
        "Analysis",
        "Column",
        "Commentary",
        "Editorial",
        "Exclusive",
        "Interview",
        "Letters",
        "Opinion",
        "Review",
        "Video",
    ];
    let Some((words, last)) = headline.rsplit_once(" | ") else { return headline };
    let is_section = |name: &str| name.eq_ignore_ascii_case(last);
    if RUBRICS.into_iter().chain(section).any(is_section) { words.trim_end() } else { headline }
}

/// The host of an address without "www.".
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

/// The words of all text within an element, if they are few enough to be a value.
fn text_of(tree: &Tree, index: usize) -> String {
    text_without(tree, index, |inside| tree.nodes[inside].tag == Some(Script))
}

/// The same, without what elements of a kind hold.
fn text_without(tree: &Tree, index: usize, is_left_out: impl Fn(usize) -> bool) -> String {
    let mut text = String::new();
    let inside = index + 1..tree.nodes[index].end as usize;
    if inside.len() > LONGEST {
        return text;
    }
    let mut behind = 0;
    for inside in inside {
        if tree.nodes[inside].tag.is_some() && is_left_out(inside) {
            behind = behind.max(tree.nodes[inside].end as usize);
        }
        if inside < behind {
            continue;
        }
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

/// The words with one space between each, without the signs that nobody sees.
fn words(text: &str) -> String {
    const UNSEEN: [char; 4] = ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'];
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.contains(UNSEEN) { words.replace(UNSEEN, "") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(without_site(title, site, None), expected, "{title}");
        }
    }
}
