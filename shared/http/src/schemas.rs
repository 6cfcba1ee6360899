//! The shapes of a document's bodies: what is read as serde reads it, what is written as serde writes it.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

/// Collects the named shapes of one document (JSON Schema 2020-12), for `#/components/schemas`.
///
/// A field with a default may be left out of what is read, and never is of what is written: so each direction has its own generator.
#[derive(Debug)]
pub struct Schemas {
    read: SchemaGenerator,
    written: SchemaGenerator,
}

impl Default for Schemas {
    fn default() -> Self {
        let settings = || {
            SchemaSettings::draft2020_12().with(|settings| {
                settings.definitions_path = "/components/schemas".into();
                settings.meta_schema = None;
            })
        };
        Self {
            read: settings().for_deserialize().into_generator(),
            written: settings().for_serialize().into_generator(),
        }
    }
}

impl Schemas {
    /// The shape of what a caller sends: inline, or a reference to its definition.
    pub fn read<T: JsonSchema>(&mut self) -> Value {
        self.read.subschema_for::<T>().to_value()
    }

    /// The same without a reference, for what is taken apart.
    pub(crate) fn read_inline<T: JsonSchema>(&mut self) -> Value {
        T::json_schema(&mut self.read).to_value()
    }

    /// The shape of what a caller gets: inline, or a reference to its definition.
    pub fn written<T: JsonSchema>(&mut self) -> Value {
        self.written.subschema_for::<T>().to_value()
    }

    /// All definitions by name.
    ///
    /// # Panics
    /// When one name has two shapes, since a reference can lead to one alone. The document is printed while building, so no caller
    /// ever meets this: the body of the request needs a type of its own.
    pub fn definitions(mut self) -> Map<String, Value> {
        let mut all = self.written.take_definitions(true);
        for (name, shape) in self.read.take_definitions(true) {
            let other = all.insert(name.clone(), shape.clone());
            assert!(
                other.is_none_or(|other| other == shape),
                "{name} differs as it is read and as it is written: give what is read a type of its own"
            );
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};
    use serde_json::json;

    #[derive(Serialize, Deserialize, JsonSchema)]
    struct Piece {
        #[serde(default)]
        links: Vec<String>,
    }

    #[test]
    fn a_default_may_be_left_out_of_what_is_read_and_is_there_in_what_is_written() {
        let mut schemas = Schemas::default();
        assert_eq!(
            schemas.written::<Piece>(),
            json!({"$ref": "#/components/schemas/Piece"})
        );
        assert_eq!(schemas.definitions()["Piece"]["required"], json!(["links"]));

        let mut schemas = Schemas::default();
        schemas.read::<Piece>();
        assert_eq!(schemas.definitions()["Piece"].get("required"), None);
    }

    #[test]
    #[should_panic(expected = "Piece differs as it is read and as it is written")]
    fn one_name_never_has_two_shapes() {
        let mut schemas = Schemas::default();
        schemas.read::<Piece>();
        schemas.written::<Piece>();
        schemas.definitions();
    }
}
