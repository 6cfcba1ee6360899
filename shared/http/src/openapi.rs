//! One operation of `openapi.json`, filled in by the extractors and replies of its handler.

use http::StatusCode;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// Who may call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Security {
    /// Anybody; a token is not looked at.
    #[default]
    None,
    /// Anybody; a token that is given is checked.
    Optional,
    /// A valid access token is needed.
    Required,
}

/// An OpenAPI 3.1 operation in the making.
pub struct Operation<'a> {
    generator: &'a mut SchemaGenerator,
    /// Who may call.
    pub security: Security,
    path_schema: Option<Value>,
    parameters: Vec<Value>,
    request_body: Option<Value>,
    responses: Map<String, Value>,
}

impl<'a> Operation<'a> {
    /// An empty operation whose schemas go into `generator`'s definitions.
    pub fn new(generator: &'a mut SchemaGenerator) -> Self {
        Self {
            generator,
            security: Security::None,
            path_schema: None,
            parameters: Vec::new(),
            request_body: None,
            responses: Map::new(),
        }
    }

    pub(crate) fn security(&mut self, security: Security) {
        self.security = security;
    }

    pub(crate) fn path_parameter<T: JsonSchema>(&mut self) {
        self.path_schema = Some(self.schema::<T>());
    }

    /// Each property of the struct becomes a query parameter.
    pub(crate) fn query<T: JsonSchema>(&mut self) {
        let schema = T::json_schema(self.generator).to_value();
        let required: Vec<&str> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let mut property = property.clone();
            let description = property
                .as_object_mut()
                .and_then(|object| object.remove("description"));
            self.parameters.push(json!({
                "name": name, "in": "query", "required": required.contains(&name.as_str()),
                "description": description.unwrap_or_default(), "schema": property,
            }));
        }
    }

    pub(crate) fn body<T: JsonSchema>(&mut self) {
        let schema = self.schema::<T>();
        self.request_body =
            Some(json!({"required": true, "content": {"application/json": {"schema": schema}}}));
    }

    pub(crate) fn raw_body(&mut self) {
        self.request_body = Some(json!({"required": true, "content": {"application/json": {"schema": {}}}}));
    }

    pub(crate) fn idempotency_key(&mut self) {
        self.parameters.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "The same key and body replays the stored answer; another body is 409.",
            "schema": {"type": "string", "maxLength": 255},
        }));
    }

    pub(crate) fn answers<T: JsonSchema>(&mut self, status: StatusCode) {
        let schema = self.schema::<T>();
        let description = status.canonical_reason().unwrap_or_default();
        self.responses.insert(
            status.as_str().to_owned(),
            json!({"description": description, "content": {"application/json": {"schema": schema}}}),
        );
    }

    pub(crate) fn answers_nothing(&mut self, status: StatusCode) {
        let description = status.canonical_reason().unwrap_or_default();
        self.responses
            .insert(status.as_str().to_owned(), json!({"description": description}));
    }

    fn schema<T: JsonSchema>(&mut self) -> Value {
        self.generator.subschema_for::<T>().to_value()
    }

    /// The operation's JSON. `path` is the template's (`/v1/bids/{bidId}`), which names the path parameter.
    pub fn finish(mut self, operation_id: &str, tag: &str, path: &str) -> Value {
        if let (Some(schema), Some(name)) = (self.path_schema.take(), path_parameter_name(path)) {
            self.parameters.insert(
                0,
                json!({"name": name, "in": "path", "required": true, "schema": schema}),
            );
        }
        let problem = self.generator.subschema_for::<crate::Problem>().to_value();
        self.responses.insert(
            "default".to_owned(),
            json!({"description": "A refusal or failure", "content": {"application/problem+json": {"schema": problem}}}),
        );
        let mut operation = json!({
            "operationId": operation_id, "tags": [tag], "parameters": self.parameters, "responses": self.responses,
            "security": match self.security {
                Security::None => json!([]),
                Security::Optional => json!([{}, {"bearer": []}]),
                Security::Required => json!([{"bearer": []}]),
            },
        });
        if let Some(body) = self.request_body {
            operation["requestBody"] = body;
        }
        operation
    }
}

fn path_parameter_name(path: &str) -> Option<&str> {
    path.split('{').nth(1)?.split('}').next()
}
