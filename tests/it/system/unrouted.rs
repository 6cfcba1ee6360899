use proconnect_tests::{Call, Expect, Person, TestApp, root};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// The paths of `openapi.json` with something in place of their parameters, each with its methods.
fn paths() -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string(root().join("openapi.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut paths: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let parts = path
            .split('/')
            .map(|part| if part.starts_with('{') { "x" } else { part });
        let methods = item
            .as_object()
            .unwrap()
            .keys()
            .map(|method| method.to_uppercase());
        paths
            .entry(parts.collect::<Vec<_>>().join("/"))
            .or_default()
            .extend(methods);
    }
    paths
}

/// Whether a path is one of those that another, with `x` for its parameters, stands for.
fn is_of(path: &str, pattern: &str) -> bool {
    let (path, pattern) = (path.split('/'), pattern.split('/'));
    path.clone().count() == pattern.clone().count()
        && path
            .zip(pattern)
            .all(|(part, wanted)| wanted == "x" || wanted == part)
}

async fn send(app: &TestApp, person: &Person, method: &str, path: &str) -> proconnect_tests::Answer {
    let call = Call {
        token: Some(&person.token),
        ..Call::default()
    };
    app.world.send(method, path, call).await
}

#[tokio::test]
async fn every_path_takes_its_methods_and_names_them_to_others() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let paths = paths();
    for path in paths.keys() {
        // `/v1/users/me` is of `/v1/users/{userId}` as well.
        let of_it = paths.iter().filter(|(other, _)| is_of(path, other));
        let mut allowed: Vec<String> = of_it.flat_map(|(_, methods)| methods.clone()).collect();
        if allowed.iter().any(|method| method == "GET") {
            allowed.push("HEAD".to_owned());
        }
        for method in METHODS
            .iter()
            .filter(|method| !allowed.iter().any(|known| known == *method))
        {
            let answer = send(&app, &person, method, path).await;
            assert_eq!(answer.status, 405, "{method} {path}");
            let named = answer.headers["allow"].to_str().unwrap();
            let named: BTreeSet<&str> = named.split(", ").collect();
            let wanted: BTreeSet<&str> = allowed.iter().map(String::as_str).collect();
            assert_eq!(named, wanted, "{path}");
        }
    }
}

#[tokio::test]
async fn a_known_path_refuses_other_methods() {
    let app = TestApp::new().await;
    for (method, path, allow) in [
        ("DELETE", "/v1/tasks", "GET, HEAD, POST"),
        ("PUT", "/v1/health", "GET, HEAD"),
        ("GET", "/v1/auth/login", "POST"),
        ("HEAD", "/v1/auth/login", "POST"),
        ("OPTIONS", "/v1/bids/bid_1/accept", "POST"),
        ("BREW", "/v1/health", "GET, HEAD"),
    ] {
        let answer = app.anonymous(method, path, None).await;
        assert_eq!(answer.headers["allow"], allow, "{method} {path}");
        if method != "HEAD" {
            answer.expect_problem(405, "method_not_allowed");
        }
    }
    app.anonymous("GET", "/v1/nothing", None)
        .await
        .expect_problem(404, "not_found");
}

#[tokio::test]
async fn head_is_get_without_its_body() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    for path in ["/v1/health", "/v1/tasks", "/v1/users/me", "/v1/contracts/x"] {
        let (get, head) = (
            send(&app, &person, "GET", path).await,
            send(&app, &person, "HEAD", path).await,
        );
        assert_eq!(get.status, head.status, "{path}");
        assert!(head.body.is_null(), "{path}: {}", head.body);
        assert_eq!(
            get.headers["content-type"], head.headers["content-type"],
            "{path}"
        );
    }
}
