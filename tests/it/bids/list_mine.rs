use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn a_freelancer_follows_their_bids() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let other = app.task(&hired.client).await;
    let second = app.bid(&hired.freelancer, &other, 20_000).await;
    let mine = app
        .get(&hired.freelancer, "/v1/bids/mine")
        .await
        .expect_status(200)
        .body;
    let items = mine["items"].as_array().unwrap();
    let found: Vec<_> = items
        .iter()
        .map(|bid| (bid["id"].as_str().unwrap(), bid["status"].as_str().unwrap()))
        .collect();
    assert_eq!(
        found,
        [(second.as_str(), "submitted"), (hired.bid.as_str(), "accepted")]
    );
    assert_eq!(items[1]["contractId"], hired.contract.as_str());
    assert_eq!(
        app.get(&hired.client, "/v1/bids/mine").await.body["items"],
        serde_json::json!([])
    );
}
