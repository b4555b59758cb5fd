//! What the offline base knows of names: the Wikidata ids of countries, cities, bodies, media and people
//! in high office, and which country a people is of. The pack has the other members of governments and parliaments;
//! it is asked only where the caller wants it, and is a module of its own in the browser.
//!
//! `base.tsv` and `pack.tsv` are made by `cargo run --release -p train -- identities` from open lists and from `own.tsv`;
//! CARD.md says which. It is read where it lies; where the lines of a name are is laid out with the
//! first article, which takes a fraction of a millisecond.

use std::sync::LazyLock;

use crate::article::MentionType;
use crate::recognize::hashed::Table;
use crate::recognize::lexicon::Hash;

const BASE: &str = include_str!("base.tsv");
const PACK: &str = include_str!("pack.tsv");

/// By the hashes of names: where the first line of each is.
static LINES: LazyLock<Table<u32>> = LazyLock::new(|| {
    let mut lines: Vec<(u32, u32)> = Vec::new();
    let (mut start, mut last) = (0, "");
    for line in BASE.split_inclusive('\n') {
        let name = line.split('\t').next().unwrap_or_default();
        if name != last {
            lines.push((hash(name), start));
            last = name;
        }
        start += line.len() as u32;
    }
    Table::new(u32::BITS, lines.into_iter())
});

fn hash(name: &str) -> u32 {
    let mut hash = Hash::default();
    hash.add(name);
    hash.value()
}

/// What a line of the base is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Country,
    /// A people: its id is that of the country.
    People,
    Place,
    /// A place whose name others have too: it is meant only where its country is spoken of.
    DoubtfulPlace,
    Organization,
    /// Somebody who holds or held high office.
    Official,
    /// Somebody who sits or sat in a government or parliament: meant only where the article gives them such an office.
    Member,
}

/// A line of the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    pub class: Class,
    /// The number of the Wikidata id.
    pub id: u32,
    /// The country's.
    pub country: Option<u32>,
    /// The first and the last year in office, where they are known.
    pub years: [Option<i32>; 2],
}

/// All that the base has for a name, given as its key.
pub(super) fn find(key: &str) -> impl Iterator<Item = Identity> {
    let lines = LINES.get(hash(key)).map_or("", |start| &BASE[start as usize..]);
    lines.lines().map_while(move |line| parse(line.strip_prefix(key)?.strip_prefix('\t')?))
}

/// All that the pack has for names, given as their keys, a line each: lines of the form of the base's.
pub(crate) fn find_identities(names: &str) -> String {
    let mut names: Vec<&str> = names.lines().collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(|name| lines_of(PACK, name)).collect()
}

/// The lines that begin with the key, by a binary search: the pack's are too many to be laid out for one article.
fn lines_of<'a>(sorted: &'a str, key: &str) -> &'a str {
    let line_at = |start: usize| sorted[start..].split_once('\n').map_or(&sorted[start..], |(line, _)| line);
    let name_at = |start: usize| line_at(start).split('\t').next().unwrap_or_default();
    // Where the first line stands whose name is not before the key, between two starts of lines.
    let first = |is_before: &dyn Fn(&str) -> bool| {
        let (mut low, mut high) = (0, sorted.len());
        while low < high {
            let middle = sorted.as_bytes()[..low + (high - low) / 2].iter().rposition(|byte| *byte == b'\n');
            let middle = middle.map_or(0, |at| at + 1).max(low);
            match is_before(name_at(middle)) {
                true => low = middle + line_at(middle).len() + 1,
                false => high = middle,
            }
        }
        low
    };
    let start = first(&|name| name < key);
    &sorted[start..first(&|name| name <= key).max(start)]
}

/// What [`find_identities`] has found for a name, given as its key.
pub(super) fn find_in(found: &str, key: &str) -> impl Iterator<Item = Identity> {
    lines_of(found, key).lines().filter_map(|line| parse(line.split_once('\t')?.1))
}

/// The id of what a name of the type stands for wherever it stands, the country's for a people.
pub(super) fn of_name(key: &str, kind: &MentionType) -> Option<u32> {
    let fits = |identity: &Identity| match identity.class {
        Class::Country | Class::Place | Class::DoubtfulPlace => *kind == MentionType::Gpe,
        Class::People => *kind == MentionType::Norp,
        Class::Organization => *kind == MentionType::Org,
        Class::Official | Class::Member => false,
    };
    match kind {
        MentionType::Gpe | MentionType::Norp | MentionType::Org => people_of_one(key, kind).find(fits).map(|it| it.id),
        _ => None,
    }
}

/// The lines of the key; a people is listed in the singular.
fn people_of_one(key: &str, kind: &MentionType) -> impl Iterator<Item = Identity> {
    let one = key.strip_suffix('s').filter(|_| *kind == MentionType::Norp);
    find(key).chain(one.into_iter().flat_map(find))
}

/// A line without its key: the class, the id, and for some the country and years.
fn parse(line: &str) -> Option<Identity> {
    let mut fields = line.split('\t');
    let class = match fields.next()? {
        "c" => Class::Country,
        "n" => Class::People,
        "p" => Class::Place,
        "d" => Class::DoubtfulPlace,
        "o" => Class::Organization,
        "m" => Class::Member,
        _ => Class::Official,
    };
    let id = fields.next()?.parse().ok()?;
    let country = fields.next().and_then(|country| country.parse().ok());
    let mut year = || fields.next().and_then(|year| year.parse().ok());
    Some(Identity { class, id, country, years: [year(), year()] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found() {
        for line in BASE.lines() {
            let (key, rest) = line.split_once('\t').unwrap();
            assert!(find(key).any(|found| Some(found) == parse(rest)), "{line}");
        }
        for none in ["", "\u{10ffff}", "zzzz", "russi", "russiaa"] {
            assert_eq!(find(none).count(), 0, "{none}");
        }
    }

    #[test]
    fn every_line_of_the_pack_is_found() {
        let lines: Vec<&str> = PACK.lines().collect();
        let name = |line: &'static str| line.split('\t').next().unwrap();
        assert!(lines.is_sorted_by_key(|line| name(line)) && lines.len() > 10_000);
        let ends = lines.iter().take(9).chain(lines.iter().rev().take(9));
        for line in ends.chain(lines.iter().step_by(97)) {
            assert!(lines_of(PACK, name(line)).lines().any(|found| found == *line), "{line}");
        }
        for none in ["", "\u{10ffff}", "aaron", "zzzz"] {
            assert_eq!(lines_of(PACK, none), "", "{none}");
        }
    }

    #[test]
    fn several_names_are_found_at_once() {
        let key = |at: usize| PACK.lines().nth(at).unwrap().split('\t').next().unwrap();
        let found = find_identities(&format!("{}\nnobody at all\n{}\n{}\n", key(900), key(7), key(900)));
        assert!(found.starts_with(key(7)) && find_in(&found, key(900)).count() >= 1);
        assert_eq!(find_in(&found, "nobody at all").count(), 0);
        assert_eq!(find_identities(""), "");
    }

    #[test]
    fn it_is_sorted() {
        let keys: Vec<&str> = BASE.lines().map(|line| line.split('\t').next().unwrap()).collect();
        assert!(keys.is_sorted() && keys.len() > 1000);
    }

    #[test]
    fn types_tell_what_a_name_is() {
        assert_eq!(of_name("us", &MentionType::Gpe), Some(30));
        assert_eq!(of_name("russians", &MentionType::Norp), of_name("russia", &MentionType::Gpe));
        assert_eq!(of_name("russia", &MentionType::Person), None);
    }
}
