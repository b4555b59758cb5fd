//! Teams and countries in the scores and standings of the sports pages.
//!
//! Finds: "Farvik 2 Tolvik 1", "Farvik 8 6 1 1 15 5 19", "1. Henrik Lind (Sweden) Team Nordlys 4:12:03",
//! "LISBON AT BERGEN"; the countries of athletes.
//! Evidence: the form of the line. A national team goes by its country, which it stays.
//! Does not find: players, whom the model finds; teams in lines with other words.

use std::ops::Range;

use super::document::{Document, Style};
use super::lexicon::Kinds;
use super::{Named, merge};
use crate::article::MentionType;
use crate::read::is_country;
use crate::segment::TokenKind;

/// How sure a team is to be one: no list knows better.
const SURE: f64 = 0.95;

/// Standings have so many figures.
const FIGURES: usize = 4;

/// A country stands in brackets within so many tokens.
const NEAR: usize = 9;

/// Gives teams the type that their line tells, whatever the model takes them for, and adds countries in brackets.
pub(super) fn settle(document: &Document, named: &mut Vec<Named>) {
    bracketed_countries(document, named);
    let mut teams: Vec<Range<usize>> = Vec::new();
    for (sentence, style) in document.sentences.iter().zip(&document.styles) {
        match style {
            Style::Table => {
                each_line(document, sentence.tokens.clone(), |line| teams.extend(of_line(document, named, line)));
            }
            Style::AllCaps => teams.extend(of_fixture(document, sentence.tokens.clone())),
            _ => teams.extend(behind_country(document, sentence.tokens.clone())),
        }
    }
    merge::put(named, teams.into_iter().map(|team| named_team(document, team)).collect());
}

/// "Henrik Lind (Sweden)": what the model alone is not sure of.
fn bracketed_countries(document: &Document, named: &mut Vec<Named>) {
    let mut countries = Vec::new();
    for open in (1..document.tokens.len()).filter(|at| document.word(*at) == "(" && document.is_capital(at - 1)) {
        let Some(close) = country_end(document, open, document.tokens.len()) else { continue };
        let span = document.span(open + 1, close);
        if merge::overlapping(named, span).is_empty() {
            countries.push(Named { span, kind: MentionType::Gpe, confidence: SURE, evidence: None, own: None });
        }
    }
    merge::add(named, countries);
}

/// The bracket that closes, if a country alone stands between it and the one at the place.
fn country_end(document: &Document, open: usize, end: usize) -> Option<usize> {
    let close = (open + 1..end).take(NEAR).find(|at| document.word(*at) == ")").filter(|close| *close > open + 1)?;
    is_country(document.span(open + 1, close).of(document.text)).then_some(close)
}

fn named_team(document: &Document, team: Range<usize>) -> Named {
    let span = document.span(team.start, team.end);
    let kind = if is_country(span.of(document.text)) { MentionType::Gpe } else { MentionType::Org };
    Named { span, kind, confidence: SURE, evidence: None, own: None }
}

/// Passes on the lines of a sentence.
fn each_line(document: &Document, tokens: Range<usize>, mut pass: impl FnMut(Range<usize>)) {
    let mut start = tokens.start;
    for at in tokens.start + 1..=tokens.end {
        let ends = at == tokens.end
            || document.text[document.tokens[at - 1].span.end as usize..document.tokens[at].span.start as usize]
                .contains('\n');
        if ends {
            pass(start..at);
            start = at;
        }
    }
}

/// The teams of a line of a table.
fn of_line(document: &Document, named: &[Named], line: Range<usize>) -> Vec<Range<usize>> {
    if let Some(team) = behind_country(document, line.clone()) {
        return vec![team];
    }
    let Some(parts) = parts(document, line) else { return Vec::new() };
    let is_standing = parts.len() == 1 && parts[0].1 >= FIGURES;
    let is_score = parts.len() == 2 && parts.iter().all(|(_, figures)| *figures == 1);
    let teams: Vec<Range<usize>> = parts.into_iter().map(|(team, _)| team).collect();
    let players = || teams.iter().any(|team| is_player(document, named, team));
    if (is_standing || is_score) && !players() { teams } else { Vec::new() }
}

/// The names of a line, each with how many figures follow it; nothing where other words stand between.
fn parts(document: &Document, line: Range<usize>) -> Option<Vec<(Range<usize>, usize)>> {
    let mut parts: Vec<(Range<usize>, usize)> = Vec::new();
    let mut at = line.start;
    while at < line.end {
        let told = parts.len() == 2 && parts.iter().all(|(_, figures)| *figures == 1);
        match document.word(at) {
            // Who scored, or "(halftime 1-0)".
            "(" => {
                let close = (at..line.end).find(|at| document.word(*at) == ")");
                at = close.map_or(line.end, |close| close + 1);
                continue;
            }
            "." if told => break,
            _ => {}
        }
        if document.is_capital(at) {
            let end = document.name_end(at, line.end);
            parts.push((at..end, 0));
            at = end;
            continue;
        }
        let (_, figures) = parts.last_mut()?;
        match document.tokens[at].kind {
            TokenKind::Number => *figures += 1,
            // "-" for nothing.
            TokenKind::Mark if document.word(at) == "-" && document.tokens[at].spaced => *figures += 1,
            TokenKind::Mark if matches!(document.word(at), "-" | "–" | "." | "," | "/") => {}
            _ => return None,
        }
        at += 1;
    }
    parts.iter().all(|(_, figures)| *figures > 0).then_some(parts)
}

/// Whether it is somebody's full name.
fn is_player(document: &Document, named: &[Named], name: &Range<usize>) -> bool {
    let span = document.span(name.start, name.end);
    let next = named.partition_point(|named| named.span.end <= span.start);
    name.len() > 1
        && document.words[name.start].kinds.any(Kinds::GIVEN)
        && named.get(next).is_some_and(|named| named.span == span && named.kind == MentionType::Person)
}

/// "1. Henrik Lind (Sweden) Team Nordlys 4:12:03": who the athlete competes for.
fn behind_country(document: &Document, line: Range<usize>) -> Option<Range<usize>> {
    let open = line.clone().take(NEAR).find(|at| document.word(*at) == "(")?;
    let close = country_end(document, open, line.end)?;
    // The rank may stand before the line.
    let athlete = line
        .clone()
        .find(|at| document.is_capital(*at))
        .is_some_and(|first| first <= line.start + 2 && document.name_end(first, open) == open);
    let start = close + 1;
    if !athlete || start == line.end || !document.is_capital(start) {
        return None;
    }
    let end = document.name_end(start, line.end);
    let closes = end == line.end || document.tokens[end].kind == TokenKind::Number || document.word(end) == "same";
    closes.then_some(start..end)
}

/// "LISBON AT BERGEN": both sides are known places or bodies.
fn of_fixture(document: &Document, line: Range<usize>) -> Vec<Range<usize>> {
    const LONGEST: usize = 9;
    const KNOWN: Kinds = Kinds::GPE.and(Kinds::TOWN).and(Kinds::ORG).and(Kinds::LOC);
    let mut joints = line.clone().filter(|at| matches!(document.word(*at), "AT" | "V" | "VS"));
    let (Some(joint), None) = (joints.next(), joints.next()) else { return Vec::new() };
    let sides = [line.start..joint, joint + 1..line.end];
    let known = |side: &Range<usize>| {
        let Some(first) = document.words.get(side.start).filter(|_| !side.is_empty()) else { return false };
        let whole = first.phrase.filter(|(length, _)| usize::from(*length) == side.len());
        let kinds = if side.len() == 1 { first.kinds } else { whole.map_or(Kinds::NONE, |(_, kinds)| kinds) };
        kinds.any(KNOWN)
    };
    if line.len() <= LONGEST && sides.iter().all(known) { sides.into() } else { Vec::new() }
}
