//! Words that end in a full stop of their own.

/// What may follow an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A name or a number follows, so that it never ends a sentence: "Mr.", "No.", "Sept.".
    Leads,
    /// It may stand last in a sentence: "Inc.", "a.m.", "etc.".
    MayEnd,
}

/// Lower-cased, without the last full stop, sorted. Written for this project after the usage of
/// the agencies' style books.
const LEADING: &[&str] = &[
    "adm", "apr", "arch", "art", "assoc", "asst", "aug", "ave", "bldg", "blvd", "brig", "bros", "capt", "cf", "cmdr",
    "col", "comdr", "cpl", "cpt", "dec", "def", "dept", "det", "dir", "dist", "dr", "drs", "ens", "esp", "feb", "fr",
    "ft", "gen", "gov", "govs", "hon", "insp", "jan", "jul", "jun", "lt", "maj", "mar", "messrs", "mgr", "mlle", "mme",
    "mmes", "mr", "mrs", "ms", "msgr", "mt", "nos", "nov", "oct", "pp", "pres", "prof", "pte", "pvt", "rep", "reps",
    "ret", "rev", "rt", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "ste", "supt", "treas", "univ", "vs",
];

const ENDING: &[&str] = &[
    "a.m", "al", "ala", "ariz", "ark", "calif", "co", "colo", "conn", "corp", "cos", "ed", "est", "etc", "fla", "ill",
    "inc", "ind", "jnr", "jr", "kan", "ltd", "mass", "md", "mich", "minn", "mont", "neb", "nev", "okla", "ont", "ore",
    "p.m", "pa", "ph.d", "plc", "que", "snr", "tenn", "va", "vol", "vt", "wash", "wis", "wyo",
];

/// Written small these are words that a sentence may end with: "She was ill."
const WORDS: &[&str] = &["arch", "art", "ill", "mar", "mass", "ore", "wash"];

/// What the word is, given without its last full stop.
pub(super) fn lookup(word: &str) -> Option<Abbreviation> {
    const LEADING_KEYS: [u64; LEADING.len()] = keys(LEADING);
    const ENDING_KEYS: [u64; ENDING.len()] = keys(ENDING);
    if word.len() > LONGEST || !word.is_ascii() || WORDS.contains(&word) {
        return None;
    }
    let key = key(word.as_bytes());
    match () {
        () if LEADING_KEYS.binary_search(&key).is_ok() => Some(Abbreviation::Leads),
        () if ENDING_KEYS.binary_search(&key).is_ok() => Some(Abbreviation::MayEnd),
        () => None,
    }
}

/// The longest abbreviation, in bytes.
const LONGEST: usize = 6;

/// The bytes of a word in small letters as one number, in the order of the words.
const fn key(word: &[u8]) -> u64 {
    let (mut key, mut at) = (0, 0);
    while at < LONGEST {
        key = key << 8 | if at < word.len() { word[at].to_ascii_lowercase() as u64 } else { 0 };
        at += 1;
    }
    key
}

/// The keys of a list; it fails to compile where the list is not sorted.
const fn keys<const N: usize>(list: &[&str]) -> [u64; N] {
    let mut keys = [0; N];
    let mut at = 0;
    while at < N {
        assert!(list[at].len() <= LONGEST);
        keys[at] = key(list[at].as_bytes());
        assert!(at == 0 || keys[at - 1] < keys[at]);
        at += 1;
    }
    keys
}
