use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn work_starts_the_clients_clock() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.submit(&hired, milestone)
        .await
        .expect_problem(409, "milestone_not_funded");
    app.fund(&hired, milestone).await;
    let answer = app.submit(&hired, milestone).await.expect_status(201).body;
    assert_eq!(
        (&answer["status"], &answer["submissions"][0]["note"]),
        (&json!("in_review"), &json!("Three drafts are ready."))
    );
    let text = answer["clock"]["text"].as_str().unwrap();
    assert!(text.contains("$450.00 goes to the freelancer"), "{text}");
    app.submit(&hired, milestone)
        .await
        .expect_problem(409, "invalid_state");
    app.drain().await;
    let mail = &app.world.mails(&hired.client.email).unwrap()[0];
    let (_, rest) = text.split_once(" by ").unwrap();
    let (due, _) = rest.split_once(", the milestone").unwrap();
    let clock = format!("If you don’t answer by {due}, it is approved and $450.00 goes to the freelancer.");
    assert!(
        mail.subject.contains("ready for your review") && mail.text.contains(&clock),
        "{}",
        mail.text
    );
}

#[tokio::test]
async fn what_is_refused() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let path = format!("/v1/milestones/{}/submissions", hired.milestones[0]);
    app.post(&hired.client, &path, json!({"note": "x"}))
        .await
        .expect_problem(403, "forbidden");
    app.post(&app.person("freelancer").await, &path, json!({"note": "x"}))
        .await
        .expect_problem(404, "not_found");
    let body = json!({"note": "", "fileIds": ["fil_01ARZ3NDEKTSV4RRFFQ69G5FAV"]});
    app.post(&hired.freelancer, &path, body)
        .await
        .expect_fields(&["/note", "/fileIds/0"]);
}

#[tokio::test]
async fn the_same_key_submits_once() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    let path = format!("/v1/milestones/{}/submissions", hired.milestones[0]);
    let first = app
        .post_keyed(&hired.freelancer, &path, "s1", json!({"note": "Done"}))
        .await
        .expect_status(201);
    let again = app
        .post_keyed(&hired.freelancer, &path, "s1", json!({"note": "Done"}))
        .await
        .expect_status(201);
    assert_eq!(first.body, again.body);
    let found = app.milestone(&hired, &hired.milestones[0]).await;
    assert_eq!(found["submissions"].as_array().unwrap().len(), 1);
}
