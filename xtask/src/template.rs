//! What a CloudFormation template says about its resources.

use crate::tree::Tree;
use crate::{Result, yaml};
use serde_json::{Map, Value};

/// The template that a person writes, and that nests all others.
pub const ROOT: &str = "template.yaml";

/// A parsed template.
pub struct Template {
    resources: Map<String, Value>,
}

impl Template {
    /// Parses a template file of the tree.
    pub fn read(tree: &Tree, file: &str) -> Result<Self> {
        let value = yaml::parse(&tree.read(file)?).map_err(|error| format!("{file}: {error}"))?;
        let resources = value["Resources"].as_object().cloned().unwrap_or_default();
        Ok(Self { resources })
    }

    /// Every template of the tree, by its file.
    pub fn all(tree: &Tree) -> Result<Vec<(String, Self)>> {
        let mut files = vec![ROOT.to_owned()];
        files.extend(tree.files("infra", &[".yaml", ".yml"])?);
        let read = |file: String| Self::read(tree, &file).map(|template| (file, template));
        files.into_iter().map(read).collect()
    }

    /// Every resource: logical id, type, properties.
    pub fn resources(&self) -> impl Iterator<Item = (&str, &str, &Value)> {
        self.resources.iter().map(|(id, resource)| {
            (
                id.as_str(),
                resource["Type"].as_str().unwrap_or_default(),
                &resource["Properties"],
            )
        })
    }

    /// The resources of one type: logical id and properties.
    pub fn of_type<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.resources()
            .filter(move |(_, of, _)| *of == kind)
            .map(|(id, _, properties)| (id, properties))
    }

    /// A resource with all that is said of it.
    pub fn resource(&self, id: &str) -> &Value {
        self.resources.get(id).unwrap_or(&Value::Null)
    }
}

/// What every function of a template has if it does not say otherwise.
pub fn globals(tree: &Tree, file: &str) -> Result<Value> {
    Ok(yaml::parse(&tree.read(file)?)?["Globals"]["Function"].clone())
}
