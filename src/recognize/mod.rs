//! Stage 3: tokens become names.
//!
//! Finders look for names by rules, each in its own way, and propose [`Candidate`]s, which may
//! overlap; [`merge`] alone decides between them. The [`tagger`], a trained model, takes what is
//! left as one kind of evidence beside many others and has the last word. What the caller says of
//! names goes before all of it.

mod acronyms;
mod agree;
mod apposed;
mod datelines;
pub(crate) mod document;
pub(crate) mod hashed;
mod initialisms;
pub(crate) mod lexicon;
mod lists;
mod marks;
mod matches;
mod measures;
mod merge;
mod ministries;
mod nicknames;
mod offices;
mod own;
mod patterns;
mod repeats;
mod runs;
mod tables;
pub(crate) mod tagger;
mod teams;
mod uncased;

use crate::article::{self, MentionType};
use crate::options::Options;
use crate::read::Reading;
use crate::segment::Segments;
use crate::text::Span;

pub(crate) use agree::are_letters_of_office;
use document::Document;
pub(crate) use matches::{Match, find_matches};
pub(crate) use measures::{Base, Clock, Meaning, Measure, Period, Temporal, Tense, Timex, Toward, Unit, When, Year};

/// A name where it stands, before it is known which entity it names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    pub span: Span,
    pub kind: MentionType,
    /// From 0 to 1.
    pub confidence: f64,
    /// What the rules have for it; none where the model alone says so.
    pub evidence: Option<Evidence>,
    /// The index in the caller's lexicon of the entry that it is.
    pub own: Option<u32>,
}

impl Named {
    /// What spoke loudest for it.
    pub(crate) fn evidence(&self) -> article::Evidence {
        use article::Evidence as Public;
        match self.evidence {
            Some(Evidence::Own) => Public::Own,
            Some(Evidence::Pattern) => Public::Pattern,
            Some(Evidence::Definition) => Public::Definition,
            Some(Evidence::Dateline) => Public::Dateline,
            Some(Evidence::TitleBefore) => Public::Title,
            Some(Evidence::KnownName) => Public::KnownName,
            Some(Evidence::Ministry | Evidence::HeadWord) => Public::HeadWord,
            Some(Evidence::PersonName) => Public::PersonName,
            Some(Evidence::SeenInFull) => Public::SeenInFull,
            Some(Evidence::Capitals | Evidence::Context | Evidence::Shape) | None => Public::Context,
        }
    }
}

/// A name that a finder proposes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Candidate {
    pub span: Span,
    pub kind: MentionType,
    pub evidence: Evidence,
    /// The index in the caller's lexicon of the entry that it is.
    pub own: Option<u32>,
}

/// Why something was taken for a name, strongest first: where candidates overlap the stronger wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Evidence {
    /// The caller's own name or pattern.
    Own,
    /// The form of the words themselves: "Article 50".
    Pattern,
    /// A definition: "World Health Organization (WHO)".
    Definition,
    /// The dateline has it as its place.
    Dateline,
    /// A title before it: "President".
    TitleBefore,
    /// A ministry's name with small letters within, as machines translate it: "foreign Ministry".
    Ministry,
    /// The lexicon knows the whole name.
    KnownName,
    /// Its last or first word tells: "Ministry", "Mount".
    HeadWord,
    /// A given name or surname of the lexicon in it.
    PersonName,
    /// The article has it in full elsewhere.
    SeenInFull,
    /// A word in capitals that nothing explains.
    Capitals,
    /// What stands around it: "in ...", "... said".
    Context,
    /// Capital letters alone.
    Shape,
}

impl Evidence {
    /// How often a name found by this evidence alone has the right span and type: measured on
    /// annotated news by `cargo run --release -p train -- evidence leipzig.jsonl current_events.jsonl`.
    pub(crate) fn precision(self) -> f64 {
        match self {
            Evidence::Own => 1.0,
            Evidence::Pattern => 0.66,
            Evidence::Definition => 0.89,
            Evidence::Dateline => 0.95,
            Evidence::TitleBefore => 0.84,
            Evidence::Ministry => 0.92,
            Evidence::KnownName => 0.92,
            Evidence::HeadWord => 0.76,
            Evidence::PersonName => 0.77,
            Evidence::SeenInFull => 0.89,
            Evidence::Capitals => 0.44,
            Evidence::Context => 0.59,
            Evidence::Shape => 0.26,
        }
    }
}

/// The finders, in the order in which they may use what earlier ones found.
const FINDERS: [fn(&Document, &mut Vec<Candidate>); 6] =
    [patterns::find, uncased::find, datelines::find, runs::find, acronyms::find, repeats::find];

/// Names and measures: each list in order, and nothing overlaps.
pub(crate) struct Recognized {
    pub named: Vec<Named>,
    pub measures: Vec<Measure>,
}

/// Finds the names, dates and amounts of the article. `matches` are those of the caller's patterns.
pub(crate) fn recognize(reading: &Reading, segments: &Segments, options: &Options, matches: &[Match]) -> Recognized {
    let own = own::Own::new(options, matches);
    let document = Document::new(reading, segments);
    let callers = merge::merge(own.find(&document));
    let rules = rules(&document);
    let mut named = tagger::find(&document, &rules);
    marks::settle(&document, &mut named);
    tables::settle(&document, &mut named);
    ministries::settle(&document, &mut named);
    nicknames::settle(&document, &mut named);
    agree::settle_acronyms(&document, &mut named);
    apposed::settle(&document, &mut named);
    lists::settle(&document, &mut named);
    agree::complete_initials(&document, &mut named);
    agree::trim_titles(&document, &mut named);
    agree::agree(&document, &mut named);
    teams::settle(&document, &mut named);
    agree::complete_surnames(&document, &mut named);
    merge::note_evidence(&mut named, &rules);
    repeats::find_in_headlines(&document, &mut named);
    let mut named = merge::with_firm(named, rules, document.text);
    offices::settle(&document, &mut named);
    agree::follow_longer(&document, &mut named);
    let mut named = merge::with_own(named, callers);
    named.retain(|named| !own.ignores(named.span.of(document.text)));
    let mut measures = measures::find(&document);
    measures.retain(|measure| !own.ignores(measure.span.of(document.text)));
    let (named, measures) = merge::with_measures(named, measures);
    Recognized { named, measures }
}

/// What the rules find.
pub(crate) fn rules(document: &Document) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for find in FINDERS {
        find(document, &mut candidates);
    }
    merge::merge(candidates)
}
