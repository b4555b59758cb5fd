//! Whom "he", "she" and "it" stand for.
//!
//! Precision goes first: a pronoun is given to somebody only where nobody else comes into question as well,
//! and those within quotation marks are left alone.

use super::gender::{self, Gender};
use super::roles;
use super::units::{UnitKind, Units};
use crate::article::{Entity, Mention, MentionType, Zone};
use crate::text::Span;

/// The gender of a pronoun for a person.
pub(crate) fn gender_of(word: &str) -> Option<Gender> {
    // Every word of an article is asked for.
    if !matches!(word.as_bytes(), [b'h' | b'H' | b's' | b'S', _, ..] if word.len() <= 7) {
        return None;
    }
    let is = |words: &[&str]| words.iter().any(|listed| word.eq_ignore_ascii_case(listed));
    match () {
        () if is(&["he", "him", "his", "himself"]) => Some(Gender::Man),
        () if is(&["she", "her", "hers", "herself"]) => Some(Gender::Woman),
        () => None,
    }
}

/// What the article has said of people so far.
#[derive(Default)]
pub(super) struct Stage {
    genders: Vec<Option<Gender>>,
    /// How many roles, and one, each had when it was last asked what they tell.
    told: Vec<u32>,
    /// Those whom the last sentences of the running text name, the first named first.
    last: Vec<usize>,
    /// Those whom the sentences before these name, in the same paragraph.
    earlier: Vec<usize>,
    /// Whom the last sentence is about.
    focus: Option<usize>,
    /// Whether the last sentence is about somebody whom it does not name.
    stranger: bool,
    /// The block that these sentences are of.
    block: usize,
}

/// Whose gender the text tells by a pronoun, a title or a noun, or the given name by itself.
pub(crate) fn gender_of_entity(text: &str, entity: &Entity, mentions: &[Mention]) -> Option<Gender> {
    let titled = || {
        let spans = entity
            .mentions
            .iter()
            .map(|at| Span { start: mentions[*at as usize].start, end: mentions[*at as usize].end });
        spans.take(20).find_map(|span| gender::of_title_before(text, span))
    };
    let called = entity.pronouns.first().and_then(|span| gender_of(span.of(text)));
    let by_role = || entity.roles.iter().flat_map(|role| role.title.split(' ')).find_map(gender::of_word);
    let by_name = || {
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        // "Jean-Jacques" is no Jean.
        let simple = names.filter(|name| !name.split(' ').next().is_some_and(|given| given.contains('-')));
        simple.take(20).find_map(|name| gender::of_full_name(&super::key(name, &MentionType::Person)))
    };
    called.or_else(titled).or_else(by_role).or_else(by_name)
}

impl Stage {
    pub(super) fn new(entities: usize) -> Self {
        Stage { genders: vec![None; entities], told: vec![0; entities], ..Stage::default() }
    }

    /// Resolves the pronouns of the sentence. `zone_of` is asked for one span after the other.
    pub(super) fn read(
        &mut self,
        units: &Units,
        block: usize,
        entities: &mut [Entity],
        mut zone_of: impl FnMut(Span) -> Zone,
    ) {
        if block > self.block + 1 {
            self.last.clear();
            self.focus = None;
        }
        self.stranger &= block == self.block;
        if block != self.block {
            self.earlier.clear();
        }
        self.block = block;
        let mut named: Vec<usize> = Vec::new();
        // "Hale's lawyer, Marsh, said": the text is about Marsh.
        let mut owner: Option<usize> = None;
        let mut spoken_of: Option<usize> = None;
        for at in 0..units.len() {
            if let Some(person) = units.person(at) {
                if units.name(at).is_some_and(|name| name.zone == Zone::Quote) {
                    continue;
                }
                if self.told[person] < entities[person].roles.len() as u32 + 1 {
                    self.told[person] = entities[person].roles.len() as u32 + 1;
                    self.genders[person] = self.genders[person]
                        .or_else(|| gender_of_entity(units.text, &entities[person], units.mentions));
                }
                if !named.contains(&person) {
                    named.push(person);
                    owner = owner.or(Some(person).filter(|_| named.len() == 1 && units.is(at + 1, &["'s", "’s"])));
                }
                continue;
            }
            let Some(gender) = units.is_word(at).then(|| gender_of(units.word(at))).flatten() else { continue };
            let span = units.span(at, at);
            if zone_of(span) != Zone::Body {
                continue;
            }
            let Some(person) = self.antecedent(units, at, gender, &named, spoken_of) else { continue };
            entities[person].pronouns.push(span);
            // What the text calls somebody is better evidence than the name.
            self.genders[person] = Some(gender);
            // "His deputy, Eva Hale, left": the text is about Hale.
            if !(at == 0 && leads_to_name(units)) {
                spoken_of = spoken_of.or(Some(person));
            }
            roles::of_subject(units, at, person, entities);
        }
        let others = || named.iter().copied().find(|person| Some(*person) != owner);
        self.stranger = roles::is_about_stranger(units) || self.stranger && named.is_empty();
        if let Some(focus) = spoken_of.or_else(others).or(owner) {
            self.focus = Some(focus);
            self.earlier = std::mem::replace(&mut self.last, named);
            if !self.last.contains(&focus) {
                self.last.insert(0, focus);
            }
        }
    }

    fn fits(&self, person: usize, gender: Gender) -> bool {
        self.genders[person].is_none_or(|known| known == gender)
    }

    /// Whom a pronoun of that gender stands for, if that is clear.
    fn antecedent(
        &self,
        units: &Units,
        at: usize,
        gender: Gender,
        named: &[usize],
        spoken_of: Option<usize>,
    ) -> Option<usize> {
        if units.is(at, &["himself", "herself"]) {
            // Whom the sentence names right before; a given name says less than the pronoun.
            return spoken_of.or(named.last().copied());
        }
        if let Some(person) = ahead(units, at).filter(|person| self.fits(*person, gender)) {
            return Some(person);
        }
        if let Some(person) = sayer(units, at).filter(|person| self.fits(*person, gender)) {
            return Some(person);
        }
        // "Speaking to Hale, he said": whoever stands in what leads up to the pronoun is another.
        let named = if is_led_up_to(units, at) { &[] } else { named };
        let other = inserted_behind(units, at).or_else(|| doer(units));
        let fits = |person: &usize| Some(*person) != other && self.fits(*person, gender);
        // Once spoken of in the sentence, somebody stays so unless another of the gender is named.
        let here: Vec<usize> = named.iter().copied().filter(fits).collect();
        if let Some(person) = spoken_of.filter(fits) {
            return here.iter().all(|other| *other == person).then_some(person);
        }
        match here[..] {
            [] if self.stranger => None,
            [] => {
                let before: Vec<usize> = self.last.iter().copied().filter(fits).collect();
                let sure: Vec<usize> =
                    before.iter().copied().filter(|person| self.genders[*person].is_some()).collect();
                match (&before[..], &sure[..]) {
                    ([only], _) => Some(*only),
                    (_, [only]) => Some(*only),
                    // "Hale agreed. Ms Moss called it late. “No,” he replied".
                    ([], _) => {
                        let known = |person: &&usize| fits(person) && self.genders[**person] == Some(gender);
                        let mut earlier = self.earlier.iter().filter(known);
                        earlier.next().copied().filter(|_| earlier.next().is_none())
                    }
                    // Of several the one whom the sentence before is about.
                    _ => self.focus.filter(|focus| before.contains(focus)),
                }
            }
            [only] if self.genders[only].is_some() => Some(only),
            // The only one named here, whose gender nothing tells, against one of whom it is known.
            [only] => {
                let rival = self.focus.filter(|focus| *focus != only && self.genders[*focus] == Some(gender));
                rival.is_none().then_some(only)
            }
            // The subject, where it is the one that the text is about anyway.
            [first, ..] => {
                Some(first).filter(|first| self.genders[*first] == Some(gender) && self.focus == Some(*first))
            }
        }
    }
}

/// "Hale said that he": who says something of "he" right after the verb, says it of himself.
fn sayer(units: &Units, at: usize) -> Option<usize> {
    const SAYS: &[&str] = &[
        "said",
        "says",
        "wrote",
        "writes",
        "added",
        "claimed",
        "claims",
        "denied",
        "announced",
        "stated",
        "tweeted",
        "explained",
        "noted",
        "insisted",
        "admitted",
        "argued",
        "believes",
        "thought",
        "hopes",
        "hoped",
        "promised",
        "vowed",
        "testified",
    ];
    let before = at.checked_sub(1)?;
    let verb = at.checked_sub(1 + usize::from(units.is(before, &["that", "what"])))?;
    // "Hale hailed what he called".
    let praises = units.is(before, &["what"]) && units.is_word(verb) && units.word(verb).ends_with("ed");
    units.person(verb.checked_sub(1)?).filter(|_| praises || units.is(verb, SAYS))
}

const LEADS: &[&str] = &[
    "in",
    "at",
    "on",
    "during",
    "after",
    "before",
    "with",
    "despite",
    "for",
    "from",
    "following",
    "upon",
    "while",
    "when",
    "as",
    "since",
    "through",
    "throughout",
    "unlike",
    "like",
    "alongside",
    "asked",
    "pressed",
    "questioned",
];

/// Whether the pronoun follows the comma after a phrase that the sentence starts with.
fn is_led_up_to(units: &Units, at: usize) -> bool {
    let leads = units.is(0, LEADS) || units.word(0).ends_with("ing");
    leads && at > 0 && units.word(at - 1) == "," && (0..at - 1).all(|at| units.word(at) != ",")
}

/// "Hale, he said, was": the person behind whom the pronoun and its verb stand between commas, who is another.
fn inserted_behind(units: &Units, at: usize) -> Option<usize> {
    let comma = |at: usize| units.word(at) == ",";
    let name = at.checked_sub(2).filter(|_| comma(at - 1) && comma(at + 2))?;
    units.person(name)
}

/// "Asked by Hale whether he would resign, he": by whom something is done to the pronoun's person.
fn doer(units: &Units) -> Option<usize> {
    let done = units.is_word(0) && units.word(0).ends_with("ed") && units.is(1, &["by"]);
    (2..units.len().min(8)).filter(|_| done).find_map(|at| units.person(at))
}

/// "His deputy, Eva Hale,", "Her lawyer Eva Hale": whether a sentence that begins with whose it is names whom it calls so.
fn leads_to_name(units: &Units) -> bool {
    let owned = units.is(0, &["his", "her"]);
    let name = (1..units.len().min(9)).find(|at| units.person(*at).is_some());
    owned
        && name.is_some_and(|name| {
            // "Her deputy, Councillor Hale".
            let titled = units.is_word(name - 1) && units.word(name - 1).starts_with(char::is_uppercase);
            let before = units.word(name - 1 - usize::from(titled));
            before == "," || roles::names_somebody(before)
        })
}

/// "In his speech, Putin ...": the person named after the comma, for a pronoun in what leads up to it.
fn ahead(units: &Units, at: usize) -> Option<usize> {
    if !units.is(0, LEADS) || at > 8 {
        return None;
    }
    let comma = (at..units.len().min(at + 12)).find(|at| units.word(*at) == ",")?;
    let named_before = (0..comma).any(|at| {
        matches!(units.get(at), Some(unit) if matches!(unit.kind, UnitKind::Name(_))) && units.person(at).is_some()
    });
    units.person(comma + 1).filter(|_| !named_before)
}
