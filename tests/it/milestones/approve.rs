use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn approval_pays_at_once_and_only_once() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.approve(&hired, milestone)
        .await
        .expect_problem(409, "milestone_not_funded");
    app.fund(&hired, milestone).await;
    app.submit(&hired, milestone).await.expect_status(201);
    let answer = app.approve(&hired, milestone).await.expect_status(200).body;
    assert_eq!(
        (&answer["status"], &answer["payment"]["status"]),
        (&json!("approved"), &json!("release_queued"))
    );
    app.approve(&hired, milestone).await.expect_status(200);
    app.drain().await;
    app.approve(&hired, milestone).await.expect_status(200);
    app.drain().await;
    assert_eq!(
        app.states(&hired, milestone).await,
        ("approved".to_owned(), "released".to_owned())
    );
    let transfers = app.transfers().await;
    assert_eq!(transfers.len(), 1);
    assert_eq!(transfers[0]["amount"], 45_000);
    assert_eq!(app.subjects(&hired.freelancer.email)[0], "You were paid $450.00");
}

#[tokio::test]
async fn two_approvals_at_once_pay_once() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    app.submit(&hired, milestone).await.expect_status(201);
    let (one, two) = tokio::join!(app.approve(&hired, milestone), app.approve(&hired, milestone));
    assert_eq!((one.status, two.status), (200, 200));
    app.drain().await;
    assert_eq!(app.transfers().await.len(), 1);
}

#[tokio::test]
async fn the_last_milestone_completes_contract_and_task() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    for milestone in &hired.milestones {
        app.fund(&hired, milestone).await;
        app.submit(&hired, milestone).await.expect_status(201);
        app.approve(&hired, milestone).await.expect_status(200);
        app.drain().await;
    }
    let contract = app
        .get(&hired.client, &format!("/v1/contracts/{}", hired.contract))
        .await
        .body;
    assert_eq!(
        (&contract["status"], &contract["progress"]["percent"]),
        (&json!("completed"), &json!(100))
    );
    let task = app
        .get(&hired.client, &format!("/v1/tasks/{}", hired.task))
        .await
        .body;
    assert_eq!(task["status"], "completed");
    assert_eq!(app.transfers().await.len(), 2);
}

#[tokio::test]
async fn only_the_client_approves() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let path = format!("/v1/milestones/{}/approve", hired.milestones[0]);
    app.post(&hired.freelancer, &path, json!({}))
        .await
        .expect_problem(403, "forbidden");
    app.post(&app.person("client").await, &path, json!({}))
        .await
        .expect_problem(404, "not_found");
}
