//! Currencies: by sign, by code, by name.

use super::clues::Class;
use super::numbers::{Number, number};
use super::reader::Reader;
use crate::segment::Case;

/// Names that several currencies share, by the word before them.
const SHARED: &[(&str, &str, &str)] = &[
    ("algerian", "dinar", "DZD"),
    ("argentine", "peso", "ARS"),
    ("australian", "USD", "AUD"),
    ("bahraini", "dinar", "BHD"),
    ("canadian", "USD", "CAD"),
    ("chilean", "peso", "CLP"),
    ("colombian", "peso", "COP"),
    ("cuban", "peso", "CUP"),
    ("czech", "crown", "CZK"),
    ("danish", "crown", "DKK"),
    ("egyptian", "pound", "EGP"),
    ("finnish", "mark", "FIM"),
    ("french", "franc", "FRF"),
    ("german", "mark", "DEM"),
    ("icelandic", "crown", "ISK"),
    ("iraqi", "dinar", "IQD"),
    ("jordanian", "dinar", "JOD"),
    ("kenyan", "shilling", "KES"),
    ("kong", "USD", "HKD"),
    ("kuwaiti", "dinar", "KWD"),
    ("lebanese", "pound", "LBP"),
    ("libyan", "dinar", "LYD"),
    ("mexican", "peso", "MXN"),
    ("nepalese", "INR", "NPR"),
    ("norwegian", "crown", "NOK"),
    ("omani", "SAR", "OMR"),
    ("pakistani", "INR", "PKR"),
    ("philippine", "peso", "PHP"),
    ("qatari", "SAR", "QAR"),
    ("serbian", "dinar", "RSD"),
    ("singapore", "USD", "SGD"),
    ("swedish", "crown", "SEK"),
    ("swiss", "franc", "CHF"),
    ("syrian", "pound", "SYP"),
    ("taiwan", "USD", "TWD"),
    ("tanzanian", "shilling", "TZS"),
    ("tunisian", "dinar", "TND"),
    ("u.s.", "USD", "USD"),
    ("ugandan", "shilling", "UGX"),
    ("us", "USD", "USD"),
    ("zealand", "USD", "NZD"),
];

/// The letters before a dollar sign.
const DOLLARS: &[(&str, &str)] = &[
    ("A", "AUD"),
    ("AU", "AUD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("HK", "HKD"),
    ("NT", "TWD"),
    ("NZ", "NZD"),
    ("R", "BRL"),
    ("S", "SGD"),
    ("U.S.", "USD"),
    ("US", "USD"),
];

/// The currency of a sign.
pub(super) fn sign(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        "¥" => "JPY",
        "₹" => "INR",
        "₽" => "RUB",
        "₩" => "KRW",
        "₺" => "TRY",
        "₪" => "ILS",
        "₴" => "UAH",
        "₦" => "NGN",
        "฿" => "THB",
        "zł" => "PLN",
        _ => return None,
    })
}

/// A currency before a number: "$", "US$", "EUR ", "Rs. ". Where the number starts, and the code.
#[inline(never)]
pub(super) fn before(reader: &Reader, at: usize) -> Option<(usize, &'static str)> {
    let word = reader.word(at);
    let (next, code) = match sign(word) {
        Some(code) => (at + 1, code),
        None if reader.word(at + 1) == "$" && !reader.spaced(at + 1) => {
            (at + 2, DOLLARS.iter().find(|(letters, _)| *letters == word)?.1)
        }
        None if reader.is(at, Class::Money) => {
            let clue = reader.clue(at).text;
            let coded = reader.case(at) == Case::Upper && word.len() == 3 || matches!(word, "Rs" | "Rs.");
            (coded && clue.bytes().all(|byte| byte.is_ascii_uppercase())).then_some((at + 1, clue))?
        }
        None => return None,
    };
    number(reader, next).map(|_| (next, code))
}

/// A currency after a number: past it, its code where one country's is meant, and how many parts
/// of it make one: 100 for cents.
#[inline(never)]
pub(super) fn after(reader: &Reader, at: usize, number: &Number) -> Option<(usize, Option<&'static str>, f64)> {
    let large = number.scale > 0 || number.value >= 100.0;
    // "500 Swiss francs", "10 million New Zealand dollars"
    let named = (at..at + 3).find(|next| matches!(reader.class(*next), Class::Money | Class::Pound))?;
    let adjective = (named > at).then(|| reader.word(named - 1).to_ascii_lowercase());
    let name = if reader.is(named, Class::Pound) { "pound" } else { reader.clue(named).text };
    if let Some(adjective) = adjective {
        let (_, _, code) = SHARED.iter().find(|(known, shared, _)| *known == adjective && *shared == name)?;
        let capital = reader.case(at) != Case::Lower;
        return capital.then_some((named + 1, Some(*code), 1.0));
    }
    match reader.class(named) {
        Class::Pound => (number.scale > 0 || reader.is_word(named + 1, "sterling") || is_converted(reader, named))
            .then(|| (named + 1 + usize::from(reader.is_word(named + 1, "sterling")), Some("GBP"), 1.0)),
        Class::Money => {
            let verb = reader.is_word(named, "won mark marks try crown crowns rand dram dong real");
            let code = name.bytes().all(|byte| byte.is_ascii_uppercase()).then_some(name);
            let code = if name == "mark" { Some("DEM") } else { code };
            (!verb || large).then_some((named + 1, code, 1.0))
        }
        _ => None,
    }
}

/// Whether another currency stands beside a number of pounds: "500 pounds ($640)", "$1 = 0.77 pounds".
fn is_converted(reader: &Reader, unit: usize) -> bool {
    let back = |by: usize| unit.saturating_sub(by);
    let equals =
        reader.word(back(2)) == "=" && (sign(reader.word(back(4))).is_some() || reader.is(back(3), Class::Money));
    equals || reader.word(unit + 1) == "(" && before(reader, unit + 2).is_some()
}

/// "50 cents", "20 pence".
#[inline(never)]
pub(super) fn parts(reader: &Reader, at: usize) -> Option<(usize, Option<&'static str>, f64)> {
    matches!(reader.class(at), Class::Cent | Class::Pence).then(|| (at + 1, Some(reader.clue(at).text), 100.0))
}
