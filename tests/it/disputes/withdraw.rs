use proconnect_domain::DAY;
use proconnect_tests::{Expect, TestApp};
use serde_json::{Value, json};

#[tokio::test]
async fn the_money_is_held_as_before_and_the_review_begins_anew() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let path = format!("/v1/disputes/{}/withdraw", disputed.dispute);
    app.world.advance(DAY * 4).await.unwrap();
    let hired = app.sign_in(&disputed.hired).await;
    app.post(&hired.freelancer, &path, json!({}))
        .await
        .expect_problem(403, "forbidden");
    let taken = app
        .post(&hired.client, &path, json!({}))
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (&taken["status"], &taken["clock"]),
        (&json!("withdrawn"), &Value::Null)
    );
    app.post(&hired.client, &path, json!({})).await.expect_status(200);
    let contract = app
        .get(&hired.client, &format!("/v1/contracts/{}", hired.contract))
        .await
        .body;
    assert_eq!(contract["status"], "active");
    // 14 days from now, and not from when it was handed in.
    app.world.advance(DAY * 11).await.unwrap();
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, &disputed.milestone).await.0, "in_review");
    app.world.advance(DAY * 4).await.unwrap();
    let hired = app.sign_in(&hired).await;
    assert_eq!(
        app.states(&hired, &disputed.milestone).await,
        ("approved".to_owned(), "released".to_owned())
    );
}

#[tokio::test]
async fn another_one_can_be_opened_and_what_is_decided_stays() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let hired = &disputed.hired;
    let path = format!("/v1/disputes/{}/withdraw", disputed.dispute);
    app.post(&hired.client, &path, json!({})).await.expect_status(200);
    app.split(&hired.client, &disputed.dispute, 1)
        .await
        .expect_problem(409, "invalid_state");
    let again = app
        .open_dispute(&hired.freelancer, &disputed.milestone)
        .await
        .expect_status(201)
        .body;
    let admin = app.admin().await;
    app.rule(&admin, again["id"].as_str().unwrap(), 50_000)
        .await
        .expect_status(200);
    let path = format!("/v1/disputes/{}/withdraw", again["id"].as_str().unwrap());
    app.post(&hired.freelancer, &path, json!({}))
        .await
        .expect_problem(409, "invalid_state");
    app.rule(&admin, &disputed.dispute, 0)
        .await
        .expect_problem(409, "invalid_state");
    app.drain().await;
    app.assert_settled(&disputed, 50_000).await;
}
