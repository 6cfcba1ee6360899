use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn a_bidder_finds_their_bid_and_only_the_sides_the_contract() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let path = format!("/v1/tasks/{}", hired.task);
    for person in [&hired.client, &hired.freelancer] {
        let task = app.get(person, &path).await.expect_status(200).body;
        assert_eq!(
            (task["contractId"].as_str(), &task["status"]),
            (Some(hired.contract.as_str()), &"in_progress".into())
        );
    }
    let task = app.get(&hired.freelancer, &path).await.body;
    assert_eq!(task["viewerBidId"], hired.bid.as_str());
    let seen = app.anonymous("GET", &path, None).await.expect_status(200).body;
    assert!(seen["contractId"].is_null() && seen["viewerBidId"].is_null());
    assert_eq!(seen["bidCount"], 1);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let app = TestApp::new().await;
    for id in [
        "tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "tsk_x",
        "usr_01ARZ3NDEKTSV4RRFFQ69G5FAV",
    ] {
        app.anonymous("GET", &format!("/v1/tasks/{id}"), None)
            .await
            .expect_problem(404, "not_found");
    }
}
