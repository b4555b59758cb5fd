//! Stage 3: tokens become names.
//!
//! Finders look for names, each in its own way, and propose [`Candidate`]s, which may overlap.
//! [`merge`] alone decides between them. A finder is a function over the [`Document`]; the
//! statistical one takes its place in [`FINDERS`] beside the others.

mod acronyms;
mod document;
pub(crate) mod lexicon;
mod matches;
mod measures;
mod merge;
mod own;
mod patterns;
mod repeats;
mod runs;

use crate::article::MentionType;
use crate::options::Options;
use crate::read::Reading;
use crate::segment::Segments;
use crate::text::Span;

use document::Document;
pub(crate) use matches::{Match, find_matches};
pub(crate) use measures::{Base, Clock, Meaning, Measure, Period, Temporal, Tense, Timex, Toward, Unit, When, Year};

/// A name where it stands, before it is known which entity it names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    pub span: Span,
    pub kind: MentionType,
    pub evidence: Evidence,
    /// The index in the caller's lexicon of the entry that it is.
    pub own: Option<u32>,
}

/// A name that a finder proposes.
pub(crate) type Candidate = Named;

/// Why something was taken for a name, strongest first: where candidates overlap the stronger wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Evidence {
    /// The caller's own name or pattern.
    Own,
    /// The form of the words themselves: "Article 50".
    Pattern,
    /// A definition: "World Health Organization (WHO)".
    Definition,
    /// A title before it: "President".
    TitleBefore,
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
    pub(crate) fn confidence(self) -> f64 {
        match self {
            Evidence::Own => 1.0,
            Evidence::Pattern => 0.64,
            Evidence::Definition => 0.9,
            Evidence::TitleBefore => 0.79,
            Evidence::KnownName => 0.9,
            Evidence::HeadWord => 0.76,
            Evidence::PersonName => 0.75,
            Evidence::SeenInFull => 0.82,
            Evidence::Capitals => 0.45,
            Evidence::Context => 0.58,
            Evidence::Shape => 0.25,
        }
    }
}

/// The finders, in the order in which they may use what earlier ones found.
const FINDERS: [fn(&Document, &mut Vec<Candidate>); 4] = [patterns::find, runs::find, acronyms::find, repeats::find];

/// Names and measures: each list in order, and nothing overlaps.
pub(crate) struct Recognized {
    pub named: Vec<Named>,
    pub measures: Vec<Measure>,
}

/// Finds the names, dates and amounts of the article. `matches` are those of the caller's patterns.
pub(crate) fn recognize(reading: &Reading, segments: &Segments, options: &Options, matches: &[Match]) -> Recognized {
    let own = own::Own::new(options, matches);
    let document = Document::new(reading, segments);
    let mut candidates = own.find(&document);
    for find in FINDERS {
        find(&document, &mut candidates);
    }
    candidates.retain(|candidate| !own.ignores(candidate.span.of(document.text)));
    let named = merge::merge(candidates);
    let mut measures = measures::find(&document);
    measures.retain(|measure| !own.ignores(measure.span.of(document.text)));
    let (named, measures) = merge::with_measures(named, measures);
    Recognized { named, measures }
}
