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
