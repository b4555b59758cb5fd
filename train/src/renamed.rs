//! Articles with some of their towns, people and bodies renamed, so that the model learns to tell names that no list
//! has by what stands beside them: the annotated articles hold few of those, news of the whole world many.

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::path::Path;

use crate::corpus::Document;
use crate::invented::Letters;
use crate::random::Random;
use crate::rows;

/// How many of a hundred towns are renamed; of the words of people's names, and of bodies of one word.
const TOWNS: usize = 80;
const OTHERS: usize = 35;
/// One of so many towns gets a name of two words.
const ONE_LONG: usize = 4;
/// How long the word is with which a longer name may begin that tells of a town: "Oslo University".
const TOWN_WITHIN: usize = 5;

/// Renames what articles are about.
pub struct Renamer {
    random: Random,
    towns: HashSet<String>,
    like_towns: Letters,
    like_surnames: Letters,
}

impl Renamer {
    /// Reads the lists of cities and surnames.
    pub fn new(data: &Path) -> Result<Self, Box<dyn Error>> {
        let names = |file: &str| -> Result<Vec<String>, Box<dyn Error>> {
            Ok(rows(&data.join("gazetteers").join(file))?.into_iter().map(|mut row| row.swap_remove(0)).collect())
        };
        Ok(Renamer::of(names("cities.tsv")?, &names("surnames.tsv")?))
    }

    fn of(towns: Vec<String>, surnames: &[String]) -> Self {
        let (like_towns, like_surnames) = (Letters::of(&towns), Letters::of(surnames));
        let random = Random(0x0BAD_CAFE_1234_5677);
        Renamer { random, towns: towns.into_iter().collect(), like_towns, like_surnames }
    }

    /// The article with some names replaced, each by the same wherever it stands.
    pub fn renamed(&mut self, document: &Document) -> Document {
        let mut names: Vec<_> = document.names.iter().map(|((start, end), kind)| (*start, *end, kind)).collect();
        names.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
        let mut new_names = HashMap::new();
        let mut renamed = Document { text: String::new(), names: HashMap::new(), part: document.part };
        let mut last = 0;
        for (start, end, kind) in names {
            // An annotation within another.
            if start < last {
                continue;
            }
            renamed.text.push_str(&document.text[last..start]);
            let at = renamed.text.len();
            renamed.text.push_str(&self.rename(&document.text[start..end], kind, &mut new_names));
            renamed.names.insert((at, renamed.text.len()), kind.clone());
            last = end;
        }
        renamed.text.push_str(&document.text[last..]);
        renamed
    }

    fn rename(&mut self, name: &str, kind: &str, new_names: &mut HashMap<String, String>) -> String {
        let (first, rest) = name.split_at(name.find(' ').unwrap_or(name.len()));
        match kind {
            "GPE" | "LOC" if self.towns.contains(name) => self.new_town(name, new_names),
            "PERSON" => {
                let words: Vec<String> = name.split(' ').map(|word| self.new_word(word, true, new_names)).collect();
                words.join(" ")
            }
            "ORG" if rest.is_empty() => self.new_word(name, false, new_names),
            "ORG" | "FAC" | "LOC" | "EVENT"
                if !rest.is_empty() && first.len() >= TOWN_WITHIN && self.towns.contains(first) =>
            {
                self.new_town(first, new_names) + rest
            }
            _ => name.to_string(),
        }
    }

    fn new_town(&mut self, town: &str, new_names: &mut HashMap<String, String>) -> String {
        let (random, letters) = (&mut self.random, &self.like_towns);
        let invent = || {
            if random.below(100) >= TOWNS {
                return town.to_string();
            }
            let word = letters.name(random);
            if random.below(ONE_LONG) == 0 { format!("{word} {}", letters.name(random)) } else { word }
        };
        new_names.entry(town.to_string()).or_insert_with(invent).clone()
    }

    fn new_word(&mut self, word: &str, of_person: bool, new_names: &mut HashMap<String, String>) -> String {
        let (random, letters) = (&mut self.random, if of_person { &self.like_surnames } else { &self.like_towns });
        let invent = || match is_plain(word) && random.below(100) < OTHERS {
            true => letters.name(random),
            false => word.to_string(),
        };
        new_names.entry(word.to_string()).or_insert_with(invent).clone()
    }
}

/// A capital and small letters: no acronym, no initial.
fn is_plain(word: &str) -> bool {
    let mut letters = word.bytes();
    word.len() > 2
        && letters.next().is_some_and(|letter| letter.is_ascii_uppercase())
        && letters.all(|letter| letter.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Part, Range};

    const TEXT: &str = "In Norwood, Ana Mota of Norwood Hospital said: Norwood is calm.";

    fn article() -> Document {
        let place = |name: &str, nth: usize| -> Range {
            let (start, _) = TEXT.match_indices(name).nth(nth).unwrap();
            (start, start + name.len())
        };
        let names = [(place("Norwood", 0), "GPE"), (place("Ana Mota", 0), "PERSON")];
        let more = [(place("Norwood Hospital", 0), "ORG"), (place("Norwood", 2), "GPE")];
        let names = names.into_iter().chain(more).map(|(range, kind)| (range, kind.to_string())).collect();
        Document { text: TEXT.to_string(), names, part: Part::Train }
    }

    #[test]
    fn a_name_is_renamed_alike_wherever_it_stands() {
        let list = ["Norwood", "Bergen", "Skien", "Halden"].map(String::from);
        let mut renamer = Renamer::of(list.to_vec(), &list);
        let mut changed = 0;
        for _ in 0..20 {
            let Document { text, names, .. } = renamer.renamed(&article());
            let mut spans: Vec<_> = names.iter().collect();
            spans.sort();
            let spans: Vec<(&str, &str)> = spans.iter().map(|((s, e), kind)| (&text[*s..*e], kind.as_str())).collect();
            let [(town, "GPE"), (person, "PERSON"), (hospital, "ORG"), (again, "GPE")] = spans[..] else {
                panic!("{spans:?}")
            };
            assert_eq!((town, hospital), (again, format!("{town} Hospital").as_str()));
            assert_eq!(person.split(' ').count(), 2);
            changed += usize::from(town != "Norwood");
        }
        assert!((1..20).contains(&changed));
    }
}
