//! What is said in the passive: "was quoted as saying", "was accused by the union of greed", "was denied by X".

use std::ops::Range;

use super::Finder;
use crate::article::Stance;
use crate::attribute::clauses::Kind;
use crate::attribute::cues::{Class, Cue, Form};
use crate::attribute::phrases::{self, Subject};

/// "by" and "as saying" stand no farther behind the verb.
const LONGEST: usize = 14;

impl Finder<'_, '_> {
    /// "was quoted as saying", "was described by X as", "was denied by X".
    pub(super) fn passive(&mut self, group: usize, at: usize, verb: Cue) {
        let sentence = self.sentence;
        // "was branded “a liar” by X", "was denounced as “theft” by X".
        if (verb.takes('a') || sentence.is(at + 1, "as"))
            && let Some(quote) = self.called(at)
            && sentence.is(quote + 1, "by")
            && let Some(by) = phrases::phrase_at(sentence, quote + 2)
        {
            // "was nicknamed “the Duck” by her crew": a name.
            if matches!(sentence.word(at), "named" | "nicknamed") {
                return;
            }
            let source = self.speakers.speaker(sentence, by.clone());
            return self.push(vec![quote..quote + 1], self.cue(group, at), verb, source, group..by.end);
        }
        let mut near = at + 1..sentence.items.len().min(at + LONGEST);
        let by = near.find(|at| sentence.is(*at, "by")).and_then(|by| phrases::phrase_at(sentence, by + 1));
        if matches!(verb.lemma(), "quote" | "cite" | "report") {
            return self.quoted_as(group, at, verb, by);
        }
        let Some(by) = by else { return };
        match verb.takes('o') && verb.stance() == Some(Stance::Alleges) {
            // "was accused of greed by the union".
            true if verb.takes_preposition(sentence.word_or_none(at + 1)) => self.alleged(group, at, verb, by),
            accuses if by.start == at + 2 => {
                let by = if accuses { self.accuser(by) } else { by };
                self.done_by(group, at, verb, by);
            }
            _ => {}
        }
    }

    /// "was quoted as saying".
    fn quoted_as(&mut self, group: usize, at: usize, verb: Cue, by: Option<Range<usize>>) {
        let sentence = self.sentence;
        let gerund = |at: usize| sentence.verb(at).is_some_and(|verb| verb.form() == Form::Gerund);
        let same_clause =
            |at: &usize| !matches!(sentence.kind(*at), Some(Kind::Stop | Kind::Semicolon | Kind::Quote(_)));
        let mut near = (at + 1..sentence.items.len().min(at + LONGEST)).take_while(same_clause);
        let Some(saying) = near.find(|at| sentence.is(at - 1, "as") && gerund(*at)) else {
            return self.first_reported(group, at, verb);
        };
        let (source, begin) = match phrases::subject(sentence, group) {
            Subject::Is(phrase) => (self.speakers.speaker(sentence, phrase.clone()), phrase.start),
            _ => (self.shared(group), group),
        };
        let via = by.and_then(|by| self.speakers.speaker(sentence, by));
        let cue = self.cue(group, saying);
        let verb = sentence.verb(saying).unwrap_or(verb);
        let before = self.reports.len();
        self.taken = saying;
        self.contents(begin, saying, saying + 1, cue, verb, source);
        if let Some(report) = self.reports.get_mut(before) {
            report.via.extend(via);
        }
    }

    /// "was accused of “greed” by the union".
    fn alleged(&mut self, group: usize, at: usize, verb: Cue, by: Range<usize>) {
        let sentence = self.sentence;
        let here = !(at..by.start).any(|at| matches!(sentence.kind(at), Some(Kind::Stop | Kind::Semicolon)));
        if here && by.start > at + 3 && self.can_speak(&by) {
            let source = self.speakers.speaker(sentence, by.clone());
            self.push(vec![at + 2..by.start - 1], self.cue(group, at), verb, source, group..by.end);
        }
    }

    /// "accused by captains of hiding leaks": the captains.
    fn accuser(&self, by: Range<usize>) -> Range<usize> {
        let sentence = self.sentence;
        let what = |of: &usize| {
            sentence.class(*of) == Some(Class::Of)
                && sentence.kind(of + 1) == Some(Kind::Word)
                && !matches!(sentence.class(of + 1), Some(Class::Det | Class::Possessive))
        };
        let of = by.clone().rev().find(what).filter(|_| !sentence.is(by.end, "of"));
        by.start..of.unwrap_or(by.end)
    }

    /// "was denied by X", "was described by X as".
    fn done_by(&mut self, group: usize, at: usize, verb: Cue, by: Range<usize>) {
        let sentence = self.sentence;
        let Some(source) = self.speakers.speaker(sentence, by.clone()) else { return };
        let cue = self.cue(group, at);
        if let Some(told) = self.told_by(by.end, verb) {
            return self.push(vec![told.clone()], cue, verb, Some(source), by.end..told.end);
        }
        let quoted = (by.end + 1..by.end + 3).any(|at| sentence.is_quote(at));
        if sentence.is(by.end, "as") && (verb.takes('a') || quoted) {
            let words = by.end + 1..self.clause_end(by.end + 1);
            return self.push_as(vec![words.clone()], cue, Some(Stance::Asserts), Some(source), words);
        }
        // "It was dismissed by the council" tells of a bill.
        if verb.takes('n')
            && let Subject::Is(phrase) = phrases::subject(sentence, group)
            && sentence.class(phrase.start) != Some(Class::Pronoun)
        {
            self.push(vec![phrase.clone()], cue, verb, Some(source), phrase);
        }
    }

    /// "was accused by the union of greed", "were told by police that", "was urged by Mota to": what, behind who.
    fn told_by(&self, after: usize, verb: Cue) -> Option<Range<usize>> {
        let sentence = self.sentence;
        if !verb.takes('o') {
            return None;
        }
        if verb.stance() == Some(Stance::Alleges) {
            let of = verb.takes_preposition(sentence.word_or_none(after));
            let mut told = of.then(|| self.to_clause_end(after + 1)).flatten()?;
            // ", accused by the union of greed, denied it".
            told.end = told.clone().find(|at| sentence.kind(*at) == Some(Kind::Comma)).unwrap_or(told.end);
            return Some(told);
        }
        let leads = sentence.class(after) == Some(Class::That) || sentence.is_infinitive(after);
        leads.then(|| self.complement(after, verb)).flatten()
    }

    /// "The sale was first reported by Reuters": the sale.
    fn first_reported(&mut self, group: usize, at: usize, verb: Cue) {
        let sentence = self.sentence;
        if verb.lemma() != "report" || !sentence.is(at + 1, "by") {
            return;
        }
        let by = phrases::phrase_at(sentence, at + 2).filter(|by| self.can_speak(by));
        if let (Some(by), Subject::Is(phrase)) = (by, phrases::subject(sentence, group)) {
            let source = self.speakers.speaker(sentence, by.clone());
            self.push(vec![phrase], self.cue(group, at), verb, source, group..by.end);
        }
    }
}
