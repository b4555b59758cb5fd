//! What goes in beside the text, and what is wrong with it.

use serde::{Deserialize, Serialize};

/// What the caller may ask for. Every field has a default, and an unknown one is an error.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(optional_fields))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    /// How the input is written down. Default: "auto", which looks at the input.
    #[cfg_attr(test, ts(as = "Option<InputFormat>"))]
    pub format: InputFormat,
    /// The address that the article comes from.
    pub url: Option<String>,
    /// The day on which the article was published, as an ISO 8601 date, when the caller knows it.
    pub date: Option<String>,
    /// The unit of every start and end. Default: "utf16", JavaScript's own.
    #[cfg_attr(test, ts(as = "Option<OffsetUnit>"))]
    pub offsets: OffsetUnit,
    /// The caller's own names. They win over everything else.
    #[cfg_attr(test, ts(as = "Option<Vec<LexiconEntry>>"))]
    pub lexicon: Vec<LexiconEntry>,
    /// The caller's own regular expressions (a linear-time engine, the syntax of Rust's regex crate).
    #[cfg_attr(test, ts(as = "Option<Vec<Pattern>>"))]
    pub patterns: Vec<Pattern>,
    /// Names that are never to be marked.
    #[cfg_attr(test, ts(as = "Option<Vec<String>>"))]
    pub ignore: Vec<String>,
    /// Who may get a Wikidata id. Default: "core". With "all" a file of its own is loaded, once.
    #[cfg_attr(test, ts(as = "Option<Identities>"))]
    pub identities: Identities,
    /// What the call may take. Over a limit it fails; nothing is ever cut.
    #[cfg_attr(test, ts(as = "Option<Limits>"))]
    pub limits: Limits,
}

/// How the input is written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum InputFormat {
    /// Look at the input.
    #[default]
    Auto,
    /// Plain text.
    Text,
    /// A web page or a part of one.
    Html,
    /// Markdown.
    Markdown,
}

/// Who may get a Wikidata id: nobody does whom the article does not tell from others of the name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Identities {
    /// Countries, large cities, international bodies, large media, and people in high office.
    #[default]
    Core,
    /// Also members of governments and parliaments since 1990, and ambassadors: some 55,000 people.
    All,
}

/// What a start or an end counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// UTF-16 code units: what JavaScript's strings count.
    #[default]
    Utf16,
    /// Unicode code points: what Python's strings and W3C Web Annotation count.
    CodePoint,
    /// Bytes of UTF-8: what Rust's and Go's strings count.
    Utf8,
}

impl OffsetUnit {
    /// The word in the options and in the result.
    pub fn as_str(self) -> &'static str {
        match self {
            OffsetUnit::Utf16 => "utf16",
            OffsetUnit::CodePoint => "codepoint",
            OffsetUnit::Utf8 => "utf8",
        }
    }
}

/// A name of the caller's own.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LexiconEntry {
    /// The name as it stands in articles.
    pub name: String,
    /// The type to mark it with: one of the contract's or a new one.
    #[serde(rename = "type")]
    #[cfg_attr(test, ts(type = "MentionType"))]
    pub kind: String,
    /// Other forms of the name. They join the same entity.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<String>>"))]
    pub aliases: Vec<String>,
    /// The Wikidata id to give the entity.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub wikidata: Option<String>,
}

/// A regular expression of the caller's own.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pattern {
    /// The type to mark what matches with: one of the contract's or a new one.
    #[serde(rename = "type")]
    #[cfg_attr(test, ts(type = "MentionType"))]
    pub kind: String,
    /// The regular expression.
    pub pattern: String,
}

/// Something that a reader puts right. It speaks of names and not of places in a text, so that it can be
/// kept and applied to the next article; where no entity has the name, it does nothing.
///
/// `name` is an entity's name or one of its aliases, as printed. `type` picks one of several entities of
/// that name; without it the first one is meant.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "action", rename_all = "lowercase", deny_unknown_fields)]
pub enum Correction {
    /// Makes one entity of several: the one named `name` and all that are named in `with`. It is called
    /// `name`, even where only the others are in the article.
    Merge {
        /// The name of the whole.
        name: String,
        /// Its type.
        #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional, type = "MentionType"))]
        kind: Option<String>,
        /// The names of those that become part of it.
        with: Vec<String>,
    },
    /// Makes the mentions in these forms an entity of their own.
    Split {
        /// The entity that they belong to so far.
        name: String,
        /// Its type.
        #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional, type = "MentionType"))]
        kind: Option<String>,
        /// The forms, as printed.
        forms: Vec<String>,
        /// The name of the new entity. Default: the longest of its forms.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        to: Option<String>,
    },
    /// Gives an entity and its mentions another type.
    Retype {
        /// The entity.
        name: String,
        /// The type that it has so far.
        #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional, type = "MentionType"))]
        kind: Option<String>,
        /// The new type.
        #[cfg_attr(test, ts(type = "MentionType"))]
        to: String,
    },
    /// Gives an entity another name. The forms in the text stay.
    Rename {
        /// The entity.
        name: String,
        /// Its type.
        #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional, type = "MentionType"))]
        kind: Option<String>,
        /// The new name.
        to: String,
    },
    /// Takes an entity and its mentions out.
    Remove {
        /// The entity.
        name: String,
        /// Its type.
        #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional, type = "MentionType"))]
        kind: Option<String>,
    },
}

/// What the call may take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(optional_fields))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Limits {
    /// The longest input in bytes of UTF-8. Default: 64 MiB, which is also the most.
    pub max_bytes: Option<u32>,
}

/// Why a call failed. Reading itself never fails: each of these is the caller's to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// What is wrong, for programs.
    pub code: ErrorCode,
    /// What is wrong and how to mend it, for people.
    pub message: String,
}

/// What is wrong, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename_all = "kebab-case"))]
pub enum ErrorCode {
    /// The input is longer than the limit.
    TooLarge,
    /// The input is not what the call takes.
    BadInput,
    /// An option is unknown, or has a value that it cannot have.
    BadOption,
    /// The format is one that this version does not read.
    UnsupportedFormat,
}

impl ErrorCode {
    /// Every code.
    pub const ALL: [ErrorCode; 4] =
        [ErrorCode::TooLarge, ErrorCode::BadInput, ErrorCode::BadOption, ErrorCode::UnsupportedFormat];

    /// The word in JavaScript's `error.code`.
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorCode::TooLarge => "too-large",
            ErrorCode::BadInput => "bad-input",
            ErrorCode::BadOption => "bad-option",
            ErrorCode::UnsupportedFormat => "unsupported-format",
        }
    }
}

impl Error {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Error { code, message: message.into() }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl Options {
    /// The longest input that any call takes. Spans count in 32 bits and a browser's memory ends
    /// far below them.
    pub const MAX_BYTES: u32 = 64 << 20;

    /// Fails where the input is longer than the limit or an option has a value it cannot have.
    pub(crate) fn check(&self, input: &str) -> Result<(), Error> {
        self.check_length(input.len())?;
        if let Some(date) = self.date.as_deref().filter(|date| !is_iso_date(date)) {
            let message = format!("options.date is \"{date}\", not an ISO 8601 date such as \"2019-01-28\"");
            return Err(Error::new(ErrorCode::BadOption, message));
        }
        if self.lexicon.iter().any(|entry| entry.name.trim().is_empty() || entry.kind.is_empty()) {
            return Err(Error::new(ErrorCode::BadOption, "options.lexicon has an entry without a name or a type"));
        }
        Ok(())
    }

    /// Fails where an input of this many bytes, or of more, is over the limit.
    pub(crate) fn check_length(&self, bytes: usize) -> Result<(), Error> {
        let limit = self.limits.max_bytes.unwrap_or(Self::MAX_BYTES).min(Self::MAX_BYTES);
        match bytes > limit as usize {
            true => {
                Err(Error::new(ErrorCode::TooLarge, format!("the input is longer than the limit of {limit} bytes")))
            }
            false => Ok(()),
        }
    }
}

/// Whether the text starts with a calendar date, "2019-01-28", and goes on, if at all, with a time.
fn is_iso_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let number = |range: std::ops::Range<usize>| -> Option<u32> {
        let digits = bytes.get(range)?;
        digits.iter().all(u8::is_ascii_digit).then(|| digits.iter().fold(0, |n, d| n * 10 + u32::from(d - b'0')))
    };
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    bytes[4] == b'-'
        && bytes[7] == b'-'
        && (1..=days).contains(&day)
        && matches!(bytes.get(10), None | Some(b'T' | b' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iso_date_is_a_day_of_the_calendar() {
        for date in ["2019-01-28", "2020-02-29", "2019-01-28T10:00:00Z"] {
            assert!(is_iso_date(date), "{date}");
        }
        for date in ["", "2019", "2019-02-29", "2019-13-01", "28.01.2019", "2019-01-281", "١٢٣٤-٠١-٠١"] {
            assert!(!is_iso_date(date), "{date}");
        }
    }

    #[test]
    fn a_limit_is_an_error_and_never_a_cut() {
        let options = Options { limits: Limits { max_bytes: Some(4) }, ..Options::default() };
        assert_eq!(options.check("1234"), Ok(()));
        assert_eq!(options.check("12345").unwrap_err().code, ErrorCode::TooLarge);
    }
}
