//! Strings that are not well-formed UTF-16. JavaScript allows a surrogate without its partner, UTF-8
//! does not; the core reads U+FFFD in its place. That takes one unit of UTF-16, one code point and
//! three bytes, as the surrogate does, so every offset stays right, and the words of the result
//! can be cut out of the caller's own string.

use js_sys::{JsString, Object};

use crate::article::Notice;
use crate::options::OffsetUnit;
use crate::text::OffsetMap;

/// The code of the notice.
pub(super) const NOTICE: &str = "lone-surrogate";

/// Adds a notice where the string holds a lone surrogate; `text` is what the core read for it, and all of the article's
/// text where the input `is_text`. What was read out of a page is a text of its own: nothing there can be given back.
pub(super) fn report(mut notices: Vec<Notice>, input: &JsString, text: &str, is_text: bool) -> Vec<Notice> {
    if !text.contains(char::REPLACEMENT_CHARACTER) || Object::is(&JsString::from(text), input) {
        return notices;
    }
    let start = is_text.then(|| first_in(input, text)).flatten();
    let notice = Notice {
        code: NOTICE.into(),
        message: "The text holds half a surrogate pair, which is no character. It was read as U+FFFD.".into(),
        start,
        end: start.map(|start| start + char::REPLACEMENT_CHARACTER.len_utf8() as u32),
    };
    // Where its place in the order of starts is.
    let at = notices.partition_point(|other| other.start <= start);
    notices.insert(at, notice);
    notices
}

/// The byte that the core read the first lone surrogate at.
fn first_in(input: &JsString, text: &str) -> Option<u32> {
    let units = OffsetMap::new(text, OffsetUnit::Utf16);
    let mut replacements = text.match_indices(char::REPLACEMENT_CHARACTER).map(|(byte, _)| byte as u32);
    replacements.find(|byte| {
        let unit = input.char_code_at(units.convert(*byte));
        unit != f64::from(u32::from(char::REPLACEMENT_CHARACTER))
    })
}
