//! Names in running text: stretches of words with capitals, cut where one name ends and the next
//! begins, and typed by what the lexicon knows of their words.
//!
//! Finds: people, organisations, places, peoples, structures, events, laws, products.
//! Evidence: titles before a name, words that head a kind of name, given names and surnames, names
//! that the lexicon knows whole, what stands around.
//! Does not find: names written small; anything in headlines that give every word a capital,
//! except what the lexicon knows whole (`repeats` finds the rest).
//! Example: "Russian President Vladimir Putin" is NORP, a title and PERSON.

use super::document::{Document, Style};
use super::lexicon::{self, HEADS, Kinds};
use super::{Candidate, Evidence, ministries};
use crate::article::MentionType;
use crate::segment::{Case, TokenKind};

pub(super) fn find(document: &Document, found: &mut Vec<Candidate>) {
    for (sentence, style) in document.sentences.iter().zip(&document.styles) {
        let (start, end, table) = (sentence.tokens.start, sentence.tokens.end, *style == Style::Table);
        let mut reader = Reader { document, start, end, table, found };
        match style {
            Style::Sentence | Style::Table => reader.runs(),
            Style::TitleCase | Style::AllCaps => reader.known_names(),
        }
    }
}

/// The most tokens that a run is followed for. No name is as long; text that is one endless run is
/// read in pieces.
pub(super) const LONGEST: usize = 32;

/// Words that stand between the capitals of one name.
const JOINING: &[&str] = &["of", "for", "and", "the", "&", "on", "in", "to"];

/// What ministries are for.
const PORTFOLIOS: &[&str] = &[
    "agriculture",
    "culture",
    "defence",
    "defense",
    "economy",
    "education",
    "energy",
    "finance",
    "foreign",
    "health",
    "interior",
    "justice",
    "transport",
];

/// Words within people's names that are written small.
const PARTICLES: &[&str] = &[
    "al", "bin", "bint", "da", "das", "de", "del", "della", "der", "di", "do", "dos", "du", "e", "el", "ibn", "la",
    "le", "ten", "ter", "van", "von", "y", "zu",
];

struct Reader<'a, 'b> {
    document: &'a Document<'a>,
    /// The tokens of the sentence.
    start: usize,
    end: usize,
    /// Whether it is a line of a table.
    table: bool,
    found: &'b mut Vec<Candidate>,
}

impl Reader<'_, '_> {
    fn runs(&mut self) {
        let mut at = self.start;
        while at < self.end {
            if let Some(after) = self.small_name(at) {
                at = after;
            } else if self.begins_run(at) {
                let after = self.run_end(at);
                // "the Orlov Ltd IPO", "Nordal SUVs".
                let things = (at + 1..after).rev().take_while(|at| self.document.is_initialism(*at)).count();
                self.read_run(at, after - things);
                at = after;
            } else {
                at += 1;
            }
        }
    }

    /// In text that gives every word a capital: only what the lexicon knows whole.
    fn known_names(&mut self) {
        let mut at = self.start;
        while at < self.end {
            let word = self.document.words[at];
            let known = word.phrase.or(Some((1, word.kinds))).filter(|(length, kinds)| {
                let towns = kinds.any(Kinds::TOWN) && kinds.any(PERSON_NAMES.and(Kinds::COMMON));
                kinds.name_type().is_some() && (*length > 1 || !kinds.any(Kinds::COMMON) && !towns)
            });
            let pair = at + 1 < self.end
                && word.kinds.any(Kinds::GIVEN)
                && self.document.is_capital(at + 1)
                && self.document.tokens[at + 1].spaced
                && self.document.words[at + 1].kinds.any(Kinds::SURNAME)
                && !word.kinds.and(self.document.words[at + 1].kinds).any(Kinds::COMMON);
            at = match known {
                _ if pair => self.add(at, at + 2, MentionType::Person, Evidence::PersonName),
                Some((length, kinds)) => {
                    let name_type = kinds.name_type().expect("filtered");
                    self.add(at, at + usize::from(length), name_type, Evidence::KnownName)
                }
                None => at + 1,
            };
        }
    }

    /// A name of the lexicon that starts with a small letter: "al-Qaeda", "iPhone".
    fn small_name(&mut self, at: usize) -> Option<usize> {
        let word = self.document.words[at];
        let (length, kinds) = match self.document.tokens[at].case {
            Case::Lower => word.phrase?,
            Case::Inner => word.phrase.unwrap_or((1, word.kinds)),
            _ => return None,
        };
        Some(self.add(at, at + usize::from(length), kinds.name_type()?, Evidence::KnownName))
    }

    fn begins_run(&self, at: usize) -> bool {
        self.document.is_capital(at) && !self.is_calendar(at)
    }

    /// Months and weekdays are no names, unless a longer name starts with them: "Black Friday".
    fn is_calendar(&self, at: usize) -> bool {
        let word = self.document.words[at];
        word.kinds.any(Kinds::CALENDAR) && word.phrase.is_none()
    }

    /// Past the last token that could belong to the same name.
    fn run_end(&self, start: usize) -> usize {
        let mut at = start + self.document.words[start].length();
        while at < self.end.min(start + LONGEST) {
            let token = &self.document.tokens[at];
            let surname = self.document.words[at - 1].kinds.any(Kinds::GIVEN) && token.spaced;
            if self.document.is_capital(at) && (!self.is_calendar(at) || surname) {
                // Without white space only a hyphen joins, and only an abbreviation may stand before.
                if !token.spaced
                    && self.document.tokens[at - 1].kind == TokenKind::Mark
                    && self.document.word(at - 1) != "-"
                {
                    break;
                }
                at += self.document.words[at].length();
            } else if let Some(after) = self.joined(start, at) {
                at = after;
            } else {
                break;
            }
        }
        at.min(self.end)
    }

    /// At a token that is no word with a capital: past it, where the name goes on behind it.
    fn joined(&self, start: usize, at: usize) -> Option<usize> {
        let word = self.document.word(at);
        let capital = |at: usize| at < self.end && self.document.is_capital(at) && !self.is_calendar(at);
        let tokens = self.document.tokens;
        match tokens[at].kind {
            TokenKind::Mark if matches!(word, "-" | "–") => {
                let tight = !tokens[at].spaced && tokens.get(at + 1).is_some_and(|next| !next.spaced);
                (tight && capital(at + 1) && !self.document.words[at + 1].kinds.any(Kinds::CALENDAR)).then_some(at + 1)
            }
            // "National Farmers' Union".
            TokenKind::Mark if matches!(word, "'" | "’") => {
                let owner = !tokens[at].spaced && self.document.word(at - 1).ends_with('s');
                let headed = capital(at + 1) && self.document.words[at + 1].kinds.any(Kinds::ORG_HEAD);
                (owner && headed).then_some(at + 1)
            }
            TokenKind::Mark if word == "&" => capital(at + 1).then_some(at + 1),
            TokenKind::Mark if word == "," => self.document.is_split_suffix(at, self.end).then_some(at + 1),
            TokenKind::Word if PARTICLES.binary_search(&word).is_ok() => {
                let next = if at + 2 < self.end && PARTICLES.binary_search(&self.document.word(at + 1)).is_ok() {
                    at + 2
                } else {
                    at + 1
                };
                let next = if next < self.end && self.document.word(next) == "-" { next + 1 } else { next };
                capital(next).then_some(next)
            }
            // "foreign Ministry": machines translate the small letters of other languages.
            TokenKind::Word if PORTFOLIOS.contains(&word) => {
                (capital(at + 1) && self.document.words[at + 1].kinds.any(Kinds::ORG_HEAD)).then_some(at + 2)
            }
            TokenKind::Word if JOINING.contains(&word) => self.joined_by_word(start, at, word),
            _ => None,
        }
    }

    /// "Bank of England", "Department for Education", "Trade and Industry".
    fn joined_by_word(&self, start: usize, at: usize, word: &str) -> Option<usize> {
        let before = self.document.words[at - 1].kinds;
        let mut next = at + 1;
        if next < self.end && self.document.word(next) == "the" {
            next += 1;
        }
        if next >= self.end || !self.document.is_capital(next) || self.is_calendar(next) {
            return None;
        }
        let prefixed = (start..at).any(|at| self.document.words[at].kinds.any(PREFIXES));
        let joins = match word {
            "of" => before.any(PREFIXES),
            "for" | "on" => before.any(Kinds::ORG_HEAD.and(Kinds::ORG_PREFIX)),
            "and" => {
                // Two names, unless an institution's name has begun: "Ministry of Trade and Industry".
                let list = before.name_type().is_some() || self.document.words[next].kinds.name_type().is_some();
                // "National Weather and Water Service".
                let opens = at == start + 2
                    && matches!(self.document.word(start), "Federal" | "National" | "Royal" | "State")
                    && (next + 1..self.end.min(next + 3))
                        .any(|at| self.document.is_capital(at) && self.document.words[at].kinds.any(Kinds::ORG_HEAD));
                !list && (opens || prefixed && at > start + 2 && self.document.word(at - 1) != "of")
            }
            _ => false,
        };
        joins.then_some(next)
    }

    /// Cuts a run into names.
    fn read_run(&mut self, start: usize, end: usize) {
        let mut at = start;
        let mut titled = false;
        let mut segment = start;
        while at < end {
            let title = usize::from(self.document.words[at].title);
            let after = at + title;
            if title > 0 && after <= end && self.is_title(segment, at, after, end) {
                if segment < at {
                    self.read_segment(segment, at, titled);
                }
                at = after;
                segment = after;
                titled = true;
            } else {
                at += self.document.words[at].phrase.map_or(1, |(length, _)| usize::from(length));
            }
        }
        if segment < end {
            self.read_segment(segment, end, titled);
        }
    }

    /// Whether the tokens from `at` to `after` are a title rather than a part of a name.
    fn is_title(&self, segment: usize, at: usize, after: usize, end: usize) -> bool {
        let document = self.document;
        if document.words[at].phrase.is_some_and(|(length, _)| usize::from(length) > after - at) {
            return false;
        }
        if after == end {
            // A title that ends the run stands alone: "the President said". "Martin King" does not, nor "Ms. King".
            let surname = document.words[at].kinds.any(Kinds::SURNAME)
                && segment < at
                && document.words[at - 1].kinds.any(Kinds::GIVEN);
            return !surname && !self.is_addressed(at);
        }
        let last = document.words[end - 1].kinds;
        let headed = end - after <= 2 && last.any(HEADS) && !last.any(PERSON_NAMES);
        document.is_capital(after) && !headed && document.tokens[after].spaced
    }

    /// "Ms. King": a rank that is a surname where somebody is addressed by it. "Mr. President" is an office.
    fn is_addressed(&self, at: usize) -> bool {
        const RANKS: &[&str] = &[
            "Abbot", "Baron", "Bishop", "Dean", "Duke", "Earl", "Judge", "King", "Knight", "Major", "Marshal", "Pope",
            "Prince", "Prior", "Sergeant",
        ];
        at > self.start
            && matches!(self.document.word(at - 1), "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms.")
            && RANKS.contains(&self.document.word(at))
    }

    /// One stretch without titles: strips what does not belong, then types it.
    fn read_segment(&mut self, start: usize, end: usize, titled: bool) {
        let (mut start, mut end) = (start, end);
        let document = self.document;
        while start < end
            && (!document.is_capital(start) || self.is_opening_word(start, end) || self.is_calendar(start))
        {
            start += 1;
        }
        let phrase_end =
            (start..end).filter_map(|at| document.words[at].phrase.map(|(length, _)| at + usize::from(length))).max();
        while end > start && !document.is_capital(end - 1) && phrase_end != Some(end) {
            end -= 1;
        }
        if start == end {
            return;
        }
        if titled {
            let stop = self.person_end(start, end);
            self.add(start, stop, MentionType::Person, Evidence::TitleBefore);
            if stop < end {
                self.read_segment(stop, end, false);
            }
            return;
        }
        if let Some((name_type, evidence)) = self.type_of(start, end) {
            self.add(start, end, name_type, evidence);
            return;
        }
        // A name that the lexicon knows, then the rest: "Russian Sputnik", "New York Giants".
        if let Some(cut) = self.leading_name(start, end) {
            self.read_segment(start, cut, false);
            self.read_segment(cut, end, false);
            return;
        }
        if let Some((name_type, evidence)) = self.guess(start, end) {
            self.add(start, end, name_type, evidence);
        }
    }

    /// The first word of a sentence that is there for the sentence's sake.
    fn is_opening_word(&self, at: usize, end: usize) -> bool {
        let document = self.document;
        let kinds = document.words[at].kinds;
        let word = document.word(at);
        if matches!(word, "The" | "A" | "An" | "I" | "This" | "That" | "In" | "On" | "At" | "For" | "And" | "But") {
            return document.words[at].phrase.is_none() || word == "I";
        }
        if !self.opens(at) || document.words[at].phrase.is_some() {
            return false;
        }
        let alone = at + 1 == end;
        let adverb = word.ends_with("ly") || word.contains("n't") || word.contains("n’t");
        if alone && adverb && kinds.name_type().is_none() {
            return true;
        }
        let named = kinds.name_type().is_some() && !kinds.any(Kinds::TOWN);
        let given = !alone && kinds.any(Kinds::GIVEN) && document.words[at + 1].kinds.any(Kinds::SURNAME);
        let headed = !alone && kinds.any(HEADS.and(PREFIXES).and(Kinds::LOC_PREFIX));
        // "Social Affairs Ministry"
        let field = || {
            at + 2 < end
                && (at..at + 2).all(|at| ministries::is_field(document, at))
                && ministries::is_head(document, end - 1)
        };
        let common = kinds.any(Kinds::COMMON) || alone && lexicon::is_common_word(kinds, word);
        common && !named && !given && !headed && !field()
    }

    /// Whether a sentence, or a quotation or clause within it, starts with the token. What a line of a
    /// table starts with has a capital of its own.
    fn opens(&self, at: usize) -> bool {
        if self.table {
            return false;
        }
        at == self.start
            || matches!(
                self.document.word(at - 1),
                "“" | "\"" | "‘" | "'" | ":" | "«" | "(" | "—" | "–" | "-" | "•" | "*" | "[" | "..."
            )
            || self.document.tokens[at - 1].kind == TokenKind::Number && at - 1 == self.start
    }

    /// The type of the whole stretch, where something in it tells.
    fn type_of(&self, start: usize, end: usize) -> Option<(MentionType, Evidence)> {
        let document = self.document;
        let (first, last) = (document.words[start], document.words[end - 1]);
        if end - start == 1 {
            return self.type_of_one(start);
        }
        if let Some((length, kinds)) = first.phrase.filter(|(length, _)| usize::from(*length) == end - start) {
            debug_assert!(length > 1);
            return Some((kinds.name_type()?, Evidence::KnownName));
        }
        let tail = (start + 1..end)
            .find_map(|at| document.words[at].phrase.filter(|(length, _)| at + usize::from(*length) == end));
        if let Some((_, kinds)) = tail.filter(|(_, kinds)| kinds.any(Kinds::ORG) && !kinds.any(Kinds::GPE)) {
            // "United States House of Representatives"
            return Some((kinds.name_type()?, Evidence::HeadWord));
        }
        let before_of = (start..end).find(|at| matches!(document.word(*at), "of" | "for" | "on"));
        let head = before_of.filter(|of| *of > start).map_or(last.kinds, |of| document.words[of - 1].kinds);
        let person = first.kinds.any(Kinds::GIVEN)
            && !first.kinds.any(Kinds::NORP)
            && end - start <= 3
            && last.kinds.any(PERSON_NAMES)
            && before_of.is_none();
        if self.is_name_before_person(start, end) {
            return None;
        }
        if !person {
            if let Some(name_type) = head_type(head) {
                let translated = (start..end).any(|at| PORTFOLIOS.contains(&document.word(at)));
                return Some((name_type, if translated { Evidence::Ministry } else { Evidence::HeadWord }));
            }
            if let Some(name_type) = prefix_type(first.kinds, before_of.is_some()) {
                return Some((name_type, Evidence::HeadWord));
            }
        }
        self.is_person(start, end).then_some((MentionType::Person, Evidence::PersonName))
    }

    fn type_of_one(&self, at: usize) -> Option<(MentionType, Evidence)> {
        let kinds = self.document.words[at].kinds;
        if kinds.any(Kinds::NORP) && self.names_language(at) {
            return Some((MentionType::Language, Evidence::Context));
        }
        let (common, person) = (kinds.any(Kinds::COMMON), kinds.any(PERSON_NAMES));
        let town = kinds.any(Kinds::TOWN) && !kinds.any(Kinds::NORP.and(Kinds::ORG));
        if town && (person || common) && !self.after_place_word(at) {
            // Small towns share their names with people, whom an article first names in full:
            // `repeats` knows those.
            return match common {
                true => None,
                false if self.before_speech(at + 1) => Some((MentionType::Person, Evidence::Context)),
                false => Some((MentionType::Gpe, Evidence::Context)),
            };
        }
        // "WHO officials" is no question.
        let tokens = &self.document.tokens[at..self.end];
        let acronym = matches!(tokens, [word, next, ..] if word.case == Case::Upper && next.is_small());
        let doubtful = common && self.opens(at) && !acronym;
        kinds.name_type().filter(|_| !doubtful).map(|name_type| (name_type, Evidence::KnownName))
    }

    /// "in Russian", "speaks Russian", "the Russian language".
    fn names_language(&self, at: usize) -> bool {
        let next = (at + 1 < self.end).then(|| self.document.word(at + 1));
        let spoken = at > self.start
            && matches!(
                self.document.word(at - 1),
                "in" | "In" | "speak" | "speaks" | "spoke" | "speaking" | "fluent" | "into" | "learn"
            );
        let ends = next.is_none_or(|next| {
            matches!(next, "." | "," | ";" | ")" | "and" | "or" | "”" | "\"" | "on" | "as" | "that" | "at")
        });
        next == Some("language") || spoken && ends
    }

    /// Two to four words of which the lexicon knows some as people's names.
    fn is_person(&self, start: usize, end: usize) -> bool {
        let document = self.document;
        let words = end - start;
        let (first, last) = (document.words[start].kinds, document.words[end - 1].kinds);
        let initials = (start..end - 1).any(|at| document.tokens[at].case == Case::Initial);
        let named = first.any(Kinds::GIVEN) && !first.any(Kinds::NORP)
            || initials
            || last.any(Kinds::SURNAME) && first.any(PERSON_NAMES);
        let upper = document.tokens[end - 1].case == Case::Upper && document.tokens[start].case != Case::Upper;
        (2..=6).contains(&words) && named && !upper && document.words[start].phrase.is_none()
    }

    /// How far the name of a person with a title goes.
    fn person_end(&self, start: usize, end: usize) -> usize {
        let document = self.document;
        let stop = (start + 1..end).find(|at| {
            let kinds = document.words[*at].kinds;
            kinds.any(Kinds::NORP.and(Kinds::ORG_HEAD)) && !kinds.any(PERSON_NAMES)
                || matches!(document.word(*at), "of" | "and" | "&" | "for")
        });
        let stop = stop.unwrap_or(end);
        if document.is_capital(stop - 1) { stop } else { start + 1 }
    }

    /// Where a leading name that the lexicon knows ends, if more follows.
    fn leading_name(&self, start: usize, end: usize) -> Option<usize> {
        let document = self.document;
        let word = document.words[start];
        let cut = match word.phrase {
            Some((length, _)) => start + usize::from(length),
            None if word.kinds.any(Kinds::NORP) => start + 1,
            None if word.kinds.any(Kinds::GPE) && !word.kinds.any(PERSON_NAMES.and(Kinds::TOWN)) => start + 1,
            None if self.is_name_before_person(start, end) => start + 1,
            None => (start + 1..end)
                .find(|at| document.words[*at].phrase.is_some_and(|(length, _)| at + usize::from(length) <= end))?,
        };
        (cut < end).then_some(cut)
    }

    /// "Caracas Kari Low", "Parliament Kari Low": a name or the head of one, then a person.
    fn is_name_before_person(&self, start: usize, end: usize) -> bool {
        let kinds = self.document.words[start].kinds;
        let before = kinds.any(Kinds::GPE.and(Kinds::ORG).and(Kinds::ORG_HEAD)) && !kinds.any(Kinds::GIVEN);
        before && end - start >= 3 && self.is_person(start + 1, end)
    }

    /// The type of a stretch in which nothing tells.
    fn guess(&self, start: usize, end: usize) -> Option<(MentionType, Evidence)> {
        let document = self.document;
        let kinds = document.words[start].kinds;
        let upper = document.tokens[start].case == Case::Upper;
        let alone = end - start == 1;
        let headed = alone && kinds.any(HEADS.and(Kinds::TITLE));
        if alone && document.is_initialism(start) {
            return None;
        }
        if alone && upper {
            return (!document.is_currency(start) && !headed).then_some((MentionType::Org, Evidence::Capitals));
        }
        if alone && (kinds.any(Kinds::COMMON) || headed || document.tokens[start].case == Case::Initial) {
            return None;
        }
        if self.before_speech(end) {
            return Some((MentionType::Person, Evidence::Context));
        }
        if self.after_place_word(start) && !kinds.any(PERSON_NAMES) {
            return Some((MentionType::Gpe, Evidence::Context));
        }
        let plain = (start..end)
            .all(|at| document.tokens[at].case == Case::Title && !document.words[at].kinds.any(Kinds::COMMON));
        Some(match end - start {
            1 if kinds.any(PERSON_NAMES) => (MentionType::Person, Evidence::Context),
            2..=3 if plain => (MentionType::Person, Evidence::Shape),
            _ => (MentionType::Org, Evidence::Shape),
        })
    }

    /// After "in", "near" and the like.
    fn after_place_word(&self, at: usize) -> bool {
        at > self.start
            && matches!(
                self.document.word(at - 1),
                "in" | "near" | "from" | "In" | "outside" | "across" | "around" | "visiting" | "of"
            )
    }

    /// Before "said" and the like.
    fn before_speech(&self, end: usize) -> bool {
        end < self.end
            && self.document.tokens[end].kind == TokenKind::Word
            && self.document.kinds(end).any(Kinds::SPEECH)
    }

    /// To the small half of a given name: "Kim Min-su".
    fn with_second_syllable(&self, end: usize) -> usize {
        let tight = |at: usize| at < self.end && !self.document.tokens[at].spaced;
        let small = tight(end)
            && self.document.word(end) == "-"
            && tight(end + 1)
            && self.document.tokens[end + 1].case == Case::Lower
            && self.document.tokens[end + 1].kind == TokenKind::Word
            && !self.document.kinds(end + 1).any(Kinds::COMMON);
        if small { end + 2 } else { end }
    }

    /// From a particle that belongs to the name: "de Waal", "al-Low".
    fn with_particle(&self, start: usize) -> usize {
        let tokens = self.document.tokens;
        let hyphen = start >= self.start + 2
            && self.document.word(start - 1) == "-"
            && !tokens[start].spaced
            && !tokens[start - 1].spaced;
        let at = if hyphen { start - 2 } else { start.saturating_sub(1) };
        let leads = ["al", "bin", "da", "de", "del", "di", "el", "van", "von"];
        let particle = at >= self.start && at < start && leads.contains(&self.document.word(at));
        if particle && (hyphen || tokens[start].spaced) { at } else { start }
    }

    fn add(&mut self, start: usize, end: usize, kind: MentionType, evidence: Evidence) -> usize {
        let (start, end) = match kind {
            MentionType::Person => (self.with_particle(start), self.with_second_syllable(end)),
            _ => (start, end),
        };
        self.found.push(Candidate { span: self.document.span(start, end), kind, evidence, own: None });
        end
    }
}

const PERSON_NAMES: Kinds = Kinds::GIVEN.and(Kinds::SURNAME);
const PREFIXES: Kinds =
    Kinds::ORG_HEAD.and(Kinds::ORG_PREFIX).and(Kinds::EVENT_PREFIX).and(Kinds::LAW_HEAD).and(Kinds::GPE_HEAD);

/// The type of a name by its head. Words that head several kinds count as the first here.
fn head_type(kinds: Kinds) -> Option<MentionType> {
    [
        (Kinds::COMPANY_SUFFIX, MentionType::Org),
        (Kinds::ORG_HEAD, MentionType::Org),
        (Kinds::FAC_HEAD, MentionType::Fac),
        (Kinds::LOC_HEAD, MentionType::Loc),
        (Kinds::GPE_HEAD, MentionType::Gpe),
        (Kinds::EVENT_HEAD, MentionType::Event),
        (Kinds::LAW_HEAD, MentionType::Law),
        (Kinds::MISC_HEAD, MentionType::Misc),
    ]
    .into_iter()
    .find(|(kind, _)| kinds.any(*kind))
    .map(|(_, name_type)| name_type)
}

/// The type of a name by its first word: "Bank of ...", "Mount ...", "Hurricane ...".
fn prefix_type(kinds: Kinds, of: bool) -> Option<MentionType> {
    match () {
        () if of && kinds.any(Kinds::ORG_PREFIX) => Some(MentionType::Org),
        () if kinds.any(Kinds::EVENT_PREFIX) => Some(MentionType::Event),
        () if kinds.any(Kinds::LOC_PREFIX) => Some(MentionType::Loc),
        () => None,
    }
}
