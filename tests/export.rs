//! Exports: of a full article, written by hand, as snapshots; of every article there is, read back.

#![cfg(not(target_arch = "wasm32"))]

use std::path::PathBuf;

use proptest::prelude::*;
use wirecopy::{
    Article, Correction, ExportFormat, ExportOptions, MentionType, OffsetUnit, Options, apply_corrections,
    export_article, parse_article,
};

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Utf8, OffsetUnit::CodePoint, OffsetUnit::Utf16];

/// An article with everything that an article can have.
fn full() -> Article {
    serde_json::from_str(include_str!("export/article.json")).unwrap()
}

fn export(article: &Article, format: ExportFormat) -> String {
    export_article(article, format, &ExportOptions { id: Some("a".into()) }).unwrap()
}

/// Every example article, and texts that break programs.
fn articles() -> Vec<Article> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests");
    let files = ["articles", "pages"].map(|folder| root.join(folder).read_dir().unwrap()).into_iter().flatten();
    let mut texts: Vec<String> = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    texts.extend(
        [
            "",
            " \r\n",
            "\u{feff}A\0b \u{1c}c\u{85}d",
            "Ana Mota\r\n\r\n🎉 Oslo\t<b> & \"Eva\nLind\"",
            "]]> --> </script>",
        ]
        .map(String::from),
    );
    let read = |text: &String| parse_article(text, &Options::default()).unwrap();
    texts.iter().map(read).chain([full()]).collect()
}

#[test]
fn the_full_article_in_every_format() {
    for format in ExportFormat::ALL {
        insta::with_settings!({ snapshot_path => "export", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format.as_str(), export(&full(), format));
        });
    }
}

#[test]
fn the_article_itself_comes_back() {
    for article in articles() {
        let back: Article = serde_json::from_str(&export(&article, ExportFormat::Json)).unwrap();
        assert_eq!(back, article);
    }
}

#[test]
fn every_unit_gives_the_same_export() {
    for article in articles().into_iter().filter(|article| article.format == wirecopy::Format::Text) {
        let read = |offsets| parse_article(&article.text, &Options { offsets, ..Options::default() }).unwrap();
        for format in ExportFormat::ALL {
            // These count what the article counts.
            if matches!(
                format,
                ExportFormat::Json | ExportFormat::CsvMentions | ExportFormat::CsvQuotes | ExportFormat::CsvClaims
            ) {
                continue;
            }
            let exports = UNITS.map(|unit| export(&read(unit), format));
            assert!(exports.iter().all(|other| *other == exports[0]), "{format:?} of {:?}", article.text);
        }
    }
}

#[test]
fn markup_gives_the_text_back() {
    for article in articles() {
        check_markup(&article);
    }
}

/// The words between the tags are those of the article, to the last character.
fn check_markup(article: &Article) {
    let expected = in_xml(&article.text);
    let tei = export(article, ExportFormat::Tei);
    let body = tei.split_once("<body>").unwrap().1.split_once("</body>").unwrap().0;
    assert_eq!(text_of(body), expected, "TEI of {:?}", article.text);
    let html = export(article, ExportFormat::Html);
    let body = html.split_once("<article>").unwrap().1.split_once("</article>").unwrap().0;
    assert_eq!(text_of(body), expected, "HTML of {:?}", article.text);
    assert!(!html.to_lowercase().contains("<script"));
}

/// The text with what XML 1.0 does not have replaced.
fn in_xml(text: &str) -> String {
    text.replace(|char: char| char < ' ' && !"\t\n\r".contains(char) || "\u{fffe}\u{ffff}".contains(char), "\u{fffd}")
}

/// Markup without its tags and escapes; panics where tags are not nested.
fn text_of(markup: &str) -> String {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap();
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name.to_string()), "{markup}");
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap().to_string());
        }
        rest = after;
    }
    assert!(open.is_empty(), "{open:?}");
    text.push_str(rest);
    let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&#13;", "\r"), ("&amp;", "&")];
    escapes.iter().fold(text, |text, (escape, char)| text.replace(escape, char))
}

#[test]
fn conll_gives_the_words_and_the_mentions_back() {
    for article in articles() {
        check_conll(&article);
    }
}

fn check_conll(article: &Article) {
    let lines = export(article, ExportFormat::Conll);
    let without_space = |text: &str| text.chars().filter(|char| !char.is_whitespace()).collect::<String>();
    let shown = |text: &str| without_space(text).replace(char::is_control, "\u{fffd}");
    let mut words = String::new();
    let mut mentions: Vec<(String, String)> = Vec::new();
    for line in lines.split('\n').skip(2).filter(|line| !line.is_empty()) {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [word, "_", "_", tag] = columns[..] else { panic!("{line:?}") };
        words.push_str(word);
        match tag.split_once('-') {
            Some(("B", kind)) => mentions.push((kind.into(), word.into())),
            Some(("I", kind)) => {
                let last = mentions.last_mut().unwrap();
                assert_eq!(last.0, kind);
                last.1.push_str(word);
            }
            _ => assert_eq!(tag, "O"),
        }
    }
    assert_eq!(words, shown(&article.text));
    let expected = article.mentions.iter().map(|mention| {
        let kind =
            mention.kind.as_str().replace(|char: char| !char.is_ascii_alphanumeric() && !"_-".contains(char), "_");
        (kind, shown(&mention.text))
    });
    assert_eq!(mentions, expected.collect::<Vec<_>>(), "{:?}", article.text);
}

#[test]
fn brat_points_at_the_words() {
    for article in articles() {
        check_brat(&article);
    }
}

/// Reads the spans back as brat does: pieces of the text in code points, joined by a space.
fn check_brat(article: &Article) {
    let text: Vec<char> = article.text.chars().collect();
    let lines = export(article, ExportFormat::Brat);
    let spans = lines.lines().filter(|line| line.starts_with('T'));
    let spans = spans.map(|line| {
        let parts: Vec<&str> = line.splitn(3, '\t').collect();
        let (_, places) = parts[1].split_once(' ').unwrap();
        let pieces = places.split(';').map(|place| {
            let (start, end) = place.split_once(' ').unwrap();
            text[start.parse().unwrap()..end.parse().unwrap()].iter().collect::<String>()
        });
        assert_eq!(pieces.collect::<Vec<_>>().join(" "), parts[2]);
        parts[2].to_string()
    });
    let spans: Vec<String> = spans.collect();
    assert!(spans.len() >= article.mentions.len() + article.quotes.len() + article.claims.len());
    for (span, mention) in spans.iter().zip(&article.mentions) {
        assert_eq!(span.split_whitespace().collect::<String>(), mention.text.split_whitespace().collect::<String>());
    }
}

#[test]
fn csv_gives_the_mentions_back() {
    for article in articles() {
        check_csv(&article);
    }
}

fn check_csv(article: &Article) {
    let table = export(article, ExportFormat::CsvMentions);
    let rows = read_csv(table.strip_prefix('\u{feff}').unwrap());
    assert_eq!(rows.len(), article.mentions.len() + 1);
    for (row, mention) in rows[1..].iter().zip(&article.mentions) {
        assert_eq!(row.len(), rows[0].len());
        assert_eq!((&*row[0], &row[4], &row[5]), ("a", &mention.text, &mention.kind.as_str().to_string()));
        assert_eq!((row[2].parse(), row[3].parse()), (Ok(mention.start), Ok(mention.end)));
        assert_eq!(row[6].parse().ok(), mention.entity);
        assert_eq!(row[9].parse(), Ok(mention.confidence));
    }
    let rows = read_csv(export(article, ExportFormat::CsvEntities).strip_prefix('\u{feff}').unwrap());
    for (row, entity) in rows[1..].iter().zip(&article.entities) {
        assert_eq!((&row[3], &row[4]), (&entity.name, &entity.aliases.join(" | ")));
    }
}

/// Reads RFC 4180, and takes the apostrophe off that keeps spreadsheets from computing.
fn read_csv(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut chars = table.chars().peekable();
    let mut quoted = false;
    while let Some(char) = chars.next() {
        let row = rows.last_mut().unwrap();
        match char {
            '"' if quoted && chars.peek() == Some(&'"') => row.last_mut().unwrap().extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'));
                rows.push(vec![String::new()]);
            }
            char => row.last_mut().unwrap().push(char),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row ends its line");
    for cell in rows.iter_mut().flatten() {
        let inner = cell.trim_start_matches('\'');
        if inner.len() < cell.len() && inner.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
            cell.remove(0);
        }
        let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && cell.parse::<f64>().is_err();
        assert!(!is_formula || table.contains(&format!("\"'{}", cell.replace('"', "\"\""))), "{cell:?} is computed");
    }
    rows
}

#[test]
fn json_formats_are_json_and_the_offsets_are_code_points() {
    for article in articles() {
        check_json(&article);
    }
}

fn check_json(article: &Article) {
    let text: Vec<char> = article.text.chars().collect();
    let parse = |format| -> serde_json::Value { serde_json::from_str(&export(article, format)).unwrap() };
    let cut = |one: &serde_json::Value| -> String {
        let place = |name| one[name].as_u64().unwrap() as usize;
        text[place("start")..place("end")].iter().collect()
    };
    for (one, mention) in parse(ExportFormat::HuggingFace).as_array().unwrap().iter().zip(&article.mentions) {
        assert_eq!((cut(one), &one["word"]), (mention.text.clone(), &serde_json::Value::from(mention.text.clone())));
    }
    let doc = parse(ExportFormat::Spacy);
    for (one, mention) in doc["ents"].as_array().unwrap().iter().zip(&article.mentions) {
        assert_eq!(cut(one), mention.text);
    }
    // What `Doc.from_json` makes of the tokens: each with one space behind it, if there is one.
    let mut made = String::new();
    for token in doc["tokens"].as_array().unwrap() {
        made.push_str(&cut(token));
        if text.get(token["end"].as_u64().unwrap() as usize) == Some(&' ') {
            made.push(' ');
        }
    }
    assert_eq!(made, article.text);
    for one in parse(ExportFormat::WebAnnotation).as_array().unwrap() {
        let [quote, position] = [0, 1].map(|index| &one["target"]["selector"][index]);
        assert_eq!(cut(position), quote["exact"].as_str().unwrap());
        let place = position["start"].as_u64().unwrap() as usize;
        assert!(text[..place].iter().collect::<String>().ends_with(quote["prefix"].as_str().unwrap()));
        let place = position["end"].as_u64().unwrap() as usize;
        assert!(text[place..].iter().collect::<String>().starts_with(quote["suffix"].as_str().unwrap()));
    }
    assert_eq!(parse(ExportFormat::JsonLd)["articleBody"], article.text);
    assert_eq!(parse(ExportFormat::Ninjs)["bodies"][0]["value"], article.text);
}

#[test]
fn what_is_wrong_with_an_article_is_said() {
    let check = |change: fn(&mut Article), message: &str| {
        let mut article = full();
        change(&mut article);
        let error = export_article(&article, ExportFormat::Tei, &ExportOptions::default()).unwrap_err();
        assert_eq!(error.code.as_str(), "bad-input");
        assert!(error.message.contains(message), "{} lacks {message:?}", error.message);
    };
    check(|article| article.offsets = OffsetUnit::Utf8, "counted in utf8");
    check(|article| article.sentences[0].end = 1_000_000, "no stretch of article.text");
    check(|article| article.mentions[0].text.push('x'), "article.mentions[0] says \"Blue Gatex\"");
    check(|article| article.mentions[0].entity = Some(99), "entities[99]");
    check(|article| article.mentions.swap(0, 1), "begins before");
    check(|article| article.entities[0].mentions.push(99), "mentions[99]");
    check(|article| article.entities[0].mentions.push(0), "which is another's");
    check(|article| article.claims[0].quote = Some(3), "quotes[3]");
    check(|article| article.blocks[0].end = article.blocks[1].end, "blocks[1] begins before");
}

/// Corrections of names that are in the text, and of some that are not.
fn corrections() -> impl Strategy<Value = Vec<Correction>> {
    let name =
        || prop::sample::select(vec!["Ana Mota", "Mota", "Oslo", "Norway", "Nobody", "Reuters"]).prop_map(String::from);
    let correction =
        (0..5, name(), name(), prop::collection::vec(name(), 0..3)).prop_map(|(action, name, to, with)| match action {
            0 => Correction::Merge { name, kind: None, with },
            1 => Correction::Split { name, kind: None, forms: with, to: None },
            2 => Correction::Retype { name, kind: None, to: if to == "Oslo" { "DATE".into() } else { "ORG".into() } },
            3 => Correction::Rename { name, kind: None, to },
            _ => Correction::Remove { name, kind: Some("PERSON".into()) },
        });
    prop::collection::vec(correction, 0..6)
}

proptest! {
    #[test]
    fn any_text_in_any_format(text in any::<String>(), name in "[A-Z][a-z]{1,9}") {
        let lexicon = vec![wirecopy::LexiconEntry { name: name.clone(), kind: "X y".into(), aliases: vec![], wikidata: None }];
        let text = format!("{text} {name} {text}\n\n{name}{text}");
        let article = parse_article(&text, &Options { lexicon, ..Options::default() }).unwrap();
        check_markup(&article);
        check_conll(&article);
        check_brat(&article);
        check_csv(&article);
        check_json(&article);
    }

    #[test]
    fn corrected_articles_are_articles(corrections in corrections()) {
        let text = "Ana Mota left Oslo for Norway.\n\nMota told Reuters in Oslo. Norway and Reuters thanked Mota.";
        let article = parse_article(text, &Options::default()).unwrap();
        let corrected = apply_corrections(&article, &corrections).unwrap();
        check_json(&corrected);
        for (index, mention) in corrected.mentions.iter().enumerate() {
            prop_assert_eq!(mention.entity.is_some(), mention.kind != MentionType::Date);
            if let Some(entity) = mention.entity {
                prop_assert!(corrected.entities[entity as usize].mentions.contains(&(index as u32)));
            }
        }
        for entity in &corrected.entities {
            prop_assert!(!entity.mentions.is_empty() && entity.mentions.is_sorted() && !entity.aliases.contains(&entity.name));
        }
        prop_assert_eq!(apply_corrections(&corrected, &[]).unwrap(), corrected);
    }
}
