//! The pages in `tests/pages`, as they are read, and what holds for all markup, friendly or
//! hostile. `INSTA_UPDATE=always cargo test` writes the snapshots anew.

#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write;
use std::path::PathBuf;

use wirecopy::{Article, BlockKind, Format, InputFormat, OffsetUnit, Options, parse_article};

fn read(markup: &str) -> Article {
    let options = Options { format: InputFormat::Html, offsets: OffsetUnit::Utf8, ..Options::default() };
    parse_article(markup, &options).unwrap()
}

/// The kinds and words of all blocks.
fn blocks(article: &Article) -> Vec<(BlockKind, &str)> {
    article.blocks.iter().map(|block| (block.kind, &article.text[block.start as usize..block.end as usize])).collect()
}

#[test]
fn pages() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut paths: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 6, "the pages are missing from {}", folder.display());
    for path in paths {
        let markup = std::fs::read_to_string(&path).unwrap();
        let url = Some("https://courier.example/region/1".to_string());
        let options = Options { url, offsets: OffsetUnit::Utf8, ..Options::default() };
        let article = parse_article(&markup, &options).unwrap();
        assert_eq!(article.format, Format::Html, "{} does not look like HTML", path.display());
        let name = format!("page-{}", path.file_stem().unwrap().to_str().unwrap());
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, shown(&article));
        });
    }
}

/// The reading of a page, for people to compare.
fn shown(article: &Article) -> String {
    let mut shown = serde_json::to_string_pretty(&article.metadata).unwrap();
    shown.push('\n');
    for (block, (_, words)) in article.blocks.iter().zip(blocks(article)) {
        let kind = serde_json::to_value(block.kind).unwrap();
        let repeats = block.repeats.map_or(String::new(), |index| format!(" (repeats {index})"));
        writeln!(shown, "\n[{}{repeats}]\n{words:?}", kind.as_str().unwrap()).unwrap();
    }
    for notice in &article.notices {
        writeln!(shown, "\n! {} at {:?}: {}", notice.code, notice.start, notice.message).unwrap();
    }
    shown
}

#[test]
fn white_space_is_as_a_browser_shows_it() {
    for (markup, text) in [
        ("<p> One\n\t two </p>three<p>four", "One two\n\nthree\n\nfour"),
        ("one<b>two</b> <i> three</i>", "onetwo three"),
        ("<p>one<br>two<br> three<br></p>", "one\ntwo\nthree"),
        ("<div>one<br><br>two</div>", "one\n\ntwo"),
        ("<ul><li>one<li>two</ul><p>three", "one\ntwo\n\nthree"),
        ("<p>a&nbsp;b</p><p>&nbsp;</p><p>c", "a\u{a0}b\n\nc"),
        ("<h2>Heading</h2>text<hr>text", "Heading\n\ntext\n\ntext"),
        ("<table><tr><td>a<td>b<tr><th>c<th>d e</table>", "a\tb\nc\td e"),
        ("<pre>\n a\n\n  b </pre><p>c", " a\n\n  b\n\nc"),
        ("<dl><dt>one<dd>two<dt>three</dl>", "one\n\ntwo\n\nthree"),
        ("a<script>b</script>c<style>d</style><div hidden>e</div>f", "ac\n\nf"),
        ("<p>soft\u{ad}ly</p>", "softly"),
        ("<textarea><p>typed</p></textarea>a", "a"),
        ("a<svg><title/></svg>b<svg><p>c", "ab\n\nc"),
        ("\u{feff}<p>a", "a"),
        ("", ""),
        (" \n", ""),
        ("<p></p><br><img src=x>", ""),
    ] {
        assert_eq!(read(markup).text, text, "{markup}");
    }
}

#[test]
fn the_article_is_found_by_the_marks_of_the_page() {
    let long = "It rained in Elmford for the whole of the week and the river rose.";
    let teaser = "<article><p>Mill to close.</p></article>";
    for (body, marked) in [
        (format!("<nav>News</nav><article><p>{long}</article>{teaser}<footer>Imprint</footer>"), true),
        (format!("<p>Welcome.<main>{teaser}<p>{long}<p>{long}</main>"), true),
        (format!("<div role=main><div>{long}</div></div><div>Imprint</div>"), true),
        (format!("<div itemprop=articleBody><p>{long}</div><p>Imprint"), true),
        (format!("<header>Post</header><div><p>{long}</div>"), false),
    ] {
        let article = read(&format!("<html><body>{body}</body></html>"));
        assert!(article.text.contains(long), "{body}");
        for outside in ["Imprint", "Welcome", "News", "Post"] {
            assert!(!article.text.contains(outside), "{body} gives {:?}", article.text);
        }
        assert_eq!(article.notices.iter().all(|notice| notice.code != "no-article-element"), marked, "{body}");
    }
    // Beside a teaser that alone is marked as an article the page's text is not lost.
    let page = format!("<body>{teaser}<div><p>{long}<p>{long}<p>{long}</div>");
    assert!(read(&page).text.contains(long));
}

#[test]
fn what_is_none_of_the_article_is_left_out() {
    let long = "It rained in Elmford for the whole of the week and the river rose above its banks.";
    for clutter in [
        "<div class=related-posts><p>Mill to close.</p></div>",
        "<section id=comments><p>Mill to close, I told you so.</p></section>",
        "<div class='shareBar'>Mill to close</div>",
        "<ul class=breadcrumbs><li>Mill to close</ul>",
        "<form class=newsletter-form>Mill to close</form>",
        "<p>Advertisement</p><aside>Mill to close</aside>",
    ] {
        let article = read(&format!("<body><div><h1>Rain</h1><p>{long}</p>{clutter}<p>{long} Still.</p></div></body>"));
        assert!(!article.text.contains("Mill") && article.text.contains("Still"), "{clutter}: {:?}", article.text);
    }
    // A name alone does not make clutter of the article.
    for name in ["related", "comments-open", "menu", "newsletter"] {
        let article = read(&format!("<body class={name}><div class={name}><p>{long}</p><p>{long} Still.</p></div>"));
        assert!(article.text.contains("Still"), "{name}");
    }
}

#[test]
fn a_dateline_is_no_byline_and_words_are_not_glued() {
    let page = "<body><article><h1>Pilots end strike</h1><p class=byline>OSLO, May 3 (Reuters) - The pilots of the \
        harbour went back to work on Friday after nine days.</p><div>One<div>two</div>three</div></article>";
    let article = read(page);
    assert_eq!(article.metadata.authors, [""; 0]);
    assert_eq!(article.metadata.dateline.as_ref().unwrap().places, ["OSLO"]);
    assert!(article.text.ends_with("One\n\ntwo\n\nthree"));
}

#[test]
fn authors_as_readers_see_them() {
    for (markup, authors) in [
        // The data names whoever put the page up.
        (
            "<meta name=author content='Eva Lind'><h1>Storm shuts harbour</h1><p>By Ana Mota, MD, RDN</p>",
            &["Ana Mota"][..],
        ),
        // The byline is shorter than the data.
        (
            "<meta name=author content='Ana Mota and Eva Lind'><h1>Storm shuts harbour</h1><p>By Ana Mota</p>",
            &["Ana Mota", "Eva Lind"],
        ),
        (
            "<h1>Storm shuts harbour</h1><p><a rel=author>Ana Mota</a> Edited by: <a rel=author>Kim Roe</a>",
            &["Ana Mota"],
        ),
        (
            "<h1>Storm shuts harbour</h1><p>Ships stayed.<h6>Author(s)</h6><ul><li><a>Ana Mota</a><li><a>Eva Lind</a></ul>",
            &["Ana Mota", "Eva Lind"],
        ),
        ("<h1>Storm shuts harbour</h1><a><img alt='Ana Mota'><div>Ana Mota</div></a><p>Ships stayed.", &["Ana Mota"]),
        ("<meta name=author content='Ana Mota, Staff Writer'><h1>Storm shuts harbour</h1>", &["Ana Mota"]),
        ("<meta name=author content='Harbour Museum'><h1>Storm shuts harbour</h1>", &["Harbour Museum"]),
        ("<h1>Storm shuts harbour</h1><p>Ships stayed in port.", &[]),
    ] {
        let page = format!("<html><body>{markup}");
        assert_eq!(read(&page).metadata.authors, authors, "{markup}");
    }
}

/// A page about a storm, with what stands in its head, under its headline and behind its text.
fn page_with(head: &str, under: &str, behind: &str) -> String {
    let text = "<p>Ships stayed in port for the whole of the night, and the pier was dry again by the morning.</p>";
    format!(
        "<!doctype html><html lang=en><head>{head}</head><body><header><a href=/>Courier</a></header>\
         <main><article><h1>Storm shuts harbour</h1>{under}{text}{text}{text}{behind}</article></main></body></html>"
    )
}

#[test]
fn authors_by_the_marks_that_pages_use() {
    let linked = |author: &str| {
        let article = format!(r#"{{"@type":["Article","NewsArticle"],"headline":"Storm","author":{author}}}"#);
        let people = r##"{"@type":"Person","@id":"#p","name":"Ana Mota"}"##;
        format!(r#"<script type="application/ld+json">{{"@graph":[{article},{people},]}}</script>"#)
    };
    for (head, under, behind, authors) in [
        (&*linked(r##"[{"@id":"#p"}]"##), "", "", &["Ana Mota"][..]),
        (&linked(r#"["Ana Mota","Eva Lind"]"#), "", "", &["Ana Mota", "Eva Lind"]),
        (&linked(r#"{"name":"Ana Mota, Eva Lind and Kim Roe"}"#), "", "", &["Ana Mota", "Eva Lind", "Kim Roe"]),
        (&linked(r#"{"name":["Ana Mota","Eva Lind"]}"#), "", "", &["Ana Mota", "Eva Lind"]),
        (&linked(r#"{"name":"Se&aacute;n O&#8217;Roe"}"#), "", "", &["Seán O’Roe"]),
        (
            &linked(r#""https://courier.example/author/ana""#),
            "<b class=c-byline__author>Ana Mota</b>",
            "",
            &["Ana Mota"],
        ),
        (
            "<meta name='script:ld+json' content='{\"@type\":\"Article\",\"author\":\"Ana Mota\"}'>",
            "",
            "",
            &["Ana Mota"],
        ),
        (
            "<meta name=parsely-author content='Ana Mota'><meta name=parsely-author content='Eva Lind'>",
            "",
            "",
            &["Ana Mota", "Eva Lind"],
        ),
        (
            "<meta name=DC.Creator content='Ana Mota'><meta name=citation_authors content='Ana Mota; Eva Lind'>",
            "",
            "",
            &["Ana Mota", "Eva Lind"],
        ),
        // Whoever keeps the site is no author.
        ("<meta name=author content='NOC Admin'>", "<a rel=author>Ana Mota</a>", "", &["Ana Mota"]),
        (
            "<meta property=article:author content='https://social.example/ana'>",
            "By <a href=/by/a>Ana Mota</a>",
            "",
            &["Ana Mota"],
        ),
        ("", "<i itemprop=author itemscope><meta itemprop=name content='Ana Mota'></i>", "", &["Ana Mota"]),
        ("", "<i property=author typeof=Person><b property=name>Ana Mota</b></i>", "", &["Ana Mota"]),
        ("", "<div>Submitted by <a href=/user/7>Ana Mota</a> on Fri, 05/03/2024</div>", "", &["Ana Mota"]),
        ("", "<span class=byline>By<span class='author vcard'>Ana Mota</span></span>", "", &["Ana Mota"]),
        ("", "<p>BY ANA MOTA<br>COURIER STAFF WRITER<br>MAY 3, 2024 5 AM PT</p>", "", &["ANA MOTA"]),
        ("", "<p>Words by Ana Mota", "", &["Ana Mota"]),
        ("", "<p>By Ana Mota ana@courier.example", "", &["Ana Mota"]),
        ("", "<p>di Ana Mota", "", &["Ana Mota"]),
        ("", "<p>Ana Mota, Harbour Correspondent", "", &["Ana Mota"]),
        (
            "",
            "<p>By <a href=/author/a>Ana Mota</a></p>Contributions from: <a href=/author/b>Kim Roe</a>",
            "",
            &["Ana Mota"],
        ),
        ("", "<h3>Author</h3><p>Ana Mota</p><h3>Related Programme</h3>", "", &["Ana Mota"]),
        // Where no person is named, whoever is.
        ("", "<h5><a href=/author/courier-team>Courier Team</a></h5>", "", &["Courier Team"]),
        ("", "<span class=author>amota</span>", "", &["amota"]),
        ("", "<div class=byline>By Reuters</div>", "", &[]),
        ("", "", "<p>Reporting by Ana Mota and Eva Lind; Editing by Kim Roe", &["Ana Mota", "Eva Lind"]),
        ("", "", "<p><em>Ana Mota is a freelance writer in Elmford.</em>", &["Ana Mota"]),
        ("", "", "<div class=author-bio>This post was written by Ana Mota, head of the pier.</div>", &["Ana Mota"]),
        ("", "", "<div class=author-box><h4>About Ana Mota</h4><p>She writes of rivers.</div>", &["Ana Mota"]),
        ("", "", "<p>Ana Mota is the owner of the pier.", &[]),
        ("", "", "<div class=comments><b class=author>Kim Roe</b><p>Nice.</div>", &[]),
    ] {
        let page = page_with(head, under, behind);
        assert_eq!(read(&page).metadata.authors, authors, "{head} {under} {behind}");
    }
}

#[test]
fn dates_by_the_marks_that_pages_use() {
    for (head, under, behind, published) in [
        ("<meta name=published-date content=2024-05-03>", "", "", Some("2024-05-03")),
        ("<meta name=publishDate content=1714730400>", "", "", Some("2024-05-03")),
        ("<meta itemprop='datePublished dateModified' content=2024-05-03>", "", "", Some("2024-05-03")),
        (
            "<meta name=sailthru.date content='Fri, 3 May 2024 10:00:00 -0400'>",
            "",
            "",
            Some("2024-05-03T10:00:00-04:00"),
        ),
        ("", "<i property=schema:datePublished content=2024-05-03>last week</i>", "", Some("2024-05-03")),
        (
            "",
            "<abbr class=published title=2024-05-03T10:00:00-07:00>10 AM</abbr>",
            "",
            Some("2024-05-03T10:00:00-07:00"),
        ),
        (
            "",
            "<time class=updated datetime=2024-06-01>June 1</time><time class=published datetime=2024-05-03>May 3</time>",
            "",
            Some("2024-05-03"),
        ),
        ("", "Last updated: <time datetime=2024-06-01>June 1</time> <p>May 3, 2024", "", Some("2024-05-03")),
        ("", "<p>Updated<p>June 1, 2024<p>May 3, 2024", "", Some("2024-05-03")),
        ("", "<p>Published 10:15 a.m. ET May 3, 2024 | Updated 11:15 a.m. ET May 5, 2024", "", Some("2024-05-03")),
        ("", "<p>UPDATED: May 5, 2024 PUBLISHED: May 3, 2024", "", Some("2024-05-03")),
        ("", "<p>Essay - Published: 2024.05.03 | <a href=/tags/sea>sea</a>", "", Some("2024-05-03")),
        ("", "<p>Publié le 03 mai 2024 à 10h15, mis à jour le 05 mai 2024", "", Some("2024-05-03")),
        ("", "<p>Gepubliceerd op 3 mei 2024", "", Some("2024-05-03")),
        ("", "<p>03-May-2024", "", Some("2024-05-03")),
        ("<meta property=og:locale content=en_GB>", "<p>03/05/2024", "", Some("2024-05-03")),
        ("<link rel=canonical href=https://courier.co.uk/a>", "<p>03/05/2024", "", Some("2024-05-03")),
        ("<link rel=canonical href=https://courier.example/news/2024-05-03/storm>", "", "", Some("2024-05-03")),
        ("<link rel=canonical href=https://courier.example/2024/may/03/storm>", "", "", Some("2024-05-03")),
        ("", "", "<p>Written by <a href=/author/ana>Ana Mota</a></p><p>May 3, 2024</p>", Some("2024-05-03")),
        ("", "", "<div class=comments><p>Nice.</p><time datetime=2020-01-01>Jan 1, 2020</time></div>", None),
        // Readers are shown another day than the data has: the site has moved, or the article has changed.
        ("<meta name=date content=2024-08-25>", "<p>May 3, 2024", "", Some("2024-05-03")),
        ("<meta name=date content=2024-05-04T01:00:00Z>", "<p>May 3, 2024", "", Some("2024-05-04T01:00:00Z")),
        (
            "<meta name=date content=2024-05-03><meta name=lastmod content=2024-06-01>",
            "<p>June 1, 2024",
            "",
            Some("2024-05-03"),
        ),
        ("<meta name=date content=2024-05-03>", "<p>Updated June 1, 2024", "", Some("2024-05-03")),
        ("<meta name=date content=2024-05-03>", "<p>What to know before the May 30, 2024 vote", "", Some("2024-05-03")),
        // Of two in the data the one that is shown.
        (
            "<meta name=datepublished content=2018-04-03><meta name=date content=2024-05-03>",
            "<p>Updated: May 3, 2024",
            "",
            Some("2024-05-03"),
        ),
    ] {
        let page = page_with(head, under, behind);
        assert_eq!(read(&page).metadata.published.as_deref(), published, "{head} {under} {behind}");
    }
    let page = page_with("", "<p>May 3, 2024<p>Last updated: June 1, 2024", "");
    assert_eq!(read(&page).metadata.modified.as_deref(), Some("2024-06-01"));
    // What the labels beside the text say goes before the dates of what is linked to.
    let rest =
        "<p>Ships stayed in port for the whole of the night, and the pier was dry again by the morning.</p>".repeat(20);
    let aside = "<div class=sidebar><h4>Published</h4><time datetime=2024-05-03>3 May</time></div>\
                 <div><a href=/b>Mill to close</a> <time datetime=2020-01-01>1 Jan</time></div>";
    let page = page_with("", "", &(rest + aside));
    assert_eq!(read(&page).metadata.published.as_deref(), Some("2024-05-03"));
    // The day on which the page is read stands above.
    let page = page_with("", "<p>May 3, 2024", "").replace("Courier</a>", "Courier</a><p>June 7, 2024</p>");
    assert_eq!(read(&page).metadata.published.as_deref(), Some("2024-05-03"));
}

#[test]
fn headlines_beside_the_names_of_sites() {
    let long = "<p>Ships stayed in port for the whole of the night, and the pier was dry again by the morning.</p>";
    let site = "<meta property=og:site_name content='Elmford Courier'>";
    for (head, body) in [
        (&*format!("{site}<title>Elmford Courier: Storm shuts harbour</title>"), ""),
        (&format!("{site}<title>Storm shuts harbour|Elmford Courier</title>"), ""),
        (&format!("{site}<title>Storm shuts harbour • Elmford Courier</title>"), ""),
        (site, "<h1>Storm shuts harbour - Elmford Courier</h1>"),
        // The site's name is the main heading.
        (
            "<title>Elmford Courier: Storm shuts harbour</title>",
            "<h1><a href=/blog/>Elmford Courier</a></h1><h3 class=entry-title>Storm shuts harbour</h3>",
        ),
        (
            &format!("{site}<title>Storm shuts harbour - Elmford Courier</title>"),
            "<h1>The Elmford Courier</h1><h2>Storm shuts harbour</h2>",
        ),
        // The section is a part of the heading.
        (
            "<meta property=og:title content='Storm shuts harbour'>",
            "<h1><span class=kicker>Weather</span><span>Storm shuts harbour</span></h1>",
        ),
    ] {
        let page =
            format!("<!doctype html><html><head>{head}</head><body><article>{body}{long}{long}</article></body>");
        assert_eq!(read(&page).metadata.headline.as_deref(), Some("Storm shuts harbour"), "{head} {body}");
    }
}

#[test]
fn headlines_and_dates_as_readers_see_them() {
    for (markup, headline, published) in [
        (
            "<h1><time datetime=2024-05-03>May 3</time> Storm shuts harbour</h1>",
            "Storm shuts harbour",
            Some("2024-05-03"),
        ),
        ("<h1>Storm shuts the harbour | Opinion</h1>", "Storm shuts the harbour", None),
        (
            "<title>Storm shuts the old harbour</title><h2>Storm shuts the old harbour again</h2>",
            "Storm shuts the old harbour again",
            None,
        ),
        (
            "<link rel=canonical href='https://courier.example/a/storm-shuts-harbour'><title>Storm shuts harbour</title>\
             <h1>Read all of our papers</h1>",
            "Storm shuts harbour",
            None,
        ),
        (
            "<h1>Storm shuts harbour</h1><div><h6>Date</h6><p>November\n2003</p></div><p>Ships stayed.",
            "Storm shuts harbour",
            Some("2003-11"),
        ),
        (
            "<html lang=en-GB><h1>Storm shuts harbour</h1><p>Published 03/05/2024</p>",
            "Storm shuts harbour",
            Some("2024-05-03"),
        ),
        ("<html lang=en><h1>Storm shuts harbour</h1><p>Published 03/05/2024</p>", "Storm shuts harbour", None),
    ] {
        let metadata = read(&format!("<!doctype html>{markup}<body>")).metadata;
        assert_eq!(
            (metadata.headline.as_deref(), metadata.published.as_deref()),
            (Some(headline), published),
            "{markup}"
        );
    }
}

#[test]
fn what_readers_open_by_a_click_is_read() {
    let page = "<html><body><article><h1>Storm shuts harbour</h1><p>Ships stayed in port.</p>\
                <a role=button aria-controls=p>What now?</a>\
                <div id=p role=region style='display:none'><p>The pier opens at noon.</p></div>\
                <div style='display:none'><p>Nobody sees this.</p></div></article>";
    let text = read(page).text;
    assert!(text.contains("The pier opens at noon.") && !text.contains("Nobody sees this."), "{text}");
}

#[test]
fn text_that_only_scripts_would_show_is_read() {
    let article = read("<body><main></main><div hidden><main><p>The mill closes.</main></div><script>show()</script>");
    assert_eq!(article.text, "The mill closes.");
    assert!(article.notices.iter().any(|notice| notice.code == "hidden-text"));
    assert_eq!(read("<p hidden>a</p><p>b").text, "b");
}

#[test]
fn links_alone_are_teasers() {
    let article = read("<p>It <a href=/a>rained</a> on.</p><p><a href=/b>Mill to close</a></p><p><a>No link</a>");
    let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Teaser, BlockKind::Paragraph]);
    let unclosed = read("<p><a href=/a>Mill to <a href=/b>close</p><p>It rained on the town all day long.</p>");
    assert_eq!(unclosed.blocks[1].kind, BlockKind::Paragraph);
    let across = read("<a href=/a><p>Mill</p></a> It rained on the town all day long.");
    assert_eq!(across.blocks.last().unwrap().kind, BlockKind::Paragraph);
}

#[test]
fn formats_are_told_apart_or_given() {
    let text = "Prices < 5 and > 3: the <b>mill</b> closes.\n\n<p> is a tag.";
    let article = parse_article(text, &Options::default()).unwrap();
    assert_eq!((article.format, article.text.as_str()), (Format::Text, text));
    let forced = Options { format: InputFormat::Text, ..Options::default() };
    let markup = "<!doctype html><p>The mill closes.</p>";
    assert_eq!(parse_article(markup, &forced).unwrap().text, markup);
    let markdown = Options { format: InputFormat::Markdown, ..Options::default() };
    let article =
        parse_article("---\ntitle: Mill closes\n---\nIt *closed* on\nMonday.\n\n## Why\n\n- <b>Money</b>", &markdown);
    let article = article.unwrap();
    assert_eq!((article.format, article.text.as_str()), (Format::Markdown, "It closed on Monday.\n\nWhy\n\nMoney"));
    assert_eq!(article.metadata.headline.as_deref(), Some("Mill closes"));
    let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Subheading, BlockKind::ListItem]);
}

#[test]
fn hostile_markup_is_read() {
    // That the time grows with the length alone is measured by `npm run bench`.
    const TIMES: usize = 10_000;
    let pieces = "<div> <b> <p> </p> </b> <a_href=x> <i><div></i> <table> <table><tr><td> <td> <li> <ul><li> <svg> \
        <svg><a> <br> <!-- <![CDATA[ <p & &# &amp < </ <x_a=\" \0 a_b <h1> <header> <article> <title> <q> <x-y> \
        <div_itemprop=author> <div_class=headline> <div_class=byline><li>By <h2><a_href=/author/x> <div_data-date=x> <time> <meta_name=author_content=x> <blockquote> <pre>_a \u{ad} &nGt; <select><option>";
    for piece in pieces.split_whitespace().map(|piece| piece.replace('_', " ")) {
        read(&piece.repeat(TIMES));
        let article = read(&format!("<p>It rained.</p>{}<p>The mill closes.", piece.repeat(TIMES)));
        assert!(article.text.starts_with("It rained."), "{piece}");
    }
    let attribute = format!("<p class=\"{}\">The mill closes.</p>", "byline ".repeat(TIMES));
    assert_eq!(blocks(&read(&attribute))[0].1, "The mill closes.");
    let attributes = format!("<p {}>The mill closes.</p>", "a=1 ".repeat(TIMES));
    assert_eq!(blocks(&read(&attributes))[0].1, "The mill closes.");
}

#[test]
fn nothing_is_lost_however_deep() {
    let deep = format!("{}The mill closes.{}", "<div>".repeat(1_000_000), "</div>".repeat(1_000_000));
    assert_eq!(read(&deep).text, "The mill closes.");
}
