//! Parts that are told by their first words: notes, corrections, credits, captions, teasers.
//!
//! Evidence: the openings in `openings.tsv`, each with what has to hold beside it:
//! - `any`: nothing more;
//! - `label`: a colon, a dash, a date or the end of the line follows;
//! - `bracket`: brackets stand around the whole;
//! - `short`: the whole is short;
//! - `line`: there is nothing else in the line.
//!
//! Example: "(Adds minister's comment)" is a correction because of the brackets.

use std::sync::LazyLock;

use super::scan::{head, tail};
use super::table::Table;
use crate::article::BlockKind;

static OPENINGS: LazyLock<Table<3>> = LazyLock::new(|| Table::new(include_str!("openings.tsv")));

/// The longest opening and what is looked at behind it, in bytes.
const READ: usize = 120;

/// A passage that says no more than where to click is no longer than this, in bytes.
const SHORT: usize = 220;

/// What may stand before an opening.
const SIGNS: [char; 18] =
    ['(', '[', '*', '<', '>', '_', ' ', '\u{a0}', '»', '→', '►', '▶', '➡', '+', '•', '–', '—', '-'];

/// The kind of a passage by its first words.
pub(super) fn kind(passage: &str) -> Option<BlockKind> {
    let is_trimmed = passage.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
    let words = if is_trimmed { passage } else { passage.trim_start_matches(SIGNS) };
    let bracketed = passage.starts_with(['(', '[']) && passage.trim_end_matches('.').ends_with([')', ']']);
    // Nearly every passage is done with by its first letters.
    let rows = OPENINGS.sharing_start(first_bytes(words)?);
    if !rows.iter().any(|row| begins_with(words, row[0])) {
        return None;
    }
    let key = lower_case(head(words, READ));
    let long = passage.len() > SHORT;
    let matching = rows.iter().filter(|row| {
        let Some(rest) = key.strip_prefix(row[0]) else { return false };
        match row[2] {
            "any" => is_word_end(row[0], rest),
            "label" => labels(rest, bracketed, row[1] == "correction"),
            "bracket" => bracketed && is_word_end(row[0], rest),
            "short" => !long && is_word_end(row[0], rest),
            _ => !rest.contains(char::is_alphanumeric) && words.len() <= READ,
        }
    });
    // The longest opening knows best.
    matching.max_by_key(|row| row[0].len()).map(|row| kind_named(row[1]))
}

/// Where a teaser begins that is glued to the end of a paragraph, "… left.Also read: …".
pub(super) fn glued_teaser(paragraph: &str) -> Option<usize> {
    let colon = paragraph.match_indices(':').find_map(|(colon, _)| ends_in_teaser(paragraph, colon));
    let end = paragraph.trim_end_matches([' ', '.', '…', '»', '>', '→', '!']).len();
    colon.or_else(|| ends_in_teaser(paragraph, end))
}

/// Whether the words right before an offset are a teaser's label behind the end of a sentence.
fn ends_in_teaser(paragraph: &str, end: usize) -> Option<usize> {
    const LONGEST: usize = 48;
    let before = tail(&paragraph[..end], LONGEST);
    // A label has at least two words: one alone is too often a part of the sentence.
    let mut starts = before.match_indices(['.', '!', '?', '”', '"', '»', ')', '…']).map(|(at, sign)| at + sign.len());
    starts.find_map(|start| {
        let label = before[start..].trim_start();
        let key = lower_case(label);
        let rows = OPENINGS.sharing_start(first_bytes(label)?);
        let known = rows.iter().any(|row| row[0] == key && row[1] == "teaser" && row[2] != "line");
        (known && key.contains(' ') && label.starts_with(char::is_uppercase)).then(|| end - label.len())
    })
}

/// Whether what follows an opening makes it a label.
fn labels(rest: &str, bracketed: bool, dated: bool) -> bool {
    if !is_word_end("", rest) {
        return false;
    }
    let after = rest.trim_start();
    let dash = ["—", "–", "- ", "|", ">", "»", "→"].iter().any(|sign| after.starts_with(sign)) && rest != after;
    let date = dated
        && after.starts_with([',', '(', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
        && rest.contains([':', ')', '—', '–']);
    after.is_empty() || after.starts_with(':') || dash || date || bracketed && dated
}

fn is_word_end(opening: &str, rest: &str) -> bool {
    !opening.ends_with(char::is_alphanumeric) && !opening.is_empty() || !rest.starts_with(char::is_alphanumeric)
}

/// Lower case, with straight apostrophes, as the table has it.
fn lower_case(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { lower_case_of(text).collect() }
}

fn lower_case_of(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c })
}

/// The first two bytes in lower case.
fn first_bytes(text: &str) -> Option<[u8; 2]> {
    if let [first, second, ..] = *text.as_bytes()
        && first.is_ascii()
        && second.is_ascii()
    {
        return Some([first.to_ascii_lowercase(), second.to_ascii_lowercase()]);
    }
    let mut bytes = lower_case_of(text).flat_map(|c| {
        let mut bytes = [0; 4];
        let length = c.encode_utf8(&mut bytes).len();
        bytes.into_iter().take(length)
    });
    Some([bytes.next()?, bytes.next()?])
}

/// Whether a text in lower case begins with an opening.
fn begins_with(text: &str, opening: &str) -> bool {
    for (at, byte) in opening.bytes().enumerate() {
        match text.as_bytes().get(at) {
            Some(letter) if letter.is_ascii() && letter.to_ascii_lowercase() == byte => {}
            Some(letter) if !letter.is_ascii() => {
                let mut letters = lower_case_of(text);
                return opening.chars().all(|letter| letters.next() == Some(letter));
            }
            _ => return false,
        }
    }
    true
}

fn kind_named(name: &str) -> BlockKind {
    match name {
        "editor-note" => BlockKind::EditorNote,
        "correction" => BlockKind::Correction,
        "credit" => BlockKind::Credit,
        "caption" => BlockKind::Caption,
        _ => BlockKind::Teaser,
    }
}

/// Whether a passage is a teaser that begins with the name of its section, glued to the headline
/// that it leads to: "News“Nobody knows”".
pub(super) fn is_glued_section(passage: &str) -> bool {
    let sections = ["News", "NEWS", "Analysis", "Opinion", "Video", "Новости"];
    sections.iter().any(|section| {
        passage.strip_prefix(section).is_some_and(|rest| {
            let mut rest = rest.chars();
            let first = rest.next();
            first.is_some_and(|first| matches!(first, '“' | '"' | '«' | '„' | '‘'))
                || first.is_some_and(char::is_uppercase) && rest.next().is_some_and(char::is_lowercase)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_rule_is_known() {
        for line in include_str!("openings.tsv").lines().filter(|line| !line.starts_with('#')) {
            let [_, kind, rule] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            assert!(["editor-note", "correction", "credit", "caption", "teaser"].contains(&kind), "{line}");
            assert!(["any", "label", "bracket", "short", "line"].contains(&rule), "{line}");
        }
    }

    #[test]
    fn kinds() {
        use BlockKind::*;
        for (passage, expected) in [
            ("Editor's note: This story was mended at noon.", Some(EditorNote)),
            ("[Editor’s note: This story first ran in May.]", Some(EditorNote)),
            ("(Editor's note: names were changed.)", Some(EditorNote)),
            ("От редакции: имена изменены.", Some(EditorNote)),
            ("The views and opinions expressed here are those of the writer.", Some(EditorNote)),
            ("Correction, Nov. 9, 2019: The ferry has two funnels.", Some(Correction)),
            ("Correction added Nov. 9, 2019: The caption named the wrong pier.", Some(Correction)),
            ("(Adds minister's comment, background)", Some(Correction)),
            ("(Corrects spelling in headline)", Some(Correction)),
            ("[ CORRECTED 11:20 GMT ]", Some(Correction)),
            ("UPDATE: The harbour is open.", Some(Correction)),
            ("Update", Some(Correction)),
            ("(Reporting by Ana Mota; Editing by Eva Lind)", Some(Credit)),
            ("(This article was written by Ana Mota.)", Some(Credit)),
            ("© AFP 2019 / Ana Mota", Some(Caption)),
            ("FILE PHOTO: The pier of Bergen.", Some(Caption)),
            ("Перейти в фотобанк", Some(Caption)),
            ("Also read: Ferries to return", Some(Teaser)),
            ("Also read:Ferries to return", Some(Teaser)),
            ("ALSO READ", Some(Teaser)),
            ("Read more", Some(Teaser)),
            ("Subscribe now and save a third", Some(Teaser)),
            ("Читать ria.ru в", Some(Teaser)),
            ("Lea también: Vuelve el barco", Some(Teaser)),
            ("Lesen Sie auch: Die Fähre fährt", Some(Teaser)),
            ("Correction facilities are full, the minister said.", None),
            ("Updates to the law were adopted on Monday.", None),
            ("Also reading the report were the two ministers.", None),
            ("Related species were found: two frogs.", None),
            ("Adds up to a lot.", None),
            ("Photographs show the pier.", None),
            ("", None),
        ] {
            assert_eq!(kind(passage), expected, "{passage}");
        }
    }

    #[test]
    fn teasers_glued_to_text() {
        let start = |text: &str| glued_teaser(text).map(|at| text[at..].to_string());
        assert_eq!(start("The ship left.Also read:Ferry back").as_deref(), Some("Also read:Ferry back"));
        assert_eq!(start("“We left.” ALSO READ: Ferry back").as_deref(), Some("ALSO READ: Ferry back"));
        assert_eq!(start("The ship left. Read more »").as_deref(), Some("Read more »"));
        assert_eq!(start("The ship left. He also read: a book."), None);
        assert_eq!(start("Two things remain: hope and money."), None);
        assert!(is_glued_section("News“Nobody eats here”. A report"));
        assert!(
            !is_glued_section("News of the day") && !is_glued_section("Newsweek said") && !is_glued_section("NEWSROOM")
        );
    }
}
