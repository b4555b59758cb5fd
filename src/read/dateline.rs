//! The dateline at the start of a passage.
//!
//! Finds: places, date and agency in the orders and between the signs that the agencies of the
//! world print, up to the dash, full stop or colon that closes them.
//! Evidence: a known agency; an unknown one in brackets behind capitals or a date; a date between
//! a place and a dash; capitals alone before a dash or a colon, which is weak: then the place has
//! to be known, or the words behind it have to begin a paragraph of some length.
//! Does not find: places in lower case, datelines below one another.
//!
//! Example: "OSLO, March 3 (Reuters) - ".

use std::sync::LazyLock;

use super::agencies;
use super::calendar::{self, Date};
use super::scan::{Scan, head};
use super::table::Table;

static PLACES: LazyLock<Table<2>> = LazyLock::new(|| Table::new(include_str!("places.tsv")));

/// No dateline is longer than this.
const LONGEST: usize = 200;

/// No dateline has more places than this, qualifiers included.
const MOST_PLACES: usize = 6;

/// A paragraph that follows a bare city is at least this long.
const PARAGRAPH: usize = 80;

/// A dateline, with offsets from the start of the passage.
#[derive(Debug, PartialEq)]
pub(super) struct Found {
    /// Where it ends: after the sign that closes it.
    pub end: usize,
    pub places: Vec<String>,
    pub date: Option<Date>,
    pub agency: Option<String>,
    /// The reporter, whom Russian agencies name in the dateline.
    pub author: Option<String>,
    /// Whether it is no more than an unknown name before a colon, as a speaker's is as well.
    pub weak: bool,
}

/// Reads the dateline that a passage starts with.
pub(super) fn find(passage: &str) -> Option<Found> {
    let first = passage.chars().next()?;
    if !first.is_alphanumeric() && first != '(' {
        return None;
    }
    let scan = Scan::new(head(passage, LONGEST));
    let draft = Draft { passage, ..Draft::default() };
    draft
        .agency_first(scan)
        .or_else(|| draft.date_first(scan))
        .or_else(|| draft.outlet_first(scan))
        .or_else(|| draft.places_first(scan))
}

/// What has been read so far.
#[derive(Clone, Default)]
struct Draft<'a> {
    passage: &'a str,
    places: Vec<&'a str>,
    /// Whether a state or a country stands behind a city.
    qualified: bool,
    date: Option<Date>,
    agency: Option<String>,
    /// Whether the agency is one of the table.
    known: bool,
    /// Whether brackets or slashes set the agency off.
    set_off: bool,
    author: Option<String>,
}

/// What closes a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Close {
    Dash,
    Stop,
    Colon,
    /// The line ends.
    End,
    /// Nothing: the text goes on with a capital.
    Nothing,
}

impl<'a> Draft<'a> {
    /// "(ANSA) - ROMA, 1 LUG - ", "(Reuters) - ", "AFP.- London - ".
    fn agency_first(&self, mut scan: Scan<'a>) -> Option<Found> {
        let mut draft = self.clone();
        if !draft.bracketed(&mut scan) || !draft.known {
            draft = self.clone();
            let word = scan.take_while(char::is_alphabetic);
            scan.rest().starts_with(".-").then_some(())?;
            draft.name(agencies::free(word)?);
        }
        let close = close(&mut scan).filter(|close| *close == Close::Dash)?;
        let with_place = scan.attempt(|scan| {
            let mut draft = draft.clone();
            scan.spaces();
            draft.read_places(scan)?;
            draft.read_date(scan);
            let close = self::close(scan)?;
            (close == Close::Dash
                && (draft.date.is_some() || scan.rest().starts_with(['T', ' ']) || draft.in_capitals()))
            .then(|| draft.finish(scan.at))
        });
        with_place.or_else(|| draft.set_off.then(|| draft.finish(scan.at))).filter(|_| close == Close::Dash)
    }

    /// "March 3 (Reuters) - ".
    fn date_first(&self, mut scan: Scan<'a>) -> Option<Found> {
        let mut draft = self.clone();
        draft.date = Some(calendar::date(&mut scan)?);
        scan.spaces();
        let named = draft.bracketed(&mut scan);
        (named && close(&mut scan)? == Close::Dash).then(|| draft.finish(scan.at))
    }

    /// "Harbour News, 27 January - ".
    fn outlet_first(&self, mut scan: Scan<'a>) -> Option<Found> {
        const MEDIA: [&str; 12] = [
            "News", "Times", "Press", "Post", "Agency", "Radio", "Daily", "Herald", "Tribune", "Online", "Newswire",
            "Report",
        ];
        const MOST_WORDS: usize = 5;
        let mut draft = self.clone();
        let mut spaces = 0;
        let outlet = scan.take_while(|c| {
            spaces += usize::from(c == ' ');
            c.is_alphanumeric() || c == '.' || c == ' ' && spaces < MOST_WORDS
        });
        if spaces >= MOST_WORDS || !MEDIA.contains(&outlet.rsplit(' ').next()?) || !scan.eat_spaced(",") {
            return None;
        }
        draft.date = Some(calendar::date(&mut scan)?);
        draft.agency = Some(outlet.into());
        (close(&mut scan)? == Close::Dash).then(|| draft.finish(scan.at))
    }

    /// Everything that begins with a place.
    fn places_first(&self, mut scan: Scan<'a>) -> Option<Found> {
        // "Friday, 9 September 2016 - " names no place.
        if calendar::date(&mut scan.clone()).is_some() {
            return None;
        }
        let mut draft = self.clone();
        draft.read_places(&mut scan)?;
        if goes_on_small(scan.rest()) {
            return None;
        }
        while draft.read_date(&mut scan) || draft.read_agency(&mut scan) {}
        let close = close(&mut scan).or_else(|| draft.close_without_sign(&scan))?;
        let weak = close == Close::Colon && draft.date.is_none() && !draft.is_known_place();
        draft.holds(close, &scan).then(|| Found { weak, ..draft.finish(scan.at) })
    }

    /// Reads the places, each with the state or country behind it.
    fn read_places(&mut self, scan: &mut Scan<'a>) -> Option<()> {
        self.places.push(place(scan)?);
        for _ in 0..MOST_PLACES {
            let more = scan.attempt(|scan| {
                let joined = joiner(scan);
                let comma = !joined && scan.eat_spaced(",");
                if !joined && !comma || calendar::date(&mut scan.clone()).is_some() {
                    return None;
                }
                // "AUCKLAND, AAP - " is a city and an agency.
                if comma && agency_and_dash(&mut scan.clone()).is_some() {
                    return None;
                }
                Some((joined, place(scan)?))
            });
            match more {
                Some((joined, name)) if joined || is_city(name, self.places[0]) => self.places.push(name),
                Some(_) => self.qualified = true,
                None => break,
            }
        }
        Some(())
    }

    /// Reads ", March 3", " (March 3, 2019)", " - 3 March 2019", ". 3 марта".
    fn read_date(&mut self, scan: &mut Scan<'a>) -> bool {
        if self.date.is_some() {
            return false;
        }
        self.date = scan.attempt(|scan| {
            let stop = scan.eat(".");
            scan.spaces();
            if scan.eat("(") {
                return calendar::date(scan).filter(|_| scan.eat(")"));
            }
            let comma = scan.eat(",");
            let dash = !comma && (scan.eat("-") || scan.eat("–") || scan.eat("—"));
            scan.spaces();
            let date = calendar::date(scan)?;
            // A date behind a dash belongs to the sentence unless a colon closes it.
            (!dash || scan.rest().starts_with(':')).then_some(())?;
            (!stop || scan.rest().starts_with('.') || scan.text[..scan.at].ends_with('.')).then_some(date)
        });
        self.date.is_some()
    }

    /// Reads "(AP)", "/TASS/", "AAP" before a dash, "— RIA Novosti" before a full stop.
    fn read_agency(&mut self, scan: &mut Scan<'a>) -> bool {
        if self.agency.is_some() {
            return false;
        }
        scan.attempt(|scan| {
            scan.eat(".");
            scan.eat(",");
            scan.spaces();
            (self.bracketed(scan) || self.between_slashes(scan)).then_some(())
        })
        .or_else(|| {
            scan.attempt(|scan| {
                scan.eat(".");
                scan.eat(",");
                scan.spaces();
                self.name(agency_and_dash(scan)?);
                Some(())
            })
        })
        .or_else(|| scan.attempt(|scan| self.after_dash(scan)))
        .is_some()
    }

    /// Reads the agency between brackets.
    fn bracketed(&mut self, scan: &mut Scan<'a>) -> bool {
        scan.attempt(|scan| {
            scan.eat("(").then_some(())?;
            let printed = scan.take_while(|c| !matches!(c, '(' | ')')).trim();
            scan.eat(")").then_some(())?;
            self.named(printed)
        })
        .is_some()
    }

    /// Reads the agency between slashes.
    fn between_slashes(&mut self, scan: &mut Scan<'a>) -> bool {
        scan.attempt(|scan| {
            scan.eat("/").then_some(())?;
            let printed = scan.take_while(|c| !matches!(c, '/' | '.' | ','));
            scan.eat("/").then_some(())?;
            let closed =
                scan.rest().starts_with(['.', ' ', '-', '—', '–']) || calendar::date(&mut scan.clone()).is_some();
            let in_capitals = printed.chars().all(char::is_uppercase);
            (closed && (in_capitals || agencies::bracketed(printed).is_some())).then_some(())?;
            self.named(printed)
        })
        .is_some()
    }

    /// Reads " — RIA Novosti." and the reporter's name before the stop, if there is one.
    fn after_dash(&mut self, scan: &mut Scan<'a>) -> Option<()> {
        scan.spaces();
        dash(scan).then_some(())?;
        scan.spaces();
        let printed = scan.take_while(|c| !matches!(c, '.' | ',' | ':' | ';'));
        let name = agencies::free(printed)?;
        let author = scan.attempt(|scan| {
            scan.eat_spaced(",").then_some(())?;
            let name = scan.take_while(|c| c.is_alphabetic() || c == ' ' || c == '-');
            let in_title_case = name.split(' ').all(|word| word.starts_with(char::is_uppercase));
            (in_title_case && name.len() <= 80).then(|| name.to_string())
        });
        scan.rest().starts_with('.').then_some(())?;
        self.name(name);
        self.author = author;
        Some(())
    }

    fn named(&mut self, printed: &str) -> Option<()> {
        match agencies::bracketed(printed) {
            Some(name) => self.name(name),
            None if may_name_agency(printed) => self.agency = Some(printed.into()),
            None => return None,
        }
        self.set_off = true;
        Some(())
    }

    fn name(&mut self, name: &str) {
        self.agency = Some(name.into());
        self.known = true;
    }

    /// Where no sign closes the dateline: at the end of its line, or after an agency's brackets.
    fn close_without_sign(&self, scan: &Scan) -> Option<Close> {
        let rest = scan.rest();
        if rest.trim().is_empty() {
            return Some(Close::End);
        }
        let capital = rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '«'));
        (self.set_off && self.known && capital).then_some(Close::Nothing)
    }

    /// Whether what has been read is evidence enough for a dateline.
    fn holds(&self, close: Close, scan: &Scan) -> bool {
        let capitals = self.in_capitals();
        let dated = self.date.is_some();
        match (&self.agency, close) {
            (Some(_), Close::Nothing) => capitals || dated,
            (Some(_), Close::End) => self.known && self.set_off && (capitals || dated),
            (Some(_), Close::Stop) => self.set_off || dated || capitals,
            (Some(_), _) if self.known => self.set_off || capitals || dated,
            (Some(_), _) => self.set_off && (capitals || dated),
            (None, Close::End) => dated && (capitals || self.is_known_place() || self.qualified),
            (None, Close::Stop | Close::Nothing) => false,
            (None, _) if dated => !is_label(self.places[0]),
            (None, Close::Dash) => capitals && !is_label(self.places[0]) && self.opens_paragraph(scan),
            (None, Close::Colon) => {
                let place = self.is_known_place() || looks_pronounceable(self.places[0]);
                capitals && place && !is_label(self.places[0]) && self.opens_paragraph(scan)
            }
        }
    }

    /// Whether every place is printed in capitals.
    fn in_capitals(&self) -> bool {
        !self.places.is_empty() && self.places.iter().all(|place| in_capitals(place))
    }

    fn is_known_place(&self) -> bool {
        self.places.iter().all(|place| PLACES.get(&place.to_lowercase()).is_some())
    }

    /// Whether the words behind the dateline begin a paragraph, as those behind a slug or a
    /// speaker's label do not.
    fn opens_paragraph(&self, scan: &Scan) -> bool {
        let rest = self.passage[scan.at..].trim();
        let begins =
            rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '“' | '"' | '«' | '‘'));
        let ends = rest.trim_end_matches(['"', '”', '»', '’', '\'', ')']).ends_with(['.', '?', '!', '…', ',', ':']);
        let word = rest.split(char::is_whitespace).next().unwrap_or("");
        let shouts = word.len() > 4 && in_capitals(word);
        begins && !shouts && rest.len() >= PARAGRAPH && (ends || self.is_known_place())
    }

    fn finish(&self, end: usize) -> Found {
        Found {
            end,
            places: self.places.iter().map(|place| place.to_string()).collect(),
            date: self.date,
            agency: self.agency.clone(),
            author: self.author.clone(),
            weak: false,
        }
    }
}

/// Whether two words in small letters come next, as in most paragraphs: no date, agency or sign.
fn goes_on_small(rest: &str) -> bool {
    let mut bytes = rest.bytes().skip_while(|byte| *byte == b' ').skip_while(u8::is_ascii_lowercase).peekable();
    let spaced = bytes.next_if_eq(&b' ').is_some();
    spaced && rest.starts_with(' ') && bytes.find(|byte| *byte != b' ').is_some_and(|byte| byte.is_ascii_lowercase())
}

/// Reads one place: words with capitals, with small ones between them.
fn place<'a>(scan: &mut Scan<'a>) -> Option<&'a str> {
    const LINKS: [&str; 18] = [
        "of", "the", "de", "la", "del", "do", "da", "dos", "am", "an", "der", "upon", "sur", "on", "di", "es", "и",
        "на",
    ];
    let start = scan.at;
    let mut end = start;
    for _ in 0..6 {
        let mut ahead = *scan;
        let spaced = end > start && ahead.spaces();
        let next = ahead;
        // Asked first, because most words are small.
        let word = place_word(&mut ahead);
        let capital = word.starts_with(char::is_uppercase);
        if !capital && (end == start || !LINKS.contains(&word)) {
            break;
        }
        let is_date = || calendar::date(&mut next.clone()).is_some();
        let is_agency = || agency_and_dash(&mut next.clone()).is_some();
        if end > start && (!spaced || is_date() || joiner(&mut scan.clone()) || is_agency()) {
            break;
        }
        *scan = ahead;
        if capital {
            end = scan.at;
        }
    }
    scan.at = end;
    (end > start).then(|| &scan.text[start..end])
}

/// Passes one word of a place: "AL-AIN", "ST.", "N.C.", "L’Aquila".
fn place_word<'a>(scan: &mut Scan<'a>) -> &'a str {
    let rest = scan.rest();
    let mut end = 0;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let joins =
            matches!(c, '-' | '\'' | '’') && at > 0 && characters.peek().is_some_and(|next| next.1.is_alphabetic());
        // "N.C.", "St.": the stop of an abbreviation, which is short.
        let shortens = c == '.'
            && at > 0
            && rest[..at].rsplit('.').next().is_some_and(|part| part.chars().count() <= 4)
            && !rest[at + 1..].trim_start().starts_with(['/', '-', '—'])
            && !is_full_stop(&rest[..at], &rest[at + 1..]);
        if !c.is_alphabetic() && !joins && !shortens && !is_mark(c) {
            break;
        }
        end = at + c.len_utf8();
    }
    scan.at += end;
    &rest[..end]
}

/// Whether a stop behind a word of four letters or fewer ends a place: "Oslo. March 3."
fn is_full_stop(word: &str, rest: &str) -> bool {
    let dated = calendar::date(&mut Scan { text: rest, at: rest.len() - rest.trim_start().len() }).is_some();
    dated && PLACES.get(&word.to_lowercase()).is_none_or(|row| row[1] == "city")
}

/// Combining marks, which names in some scripts carry.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Passes what joins two filing places.
fn joiner(scan: &mut Scan) -> bool {
    scan.attempt(|scan| {
        let spaced = scan.spaces();
        let word = scan.take_while(|c| c.is_alphabetic() || c == '&');
        let joins = ["and", "AND", "&", "und", "y", "et", "и", "e"].contains(&word);
        let slash = word.is_empty() && scan.eat("/") && !scan.rest().starts_with('/');
        let slashed = slash
            && !{
                let mut ahead = *scan;
                let printed = ahead.take_while(|c| c.is_alphabetic() || c == ' ');
                ahead.rest().starts_with("/.") || ahead.eat("/") && agencies::bracketed(printed).is_some()
            };
        let next = {
            let mut ahead = *scan;
            ahead.spaces();
            ahead.peek().is_some_and(char::is_uppercase)
        };
        if spaced && joins {
            scan.spaces();
        }
        ((spaced && joins || slashed) && next).then_some(())
    })
    .is_some()
}

/// Passes an agency's free name where a dash follows, which is left.
fn agency_and_dash(scan: &mut Scan) -> Option<&'static str> {
    scan.attempt(|scan| {
        let printed = scan.take_while(|c| c.is_alphanumeric() || c == '.').trim_end_matches('.');
        let name = agencies::free(printed)?;
        let mut ahead = *scan;
        ahead.spaces().then_some(())?;
        dash(&mut ahead).then_some(name)
    })
}

/// Whether a country has the name.
pub(crate) fn is_country(name: &str) -> bool {
    PLACES.get(&name.trim().to_lowercase()).is_some_and(|row| row[1] == "country")
}

/// Whether the name behind a comma is another filing place rather than the state or country of
/// the first.
fn is_city(name: &str, first: &str) -> bool {
    let row = PLACES.get(&name.to_lowercase()).or_else(|| PLACES.get(name.trim_end_matches('.')));
    match row {
        Some(row) => row[1] == "city",
        None => in_capitals(name) && in_capitals(first) && !name.contains('.') && name.chars().count() > 2,
    }
}

fn in_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 2 && letters.all(char::is_uppercase)
}

/// Whether an unknown name between brackets may be an agency's.
fn may_name_agency(printed: &str) -> bool {
    let length = printed.chars().count();
    let letters = printed.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '&' | '-' | '/'));
    let capitals = printed.split(' ').all(|word| word.starts_with(char::is_uppercase));
    // "Harbour News" is one, "Breaking News" a label.
    let named = printed.strip_suffix(" News").or(printed.strip_suffix(" NEWS")).unwrap_or(printed);
    (2..=40).contains(&length) && letters && capitals && !is_label(named)
}

/// Words in capitals that stand before a dash or a colon without being a place.
fn is_label(printed: &str) -> bool {
    const LABELS: [&str; 63] = [
        "ADVISORY",
        "ALERT",
        "ANALYSIS",
        "BREAKING",
        "BRIEF",
        "BUSINESS",
        "BUY",
        "CHART",
        "COLUMN",
        "COMMENT",
        "COMMENTARY",
        "CORRECTED",
        "CORRECTION",
        "DEVELOPING",
        "EDITORIAL",
        "EXCLUSIVE",
        "EXPLAINER",
        "FACTBOX",
        "FEATURE",
        "FILE",
        "FINAL",
        "FLASH",
        "FOCUS",
        "GRAPHIC",
        "INSIGHT",
        "INTERVIEW",
        "JUST",
        "LIVE",
        "MARKETS",
        "MORE",
        "NBA",
        "NEW",
        "NEWS",
        "NFL",
        "NOTE",
        "OBITUARY",
        "OPINION",
        "PHOTO",
        "PHOTOS",
        "POLL",
        "PREVIEW",
        "PROFILE",
        "QUESTION",
        "READ",
        "REFILE",
        "REPORT",
        "REVIEW",
        "SPECIAL",
        "SPORT",
        "SPORTS",
        "SUMMARY",
        "TIMELINE",
        "UPDATE",
        "URGENT",
        "VIDEO",
        "WATCH",
        "WEATHER",
        "WRAPUP",
        "ANSWER",
        "EDITORS",
        "RESULTS",
        "SCORERS",
        "SOCCER",
    ];
    let first = printed.split([' ', '-']).next().unwrap_or("");
    let last = printed.rsplit([' ', '-']).next().unwrap_or("");
    [first, last].iter().any(|word| {
        let word = word.trim_end_matches('.').to_uppercase();
        LABELS.contains(&word.as_str())
    }) || last.eq_ignore_ascii_case("published")
}

/// Whether an unknown name before a colon may be a city's: not an acronym, not several people.
fn looks_pronounceable(name: &str) -> bool {
    let vowels = name.chars().filter(|c| "AEIOUYÁÉÍÓÚÄÖÜ".contains(*c)).count();
    let letters = name.chars().count();
    letters >= 5 && vowels * 4 >= letters && !name.contains(' ') && !name.ends_with("RS") && !name.ends_with("ERS")
}

/// Passes the sign that closes a dateline.
fn close(scan: &mut Scan) -> Option<Close> {
    scan.attempt(|scan| {
        let start = *scan;
        let stop = scan.eat(".");
        let slash = !stop && scan.eat("/");
        let spaced = scan.spaces();
        let bracket = start.text[..start.at].ends_with([')', '/']);
        let single = scan.rest().starts_with(['-', '_', '–']) && !scan.rest().starts_with("--");
        let before = scan.at;
        if dash(scan) {
            let free = spaced || bracket || stop || slash;
            let after = scan.peek().is_none_or(|next| next.is_whitespace() || spaced && next.is_uppercase());
            if !single || free && (after || bracket || stop) || after && single && scan.text[before..].starts_with('–')
            {
                return Some(Close::Dash);
            }
            return None;
        }
        scan.at = start.at + usize::from(stop || slash);
        if stop || slash && start.text[..start.at].ends_with(|c: char| c.is_ascii_digit()) {
            return Some(Close::Stop);
        }
        scan.at = start.at;
        scan.spaces();
        (scan.eat(":") && scan.peek().is_none_or(char::is_whitespace)).then_some(Close::Colon)
    })
}

/// Passes a dash of any length.
fn dash(scan: &mut Scan) -> bool {
    ["--", "-", "—", "–", "―", "_", "−"].iter().any(|dash| scan.eat(dash))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the dateline of a passage: where it ends, its places, its date and its agency.
    #[track_caller]
    fn check(passage: &str, printed: &str, places: &[&str], date: Option<&str>, agency: Option<&str>) {
        let found = find(passage).unwrap_or_else(|| panic!("no dateline in {passage:?}"));
        assert_eq!(&passage[..found.end], printed, "in {passage:?}");
        assert_eq!(found.places, places, "in {passage:?}");
        assert_eq!(found.date.map(Date::iso).as_deref(), date, "in {passage:?}");
        assert_eq!(found.agency.as_deref(), agency, "in {passage:?}");
    }

    /// The words behind a bare city have to make a paragraph.
    const STORY: &str = "The harbour of the old town was closed on Monday after a storm had torn two ferries loose.";

    #[test]
    fn associated_press() {
        check("FT. OAKLEY, Mich. (AP) — A ferry sank.", "FT. OAKLEY, Mich. (AP) —", &["FT. OAKLEY"], None, Some("AP"));
        check("DA NANG, Vietnam (AP) — A ferry sank.", "DA NANG, Vietnam (AP) —", &["DA NANG"], None, Some("AP"));
        check("CHICAGO (AP) — A ferry sank.", "CHICAGO (AP) —", &["CHICAGO"], None, Some("AP"));
    }

    #[test]
    fn associated_press_on_old_wires() {
        check("LAGOS, Nigeria (AP) _ A ferry sank.", "LAGOS, Nigeria (AP) _", &["LAGOS"], None, Some("AP"));
        check("PISA, Italy (AP) -- A ferry sank.", "PISA, Italy (AP) --", &["PISA"], None, Some("AP"));
    }

    #[test]
    fn reuters() {
        check("OSLO (Reuters) - A ferry sank.", "OSLO (Reuters) -", &["OSLO"], None, Some("Reuters"));
        check(
            "OSLO, March 3 (Reuters) - A ferry.",
            "OSLO, March 3 (Reuters) -",
            &["OSLO"],
            Some("--03-03"),
            Some("Reuters"),
        );
        check(
            "BERN/OSLO, Feb 2 (Reuters) - A",
            "BERN/OSLO, Feb 2 (Reuters) -",
            &["BERN", "OSLO"],
            Some("--02-02"),
            Some("Reuters"),
        );
        check("Feb 2 (Reuters) - Tin fell.", "Feb 2 (Reuters) -", &[], Some("--02-02"), Some("Reuters"));
        check("(Reuters) - A ferry sank.", "(Reuters) -", &[], None, Some("Reuters"));
    }

    #[test]
    fn an_agency_that_no_list_has() {
        check("BERGEN (Skerry News) - A ferry sank.", "BERGEN (Skerry News) -", &["BERGEN"], None, Some("Skerry News"));
        check("BERGEN (SKERRY NEWS) - A ferry sank.", "BERGEN (SKERRY NEWS) -", &["BERGEN"], None, Some("SKERRY NEWS"));
        assert_eq!(find("BERGEN (Breaking News) - A ferry sank."), None);
    }

    #[test]
    fn reuters_of_1996_on_a_line_of_its_own() {
        let line = "AL-KHOR , Qatar 1996-11-30";
        check(line, line, &["AL-KHOR"], Some("1996-11-30"), None);
        check("LYON 1996-11-30", "LYON 1996-11-30", &["LYON"], Some("1996-11-30"), None);
    }

    #[test]
    fn agence_france_presse() {
        check(
            "BERGEN, Aug 9, 2014 (AFP) - A ferry",
            "BERGEN, Aug 9, 2014 (AFP) -",
            &["BERGEN"],
            Some("2014-08-09"),
            Some("AFP"),
        );
        check("LYON, Feb 2 (AFP) - A ferry", "LYON, Feb 2 (AFP) -", &["LYON"], Some("--02-02"), Some("AFP"));
        check("AFP.- Lyon -The ferry", "AFP.- Lyon -", &["Lyon"], None, Some("AFP"));
    }

    #[test]
    fn tass() {
        check(
            "SOFIA, January 9. /TASS/. A ferry",
            "SOFIA, January 9. /TASS/.",
            &["SOFIA"],
            Some("--01-09"),
            Some("TASS"),
        );
        check("ТУЛА, 9 января. /ТАСС/. Паром", "ТУЛА, 9 января. /ТАСС/.", &["ТУЛА"], Some("--01-09"), Some("TASS"));
    }

    #[test]
    fn ria_novosti() {
        for dash in ["—", "-", "–"] {
            let printed = format!("ТУЛА, 9 фев {dash} РИА Новости.");
            check(&format!("{printed} Паром"), &printed, &["ТУЛА"], Some("--02-09"), Some("RIA Novosti"));
        }
        let printed = "SOFIA, November 9 (RIA Novosti) -";
        check(&format!("{printed} A ferry"), printed, &["SOFIA"], Some("--11-09"), Some("RIA Novosti"));
        let printed = "SOFIA, November 9 — RIA Novosti.";
        check(&format!("{printed} A ferry"), printed, &["SOFIA"], Some("--11-09"), Some("RIA Novosti"));
        let found = find("ТУЛА, 9 фев — РИА Новости, Анна Роева. Паром").unwrap();
        assert_eq!(found.author.as_deref(), Some("Анна Роева"));
    }

    #[test]
    fn interfax() {
        let printed = "Тула. 9 февраля. ИНТЕРФАКС -";
        check(&format!("{printed} Паром"), printed, &["Тула"], Some("--02-09"), Some("Interfax"));
    }

    #[test]
    fn sputnik() {
        check("SOFIA (Sputnik) — A ferry", "SOFIA (Sputnik) —", &["SOFIA"], None, Some("Sputnik"));
        check("LEÓN, MÉXICO (Sputnik) — A", "LEÓN, MÉXICO (Sputnik) —", &["LEÓN"], None, Some("Sputnik"));
    }

    #[test]
    fn xinhua_and_yonhap() {
        check(
            "WUHU, July 9 (Xinhua) -- A ferry",
            "WUHU, July 9 (Xinhua) --",
            &["WUHU"],
            Some("--07-09"),
            Some("Xinhua"),
        );
        check("LA PAZ, May 7 (Xinhua) --", "LA PAZ, May 7 (Xinhua) --", &["LA PAZ"], Some("--05-07"), Some("Xinhua"));
        check(
            "BUSAN, Sept. 2 (Yonhap) -- A",
            "BUSAN, Sept. 2 (Yonhap) --",
            &["BUSAN"],
            Some("--09-02"),
            Some("Yonhap"),
        );
    }

    #[test]
    fn efe_and_europa_press() {
        let printed = "San José, 2 ene (EFE).-";
        check(&format!("{printed} Un barco"), printed, &["San José"], Some("--01-02"), Some("EFE"));
        check("Quito, Feb 9 (EFE).- A ferry", "Quito, Feb 9 (EFE).-", &["Quito"], Some("--02-09"), Some("EFE"));
        let printed = "CÁDIZ, 2 Ene. (EUROPA PRESS) -";
        check(&format!("{printed} Un barco"), printed, &["CÁDIZ"], Some("--01-02"), Some("Europa Press"));
    }

    #[test]
    fn dpa() {
        check("Kiel (dpa/lno) – Ein Schiff", "Kiel (dpa/lno) –", &["Kiel"], None, Some("dpa"));
        check("Bad Aibling (dpa) - Ein", "Bad Aibling (dpa) -", &["Bad Aibling"], None, Some("dpa"));
        check("Kiel/Oslo (dpa) - Ein", "Kiel/Oslo (dpa) -", &["Kiel", "Oslo"], None, Some("dpa"));
        check("Kiel, 3. März (AFP) - Ein", "Kiel, 3. März (AFP) -", &["Kiel"], Some("--03-03"), Some("AFP"));
    }

    #[test]
    fn ansa() {
        check("(ANSA) - Pisa, March 3 - A ferry", "(ANSA) - Pisa, March 3 -", &["Pisa"], Some("--03-03"), Some("ANSA"));
        check("(ANSA) - PISA, 3 LUG - Un", "(ANSA) - PISA, 3 LUG -", &["PISA"], Some("--07-03"), Some("ANSA"));
    }

    #[test]
    fn australian_associated_press() {
        check("HOBART, May 9 AAP - A ferry", "HOBART, May 9 AAP -", &["HOBART"], Some("--05-09"), Some("AAP"));
        check("HOBART March 9 AAP - A ferry", "HOBART March 9 AAP -", &["HOBART"], Some("--03-09"), Some("AAP"));
    }

    #[test]
    fn inter_press_service() {
        let printed = "KISUMU, KENYA, Jun 3 2022 (IPS) -";
        check(&format!("{printed} A ferry"), printed, &["KISUMU"], Some("2022-06-03"), Some("IPS"));
        let printed = "OSLO and LA PAZ, Jul 6 2022 (IPS) -";
        check(&format!("{printed} A ferry"), printed, &["OSLO", "LA PAZ"], Some("2022-07-06"), Some("IPS"));
        let printed = "Lira & Arua, Uganda , Jun 4 2022 (IPS) -";
        check(&format!("{printed} A ferry"), printed, &["Lira", "Arua"], Some("2022-06-04"), Some("IPS"));
    }

    #[test]
    fn other_agencies_in_brackets() {
        check("ASWAN, July 9 (MENA) – A ferry", "ASWAN, July 9 (MENA) –", &["ASWAN"], Some("--07-09"), Some("MENA"));
        check("DENVER (CNN) — Nobody", "DENVER (CNN) —", &["DENVER"], None, Some("CNN"));
        check("ASWAN, July 9 (QXZ) - A ferry", "ASWAN, July 9 (QXZ) -", &["ASWAN"], Some("--07-09"), Some("QXZ"));
    }

    #[test]
    fn an_agency_between_slashes() {
        check("Erdenet /MONTSAME/. A 40-km", "Erdenet /MONTSAME/.", &["Erdenet"], None, Some("Montsame"));
        check("Erdenet/MONTSAME/. During", "Erdenet/MONTSAME/.", &["Erdenet"], None, Some("Montsame"));
    }

    #[test]
    fn a_bare_city() {
        for dash in [" — ", " – ", " - ", "--", "—", "— "] {
            let printed = format!("BERGEN{}", dash.trim_end());
            check(&format!("BERGEN{dash}{STORY}"), &printed, &["BERGEN"], None, None);
        }
    }

    #[test]
    fn a_city_before_a_colon() {
        check(&format!("BHOPAL: {STORY}"), "BHOPAL:", &["BHOPAL"], None, None);
        check(&format!("OMAN: {STORY}"), "OMAN:", &["OMAN"], None, None);
        assert!(!find(&format!("BHOPAL: {STORY}")).unwrap().weak);
        assert!(find(&format!("BHAGALPUR: {STORY}")).unwrap().weak);
    }

    #[test]
    fn a_date_before_a_colon() {
        let printed = "ASWAN – 6 July 2022:";
        check(&format!("{printed} Ministers met."), printed, &["ASWAN"], Some("2022-07-06"), None);
    }

    #[test]
    fn press_releases() {
        let printed = "BERGEN (May 9, 2021) —";
        check(&format!("{printed} A ferry"), printed, &["BERGEN"], Some("2021-05-09"), None);
        let printed = "SALT Lake City, UT/ACCESSWIRE/May 9, 2024/";
        check(&format!("{printed} A firm"), printed, &["SALT Lake City"], Some("2024-05-09"), Some("Accesswire"));
        let printed = "OSLO and BERGEN (December 2, 2013) —";
        check(&format!("{printed} A firm"), printed, &["OSLO", "BERGEN"], Some("2013-12-02"), None);
    }

    #[test]
    fn an_outlet_and_a_date() {
        check("fjord News, 7 January - Ana Mota", "fjord News, 7 January -", &[], Some("--01-07"), Some("fjord News"));
    }

    #[test]
    fn traps() {
        for passage in [
            "RUN BY IIT-Kharagpur, the Indian schools have asked for more money to mend their roofs this year.",
            "Mota Jnr – who is expected to win the vote on Sunday – told the reporters that she would go on.",
            "KTVB: Congratulations on the medal, which nobody in this hall expected you to win so very early.",
            "DEFENDERS: Ana Mota, Eva Lind, Kim Roe, Ida Berg, Liv Dahl, Siri Moen, Tone Vik, Unni Aas, Vera Lie.",
            "EAGLES 4 HAWKS 2",
            "EAGLES — HAWKS 4:2",
            "BREAKING — The harbour of the old town was closed on Monday after a storm had torn two ferries loose.",
            "Olaf Berg (SPD) - so heißt der neue Bürgermeister der Stadt, die seit Jahren einen sucht.",
            "SOCCER - SPANISH FIRST DIVISION RESULTS.",
            "The minister (AP) said",
            "In March 3 people left - it was cold.",
            "May 5 - it was a cold day",
            "Friday, 9 September 2016 - Three boats came loose from the old pier in the night.",
            "",
            "(",
            "(a) - b",
            "OSLO",
            "Oslo, Norway",
        ] {
            assert_eq!(find(passage), None, "{passage}");
        }
    }
}
