use proconnect_tests::{Expect, TestApp, id, usd};
use serde_json::json;

#[tokio::test]
async fn the_client_only_receives_and_parts_add_up_to_the_whole() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.give_back(&hired.freelancer, milestone, 100)
        .await
        .expect_problem(409, "milestone_not_funded");
    app.fund(&hired, milestone).await;
    for amount in [0, -1, 50_001] {
        app.give_back(&hired.freelancer, milestone, amount)
            .await
            .expect_fields(&["/amount"]);
    }
    let path = format!("/v1/milestones/{milestone}/refunds");
    for _ in 0..2 {
        let body = json!({"amount": usd(12_345)});
        let offered = app.post_keyed(&hired.freelancer, &path, "k-1", body).await;
        assert_eq!(offered.expect_status(201).body["remaining"], usd(37_655));
    }
    app.drain().await;
    app.assert_given_back(&hired, milestone, &[12_345]).await;
    app.give_back(&hired.freelancer, milestone, 37_656)
        .await
        .expect_fields(&["/amount"]);
    // Without an amount it is all the rest.
    app.post(&hired.freelancer, &path, json!({}))
        .await
        .expect_status(201);
    app.drain().await;
    app.assert_given_back(&hired, milestone, &[12_345, 37_655]).await;
}

#[tokio::test]
async fn an_offer_of_as_much_accepts_what_is_asked_for_and_a_lesser_one_does_not() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    let (hired, milestone) = (&asked.hired, &asked.milestone);
    let lesser = app.give_back(&hired.freelancer, milestone, 5_000).await;
    assert_eq!(
        lesser.expect_status(201).body["refundRequests"][0]["status"],
        "open"
    );
    let enough = app.give_back(&hired.freelancer, milestone, 20_000).await;
    assert_eq!(
        enough.expect_status(201).body["refundRequests"][0]["status"],
        "accepted"
    );
    app.drain().await;
    app.assert_given_back(hired, milestone, &[5_000, 20_000]).await;
}

#[tokio::test]
async fn what_is_asked_for_is_never_more_than_what_is_left() {
    let app = TestApp::new().await;
    let asked = app.asked_back(40_000).await;
    let (hired, milestone) = (&asked.hired, &asked.milestone);
    let offered = app.give_back(&hired.freelancer, milestone, 30_000).await;
    let request = offered.expect_status(201).body["refundRequests"][0].clone();
    assert_eq!(
        (&request["status"], &request["amount"]),
        (&json!("open"), &usd(20_000))
    );
    app.answer_refund(&hired.freelancer, &id(&request), "accept")
        .await
        .expect_status(200);
    app.drain().await;
    app.assert_given_back(hired, milestone, &[30_000, 20_000]).await;
}

#[tokio::test]
async fn a_dispute_is_about_what_is_left() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    app.give_back(&hired.freelancer, milestone, 10_000)
        .await
        .expect_status(201);
    let opened = app
        .open_dispute(&hired.client, milestone)
        .await
        .expect_status(201);
    assert_eq!(opened.body["heldAmount"], usd(40_000));
    app.give_back(&hired.freelancer, milestone, 100)
        .await
        .expect_problem(409, "dispute_open");
    let admin = app.admin().await;
    app.rule(&admin, &id(&opened.body), 0).await.expect_status(200);
    app.drain().await;
    let seen = app.milestone(&hired, milestone).await;
    assert_eq!(seen["payment"]["status"], "refunded");
    assert_eq!(seen["settlement"]["refund"], "refunded");
    let balances = app.balances(&hired.contract).await;
    assert_eq!(balances[&format!("held:{milestone}")], 0);
    assert_eq!(balances[&format!("pending_refund:{milestone}")], 0);
    assert_eq!(app.stripe_objects("refund").await.len(), 2);
}

#[tokio::test]
async fn ten_times_are_enough() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    for _ in 0..10 {
        app.give_back(&hired.freelancer, milestone, 1)
            .await
            .expect_status(201);
    }
    app.give_back(&hired.freelancer, milestone, 1)
        .await
        .expect_problem(409, "invalid_state");
}
