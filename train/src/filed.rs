//! Articles with datelines before them, as agencies file them: the annotated ones have none. Half of the places
//! are invented, so that the model learns to believe a dateline whose place no list has.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use crate::corpus::Document;
use crate::invented::Letters;
use crate::random::Random;
use crate::rows;

/// Datelines with blanks: in braces stands what is filled in.
const FORMS: &[&str] = &[
    "{place}, {country} ({agency}) - ",
    "{place}, {country}, {month} {day}, {year} ({agency}) — ",
    "{place} ({agency}) - ",
    "{place}, {month} {day} ({agency}) – ",
    "{place}, {month} {day} - ",
    "{place}. {month} {day} /{agency}/. ",
    "{place} {year}-0{n}-{day}\n",
    "{place}/{place} ({agency}) - ",
];
const MONTHS: &[&str] = &["Jan.", "February", "March", "April", "May", "Aug.", "September", "Oct.", "Nov.", "December"];
const AGENCIES: &[&str] = &["AFP", "ANSA", "AP", "IANS", "Reuters", "TASS", "Xinhua", "dpa"];
const COUNTRIES: &[&str] =
    &["Brazil", "Denmark", "France", "Ghana", "India", "Iraq", "Japan", "Norway", "Russia", "Spain"];

/// How long a line is that may be the first paragraph.
const PARAGRAPH: usize = 120;

/// Files articles.
pub struct Desk {
    random: Random,
    cities: Vec<String>,
    letters: Letters,
}

impl Desk {
    /// Reads the list of cities.
    pub fn new(data: &Path) -> Result<Self, Box<dyn Error>> {
        let rows = rows(&data.join("gazetteers/cities.tsv"))?;
        let cities: Vec<String> = rows.into_iter().map(|mut row| row.swap_remove(0)).collect();
        Ok(Desk { random: Random(0x1234_5678_9ABC_DEF1), letters: Letters::of(&cities), cities })
    }

    /// Half of the articles with a dateline before their first paragraph, the others as they are.
    pub fn filed(&mut self, document: Document) -> Document {
        let Some(at) = first_paragraph(&document.text).filter(|_| self.random.below(2) == 0) else { return document };
        let (before, after) = document.text.split_at(at);
        let mut text = before.to_string();
        let mut names = HashMap::new();
        self.append_dateline(&mut text, &mut names);
        let longer = text.len() - at;
        text.push_str(after);
        let moved = |place: usize| if place >= at { place + longer } else { place };
        names.extend(document.names.into_iter().map(|((start, end), kind)| ((moved(start), moved(end)), kind)));
        Document { text, names, part: document.part }
    }

    fn append_dateline(&mut self, text: &mut String, names: &mut HashMap<(usize, usize), String>) {
        let mut rest = *self.random.pick(FORMS);
        while let Some((words, after)) = rest.split_once('{') {
            let (blank, after) = after.split_once('}').expect("every brace is closed");
            text.push_str(words);
            let (filling, name_type) = self.fill(blank);
            let start = text.len();
            text.push_str(&filling);
            names.extend(name_type.map(|name_type| ((start, text.len()), name_type.to_string())));
            rest = after;
        }
        text.push_str(rest);
    }

    fn fill(&mut self, blank: &str) -> (String, Option<&'static str>) {
        let random = &mut self.random;
        match blank {
            "place" if random.below(2) == 0 => (random.pick(&self.cities).to_uppercase(), Some("GPE")),
            "place" => (self.letters.name(random).to_uppercase(), Some("GPE")),
            "country" => (random.pick(COUNTRIES).to_string(), Some("GPE")),
            "agency" => (random.pick(AGENCIES).to_string(), Some("ORG")),
            "month" => (random.pick(MONTHS).to_string(), None),
            "day" => ((10 + random.below(18)).to_string(), None),
            "year" => ((1990 + random.below(40)).to_string(), None),
            "n" => ((1 + random.below(9)).to_string(), None),
            _ => panic!("a form has an unknown blank: {blank}"),
        }
    }
}

fn first_paragraph(text: &str) -> Option<usize> {
    let line = text.lines().find(|line| line.len() >= PARAGRAPH)?;
    Some(line.as_ptr() as usize - text.as_ptr() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Part, trim};

    #[test]
    fn names_move_with_the_text() {
        let text = format!("Storm\n\nIn Oslo it rained{}", ", and rained".repeat(12));
        let cities: Vec<String> = ["Oslo", "Bergen", "Skien", "Halden"].map(String::from).into();
        let mut desk = Desk { random: Random(7), letters: Letters::of(&cities), cities };
        let mut filed = 0;
        for _ in 0..20 {
            let names = HashMap::from([((10, 14), "GPE".to_string())]);
            let document = desk.filed(Document { text: text.clone(), names, part: Part::Train });
            filed += usize::from(document.text != text);
            assert!(document.names.keys().any(|(start, end)| &document.text[*start..*end] == "Oslo"));
            for (start, end) in document.names.keys() {
                assert_eq!(trim(&document.text, *start..*end), (*start, *end));
            }
        }
        assert!((1..20).contains(&filed));
    }
}
