//! `Idempotency-Key`, over all operations of `openapi.json`: what makes something takes one, and none takes a wrong one.

use proconnect_tests::{Call, Expect, PNG_HEAD, TestApp, root};
use serde_json::{Value, json};

/// Answers 201 without remembering a key, since a repeat makes nothing twice.
const HARMLESS: [(&str, &str); 4] = [
    (
        "authEnrollTotp",
        "a secret takes the place of the one before; storing the answer would store the secret",
    ),
    (
        "authRegister",
        "nobody is signed in whom a key could belong to; an attempt takes the place of the one before",
    ),
    (
        "milestonesFund",
        "while a page is open, the same page is answered",
    ),
    (
        "paymentsOnboarding",
        "a link to the one account of the person; the processor makes no second",
    ),
];

fn posts() -> Vec<(String, Value)> {
    let text = std::fs::read_to_string(root().join("openapi.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let paths = document["paths"].as_object().unwrap().iter();
    paths
        .filter(|(_, item)| item["post"].is_object())
        .map(|(path, item)| (path.clone(), item["post"].clone()))
        .collect()
}

#[test]
fn every_post_that_makes_something_takes_a_key() {
    let without = posts().into_iter().filter(|(_, operation)| {
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let mut names = parameters.filter_map(|parameter| parameter["name"].as_str());
        let takes = names.any(|name| name.eq_ignore_ascii_case("idempotency-key"));
        operation["responses"]["201"].is_object() && !takes
    });
    let mut without: Vec<String> = without
        .map(|(_, operation)| operation["operationId"].as_str().unwrap().to_owned())
        .collect();
    without.sort();
    assert_eq!(without, HARMLESS.map(|(name, _)| name));
}

#[tokio::test]
async fn no_post_takes_a_wrong_key() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let long = "k".repeat(256);
    for (path, _) in posts() {
        for key in ["a b", "", " ", "ключ", &long] {
            let call = Call {
                token: Some(&person.token),
                body: Some(json!({})),
                headers: vec![("idempotency-key", key.to_owned())],
                ..Call::default()
            };
            let answer = app.world.send("POST", &path, call).await;
            assert_eq!(answer.status, 400, "{path} with {key:?}: {}", answer.body);
            assert_eq!(answer.body["code"], "malformed", "{path} with {key:?}");
        }
    }
}

#[tokio::test]
async fn a_file_whose_answer_was_lost_is_one_file() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let body =
        json!({"name": "a.png", "contentType": "image/png", "size": PNG_HEAD.len(), "purpose": "task"});
    let first = app
        .post_keyed(&clara, "/v1/files", "k1", body.clone())
        .await
        .expect_status(201);
    let again = app
        .post_keyed(&clara, "/v1/files", "k1", body.clone())
        .await
        .expect_status(201);
    assert_eq!(first.body, again.body);
    assert_eq!(again.headers["idempotent-replayed"], "true");
    assert_eq!(app.put(&again.body, PNG_HEAD).await.status, 200);
    let mut other = body;
    other["name"] = json!("b.png");
    app.post_keyed(&clara, "/v1/files", "k1", other)
        .await
        .expect_problem(409, "idempotency_key_reused");
}

#[tokio::test]
async fn a_piece_whose_answer_was_lost_is_one_piece() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let (path, body) = ("/v1/users/me/portfolio", json!({"title": "Shop for a bakery"}));
    let both = tokio::join!(
        app.post_keyed(&felix, path, "k1", body.clone()),
        app.post_keyed(&felix, path, "k1", body.clone())
    );
    let again = app.post_keyed(&felix, path, "k1", body).await.expect_status(201);
    assert_eq!((both.0.status, both.1.status), (201, 201), "{both:?}");
    assert_eq!(both.0.body, both.1.body);
    assert_eq!(both.0.body, again.body);
    let me = app.get(&felix, "/v1/users/me").await;
    assert_eq!(me.body["profile"]["portfolio"].as_array().unwrap().len(), 1);
}
