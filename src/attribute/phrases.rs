//! Noun phrases: the words before a verb that are its subject, and the phrase that starts at a
//! place. Found by what can and cannot stand in one.

use std::ops::Range;

use super::clauses::{Kind, Sentence};
use super::cues::{Class, Cue, Form};
use super::stretches::{MARKS, is_title};
use crate::article::MentionType;

/// A subject is looked for no further back than this.
const FAR: usize = 45;

/// Whose verb it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Subject {
    /// The items of the noun phrase.
    Is(Range<usize>),
    /// That of the verb before: "announced ... and demanded".
    Shared,
    /// None is found.
    None,
}

/// The subject of the verb group that starts at `verb`.
pub(super) fn subject(sentence: &Sentence, verb: usize) -> Subject {
    let end = without_adjuncts(sentence, verb);
    let Some(last) = end.checked_sub(1) else { return Subject::None };
    match (sentence.kind(last), sentence.class(last)) {
        // "The report, titled “Slow,” described".
        (Some(Kind::Quote(_)), _) if sentence.ends_in_comma(last) && sentence.is_named(last) => {
            let comma = (0..last).rev().take(FAR).find(|at| sentence.kind(*at) == Some(Kind::Comma));
            let describes = |comma: &usize| last - comma <= 6 || sentence.class(comma + 1) == Some(Class::Who);
            comma.filter(describes).and_then(|comma| phrase_before(sentence, comma)).map_or(Subject::None, Subject::Is)
        }
        (_, Some(Class::Who)) => antecedent(sentence, last),
        // "a group that argues that".
        (_, Some(Class::That)) if last > 0 && sentence.verb(verb).is_some() => match sentence.kind(last - 1) {
            Some(Kind::Name(_)) => antecedent(sentence, last),
            _ if matches!(
                sentence.class(last - 1),
                Some(Class::Person | Class::Body | Class::Document | Class::Noun | Class::VerbNoun)
            ) =>
            {
                antecedent(sentence, last)
            }
            _ => Subject::None,
        },
        (_, Some(Class::And)) => Subject::Shared,
        (Some(Kind::Comma | Kind::Dash | Kind::Close), _) => around_insertion(sentence, last),
        _ => match phrase_before(sentence, end) {
            // "It follows repeated attempts": a verb that nothing tells from a noun.
            Some(phrase)
                if phrase.start > 0
                    && sentence.class(phrase.start - 1) == Some(Class::Pronoun)
                    // "In it she described".
                    && !(phrase.start > 1 && sentence.class(phrase.start - 2) == Some(Class::Prep)) =>
            {
                Subject::None
            }
            // "A poll released on Monday showed".
            Some(phrase) if end < verb && end > 1 && is_reduced(sentence, end - 1, verb) => {
                Subject::Is(phrase.start..verb)
            }
            Some(phrase) => Subject::Is(without_citing(sentence, phrase)),
            // "The governor, Ana Mota, of the region said".
            None => {
                let start = phrase_start(sentence, end);
                let place = matches!(sentence.class(start), Some(Class::Prep | Class::Of));
                let inserted = |comma: &usize| {
                    let comma = *comma;
                    place
                        && sentence.kind(comma) == Some(Kind::Comma)
                        && (1..comma).rev().take(8).any(|at| sentence.kind(at) == Some(Kind::Comma))
                        && !sentence.has_verb(0, comma)
                };
                match start.checked_sub(1).filter(inserted) {
                    Some(comma) => around_insertion(sentence, comma),
                    None => Subject::None,
                }
            }
        },
    }
}

/// "Reuters, citing two officials has reported": the phrase before "citing", although no comma
/// closes what is inserted.
fn without_citing(sentence: &Sentence, phrase: Range<usize>) -> Range<usize> {
    let start = phrase.start;
    if start > 1 && sentence.is(start - 1, "citing") && sentence.kind(start - 2) == Some(Kind::Comma) {
        return phrase_before(sentence, start - 2).unwrap_or(phrase);
    }
    phrase
}

/// The end of the phrase before the verb, without "on Monday" or "also".
fn without_adjuncts(sentence: &Sentence, verb: usize) -> usize {
    let mut end = verb;
    loop {
        let before = end;
        while end > 0 && sentence.is_adverb(end - 1) {
            end -= 1;
        }
        // "what the mayor at the time called".
        if end > 2 && sentence.is(end - 3, "at") && sentence.is(end - 2, "the") && sentence.is(end - 1, "time") {
            end -= 3;
        }
        let time = (0..end).rev().take_while(|at| sentence.kind(*at) == Some(Kind::Time)).last();
        // "veterans of the 1950s".
        let part = |time: usize| matches!(sentence.class(time), Some(Class::Of | Class::Det));
        if let Some(time) = time.filter(|time| *time > 0 && !part(time - 1)) {
            end = match sentence.class(time - 1) {
                Some(Class::Prep | Class::For | Class::Because) if time > 1 => time - 1,
                _ => time,
            };
        }
        if end == before {
            return end;
        }
    }
}

/// "Ana Mota, who said": the phrase before "who".
fn antecedent(sentence: &Sentence, who: usize) -> Subject {
    let end = match sentence.kind(who.wrapping_sub(1)) {
        // "Ana Mota, 24, who said": her age is no phrase.
        Some(Kind::Comma) if closes_age(sentence, who - 1) => who - 3,
        Some(Kind::Comma | Kind::Dash) => who - 1,
        _ => who,
    };
    // "heard from Ana Mota, who said".
    let behind_preposition = || {
        // No "per cent".
        let preposition = |at: &usize| {
            matches!(sentence.class(*at), Some(Class::Prep | Class::Of | Class::For | Class::To))
                && !sentence.is(*at, "per")
        };
        let start = (end.saturating_sub(8)..end).rev().find(preposition)? + 1;
        (start < end && sentence.is_np_start(start)).then_some(start..end)
    };
    let phrase = phrase_before(sentence, end).or_else(behind_preposition);
    let phrase = phrase.map(|phrase| with_apposed_name(sentence, last_person(sentence, phrase, end == who)));
    phrase.map_or(Subject::None, Subject::Is)
}

/// "Ana Mota, a nurse who said": the name before what describes her.
fn with_apposed_name(sentence: &Sentence, phrase: Range<usize>) -> Range<usize> {
    let name = |at: usize| sentence.is_name_of(at, MentionType::Person);
    let start = phrase.start;
    let described = start > 1
        && sentence.kind(start - 1) == Some(Kind::Comma)
        && name(start - 2)
        // "Ana Mota, president of the club, who".
        && (sentence.is_any(start, &["a", "an", "the"]) || sentence.names_people(start))
        && (start..phrase.end).any(|at| sentence.names_people(at));
    let first = (0..start.saturating_sub(1)).rev().take_while(|at| name(*at)).last();
    match first.filter(|_| described) {
        Some(first) => first..phrase.end,
        None => phrase,
    }
}

/// Whether the comma is the one behind "Ana Mota, 24,".
fn closes_age(sentence: &Sentence, comma: usize) -> bool {
    comma > 2
        && sentence.word(comma - 1).bytes().all(|byte| byte.is_ascii_digit())
        && sentence.kind(comma - 2) == Some(Kind::Comma)
        && ends_in_name(sentence, comma - 2)
}

/// "criticism from Ana Mota, who said": the person alone. `close`: no comma stands before "who".
fn last_person(sentence: &Sentence, phrase: Range<usize>, close: bool) -> Range<usize> {
    let person = sentence.is_name_of(phrase.end - 1, MentionType::Person);
    let from = |at: &usize| matches!(sentence.word(*at), "from" | "by" | "with" | "to" | "against" | "about");
    // "anger among the sailors, who".
    if let Some(among) = phrase.clone().rev().find(|at| sentence.is(*at, "among"))
        && among + 1 < phrase.end
    {
        return among + 1..phrase.end;
    }
    // "They passed the house of Ana Mota, who", but "the lawyer of Ana Mota, who".
    let of = phrase.clone().rev().find(|at| sentence.class(*at) == Some(Class::Of)).filter(|_| person);
    let described = |of: &usize| (phrase.start..*of).any(|at| can_be_who(sentence, at));
    if let Some(of) = of.filter(|of| !described(of)) {
        return of + 1..phrase.end;
    }
    let last = phrase.end - 1;
    // "shielded the mayor from sailors who".
    let people = || {
        close && sentence.class(last).is_none_or(|class| class == Class::Person) && sentence.word(last).ends_with('s')
    };
    // "had been shot down by rebels, who", "had fallen out with the sailors, who".
    let clause = || {
        !sentence.is_np_start(phrase.start)
            || matches!(sentence.word(phrase.start), "away" | "down" | "off" | "out" | "over")
    };
    // "dedicated the prize to her mother, who".
    let relative = || sentence.names_people(last) && sentence.class(last - 1) == Some(Class::Possessive);
    let leads = |from: &usize| *from > phrase.start && (person || people() || clause() || relative());
    match phrase.clone().rev().find(from).filter(leads) {
        Some(from) => from + 1..phrase.end,
        None => phrase,
    }
}

/// Whether the word names somebody.
fn can_be_who(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.kind(at), Some(Kind::Name(_)))
        || matches!(sentence.class(at), Some(Class::Person | Class::Body | Class::Pronoun))
}

/// "Ana Mota, the mayor, said": the phrase before the inserted one, and that one too where it says
/// who she is.
fn around_insertion(sentence: &Sentence, close: usize) -> Subject {
    let kind = sentence.kind(close);
    let opens = |at: &usize| match kind {
        Some(Kind::Close) => sentence.kind(*at) == Some(Kind::Open),
        _ => sentence.kind(*at) == kind,
    };
    let first = close.saturating_sub(FAR);
    // ", also known as the “Radio Law”,".
    let named = |quote: usize| {
        sentence.is_named(quote)
            // ", referring to what is “a long way”,".
            // ", who played a skipper in “Downstream, Mostly”,".
            || !sentence.ends_in_comma(quote) && (sentence.begins_small(quote) || is_title(sentence.word(quote).trim_matches(MARKS)))
            // "whose drama “The Salt Road” made her known".
            || quote > 1 && !sentence.ends_in_comma(quote) && (quote.saturating_sub(7)..quote).any(|at| sentence.is(at, "whose"))
    };
    // "A sailor who left the ship, said": behind what describes him.
    let described = || {
        let same =
            |at: &usize| matches!(sentence.kind(*at), Some(Kind::Word | Kind::Name(_) | Kind::Possessive | Kind::Mark));
        let who = (first..close).rev().take_while(same).find(|at| sentence.class(*at) == Some(Class::Who))?;
        phrase_before(sentence, who).filter(|_| sentence.has_verb(who, close))
    };
    let inserted = (first..close).rev().take_while(|at| !sentence.is_quote(*at) || named(*at)).find(opens);
    let Some(open) = inserted.filter(|open| *open > 0 && open + 1 < close) else {
        let Some(phrase) = described().or_else(|| phrase_before(sentence, close)) else { return Subject::None };
        // "the deal, announced on Monday, is large", and no second verb of a list.
        let participle = |verb: Cue| verb.form() == Form::Past && (verb.takes('a') || !sentence.is_np_start(close + 2));
        let listed = || !sentence.verb(close + 1).is_some_and(participle);
        // "She tells stories, asks for help": what the verb before is about.
        let object = phrase.start > 1 && sentence.is_finite(phrase.start - 1);
        return if object && listed() { Subject::Shared } else { Subject::Is(phrase) };
    };
    // "Ana Mota, from Faro, Peru, said": one comma further back.
    let behind = |comma: usize| {
        let earlier = (comma.saturating_sub(6)..comma).rev().find(|at| sentence.kind(*at) == Some(Kind::Comma));
        earlier.filter(|earlier| *earlier > 0).and_then(|earlier| phrase_before(sentence, earlier))
    };
    let found = phrase_before(sentence, open).or_else(|| behind(open).filter(|_| kind == Some(Kind::Comma)));
    let Some(mut phrase) = found else { return Subject::None };
    // "Reached by phone, she laughed, then added": nobody is called "reached".
    if phrase.start == 0 && sentence.is_participle_form(0) && sentence.class(1) == Some(Class::Prep) {
        return Subject::Shared;
    }
    // "The council, which controls the capital, Faro, said": no object of what describes it.
    if phrase.start > 2
        && sentence.class(phrase.start - 2) == Some(Class::Who)
        && sentence.kind(phrase.start - 3) == Some(Kind::Comma)
        && sentence.is_finite(phrase.start - 1)
        && let Some(described) = phrase_before(sentence, phrase.start - 3)
    {
        phrase = described;
    }
    // A further comma within the apposition: "Ana Mota, the mayor of Faro, Portugal, said".
    if kind == Some(Kind::Comma)
        && phrase.start > 1
        && sentence.kind(phrase.start - 1) == Some(Kind::Comma)
        && let Some(earlier) = phrase_before(sentence, phrase.start - 1)
        && ends_in_name(sentence, earlier.end)
    {
        phrase = earlier;
    }
    let first_word = sentence.class(open + 1);
    // "The minister, the source added, will go".
    let tells = |at: usize| sentence.verb(at).is_some_and(|verb| verb.form() != Form::Gerund);
    let told = || (open + 2..close).any(tells) && !(open..close).any(|at| sentence.class(at) == Some(Class::Who));
    // "Another survivor, 23-year-old Ana Mota, said".
    let aged = sentence.kind(open + 1) == Some(Kind::Time) && ends_in_name(sentence, close);
    let describes = aged
        || sentence.is_np_start(open + 1) && !matches!(first_word, Some(Class::Pronoun | Class::VerbNoun)) && !told()
        || first_word == Some(Class::Who)
        || sentence.is(open + 1, "whose")
        || kind == Some(Kind::Close);
    let end = match (describes, kind) {
        (true, Some(Kind::Close)) => close + 1,
        (true, _) => close,
        _ => phrase.end,
    };
    Subject::Is(phrase.start..end)
}

fn ends_in_name(sentence: &Sentence, end: usize) -> bool {
    end > 0 && matches!(sentence.kind(end - 1), Some(Kind::Name(_)))
}

/// The noun phrase that ends before `end`.
pub(super) fn phrase_before(sentence: &Sentence, end: usize) -> Option<Range<usize>> {
    let phrase = whole_phrase_before(sentence, end)?;
    // "Ana Mota in an interview with Reuters": the name alone, but "Ana Mota from the Harbour Party".
    let person = |at: &usize| sentence.is_name_of(*at, MentionType::Person);
    let end = phrase.clone().rev().find(person).map(|at| at + 1);
    let end = end.filter(|end| {
        *end < phrase.end
            && sentence.class(*end) == Some(Class::Prep)
            && !matches!(sentence.word(*end), "from" | "with")
    });
    Some(phrase.start..end.unwrap_or(phrase.end))
}

fn whole_phrase_before(sentence: &Sentence, end: usize) -> Option<Range<usize>> {
    let start = phrase_start(sentence, end);
    let start = without_opening(sentence, start, end);
    // "The minister of Peru, Ana Mota": the role before the name.
    let start = with_role_before(sentence, start, end);
    let start = with_name_before(sentence, start, end);
    if !sentence.is_counted(start)
        && matches!(sentence.class(start), Some(Class::Prep | Class::Of | Class::For | Class::To))
    {
        return None;
    }
    let head = (start..end).any(|at| sentence.is_np_start(at) || sentence.class(at) == Some(Class::Object));
    (start < end && head).then_some(start..end)
}

/// Walks back to where the phrase may begin.
fn phrase_start(sentence: &Sentence, end: usize) -> usize {
    use Class::*;
    let mut at = end;
    while at > 0 && end - at < FAR {
        let before = at - 1;
        let stop = match sentence.kind(before) {
            // "More than 90% of the sailors".
            Some(Kind::Word)
                if sentence.is(before, "than")
                    && before > 0
                    && sentence.is_any(before - 1, &["fewer", "less", "more"]) =>
            {
                at = before - 1;
                continue;
            }
            Some(Kind::Word) => match sentence.class(before) {
                // "The company that owns the mill".
                Some(That) if is_described(sentence, before, end) => false,
                Some(That | Whether | Because | Whose | According) => true,
                Some(And) => !joins(sentence, before, end),
                Some(Pronoun) => {
                    // "he" is a phrase by itself, "someone in the crowd" goes on.
                    let one = sentence.is(before, "someone") || sentence.is(before, "everyone");
                    if at == end || one && sentence.class(at) == Some(Prep) {
                        return before;
                    }
                    true
                }
                Some(Who) => true,
                // "retired generals said".
                None if at + 1 == end && sentence.word(before).ends_with("ed") && sentence.is_bare_noun(at) => false,
                _ if sentence.is_finite(before)
                    || is_opening_gerund(sentence, before)
                    || is_progressive(sentence, before) =>
                {
                    match relative(sentence, before) {
                        Some(who) => {
                            at = who;
                            continue;
                        }
                        None => !is_reduced(sentence, before, end) && !is_told_of(sentence, before, end),
                    }
                }
                _ => false,
            },
            Some(Kind::Name(_) | Kind::Possessive | Kind::Time | Kind::Open) => false,
            Some(Kind::Close) => {
                let open = (0..before).rev().take(FAR).find(|at| sentence.kind(*at) == Some(Kind::Open));
                match open {
                    Some(open) => {
                        at = open;
                        continue;
                    }
                    None => true,
                }
            }
            // A list: "Mota, Lind and Roe said".
            Some(Kind::Comma) => !is_list(sentence, before, end),
            // A nickname or a word in quotation marks within the phrase.
            Some(Kind::Quote(_)) => {
                let span = sentence.items[before].span;
                let speech = sentence.word(before).trim_end_matches(['"', '”', '\'', '’']).ends_with([',', '?', '!']);
                !(span.len() < 30
                    && !speech
                    && at < end
                    && before > 0
                    && !matches!(sentence.class(at), Some(Det | Possessive | Pronoun))
                    && matches!(sentence.kind(before - 1), Some(Kind::Word | Kind::Name(_)))
                    && matches!(sentence.kind(at), Some(Kind::Word | Kind::Name(_))))
            }
            Some(Kind::Mark) => !is_joint(sentence, before),
            _ => true,
        };
        if stop {
            break;
        }
        at = before;
    }
    at
}

/// "The company that owns the mill": whether "that" tells more of somebody, before a verb that no table has.
fn is_described(sentence: &Sentence, that: usize, end: usize) -> bool {
    let noun = |at: usize| matches!(sentence.class(at), Some(Class::Body | Class::Person | Class::Document));
    let verb = |at: usize| sentence.class(at).is_none() && sentence.word(at).ends_with('s');
    that > 0 && that + 2 < end && noun(that - 1) && verb(that + 1) && sentence.is_np_start(that + 2)
}

/// A hyphen, a slash or an "&" between two parts of a word or name, or what makes a plural an owner.
fn is_joint(sentence: &Sentence, at: usize) -> bool {
    let owner = || at > 0 && matches!(sentence.word(at), "'" | "’") && sentence.word(at - 1).ends_with('s');
    owner() || matches!(sentence.word(at), "-" | "–" | "/" | "&" | "%" | "$" | "#")
}

/// "saying" after a comma, which begins a clause of its own.
fn is_opening_gerund(sentence: &Sentence, at: usize) -> bool {
    sentence.verb(at).is_some_and(|verb| verb.form() == Form::Gerund)
        // "quoted as saying officials knew".
        && (at == 0 || matches!(sentence.kind(at - 1), Some(Kind::Comma | Kind::Quote(_))) || sentence.is(at - 1, "as"))
}

/// "is denying", "are asking".
fn is_progressive(sentence: &Sentence, at: usize) -> bool {
    let gerund = sentence.items[at].cue.is_some_and(|cue| cue.is_verb() && cue.form() == Form::Gerund);
    gerund && (sentence.group_start(at)..at).any(|at| sentence.class(at) == Some(Class::Be))
}

/// Whether a participle behind a noun describes it: "people briefed on the matter", "a poll released
/// on Monday".
fn is_reduced(sentence: &Sentence, participle: usize, end: usize) -> bool {
    let noun = |at: usize| {
        matches!(sentence.class(at), Some(Class::Person | Class::Body | Class::Document | Class::Noun))
            || sentence.class(at) == Some(Class::VerbNoun) && sentence.verb(at).is_none()
            || sentence.class(at).is_none()
                && sentence.kind(at) == Some(Kind::Word)
                && sentence.word(at).ends_with('s')
                && !sentence.word(at).ends_with("ss")
    };
    if participle == 0 || participle >= end || !sentence.is_participle_form(participle) {
        return false;
    }
    // "the mission led by Ana Mota".
    let by = sentence.is(participle + 1, "by") && sentence.is_np_start(participle + 2);
    by && matches!(sentence.kind(participle - 1), Some(Kind::Word | Kind::Name(_)))
        || noun(participle - 1)
            && (matches!(sentence.class(participle + 1), Some(Class::Prep | Class::For | Class::To))
            || sentence.kind(participle + 1) == Some(Kind::Time)
            // "a sign held aloft by two nurses", "a man found wearing a hat".
            || sentence.is_any(participle + 1, &["aloft", "high", "up"])
            || participle + 1 < end && sentence.word(participle + 1).ends_with("ing"))
}

/// "Some of the sailors the paper interviewed said": whether the first of two verbs tells of the plural before its
/// subject.
fn is_told_of(sentence: &Sentence, verb: usize, end: usize) -> bool {
    let name = sentence.kind(verb.wrapping_sub(1));
    let first = (0..verb).rev().take_while(|at| sentence.kind(*at) == name).last();
    let noun = first.and_then(|first| first.checked_sub(1));
    verb + 1 == end
        && sentence.word(verb).ends_with("ed")
        && sentence.verb(end).is_some()
        && matches!(name, Some(Kind::Name(_)))
        && noun.is_some_and(|noun| sentence.kind(noun) == Some(Kind::Word) && sentence.word(noun).ends_with('s'))
}

/// Where the relative clause starts that the verb is in: "an official who asked".
fn relative(sentence: &Sentence, verb: usize) -> Option<usize> {
    let first = verb.saturating_sub(6);
    let same = |at: &usize| !matches!(sentence.kind(*at), Some(Kind::Comma | Kind::Stop | Kind::Quote(_)));
    let who =
        (first..verb).rev().take_while(same).find(|at| sentence.class(*at) == Some(Class::Who)).or_else(|| {
            // "a museum that wants".
            let that = sentence.group_start(verb).checked_sub(1)?;
            let noun = that > 0
                && matches!(sentence.kind(that - 1), Some(Kind::Word | Kind::Name(_)))
                && sentence.verb(that - 1).is_none();
            (noun && sentence.class(that) == Some(Class::That)).then_some(that)
        })?;
    (who > 0 && sentence.kind(who - 1) != Some(Kind::Comma)).then_some(who)
}

/// Whether "and" joins two noun phrases: no verb stands before it in its clause.
fn joins(sentence: &Sentence, and: usize, end: usize) -> bool {
    if matches!(sentence.word(and), "but" | "But" | "nor") || and == 0 || and + 1 >= end {
        return false;
    }
    if sentence.kind(and - 1) == Some(Kind::Comma) {
        return is_list(sentence, and - 1, end);
    }
    let clause = |at: &usize| {
        !matches!(sentence.kind(*at), Some(Kind::Comma | Kind::Semicolon | Kind::Quote(_) | Kind::Dash | Kind::Colon))
            && !matches!(sentence.class(*at), Some(Class::That | Class::Because | Class::Whether))
    };
    let left = (0..and).rev().take(FAR).take_while(clause);
    let mut nouns = false;
    for at in left {
        if sentence.is_finite(at) && relative(sentence, at).is_none() {
            return false;
        }
        nouns |= sentence.is_np_start(at);
    }
    nouns
}

/// Whether the comma stands in a list that ends with "and".
fn is_list(sentence: &Sentence, comma: usize, end: usize) -> bool {
    let rest = comma + 1..end;
    let and = rest.clone().find(|at| sentence.class(*at) == Some(Class::And));
    // "Mota, Lind, and Roe said": the comma before "and" where an earlier one begins the list.
    if and == Some(comma + 1) {
        let earlier = (comma.saturating_sub(8)..comma).rev().find(|at| sentence.kind(*at) == Some(Kind::Comma));
        return earlier.is_some_and(|earlier| is_list(sentence, earlier, end));
    }
    let short = |until: usize| until - comma <= 8 && !sentence.has_verb(comma + 1, until);
    and.is_some_and(|and| and > comma + 1 && short(and))
        && comma > 0
        && matches!(sentence.kind(comma - 1), Some(Kind::Name(_) | Kind::Word))
        && phrase_is_bare(sentence, comma)
}

/// Whether no verb stands in what leads to the comma.
fn phrase_is_bare(sentence: &Sentence, comma: usize) -> bool {
    let clause = |at: &usize| {
        !matches!(sentence.kind(*at), Some(Kind::Semicolon | Kind::Quote(_) | Kind::Dash | Kind::Colon | Kind::Comma))
    };
    let left = (0..comma).rev().take(12).take_while(clause);
    // "In findings published in May, sailors and ...".
    let mut first = comma;
    for at in left {
        if sentence.is_finite(at) {
            return false;
        }
        first = at;
    }
    sentence.class(first) != Some(Class::Prep)
}

/// The start without "but", "on Monday", "in London" before the phrase.
fn without_opening(sentence: &Sentence, mut start: usize, end: usize) -> usize {
    use Class::*;
    loop {
        let before = start;
        // "turned down the family's request".
        let particle = |at: usize| {
            matches!(sentence.word(at), "away" | "back" | "down" | "off" | "out" | "up") && sentence.is_np_start(at + 1)
        };
        while start < end
            && (matches!(sentence.class(start), Some(And | Because | That | Adverb | Not))
                || sentence.is_adverb(start)
                || particle(start)
                || matches!(sentence.kind(start), Some(Kind::Mark | Kind::Dash | Kind::Comma)))
        {
            start += 1;
        }
        while start + 1 < end && sentence.kind(start) == Some(Kind::Time) {
            start += 1;
        }
        // "((RT)) The mayor says".
        if sentence.kind(start) == Some(Kind::Open) && sentence.kind(start + 1) == Some(Kind::Open) {
            let closed = (start..end)
                .find(|at| sentence.kind(*at) == Some(Kind::Close) && sentence.kind(at + 1) == Some(Kind::Close));
            start = closed.map_or(start, |closed| (closed + 2).min(end));
        }
        if start + 1 < end
            && matches!(sentence.class(start), Some(Prep | For | To | Of | Because))
            && !sentence.is_counted(start)
        {
            // "On Monday the minister", "In a statement the ministry".
            let begins = |at: &usize| {
                let after_noun = matches!(sentence.kind(at - 1), Some(Kind::Time | Kind::Name(_) | Kind::Word))
                    && !matches!(sentence.class(at - 1), Some(Prep | For | To | Of | Det | Possessive | And));
                after_noun
                    && (matches!(sentence.class(*at), Some(Det | Possessive | Pronoun))
                        || sentence.kind(at - 1) == Some(Kind::Time) && sentence.kind(*at) != Some(Kind::Time)
                        || matches!((sentence.kind(at - 1), sentence.kind(*at)), (Some(Kind::Name(left)), Some(Kind::Name(right))) if left != right)
                        || matches!(sentence.kind(*at), Some(Kind::Name(_)))
                            && sentence.kind(at - 1) == Some(Kind::Word))
            };
            if let Some(begins) = (start + 2..end).find(begins) {
                start = begins;
            }
        }
        if start == before {
            return start;
        }
    }
}

/// "The foreign minister of Peru, Ana Mota said": a role and a comma before the name.
fn with_role_before(sentence: &Sentence, start: usize, end: usize) -> usize {
    let name = |at: usize| matches!(sentence.kind(at), Some(Kind::Name(_)));
    if start < 2 || start >= end || !name(start) || sentence.kind(start - 1) != Some(Kind::Comma) {
        return start;
    }
    let role = phrase_start(sentence, start - 1);
    let role = without_opening(sentence, role, start - 1);
    let speaks = (role..start - 1)
        .any(|at| matches!(sentence.class(at), Some(Class::Person)) && sentence.kind(at) == Some(Kind::Word));
    // "Many were fans of it, Mota said".
    let told = role > 0 && sentence.is_auxiliary(role - 1);
    match speaks && !told && matches!(sentence.class(role), Some(Class::Det | Class::Possessive | Class::Person)) {
        true => role,
        false => start,
    }
}

/// "Ana Mota, one of the authors wrote": the name before a description that no comma closes.
fn with_name_before(sentence: &Sentence, start: usize, end: usize) -> usize {
    let name = |at: usize| sentence.is_name_of(at, MentionType::Person);
    if start < 2 || sentence.kind(start - 1) != Some(Kind::Comma) || !name(start - 2) || (start..end).any(name) {
        return start;
    }
    let first = (0..start - 1).rev().take_while(|at| name(*at)).last().unwrap_or(start);
    let alone = first == 0 || matches!(sentence.kind(first - 1), Some(Kind::Comma | Kind::Quote(_)));
    let describes = sentence.is(start, "one") || matches!(sentence.class(start), Some(Class::Det | Class::Person));
    match alone && describes && end - start > 1 {
        true => first,
        false => start,
    }
}

/// The noun phrase that starts at the place: "Ana Mota, the mayor of Faro".
pub(super) fn phrase_at(sentence: &Sentence, start: usize) -> Option<Range<usize>> {
    use Class::*;
    if !sentence.is_np_start(start) && sentence.class(start) != Some(Object) {
        return None;
    }
    if matches!(sentence.class(start), Some(Pronoun | Object)) {
        return Some(start..start + 1);
    }
    let core = core_end(sentence, start);
    let end = apposition_end(sentence, with_pseudonym(sentence, core));
    Some(start..with_person(sentence, end))
}

/// "a sailor using the pseudonym Sanna".
fn with_pseudonym(sentence: &Sentence, end: usize) -> usize {
    let using = end - usize::from(end > 1 && sentence.is(end - 1, "using"));
    let assumed = sentence.is(using, "using")
        && sentence.class(using + 1) == Some(Class::Det)
        && matches!(sentence.word_or_none(using + 2), "alias" | "name" | "pseudonym");
    match sentence.kind(using + 3) {
        Some(Kind::Name(name)) if assumed => {
            let inside = |at: &usize| sentence.kind(*at) == Some(Kind::Name(name));
            (using + 3..sentence.items.len()).take_while(inside).last().map_or(end, |last| last + 1)
        }
        _ => end,
    }
}

/// "University of Faro, Lisbon's chancellor, Ana Mota": past the person whom a noun behind a comma announces.
fn with_person(sentence: &Sentence, end: usize) -> usize {
    let person = |at: usize| sentence.is_name_of(at, MentionType::Person);
    let announces = end > 1
        && sentence.class(end - 1) == Some(Class::Person)
        && sentence.kind(end - 2) == Some(Kind::Possessive)
        && sentence.kind(end) == Some(Kind::Comma)
        && person(end + 1);
    if !announces {
        return end;
    }
    let name = sentence.kind(end + 1);
    let last = (end + 1..sentence.items.len()).take_while(|at| sentence.kind(*at) == name).last().unwrap_or(end);
    match sentence.kind(last + 1) {
        None | Some(Kind::Stop | Kind::Comma) => last + 1,
        _ => end,
    }
}

/// The end of a phrase without what describes it after a comma.
pub(super) fn core_end(sentence: &Sentence, start: usize) -> usize {
    use Class::*;
    let mut at = start;
    // A person's work place belongs to "spokesman", the place of talking not to "Mota".
    let mut noun_last = false;
    let mut reduced = false;
    while at < sentence.items.len() && at - start < FAR {
        let go = match sentence.kind(at) {
            Some(Kind::Name(_) | Kind::Possessive) => {
                let other = at > start
                    && matches!((sentence.kind(at - 1), sentence.kind(at)), (Some(Kind::Name(left)), Some(Kind::Name(right)))
                        if left != right && sentence.mentions[left].kind == MentionType::Person);
                noun_last = false;
                !other
            }
            Some(Kind::Word) => match sentence.class(at) {
                Some(Det | Possessive) => {
                    at == start || matches!(sentence.class(at - 1), Some(Prep | For | Of | And | Det | To))
                }
                Some(Of) => at > start,
                // "people close to him".
                Some(To) => at > start && matches!(sentence.word(at - 1), "close" | "loyal" | "opposed"),
                // "one of them".
                Some(Object) => at > start && matches!(sentence.class(at - 1), Some(To | Of)),
                // "a tweet on Monday by the mayor".
                Some(Prep) if noun_last && sentence.kind(at + 1) == Some(Kind::Time) && by_whom(sentence, at + 1) => {
                    at += 2;
                    continue;
                }
                Some(For | Prep) if at > start => {
                    reduced && (sentence.is_np_start(at + 1) || sentence.kind(at + 1) == Some(Kind::Time))
                        || noun_last
                            && matches!(sentence.word(at), "for" | "at" | "from" | "with" | "in" | "by")
                            && sentence.kind(at + 1) != Some(Kind::Time)
                            && sentence.is_np_start(at + 1)
                }
                Some(And) => {
                    at > start
                        && sentence.is_np_start(at + 1)
                        && !sentence.has_verb(at + 1, at + 4)
                        && sentence.class(at + 1) != Some(Pronoun)
                        && !matches!(sentence.word(at), "but")
                }
                Some(Who) => {
                    at > start && {
                        let end = (at..sentence.items.len()).find(|at| {
                            matches!(sentence.kind(*at), Some(Kind::Comma | Kind::Stop | Kind::Quote(_) | Kind::Colon))
                        });
                        return end.unwrap_or(sentence.items.len()).min(at + 20);
                    }
                }
                // "officials briefed on the findings".
                _ if is_reduced_clause(sentence, at, noun_last) => {
                    reduced = true;
                    true
                }
                // "thousands of cheering supporters".
                Some(Verb | VerbNoun)
                    if at > start
                        && sentence.class(at - 1) == Some(Of)
                        && sentence.items[at].cue.is_some_and(|cue| cue.form() == Form::Gerund) =>
                {
                    true
                }
                Some(Verb | VerbNoun)
                    if at > start && sentence.items[at].cue.is_some_and(|cue| cue.form() == Form::Past) =>
                {
                    false
                }
                Some(Person | Body | Document | Noun | VerbNoun | Verb)
                    if sentence.verb(at).is_none() || at == start =>
                {
                    noun_last = true;
                    true
                }
                None | Some(Finite) => {
                    let verb = sentence.is_finite(at)
                        && at > start
                        && !matches!(sentence.class(at - 1), Some(Det | Possessive));
                    let plain = !sentence.is_adverb(at) && !verb;
                    // After a person's name only a name's like goes on.
                    let after_name = at > start && sentence.is_name_of(at - 1, MentionType::Person);
                    noun_last = plain;
                    plain && (!after_name || sentence.word(at).starts_with(char::is_uppercase))
                }
                Some(_) => false,
            },
            Some(Kind::Mark) => at > start && is_joint(sentence, at),
            // "the 1993 treaty".
            Some(Kind::Time) => {
                // "the 1993 treaty", "a Year 12 student", "the 54-year-old".
                let time = |at: &usize| sentence.kind(*at) == Some(Kind::Time);
                let first = (start..at).rev().take_while(time).last().unwrap_or(at);
                let last = (at..sentence.items.len()).take(8).take_while(time).last().unwrap_or(at);
                reduced
                    || first > start
                        && matches!(sentence.class(first - 1), Some(Det | Possessive))
                        && (matches!(sentence.kind(last + 1), Some(Kind::Word)) || sentence.word(last).ends_with("old"))
            }
            Some(Kind::Quote(_)) => {
                at > start && sentence.items[at].span.len() < 30 && matches!(sentence.kind(at + 1), Some(Kind::Name(_)))
            }
            _ => false,
        };
        if !go {
            break;
        }
        at += 1;
    }
    while at > start + 1 && matches!(sentence.class(at - 1), Some(Prep | For | Of | And | Det)) {
        at -= 1;
    }
    at
}

/// Whether "by" and somebody follow the one word of time.
fn by_whom(sentence: &Sentence, time: usize) -> bool {
    sentence.is(time + 1, "by") && sentence.is_np_start(time + 2)
}

/// Whether a participle behind a noun begins what describes it: "people involved in the talks".
fn is_reduced_clause(sentence: &Sentence, at: usize, noun_last: bool) -> bool {
    let participle = sentence.word(at).ends_with("ed");
    noun_last
        && participle
        && (sentence.kind(at + 1) == Some(Kind::Time)
            || matches!(sentence.class(at + 1), Some(Class::Prep | Class::For | Class::Of))
                && (sentence.is_np_start(at + 2) || sentence.kind(at + 2) == Some(Kind::Time)))
}

/// Behind an apposition: ", the mayor of Faro,", ", 42, a teacher from Faro,".
fn apposition_end(sentence: &Sentence, end: usize) -> usize {
    let age = sentence.word_or_none(end + 1);
    let aged = sentence.kind(end) == Some(Kind::Comma)
        && (1..4).contains(&age.len())
        && age.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(sentence.kind(end + 2), None | Some(Kind::Comma | Kind::Stop));
    apposition_behind(sentence, end + 2 * usize::from(aged))
}

fn apposition_behind(sentence: &Sentence, end: usize) -> usize {
    use Class::*;
    if sentence.kind(end) == Some(Kind::Open) {
        let close = (end..sentence.items.len()).take(12).find(|at| sentence.kind(*at) == Some(Kind::Close));
        return close.map_or(end, |close| close + 1);
    }
    if sentence.kind(end) != Some(Kind::Comma) {
        return end;
    }
    let first = end + 1;
    // ", formerly the director of".
    let head = first + usize::from(sentence.is_adverb(first));
    let describes = match sentence.class(head) {
        Some(Who) => sentence.is(first, "who"),
        Some(Det | Possessive | Person | Body) => true,
        Some(_) => false,
        // ", 42," but not ", US$3 billion".
        None => {
            let digits = |word: &str| word.contains(|c: char| c.is_ascii_digit()) && word.len() > 3;
            sentence.is_np_start(head)
                && !digits(sentence.word(head))
                && !sentence.word(head).ends_with('$')
                && sentence.word_or_none(head + 1) != "$"
        }
    };
    if !describes || sentence.kind(end + 1).is_none() {
        return end;
    }
    let stops = |at: &usize| {
        matches!(
            sentence.kind(*at),
            Some(Kind::Comma | Kind::Stop | Kind::Quote(_) | Kind::Colon | Kind::Semicolon | Kind::Dash)
        )
    };
    let Some(close) = (first..sentence.items.len()).take(25).find(stops) else { return end };
    let relative = sentence.class(first) == Some(Who);
    // ", a teacher who left Faro".
    let plain = (first..close).find(|at| sentence.is(*at, "who")).unwrap_or(close);
    let person = (first..close).any(|at| {
        matches!(sentence.class(at), Some(Person | Body))
            // "one of them, a field technician".
            || at < first + 3 && sentence.names_people(at)
            || matches!(sentence.kind(at), Some(Kind::Name(_)))
    });
    match relative || person && !sentence.has_verb(first, plain) {
        true => close,
        false => end,
    }
}
