//! Stage 4: mentions become entities.

mod aliases;
mod corrections;
pub(crate) mod gender;
mod holidays;
mod identities;
mod link;
mod pronouns;
mod roles;
mod times;
mod units;

use std::cmp::Reverse;

use crate::article::{Entity, Mention, MentionType, Value};
use crate::options::Options;
use crate::read::{Reading, ZoneCursor};
use crate::recognize::{Meaning, Measure, Named, Recognized};
use crate::segment::Segments;
use crate::text::QuickMap;
use crate::text::order::sort_by_number;

use times::Calendar;
use units::Units;

pub(crate) use aliases::key;
pub(crate) use corrections::correct;
pub(crate) use identities::find_identities;
pub(crate) use pronouns::{gender_of, gender_of_entity};

/// Gives every name an entity, and every date and amount its value; tells what offices people hold, which
/// pronouns stand for them, and which entities the offline base knows.
pub(crate) fn resolve(
    reading: &Reading,
    segments: &Segments,
    recognized: Recognized,
    options: &Options,
) -> (Vec<Mention>, Vec<Entity>) {
    let Recognized { named, measures } = recognized;
    let groups = aliases::group(&reading.text, &named);
    let mut entities = Vec::new();
    let mut zones = ZoneCursor::new(reading);
    let mut calendar = Calendar::new(reading, &measures, options);
    let mut mentions = Vec::with_capacity(named.len() + measures.len());
    let mut named = named.into_iter().zip(groups).peekable();
    let mut next = 0;
    loop {
        let measure = measures.get(next);
        let before = |(named, _): &(Named, _)| measure.is_none_or(|measure| named.span < measure.span);
        if let Some((named, entity)) = named.next_if(before) {
            let text = named.span.of(&reading.text);
            if let Some(entity) = entity {
                add_mention(&mut entities, entity, mentions.len() as u32, &named, options);
            }
            mentions.push(Mention {
                start: named.span.start,
                end: named.span.end,
                text: text.to_string(),
                entity,
                confidence: named.confidence,
                evidence: Some(named.evidence()),
                value: if named.kind == MentionType::Event { calendar.holiday(named.span) } else { None },
                zone: zones.zone_of(named.span),
                kind: named.kind,
            });
        } else if let Some(measure) = measure {
            mentions.push(Mention {
                start: measure.span.start,
                end: measure.span.end,
                text: measure.span.of(&reading.text).to_string(),
                entity: None,
                confidence: measure.confidence(),
                evidence: None,
                value: calendar.value(next).or_else(|| amount(measure)),
                zone: zones.zone_of(measure.span),
                kind: measure.kind.clone(),
            });
            next += 1;
        } else {
            break;
        }
    }
    for entity in &mut entities {
        set_names(entity, &mentions);
    }
    read_sentences(reading, segments, &mentions, &mut entities);
    link::link(&reading.text, &mut entities, &mentions, year_of(reading, options), "");
    (mentions, entities)
}

/// The names of people without an id, a line each, as [`find_identities`] takes them.
pub(crate) fn names_to_find(entities: &[Entity]) -> String {
    link::people_without_id(entities).flat_map(|name| [name, "\n".to_string()]).collect()
}

/// Gives ids to those of them whom the article tells from others of the name. `found` is what the pack has.
pub(crate) fn link_found(
    reading: &Reading,
    mentions: &[Mention],
    entities: &mut [Entity],
    found: &str,
    options: &Options,
) {
    link::link(&reading.text, entities, mentions, year_of(reading, options), found);
}

/// Finds roles and pronouns, sentence by sentence.
fn read_sentences(reading: &Reading, segments: &Segments, mentions: &[Mention], entities: &mut [Entity]) {
    if entities.iter().all(|entity| entity.kind != MentionType::Person) {
        return;
    }
    let mut units = Units::new(&reading.text, mentions, &segments.tokens);
    let mut stage = pronouns::Stage::new(entities.len());
    let mut zones = ZoneCursor::new(reading);
    for sentence in &segments.sentences {
        if units.read(sentence) {
            roles::find(&units, entities);
            stage.read(&units, sentence.block, entities, |span| zones.zone_of(span));
        }
    }
    roles::tidy(entities);
}

/// The year that the article is of, where the caller or the page says it.
fn year_of(reading: &Reading, options: &Options) -> Option<i32> {
    let date = options.date.as_ref().or(reading.metadata.published.as_ref())?;
    date.get(..4)?.parse().ok()
}

/// Adds the mention to its entity. Entities are numbered by their first mentions, so that a new one is the next.
fn add_mention(entities: &mut Vec<Entity>, entity: u32, mention: u32, named: &Named, options: &Options) {
    if entities.len() == entity as usize {
        entities.push(Entity {
            kind: named.kind.clone(),
            name: String::new(),
            aliases: Vec::new(),
            mentions: Vec::new(),
            pronouns: Vec::new(),
            roles: Vec::new(),
            wikidata: named.own.and_then(|entry| options.lexicon[entry as usize].wikidata.clone()),
        });
    }
    entities[entity as usize].mentions.push(mention);
}

fn amount(measure: &Measure) -> Option<Value> {
    let Meaning::Amount(amount) = &measure.meaning else { return None };
    Some(Value::Amount {
        amount: amount.value,
        unit: amount.unit.as_deref().map(str::to_string),
        approx: amount.approx.then_some(true),
        low: amount.low,
        high: amount.high,
    })
}

/// The fullest form as the name, of several as long the one not in capitals or the first; the others
/// as aliases, most frequent first.
fn set_names(entity: &mut Entity, mentions: &[Mention]) {
    let text = |mention: &u32| &mentions[*mention as usize].text;
    let first = text(&entity.mentions[0]);
    if entity.mentions.iter().all(|mention| text(mention) == first) {
        entity.name.clone_from(first);
        return;
    }
    let mut forms = forms(entity, mentions);
    let fullest = forms
        .iter()
        .enumerate()
        .max_by_key(|(_, form)| (form.text.len(), form.text.chars().any(char::is_lowercase), Reverse(form.first)));
    let fullest = fullest.map(|(index, _)| index).expect("an entity has a mention");
    entity.name = forms.remove(fullest).text.to_string();
    entity.aliases = forms.into_iter().map(|form| form.text.to_string()).collect();
}

/// A form that an entity is named in.
struct Form<'a> {
    text: &'a str,
    /// Which of the entity's mentions has it first.
    first: usize,
}

/// The forms that an entity is named in, most frequent first.
fn forms<'a>(entity: &Entity, mentions: &'a [Mention]) -> Vec<Form<'a>> {
    let mut counts: QuickMap<&str, (usize, usize)> = QuickMap::default();
    for (order, mention) in entity.mentions.iter().enumerate() {
        counts.entry(&mentions[*mention as usize].text).or_insert((0, order)).0 += 1;
    }
    let mut forms: Vec<(&str, usize, usize)> =
        counts.into_iter().map(|(form, (count, order))| (form, count, order)).collect();
    // The most frequent first, then in the order of the text.
    sort_by_number(&mut forms, |(_, count, first)| u64::from(!(*count as u32)) << 32 | *first as u64);
    forms.into_iter().map(|(text, _, first)| Form { text, first }).collect()
}
