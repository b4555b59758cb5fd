//! News agencies by the names that texts call them by.

use std::sync::LazyLock;

use super::table::Table;

static AGENCIES: LazyLock<Table<3>> = LazyLock::new(|| Table::new(include_str!("agencies.tsv")));

/// The name that an agency goes by, from what stands between the brackets or slashes of a
/// dateline: "AP", "dpa/lno", "Reuters Sport".
pub(super) fn bracketed(printed: &str) -> Option<&'static str> {
    let whole = look_up(printed.trim());
    let first = || look_up(printed.split(['/', '-', ' ']).next().unwrap_or("").trim());
    whole.or_else(first).map(|row| row[1])
}

/// The same for a name that stands free. Letters that are a word as well do not count.
pub(super) fn free(printed: &str) -> Option<&'static str> {
    look_up(printed.trim()).filter(|row| row[2] == "anywhere").map(|row| row[1])
}

fn look_up(printed: &str) -> Option<&'static [&'static str; 3]> {
    const LONGEST: usize = 48;
    let known_in_small = ["dpa", "epd"].contains(&printed);
    if printed.len() > LONGEST || !known_in_small && !printed.contains(char::is_uppercase) {
        return None;
    }
    AGENCIES.get(&printed.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_lead_to_one_name() {
        for (printed, name) in
            [("AP", "AP"), ("dpa/lno", "dpa"), ("РИА Новости", "RIA Novosti"), ("Reuters Sport", "Reuters")]
        {
            assert_eq!(bracketed(printed), Some(name), "{printed}");
        }
        assert_eq!(bracketed("UPDATE"), None);
        assert_eq!((bracketed("MAP"), free("MAP"), free("EFE")), (Some("MAP"), None, Some("EFE")));
        assert_eq!(free("trend"), None);
    }
}
