use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer_and_cost() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    app.rest().await;
    let mut answers = Vec::new();
    for email in [ada.email.as_str(), "nobody@example.com"] {
        let answer = app
            .anonymous("POST", "/v1/auth/forgot-password", Some(json!({"email": email})))
            .await
            .expect_status(202);
        app.rest().await;
        answers.push((
            answer.body.clone(),
            answer.headers["server-timing"].to_str().unwrap().to_owned(),
        ));
    }
    assert_eq!(answers[0].0, answers[1].0);
    let calls = |timing: &String| timing.split("units").next().unwrap().to_owned();
    assert_eq!(calls(&answers[0].1), calls(&answers[1].1));
    app.drain().await;
    assert_eq!(app.subjects(&ada.email)[0], "Set a new password");
    assert!(app.subjects("nobody@example.com").is_empty());
}

#[tokio::test]
async fn asking_again_and_again_is_slowed_down() {
    let app = TestApp::new().await;
    let ask = async || {
        let body = json!({"email": "ada@example.com"});
        app.anonymous("POST", "/v1/auth/forgot-password", Some(body))
            .await
    };
    for _ in 0..3 {
        ask().await.expect_status(202);
    }
    let refused = ask().await.expect_problem(429, "rate_limited");
    let wait: u64 = refused.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=900).contains(&wait), "{wait}");
    app.world
        .advance(std::time::Duration::from_secs(wait))
        .await
        .unwrap();
    ask().await.expect_status(202);
    let body = json!({"email": "not an address"});
    app.anonymous("POST", "/v1/auth/forgot-password", Some(body))
        .await
        .expect_fields(&["/email"]);
}
