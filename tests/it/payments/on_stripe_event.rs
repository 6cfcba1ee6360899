use proconnect_payments::webhook::sign;
use proconnect_tests::{Answer, Call, Expect, TestApp};
use serde_json::json;

const PATH: &str = "/v1/payments/stripe-events";
const SECRET: &str = "whsec_local_stand_in";

async fn send(app: &TestApp, body: &str, signature: Option<String>) -> Answer {
    let mut headers = vec![("content-type", "application/json".to_owned())];
    headers.extend(signature.map(|signature| ("stripe-signature", signature)));
    app.world
        .send(
            "POST",
            PATH,
            Call {
                raw: Some(body.into()),
                headers,
                ..Call::default()
            },
        )
        .await
}

fn event() -> String {
    json!({"id": "evt_x", "type": "charge.updated", "data": {"object": {"id": "ch_x"}}}).to_string()
}

#[tokio::test]
async fn only_what_is_signed_now_is_taken() {
    let app = TestApp::new().await;
    let now = app.world.now().as_millis() / 1000;
    let header =
        |secret: &str, time: i64| Some(format!("t={time},v1={}", sign(secret, event().as_bytes(), time)));
    for signature in [
        None,
        Some("nonsense".to_owned()),
        header("whsec_other", now),
        header(SECRET, now - 301),
        header(SECRET, now + 400),
    ] {
        send(&app, &event(), signature)
            .await
            .expect_problem(400, "invalid_signature");
    }
    let changed = event().replace("ch_x", "ch_y");
    send(&app, &changed, header(SECRET, now))
        .await
        .expect_problem(400, "invalid_signature");
    for _ in 0..2 {
        send(&app, &event(), header(SECRET, now)).await.expect_status(200);
    }
    app.drain().await;
    let garbage = Some(format!("t={now},v1={}", sign(SECRET, b"[]", now)));
    send(&app, "[]", garbage).await.expect_problem(400, "malformed");
}

#[tokio::test]
async fn duplicates_in_any_order_fund_once() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.control(
        "webhooks",
        json!({"duplicate": true, "reverse": true, "two_signatures": true}),
    )
    .await;
    app.fund(&hired, &hired.milestones[0]).await;
    assert_eq!(app.states(&hired, &hired.milestones[0]).await.1, "funded");
    let history = app.get(&hired.client, "/v1/payments").await.body;
    assert_eq!(history["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn late_events_take_nothing_back() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.pay(&hired, milestone, "declined").await;
    app.fund(&hired, milestone).await;
    app.submit(&hired, milestone).await.expect_status(201);
    app.approve(&hired, milestone).await.expect_status(200);
    app.drain().await;
    for event in app.stripe_events().await {
        app.control("replay", json!({"event": event})).await;
    }
    app.drain().await;
    assert_eq!(
        app.states(&hired, milestone).await,
        ("approved".to_owned(), "released".to_owned())
    );
    assert_eq!(app.transfers().await.len(), 1);
}
