use proconnect_tests::{Expect, TestApp, id};
use serde_json::json;

#[tokio::test]
async fn what_ends_first_stands_first_and_what_is_decided_is_gone() {
    let app = TestApp::new().await;
    let first = app.disputed().await;
    app.rest().await;
    let second = app.disputed().await;
    // Answered: this one has three days now.
    app.show(&second.hired.freelancer, &second.dispute)
        .await
        .expect_status(201);
    let admin = app.admin().await;
    let list = app
        .get(&admin, "/v1/admin/disputes")
        .await
        .expect_status(200)
        .body;
    let ids: Vec<_> = list["items"].as_array().unwrap().iter().map(id).collect();
    assert_eq!(ids, [second.dispute.clone(), first.dispute.clone()]);
    assert_eq!(list["items"][0]["status"], json!("proposed"));
    app.rule(&admin, &second.dispute, 1).await.expect_status(200);
    let list = app
        .get(&admin, "/v1/admin/disputes")
        .await
        .expect_status(200)
        .body;
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    app.get(&first.hired.client, "/v1/admin/disputes")
        .await
        .expect_problem(403, "forbidden");
}
