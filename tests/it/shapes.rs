//! Every operation of `openapi.json`: a body of the wrong shape is refused with the field that is wrong, whatever it is,
//! and never taken for something else, and never an error of ours.

use proconnect_tests::{Answer, Call, Person, TestApp, root};
use serde_json::{Value, json};

/// An operation that takes JSON, with the body of its sample event.
struct Operation {
    function: String,
    method: String,
    path: String,
    body: Value,
    required: Vec<String>,
}

fn operations() -> Vec<Operation> {
    let text = std::fs::read_to_string(root().join("openapi.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut found = Vec::new();
    for item in document["paths"].as_object().unwrap().values() {
        for (method, operation) in item.as_object().unwrap() {
            let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
            // Signed bytes are verified before anybody looks at their shape.
            let is_signed = operation["operationId"] == "paymentsOnStripeEvent";
            if !schema.is_null() && !is_signed {
                found.push(operation_of(&document, method, operation, schema));
            }
        }
    }
    found
}

/// The function of an operation, and its sample event.
fn sample(operation: &Value) -> (String, Value) {
    let camel = operation["operationId"].as_str().unwrap();
    let kebab = camel.chars().fold(String::new(), |name, letter| {
        let hyphen = if letter.is_uppercase() { "-" } else { "" };
        name + hyphen + &letter.to_lowercase().to_string()
    });
    let event = std::fs::read_to_string(root().join(format!("events/{kebab}.json"))).unwrap();
    (kebab, serde_json::from_str(&event).unwrap())
}

fn operation_of(document: &Value, method: &str, operation: &Value, schema: &Value) -> Operation {
    let (kebab, event) = sample(operation);
    let schema = match schema["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    let names = schema["required"].as_array().into_iter().flatten();
    Operation {
        function: kebab,
        method: method.to_uppercase(),
        path: event["rawPath"].as_str().unwrap().to_owned(),
        body: serde_json::from_str(event["body"].as_str().unwrap_or("{}")).unwrap(),
        required: names
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect(),
    }
}

/// Bodies that are not of the operation's shape, each with the pointer of what is wrong.
fn wrong(operation: &Operation) -> Vec<(Value, String)> {
    let mut wrong = vec![
        (Value::Null, String::new()),
        (json!("text"), String::new()),
        (json!(1), String::new()),
    ];
    let fields = operation.body.as_object().unwrap();
    // The same values as a list: serde's own reader takes it for the object.
    wrong.push((fields.values().cloned().collect(), String::new()));
    wrong.push((json!([null, null]), String::new()));
    let with = |name: &str, value: Value| {
        let mut body = operation.body.clone();
        body[name] = value;
        (body, format!("/{name}"))
    };
    for (name, value) in fields {
        match value {
            Value::Object(inner) => wrong.push(with(name, inner.values().cloned().collect())),
            Value::Array(_) => wrong.push(with(name, json!({}))),
            Value::String(_) => wrong.extend([
                with(name, json!(1.5)),
                with(name, json!([])),
                with(name, json!({})),
            ]),
            Value::Number(_) => wrong.extend([
                with(name, json!("x")),
                with(name, json!(1.5)),
                with(name, json!([])),
            ]),
            Value::Bool(_) => wrong.push(with(name, json!("true"))),
            Value::Null => {}
        }
    }
    for name in &operation.required {
        let mut body = operation.body.clone();
        body.as_object_mut().unwrap().remove(name);
        wrong.push((body, format!("/{name}")));
    }
    wrong
}

/// Who may ask: a client, or an admin.
struct Callers(Person, Person);

impl Callers {
    async fn of(app: &TestApp) -> Self {
        Self(app.person("client").await, app.admin().await)
    }

    fn of_path(&self, path: &str) -> &str {
        match path.starts_with("/v1/admin/") {
            true => &self.1.token,
            false => &self.0.token,
        }
    }
}

async fn send(app: &TestApp, callers: &Callers, operation: &Operation, body: Value) -> Answer {
    let call = Call {
        token: Some(callers.of_path(&operation.path)),
        body: Some(body),
        ..Call::default()
    };
    app.world.send(&operation.method, &operation.path, call).await
}

#[tokio::test]
async fn no_operation_takes_a_body_of_the_wrong_shape() {
    let app = TestApp::new().await;
    let callers = Callers::of(&app).await;
    let operations = operations();
    assert!(
        operations.len() > 15,
        "only {} operations take a body",
        operations.len()
    );
    let mut bad = Vec::new();
    for operation in &operations {
        for (body, pointer) in wrong(operation) {
            let answer = send(&app, &callers, operation, body.clone()).await;
            let named = answer.body["errors"].as_array().is_some_and(|errors| {
                errors.iter().any(|error| {
                    error["pointer"]
                        .as_str()
                        .is_some_and(|found| found.starts_with(&pointer))
                })
            });
            if answer.status != 422 || !named {
                bad.push(format!(
                    "{} with {body}: {} {}",
                    operation.function, answer.status, answer.body
                ));
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[tokio::test]
async fn what_is_unknown_in_a_body_changes_nothing() {
    let app = TestApp::new().await;
    let callers = Callers::of(&app).await;
    for operation in operations() {
        let mut body = operation.body.clone();
        body["isAdmin"] = json!(true);
        body["constructor"] = json!({"prototype": []});
        let answer = send(&app, &callers, &operation, body).await;
        assert!(
            answer.status < 500,
            "{}: {} {}",
            operation.function,
            answer.status,
            answer.body
        );
    }
}

#[tokio::test]
async fn a_query_parameter_that_there_is_not_is_named() {
    let app = TestApp::new().await;
    let callers = Callers::of(&app).await;
    let text = std::fs::read_to_string(root().join("openapi.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let (mut asked, mut bad) = (0, Vec::new());
    for item in document["paths"].as_object().unwrap().values() {
        for (method, operation) in item.as_object().unwrap() {
            let (function, event) = sample(operation);
            // The processor is free to say more than we read.
            if function == "payments-on-stripe-event" {
                continue;
            }
            let path = format!("{}?frobnicate=1", event["rawPath"].as_str().unwrap());
            let body = event["body"]
                .as_str()
                .map(|body| serde_json::from_str(body).unwrap());
            let call = Call {
                token: Some(callers.of_path(&path)),
                body,
                ..Call::default()
            };
            let answer = app.world.send(&method.to_uppercase(), &path, call).await;
            asked += 1;
            if answer.status != 422 || answer.body["errors"][0]["pointer"] != "/frobnicate" {
                bad.push(format!("{function}: {} {}", answer.status, answer.body));
            }
        }
    }
    assert!(asked > 40, "only {asked}");
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
