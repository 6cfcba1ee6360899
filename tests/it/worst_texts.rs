//! What a text costs grows with its length, whatever it is made of: the worst inputs that we know, in every text field of
//! `openapi.json`. A new field is among them by itself.
//!
//! CPU time of this thread is counted, not time on the clock, and four times as much text is held against a quarter of it:
//! neither a busy machine nor the profile changes that. Work that grows with the length makes it four, with its square sixteen.

use proconnect_tests::{Call, Expect, Person, TestApp, root};
use serde_json::{Value, json};
use std::time::Duration;

/// How long texts may be that are parsed as HTML (`RichText`), and a quarter of it.
const SIZES: [usize; 2] = [19_750, 79_000];
/// As long as a body may be.
const WHOLE: usize = 240_000;
/// Between a length and its square.
const GROWTH: u32 = 8;
/// Below this, constant work hides how it grows.
const FLOOR: Duration = Duration::from_millis(40);
/// What one call may take in a debug build, at any length.
const MOST: Duration = Duration::from_millis(2_000);

/// What is repeated to fill a field.
const INPUTS: [(&str, &str); 18] = [
    ("plain", "Words of a plain text. "),
    ("one long word", "a"),
    ("marks on letters", "e\u{301}\u{302}\u{323}"),
    ("marks alone", "\u{301}"),
    ("jamo to be composed", "\u{1112}\u{1161}\u{11ab}"),
    ("joined emoji", "👩\u{200d}"),
    ("invisible", "\u{200b}\u{ad}"),
    ("lines", "\n"),
    ("links", "<a href=\"https://e.example\">x</a>"),
    ("bare links", "https://e.example/a "),
    ("entities", "&amp;"),
    ("entities that are none", "&a"),
    ("nested lists", "<ul><li>"),
    ("nested bold", "<b>"),
    ("formatting across blocks", "<b><p>"),
    ("what closes nothing", "</p>"),
    ("tags without an end", "<a "),
    ("comments without an end", "<!--"),
];

/// CPU time that this thread has had (`/proc`, first number, in nanoseconds).
fn cpu() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(text.split(' ').next().unwrap().parse().unwrap())
}

fn filled(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}

/// A text field of an operation: where it stands in its body.
struct Field {
    method: String,
    path: String,
    body: Value,
    pointer: String,
}

fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(reference) => resolved(
            document,
            document.pointer(reference.trim_start_matches('#')).unwrap(),
        ),
        None => schema,
    }
}

/// The value that the examples of a schema give.
fn example(document: &Value, schema: &Value) -> Value {
    let schema = resolved(document, schema);
    if let Some(example) = schema["examples"].get(0) {
        return example.clone();
    }
    if let Some(properties) = schema["properties"].as_object() {
        let fields = properties.iter();
        return fields
            .map(|(name, of)| (name.clone(), example(document, of)))
            .collect();
    }
    match schema["type"].as_str() {
        Some("array") => json!([example(document, &schema["items"])]),
        Some("integer") => json!(1),
        _ => Value::Null,
    }
}

/// The texts in a schema, each with the body that holds it.
fn texts(document: &Value, schema: &Value, at: &str, body: &Value, found: &mut Vec<(String, Value)>) {
    let schema = resolved(document, schema);
    for kind in ["anyOf", "oneOf", "allOf"] {
        for one in schema[kind].as_array().into_iter().flatten() {
            texts(document, one, at, body, found);
        }
    }
    let named = |kind: &str| {
        schema["type"] == kind
            || schema["type"]
                .as_array()
                .is_some_and(|all| all.contains(&json!(kind)))
    };
    let bound = ["enum", "const", "pattern", "format"]
        .iter()
        .any(|key| !schema[*key].is_null());
    if named("string") && !bound {
        found.push((at.to_owned(), body.clone()));
    }
    let mut step = |name: &str, of: &Value| {
        let (mut body, at) = (body.clone(), format!("{at}/{name}"));
        if body.pointer(&at).is_none_or(Value::is_null) {
            put(&mut body, &at, example(document, of));
        }
        texts(document, of, &at, &body, found);
    };
    for (name, of) in schema["properties"].as_object().into_iter().flatten() {
        step(name, of);
    }
    if schema["items"].is_object() {
        step("0", &schema["items"]);
    }
}

fn put(body: &mut Value, at: &str, value: Value) {
    let (parent, name) = at.rsplit_once('/').unwrap();
    match body.pointer_mut(parent).unwrap() {
        Value::Array(items) if items.is_empty() => items.push(value),
        Value::Array(items) => items[0] = value,
        Value::Object(fields) => drop(fields.insert(name.to_owned(), value)),
        empty => {
            *empty = if name == "0" {
                json!([value])
            } else {
                json!({name: value})
            }
        }
    }
}

fn fields() -> Vec<Field> {
    let text = std::fs::read_to_string(root().join("openapi.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut fields = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
            if schema.is_null() || operation["operationId"] == "paymentsOnStripeEvent" {
                continue;
            }
            let mut found = Vec::new();
            let whole = resolved(&document, schema);
            let required = whole["required"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str);
            let body = required
                .map(|name| (name.to_owned(), example(&document, &whole["properties"][name])))
                .collect();
            texts(&document, schema, "", &body, &mut found);
            fields.extend(found.into_iter().map(|(pointer, body)| Field {
                method: method.to_uppercase(),
                path: path.clone(),
                body,
                pointer,
            }));
        }
    }
    fields
}

/// A world in which each operation finds what its path names, and whoever may call it. What is not named here is called by a
/// client, and what admins do by one.
struct Prepared {
    app: TestApp,
    client: Person,
    freelancer: Person,
    admin: Person,
    ids: Vec<(&'static str, String)>,
}

impl Prepared {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let hired = app.hired().await;
        app.fund(&hired, &hired.milestones[0]).await;
        app.fund(&hired, &hired.milestones[1]).await;
        // What goes back of the first is refused, and so waits for an admin.
        app.argue_about_charges(true).await;
        let back = app.give_back(&hired.freelancer, &hired.milestones[0], 100).await;
        back.expect_status(201);
        app.drain().await;
        app.argue_about_charges(false).await;
        let asked = app.ask_back(&hired.client, &hired.milestones[0], 100).await;
        let argued = app.open_dispute(&hired.client, &hired.milestones[1]).await;
        let piece = app.piece(&hired.freelancer, "A piece of work").await;
        let task = app.task(&hired.client).await;
        let bidder = app.person("freelancer").await;
        let bid = app.bid(&bidder, &task, 90_000).await;
        let room = app.room(&hired).await;
        let mut window = app.connect(&hired.client).await;
        let said = app.say(&mut window, &room, "c-1", "Which colours?").await;
        let ids = vec![
            ("{roomId}", room),
            ("{messageId}", proconnect_tests::id(&said)),
            ("{taskId}", app.task(&hired.client).await),
            ("{milestoneId}", hired.milestones[0].clone()),
            ("{paymentId}", app.line_of(&hired.client, "refund").await),
            ("{refundRequestId}", proconnect_tests::id(&asked.body)),
            ("{itemId}", piece),
            ("{bidId}", bid),
            ("{disputeId}", proconnect_tests::id(&argued.body)),
        ];
        app.drain().await;
        let client = app.sign_in_person(&hired.client).await;
        let freelancer = app.sign_in_person(&hired.freelancer).await;
        let admin = app.admin().await;
        Self {
            app,
            client,
            freelancer,
            admin,
            ids,
        }
    }

    fn caller(&self, path: &str) -> &Person {
        let freelancers = [
            "/bids",
            "/submissions",
            "/portfolio",
            "/portfolio/{itemId}",
            "/{refundRequestId}/decline",
        ];
        if path.starts_with("/v1/admin/") {
            return &self.admin;
        }
        match freelancers.iter().any(|end| path.ends_with(end)) {
            true => &self.freelancer,
            false => &self.client,
        }
    }

    /// The status, and what the call took.
    async fn call(&self, field: &Field, text: String) -> (u16, Duration) {
        let mut body = field.body.clone();
        put(&mut body, &field.pointer, json!(text));
        let mut path = field.path.clone();
        for (parameter, id) in &self.ids {
            path = path.replace(parameter, id);
        }
        for _ in 0..3 {
            let call = Call {
                token: Some(&self.caller(&field.path).token),
                body: Some(body.clone()),
                ..Call::default()
            };
            let before = cpu();
            let answer = self.app.world.send(&field.method, &path, call).await;
            let took = cpu().saturating_sub(before);
            if answer.status != 429 {
                return (answer.status, took);
            }
            let wait = answer.headers["retry-after"].to_str().unwrap().parse().unwrap();
            self.app.world.clock.advance(Duration::from_secs(wait)).unwrap();
        }
        panic!("{} {}: limited again and again", field.method, field.path);
    }

    /// What is wrong with a field that is filled so.
    async fn judge(&self, field: &Field, (name, unit): (&str, &str)) -> Option<String> {
        let mut took = [Duration::ZERO; 2];
        // What grows by chance is looked at again.
        for _ in 0..3 {
            for (place, size) in SIZES.iter().enumerate() {
                took[place] = self.call(field, filled(unit, *size)).await.1;
            }
            if took[1] < FLOOR || took[1] <= took[0] * GROWTH {
                let whole = self.call(field, filled(unit, WHOLE)).await.1;
                let over = whole.max(took[1]) > MOST;
                return over.then(|| self.complaint(field, name, &[took[0], took[1], whole]));
            }
        }
        Some(self.complaint(field, name, &took))
    }

    fn complaint(&self, field: &Field, name: &str, took: &[Duration]) -> String {
        format!(
            "{} {} {}: {name}: {took:?}",
            field.method, field.path, field.pointer
        )
    }
}

#[tokio::test]
async fn no_text_costs_more_than_its_length() {
    let prepared = Prepared::new().await;
    let fields = fields();
    assert!(fields.len() > 40, "only {} text fields", fields.len());
    let mut bad = Vec::new();
    for field in &fields {
        let (status, _) = prepared
            .call(field, "Words, and some more words.".to_owned())
            .await;
        if matches!(status, 403 | 404) {
            bad.push(format!(
                "{} {}: {status}: nobody reads the field",
                field.method, field.path
            ));
        }
        for input in INPUTS {
            bad.extend(prepared.judge(field, input).await);
        }
    }
    println!("{} fields, {} inputs each", fields.len(), INPUTS.len());
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
