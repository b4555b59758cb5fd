//! Makes `src/resolve/identities/base.tsv`: what the product knows of countries, cities, bodies and people in
//! high office by their Wikidata ids.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::path::Path;

use wirecopy::training::identity_key;

const FOLDER: &str = "src/resolve/identities";

/// Offices whose holders the core knows.
const HIGH: [&str; 18] = [
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "queen",
    "emir",
    "sultan",
    "monarch",
    "pope",
    "taoiseach",
    "vice president",
    "minister of foreign",
    "minister for foreign",
    "foreign minister",
    "secretary of state",
    "minister of def",
    "minister of finance",
];

/// Of these offices only the holders of late.
const MINISTERS: [&str; 8] = [
    "minister of justice",
    "minister of the interior",
    "minister of interior",
    "minister of health",
    "minister of defence",
    "minister of economy",
    "minister of home affairs",
    "deputy prime minister",
];

/// Names that are a country's and something else's: they stand for it only beside what else is its own.
const SHARED: [&str; 2] = ["georgia", "jersey"];

/// Those who left office before are history, not news.
const SINCE: i32 = 1990;
const LATE: i32 = 2012;

pub fn compile(data: &Path) -> Result<(), Box<dyn Error>> {
    let lists = data.join("gazetteers");
    let mut lines: BTreeSet<String> = BTreeSet::new();
    let mut ids: HashMap<String, String> = HashMap::new();
    let mut countries: HashMap<String, String> = HashMap::new();
    let country = |name: &str, id: &str, lines: &mut BTreeSet<String>, countries: &mut HashMap<String, String>| {
        let key = identity_key(name, false);
        let class = if SHARED.contains(&&*key) { 'd' } else { 'c' };
        lines.insert(format!("{key}\t{class}\t{id}\t{id}"));
        countries.insert(key, id.to_string());
    };
    let plain = |id: &str| id.trim_start_matches('Q').to_string();
    for row in crate::rows(&lists.join("countries.tsv"))? {
        let [iso, _, name, official, _, id] = &row[..] else { return Err("a country without its six fields".into()) };
        // The list lacks Namibia's.
        let id = if iso == "NA" { "1030".to_string() } else { plain(id) };
        // "Congo - Kinshasa" and the like stand in no news.
        for name in [name, official].into_iter().filter(|name| !name.contains(['(', '-'])) {
            country(name, &id, &mut lines, &mut countries);
        }
        ids.insert(iso.clone(), id);
    }
    // Kosovo has no code of the standard.
    ids.insert("XK".into(), "1246".into());
    let own = std::fs::read_to_string(format!("{FOLDER}/own.tsv"))?;
    for line in own.lines().filter(|line| !line.starts_with('#')) {
        let [kind, at, name] = line.split('\t').collect::<Vec<_>>()[..] else { return Err(line.into()) };
        let id_of = |iso: &str| ids.get(iso).cloned().ok_or_else(|| format!("no country {iso}"));
        match kind {
            "country" => country(name, &id_of(at)?, &mut lines, &mut countries),
            "people" => {
                lines.insert(format!("{}\tn\t{}", identity_key(name, false), id_of(at)?));
            }
            "place" | "doubtful-place" => {
                let (iso, id) = at.split_once(' ').ok_or("a place without country and id")?;
                let class = if kind == "place" { 'p' } else { 'd' };
                lines.insert(format!("{}\t{class}\t{id}\t{}", identity_key(name, false), id_of(iso)?));
            }
            "official" => {
                let (iso, id) = at.split_once(' ').ok_or("a person without country and id")?;
                lines.insert(format!("{}\th\t{id}\t{}", identity_key(name, true), id_of(iso)?));
            }
            "organization" => {
                lines.insert(format!("{}\to\t{at}", identity_key(name, false)));
            }
            _ => return Err(format!("unknown kind in \"{line}\"").into()),
        }
    }
    let peoples: BTreeSet<String> = lines
        .iter()
        .filter(|line| line.contains("\tn\t"))
        .filter_map(|line| line.split('\t').next())
        .map(str::to_string)
        .collect();
    for row in crate::rows(&lists.join("nationalities.tsv"))? {
        let Some(id) = countries.get(&identity_key(&row[0], false)) else { continue };
        for name in row[2].split([',', ';']).chain(row[3].split([',', ';'])) {
            let name = name.split('(').next().unwrap_or_default().trim();
            let key = identity_key(name, false);
            // Words that only explain, and what the own list gives another country.
            if name.starts_with(char::is_uppercase) && !name.contains(' ') && !peoples.contains(&key) {
                lines.insert(format!("{key}\tn\t{id}"));
            }
        }
    }
    drop_ambiguous(&mut lines, "\tn\t");
    let known: BTreeSet<String> = lines
        .iter()
        .filter(|line| line.contains("\th\t"))
        .filter_map(|line| line.split('\t').next())
        .map(str::to_string)
        .collect();
    let mut officials = officials(&lists.join("people.tsv"), &countries)?;
    officials.retain(|line| !known.contains(line.split('\t').next().unwrap_or_default()));
    println!("{} names of countries, peoples, places and bodies; {} of people", lines.len(), officials.len());
    lines.extend(officials);
    // The search needs the order of the keys, which the tab after them does not disturb.
    let mut sorted: Vec<&str> = lines.iter().map(String::as_str).collect();
    sorted.sort_by_key(|line| line.split_once('\t'));
    Ok(std::fs::write(format!("{FOLDER}/base.tsv"), sorted.join("\n") + "\n")?)
}

/// Takes out the keys that a class has for several things.
fn drop_ambiguous(lines: &mut BTreeSet<String>, class: &str) {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for line in lines.iter().filter(|line| line.contains(class)) {
        *counts.entry(line.split('\t').next().unwrap_or_default().to_string()).or_default() += 1;
    }
    lines.retain(|line| !line.contains(class) || counts[line.split('\t').next().unwrap_or_default()] == 1);
}

#[derive(Default)]
struct Person {
    names: BTreeSet<String>,
    country: String,
    from: Option<i32>,
    to: Option<i32>,
    is_high: bool,
}

/// A line for each name of those who are or were in high office, if nobody else on the list has it.
fn officials(list: &Path, countries: &HashMap<String, String>) -> Result<Vec<String>, Box<dyn Error>> {
    let mut people: BTreeMap<String, Person> = BTreeMap::new();
    let mut owners: HashMap<String, BTreeSet<String>> = HashMap::new();
    for row in crate::rows(list)? {
        let [name, id, position, source, from, to, _] = &row[..] else { continue };
        let source = source.trim_end_matches("-cabinet").trim_end_matches("-ministers").replace('-', " ");
        let key = identity_key(name, true);
        for key in [Some(key.clone()), ends(&key)].into_iter().flatten() {
            owners.entry(key).or_default().insert(id.clone());
        }
        let person = people.entry(id.clone()).or_default();
        person.names.insert(name.clone());
        let position = position.to_lowercase();
        let is_high = HIGH.iter().any(|high| position.starts_with(high)) && !position.contains(" of the senate");
        let to: Option<i32> = to.parse().ok();
        let is_minister = MINISTERS.iter().any(|office| position.starts_with(office)) && to.is_none_or(|to| to >= LATE);
        let is_high = is_high || is_minister;
        if !is_high || to.is_some_and(|to| to < SINCE) {
            continue;
        }
        let Some(country) = countries.get(&identity_key(&source, false)) else { continue };
        let from: Option<i32> = from.parse().ok();
        person.from = match (person.is_high, person.from, from) {
            (true, Some(one), Some(other)) => Some(one.min(other)),
            (false, _, from) => from,
            _ => None,
        };
        person.to = match (person.is_high, person.to, to) {
            (true, Some(one), Some(other)) => Some(one.max(other)),
            (false, _, to) => to,
            _ => None,
        };
        person.is_high = true;
        person.country.clone_from(country);
    }
    let mut lines = Vec::new();
    for (id, person) in people.iter().filter(|(_, person)| person.is_high) {
        let year = |year: Option<i32>| year.map_or(String::new(), |year| year.to_string());
        let rest = format!(
            "h\t{}\t{}\t{}\t{}",
            id.trim_start_matches('Q'),
            person.country,
            year(person.from),
            year(person.to)
        );
        let keys: BTreeSet<String> = person
            .names
            .iter()
            .map(|name| identity_key(name, true))
            .flat_map(|key| [ends(&key), Some(key)])
            .flatten()
            .collect();
        for key in keys.iter().filter(|key| key.contains(' ') && key.is_ascii() && owners[*key].len() == 1) {
            lines.push(format!("{key}\t{}", rest.trim_end_matches('\t')));
        }
    }
    Ok(lines)
}

/// The first and the last word of a name of three or more, without particles that belong to the last.
fn ends(key: &str) -> Option<String> {
    const PARTICLES: [&str; 14] =
        ["al", "bin", "ben", "da", "de", "del", "di", "do", "dos", "el", "la", "of", "van", "von"];
    let words: Vec<&str> = key.split(' ').collect();
    let plain = !words.iter().any(|word| PARTICLES.contains(word));
    (words.len() >= 3 && plain).then(|| format!("{} {}", words[0], words[words.len() - 1]))
}
