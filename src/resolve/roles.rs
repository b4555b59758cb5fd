//! The offices and titles that the text gives to people.
//!
//! Finds: titles before the name ("French President Marie Laurent"), in apposition before it ("The mayor of
//! Bergen, Kari Nordmann,") or after it ("Hugh Hill, a doctor,"), what somebody is said to be ("is the head
//! of", "served as", "declared himself"), letters after the name ("QC"), a title shared by a list of names.
//! Evidence: the noun that a role ends in (`words.tsv`), and where it stands.
//! Does not find: ages, birthplaces, kinship, what no noun of the list tells.
//! Example: "Russia's Ambassador in Caracas Per Holm": "Ambassador in Caracas", of Russia.

use std::sync::LazyLock;

use super::units::{UnitKind, Units};
use super::{identities, key};
use crate::article::{Entity, MentionType, Role};
use crate::recognize::are_letters_of_office;
use crate::text::order::{place, sort_by_number};
use crate::text::word_table::WordTable;
use crate::text::{QuickMap, Span};

/// Words beside people's names. Written for Wirecopy from general knowledge; dedicated to the public domain (CC0). A line
/// has the word and its classes: `o` ends the name of an office, `h` that of an occupation, `m` may stand before one
/// written with a capital, `s` never belongs to one. Sorted.
const WORDS: &str = include_str!("roles/words.tsv");

static TABLE: LazyLock<WordTable<Sort>> = LazyLock::new(|| WordTable::new(WORDS, |word| Sort::of_classes(word.cells)));

/// A role has at most so many units before its noun, and so many after it.
const BEFORE: usize = 7;
const AFTER: usize = 12;

/// Nobody has more; what is no article must not cost the square of its length.
const MOST: usize = 100;

const ARTICLES: &[&str] = &["the", "a", "an", "his", "her", "their", "its", "our", "my", "another", "one"];
const PREPOSITIONS: &[&str] = &["of", "for", "in", "at", "to", "from", "on", "with"];
/// Said of the time of holding it; no part of the title.
const PASSING: &[&str] = &[
    "current",
    "sitting",
    "incumbent",
    "newly",
    "late",
    "fellow",
    "new",
    "longtime",
    "long-time",
    "veteran",
    "embattled",
    "today",
    "young",
    "old",
    "elderly",
    "famed",
    "renowned",
    "prominent",
    "famous",
    "yesterday",
    "alleged",
    "top",
    "pioneering",
    "missing",
    "outspoken",
    "long-serving",
    "exiting",
    "female",
    "male",
    "noted",
    "respected",
    "influential",
    "self-described",
    "reported",
];
const FORMER: &[&str] =
    &["former", "ex", "formerly", "then", "one-time", "onetime", "erstwhile", "ousted", "deposed", "retired"];
const ACTING: &[&str] = &["acting", "interim", "caretaker", "provisional"];

/// What a word may be to a role.
#[derive(Clone, Copy, Default)]
struct Sort {
    /// The noun of an office or of an occupation, in the plural too.
    office: bool,
    occupation: bool,
    plural: bool,
    /// May stand before a noun with a capital.
    modifier: bool,
    /// Never belongs to a role.
    stop: bool,
}

impl Sort {
    fn of_classes(classes: &str) -> Self {
        let has = |class: char| classes.contains(class);
        Sort { office: has('o'), occupation: has('h'), plural: false, modifier: has('m'), stop: has('s') }
    }

    fn is_head(self) -> bool {
        self.office || self.occupation
    }
}

fn sort(word: &str) -> Sort {
    let word = word.trim_end_matches('.');
    let listed = listed(word);
    if listed.is_head() || listed.modifier || listed.stop {
        return listed;
    }
    // "co-author", "president-elect", "ex-minister", "vice-president".
    if let Some((first, last)) = word.rsplit_once('-') {
        let is_behind = ["elect", "designate", "general", "emeritus"].iter().any(|it| last.eq_ignore_ascii_case(it));
        let part = listed_or_plural(if is_behind { first } else { last });
        return Sort { stop: false, modifier: false, ..part };
    }
    plural(word)
}

fn listed_or_plural(word: &str) -> Sort {
    let one = listed(word);
    if one.is_head() { one } else { plural(word) }
}

/// What the word is as the plural of a noun of the list.
fn plural(word: &str) -> Sort {
    let listed = if let Some(stem) = stem(word, "men") {
        listed_with(stem, "man")
    } else if let Some(stem) = stem(word, "ies") {
        listed_with(stem, "y")
    } else if let Some(singular) = stem(word, "s") {
        listed(singular)
    } else {
        Sort::default()
    };
    Sort { plural: listed.is_head(), modifier: false, stop: false, ..listed }
}

/// The word without the ending.
fn stem<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    let (stem, end) = word.split_at_checked(word.len().checked_sub(ending.len())?)?;
    end.eq_ignore_ascii_case(ending).then_some(stem)
}

fn listed_with(stem: &str, ending: &str) -> Sort {
    // What is longer is not on the list.
    let mut word = [0; 32];
    let length = stem.len() + ending.len();
    let Some(place) = word.get_mut(..length) else { return Sort::default() };
    place[..stem.len()].copy_from_slice(stem.as_bytes());
    place[stem.len()..].copy_from_slice(ending.as_bytes());
    str::from_utf8(place).map_or(Sort::default(), listed)
}

fn listed(word: &str) -> Sort {
    TABLE.find(word).copied().unwrap_or_default()
}

/// "A spokesman for the bank said": whether a sentence begins with somebody whom it does not name.
pub(super) fn is_about_stranger(units: &Units) -> bool {
    const NAMES: &[&str] = &[",", "(", "named", "called"];
    let begins = units.is(0, &["a", "an", "another", "one"]);
    let Some(head) = (1..6).find(|at| begins && units.is_word(*at) && sort(units.word(*at)).is_head()) else {
        return false;
    };
    // "A lawyer for Lind, Ana Mota,".
    let named = |at: usize| units.person(at).is_some() && (at <= head + 1 || units.is(at - 1, NAMES));
    !sort(units.word(head)).plural && !(1..units.len().min(head + 8)).any(named)
}

/// "lawyer", "mayor": whether the word says what somebody is.
pub(super) fn names_somebody(word: &str) -> bool {
    sort(word).is_head()
}

/// Whether somebody with the title holds an office.
pub(super) fn is_office(title: &str) -> bool {
    title.split([' ', '\n']).any(|word| sort(word).office)
}

/// Where the parts of a role stand, by the indices of units.
#[derive(Clone, Copy)]
struct Found {
    first: usize,
    head: usize,
    /// The last unit, that of what it is of included.
    last: usize,
    /// Whose it is by a possessive before it.
    owner: Option<usize>,
    /// Whose it is by a note in brackets after it.
    noted: Option<usize>,
}

/// Gives the people of the sentence the roles that stand beside their names.
pub(super) fn find(units: &Units, entities: &mut [Entity]) {
    for at in 0..units.len() {
        let Some(person) = units.person(at) else { continue };
        for found in before(units, at).into_iter().chain(apposition_before(units, at)) {
            add(units, found, person, entities);
            if sort(units.word(found.head)).plural {
                for other in list_after(units, at) {
                    add(units, found, other, entities);
                }
            }
        }
        after(units, at, person, entities);
        of_subject(units, at, person, entities);
    }
}

/// The title right before the name: its noun, or its noun with what it is of.
fn before(units: &Units, name: usize) -> Option<Found> {
    let head = without_note(units, name)?;
    if units.is_word(head) && sort(units.word(head)).is_head() {
        let found = with_modifiers(units, head, head);
        // "Press Secretary of the President NAME", as translations have it.
        // Of "Secretary of Justice" the last word is no judge's.
        let is_chained = units.is(found.first.wrapping_sub(1), &["the"]) || units.word(found.first) == "Justice";
        let chained = is_chained.then(|| of_before(units, head)).flatten();
        let noted = (head + 1..name).find(|at| units.name(*at).is_some());
        return Some(Found { noted, ..chained.unwrap_or(found) });
    }
    of_before(units, head)
}

/// The unit before the name, or before a note in brackets before it: "President (Norway - ed.) Kari Nordmann".
fn without_note(units: &Units, name: usize) -> Option<usize> {
    let before = name.checked_sub(1)?;
    if units.word(before) != ")" {
        return Some(before);
    }
    (before.saturating_sub(BEFORE)..before).rev().find(|at| units.word(*at) == "(")?.checked_sub(1)
}

/// A role whose complement ends at the unit: "Ambassador in Caracas".
fn of_before(units: &Units, last: usize) -> Option<Found> {
    let mut at = last;
    let mut inner = 0;
    loop {
        let is_inner = match units.get(at)?.kind {
            UnitKind::Name(_) => units.person(at).is_none(),
            UnitKind::Word => {
                let word = units.word(at);
                word.starts_with(char::is_uppercase) && !is_sentence_start_word(units, at)
                    || units.is(at, &["the", "and", "&"])
            }
            _ => false,
        };
        if is_inner && inner < AFTER / 2 {
            inner += 1;
            at = at.checked_sub(1)?;
            continue;
        }
        break;
    }
    let head = at.checked_sub(1)?;
    let is_of = inner > 0 && units.is(at, PREPOSITIONS) && units.is_word(head) && sort(units.word(head)).is_head();
    is_of.then(|| with_modifiers(units, head, last))
}

/// A word with a capital only because it stands first.
fn is_sentence_start_word(units: &Units, at: usize) -> bool {
    at == 0 && sort(units.word(at)).stop
}

/// The role of this noun with what stands before it.
fn with_modifiers(units: &Units, head: usize, last: usize) -> Found {
    let mut first = head;
    while let Some(next) = first.checked_sub(1)
        && head - next <= BEFORE
        && is_modifier(units, next, first)
    {
        first = next;
    }
    while first < head && units.is(first, PASSING) {
        first += 1;
    }
    let before = |back: usize| first.checked_sub(back);
    let is_owned = before(1).is_some_and(|at| units.get(at).is_some_and(|unit| unit.kind == UnitKind::Clitic));
    let owner = before(2).filter(|at| is_owned && units.name(*at).is_some() && units.person(*at).is_none());
    // "British mathematician": where somebody is from is no part of an occupation.
    let is_from = |at: usize| units.name(at).is_some_and(|name| name.kind == MentionType::Norp);
    while first < head && is_from(first) && !sort(units.word(head)).office {
        first += 1;
    }
    Found { first, head, last, owner, noted: None }
}

/// Whether the unit belongs to the role that goes on with the next.
fn is_modifier(units: &Units, at: usize, next: usize) -> bool {
    let Some(unit) = units.get(at) else { return false };
    match unit.kind {
        UnitKind::Name(_) => units.person(at).is_none(),
        UnitKind::Word => {
            let word = units.word(at);
            let sort = sort(word);
            let is_plain =
                word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '\'' | '’'));
            let next_is_capital = units.name(next).is_some() || units.word(next).starts_with(char::is_uppercase);
            let is_capital = word.starts_with(char::is_uppercase);
            let is_telling = sort.modifier
                || sort.is_head() && !sort.plural
                || units.is(at, FORMER)
                || units.is(at, ACTING)
                || units.is(at, PASSING);
            let is_small_before_small = !is_capital && !next_is_capital && !looks_like_verb(word);
            is_plain && !sort.stop && (is_telling || is_capital || is_small_before_small) || is_joining(units, at, next)
        }
        _ => false,
    }
}

/// "and" between two nouns of roles: "union leader and party co-founder".
fn is_joining(units: &Units, at: usize, next: usize) -> bool {
    units.is(at, &["and"])
        && at > 0
        && units.is_word(at - 1)
        && sort(units.word(at - 1)).is_head()
        && !sort(units.word(at - 1)).plural
        && {
            let end = (next..units.len().min(next + 4)).find(|at| sort(units.word(*at)).is_head());
            end.is_some_and(|end| !sort(units.word(end)).plural)
        }
}

fn looks_like_verb(word: &str) -> bool {
    word.ends_with("ed") || word.ends_with("ly") || word.ends_with("ing")
}

/// "The mayor of Bergen, Kari Nordmann,".
fn apposition_before(units: &Units, name: usize) -> Option<Found> {
    let comma = name.checked_sub(1).filter(|at| units.word(*at) == ",")?;
    let mut head = comma.checked_sub(1)?;
    let mut steps = 0;
    while !(units.is_word(head)
        && sort(units.word(head)).is_head()
        && (head + 1 == comma || units.is(head + 1, PREPOSITIONS)))
    {
        let goes_on = match units.get(head)?.kind {
            UnitKind::Name(_) => units.person(head).is_none(),
            UnitKind::Word => {
                let sort = sort(units.word(head));
                !sort.stop || units.is(head, PREPOSITIONS) || units.is(head, ARTICLES) || units.is(head, &["and"])
            }
            UnitKind::Clitic => true,
            _ => false,
        };
        steps += 1;
        if !goes_on || steps > AFTER {
            return None;
        }
        head = head.checked_sub(1)?;
    }
    let found = with_modifiers(units, head, comma - 1);
    // What stands before tells the role of the name from one thing in a list.
    let is_led = match found.first.checked_sub(1) {
        None => true,
        Some(before) => {
            units.is(before, ARTICLES) || units.get(before).is_some_and(|unit| unit.kind == UnitKind::Clitic)
        }
    };
    // The next in a list has a role of its own.
    let is_listed =
        units.is(name + 1, &["and", "or"]) || units.word(name + 1) == "," && units.is(name + 2, &["and", "or"]);
    let plural = sort(units.word(head)).plural;
    (is_led && (!is_listed || plural)).then_some(found)
}

/// The people that a list goes on with: "A, B and C".
fn list_after(units: &Units, mut name: usize) -> Vec<usize> {
    let mut people = Vec::new();
    loop {
        let mut next = name + 1;
        next += usize::from(units.word(next) == ",");
        next += usize::from(units.is(next, &["and", "or"]));
        match units.person(next).filter(|_| next > name + 1) {
            Some(person) => people.push(person),
            None => return people,
        }
        name = next;
    }
}

/// ", the mayor of Bergen,", ", 45, a spokesman for", " QC".
fn after(units: &Units, name: usize, person: usize, entities: &mut [Entity]) {
    let mut at = name + 1;
    if are_letters_of_office(units.word(at)) {
        add(units, Found { first: at, head: at, last: at, owner: None, noted: None }, person, entities);
        return;
    }
    if !matches!(units.word(at), "," | "(" | "–" | "—") {
        return;
    }
    at += 1;
    // The age.
    if units.get(at).is_some_and(|unit| unit.kind == UnitKind::Number) && units.word(at + 1) == "," {
        at += 2;
    }
    while let Some(found) = phrase(units, at) {
        let next = found.last + 1;
        // "..., French President Marie Laurent" is about her.
        let is_of_next = units.person(next).is_some()
            || units.word(next) == "," && units.person(next + 1).is_some() && !ends_apposition(units, next + 1);
        let ends = next >= units.len()
            || !units.is_word(next) && units.name(next).is_none()
            || units.is(next, &["and", "who", "said", "says", "told", "as"]);
        if is_of_next || !ends {
            return;
        }
        add(units, found, person, entities);
        if !units.is(next, &["and"]) {
            return;
        }
        at = next + 1;
    }
}

/// Whether the person at the unit starts what follows an apposition, as in "Hill, a doctor, Lind said".
fn ends_apposition(units: &Units, at: usize) -> bool {
    units.is(at + 1, &["said", "says", "told"])
}

/// "is a professor at", "who served as President of", "declared himself head of state".
pub(super) fn of_subject(units: &Units, subject: usize, person: usize, entities: &mut [Entity]) {
    let mut at = subject + 1;
    at += usize::from(units.word(at) == ",");
    at += usize::from(units.is(at, &["who"]));
    at +=
        usize::from(units.is(at, &["also", "himself", "herself", "later", "once", "twice", "previously", "currently"]));
    let is_reflexive = units.is(subject, &["himself", "herself"]);
    let verb = at;
    at += 1;
    if is_reflexive {
        at = subject + 1;
    } else if units.is(verb, &["served", "serves", "serving", "worked", "works"]) {
        at += usize::from(units.is(at, &["twice", "once", "also", "briefly"]));
        if !units.is(at, &["as"]) {
            return;
        }
        at += 1;
    } else if units.is(verb, &["is", "was", "became", "becomes", "remains"]) {
        at += usize::from(units.is(at, &["also", "once", "now", "currently", "later"]));
    } else {
        return;
    }
    let Some(found) = phrase(units, at) else { return };
    let next = found.last + 1;
    if units.person(next).is_none() && units.get(next).is_none_or(|unit| unit.kind != UnitKind::Clitic) {
        add(units, found, person, entities);
    }
}

/// A role that starts at the unit: perhaps an article, what stands before the noun, the noun, and what it is
/// of.
fn phrase(units: &Units, start: usize) -> Option<Found> {
    let mut first = start;
    while units.is(first, ARTICLES) || units.is(first, PASSING) {
        first += 1;
    }
    let mut at = first;
    let mut owner = None;
    // "Ukraine's ..."
    if units.name(at).is_some()
        && units.person(at).is_none()
        && units.get(at + 1).is_some_and(|unit| unit.kind == UnitKind::Clitic)
    {
        owner = Some(at);
        at += 2;
        first = at;
    }
    let mut head = None;
    while at < units.len() && at - first <= BEFORE {
        let Some(unit) = units.get(at) else { break };
        let goes_on = match unit.kind {
            UnitKind::Name(_) => units.person(at).is_none(),
            UnitKind::Word => {
                let sort = sort(units.word(at));
                if sort.is_head() {
                    head = Some(at);
                }
                let is_verb = at == first && !sort.modifier && looks_like_verb(units.word(at)) && !units.is(at, FORMER);
                (!sort.stop || sort.is_head()) && !is_verb
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    let head = head.filter(|head| head + 1 == at)?;
    let last = complement(units, head);
    while first < head
        && !sort(units.word(head)).office
        && units.name(first).is_some_and(|name| name.kind == MentionType::Norp)
    {
        first += 1;
    }
    Some(Found { first, head, last, owner, noted: None })
}

/// The last unit of what the noun is of.
fn complement(units: &Units, head: usize) -> usize {
    let mut last = head;
    let mut at = head + 1;
    let mut prepositions = 0;
    while at < units.len() && at - head <= AFTER {
        let Some(unit) = units.get(at) else { break };
        let is_inner = match unit.kind {
            UnitKind::Name(_) => units.person(at).is_none(),
            UnitKind::Word => {
                let sort = sort(units.word(at));
                // What a preposition or "and" leads to decides whether it belongs.
                let is_led = at == last + 2;
                if units.is(at, PREPOSITIONS) && last + 1 == at && prepositions < 2 {
                    prepositions += 1;
                    at += 1;
                    continue;
                }
                if units.is(at, &["and", "&"]) && last + 1 == at && last > head
                    || units.is(at, &["the", "a", "an", "its"]) && is_led
                {
                    at += 1;
                    continue;
                }
                let is_noun = !(sort.stop || looks_like_verb(units.word(at)));
                is_noun && (last + 1 < at || last > head)
            }
            _ => false,
        };
        if !is_inner || last == head && !units.is(head + 1, PREPOSITIONS) || is_second_role(units, at, last) {
            break;
        }
        last = at;
        at += 1;
    }
    last
}

/// Whether "and a" before the unit starts something new.
fn is_second_role(units: &Units, at: usize, last: usize) -> bool {
    (last + 1..at).any(|between| units.is(between, &["and"])) && {
        let has_article = (last + 1..at).any(|between| units.is(between, &["the", "a", "an", "its"]));
        let ends_in_head = (at..units.len().min(at + BEFORE))
            .take_while(|at| units.is_word(*at) || units.name(*at).is_some())
            .any(|at| sort(units.word(at)).is_head());
        has_article || ends_in_head
    }
}

/// Gives the role to the person, unless the same is there.
fn add(units: &Units, found: Found, person: usize, entities: &mut [Entity]) {
    let Found { first, head, last, owner, noted } = found;
    if matches!(units.word(head), "Sir" | "sir" | "Lady" | "Lord") && first == head && last == head {
        return;
    }
    let whole = units.span(first, last);
    let entity_of = |at: usize| units.name(at).filter(|name| is_body(&name.kind)).and_then(|name| name.entity);
    let of_after = (head + 1..=last).find_map(entity_of);
    let of_before = (first..head).find_map(entity_of);
    // An ambassador in a city is not the city's.
    let is_of = units.is(head + 1, &["of", "for"]);
    let of = of_after
        .filter(|_| is_of)
        .or(owner.and_then(entity_of))
        .or(of_before)
        .or(of_after)
        .or(noted.and_then(entity_of));
    let is_in = |word: &str, list: &[&str]| list.iter().any(|listed| listed.eq_ignore_ascii_case(word));
    let starts = |list: &[&str]| {
        let mut words = (first..=head).map(|at| units.word(at));
        words.any(|word| is_in(word, list) || word.split('-').any(|part| is_in(part, list)))
    };
    let role = Role {
        start: whole.start,
        end: whole.end,
        title: title(units, found).of(units.text).to_string(),
        of: of.filter(|of| *of as usize != person),
        former: starts(FORMER),
        acting: starts(ACTING),
    };
    let roles = &mut entities[person].roles;
    match roles.iter().position(|known| known.title.eq_ignore_ascii_case(&role.title)) {
        // The same again: it may tell more.
        Some(known) => roles[known].of = roles[known].of.or(role.of),
        None if roles.len() < MOST => roles.push(role),
        None => {}
    }
}

/// Puts roles in order.
pub(super) fn in_order(roles: &mut [Role]) {
    sort_by_number(roles, |role| place(Span { start: role.start, end: role.end }));
}

/// Puts the roles in order. One that is of a people ("Russian President") is of its country, where the article
/// names that.
pub(super) fn tidy(entities: &mut [Entity]) {
    for entity in entities.iter_mut() {
        in_order(&mut entity.roles);
    }
    // Few articles have roles of peoples, and the countries are looked for only then.
    let mut countries: Option<QuickMap<u32, u32>> = None;
    for index in 0..entities.len() {
        for role in 0..entities[index].roles.len() {
            let Some(of) = entities[index].roles[role].of else { continue };
            let people = &entities[of as usize];
            let Some(id) = Some(people).filter(|people| people.kind == MentionType::Norp).and_then(id) else {
                continue;
            };
            let countries = countries.get_or_insert_with(|| countries_of(entities));
            entities[index].roles[role].of = Some(countries.get(&id).copied().unwrap_or(of));
        }
    }
}

/// The entities that are countries or places with an id, by that.
fn countries_of(entities: &[Entity]) -> QuickMap<u32, u32> {
    let places = entities.iter().zip(0..).filter(|(entity, _)| entity.kind == MentionType::Gpe);
    places.filter_map(|(entity, index)| Some((id(entity)?, index))).collect()
}

fn id(entity: &Entity) -> Option<u32> {
    identities::of_name(&key(&entity.name, &entity.kind), &entity.kind)
}

/// What a role can be of.
fn is_body(kind: &MentionType) -> bool {
    matches!(kind, MentionType::Gpe | MentionType::Org | MentionType::Norp | MentionType::Loc | MentionType::Fac)
}

/// The title without what it is of, where it says something by itself: "foreign Minister". Of a single word,
/// the whole: "mayor of Bergen", because "mayor" could be anybody.
fn title(units: &Units, found: Found) -> Span {
    let Found { first, head, last, .. } = found;
    // What names nothing is part of the title: "Secretary of State", "head of state of Norway".
    let named = (head + 1..=last).find(|at| units.name(*at).is_some_and(|name| is_body(&name.kind)));
    let end = named
        .and_then(|named| (head + 1..named).rev().find(|at| units.is(*at, PREPOSITIONS)))
        .map_or(last, |at| at - 1);
    let words = (first..=end).filter(|at| units.name(*at).is_none() && !units.is(*at, FORMER)).count();
    if words >= 2 { units.span(first, end) } else { units.span(first, last) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        let keys: Vec<&str> = WORDS.lines().map(|line| line.split('\t').next().unwrap()).collect();
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn nouns_in_all_their_forms() {
        for word in [
            "Minister",
            "ministers",
            "co-author",
            "president-elect",
            "spokesmen",
            "Secretaries",
            "Sen.",
            "vice-president",
        ] {
            assert!(sort(word).is_head(), "{word}");
        }
        assert!(sort("actors").plural && !sort("actor").plural);
        assert!(!sort("friend").is_head() && !sort("wife").is_head() && sort("said").stop);
        assert!(is_office("Prime Minister") && !is_office("jazz singer"));
    }
}
