use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn the_other_side_answers_by_it_and_both_see_it() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let (client, freelancer) = (&disputed.hired.client, &disputed.hired.freelancer);
    let own = app.show(client, &disputed.dispute).await.expect_status(201).body;
    assert_eq!(own["status"], "opened", "whoever opened it answers nothing");
    let answered = app
        .show(freelancer, &disputed.dispute)
        .await
        .expect_status(201)
        .body;
    assert_eq!(answered["status"], "proposed");
    app.drain().await;
    let seen = app.dispute(client, &disputed.dispute).await;
    assert_eq!(seen["evidence"], answered["evidence"]);
    assert_eq!(
        (&seen["evidence"][0]["by"], &seen["evidence"][1]["by"]),
        (&json!("client"), &json!("freelancer"))
    );
    let file = seen["evidence"][1]["files"][0]["id"].as_str().unwrap();
    app.get(client, &format!("/v1/files/{file}"))
        .await
        .expect_status(200);
    let told = app.get(client, "/v1/notifications").await.body["items"][0]["text"].clone();
    assert!(
        told.to_string().contains("added to the dispute about “Drafts”"),
        "{told}"
    );
}

#[tokio::test]
async fn twenty_times_each_and_never_after_the_decision() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let (client, path) = (
        &disputed.hired.client,
        format!("/v1/disputes/{}/evidence", disputed.dispute),
    );
    for _ in 0..20 {
        app.post(client, &path, json!({"text": "And this."}))
            .await
            .expect_status(201);
    }
    app.post(client, &path, json!({"text": "And this."}))
        .await
        .expect_problem(409, "invalid_state");
    app.show(&disputed.hired.freelancer, &disputed.dispute)
        .await
        .expect_status(201);
    let admin = app.admin().await;
    app.rule(&admin, &disputed.dispute, 25_000)
        .await
        .expect_status(200);
    app.show(&disputed.hired.freelancer, &disputed.dispute)
        .await
        .expect_problem(409, "invalid_state");
    app.show(&app.person("client").await, &disputed.dispute)
        .await
        .expect_problem(404, "not_found");
    app.post(client, &path, json!({"text": ""}))
        .await
        .expect_problem(422, "invalid_fields");
}
