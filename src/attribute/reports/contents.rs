//! What a verb reports: where it begins behind when, where and to whom it was said, and where it
//! ends.

use std::ops::Range;

use super::{FAR, Finder, begins, inverts};
use crate::article::{MentionType, Stance};
use crate::attribute::clauses::Kind;
use crate::attribute::cues::{self, Class, Cue, Form};
use crate::attribute::phrases;
use crate::text::Span;

/// What courts, parliaments and offices decide upon.
const MATTERS: &[&str] = &[
    "access",
    "appeal",
    "appeals",
    "application",
    "applications",
    "approval",
    "asylum",
    "attempt",
    "attempts",
    "bail",
    "bid",
    "bids",
    "bill",
    "case",
    "cases",
    "deadline",
    "entry",
    "funding",
    "lawsuit",
    "lawsuits",
    "motion",
    "motions",
    "nomination",
    "offer",
    "offers",
    "parole",
    "permission",
    "petition",
    "petitions",
    "request",
    "requests",
    "resolution",
    "suit",
    "treaty",
    "ultimatum",
    "visa",
    "visas",
    "vote",
    "votes",
];

impl Finder<'_, '_> {
    /// The quotation right before the attributing words.
    pub(super) fn quote_before(&self, begin: usize) -> Option<usize> {
        let sentence = self.sentence;
        // "..." - as the court put it
        let last = begin.checked_sub(if begin > 1 && sentence.is(begin - 1, "as") { 2 } else { 1 })?;
        let mark = matches!(sentence.kind(last), Some(Kind::Comma | Kind::Dash | Kind::Mark | Kind::Stop));
        let quote = last - usize::from(mark && last > 0);
        // "In a letter headed “Our Port”, the firm said".
        (sentence.is_quote(quote) && !sentence.is_titled(quote)).then_some(quote)
    }

    /// The quotation that goes on behind the attributing words: `"...," said Mota on Monday, "..."`.
    pub(super) fn quote_after(&self, after: usize) -> Option<usize> {
        let sentence = self.sentence;
        let stops =
            |at: &usize| matches!(sentence.kind(*at), Some(Kind::Stop | Kind::Semicolon)) || sentence.is_quote(*at);
        let next = (after..sentence.items.len()).take(FAR).find(stops)?;
        if self.is_claimed(next) {
            return None;
        }
        let mark = next == after || matches!(sentence.kind(next - 1), Some(Kind::Comma | Kind::Colon | Kind::Dash));
        // Another verb with a subject of its own may be what reports it.
        let other = |at: usize| {
            let clause = sentence.kind(at - 1) == Some(Kind::Comma);
            let subject = || {
                matches!(sentence.kind(at - 1), Some(Kind::Name(_)))
                    || matches!(sentence.class(at - 1), Some(Class::Pronoun | Class::Person | Class::Body))
            };
            sentence.verb(at).is_some_and(|verb| {
                // "remembered Ana Mota telling him, “...”".
                let perceived = verb.form() == Form::Gerund && self.noun_of(at).is_some();
                at + 2 >= next
                    || perceived
                    || if verb.form() == Form::Gerund { clause && verb.takes('q') } else { subject() }
            })
        };
        (sentence.is_quote(next) && (mark || sentence.begins_small(next)) && !(after.max(1)..next).any(other))
            .then_some(next)
    }

    /// `noted the need to act: "...," said Mota`: whether a verb and its subject behind the quotation say
    /// who said it.
    fn is_claimed(&self, quote: usize) -> bool {
        let sentence = self.sentence;
        sentence.is_quote(quote)
            && sentence.verb(quote + 1).is_some_and(|verb| inverts(verb) && verb.form() == Form::Past)
            && sentence.is_np_start(quote + 2)
    }

    /// Behind the quotations that follow one another from here.
    pub(super) fn quotes_end(&self, mut at: usize) -> usize {
        while self.sentence.is_quote(at) {
            at += 1;
        }
        at
    }

    /// Where what stands before the attributing words begins.
    pub(super) fn left_start(&self, end: usize) -> usize {
        self.start_after(self.edge, end)
    }

    /// "The ferry, the minister said, was safe": what stands around the attributing words, of which `begin` is the first and
    /// `after` behind the last, and where it ends.
    pub(super) fn around(&self, begin: usize, after: usize, verb: Cue) -> Option<(Vec<Range<usize>>, usize)> {
        let sentence = self.sentence;
        let comma = begin > 1 && sentence.kind(begin - 1) == Some(Kind::Comma);
        // `She called it "a mess," the minister said.`
        let end = if comma { begin - 1 } else { begin };
        let marked = comma || begin > 1 && self.sentence.ends_in_comma(begin - 1);
        if !marked || !(verb.takes('q') || verb.takes('d')) || verb.form() == Form::Gerund {
            return None;
        }
        let start = self.start_after(0, end);
        // "This is its forecast: the country, it said, would face rain".
        let colon = (start + 1..end).rev().find(|at| sentence.kind(*at) == Some(Kind::Colon));
        let left = colon.map_or(start, |colon| colon + 1)..end;
        let ends = self.closing(after, verb);
        // "The talks were useful, Mota said and denied that".
        let goes_on = sentence.class(ends) == Some(Class::And) && sentence.verb(ends + 1).is_some();
        let closes = goes_on || !matches!(sentence.kind(ends), Some(Kind::Word | Kind::Name(_)));
        // "The ferry, Mota said, was safe"; "... because, she said, it was late".
        let subject = || {
            left.len() < 9
                && sentence.is_np_start(left.start)
                && !sentence.has_verb(left.start, left.end)
                && matches!(sentence.kind(ends + 1), Some(Kind::Word))
                && !matches!(sentence.class(ends + 1), Some(Class::Det | Class::Possessive | Class::Pronoun))
        };
        // "..., he said, and would have".
        let modal = sentence.class(ends + 1) == Some(Class::And) && sentence.class(ends + 2) == Some(Class::Modal);
        let broken = sentence.kind(ends) == Some(Kind::Comma) && (sentence.is_finite(ends + 1) || modal || subject());
        let opens =
            matches!(sentence.class(left.end.saturating_sub(1)), Some(Class::Because | Class::That | Class::And));
        // "Often, she said, the ferry was late".
        let frame = |at: usize| matches!(sentence.class(at), Some(Class::Prep | Class::For | Class::Because));
        let aside = left
            .clone()
            .all(|at| sentence.is_adverb(at) || sentence.class(at) == Some(Class::And) || sentence.is(at, "so"))
            || frame(left.start) && sentence.is_np_start(ends + 1) && !sentence.has_verb(left.start, left.end);
        let opens = opens || aside;
        // "Cement prices to fall by May, the chamber says".
        let ends_so = || verb.lemma() == "say" && matches!(sentence.kind(ends), None | Some(Kind::Stop));
        let clause = || broken || sentence.has_verb(left.start, left.end) || left.len() > 3 && ends_so();
        let says = left.len() > 1 && clause() || broken && subject();
        if !(says || aside) || !closes {
            return None;
        }
        let mut parts = if opens { Vec::new() } else { vec![left] };
        let mut end = after;
        if sentence.kind(ends) == Some(Kind::Comma) {
            let next = ends + 1;
            end = self.clause_end(next);
            let gerund = sentence.verb(next).is_some_and(|verb| verb.form() == Form::Gerund);
            let joins = matches!(sentence.class(next), Some(Class::And | Class::Because | Class::Who | Class::Of));
            if next < end && !gerund && (aside || !joins || modal) {
                parts.push(next..end);
            }
        }
        Some((parts, end))
    }

    /// Behind where the verb says when and to whom.
    pub(super) fn closing(&self, after: usize, verb: Cue) -> usize {
        let at = self.adjuncts_end(after);
        let at = match verb.takes('o') {
            true => self.adjuncts_end(self.hearer_end(at)),
            false => at,
        };
        let sentence = self.sentence;
        // "..., the ministry said in a statement."
        let end = self.place_end(at);
        let closes = verb.takes('c') && matches!(sentence.kind(end), None | Some(Kind::Stop));
        if closes { end } else { at }
    }

    /// Behind "in a statement", "in a summary filed with the court".
    fn place_end(&self, at: usize) -> usize {
        let sentence = self.sentence;
        if sentence.class(at) != Some(Class::Prep) {
            return at;
        }
        let end = phrases::core_end(sentence, at + 1);
        match sentence.class(end + 1) == Some(Class::Prep) && sentence.is_participle_form(end) {
            true => phrases::core_end(sentence, end + 2),
            false => end,
        }
    }

    pub(super) fn start_after(&self, edge: usize, end: usize) -> usize {
        let sentence = self.sentence;
        let stops = |at: &usize| matches!(sentence.kind(*at), Some(Kind::Semicolon | Kind::Stop));
        let mut start = (edge.min(end)..end).rev().find(stops).map_or(edge.min(end), |stop| stop + 1);
        while start + 1 < end
            && (matches!(sentence.class(start), Some(Class::And))
                || matches!(sentence.kind(start), Some(Kind::Comma | Kind::Dash | Kind::Close | Kind::Mark)))
        {
            start += 1;
        }
        start
    }

    /// What the verb reports behind it.
    pub(super) fn complement(&self, after: usize, verb: Cue) -> Option<Range<usize>> {
        let sentence = self.sentence;
        // "pleaded not guilty to fraud".
        let plea = after + usize::from(sentence.is(after, "not"));
        if verb.lemma() == "plead" && sentence.is(plea, "guilty") {
            return self.to_clause_end(after);
        }
        let says = verb.takes('c') || verb.takes('t') || verb.takes('q');
        if verb.takes('i') && sentence.is_infinitive(after) && !verb.takes_preposition("to") {
            return self.to_clause_end(after);
        }
        // "pointed to polls", but "called on Monday for".
        let direct =
            verb.takes_preposition(sentence.word_or_none(after)) && sentence.kind(after + 1) != Some(Kind::Time);
        let mut at = if direct { after } else { self.adjuncts_end(after) };
        // "accused the bank of hiding losses".
        // "dismissed as “absurd” the claim that".
        if sentence.is(at, "as") && verb.takes('n') && sentence.is_quote(at + 1) && sentence.is_np_start(at + 2) {
            at += 2;
        }
        // "denied that, saying".
        if sentence.class(at) == Some(Class::That)
            && matches!(sentence.kind(at + 1), None | Some(Kind::Comma | Kind::Stop))
            && !matches!(
                sentence.class(at + 2),
                Some(Class::Whether | Class::Whose | Class::Because | Class::Adverb | Class::Prep | Class::For)
            )
        {
            return verb.takes('n').then_some(at..at + 1).or_else(|| self.to_clause_end(at + 1));
        }
        let hearer = self.hearer_end(at);
        if verb.takes('o')
            && sentence.class(at) != Some(Class::That)
            && let Some(of) = (at + 1..sentence.items.len())
                .take(if verb.lemma() == "accuse" { FAR } else { 9 })
                .take_while(|at| {
                    // "accused Harbour Systems, the largest owner of ferries, of negligence".
                    let listed = verb.lemma() == "accuse" && sentence.kind(*at) == Some(Kind::Comma);
                    listed
                        || matches!(sentence.kind(*at), Some(Kind::Word | Kind::Name(_) | Kind::Possessive))
                            && sentence.class(*at) != Some(Class::That)
                })
                .find(|of| verb.takes_preposition(sentence.word(*of)))
                // "told Reuters five of the sailors were ill".
                .filter(|of| verb.stance() == Some(Stance::Alleges) || *of <= hearer)
        {
            return self.to_clause_end(if verb.stance() == Some(Stance::Alleges) { at } else { of + 1 });
        }
        if verb.takes('o') && sentence.class(at) != Some(Class::That) {
            // "urged lawmakers to end the strike".
            // "ordered the flags be lowered".
            // "ordered the union on Tuesday to stop".
            let time = self.times_end(hearer);
            let not = time + usize::from(sentence.class(time) == Some(Class::Not));
            if verb.takes('i') && (sentence.class(not) == Some(Class::To) || sentence.is(hearer, "be")) {
                return self.to_clause_end(at);
            }
            // "ordered an inquiry".
            let nothing = matches!(sentence.kind(hearer), None | Some(Kind::Stop | Kind::Comma | Kind::Semicolon));
            if verb.takes('n') && hearer > at && nothing {
                return self.to_clause_end(at);
            }
            at = self.adjuncts_end(hearer);
        }
        // "called for", "warned of".
        if let Some(Kind::Word) = sentence.kind(at)
            && verb.takes_preposition(sentence.word(at))
        {
            // "pointed out that".
            let that = (sentence.class(at + 1) == Some(Class::That)).then_some(at + 1).or_else(|| self.that_after(at));
            if says && let Some(that) = that {
                return self.to_clause_end(that + 1);
            }
            if matches!(sentence.kind(at + 1), None | Some(Kind::Comma | Kind::Stop)) {
                return None;
            }
            let end = self.clause_end(at + 1);
            // "referred to it as", "appealed to residents to stay": without that nothing is said.
            let as_what = match verb.lemma() {
                "refer" => (at + 1..end).any(|at| sentence.is(at, "as")),
                "appeal" => !sentence.is(at, "to") || (at + 1..end).any(|at| sentence.is_infinitive(at)),
                _ => true,
            };
            return Some(at + 1..end).filter(|right| as_what && right.start < right.end);
        }
        if says && let Some(that) = self.that_after(at) {
            let end = self.clause_end(that + 1);
            // "disputed that account".
            let noun = |at: usize| {
                sentence.kind(at) == Some(Kind::Word)
                    && !sentence.is_auxiliary(at)
                    && !matches!(sentence.class(at), Some(Class::Det | Class::Possessive | Class::Pronoun))
            };
            // "rejected that position in May": here too.
            let closes = || {
                matches!(sentence.kind(that + 2), None | Some(Kind::Stop | Kind::Comma | Kind::Time))
                    || matches!(sentence.class(that + 2), Some(Class::Prep | Class::And | Class::Because))
            };
            let told = || matches!(sentence.class(that + 1), Some(Class::Noun | Class::VerbNoun | Class::Document));
            let account = verb.takes('n')
                && that == at
                && ((1..3).contains(&(end - at - 1)) && (at + 1..end).all(noun) || told() && closes());
            return self.to_clause_end(if account { at } else { that + 1 });
        }
        // "wrote “Old Harbour Nights”", but "chanted “Long Live Peru”", "wrote “Old Harbour Nights” was late".
        let named = matches!(verb.lemma(), "announce" | "discuss" | "mention" | "sing" | "write");
        let only_title = |quote: usize| named && quote == at && self.is_title(quote) && !sentence.is_finite(quote + 1);
        let quote = self.quote_after(at).filter(|quote| verb.takes('q') && !only_title(*quote));
        if let Some(quote) = quote {
            // `said it was "wide"` takes the clause, `said in a statement: "..."` the quotation.
            let plain = quote > at
                && matches!(sentence.kind(quote - 1), Some(Kind::Comma | Kind::Colon))
                && !sentence.has_verb(at, quote);
            if quote == at || plain {
                return Some(quote..self.clause_end(quote));
            }
        }
        // "thought it “silly”".
        let judged = matches!(verb.lemma(), "find" | "think") && sentence.is_any(at, &["it", "him", "her", "them"]);
        if judged && sentence.begins_small(at + 1) {
            return Some(at..at + 2);
        }
        // "found the port had closed".
        let finds = matches!(verb.lemma(), "find" | "hold") && verb.form() == Form::Past && sentence.is_np_start(at);
        let told = |verb: usize| sentence.is_auxiliary(verb) && sentence.is_finite(verb);
        if finds && told(phrases::core_end(sentence, at)) {
            return self.to_clause_end(at);
        }
        // "neither confirmed nor denied".
        if sentence.is(at, "so") || sentence.class(at) == Some(Class::And) {
            return None;
        }
        match (sentence.kind(at), sentence.class(at)) {
            (Some(Kind::Colon), _) if says => self.to_clause_end(at + 1),
            (_, Some(Class::Whether)) if verb.takes('q') => self.to_clause_end(at),
            (_, Some(Class::Whose)) if says => self.to_clause_end(at),
            (_, Some(Class::To)) if verb.takes('i') => self.to_clause_end(at),
            (Some(Kind::Word | Kind::Name(_) | Kind::Mark | Kind::Open | Kind::Time), class) => {
                let object = class == Some(Class::Object);
                let end = self.clause_end(at);
                // "called him and asked".
                if verb.lemma() == "call" && end == at + 1 {
                    return None;
                }
                if verb.takes('a') && end > at + 1 {
                    if self.names_nothing(at, end, verb) {
                        return None;
                    }
                    return Some(at + usize::from(sentence.is(at, "as"))..end);
                }
                // "demanded $5".
                let sum = matches!(sentence.word(at), "$" | "£" | "€" | "¥");
                let noun = verb.takes('n') && (sentence.is_np_start(at) || object || sum);
                let disputes = matches!(verb.stance(), Some(Stance::Denies | Stance::Doubts | Stance::Confirms));
                if noun && self.is_decision(at, verb) {
                    return None;
                }
                if noun
                    && disputes
                    && let Some(about) = self.what_of(at, end)
                {
                    return Some(about);
                }
                // "wrote a book about Peru, called": the verb is another clause's.
                let comma = (at..end).find(|at| verb.lemma() == "write" && sentence.kind(*at) == Some(Kind::Comma));
                let clause =
                    class == Some(Class::Pronoun) && end > at + 1 || sentence.has_verb(at, comma.unwrap_or(end));
                // "said in a summary filed with the court."
                let place = class == Some(Class::Prep) && self.place_end(at) == end;
                if noun || verb.takes('c') && !object && clause && !place {
                    return Some(at..end);
                }
                // "told Reuters one ferry in five “would be late”".
                let goes_on = || (at..end).any(|at| sentence.begins_small(at));
                let says = verb.lemma() == "say"
                    && class != Some(Class::Prep)
                    && !matches!(sentence.word(at), "little" | "nothing" | "more");
                if verb.takes('c') && !object && end > at + 1 && (says || goes_on()) {
                    return Some(at..end);
                }
                let gerund = sentence.word(at).ends_with("ing");
                (verb.takes('g') && gerund).then_some(at..end)
            }
            _ => None,
        }
        .filter(|range| range.start < range.end)
    }

    /// "dismissed the minister", "rejected the appeal", "denied bail": what somebody decides upon, and
    /// nothing that is said.
    fn is_decision(&self, at: usize, verb: Cue) -> bool {
        // "dismissed the senator as a fool".
        if self.sentence.is(phrases::core_end(self.sentence, at), "as") {
            return false;
        }
        let heads = |nouns: &[&str]| nouns.contains(&self.sentence.word(self.head(at)));
        let decides = match verb.lemma() {
            // "attributed it to the storm".
            "attribute" => {
                let end = self.clause_end(at);
                return !(at..end).any(|at| self.sentence.class(at) == Some(Class::To));
            }
            // "declared a state of emergency".
            "declare" => {
                return heads(&[
                    "bankruptcy",
                    "ceasefire",
                    "emergency",
                    "holiday",
                    "independence",
                    "mourning",
                    "state",
                    "truce",
                    "war",
                ]);
            }
            // "claimed 12 lives", "claimed the title".
            "claim" => {
                return heads(&[
                    "crown", "gold", "life", "lives", "medal", "prize", "silver", "title", "trophy", "victims", "win",
                ]);
            }
            // "accepted the criticism", but "accepted the prize".
            "accept" => {
                let head = self.head(at);
                let said = matches!(self.sentence.class(head), Some(Class::Noun | Class::VerbNoun | Class::Document));
                return !said && !matches!(self.sentence.word(head), "blame" | "defeat" | "guilt" | "responsibility");
            }
            "dismiss" | "confirm" | "reject" | "challenge" | "question" => true,
            "deny" => !self.sentence.word(self.head(at)).starts_with("request"),
            _ => return false,
        };
        // "confirmed a new case of the plague".
        let told = verb.lemma() == "confirm" && self.sentence.word(self.head(at)).starts_with("case");
        decides
            && !told
            && (MATTERS.contains(&self.sentence.word(self.head(at))) || verb.lemma() != "deny" && self.is_of_people(at))
    }

    /// The last word of the noun phrase at the place, without what describes it.
    fn head(&self, at: usize) -> usize {
        let sentence = self.sentence;
        let end = phrases::core_end(sentence, at);
        // "12 of the judges".
        let counted = sentence.word(at).starts_with(|first: char| first.is_ascii_digit())
            && sentence.class(at + 1) == Some(Class::Of);
        let start = if counted && at + 2 < end { at + 2 } else { at };
        let of = (start..end).find(|at| matches!(sentence.class(*at), Some(Class::Of | Class::For | Class::Prep)));
        of.unwrap_or(end).max(start + 1) - 1
    }

    /// Whether the noun phrase at the place is a person or a body.
    pub(super) fn is_of_people(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let object = sentence.class(at) == Some(Class::Object) && !matches!(sentence.word(at), "it" | "them");
        let head = self.head(at);
        object
            || match sentence.kind(head) {
                Some(Kind::Name(name)) => sentence.mentions[name].kind == MentionType::Person,
                _ => matches!(sentence.class(head), Some(Class::Person | Class::Body)),
            }
    }

    /// "called a meeting", "called up": where nobody is called anything.
    fn names_nothing(&self, at: usize, end: usize, verb: Cue) -> bool {
        let sentence = self.sentence;
        let quoted = (at..end).any(|at| sentence.is_quote(at));
        // "called police when ...".
        let people = || {
            let end = phrases::core_end(sentence, at);
            sentence.class(at) != Some(Class::Object) && self.is_of_people(at) && !sentence.is_np_start(end)
        };
        // "attacked the plan as “a gift”", but "attacked the town".
        let as_what = || (at..end).any(|at| sentence.is(at, "as") && sentence.is_quote(at + 1));
        if verb.lemma() == "attack" {
            return !as_what();
        }
        // "is considering a visit".
        verb.lemma() == "consider" && verb.form() == Form::Gerund && !quoted
            || verb.lemma() == "call"
                && (!quoted && people()
                    || sentence.word(at).starts_with(|first: char| first.is_ascii_digit())
                    || matches!(sentence.word(at), "up" | "off" | "in" | "out" | "back")
                    || matches!(sentence.word(at), "a" | "an") && !quoted)
    }

    /// "denied reports that ...", "rejected claims of ...": what the noun is about.
    pub(super) fn what_of(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let noun = (at..end).take(7).find(|at| self.is_of_words(*at))?;
        let mut next = noun + 1;
        // "rejected claims on Monday that".
        let time = next + usize::from(sentence.class(next) == Some(Class::Prep));
        if sentence.kind(time) == Some(Kind::Time) {
            next = (time..end).find(|at| sentence.kind(*at) != Some(Kind::Time))?;
        }
        // "denied claims by the bank that".
        if let Some((_, that)) = self.by_whom(next) {
            next = that;
        }
        match sentence.class(next) {
            // "a report that says the ferry sank".
            Some(Class::That) if sentence.verb(next + 1).is_some() => Some(next + 2..end),
            Some(Class::That | Class::Of) => Some(next + 1..end),
            _ if matches!(sentence.word(next.min(end - 1)), "about" | "on" | "over" | "regarding" | "concerning") => {
                Some(next + 1..end)
            }
            _ => None,
        }
        .filter(|range| range.start < range.end)
    }

    /// "that" before what is said, behind nothing but where, when and to whom it was said.
    pub(super) fn that_after(&self, at: usize) -> Option<usize> {
        let sentence = self.sentence;
        let stops = |at: &usize| {
            sentence.class(*at) == Some(Class::That)
                || matches!(sentence.kind(*at), Some(Kind::Stop | Kind::Semicolon | Kind::Quote(_) | Kind::Colon))
                || sentence.is_finite(*at)
                || sentence
                    .verb(*at)
                    .is_some_and(|verb| verb.form() == Form::Gerund && !matches!(verb.lemma(), "cite" | "quote"))
        };
        let that = (at..sentence.items.len()).take(FAR).find(stops)?;
        // "ruled on that appeal".
        let of = |that: usize| matches!(sentence.class(that - 1), Some(Class::Of | Class::Prep | Class::For));
        // "noted, completely free, and the ferry that sank".
        let joined = || (at..that).any(|at| sentence.class(at) == Some(Class::And));
        let direct = at == that || !sentence.is_np_start(at) && !joined();
        // "said the claim that": the noun's own clause.
        let of_noun = that > at && matches!(sentence.class(that - 1), Some(Class::Noun | Class::VerbNoun));
        // "heard of a group that argues".
        let relative = that > at
            && (sentence.is_finite(that + 1)
                || sentence.items.get(that + 1).is_some_and(|item| item.cue.is_some_and(Cue::is_verb))
                || !sentence.has_verb(that + 1, sentence.items.len()) && of(that));
        (sentence.class(that) == Some(Class::That) && direct && !of_noun && !relative).then_some(that)
    }

    /// Behind "on Monday", "in a statement", "to reporters", ", in an interview,".
    pub(super) fn adjuncts_end(&self, mut at: usize) -> usize {
        let sentence = self.sentence;
        loop {
            let before = at;
            let joins = |at: usize| sentence.is_any(at, &["so", "only", "just", "even"]);
            // "promised November's vote would be fair".
            let behind = |at: usize| (at..sentence.items.len()).find(|at| sentence.kind(*at) != Some(Kind::Time));
            let owns = |at: usize| behind(at).is_some_and(|end| sentence.kind(end) == Some(Kind::Possessive));
            while sentence.is_adverb(at) && !joins(at) || sentence.kind(at) == Some(Kind::Time) && !owns(at) {
                at += 1;
            }
            let preposition =
                |at: usize| matches!(sentence.class(at), Some(Class::Prep | Class::For | Class::To | Class::Because));
            // "to investigate the bank".
            let does = || {
                sentence.is_infinitive(at)
                    && (matches!(sentence.class(at + 2), Some(Class::Det | Class::Possessive))
                        || matches!(sentence.kind(at + 2), Some(Kind::Name(_))))
            };
            if preposition(at) && sentence.kind(at + 1) == Some(Kind::Time) {
                at += 2;
            } else if matches!(sentence.class(at), Some(Class::Prep | Class::To))
                && sentence.class(at + 1) != Some(Class::That)
                && !does()
                // "continued by noting that".
                && sentence.verb(at + 1).is_none_or(|verb| verb.form() != Form::Gerund)
                // "estimated around 200 people".
                && !sentence.word_or_none(at + 1).starts_with(|first: char| first.is_ascii_digit())
            {
                let end = phrases::core_end(sentence, at + 1);
                let tells = (at + 1..end).any(|at| {
                    matches!(
                        sentence.class(at),
                        Some(
                            Class::Noun | Class::Person | Class::Body | Class::Document | Class::Verb | Class::VerbNoun
                        )
                    ) || matches!(
                        sentence.word(at),
                        "interview"
                            | "conference"
                            | "briefing"
                            | "speech"
                            | "tweet"
                            | "post"
                            | "Twitter"
                            | "Facebook"
                            | "email"
                            | "e-mail"
                            | "television"
                            | "radio"
                            | "address"
                            | "meeting"
                            | "court"
                            | "phone"
                            | "response"
                            | "press"
                            | "reference"
                            | "hearing"
                    )
                });
                let closed =
                    matches!(sentence.kind(end), Some(Kind::Comma | Kind::Colon | Kind::Quote(_) | Kind::Time))
                        || matches!(sentence.class(end), Some(Class::That | Class::Prep | Class::Pronoun));
                if end > at + 1 && (tells || closed) && (closed || sentence.is_np_start(end)) {
                    at = end;
                }
            }
            if at == before && sentence.kind(at) == Some(Kind::Comma) {
                // ", by way of example,"
                let stops = |at: &usize| {
                    !matches!(sentence.kind(*at), Some(Kind::Word | Kind::Name(_) | Kind::Time | Kind::Possessive))
                };
                let close = (at + 1..sentence.items.len()).take(12).find(stops);
                if let Some(close) = close.filter(|close| sentence.kind(*close) == Some(Kind::Comma))
                    && (matches!(sentence.class(at + 1), Some(Class::Prep | Class::For | Class::Adverb))
                        || sentence.kind(at + 1) == Some(Kind::Time)
                        // ", speaking to reporters, that".
                        || sentence.word(at + 1).ends_with("ing") && sentence.class(close + 1) == Some(Class::That))
                    && !(at + 1..close).any(|at| sentence.is_auxiliary(at))
                {
                    at = close + 1;
                }
            }
            if at == before {
                return at;
            }
        }
    }

    /// Behind the person who is told: "reporters", "Reuters", "him".
    pub(super) fn hearer_end(&self, at: usize) -> usize {
        let sentence = self.sentence;
        // "told her supporters to go".
        if sentence.is(at, "her") {
            let end = phrases::core_end(sentence, at);
            if end > at + 1 && matches!(sentence.class(end), Some(Class::To | Class::That)) {
                return end;
            }
        }
        if sentence.class(at) == Some(Class::Object)
            || matches!(sentence.word(at.min(sentence.items.len() - 1)), "her" | "you" | "it")
        {
            return at + 1;
        }
        if !sentence.is_np_start(at) || sentence.class(at) == Some(Class::Pronoun) {
            return at;
        }
        if let Some(Kind::Name(name)) = sentence.kind(at) {
            let mut end = at;
            while sentence.kind(end) == Some(Kind::Name(name)) {
                end += 1;
            }
            let more = sentence.kind(end) == Some(Kind::Possessive)
                || sentence.kind(end) == Some(Kind::Word)
                    && (matches!(sentence.class(end), None | Some(Class::Person | Class::Body))
                        || sentence.is(end, "news"))
                    && !sentence.is_finite(end);
            if !more {
                // "warned Iran and Peru against".
                let joined =
                    sentence.class(end) == Some(Class::And) && matches!(sentence.kind(end + 1), Some(Kind::Name(_)));
                return if joined && !sentence.is_clause(end + 1) { self.hearer_end(end + 1) } else { end };
            }
        }
        let end = phrases::core_end(sentence, at);
        // "told Radio Faro's “Harbour at Noon” that".
        end + usize::from(sentence.is_quote(end) && self.is_title(end))
    }

    /// Behind "on Monday", "last week".
    fn times_end(&self, at: usize) -> usize {
        let sentence = self.sentence;
        let start = at + usize::from(sentence.class(at) == Some(Class::Prep));
        let end = (start..sentence.items.len()).find(|at| sentence.kind(*at) != Some(Kind::Time));
        end.filter(|end| *end > start).unwrap_or(at)
    }

    pub(super) fn to_clause_end(&self, start: usize) -> Option<Range<usize>> {
        let end = self.clause_end(start);
        (start < end).then_some(start..end)
    }

    /// Where what is said from here ends: with the sentence, or before a clause that reports
    /// something else.
    pub(super) fn clause_end(&self, start: usize) -> usize {
        let sentence = self.sentence;
        let length = sentence.items.len();
        let mut depth = 0;
        let intro = self.is_introduced(start);
        for at in start..length {
            match sentence.kind(at) {
                Some(Kind::Open) => depth += 1,
                Some(Kind::Close) if depth == 0 => return at,
                Some(Kind::Close) => depth -= 1,
                Some(Kind::Semicolon) if depth == 0 => return at,
                // "denied that it was late: “It is not.”": what is quoted is said, and not denied.
                Some(Kind::Colon)
                    if at > start
                        && (self.leads_to_speech(at + 1)
                            || self.is_claimed(at + 1)
                            || sentence.is_quote(at + 1)
                                && !sentence.begins_small(at + 1)
                                && sentence.has_verb(start, at)) =>
                {
                    return at;
                }
                // "— who called it a hoax —".
                // "warned of a storm - blaming the heat".
                Some(Kind::Dash)
                    if depth == 0
                        && (self.within_dashes(start)
                            || self.appends(at).is_some()
                            || sentence.verb(at + 1).is_some_and(|verb| verb.form() == Form::Gerund)) =>
                {
                    return at;
                }
                Some(Kind::Stop)
                    if at + 1 == length
                        || at > start && sentence.items[at].span.len() == 1 && sentence.is_quote(at - 1) =>
                {
                    return at;
                }
                Some(Kind::Comma)
                    if at > start
                        && (intro && sentence.is_clause(at + 1)
                            || sentence.is(at + 1, "however")
                            // ", then added", ", read “...”".
                            || sentence.is(at + 1, "then") && sentence.verb(at + 2).is_some()
                            || sentence.verb(at + 1).is_some_and(|verb| verb.takes('q') && !verb.takes('a'))
                                && sentence.is_quote(at + 2)
                            || self.turns(at)
                            || self.appends(at).is_some()
                            || self.goes_on(start, at)
                            // "acknowledged the loss, amid protests".
                            || matches!(sentence.word_or_none(at + 1), "after" | "amid" | "following" | "with")
                                && !sentence.has_verb(start, at)
                            || sentence.is_finite(at + 1) && self.within_relative(start)) =>
                {
                    return at;
                }
                // `remarked that "we rule the waves," setting off protests`, `called it "a mess," Reuters said`.
                Some(Kind::Word | Kind::Name(_))
                    if at > start
                        && self.sentence.ends_in_comma(at - 1)
                        && (sentence.word(at).ends_with("ing") || self.turns(at)) =>
                {
                    return at;
                }
                Some(Kind::Word)
                    if at > start
                        && !sentence.is(at, "nor")
                        && matches!(sentence.class(at), Some(Class::And | Class::Because))
                        && (self.turns(at) || self.goes_on(start, at)) =>
                {
                    return at;
                }
                Some(Kind::Word) if at > start && sentence.class(at) == Some(Class::According) => return at,
                // `spoke about the show saying, "..."`.
                Some(Kind::Word) if at > start && sentence.is(at, "saying") && sentence.leads_to_quote(at + 1) => {
                    return at;
                }
                Some(Kind::Word) if at > start && sentence.is(at, "as") && self.meanwhile(start, at) => return at,
                _ => {}
            }
        }
        length
    }

    /// "denied the report, but resigned", "denied the report, and the bank closed", "denied the report and called it a
    /// lie": whether a second verb follows, behind "and" or a comma before it, what is a thing that is named, and no clause.
    fn goes_on(&self, start: usize, at: usize) -> bool {
        let sentence = self.sentence;
        let comma = sentence.kind(at) == Some(Kind::Comma);
        let and = at + usize::from(comma);
        if sentence.class(and) != Some(Class::And) || sentence.has_verb(start, at) {
            return false;
        }
        let adverbs = (and + 1..sentence.items.len()).take_while(|at| sentence.is_adverb(*at)).count();
        let verb = and + 1 + adverbs;
        if !comma {
            // "denied the report and called it a lie", "denies the report and releases its own".
            let word = sentence.word_or_none(verb);
            let inflected = match sentence.verb(verb) {
                Some(cue) => cue.form() == Form::Past || word.ends_with('s'),
                None => {
                    sentence.kind(verb) == Some(Kind::Word)
                        && sentence.class(verb).is_none()
                        && word.ends_with('s')
                        && !word.ends_with("ss")
                }
            };
            return inflected
                && matches!(
                    sentence.class(verb + 1),
                    Some(Class::Det | Class::Possessive | Class::That | Class::Object)
                );
        }
        // "the Dutch, Danish, and Norwegian boats".
        let listed = || !sentence.is(and, "but") && (start..at).any(|at| sentence.kind(at) == Some(Kind::Comma));
        sentence.is_finite(verb) || sentence.is_clause(and + 1) && !listed()
    }

    /// Whether the place is in a clause before the main one: "After she announced her plans, the bank ...".
    fn is_introduced(&self, start: usize) -> bool {
        let sentence = self.sentence;
        let opens = matches!(sentence.class(0), Some(Class::Because | Class::Whose | Class::Prep))
            || sentence.verb(0).is_some_and(|verb| verb.form() == Form::Gerund);
        opens && (0..start).all(|at| matches!(sentence.kind(at), Some(Kind::Word | Kind::Name(_) | Kind::Possessive)))
    }

    /// Whether ", which the bank denies", "- a claim the bank denies" or ", a claim denied by the bank" begins at the
    /// mark: the verb, and where the words begin that name who denies.
    pub(super) fn appends(&self, mark: usize) -> Option<(usize, usize)> {
        let sentence = self.sentence;
        if !matches!(sentence.kind(mark), Some(Kind::Comma | Kind::Dash)) {
            return None;
        }
        let source = if sentence.is(mark + 1, "which") || sentence.is(mark + 1, "something") {
            mark + 2
        } else if sentence.class(mark + 1) == Some(Class::Det) {
            let noun =
                (mark + 2..mark + 4).find(|at| matches!(sentence.class(*at), Some(Class::Noun | Class::VerbNoun)))?;
            noun + 1 + usize::from(matches!(sentence.class(noun + 1), Some(Class::That | Class::Who)))
        } else {
            return None;
        };
        let inside = |at: &usize| matches!(sentence.kind(*at), Some(Kind::Word | Kind::Name(_) | Kind::Possessive));
        let disputes = |cue: Cue| {
            matches!(cue.stance(), Some(Stance::Denies | Stance::Doubts | Stance::Confirms)) && cue.takes('n')
        };
        let passive = |cue: Cue| cue.is_verb() && cue.form() == Form::Past && disputes(cue);
        if sentence.is(source + 1, "by") && sentence.items[source].cue.is_some_and(passive) {
            return Some((source, source + 2));
        }
        let verb =
            (source + 1..sentence.items.len()).take(8).take_while(inside).find(|at| sentence.verb(*at).is_some())?;
        let active = !(source..verb).any(|at| sentence.class(at) == Some(Class::Be));
        let closes = matches!(sentence.kind(self.adjuncts_end(verb + 1)), None | Some(Kind::Stop | Kind::Comma | Kind::Close))
                // "an idea the bank has dismissed as “absurd”".
                || sentence.is(verb + 1, "as") && sentence.is_quote(verb + 2);
        (sentence.verb(verb).is_some_and(disputes) && active && closes).then_some((verb, source))
    }

    /// "denies the leak as the opposition calls for an inquiry": whether "as" begins another report behind a
    /// thing that is named.
    fn meanwhile(&self, start: usize, at: usize) -> bool {
        let sentence = self.sentence;
        let inside = |at: &usize| matches!(sentence.kind(*at), Some(Kind::Word | Kind::Name(_) | Kind::Possessive));
        let mut after = (at + 2..sentence.items.len()).take(6).take_while(inside);
        let verb =
            after.find(|at| sentence.is_finite(*at) || matches!(sentence.class(*at), Some(Class::Who | Class::That)));
        at - start < FAR
            && sentence.is_np_start(at + 1)
            && sentence.class(at + 1) != Some(Class::Pronoun)
            && !sentence.has_verb(start, at)
            && verb.is_some_and(|verb| sentence.verb(verb).is_some() && sentence.class(verb - 1) != Some(Class::To))
    }

    /// Whether the place is in a clause such as ", who praised the mayor,".
    fn within_relative(&self, start: usize) -> bool {
        let sentence = self.sentence;
        let comma = (0..start).rev().take(FAR).find(|at| sentence.kind(*at) == Some(Kind::Comma));
        // ", a refugee who friends say".
        comma.is_some_and(|comma| (comma + 1..start).any(|at| sentence.class(at) == Some(Class::Who)))
    }

    /// `noted the danger: Mota remarked, "..."`: whether somebody, a verb and a quotation stand here.
    fn leads_to_speech(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let Some(phrase) = phrases::phrase_at(sentence, at) else { return false };
        let mark = matches!(sentence.kind(phrase.end + 1), Some(Kind::Comma | Kind::Colon));
        sentence.verb(phrase.end).is_some_and(|verb| verb.takes('q'))
            && sentence.is_quote(phrase.end + 1 + usize::from(mark))
    }

    /// Whether a dash before the place is still open.
    fn within_dashes(&self, start: usize) -> bool {
        (0..start).filter(|at| self.sentence.kind(*at) == Some(Kind::Dash)).count() % 2 == 1
    }

    /// Whether another report begins behind the comma or the "and".
    pub(super) fn turns(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let quoted = at > 0 && sentence.is_quote(at - 1);
        let comma = sentence.kind(at) == Some(Kind::Comma) || quoted;
        let mut next = at + usize::from(sentence.kind(at) == Some(Kind::Comma));
        if next == at
            && sentence.class(at) == Some(Class::Because)
            && !matches!(sentence.word(at), "while" | "although" | "though" | "whereas")
        {
            return false;
        }
        let joined = matches!(sentence.class(next), Some(Class::And))
            || matches!(sentence.word(next.min(sentence.items.len() - 1)), "while" | "although" | "though" | "whereas");
        if joined {
            next += 1;
        }
        // "said it was “safe” and that the crew would continue".
        if joined && sentence.class(next) == Some(Class::That) {
            return false;
        }
        while sentence.is_adverb(next) || joined && sentence.is_auxiliary(next) {
            next += 1;
        }
        if let Some(verb) = sentence.verb(next) {
            if begins(verb) || verb.lemma() == "plan" {
                return false;
            }
            return match verb.form() {
                Form::Gerund => comma || joined && sentence.is(next - 1, "while"),
                Form::Past | Form::Present if comma && !joined => inverts(verb) && sentence.is_np_start(next + 1),
                Form::Past if verb.takes('a') && joined => sentence.is_np_start(next + 1),
                Form::Past => joined && (verb.takes('q') || verb.takes_preposition(sentence.word_or_none(next + 1))),
                // "and calls for".
                Form::Present => {
                    joined
                        && sentence.word(next).ends_with('s')
                        && (verb.takes('q') || verb.takes_preposition(sentence.word_or_none(next + 1)))
                }
            };
        }
        // ", having called": another report by the same.
        if comma && sentence.is(next, "having") && sentence.verb(next + 1).is_some() {
            return true;
        }
        if comma && sentence.class(next) == Some(Class::According) {
            return true;
        }
        // ", if the court rules,": not what somebody says.
        if !joined
            && matches!(
                sentence.class(next),
                Some(Class::Whether | Class::Because | Class::Whose | Class::Who | Class::That)
            )
        {
            return false;
        }
        // ", but the minister denied": a subject and its verb.
        let stops = |at: &usize| {
            !matches!(sentence.kind(*at), Some(Kind::Word | Kind::Name(_) | Kind::Possessive | Kind::Time))
        };
        let end = (next..sentence.items.len()).take(14).find(stops).unwrap_or(sentence.items.len().min(next + 14));
        // "while the bank, in a statement, called it", "but Reuters, citing an official, reported".
        let inserted = joined
            && comma
            && sentence.kind(end) == Some(Kind::Comma)
            && (sentence.class(end + 1) == Some(Class::Prep) || sentence.is(end + 1, "citing"));
        if inserted
            && let Some(close) =
                (end + 1..sentence.items.len()).take(FAR).find(|at| sentence.kind(*at) == Some(Kind::Comma))
            && let Some(verb) = sentence.verb(close + 1)
            && !sentence.has_verb(next, close)
            && verb.form() != Form::Gerund
            && (verb.takes('q') || verb.takes('a'))
        {
            return true;
        }
        let at = (next..end).find(|at| sentence.is_finite(*at) && !sentence.is_auxiliary(*at));
        let Some((at, verb)) = at.filter(|at| *at > next).and_then(|at| Some((at, sentence.verb(at)?))) else {
            return false;
        };
        match joined {
            true => comma && (verb.takes('q') || verb.takes('a')) && verb.form() != Form::Gerund,
            // ", Mota said.": what stands between commas or last.
            false => {
                let passive = (next..at).any(|at| sentence.class(at) == Some(Class::Be));
                let closes = matches!(
                    sentence.kind(self.closing(at + 1, verb)),
                    None | Some(Kind::Stop | Kind::Comma | Kind::Colon)
                );
                // "After Mota denied it, the minister said that".
                let main = matches!(sentence.class(0), Some(Class::Because | Class::Whose));
                // "payments, a plan related to the crisis, were late".
                let speaks = self.can_speak(&(next..at)) || verb.takes('d');
                comma
                    && speaks
                    && !passive
                    && (verb.takes('q') || verb.takes('d'))
                    && (closes || main && sentence.class(at + 1) == Some(Class::That))
            }
        }
    }

    /// "claims", "the report": whether the noun is of something said.
    fn is_of_words(&self, at: usize) -> bool {
        match self.sentence.items[at].cue {
            Some(cue) if cue.class() == Class::VerbNoun => {
                matches!(cue.lemma(), "claim" | "report" | "demand" | "request" | "comment" | "remark" | "charge")
            }
            cue => cue.is_some_and(|cue| cue.class() == Class::Noun),
        }
    }

    /// "the report a lie", "the allegations as fake news": what is called false, if it is something said.
    pub(super) fn called_a_lie(&self, part: Range<usize>) -> Option<Span> {
        let sentence = self.sentence;
        let end = phrases::core_end(sentence, part.start).min(part.end);
        let last = part.end.saturating_sub(3).max(part.start);
        let call = (last..part.end).find(|at| sentence.class(*at) == Some(Class::False) || self.quotes_false(*at))?;
        let said = |at: usize| self.is_of_words(at) || sentence.class(at) == Some(Class::Document);
        let plain =
            !sentence.has_verb(call, part.end) && !(part.start..call).any(|at| sentence.class(at) == Some(Class::Not));
        let end = (part.start..end.min(call)).rfind(|at| said(*at))? + 1;
        // "described reports of cracks as “fiction”": the cracks.
        let named = (part.start..call).rfind(|at| sentence.is(*at, "as")).unwrap_or(call);
        let subject = self.what_of(part.start, named).unwrap_or(part.start..end);
        plain.then(|| sentence.span(subject.start, subject.end))
    }

    /// What the part calls false: the subject of "is not true", what there is "no truth in".
    pub(super) fn denied(&self, part: Range<usize>) -> Option<Span> {
        let sentence = self.sentence;
        let nothing = |at: &usize| {
            let noun = matches!(sentence.word_or_none(at + 1), "truth" | "basis" | "substance" | "foundation");
            sentence.is(*at, "no")
                && noun
                && matches!(sentence.class(at + 2), Some(Class::Prep | Class::To | Class::For))
        };
        if let Some(no) = part.clone().find(nothing) {
            let subject = self.what_of(no + 3, part.end).unwrap_or(no + 3..part.end);
            return (subject.start < subject.end).then(|| sentence.span(subject.start, subject.end));
        }
        let is = |at: &usize| {
            sentence.class(*at) == Some(Class::Be) || sentence.is(*at, "isn't") || sentence.is(*at, "isn’t")
        };
        part.clone().filter(is).take(3).find_map(|be| self.called_false(part.clone(), be))
    }

    /// "“simply untrue”", "“surprising and unfounded”": whether a few words between marks call something false.
    fn quotes_false(&self, at: usize) -> bool {
        const FEW: usize = 6;
        let sentence = self.sentence;
        if !sentence.is_quote(at) {
            return false;
        }
        let class = |word: &str| cues::look_up(word.trim_matches(|c: char| !c.is_alphanumeric())).map(Cue::class);
        let classes: Vec<Option<Class>> = sentence.word(at).split_whitespace().take(FEW + 1).map(class).collect();
        let says = |wanted: Class| classes.contains(&Some(wanted));
        classes.len() <= FEW && (says(Class::False) && !says(Class::Not) || says(Class::True) && says(Class::Not))
    }

    fn called_false(&self, part: Range<usize>, be: usize) -> Option<Span> {
        let sentence = self.sentence;
        let rest = be + 1..part.end.min(be + 5);
        let negated = (be..rest.end).any(|at| sentence.class(at) == Some(Class::Not));
        let call = rest
            .clone()
            .find(|at| matches!(sentence.class(*at), Some(Class::False | Class::True)) || self.quotes_false(*at))?;
        let plain = (be + 1..call).all(|at| {
            sentence.is_adverb(at)
                || matches!(sentence.class(at), Some(Class::Not | Class::Det | Class::Modal))
                || sentence.class(at).is_none()
        });
        let is_false = (sentence.class(call) != Some(Class::True)) != negated;
        let ends = !matches!(sentence.kind(call + 1), Some(Kind::Word | Kind::Name(_)))
            || matches!(sentence.class(call + 1), Some(Class::And | Class::Because));
        // "it is not true that the ferry sank".
        let that = call + 2;
        let clause = be == part.start + 1
            && sentence.is(part.start, "it")
            && sentence.class(call + 1) == Some(Class::That)
            && that < part.end;
        if plain && is_false && clause {
            return Some(sentence.span(that, part.end));
        }
        if !(plain && is_false && ends && part.start < be) {
            return None;
        }
        let subject = self.what_of(part.start, be).unwrap_or(part.start..be);
        Some(sentence.span(subject.start, subject.end))
    }

    /// The part without commas and the like at its ends.
    pub(super) fn trimmed(&self, part: Range<usize>) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let loose = |at: usize| {
            matches!(sentence.kind(at), Some(Kind::Comma | Kind::Colon | Kind::Stop | Kind::Semicolon | Kind::Dash))
        };
        let Range { mut start, mut end } = part;
        end = end.min(sentence.items.len());
        while start < end && loose(start) {
            start += 1;
        }
        while start < end && loose(end - 1) {
            end -= 1;
        }
        (start < end).then_some(start..end)
    }
}
