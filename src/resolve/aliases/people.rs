//! People's names: which short form is whose.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::names::{is_variant, nearest, skeleton, sound};
use super::{Forms, Lists};
use crate::article::MentionType;
use crate::resolve::gender;
use crate::text::order::sort_by_number;
use crate::text::word_table::WordTable;
use crate::text::{QuickMap, Span, quick_hash};

/// Joins the forms of people's names. Of forms that fit several people it gives all of these.
pub(super) fn join(forms: &mut Forms) -> QuickMap<usize, Vec<usize>> {
    let is_person = |form: &usize| *forms.kind_of(*form) == MentionType::Person && !forms.list[*form].key.is_empty();
    let (mut full, short): (Vec<usize>, Vec<usize>) =
        (0..forms.list.len()).filter(is_person).partition(|form| forms.list[*form].is_full());
    sort_by_number(&mut full, |form| !(forms.list[*form].key.len() as u64));
    let mut index = Index { words: Lists::new(full.len() * 2), skeletons: Lists::new(full.len() * 2) };
    for form in full {
        let fits = index.fuller(forms, form);
        if let Some(other) = nearest(forms, form, fits.into_iter()) {
            forms.join(form, other);
        }
        index.add(forms, form);
    }
    let mut choices = QuickMap::default();
    let mut spellings: QuickMap<u64, usize> = QuickMap::default();
    for form in short {
        let people = index.owners(forms, form);
        match people[..] {
            [] => {
                let key = &forms.list[form].key;
                let other = *spellings.entry(sound(key)).or_insert(form);
                if is_variant(key, &forms.list[other].key) && !is_family(key, &forms.list[other].key) {
                    forms.join(form, other);
                }
            }
            [only] => forms.join(form, only),
            _ => {
                choices.insert(form, people);
            }
        }
    }
    choices
}

/// The full names by the hashes of their words and of how those sound.
struct Index {
    words: Lists,
    skeletons: Lists,
}

impl Index {
    fn add(&mut self, forms: &Forms, form: usize) {
        for word in forms.list[form].words() {
            self.words.push(quick_hash(word), form);
            self.skeletons.push(sound(word), form);
        }
    }

    /// The fuller names that a full name is a shorter or other way to write.
    fn fuller(&self, forms: &Forms, form: usize) -> Vec<usize> {
        let it = &forms.list[form];
        let last = it.words().rfind(|word| !is_suffix(word)).unwrap_or_default();
        let first = it.words().next().unwrap_or_default();
        let mut near: Vec<usize> = self.skeletons.get(sound(last)).collect();
        near.extend(self.words.get(quick_hash(first)));
        near.retain(|other| is_same(&it.key, &forms.list[*other].key));
        near
    }

    /// The people, each by one of the full names, whom a single name may stand for: by surname before
    /// given name.
    fn owners(&self, forms: &Forms, form: usize) -> Vec<usize> {
        let name = &*forms.list[form].key;
        let exact = self.words.get(quick_hash(name));
        let mut ranked: Vec<(u8, usize)> = exact.map(|person| (rank(&forms.list[person].key, name), person)).collect();
        if ranked.is_empty() {
            let alike = self.skeletons.get(sound(name));
            let spelled = |person: &usize| {
                forms.list[*person]
                    .words()
                    .next_back()
                    .is_some_and(|last| is_variant(last, name) && !is_family(last, name))
            };
            ranked = alike.filter(spelled).map(|person| (0, person)).collect();
        }
        let best = ranked.iter().map(|(rank, _)| *rank).min();
        let mut roots = Vec::new();
        let is_new = |person: &usize| {
            let root = forms.root(*person);
            let is_new = !roots.contains(&root);
            roots.push(root);
            is_new
        };
        ranked.into_iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, person)| person).filter(is_new).collect()
    }
}

/// Which word of the full name it is: the last, the first, or one between.
fn rank(full: &str, name: &str) -> u8 {
    let last = full.split(' ').rfind(|word| !is_suffix(word));
    match () {
        () if last == Some(name) => 0,
        () if full.split(' ').next() == Some(name) => 1,
        () => 2,
    }
}

/// "the Bidens" are not Biden.
fn is_family(one: &str, other: &str) -> bool {
    one.strip_suffix('s') == Some(other) || other.strip_suffix('s') == Some(one)
}

fn is_suffix(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

/// Whether every word of the shorter name stands in the longer, in order, as itself, its initial, its
/// pet form or another spelling; or both have the same words.
fn is_same(short: &str, long: &str) -> bool {
    if matches!((suffix(short), suffix(long)), (Some(one), Some(other)) if one != other) {
        return false;
    }
    let (mut short, mut long) = (words(short), words(long));
    if short.len() < 2 {
        return false;
    }
    let mut rest = long.iter();
    let mut whole = 0;
    let in_order = short.iter().all(|word| {
        rest.any(|other| {
            let fits = fits(word, other);
            whole += usize::from(fits && word.len() > 1 && other.len() > 1);
            fits
        })
    });
    let ends_alike = fits(short[short.len() - 1], long[long.len() - 1]);
    if in_order && (whole >= 2 || whole == 1 && ends_alike && fits(short[0], long[0])) {
        return true;
    }
    // Any order serves to compare them.
    sort_by_number(&mut short, |word| quick_hash(word));
    sort_by_number(&mut long, |word| quick_hash(word));
    short == long
}

/// The words of a name without "Jr".
fn words(name: &str) -> Vec<&str> {
    name.split(' ').filter(|word| !is_suffix(word)).collect()
}

fn suffix(name: &str) -> Option<&str> {
    name.split(' ').find(|word| is_suffix(word))
}

fn fits(one: &str, other: &str) -> bool {
    let is_initial = |one: &str, other: &str| one.chars().count() == 1 && other.starts_with(one);
    one == other
        || is_initial(one, other)
        || is_initial(other, one)
        || (skeleton(one).eq(skeleton(other)) && is_variant(one, other))
        || is_pet_form(one, other)
}

const PET_FORMS: &str = include_str!("pet_forms.tsv");

/// Tells what is no given name of the list before its lines are read.
static GIVEN: LazyLock<WordTable<()>> = LazyLock::new(|| WordTable::new(PET_FORMS, |_| ()));

fn is_pet_form(one: &str, other: &str) -> bool {
    GIVEN.find(one).is_some()
        && GIVEN.find(other).is_some()
        && PET_FORMS.lines().any(|forms| {
            let has = |name: &str| forms.trim_end().split(' ').any(|form| form == name);
            has(one) && has(other)
        })
}

/// Whom the text has spoken of.
#[derive(Default)]
pub(super) struct Recent {
    /// By root: how often, and the index of the last mention in full.
    seen: QuickMap<usize, (u32, usize)>,
}

impl Recent {
    pub(super) fn saw(&mut self, root: usize, mention: usize, full: bool) {
        let (times, last) = self.seen.entry(root).or_default();
        *times += 1;
        if full {
            *last = mention;
        }
    }

    /// The one of the people whom a short form stands for here: of the gender that a title tells, and
    /// whom the text speaks of most or, of equals, named last in full.
    pub(super) fn choose(&self, text: &str, span: Span, people: &[usize], forms: &Forms) -> usize {
        let titled = gender::of_title_before(text, span);
        let fits = |person: &usize| match (titled, gender::of_full_name(&forms.list[*person].key)) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let known = |person: &usize| {
            // Whoever was not named yet is named later: the first to come is the nearest.
            let next = Reverse(forms.list[*person].mention);
            (self.seen.get(&forms.root(*person)).copied().unwrap_or_default(), next)
        };
        people.iter().copied().max_by_key(|person| (fits(person), known(person))).expect("a choice is between people")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shorter_and_other_ways_to_write_a_name() {
        for (short, long) in [
            ("richard k guy", "richard kenneth guy"),
            ("richard guy", "richard kenneth guy"),
            ("j stone", "john stone"),
            ("bill marsh", "william marsh"),
            ("nicolas maduro", "nicolas maduro moros"),
            ("nordmann kari", "kari nordmann"),
            ("evgeny shabaev", "evgeny shabayev"),
        ] {
            assert!(is_same(short, long), "{short} = {long}");
        }
        for (short, long) in [
            ("ana mota", "eva mota"),
            ("george h bush", "george w bush"),
            ("paul hale jr", "paul hale sr"),
            ("hunter holm", "joe holm"),
        ] {
            assert!(!is_same(short, long), "{short} = {long}");
        }
    }
}
