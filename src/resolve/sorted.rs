//! Sorted lines in the binary, searched where they lie.

/// The lines of the key, without it: each line is a key, a tab, and the rest; "#" starts a comment.
pub(super) fn lines<'a>(table: &'static str, key: &'a str) -> impl Iterator<Item = &'static str> + use<'a> {
    from(table, key).lines().map_while(move |line| line.strip_prefix(key)?.strip_prefix('\t'))
}

/// The table from the first line on whose key is not before this one.
fn from(table: &'static str, key: &str) -> &'static str {
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start =
            table.as_bytes()[low..middle].iter().rposition(|byte| *byte == b'\n').map_or(low, |at| low + at + 1);
        let line = table[start..].split('\n').next().unwrap_or_default();
        // Comments stand before everything.
        if line.starts_with('#') || line.split('\t').next().unwrap_or_default() < key {
            low = start + line.len() + 1;
        } else {
            high = start;
        }
    }
    table.get(low..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        const TABLE: &str = "# one\n# two\na\t1\nab\t2\nab\t3\nb\t4\né\t5\n";
        let found = |key| lines(TABLE, key).collect::<Vec<_>>();
        assert_eq!(
            [found("a"), found("ab"), found("b"), found("é")],
            [vec!["1"], vec!["2", "3"], vec!["4"], vec!["5"]]
        );
        for none in ["", "#", "aa", "abc", "z", "\u{10ffff}"] {
            assert!(found(none).is_empty(), "{none}");
        }
    }
}
