//! Reads what the caller gives out of plain objects: options, corrections, articles. Every key is
//! looked at, where serde_wasm_bindgen would look only for the ones it knows: a misspelt option is an
//! error that names it. A field that is undefined is one that was not given.

use std::fmt::{self, Display};

use js_sys::{Array, Error as JsError};
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error as _, Expected, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::prelude::*;

use super::digits;
use crate::options::{Error, ErrorCode};

// A getter or a proxy may throw wherever an object is looked into.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Object, js_name = entries)]
    fn entries_of(object: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    fn items_of(list: &JsValue) -> Result<Array, JsValue>;
}

/// Reads options; undefined and null stand for the defaults.
pub(super) fn read_options<T: DeserializeOwned + Default>(name: &str, value: JsValue) -> Result<T, Error> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    read(name, value, ErrorCode::BadOption)
}

/// Reads a value that the caller calls by the name. What is wrong with it becomes an error of the code.
pub(super) fn read<T: DeserializeOwned>(name: &str, value: JsValue, code: ErrorCode) -> Result<T, Error> {
    let given = Given { path: name.into(), value };
    T::deserialize(given).map_err(|problem| {
        Error::new(code, format!("{}: {}", problem.path.as_deref().unwrap_or(name), problem.message))
    })
}

/// A value and the way to it: "options.lexicon[2].name".
struct Given {
    path: String,
    value: JsValue,
}

impl Given {
    fn entries(&self) -> Result<impl Iterator<Item = (String, Given)>, Problem> {
        let entries = entries_of(&self.value).map_err(Problem::thrown)?;
        let entries = entries.into_iter().map(|entry| Array::from(&entry));
        Ok(entries.filter(|entry| !entry.get(1).is_undefined()).map(|entry| {
            let key = entry.get(0).as_string().unwrap_or_default();
            let given = Given { path: format!("{}.{key}", self.path), value: entry.get(1) };
            (key, given)
        }))
    }

    fn items(&self) -> Result<impl Iterator<Item = Given>, Problem> {
        let items = items_of(&self.value).map_err(Problem::thrown)?.into_iter().enumerate();
        Ok(items.map(|(index, value)| Given { path: format!("{}[{index}]", self.path), value }))
    }

    fn is_list(&self) -> Result<bool, Problem> {
        is_array(&self.value).map_err(Problem::thrown)
    }

    fn visit<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Problem> {
        let value = &self.value;
        if let Some(text) = value.as_string() {
            return visitor.visit_string(text);
        }
        if let Some(number) = value.as_f64() {
            let is_whole = number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0;
            return if is_whole { visitor.visit_u32(number as u32) } else { visitor.visit_f64(number) };
        }
        if let Some(truth) = value.as_bool() {
            return visitor.visit_bool(truth);
        }
        if value.is_null() {
            return visitor.visit_unit();
        }
        if self.is_list()? {
            return visitor.visit_seq(SeqDeserializer::new(self.items()?));
        }
        if value.is_object() {
            return visitor.visit_map(MapDeserializer::new(self.entries()?));
        }
        let kind = value.js_typeof().as_string().unwrap_or_default();
        Err(Problem::invalid_type(Unexpected::Other(&kind), &visitor))
    }
}

impl<'de> Deserializer<'de> for Given {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.visit(visitor).map_err(|problem| problem.at(self.path))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.value.is_null() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        match self.value.as_string() {
            Some(name) => {
                visitor.visit_enum(name.into_deserializer()).map_err(|problem: Problem| problem.at(self.path))
            }
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        if !self.value.is_object() || self.is_list().map_err(|problem| problem.at(self.path.clone()))? {
            return Err(Problem::custom("not a plain object").at(self.path));
        }
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Problem> for Given {
    type Deserializer = Given;

    fn into_deserializer(self) -> Given {
        self
    }
}

/// What is wrong, and with which option.
#[derive(Debug)]
struct Problem {
    path: Option<String>,
    message: String,
}

impl Problem {
    /// The innermost place is the one that counts.
    fn at(self, path: String) -> Problem {
        Problem { path: self.path.or(Some(path)), ..self }
    }

    fn thrown(error: JsValue) -> Problem {
        let words = error.dyn_ref::<JsError>().map(|error| String::from(error.message())).or(error.as_string());
        Problem::custom(format!("to look at it throws: {}", words.unwrap_or_default()))
    }
}

impl serde::de::Error for Problem {
    fn custom<T: Display>(message: T) -> Self {
        Problem { path: None, message: message.to_string() }
    }

    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        Problem::custom(format_args!("invalid type: {}, expected {expected}", named(found)))
    }

    fn invalid_value(found: Unexpected, expected: &dyn Expected) -> Self {
        Problem::custom(format_args!("invalid value: {}, expected {expected}", named(found)))
    }
}

/// What was found, in serde's words.
fn named(found: Unexpected) -> String {
    match found {
        Unexpected::Float(number) => format!("floating point `{}`", digits(number)),
        Unexpected::Unsigned(number) => format!("integer `{number}`"),
        Unexpected::Str(text) => format!("string {text:?}"),
        Unexpected::Other(other) => other.to_string(),
        Unexpected::Signed(number) => format!("integer `{number}`"),
        Unexpected::Bool(value) => format!("boolean `{value}`"),
        Unexpected::Seq => "sequence".into(),
        Unexpected::Map => "map".into(),
        // JavaScript's word for it.
        Unexpected::Unit => "null".into(),
        _ => "another value".into(),
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}
