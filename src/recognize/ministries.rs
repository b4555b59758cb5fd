//! Bodies whose name lists what they are for: "Ministry of Housing, Communities and Local Government".
//!
//! Finds: the whole name, of which the model often takes the words up to the first comma for one and the rest for others.
//! Evidence: a word such as "Ministry" with "of", "for" or "on" behind it, and nothing in the list but what states, councils
//! and unions care for.
//! Also "Maritime and Coastguard Agency", of which it takes the end alone, and "University of California, Berkeley".
//! Does not find: lists of other words, which may be of several bodies.

use std::sync::LazyLock;

use super::document::{Document, Style};
use super::lexicon::Kinds;
use super::{Named, merge};
use crate::article::MentionType::{Gpe, Org};
use crate::text::Span;
use crate::text::word_table::WordTable;

/// How sure such a name is.
const SURE: f64 = 0.93;

/// A field has no more words: "Local Government", "Human and Peoples' Rights" are two.
const WORDS: usize = 4;

/// No name lists more fields.
const FIELDS: usize = 6;

/// Words that such names begin with, and words of what the bodies are for. From general knowledge.
const TABLE: &str = "\
    administration agency authority board bureau center centers centre committee committees council commission \
    department departments directorate inspectorate institute ministry office organisation organization secretariat \
    subcommittee union\thead\n\
    affairs ageing aging agriculture alcohol animal antiquities aquaculture artificial arts assistance aviation \
    banking budget buildings business care children citizenship civil climate climatology commerce communication \
    communications communities community competition construction consumer control cooperation correctional cultural \
    culture customs cyber data decentralisation decentralization defence defense development digital disability \
    disarmament disaster disease domestic drugs economic economics economy education elections electricity \
    emergencies emergency employment energy enforcement engineering enterprise entrepreneurship environment \
    environmental equality ethics excise explosives external families family finance financial firearms fisheries \
    food foreign forestry forests gender geology geophysics governance government growth health heritage higher home \
    homeland housing human humanitarian hydrocarbons hydrology immigration indigenous indirect industrial industries \
    industry information infrastructure innovation insurance integration intelligence interior internal international \
    investment irrigation islamic jobs judiciary justice labor labour land lands language languages law legal leisure \
    livestock local logistics marine maritime mechanical media medicine mental meteorology migration military mineral \
    minerals mines mining monetary municipal national natural naturalization nuclear nutrition ocean oceans oil \
    oversight parliamentary peace pensions petroleum planning policy population ports post posts power prevention \
    prisons privacy procurement production productivity protection public rail reconciliation reconstruction \
    recreation reform refugees regional relations relief religion religious research resources retirement rights \
    roads rural safety sanitation science sciences security senior service services settlement shipping skills small \
    social space sport sports standards state statistics strategic strategy supplies supply sustainability \
    sustainable tax taxation taxes technical technological technology telecommunications territorial tobacco tourism \
    trade traditional training transparency transport transportation tribal universities urban utilities veterans \
    veterinary vocational water welfare wildlife women work workers works youth\tfield\n";

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Head,
    Field,
}

static KINDS: LazyLock<WordTable<Kind>> =
    LazyLock::new(|| WordTable::new(TABLE, |word| if word.cells == "head" { Kind::Head } else { Kind::Field }));

/// Gives such names their whole length.
pub(super) fn settle(document: &Document, named: &mut Vec<Named>) {
    let mut whole: Vec<Named> = Vec::new();
    let reads = |style: &Style| matches!(style, Style::Sentence | Style::TitleCase);
    for (sentence, _) in document.sentences.iter().zip(&document.styles).filter(|(_, style)| reads(style)) {
        let (first, last) = (sentence.tokens.start, sentence.tokens.end);
        for at in first..last.saturating_sub(4) {
            let leads = matches!(document.word(at + 1), "of" | "for" | "on");
            if !leads || !document.is_capital(at) || !is_head(document, at) {
                continue;
            }
            let Some(end) = list_end(document, at + 2, last) else { continue };
            let span = document.span(start(document, named, first, at), end);
            if whole.last().is_none_or(|last| last.span.end <= span.start) {
                whole.push(Named { span, kind: Org, confidence: SURE, evidence: None, own: None });
            }
        }
    }
    merge::put(named, whole);
    complete_starts(document, named);
    join_campuses(document, named);
}

/// "Maritime and Coastguard Agency", of which the model has the last two words.
fn complete_starts(document: &Document, named: &mut [Named]) {
    let mut before = 0;
    for body in named {
        let tokens = document.tokens_of(body.span);
        let last = document.word(tokens.end - 1);
        let headed = body.kind == Org && document.kinds(tokens.end - 1).any(Kinds::ORG_HEAD) && !last.ends_with('s');
        let field = |at: &usize| document.is_capital(*at) && is_field(document, *at);
        if headed {
            let mut start = tokens.start;
            let mut lists = field(&start) && tokens.clone().any(|at| document.word(at) == "and");
            for _ in 0..FIELDS {
                let joint = start.checked_sub(1).filter(|joint| match document.word(*joint) {
                    "and" | "&" => true,
                    "," => lists,
                    _ => false,
                });
                let fields = |joint: usize| (0..joint).rev().take(WORDS).take_while(field).last();
                let Some(first) = joint.and_then(fields) else { break };
                (start, lists) = (first, true);
            }
            let free = document.tokens[start].span.start >= before
                && (start == 0 || !document.is_capital(start - 1) && !matches!(document.word(start - 1), "'" | "’"));
            if free {
                body.span.start = document.tokens[start].span.start;
            }
        }
        before = body.span.end;
    }
}

/// "University of California, Berkeley": of universities that are spread over a state, the city as well.
fn join_campuses(document: &Document, named: &mut Vec<Named>) {
    const STATES: [&str; 12] = [
        "Alabama",
        "Arkansas",
        "California",
        "Colorado",
        "Illinois",
        "Maryland",
        "Massachusetts",
        "Michigan",
        "Minnesota",
        "Missouri",
        "Texas",
        "Wisconsin",
    ];
    named.dedup_by(|city, university| {
        let state = university.span.of(document.text).strip_prefix("University of ");
        let between = Span { start: university.span.end, end: city.span.start };
        let joins = university.kind == Org
            && state.is_some_and(|state| STATES.contains(&state))
            && (city.kind == Gpe || document.kinds(document.first_token(city.span)).any(Kinds::TOWN))
            && between.of(document.text) == ", "
            && !STATES.contains(&city.span.of(document.text));
        if joins {
            university.span.end = city.span.end;
        }
        joins
    });
}

/// Whether the token is a word that such bodies are.
pub(super) fn is_head(document: &Document, at: usize) -> bool {
    is(document, at, Kind::Head)
}

/// Whether the token is a word of what ministries are for.
pub(super) fn is_field(document: &Document, at: usize) -> bool {
    is(document, at, Kind::Field)
}

fn is(document: &Document, at: usize, kind: Kind) -> bool {
    KINDS.find(document.word(at)) == Some(&kind)
}

/// Where the list ends that begins here: behind what "and" joins to fields that commas part.
fn list_end(document: &Document, start: usize, last: usize) -> Option<usize> {
    let mut at = field_end(document, start, last)?;
    for _ in 0..FIELDS {
        let comma = at < last && document.word(at) == ",";
        let joined = at + usize::from(comma);
        if joined < last && matches!(document.word(joined), "and" | "&") {
            // "Sustainability and the Environment", but not "Justice and the National Bank".
            let article = usize::from(joined + 1 < last && document.word(joined + 1) == "the");
            let ends = |end: &usize| article == 0 || *end == last || !document.is_capital(*end);
            return field_end(document, joined + 1 + article, last).filter(ends);
        }
        at = field_end(document, at + 1, last).filter(|_| comma)?;
    }
    None
}

/// Behind "Local Government".
fn field_end(document: &Document, start: usize, last: usize) -> Option<usize> {
    let field = |at: &usize| *at < last && document.is_capital(*at) && is_field(document, *at);
    let count = (start..start + WORDS).take_while(field).count();
    (count > 0).then_some(start + count)
}

/// Where the name begins: as the model has it, else with the capitals before "Ministry".
fn start(document: &Document, named: &[Named], first: usize, head: usize) -> usize {
    let known = merge::overlapping(named, document.tokens[head].span);
    if let Some(known) = known.first().filter(|known| known.kind == Org) {
        return document.first_token(known.span);
    }
    let capital = |at: &usize| document.is_capital(*at) && document.tokens[*at].spaced;
    (first + 1..head).rev().take(WORDS).take_while(capital).last().unwrap_or(head)
}
