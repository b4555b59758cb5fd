//! What comes out: one article as plain data.
//!
//! The same shape is the Rust struct, the JavaScript object, the line of the command line's
//! NDJSON and the TypeScript declarations in `src/npm/article.ts`, which are generated from this
//! file. Every `start` and `end` is half-open and counts the unit that the caller asked for with
//! [`Options::offsets`](crate::Options).

use serde::{Deserialize, Serialize};

use crate::options::OffsetUnit;
use crate::text::OffsetMap;
pub use crate::text::Span;

/// One article, read.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// What every offset indexes. Plain text comes back unchanged.
    pub text: String,
    /// What every start and end counts.
    #[serde(default)]
    pub offsets: OffsetUnit,
    /// What the input was read as.
    pub format: Format,
    /// What the article says of itself.
    pub metadata: Metadata,
    /// The parts of the text in order. They do not overlap, and every character that is not white
    /// space lies in one of them.
    pub blocks: Vec<Block>,
    /// Sentences, each within one block.
    pub sentences: Vec<Span>,
    /// Names, dates, times, amounts and other numbers, sorted, without overlap.
    pub mentions: Vec<Mention>,
    /// The people, organisations, places and other things that the mentions name.
    pub entities: Vec<Entity>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// Who asserts or denies what.
    pub claims: Vec<Claim>,
    /// What was odd about the input. Reading never fails.
    pub notices: Vec<Notice>,
}

/// How the input is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text.
    Text,
    /// A web page or a part of one.
    Html,
    /// Markdown.
    Markdown,
}

/// What the article says of itself: in its first lines, or in the page's head.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    /// The headline, without its line break.
    pub headline: Option<String>,
    /// The names in the byline.
    pub authors: Vec<String>,
    /// Where and when the article was filed.
    pub dateline: Option<Dateline>,
    /// The news agency, in the name it goes by: "Reuters", "RIA Novosti".
    pub agency: Option<String>,
    /// When it was published: ISO 8601, as precise as known.
    pub published: Option<String>,
    /// When it was last changed, where the page says so: ISO 8601.
    pub modified: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// The name of the site.
    pub site_name: Option<String>,
    /// The address of the page.
    pub url: Option<String>,
    /// The summary that the page gives of itself.
    pub description: Option<String>,
    /// The address of the lead picture.
    pub image: Option<String>,
    /// The section of the site.
    pub section: Option<String>,
    /// The page's own keywords.
    pub keywords: Vec<String>,
}

/// Where and when the article was filed: "MOSCOW, January 28 — RIA Novosti."
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Dateline {
    /// Where it starts.
    pub start: u32,
    /// Where it ends: after the dash or full stop that closes it.
    pub end: u32,
    /// The places, as printed.
    pub places: Vec<String>,
    /// ISO 8601; without a known year "--01-28" (xsd:gMonthDay).
    pub date: Option<String>,
    /// The agency, in the name it goes by.
    pub agency: Option<String>,
}

/// One part of the text.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// Where it starts: at its first character that is not white space.
    pub start: u32,
    /// Where it ends: after its last character that is not white space.
    pub end: u32,
    /// What it is.
    pub kind: BlockKind,
    /// The index of an earlier block that says the same: a headline printed twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub repeats: Option<u32>,
    /// Of a web page: a CSS selector of the element that holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub path: Option<String>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// A heading within the text, or a line under the headline.
    Subheading,
    /// "By Jane Roe".
    Byline,
    /// "MOSCOW, January 28 — RIA Novosti."
    Dateline,
    /// Running text.
    Paragraph,
    /// An entry of a list.
    ListItem,
    /// A passage set apart, such as an embedded post.
    Blockquote,
    /// The words under a picture, or its credit.
    Caption,
    /// "Editor's note: ..."
    EditorNote,
    /// "Correction: ...", "UPDATE 2", "(Adds details)".
    Correction,
    /// "(Reporting by ...; Editing by ...)", "- Reuters".
    Credit,
    /// "Also read: ...", "Read more".
    Teaser,
    /// A table.
    Table,
}

/// The type of a mention: the 18 types of OntoNotes 5, `MISC`, or a caller's own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MentionType {
    /// People's names, without titles.
    Person,
    /// Nationalities, peoples, religious and political groups.
    Norp,
    /// Buildings, airports, streets, bridges.
    Fac,
    /// Companies, agencies, institutions, teams.
    Org,
    /// Countries, cities, states.
    Gpe,
    /// Places without a government: mountains, rivers, regions.
    Loc,
    /// Vehicles, weapons, devices, drugs.
    Product,
    /// Named wars, storms, tournaments, holidays.
    Event,
    /// Titles of books, films, songs.
    WorkOfArt,
    /// Laws, treaties, constitutions.
    Law,
    /// Languages.
    Language,
    /// Dates and periods of a day or longer.
    Date,
    /// Times of the day and periods shorter than a day.
    Time,
    /// Percentages.
    Percent,
    /// Sums of money.
    Money,
    /// Measurements.
    Quantity,
    /// "first", "2nd".
    Ordinal,
    /// Other numbers.
    Cardinal,
    /// Other names: diseases, awards.
    Misc,
    /// The type of a caller's own pattern.
    Own(Box<str>),
}

impl MentionType {
    /// Every type but a caller's own, in the order of the contract.
    pub const ALL: [MentionType; 19] = {
        use MentionType::*;
        [
            Person, Norp, Fac, Org, Gpe, Loc, Product, Event, WorkOfArt, Law, Language, Date, Time, Percent, Money,
            Quantity, Ordinal, Cardinal, Misc,
        ]
    };

    /// The name in the output: "PERSON", "WORK_OF_ART".
    pub fn as_str(&self) -> &str {
        match self {
            MentionType::Own(name) => name,
            known => known.known_name().unwrap_or_default(),
        }
    }

    /// The name of every type but a caller's own.
    fn known_name(&self) -> Option<&'static str> {
        Some(match self {
            MentionType::Person => "PERSON",
            MentionType::Norp => "NORP",
            MentionType::Fac => "FAC",
            MentionType::Org => "ORG",
            MentionType::Gpe => "GPE",
            MentionType::Loc => "LOC",
            MentionType::Product => "PRODUCT",
            MentionType::Event => "EVENT",
            MentionType::WorkOfArt => "WORK_OF_ART",
            MentionType::Law => "LAW",
            MentionType::Language => "LANGUAGE",
            MentionType::Date => "DATE",
            MentionType::Time => "TIME",
            MentionType::Percent => "PERCENT",
            MentionType::Money => "MONEY",
            MentionType::Quantity => "QUANTITY",
            MentionType::Ordinal => "ORDINAL",
            MentionType::Cardinal => "CARDINAL",
            MentionType::Misc => "MISC",
            MentionType::Own(_) => return None,
        })
    }

    /// Reads the name back; a name that is none of the contract's becomes a caller's own type.
    pub fn from_name(name: &str) -> MentionType {
        MentionType::ALL
            .into_iter()
            .find(|known| known.as_str() == name)
            .unwrap_or_else(|| MentionType::Own(name.into()))
    }

    /// Whether it names a thing, so that its mentions belong to an entity. Dates, numbers and
    /// amounts do not.
    pub fn is_name(&self) -> bool {
        use MentionType::*;
        !matches!(self, Date | Time | Percent | Money | Quantity | Ordinal | Cardinal)
    }
}

impl Serialize for MentionType {
    /// A known type as a variant: of those the boundary to JavaScript makes each string only once.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.known_name() {
            Some(name) => serializer.serialize_unit_variant("MentionType", 0, name),
            None => serializer.serialize_str(self.as_str()),
        }
    }
}

impl<'de> Deserialize<'de> for MentionType {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|name| MentionType::from_name(&name))
    }
}

/// A name, date, number or amount where it stands in the text.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Mention {
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Its words: what the offsets cut out of the text.
    pub text: String,
    /// Its type.
    #[serde(rename = "type")]
    #[cfg_attr(test, ts(type = "MentionType"))]
    pub kind: MentionType,
    /// The index of its entity; null for dates, numbers and amounts.
    pub entity: Option<u32>,
    /// From 0 to 1: how sure the recognizer is.
    pub confidence: f64,
    /// Of a name: what spoke for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub evidence: Option<Evidence>,
    /// What a date, number or amount comes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub value: Option<Value>,
    /// The part of the article that it stands in.
    pub zone: Zone,
}

/// What spoke loudest for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// It is the caller's own name or pattern.
    Own,
    /// The form of its words: "Article 50".
    Pattern,
    /// It is an acronym that the article spells out, or the long form of one.
    Definition,
    /// The dateline has it as its place.
    Dateline,
    /// A title stands before it: "President".
    Title,
    /// The lexicon knows the whole name.
    KnownName,
    /// Its last or first word tells: "Ministry", "Mount".
    HeadWord,
    /// It has a known given name or surname in it.
    PersonName,
    /// The article has it in full elsewhere.
    SeenInFull,
    /// The words around it: the trained model weighed them with all else.
    Context,
}

/// The part of the article that a mention stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// A headline or a subheading.
    Headline,
    /// A dateline.
    Dateline,
    /// A byline.
    Byline,
    /// Running text.
    Body,
    /// Between quotation marks.
    Quote,
    /// A caption.
    Caption,
    /// An editor's note, a correction, an insertion in a quotation.
    Note,
    /// A credit line or an agency's tag.
    Credit,
    /// A teaser.
    Teaser,
}

/// What a date, number or amount comes to.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged, rename_all = "camelCase")]
pub enum Value {
    /// A temporal expression.
    Time {
        /// TIMEX3 value: "2019-01-28", "2019-W04", "P2Y".
        timex: String,
        /// What sort of temporal expression it is.
        kind: TimeKind,
        /// Whether something in the article or the options fixes it in time.
        anchored: bool,
    },
    /// An amount.
    Amount {
        /// The number.
        amount: f64,
        /// Money: ISO 4217; measurements: UCUM; percentages "%".
        unit: Option<String>,
        /// Whether the text says "about".
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        approx: Option<bool>,
        /// The lower end of a range.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        low: Option<f64>,
        /// The upper end of a range.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        high: Option<f64>,
    },
}

/// What sort of temporal expression a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum TimeKind {
    /// A day or a longer calendar unit.
    Date,
    /// A time of the day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// A thing that the article names.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Entity {
    /// The type of its mentions.
    #[serde(rename = "type")]
    #[cfg_attr(test, ts(type = "MentionType"))]
    pub kind: MentionType,
    /// The fullest form in the article.
    pub name: String,
    /// The other forms, most frequent first.
    pub aliases: Vec<String>,
    /// Indices in the article's mentions.
    pub mentions: Vec<u32>,
    /// "he", "she", "they" where they stand for it.
    pub pronouns: Vec<Span>,
    /// The offices it holds.
    pub roles: Vec<Role>,
    /// "Q717" where the offline base knows it.
    pub wikidata: Option<String>,
}

/// An office or title: "foreign Minister of Venezuela".
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Role {
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The title: "foreign Minister". Of a single word with what it is of: "mayor of Bergen".
    pub title: String,
    /// The index of the entity that it is an office of.
    pub of: Option<u32>,
    /// Whether the text calls it a past one.
    pub former: bool,
    /// Whether the text calls it an acting one.
    pub acting: bool,
}

/// A stretch of somebody's speech.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// Where it starts, quotation mark included.
    pub start: u32,
    /// Where it ends, quotation mark included.
    pub end: u32,
    /// How the words are given.
    pub kind: QuoteKind,
    /// The speaker's own words: without the marks and without an editor's insertions.
    pub content: Vec<Span>,
    /// Who speaks; null where nobody is named.
    pub speaker: Option<Speaker>,
    /// The words that attribute it: "said".
    pub cue: Option<Cue>,
    /// What stands between the marks without being the speaker's words: "(Venezuela - ed.)".
    pub insertions: Vec<Span>,
}

/// How a speaker's words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// Between quotation marks.
    Direct,
    /// Reported, without marks.
    Indirect,
    /// Reported, with some words between marks.
    Mixed,
    /// A quoted word or phrase that somebody used.
    Fragment,
}

/// The words that name who speaks, and the entity behind them.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Speaker {
    /// Where the words start.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words: "Nordmann", "he", "the ministry". Of a quotation of somebody without a name "a man in a hat", further
    /// up, rather than the "he" beside it.
    pub text: String,
    /// The index of the entity.
    pub entity: Option<u32>,
}

/// The words that attribute or take a stance: "said", "according to".
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Cue {
    /// Where the words start.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The dictionary form: "say".
    pub lemma: String,
}

/// A statement that somebody takes a stance on.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// Where the sentence or clause starts that carries it.
    pub start: u32,
    /// Where that sentence or clause ends.
    pub end: u32,
    /// The stance.
    pub stance: Stance,
    /// Who takes it; null for hearsay, of which the text does not say whose it is.
    pub source: Option<Speaker>,
    /// On whose word: "Reuters, citing anonymous sources".
    pub via: Vec<Speaker>,
    /// What is asserted or denied.
    pub content: Span,
    /// The words that express the stance.
    pub cue: Option<Cue>,
    /// The index of the quotation that the claim is; null for hearsay.
    pub quote: Option<u32>,
    /// The index of the earlier claim that this one denies or confirms.
    pub refers_to: Option<u32>,
}

/// The stance of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// Says that it is so.
    Asserts,
    /// Says that it is not so.
    Denies,
    /// Says that what another asserted is so.
    Confirms,
    /// Says that it is so, without proof.
    Alleges,
    /// Calls it uncertain.
    Doubts,
    /// Wants it done.
    Demands,
    /// Says that it will be so.
    Predicts,
}

/// Something odd about the input.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// A word for programs: "empty".
    pub code: String,
    /// A sentence for people.
    pub message: String,
    /// Where it starts, if it is about a place in the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub start: Option<u32>,
    /// Where it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub end: Option<u32>,
}

impl Article {
    /// Has the offsets, which count bytes, count the unit.
    pub(crate) fn count_in(&mut self, unit: OffsetUnit) {
        let text = std::mem::take(&mut self.text);
        let offsets = OffsetMap::new(&text, unit);
        self.each_span(|start, end| {
            *start = offsets.convert(*start);
            *end = offsets.convert(*end);
        });
        self.offsets = unit;
        self.text = text;
    }

    /// Passes every start and end of the article to `change`. The one list of where offsets are kept.
    pub(crate) fn each_span(&mut self, mut change: impl FnMut(&mut u32, &mut u32)) {
        macro_rules! both {
            ($item:expr) => {
                change(&mut $item.start, &mut $item.end)
            };
        }
        if let Some(dateline) = &mut self.metadata.dateline {
            both!(dateline);
        }
        self.blocks.iter_mut().for_each(|block| both!(block));
        self.sentences.iter_mut().for_each(|sentence| both!(sentence));
        self.mentions.iter_mut().for_each(|mention| both!(mention));
        for entity in &mut self.entities {
            entity.pronouns.iter_mut().for_each(|pronoun| both!(pronoun));
            entity.roles.iter_mut().for_each(|role| both!(role));
        }
        for quote in &mut self.quotes {
            both!(quote);
            quote.content.iter_mut().chain(&mut quote.insertions).for_each(|part| both!(part));
            quote.speaker.iter_mut().for_each(|speaker| both!(speaker));
            quote.cue.iter_mut().for_each(|cue| both!(cue));
        }
        for claim in &mut self.claims {
            both!(claim);
            claim.source.iter_mut().chain(&mut claim.via).for_each(|speaker| both!(speaker));
            both!(claim.content);
            claim.cue.iter_mut().for_each(|cue| both!(cue));
        }
        for notice in &mut self.notices {
            if let (Some(start), Some(end)) = (&mut notice.start, &mut notice.end) {
                change(start, end);
            }
        }
    }
}
