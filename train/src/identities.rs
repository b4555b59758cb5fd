//! Makes `src/resolve/identities/base.tsv`, what the product knows of countries, cities, bodies and people in high
//! office by their Wikidata ids, and `pack.tsv` beside it, the other members of governments and parliaments.

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

/// A name that more people have tells nobody.
const MOST: usize = 3;

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
        let id = match iso.as_str() {
            // The list lacks Namibia's, and has that of the kingdom for the Netherlands.
            "NA" => "1030".to_string(),
            "NL" => "55".to_string(),
            _ => plain(id),
        };
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
    let people = People::read(&lists.join("people.tsv"), &countries)?;
    let is_new = |line: &String| !known.contains(line.split('\t').next().unwrap_or_default());
    let high: Vec<String> = people.high().into_iter().filter(is_new).collect();
    println!("{} names of countries, peoples, places and bodies; {} of people", lines.len(), high.len());
    lines.extend(high);
    write("base.tsv", &lines)?;
    let pack: BTreeSet<String> =
        people.all().into_iter().filter(|line| is_new(line) && !lines.contains(line)).collect();
    println!("{} names in the pack", pack.len());
    write("pack.tsv", &pack)
}

/// Writes the lines in the order of their keys, which the search needs.
fn write(file: &str, lines: &BTreeSet<String>) -> Result<(), Box<dyn Error>> {
    let mut sorted: Vec<&str> = lines.iter().map(String::as_str).collect();
    sorted.sort_by_key(|line| line.split_once('\t'));
    Ok(std::fs::write(format!("{FOLDER}/{file}"), sorted.join("\n") + "\n")?)
}

/// Takes out the keys that a class has for several things.
fn drop_ambiguous(lines: &mut BTreeSet<String>, class: &str) {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for line in lines.iter().filter(|line| line.contains(class)) {
        *counts.entry(line.split('\t').next().unwrap_or_default().to_string()).or_default() += 1;
    }
    lines.retain(|line| !line.contains(class) || counts[line.split('\t').next().unwrap_or_default()] == 1);
}

/// A time in office, the years where they are known.
#[derive(Clone, Copy)]
struct Term {
    from: Option<i32>,
    to: Option<i32>,
}

#[derive(Default)]
struct Person {
    names: BTreeSet<String>,
    /// By the country that they were in: those of high offices, and those of others.
    high: BTreeMap<String, Vec<Term>>,
    other: BTreeMap<String, Vec<Term>>,
}

/// The list of officials.
struct People {
    people: BTreeMap<String, Person>,
    /// Whose a name is.
    owners: HashMap<String, BTreeSet<String>>,
}

impl People {
    fn read(list: &Path, countries: &HashMap<String, String>) -> Result<Self, Box<dyn Error>> {
        let mut people: BTreeMap<String, Person> = BTreeMap::new();
        let mut owners: HashMap<String, BTreeSet<String>> = HashMap::new();
        for row in crate::rows(list)? {
            let [name, id, position, source, from, to, _] = &row[..] else { continue };
            let source = match source.trim_end_matches("-cabinet").trim_end_matches("-ministers").replace('-', " ") {
                source if source == "saudi" => "Saudi Arabia".to_string(),
                source => source.trim_start_matches("Kingdom of ").trim_start_matches("the ").to_string(),
            };
            let key = identity_key(name, true);
            for key in [Some(key.clone()), ends(&key)].into_iter().flatten() {
                owners.entry(key).or_default().insert(id.clone());
            }
            let person = people.entry(id.clone()).or_default();
            person.names.insert(name.clone());
            let position = position.to_lowercase();
            let term = Term { from: from.parse().ok(), to: to.parse().ok() };
            // A row without a position tells no more than who is a man and who a woman.
            if position.is_empty() || term.to.is_some_and(|year| year < SINCE) {
                continue;
            }
            let Some(country) = countries.get(&identity_key(&source, false)) else { continue };
            let high = HIGH.iter().any(|high| position.starts_with(high)) && !position.contains(" of the senate");
            let minister = MINISTERS.iter().any(|office| position.starts_with(office));
            let is_high = high || minister && term.to.is_none_or(|to| to >= LATE);
            // Of members of parliament who began long ago the list has lost the end.
            if !is_high && term.to.is_none() && term.from.is_some_and(|year| year < SINCE) {
                continue;
            }
            let terms = match is_high {
                true => &mut person.high,
                false => &mut person.other,
            };
            terms.entry(country.clone()).or_default().push(term);
        }
        Ok(People { people, owners })
    }

    /// A line for each name and country of those who are or were in high office, if nobody else on the list has
    /// the name.
    fn high(&self) -> Vec<String> {
        let people = self.people.iter();
        people.flat_map(|(id, person)| self.lines(id, person, "h", &person.high, 1)).collect()
    }

    /// The same of all, the others being told from those of their name by their countries.
    fn all(&self) -> Vec<String> {
        let lines = self.people.iter().flat_map(|(id, person)| match person.high.is_empty() {
            true => self.lines(id, person, "m", &person.other, MOST),
            false => self.lines(id, person, "h", &person.high, MOST),
        });
        lines.collect()
    }

    /// A line for each of the countries and each name of a person that no more than so many people have.
    fn lines(
        &self,
        id: &str,
        person: &Person,
        class: &str,
        countries: &BTreeMap<String, Vec<Term>>,
        most: usize,
    ) -> Vec<String> {
        let keys: BTreeSet<String> = person
            .names
            .iter()
            .map(|name| identity_key(name, true))
            .flat_map(|key| [ends(&key), Some(key)])
            .flatten()
            .filter(|key| key.contains(' ') && key.is_ascii() && self.owners[key].len() <= most)
            .collect();
        let number = id.trim_start_matches('Q');
        let lines = countries.iter().flat_map(|(country, terms)| {
            let rest = format!("{class}\t{number}\t{country}\t{}", years(terms));
            keys.iter().map(move |key| format!("{key}\t{}", rest.trim_end_matches('\t')))
        });
        lines.collect()
    }
}

/// The first and the last year in office. Of who is in it the last is not known.
fn years(terms: &[Term]) -> String {
    let year = |year: Option<i32>| year.map_or(String::new(), |year| year.to_string());
    let first = terms.iter().filter_map(|term| term.from).min();
    let last: Option<Vec<i32>> = terms.iter().map(|term| term.to).collect();
    format!("{}\t{}", year(first), year(last.and_then(|years| years.into_iter().max())))
}

/// The first and the last word of a name of three or more, without particles that belong to the last.
fn ends(key: &str) -> Option<String> {
    const PARTICLES: [&str; 14] =
        ["al", "bin", "ben", "da", "de", "del", "di", "do", "dos", "el", "la", "of", "van", "von"];
    let words: Vec<&str> = key.split(' ').collect();
    let plain = !words.iter().any(|word| PARTICLES.contains(word));
    (words.len() >= 3 && plain).then(|| format!("{} {}", words[0], words[words.len() - 1]))
}
