//! CSV for spreadsheets, by RFC 4180: UTF-8 with a byte order mark, without which Excel reads another
//! encoding; commas, CRLF. Offsets count what the article counts; several values in one cell are put
//! apart by " | ".
//!
//! A cell that a spreadsheet would take for a formula begins with one more apostrophe than the text
//! does, and so does a cell that begins with apostrophes and then a formula: to read the text back,
//! take one off where after the apostrophes there stands one of `=+-@`, a tab or a line break.

use super::source::{Source, variant};
use crate::article::{Speaker, Value};

const MARK: char = '\u{feff}';
const BETWEEN: &str = " | ";

pub(super) fn entities(source: &Source) -> String {
    let head = ["article", "entity", "type", "name", "aliases", "mentions", "roles", "wikidata"];
    let rows = source.entities().map(|(index, entity)| {
        let roles: Vec<&str> = entity.roles.iter().map(|role| source.words(role.start, role.end)).collect();
        [
            source.id.clone(),
            index.to_string(),
            entity.kind.as_str().to_string(),
            entity.name.clone(),
            entity.aliases.join(BETWEEN),
            entity.mentions.len().to_string(),
            roles.join(BETWEEN),
            entity.wikidata.clone().unwrap_or_default(),
        ]
    });
    table(head, rows)
}

pub(super) fn mentions(source: &Source) -> String {
    let offsets = source.offsets(source.unit);
    let head = [
        "article",
        "mention",
        "start",
        "end",
        "text",
        "type",
        "entity",
        "name",
        "wikidata",
        "confidence",
        "evidence",
        "zone",
        "value",
        "unit",
    ];
    let rows = source.article.mentions.iter().enumerate().map(|(index, mention)| {
        let entity = source.entity(mention.entity);
        let (value, unit) = match &mention.value {
            Some(Value::Time { timex, .. }) => (timex.clone(), String::new()),
            Some(Value::Amount { amount, unit, .. }) => (amount.to_string(), unit.clone().unwrap_or_default()),
            None => Default::default(),
        };
        [
            source.id.clone(),
            index.to_string(),
            offsets.convert(mention.start).to_string(),
            offsets.convert(mention.end).to_string(),
            mention.text.clone(),
            mention.kind.as_str().to_string(),
            number(mention.entity),
            entity.map(|entity| entity.name.clone()).unwrap_or_default(),
            entity.and_then(|entity| entity.wikidata.clone()).unwrap_or_default(),
            mention.confidence.to_string(),
            mention.evidence.map(|evidence| variant(&evidence).to_string()).unwrap_or_default(),
            variant(&mention.zone).to_string(),
            value,
            unit,
        ]
    });
    table(head, rows)
}

pub(super) fn quotes(source: &Source) -> String {
    let offsets = source.offsets(source.unit);
    let head = ["article", "quote", "start", "end", "kind", "text", "speaker", "entity", "name", "cue", "insertions"];
    let rows = source.article.quotes.iter().enumerate().map(|(index, quote)| {
        let insertions: Vec<&str> = quote.insertions.iter().map(|one| source.words(one.start, one.end)).collect();
        let speaker = quote.speaker.as_ref();
        [
            source.id.clone(),
            index.to_string(),
            offsets.convert(quote.start).to_string(),
            offsets.convert(quote.end).to_string(),
            variant(&quote.kind).to_string(),
            source.speech(quote),
            words(speaker),
            number(speaker.and_then(|speaker| speaker.entity)),
            source.name_of(speaker).to_string(),
            quote.cue.as_ref().map(|cue| cue.lemma.clone()).unwrap_or_default(),
            insertions.join(BETWEEN),
        ]
    });
    table(head, rows)
}

pub(super) fn claims(source: &Source) -> String {
    let offsets = source.offsets(source.unit);
    let head = [
        "article",
        "claim",
        "start",
        "end",
        "stance",
        "content",
        "source",
        "entity",
        "name",
        "via",
        "cue",
        "quote",
        "refers_to",
    ];
    let rows = source.article.claims.iter().enumerate().map(|(index, claim)| {
        let speaker = claim.source.as_ref();
        let via: Vec<&str> = claim.via.iter().map(|speaker| &*speaker.text).collect();
        [
            source.id.clone(),
            index.to_string(),
            offsets.convert(claim.start).to_string(),
            offsets.convert(claim.end).to_string(),
            variant(&claim.stance).to_string(),
            source.content(claim).to_string(),
            words(speaker),
            number(speaker.and_then(|speaker| speaker.entity)),
            source.name_of(speaker).to_string(),
            via.join(BETWEEN),
            claim.cue.as_ref().map(|cue| cue.lemma.clone()).unwrap_or_default(),
            number(claim.quote),
            number(claim.refers_to),
        ]
    });
    table(head, rows)
}

fn words(speaker: Option<&Speaker>) -> String {
    speaker.map(|speaker| speaker.text.clone()).unwrap_or_default()
}

fn number(index: Option<u32>) -> String {
    index.map(|index| index.to_string()).unwrap_or_default()
}

fn table<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut table = String::from(MARK);
    add_row(&mut table, head);
    for row in rows {
        add_row(&mut table, row.each_ref().map(String::as_str));
    }
    table
}

fn add_row<const N: usize>(table: &mut String, cells: [&str; N]) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            table.push(',');
        }
        add_cell(table, cell);
    }
    table.push_str("\r\n");
}

fn add_cell(table: &mut String, cell: &str) {
    let guard = if is_formula(cell) { "'" } else { "" };
    if guard.is_empty() && !cell.contains([',', '"', '\r', '\n']) {
        return table.push_str(cell);
    }
    table.push('"');
    table.push_str(guard);
    table.push_str(&cell.replace('"', "\"\""));
    table.push('"');
}

/// Whether a spreadsheet would compute the cell, after the list of OWASP's page on CSV injection.
fn is_formula(cell: &str) -> bool {
    cell.parse::<f64>().is_err() && cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}
