//! What holds for every article, whatever the input: the example articles, strings of pieces that
//! news are made of, and arbitrary strings, in each unit of offsets.

#![cfg(not(target_arch = "wasm32"))]

use std::path::PathBuf;

use proptest::prelude::*;
use wirecopy::{Article, Format, InputFormat, OffsetUnit, Options, Span, parse_article};

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Utf8, OffsetUnit::CodePoint, OffsetUnit::Utf16];

/// Checks everything that ARTICLE.md promises of an article, and the same of its characters as
/// markup.
fn check(text: &str) {
    check_as(InputFormat::Auto, text);
    check_as(InputFormat::Html, text);
}

fn check_as(format: InputFormat, input: &str) {
    let mut readings = UNITS.map(|offsets| {
        let options = Options { format, offsets, ..Options::default() };
        let article = parse_article(input, &options).unwrap();
        assert_eq!(article, parse_article(input, &options).unwrap(), "a second call gives something else");
        assert!(article.format == Format::Html || article.text == input);
        let text = article.text.clone();
        in_bytes(article, &text, offsets)
    });
    for article in &readings {
        check_blocks(article);
        check_names(article);
        check_speech(article);
        check_metadata(article);
    }
    // The units differ in nothing but the offsets.
    let last = readings[2].clone();
    for article in &mut readings {
        assert_eq!(*article, last);
    }
}

/// Blocks and sentences: in order, without overlap, without white space at their ends, and
/// together all of the text that is not white space.
fn check_blocks(article: &Article) {
    let text = &article.text;
    let mut at = 0;
    for (index, block) in article.blocks.iter().enumerate() {
        let words = read(text, block.start, block.end);
        assert!(!words.is_empty() && words.trim() == words, "{block:?} is {words:?}");
        assert!(block.start >= at, "{block:?} overlaps the one before");
        assert!(read(text, at, block.start).trim().is_empty(), "words before {block:?} are lost");
        assert!(block.repeats.is_none_or(|earlier| (earlier as usize) < index));
        at = block.end;
    }
    assert!(read(text, at, text.len() as u32).trim().is_empty(), "words at the end are lost");

    in_order(article.sentences.iter().copied());
    for sentence in &article.sentences {
        let after = article.blocks.partition_point(|block| block.start <= sentence.start);
        let inside = after > 0 && sentence.end <= article.blocks[after - 1].end;
        assert!(inside, "{sentence:?} lies in no block");
    }
    assert!(article.notices.is_sorted_by_key(|notice| notice.start));
    for notice in &article.notices {
        assert_eq!(notice.start.is_some(), notice.end.is_some());
        read(text, notice.start.unwrap_or(0), notice.end.unwrap_or(0));
    }
}

/// Mentions and entities: in order, without overlap, and each knows of the other.
fn check_names(article: &Article) {
    let text = &article.text;
    in_order(article.mentions.iter().map(|mention| Span { start: mention.start, end: mention.end }));
    for (index, mention) in article.mentions.iter().enumerate() {
        assert_eq!(read(text, mention.start, mention.end), mention.text);
        assert!(!mention.text.is_empty() && (0.0..=1.0).contains(&mention.confidence), "{mention:?}");
        if let Some(entity) = mention.entity {
            assert!(article.entities[entity as usize].mentions.binary_search(&(index as u32)).is_ok(), "{mention:?}");
        }
    }
    for (index, entity) in article.entities.iter().enumerate() {
        assert!(!entity.mentions.is_empty() && entity.mentions.is_sorted(), "{entity:?}");
        for mention in &entity.mentions {
            assert_eq!(article.mentions[*mention as usize].entity, Some(index as u32));
        }
        for pronoun in &entity.pronouns {
            read(text, pronoun.start, pronoun.end);
        }
        for role in &entity.roles {
            assert!(read(text, role.start, role.end).contains(&role.title), "{role:?}");
            assert!(role.of.is_none_or(|of| (of as usize) < article.entities.len()));
        }
    }
}

/// Quotations and claims: in order, with their parts inside, their speakers legible.
fn check_speech(article: &Article) {
    let text = &article.text;
    assert!(article.quotes.is_sorted_by_key(|quote| quote.start));
    assert!(article.claims.is_sorted_by_key(|claim| claim.start));
    for quote in &article.quotes {
        for part in quote.content.iter().chain(&quote.insertions) {
            read(text, part.start, part.end);
            assert!(quote.start <= part.start && part.end <= quote.end, "{quote:?}");
        }
        in_order(quote.content.iter().copied());
        in_order(quote.insertions.iter().copied());
        let own = |part: &Span| quote.insertions.iter().all(|inserted| !part.overlaps(*inserted));
        assert!(!quote.content.is_empty() && quote.content.iter().all(own), "{quote:?}");
        assert!(quote.content.iter().all(|part| read(text, part.start, part.end).trim().len() as u32 == part.len()));
        if let Some(cue) = &quote.cue {
            read(text, cue.start, cue.end);
        }
    }
    for claim in &article.claims {
        read(text, claim.content.start, claim.content.end);
        if let Some(cue) = &claim.cue {
            read(text, cue.start, cue.end);
        }
        let quote = claim.quote.map(|quote| &article.quotes[quote as usize]);
        assert!(quote.is_none_or(|quote| quote.speaker == claim.source && quote.cue == claim.cue), "{claim:?}");
        assert!(claim.start <= claim.content.start && claim.content.end <= claim.end, "{claim:?}");
        assert!(claim.refers_to.is_none_or(|earlier| (earlier as usize) < article.claims.len()));
    }
    let speakers = article.quotes.iter().filter_map(|quote| quote.speaker.as_ref());
    let sources = article.claims.iter().flat_map(|claim| claim.source.iter().chain(&claim.via));
    for speaker in speakers.chain(sources) {
        assert_eq!(read(text, speaker.start, speaker.end), speaker.text);
        assert!(speaker.entity.is_none_or(|entity| (entity as usize) < article.entities.len()));
    }
}

/// The dateline's places stand in the dateline.
fn check_metadata(article: &Article) {
    if let Some(dateline) = &article.metadata.dateline {
        let printed = read(&article.text, dateline.start, dateline.end);
        assert!(dateline.places.iter().all(|place| printed.contains(place)), "{dateline:?}");
    }
}

fn in_order(spans: impl Iterator<Item = Span>) {
    let spans: Vec<Span> = spans.collect();
    assert!(spans.iter().all(|span| span.start <= span.end));
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{spans:?}");
}

/// The words between two offsets in bytes. Panics where one lies within a character.
fn read(text: &str, start: u32, end: u32) -> &str {
    &text[start as usize..end as usize]
}

/// Counts every offset in bytes, so that one set of checks serves all units. Panics where an
/// offset lies within a character or behind the end.
fn in_bytes(article: Article, text: &str, unit: OffsetUnit) -> Article {
    assert_eq!(article.offsets, unit);
    let mut article = Article { offsets: OffsetUnit::Utf8, ..article };
    const WITHIN: u32 = u32::MAX;
    let mut bytes = Vec::new();
    for (at, character) in text.char_indices() {
        let units = match unit {
            OffsetUnit::Utf8 => character.len_utf8(),
            OffsetUnit::CodePoint => 1,
            OffsetUnit::Utf16 => character.len_utf16(),
        };
        bytes.push(at as u32);
        bytes.extend(std::iter::repeat_n(WITHIN, units - 1));
    }
    bytes.push(text.len() as u32);
    let change = |offset: &mut u32| {
        let byte = bytes[*offset as usize];
        assert_ne!(byte, WITHIN, "offset {offset} lies within a character");
        *offset = byte;
    };
    macro_rules! both {
        ($items:expr) => {
            $items.into_iter().for_each(|item| {
                change(&mut item.start);
                change(&mut item.end);
            })
        };
    }
    both!(&mut article.metadata.dateline);
    both!(&mut article.blocks);
    both!(&mut article.sentences);
    both!(&mut article.mentions);
    for entity in &mut article.entities {
        both!(&mut entity.pronouns);
        both!(&mut entity.roles);
    }
    for quote in &mut article.quotes {
        both!(&mut quote.content);
        both!(&mut quote.insertions);
        both!(&mut quote.speaker);
        both!(&mut quote.cue);
    }
    for claim in &mut article.claims {
        both!(&mut claim.source);
        both!(&mut claim.via);
        both!(&mut claim.cue);
        both!([&mut claim.content]);
    }
    both!(&mut article.quotes);
    both!(&mut article.claims);
    for notice in &mut article.notices {
        notice.start.iter_mut().for_each(change);
        notice.end.iter_mut().for_each(change);
    }
    article
}

#[test]
fn the_example_articles() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    for entry in folder.read_dir().unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        check(&text);
        check(&text.replace('\n', "\r\n"));
        check(&format!("\u{feff}{text}"));
        // Cut anywhere, an article is an article still.
        for end in (0..text.len()).step_by(97).filter(|end| text.is_char_boundary(*end)) {
            check(&text[..end]);
        }
    }
}

#[test]
fn the_example_pages() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    for entry in folder.read_dir().unwrap() {
        let markup = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        check_as(InputFormat::Auto, &markup);
        for end in (0..markup.len()).step_by(97).filter(|end| markup.is_char_boundary(*end)) {
            check_as(InputFormat::Html, &markup[..end]);
        }
    }
}

#[test]
fn odd_inputs() {
    for text in [
        "",
        " ",
        "\n",
        "\0",
        "\u{feff}",
        "\u{feff}\n\u{feff}",
        "\u{fffd}\u{fffd}",
        "\u{301}",
        "\u{a0}\u{2003}\u{2028}",
        "<p>OSLO (AP) — A ferry &amp; a boat</p>",
        "(",
        ")",
        "“",
        "—",
        "(AP) —",
        "OSLO (AP) —",
        "By ",
        "News“",
        "Also read:",
        "https://t.co/a— A (@a) May 3, 2019",
        "- Reuters",
        "EFE",
        "👩‍👩‍👧‍👦",
        "1. a\n2. b",
        "a\tb\nc\td",
    ] {
        check(text);
        check(&format!("{text}\n\n{text}{text}"));
    }
}

#[test]
fn long_inputs() {
    for unit in
        ["\n", " ", "a", "\"", "(", "[", "“", "'", "OSLO (AP) — ", "a. ", "A:", "(@", "-", "1. a\n", "a  b\n", "é🎉"]
    {
        check(&unit.repeat(10_000));
    }
    for unit in
        ["said ", "\"a\" said he. ", "and said ", ", ", "citing a, ", "who said ", "according to ", "“a” ", "(said "]
    {
        check(&unit.repeat(30_000 / unit.len()));
    }
    for unit in
        ["A ", "Ana Mota ", "World Health Organization (WHO) ", "Bank of ", "President ", "U.S. ", "Also read: a. "]
    {
        check(&unit.repeat(30_000 / unit.len()));
    }
}

/// Pieces that news are made of, and what breaks programs.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "OSLO, March 3 (Reuters) - ",
        "ТУЛА, 9 фев — РИА Новости. ",
        "(ANSA) - PISA, 3 LUG - ",
        "Kiel (dpa/lno) – ",
        "BERGEN—",
        "SOFIA, January 9. /TASS/. ",
        "By Ana Mota",
        "Ana Mota",
        "Eva Lind said",
        "the minister",
        " said ",
        " denied reports that ",
        "according to ",
        ", citing ",
        " was quoted by Reuters as saying ",
        " and ",
        " who ",
        "the claim is not true",
        "Мария Роева",
        "Storm closes harbour",
        "Editor's note: ",
        "(Adds details)",
        "(Reporting by Ana Mota)",
        " - Reuters",
        " EFE",
        "Also read:",
        "News",
        "Read more",
        "pic.twitter.com/a— Eva (@eva) May 3, 2019",
        "U.S.",
        "No. 5",
        "a.m.",
        "$3 million",
        "2019The",
        "…",
        "...",
        ".",
        "!",
        "?",
        ", ",
        ": ",
        "; ",
        "\"",
        "“",
        "”",
        "‘",
        "’",
        "'",
        "«",
        "»",
        "„",
        "``",
        "''",
        "(",
        ")",
        "[",
        "]",
        "(sic)",
        " (Peru — ed.) ",
        "—",
        " - ",
        "-- ",
        "* ",
        "1. ",
        "\t",
        "   ",
        " ",
        "\u{a0}",
        "\u{feff}",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u{2028}",
        "🎉",
        "👩‍👩‍👧",
        "e\u{301}",
        "ç",
        "あ",
        "\0",
        "\u{fffd}",
        "â€™",
        "ﬁ",
        "İ",
        "ẞ",
        "<p>",
        "</p>",
        "<p class=byline>",
        "<h1>",
        "<h2>",
        "</h2>",
        "<div>",
        "</div>",
        "<li>",
        "<a href=/a>",
        "</a>",
        "<b>",
        "<br>",
        "<pre>",
        "<q>",
        "</q>",
        "<table><tr><td>",
        "<td>",
        "</table>",
        "<article>",
        "<aside>",
        "<figcaption>",
        "<svg>",
        "<p hidden>",
        "<!--",
        "-->",
        "<script>",
        "</script",
        "<meta name=author content='Eva Lind'>",
        "&nbsp;",
        "&shy;",
        "&lt;p>",
        "&#x1F389;",
        "<",
        ">",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn news_in_pieces(text in pieces()) {
        check(&text);
    }

    #[test]
    fn any_string(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_string_of_signs(text in "[ -~\n“”«»—–©А-я]{0,200}") {
        check(&text);
    }
}
