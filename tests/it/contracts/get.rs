use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn strangers_learn_nothing() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let path = format!("/v1/contracts/{}", hired.contract);
    for role in ["client", "freelancer"] {
        app.get(&app.person(role).await, &path)
            .await
            .expect_problem(404, "not_found");
    }
    app.anonymous("GET", &path, None)
        .await
        .expect_problem(401, "unauthenticated");
    app.get(&app.admin().await, &path).await.expect_status(200);
    let nowhere = "/v1/contracts/ctr_01ARZ3NDEKTSV4RRFFQ69G5F00";
    app.get(&hired.client, nowhere)
        .await
        .expect_problem(404, "not_found");
}

#[tokio::test]
async fn only_the_client_sees_the_open_checkout_page() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let path = format!("/v1/milestones/{}/fund", hired.milestones[0]);
    let funding = app
        .post(&hired.client, &path, serde_json::json!({}))
        .await
        .expect_status(201)
        .body;
    let path = format!("/v1/contracts/{}", hired.contract);
    let url =
        |answer: proconnect_tests::Answer| answer.body["milestones"][0]["payment"]["checkoutUrl"].clone();
    assert_eq!(url(app.get(&hired.client, &path).await), funding["checkoutUrl"]);
    assert!(url(app.get(&hired.freelancer, &path).await).is_null());
}
