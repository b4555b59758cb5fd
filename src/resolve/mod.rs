//! Stage 4: mentions become entities.

mod corrections;
mod times;

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::article::{Entity, Mention, MentionType, Value};
use crate::options::Options;
use crate::read::{Reading, ZoneCursor};
use crate::recognize::{Meaning, Measure, Named, Recognized};

use times::Calendar;

pub(crate) use corrections::correct;

/// Gives every name an entity: names of one type that are written alike share one, and a surname
/// belongs to the last person named in full with it. Gives every date and amount its value.
pub(crate) fn resolve(reading: &Reading, recognized: Recognized, options: &Options) -> (Vec<Mention>, Vec<Entity>) {
    let Recognized { named, measures } = recognized;
    let mut entities = Entities::default();
    let mut zones = ZoneCursor::new(reading);
    let mut calendar = Calendar::new(reading, &measures, options);
    let mut mentions = Vec::with_capacity(named.len() + measures.len());
    let mut named = named.into_iter().peekable();
    let mut next = 0;
    loop {
        let measure = measures.get(next);
        let before = |named: &Named| measure.is_none_or(|measure| named.span < measure.span);
        if let Some(named) = named.next_if(before) {
            let text = named.span.of(&reading.text);
            let entity = named.kind.is_name().then(|| entities.add(mentions.len() as u32, text, &named, options));
            mentions.push(Mention {
                start: named.span.start,
                end: named.span.end,
                text: text.to_string(),
                entity,
                confidence: named.confidence,
                value: None,
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
                value: calendar.value(next).or_else(|| amount(measure)),
                zone: zones.zone_of(measure.span),
                kind: measure.kind.clone(),
            });
            next += 1;
        } else {
            break;
        }
    }
    let mut entities = entities.list;
    for entity in &mut entities {
        set_names(entity, &mentions);
    }
    (mentions, entities)
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

#[derive(Default)]
struct Entities {
    list: Vec<Entity>,
    /// By type and name; for people by surname too.
    known: HashMap<(MentionType, String), u32>,
    /// By the index in the caller's lexicon.
    own: HashMap<u32, u32>,
}

impl Entities {
    /// The entity of the mention, made where the article has not had it.
    fn add(&mut self, mention: u32, text: &str, named: &Named, options: &Options) -> u32 {
        let key = (named.kind.clone(), text.to_lowercase());
        let known = match named.own {
            Some(entry) => self.own.get(&entry),
            None => self.known.get(&key),
        };
        let entity = known.copied().unwrap_or_else(|| {
            let wikidata = named.own.and_then(|entry| options.lexicon[entry as usize].wikidata.clone());
            self.list.push(Entity {
                kind: named.kind.clone(),
                name: String::new(),
                aliases: Vec::new(),
                mentions: Vec::new(),
                pronouns: Vec::new(),
                roles: Vec::new(),
                wikidata,
            });
            self.list.len() as u32 - 1
        });
        self.list[entity as usize].mentions.push(mention);
        if let Some(entry) = named.own {
            self.own.insert(entry, entity);
        }
        if let (MentionType::Person, Some((_, surname))) = (&named.kind, key.1.rsplit_once(' ')) {
            self.known.insert((MentionType::Person, surname.to_string()), entity);
        }
        self.known.insert(key, entity);
        entity
    }
}

/// The fullest form as the name, of several as long the one not in capitals or the first; the others
/// as aliases, most frequent first.
fn set_names(entity: &mut Entity, mentions: &[Mention]) {
    if let [only] = entity.mentions[..] {
        entity.name.clone_from(&mentions[only as usize].text);
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
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (order, mention) in entity.mentions.iter().enumerate() {
        counts.entry(&mentions[*mention as usize].text).or_insert((0, order)).0 += 1;
    }
    let mut forms: Vec<(&str, usize, usize)> =
        counts.into_iter().map(|(form, (count, order))| (form, count, order)).collect();
    forms.sort_by_key(|(_, count, order)| (Reverse(*count), *order));
    forms.into_iter().map(|(text, _, first)| Form { text, first }).collect()
}
