//! Quotations that no verb of the table reports: chants and headlines, what stands behind a colon or beside a verb that
//! no table has.

use std::ops::Range;

use super::Finder;
use crate::article::{BlockKind, MentionType, Speaker, Stance};
use crate::attribute::clauses::Kind;
use crate::attribute::cues::{Class, Form};
use crate::attribute::phrases::{self, Subject};
use crate::attribute::reports::Report;
use crate::attribute::stretches::{MARKS, SPEECH, is_title};

impl Finder<'_, '_> {
    /// What stands between marks in a sentence that does not say that it is said.
    pub(super) fn loose_quotations(&mut self) {
        for at in 0..self.sentence.items.len() {
            let Some(Kind::Quote(stretch)) = self.sentence.kind(at) else { continue };
            let held = self.reports[self.first..].iter().any(|report| report.stretches.contains(&stretch));
            if !held && let Some((source, stance)) = self.loose(at) {
                self.push_as(vec![at..at + 1], None, stance, Some(source), at..at + 1);
            }
        }
    }

    /// Whose a quotation is that nothing reports, and what it claims.
    fn loose(&self, at: usize) -> Option<(Speaker, Option<Stance>)> {
        let sentence = self.sentence;
        let asserts = |source: Speaker| (source, Some(Stance::Asserts));
        if let Some(phrase) = self.behind_quotation(at) {
            return self.speakers.speaker(sentence, phrase).map(asserts);
        }
        if at == 0 {
            return None;
        }
        if let Some(source) = self.crier(at) {
            return Some(asserts(source));
        }
        if let Some(source) = self.goes_on_with(at) {
            return Some((source, None));
        }
        let colon = sentence.kind(at - 1) == Some(Kind::Colon);
        if self.is_called(at) || !colon && self.is_no_speech(at) {
            return None;
        }
        // "has given him a nickname: “Millionaire”": a name.
        if colon && at > 1 && matches!(sentence.word(at - 2), "motto" | "name" | "nickname" | "slogan" | "title") {
            return None;
        }
        // "Her reason is “...”": the subject of the verb before has said it. "gave the prize to her mother, who was late,
        // and to “...”": rather who is named.
        let named = |source: &Speaker| source.entity.is_some();
        let last = || self.last_subject(at);
        let source = match self.main_subject(at) {
            main if colon => self.told_until(at - 1).or_else(|| self.clause_subject(at)).or(main).or_else(last),
            main => last().filter(named).or_else(|| main.filter(named)).or_else(last),
        };
        Some((source?, colon.then_some(Stance::Asserts)))
    }

    /// "is often called “the warm heart of Africa” by guides": nobody's here.
    fn is_called(&self, quote: usize) -> bool {
        let sentence = self.sentence;
        let named = |verb: usize| {
            let passive = |be: usize| sentence.class(be) == Some(Class::Be);
            sentence.items[verb].cue.is_some_and(|cue| cue.is_verb() && cue.takes('a') && cue.form() == Form::Past)
                && (sentence.group_start(verb)..verb).any(passive)
        };
        (quote.saturating_sub(3)..quote).any(named)
    }

    /// A few words, a title, or what something is remembered as, by nobody who is named: "an event remembered as “...”",
    /// but "recalled her talks as “...”".
    fn is_no_speech(&self, quote: usize) -> bool {
        let sentence = self.sentence;
        let few = sentence.word(quote).split_whitespace().take(SPEECH).count() < SPEECH;
        let named =
            || sentence.is(quote - 1, "as") && (quote.saturating_sub(8)..quote).all(|at| sentence.verb(at).is_none());
        few || named() || self.is_title(quote)
    }

    /// "answered with chants of “Shame”", "left to shouts of “Shame” from the crowd", "ran the headline “Shame”".
    fn crier(&self, quote: usize) -> Option<Speaker> {
        let sentence = self.sentence;
        let of = sentence.class(quote - 1) == Some(Class::Of);
        let noun = quote.checked_sub(1 + usize::from(of))?;
        let behind = |words: &[&str]| (noun.saturating_sub(5)..noun).any(|at| sentence.is_any(at, words));
        let cries = of
            && matches!(
                sentence.word(noun),
                "chant" | "chants" | "cheer" | "cheers" | "chorus" | "cries" | "cry" | "shout" | "shouts"
            );
        // "signed it with the words “...”".
        let heads = matches!(sentence.word(noun), "caption" | "headline")
            || behind(&["with"]) && matches!(sentence.word(noun), "word" | "words");
        let from = phrases::phrase_at(sentence, quote + 2).filter(|_| cries && sentence.is(quote + 1, "from"));
        // "to shouts of": others'.
        let own = heads || cries && behind(&["in", "into", "with"]);
        let whose = from.or_else(|| self.in_words_of(quote));
        match whose.or_else(|| self.nearest_subject(quote).filter(|_| own)) {
            Some(phrase) => self.speakers.speaker(sentence, phrase),
            None => self.main_subject(quote).filter(|_| own),
        }
    }

    /// "in the words of one sailor, “...”".
    fn in_words_of(&self, quote: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let words = (quote.saturating_sub(12)..quote).rev().find(|at| sentence.is(*at, "words"))?;
        let leads = words > 1
            && sentence.is(words - 2, "in")
            && sentence.is(words - 1, "the")
            && sentence.class(words + 1) == Some(Class::Of);
        let phrase = phrases::phrase_at(sentence, words + 2)?;
        (leads && (phrase.end == quote || phrase.end + 1 == quote)).then_some(phrase)
    }

    /// The subject of the last verb before the quotation, if it can speak.
    fn nearest_subject(&self, quote: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let verb = (1..quote).rev().find(|at| sentence.is_finite(*at))?;
        match phrases::subject(sentence, sentence.group_start(verb)) {
            Subject::Is(phrase) => Some(phrase).filter(|phrase| self.can_speak(phrase)),
            _ => None,
        }
    }

    /// "He likes gulls, he stressed; he would like them “elsewhere”": who goes on to speak.
    fn goes_on_with(&self, quote: usize) -> Option<Speaker> {
        let sentence = self.sentence;
        let last = self.reports[self.first..].last()?.source.as_ref()?;
        let semicolon = (1..quote).rev().find(|at| sentence.kind(*at) == Some(Kind::Semicolon))?;
        let same = sentence.class(semicolon + 1) == Some(Class::Pronoun) && sentence.is(semicolon + 1, &last.text);
        (same && last.start < sentence.items[semicolon].span.start).then(|| last.clone())
    }

    /// "One paper wrote a page, while Reuters settled for a word: “...”": the subject of the last clause before the quotation.
    fn clause_subject(&self, quote: usize) -> Option<Speaker> {
        let sentence = self.sentence;
        let phrase = self.nearest_subject(quote)?;
        let before = phrase.start.checked_sub(1)?;
        let opens = sentence.kind(before) == Some(Kind::Comma) || sentence.class(before) == Some(Class::Because);
        if opens { self.speakers.speaker(sentence, phrase) } else { None }
    }

    /// "Mota denied that it was late: “...”": who reports what ends at the colon.
    fn told_until(&self, colon: usize) -> Option<Speaker> {
        let end = self.sentence.items[colon].span.start;
        let ends =
            |report: &&Report| report.content.last().is_some_and(|content| content.end == end) && report.cue.is_some();
        self.reports[self.first..].iter().find(ends).and_then(|report| report.source.clone())
    }

    /// `"...," Ana Mota shot back`, `"...," sighed a seller`: who stands behind a quotation that ends with a comma, beside a
    /// verb that no table has.
    fn behind_quotation(&self, quote: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let comma = sentence.kind(quote + 1) == Some(Kind::Comma);
        let marked =
            comma || sentence.word(quote).trim_end_matches(['"', '”', '’', '\'', '»']).ends_with([',', '?', '!']);
        let next = quote + 1 + usize::from(comma);
        // "closed the play “Rent: School Edition,” she let".
        if quote > 0 && self.is_title(quote) {
            return None;
        }
        let acts = |at: usize| {
            sentence.kind(at) == Some(Kind::Word)
                && (sentence.is_finite(at) || sentence.is_adverb(at) || sentence.word(at).ends_with(['s', 'd', 't']))
                && !sentence.is_auxiliary(at)
                && matches!(
                    sentence.class(at),
                    None | Some(Class::Finite | Class::Verb | Class::VerbNoun | Class::Adverb)
                )
        };
        let verb = |at: usize| sentence.class(at).is_none() && sentence.word(at).ends_with("ed");
        let speaks = |phrase: &Range<usize>| {
            let mut words = phrase.clone();
            words.any(|at| match sentence.kind(at) {
                Some(Kind::Name(name)) => sentence.mentions[name].kind == MentionType::Person,
                _ => sentence.is_any(at, &["he", "she"]) || sentence.names_people(at),
            })
        };
        // "“Too late,” came the reply from Mota".
        if let Some(from) = self.reply(next) {
            let who = phrases::phrase_at(sentence, from + 1).filter(|_| sentence.is(from, "from"));
            return who.filter(|who| self.can_speak(who));
        }
        // "“Too late,” is how Mota put it".
        if sentence.is(next, "is") && sentence.is_any(next + 1, &["how", "what"]) {
            let phrase = phrases::phrase_at(sentence, next + 2)?;
            return Some(phrase).filter(|phrase| sentence.verb(phrase.end).is_some());
        }
        let called = |phrase: Range<usize>| (phrase.start + 1..=phrase.end).find(|at| sentence.is(*at, "called"));
        let cried = phrases::phrase_at(sentence, next).and_then(|phrase| called(phrase).map(|verb| next..verb));
        let phrase = match sentence.kind(next) {
            Some(Kind::Word) if verb(next) => phrases::phrase_at(sentence, next + 1),
            _ => phrases::phrase_at(sentence, next).filter(|phrase| acts(phrase.end)),
        };
        phrase.filter(speaks).or(cried).filter(|_| marked)
    }

    /// Behind "came the reply".
    fn reply(&self, at: usize) -> Option<usize> {
        let sentence = self.sentence;
        let noun = matches!(
            sentence.word_or_none(at + 2),
            "answer" | "cry" | "message" | "reply" | "response" | "retort" | "shout"
        );
        (sentence.is(at, "came") && sentence.is(at + 1, "the") && noun).then_some(at + 3)
    }

    /// "sang “Old Harbour Nights”", "banners that read “Long Live Peru”": a name, where no mark leads to it.
    pub(super) fn is_title(&self, quote: usize) -> bool {
        let inner = self.sentence.word(quote).trim_matches(MARKS);
        let heading = self.sentence.block.kind == BlockKind::Headline;
        inner.contains(' ') && !heading && is_title(inner)
    }
}
