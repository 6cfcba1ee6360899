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

fn signed(app: &TestApp, body: &str) -> Option<String> {
    let now = app.world.now().as_millis() / 1000;
    Some(format!("t={now},v1={}", sign(SECRET, body.as_bytes(), now)))
}

#[tokio::test]
async fn what_is_signed_is_bounded_nevertheless() {
    let app = TestApp::new().await;
    let long = "x".repeat(5_000);
    let body = |id: &str, kind: &str, object: &str| {
        json!({"id": id, "type": kind, "data": {"object": {"id": object}}}).to_string()
    };
    for event in [
        body(&long, "charge.updated", "ch_x"),
        body("evt x", "charge.updated", "ch_x"),
        body("", "charge.updated", "ch_x"),
        body("evt_x", &long, "ch_x"),
    ] {
        send(&app, &event, signed(&app, &event))
            .await
            .expect_problem(400, "malformed");
    }
    let strange = [long.as_str(), "../accounts/acct_x", "gold plan", "", "é"];
    for (number, object) in strange.into_iter().enumerate() {
        for kind in [
            "charge.updated",
            "account.updated",
            "checkout.session.completed",
            "payment_intent.succeeded",
            "refund.updated",
        ] {
            let event = body(&format!("evt_{number}_{}", kind.replace('.', "_")), kind, object);
            send(&app, &event, signed(&app, &event)).await.expect_status(200);
        }
    }
    app.drain().await;
    assert_eq!(app.queue_depth("PaymentsQueue"), 0, "nothing is tried again");
    assert_eq!(app.queue_depth("PaymentsDeadLetterQueue"), 0);
}

/// Whatever an event of ours may speak of, it may speak of something that Stripe does not know, or of somebody else's.
#[tokio::test]
async fn what_stripe_does_not_know_is_finished_quietly() {
    let app = TestApp::new().await;
    for (kind, object) in [
        ("account.updated", "acct_gone"),
        ("payment_intent.succeeded", "pi_gone"),
        ("payment_intent.payment_failed", "pi_gone"),
        ("checkout.session.completed", "cs_gone"),
        ("checkout.session.async_payment_failed", "cs_gone"),
        ("refund.updated", "re_gone"),
        ("charge.refund.updated", "re_gone"),
    ] {
        let event = json!({"id": format!("evt_{}", kind.replace('.', "_")), "type": kind, "data": {"object": {"id": object}}});
        send(&app, &event.to_string(), signed(&app, &event.to_string()))
            .await
            .expect_status(200);
    }
    app.drain().await;
    assert_eq!(
        app.queue_depth("PaymentsQueue"),
        0,
        "nothing is tried again, no group is blocked"
    );
    assert_eq!(app.queue_depth("PaymentsDeadLetterQueue"), 0);
}
