//! Pages of results, standings and prices, as agencies send them, filled with names of the open
//! lists: articles to learn from, because the annotated ones hold hardly any tables.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use crate::corpus::{Document, Part};
use crate::random::Random;
use crate::rows;

/// How many pages are made: more would teach that names are those of the lists.
const PAGES: usize = 132;

/// Each page: its headings, then lines of which several follow one another. In braces stands what is
/// filled in; in capitals, in capitals.
const LAYOUTS: &[(&[&str], &[&str])] = &[
    (
        &[
            "{SPORT} - {NATION} LEAGUE RESULTS.",
            "{CITY}, {date}",
            "Results of {nation} first division matches on {day}:",
        ],
        &["{club} {n} {club} {n}"],
    ),
    (&["{SPORT} - RESULTS OF {NATION} CUP MATCHES.", "{CITY} {day}"], &["{club} {n} {club} {n} (halftime {n}-{n})"]),
    (
        &["{SPORT} - {NATION} FIRST DIVISION SUMMARIES.", "{CITY} {iso}", "Summaries of matches played on {day}:"],
        &[
            "{club} {n} ({surname} {nn}, {surname} {nn} penalty) {club} {n} ({surname} {nn}). Halftime {n}-{n}. Attendance {nn},000.",
            "{club} {n} {club} 0. Scorers: {surname} {nn}, {surname} {nn}. Attendance: {nn},{nnn}.",
        ],
    ),
    (
        &[
            "{SPORT} - {NATION} STANDINGS.",
            "{CITY} {date}",
            "Standings after {day}'s games (tabulate under played, won, drawn, lost, goals for, against, points):",
        ],
        &["{club} {nn} {n} {n} {n} {nn} {nn} {nn}"],
    ),
    (
        &["{SPORT} - WORLD CUP QUALIFIERS.", "{CITY}, {date}", "Results of qualifying matches:"],
        &["In {city}: {country} {n} {country} {n}", "{country} {n} {country} {n} (halftime {n}-{n})"],
    ),
    (
        &["{SPORT} - {COUNTRY} V {COUNTRY} SCOREBOARD."],
        &[
            "{initials} {surname} c {surname} b {surname} {nn}",
            "{initials} {surname} not out {nn}",
            "{initials} {surname} lbw b {surname} {n}",
            "{person} c {surname} b {surname} {nn}",
            "{person} run out {nn}",
            "{person} b {surname} {n}",
            "Extras (lb-{n} nb-{n} w-{nn}) {nn}",
            "Total (for {n} wickets in {nn} overs) {nnn}",
            "Bowling: {surname} {nn}-{n}-{nn}-{n}, {surname} {nn}-{n}-{nn}-{n}, {surname} {n}-{n}-{nn}-0.",
        ],
    ),
    (
        &["CRICKET - {COUNTRY} BEAT {COUNTRY} BY {NN} RUNS.", "{CITY}, {date}"],
        &[
            "{country} {nnn} all out ({initials} {surname} {nn}, {initials} {surname} {nn}; {initials} {surname} {n}-{nn}).",
            "{country} {nnn} for {n} ({surname} {nn} not out), {country} {nnn} and {nnn} ({surname} {nn}).",
            "Bowling: {surname} {nn}-{n}-{nn}-{n}, {surname} {nn}-{n}-{nn}-{n}, {surname} {n}-{n}-{nn}-0.",
        ],
    ),
    (
        &["BASEBALL - MAJOR LEAGUE RESULTS.", "{CITY} {iso}", "Results of games on {day} (home team in CAPS):"],
        &["{homecity} {n} {HOMECITY} {n}", "{HOMECITY} {nn} {homecity} {n}", "{HOMECITY} {n} {homecity} {n} (in {nn})"],
    ),
    (
        &[
            "STANDINGS AFTER {DAY}'S GAMES",
            "{CITY} {iso}",
            "EASTERN DIVISION",
            "W L PCT GB",
            "GP W L T GF GA PTS",
            "P W D L F A Pts",
        ],
        &["{HOMECITY} {nn} {nn} .{nnn} {n}", "{homecity} {nn} {nn} .{nnn} {n} 1/2"],
    ),
    (&["{SPORT} - SCHEDULE FOR {DAY}.", "SCHEDULED GAMES"], &["{HOMECITY} AT {HOSTS}", "{homecity} at {hosts}"]),
    (
        &[
            "TENNIS - RESULTS AT {NATION} OPEN.",
            "{CITY}, {date}",
            "Results from the {nation} Open on {day} (prefix number denotes seeding):",
        ],
        &[
            "{person} ({country}) beat {person} ({country}) {set} {set}",
            "{n}-{person} ({country}) beat {person} ({country}) {set} {set} {set}",
            "{person} ({country}) bt {n} - {person} ({country}) {set} {set}",
            "{person} and {person} ({country}) beat {person} and {person} ({country}) {set} {set}",
        ],
    ),
    (
        &["{SPORT} - WORLD GRAND PRIX RESULTS.", "{CITY} {iso}", "Leading results:", "Men's {nnn} metres:"],
        &[
            "{row}. {person} ({country}) {n}:{nn}.{nn}",
            "{row}. {person} ({country}) {nn}.{nn} seconds",
            "{row}. {person} (Britain) {nn}.{nn}",
        ],
    ),
    (
        &[
            "CYCLING - TOUR OF {COUNTRY} RESULTS.",
            "{CITY}, {date}",
            "Result of the {nnn}-km stage from {city} to {city}:",
        ],
        &[
            "{row}. {person} ({country}) {n} hours {nn} minutes {nn} seconds",
            "{row}. {person} ({country}) {nn} seconds behind",
            "{row}. {person} ({country}) same time",
        ],
    ),
    (
        &[
            "GOLF - LEADING SCORES AT {NATION} OPEN.",
            "{CITY} {date}",
            "Leading scores after the third round ({nation} unless stated):",
        ],
        &[
            "{nnn} {person} {nn} {nn} {nn}",
            "{nnn} {person} ({country}) {nn} {nn} {nn}",
            "{nnn} {person} {nn} {nn} {nn}, {person} {nn} {nn} {nn}",
        ],
    ),
    (
        &["MOTOR RACING - {NATION} GRAND PRIX GRID.", "{CITY} {date}"],
        &["{row}. {person} ({country}) {company} {n}:{nn}.{nnn}", "{row}. {person} ({country}), {company}, {nn} laps"],
    ),
    (
        &["SKIING - WORLD CUP STANDINGS.", "World Cup standings after {n} races:"],
        &[
            "{row}. {person} ({country}) {nnn} points",
            "{row}. {country} {nnn}",
            "{row} equal. {person} ({country}) and {person} ({country}) {nn}",
        ],
    ),
    (
        &["RUGBY - {COUNTRY} NAME TEAM TO PLAY {COUNTRY}.", "Team: "],
        &[
            "{nn}-{person}, {nn}-{person}, {nn}-{person}, {n}-{person} (captain)",
            "{person} ({club}), {person} ({club}), {initials} {surname} ({club})",
        ],
    ),
    (
        &["SPORTS TRANSACTIONS", "{date}"],
        &[
            "{HOMECITY} -- Signed {person} to a one-year contract.",
            "{HOMECITY} - Released {person} and {person}.",
            "{club} - Named {person} coach.",
        ],
    ),
    (
        &["ACTIVE SHARES IN {CITY}", "{date}"],
        &[
            "{company} {nn}.{nn} up {n}.{nn}",
            "{company} {nn} 1/{n} - {n}/8",
            "{company} closed at {nn}.{nn}, down {n}.{nn}",
        ],
    ),
    (&["WORLD WEATHER", "{date}"], &["{city} {nn} {nn} cloudy", "{city} {nn} {nn} rain", "{CITY} {nn} {n} clear"]),
    (&["MEDALS TABLE", "Gold Silver Bronze Total"], &["{country} {n} {n} {n} {nn}", "{row}. {country} {n} {n} {n}"]),
    (
        &["BOXING RESULTS", "{CITY}, {date}"],
        &[
            "{person}, {country}, beat {person}, {country}, on points",
            "{person} ({country}) knocked out {person} ({country}) in the {n}th round",
        ],
    ),
];

/// What the blanks are filled with, beside the open lists.
const SPORTS: &[&str] =
    &["Soccer", "Basketball", "Hockey", "Rugby Union", "Volleyball", "Handball", "Athletics", "Swimming"];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: &[&str] = &["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
/// Countries as results name them, more often than the rest of the world.
const COUNTRIES: &[&str] = &[
    "Argentina",
    "Australia",
    "Austria",
    "Belgium",
    "Brazil",
    "Britain",
    "Canada",
    "Chile",
    "China",
    "Colombia",
    "Croatia",
    "Cuba",
    "Czech Republic",
    "Denmark",
    "England",
    "Ethiopia",
    "Finland",
    "France",
    "Germany",
    "Hungary",
    "India",
    "Ireland",
    "Italy",
    "Jamaica",
    "Japan",
    "Kenya",
    "Mexico",
    "Morocco",
    "Netherlands",
    "New Zealand",
    "Nigeria",
    "Norway",
    "Pakistan",
    "Poland",
    "Portugal",
    "Romania",
    "Russia",
    "Scotland",
    "Slovakia",
    "South Africa",
    "South Korea",
    "Spain",
    "Sri Lanka",
    "Sweden",
    "Switzerland",
    "U.S.",
    "UAE",
    "Ukraine",
    "United States",
    "Wales",
    "West Indies",
    "Zimbabwe",
];
/// Cities that stand for the teams that play there.
const HOME_CITIES: &[&str] = &[
    "Anaheim",
    "Atlanta",
    "Baltimore",
    "Boston",
    "Buffalo",
    "Calgary",
    "California",
    "Carolina",
    "Charlotte",
    "Chicago",
    "Cincinnati",
    "Cleveland",
    "Colorado",
    "Columbus",
    "Dallas",
    "Denver",
    "Detroit",
    "Edmonton",
    "Florida",
    "Golden State",
    "Green Bay",
    "Hartford",
    "Houston",
    "Indiana",
    "Indianapolis",
    "Jacksonville",
    "Kansas City",
    "L.A. Clippers",
    "Las Vegas",
    "Los Angeles",
    "Memphis",
    "Miami",
    "Milwaukee",
    "Minnesota",
    "Montreal",
    "N.Y. Islanders",
    "N.Y. Rangers",
    "Nashville",
    "New England",
    "New Jersey",
    "New Orleans",
    "New York",
    "NY Yankees",
    "Oakland",
    "Oklahoma City",
    "Orlando",
    "Ottawa",
    "Philadelphia",
    "Phoenix",
    "Pittsburgh",
    "Portland",
    "Sacramento",
    "San Antonio",
    "San Diego",
    "San Francisco",
    "San Jose",
    "Seattle",
    "St. Louis",
    "Tampa Bay",
    "Tennessee",
    "Texas",
    "Toronto",
    "Utah",
    "Vancouver",
    "Washington",
    "Winnipeg",
];

/// The pages.
pub fn documents(data: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let mut filler = Filler::new(&data.join("gazetteers"))?;
    Ok((0..PAGES).map(|page| filler.page(LAYOUTS[page % LAYOUTS.len()])).collect())
}

struct Filler {
    random: Random,
    people: Vec<String>,
    cities: Vec<String>,
    clubs: Vec<String>,
    companies: Vec<String>,
    nations: Vec<String>,
}

impl Filler {
    fn new(lists: &Path) -> Result<Self, Box<dyn Error>> {
        let plain = |name: &&String| name.chars().all(|letter| letter.is_alphabetic() || " -'.".contains(letter));
        let column =
            |file: &str, column: usize, keep: &dyn Fn(&[String]) -> bool| -> Result<Vec<String>, Box<dyn Error>> {
                let rows = rows(&lists.join(file))?;
                let kept = rows.iter().filter(|row| keep(row)).map(|row| &row[column]);
                Ok(kept.filter(plain).filter(|name| name.starts_with(char::is_uppercase)).cloned().collect())
            };
        Ok(Filler {
            random: Random(0x5851_F42D_4C95_7F2D),
            people: column("people.tsv", 0, &|row| row[0].split(' ').count() == 2)?,
            cities: column("cities.tsv", 0, &|_| true)?,
            clubs: column("organizations.tsv", 0, &|row| row[4] == "openfootball")?,
            companies: column("organizations.tsv", 0, &|row| row[4] == "s-and-p-500")?,
            nations: column("nationalities.tsv", 3, &|row| !row[3].contains(' '))?,
        })
    }

    fn page(&mut self, (headings, lines): (&[&str], &[&str])) -> Document {
        let mut page = Document { text: String::new(), names: HashMap::new(), part: Part::Train };
        // Corpora of tokens have a space beside every mark.
        let apart = self.random.below(3) == 0;
        headings.iter().for_each(|heading| self.line(heading, 0, apart, &mut page));
        let line = self.random.below(lines.len());
        for row in 1..8 + self.random.below(10) {
            let other = self.random.below(4) == 0;
            let line = if other { self.random.below(lines.len()) } else { line };
            self.line(lines[line], row, apart, &mut page);
        }
        page
    }

    /// Appends a line with its blanks filled.
    fn line(&mut self, line: &str, row: usize, apart: bool, page: &mut Document) {
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('{') {
            let (blank, after) = after.split_once('}').expect("every brace is closed");
            push(before, apart, &mut page.text);
            let small = blank.to_ascii_lowercase();
            let (filling, name_type) = self.fill(&small, row);
            let start = page.text.len();
            page.text.push_str(&if small == blank { filling } else { filling.to_uppercase() });
            if let Some(name_type) = name_type {
                page.names.insert((start, page.text.len()), name_type.to_string());
            }
            rest = after;
        }
        push(rest, apart, &mut page.text);
        page.text.push('\n');
    }

    fn fill(&mut self, blank: &str, row: usize) -> (String, Option<&'static str>) {
        let surname = |name: &String| name.split(' ').next_back().unwrap_or_default().to_string();
        match blank {
            "row" => (row.to_string(), None),
            "n" => (self.random.below(9).to_string(), None),
            "nn" => ((10 + self.random.below(80)).to_string(), None),
            "nnn" => ((100 + self.random.below(800)).to_string(), None),
            "set" => (["6-3", "6-4", "7-5", "6-1", "7-6 (7-4)", "3-6"][self.random.below(6)].to_string(), None),
            "sport" => (self.random.pick(SPORTS).to_string(), None),
            "day" => (self.random.pick(DAYS).to_string(), None),
            "iso" => (
                format!(
                    "199{}-{:02}-{:02}",
                    self.random.below(10),
                    1 + self.random.below(12),
                    1 + self.random.below(28)
                ),
                None,
            ),
            "date" => (format!("{} {}", self.random.pick(MONTHS), 1 + self.random.below(30)), None),
            "initials" => (format!("{}.", char::from(b'A' + self.random.below(26) as u8)), None),
            "person" => (self.random.pick(&self.people).clone(), Some("PERSON")),
            "surname" => (surname(self.random.pick(&self.people)), Some("PERSON")),
            "country" => (self.random.pick(COUNTRIES).to_string(), Some("GPE")),
            "nation" => (self.random.pick(&self.nations).clone(), Some("NORP")),
            "city" => (self.random.pick(&self.cities).clone(), Some("GPE")),
            "homecity" => (self.random.pick(HOME_CITIES).to_string(), Some("ORG")),
            "hosts" => (self.random.pick(HOME_CITIES).to_string(), Some("GPE")),
            "club" => (self.random.pick(&self.clubs).clone(), Some("ORG")),
            "company" => (self.random.pick(&self.companies).clone(), Some("ORG")),
            _ => panic!("a layout has an unknown blank: {blank}"),
        }
    }
}

/// Appends what stands between the blanks.
fn push(text: &str, apart: bool, out: &mut String) {
    for letter in text.chars() {
        let mark = "().,:;".contains(letter);
        if apart && mark && !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
        // A name of several marks keeps its own.
        if !(letter == ' ' && out.ends_with(' ')) {
            out.push(letter);
        }
        if apart && mark {
            out.push(' ');
        }
    }
}
