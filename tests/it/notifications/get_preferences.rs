//! `notifications-get-preferences`.

use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn before_anything_is_chosen_it_is_as_usual() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let path = "/v1/notifications/preferences";
    let found = app.get(&ada, path).await.expect_status(200).body;
    assert_eq!(
        (
            &found["version"],
            &found["timeZone"],
            &found["digest"],
            &found["digestHour"]
        ),
        (&json!(0), &json!("UTC"), &json!("off"), &json!(8))
    );
    let categories = found["categories"].as_array().unwrap();
    let named: Vec<_> = categories
        .iter()
        .map(|one| one["category"].as_str().unwrap())
        .collect();
    assert_eq!(
        named,
        [
            "security",
            "money",
            "bidDecisions",
            "bids",
            "tasks",
            "work",
            "files",
            "messages",
            "reminders"
        ]
    );
    for one in categories {
        let mail = if one["isCritical"] == true { "always" } else { "on" };
        assert_eq!(
            (&one["mail"], &one["inApp"], &one["browser"]),
            (&json!(mail), &json!(true), &json!(true))
        );
    }
}
