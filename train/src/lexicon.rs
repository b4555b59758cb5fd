//! Compiles the lexicon from the open lists of the data folder and the project's own terms.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;
use std::path::Path;

use crate::rows;
use wirecopy::training::{Kinds, Lexicon, fold, terms};

const FOLDER: &str = "src/recognize/lexicon";

/// A word is common if running text writes it small at least this often, and more often than
/// with a capital within a sentence.
const COMMON_FROM: u32 = 20;

/// Writes `names.bin`.
pub fn compile(data: &Path) -> Result<(), Box<dyn Error>> {
    let terms = terms(&std::fs::read_to_string(format!("{FOLDER}/terms.tsv"))?)?;
    let counts = Counts::of(&crate::unlabelled(data)?);
    let mut names = Names { keys: BTreeMap::new(), places: places_of(&terms) };
    let lists = data.join("gazetteers");
    names.people(&lists, &counts)?;
    names.places(&lists)?;
    names.organizations(&lists)?;
    names.common(&counts);
    for kind in [Kinds::GIVEN, Kinds::SURNAME, Kinds::TOWN, Kinds::ORG, Kinds::COMMON] {
        eprintln!("{kind:?}: {} names", names.keys.values().filter(|(_, kinds)| kinds.any(kind)).count());
    }
    let mut lexicon = Lexicon::default();
    let listed = names.keys.values().map(|(name, kinds)| (name, *kinds));
    for (name, kinds) in listed.chain(terms.iter().map(|(term, kinds)| (term, *kinds))) {
        lexicon.add(name, kinds);
    }
    let packed = lexicon.pack();
    eprintln!("names.bin: {} bytes", packed.len());
    Ok(std::fs::write(format!("{FOLDER}/names.bin"), packed)?)
}

/// How often the unlabelled text writes a word small, and with a capital where no sentence starts.
#[derive(Default)]
struct Counts {
    small: HashMap<String, u32>,
    capital: HashMap<String, u32>,
}

impl Counts {
    fn of(text: &str) -> Self {
        let mut counts = Counts::default();
        text.lines().for_each(|line| counts.add(line));
        counts
    }

    fn add(&mut self, line: &str) {
        let mut starts = true;
        for word in line.split_whitespace() {
            let bare = word.trim_matches(|mark: char| !mark.is_alphanumeric());
            let opened = !word.starts_with(char::is_alphanumeric);
            let letters = bare.split(['-', '\'', '’']).next().unwrap_or("");
            if letters.starts_with(char::is_lowercase) {
                *self.small.entry(key(letters)).or_default() += 1;
            } else if letters.starts_with(char::is_uppercase) && !starts && !opened {
                *self.capital.entry(key(letters)).or_default() += 1;
            }
            starts = word.ends_with(['.', '!', '?', ':', '"', '”', ')']);
        }
    }

    fn small(&self, key: &str) -> u32 {
        self.small.get(key).copied().unwrap_or(0)
    }

    fn capital(&self, key: &str) -> u32 {
        self.capital.get(key).copied().unwrap_or(0)
    }
}

fn key(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    fold(name, |byte| {
        bytes.push(byte);
        true
    });
    String::from_utf8(bytes).expect("folding keeps whole characters")
}

/// The keys of the places among the project's own terms.
fn places_of(terms: &[(String, Kinds)]) -> HashSet<String> {
    terms.iter().filter(|(_, kinds)| kinds.any(Kinds::GPE)).map(|(term, _)| key(term)).collect()
}

struct Names {
    /// By their keys: the names as first listed, and their kinds.
    keys: BTreeMap<String, (String, Kinds)>,
    /// Places that are more than a town of that name.
    places: HashSet<String>,
}

impl Names {
    fn add(&mut self, name: &str, kinds: Kinds) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        // Single letters and what no text would spell out are junk in these lists.
        if name.chars().filter(|letter| letter.is_alphabetic()).count() < 2 || name.len() > 60 {
            return;
        }
        let (_, known) = self.keys.entry(key(&name)).or_insert((name, Kinds::NONE));
        *known = known.and(kinds);
    }

    /// Given names and surnames: those that two lists or two countries agree on, and those that
    /// officials of the world or the unlabelled text bear.
    fn people(&mut self, lists: &Path, counts: &Counts) -> Result<(), Box<dyn Error>> {
        let mut officials: [HashMap<String, HashSet<String>>; 2] = Default::default();
        for row in rows(&lists.join("people.tsv"))? {
            let words: Vec<&str> = row[0].split(' ').filter(|word| !word.contains(['.', '(', ','])).collect();
            if let [first, .., last] = words[..] {
                officials[0].entry(key(first)).or_default().insert(row[1].clone());
                officials[1].entry(key(last)).or_default().insert(row[1].clone());
            }
        }
        for (index, (file, kind, source)) in
            [("given_names.tsv", Kinds::GIVEN, 3), ("surnames.tsv", Kinds::SURNAME, 2)].into_iter().enumerate()
        {
            let mut listed: HashMap<String, (String, u32)> = HashMap::new();
            for row in rows(&lists.join(file))? {
                let plain = row[0].chars().all(|letter| letter.is_alphabetic() || "-'’ ".contains(letter));
                if plain && row[0].starts_with(char::is_uppercase) {
                    let entry = listed.entry(key(&row[0])).or_insert_with(|| (row[0].clone(), 0));
                    entry.1 += if row[source] == "popular-names" { 2 } else { 1 };
                }
            }
            for (key, bearers) in &officials[index] {
                if bearers.len() >= 2 || counts.capital(key) > 0 && counts.small(key) < 3 {
                    listed.entry(key.clone()).or_insert_with(|| (key.clone(), 0)).1 += 2;
                }
            }
            for (key, (name, times)) in listed {
                let seen = counts.capital(&key);
                let doubtful = counts.small(&key) > 20 * seen && times < 3;
                if (times >= 2 || seen >= 1) && !doubtful {
                    self.add(&name, kind);
                }
            }
        }
        Ok(())
    }

    fn places(&mut self, lists: &Path) -> Result<(), Box<dyn Error>> {
        for row in rows(&lists.join("countries.tsv"))? {
            for name in [&row[2], &row[3], &row[4]] {
                self.add(name, Kinds::GPE);
                self.places.insert(key(name));
            }
        }
        for row in rows(&lists.join("nationalities.tsv"))? {
            let stems =
                row[2..4].iter().flat_map(|cell| cell.split(['(', ')', ',', ';']).flat_map(|part| part.split(" or ")));
            for name in stems.map(str::trim).filter(|name| name.starts_with(char::is_uppercase)) {
                self.add(name, Kinds::NORP);
                if row[2].contains("(s)") {
                    self.add(&format!("{name}s"), Kinds::NORP);
                }
            }
        }
        for row in rows(&lists.join("regions.tsv"))? {
            let name = row[0].trim_start_matches("Municipality of ").trim_end_matches(" Region");
            let name = name.trim_end_matches(" Province").trim_end_matches(" District").trim_end_matches(" County");
            self.add_town(name);
        }
        for row in rows(&lists.join("cities.tsv"))? {
            self.add_town(&row[0]);
        }
        Ok(())
    }

    fn add_town(&mut self, name: &str) {
        if !self.places.contains(&key(name)) {
            self.add(name, Kinds::GPE.and(Kinds::TOWN));
        }
    }

    /// Names of organisations that do not say themselves what they are: a "... University" or
    /// "... Party" is known by its last word.
    fn organizations(&mut self, lists: &Path) -> Result<(), Box<dyn Error>> {
        for row in rows(&lists.join("organizations.tsv"))? {
            let name = row[0].split(['(', '/', ';', '[']).next().unwrap_or("").trim();
            let words = name.split(' ').count();
            let speaks =
                ["Party", "University", "College", "Institute", "School", "Union", "Movement", "Academy", "Front"];
            let spoken = speaks.iter().any(|word| name.contains(word));
            let kept = match row[2].as_str() {
                "club" => words >= 2,
                "company" => true,
                "international" => words >= 2,
                "party" => !spoken && (2..=5).contains(&words) && name.is_ascii(),
                _ => false,
            };
            if kept && !spoken {
                let bare = name.trim_end_matches(" Inc.").trim_end_matches(" Inc").trim_end_matches(" Corp.");
                self.add(bare.trim_end_matches(','), Kinds::ORG);
            }
        }
        Ok(())
    }

    fn common(&mut self, counts: &Counts) {
        for (word, small) in &counts.small {
            if *small >= COMMON_FROM && *small > counts.capital(word) {
                self.add(word, Kinds::COMMON);
            }
        }
    }
}
