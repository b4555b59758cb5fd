//! Names that are not people's: the same thing in other words.

use super::{Form, Forms, Lists};
use crate::article::MentionType;
use crate::recognize::lexicon::fold;
use crate::text::quick_hash;

/// Words that only say what sort of thing a name names, after the words that tell which.
const DESCRIPTORS: &str = "a/s ab abp aerospace ag airlines airport airways asa aviation bank bay biosciences brands breweries brewing \
    bridge broadcasting bv capital catering cement channel chemicals church club co college companies company \
    corp corporation electronics energy entertainment faire fc ferries fest festival foods forest foundation \
    games gmbh group hall holdings hospital hotel inc incorporated industries institute institution insurance \
    international island islands kft kg laboratories labs lake library limited lines llc logistics ltd materials \
    media memorial minerals mining motor motors mountain mountains museum network networks news newspaper nv \
    ocean oy oyj park partners peninsula petroleum pharma pharmaceuticals picture pictures plc press prison \
    properties railway railways records resources river sa school sea securities services shipping software \
    solutions spa stadium station steel stores strait studio studios systems technologies technology telecom \
    telescope theater theatre therapeutics university valley ventures";

/// What a state calls itself before its name.
const STATES: &str = "commonwealth federation kingdom republic state sultanate union";

/// Whether it is a word between the others.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "and"
            | "at"
            | "de"
            | "del"
            | "des"
            | "du"
            | "for"
            | "in"
            | "la"
            | "of"
            | "on"
            | "the"
            | "to"
            | "und"
            | "y"
    )
}

fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// The name in one form for all ways to print it: small letters without accents, dots, quotation marks,
/// hyphens, article and possessive; the longest names in the short form that stands in others.
pub(crate) fn key(name: &str, kind: &MentionType) -> String {
    let is_person = *kind == MentionType::Person;
    // Most names are nothing but letters and single spaces.
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ');
    let folded = if is_plain { name.to_ascii_lowercase() } else { without_marks(name) };
    let is_title = |word: &str| is_person && matches!(word, "mr" | "mrs" | "ms" | "miss" | "dr" | "sir");
    let is_whole = is_plain
        && !folded.starts_with("the")
        && folded.as_bytes().split(|byte| *byte == b' ').all(|word| {
            // No title has more letters.
            !word.is_empty() && (word.len() > 4 || !is_person)
        });
    let mut key = String::new();
    if is_whole {
        key = folded;
    } else {
        key.reserve(folded.len());
        for mut word in folded.split(char::is_whitespace) {
            word = word.trim_matches(|mark| matches!(mark, '\'' | '“' | '”' | '«' | '»' | '(' | ')'));
            let is_article = key.is_empty() && word == "the";
            if word.is_empty() || is_title(word) || is_article {
                continue;
            }
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(word.strip_suffix("'s").filter(|_| is_person).unwrap_or(word));
        }
    }
    if let Some(plain) = key.strip_suffix("'s") {
        key.truncate(plain.len());
    }
    // What all of these share is told more quickly.
    if !is_person && key.as_bytes().windows(3).any(|three| three == b"uni") {
        for (long, short) in [
            ("united states of america", "us"),
            ("united states", "us"),
            ("united kingdom", "uk"),
            ("united nations", "un"),
            ("european union", "eu"),
        ] {
            if key.contains(long) {
                key = key.replace(long, short);
            }
        }
    }
    // A name of nothing but marks is itself.
    if key.is_empty() { name.to_lowercase() } else { key }
}

/// Small letters without accents, dots and commas, with spaces for what parts words.
fn without_marks(name: &str) -> String {
    let mut folded = Vec::with_capacity(name.len());
    fold(name, |byte| {
        match byte {
            b'.' | b'"' | b',' => {}
            b'-' | b'\n' | b'\t' | b'\r' => folded.push(b' '),
            b'&' => folded.extend_from_slice(b"and"),
            _ => folded.push(byte),
        }
        true
    });
    String::from_utf8(folded).expect("what is folded is whole letters")
}

/// Whether it is in capitals, as letters that stand for words are.
pub(super) fn is_acronym(name: &str) -> bool {
    name.len() <= 12 && !name.contains(' ') && {
        let capitals = name.chars().filter(|letter| letter.is_uppercase()).count();
        capitals >= 2 && capitals * 2 > name.len()
    }
}

/// Letters without what transliterations write in different ways.
pub(super) fn skeleton(word: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    word.chars().filter_map(move |letter| {
        let letter = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'j' | '\'' | '’' => return None,
            'q' | 'c' => 'k',
            'z' => 's',
            'w' => 'v',
            letter => letter,
        };
        (last.replace(letter) != Some(letter)).then_some(letter)
    })
}

/// The skeleton as a hash.
pub(super) fn sound(word: &str) -> u64 {
    skeleton(word).fold(0, |hash, letter| quick_hash((hash, letter)))
}

/// Whether two spellings of one skeleton are near enough to be one word.
pub(super) fn is_variant(one: &str, other: &str) -> bool {
    let length = one.chars().count().min(other.chars().count());
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let allowed = match length {
        0..=4 => return false,
        5..=8 => 1,
        _ => 2,
    };
    !has_digit(one) && !has_digit(other) && (one == other || distance(one, other, allowed) <= allowed)
}

/// How many letters are to be changed, put in, left out or swapped with the next; more than `most` is as
/// good as any more.
fn distance(one: &str, other: &str, most: usize) -> usize {
    let [one, other]: [Vec<char>; 2] = [one, other].map(|word| word.chars().collect());
    if one.len().abs_diff(other.len()) > most || one.len() > 64 {
        return most + 1;
    }
    let (mut before, mut last): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=other.len()).collect());
    for row in 0..one.len() {
        let mut next = vec![row + 1];
        for column in 0..other.len() {
            let change = last[column] + usize::from(one[row] != other[column]);
            let mut best = change.min(last[column + 1] + 1).min(next[column] + 1);
            if row > 0 && column > 0 && one[row] == other[column - 1] && one[row - 1] == other[column] {
                best = best.min(before[column - 1] + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut last, next);
    }
    last[other.len()]
}

/// What a form is looked for by.
#[derive(Hash)]
enum Clue<'a> {
    Identity(u32),
    Initials(&'a str),
    /// Its words in any order, without the small ones, as a hash.
    Words(u64),
    First(&'a str),
    Last(&'a str),
    Skeleton(u64),
    /// A people or party without the ending.
    Stem(&'a str),
}

/// The forms by the hashes of what others may have of them.
pub(super) struct Index {
    forms: Lists,
    /// Whether there is an acronym that could look for initials.
    acronyms: bool,
}

impl Index {
    /// An index that these forms are to be put into.
    pub(super) fn new(forms: &Forms, list: &[usize]) -> Self {
        // Most have a skeleton, and half of them more words than one.
        let acronyms = list.iter().any(|form| is_acronym(forms.list[*form].first.of(forms.text)));
        Index { forms: Lists::new(list.len() * 4), acronyms }
    }

    pub(super) fn add(&mut self, forms: &Forms, form: usize) {
        let it = &forms.list[form];
        let mut add = |clue: Clue| self.forms.push(quick_hash((it.kind, clue)), form);
        if let Some(identity) = it.identity {
            add(Clue::Identity(identity));
        }
        if let Some(stem) = stem_of(forms, form) {
            add(Clue::Stem(stem));
        }
        add(Clue::Skeleton(sound(singular(&it.key))));
        if it.is_full() {
            if self.acronyms {
                for initials in initials(forms.text, it) {
                    add(Clue::Initials(&initials));
                }
            }
            add(Clue::Words(word_set(&it.key)));
            add(Clue::First(it.words().next().unwrap_or_default()));
            add(Clue::Last(it.words().next_back().unwrap_or_default()));
        }
    }

    fn get<'a>(&'a self, kind: u32, clue: Clue) -> impl Iterator<Item = usize> + use<'a> {
        self.forms.get(quick_hash((kind, clue)))
    }

    /// The fuller forms that the form stands for.
    pub(super) fn matches(&self, forms: &Forms, form: usize) -> Vec<usize> {
        let it = &forms.list[form];
        let get = |clue: Clue| self.get(it.kind, clue);
        let mut found: Vec<usize> = Vec::new();
        found.extend(it.identity.and_then(|identity| get(Clue::Identity(identity)).next()));
        found.extend(stem_of(forms, form).and_then(|stem| get(Clue::Stem(stem)).next()));
        let variants = get(Clue::Skeleton(sound(singular(&it.key))));
        found.extend(variants.filter(|other| is_variant(singular(&forms.list[*other].key), singular(&it.key))));
        if it.is_full() {
            found.extend(get(Clue::Words(word_set(&it.key))));
        }
        if is_acronym(it.first.of(forms.text)) {
            let letters = it.key.replace(' ', "");
            found.extend(nearest(forms, form, get(Clue::Initials(&letters))));
        }
        if found.is_empty() {
            found.extend(self.shortened(forms, form));
        }
        found
    }

    /// The fuller form that the form is the beginning or end of.
    fn shortened(&self, forms: &Forms, form: usize) -> Option<usize> {
        let it = &forms.list[form];
        let get = |clue: Clue| self.get(it.kind, clue);
        let kind = forms.kind_of(form);
        let is_place = matches!(kind, MentionType::Gpe);
        if matches!(kind, MentionType::Norp | MentionType::Language) {
            return None;
        }
        let first = it.words().next()?;
        let last = it.words().next_back()?;
        // "Linux" is less than "Enterprise Linux", but "737 Max" is "Boeing 737 Max".
        let is_telling =
            *kind != MentionType::Product || it.is_full() || it.key.bytes().any(|byte| byte.is_ascii_digit());
        let begins = get(Clue::First(first)).filter(|long| {
            let rest = forms.list[*long].key.strip_prefix(&*it.key).and_then(|rest| rest.strip_prefix(' '));
            rest.is_some_and(|rest| if is_place { rest == "dc" } else { begins_whole(rest) })
        });
        let ends = get(Clue::Last(last)).filter(|long| {
            let rest = forms.list[*long].key.strip_suffix(&*it.key).and_then(|rest| rest.strip_suffix(' '));
            rest.is_some_and(|rest| if is_place { is_state(rest) } else { ends_whole(rest) && is_telling })
        });
        nearest(forms, form, begins.chain(ends))
    }
}

/// Whether a name can do without what follows it: "of ...", "Corporation", "2019".
fn begins_whole(rest: &str) -> bool {
    let mut words = rest.split(' ');
    rest.starts_with("of ") || rest.starts_with("for ") || words.all(|word| is_in(DESCRIPTORS, word) || is_year(word))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a name can do without what stands before it: all but "Bank of".
fn ends_whole(rest: &str) -> bool {
    rest.rsplit(' ').next().is_some_and(|word| !is_small(word))
}

/// "Republic of", "Islamic Republic of".
fn is_state(rest: &str) -> bool {
    rest.strip_suffix(" of").and_then(|rest| rest.rsplit(' ').next()).is_some_and(|word| is_in(STATES, word))
}

/// The one that the text had last before the form, or has first after it.
pub(super) fn nearest(forms: &Forms, form: usize, others: impl Iterator<Item = usize>) -> Option<usize> {
    let here = forms.list[form].mention;
    others.min_by_key(|other| {
        let there = forms.list[*other].mention;
        (there > here, there.abs_diff(here))
    })
}

/// The first letters of the words with a capital, and those of all words.
fn initials(text: &str, form: &Form) -> Vec<String> {
    let words = || form.first.of(text).split([' ', '-', '\n']).filter(|word| !word.is_empty());
    let letters = |words: &mut dyn Iterator<Item = &str>| -> String {
        words
            .filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()))
            .flat_map(char::to_lowercase)
            .collect()
    };
    let capital = letters(&mut words().filter(|word| word.chars().next().is_some_and(char::is_uppercase)));
    let large = letters(&mut words().filter(|word| !is_small(&word.to_lowercase())));
    let all = letters(&mut words().filter(|word| *word != "the"));
    // "U.S. Central Intelligence Agency" is CIA.
    let without_country = form.words().next().filter(|first| matches!(*first, "us" | "uk" | "un"));
    let inner = without_country
        .map(|_| large.chars().skip(if form.first.of(text).contains("United") { 2 } else { 1 }).collect());
    let mut initials = vec![capital, large, all];
    initials.extend(inner);
    initials.dedup();
    initials.retain(|letters| letters.len() > 1);
    initials
}

fn singular(key: &str) -> &str {
    key.strip_suffix('s').unwrap_or(key)
}

/// A hash of the words that are not small, in any order.
fn word_set(key: &str) -> u64 {
    key.split(' ').filter(|word| !is_small(word)).map(quick_hash).fold(0, u64::wrapping_add)
}

/// "Democrat", for "Democrats" and "Democratic".
fn stem_of<'a>(forms: &'a Forms, form: usize) -> Option<&'a str> {
    if *forms.kind_of(form) != MentionType::Norp {
        return None;
    }
    let key = &*forms.list[form].key;
    let plain = key.strip_suffix('s').unwrap_or(key);
    let stem = ["ish", "ic"].iter().find_map(|ending| plain.strip_suffix(ending)).unwrap_or(plain);
    Some(if stem.len() >= 4 { stem } else { plain })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_for_every_way_to_print_a_name() {
        for (name, kind, expected) in [
            ("The U.S.", MentionType::Gpe, "us"),
            ("United States", MentionType::Gpe, "us"),
            ("Hugo Chávez's", MentionType::Person, "hugo chavez"),
            ("KARI NORDMANN", MentionType::Person, "kari nordmann"),
            ("Moon Jae-in", MentionType::Person, "moon jae in"),
            ("“”", MentionType::Org, "“”"),
        ] {
            assert_eq!(key(name, &kind), expected, "{name}");
        }
    }

    #[test]
    fn spellings() {
        assert!(is_variant("shabayev", "shabaev") && is_variant("chriac", "chirac"));
        assert!(!is_variant("iran", "iraq") && !is_variant("boeing 737", "boeing 747"));
        assert!(skeleton("shabayev").eq(skeleton("shabaev")) && skeleton("shabayev").eq("sbv".chars()));
    }
}
