//! `notifications-update-preferences`.

use proconnect_tests::{Expect, TestApp};
use serde_json::{Value, json};

const PATH: &str = "/v1/notifications/preferences";

fn choice(version: u64, category: &str, mail: &str) -> Value {
    json!({
        "version": version, "timeZone": "Europe/Berlin", "digest": "daily", "digestHour": 7,
        "categories": [{"category": category, "mail": mail, "browser": false}],
    })
}

#[tokio::test]
async fn what_is_chosen_is_kept_and_a_repeat_changes_nothing() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let body = choice(0, "bids", "digest");
    for _ in 0..2 {
        let chosen = app
            .call(&ada, "PUT", PATH, Some(body.clone()))
            .await
            .expect_status(200)
            .body;
        assert_eq!(
            (
                &chosen["version"],
                &chosen["timeZone"],
                &chosen["digest"],
                &chosen["digestHour"]
            ),
            (&json!(1), &json!("Europe/Berlin"), &json!("daily"), &json!(7))
        );
        assert_eq!(chosen, app.get(&ada, PATH).await.expect_status(200).body);
        let bids = chosen["categories"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["category"] == "bids");
        assert_eq!(
            bids.unwrap(),
            &json!({"category": "bids", "isCritical": false, "mail": "digest", "inApp": true, "browser": false})
        );
    }
    // What is read can be sent back as it is.
    let read = app.get(&ada, PATH).await.expect_status(200).body;
    app.call(&ada, "PUT", PATH, Some(read)).await.expect_status(200);
}

#[tokio::test]
async fn of_two_windows_the_second_looks_again() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    app.call(&ada, "PUT", PATH, Some(choice(0, "bids", "off")))
        .await
        .expect_status(200);
    app.call(&ada, "PUT", PATH, Some(choice(0, "tasks", "off")))
        .await
        .expect_problem(409, "conflict");
    app.call(&ada, "PUT", PATH, Some(choice(1, "tasks", "off")))
        .await
        .expect_status(200);
}

#[tokio::test]
async fn nobody_chooses_not_to_hear_of_their_money_or_a_place_that_is_none() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let with = |field: &str, value: Value| {
        let mut body = choice(0, "bids", "on");
        body[field] = value;
        body
    };
    for (body, pointer) in [
        (choice(0, "money", "off"), "/categories/0/mail"),
        (choice(0, "security", "digest"), "/categories/0/mail"),
        (choice(0, "bids", "always"), "/categories/0/mail"),
        (with("timeZone", json!("Europe/Atlantis")), "/timeZone"),
        (with("digestHour", json!(24)), "/digestHour"),
        (with("digest", json!("weekly")), "/digest"),
    ] {
        let refused = app
            .call(&ada, "PUT", PATH, Some(body))
            .await
            .expect_problem(422, "invalid_fields");
        assert_eq!(refused.body["errors"][0]["pointer"], pointer);
    }
    app.call(&ada, "PUT", PATH, Some(choice(0, "money", "on")))
        .await
        .expect_status(200);
}
