//! Reads the caller's options out of a plain object. Every key is looked at, where
//! serde_wasm_bindgen would look only for the ones it knows: a misspelt option is an error that
//! names it. An option that is undefined is one that was not given.

use std::fmt::{self, Display};

use js_sys::{Array, Object};
use serde::Deserialize;
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error as _, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::prelude::*;

use crate::options::{Error, ErrorCode, Options};

/// Reads the options; undefined and null stand for the defaults.
pub(super) fn read(options: JsValue) -> Result<Options, Error> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    Options::deserialize(Given { path: "options".into(), value: options })
        .map_err(|problem| Error::new(ErrorCode::BadOption, problem.to_string()))
}

/// A value and the way to it: "options.lexicon[2].name".
struct Given {
    path: String,
    value: JsValue,
}

impl Given {
    fn entries(&self) -> impl Iterator<Item = (String, Given)> {
        let entries = Object::entries(self.value.unchecked_ref());
        let entries = entries.into_iter().map(|entry| Array::from(&entry));
        entries.filter(|entry| !entry.get(1).is_undefined()).map(|entry| {
            let key = entry.get(0).as_string().unwrap_or_default();
            let given = Given { path: format!("{}.{key}", self.path), value: entry.get(1) };
            (key, given)
        })
    }

    fn items(&self) -> impl Iterator<Item = Given> {
        let items = Array::from(&self.value).into_iter().enumerate();
        items.map(|(index, value)| Given { path: format!("{}[{index}]", self.path), value })
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
        if Array::is_array(value) {
            return visitor.visit_seq(SeqDeserializer::new(self.items()));
        }
        if value.is_object() {
            return visitor.visit_map(MapDeserializer::new(self.entries()));
        }
        let kind = if value.is_null() { "null".into() } else { value.js_typeof().as_string().unwrap_or_default() };
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
        if !self.value.is_object() || Array::is_array(&self.value) {
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
}

impl serde::de::Error for Problem {
    fn custom<T: Display>(message: T) -> Self {
        Problem { path: None, message: message.to_string() }
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.as_deref().unwrap_or("options"), self.message)
    }
}

impl std::error::Error for Problem {}
