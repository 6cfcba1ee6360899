use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn changes_name_what_is_not_met() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    let path = format!("/v1/milestones/{milestone}/revisions");
    let body = json!({"comment": "A warmer orange, please.", "criteria": ["Two colours"]});
    app.post(&hired.client, &path, body.clone())
        .await
        .expect_problem(409, "invalid_state");
    app.submit(&hired, milestone).await.expect_status(201);
    app.post(&hired.client, &path, json!({"comment": "x"}))
        .await
        .expect_fields(&["/criteria"]);
    let unknown = json!({"comment": "", "criteria": ["Free beer"]});
    app.post(&hired.client, &path, unknown)
        .await
        .expect_fields(&["/comment", "/criteria/0"]);
    let answer = app
        .post(&hired.client, &path, body.clone())
        .await
        .expect_status(201)
        .body;
    assert_eq!(
        (&answer["status"], &answer["revisions"][0]["criteria"]),
        (&json!("changes_requested"), &json!(["Two colours"]))
    );
    app.post(&hired.client, &path, body)
        .await
        .expect_problem(409, "invalid_state");
    app.submit(&hired, milestone).await.expect_status(201);
    assert_eq!(app.states(&hired, milestone).await.0, "in_review");
    app.drain().await;
    assert!(
        app.subjects(&hired.freelancer.email)
            .contains(&"Changes requested for “Drafts”".to_owned())
    );
}

#[tokio::test]
async fn only_the_client_asks() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let path = format!("/v1/milestones/{}/revisions", hired.milestones[0]);
    let body = json!({"comment": "A warmer orange, please.", "criteria": ["Two colours"]});
    app.post(&hired.freelancer, &path, body.clone())
        .await
        .expect_problem(403, "forbidden");
    app.post(&app.person("client").await, &path, body)
        .await
        .expect_problem(404, "not_found");
}
