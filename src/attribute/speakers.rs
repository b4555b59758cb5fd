//! Which entity the words that name a speaker stand for.

use std::ops::Range;

use super::clauses::{Kind, Sentence};
use super::cues::{self, Class};
use super::phrases;
use crate::article::{Entity, Mention, MentionType, Speaker};
use crate::resolve::gender::{self, Gender};
use crate::resolve::{gender_of, gender_of_entity};
use crate::text::Span;
use crate::text::order::{place, sort_by_number};

/// Something written and its owner are among so many items that a sentence begins with.
const LONGEST: usize = 8;

/// So many bytes stand between two paragraphs at most.
const NEXT: u32 = 4;

/// What leads up to the name that a sentence is about is no longer than this.
const FAR_LED: usize = 24;

/// A body is named no further back that is only "the company".
const NEAR: u32 = 500;

/// A name further back than so many others is not what "the ministry" means.
const FAR: usize = 200;

/// What is known of who speaks, up to the place that is read.
pub(super) struct Speakers<'a> {
    text: &'a str,
    mentions: &'a [Mention],
    /// The pronouns that stand for an entity, in order.
    pronouns: Vec<(Span, u32)>,
    /// The offices that people hold, where they stand, in small letters, in order.
    roles: Vec<(u32, String, u32)>,
    /// The last source that is an entity.
    last: Option<u32>,
    /// Who the last sentence that names somebody is about.
    topic: Option<u32>,
    /// The body that spoke last, or put out what a sentence is about.
    body: Option<u32>,
    entities: &'a [Entity],
    /// Sentences and whom they are about, in order.
    pub about: Vec<About>,
    /// Somebody unnamed who spoke last, and nobody with a name since.
    stranger: Option<Stranger>,
    /// Where pronouns start that stand for somebody unnamed, and the words for them.
    pub unnamed: Vec<(u32, Span)>,
    /// Who wrote what the last sentence tells of.
    message: Option<u32>,
    /// The body without a name that spoke last.
    unnamed_body: Option<UnnamedBody>,
    /// Who wrote the last statement, letter or the like that somebody spoke in, if that is an entity.
    writer: Option<Option<u32>>,
    /// Whose turn it is in an interview, and where it ends.
    pub turn: Option<(u32, u32)>,
    /// Who had the turn before.
    pub addressed: Option<u32>,
    /// On whose word the next report is.
    pub cited: Vec<Speaker>,
}

/// Whom a sentence is about.
pub(super) struct About {
    pub sentence: Span,
    /// The words for them.
    pub words: Span,
    pub entity: Option<u32>,
}

/// Somebody whom the text does not name: "a spokesman".
#[derive(Clone, Copy)]
struct Stranger {
    /// Where the sentence starts that tells of them.
    start: u32,
    /// Where its paragraph ends.
    end: u32,
    gender: Option<Gender>,
    /// The words that tell of them.
    words: Span,
}

impl Stranger {
    fn new(sentence: &Sentence, mut phrase: impl Iterator<Item = usize>, words: Span) -> Self {
        let gender = phrase.find_map(|at| gender::of_word(sentence.word(at)));
        Stranger { start: sentence.items[0].span.start, end: sentence.block.end, gender, words }
    }

    /// Whether "he", "she" or "the man" in the sentence is the stranger. Of "the person" no gender is known.
    fn is_meant(self, sentence: &Sentence, gender: Option<Gender>) -> bool {
        let near = sentence.block.start <= self.end + NEXT && sentence.items[0].span.start > self.start;
        near && gender.is_none_or(|gender| self.gender.is_none_or(|known| known == gender))
    }
}

/// A body without a name: "Peru's port ministry".
#[derive(Clone, Copy)]
struct UnnamedBody {
    words: Span,
    /// Where the words for it stand that it last spoke by.
    spoke: u32,
}

impl UnnamedBody {
    /// "the bank", of "Peru's central bank": whether the words are short for those of the body.
    fn is_called(self, text: &str, words: &str) -> bool {
        let last = self.words.of(text).rsplit(' ').next().unwrap_or_default();
        let short = words.split_once(' ').filter(|(the, _)| the.eq_ignore_ascii_case("the"));
        short.is_some_and(|(_, noun)| noun.eq_ignore_ascii_case(last))
    }
}

impl<'a> Speakers<'a> {
    pub(super) fn new(text: &'a str, mentions: &'a [Mention], entities: &'a [Entity]) -> Self {
        let each = || entities.iter().zip(0..);
        let mut pronouns: Vec<(Span, u32)> =
            each().flat_map(|(entity, index)| entity.pronouns.iter().map(move |span| (*span, index))).collect();
        sort_by_number(&mut pronouns, |(span, _)| place(*span));
        let people = each().filter(|(entity, _)| entity.kind == MentionType::Person);
        let mut roles: Vec<(u32, String, u32)> = people
            .flat_map(|(entity, index)| {
                entity.roles.iter().map(move |role| (role.start, role.title.to_lowercase(), index))
            })
            .collect();
        sort_by_number(&mut roles, |(start, ..)| u64::from(*start));
        Speakers {
            text,
            mentions,
            pronouns,
            roles,
            last: None,
            topic: None,
            body: None,
            entities,
            about: Vec::new(),
            stranger: None,
            unnamed: Vec::new(),
            unnamed_body: None,
            message: None,
            writer: None,
            turn: None,
            addressed: None,
            cited: Vec::new(),
        }
    }

    /// The speaker that a noun phrase names.
    pub(super) fn speaker(&self, sentence: &Sentence, phrase: Range<usize>) -> Option<Speaker> {
        if phrase.is_empty() {
            return None;
        }
        let span = sentence.span(phrase.start, phrase.end);
        Some(Speaker {
            start: span.start,
            end: span.end,
            text: span.of(self.text).to_string(),
            entity: self.entity(sentence, phrase),
        })
    }

    /// The speakers of "two officials and Ana Mota", each by itself.
    pub(super) fn each(&self, sentence: &Sentence, phrase: Range<usize>) -> Vec<Speaker> {
        let mut start = phrase.start;
        let mut speakers = Vec::new();
        for at in phrase.clone() {
            if sentence.class(at) == Some(Class::And) && at > start {
                speakers.extend(self.speaker(sentence, start..at));
                start = at + 1;
            }
        }
        speakers.extend(self.speaker(sentence, start..phrase.end));
        speakers
    }

    /// The person whose initials are all that the phrase has: "AM" of Ana Mota.
    pub(super) fn by_initials(&self, label: &str) -> Option<u32> {
        let initials = |name: &str| {
            let mut capitals =
                name.split([' ', '-']).filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()));
            label.chars().all(|letter| capitals.next() == Some(letter)) && capitals.next().is_none()
        };
        let is_one = (2..=3).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_uppercase());
        let people = || {
            self.entities
                .iter()
                .take(FAR)
                .position(|entity| entity.kind == MentionType::Person && initials(&entity.name))
        };
        is_one.then(people).flatten().map(|person| person as u32)
    }

    /// Remembers who spoke last, or asked.
    pub(super) fn said(&mut self, speaker: &Speaker, sentence: &Sentence, asks: bool) {
        self.last = speaker.entity.or(self.last);
        if tells_of_message(sentence) {
            self.writer = Some(speaker.entity);
        }
        match speaker.entity {
            Some(entity) if !self.is_person(entity) => (self.body, self.unnamed_body) = (Some(entity), None),
            Some(_) => self.stranger = None,
            None => self.unnamed_said(speaker, sentence, asks),
        }
    }

    /// "The ministry said": "it" is no longer the body before. "A spokesman said": "he" is nobody who is named.
    fn unnamed_said(&mut self, speaker: &Speaker, sentence: &Sentence, asks: bool) {
        if let Some(stranger) = self.stranger_called(sentence, &speaker.text) {
            self.unnamed.push((speaker.start, stranger.words));
            // "the man" is no other.
            if speaker.text.contains(' ') {
                return;
            }
        }
        let words = (0..sentence.items.len()).filter(|at| {
            let span = sentence.items[*at].span;
            speaker.start <= span.start && span.end <= speaker.end
        });
        // "Peru's port ministry praised what it called".
        let it = words.clone().next().filter(|_| speaker.text.eq_ignore_ascii_case("it"));
        if let Some(it) = it {
            let body = self.body_first(sentence, it).map(|body| sentence.span(body.start, body.end));
            let body = body.or(self.unnamed_body.map(|body| body.words));
            self.unnamed.extend(body.map(|body| (speaker.start, body)));
        }
        let is = |class: Class| words.clone().any(|at| sentence.class(at) == Some(class));
        if is(Class::Body) {
            let known = self.unnamed_body.filter(|body| body.is_called(self.text, &speaker.text));
            let words = known.map_or(Span { start: speaker.start, end: speaker.end }, |body| body.words);
            self.unnamed_body = Some(UnnamedBody { words, spoke: speaker.start });
        }
        if is(Class::Body) || is(Class::Document) || is(Class::Noun) {
            self.body = None;
        }
        let one = words.clone().next().is_some_and(|first| {
            // "Faro's mayor".
            let owned = (first + 1..first + 4).any(|at| {
                let place = matches!(sentence.kind(at - 1), Some(Kind::Name(name)) if self.mentions[name].kind != MentionType::Person);
                place && sentence.kind(at) == Some(Kind::Possessive)
            });
            let definite = owned || sentence.is(first, "the") || sentence.class(first) == Some(Class::Possessive);
            let plural = words.clone().any(|at| sentence.names_people(at) && sentence.word(at).ends_with('s'));
            sentence.is_indefinite(first) || definite && !plural
        });
        // "A nurse", whom no list has.
        let somebody = |first: usize| {
            let head = phrases::core_end(sentence, first).max(first + 1) - 1;
            head > first && sentence.is_indefinite(first) && sentence.is_bare(Some(head))
        };
        let people = words.clone().any(|at| sentence.names_people(at)) || words.clone().next().is_some_and(somebody);
        // Who is asked answers next.
        if one && !asks && people {
            let told = Span { start: speaker.start, end: speaker.end };
            self.stranger = Some(Stranger::new(sentence, words.clone(), told));
        }
    }

    /// The unnamed person for whom the pronoun, or "the man", stands.
    fn stranger_called(&self, sentence: &Sentence, words: &str) -> Option<Stranger> {
        // "the man, who was in a hurry".
        let words = words.split(',').next().unwrap_or_default();
        let noun = words.split_once(' ').filter(|(the, _)| the.eq_ignore_ascii_case("the")).map(|(_, noun)| noun);
        let gender = match noun {
            Some("person") => None,
            Some("man") => Some(Gender::Man),
            Some("woman") => Some(Gender::Woman),
            _ => Some(gender_of(words)?),
        };
        self.stranger.filter(|stranger| stranger.is_meant(sentence, gender))
    }

    fn is_body(&self, entity: u32) -> bool {
        matches!(self.entities[entity as usize].kind, MentionType::Org | MentionType::Gpe)
    }

    fn is_person(&self, entity: u32) -> bool {
        self.entities[entity as usize].kind == MentionType::Person
    }

    fn is_organization(&self, entity: u32) -> bool {
        self.entities[entity as usize].kind == MentionType::Org
    }

    /// Remembers who a sentence is about: the first person in it who is not only an owner, or somebody unnamed.
    pub(super) fn read(&mut self, sentence: &Sentence) {
        let person = self.first_person(sentence, sentence.items.len());
        let whole = sentence.span(0, sentence.items.len());
        let stranger = self.stranger_in(sentence);
        let within = sentence.span(0, stranger.as_ref().map_or(1, |phrase| phrase.end));
        let first = person.is_none_or(|(span, _)| span.start >= within.end || within.contains(span));
        if let Some(phrase) = stranger.filter(|_| first) {
            let words = sentence.span(phrase.start, phrase.end);
            let entity = self.entity(sentence, phrase.clone());
            // "A lawyer for the port, Ana Mota, left": she is named.
            self.stranger = entity.is_none().then(|| Stranger::new(sentence, phrase, words));
            return self.about.push(About { sentence: whole, words, entity });
        }
        let pronoun = || {
            let is = sentence.is_any(0, &["he", "she"]);
            is.then(|| self.pronoun(sentence, 0)).flatten().map(|entity| (sentence.items[0].span, entity))
        };
        let about = person.or_else(pronoun);
        self.about.extend(about.map(|(words, entity)| About { sentence: whole, words, entity: Some(entity) }));
        if let Some((_, person)) = person {
            self.topic = Some(person);
            self.stranger = None;
        }
        self.read_body(sentence);
    }

    /// Remembers what "it" may be in the next sentence, and who wrote what "it" may be.
    fn read_body(&mut self, sentence: &Sentence) {
        let tells = tells_of_message(sentence);
        // "The clinic said so in a statement": another than the court that spoke before.
        let first = phrases::phrase_at(sentence, 0).filter(|_| tells && sentence.is(0, "the"));
        let here = sentence.items[0].span.start;
        let spoke = self.unnamed_body.is_some_and(|body| body.spoke >= here);
        if let Some(first) = first.filter(|_| !spoke && self.first_name(sentence).is_none()) {
            let words = sentence.span(0, phrases::core_end(sentence, 0).min(first.end));
            self.unnamed_body = Some(UnnamedBody { words, spoke: here });
        }
        if tells && (0..sentence.items.len()).any(|at| wrote_back(sentence, at)) {
            self.writer = Some(self.first_name(sentence));
        }
        self.message = if tells { self.first_name(sentence).or(self.writer.flatten()) } else { None };
        if let Some(written) = self.written_first(sentence).or_else(|| self.document_first(sentence)) {
            self.body = self.author(sentence, written);
        }
        self.body = self.publisher(sentence).or_else(|| self.delegating(sentence)).or(self.body);
    }

    /// "A man at the next stand shrugged", "His wife smiled": somebody unnamed whom the sentence begins with.
    fn stranger_in(&self, sentence: &Sentence) -> Option<Range<usize>> {
        let relative =
            || sentence.class(0) == Some(Class::Possessive) && is_kin(&sentence.word_or_none(1).to_lowercase());
        if !sentence.is_indefinite(0) && !relative() {
            return None;
        }
        let phrase = phrases::phrase_at(sentence, 0)?;
        let head = phrase.clone().take(4).find(|at| sentence.names_people(*at))?;
        // "a spokesman for Ana Mota" is not she.
        let core = phrase
            .clone()
            .skip(1)
            .take_while(|at| !matches!(sentence.class(*at), Some(Class::For | Class::Of | Class::Prep)));
        let named = |at: usize| sentence.is_name_of(at, MentionType::Person);
        (!sentence.word(head).ends_with('s') && !core.into_iter().any(named)).then_some(phrase)
    }

    /// "The federation released a statement": the name that such a sentence begins with, if it is a body's.
    fn publisher(&self, sentence: &Sentence) -> Option<u32> {
        let written = |at: usize| matches!(sentence.class(at), Some(Class::Noun | Class::Document));
        self.first_name(sentence).filter(|first| {
            self.is_organization(*first) || self.is_body(*first) && (0..sentence.items.len()).any(written)
        })
    }

    /// "Peru's delegation left": whose body the sentence begins with.
    fn delegating(&self, sentence: &Sentence) -> Option<u32> {
        let owner = (1..sentence.items.len()).take(LONGEST).find(|at| sentence.kind(*at) == Some(Kind::Possessive))?;
        let body = sentence.is_any(owner + 1, &["delegation", "government", "ministry"]);
        match sentence.kind(owner - 1) {
            Some(Kind::Name(name)) if body => self.mentions[name].entity,
            _ => None,
        }
    }

    /// The name that the sentence begins with, which owns nothing: "Meanwhile, the Weather Office".
    fn first_name(&self, sentence: &Sentence) -> Option<u32> {
        let mut near = (0..sentence.items.len()).take(5);
        // "Asked by Reuters whether".
        let led = |at: usize| at > 0 && matches!(sentence.word(at - 1), "by" | "from" | "with");
        near.find_map(|at| match sentence.kind(at) {
            Some(Kind::Name(name)) if sentence.kind(at + 1) != Some(Kind::Name(name)) && !led(at) => {
                let owner = sentence.kind(at + 1) == Some(Kind::Possessive);
                // "The Twitter account".
                let describes = sentence.is_any(at + 1, &["account", "page", "post"]);
                (!owner && !describes).then_some(self.mentions[name].entity).flatten()
            }
            _ => None,
        })
    }

    /// "The dockers' union wants": the words for a body that the sentence begins with, before the item.
    fn body_first(&self, sentence: &Sentence, end: usize) -> Option<Range<usize>> {
        phrases::phrase_at(sentence, 0).filter(|phrase| phrase.end < end)?;
        let core = phrases::core_end(sentence, 0);
        let is_body = sentence.class(core - 1) == Some(Class::Body) && sentence.kind(core - 1) == Some(Kind::Word);
        is_body.then_some(0..core)
    }

    /// The body behind these words, or behind the name that they have: "known as NDU".
    fn body_called(&self, sentence: &Sentence, words: Range<usize>) -> Option<u32> {
        let called = |at: &usize| matches!(sentence.kind(*at), Some(Kind::Name(_))) && sentence.is(at - 1, "as");
        let behind = words.end + 1..sentence.items.len();
        let name = || behind.take(LONGEST).find(called).and_then(|name| self.named(sentence, name..name + 1));
        self.by_role(sentence, words.clone()).or_else(|| self.named(sentence, words)).or_else(name)
    }

    /// The last body before the item: "a letter by the bank, in which it warned".
    fn body_before(&self, sentence: &Sentence, at: usize) -> Option<u32> {
        let named = |at| match sentence.kind(at) {
            Some(Kind::Name(name)) => self.mentions[name].entity.filter(|entity| self.is_organization(*entity)),
            _ => None,
        };
        (0..at).rev().find_map(named)
    }

    /// The first person before the item who is not only an owner.
    fn first_person(&self, sentence: &Sentence, end: usize) -> Option<(Span, u32)> {
        let person = |at: usize| match sentence.kind(at) {
            Some(Kind::Name(name)) if self.mentions[name].kind == MentionType::Person => {
                let last = sentence.kind(at + 1) != Some(Kind::Name(name));
                let mention = &self.mentions[name];
                let span = Span { start: mention.start, end: mention.end };
                let is = last && sentence.kind(at + 1) != Some(Kind::Possessive);
                is.then_some(mention.entity).flatten().map(|entity| (span, entity))
            }
            _ => None,
        };
        (led_to(sentence).unwrap_or(0)..end).find_map(person).or_else(|| (0..end).find_map(person))
    }

    fn entity(&self, sentence: &Sentence, phrase: Range<usize>) -> Option<u32> {
        if phrase.len() == 1
            && matches!(sentence.class(phrase.start), Some(Class::Pronoun | Class::Object | Class::Possessive))
        {
            return self.pronoun(sentence, phrase.start);
        }
        // "the Swede", "the 68-year-old": whom the text is about.
        if sentence.is(phrase.start, "the") && self.is_epithet(sentence, phrase.start + 1..phrase.end) {
            return self.topic;
        }
        self.author(sentence, phrase.clone())
            .or_else(|| self.named(sentence, phrase.clone()))
            .or_else(|| self.by_role(sentence, phrase))
    }

    /// One word of a people in the singular, or an age: "the Dutch" are many.
    fn is_epithet(&self, sentence: &Sentence, phrase: Range<usize>) -> bool {
        let word = sentence.word_or_none(phrase.start);
        match sentence.kind(phrase.start) {
            Some(Kind::Name(name)) => {
                phrase.len() == 1
                    && self.mentions[name].kind == MentionType::Norp
                    && !["s", "sh", "ch", "ese"].iter().any(|ending| word.ends_with(ending))
            }
            // "the 68-year-old", "the 26-year-old Peruvian man".
            _ => {
                let text = if phrase.is_empty() { "" } else { sentence.span(phrase.start, phrase.end).of(self.text) };
                text.split_once("-year-old").is_some_and(|(_, rest)| {
                    rest.is_empty() || rest.split(' ').count() < 4 && sentence.names_people(phrase.end - 1)
                })
            }
        }
    }

    /// "Mota's last letter ended": something written that the sentence begins with, and who owns it.
    fn written_first(&self, sentence: &Sentence) -> Option<Range<usize>> {
        let mut near = (1..sentence.items.len()).take(LONGEST);
        near.find(|at| sentence.kind(*at) == Some(Kind::Possessive))?;
        let written = |at: &usize| {
            let noun = sentence.kind(*at) == Some(Kind::Word);
            noun && (sentence.class(*at) == Some(Class::Document) || is_message(sentence.word(*at)))
        };
        near.take_while(|at| sentence.kind(*at) == Some(Kind::Word)).find(written).map(|head| 0..head + 1)
    }

    /// "The report found", "The bank's Twitter account": something written that the sentence begins with.
    fn document_first(&self, sentence: &Sentence) -> Option<Range<usize>> {
        let core = phrases::phrase_at(sentence, 0).map(|_| phrases::core_end(sentence, 0))?;
        let of = |at: &usize| matches!(sentence.class(*at), Some(Class::Of | Class::Prep | Class::For));
        let head = (1..core).find(of).unwrap_or(core).checked_sub(1)?;
        let written = sentence.class(head) == Some(Class::Document) || sentence.is(head, "account");
        (head > 0 && written && sentence.kind(head) == Some(Kind::Word)).then_some(0..core)
    }

    /// "Mota's statement", "the statement": what is written speaks for who wrote it.
    fn author(&self, sentence: &Sentence, phrase: Range<usize>) -> Option<u32> {
        // "part of Mota's statement".
        if sentence.is_any(phrase.start, &["excerpt", "excerpts", "part", "parts"])
            && sentence.class(phrase.start + 1) == Some(Class::Of)
            && phrase.len() > 2
        {
            return self.author(sentence, phrase.start + 2..phrase.end);
        }
        let is_written = |at: usize| {
            matches!(sentence.class(at), Some(Class::Noun | Class::Document))
                || sentence.class(at) == Some(Class::VerbNoun) && sentence.verb(at).is_none()
                || sentence.word(at) == "website"
                || is_message(sentence.word(at))
                // "the bank's circular": what nobody calls a person.
                || sentence.class(at).is_none()
                    && !sentence.names_people(at)
                    && at > phrase.start
                    && sentence.kind(at - 1) == Some(Kind::Possessive)
                    && sentence.word(at).starts_with(char::is_lowercase)
        };
        // "a tweet sent from Mota's account": the tweet.
        let described = |at: usize| at > phrase.start && sentence.is_participle_form(at) && is_written(at - 1);
        let mut core = phrase.clone().take_while(|at| {
            !matches!(sentence.class(*at), Some(Class::Of | Class::Prep | Class::For | Class::Who))
                && sentence.kind(*at) != Some(Kind::Comma)
                && !described(*at)
        });
        let head = core.clone().last()?;
        if !is_written(head) || sentence.kind(head) != Some(Kind::Word) {
            return None;
        }
        let owner = core.find_map(|at| match sentence.kind(at) {
            Some(Kind::Name(name)) if sentence.kind(at + 1) == Some(Kind::Possessive) => self.mentions[name].entity,
            // "a Harbour Bank poll".
            Some(Kind::Name(name))
                if self.mentions[name].kind == MentionType::Org
                    && at < head
                    && sentence.kind(at + 1) == Some(Kind::Word)
                    && (sentence.class(head) == Some(Class::Document)
                        || matches!(sentence.word(head), "statement" | "release" | "website")) =>
            {
                self.mentions[name].entity
            }
            // "the court's summary".
            Some(Kind::Possessive) => self.by_role(sentence, phrase.start..at),
            _ => None,
        });
        // "Her report", "its website".
        let hers = sentence.class(phrase.start) == Some(Class::Possessive);
        let owner = owner.or_else(|| hers.then(|| self.pronoun(sentence, phrase.start)).flatten());
        // "a message seen by Reuters" is another's.
        let seen = |by: usize| {
            sentence.is_any(by - 1, &["heard", "obtained", "read", "received", "reviewed", "seen", "viewed"])
        };
        let by = phrase.clone().find(|at| matches!(sentence.word(*at), "by" | "from" | "of"));
        let by = by.filter(|by| *by == 0 || !seen(*by));
        let by = by.map(|by| by + 1..phrase.end).filter(|by| !by.is_empty());
        let by = by.and_then(|by| self.named(sentence, by.clone()).or_else(|| self.by_role(sentence, by)));
        owner.or_else(|| self.account(sentence, head..phrase.end)).or(by).or_else(|| {
            self.writer.unwrap_or(self.last).filter(|_| {
                sentence.is_any(phrase.start, &["the", "its", "this"])
                    && is_message(sentence.word(head))
                    // That is another's.
                    && !matches!(sentence.word(head), "answer" | "reply")
            })
        })
    }

    /// "on the bank's website", "from Mota's Twitter account": whose it is.
    fn account(&self, sentence: &Sentence, mut phrase: Range<usize>) -> Option<u32> {
        let mark = phrase.find(|at| sentence.kind(*at) == Some(Kind::Possessive))?;
        let place = |at: usize| {
            matches!(sentence.word(at), "account" | "blog" | "channel" | "feed" | "page" | "site" | "website")
        };
        match sentence.kind(mark - 1) {
            Some(Kind::Name(name)) if phrase.take(3).any(place) => self.mentions[name].entity,
            _ => None,
        }
    }

    /// The name that is the head of the phrase: a person's before others, none that only says whose
    /// spokesman it is.
    fn named(&self, sentence: &Sentence, phrase: Range<usize>) -> Option<u32> {
        let mut head = None;
        let mut behind_preposition = false;
        let mut is_aside = false;
        let mut in_brackets = false;
        let place = |at: usize| sentence.is_name_of(at, MentionType::Gpe);
        let calls = |at: usize| sentence.is_any(at, &["identified", "name", "only"]);
        let field_of = |at: usize| {
            let bare = |at: &usize| sentence.kind(*at) == Some(Kind::Word) && sentence.class(*at).is_none();
            let before = (phrase.start..at).rev().find(|at| !bare(at));
            before.is_some_and(|of| matches!(sentence.class(of), Some(Class::Of | Class::For)))
        };
        let person = |at: usize| sentence.is_name_of(at, MentionType::Person);
        for at in phrase.clone() {
            match (sentence.kind(at), sentence.class(at)) {
                // "the NHD union (Nordhaven Dockers), Ana Mota".
                (Some(Kind::Open), _) => in_brackets = head.is_some() || at > phrase.start + 1,
                (Some(Kind::Close), _) => (in_brackets, behind_preposition) = (false, false),
                _ if in_brackets => {}
                (Some(Kind::Name(name)), _) => {
                    let mention = &self.mentions[name];
                    let end =
                        (at..phrase.end).find(|at| sentence.kind(*at) != Some(Kind::Name(name))).unwrap_or(phrase.end);
                    // "Peru's", "NATO-led".
                    let joined = sentence.kind(end) == Some(Kind::Possessive) || sentence.is(end, "-");
                    let owner = joined && end + 1 < phrase.end;
                    let of = std::mem::take(&mut behind_preposition);
                    is_aside = of;
                    if owner || head.is_some() && mention.kind != MentionType::Person {
                        continue;
                    }
                    // "the Mota campaign"; behind a name "QC" or "Jr" is no noun.
                    let next =
                        (end < phrase.end && sentence.kind(end) == Some(Kind::Word)).then(|| sentence.class(end));
                    let campaign =
                        matches!(next, Some(Some(Class::Body | Class::Document | Class::Noun | Class::Person)));
                    if mention.kind == MentionType::Person && !of && !campaign {
                        return mention.entity;
                    }
                    // Before a noun it is no more than its attribute: "US officials".
                    let last = sentence.kind(at + 1) != Some(Kind::Name(name));
                    let attribute = last
                        && at + 1 < phrase.end
                        && sentence.kind(at + 1) == Some(Kind::Word)
                        && !matches!(
                            sentence.class(at + 1),
                            Some(Class::Who | Class::And | Class::Prep | Class::Of | Class::For)
                        );
                    // "the team of former Peruvian minister Ana Mota".
                    behind_preposition = of && (!last || attribute && mention.kind == MentionType::Norp);
                    if last && !attribute && !of {
                        head = mention.entity;
                    }
                }
                // "who gave her name as Ana", "identified only as Ana".
                _ if sentence.is(at, "as") && at > phrase.start && calls(at - 1) => {
                    (behind_preposition, head) = (false, None);
                }
                // "District in-charge Minister Ana Mota".
                (_, Some(Class::Prep)) if sentence.is(at + 1, "-") => {}
                // "Under Secretary Ana Mota".
                (_, Some(Class::Prep)) if at > phrase.start && sentence.word(at).starts_with(char::is_uppercase) => {}
                (_, Some(Class::Of | Class::For | Class::To | Class::Prep | Class::Who)) => behind_preposition = true,
                // "police in Faro, Texas".
                (Some(Kind::Comma), _) if is_aside && place(at - 1) && place(at + 1) => behind_preposition = true,
                (Some(Kind::Comma), _) => behind_preposition = false,
                // "residents of Faro, Halden and Bergen".
                (_, Some(Class::And)) if is_aside && place(at - 1) && place(at + 1) => behind_preposition = true,
                (_, Some(Class::And)) if head.is_some() => break,
                // "Secretary of State Ana Mota", and not "the lawyer of President Mota".
                (Some(Kind::Word), class)
                    if class != Some(Class::Person) && sentence.word(at).starts_with(char::is_uppercase) =>
                {
                    behind_preposition = false
                }
                // "The director of public health Ana Mota".
                (Some(Kind::Word), None) if person(at + 1) && field_of(at) => behind_preposition = false,
                // "The director of the station Ana Mota", and not "sailors surveyed by the broadcaster NRK".
                (Some(Kind::Word), Some(Class::Body | Class::Document | Class::Noun)) => {
                    behind_preposition &= sentence.is_name_of(at + 1, MentionType::Org);
                }
                // "Secretary of the President Ana Mota".
                (Some(Kind::Word), Some(Class::Person))
                    if at > phrase.start && sentence.class(at - 1) == Some(Class::Det) =>
                {
                    behind_preposition = false
                }
                _ => {}
            }
        }
        head
    }

    /// "the minister": the person who is called so before.
    fn by_role(&self, sentence: &Sentence, phrase: Range<usize>) -> Option<u32> {
        let definite = matches!(sentence.word(phrase.start).to_ascii_lowercase().as_str(), "the" | "this" | "that")
            || sentence.class(phrase.start) == Some(Class::Possessive);
        if !definite {
            return None;
        }
        // "the man", of a pensioner before.
        let words = sentence.span(phrase.start, phrase.end).of(self.text);
        if phrase.len() > 1 && self.stranger_called(sentence, words).is_some() {
            return None;
        }
        let head = phrase
            .clone()
            .take_while(|at| !matches!(sentence.class(*at), Some(Class::Of | Class::Prep | Class::For)))
            .take_while(|at| sentence.kind(*at) != Some(Kind::Comma))
            .last()?;
        let word = sentence.word(head).to_lowercase();
        if sentence.class(head) == Some(Class::Person) || sentence.class(head).is_none() {
            let before = self.roles.partition_point(|(start, ..)| *start < sentence.items[0].span.start);
            let mut roles = self.roles[..before].iter().rev().take(FAR);
            // "the prime minister" is no foreign minister.
            let office = sentence.word(head - 1).to_lowercase();
            let office = is_office(&office).then_some(office);
            let holds = |title: &str, word: &str| title.split(' ').any(|part| part == word);
            let known = roles
                .find(|(_, title, _)| holds(title, &word) && office.as_ref().is_none_or(|office| holds(title, office)));
            let known = known.map(|(.., entity)| *entity);
            // "the defender", whom no list has.
            let people = sentence.names_people(head)
                || phrase.len() == 2 && word.ends_with("er") && sentence.is_bare(Some(head));
            if !people {
                return known.or_else(|| self.titled(sentence, &word));
            }
            let known = known.or_else(|| self.described(sentence, &word));
            return known.or_else(|| self.sole_holder(sentence, phrase.start + 1..head + 1)).or_else(|| {
                // "said Eva Lind. The Faro professor added": who spoke and whom the sentence before is about.
                let owned = sentence.class(phrase.start) == Some(Class::Possessive)
                    || (phrase.start..head).any(|at| sentence.kind(at) == Some(Kind::Possessive));
                // "Lind left. “I am tired,” the defender wrote": whom the sentence before in the paragraph is about.
                let about = self.about.last().filter(|about| about.sentence.start >= sentence.block.start);
                let about = about.and_then(|about| about.entity).filter(|_| !sentence.names_people(head));
                let meant = about.or(self.last);
                // "the man" is no woman.
                let fits = |person: &u32| gender::of_word(&word).is_none_or(|gender| self.may_be(*person, gender));
                meant
                    .filter(|meant| self.topic == Some(*meant) && !owned && !is_kin(&word) && !word.ends_with('s'))
                    .filter(fits)
            });
        }
        if sentence.class(head) == Some(Class::Body) {
            let before = self.before(sentence);
            // "The dockers' union" is not the firm before.
            let owned = phrase
                .clone()
                .any(|at| sentence.kind(at) == Some(Kind::Possessive) || matches!(sentence.word(at), "'" | "’"));
            return before
                .rev()
                .take(FAR)
                .find(|mention| mention.kind == MentionType::Org && has_word(&mention.text, &word))
                .and_then(|mention| mention.entity)
                // "Nordhav cut its forecast. The company said".
                .or_else(|| self.common_body(sentence, &word).filter(|_| !owned));
        }
        None
    }

    /// "its chief executive": the only person of the text with that office of several words.
    fn sole_holder(&self, sentence: &Sentence, office: Range<usize>) -> Option<u32> {
        if office.len() < 2 {
            return None;
        }
        let office = sentence.span(office.start, office.end).of(self.text).to_lowercase();
        let mut holders =
            self.roles.iter().take(FAR).filter(|(_, title, _)| *title == office).map(|(.., person)| *person);
        let holder = holders.next()?;
        holders.all(|other| other == holder).then_some(holder)
    }

    /// The last body before that is called so beside its name, or the one that spoke, or was named in the paragraph.
    fn common_body(&self, sentence: &Sentence, word: &str) -> Option<u32> {
        if !is_common(word) {
            return None;
        }
        let bodies = || self.before(sentence).rev().take(FAR).filter(|mention| mention.kind == MentionType::Org);
        let called = |mention: &&Mention| {
            let start = floor(self.text, mention.start.saturating_sub(80) as usize);
            let before = self.text[start..mention.start as usize].rsplit(['.', '\n']).next().unwrap_or_default();
            let end = floor(self.text, (mention.end as usize + 40).min(self.text.len()));
            let after = self.text[mention.end as usize..end].strip_prefix(", a").unwrap_or_default();
            let after = after.split([',', '.', '\n']).next().unwrap_or_default();
            [before, after].iter().any(|part| part.split(|c: char| !c.is_alphabetic()).any(|part| part == word))
        };
        let near = |mention: &&Mention| mention.start + NEAR >= sentence.block.start;
        let is_other = |body: u32| {
            let body = &self.entities[body as usize];
            let first = body.mentions.first().map(|first| &self.mentions[*first as usize]);
            is_other_body(&body.name, word) || first.is_some_and(|first| self.is_otherwise(first, word))
        };
        let spoke = self.body.filter(|body| self.is_organization(*body) && !is_other(*body));
        let called = bodies().take(12).find(called).and_then(|mention| mention.entity);
        let named = || {
            let meant = |body: &&Mention| {
                !self.is_hearer(body) && !self.is_bracketed(body) && !body.entity.is_some_and(is_other)
            };
            bodies().take_while(near).find(meant)
        };
        called.or(spoke).or_else(|| named().and_then(|body| body.entity))
    }

    /// "told Reuters", "told the broadcaster BBC": who is told something is not whom it is about.
    fn is_hearer(&self, body: &Mention) -> bool {
        let mut before =
            self.text[..body.start as usize].rsplit(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let told = |word: &str| matches!(word, "to" | "told" | "with");
        let after = self.text[body.end as usize..].trim_start();
        // "on Twitter", "its Twitter account".
        let place = after.starts_with("account") || after.starts_with("page") || after.starts_with("post");
        place
            || before.next().is_some_and(|word| {
                told(word)
                    || matches!(word, "on" | "via")
                    || matches!(word, "agency" | "broadcaster" | "channel" | "newspaper" | "paper" | "website")
            })
    }

    /// "FARO (Reuters) -".
    fn is_bracketed(&self, body: &Mention) -> bool {
        self.text[..body.start as usize].ends_with('(') && self.text[body.end as usize..].starts_with(')')
    }

    /// "The ferry operator Nordhav", for "the union": whether the word before the name says that it is a business, and
    /// the other does not, or the other way round.
    fn is_otherwise(&self, body: &Mention, word: &str) -> bool {
        let before = self.text[..body.start as usize].trim_end().rsplit([' ', '\n', '-']).next().unwrap_or_default();
        is_common(before) && is_business(before) != is_business(word)
    }

    /// The last person before with the word beside the name: "Finance Minister Ana Mota".
    fn described(&self, sentence: &Sentence, word: &str) -> Option<u32> {
        for person in self.people_before(sentence) {
            let start = floor(self.text, person.start.saturating_sub(60) as usize);
            let before = self.text[start..person.start as usize].rsplit(['.', '\n', ',', ';']).next().unwrap_or("");
            let end = floor(self.text, (person.end as usize + 60).min(self.text.len()));
            let after = self.text[person.end as usize..end].strip_prefix(", ").unwrap_or("");
            let after = after.split([',', '.', '\n']).next().unwrap_or("");
            if [before, after]
                .iter()
                .any(|part| part.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|part| part == word))
            {
                return person.entity;
            }
        }
        None
    }

    /// "the prince": the last person before whose name has the word, "Crown Prince Kai of Faro".
    fn titled(&self, sentence: &Sentence, word: &str) -> Option<u32> {
        self.people_before(sentence)
            .find(|person| person.text.contains(' ') && has_word(&person.text, word))
            .and_then(|person| person.entity)
    }

    fn people_before(&self, sentence: &Sentence) -> impl Iterator<Item = &'a Mention> + use<'a> {
        self.before(sentence).rev().take(FAR).filter(|mention| mention.kind == MentionType::Person).take(12)
    }

    fn before(&self, sentence: &Sentence) -> impl DoubleEndedIterator<Item = &'a Mention> + use<'a> {
        let start = sentence.items[0].span.start;
        let mentions = self.mentions;
        mentions[..mentions.partition_point(|mention| mention.start < start)].iter()
    }

    /// "he", "she": as resolved, or the person who spoke last or was named last before.
    fn pronoun(&self, sentence: &Sentence, at: usize) -> Option<u32> {
        let span = sentence.items[at].span;
        // "A spokesman said it was late. “We are sorry,” he said".
        if self.stranger_called(sentence, sentence.word(at)).is_some() && self.first_person(sentence, at).is_none() {
            return None;
        }
        let own = self.turn.filter(|(_, end)| span.end <= *end).map(|(person, _)| person);
        if let Ok(found) = self.pronouns.binary_search_by_key(&span, |(span, _)| *span) {
            // In an interview "she" is another than who speaks.
            return Some(self.pronouns[found].1).filter(|person| Some(*person) != own);
        }
        if sentence.is_any(at, &["i", "me", "my"]) {
            return own;
        }
        if sentence.is(at, "you") {
            return own.and(self.addressed);
        }
        if sentence.is(at, "it") || sentence.is(at, "its") {
            // "confirmed it in a statement. “It is late,” it read".
            if sentence.is_any(at + 1, &["read", "reads"]) {
                return self.message;
            }
            let relative = at > 0 && sentence.is_any(at - 1, &["which", "where"]);
            // "The union wants a pause in what it called": the union, whoever it is.
            let begins = self.body_first(sentence, at);
            let here = match relative {
                true => self.body_before(sentence, at),
                false => self.first_name(sentence).or_else(|| self.body_called(sentence, begins.clone()?)),
            };
            return here.filter(|here| self.is_organization(*here)).or_else(|| self.body.filter(|_| begins.is_none()));
        }
        let gender = gender_of(sentence.word(at))?;
        // "Lind, he said, was": another.
        let other = match at.checked_sub(2).and_then(|name| sentence.kind(name)) {
            Some(Kind::Name(name))
                if sentence.kind(at - 1) == Some(Kind::Comma) && sentence.kind(at + 2) == Some(Kind::Comma) =>
            {
                self.mentions[name].entity
            }
            _ => None,
        };
        let person = self.first_person(sentence, at).map(|(_, person)| person);
        let own = own.or(other);
        let mut people = person.into_iter().chain(self.topic).filter(|person| Some(*person) != own);
        people.find(|person| self.may_be(*person, gender))
    }

    /// Whether nothing tells that the person is of another gender.
    fn may_be(&self, person: u32, gender: Gender) -> bool {
        let known = gender_of_entity(self.text, &self.entities[person as usize], self.mentions);
        known.is_none_or(|known| known == gender)
    }
}

/// "At the urging of Kai Lind, a sailor, Ana Mota rose": where the name stands that a phrase without a verb leads to.
fn led_to(sentence: &Sentence) -> Option<usize> {
    let leads =
        matches!(sentence.class(0), Some(Class::Prep | Class::For | Class::To)) || sentence.word(0).ends_with("ing");
    let name = |at: usize| sentence.is_name_of(at, MentionType::Person);
    let comma = |at: &usize| sentence.kind(*at) == Some(Kind::Comma);
    let last = (1..sentence.items.len()).take(FAR_LED).take_while(|at| !sentence.is_finite(*at));
    let name = last.filter(comma).find_map(|at| (at + 1..at + 3).find(|at| name(*at)))?;
    leads.then_some(name)
}

/// "prime", "foreign": what tells one minister from another.
fn is_office(word: &str) -> bool {
    matches!(
        word,
        "defence" | "defense" | "deputy" | "finance" | "foreign" | "health" | "interior" | "justice" | "prime" | "vice"
    )
}

/// Whether the word tells whose relative somebody is, which is seldom who spoke before.
fn is_kin(word: &str) -> bool {
    matches!(word, "brother" | "daughter" | "father" | "husband" | "mother" | "sister" | "son" | "wife" | "widow")
}

fn tells_of_message(sentence: &Sentence) -> bool {
    (0..sentence.items.len()).any(|at| is_message(sentence.word(at)) || wrote_back(sentence, at))
}

/// "wrote back".
fn wrote_back(sentence: &Sentence, at: usize) -> bool {
    sentence.word(at) == "wrote" && sentence.word_or_none(at + 1) == "back"
}

fn is_message(word: &str) -> bool {
    matches!(
        word,
        "statement"
            | "letter"
            | "announcement"
            | "release"
            | "message"
            | "declaration"
            | "tweet"
            | "post"
            | "email"
            | "reply"
            | "answer"
    )
}

/// Whether many a body is called so that is known by another word.
fn is_common(word: &str) -> bool {
    matches!(
        word,
        "agency"
            | "airline"
            | "association"
            | "bank"
            | "broadcaster"
            | "charity"
            | "club"
            | "company"
            | "firm"
            | "foundation"
            | "fund"
            | "group"
            | "network"
            | "newspaper"
            | "operator"
            | "organisation"
            | "organization"
            | "outlet"
            | "paper"
            | "publisher"
            | "team"
            | "union"
            | "watchdog"
    )
}

/// Whether the body so called is run for profit, or may be.
fn is_business(word: &str) -> bool {
    !matches!(word, "association" | "charity" | "club" | "foundation" | "team" | "union" | "watchdog")
}

/// "Harbour Authority", for "the company": whether the name says that it is another kind of body.
fn is_other_body(name: &str, word: &str) -> bool {
    let body = |part: &str| cues::look_up(&part.to_lowercase()).is_some_and(|cue| cue.class() == Class::Body);
    matches!(
        word,
        "airline"
            | "broadcaster"
            | "club"
            | "company"
            | "firm"
            | "newspaper"
            | "outlet"
            | "paper"
            | "publisher"
            | "team"
    ) && name.split([' ', '-']).any(|part| body(part) && !is_common(&part.to_lowercase()))
}

fn has_word(name: &str, word: &str) -> bool {
    name.split([' ', '-']).any(|part| part.to_lowercase() == word)
}

/// The character boundary at or before the byte.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
