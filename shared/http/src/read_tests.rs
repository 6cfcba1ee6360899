use crate::extract::{read_body, read_query};
use crate::{ApiError, ErrorCode};
use proconnect_domain::{Email, FieldError};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "what is looked at is whether it can be read")]
struct Order {
    title: String,
    count: Option<u32>,
    price: Price,
    #[serde(default)]
    parts: Vec<Price>,
    kind: Option<Kind>,
    email: Option<Email>,
    #[serde(default)]
    extra: BTreeMap<String, bool>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "what is looked at is whether it can be read")]
struct Price {
    amount: i64,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Small,
    Large,
}

fn refused(body: &str) -> (ErrorCode, Vec<FieldError>) {
    let error: ApiError = read_body::<Order>(body.as_bytes()).unwrap_err();
    (error.code, error.errors)
}

#[test]
fn each_wrong_value_is_named_as_a_person_would() {
    for (body, pointer, code, message) in [
        (
            r#"["t", 1, {"amount": 1}]"#,
            "",
            "wrong_type",
            "This must be an object.",
        ),
        ("null", "", "wrong_type", "This must be an object."),
        (r#"{"title": "t"}"#, "/price", "required", "This is needed."),
        (
            r#"{"title": 5, "price": {"amount": 1}}"#,
            "/title",
            "wrong_type",
            "This must be a text.",
        ),
        (
            r#"{"title": "t", "price": [1]}"#,
            "/price",
            "wrong_type",
            "This must be an object.",
        ),
        (
            r#"{"title": "t", "price": {}}"#,
            "/price/amount",
            "required",
            "This is needed.",
        ),
        (
            r#"{"title": "t", "price": {"amount": 1.5}}"#,
            "/price/amount",
            "wrong_type",
            "This must be a whole number.",
        ),
        (
            r#"{"title": "t", "price": {"amount": "1"}}"#,
            "/price/amount",
            "wrong_type",
            "This must be a whole number.",
        ),
        (
            r#"{"title": "t", "price": {"amount": 99999999999999999999}}"#,
            "/price/amount",
            "wrong_type",
            "This must be a whole number.",
        ),
        (
            r#"{"title": "t", "price": {"amount": 1}, "count": -1}"#,
            "/count",
            "invalid",
            "This must be a whole number that is not negative.",
        ),
        (
            r#"{"title": "t", "price": {"amount": 1}, "parts": {}}"#,
            "/parts",
            "wrong_type",
            "This must be a list.",
        ),
        (
            r#"{"title": "t", "price": {"amount": 1}, "parts": [{"amount": 1}, [1]]}"#,
            "/parts/1",
            "wrong_type",
            "This must be an object.",
        ),
        (
            r#"{"title": "t", "price": {"amount": 1}, "kind": "huge"}"#,
            "/kind",
            "invalid_choice",
            "Choose one of: small, large.",
        ),
        (
            r#"{"title": "t", "price": {"amount": 1}, "kind": {"small": null}}"#,
            "/kind",
            "wrong_type",
            "This must be a text.",
        ),
        (
            r#"{"title": "t", "price": {"amount": 1}, "email": "x"}"#,
            "/email",
            "invalid",
            "Enter an e-mail address such as name@example.com.",
        ),
        (
            r#"{"title": "t", "price": {"amount": 1}, "extra": {"a/b": 1}}"#,
            "/extra/a~1b",
            "wrong_type",
            "This must be true or false.",
        ),
    ] {
        let (refusal, errors) = refused(body);
        assert_eq!(refusal, ErrorCode::InvalidFields, "{body}");
        let found = errors
            .iter()
            .map(|error| (error.pointer.as_str(), &*error.code, error.message.as_str()));
        assert_eq!(found.collect::<Vec<_>>(), [(pointer, code, message)], "{body}");
    }
}

#[test]
fn what_is_no_json_is_malformed_in_words_of_ours() {
    for body in ["", "{", "{\"title\": }", "\u{feff}x"] {
        let (code, errors) = refused(body);
        assert_eq!((code, errors.len()), (ErrorCode::Malformed, 0), "{body}");
    }
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
struct Search {
    q: Option<String>,
    limit: Option<u32>,
    budget_min: Option<i64>,
    kind: Option<Kind>,
    #[serde(default)]
    skill: Vec<String>,
    facets: Option<bool>,
}

#[test]
fn empty_parameters_are_absent_and_wrong_ones_are_named() {
    let query = "q=a+b%26c&limit=&budgetMin=-5&kind=small&skill=x&skill=y&facets=true&other=";
    let found: Search = read_query(query).unwrap();
    assert_eq!(
        (found.q.as_deref(), found.limit, found.budget_min),
        (Some("a b&c"), None, Some(-5))
    );
    assert_eq!((found.kind, found.facets), (Some(Kind::Small), Some(true)));
    assert_eq!(found.skill, ["x", "y"]);
    assert_eq!(read_query::<Search>("skill=x").unwrap().skill, ["x"]);
    for (query, pointer) in [
        ("limit=-1", "/limit"),
        ("limit=x", "/limit"),
        ("kind=huge", "/kind"),
        ("facets=maybe", "/facets"),
        ("limit=1&limit=2", "/limit"),
        ("budgetmin=5", "/budgetmin"),
        ("a%2Fb=1", "/a~1b"),
    ] {
        let error = read_query::<Search>(query).unwrap_err();
        assert_eq!(
            (error.code, error.errors[0].pointer.as_str()),
            (ErrorCode::InvalidFields, pointer),
            "{query}"
        );
    }
}
