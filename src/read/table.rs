//! The tables of this folder: tab-separated, sorted by the first column, compiled in as they are.

/// A table, looked up by its first column. Making one takes microseconds.
pub(super) struct Table<const N: usize> {
    /// No key is a single byte where the rows are asked for by their start.
    rows: Vec<[&'static str; N]>,
    /// For every byte, how many rows have a key that starts with a lesser one.
    before: [u16; 257],
}

impl<const N: usize> Table<N> {
    /// Reads the text of a table; lines that start with '#' tell what it is.
    pub(super) fn new(text: &'static str) -> Self {
        let rows = text.lines().filter(|line| !line.starts_with('#')).map(|line| {
            let mut cells = line.split('\t');
            std::array::from_fn(|_| cells.next().expect("a cell in each column"))
        });
        let rows: Vec<_> = rows.collect();
        let mut before = [0; 257];
        for row in &rows {
            before[usize::from(row[0].as_bytes()[0]) + 1] += 1;
        }
        for byte in 1..before.len() {
            before[byte] += before[byte - 1];
        }
        Table { rows, before }
    }

    /// The row of a key.
    pub(super) fn get(&self, key: &str) -> Option<&[&'static str; N]> {
        let rows = self.sharing_first_byte(*key.as_bytes().first()?);
        rows.binary_search_by(|row| row[0].cmp(key)).ok().map(|at| &rows[at])
    }

    /// The rows whose key starts with two bytes, in order.
    pub(super) fn sharing_start(&self, [first, second]: [u8; 2]) -> &[[&'static str; N]] {
        let rows = self.sharing_first_byte(first);
        let from = rows.partition_point(|row| row[0].as_bytes()[1] < second);
        let length = rows[from..].iter().take_while(|row| row[0].as_bytes()[1] == second).count();
        &rows[from..from + length]
    }

    /// Nearly every word that is asked for is in no table: its first byte rules most rows out.
    fn sharing_first_byte(&self, byte: u8) -> &[[&'static str; N]] {
        let byte = usize::from(byte);
        &self.rows[usize::from(self.before[byte])..usize::from(self.before[byte + 1])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sorted_and_in_lower_case() {
        fn check<const N: usize>(text: &'static str, distinct: bool) {
            let rows = Table::<N>::new(text).rows;
            assert!(!rows.is_empty());
            for pair in rows.windows(2) {
                assert!(pair[0][0] < pair[1][0] || !distinct && pair[0][0] == pair[1][0], "{pair:?}");
            }
            assert!(rows.iter().all(|row| row[0] == row[0].to_lowercase() && row[0] == row[0].trim()), "{rows:?}");
        }
        check::<3>(include_str!("agencies.tsv"), true);
        check::<2>(include_str!("months.tsv"), true);
        check::<2>(include_str!("places.tsv"), true);
        check::<2>(include_str!("function_words.tsv"), true);
        check::<3>(include_str!("openings.tsv"), false);
    }
}
