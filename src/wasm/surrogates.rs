//! Strings that are not well-formed UTF-16. JavaScript allows a surrogate without its partner, UTF-8
//! does not; the core reads U+FFFD in its place. That takes one unit of UTF-16, one code point and
//! three bytes, as the surrogate does, so every offset stays right, and the words of the result
//! can be cut out of the caller's own string.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::{throwable, to_object};
use crate::article::{Article, Format, Notice};
use crate::options::{OffsetUnit, Options};
use crate::text::OffsetMap;

/// Whether the string holds a lone surrogate; `text` is what the core reads for it.
pub(super) fn are_lone_in(input: &JsString, text: &str) -> bool {
    text.contains(char::REPLACEMENT_CHARACTER) && !Object::is(&JsString::from(text), input)
}

/// Reads an article that holds lone surrogates.
pub(super) fn parse_article(input: &JsString, text: &str, options: Options) -> Result<JsValue, JsValue> {
    let unit = options.offsets;
    let options = Options { offsets: OffsetUnit::Utf8, ..options };
    let mut article = crate::parse_article(text, &options).map_err(throwable)?;
    let original =
        Original { input, text, utf16: OffsetMap::new(text, OffsetUnit::Utf16), outside: OffsetMap::new(text, unit) };
    if article.format == Format::Text {
        add_notice(&mut article, original.first_lone_surrogate());
        let object = to_object(article, input)?;
        original.restore(&object)?;
        return Ok(object);
    }
    // What was read out of a page is a text of its own: nothing there can be given back.
    add_notice(&mut article, None);
    let read = article.text.clone();
    let outside = OffsetMap::new(&read, unit);
    article.each_offset(|offset| *offset = outside.convert(*offset));
    to_object(article, input)
}

/// Adds the notice where its place in the order of starts is.
fn add_notice(article: &mut Article, start: Option<u32>) {
    let notice = Notice {
        code: "lone-surrogate".into(),
        message: "The text holds half a surrogate pair, which is no character. It was read as U+FFFD.".into(),
        start,
        end: start.map(|start| start + char::REPLACEMENT_CHARACTER.len_utf8() as u32),
    };
    let at = article.notices.partition_point(|other| other.start <= start);
    article.notices.insert(at, notice);
}

/// The caller's string beside what the core read.
struct Original<'a> {
    input: &'a JsString,
    text: &'a str,
    utf16: OffsetMap<'a>,
    outside: OffsetMap<'a>,
}

impl Original<'_> {
    fn first_lone_surrogate(&self) -> Option<u32> {
        let mut replacements = self.text.match_indices(char::REPLACEMENT_CHARACTER).map(|(byte, _)| byte as u32);
        let is_lone = |byte: &u32| {
            let unit = self.input.char_code_at(self.utf16.convert(*byte));
            unit != f64::from(u32::from(char::REPLACEMENT_CHARACTER))
        };
        replacements.find(is_lone)
    }

    /// Goes through the result, whose offsets still count bytes. Words that stand in the text at
    /// the offsets beside them are cut out of the caller's string; then the offsets change to the
    /// caller's unit.
    fn restore(&self, value: &JsValue) -> Result<(), JsValue> {
        let Some(object) = value.dyn_ref::<Object>() else {
            return Ok(());
        };
        let span = self.span(object)?;
        for entry in Object::entries(object).iter() {
            let entry = Array::from(&entry);
            let (key, part) = (entry.get(0), entry.get(1));
            match (&span, part.as_string()) {
                (Some((start, end)), Some(words)) if words == self.text[*start as usize..*end as usize] => {
                    let own = self.input.substring(self.utf16.convert(*start), self.utf16.convert(*end));
                    Reflect::set(object, &key, &own)?;
                }
                _ => self.restore(&part)?,
            }
        }
        if let Some((start, end)) = span {
            Reflect::set(object, &"start".into(), &self.outside.convert(start).into())?;
            Reflect::set(object, &"end".into(), &self.outside.convert(end).into())?;
        }
        Ok(())
    }

    fn span(&self, object: &Object) -> Result<Option<(u32, u32)>, JsValue> {
        let start = Reflect::get(object, &"start".into())?.as_f64();
        let end = Reflect::get(object, &"end".into())?.as_f64();
        Ok(start.zip(end).map(|(start, end)| (start as u32, end as u32)))
    }
}
