//! What is odd about an input. It is read all the same.

use crate::article::Notice;
use crate::text::order::sort_by_number;

/// Puts notices in the order of the text, those about no place of it first.
pub(super) fn sort(notices: &mut [Notice]) {
    sort_by_number(notices, |notice| notice.start.map_or(0, |start| u64::from(start) + 1));
}

/// Tells what is odd about the characters of a text.
pub(super) fn of_characters(text: &str) -> Vec<Notice> {
    let mut notices = Vec::new();
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        notices.push(notice("empty", "There is nothing to read.", None));
        return notices;
    }
    // Without branches first: nearly every text is free of them.
    let any = text.bytes().fold(false, |found, byte| found | is_control(byte));
    let control = any.then(|| text.bytes().position(is_control)).flatten();
    if let Some(at) = control {
        notices.push(notice(
            "control-characters",
            "The text holds control characters; it may be a binary file.",
            Some((at, 1)),
        ));
    }
    if text.is_ascii() {
        return notices;
    }
    if let Some(at) = text.find('\u{fffd}') {
        let message = "The text holds replacement characters; it was decoded from another encoding.";
        notices.push(notice("replacement-characters", message, Some((at, '\u{fffd}'.len_utf8()))));
    }
    if let Some(at) = garbled(text.as_bytes()) {
        let message = "The text was decoded from the wrong encoding: letters are garbled.";
        let end = text[at..].char_indices().nth(2).map_or(text.len(), |(end, _)| at + end);
        notices.push(notice("garbled-characters", message, Some((at, end - at))));
    }
    notices
}

/// Control characters but tabs, line ends and form feeds.
fn is_control(byte: u8) -> bool {
    (byte < 0x20) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r') & (byte != 0x0c) | (byte == 0x7f)
}

/// Finds UTF-8 that was read as Windows-1252: "’" becomes "â€™", "é" becomes "Ã©", "а" "Ð°". Gives
/// where the first two such characters start.
fn garbled(bytes: &[u8]) -> Option<usize> {
    const LEAD: u8 = 0xC3;
    let mut from = 0;
    while let Some(found) = bytes[from..].iter().position(|byte| *byte == LEAD) {
        let at = from + found;
        if let Some(
            [LEAD, 0xA2, 0xE2, 0x82] | [LEAD, 0x83, 0xC2, 0xA1..=0xBF] | [LEAD, 0x90 | 0x91, 0xC2, 0xB0..=0xBF],
        ) = bytes.get(at..at + 4)
        {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

fn notice(code: &str, message: &str, place: Option<(usize, usize)>) -> Notice {
    let start = place.map(|(at, _)| at as u32);
    let end = place.map(|(at, length)| (at + length) as u32);
    Notice { code: code.into(), message: message.into(), start, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn oddities() {
        for (text, codes) in [
            ("", &["empty"][..]),
            (" \n\u{feff}", &["empty"]),
            ("plain\ttext\r\n", &[]),
            ("a\0b", &["control-characters"]),
            ("caf\u{fffd}", &["replacement-characters"]),
            ("donâ€™t", &["garbled-characters"]),
            ("\u{1}\u{fffd}Ã©", &["control-characters", "replacement-characters", "garbled-characters"]),
            ("Ð°Ð±", &["garbled-characters"]),
            ("São Tomé, Ã", &[]),
        ] {
            let notices = of_characters(text);
            assert_eq!(notices.iter().map(|notice| notice.code.as_str()).collect::<Vec<_>>(), codes, "{text:?}");
            for notice in notices {
                let place = notice.start.zip(notice.end);
                assert!(place.is_none_or(|(start, end)| !text[start as usize..end as usize].is_empty()));
            }
        }
    }
}
