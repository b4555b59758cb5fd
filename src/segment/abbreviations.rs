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
    "col", "comdr", "cpl", "cpt", "dec", "def", "dept", "det", "dir", "dist", "dr", "drs", "ens", "esp", "feb", "ft",
    "fr", "gen", "gov", "govs", "hon", "insp", "jan", "jul", "jun", "lt", "maj", "mar", "messrs", "mgr", "mlle", "mme",
    "mmes", "mr", "mrs", "ms", "msgr", "mt", "nos", "nov", "oct", "pp", "pres", "prof", "pte", "pvt", "rep", "reps",
    "ret", "rev", "rt", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "ste", "supt", "treas", "univ", "vs",
];

const ENDING: &[&str] = &[
    "a.m", "al", "ala", "ariz", "ark", "calif", "co", "colo", "conn", "corp", "cos", "ed", "est", "etc", "fla", "ill",
    "inc", "ind", "jnr", "jr", "kan", "ltd", "mass", "md", "mich", "minn", "mont", "neb", "nev", "okla", "ont", "ore",
    "p.m", "pa", "ph.d", "plc", "que", "snr", "tenn", "va", "vol", "vt", "wash", "wis", "wyo",
];

/// What the word is, given without its last full stop.
pub(super) fn lookup(word: &str) -> Option<Abbreviation> {
    const LONGEST: usize = 6;
    if word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    let mut lower = [0; LONGEST];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let known = |list: &[&str]| list.iter().any(|entry| entry.as_bytes() == lower);
    match () {
        () if known(LEADING) => Some(Abbreviation::Leads),
        () if known(ENDING) => Some(Abbreviation::MayEnd),
        () => None,
    }
}
