//! One operation of `openapi.json`, filled in by the extractors and replies of its handler.

use crate::Schemas;
use http::StatusCode;
use schemars::JsonSchema;
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
    schemas: &'a mut Schemas,
    /// Who may call.
    pub security: Security,
    path_schemas: Vec<Value>,
    parameters: Vec<Value>,
    request_body: Option<Value>,
    responses: Map<String, Value>,
}

impl<'a> Operation<'a> {
    /// An empty operation whose shapes go into `schemas`.
    pub fn new(schemas: &'a mut Schemas) -> Self {
        Self {
            schemas,
            security: Security::None,
            path_schemas: Vec::new(),
            parameters: Vec::new(),
            request_body: None,
            responses: Map::new(),
        }
    }

    pub(crate) fn security(&mut self, security: Security) {
        self.security = security;
    }

    pub(crate) fn path_parameter<T: JsonSchema>(&mut self) {
        let schema = self.schemas.read::<T>();
        self.path_schemas.push(schema);
    }

    /// Each property of the struct becomes a query parameter.
    pub(crate) fn query<T: JsonSchema>(&mut self) {
        let schema = self.schemas.read_inline::<T>();
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
        let schema = self.schemas.read::<T>();
        self.request_body =
            Some(json!({"required": true, "content": {"application/json": {"schema": schema}}}));
    }

    pub(crate) fn raw_body(&mut self) {
        self.request_body = Some(json!({"required": true, "content": {"application/json": {"schema": {}}}}));
    }

    pub(crate) fn optional_body<T: JsonSchema>(&mut self) {
        self.body::<T>();
        if let Some(body) = &mut self.request_body {
            body["required"] = json!(false);
        }
    }

    pub(crate) fn idempotency_key(&mut self) {
        self.parameters.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "The same key and body replays the stored answer; another body is 409.",
            "schema": {"type": "string", "maxLength": 255},
        }));
    }

    pub(crate) fn answers<T: JsonSchema>(&mut self, status: StatusCode) {
        let schema = self.schemas.written::<T>();
        let description = status.canonical_reason().unwrap_or_default();
        self.responses.insert(
            status.as_str().to_owned(),
            json!({"description": description, "content": {"application/json": {"schema": schema}}}),
        );
    }

    pub(crate) fn answers_text(&mut self, status: StatusCode, kind: &str) {
        let description = status.canonical_reason().unwrap_or_default();
        self.responses.insert(
            status.as_str().to_owned(),
            json!({"description": description, "content": {kind: {"schema": {"type": "string"}}}}),
        );
    }

    /// The same answer in another form.
    pub(crate) fn answers_also(&mut self, status: StatusCode, kind: &str) {
        if let Some(answer) = self.responses.get_mut(status.as_str()) {
            answer["content"][kind] = json!({"schema": {"type": "string"}});
        }
    }

    pub(crate) fn answers_nothing(&mut self, status: StatusCode) {
        let description = status.canonical_reason().unwrap_or_default();
        self.responses
            .insert(status.as_str().to_owned(), json!({"description": description}));
    }

    /// The operation's JSON. `path` is the template's (`/v1/bids/{bidId}`), which names the path parameters.
    pub fn finish(mut self, operation_id: &str, tag: &str, path: &str) -> Value {
        let in_path = path_parameter_names(path).zip(self.path_schemas);
        let in_path = in_path
            .map(|(name, schema)| json!({"name": name, "in": "path", "required": true, "schema": schema}));
        let parameters: Vec<Value> = in_path.chain(self.parameters).collect();
        let problem = self.schemas.written::<crate::Problem>();
        self.responses.insert(
            "default".to_owned(),
            json!({"description": "A refusal or failure", "content": {"application/problem+json": {"schema": problem}}}),
        );
        let mut operation = json!({
            "operationId": operation_id, "tags": [tag], "parameters": parameters, "responses": self.responses,
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

/// `bidId` in `/v1/bids/{bidId}`.
pub(crate) fn path_parameter_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|part| part.split('}').next())
}
