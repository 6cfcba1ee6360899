use proconnect_domain::UserEvent;
use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn only_stripes_word_funds_a_milestone() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    let path = format!("/v1/milestones/{milestone}/fund");
    let first = app
        .post(&hired.client, &path, json!({}))
        .await
        .expect_status(201)
        .body;
    assert_eq!(app.states(&hired, milestone).await.1, "checkout_open");
    let again = app
        .post(&hired.client, &path, json!({}))
        .await
        .expect_status(201)
        .body;
    assert_eq!(first, again, "an open page is answered again");
    assert_eq!(app.pay(&hired, milestone, "declined").await, 402);
    assert_eq!(app.states(&hired, milestone).await.1, "checkout_open");
    app.fund(&hired, milestone).await;
    assert_eq!(app.states(&hired, milestone).await.1, "funded");
    app.post(&hired.client, &path, json!({}))
        .await
        .expect_problem(409, "already_funded");
    let clock = app.milestone(&hired, milestone).await["clock"].clone();
    assert_eq!(clock["onSilence"], "force_decision");
}

#[tokio::test]
async fn a_slow_payment_is_held_once_it_settles() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    assert_eq!(app.pay(&hired, milestone, "processing").await, 303);
    assert_eq!(app.states(&hired, milestone).await.1, "funding");
    let path = format!("/v1/milestones/{milestone}/fund");
    app.post(&hired.client, &path, json!({}))
        .await
        .expect_problem(409, "invalid_state");
    app.submit(&hired, milestone)
        .await
        .expect_problem(409, "milestone_not_funded");
    let session = app.world.now();
    app.advance(3).await;
    assert!(app.world.now() > session);
    let fresh = app.sign_in(&hired).await;
    assert_eq!(app.states(&fresh, milestone).await.1, "funded");
}

#[tokio::test]
async fn a_slow_payment_may_fail_and_be_tried_again() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.pay(&hired, milestone, "async_failed").await;
    app.advance(3).await;
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, milestone).await.1, "unfunded");
    assert_eq!(
        app.subjects(&hired.client.email)[0],
        "The payment for “Drafts” failed"
    );
    app.fund(&hired, milestone).await;
    assert_eq!(app.states(&hired, milestone).await.1, "funded");
}

#[tokio::test]
async fn a_page_that_expired_makes_room_for_another() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    let path = format!("/v1/milestones/{milestone}/fund");
    let first = app
        .post(&hired.client, &path, json!({}))
        .await
        .expect_status(201)
        .body;
    app.advance(2).await;
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, milestone).await.1, "unfunded");
    let second = app
        .post(&hired.client, &path, json!({}))
        .await
        .expect_status(201)
        .body;
    assert_ne!(first["checkoutUrl"], second["checkoutUrl"]);
    assert_eq!(
        app.world
            .visit(first["checkoutUrl"].as_str().unwrap(), "paid")
            .await,
        410
    );
    app.drain().await;
    assert_eq!(app.states(&hired, milestone).await.1, "checkout_open");
}

#[tokio::test]
async fn a_lost_answer_opens_no_second_page() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let path = format!("/v1/milestones/{}/fund", hired.milestones[0]);
    app.control(
        "fail_next",
        json!({"path": "/v1/checkout", "status": 502, "after_commit": true}),
    )
    .await;
    app.post(&hired.client, &path, json!({}))
        .await
        .expect_problem(502, "processor_unavailable");
    let first = app
        .post(&hired.client, &path, json!({}))
        .await
        .expect_status(201)
        .body;
    app.fund(&hired, &hired.milestones[0]).await;
    assert!(first["checkoutUrl"].as_str().unwrap().contains("/pay/cs_test_"));
    let history = app.get(&hired.client, "/v1/payments").await.body;
    assert_eq!(history["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn only_the_client_funds() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let path = format!("/v1/milestones/{}/fund", hired.milestones[0]);
    app.post(&hired.freelancer, &path, json!({}))
        .await
        .expect_problem(403, "forbidden");
    app.post(&app.person("client").await, &path, json!({}))
        .await
        .expect_problem(404, "not_found");
    let beyond = format!("{}9/fund", &path[..path.len() - "0/fund".len()]);
    app.post(&hired.client, &beyond, json!({}))
        .await
        .expect_problem(404, "not_found");
}

/// What is paid for could not be handed in. What was handed in is approved and paid all the same.
#[tokio::test]
async fn nothing_new_is_paid_for_while_the_freelancer_is_suspended() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let (done, next) = (&hired.milestones[0], &hired.milestones[1]);
    app.fund(&hired, done).await;
    app.submit(&hired, done).await.expect_status(201);
    app.happens(&hired.freelancer, UserEvent::Suspend).await;
    let path = format!("/v1/milestones/{next}/fund");
    for _ in 0..2 {
        let refused = app.post(&hired.client, &path, json!({})).await;
        let refused = refused.expect_problem(409, "invalid_state");
        assert!(
            refused.body["detail"]
                .as_str()
                .unwrap()
                .contains("can't take on work")
        );
    }
    assert_eq!(app.states(&hired, next).await.1, "unfunded");
    app.approve(&hired, done).await.expect_status(200);
    app.drain().await;
    assert_eq!(app.states(&hired, done).await.1, "released");
    app.happens(&hired.freelancer, UserEvent::Restore).await;
    app.post(&hired.client, &path, json!({})).await.expect_status(201);
}
