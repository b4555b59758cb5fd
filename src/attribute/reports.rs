//! Who reports what within a sentence: "X said that ...", "..., said X", "according to X".
//!
//! Finds: verbs that report, with their subject before or behind them and what they report before,
//! behind or on both sides; "according to"; "was quoted as saying"; headlines with a colon; "is
//! confident that", "her claim that", "which the bank denies".
//! Evidence: the verb and what it takes, by `cues.tsv`; where noun phrases and clauses end.
//! Does not find: speech without a word that reports it.

#![allow(clippy::single_range_in_vec_init, reason = "what is said is a list of parts, and often of one")]

mod contents;
mod loose;
mod passives;
mod subjects;

use std::ops::Range;

use super::clauses::{Item, Kind, Sentence};
use super::cues::{self, Class, Cue, Form};
use super::phrases::{self, Subject};
use super::speakers::Speakers;
use super::stretches::SPEECH;
use crate::article::{BlockKind, MentionType, Speaker, Stance};
use crate::text::Span;

/// What stands between a verb and what it reports is no longer than this.
const FAR: usize = 24;

/// No sentence of a person has more verbs that report.
const MOST: usize = 24;

/// Something said, and by whom.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub cue: Option<(Span, &'static str)>,
    pub stance: Option<Stance>,
    pub negated: bool,
    pub source: Option<Speaker>,
    pub via: Vec<Speaker>,
    /// What is said, in order.
    pub content: Vec<Span>,
    /// The stretches between quotation marks within the content.
    pub stretches: Range<usize>,
    /// Whether the content is nothing but such stretches.
    pub is_direct: bool,
    /// Whether it is somebody's turn in an interview, which has no marks.
    pub is_turn: bool,
    /// Whether the content is what somebody asks or does not tell: "whether ...".
    pub is_question: bool,
    /// The part of the content that it calls false: "the report is not true".
    pub denied: Option<Span>,
    /// The sentence that it stands in.
    pub sentence: Span,
}

impl Report {
    /// Whether the words are of what is said, or report it.
    pub(super) fn holds(&self, words: Span) -> bool {
        self.content.iter().any(|content| content.contains(words))
            || self.cue.is_some_and(|(cue, _)| cue.contains(words))
    }

    /// Whether it tells of thoughts.
    pub(super) fn is_thought(&self) -> bool {
        is_private(self.cue)
    }
}

/// Appends the reports of a sentence.
pub(super) fn find(sentence: &Sentence, speakers: &mut Speakers, reports: &mut Vec<Report>) {
    let first = reports.len();
    let mut finder = Finder { sentence, speakers: &mut *speakers, reports: &mut *reports, first, taken: 0, edge: 0 };
    finder.heading();
    finder.turn();
    let mut verbs = 0;
    for at in 0..sentence.items.len() {
        if sentence.class(at) == Some(Class::According) && sentence.class(at + 1) == Some(Class::To)
            || is_per(sentence, at)
        {
            finder.accordance(at);
        } else if let Some(verb) = sentence.verb(at).filter(|_| at == 0 || finder.taken != at) {
            finder.verb(at, verb);
            verbs += 1;
        }
        if sentence.class(at) == Some(Class::Sure) || is_view(sentence, at) {
            finder.attitude(at);
        }
        finder.owned(at);
        if verbs == MOST {
            break;
        }
    }
    finder.loose_quotations();
    // "Calling it absurd, the minister said": who speaks next.
    let mut next = None;
    for report in reports[first..].iter_mut().rev() {
        match &report.source {
            Some(_) => next.clone_from(&report.source),
            None => report.source.clone_from(&next),
        }
    }
    // Nobody is named: of no use but for the quotation in it.
    reports.extract_if(first.., |report| report.source.is_none() && !report.is_direct).for_each(drop);
    speakers.read(sentence);
}

/// "Mota said Peru fears a strike": of a sentence's reports that end last, the outermost.
pub(super) fn outermost_last(reports: &[Report]) -> Option<&Report> {
    let end = |report: &Report| report.content.last().map(|content| content.end);
    let last = end(reports.last()?);
    reports.iter().find(|report| end(report) == last)
}

/// "Per the decree, ...", "..., per Reuters", `"..." per the rules`: no rate, as "a metre per year" is.
fn is_per(sentence: &Sentence, at: usize) -> bool {
    let opens = match at.checked_sub(1).map(|before| sentence.kind(before)) {
        None => sentence.is(at, "Per") || sentence.is(at, "per"),
        Some(before) => matches!(before, Some(Kind::Comma | Kind::Quote(_))) && sentence.is(at, "per"),
    };
    let named = matches!(sentence.kind(at + 1), Some(Kind::Name(_)));
    opens && (named || matches!(sentence.class(at + 1), Some(Class::Det | Class::Possessive)))
}

/// "is of the view that".
fn is_view(sentence: &Sentence, at: usize) -> bool {
    sentence.is_any(at, &["belief", "opinion", "view"])
        && at > 2
        && sentence.is(at - 1, "the")
        && sentence.class(at - 2) == Some(Class::Of)
}

/// Whether the verb stands before its subject behind words without marks: "..., said Mota".
fn inverts(verb: Cue) -> bool {
    matches!(
        verb.lemma(),
        "say"
            | "add"
            | "report"
            | "write"
            | "announce"
            | "warn"
            | "claim"
            | "state"
            | "read"
            | "argue"
            | "explain"
            | "note"
    )
}

/// Whether the verb tells of the course of something: what begins is mostly no speech.
fn begins(verb: Cue) -> bool {
    matches!(verb.lemma(), "begin" | "continue" | "finish")
}

/// Whether the words tell of thoughts.
fn is_private(cue: Option<(Span, &'static str)>) -> bool {
    cue.and_then(|(_, lemma)| cues::look_up(lemma)).is_some_and(|cue| cue.takes('p'))
}

struct Finder<'a, 'b> {
    sentence: &'a Sentence<'a>,
    speakers: &'a mut Speakers<'b>,
    reports: &'a mut Vec<Report>,
    /// The first report of the sentence.
    first: usize,
    /// A verb that a report before it holds: "quoted as saying".
    taken: usize,
    /// The item behind the last report that is closed: what comes before belongs to it.
    edge: usize,
}

impl Finder<'_, '_> {
    fn verb(&mut self, at: usize, verb: Cue) {
        let sentence = self.sentence;
        let group = sentence.group_start(at);
        // "is worried that" is no passive.
        let passive = verb.form() == Form::Past
            && verb.lemma() != "worry"
            && (group..at).any(|at| sentence.class(at) == Some(Class::Be));
        let by_whom = || verb.takes('a') && self.called(at).is_some_and(|quote| sentence.is(quote + 1, "by"));
        // "Halvard, accused by the union of greed, denied it".
        let accused = || verb.stance() == Some(Stance::Alleges) && verb.takes('o') && sentence.is(at + 1, "by");
        // "The rumours, denied by the palace, have not died down".
        let appended = || {
            let disputes = matches!(verb.stance(), Some(Stance::Denies | Stance::Doubts | Stance::Confirms));
            let comma = at > 1 && sentence.kind(at - 1) == Some(Kind::Comma);
            disputes && verb.takes('n') && comma && sentence.is(at + 1, "by")
        };
        if passive
            || verb.form() == Form::Past
                && (by_whom()
                    || appended()
                    || accused()
                    || sentence.shares_passive(group) && !sentence.is_np_start(at + 1))
        {
            return self.passive(group, at, verb);
        }
        if matches!(verb.lemma(), "cite" | "quote") && (self.quoting(group, at) || self.citing(at, verb)) {
            return;
        }
        // "continuing to insist": what is insisted on is reported.
        let insists =
            || verb.lemma() == "continue" && sentence.is_infinitive(at + 1) && sentence.verb(at + 2).is_some();
        if verb.lemma() == "put" && !sentence.is(at + 1, "it") || insists() {
            return;
        }
        if group > 0 && sentence.class(group - 1) == Some(Class::To) {
            return self.infinitive(group - 1, at, verb);
        }
        if self.inverted(group, at, verb) {
            return;
        }
        // "Asked whether ..., he replied".
        let when = group == 1 && matches!(sentence.class(0), Some(Class::Because | Class::Whose | Class::Whether));
        if (group == 0 || when) && verb.form() == Form::Past {
            return;
        }
        // ", a claim denied by the bank".
        if verb.form() == Form::Past
            && sentence.is(at + 1, "by")
            && let Some(mark) = (at.saturating_sub(4)..at).rev().find(|mark| self.appends(*mark) == Some((at, at + 2)))
            && let Some(source) = phrases::phrase_at(sentence, at + 2)
        {
            return self.append(mark, group, at, verb, source);
        }
        // "photos published by Reuters".
        if verb.form() == Form::Past && group == at && sentence.is(at + 1, "by") && !verb.takes('c') {
            return;
        }
        // "accused the bank of having announced it".
        if group > 0 && sentence.is(group, "having") && sentence.class(group - 1) == Some(Class::Of) {
            return;
        }
        // "a law to mandate reporting abuse": what is done, not told.
        let done = || {
            let does = sentence.kind(group - 1) == Some(Kind::Word) && !sentence.names_people(group - 1);
            does && sentence.class(group - 2) == Some(Class::To)
        };
        if verb.form() == Form::Gerund && group > 1 && done() {
            return;
        }
        let subject = self.subject(group, at, verb);
        if matches!(&subject, Subject::Is(phrase) if self.appended(phrase, group, at, verb)) {
            return;
        }
        // "“...,” one banker observed".
        let quoted = |phrase: &Range<usize>| {
            let colon = matches!(sentence.kind(at + 1), Some(Kind::Comma | Kind::Colon));
            let before = phrase.start > 0 && self.quote_before(phrase.start).is_some();
            let past = verb.form() == Form::Past && group == at;
            // "“...,” the treasurer replied".
            let definite = before && sentence.is(phrase.start, "the") && phrase.len() == 2;
            // "“...,” Ground Control replied".
            let capital = before && phrase.clone().all(|at| sentence.word(at).starts_with(char::is_uppercase));
            (sentence.is_indefinite(phrase.start) || definite || capital)
                && past
                && verb.takes('q')
                && (before || sentence.is_quote(at + 1 + usize::from(colon)))
        };
        // "A scout called the pitch “odd”", "what her staff called “odd”": who finds words for something can speak.
        let labels = |phrase: &Range<usize>| {
            let what = phrase.start > 0 && sentence.is(phrase.start - 1, "what") && self.called(at).is_some();
            verb.takes('a') && (what || sentence.labels(at))
        };
        if let Subject::Is(phrase) = &subject
            && !self.can_report(phrase, verb)
            && !quoted(phrase)
            && !labels(phrase)
        {
            return;
        }
        let (subject, described) = match subject {
            Subject::Is(phrase) if self.describes(&phrase, at, verb) => match self.describer(&phrase) {
                Some(describer) => (Subject::Is(describer), true),
                None => (Subject::Is(phrase), false),
            },
            subject => (subject, false),
        };
        let (source, begin) = match self.source(group, subject) {
            Some((source, begin)) => (Some(source), begin),
            None => (None, group),
        };
        let cue = self.cue(group, at);
        // "what he called “a gift”", "which she described as “a gift”": the words alone.
        let relative = match sentence.class(begin.wrapping_sub(1)) {
            _ if described => true,
            // But "what it's calling “a gift”".
            _ if verb.form() == Form::Gerund && group == at => false,
            // "demanded that the ministry stop calling".
            Some(Class::That) => begin < 2 || sentence.verb(begin - 2).is_none(),
            Some(Class::Whose | Class::Who) => true,
            _ => self.follows_whose(begin),
        };
        // "an official who asked not to be named", ", requesting anonymity,".
        let unnamed = verb.lemma() == "ask"
            && sentence.class(at + 1) == Some(Class::Not)
            && sentence.class(at + 2) == Some(Class::To)
            || sentence.is(at + 1, "anonymity");
        if unnamed {
            return;
        }
        // "Everything the minister says can be doubted".
        let all = |at: usize| sentence.is_any(at, &["everything", "anything", "nothing", "whatever", "all"]);
        if begin < group && (begin > 0 && all(begin - 1) || all(begin)) && sentence.is_auxiliary(at + 1) {
            return;
        }
        // "asked if she regretted it": nobody is said to.
        if begin > 0 && sentence.class(begin - 1) == Some(Class::Whether) {
            return;
        }
        // "said the crew saved the ferry by warning her": how something was done that is told.
        let means = verb.form() == Form::Gerund && begin == group && group > 0 && sentence.is(group - 1, "by");
        if means && self.is_told(at) {
            return;
        }
        // "what they say are lies".
        if begin > 0 && begin < group && sentence.is(begin - 1, "what") && sentence.class(at + 1) == Some(Class::Be) {
            let end = self.clause_end(at + 1);
            return self.push(vec![at + 1..end], cue, verb, source, begin..end);
        }
        if relative && (verb.takes('a') || sentence.is(at + 1, "as")) && begin < group {
            // "which she described in May as a waste".
            let last = self.adjuncts_end(at + 1) - 1;
            if let Some(quote) = self.called(last) {
                self.push(vec![quote..self.quotes_end(quote)], cue, verb, source, begin..quote + 1);
            } else if sentence.is(last + 1, "as") && sentence.is_np_start(last + 2) {
                let end = self.clause_end(last + 2);
                self.push(vec![last + 2..end], cue, verb, source, begin..end);
            }
            return;
        }
        // "The report found no evidence", "polls show Mota ahead".
        if verb.takes('d')
            && begin < group
            && self.is_written(begin..group)
            && sentence.is_np_start(at + 1)
            && self.complement(at + 1, verb).is_none()
        {
            let end = self.clause_end(at + 1);
            return self.push(vec![at + 1..end], cue, verb, source, begin..end);
        }
        let it = usize::from(verb.lemma() == "put");
        self.contents(begin, at + it, at + it + 1, cue, verb, source);
    }

    /// "..., which the bank denies", "..., a claim the bank denies": what stands before is denied.
    fn appended(&mut self, phrase: &Range<usize>, group: usize, at: usize, verb: Cue) -> bool {
        let found = (phrase.start.saturating_sub(5)..phrase.start).rev().find_map(|comma| {
            let (denies, source) = self.appends(comma)?;
            (denies == at).then_some((comma, source))
        });
        let Some((comma, source)) = found.filter(|(_, source)| *source < phrase.end) else { return false };
        self.append(comma, group, at, verb, source..phrase.end);
        true
    }

    /// What stands before the mark is denied, by who is named at `source`.
    fn append(&mut self, mark: usize, group: usize, at: usize, verb: Cue, source: Range<usize>) {
        let sentence = self.sentence;
        let source = self.speakers.speaker(sentence, source);
        let end = sentence.items[mark].span.start;
        let before = self.reports[self.first..]
            .iter()
            .rev()
            .find(|report| report.source.is_some() && report.content.last().is_some_and(|content| content.end <= end));
        let content = before.map(|report| report.content.clone());
        let reports = self.reports.len();
        // "was accused of fraud, which he denied": the fraud.
        let start = self.start_after(0, mark);
        let alleges = |at: &usize| sentence.verb(*at).is_some_and(|verb| verb.stance() == Some(Stance::Alleges));
        let of = (start..mark).find(|at| alleges(at) && sentence.class(at + 1) == Some(Class::Of));
        let left = of.map_or(start, |verb| verb + 2)..mark;
        self.push(vec![left], self.cue(group, at), verb, source, mark..at + 1);
        if let (Some(content), Some(report)) = (content, self.reports.get_mut(reports)) {
            report.content = content;
        }
    }

    /// Whether the phrase may be the subject: things can say, but only who can speak describes. After
    /// "what" or "how" nothing is reported, but for "what he called". "You say" and the author's own
    /// "I think" tell of nobody.
    fn can_report(&self, phrase: &Range<usize>, verb: Cue) -> bool {
        let sentence = self.sentence;
        let is = verb.takes('c') && sentence.class(phrase.end + 1) == Some(Class::Be);
        let asks = phrase.start > 0
            && sentence.class(phrase.start - 1) == Some(Class::Whose)
            && !sentence.is_any(phrase.start - 1, &["when", "where", "whose"]);
        if asks && !verb.takes('a') && !is {
            return false;
        }
        // "You said" in an interview is of whom it asks; "Could you explain" is nobody's.
        let told = self.speakers.addressed.is_some() && (verb.form() == Form::Past || verb.lemma() == "say");
        let you = phrase.len() == 1 && sentence.is(phrase.start, "you") && !told;
        if you || verb.takes('p') && self.is_author(phrase) {
            return false;
        }
        matches!(
            verb.lemma(),
            "say"
                | "tell"
                | "accuse"
                | "add"
                | "show"
                | "suggest"
                | "indicate"
                | "read"
                | "state"
                | "report"
                | "announce"
                | "confirm"
                | "deny"
                | "warn"
                | "argue"
                | "allege"
                | "claim"
                | "plead"
                | "complain"
                | "insist"
                | "joke"
                | "recall"
                | "remember"
                | "admit"
                | "acknowledge"
                | "concede"
                | "shout"
                | "apologise"
                | "apologize"
        ) || self.can_speak(phrase)
            || self.is_written(phrase.clone())
            || ["itself", "themselves"].contains(&sentence.word_or_none(phrase.end + 1))
            || sentence.word(phrase.end - 1).ends_with('s')
    }

    /// "whose election they": whether what the verb is about stands before its subject.
    fn follows_whose(&self, begin: usize) -> bool {
        let sentence = self.sentence;
        let mut before = (0..begin).rev().take(4).take_while(|at| sentence.kind(*at) == Some(Kind::Word));
        before.any(|at| sentence.is(at, "whose"))
    }

    /// Whether the phrase is "I" or "we".
    fn is_author(&self, phrase: &Range<usize>) -> bool {
        phrase.len() == 1 && self.sentence.is_any(phrase.start, &["I", "we"])
    }

    /// Whether the words name a person or a body, or something that is written.
    fn can_speak(&self, phrase: &Range<usize>) -> bool {
        let sentence = self.sentence;
        let speaks = |at: usize| match sentence.kind(at) {
            Some(Kind::Name(name)) => matches!(
                sentence.mentions[name].kind,
                MentionType::Person
                    | MentionType::Org
                    | MentionType::Gpe
                    | MentionType::Norp
                    | MentionType::Fac
                    | MentionType::Law
            ),
            _ => {
                let word = sentence.word(at);
                matches!(
                    sentence.class(at),
                    Some(Class::Person | Class::Body | Class::Document | Class::Noun | Class::Pronoun | Class::Object)
                ) || ["others", "some", "many", "somebody", "everybody"]
                    .iter()
                    .any(|plural| word.eq_ignore_ascii_case(plural))
            }
        };
        // "one trucker", "Another was cooler", "showed her calling".
        if phrase.len() == 1 && sentence.is(phrase.start, "another") {
            return true;
        }
        let one = phrase.len() == 2 && sentence.is(phrase.start, "one") && sentence.class(phrase.start + 1).is_none();
        if one || phrase.len() == 1 && sentence.is(phrase.start, "her") {
            return true;
        }
        // "the war in Peru" is no country.
        let place = |at: &usize| *at > phrase.start && sentence.is_any(*at, &["at", "in", "near", "on", "over"]);
        let end = phrase.clone().find(place).unwrap_or(phrase.end);
        (phrase.start..end).any(|at| speaks(at) || sentence.names_people(at))
    }

    /// Whether the words name something that is written.
    fn is_written(&self, phrase: Range<usize>) -> bool {
        let sentence = self.sentence;
        let mut core =
            phrase.take_while(|at| !matches!(sentence.class(*at), Some(Class::Of | Class::Prep | Class::For)));
        core.any(|at| sentence.items[at].cue.is_some_and(|cue| cue.class() == Class::Document || cue.takes('w')))
    }

    /// `"...," said Ana Mota`, and the same of words without marks.
    fn inverted(&mut self, group: usize, at: usize, verb: Cue) -> bool {
        let sentence = self.sentence;
        if group != at || !verb.takes('q') || verb.form() == Form::Gerund || verb.lemma() == "tell" {
            return false;
        }
        if at == 0 {
            // "Said Ana Mota: "..."".
            let Some(phrase) = phrases::phrase_at(sentence, 1) else { return false };
            if !sentence.is_quote(phrase.end + 1) {
                return false;
            }
            let source = self.speakers.speaker(sentence, phrase.clone());
            let cue = self.cue(at, at);
            self.contents(0, phrase.end - 1, phrase.end, cue, verb, source);
            return true;
        }
        // "Mota, nicknamed “the Fox”, said".
        let nickname = |quote: usize| {
            sentence.is_named(quote) && sentence.word(quote).split_whitespace().take(SPEECH).count() < SPEECH
        };
        let quoted = self.quote_before(at).is_some_and(|quote| !nickname(quote));
        let comma = sentence.kind(at - 1) == Some(Kind::Comma);
        // "Mota, the mayor, announced her plans": what the verb stands behind must be a clause, or no insertion.
        let clause = || {
            let start = self.start_after(0, at - 1);
            let alone = || (start..at - 1).all(|at| sentence.kind(at) != Some(Kind::Comma));
            sentence.has_verb(start, at - 1) || verb.lemma() == "say" && alone() && !self.can_speak(&(start..at - 1))
        };
        let base = sentence.word(at) == verb.lemma() && verb.lemma() != "say";
        // "Rates may rise, suggests study".
        let heading =
            || sentence.block.kind == BlockKind::Headline && verb.takes('q') && sentence.word(at).ends_with('s');
        if !(quoted || comma && (inverts(verb) || heading()) && !base && clause()) {
            return false;
        }
        if sentence.class(at + 1) == Some(Class::Object) {
            return false;
        }
        let Some(phrase) = phrases::phrase_at(sentence, at + 1) else { return false };
        // "who played in “Gulls”, remembered an evening", "with a badge “Vote,” said the ban was".
        let thing =
            sentence.class(at + 1) == Some(Class::Det) && !self.can_speak(&phrase) && !self.is_written(phrase.clone());
        let clause = sentence.is_auxiliary(phrase.end) && sentence.is_finite(phrase.end);
        if quoted && (clause || thing && sentence.kind(at - 1) == Some(Kind::Comma)) {
            return false;
        }
        let follows = sentence.kind(phrase.end);
        if !quoted
            && !matches!(follows, None | Some(Kind::Stop | Kind::Comma | Kind::Time))
            && sentence.class(phrase.end) != Some(Class::Prep)
        {
            return false;
        }
        let Some(source) = self.speakers.speaker(sentence, phrase.clone()) else { return false };
        let cue = self.cue(at, at);
        self.contents(at, at, phrase.end, cue, verb, Some(source));
        true
    }

    /// "went on to say", "wants to ask": only where what is said follows at once.
    fn infinitive(&mut self, to: usize, at: usize, verb: Cue) {
        let sentence = self.sentence;
        let goes_on = to > 1 && sentence.is(to - 1, "on");
        // "seemed to suggest", "has tried to explain"; what is promised is told already.
        let told = || self.is_told(at);
        let leads = !goes_on && to > 1 && (sentence.is_finite(to - 1) || sentence.verb(to - 1).is_some()) && !told();
        let start = match (goes_on, leads) {
            (true, _) => to - 2,
            (_, true) => sentence.group_start(to - 1),
            _ => to,
        };
        // "wants to know how" asks nobody.
        let asks = verb.takes('q')
            && !verb.takes('p')
            && matches!(sentence.class(at + 1), Some(Class::Whether | Class::Whose));
        let says = sentence.is_quote(at + 1)
            || matches!(sentence.kind(at + 1), Some(Kind::Colon | Kind::Comma)) && sentence.is_quote(at + 2)
            || goes_on
            || asks && leads
            // "continues to deny the leak".
            || leads && sentence.verb(to - 1).is_some_and(|verb| verb.lemma() == "continue")
            // "called Reuters to say the pier was safe".
            || verb.lemma() == "say" && !leads && !told() && sentence.is_np_start(at + 1)
            // "marched to demand his release".
            || verb.lemma() == "demand" && !leads && !told() && sentence.is_np_start(at + 1)
            || sentence.class(self.adjuncts_end(at + 1)) == Some(Class::That);
        let refuses = to > 0 && matches!(sentence.items[to - 1].cue.map(Cue::lemma), Some("refuse" | "decline"));
        if !says || refuses && !asks || begins(verb) {
            return;
        }
        // "prompting Ana Mota to ask".
        let prompted = self.prompted(to);
        let source = match goes_on || leads {
            _ if prompted.is_some() => prompted.and_then(|phrase| self.speakers.speaker(sentence, phrase)),
            true => match phrases::subject(sentence, start) {
                Subject::Is(phrase) => self.speakers.speaker(sentence, phrase),
                _ => self.shared(start),
            },
            false => self.shared(to),
        };
        let cue = self.cue(start, at);
        self.contents(start, at, at + 1, cue, verb, source);
    }

    /// "prompting Ana Mota to ask": whom something makes speak.
    fn prompted(&self, to: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let verb = (to.saturating_sub(8)..to).rev().find(|at| {
            let word = sentence.word(*at);
            ["caus", "forc", "lead", "prompt", "push"].iter().any(|stem| word.starts_with(stem))
                && ["ing", "ed"].iter().any(|ending| word.ends_with(ending))
        })?;
        phrases::phrase_at(sentence, verb + 1).filter(|phrase| phrase.end == to && self.can_speak(phrase))
    }

    /// Whether a report before holds the word.
    fn is_told(&self, at: usize) -> bool {
        let here = self.sentence.items[at].span;
        self.reports[self.first..].iter().any(|report| report.content.iter().any(|part| part.contains(here)))
    }

    /// The quotation behind "called", "described as", "referred to as".
    fn called(&self, at: usize) -> Option<usize> {
        let sentence = self.sentence;
        (at + 1..at + 5)
            .take_while(|at| {
                sentence.is_quote(*at)
                    || sentence.is_adverb(*at)
                    || ["as", "to", "a", "an", "the", "its", "his", "their"].contains(&sentence.word_or_none(*at))
            })
            .find(|at| sentence.is_quote(*at))
    }

    /// "Reuters, citing two officials, reported": on whose word the next report, or the last, is.
    fn citing(&mut self, at: usize, verb: Cue) -> bool {
        let sentence = self.sentence;
        let Some(phrase) = phrases::phrase_at(sentence, at + 1) else { return false };
        if verb.form() != Form::Gerund && sentence.class(at.wrapping_sub(1)) != Some(Class::Who) {
            return false;
        }
        // "citing a drop in sales", "citing Peru's lack of ships": reasons are no sources, but told.
        let describes = |at: &usize| {
            matches!(sentence.class(*at), Some(Class::Of | Class::For | Class::Prep))
                && !matches!(sentence.word(*at), "by" | "from")
        };
        let end = phrase.clone().find(describes).unwrap_or(phrase.end);
        let speaks = |at: usize| match sentence.kind(at) {
            Some(Kind::Name(_)) => sentence.kind(at + 1) != Some(Kind::Possessive),
            _ => match sentence.items[at].cue {
                Some(cue) if matches!(cue.class(), Class::Noun | Class::VerbNoun) => {
                    matches!(
                        cue.lemma(),
                        "account" | "announcement" | "comment" | "remark" | "report" | "statement" | "testimony"
                    )
                }
                cue => cue.is_some_and(|cue| {
                    matches!(cue.class(), Class::Person | Class::Body | Class::Document | Class::Object)
                }),
            },
        };
        if !(phrase.start..end).any(speaks) {
            return false;
        }
        // "The bank denied it after Reuters, citing two officials, reported that": whose verb is still to come.
        let reports = sentence.kind(phrase.end) == Some(Kind::Comma) && sentence.verb(phrase.end + 1).is_some();
        let via = self.speakers.each(sentence, phrase);
        let report = self.reports[self.first..].last_mut();
        match report {
            Some(report) if report.source.is_some() && !reports => report.via.extend(via),
            _ => self.speakers.cited.extend(via),
        }
        true
    }

    /// "Reuters quoted Ana Mota as saying".
    fn quoting(&mut self, group: usize, at: usize) -> bool {
        let sentence = self.sentence;
        let near = at + 2..sentence.items.len().min(at + 24);
        let gerund = |at: &usize| sentence.verb(*at).is_some_and(|verb| verb.form() == Form::Gerund);
        let saying = near.clone().find(|at| sentence.is(at - 1, "as") && gerund(at));
        // "quoted the mayor rejecting the claims".
        let direct = || phrases::phrase_at(sentence, at + 1).map(|phrase| phrase.end).filter(gerund);
        let Some(saying) = saying.or_else(direct) else { return false };
        let Some(phrase) = phrases::phrase_at(sentence, at + 1).filter(|phrase| phrase.end <= saying) else {
            return false;
        };
        let Some(verb) = sentence.verb(saying) else { return false };
        let source = self.speakers.speaker(sentence, phrase);
        let (via, begin) = match phrases::subject(sentence, group) {
            Subject::Is(phrase) => (self.speakers.speaker(sentence, phrase.clone()), phrase.start),
            _ => (None, group),
        };
        self.speakers.cited.extend(via);
        let cue = self.cue(saying, saying);
        self.taken = saying;
        self.contents(begin, saying, saying + 1, cue, verb, source);
        self.speakers.cited.clear();
        true
    }

    /// "according to X": beside what X says, or in its midst.
    fn accordance(&mut self, at: usize) {
        let sentence = self.sentence;
        let per = sentence.class(at) != Some(Class::According);
        let length = if per { 1 } else { 2 };
        let Some(mut phrase) = phrases::phrase_at(sentence, at + length) else { return };
        // "went according to plan".
        if matches!(sentence.word(phrase.start), "plan" | "schedule") {
            return;
        }
        let cue = Some((sentence.span(at, at + length), if per { "per" } else { "according to" }));
        let opens = (self.start_after(0, at)..at).all(|at| {
            matches!(sentence.class(at), Some(Class::And | Class::Because | Class::Adverb))
                || !matches!(sentence.kind(at), Some(Kind::Word | Kind::Name(_) | Kind::Quote(_)))
        });
        // ", the bank hid losses" is no apposition.
        let core = phrases::core_end(sentence, phrase.start).max(phrase.start + 1);
        // "According to two statements, Mota, now in Faro, is well".
        let other = || {
            sentence.kind(core) == Some(Kind::Comma)
                && matches!(sentence.kind(core + 1), Some(Kind::Name(_)))
                && sentence.class(core - 1) != Some(Class::Person)
        };
        if opens && (sentence.kind(phrase.end) != Some(Kind::Comma) || other()) {
            phrase.end = core;
        }
        // "According to police in Baytown, Texas, the driver".
        let place = |at: usize| sentence.is_name_of(at, MentionType::Gpe);
        if let Some(Kind::Name(state)) = sentence.kind(phrase.end + 1)
            && sentence.kind(phrase.end) == Some(Kind::Comma)
            && place(phrase.end - 1)
            && place(phrase.end + 1)
        {
            let inside = |at: &usize| sentence.kind(*at) == Some(Kind::Name(state));
            let end =
                (phrase.end + 1..sentence.items.len()).take_while(inside).last().map_or(phrase.end, |last| last + 1);
            if sentence.kind(end) == Some(Kind::Comma) {
                phrase.end = end;
            }
        }
        let Some(source) = self.speakers.speaker(sentence, phrase.clone()) else { return };
        // "“...,” said Mota, according to the tape": through whom the quotation is known.
        let comma = !opens && sentence.kind(at - 1) == Some(Kind::Comma);
        if comma && let Some(report) = self.closed_before(at - 1) {
            return report.via.push(source);
        }
        let mut parts = Vec::new();
        let mut after = self.behind_place(phrase.end, opens);
        // ", which cited two officials,".
        if sentence.kind(after) == Some(Kind::Comma) && sentence.is(after + 1, "which") {
            let comma = (after + 2..sentence.items.len()).find(|at| sentence.kind(*at) == Some(Kind::Comma));
            after = comma.unwrap_or(after);
        }
        if !opens {
            let end = match sentence.kind(at - 1) {
                Some(Kind::Comma | Kind::Dash) => at - 1,
                _ => at,
            };
            parts.push(self.start_after(0, end)..end);
        }
        let comma = sentence.kind(after) == Some(Kind::Comma);
        if opens || comma && sentence.kind(at.wrapping_sub(1)) == Some(Kind::Comma) {
            let start = if comma { after + 1 } else { after };
            let end = self.clause_end(start);
            let gerund = sentence.verb(start).is_some_and(|verb| verb.form() == Form::Gerund);
            let joins = matches!(sentence.class(start), Some(Class::And | Class::Because | Class::Who | Class::Of));
            if start < end && (opens || !gerund && !joins) {
                parts.push(start..end);
            }
        }
        let reach = parts.last().cloned().unwrap_or(at..after);
        self.push_as(parts, cue, Some(Stance::Asserts), Some(source), reach.start.min(at)..reach.end.max(after));
    }

    /// The report before, if it is a quotation whose attribution ends at the comma.
    fn closed_before(&mut self, comma: usize) -> Option<&mut Report> {
        let cue_end = self.sentence.items[comma].span.start;
        let near = |report: &&mut Report| {
            let cue = report.cue.map(|(cue, _)| cue.end);
            let source = report.source.as_ref().map(|source| source.end);
            report.is_direct && cue.max(source).is_some_and(|end| end == cue_end)
        };
        self.reports[self.first..].last_mut().filter(near)
    }

    /// Behind the place and the time of an accordance: "according to Reuters in March, ...".
    fn behind_place(&self, end: usize, opens: bool) -> usize {
        let sentence = self.sentence;
        let dated = sentence.word_or_none(end).ends_with("ed");
        let place = dated
            || matches!(sentence.class(end), Some(Class::Prep | Class::Because))
            || sentence.kind(end) == Some(Kind::Time);
        if !place {
            return end;
        }
        let inside = |at: &usize| {
            matches!(sentence.kind(*at), Some(Kind::Word | Kind::Name(_) | Kind::Time | Kind::Possessive))
                && (*at == end || !sentence.is_finite(*at))
                && (*at == end || !matches!(sentence.class(*at), Some(Class::Because | Class::That)))
        };
        let close = (end..sentence.items.len()).take(9).find(|at| !inside(at)).unwrap_or(sentence.items.len());
        match sentence.kind(close) {
            Some(Kind::Comma) => close,
            None | Some(Kind::Stop) if !opens => close,
            _ => end,
        }
    }

    /// "by the union last week that": who it is by, and where "that" stands.
    fn by_whom(&self, by: usize) -> Option<(Range<usize>, usize)> {
        let sentence = self.sentence;
        let names = sentence.is_any(by, &["by", "from", "among"]);
        let author = names.then(|| phrases::phrase_at(sentence, by + 1)).flatten()?;
        let that = (author.end..sentence.items.len()).find(|at| sentence.kind(*at) != Some(Kind::Time))?;
        (sentence.class(that) == Some(Class::That)).then_some((author, that))
    }

    /// "Mota's claim that ...", "her promise to ...", "claims by Mota that ...".
    fn owned(&mut self, at: usize) {
        let sentence = self.sentence;
        let Some(noun) = sentence.items[at].cue.filter(|cue| matches!(cue.class(), Class::Noun | Class::VerbNoun))
        else {
            return;
        };
        let next = sentence.class(at + 1);
        let view =
            sentence.kind(at + 1) == Some(Kind::Comma) && matches!(noun.lemma(), "view" | "opinion" | "assessment");
        let leads = matches!(next, Some(Class::That | Class::To | Class::For | Class::Prep)) || view;
        if !leads || sentence.verb(at).is_some() {
            return;
        }
        // "a row over Peru's demand".
        let behind_over = |phrase: Range<usize>| {
            let over = phrase.clone().rev().find(|at| sentence.class(*at) == Some(Class::Prep));
            over.map_or(phrase.start, |over| over + 1)..phrase.end
        };
        let owns = |owner: usize| match (sentence.kind(owner), sentence.class(owner)) {
            (Some(Kind::Possessive), _) => phrases::phrase_before(sentence, owner).map(behind_over).or_else(|| {
                // "waited for Mota's promise": the name alone.
                let name = |at: &usize| matches!(sentence.kind(*at), Some(Kind::Name(_)));
                (0..owner).rev().take_while(name).last().map(|start| start..owner)
            }),
            (_, Some(Class::Possessive)) => Some(owner..owner + 1),
            _ => None,
        };
        let dated = (at + 2..sentence.items.len()).find(|at| sentence.kind(*at) != Some(Kind::Time));
        let dated = dated.filter(|that| *that > at + 2 && sentence.class(*that) == Some(Class::That));
        let (owner, start) = match (self.by_whom(at + 1), dated) {
            (Some((author, that)), _) => (Some(author), that + 1),
            // "the mayor's remark in August that".
            (_, Some(that)) => ((at.saturating_sub(4)..at).rev().find_map(owns), that + 1),
            _ => ((at.saturating_sub(4)..at).rev().find_map(owns), at + 2),
        };
        let to_do =
            matches!(noun.stance(), Some(Stance::Demands | Stance::Predicts)) && noun.class() == Class::VerbNoun;
        let says = match next {
            Some(Class::That) => true,
            Some(Class::To) => to_do && noun.takes('i') && sentence.is_infinitive(at + 1),
            Some(Class::For) => to_do || noun.lemma() == "call",
            // "In her view, ...".
            _ if view => owner.as_ref().is_some_and(|owner| owner.start > 0 && sentence.is(owner.start - 1, "in")),
            _ => start > at + 2,
        };
        let Some(owner) = owner.filter(|_| says) else { return };
        let leads = !sentence.has_verb(0, owner.start);
        let Some(source) = self.speakers.speaker(sentence, owner) else { return };
        let that = sentence.class(start - 1) == Some(Class::That);
        let end = match leads && !view {
            true => self.before_main_verb(start, self.clause_end(start), that),
            false => self.clause_end(start),
        };
        // "a report that says": what it says is told by its own verb; "said in a statement that": by the other.
        let told = |report: &Report| {
            !matches!(report.stance, Some(Stance::Denies | Stance::Doubts | Stance::Confirms))
                && report.content.first().is_some_and(|content| content.start == sentence.items[start].span.start)
        };
        if start >= end || that && sentence.is_finite(start) || self.reports[self.first..].iter().any(told) {
            return;
        }
        let start = if next == Some(Class::To) { start - 1 } else { start };
        let cue = Some((sentence.items[at].span, noun.lemma()));
        let edge = self.edge;
        self.push(vec![start..end], cue, noun, Some(source), at..at + 1);
        self.edge = edge;
    }

    /// "Her claim that it sank was rejected", "Her request for a visa was rejected": where the clause ends, which has a
    /// verb of its own or none, and the verb of "claim" begins.
    fn before_main_verb(&self, start: usize, end: usize, has_verb: bool) -> usize {
        let sentence = self.sentence;
        let main = |at: &usize| {
            (sentence.is_auxiliary(*at) || sentence.class(*at) == Some(Class::Finite))
                && sentence.is_finite(*at)
                && !sentence.is_auxiliary(at - 1)
        };
        let mut places = start + 1..end;
        match has_verb {
            true => places.rfind(|at| main(at) && sentence.has_verb(start, *at)),
            false => places.find(main),
        }
        .unwrap_or(end)
    }

    /// "Mota is confident that ...", "Mota was not aware that ...", "Mota is of the view that ...".
    fn attitude(&mut self, at: usize) {
        let sentence = self.sentence;
        let Some(adjective) = sentence.items[at].cue else { return };
        // "to be sure the ferry is safe".
        if sentence.group_start(at).checked_sub(1).is_some_and(|before| sentence.class(before) == Some(Class::To)) {
            return;
        }
        let first = if is_view(sentence, at) { at - 2 } else { at };
        let mut group = sentence.group_start(first);
        // "made clear that", "made it clear that"; "it is clear that" tells of nobody.
        let made =
            (at.saturating_sub(2)..at).find(|at| matches!(sentence.word(*at), "made" | "makes" | "make" | "making"));
        if adjective.lemma() == "clear" {
            let Some(made) = made else { return };
            group = sentence.group_start(made);
        }
        let felt = group > 0 && ["remains", "remained", "feels", "felt", "seemed"].contains(&sentence.word(group - 1));
        group -= usize::from(felt);
        let is = felt || adjective.lemma() == "clear" || (group..first).any(|at| sentence.class(at) == Some(Class::Be));
        let that = sentence.class(at + 1) == Some(Class::That)
            // "is concerned about".
            || sentence.is_any(at + 1, &["about", "over"]) && sentence.is_np_start(at + 2);
        let start = at + 1 + usize::from(that);
        let end = self.clause_end(start);
        // "is confident she will win".
        let clause = sentence.is_np_start(start) && !matches!(adjective.lemma(), "clear" | "aware");
        if !is || !(that || clause && sentence.has_verb(start + 1, end)) || start >= end {
            return;
        }
        let subject = phrases::subject(sentence, group);
        if matches!(&subject, Subject::Is(phrase) if self.is_author(phrase)) {
            return;
        }
        let Some((source, _)) = self.source(group, subject) else { return };
        let cue = self.cue(group, at);
        self.push(vec![start..end], cue, adjective, Some(source), group..end);
    }

    /// Headlines: "Mota: ferry safe", "Ferry safe: Mota".
    fn heading(&mut self) {
        let sentence = self.sentence;
        let short = matches!(sentence.block.kind, BlockKind::Headline | BlockKind::Subheading);
        let named = |range: Range<usize>| {
            !range.is_empty()
                && range.len() <= 8
                && !sentence.has_verb(range.start, range.end)
                && range
                    .clone()
                    .all(|at| matches!(sentence.kind(at), Some(Kind::Name(_) | Kind::Word | Kind::Possessive)))
                && range.clone().any(|at| match sentence.kind(at) {
                    Some(Kind::Name(name)) => {
                        matches!(sentence.mentions[name].kind, MentionType::Person | MentionType::Org)
                    }
                    _ => matches!(sentence.class(at), Some(Class::Person)),
                })
        };
        let last = sentence.items.len() - usize::from(sentence.kind(sentence.items.len() - 1) == Some(Kind::Stop));
        // "“It is late” – Ana Mota".
        if sentence.is_quote(0) && sentence.kind(1) == Some(Kind::Dash) && last > 2 && named(2..last) {
            let source = self.speakers.speaker(sentence, 2..last);
            return self.push_as(vec![0..1], None, Some(Stance::Asserts), source, 0..last);
        }
        let Some(colon) = (1..sentence.items.len()).take(9).find(|at| sentence.kind(*at) == Some(Kind::Colon)) else {
            return;
        };
        let quoted = sentence.is_quote(colon + 1);
        if !(short || quoted) || colon + 1 >= sentence.items.len() {
            return;
        }
        let closing = short && named(colon + 1..last) && last - colon <= 5;
        // "Government in talks with rebels: sources".
        let long = closing && colon > 3 && last - colon <= 3;
        if named(0..colon) && !long {
            let source = self.speakers.speaker(sentence, 0..colon);
            self.push_as(vec![colon + 1..last], None, Some(Stance::Asserts), source, 0..last);
        } else if closing {
            let source = self.speakers.speaker(sentence, colon + 1..last);
            self.push_as(vec![0..colon], None, Some(Stance::Asserts), source, 0..last);
        }
    }

    /// Interviews: "RT: Was it cold?", "Q: ...": what stands behind the colon, to the paragraph's end.
    fn turn(&mut self) {
        let sentence = self.sentence;
        let block = sentence.block;
        let starts = sentence.items[0].span.start == block.start
            && matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem);
        if !starts {
            return;
        }
        let Some((label, start)) = self.label() else { return };
        let is_of_speaker = |at: usize| matches!(sentence.kind(at), Some(Kind::Name(name)) if matches!(sentence.mentions[name].kind, MentionType::Person | MentionType::Org));
        let letter =
            label.len() == 1 && matches!(sentence.word(label.start), "Q" | "A" | "Question" | "Answer" | "Interviewer");
        let named = label.clone().all(is_of_speaker);
        let initials = if label.len() == 1 { self.speakers.by_initials(sentence.word(label.start)) } else { None };
        let quoted = sentence.is_quote(start);
        if !(named || letter || initials.is_some()) || start >= sentence.items.len() || quoted && initials.is_none() {
            return;
        }
        let mut source = self.speakers.speaker(sentence, label.clone());
        if let Some(source) = &mut source {
            source.entity = initials.or(source.entity);
            if let Some((before, _)) = self.speakers.turn.filter(|(before, _)| Some(*before) != source.entity) {
                self.speakers.addressed = Some(before);
            }
            self.speakers.turn = source.entity.map(|person| (person, block.end));
        }
        let end = if quoted { self.quotes_end(start) } else { sentence.items.len() };
        self.push_as(vec![start..end], None, Some(Stance::Asserts), source, label);
        self.edge = start;
        if quoted {
            return;
        }
        if let Some(report) = self.reports.last_mut() {
            report.is_turn = true;
            report.stretches = 0..0;
            let start = report.content[0].start;
            report.content = vec![Span { start, end: block.end }];
        }
    }

    /// The label that the sentence begins with, "RT:" or "((Ana Mota))", and where the words behind it begin.
    fn label(&self) -> Option<(Range<usize>, usize)> {
        let sentence = self.sentence;
        let near = || (1..sentence.items.len()).take(8);
        if sentence.kind(0) == Some(Kind::Open) && sentence.kind(1) == Some(Kind::Open) {
            let close = near().find(|at| sentence.kind(*at) == Some(Kind::Close))?;
            let closed = close > 2 && sentence.kind(close + 1) == Some(Kind::Close);
            return closed.then_some((2..close, close + 2));
        }
        let colon = near().take(6).find(|at| sentence.kind(*at) == Some(Kind::Colon))?;
        Some((0..colon, colon + 1))
    }

    /// Finds what is said on either side of the attributing words, which begin at `begin` and end
    /// before `after`.
    fn contents(
        &mut self,
        begin: usize,
        at: usize,
        after: usize,
        cue: Option<(Span, &'static str)>,
        verb: Cue,
        source: Option<Speaker>,
    ) {
        let sentence = self.sentence;
        let inverted = after > at + 1;
        let group = sentence.group_start(at);
        // "said Ana Mota, who advises the bank": no words of hers stand before it.
        let describes = group > begin && sentence.class(group - 1) == Some(Class::Who);
        let held = |quote: &usize| {
            let Some(Kind::Quote(stretch)) = sentence.kind(*quote) else { return false };
            self.reports[self.first..].iter().any(|report| report.stretches.contains(&stretch))
        };
        // "the drama “Salt,” saying": what a gerund tells stands behind it.
        // But "“...,” a volunteer kept saying".
        let phase = || sentence.is_phase(at - 1) || sentence.is_perceived(at - 1);
        let gerund = verb.form() == Form::Gerund && group == at && at > 0 && !sentence.is(at - 1, "as") && !phase();
        if let Some(quote) = self.quote_before(begin).filter(|quote| verb.takes('q') && !gerund && !held(quote)) {
            let mut parts = vec![self.left_start(quote + 1)..quote + 1];
            let mut end = after;
            // "told “Harbour News” host Kai Roe".
            let title =
                |next: &usize| *next == after && matches!(sentence.kind(next + 1), Some(Kind::Word | Kind::Name(_)));
            if let Some(next) = self.quote_after(after).filter(|next| !title(next)) {
                parts.push(next..self.quotes_end(next));
                end = self.quotes_end(next);
            } else if !inverted
                && let Some(right) = self.complement(after, verb)
                && sentence.class(right.start.wrapping_sub(1)) == Some(Class::That)
            {
                end = right.end;
                parts.push(right);
            }
            return self.push(parts, cue, verb, source, begin..end);
        }
        if !inverted && let Some(mut right) = self.complement(after, verb) {
            // "Calling it absurd, the minister said".
            if group == 0 && verb.form() == Form::Gerund {
                let ends = |at: &usize| {
                    sentence.kind(*at) == Some(Kind::Comma)
                        || *at > 0 && sentence.is_quote(at - 1) && sentence.is_np_start(*at)
                };
                right.end = right.clone().skip(1).find(ends).unwrap_or(right.end);
            }
            return self.push(vec![right.clone()], cue, verb, source, begin..right.end);
        }
        // "pointed out, ..."
        let after = after + usize::from(sentence.is(after, "out") && verb.takes_preposition("out"));
        // "The ferry is safe, the minister said."
        // ", as the minister noted,": what stands around it.
        let begin = match begin > 1 && sentence.is(begin - 1, "as") && sentence.kind(begin - 2) == Some(Kind::Comma) {
            true => begin - 1,
            false => begin,
        };
        if source.is_some()
            && !describes
            && let Some((parts, end)) = self.around(begin, after, verb)
        {
            return self.push(parts, cue, verb, source, begin..end);
        }
        if !inverted && verb.takes('c') && source.is_some() {
            self.behind_comma(begin, after, cue, verb, source);
        }
    }

    /// "said in a statement, the ferry was late", "said on Monday, she would resign".
    fn behind_comma(
        &mut self,
        begin: usize,
        after: usize,
        cue: Option<(Span, &'static str)>,
        verb: Cue,
        source: Option<Speaker>,
    ) {
        let sentence = self.sentence;
        let comma = self.closing(after, verb);
        if sentence.kind(comma) != Some(Kind::Comma) || !sentence.is_np_start(comma + 1) {
            return;
        }
        let end = self.clause_end(comma + 1);
        // "wrote in the letter, the plan “needs a vote”".
        if sentence.has_verb(comma + 1, end) || (comma + 1..end).any(|at| sentence.begins_small(at)) {
            self.push(vec![comma + 1..end], cue, verb, source, begin..end);
        }
    }

    /// The words that report: with "has", "did not", without adverbs before them.
    fn cue(&self, group: usize, at: usize) -> Option<(Span, &'static str)> {
        let sentence = self.sentence;
        let start = (group..at).find(|at| !sentence.is_adverb(*at)).unwrap_or(at);
        let verb = sentence.items[at].cue;
        // "pointed out", "called for".
        let joins = |lemma: &str| match sentence.word_or_none(at + 1) {
            "aside" | "off" | "out" => true,
            "for" | "on" => lemma == "call" && sentence.kind(at + 2) != Some(Kind::Time),
            "to" => lemma == "refer",
            "with" => lemma == "disagree",
            _ => false,
        };
        let joined =
            verb.is_some_and(|verb| joins(verb.lemma()) && verb.takes_preposition(sentence.word_or_none(at + 1)));
        Some((sentence.span(start, at + 1 + usize::from(joined)), verb.map_or("", Cue::lemma)))
    }

    fn push(
        &mut self,
        parts: Vec<Range<usize>>,
        cue: Option<(Span, &'static str)>,
        verb: Cue,
        source: Option<Speaker>,
        reach: Range<usize>,
    ) {
        let sentence = self.sentence;
        let before = |word: &str| parts.first().is_some_and(|part| part.start > 0 && sentence.is(part.start - 1, word));
        let to_do = || parts.iter().any(|part| part.clone().take(8).any(|at| sentence.class(at) == Some(Class::To)));
        let does = parts.first().is_some_and(|part| sentence.class(part.start) == Some(Class::To));
        let starts_with = |word: &str| parts.first().is_some_and(|part| sentence.is(part.start, word));
        let told_to = || {
            let to = |part: &Range<usize>| {
                let end = self.hearer_end(part.start);
                sentence.class(end + usize::from(sentence.class(end) == Some(Class::Not))) == Some(Class::To)
            };
            parts.first().is_some_and(to)
        };
        let falsehood = parts.last().filter(|_| verb.takes('a')).and_then(|part| self.called_a_lie(part.clone()));
        let stance = match verb.lemma() {
            "rule" if before("out") => Some(Stance::Denies),
            "call" if before("for") || before("on") || does => Some(Stance::Demands),
            "ask" if before("for") || to_do() => Some(Stance::Demands),
            "argue" if before("for") => Some(Stance::Demands),
            "argue" if before("against") => Some(Stance::Doubts),
            "shrug" if before("off") => Some(Stance::Denies),
            "scoff" if before("at") => Some(Stance::Denies),
            "plead" if starts_with("not") => Some(Stance::Denies),
            "plead" if starts_with("guilty") => Some(Stance::Confirms),
            // "warned residents to stay inside".
            "advise" | "warn" | "tell" if told_to() => Some(Stance::Demands),
            // "dismissed the senator as a fool".
            "dismiss"
                if parts.first().is_some_and(|part| part.start >= reach.start && self.is_of_people(part.start)) =>
            {
                Some(Stance::Asserts)
            }
            // "agreed to resign": what somebody means to do.
            _ if verb.stance() == Some(Stance::Asserts) && does => None,
            _ => verb.stance(),
        };
        let reports = self.reports.len();
        self.push_as(parts, cue, stance, source, reach);
        if let Some(report) = self.reports.get_mut(reports) {
            report.denied = report.denied.or(falsehood);
        }
    }

    /// "asked whether", "would not say if"; "said if it rained, it poured" is none.
    fn is_question(&self, start: usize, cue: Option<(Span, &'static str)>) -> bool {
        let sentence = self.sentence;
        let before = start - usize::from(start > 1 && sentence.kind(start - 1) == Some(Kind::Comma));
        let asks = || {
            cue.and_then(|(_, lemma)| cues::look_up(lemma)).is_none_or(|cue| cue.stance().is_none())
                || !matches!(sentence.class(before.wrapping_sub(1)), Some(Class::That | Class::Verb | Class::VerbNoun))
                || cue.is_some_and(|(_, lemma)| matches!(lemma, "know" | "question" | "see" | "doubt"))
        };
        sentence.class(start) == Some(Class::Whether) && (!sentence.is(start, "if") || asks())
    }

    /// "will announce", "may appeal": what nobody has said yet; but "can confirm", "must admit", "would later say".
    fn is_hypothetical(&self, (span, lemma): (Span, &str)) -> bool {
        let words = || self.sentence.items.iter().filter(|item| span.contains(item.span));
        let is = |word: &str| words().any(|item| item.span.of(self.sentence.text).eq_ignore_ascii_case(word));
        let modal = |item: &Item| item.cue.is_some_and(|cue| cue.class() == Class::Modal);
        words().any(modal)
            && lemma != "say"
            && !["can", "cannot", "must", "later", "often", "sometimes", "only"].iter().any(|word| is(word))
    }

    fn push_as(
        &mut self,
        parts: Vec<Range<usize>>,
        cue: Option<(Span, &'static str)>,
        stance: Option<Stance>,
        source: Option<Speaker>,
        reach: Range<usize>,
    ) {
        let sentence = self.sentence;
        let parts: Vec<Range<usize>> = parts.into_iter().filter_map(|part| self.trimmed(part)).collect();
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
        let items = || parts.iter().flat_map(|part| part.clone());
        let quotes = || {
            items().filter_map(|at| match sentence.kind(at) {
                Some(Kind::Quote(stretch)) => Some(stretch),
                _ => None,
            })
        };
        let stretches = quotes().next().unwrap_or(0)..quotes().next_back().map_or(0, |last| last + 1);
        let is_direct = !stretches.is_empty()
            && items().all(|at| {
                // "“...” and “...”".
                let joins = || sentence.class(at) == Some(Class::And) && at > first.start && sentence.is_quote(at - 1);
                !matches!(sentence.kind(at), Some(Kind::Word | Kind::Name(_) | Kind::Time)) || joins()
            });
        // What the author or the reader thinks is told of nobody.
        let nobody = |source: &Speaker| ["I", "we", "We", "you", "You"].contains(&source.text.as_str());
        if is_private(cue) && source.as_ref().is_some_and(nobody) {
            return;
        }
        let edge = reach.end.max(last.end).max(self.edge);
        // "He said the police think ...": what is quoted is his.
        let start = sentence.items[first.start].span.start;
        let held = |report: &Report| report.content.iter().any(|content| content.end > start);
        if is_private(cue) && self.reports[self.first..].iter().any(held) {
            return;
        }
        // "No group claimed the attack", "Neither side has confirmed it".
        let nobody_does = source.as_ref().is_some_and(|source| {
            let first = source.text.split(' ').next().unwrap_or_default();
            let before = sentence.items.iter().take_while(|item| item.span.end <= source.start).last();
            ["no", "none", "nobody", "neither"].iter().any(|word| word.eq_ignore_ascii_case(first))
                || before.is_some_and(|item| item.span.of(sentence.text).eq_ignore_ascii_case("neither"))
        });
        let negated = nobody_does
            || cue.is_some_and(|(span, _)| {
                let words = sentence.items.iter().filter(|item| span.contains(item.span));
                let before = sentence.items.iter().take_while(|item| item.span.end <= span.start).last();
                words.filter_map(|item| item.cue).any(|cue| cue.class() == Class::Not)
                    || before.is_some_and(|item| item.span.of(sentence.text) == "nor")
            });
        // "would answer in a “measured way”".
        let spoken = is_direct && !sentence.begins_small(first.start);
        if !negated && !spoken && cue.is_some_and(|cue| self.is_hypothetical(cue)) {
            return;
        }
        self.edge = edge;
        let via = std::mem::take(&mut self.speakers.cited);
        if let Some(source) = &source {
            self.speakers.said(source, sentence, cue.is_some_and(|(_, lemma)| lemma == "ask"));
        }
        self.reports.push(Report {
            cue,
            stance,
            negated,
            source,
            via,
            content: parts.iter().map(|part| sentence.span(part.start, part.end)).collect(),
            stretches,
            is_direct,
            is_turn: false,
            is_question: self.is_question(first.start, cue),
            denied: parts.iter().find_map(|part| self.denied(part.clone())),
            sentence: sentence.span(0, sentence.items.len()),
        });
    }
}
