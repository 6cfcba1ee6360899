//! Currencies that are not offered are refused where they come in, with those that are as the reason: no amount is ever off by a
//! hundred, or by ten. What Stripe says in another one is in `shared/stripe/tests/contract.rs`.

use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn yen_and_dinars_are_refused_with_the_reason() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    for currency in ["jpy", "JPY", "kwd", "chf", "xxx", ""] {
        let mut body = app.task_body();
        body["budget"]["currency"] = json!(currency);
        let answer = app.post(&client, "/v1/tasks", body).await;
        let answer = answer.expect_fields(&["/budget/currency"]);
        assert_eq!(
            answer.body["errors"][0]["message"],
            "Choose one of: USD, usd, EUR, eur, GBP, gbp."
        );

        let mut body = app.bid_body(100_000);
        body["amount"]["currency"] = json!(currency);
        app.post(&freelancer, &format!("/v1/tasks/{task}/bids"), body)
            .await
            .expect_fields(&["/amount/currency"]);
        let rate = json!({"rate": {"amount": 6_000, "currency": currency}});
        app.call(&freelancer, "PATCH", "/v1/users/me", Some(rate))
            .await
            .expect_fields(&["/rate/currency"]);
    }
}

#[tokio::test]
async fn a_bid_has_one_currency() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    let mut body = app.bid_body(100_000);
    body["milestones"][1]["amount"]["currency"] = json!("eur");
    app.post(&freelancer, &format!("/v1/tasks/{task}/bids"), body)
        .await
        .expect_fields(&["/milestones", "/milestones/1/amount"]);
}
