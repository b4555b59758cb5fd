//! Dates, times, amounts and their values, one line of `measures.tsv` after the other.

use wirecopy::{OffsetUnit, Options, TimeKind, Value, parse_article};

#[test]
fn every_line_is_read_as_it_says() {
    let table = include_str!("measures.tsv");
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (expected, found) = compare(line);
        if expected != found {
            wrong.push(format!("{line}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} lines:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_table_is_as_long_as_it_should_be() {
    let expressions = include_str!("measures.tsv").lines().filter(|line| !line.starts_with('#'));
    let count: usize = expressions.map(|line| line.matches('[').count()).sum();
    assert!(count >= 400, "{count} expressions");
}

/// What the line expects and what is found in its text, both as "words = TYPE value".
fn compare(line: &str) -> (Vec<String>, Vec<String>) {
    let mut cells = line.split('\t');
    let (date, marked) = (cells.next().unwrap(), cells.next().expect("a text"));
    let values = cells.next().unwrap_or_default().split("; ").filter(|value| !value.is_empty());
    let words = marked.split('[').skip(1).map(|rest| rest.split_once(']').expect("a closing bracket").0);
    let expected: Vec<_> = words.zip(values.clone()).map(|(word, value)| format!("{word} = {value}")).collect();
    assert_eq!(expected.len(), marked.matches('[').count().max(values.count()), "{line}");
    let text = marked.replace(['[', ']'], "").replace("\\n", "\n");
    let date = (date != "-").then(|| date.to_string());
    let options = Options { date, offsets: OffsetUnit::Utf8, ..Options::default() };
    let article = parse_article(&text, &options).unwrap();
    let measures = article.mentions.iter().filter_map(|mention| {
        let value = written(mention.value.as_ref()?);
        Some(format!("{} = {}{value}", mention.text, mention.kind.as_str()))
    });
    (expected, measures.collect())
}

/// " 2019-01-28", "? XXXX-01-28", " P2D duration", " 2.5e9 USD", " ~30", " 38 36..40".
fn written(value: &Value) -> String {
    match value {
        Value::Time { timex, kind: TimeKind::Duration, .. } => format!(" {timex} duration"),
        Value::Time { timex, kind: TimeKind::Set, .. } => format!(" {timex} set"),
        Value::Time { timex, anchored, .. } => format!("{} {timex}", if *anchored { "" } else { "?" }),
        Value::Amount { amount, unit, approx, low, high } => {
            let about = if approx.is_some() { "~" } else { "" };
            let unit = unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
            let end = |end: &Option<f64>| end.map_or(String::new(), |end| end.to_string());
            let bounds =
                if low.is_some() || high.is_some() { format!(" {}..{}", end(low), end(high)) } else { String::new() };
            format!(" {about}{amount}{unit}{bounds}")
        }
    }
}
