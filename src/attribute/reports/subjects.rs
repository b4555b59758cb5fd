//! Who speaks, by a verb: its subject, before it or shared with the verb before.

use std::ops::Range;

use super::{FAR, Finder, outermost_last};
use crate::article::{BlockKind, MentionType, Speaker, Stance};
use crate::attribute::clauses::Kind;
use crate::attribute::cues::{Class, Cue, Form};
use crate::attribute::phrases::{self, Subject};

impl Finder<'_, '_> {
    /// "described as “a joke”": whether the words that something is called follow. "What they call “Old Jack”" is a name.
    pub(super) fn describes(&self, phrase: &Range<usize>, at: usize, verb: Cue) -> bool {
        let named = |quote: usize| self.sentence.is(phrase.start, "they") && !self.sentence.begins_small(quote);
        verb.takes('a') && self.called(at).is_some_and(|quote| !named(quote))
    }

    /// "a step her coach described as “a farce”": of two phrases that adjoin, the one that says what the other is.
    pub(super) fn describer(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let sentence = self.sentence;
        // "a text they branded “an insult”".
        let noun = |at: usize| {
            sentence.kind(at) == Some(Kind::Word) && sentence.class(at).is_none() && !sentence.is_adverb(at)
        };
        if phrase.len() == 1
            && sentence.class(phrase.start) == Some(Class::Pronoun)
            && phrase.start > 1
            && noun(phrase.start - 1)
        {
            return Some(phrase.clone());
        }
        let begins = |at: &usize| {
            let noun = sentence.kind(at - 1) == Some(Kind::Word)
                && matches!(sentence.class(at - 1), None | Some(Class::Noun | Class::VerbNoun | Class::Document))
                && !sentence.names_people(at - 1);
            let starts = matches!(sentence.class(*at), Some(Class::Det | Class::Possessive)) || sentence.is(*at, "one");
            noun && starts
        };
        let start = (phrase.start + 1..phrase.end).rev().find(begins)?;
        Some(start..phrase.end)
    }

    /// The subject of a verb group. A gerund has its subject before it only after "with".
    pub(super) fn subject(&self, group: usize, at: usize, verb: Cue) -> Subject {
        let sentence = self.sentence;
        let before = group.checked_sub(1);
        let gerund = verb.form() == Form::Gerund && !(group..at).any(|at| sentence.class(at) == Some(Class::Be));
        // "voters saying yes": no comma before.
        let of_people = |before: usize| sentence.names_people(before) || sentence.class(before) == Some(Class::Object);
        if gerund && let Some(perceived) = before.and_then(|before| self.perceived(before)) {
            return perceived;
        }
        // "stopped calling them thieves": whose verb the one before is.
        if gerund && let Some(before) = before.filter(|before| sentence.is_phase(*before)) {
            return phrases::subject(sentence, sentence.group_start(before));
        }
        if gerund && let Some(author) = self.author_of(group) {
            return Subject::Is(author);
        }
        // "behind a banner reading “...”", "remembered Ana Mota telling him".
        if gerund && let Some(close) = self.noun_of(group) {
            return Subject::Is(close);
        }
        // "when the sailors, calling it absurd, left".
        if gerund && let Some(inner) = self.inner_subject(group) {
            return Subject::Is(inner);
        }
        if let Some(heading) = self.heading_subject(group) {
            return Subject::Is(heading);
        }
        match gerund {
            true => match before.map_or(Subject::Shared, |_| self.beside(group)) {
                Subject::Shared if before.is_some_and(of_people) => {
                    // "went to meet farmers asking for rain": the farmers.
                    let to = |at: &usize| sentence.class(*at) == Some(Class::To);
                    let near = |phrase: Range<usize>| {
                        let start = phrase.clone().rev().find(to).map_or(phrase.start, |to| to + 2);
                        start.min(group - 1)..phrase.end
                    };
                    // "led to farmers asking for rain".
                    let noun = |at: &usize| {
                        matches!(sentence.kind(*at), Some(Kind::Word | Kind::Name(_)))
                            && matches!(sentence.class(*at), None | Some(Class::Person | Class::Body | Class::Det))
                    };
                    let nouns = || (0..group - 1).rev().take_while(noun).last().unwrap_or(group - 1)..group;
                    Subject::Is(phrases::phrase_before(sentence, group).map_or_else(nouns, near))
                }
                subject => subject,
            },
            false => phrases::subject(sentence, group),
        }
    }

    /// "when the sailors, calling it absurd, left": the subject of the clause that the gerund is inserted in.
    fn inner_subject(&self, group: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let comma = group.checked_sub(1).filter(|comma| *comma > 0 && sentence.kind(*comma) == Some(Kind::Comma))?;
        let phrase = phrases::phrase_before(sentence, comma)?;
        let opens = |before: usize| matches!(sentence.class(before), Some(Class::Because | Class::Whose | Class::That));
        let closed = (group..sentence.items.len()).take(FAR).find(|at| sentence.kind(*at) == Some(Kind::Comma))?;
        let clause = phrase.start > 0 && opens(phrase.start - 1) && sentence.is_finite(closed + 1);
        Some(phrase).filter(|phrase| clause && self.can_speak(phrase))
    }

    /// "Soldiers seize station, declare ...": in a headline, whose verb nothing tells from a noun, the phrase up to the first
    /// word that can speak.
    fn heading_subject(&self, group: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let comma = group > 2 && sentence.kind(group - 1) == Some(Kind::Comma);
        if !comma || sentence.block.kind != BlockKind::Headline || (0..group).any(|at| sentence.is_finite(at)) {
            return None;
        }
        let goes_on = |at: usize| {
            matches!(sentence.kind(at), Some(Kind::Possessive | Kind::Name(_)))
                || matches!(sentence.class(at), Some(Class::Person | Class::Body | Class::Document))
        };
        let last = (0..group - 1).find(|at| self.can_speak(&(*at..at + 1)) && !goes_on(at + 1))?;
        let inside = |at: usize| matches!(sentence.kind(at), Some(Kind::Word | Kind::Name(_) | Kind::Possessive));
        (0..=last).all(inside).then_some(0..last + 1)
    }

    /// "a banner reading", "heard Ana Mota telling": the name or the written thing right before the gerund.
    pub(super) fn noun_of(&self, gerund: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let last = gerund.checked_sub(1)?;
        let kind = sentence.kind(last);
        if let Some(Kind::Name(name)) = kind {
            let person = sentence.mentions[name].kind == MentionType::Person;
            let start = (0..last).rev().take_while(|at| sentence.kind(*at) == kind).last().unwrap_or(last);
            return (person && start > 0 && sentence.is_perceived(start - 1)).then_some(start..gerund);
        }
        // "carried signs reading “...”".
        if sentence.is(gerund, "reading") && kind == Some(Kind::Word) && sentence.is_quote(gerund + 1) {
            let det = last.checked_sub(1).filter(|at| sentence.class(*at) == Some(Class::Det));
            return Some(det.unwrap_or(last)..gerund);
        }
        let start = (last.saturating_sub(4)..last).rev().find(|at| sentence.class(*at) == Some(Class::Det))?;
        let says = sentence.is_any(gerund, &["reading", "saying", "stating"]);
        (says && self.is_written(last..gerund)).then_some(start..gerund)
    }

    /// "showed her calling him a thief", "a diver can be heard saying": who is seen or heard, by the word before the gerund.
    fn perceived(&self, before: usize) -> Option<Subject> {
        let sentence = self.sentence;
        if sentence.is(before, "her") || sentence.class(before) == Some(Class::Object) {
            let verb = before.checked_sub(1)?;
            return sentence.is_perceived(verb).then_some(Subject::Is(before..before + 1));
        }
        let group = sentence.group_start(before);
        let passive = (group..before).any(|at| sentence.class(at) == Some(Class::Be));
        (passive && sentence.is_perceived(before)).then(|| phrases::subject(sentence, group))
    }

    /// "comments by Ana Mota saying": whose they are.
    fn author_of(&self, gerund: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let by = (gerund.saturating_sub(12)..gerund).rev().find(|at| sentence.is(*at, "by"))?;
        let told = matches!(sentence.class(by.checked_sub(1)?), Some(Class::Noun | Class::VerbNoun | Class::Document));
        phrases::phrase_at(sentence, by + 1).filter(|author| told && author.end == gerund)
    }

    /// Who the subject is, and where the attributing words begin.
    pub(super) fn source(&mut self, group: usize, subject: Subject) -> Option<(Speaker, usize)> {
        let sentence = self.sentence;
        match subject {
            // "Reuters released a statement which read": who wrote it.
            Subject::Is(phrase)
                if phrase.start > 1
                    && matches!(sentence.word(phrase.start), "a" | "an")
                    && phrase
                        .clone()
                        .take(4)
                        .any(|at| matches!(sentence.class(at), Some(Class::Noun | Class::Document)))
                    && sentence.is_finite(phrase.start - 1) =>
            {
                // "a statement from the ministry that read".
                let from = phrase.clone().skip(1).find(|at| sentence.is(*at, "from") || sentence.is(*at, "by"));
                let author = from.and_then(|from| phrases::phrase_at(sentence, from + 1));
                let author = author.filter(|author| author.end <= phrase.end);
                match author {
                    Some(author) => self.speakers.speaker(sentence, author),
                    None => self.shared(phrase.start + 1),
                }
                .map(|speaker| (speaker, phrase.start))
            }
            Subject::Is(phrase) => {
                let speaker = self.speakers.speaker(sentence, phrase.clone())?;
                Some((speaker, phrase.start))
            }
            Subject::None
                if !(group.saturating_sub(5)..group)
                    // "said it was late, then conceded".
                    .any(|at| sentence.class(at) == Some(Class::And) || sentence.is(at, "then")) =>
            {
                None
            }
            Subject::Shared | Subject::None => self.shared(group).map(|speaker| (speaker, group)),
        }
    }

    /// "with Ana Mota calling it ... and Eva Lind saying": the phrase between.
    fn beside(&self, gerund: usize) -> Subject {
        let sentence = self.sentence;
        let inside = |at: &usize| {
            matches!(sentence.kind(*at), Some(Kind::Word | Kind::Name(_) | Kind::Possessive))
                && !sentence.is_finite(*at)
        };
        // "with Mota, a farmer, asking for rain".
        let comma = |at: &usize| sentence.kind(*at) == Some(Kind::Comma);
        let inserted = comma(&(gerund - 1)).then(|| (0..gerund - 1).rev().take(8).find(comma)).flatten();
        // "..., it said, adding": what is inserted there describes nobody.
        let inserted = inserted.filter(|open| !sentence.has_verb(open + 1, gerund - 1));
        let gerund = inserted.unwrap_or(gerund);
        let with = (0..gerund)
            .rev()
            .take(12)
            .take_while(inside)
            .find(|at| sentence.is(*at, "with") || sentence.is(*at, "and"));
        match with.map(|with| with + 1..gerund) {
            Some(phrase)
                if phrases::phrase_at(sentence, phrase.start).is_some_and(|found| found.end >= phrase.end)
                    && (sentence.is(phrase.start - 1, "with") || self.can_speak(&phrase)) =>
            {
                Subject::Is(phrase)
            }
            _ => Subject::Shared,
        }
    }

    /// Who speaks before: in the sentence's last report, as the subject of its last verb, or first in it.
    pub(super) fn shared(&self, group: usize) -> Option<Speaker> {
        let last = self.last_subject(group);
        // "Ana Mota found sailors had been late, saying": rather who is named.
        let unnamed = last.as_ref().is_some_and(|last| last.entity.is_none());
        if unnamed && self.reports[self.first..].is_empty() {
            let main = self.main_subject(group).filter(|main| main.entity.is_some());
            return main.or(last);
        }
        last.or_else(|| {
            let phrase = self.first_phrase(group).or_else(|| self.first_plural(group))?;
            self.speakers.speaker(self.sentence, phrase)
        })
    }

    /// "Mothers came to the prison, demanding": the plural that the sentence begins with.
    fn first_plural(&self, group: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let comma = group > 0 && sentence.kind(group - 1) == Some(Kind::Comma);
        let demands = sentence.verb(group).is_some_and(|verb| verb.stance() == Some(Stance::Demands));
        let phrase = phrases::phrase_at(sentence, 0).filter(|_| comma && demands)?;
        (sentence.word(phrase.end - 1).ends_with('s') && sentence.is_finite(phrase.end)).then_some(phrase)
    }

    /// The source of the sentence's last report, or the subject of its last verb.
    pub(super) fn last_subject(&self, group: usize) -> Option<Speaker> {
        // "Mota says Peru fears a strike and urges ...": Mota.
        // "Mota laughed, according to the paper, and answered": Mota.
        let told = outermost_last(&self.reports[self.first..]);
        if let Some(report) = told.filter(|report| report.cue.is_none_or(|(_, lemma)| lemma != "according to")) {
            return report.source.clone();
        }
        let sentence = self.sentence;
        let verbs = (0..group.saturating_sub(1)).rev().take(60).filter(|at| sentence.is_finite(*at));
        // "They found no sign that the board knew, but said": rather they.
        let mut embedded = None;
        for verb in verbs {
            let mut start = verb;
            while start > 0 && (sentence.is_auxiliary(start - 1) || sentence.is_adverb(start - 1)) {
                start -= 1;
            }
            // "apologised for cancelled boats and says".
            let describes =
                start > 0 && matches!(sentence.class(start - 1), Some(Class::Prep | Class::For | Class::Of));
            if let Subject::Is(phrase) = phrases::subject(sentence, start)
                && !describes
                && self.can_speak(&phrase)
            {
                let that = phrase.start > 0 && sentence.class(phrase.start - 1) == Some(Class::That);
                let speaker = self.speakers.speaker(sentence, phrase);
                match that {
                    true => embedded = embedded.or(speaker),
                    false => return speaker,
                }
            }
        }
        embedded
    }

    /// The phrase that the sentence begins with, up to the last word in it that can speak: its verb may
    /// be one that nothing tells from a noun.
    fn first_phrase(&self, before: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let phrase = phrases::phrase_at(sentence, 0)?;
        let names = |at: &usize| self.can_speak(&(*at..at + 1));
        let last = (phrase.start..phrase.end.min(before)).rev().find(names)?;
        Some(phrase.start..last + 1)
    }

    /// The subject of the sentence's first verb.
    pub(super) fn main_subject(&self, before: usize) -> Option<Speaker> {
        let sentence = self.sentence;
        let verb = (1..before).find(|at| sentence.is_finite(*at))?;
        // "One guest was Ana Mota, who had an answer: “...”": Mota.
        let indefinite = sentence.is_any(0, &["one", "another", "among"]);
        let is = indefinite && sentence.class(verb) == Some(Class::Be);
        if let Some(phrase) = phrases::phrase_at(sentence, verb + 1).filter(|phrase| is && self.can_speak(phrase)) {
            return self.speakers.speaker(sentence, phrase);
        }
        match phrases::subject(sentence, verb) {
            Subject::Is(phrase) => self.speakers.speaker(sentence, phrase),
            _ => None,
        }
    }
}
