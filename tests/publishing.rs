//! Pages in the markup of the systems that newsrooms publish with: of each what it tells of headline, day and
//! authors is read. The pages are our own; only the names of elements, classes and fields are those of the systems.

#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Debug;

use wirecopy::{Article, InputFormat, Metadata, Options, parse_article};

/// The running text of every page.
const TEXT: &str = "<p>Ships stayed in port for the whole of the night, and the pier was dry again by the morning. \
    The harbour master said that nobody had been hurt and that two boats had come loose from their moorings.</p>\
    <p>The ferry to the islands will sail at noon on Saturday, an hour later than it does on other days, because its \
    ramp has to be looked at first, and those who hold tickets for Friday may use them until the end of the month.</p>\
    <p>It was the third storm of the spring. The town has begun to raise the sea wall by a metre and a half, which will \
    take until the autumn of next year and cost more than the council had thought when it agreed to the work.</p>\
    <p>Fishermen who keep their boats in the inner basin were told to leave them there until the wind turns, and most \
    said that they would rather lose a day's catch than a boat, as three of them had done in the winter.</p>";

/// What links to other articles, as nearly every page has it beside its own.
const OTHERS: &str = "<div class='latest'><h3><a href=/2020/01/02/mill>Mill to close in the autumn</a></h3>\
    <span class='post-author'>By <a rel=author href=/author/kim-roe>Kim Roe</a></span> \
    <time class='entry-date published' datetime=2020-01-02>January 2, 2020</time></div>";

struct Page {
    system: &'static str,
    head: &'static str,
    /// `{text}` stands for the article's paragraphs.
    body: &'static str,
    authors: &'static [&'static str],
}

const HEADLINE: &str = "Storm shuts the old harbour for a second night";
const DAY: &str = "2024-05-03";

fn read(page: &Page) -> Article {
    let markup = format!(
        "<!doctype html><html lang=en-US><head>{}</head><body>{}{}<footer>© 2019 Courier</footer></body></html>",
        page.head,
        page.body.replace("{text}", TEXT),
        OTHERS
    );
    let options = Options {
        format: InputFormat::Html,
        url: Some("https://courier.example/news/storm-shuts-harbour".into()),
        ..Options::default()
    };
    parse_article(&markup, &options).unwrap()
}

/// Fails with every case that is not read as it should be: what it is, what is found, what is right.
#[track_caller]
fn check<T: PartialEq + Debug>(cases: impl IntoIterator<Item = (String, T, T)>) {
    let wrong = cases.into_iter().filter(|(_, found, right)| found != right);
    let wrong: Vec<String> = wrong.map(|(case, found, right)| format!("{case}: {found:?}, not {right:?}")).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn day(metadata: &Metadata) -> Option<String> {
    Some(metadata.published.as_deref()?.get(..10)?.to_string())
}

fn strings(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| name.to_string()).collect()
}

#[test]
fn systems() {
    check(PAGES.iter().map(|page| {
        let Article { text, metadata, .. } = read(page);
        let parts = ["Ships stayed", "The ferry to", "It was the third", "as three of them had done"];
        let is_whole = parts.iter().all(|part| text.contains(part)) && !text.contains("Mill to close");
        let found = (metadata.headline.clone(), day(&metadata), metadata.authors, is_whole);
        (page.system.to_string(), found, (Some(HEADLINE.into()), Some(DAY.into()), strings(page.authors), true))
    }));
}

/// The metadata of a page with something in its head and under its headline.
fn metadata(head: &str, under: &str) -> Metadata {
    let markup = format!(
        "<!doctype html><html lang=en><head>{head}</head><body><header><a href=/>Courier</a></header><main><article>\
         <h1>{HEADLINE}</h1>{under}{TEXT}</article></main>{OTHERS}</body></html>"
    );
    let options = Options { format: InputFormat::Html, ..Options::default() };
    parse_article(&markup, &options).unwrap().metadata
}

#[test]
fn bylines() {
    let cases = [
        ("<p>By Ana Mota | Elmford Courier</p>", &["Ana Mota"][..]),
        ("<p>By Ana Mota | May 3, 2024</p>", &["Ana Mota"]),
        ("<p>Ana Mota, Staff writer</p>", &["Ana Mota"]),
        ("<p>Ana Mota | Staff Writer</p>", &["Ana Mota"]),
        ("<p>Written by <b>Ana Mota</b>, Courier Staff</p>", &["Ana Mota"]),
        ("<p>Text: Ana Mota, Foto: Kim Lund</p>", &["Ana Mota"]),
        ("<p>Story by Ana Mota, photographs by Kim Lund</p>", &["Ana Mota"]),
        ("<p>By Ana Mota, Eva Lind and Jo Berg</p>", &["Ana Mota", "Eva Lind", "Jo Berg"]),
        ("<p>By ANA MOTA and EVA LIND<br>The Associated Press</p>", &["ANA MOTA", "EVA LIND"]),
        ("<p>By Ana Mota, The Associated Press</p>", &["Ana Mota"]),
        ("<p>By Ana Mota with Eva Lind</p>", &["Ana Mota", "Eva Lind"]),
        ("<p>by Ana Mota &amp; Eva Lind</p>", &["Ana Mota", "Eva Lind"]),
        ("<p>By Ana Mota/Elmford Courier</p>", &["Ana Mota"]),
        ("<p>By Ana Mota on May 3, 2024 at 10:15 am</p>", &["Ana Mota"]),
        ("<p>Posted by Ana Mota on May 3, 2024</p>", &["Ana Mota"]),
        ("<p>Published by Ana Mota on May 3, 2024</p>", &["Ana Mota"]),
        ("<p>Posted on May 3, 2024 by Ana Mota</p>", &["Ana Mota"]),
        ("<p>May 3, 2024 | By Ana Mota</p>", &["Ana Mota"]),
        ("<p>May 3, 2024 by <a href=/x>Ana Mota</a> | Weather</p>", &["Ana Mota"]),
        ("<p>Elmford Courier | By Ana Mota</p>", &["Ana Mota"]),
        ("<div>By</div><div>Ana Mota</div><div>Staff Writer</div>", &["Ana Mota"]),
        ("<div>By:</div><div><a>Ana Mota</a>, <a>Eva Lind</a></div>", &["Ana Mota", "Eva Lind"]),
        ("<ul class=authors><li>Ana Mota<li>Eva Lind</ul>", &["Ana Mota", "Eva Lind"]),
        ("<div class=byline><a href=/a>Ana Mota</a><a href=/b>Eva Lind</a></div>", &["Ana Mota", "Eva Lind"]),
        ("<div class=author-info><img alt=x><p class=name>Ana Mota</p><p>Reporter</p></div>", &["Ana Mota"]),
        ("<address class=byline>By <a href=/x>Ana Mota</a></address>", &["Ana Mota"]),
        ("<p class=byline>Ana Mota ana@courier.example</p>", &["Ana Mota"]),
        ("<p class=byline>ana@courier.example</p>", &[]),
        ("<p class=byline>@anamota</p>", &[]),
        ("<p class=author>admin</p>", &[]),
        ("<p class=author>By Staff</p>", &[]),
        ("<p class=byline>By STAFF REPORTS</p>", &[]),
        ("<p class=byline>By Courier Staff</p>", &["Courier Staff"]),
        ("<p class=byline>By O. B. Roe-O’Neill Jr.</p>", &["O. B. Roe-O’Neill Jr."]),
        ("<p class=byline>By Ana de la Mota and Kim van der Roe</p>", &["Ana de la Mota", "Kim van der Roe"]),
        ("<p class=byline>By Dr. Ana Mota</p>", &["Dr. Ana Mota"]),
        ("<p class=byline>Por Ana Mota y Eva Lind</p>", &["Ana Mota", "Eva Lind"]),
        ("<p>Von Ana Mota, Elmford</p>", &["Ana Mota"]),
        ("<p>Par Ana Mota avec Eva Lind</p>", &["Ana Mota", "Eva Lind"]),
        ("<p>Di Ana Mota</p>", &["Ana Mota"]),
        ("<p>Photo by Kim Lund</p>", &[]),
        (
            "<figure><img><figcaption>Photo by <a href=/people/kim-lund>Kim Lund</a></figcaption></figure><p>By Ana Mota</p>",
            &["Ana Mota"],
        ),
        ("<p>Edited by Kim Lund</p><p>By Ana Mota</p>", &["Ana Mota"]),
        ("<p>By <a href=/author/ana>Ana Mota</a></p><p>Edited by <a href=/author/kim>Kim Lund</a></p>", &["Ana Mota"]),
        ("<p>Medically reviewed by <a class=author>Kim Lund</a> — By <a class=author>Ana Mota</a></p>", &["Ana Mota"]),
        ("<span class=author-label>Author:</span> <span>Ana Mota</span>", &["Ana Mota"]),
        ("<dl><dt>Author</dt><dd>Ana Mota</dd><dt>Date</dt><dd>3 May 2024</dd></dl>", &["Ana Mota"]),
        ("<table><tr><th>By</th><td>Ana Mota</td></tr></table>", &["Ana Mota"]),
        ("<p><strong>Ana Mota</strong><br>Harbour Correspondent</p>", &["Ana Mota"]),
        ("<a href=/category/world-news>World News</a> <time datetime=2024-05-03>3 May</time>", &[]),
    ];
    check(cases.map(|(under, authors)| (under.to_string(), metadata("", under).authors, strings(authors))));
}

#[test]
fn authors_in_the_head() {
    let cases = [
        ("<meta name=author content='By Ana Mota'>", &["Ana Mota"][..]),
        ("<meta name=author content='Ana Mota | Elmford Courier'>", &["Ana Mota"]),
        (
            "<meta property=og:site_name content='Elmford Courier'><meta name=author content='Ana Mota, Elmford Courier'>",
            &["Ana Mota"],
        ),
        ("<meta name=author content='Ana Mota, Eva Lind'>", &["Ana Mota", "Eva Lind"]),
        ("<meta name=author content='Ana Mota;Eva Lind'>", &["Ana Mota", "Eva Lind"]),
        ("<meta name=author content='ANA MOTA'>", &["ANA MOTA"]),
        ("<meta name=author content='Ana Mota (ana@courier.example)'>", &["Ana Mota"]),
        ("<meta property=article:author content='Ana Mota'>", &["Ana Mota"]),
        ("<meta property=article:author content='https://courier.example/author/ana'>", &[]),
        ("<meta name=twitter:creator content='@anamota'>", &[]),
        ("<meta property=og:article:author content='Ana Mota'>", &["Ana Mota"]),
        ("<meta property=og:author content='Ana Mota'>", &["Ana Mota"]),
        (
            "<meta name=cXenseParse:author content='Ana Mota'><meta name=cXenseParse:author content='Eva Lind'>",
            &["Ana Mota", "Eva Lind"],
        ),
        ("<meta name=DC.creator content='Ana Mota'>", &["Ana Mota"]),
        ("<meta name=dcterms.creator content='Mota, Ana'>", &["Ana Mota"]),
        ("<meta name=parsely-author content='Ana Mota'>", &["Ana Mota"]),
        ("<meta name=byl content='By Ana Mota and Eva Lind'>", &["Ana Mota", "Eva Lind"]),
        ("<meta name=author content=admin>", &[]),
        ("<meta name=author content='Courier Staff'>", &["Courier Staff"]),
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":\"By Ana Mota\"}</script>",
            &["Ana Mota"],
        ),
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"By Ana Mota, Elmford Courier\"},\"publisher\":{\"name\":\"Elmford Courier\"}}</script>",
            &["Ana Mota"],
        ),
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":\"Person\",\"givenName\":\"Ana\",\"familyName\":\"Mota\"}]}</script>",
            &["Ana Mota"],
        ),
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[],\"creator\":[\"Ana Mota\"]}</script>",
            &["Ana Mota"],
        ),
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"@list\":[{\"name\":\"Ana Mota\"}]}}</script>",
            &["Ana Mota"],
        ),
        (
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[[{\"name\":\"Ana Mota\"}]]}</script>",
            &["Ana Mota"],
        ),
    ];
    check(cases.map(|(head, authors)| (head.to_string(), metadata(head, "").authors, strings(authors))));
}

#[test]
fn days() {
    let under = [
        "<p>Posted on May 3, 2024</p>",
        "<p>Published: 03 May 2024</p>",
        "<p>Published 3rd May 2024, 10:00</p>",
        "<p>PUBLISHED: 14:02, 3 May 2024 | UPDATED: 14:10, 4 May 2024</p>",
        "<p>First published on Fri 3 May 2024 10.00 BST</p>",
        "<p>Updated 10:02 AM EDT, Sat May 4, 2024</p><p>Published 9:00 AM EDT, Fri May 3, 2024</p>",
        "<p>May 3rd, 2024</p>",
        "<p>Fri, May 3rd 2024 10:00am</p>",
        "<p>3 May, 2024</p>",
        "<p>2024/05/03 10:00</p>",
        "<p>2024.05.03.</p>",
        "<p>03.05.2024, 10:00 Uhr</p>",
        "<p>3 de mayo de 2024</p>",
        "<p>3 mai 2024 à 10h00</p>",
        "<p>3 maggio 2024</p>",
        "<p>5/3/2024 10:00 AM EST</p>",
        "<p>5/3/2024</p><aside>Tides of 4/22/2024</aside>",
        "<p>MAY 3 2024</p>",
        "<p>May&nbsp;3,&nbsp;2024</p>",
        "<p>Last modified on Sat 4 May 2024. Published on Fri 3 May 2024</p>",
        "<p>Date: May 3, 2024</p>",
        "<p>Issue of May 3, 2024</p>",
        "<p>Elmford, Friday May 3, 2024</p>",
        "<div>Updated <span>May 4, 2024</span></div><div>Published <span>May 3, 2024</span></div>",
        "<time>May 3, 2024</time>",
        "<time datetime='2024-05-03 10:00:00 UTC'>3 hours ago</time>",
        "<time datetime='Fri May 03 2024 10:00:00 GMT+0000 (Coordinated Universal Time)'>x</time>",
        "<time pubdate datetime=2024-05-03>x</time>",
        "<relative-time datetime=2024-05-03T10:00:00Z>2 years ago</relative-time>",
        "<amp-timeago datetime=2024-05-03T10:00:00Z>2 years ago</amp-timeago>",
        "<span class=date data-date=2024-05-03T10:00:00Z>2 years ago</span>",
        "<span data-timestamp=1714730400>2 years ago</span>",
        "<span data-utime=1714730400>2 years ago</span>",
        "<span class=dateline title='May 3, 2024'>2 years ago</span>",
        "<span class=timeago title=2024-05-03T10:00:00Z>2 years ago</span>",
        "<span class=published title=2024-05-03T10:00:00Z>2 years ago</span>",
        "<meta itemprop=datePublished content=2024-05-03>",
        "<script>var article = {publishedAt: '2024-05-03T10:00:00Z'}</script>",
        "<script>dataLayer = [{\"articlePublishDate\":\"2024-05-03 10:00:00\"}]</script>",
        "<script>window.__STATE__ = \"{\\\"publishDate\\\":\\\"2024-05-03T10:00:00Z\\\"}\"</script>",
        "<script>utag_data = {\"article_publication_date\":\"20240503\"}</script>",
        "<script>x = {\"firstPublished\":1714730400000}</script>",
        "<script>x = {\"pub_date\":\"May 3, 2024 10:00 AM\"}</script>",
    ];
    let addresses = [
        "https://courier.example/2024/05/03/storm/",
        "https://courier.example/news/2024/5/3/storm.html",
        "https://courier.example/2024/may/3/storm",
        "https://courier.example/2024-05-03/storm",
        "https://courier.example/storm-2024-05-03/",
        "https://courier.example/storm-2024-05-03.html",
        "https://courier.example/20240503/storm",
        "https://courier.example/storm-20240503.html",
        "https://courier.example/2024/0503/storm",
        "https://courier.example/202405/03/storm",
    ];
    let heads = [
        "<meta name=pubdate content='Fri, 03 May 2024 10:00:00 +0200'>",
        "<meta name=DC.date.issued content='2024-05-03'>",
        "<meta property=article:published_time content='May 3, 2024 10:00 AM'>",
        "<meta property=article:published_time content='2024-05-03T10:00:00.000+0000'>",
        "<meta property=article:published_time content='1714730400'>",
        "<meta property=og:pubdate content='2024-05-03'>",
        "<meta name=date content='03 May 2024'>",
        "<meta name=citation_online_date content='2024/05/03'>",
        "<meta name=dcterms.date content='2024-05-03T00:00:00'>",
        "<meta name=article_publish_date content='2024-05-03'>",
        "<meta property=video:release_date content='2024-05-03'>",
        "<meta itemprop=dateCreated content='2024-05-03'>",
        "<meta name='cXenseParse:recs:publishtime' content='2024-05-03T10:00:00Z'>",
        "<meta name='cXenseParse:publishtime' content='2024-05-03T10:00:00Z'>",
    ];
    let addresses = addresses.map(|address| format!("<link rel=canonical href={address}>"));
    let heads = heads.iter().copied().chain(addresses.iter().map(String::as_str));
    let cases = under.iter().map(|under| ("", *under)).chain(heads.map(|head| (head, "")));
    check(cases.map(|(head, under)| (format!("{head}{under}"), day(&metadata(head, under)), Some(DAY.into()))));
}

#[test]
fn headlines() {
    let cases = [
        ("<title>{} | Weather | Elmford Courier</title>", ""),
        ("<title>{} :: Elmford Courier</title>", ""),
        ("<title>{} — Weather — Elmford Courier</title>", ""),
        (
            "<title>{} - Elmford Courier | News, Weather, Sport</title><meta property=og:site_name content='Elmford Courier'>",
            "",
        ),
        ("<title>Elmford Courier - {}</title><meta property=og:site_name content='Elmford Courier'>", ""),
        ("<title>Elmford Courier</title>", "<div class=entry-title>{}</div>"),
        ("<title>Elmford Courier</title>", "<p class=headline>{}</p>"),
        ("<title>Elmford Courier</title>", "<h2 class=article-title>{}</h2>"),
        ("<title>{}</title>", "<h2>{}</h2>"),
        ("<title>{}</title>", "<h3>{}</h3>"),
        (
            "<title>Storm shuts the old harbour for a... | Courier</title><meta property=og:title content='Storm shuts the old harbour for a…'>",
            "<h1>{}</h1>",
        ),
        ("<title>{}</title><meta property=og:title content='Storm shuts the old harbour for a…'>", ""),
        ("<title>Opinion | {}</title>", "<h1>{}</h1>"),
        ("<title>Harbour closed again: live updates</title>", "<h1 class=story-title>{}</h1>"),
        ("<title>Harbour closed again: live updates</title>", "<h1>{}</h1>"),
        ("<title>Harbour closed again | Courier</title>", "<h1>Elmford Courier</h1><h1>{}</h1>"),
        ("<title>{}</title>", "<h1 class=site-title>Elmford Courier of the Coast</h1><h1>{}</h1>"),
        ("<title>{}</title>", "<div id=logo><h1>The Elmford Courier and Mail</h1></div><h1>{}</h1>"),
        ("<title>{}</title>", "<h1><span class=kicker>Weather</span>{}</h1>"),
        ("<title>{}</title>", "<h1><small class=eyebrow>Weather</small> {}</h1>"),
        ("<title>{}</title>", "<h1>{} <span class=badge>Premium</span></h1>"),
        ("<title>{}</title>", "<h1>{}<a class=sr-only href=#top>Link to heading</a></h1>"),
        ("<title>{}</title>", "<h1>{}<button>Share</button></h1>"),
        ("<title>{}</title>", "<h1><a href=/news/storm>{}</a></h1><h2>The pier reopens on Saturday</h2>"),
        ("<title>{}</title>", "<div class=modal><h1>Subscribe to our newsletter today</h1></div><h1>{}</h1>"),
        (
            "<meta property=og:title content='{} | Elmford Courier'><meta property=og:site_name content='Elmford Courier'>",
            "",
        ),
        ("<meta name=title content='{}'>", ""),
        ("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"{}\"}</script>", ""),
    ];
    check(cases.map(|(head, body)| {
        let markup = format!(
            "<!doctype html><html lang=en><head>{}</head><body><article>{}{TEXT}</article>{OTHERS}</body></html>",
            head.replace("{}", HEADLINE),
            body.replace("{}", HEADLINE)
        );
        let options = Options { format: InputFormat::Html, ..Options::default() };
        let found = parse_article(&markup, &options).unwrap().metadata.headline;
        (format!("{head} {body}"), found, Some(HEADLINE.into()))
    }));
}

const PAGES: &[Page] = &[
    Page {
        system: "WordPress, a plain theme",
        head: "<title>Storm shuts the old harbour for a second night – Elmford Courier</title><meta name=generator content='WordPress 6.5'>",
        body: "<article class='post type-post hentry'><header class=entry-header><h1 class=entry-title>Storm shuts the old harbour for a second night</h1><div class=entry-meta><span class=posted-on>Posted on <a href=/x rel=bookmark><time class='entry-date published' datetime=2024-05-03T18:02:11+00:00>May 3, 2024</time><time class=updated datetime=2024-06-01T08:00:00+00:00>June 1, 2024</time></a></span><span class=byline> by <span class='author vcard'><a class='url fn n' href=/author/ana/>Ana Mota</a></span></span></div></header><div class=entry-content>{text}</div><footer class=entry-footer><span class=cat-links>Posted in <a rel='category tag'>Weather</a></span></footer></article>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "WordPress, blocks, two authors of a plugin",
        head: "<title>Storm shuts the old harbour for a second night</title>",
        body: "<main class=wp-block-group><h1 class=wp-block-post-title>Storm shuts the old harbour for a second night</h1><div class=wp-block-post-date><time datetime=2024-05-03T10:00:00-04:00>May 3, 2024</time></div><div class=wp-block-co-authors-plus><span class=wp-block-co-authors-plus__prefix>By </span><p class=wp-block-co-authors-plus-name><a href=/author/ana rel=author title='Posts by Ana Mota'>Ana Mota</a></p><span> and </span><p class=wp-block-co-authors-plus-name><a href=/author/eva rel=author>Eva Lind</a></p></div><div class=entry-content>{text}</div></main>",
        authors: &["Ana Mota", "Eva Lind"],
    },
    Page {
        system: "WordPress, Yoast without an author object",
        head: "<title>Storm shuts the old harbour for a second night | Elmford Courier</title><meta property=og:title content='Storm shuts the old harbour for a second night | Elmford Courier'><meta property=og:site_name content='Elmford Courier'><meta property=article:published_time content=2024-05-03T10:00:00+00:00><meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ana Mota'><meta name=twitter:label2 content='Est. reading time'><meta name=twitter:data2 content='3 minutes'>",
        body: "<div id=content><h1>Storm shuts the old harbour for a second night</h1>{text}</div>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "WordPress, a magazine theme (td)",
        head: "<title>Storm shuts the old harbour for a second night | Courier</title>",
        body: "<div class=td-post-header><ul class=td-category><li><a href=/weather>Weather</a></ul><h1 class=tdb-title-text>Storm shuts the old harbour for a second night</h1><div class=td-module-meta-info><div class=td-post-author-name><div class=td-author-by>By</div> <a href=/author/ana/>Ana Mota</a><div class=td-author-line> - </div></div><span class=td-post-date><time class='entry-date updated td-module-date' datetime=2024-05-03T10:00:00+00:00>May 3, 2024</time></span><div class=td-post-views>204</div></div></div><div class=td-post-content>{text}</div>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Newspack",
        head: "<title>Storm shuts the old harbour for a second night - Courier</title>",
        body: "<main id=main class=site-main><article class=hentry><header class='entry-header'><h1 class='entry-title entry-title--with-subtitle'>Storm shuts the old harbour for a second night</h1><div class=newspack-post-subtitle>The pier reopens on Saturday</div><div class=entry-subhead><div class=entry-meta><span class=byline><span>by</span> <span class='author vcard'><a class='url fn n' href=/author/ana/>Ana Mota</a></span> and <span class='author vcard'><a class='url fn n' href=/author/eva/>Eva Lind</a></span></span><span class=posted-on><time class='entry-date published' datetime=2024-05-03T10:00:00-05:00>May 3, 2024</time></span></div></div></header><div class=entry-content>{text}</div></article></main>",
        authors: &["Ana Mota", "Eva Lind"],
    },
    Page {
        system: "Arc",
        head: "<title>Storm shuts the old harbour for a second night – The Courier</title><script id=fusion-metadata>window.Fusion=window.Fusion||{};Fusion.globalContent={\"_id\":\"X\",\"display_date\":\"2024-05-03T09:00:00.000Z\",\"first_publish_date\":\"2024-05-03T09:00:00Z\"}</script>",
        body: "<main><article><div class=b-overline><a href=/weather>Weather</a></div><h1 class=b-headline>Storm shuts the old harbour for a second night</h1><h2 class=b-subheadline>The pier reopens on Saturday</h2><div class=b-byline>By <span class=b-byline__names><a href=/author/ana-mota class=b-byline__name>Ana Mota</a></span></div><section class=b-article-body>{text}</section></article></main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Drupal",
        head: "<title>Storm shuts the old harbour for a second night | Elmford Courier</title><meta name=Generator content='Drupal 10'>",
        body: "<main role=main><h1 class=page-title><span class='field field--name-title'>Storm shuts the old harbour for a second night</span></h1><article class='node node--type-article'><footer class=node__meta><div class=node__submitted>Submitted by <span class='field field--name-uid'><a title='View user profile.' href=/user/7 class=username>Ana Mota</a></span> on <span class='field field--name-created'><time datetime=2024-05-03T10:00:00+00:00>Fri, 05/03/2024 - 10:00</time></span></div></footer><div class=node__content><div class='field--name-body'>{text}</div></div></article></main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Drupal, RDFa",
        head: "<title>Storm shuts the old harbour for a second night | Elmford Courier</title>",
        body: "<div id=main><h1 class=title id=page-title>Storm shuts the old harbour for a second night</h1><div class='node node-article' about=/a typeof='sioc:Item foaf:Document'><span property='dc:title' content='Storm shuts the old harbour for a second night' class=rdf-meta></span><div class=submitted><span property='dc:date dc:created' content='2024-05-03T10:00:00+00:00' datatype='xsd:dateTime' rel=sioc:has_creator>Submitted by <span class=username typeof=sioc:UserAccount property=foaf:name>Ana Mota</span> on Fri, 05/03/2024 - 10:00</span></div><div class='field-name-body'>{text}</div></div></div>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Joomla",
        head: "<title>Storm shuts the old harbour for a second night</title><meta name=author content='Ana Mota'><meta name=generator content='Joomla! - Open Source Content Management'>",
        body: "<div class='item-page' itemscope itemtype='https://schema.org/Article'><div class=page-header><h2 itemprop=headline>Storm shuts the old harbour for a second night</h2></div><dl class='article-info text-muted'><dt class=article-info-term>Details</dt><dd class=createdby itemprop=author itemscope>Written by: <span itemprop=name>Ana Mota</span></dd><dd class=published><time datetime=2024-05-03T10:00:00+00:00 itemprop=datePublished>Published: 03 May 2024</time></dd><dd class=hits>Hits: 204</dd></dl><div itemprop=articleBody>{text}</div></div>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Blox (TownNews)",
        head: "<title>Storm shuts the old harbour for a second night | News | courier.example</title><meta property=og:title content='Storm shuts the old harbour for a second night'>",
        body: "<article class='asset story'><header class=asset-header><h1 class=headline><span>Storm shuts the old harbour for a second night</span></h1><div class=meta><span><ul class='list-inline'><li><span itemprop=author class=tnt-byline>By Ana Mota ana.mota@courier.example</span></li><li class='visible-print'><time datetime=2024-05-03T05:00:00-05:00 class=asset-date>May 3, 2024</time></li><li class=hidden-print><time datetime=2024-05-03T05:00:00-05:00 class='tnt-date asset-date text-muted'>May 3, 2024</time></li></ul></span></div></header><div class=asset-content><div class=subscriber-preview>{text}</div></div></article>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Ghost",
        head: "<title>Storm shuts the old harbour for a second night</title><meta property=article:published_time content=2024-05-03T09:00:00.000Z><meta property=article:author content='https://www.facebook.com/courier'>",
        body: "<main><article class='gh-article post'><header class=gh-article-header><h1 class=gh-article-title>Storm shuts the old harbour for a second night</h1><div class=gh-article-meta><div class=gh-article-author-image><a href=/author/ana/><img alt='Ana Mota'></a></div><div class=gh-article-meta-wrapper><h4 class=gh-article-author-name><a href=/author/ana/>Ana Mota</a></h4><div class=gh-article-meta-content><time datetime=2024-05-03>May 3, 2024</time><span class=gh-article-meta-length>— 3 min read</span></div></div></div></header><section class=gh-content>{text}</section></article></main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Medium",
        head: "<title>Storm shuts the old harbour for a second night | by Ana Mota | Elmford Notes | Medium</title><meta property=og:title content='Storm shuts the old harbour for a second night'><meta property=article:published_time content=2024-05-03T09:10:11.000Z>",
        body: "<article><div><h1 class=pw-post-title>Storm shuts the old harbour for a second night</h1><div><a href=https://medium.example/@ana?source=post_page rel='noopener follow'><img alt='Ana Mota'></a><a data-testid=authorName href=https://medium.example/@ana?source=post_page>Ana Mota</a><span>·</span><button>Follow</button><span data-testid=storyReadTime>4 min read</span><span data-testid=storyPublishDate>May 3, 2024</span></div>{text}</div></article>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Substack",
        head: "<title>Storm shuts the old harbour for a second night</title><meta property=og:title content='Storm shuts the old harbour for a second night'>",
        body: "<article class='newsletter-post post'><div class=post-header><h1 class='post-title published'>Storm shuts the old harbour for a second night</h1><h3 class=subtitle>The pier reopens on Saturday</h3><div class=byline-wrapper><div class=pencraft><a href=https://substack.example/@ana>Ana Mota</a></div><div class='pencraft meta'>May 03, 2024</div></div></div><div class='available-content'><div class='body markup'>{text}</div></div></article>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Blogger",
        head: "<title>Elmford Notes: Storm shuts the old harbour for a second night</title><meta content='Storm shuts the old harbour for a second night' property=og:title>",
        body: "<div class=header-widget><h1 class=title><a href=https://courier.example/>Elmford Notes</a></h1></div><div class=date-outer><h2 class=date-header><span>Friday, May 3, 2024</span></h2><div class='post hentry' itemscope><h3 class='post-title entry-title' itemprop=name>Storm shuts the old harbour for a second night</h3><div class='post-body entry-content'>{text}</div><div class=post-footer><span class='post-author vcard'>Posted by <span class=fn itemprop=author><a class=g-profile href=https://www.blogger.example/profile/1 rel=author><span itemprop=name>Ana Mota</span></a></span></span> <span class=post-timestamp>at <a class=timestamp-link href=/x rel=bookmark><abbr class=published itemprop=datePublished title=2024-05-03T10:00:00-07:00>10:00 AM</abbr></a></span></div></div></div>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Squarespace",
        head: "<title>Storm shuts the old harbour for a second night — Elmford Courier</title><meta property=og:title content='Storm shuts the old harbour for a second night — Elmford Courier'><meta property=og:site_name content='Elmford Courier'>",
        body: "<main><article class='entry hentry'><div class=blog-item-top-wrapper><h1 class='entry-title entry-title--large' data-content-field=title>Storm shuts the old harbour for a second night</h1><div class=blog-item-meta-wrapper><time class=dt-published datetime=2024-05-03>May 3</time><span class=blog-item-author-name>Written By <a class=blog-author-name href='/news?author=5f0'>Ana Mota</a></span></div></div><div class=blog-item-content>{text}</div></article></main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Squarespace, an older template",
        head: "<title>Storm shuts the old harbour for a second night — Elmford Courier</title>",
        body: "<div id=content><article class=hentry><header><div class=entry-header-date-wrapper><span><a href='/news?author=5f0'>Ana Mota</a></span><time pubdate class=published><a href=/news/storm>May 3, 2024</a></time></div><h1 data-content-field=title><a href=/news/storm>Storm shuts the old harbour for a second night</a></h1></header><div class=sqs-layout>{text}</div></article></div>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Wix",
        head: "<title>Storm shuts the old harbour for a second night</title><meta property=og:title content='Storm shuts the old harbour for a second night'><meta property=article:published_time content=2024-05-03T09:00:00.000Z>",
        body: "<article data-hook=post><div data-hook=post-header><ul><li><span title='Ana Mota' data-hook=user-name class=user-name>Ana Mota</span></li><li><span title='May 3' class='post-metadata__date time-ago' data-hook=time-ago>May 3</span></li><li><span class='post-metadata__readTime' data-hook=time-to-read>3 min read</span></ul><h1 data-hook=post-title class='blog-post-title-font'><span>Storm shuts the old harbour for a second night</span></h1></div><section>{text}</section></article>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "TYPO3",
        head: "<title>Storm shuts the old harbour for a second night - Elmford</title><meta name=generator content='TYPO3 CMS'>",
        body: "<div class='news news-single'><div class=article itemscope itemtype='http://schema.org/Article'><div class=header><h1 itemprop=headline>Storm shuts the old harbour for a second night</h1></div><p class=news-list-date><time itemprop=datePublished datetime=2024-05-03>03.05.2024</time> | <span class=news-list-author><span itemprop=author itemscope>Von <span itemprop=name>Ana Mota</span></span></span></p><div class=news-text-wrap itemprop=articleBody>{text}</div></div></div>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "AMP",
        head: "<title>Storm shuts the old harbour for a second night</title><link rel=canonical href=https://courier.example/a/storm>",
        body: "<amp-sidebar id=s hidden><h1>Elmford Courier</h1></amp-sidebar><article class=amp-wp-article><header class=amp-wp-article-header><h1 class=amp-wp-title>Storm shuts the old harbour for a second night</h1><div class='amp-wp-meta amp-wp-byline'><amp-img></amp-img><span class='amp-wp-author author vcard'>Ana Mota</span></div><div class='amp-wp-meta amp-wp-posted-on'><time datetime=2024-05-03T10:00:00+00:00>2 years ago</time></div></header><div class=amp-wp-article-content>{text}</div></article>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Brightspot",
        head: "<title>Storm shuts the old harbour for a second night | Courier</title><meta property=article:published_time content=2024-05-03T10:00:00>",
        body: "<main class=Page-main><div class=Page-content><bsp-story-page><h1 class=Page-headline>Storm shuts the old harbour for a second night</h1><div class=Page-byline><div class=Page-authors>By&nbsp;<a class=Link href=/author/ana-mota>ANA MOTA</a>&nbsp;and&nbsp;<a class=Link href=/author/eva-lind>EVA LIND</a></div><div class=Page-dateModified><span>Updated </span><bsp-timestamp data-timestamp=1714730400000><span data-date></span></bsp-timestamp></div></div><div class='RichTextStoryBody RichTextBody'>{text}</div></bsp-story-page></div></main>",
        authors: &["ANA MOTA", "EVA LIND"],
    },
    Page {
        system: "Brightspot, a time without markup",
        head: "<title>Storm shuts the old harbour for a second night | Courier</title>",
        body: "<main><h1 class=ArticlePage-headline>Storm shuts the old harbour for a second night</h1><div class=ArticlePage-byline><div class=ArticlePage-authors>By&nbsp;<span class=ArticlePage-authorName><a href=/people/ana-mota>Ana Mota</a></span></div><div class=ArticlePage-datePublished>Published May 3, 2024 at 5:01 AM CDT</div></div><div class='ArticlePage-articleBody'>{text}</div></main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Escenic",
        head: "<title>Storm shuts the old harbour for a second night - Courier</title><meta name=article:published content=2024-05-03T10:00Z>",
        body: "<div class=main-content><h1 class=lead>Storm shuts the old harbour for a second night</h1><div class=article-byline><div class=byline><span class=author>Ana Mota</span><span class=title>, Harbour Correspondent</span></div><div class=dateline>5:00PM BST 03 May 2024</div></div><div class=articleBodyText>{text}</div></div>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Methode",
        head: "<title>Storm shuts the old harbour for a second night | The Courier</title>",
        body: "<article id=story><header><h1 id=story-headline>Storm shuts the old harbour for a second night</h1><p id=story-description>The pier reopens on Saturday</p><ul class=meta><li class=byline id=story-byline>Ana Mota</li><li class=source>The Courier</li><li class=date-and-time id=story-date>May 3, 2024 6:30PM</li></ul></header><div class=story-body>{text}</div></article>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Gannett",
        head: "<title>Storm shuts the old harbour for a second night</title>",
        body: "<main><article><h1 class=display-2>Storm shuts the old harbour for a second night</h1><div><in-depth-byline><span slot=bylineInfo><a class=authors href=/staff/1/ana-mota/>Ana Mota</a></span><span slot=bylineInfo>&nbsp;|&nbsp; Courier</span></in-depth-byline></div><lit-timestamp publishdate='2024-05-03T10:01:00Z' updatedate='2024-05-04T10:01:00Z'></lit-timestamp><div class=article-body>{text}</div></article></main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Next.js, a page laid out from its data",
        head: "<title>Storm shuts the old harbour for a second night | Courier</title>",
        body: "<div id=__next><main><h1>Storm shuts the old harbour for a second night</h1><div class='css-1x'>By <a class=css-2y href=/by/ana-mota>Ana Mota</a></div>{text}</main></div><script id=__NEXT_DATA__ type=application/json>{\"props\":{\"pageProps\":{\"article\":{\"slug\":\"storm\",\"firstPublishedDate\":\"2024-05-03T10:00:00Z\",\"updatedDate\":\"2024-05-05T10:00:00Z\"}}}}</script>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "a data layer",
        head: "<title>Storm shuts the old harbour for a second night | Courier</title><script>window.dataLayer=window.dataLayer||[];dataLayer.push({'pageType':'article','pubDate':'20240503','author':'Ana Mota'})</script>",
        body: "<main><h1>Storm shuts the old harbour for a second night</h1><p class=byline>Ana Mota</p>{text}</main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Parse.ly as JSON",
        head: "<title>Storm shuts the old harbour for a second night | Courier</title><meta name=parsely-page content='{\"title\":\"Storm shuts the old harbour for a second night\",\"pub_date\":\"2024-05-03T10:00:00Z\",\"author\":\"Ana Mota\",\"type\":\"post\"}'>",
        body: "<main><h1>Storm shuts the old harbour for a second night</h1>{text}</main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "Sailthru and Parse.ly tags",
        head: "<title>Storm shuts the old harbour for a second night | Courier</title><meta name=sailthru.author content='Ana Mota, Eva Lind'><meta name=sailthru.date content='2024-05-03 10:00:00'><meta name=sailthru.title content='Storm shuts the old harbour for a second night'>",
        body: "<div class=page>{text}</div>",
        authors: &["Ana Mota", "Eva Lind"],
    },
    Page {
        system: "Dublin Core",
        head: "<title>Elmford - News - Storm shuts the old harbour</title><meta name=DC.title content='Storm shuts the old harbour for a second night'><meta name=DC.creator content='Mota, Ana'><meta name=DC.date.issued content=2024-05-03><meta name=DCTERMS.modified content=2024-06-01>",
        body: "<div id=content>{text}</div>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "citation tags",
        head: "<title>Storm shuts the old harbour for a second night</title><meta name=citation_title content='Storm shuts the old harbour for a second night'><meta name=citation_author content='Mota, Ana'><meta name=citation_author content='Lind, Eva'><meta name=citation_publication_date content='2024/05/03'>",
        body: "<div id=content><h1>Storm shuts the old harbour for a second night</h1>{text}</div>",
        authors: &["Ana Mota", "Eva Lind"],
    },
    Page {
        system: "microformats 2",
        head: "<title>Storm shuts the old harbour for a second night</title>",
        body: "<article class=h-entry><h1 class=p-name>Storm shuts the old harbour for a second night</h1><p>Published by <a class='p-author h-card' href=https://ana.example>Ana Mota</a> on <time class=dt-published datetime='2024-05-03 12:00:00'>3 May</time></p><div class=e-content>{text}</div></article>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "schema.org microdata",
        head: "<title>Storm shuts the old harbour for a second night / Courier</title>",
        body: "<div itemscope itemtype=http://schema.org/NewsArticle><meta itemprop=datePublished content=2024-05-03T10:00:00Z><meta itemprop=dateModified content=2024-05-04T10:00:00Z><h1 itemprop='headline name'>Storm shuts the old harbour for a second night</h1><span itemprop=author itemscope itemtype=http://schema.org/Person><a itemprop=url href=/x><span itemprop=name>Ana Mota</span></a></span><div itemprop=articleBody>{text}</div></div>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "JSON-LD in a graph, the page named after its search title",
        head: "<title>Old harbour closed: what we know | Courier</title><meta property=og:title content='Old harbour closed: what we know'><script type=application/ld+json>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\",\"name\":\"Old harbour closed: what we know\",\"datePublished\":\"2024-05-03T10:00:00+00:00\"},{\"@type\":\"NewsArticle\",\"headline\":\"Old harbour closed\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ana Mota\"},{\"@type\":\"Person\",\"name\":\"Eva Lind\"}],\"datePublished\":\"2024-05-03T10:00:00+00:00\"}]}</script>",
        body: "<main><article><header><h1 class=article__title>Storm shuts the old harbour for a second night</h1></header>{text}</article></main>",
        authors: &["Ana Mota", "Eva Lind"],
    },
    Page {
        system: "JSON-LD whose author is the site, the reporter in the byline",
        head: "<title>Storm shuts the old harbour for a second night | Courier</title><meta property=og:site_name content=Courier><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Storm shuts the old harbour for a second night\",\"author\":{\"@type\":\"Organization\",\"name\":\"Courier Newsroom\"},\"datePublished\":\"2024-05-03\"}</script>",
        body: "<main><article><h1>Storm shuts the old harbour for a second night</h1><div class=meta><a rel=author href=/author/ana>Ana Mota</a></div>{text}</article></main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "user names in the data",
        head: "<title>Storm shuts the old harbour for a second night | Courier</title><meta name=author content=amota><meta property=article:published_time content=2024-05-03>",
        body: "<main><article><h1>Storm shuts the old harbour for a second night</h1><div class=post-meta>by <a href=/author/amota class=author-name>Ana Mota</a></div>{text}</article></main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "a broadcaster: name and office, no word for by",
        head: "<title>Storm shuts the old harbour for a second night - Courier News</title>",
        body: "<main id=main-content><article><header><h1 id=main-heading>Storm shuts the old harbour for a second night</h1></header><div data-component=byline-block><time datetime=2024-05-03T09:00:00.000Z>3 May 2024</time><div data-testid=byline-contributors><span>Ana Mota</span><div><span>Harbour correspondent</span></div></div></div><div data-component=text-block>{text}</div></article></main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "an agency: reporters at the end",
        head: "<title>Storm shuts the old harbour for a second night | Agency</title>",
        body: "<main><article><h1 data-testid=Heading>Storm shuts the old harbour for a second night</h1><div>By <a data-testid=AuthorNameLink href=/authors/ana-mota/ rel=author>Ana Mota</a> and <a data-testid=AuthorNameLink href=/authors/eva-lind/ rel=author>Eva Lind</a></div><time datetime=2024-05-03T09:00:00Z><span>May 3, 2024</span><span>9:00 AM UTC</span><span>Updated 2 hours ago</span></time><div data-testid=ArticleBody>{text}<p>Reporting by Ana Mota and Eva Lind; Editing by Kim Roe</p></div></article></main>",
        authors: &["Ana Mota", "Eva Lind"],
    },
    Page {
        system: "a reader's box: written by, reviewed by",
        head: "<title>Storm shuts the old harbour for a second night</title>",
        body: "<main><article><h1>Storm shuts the old harbour for a second night</h1><div class=mntl-attribution><div class=mntl-attribution__item><span class=mntl-attribution__item-label>Written by</span><div class=mntl-attribution__item-name><a href=/ana-mota-1>Ana Mota</a></div></div><div class=mntl-attribution__item><span>Fact checked by</span> <a href=/kim-roe-2>Kim Roe</a></div><div class=mntl-attribution__item-date>Published on May 3, 2024</div></div>{text}</article></main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "a theme that labels by pictures",
        head: "<title>Storm shuts the old harbour for a second night &#8211; Courier</title>",
        body: "<div class=single-post><h1 class=post-title>Storm shuts the old harbour for a second night</h1><ul class=post-meta><li><i class='fa fa-user'></i> Ana Mota</li><li><i class='fa fa-calendar'></i> 03 May, 2024</li><li><i class='fa fa-comment'></i> 0 Comments</li></ul><div class=post-content>{text}</div></div>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "tables of the nineties",
        head: "<title>Courier: Storm shuts the old harbour for a second night</title>",
        body: "<table><tr><td><a href=/>Courier</a></td></tr><tr><td><font size=5><b>Storm shuts the old harbour for a second night</b></font><br><font size=2>By ANA MOTA, Courier Staff Writer<br>Friday, May 3, 2024; Page A1</font>{text}</td></tr></table>",
        authors: &["ANA MOTA"],
    },
    Page {
        system: "the kicker within the heading, the site's name as a heading",
        head: "<title>Storm shuts the old harbour for a second night | Courier</title>",
        body: "<header><h1 class=site-logo><a href=https://courier.example>Courier</a></h1></header><main><h1><span class=headline__kicker>Weather</span> <span class=headline__text>Storm shuts the old harbour for a second night</span></h1><p class=article-meta>By Ana Mota · May 3, 2024 · 3 min read</p>{text}</main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "several sections with main headings",
        head: "<title>Harbour: the night in short</title>",
        body: "<main><article><header><h1 class=c-article-title>Storm shuts the old harbour for a second night</h1><p>by <strong>Ana Mota</strong>—3 min read</p><p>Fri., 3 May 2024</p></header>{text}<h1>What happened next</h1><h1>How to help</h1></article></main>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "a byline with place, address and handle",
        head: "<title>Storm shuts the old harbour for a second night</title>",
        body: "<article><h1>Storm shuts the old harbour for a second night</h1><div class=credit>By Ana Mota and Eva Lind in Bergen (@anamota) | ana@courier.example</div><div class=stamp>Posted: 05/03/2024 05:00:00 PM CDT | Updated: 3 hours ago</div>{text}</article>",
        authors: &["Ana Mota", "Eva Lind"],
    },
    Page {
        system: "a scientific paper's list of authors",
        head: "<title>Storm shuts the old harbour for a second night</title>",
        body: "<article><h1>Storm shuts the old harbour for a second night</h1><p>Authors of this article:</p><div class=info__authors><span><a>Ana Mota<sup>1</sup></a></span>; <span><a>Eva Lind<sup>1,2</sup></a>, PhD</span></div><p>Published on 03.May.2024</p>{text}</article>",
        authors: &["Ana Mota", "Eva Lind"],
    },
    Page {
        system: "an interview",
        head: "<title>Storm shuts the old harbour for a second night</title>",
        body: "<article><h1>Storm shuts the old harbour for a second night</h1><p class=credit>Interview by <a href=/interviewer/ana>Ana Mota</a></p><p class=date>May 3, 2024. <i>Updated: May 7, 2024</i></p>{text}</article>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "a byline in the text beside an editor's mark",
        head: "<title>Storm shuts the old harbour for a second night</title>",
        body: "<article><h1>Storm shuts the old harbour for a second night</h1><p><em>By Ana Mota, MS, RDN</em>&nbsp;</p><p>📅 May. 3. 2024</p>{text}<div class=author-name>Kim Roe</div></article>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "written and reviewed",
        head: "<title>Storm shuts the old harbour for a second night</title>",
        body: "<article><h1>Storm shuts the old harbour for a second night</h1><div><span>Written by: <a href=/author/ana><span>Ana Mota, </span></a><span>Senior Analyst</span></span><span>Published May 3, 2024</span></div>{text}</article>",
        authors: &["Ana Mota"],
    },
    Page {
        system: "the name of a desk",
        head: "<title>Storm shuts the old harbour for a second night</title>",
        body: "<article><h1>Storm shuts the old harbour for a second night</h1><div>by News Desk</div><div>May 3, 2024</div>{text}</article>",
        authors: &["News Desk"],
    },
    Page {
        system: "a first name alone",
        head: "<title>Storm shuts the old harbour for a second night</title>",
        body: "<article><h1>Storm shuts the old harbour for a second night</h1><p>By <a rel=author href=/author/anas>Ana</a></p><p>May 3, 2024</p>{text}</article>",
        authors: &["Ana"],
    },
];
