//! Quotations and claims, one line of `quotations.tsv` and `claims.tsv` after the other.

#![cfg(not(target_arch = "wasm32"))]

use wirecopy::{Article, Claim, OffsetUnit, Options, Quote, Speaker, parse_article};

#[test]
fn quotations_are_found_as_the_table_says() {
    check(include_str!("quotations.tsv"), 150, |article| {
        article.quotes.iter().map(|quote| written_quote(article, quote)).collect()
    });
}

#[test]
fn claims_are_found_as_the_table_says() {
    check(include_str!("claims.tsv"), 80, |article| {
        article.claims.iter().map(|claim| written_claim(article, claim)).collect()
    });
}

/// What is copied from a page may stop anywhere.
#[test]
fn every_text_may_be_cut_behind_any_word() {
    let tables = [include_str!("quotations.tsv"), include_str!("claims.tsv")];
    let texts = tables.iter().flat_map(|table| table.lines().filter(|line| !line.starts_with('#')));
    for text in texts.filter_map(|line| line.split('\t').nth(1)) {
        for (end, _) in text.match_indices(' ') {
            for mark in ["", ",", ", ", ":", " -", " (", " \"", "'s", " who", " of", " and"] {
                let cut = format!("{}{mark}", text[..end].trim_end_matches(','));
                let read = std::panic::catch_unwind(|| parse_article(&cut, &Options::default()));
                assert!(read.is_ok_and(|article| article.is_ok()), "{cut}");
            }
        }
    }
}

/// Reads the text of each line and compares what is found with the cells after it.
fn check(table: &str, least: usize, found: impl Fn(&Article) -> Vec<String>) {
    let lines: Vec<&str> = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    assert!(lines.len() >= least, "{} lines", lines.len());
    let mut wrong = Vec::new();
    for line in lines {
        let mut cells = line.split('\t');
        let (name, text) = (cells.next().unwrap(), cells.next().expect("a text"));
        let options = Options { offsets: OffsetUnit::Utf8, ..Options::default() };
        let found = found(&parse_article(&text.replace('⏎', "\n"), &options).unwrap());
        let expected: Vec<&str> = cells.collect();
        if expected != found {
            wrong.push(format!("{name}: {text}\n  expected {expected:#?}\n  found    {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} lines:\n{}", wrong.len(), wrong.join("\n"));
}

/// "direct · Mota = Ana Mota · say · It rains. | It pours."
fn written_quote(article: &Article, quote: &Quote) -> String {
    let kind = format!("{:?}", quote.kind).to_lowercase();
    let speaker = quote.speaker.as_ref().map_or("-".into(), |speaker| written(article, speaker));
    let cue = quote.cue.as_ref().map_or("-", |cue| &cue.lemma);
    let parts: Vec<&str> = quote.content.iter().map(|part| part.of(&article.text)).collect();
    format!("{kind} · {speaker} · {cue} · {}", parts.join(" | ")).replace('\n', "⏎")
}

/// "denies · Mota = Ana Mota · via Reuters = Reuters · it rained · of 0"
fn written_claim(article: &Article, claim: &Claim) -> String {
    let stance = format!("{:?}", claim.stance).to_lowercase();
    let source = claim.source.as_ref().map_or("-".into(), |source| written(article, source));
    let via: Vec<String> = claim.via.iter().map(|via| written(article, via)).collect();
    let via = if via.is_empty() { "-".into() } else { format!("via {}", via.join(" & ")) };
    let about = claim.refers_to.map_or("-".into(), |about| format!("of {about}"));
    format!("{stance} · {source} · {via} · {} · {about}", claim.content.of(&article.text)).replace('\n', "⏎")
}

fn written(article: &Article, speaker: &Speaker) -> String {
    match speaker.entity {
        Some(entity) => format!("{} = {}", speaker.text, article.entities[entity as usize].name),
        None => speaker.text.clone(),
    }
}
