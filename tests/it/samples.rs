//! The sample events: each is what its function's declaration and types say, and is understood by its handler.
//! What the consumers of queues and of the stream make of theirs is looked at in `tests/causes`, by their logs.

/// The handler that `cargo xtask new-endpoint` writes.
#[path = "../../xtask/src/new_endpoint/closed.rs"]
mod closed;

use proconnect_local::{openapi, registry, samples};
use proconnect_runtime::Trigger;
use proconnect_tests::{Call, TestApp, root};
use serde_json::Value;
use xtask::name::Name;
use xtask::new_endpoint::{self, Endpoint};

fn checked_in(function: &str) -> Value {
    let path = root().join(format!("events/{function}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("no {}", path.display()));
    serde_json::from_str(&text).unwrap()
}

#[tokio::test]
async fn they_follow_from_the_functions() {
    let app = TestApp::new().await;
    let fresh = samples::events(&app.world.template).unwrap();
    for (function, event) in &fresh {
        assert_eq!(
            &checked_in(function),
            event,
            "events/{function}.json: run cargo xtask samples"
        );
    }
    let files = std::fs::read_dir(root().join("events")).unwrap().count();
    assert_eq!(files, fresh.len(), "events of functions that are no more");
}

#[tokio::test]
async fn no_function_fails_at_its_own() {
    let app = TestApp::new().await;
    for function in registry::functions() {
        let answer = app.world.invoke(function.name, checked_in(function.name)).await;
        let answer = answer.unwrap_or_else(|error| panic!("{}: {error}", function.name));
        let status = answer["statusCode"].as_u64();
        assert_ne!(status, Some(500), "{}: {answer}", function.name);
    }
}

/// What the caller sends is what the endpoint takes: only its state may refuse it.
#[tokio::test]
async fn the_body_of_each_call_is_one_that_its_endpoint_takes() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let mut with_body = 0;
    for function in registry::functions() {
        let Trigger::Http { method, .. } = function.trigger else {
            continue;
        };
        let event = checked_in(function.name);
        let Some(body) = event["body"].as_str() else {
            continue;
        };
        with_body += 1;
        let body: Value = serde_json::from_str(body).unwrap();
        let path = event["rawPath"].as_str().unwrap();
        // A signature is not a part of the body.
        if function.name == "payments-on-stripe-event" {
            continue;
        }
        for person in [&client, &freelancer] {
            app.rest().await;
            let call = Call {
                token: Some(&person.token),
                body: Some(body.clone()),
                ..Call::default()
            };
            let answer = app.world.send(method, path, call).await;
            let code = answer.body["code"].as_str().unwrap_or_default();
            let wrong = [
                "malformed",
                "invalid_fields",
                "unsupported_media_type",
                "internal",
            ];
            let is_wrong = wrong.contains(&code) && !only_a_secret_is_wrong(&answer.body);
            assert!(!is_wrong, "{}: {}", function.name, answer.body);
        }
    }
    let document = openapi::document(&app.world.template);
    let paths = document["paths"].as_object().unwrap().values();
    let operations = paths.flat_map(|methods| methods.as_object().unwrap().values());
    let taking = operations
        .filter(|operation| !operation["requestBody"].is_null())
        .count();
    assert_eq!(
        with_body, taking,
        "an endpoint takes a body that its sample does not have"
    );
}

/// A sample knows nobody's password: that it is another one is the account's state, and no fault of the sample.
fn only_a_secret_is_wrong(problem: &Value) -> bool {
    let errors = problem["errors"].as_array();
    errors.is_some_and(|errors| errors.iter().all(|error| error["code"] == "wrong_password"))
}

/// `new-endpoint` writes operation and event at once, without a build: they are those that a build finds.
#[tokio::test]
async fn what_is_foretold_of_a_new_endpoint_comes_true() {
    let app = TestApp::new().await;
    let (method, path) = ("POST", "/v1/things/{thingId}");
    let document = openapi::document_of([&closed::FUNCTION].into_iter());
    let event = samples::event_of(&closed::FUNCTION, &app.world.template, &document).unwrap();
    let name = Name::parse(closed::FUNCTION.name).unwrap();
    let endpoint = Endpoint {
        domain: name.domain.clone(),
        action: name.action.clone(),
        method: method.to_owned(),
        path: path.to_owned(),
    };
    assert_eq!(new_endpoint::event(&endpoint), event);
    let operation = &document["paths"][path]["post"];
    assert_eq!(&new_endpoint::operation(&name, &endpoint), operation);
}
