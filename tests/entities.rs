//! Who is who, through the public interface: which mentions are one entity, what offices people hold, whom
//! pronouns stand for, what is linked. The cases are in entities.tsv.

use wirecopy::{Article, Entity, Options, parse_article};

const CASES: &str = include_str!("entities.tsv");

/// What the article has of the entity, in the notation of the cases.
fn told(article: &Article, sort: &str, name: &str) -> String {
    let Some(entity) = article.entities.iter().find(|entity| entity.name == name) else {
        return format!("no {name} in {:?}", article.entities.iter().map(|entity| &entity.name).collect::<Vec<_>>());
    };
    let printed = |start: u32, end: u32| &article.text[start as usize..end as usize];
    match sort {
        "alias" => entity.aliases.join(" | "),
        "role" => entity.roles.iter().map(|role| role_told(article, role)).collect::<Vec<_>>().join(" | "),
        "pronoun" => entity.pronouns.iter().map(|span| printed(span.start, span.end)).collect::<Vec<_>>().join(" "),
        "link" | "all" => entity.wikidata.clone().unwrap_or_default(),
        _ => panic!("a case of no sort: {sort}"),
    }
}

fn role_told(article: &Article, role: &wirecopy::Role) -> String {
    let of = role.of.map(|of| format!(" < {}", article.entities[of as usize].name)).unwrap_or_default();
    let former = if role.former { " (former)" } else { "" };
    let acting = if role.acting { " (acting)" } else { "" };
    format!("{}{of}{former}{acting}", role.title)
}

#[test]
fn cases() {
    let core = Options { offsets: wirecopy::OffsetUnit::Utf8, ..Options::default() };
    let all = Options { identities: wirecopy::Identities::All, ..core.clone() };
    let mut failed = Vec::new();
    let mut count = 0;
    for line in CASES.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let mut fields = line.split('\t');
        let (sort, text) = (fields.next().unwrap(), fields.next().expect("a text").replace("\\n", "\n"));
        let article = parse_article(&text, if sort == "all" { &all } else { &core }).unwrap();
        for expected in fields {
            let (name, expected) = expected.split_once(" = ").unwrap_or((expected.trim_end_matches(" ="), ""));
            let found = told(&article, sort, name);
            count += 1;
            if found != expected {
                failed.push(format!("{sort}: {text}\n  {name} = {expected}\n  found: {found}"));
            }
        }
    }
    assert!(failed.is_empty(), "{} of {count}\n{}", failed.len(), failed.join("\n"));
    assert!(count >= 120, "{count}");
}

#[test]
fn what_the_caller_says_is_kept() {
    let text = "Kari Nordmann met Nordmann AS in Norway. Norway's king came.";
    let lexicon = [wirecopy::LexiconEntry {
        name: "Norway".into(),
        kind: "SHIP".into(),
        aliases: Vec::new(),
        wikidata: Some("Q1".into()),
    }];
    let article = parse_article(text, &Options { lexicon: lexicon.into(), ..Options::default() }).unwrap();
    let ship: Vec<&Entity> = article.entities.iter().filter(|entity| entity.kind.as_str() == "SHIP").collect();
    assert_eq!((ship.len(), ship[0].mentions.len(), ship[0].wikidata.as_deref()), (1, 2, Some("Q1")));
}

#[test]
fn a_member_is_meant_only_in_their_time() {
    let id = |text: &str, date: &str| {
        let options = Options { date: Some(date.into()), identities: wirecopy::Identities::All, ..Options::default() };
        let article = parse_article(text, &options).unwrap();
        article.entities.iter().find(|entity| entity.name == "Tom Coburn").unwrap().wikidata.clone()
    };
    let (now, former) = ("U.S. senator Tom Coburn spoke.", "Former U.S. senator Tom Coburn spoke.");
    assert_eq!(id(now, "2010-05-01").as_deref(), Some("Q509093"));
    assert_eq!(id(now, "2022-05-01"), None);
    assert_eq!(id(former, "2022-05-01").as_deref(), Some("Q509093"));
    assert_eq!(id(now, "1985-05-01"), None);
}

#[test]
fn the_pack_only_adds_ids() {
    for text in [include_str!("articles/translated-agency.txt"), CASES] {
        let core = parse_article(text, &Options::default()).unwrap();
        let all = Options { identities: wirecopy::Identities::All, ..Options::default() };
        let mut all = parse_article(text, &all).unwrap();
        for (entity, before) in all.entities.iter_mut().zip(&core.entities) {
            assert!(before.wikidata.is_none() || entity.wikidata == before.wikidata, "{}", before.name);
            entity.wikidata.clone_from(&before.wikidata);
        }
        assert_eq!(all, core);
    }
}
