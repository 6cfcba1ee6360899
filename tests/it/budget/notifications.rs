//! What people are told, and how they want to hear of it.

use super::Budget;
use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn notifications() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let client = app.person("client").await;
    for _ in 0..20 {
        let task = app.task(&client).await;
        app.bid(&app.person("freelancer").await, &task, 40_000).await;
    }
    app.drain().await;
    let list = app.get(&client, "/v1/notifications").await.expect_status(200);
    assert_eq!(list.body["items"].as_array().unwrap().len(), 20);
    budget.check(
        "notifications-list",
        "a page of the person's notices, or of `gsi2` for one category, and their inbox at once; its things",
        (2, 0, 24),
        &list,
    );
    let one = app.get(&client, "/v1/notifications?category=bids").await;
    budget.again("notifications-list", &one);
    let read = app
        .post(&client, "/v1/notifications/read", json!({"all": true}))
        .await;
    budget.check(
        "notifications-mark-read",
        "the inbox, with the notice up to which; transaction: the inbox, check of the caller; one's connections",
        (2, 1, 12),
        &read,
    );
    let path = "/v1/notifications/preferences";
    let body = json!({"version": 0, "timeZone": "UTC", "digest": "daily", "digestHour": 8, "categories": []});
    let chosen = app.call(&client, "PUT", path, Some(body)).await;
    budget.check(
        "notifications-update-preferences",
        "one item; transaction: the item, check of the caller",
        (1, 1, 12),
        &chosen,
    );
    let preferences = app.get(&client, path).await;
    budget.check(
        "notifications-get-preferences",
        "one item",
        (1, 0, 1),
        &preferences,
    );
    let mails = app.world.mails(&client.email).unwrap();
    let link = mails[0].text.split_once("/unsubscribe?token=").unwrap().1.trim();
    let path = format!("/v1/notifications/unsubscribe?token={link}");
    let looked = app.anonymous("GET", &path, None).await;
    budget.check(
        "notifications-look-at-unsubscribe",
        "account and preferences in one call",
        (1, 0, 3),
        &looked,
    );
    let off = app.anonymous("POST", &path, None).await;
    budget.check(
        "notifications-unsubscribe",
        "account and preferences in one call; transaction: the preferences, check that the account has not moved",
        (1, 1, 12),
        &off,
    );
}
