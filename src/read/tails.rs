//! What agencies print behind the last sentence: their own name, the desk's names.
//!
//! Finds: " - Reuters", " – Bernama", "(Yonhap)", "(ANSA).", " EFE", "— SPA", "Enditem", and
//! "(Reporting by …; Editing by …)" glued to the last paragraph.
//! Evidence: a known agency after the end of a sentence.
//! Does not find: agencies that `agencies.tsv` does not have, initials of desks.

use super::agencies;
use super::layout::ends_sentence;
use super::openings;
use super::scan::tail;
use crate::article::BlockKind;

/// The credits behind the last sentence of a passage.
#[derive(Debug, PartialEq)]
pub(super) struct Tail {
    /// Where they start.
    pub start: usize,
    pub agency: Option<&'static str>,
}

/// The longest list of reporters and editors, in bytes.
const LONGEST: usize = 600;

/// The dashes in front of an agency's name.
const DASHES: [char; 4] = ['-', '–', '—', '―'];

/// Finds the credits behind the last sentence, which may be the whole passage.
pub(super) fn find(passage: &str) -> Option<Tail> {
    bracketed(passage).or_else(|| free(passage))
}

/// "(Yonhap)", "(ANSA).", "(Reporting by …)".
fn bracketed(passage: &str) -> Option<Tail> {
    let end = passage.trim_end_matches('.');
    if !end.ends_with([')', ']']) {
        return None;
    }
    let near = tail(end, LONGEST);
    // The last bracket that opens outside of another one.
    let mut depth = 0;
    let (at, _) = near.char_indices().rev().find(|(_, c)| {
        depth += match c {
            ')' | ']' => 1,
            '(' | '[' => -1,
            _ => 0,
        };
        depth == 0
    })?;
    let start = end.len() - near.len() + at;
    let inside = end[start..].trim_matches(['(', ')', '[', ']', ';', ' ']);
    let agency = agencies::bracketed(inside).filter(|_| inside.len() <= 40);
    let desk = openings::kind(&end[start..]) == Some(BlockKind::Credit) || is_address(&end[start..]);
    let before = passage[..start].trim_end();
    let free = before.is_empty() || ends_sentence(before) || before.ends_with(')') && agency.is_some();
    (free && (agency.is_some() || desk)).then_some(Tail { start, agency })
}

/// " - Reuters", " – Bernama", " EFE".
fn free(passage: &str) -> Option<Tail> {
    let end = passage.trim_end_matches('.');
    let near = tail(end, 40);
    let dash = near.rfind(DASHES).map(|at| end.len() - near.len() + at);
    if let Some(at) = dash
        && let Some(agency) = agencies::free(end[at..].trim_start_matches(DASHES))
    {
        let before = end[..at].trim_end_matches(DASHES);
        if before.is_empty() || before.ends_with(char::is_whitespace) || ends_sentence(before) {
            return Some(Tail { start: before.len(), agency: Some(agency) });
        }
    }
    let word = end.rsplit(char::is_whitespace).next().unwrap_or("");
    let start = end.len() - word.len();
    let agency = agencies::free(word)
        .filter(|_| word.chars().all(char::is_uppercase) || start == 0 || matches!(word, "dpa" | "Enditem"))?;
    let before = end[..start].trim_end();
    (before.is_empty() || ends_sentence(before)).then_some(Tail { start, agency: Some(agency) })
}

/// Whether brackets hold nothing but the desk's address: "((ana@example.com; +47 55 000))".
fn is_address(bracketed: &str) -> bool {
    bracketed.contains('@') && bracketed.len() <= 160 && (bracketed.starts_with("((") || !bracketed.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails() {
        for (passage, credit, agency) in [
            ("The ship left. - Reuters", Some("- Reuters"), Some("Reuters")),
            ("The ship left, he said – Bernama", Some("– Bernama"), Some("Bernama")),
            ("The ship left. — SPA", Some("— SPA"), Some("SPA")),
            ("The ship left. (Yonhap)", Some("(Yonhap)"), Some("Yonhap")),
            ("The ship left (ANSA).", None, None),
            ("La nave è partita. (ANSA).", Some("(ANSA)."), Some("ANSA")),
            ("El barco salió. EFE", Some("EFE"), Some("EFE")),
            ("AFP", Some("AFP"), Some("AFP")),
            ("“The ship left.” Enditem", Some("Enditem"), Some("Xinhua")),
            ("-- Reuters", Some("-- Reuters"), Some("Reuters")),
            (
                "It left. (Reporting by Ana Mota in Bergen (Norway); Editing by Eva Lind)",
                Some("(Reporting by Ana Mota in Bergen (Norway); Editing by Eva Lind)"),
                None,
            ),
            ("((ana.mota@example.com;))", Some("((ana.mota@example.com;))"), None),
            ("The ship left, he told Reuters.", None, None),
            ("The ship left (the port).", None, None),
            ("It was a well-known AP", None, None),
            ("", None, None),
            (")", None, None),
        ] {
            let found = find(passage);
            assert_eq!(found.as_ref().map(|tail| &passage[tail.start..]), credit, "{passage}");
            assert_eq!(found.and_then(|tail| tail.agency), agency, "{passage}");
        }
    }
}
