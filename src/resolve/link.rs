//! Wikidata ids, where the article supports them.
//!
//! A country is one by its name. A city, body or company is one by a name that only it has; a name that
//! others have too needs the country in the article. A person needs the full name and an office or a
//! country that fits; one who is only in the pack needs both.

use super::identities::{self, Class, Identity};
use super::{key, roles};
use crate::article::{Entity, Mention, MentionType};
use crate::text::order::sort_numbers;

/// Sets the ids of the entities that have none. `year` is that of the article, where it is known; `found` is what the
/// pack has of their names, if it was asked.
pub(super) fn link(text: &str, entities: &mut [Entity], mentions: &[Mention], year: Option<i32>, found: &str) {
    let keys: Vec<Vec<String>> = entities.iter().map(|entity| forms(entity).collect()).collect();
    let countries = Countries::of(entities, &keys);
    let linker = Linker { text, entities, mentions, keys, countries, year, found };
    let id = |index: usize| if linker.entities[index].wikidata.is_none() { linker.id_of(index) } else { None };
    let ids: Vec<Option<u32>> = (0..linker.entities.len()).map(id).collect();
    for (entity, id) in entities.iter_mut().zip(ids).filter(|(entity, _)| entity.wikidata.is_none()) {
        entity.wikidata = id.map(|id| format!("Q{id}"));
    }
}

/// What ids are told by.
struct Linker<'a> {
    text: &'a str,
    entities: &'a [Entity],
    mentions: &'a [Mention],
    /// The keys of each entity's forms, its name's first.
    keys: Vec<Vec<String>>,
    countries: Countries,
    year: Option<i32>,
    found: &'a str,
}

/// The keys of the people without an id.
pub(super) fn people_without_id(entities: &[Entity]) -> impl Iterator<Item = String> {
    let people = entities.iter().filter(|entity| entity.kind == MentionType::Person && entity.wikidata.is_none());
    people.flat_map(forms).filter(|key| key.contains(' '))
}

/// The countries that the article speaks of, by their names or their peoples'.
struct Countries {
    /// Sorted.
    ids: Vec<u32>,
}

impl Countries {
    fn of(entities: &[Entity], keys: &[Vec<String>]) -> Self {
        let named = entities.iter().zip(keys);
        let named = named.filter(|(entity, _)| matches!(entity.kind, MentionType::Gpe | MentionType::Norp));
        let found = named.flat_map(|(entity, keys)| {
            keys.iter().filter_map(|key| {
                let found = identities::find(key)
                    .find(|found| fits(found.class, &entity.kind) && found.class != Class::DoubtfulPlace);
                found.or_else(|| identities::find(key.strip_suffix('s')?).find(|found| fits(found.class, &entity.kind)))
            })
        });
        let mut ids: Vec<u32> = found
            .filter_map(|found| if found.class == Class::People { Some(found.id) } else { found.country })
            .collect();
        sort_numbers(&mut ids);
        ids.dedup();
        Countries { ids }
    }

    fn has(&self, id: Option<u32>) -> bool {
        id.is_some_and(|id| self.ids.binary_search(&id).is_ok())
    }
}

/// The keys of the entity's name and aliases.
fn forms(entity: &Entity) -> impl Iterator<Item = String> {
    std::iter::once(&entity.name).chain(&entity.aliases).map(|name| key(name, &entity.kind))
}

fn fits(class: Class, kind: &MentionType) -> bool {
    match class {
        Class::Country | Class::Place | Class::DoubtfulPlace => *kind == MentionType::Gpe,
        Class::People => *kind == MentionType::Norp,
        Class::Organization => *kind == MentionType::Org,
        Class::Official | Class::Member => *kind == MentionType::Person,
    }
}

impl Linker<'_> {
    fn id_of(&self, index: usize) -> Option<u32> {
        let (entity, keys) = (&self.entities[index], &self.keys[index]);
        if !matches!(entity.kind, MentionType::Gpe | MentionType::Org | MentionType::Person) {
            // "Russian" is no thing of its own in the base.
            return None;
        }
        let supports = |found: &Identity| match found.class {
            Class::Country | Class::Organization => true,
            Class::Place => !is_elsewhere(self.text, entity, self.mentions, found),
            Class::DoubtfulPlace => {
                self.countries.has(found.country)
                    && !is_elsewhere(self.text, entity, self.mentions, found)
                    && !is_among_others(self.text, entity, self.mentions)
            }
            Class::People => false,
            Class::Official => self.is_in_office(entity, found),
            Class::Member => is_member(entity, found, self.year) && self.is_in_office(entity, found),
        };
        let mut id = None;
        for key in keys {
            // "BBC Persian" is a part of the BBC or something else, but not the BBC.
            if entity.kind == MentionType::Org && is_part(key, &keys[0]) {
                continue;
            }
            let known = identities::find(key).chain(identities::find_in(self.found, key));
            for found in known.filter(|found| fits(found.class, &entity.kind)) {
                // Two things by one name: better none.
                if id != Some(found.id) && supports(&found) && id.replace(found.id).is_some() {
                    return None;
                }
            }
        }
        id
    }

    /// Whether what the article says of somebody fits the holder of an office.
    fn is_in_office(&self, entity: &Entity, found: &Identity) -> bool {
        let is_later = matches!((self.year, found.years[0]), (Some(year), Some(from)) if from > year + 1);
        let holds = entity.roles.iter().any(|role| roles::is_office(&role.title));
        let of = |role: &crate::article::Role| {
            let body = role.of? as usize;
            let kind = &self.entities[body].kind;
            self.keys[body]
                .iter()
                .find_map(|key| identities::of_name(key, kind))
                .filter(|_| matches!(kind, MentionType::Gpe | MentionType::Norp))
        };
        let elsewhere = entity.roles.iter().filter(|role| roles::is_office(&role.title)).filter_map(of).any(|id| {
            // A mayor's city is no other country.
            Some(id) != found.country && self.countries.has(Some(id))
        });
        !is_later && !elsewhere && self.countries.has(found.country) && (holds || entity.roles.is_empty())
    }
}

/// Whether a name begins or ends with a shorter one.
fn is_part(short: &str, name: &str) -> bool {
    let ends = name.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '));
    ends || name.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether a place is the last of a list whose other places the base does not know, as it does not know states and
/// districts: "Idaho, North Dakota and Washington".
fn is_among_others(text: &str, entity: &Entity, mentions: &[Mention]) -> bool {
    entity.mentions.iter().any(|at| {
        let at = *at as usize;
        let Some(last) = at.checked_sub(1).map(|last| &mentions[last]) else { return false };
        let between = text.get(last.end as usize..mentions[at].start as usize);
        last.kind == MentionType::Gpe
            && matches!(between, Some(", and " | " and "))
            && identities::find(&key(&last.text, &MentionType::Gpe)).next().is_none()
    })
}

/// Whether the text says that a place is another of the name: "Paris, Texas".
fn is_elsewhere(text: &str, entity: &Entity, mentions: &[Mention], found: &Identity) -> bool {
    // Countries whose states stand after their cities.
    const FEDERATIONS: [u32; 5] = [30, 16, 408, 668, 148];
    entity.mentions.iter().any(|at| {
        let at = *at as usize;
        let Some(next) = mentions.get(at + 1).filter(|next| next.kind == MentionType::Gpe) else { return false };
        if text.get(mentions[at].end as usize..next.start as usize) != Some(", ") {
            return false;
        }
        let country = identities::of_name(&key(&next.text, &MentionType::Gpe), &MentionType::Gpe);
        match country {
            Some(id) => {
                identities::find(&key(&next.text, &MentionType::Gpe)).all(|other| other.country != found.country)
                    && Some(id) != found.country
            }
            None => !found.country.is_some_and(|country| FEDERATIONS.contains(&country)),
        }
    })
}

/// Whether the article gives somebody an office in a government or parliament at a time when they had one.
fn is_member(entity: &Entity, found: &Identity, year: Option<i32>) -> bool {
    entity.roles.iter().filter(|role| is_political(&role.title)).any(|role| {
        let is_over = matches!((year, found.years[1]), (Some(year), Some(to)) if to + 1 < year);
        role.former || !is_over
    })
}

/// Whether a title is that of members of governments and parliaments: its noun is one that few others have.
fn is_political(title: &str) -> bool {
    const NOUNS: [&str; 28] = [
        "ambassador",
        "assemblyman",
        "assemblymember",
        "assemblywoman",
        "backbencher",
        "congressman",
        "congressmember",
        "congresswoman",
        "deputy",
        "governor",
        "justice",
        "lawmaker",
        "legislator",
        "minister",
        "mp",
        "mps",
        "parliamentarian",
        "politician",
        "premier",
        "rep",
        "representative",
        "secretary",
        "sen",
        "senator",
        "senators",
        "speaker",
        "undersecretary",
        "whip",
    ];
    const PREPOSITIONS: [&str; 8] = ["and", "at", "for", "from", "in", "of", "on", "to"];
    let words = title.split_whitespace().map(|word| word.trim_end_matches('.').to_lowercase());
    let noun = words.take_while(|word| !PREPOSITIONS.contains(&word.as_str())).last();
    noun.is_some_and(|noun| NOUNS.binary_search(&noun.as_str()).is_ok())
}
