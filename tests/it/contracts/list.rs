use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn both_sides_find_the_contract() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    for person in [&hired.client, &hired.freelancer] {
        let list = app.get(person, "/v1/contracts").await.expect_status(200).body;
        let items = list["items"].as_array().unwrap();
        assert_eq!(
            (items.len(), items[0]["id"].as_str()),
            (1, Some(hired.contract.as_str()))
        );
        assert_eq!(items[0]["progress"]["totalCount"], 2);
    }
    let as_client = app
        .get(&hired.freelancer, "/v1/contracts?role=client")
        .await
        .expect_status(200)
        .body;
    assert_eq!(as_client["items"], serde_json::json!([]));
    app.get(&hired.client, "/v1/contracts?role=admin")
        .await
        .expect_fields(&["/role"]);
}

#[tokio::test]
async fn the_list_shows_the_next_clock() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    app.submit(&hired, &hired.milestones[0]).await.expect_status(201);
    let list = app.get(&hired.client, "/v1/contracts").await.body;
    let clock = &list["items"][0]["nextClock"];
    assert_eq!(
        (clock["actor"].as_str(), clock["onSilence"].as_str()),
        (Some("client"), Some("approve_and_release"))
    );
}
