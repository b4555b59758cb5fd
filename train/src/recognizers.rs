//! How well dates and times are found and understood in the cases of Microsoft's Recognizers-Text: short
//! requests with a reference day, each with the expressions in it.
//!
//! How its values map onto TIMEX3 ones:
//! - What it leaves open it writes with X's and gives the nearest days before and after; either of them counts,
//!   as does any value that the X's allow ("XXXX-10-02" allows "2016-10-02").
//! - A time may stand without its day ("T16"); then only the time is compared. Full hours have no minutes there.
//! - A range "(2016-11-04,2016-11-23,P19D)" is two expressions in TimeML: it is right where both are found in it,
//!   if only by their years or months; or one that has the same bounds, such as a quarter.
//! - "Two years ago" is a day there and a year in TimeML, "in two weeks" a day there and a length in TimeML: of what is
//!   counted the year or month is enough, and such lengths are wrong.
//! - Extents have prepositions there and lack articles, so that an expression counts as found where ours overlaps.
//! - Time zones by themselves and alternatives ("Monday or Tuesday") are left out.
//!
//! It holds dates, times, lengths, sets and ranges of them only: no amounts.

use std::collections::{BTreeMap, HashSet};
use std::error::Error;

use serde_json::Value;
use wirecopy::{Options, parse_article};

use crate::score::write_between;

const MARKS: (&str, &str) = ("<!-- requests:start -->\n", "<!-- requests:end -->");

/// What is done with the score.
pub struct Wish {
    /// Of the fifth that no rule was chosen by.
    pub unseen: bool,
    pub errors: bool,
    pub readme: bool,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    expressions: u32,
    found: u32,
    right: u32,
}

/// Scores the cases of the files by the kind of expression.
pub fn score(files: &[&str], wish: &Wish) -> Result<(), Box<dyn Error>> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut seen = HashSet::new();
    for file in files {
        let source = std::fs::read_to_string(file)?;
        let cases: Vec<Value> = serde_json::from_str(source.trim_start_matches('\u{feff}'))?;
        for case in &cases {
            let input = case["Input"].as_str().ok_or("a case without an input")?;
            if is_unseen(input) != wish.unseen {
                continue;
            }
            let day =
                case["Context"]["ReferenceDateTime"].as_str().and_then(|day| day.get(..10)).unwrap_or("2016-11-07");
            let found = find(input, day)?;
            for expected in case["Results"].as_array().into_iter().flatten() {
                let Some(expected) = Expected::read(expected) else { continue };
                // Several files have the same cases.
                if seen.insert((input.to_string(), day.to_string(), expected.start, expected.kind.clone())) {
                    let count = counts.entry(expected.kind.clone()).or_default();
                    expected.compare(&found, input, count, wish.errors && !wish.unseen);
                }
            }
        }
    }
    let table = table(&counts, wish.unseen);
    if wish.readme {
        return write_between("README.md", MARKS, &table);
    }
    print!("{table}");
    Ok(())
}

fn table(counts: &BTreeMap<String, Count>, unseen: bool) -> String {
    let part = if unseen { "kept for scoring" } else { "that the rules were chosen by" };
    let mut all = Count::default();
    for count in counts.values() {
        all.expressions += count.expressions;
        all.found += count.found;
        all.right += count.right;
    }
    let mut table = format!(
        "{} expressions of Recognizers-Text {part}.\n\n| kind | expressions | found, % | value right, % |\n|---|--:|--:|--:|\n",
        all.expressions
    );
    for (kind, count) in [("all", &all)].into_iter().chain(counts.iter().map(|(kind, count)| (kind.as_str(), count))) {
        let of = |part: u32| 100.0 * f64::from(part) / f64::from(count.expressions.max(1));
        table += &format!("| {kind} | {} | {:.1} | {:.1} |\n", count.expressions, of(count.found), of(count.right));
    }
    table
}

/// By a hash of the input, so that a case stays where it is.
fn is_unseen(input: &str) -> bool {
    let hash = input.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash % 10 < 2
}

/// Start, end and value.
type Found = (u64, u64, String);

/// What the product finds.
fn find(input: &str, day: &str) -> Result<Vec<Found>, Box<dyn Error>> {
    let options = Options { date: Some(day.to_string()), ..Options::default() };
    let article = parse_article(input, &options)?;
    let values = article.mentions.into_iter().filter_map(|mention| match mention.value {
        Some(wirecopy::Value::Time { timex, .. }) => Some((mention.start.into(), mention.end.into(), timex)),
        _ => None,
    });
    Ok(values.collect())
}

/// An expression as it is annotated.
struct Expected {
    start: u64,
    end: u64,
    kind: String,
    /// "two years ago", "in a month".
    counted: bool,
    /// Any of them is right.
    values: Vec<String>,
}

impl Expected {
    /// None where it is of a kind that TimeML has not, or without a value.
    fn read(result: &Value) -> Option<Expected> {
        let kind = result["TypeName"].as_str().or(result["Type"].as_str())?;
        let kind = kind.trim_start_matches("datetimeV2.");
        let start = result["Start"].as_u64()?;
        let end =
            result["End"].as_u64().map(|end| end + 1).or(result["Length"].as_u64().map(|length| start + length))?;
        let mut values = Vec::new();
        let mut add = |value: &Value| values.extend(value.as_str().map(normal));
        for value in result["Resolution"]["values"].as_array().into_iter().flatten() {
            add(&value["timex"]);
            add(&value["value"]);
        }
        add(&result["Value"]["Timex"]);
        for side in ["FutureResolution", "PastResolution"] {
            result["Value"][side].as_object().into_iter().flatten().for_each(|(_, value)| add(value));
        }
        let kept = !matches!(kind, "timezone" | "datetimealt") && !values.is_empty();
        let text = result["Text"].as_str().unwrap_or_default();
        let counted = ["ago", "later", "from", "in "].iter().any(|word| text.contains(word));
        kept.then(|| Expected { start, end, kind: kind.to_string(), counted, values })
    }

    fn compare(&self, found: &[Found], input: &str, count: &mut Count, errors: bool) {
        let inside: Vec<String> = found
            .iter()
            .filter(|(start, end, _)| *start < self.end && self.start < *end)
            .map(|(.., value)| normal(value))
            .collect();
        let right = self.values.iter().any(|value| match range(value) {
            Some((first, last)) => {
                let has = |bound: &str| inside.iter().any(|found| allows(bound, found) || is_coarser(found, bound));
                let same = |found: &String| bounds(found).is_some_and(|bounds| bounds == (first.into(), last.into()));
                has(first) && has(last) || inside.iter().any(same)
            }
            None => inside.iter().any(|found| {
                let counted = self.counted && is_coarser(found, value);
                counted || allows(value, found)
            }),
        });
        count.expressions += 1;
        count.found += u32::from(!inside.is_empty());
        count.right += u32::from(right);
        if errors && !right {
            let text: Vec<u16> = input.encode_utf16().collect();
            let text =
                text.get(self.start as usize..self.end as usize).map(String::from_utf16_lossy).unwrap_or_default();
            println!("{}: {text} = {:?}; found {inside:?} | {input}", self.kind, self.values);
        }
    }
}

/// "2014" where a day of it is expected.
fn is_coarser(found: &str, expected: &str) -> bool {
    matches!(found.len(), 4 | 7) && expected.len() == 10 && expected.starts_with(found)
}

/// The first day of a quarter, half, decade or century, and the one after its last.
fn bounds(found: &str) -> Option<(String, String)> {
    let month = |months: i32| format!("{:04}-{:02}-01", months.div_euclid(12), months.rem_euclid(12) + 1);
    let of = |first: i32, months: i32| Some((month(first), month(first + months)));
    let whole = |digits: &str| digits.parse::<i32>().ok();
    match found.split_once('-') {
        Some((year, part)) if part.len() == 2 => {
            let nth = whole(&part[1..])? - 1;
            match &part[..1] {
                "Q" => of(whole(year)? * 12 + 3 * nth, 3),
                "H" => of(whole(year)? * 12 + 6 * nth, 6),
                _ => None,
            }
        }
        None if found.len() == 3 => of(whole(found)? * 120, 120),
        None if found.len() == 2 => of(whole(found)? * 1200, 1200),
        _ => None,
    }
}

/// The bounds of "(2016-11-04,2016-11-23,P19D)".
fn range(value: &str) -> Option<(&str, &str)> {
    let (first, rest) = value.strip_prefix('(')?.split_once(',')?;
    Some((first, rest.split_once(',')?.0))
}

/// With minutes, and without seconds where there are none; a blank between day and time becomes a T.
fn normal(value: &str) -> String {
    if value.starts_with('(') {
        let bounds: Vec<String> = value.trim_matches(['(', ')']).split(',').map(normal).collect();
        return format!("({})", bounds.join(","));
    }
    let value = value.replace(' ', "T");
    let value = if value.as_bytes().get(2) == Some(&b':') { format!("T{value}") } else { value };
    let Some((day, time)) = value.split_once('T').filter(|(day, _)| !day.starts_with('P')) else { return value };
    let parts: Vec<&str> = time.split(':').collect();
    match parts[..] {
        [hour] if hour.bytes().all(|byte| byte.is_ascii_digit()) => format!("{day}T{hour}:00"),
        [hour, minute, "00"] => format!("{day}T{hour}:{minute}"),
        _ => value,
    }
}

/// Whether what is found is what is expected, whose X's stand for any digit.
fn allows(expected: &str, found: &str) -> bool {
    let found = match (expected.starts_with('T'), found.find('T')) {
        (true, Some(time)) if !found.starts_with('P') => &found[time..],
        _ => found,
    };
    let same = |(expected, found): (u8, u8)| expected == found || expected == b'X' && found.is_ascii_digit();
    expected.len() == found.len() && expected.bytes().zip(found.bytes()).all(same)
}
