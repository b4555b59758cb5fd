//! Makes `src/resolve/given_names.bin`: whether the lexicon's given names are men's or women's.

use std::collections::{BTreeMap, VecDeque};
use std::error::Error;
use std::path::Path;

use wirecopy::training::{gender_places, identity_key, is_given_name};

const FILE: &str = "src/resolve/given_names.bin";

/// What the lists say of a name: so many times a man's, so many a woman's.
#[derive(Clone, Copy, Default)]
struct Count {
    man: u32,
    woman: u32,
}

impl Count {
    /// A name of both is of neither.
    fn bits(self) -> u8 {
        match self {
            Count { man, woman } if man > 4 * woman => 1,
            Count { man, woman } if woman > 4 * man => 2,
            _ => 0,
        }
    }
}

pub fn compile(data: &Path) -> Result<(), Box<dyn Error>> {
    let lists = data.join("gazetteers");
    let mut names: BTreeMap<String, Count> = BTreeMap::new();
    let mut add = |name: &str, gender: &str| {
        let count = names.entry(identity_key(name, true)).or_default();
        count.man += u32::from(gender == "m");
        count.woman += u32::from(gender == "f");
    };
    for row in crate::rows(&lists.join("given_names.tsv"))? {
        add(&row[0], &row[1]);
    }
    for row in crate::rows(&lists.join("people.tsv"))? {
        add(row[0].split(' ').next().unwrap_or_default(), row.get(6).map_or("", String::as_str));
    }
    names.retain(|name, _| !name.contains(' ') && is_given_name(name));
    let known = names.values().filter(|count| count.bits() != 0).count();
    let bits: Vec<(&str, u8)> = names.iter().map(|(name, count)| (name.as_str(), count.bits())).collect();
    let packed = pack(&bits)?;
    println!("{} given names, of {known} the gender is known; {} bytes", names.len(), packed.len());
    Ok(std::fs::write(FILE, packed)?)
}

/// Cells of which three, taken together, give each name its bits: the names are put in order so that each
/// has a cell that no later one needs, and set from the last to the first.
fn pack(names: &[(&str, u8)]) -> Result<Vec<u8>, Box<dyn Error>> {
    // A quarter more cells than names nearly always suffice; where they do not, some more do.
    let mut bytes = names.len() * 5 / 16 / 3 * 3 + 3;
    loop {
        if let Some(cells) = solve(names, bytes * 4) {
            return Ok(cells.chunks(4).map(|four| four.iter().rev().fold(0, |byte, cell| byte << 2 | cell)).collect());
        }
        bytes += 30;
        if bytes > names.len() {
            return Err("two names have the same places".into());
        }
    }
}

fn solve(names: &[(&str, u8)], cells: usize) -> Option<Vec<u8>> {
    let mut distinct: BTreeMap<[usize; 3], u8> = BTreeMap::new();
    for (name, bits) in names {
        // Names that fall on the same places are of both.
        distinct
            .entry(gender_places(name, cells))
            .and_modify(|known| *known = if known == bits { *bits } else { 0 })
            .or_insert(*bits);
    }
    let entries: Vec<([usize; 3], u8)> = distinct.into_iter().collect();
    let mut users = vec![Vec::new(); cells];
    for (entry, (places, _)) in entries.iter().enumerate() {
        places.iter().for_each(|place| users[*place].push(entry));
    }
    let mut free: VecDeque<usize> = (0..cells).filter(|cell| users[*cell].len() == 1).collect();
    let mut order = Vec::with_capacity(entries.len());
    while let Some(cell) = free.pop_front() {
        let [entry] = users[cell][..] else { continue };
        order.push((entry, cell));
        for place in entries[entry].0 {
            users[place].retain(|user| *user != entry);
            if users[place].len() == 1 {
                free.push_back(place);
            }
        }
    }
    if order.len() < entries.len() {
        return None;
    }
    let mut packed = vec![0; cells];
    for (entry, cell) in order.into_iter().rev() {
        let (places, bits) = &entries[entry];
        let others = places.iter().filter(|place| **place != cell).fold(0, |sum, place| sum ^ packed[*place]);
        packed[cell] = others ^ bits;
    }
    Some(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_gets_its_bits_back() {
        let names: Vec<String> = (0..500).map(|number| format!("name{number}")).collect();
        let names: Vec<(&str, u8)> =
            names.iter().enumerate().map(|(at, name)| (name.as_str(), (at % 3) as u8)).collect();
        let packed = pack(&names).unwrap();
        for (name, bits) in names {
            let cells = gender_places(name, packed.len() * 4);
            assert_eq!(cells.iter().fold(0, |sum, cell| sum ^ (packed[cell / 4] >> (cell % 4 * 2) & 3)), bits);
        }
    }
}
