//! Teams and countries in the scores and standings of the sports pages.
//!
//! Finds: "Farvik 2 Tolvik 1", "Farvik 2-1 Tolvik", "Farvik 8 6 1 1 15 5 19", "LISBON AT BERGEN", "1. Henrik Lind (Sweden)
//! Team Nordlys 4:12:03"; the countries of athletes.
//! Evidence: the form of the line. A national team goes by its country, which it stays.
//! Does not find: players, whom the model finds; teams in lines with other words.

use std::ops::Range;

use super::document::{Document, Style};
use super::lexicon::Kinds;
use super::{Named, merge};
use crate::article::MentionType;
use crate::read::is_country;
use crate::segment::TokenKind;
use crate::text::QuickSet;

/// How sure a team is to be one: no list knows better.
const SURE: f64 = 0.95;

/// Standings have so many figures.
const FIGURES: usize = 4;

/// A country stands in brackets within so many tokens.
const NEAR: usize = 9;

/// Gives teams the type that their line tells, whatever the model takes them for, and adds countries in brackets.
pub(super) fn settle(document: &Document, named: &mut Vec<Named>) {
    bracketed_countries(document, named);
    let (mut teams, mut sides): (Vec<Named>, Vec<Named>) = (Vec::new(), Vec::new());
    let name = |team: Range<usize>| named_team(document, team);
    for (sentence, style) in document.sentences.iter().zip(&document.styles) {
        match style {
            Style::Table => {
                each_line(document, sentence.tokens.clone(), |line| match of_line(document, named, line) {
                    Line::Score(both) => sides.extend(both.into_iter().map(name)),
                    Line::Team(team) => teams.push(name(team)),
                    Line::Other => {}
                });
            }
            Style::AllCaps => teams.extend(of_fixture(document, sentence.tokens.clone()).into_iter().flatten()),
            _ => teams.extend(behind_country(document, sentence.tokens.clone()).map(name)),
        }
    }
    retype(document, named, &sides);
    merge::put(named, teams);
    merge::put(named, sides);
}

/// Whom the model sees in the name of a team of the article is that team; a town stays one.
fn retype(document: &Document, named: &mut [Named], teams: &[Named]) {
    let teams = teams.iter().filter(|team| team.kind == MentionType::Org);
    let known: QuickSet<&str> = teams.map(|team| team.span.of(document.text)).collect();
    if known.is_empty() {
        return;
    }
    for named in named.iter_mut().filter(|named| named.kind == MentionType::Person) {
        if known.contains(named.span.of(document.text)) {
            (named.kind, named.confidence) = (MentionType::Org, SURE);
        }
    }
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

/// A line of a table.
enum Line {
    /// The sides of a game.
    Score(Vec<Range<usize>>),
    Team(Range<usize>),
    Other,
}

fn of_line(document: &Document, named: &[Named], line: Range<usize>) -> Line {
    if let Some(team) = behind_country(document, line.clone()) {
        return Line::Team(team);
    }
    // "Lind 24-3-92-1": overs, maidens, runs and wickets of somebody.
    let is_bowler = line.clone().filter(|at| document.word(*at) == "-" && !document.tokens[*at].spaced).count() == 3;
    let Some(parts) = parts(document, line) else { return Line::Other };
    let figures: Vec<usize> = parts.iter().map(|(_, figures)| *figures).collect();
    let is_player = |team: &Range<usize>| is_player(document, named, team);
    match figures[..] {
        // "Farvik 2 Tolvik 1", "Farvik 2-1 Tolvik", "Farvik 2 - 1 Tolvik".
        [1, 1] | [2 | 3, 0] if !parts.iter().all(|(team, _)| is_player(team)) => {
            Line::Score(parts.into_iter().map(|(team, _)| team).collect())
        }
        [figures] if figures >= FIGURES && !is_bowler && !is_player(&parts[0].0) => Line::Team(parts[0].0.clone()),
        _ => Line::Other,
    }
}

/// The names of a line, each with how many figures follow it; nothing where there are other words.
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
    Some(parts)
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

/// The teams of "LISBON V BERGEN", and of "LISBON AT BERGEN" the team and the town: both sides are known places or bodies.
fn of_fixture(document: &Document, line: Range<usize>) -> Option<[Named; 2]> {
    const LONGEST: usize = 9;
    const KNOWN: Kinds = Kinds::GPE.and(Kinds::TOWN).and(Kinds::ORG).and(Kinds::LOC);
    let mut joints = line.clone().filter(|at| matches!(document.word(*at), "AT" | "V" | "VS"));
    let (Some(joint), None) = (joints.next(), joints.next()) else { return None };
    let [guests, hosts] = [line.start..joint, joint + 1..line.end];
    let known = |side: &Range<usize>| {
        let Some(first) = document.words.get(side.start).filter(|_| !side.is_empty()) else { return false };
        let whole = first.phrase.filter(|(length, _)| usize::from(*length) == side.len());
        let kinds = if side.len() == 1 { first.kinds } else { whole.map_or(Kinds::NONE, |(_, kinds)| kinds) };
        kinds.any(KNOWN)
    };
    if line.len() > LONGEST || !known(&guests) || !known(&hosts) {
        return None;
    }
    let [guests, mut hosts] = [guests, hosts].map(|side| named_team(document, side));
    if document.word(joint) == "AT" {
        hosts.kind = MentionType::Gpe;
    }
    Some([guests, hosts])
}
