//! What a reader has put right: merges, splits, new types and names, removals. The one place that
//! applies them; it works on an article, so that it is the same for one that was just read and for one
//! that was kept.

use super::{forms, roles};
use crate::article::{Article, Entity, MentionType, Speaker};
use crate::options::Correction;
use crate::text::order::{place, sort_by_number, sort_numbers};

/// Applies the corrections in order. Lists are put in order once, at the end.
pub(crate) fn correct(article: &mut Article, corrections: &[Correction]) {
    if corrections.is_empty() {
        return;
    }
    let whole = article.entities.len();
    let mut desk = Desk { article, places: (0..whole).map(Place::Own).collect(), dropped: Vec::new() };
    desk.dropped.resize(desk.article.mentions.len(), false);
    for correction in corrections {
        desk.apply(correction);
    }
    desk.tidy();
}

/// What has become of an entity.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// It is an entity still, with this index.
    Own(usize),
    /// It is part of the one with this index.
    PartOf(usize),
    /// It is gone.
    Gone,
}

struct Desk<'a> {
    article: &'a mut Article,
    /// By the index of the entity.
    places: Vec<Place>,
    /// By the index of the mention.
    dropped: Vec<bool>,
}

impl Desk<'_> {
    fn apply(&mut self, correction: &Correction) {
        match correction {
            Correction::Merge { name, kind, with } => self.merge(name, kind.as_deref(), with),
            Correction::Split { name, kind, forms, to } => {
                if let Some(entity) = self.find(name, kind.as_deref()) {
                    self.split(entity, forms, to.as_deref());
                }
            }
            Correction::Retype { name, kind, to } => {
                if let Some(entity) = self.find(name, kind.as_deref()) {
                    self.retype(entity, MentionType::from_name(to));
                }
            }
            Correction::Rename { name, kind, to } => {
                if let Some(entity) = self.find(name, kind.as_deref()) {
                    self.rename(entity, to);
                }
            }
            Correction::Remove { name, kind } => {
                if let Some(entity) = self.find(name, kind.as_deref()) {
                    for mention in std::mem::take(&mut self.article.entities[entity].mentions) {
                        self.dropped[mention as usize] = true;
                    }
                    self.places[entity] = Place::Gone;
                }
            }
        }
    }

    /// The entity of that name, before one that has it as an alias; of several the first.
    fn find(&self, name: &str, kind: Option<&str>) -> Option<usize> {
        let is_meant = |index: &usize| {
            self.places[*index] == Place::Own(*index)
                && kind.is_none_or(|kind| self.article.entities[*index].kind.as_str() == kind)
        };
        let entities = || (0..self.article.entities.len()).filter(is_meant);
        let by_name = entities().find(|index| self.article.entities[*index].name == name);
        by_name.or_else(|| {
            entities().find(|index| self.article.entities[*index].aliases.iter().any(|alias| alias == name))
        })
    }

    fn merge(&mut self, name: &str, kind: Option<&str>, with: &[String]) {
        let first = self.find(name, kind).or_else(|| with.iter().find_map(|name| self.find(name, kind)));
        let Some(whole) = first else {
            return;
        };
        // Its parts may be of other types: that they were mistaken is why they are merged.
        for part in with {
            while let Some(part) = self.find(part, None).filter(|part| *part != whole) {
                self.join(whole, part);
            }
        }
        self.rename(whole, name);
    }

    fn join(&mut self, whole: usize, part: usize) {
        self.places[part] = Place::PartOf(whole);
        let Entity { mentions, pronouns, roles, wikidata, .. } = self.article.entities[part].clone();
        for mention in &mentions {
            self.article.mentions[*mention as usize].entity = Some(whole as u32);
        }
        let entity = &mut self.article.entities[whole];
        entity.mentions.extend(mentions);
        sort_numbers(&mut entity.mentions);
        entity.pronouns.extend(pronouns);
        sort_by_number(&mut entity.pronouns, |span| place(*span));
        entity.roles.extend(roles);
        roles::in_order(&mut entity.roles);
        entity.wikidata = entity.wikidata.take().or(wikidata);
        let kind = entity.kind.clone();
        self.retype(whole, kind);
    }

    fn split(&mut self, entity: usize, forms: &[String], to: Option<&str>) {
        let mentions = &self.article.mentions;
        let is_split = |mention: &u32| forms.contains(&mentions[*mention as usize].text);
        let (split, kept): (Vec<u32>, Vec<u32>) =
            self.article.entities[entity].mentions.iter().partition(|one| is_split(one));
        if split.is_empty() || kept.is_empty() {
            return;
        }
        let index = self.article.entities.len();
        for mention in &split {
            self.article.mentions[*mention as usize].entity = Some(index as u32);
        }
        let old = &mut self.article.entities[entity];
        old.mentions = kept;
        let name = forms.iter().max_by_key(|form| form.len()).map_or("", |form| form);
        let new = Entity {
            kind: old.kind.clone(),
            name: String::new(),
            aliases: Vec::new(),
            mentions: split,
            pronouns: Vec::new(),
            roles: Vec::new(),
            wikidata: None,
        };
        let old_name = old.name.clone();
        self.article.entities.push(new);
        self.places.push(Place::Own(index));
        self.rename(index, to.unwrap_or(name));
        // A name that only the split forms had is not the name of the rest.
        let rest = forms_of(self.article, entity);
        let name = if rest.contains(&old_name) {
            old_name
        } else {
            rest.into_iter().max_by_key(String::len).unwrap_or_default()
        };
        self.rename(entity, &name);
    }

    fn retype(&mut self, entity: usize, kind: MentionType) {
        let is_name = kind.is_name();
        for mention in self.article.entities[entity].mentions.clone() {
            let mention = &mut self.article.mentions[mention as usize];
            mention.kind = kind.clone();
            mention.entity = mention.entity.filter(|_| is_name);
        }
        self.article.entities[entity].kind = kind;
        if !is_name {
            // Dates, numbers and amounts are no entities.
            self.places[entity] = Place::Gone;
        }
    }

    fn rename(&mut self, entity: usize, name: &str) {
        let mut aliases = forms_of(self.article, entity);
        aliases.retain(|form| form != name);
        let entity = &mut self.article.entities[entity];
        entity.name = name.to_string();
        entity.aliases = aliases;
    }

    /// Takes out what is gone and counts every index anew.
    fn tidy(self) {
        let Desk { article, places, dropped } = self;
        let mentions = renumber(&dropped.iter().map(|dropped| !dropped).collect::<Vec<_>>());
        let kept: Vec<bool> = places.iter().enumerate().map(|(index, place)| *place == Place::Own(index)).collect();
        let own = renumber(&kept);
        // What became part of something else may have been merged or removed with that in turn.
        let entities: Vec<Option<u32>> = (0..places.len())
            .map(|mut index| {
                loop {
                    match places[index] {
                        Place::Own(_) => return own[index],
                        Place::PartOf(whole) => index = whole,
                        Place::Gone => return None,
                    }
                }
            })
            .collect();
        let to = |entity: &mut Option<u32>| *entity = entity.and_then(|entity| entities[entity as usize]);
        let mut index = 0;
        article.mentions.retain_mut(|mention| {
            to(&mut mention.entity);
            index += 1;
            !dropped[index - 1]
        });
        let mut index = 0;
        article.entities.retain_mut(|entity| {
            entity.mentions = entity.mentions.iter().filter_map(|mention| mentions[*mention as usize]).collect();
            entity.roles.iter_mut().for_each(|role| to(&mut role.of));
            index += 1;
            kept[index - 1]
        });
        let speaker = |speaker: &mut Speaker| to(&mut speaker.entity);
        article.quotes.iter_mut().flat_map(|quote| &mut quote.speaker).for_each(speaker);
        article.claims.iter_mut().flat_map(|claim| claim.source.iter_mut().chain(&mut claim.via)).for_each(speaker);
    }
}

/// The forms of the entity, most frequent first.
fn forms_of(article: &Article, entity: usize) -> Vec<String> {
    let forms = forms(&article.entities[entity], &article.mentions);
    forms.into_iter().map(|form| form.text.to_string()).collect()
}

/// The new index of each that is kept.
fn renumber(kept: &[bool]) -> Vec<Option<u32>> {
    let mut next = 0;
    let numbers = kept.iter().map(|kept| {
        let number = kept.then_some(next);
        next += u32::from(*kept);
        number
    });
    numbers.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, apply_corrections, parse_article};

    const TEXT: &str = "Ana Mota met Eva Lind in Bergen. Mota said the World Health Organization (WHO) was in Bergen, Norway. \
                        Lind denied it. Norway thanked Mota.";

    fn names(article: &Article) -> Vec<String> {
        let line = |entity: &Entity| {
            let forms = entity.mentions.iter().map(|mention| &*article.mentions[*mention as usize].text);
            format!("{} {} = {}", entity.kind.as_str(), entity.name, forms.collect::<Vec<_>>().join(", "))
        };
        article.entities.iter().map(line).collect()
    }

    /// What the corrections, given as JSON, make of the text's entities.
    fn check(corrections: &str, expected: &[&str]) {
        let corrections: Vec<Correction> = serde_json::from_str(corrections).unwrap();
        let before = parse_article(TEXT, &Options::default()).unwrap();
        let after = apply_corrections(&before, &corrections).unwrap();
        assert_eq!(apply_corrections(&after, &[]).unwrap(), after, "the result is an article");
        let found: Vec<String> = names(&after).into_iter().filter(|name| !names(&before).contains(name)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn merges() {
        let one = r#"[{"action":"merge","name":"Eva Mota-Lind","with":["Mota","Lind"]}]"#;
        check(one, &["PERSON Eva Mota-Lind = Ana Mota, Eva Lind, Mota, Lind, Mota"]);
        check(r#"[{"action":"merge","name":"Ana Mota","with":["Nobody"]}]"#, &[]);
        check(r#"[{"action":"merge","name":"Nobody","with":["Nothing"]}]"#, &[]);
        let types = r#"[{"action":"merge","name":"Norway","with":["Bergen"]}]"#;
        check(types, &["GPE Norway = Bergen, Bergen, Norway, Norway"]);
    }

    #[test]
    fn splits() {
        let one = r#"[{"action":"split","name":"Ana Mota","forms":["Mota"],"to":"Rui Mota"}]"#;
        check(one, &["PERSON Ana Mota = Ana Mota", "PERSON Rui Mota = Mota, Mota"]);
        let full = r#"[{"action":"split","name":"Ana Mota","forms":["Ana Mota"]}]"#;
        check(full, &["PERSON Mota = Mota, Mota", "PERSON Ana Mota = Ana Mota"]);
        check(r#"[{"action":"split","name":"Norway","forms":["Norway"]}]"#, &[]);
    }

    #[test]
    fn retypes_renames_and_removes() {
        check(r#"[{"action":"retype","name":"Norway","to":"ORG"}]"#, &["ORG Norway = Norway, Norway"]);
        check(r#"[{"action":"retype","name":"Norway","type":"PERSON","to":"ORG"}]"#, &[]);
        check(r#"[{"action":"rename","name":"Lind","to":"Dr Eva Lind"}]"#, &["PERSON Dr Eva Lind = Eva Lind, Lind"]);
        check(r#"[{"action":"remove","name":"Lind"}]"#, &[]);
        check(r#"[{"action":"retype","name":"Norway","to":"DATE"}]"#, &[]);
    }

    #[test]
    fn what_is_removed_is_gone_from_every_list() {
        let before = parse_article(TEXT, &Options::default()).unwrap();
        let corrections = ["Ana Mota", "Bergen"].map(|name| Correction::Remove { name: name.into(), kind: None });
        let after = apply_corrections(&before, &corrections).unwrap();
        assert!(after.mentions.iter().all(|mention| !mention.text.contains("Mota") && mention.text != "Bergen"));
        assert_eq!(after.entities.len(), before.entities.len() - 2);
    }

    #[test]
    fn they_apply_one_after_the_other() {
        let chain = r#"[{"action":"rename","name":"Ana Mota","to":"A"},{"action":"merge","name":"B","with":["A"]},
                        {"action":"merge","name":"Eva Lind","with":["B"]},{"action":"retype","name":"Eva Lind","to":"MISC"}]"#;
        check(chain, &["MISC Eva Lind = Ana Mota, Eva Lind, Mota, Lind, Mota"]);
    }
}
