use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn freelancers_are_found_by_what_they_say() {
    let app = TestApp::new().await;
    for (headline, skill, rate, country) in [
        ("Rust developer", "Rust", 6000, "DE"),
        ("Logo designer", "Figma", 4000, "SE"),
        ("Translator", "Swedish", 3000, "SE"),
    ] {
        let person = app.person("freelancer").await;
        let body = json!({
            "headline": headline, "skills": [skill], "rate": {"amount": rate, "currency": "usd"}, "country": country,
            "location": "Old Town", "bio": format!("About {headline}"),
        });
        app.call(&person, "PATCH", "/v1/users/me", Some(body))
            .await
            .expect_status(200);
    }
    // Who says nothing, and who is no freelancer, is not listed.
    app.person("freelancer").await;
    let client = app.person("client").await;
    app.call(
        &client,
        "PATCH",
        "/v1/users/me",
        Some(json!({"headline": "Shop owner"})),
    )
    .await
    .expect_status(200);
    let found = async |query: &str| {
        let answer = app
            .anonymous("GET", &format!("/v1/freelancers{query}"), None)
            .await
            .expect_status(200);
        let items = answer.body["items"].as_array().unwrap().clone();
        items
            .iter()
            .map(|item| item["headline"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(found("").await, ["Translator", "Logo designer", "Rust developer"]);
    assert_eq!(found("?q=RUST%20developer").await, ["Rust developer"]);
    assert_eq!(found("?skill=figma").await, ["Logo designer"]);
    assert_eq!(found("?rateMax=4000").await, ["Translator", "Logo designer"]);
    assert_eq!(found("?location=se&q=logo").await, ["Logo designer"]);
    assert!(found("?q=plumber").await.is_empty());
    app.anonymous("GET", "/v1/freelancers?limit=0", None)
        .await
        .expect_fields(&["/limit"]);
    app.anonymous("GET", "/v1/freelancers?cursor=x", None)
        .await
        .expect_problem(400, "invalid_cursor");
}

#[tokio::test]
async fn pages_neither_repeat_nor_lose_anybody() {
    let app = TestApp::new().await;
    for _ in 0..5 {
        let person = app.person("freelancer").await;
        let body = json!({"headline": "Writer"});
        app.call(&person, "PATCH", "/v1/users/me", Some(body))
            .await
            .expect_status(200);
    }
    for query in ["", "&q=writer"] {
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let path = format!("/v1/freelancers?limit=2{query}{cursor}");
            let page = app.anonymous("GET", &path, None).await.expect_status(200).body;
            let items = page["items"].as_array().unwrap();
            seen.extend(items.iter().map(|item| item["id"].as_str().unwrap().to_owned()));
            match page["nextCursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(seen.len(), 5, "{query}");
        seen.dedup();
        assert_eq!(seen.len(), 5, "{query}");
    }
}

#[tokio::test]
async fn rates_are_compared_within_one_currency_alone() {
    let app = TestApp::new().await;
    for (headline, amount, currency) in [
        ("Dollars", 6000, "usd"),
        ("Euros", 4000, "eur"),
        ("Pounds", 3000, "gbp"),
    ] {
        let person = app.person("freelancer").await;
        let body = json!({"headline": headline, "rate": {"amount": amount, "currency": currency}});
        app.call(&person, "PATCH", "/v1/users/me", Some(body))
            .await
            .expect_status(200);
    }
    for (query, expected) in [
        ("rateMax=9000", vec!["Dollars"]),
        ("rateMax=9000&currency=usd", vec!["Dollars"]),
        ("rateMax=9000&currency=eur", vec!["Euros"]),
        ("rateMax=2999&currency=gbp", vec![]),
        ("currency=gbp", vec!["Pounds", "Euros", "Dollars"]),
    ] {
        let found = app
            .anonymous("GET", &format!("/v1/freelancers?{query}"), None)
            .await;
        let found = found.expect_status(200).body;
        let found: Vec<_> = found["items"].as_array().unwrap().iter().collect();
        let found: Vec<_> = found
            .iter()
            .map(|item| item["headline"].as_str().unwrap())
            .collect();
        assert_eq!(found, expected, "{query}");
    }
    app.anonymous("GET", "/v1/freelancers?currency=doubloons", None)
        .await
        .expect_fields(&["/currency"]);
}

#[tokio::test]
async fn of_several_skills_each_must_be_there() {
    let app = TestApp::new().await;
    for (headline, skills) in [
        ("Both", vec!["Rust", "CSS"]),
        ("One", vec!["Rust"]),
        ("Other", vec!["CSS"]),
    ] {
        let person = app.person("freelancer").await;
        let body = json!({"headline": headline, "skills": skills});
        app.call(&person, "PATCH", "/v1/users/me", Some(body))
            .await
            .expect_status(200);
    }
    for (query, expected) in [
        ("skill=rust&skill=CSS", 1),
        ("skill=rust", 2),
        ("skill=rust&skill=", 2),
        ("skill=rust&skill=css&skill=figma", 0),
        ("skill=", 3),
    ] {
        let found = app
            .anonymous("GET", &format!("/v1/freelancers?{query}"), None)
            .await;
        let found = found.expect_status(200).body;
        assert_eq!(found["items"].as_array().unwrap().len(), expected, "{query}");
    }
}
