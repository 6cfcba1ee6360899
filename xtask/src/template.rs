//! What `template.yaml` says about functions and other resources.

use crate::name::Name;
use crate::tree::Tree;
use crate::{Result, yaml};
use serde_json::{Map, Value};

/// A parsed template.
pub struct Template {
    resources: Map<String, Value>,
    globals: Value,
}

/// One `AWS::Serverless::Function`.
pub struct TemplateFunction<'a> {
    /// `TasksCreateFunction`.
    pub id: &'a str,
    /// What cargo builds for it.
    pub binary: Option<&'a str>,
    /// `Properties`, without what `Globals` adds.
    pub properties: &'a Value,
}

/// A route of the HTTP API, in lower case as OpenAPI has it: `("post", "/v1/tasks")`.
pub type Route = (String, String);

impl Template {
    /// Parses a template file of the tree.
    pub fn read(tree: &Tree, file: &str) -> Result<Self> {
        let value = yaml::parse(&tree.read(file)?).map_err(|error| format!("{file}: {error}"))?;
        let resources = value["Resources"].as_object().cloned().unwrap_or_default();
        Ok(Self {
            resources,
            globals: value["Globals"].clone(),
        })
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

    /// The functions.
    pub fn functions(&self) -> impl Iterator<Item = TemplateFunction<'_>> {
        self.of_type("AWS::Serverless::Function")
            .map(|(id, properties)| TemplateFunction {
                id,
                binary: self.resources[id]["Metadata"]["BuildProperties"]["Binary"].as_str(),
                properties,
            })
    }

    /// What every function gets if it does not say otherwise.
    pub fn function_globals(&self) -> &Value {
        &self.globals["Function"]
    }
}

impl TemplateFunction<'_> {
    /// The name that the logical id spells.
    pub fn name(&self) -> Option<Name> {
        Name::from_logical_id(self.id)
    }

    /// Its events: type and properties.
    pub fn events(&self) -> impl Iterator<Item = (&str, &Value)> {
        let events = self.properties["Events"].as_object().into_iter().flatten();
        events.map(|(_, event)| (event["Type"].as_str().unwrap_or_default(), &event["Properties"]))
    }

    /// Its routes of the HTTP API.
    pub fn routes(&self) -> Vec<Route> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let http = self.events().filter(|(kind, _)| *kind == "HttpApi");
        http.map(|(_, event)| (text(&event["Method"]).to_lowercase(), text(&event["Path"])))
            .collect()
    }
}
