use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn it_holds_all_that_is_kept_and_no_secret() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    let export = app
        .get(&hired.client, "/v1/users/me/export")
        .await
        .expect_status(200)
        .body;
    assert_eq!(export["tasks"].as_array().unwrap().len(), 1);
    assert_eq!(export["contracts"].as_array().unwrap().len(), 1);
    let account = export["account"].as_array().unwrap();
    let has = |prefix: &str| {
        account
            .iter()
            .any(|item| item["sk"].as_str().unwrap().starts_with(prefix))
    };
    for prefix in ["#USER", "SESSION#", "PAYMENT#", "ACTIVITY#", "MONTH#"] {
        assert!(has(prefix), "no {prefix}");
    }
    let text = export.to_string();
    for secret in ["passwordHash", "tokenHash", "$2", "secondFactor", "gsi1pk"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert!(text.contains(&hired.client.email));
    let bids = app.get(&hired.freelancer, "/v1/users/me/export").await.body;
    assert_eq!(bids["bids"].as_array().unwrap().len(), 1);
    let activity = app.get(&hired.client, "/v1/users/me/activity").await.body;
    assert_eq!(activity["items"][0]["kind"], "data_exported");
}
