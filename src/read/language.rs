//! The language, where the script or a few very frequent words leave no doubt.

use std::sync::LazyLock;

use super::scan::head;

static WORDS: LazyLock<Words> = LazyLock::new(Words::new);

/// How much of a text is looked at, in bytes.
const READ: usize = 1024;

/// The languages that `function_words.tsv` knows.
const LANGUAGES: [&str; 11] = ["en", "es", "de", "fr", "it", "pt", "nl", "pl", "tr", "id", "sv"];

/// Guesses the language; none rather than a wrong one.
pub(super) fn guess(text: &str) -> Option<&'static str> {
    let text = head(text, READ);
    if text.is_ascii() {
        return by_words(text);
    }
    let mut counts = [0usize; 8];
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        counts[script(c)] += 1;
    }
    let letters: usize = counts.iter().sum();
    match counts.iter().position(|count| count * 2 > letters)? {
        LATIN => by_words(text),
        CYRILLIC => cyrillic(text),
        // Japanese mixes its own signs with Chinese ones.
        HAN | KANA => Some(if counts[KANA] > 0 { "ja" } else { "zh" }),
        GREEK => Some("el"),
        HEBREW => Some("he"),
        HANGUL => Some("ko"),
        _ => None,
    }
}

const LATIN: usize = 0;
const CYRILLIC: usize = 1;
const GREEK: usize = 2;
const HEBREW: usize = 3;
const HANGUL: usize = 4;
const KANA: usize = 5;
const HAN: usize = 6;
const OTHER: usize = 7;

fn script(letter: char) -> usize {
    match letter {
        '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => LATIN,
        '\u{370}'..='\u{3ff}' => GREEK,
        '\u{400}'..='\u{52f}' => CYRILLIC,
        '\u{5d0}'..='\u{5ea}' => HEBREW,
        '\u{3041}'..='\u{30ff}' => KANA,
        '\u{4e00}'..='\u{9fff}' => HAN,
        '\u{ac00}'..='\u{d7a3}' => HANGUL,
        _ => OTHER,
    }
}

fn by_words(text: &str) -> Option<&'static str> {
    let mut hits = [0usize; LANGUAGES.len()];
    let words = &*WORDS;
    each_short_word(text, |key| {
        let mut languages = words.get(key);
        while languages != 0 {
            hits[languages.trailing_zeros() as usize] += 1;
            languages &= languages - 1;
        }
    });
    let best = (0..hits.len()).max_by_key(|index| hits[*index])?;
    let second = (0..hits.len()).filter(|index| *index != best).map(|index| hits[index]).max()?;
    (hits[best] >= 3 && hits[best] * 3 >= second * 4).then_some(LANGUAGES[best])
}

/// The longest word of the table, in bytes.
const LONGEST: usize = size_of::<u64>();

/// Passes on the words of a text that are not too long for the table, each as a number: its bytes
/// in small letters.
fn each_short_word(text: &str, mut pass: impl FnMut(u64)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let (start, mut key) = (at, 0);
        while at < bytes.len() && bytes[at].is_ascii_alphabetic() {
            key = append(key, bytes[at]);
            at += 1;
        }
        if at < bytes.len() && !bytes[at].is_ascii() {
            let rest = &text[start..];
            let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
            if (1..=LONGEST).contains(&word.len()) {
                pass(word.to_lowercase().bytes().fold(0, append));
            }
            // Past a sign, or to what stands behind the word.
            at = start + word.len();
            at += if word.is_empty() { rest.chars().next().map_or(0, char::len_utf8) } else { 0 };
            continue;
        }
        if (1..=LONGEST).contains(&(at - start)) {
            pass(key);
        }
        at += 1;
    }
}

fn append(key: u64, byte: u8) -> u64 {
    key << 8 | u64::from(byte.to_ascii_lowercase())
}

/// The words of the table, each with its languages as bits: by the hash of their keys, because
/// every word of the text is looked up.
struct Words {
    slots: [(u64, u16); SLOTS],
}

/// Several for each word of the table.
const SLOTS: usize = 1024;

impl Words {
    fn new() -> Self {
        let mut slots = [(0, 0); SLOTS];
        let lines = include_str!("function_words.tsv").lines().filter(|line| !line.starts_with('#'));
        for (word, names) in lines.filter_map(|line| line.split_once('\t')) {
            let key = word.bytes().fold(0, append);
            let bits = names.split(' ').filter_map(|name| LANGUAGES.iter().position(|known| *known == name));
            let free = places(key).find(|place| slots[*place].1 == 0).expect("there are more slots than words");
            slots[free] = (key, bits.fold(0, |all, index| all | 1 << index));
        }
        Words { slots }
    }

    /// The languages of a word; 0 for an unknown one.
    fn get(&self, key: u64) -> u16 {
        let slots = places(key).map(|place| self.slots[place]);
        slots.take_while(|(_, languages)| *languages != 0).find(|(known, _)| *known == key).map_or(0, |slot| slot.1)
    }
}

/// Where a key may be, in order.
fn places(key: u64) -> impl Iterator<Item = usize> {
    let first = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize;
    (0..SLOTS).map(move |step| (first + step) % SLOTS)
}

/// Russian and Ukrainian differ in letters; other languages in the script are left open.
fn cyrillic(text: &str) -> Option<&'static str> {
    let has = |letters: &[char]| text.contains(letters);
    match (
        has(&['ы', 'э', 'Ы', 'Э']),
        has(&['і', 'ї', 'є', 'І', 'Ї', 'Є']),
        has(&['ј', 'љ', 'њ', 'ѓ', 'қ', 'ү', 'ө', 'ў']),
    ) {
        (true, false, false) => Some("ru"),
        (false, true, false) => Some("uk"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses() {
        for (text, language) in [
            ("The harbour of the old town was closed on Monday, and ships have to wait.", Some("en")),
            ("El puerto de la ciudad se cerró el lunes y los barcos esperan en la bahía.", Some("es")),
            ("Der Hafen der Stadt ist seit Montag geschlossen, und die Schiffe warten auf dem Meer.", Some("de")),
            ("Le port de la ville est fermé depuis lundi et les bateaux attendent dans la baie.", Some("fr")),
            ("Порт старого города закрыли, сообщили власти; это первый такой случай.", Some("ru")),
            ("Порт старого міста закрили у понеділок, повідомила її влада.", Some("uk")),
            ("港は月曜日に閉鎖された。", Some("ja")),
            ("港口星期一关闭。", Some("zh")),
            ("항구가 월요일에 닫혔다.", Some("ko")),
            ("Το λιμάνι έκλεισε τη Δευτέρα.", Some("el")),
            ("Ana Mota", None),
            ("", None),
            ("12:30", None),
        ] {
            assert_eq!(guess(text), language, "{text}");
        }
    }

    #[test]
    fn every_language_of_the_table_is_listed() {
        let rows = include_str!("function_words.tsv").lines().filter(|line| !line.starts_with('#'));
        for language in rows.flat_map(|row| row.split('\t').nth(1).unwrap().split(' ')) {
            assert!(LANGUAGES.contains(&language), "{language}");
        }
        for (word, _) in include_str!("function_words.tsv").lines().filter_map(|line| line.split_once('\t')) {
            assert!(word.len() <= LONGEST || word.starts_with('#'), "{word}");
        }
    }
}
