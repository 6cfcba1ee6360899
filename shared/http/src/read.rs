//! Reads bodies and query strings into types, and says what is wrong with which field as a person would.
//!
//! serde's own readers take a list where an object is meant, and answer with the parser's words; this one answers a field
//! error with its JSON pointer (RFC 6901).

use proconnect_domain::FieldError;
use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    Visitor,
};
use serde_json::Value;
use std::fmt;

/// A value and where it stands.
pub(crate) struct Reader {
    pub(crate) value: Value,
    pub(crate) pointer: String,
    /// From a query string: numbers and truth values are texts, a single value may be a list of one.
    pub(crate) from_text: bool,
}

/// What is wrong, and where: the pointer is filled in on the way out.
#[derive(Debug)]
pub(crate) struct ReadError {
    pointer: Option<String>,
    /// A field of the object at the pointer: one that is missing, or one too many.
    field: Option<String>,
    code: &'static str,
    message: String,
}

impl From<ReadError> for FieldError {
    fn from(error: ReadError) -> Self {
        FieldError {
            pointer: error.pointer.unwrap_or_default(),
            code: error.code.into(),
            message: error.message,
        }
    }
}

impl ReadError {
    fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            pointer: None,
            field: None,
            code,
            message: message.into(),
        }
    }

    /// The pointer of the innermost value that is wrong stays.
    fn at(mut self, pointer: &str) -> Self {
        let field = self.field.take().map(|field| format!("/{field}"));
        self.pointer
            .get_or_insert_with(|| format!("{pointer}{}", field.unwrap_or_default()));
        self
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    /// What a type of our own says about its text.
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new("invalid", sentence(&message.to_string()))
    }
    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(
            "wrong_type",
            format!("This must be {}.", in_words(&expected.to_string())),
        )
    }
    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(
            "invalid",
            format!("This must be {}.", in_words(&expected.to_string())),
        )
    }
    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::invalid_value(Unexpected::Seq, expected)
    }
    fn missing_field(field: &'static str) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..Self::new("required", "This is needed.")
        }
    }
    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::new(
            "invalid_choice",
            format!("Choose one of: {}.", expected.join(", ")),
        )
    }
    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..Self::new("unknown_field", "There is no such field.")
        }
    }
}

/// A query parameter that the endpoint does not have.
pub(crate) fn unknown_parameter(name: &str) -> ReadError {
    let name = name.replace('~', "~0").replace('/', "~1");
    ReadError {
        pointer: Some(format!("/{name}")),
        ..ReadError::new("unknown_parameter", "There is no such query parameter.")
    }
}

/// One sentence, with one full stop.
fn sentence(message: &str) -> String {
    let mut letters = message.trim().trim_end_matches('.').chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

/// serde names Rust's types; people know others.
fn in_words(expected: &str) -> &str {
    match expected {
        "i8" | "i16" | "i32" | "i64" => "a whole number",
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number that is not negative",
        "f32" | "f64" => "a number",
        "a string" | "str" => "a text",
        "a boolean" | "bool" => "true or false",
        "a sequence" => "a list",
        "a map" => "an object",
        other if other.starts_with("struct ") => "an object",
        other => other,
    }
}

/// A number that is too large, or negative, for the type that a visitor wants.
fn whole<'de, V: Visitor<'de>>(value: &Value, visitor: V, from_text: bool) -> Result<V::Value, ReadError> {
    let text = value.as_str().filter(|_| from_text).map(str::trim);
    let parsed = text.and_then(|text| text.parse::<i64>().ok());
    match (parsed.or_else(|| value.as_i64()), value.as_u64()) {
        (Some(number), _) => visitor.visit_i64(number),
        (None, Some(number)) => visitor.visit_u64(number),
        (None, None) => Err(de::Error::invalid_type(
            Unexpected::Other("no whole number"),
            &visitor,
        )),
    }
}

macro_rules! whole_numbers {
    ($($method:ident),+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            whole(&self.value, visitor, self.from_text).map_err(|error| error.at(&self.pointer))
        }
    )+};
}

impl<'de> Deserializer<'de> for Reader {
    type Error = ReadError;

    whole_numbers!(
        deserialize_i8,
        deserialize_i16,
        deserialize_i32,
        deserialize_i64,
        deserialize_u8,
        deserialize_u16,
        deserialize_u32,
        deserialize_u64
    );

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let Self {
            value,
            pointer,
            from_text,
        } = self;
        let result = match value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::String(text) => visitor.visit_string(text),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), ..) => visitor.visit_u64(number),
                (_, Some(number), _) => visitor.visit_i64(number),
                (.., number) => visitor.visit_f64(number.unwrap_or_default()),
            },
            Value::Array(items) => visitor.visit_seq(Items {
                items: items.into_iter().enumerate(),
                pointer: &pointer,
                from_text,
            }),
            Value::Object(fields) => visitor.visit_map(Fields {
                fields: fields.into_iter(),
                next: None,
                pointer: &pointer,
                from_text,
            }),
        };
        result.map_err(|error| error.at(&pointer))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.value.as_str().filter(|_| self.from_text) {
            Some("true" | "1") => visitor.visit_bool(true),
            Some("false" | "0") => visitor.visit_bool(false),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, ReadError> {
        if self.from_text && self.value.is_string() {
            self.value = Value::Array(vec![self.value]);
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let Value::Object(fields) = &self.value else {
            return Err(ReadError::new("wrong_type", "This must be an object.").at(&self.pointer));
        };
        // A mistyped filter that was passed over would look like one that everything meets.
        let unknown = |name: &&String| self.from_text && !known.contains(&name.as_str());
        match fields.keys().find(unknown) {
            Some(name) => Err(unknown_parameter(name)),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let Some(text) = self.value.as_str() else {
            return Err(ReadError::new("wrong_type", "This must be a text.").at(&self.pointer));
        };
        let word: StrDeserializer<'_, ReadError> = text.into_deserializer();
        visitor.visit_enum(word).map_err(|error| error.at(&self.pointer))
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple tuple_struct map identifier ignored_any
    }
}

/// Reads a value. What a type of our own says about it, it says without knowing where it stands.
fn read<'de, S: DeserializeSeed<'de>>(
    seed: S,
    value: Value,
    pointer: &str,
    from_text: bool,
) -> Result<S::Value, ReadError> {
    let reader = Reader {
        value,
        pointer: pointer.to_owned(),
        from_text,
    };
    seed.deserialize(reader).map_err(|error| error.at(pointer))
}

struct Items<'a> {
    items: std::iter::Enumerate<std::vec::IntoIter<Value>>,
    pointer: &'a str,
    from_text: bool,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        let Some((place, value)) = self.items.next() else {
            return Ok(None);
        };
        let pointer = format!("{}/{place}", self.pointer);
        read(seed, value, &pointer, self.from_text).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Fields<'a> {
    fields: serde_json::map::IntoIter,
    next: Option<(String, Value)>,
    pointer: &'a str,
    from_text: bool,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        self.next = self.fields.next();
        match &self.next {
            Some((name, _)) => seed.deserialize(name.as_str().into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        let (name, value) = self.next.take().unwrap_or_default();
        let pointer = format!("{}/{}", self.pointer, name.replace('~', "~0").replace('/', "~1"));
        read(seed, value, &pointer, self.from_text)
    }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
