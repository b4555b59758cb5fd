//! Who wrote it.
//!
//! Finds: "By Ana Mota and Eva Lind, Staff Writer", "Von Kim Roe, dpa", "ANA MOTA | BERGEN", and a
//! bare name where the caller knows that a byline belongs.
//! Evidence: a word for "by" in front of capitals; the line is short and does not end as a
//! sentence does.
//! Does not find: names without a word for "by" in the running text.

use super::layout::ends_sentence;
use super::{agencies, calendar};

/// The longest byline, in bytes.
const LONGEST: usize = 160;

/// What a byline says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Byline {
    pub authors: Vec<String>,
    pub agency: Option<&'static str>,
}

/// Reads a passage that is a byline.
pub(super) fn read(passage: &str) -> Option<Byline> {
    if passage.len() > LONGEST {
        return None;
    }
    let names = after_by(passage).filter(|_| !passage.contains('\n'));
    let names = names.filter(|_| !ends_sentence(passage) || ends_with_initial(passage))?;
    let byline = names_in(names);
    (!byline.authors.is_empty() || byline.agency.is_some()).then_some(byline)
}

/// Reads a name and a place, where a byline belongs: "ANA MOTA | BERGEN".
pub(super) fn barred(passage: &str) -> Option<Byline> {
    let (name, place) = Some(passage).filter(|passage| passage.len() <= 80)?.split_once(" | ")?;
    (is_name(place) && name.contains(' ') && is_name(name)).then(|| names_in(name))
}

/// Reads a bare name, where a byline belongs: "Ana Mota", "Ana Mota, Reuters".
pub(super) fn bare(passage: &str) -> Option<Byline> {
    let first = passage.split(',').next()?.trim();
    let words = first.split_whitespace().count();
    (passage.len() <= 80 && (2..=4).contains(&words) && is_name(first)).then(|| names_in(passage))
}

/// The names in a list that nothing but names belongs to, with a word for "by" or without.
pub(super) fn listed(list: &str) -> Vec<String> {
    names_in(after_by(list).unwrap_or(list)).authors
}

/// The names in what is marked as the authors': a list of names, whatever they look like, with a word for "by" or
/// without, each line a part of its own. Lines that are no names, such as offices, are passed over.
pub(super) fn marked(text: &str) -> Vec<String> {
    for line in text.lines() {
        let line = line.trim_end_matches([':', ' ']);
        let names = after_by(line).or_else(|| behind_small_by(line)).unwrap_or(line);
        let byline = names_in(names);
        if byline.authors.first().is_some_and(|first| names.trim_start().starts_with(first)) {
            return byline.authors;
        }
    }
    Vec::new()
}

/// Reads a name and an office, where a byline belongs: "Ana Mota, Harbour Correspondent".
pub(super) fn in_office(passage: &str) -> Option<Byline> {
    let (_, office) = passage.split_once(", ")?;
    bare(passage).filter(|_| !office.contains(',') && names_office(office))
}

/// Whether a short line says an office: "Staff writer".
pub(super) fn names_office(line: &str) -> bool {
    const LONGEST: usize = 40;
    line.len() <= LONGEST
        && line.starts_with(char::is_uppercase)
        && line.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '&' | '’' | '\''))
        && is_office(line)
}

/// Whether a line below a name says what somebody does: "Harbour Correspondent".
pub(super) fn is_office_line(line: &str) -> bool {
    const LAST: [&str; 7] = ["Columnist", "Contributor", "Correspondent", "Editor", "Journalist", "Reporter", "Writer"];
    let last = line.rsplit(' ').next().unwrap_or("");
    names_office(line) && LAST.iter().any(|office| last.eq_ignore_ascii_case(office))
}

/// Reads a byline that more than names stands behind: "By Ana Mota Updated May 3, 2024".
pub(super) fn opening(passage: &str) -> Option<Byline> {
    const ENDS: [&str; 8] = [" Updated", " Published", " Posted", " Last ", " on ", " | ", " • ", " · "];
    let names = after_by(passage).filter(|_| passage.len() <= LONGEST)?;
    let end = ENDS.iter().filter_map(|end| names.find(end)).min()?;
    let byline = names_in(&names[..end]);
    (!byline.authors.is_empty()).then_some(byline)
}

/// What stands behind a word for "by" without a capital, where a byline belongs.
pub(super) fn behind_small_by(passage: &str) -> Option<&str> {
    const WORDS: [&str; 8] = ["af ", "av ", "by ", "di ", "door ", "par ", "por ", "von "];
    WORDS.iter().find_map(|by| passage.strip_prefix(by))
}

/// What stands behind a word for "by".
pub(super) fn after_by(passage: &str) -> Option<&str> {
    const WORDS: [&str; 24] = [
        "By: ",
        "By ",
        "BY ",
        "BY: ",
        "Von ",
        "VON ",
        "Por ",
        "POR ",
        "Por: ",
        "Par ",
        "PAR ",
        "Di ",
        "Автор: ",
        "Авторы: ",
        "Text: ",
        "Autor: ",
        "Texto: ",
        "Af ",
        "Av ",
        "Door ",
        "Author: ",
        "Authors: ",
        "Words: ",
        "Tekst: ",
    ];
    /// What is by somebody.
    const WORKS: [&str; 20] = [
        "analysis",
        "article",
        "column",
        "commentary",
        "contributed",
        "essay",
        "guest post",
        "interview",
        "opinion",
        "post",
        "posted",
        "report",
        "reported",
        "reporting",
        "review",
        "story",
        "submitted",
        "text",
        "words",
        "written",
    ];
    let first = passage.as_bytes().first()?;
    let mut alike = WORDS.iter().filter(|word| word.as_bytes()[0] == *first);
    let of_work = || {
        let mut alike = WORKS.iter().filter(|work| work.as_bytes()[0].to_ascii_uppercase() == *first);
        alike.find_map(|work| {
            let (opening, behind) = passage.split_at_checked(work.len())?;
            let by = [" by ", " BY ", " By ", " by: ", " By: "];
            let names = by.iter().find_map(|by| behind.strip_prefix(by))?;
            opening.eq_ignore_ascii_case(work).then_some(names)
        })
    };
    let names = alike.find_map(|word| passage.strip_prefix(word)).or_else(of_work)?;
    names.trim_start().starts_with(char::is_uppercase).then_some(names)
}

/// The names in a byline, without offices and places.
fn names_in(names: &str) -> Byline {
    const ENDS: [&str; 17] = [
        "|",
        "/",
        " in ",
        " IN ",
        " for ",
        " FOR ",
        " from ",
        " (",
        " @",
        " - ",
        " – ",
        "—",
        "·",
        "•",
        " Posted",
        " Published",
        " Updated",
    ];
    const JOINERS: [&str; 11] =
        [" and ", " AND ", " & ", " avec ", " mit ", " y ", " und ", " et ", " и ", " with ", ";"];
    let ends = ENDS.iter().filter_map(|end| names.find(end));
    let end = ends.chain(calendar::find(names)).min().unwrap_or(names.len());
    let mut listed = names[..end].to_string();
    for joiner in JOINERS {
        listed = listed.replace(joiner, ",");
    }
    let mut byline = Byline::default();
    for part in listed.split(',').map(|part| without_notes(without_address(part).trim())) {
        let is_first = byline.authors.is_empty();
        if let Some(agency) = agencies::free(part) {
            byline.agency = byline.agency.or(Some(agency));
        } else if is_name(part) && !is_office(part) && (is_first || !is_degree(part) && !is_trade(part)) {
            byline.authors.push(part.into());
        }
    }
    // Behind whole names one word is a place or a paper.
    if byline.authors.first().is_some_and(|first| first.contains(' ')) {
        byline.authors.retain(|name| name.contains(' '));
    }
    byline
}

/// A name without the signs of footnotes behind it.
fn without_notes(part: &str) -> &str {
    let name = part.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | '§'));
    if name.ends_with(' ') { part } else { name }
}

/// A name without the mail address behind it.
fn without_address(part: &str) -> &str {
    part.find('@').map_or(part, |at| &part[..part[..at].rfind(' ').unwrap_or(0)])
}

/// Whether a part behind a name is what the person may put there: "MD", "PhD", "RDN".
fn is_degree(part: &str) -> bool {
    let part = part.trim_end_matches('.');
    (2..=6).contains(&part.len())
        && !part.contains(' ')
        && part.bytes().filter(u8::is_ascii_uppercase).count() * 2 >= part.len()
        && part.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'.')
}

/// Whether a part behind a name says what the person does: "Senior Analyst".
fn is_trade(part: &str) -> bool {
    const TRADES: &str = "Adviser Advisor Analyst Assistant Associate Attorney Author CEO Consultant Critic Director Economist \
        Engineer Executive Expert Founder Head Manager Officer President Producer Professor Researcher \
        Senior";
    let mut words = part.split([' ', '-']);
    words.any(|word| TRADES.split(' ').any(|trade| word.eq_ignore_ascii_case(trade)))
}

/// Whether the words are an office or a desk rather than a name.
fn is_office(text: &str) -> bool {
    const OFFICES: [&str; 32] = [
        "Agencies",
        "Agency",
        "Bureau",
        "Chief",
        "Columnist",
        "Contributor",
        "Correspondent",
        "Desk",
        "Editor",
        "Editors",
        "Journal",
        "Journalist",
        "News",
        "Newsroom",
        "Online",
        "Photographer",
        "Post",
        "Press",
        "Redacción",
        "Redaktion",
        "Reporter",
        "Reporters",
        "Service",
        "Staff",
        "Team",
        "Times",
        "Web",
        "Writer",
        "Writers",
        "Editorial",
        "Jr",
        "PhD",
    ];
    text.split_whitespace().any(|word| OFFICES.iter().any(|office| word.eq_ignore_ascii_case(office)))
}

/// Whether all words are those of a name: capitals, and small ones only between.
fn is_name(text: &str) -> bool {
    const PARTICLES: [&str; 18] = [
        "de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "la", "le", "bin", "al", "el",
        "ten", "y",
    ];
    let mut words = text.split_whitespace();
    let count = words.clone().count();
    (1..=6).contains(&count)
        && words.all(|word| {
            let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
            letters && (word.starts_with(char::is_uppercase) || PARTICLES.contains(&word))
        })
}

fn ends_with_initial(passage: &str) -> bool {
    let last = passage.rsplit(' ').next().unwrap_or("");
    matches!(last, "Jr." | "Sr.") || last.chars().count() == 2 || is_degree(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_behind_a_word_for_by() {
        for (passage, authors, agency) in [
            ("By Ana Mota", &["Ana Mota"][..], None),
            ("BY ANA MOTA AND EVA LIND", &["ANA MOTA", "EVA LIND"], None),
            ("By Ana Mota, Eva Lind and Kim de Roe, Staff Writers", &["Ana Mota", "Eva Lind", "Kim de Roe"], None),
            ("By Ana Mota in Bergen", &["Ana Mota"], None),
            ("By Ana Mota, Harbour Correspondent", &["Ana Mota"], None),
            ("By Reuters Staff", &[], None),
            ("By Ana Mota, Associated Press", &["Ana Mota"], Some("AP")),
            ("Von Kim Roe, dpa", &["Kim Roe"], Some("dpa")),
            ("Por Ana Mota y Eva Lind", &["Ana Mota", "Eva Lind"], None),
            ("Автор: Анна Роева", &["Анна Роева"], None),
            ("By Sam T. Roe Jr.", &["Sam T. Roe Jr."], None),
            ("By Ana Mota, MD, RDN, Ph.D.", &["Ana Mota"], None),
            ("By Ana Mota ana.mota@courier.example", &["Ana Mota"], None),
            ("By ANA MOTA FOR THE COURIER", &["ANA MOTA"], None),
            ("Von Ana Mota und Eva Lind, Elmford", &["Ana Mota", "Eva Lind"], None),
            ("Words by Ana Mota", &["Ana Mota"], None),
            ("Door Ana Mota", &["Ana Mota"], None),
            ("Written by: Ana Mota, Senior Analyst", &["Ana Mota"], None),
            ("WRITTEN BY ANA MOTA", &["ANA MOTA"], None),
            ("Interview by Ana Mota", &["Ana Mota"], None),
            ("Opinion by Ana Mota, Head of Research", &["Ana Mota"], None),
            ("By Ana Mota—10 min read", &["Ana Mota"], None),
            ("By Ana Mota May 3, 2024", &["Ana Mota"], None),
            ("By Ana Mota1, Eva Lind1,2 and Kim Roe*", &["Ana Mota", "Eva Lind", "Kim Roe"], None),
            ("By Ana Mota from Bergen", &["Ana Mota"], None),
        ] {
            let byline = read(passage).unwrap_or_default();
            let authors: Vec<String> = authors.iter().map(|name| name.to_string()).collect();
            assert_eq!((byline.authors, byline.agency), (authors, agency), "{passage}");
        }
    }

    #[test]
    fn what_is_no_byline() {
        for passage in
            ["By Monday the storm had passed.", "By then", "Bylaws", "Von der Küste her kam Wind.", "", "a | b"]
        {
            assert_eq!(read(passage), None, "{passage}");
        }
        assert_eq!(bare("Ana Mota").unwrap().authors, ["Ana Mota"]);
        assert_eq!(barred("ANA MOTA | BERGEN").unwrap().authors, ["ANA MOTA"]);
        assert_eq!(barred("Flights | Hotels"), None);
        assert_eq!(bare("Ferries return to the pier"), None);
    }
}
