//! `notifications-look-at-unsubscribe`: links as mail filters open them.

use super::unsubscribe::{PATH, mailed, mails_of_bids};
use proconnect_tests::{Call, Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn looking_changes_nothing_however_often_a_filter_does_it() {
    let app = TestApp::new().await;
    let (client, token) = mailed(&app).await;
    for _ in 0..3 {
        let path = format!("{PATH}{token}");
        let seen = app.anonymous("GET", &path, None).await.expect_status(200).body;
        assert_eq!(
            seen,
            json!({"category": "bids", "isOff": false, "email": seen["email"]})
        );
        assert!(seen["email"].as_str().unwrap().contains("…@") && seen["email"] != client.email);
        for method in ["HEAD", "OPTIONS"] {
            app.world.send(method, &path, Call::default()).await;
        }
    }
    assert!(mails_of_bids(&app, &client).await, "still on");
}
