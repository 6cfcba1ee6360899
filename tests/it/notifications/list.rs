//! `notifications-list`.

use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_tests::{Expect, Person, TestApp};
use serde_json::{Value, json};

async fn list(app: &TestApp, person: &Person, query: &str) -> Value {
    let path = format!("/v1/notifications{query}");
    app.get(person, &path).await.expect_status(200).body
}

fn kinds(page: &Value) -> Vec<&str> {
    let items = page["items"].as_array().unwrap().iter();
    items.map(|item| item["kind"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn what_somebody_was_told_stands_there_newest_first() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.drain().await;
    let page = list(&app, &hired.freelancer, "").await;
    assert_eq!(
        (kinds(&page), &page["unreadCount"]),
        (vec!["bidAccepted"], &json!(1))
    );
    let notice = &page["items"][0];
    let path = format!("/contracts/{}", hired.contract);
    assert_eq!(
        (&notice["category"], &notice["isCritical"], &notice["path"]),
        (&json!("bidDecisions"), &json!(true), &json!(path))
    );
    assert_eq!(
        (&notice["thing"]["type"], &notice["thing"]["id"]),
        (&json!("contract"), &json!(hired.contract))
    );
    assert_eq!(notice["place"], json!({"page": "contract", "id": hired.contract}));
    assert_eq!(
        (&notice["count"], &notice["readAt"], &notice["isGone"]),
        (&json!(1), &Value::Null, &json!(false))
    );
    assert!(notice["text"].as_str().unwrap().contains("accepted your bid"));
    app.fund(&hired, &hired.milestones[0]).await;
    app.drain().await;
    let page = list(&app, &hired.freelancer, "").await;
    assert_eq!(kinds(&page), ["milestoneFunded", "bidAccepted"]);
    let client = list(&app, &hired.client, "").await;
    assert_eq!(kinds(&client), ["milestoneFunded", "bidReceived"]);
    assert_eq!(
        list(&app, &app.person("client").await, "").await,
        json!({"items": [], "nextCursor": null, "unreadCount": 0})
    );
}

#[tokio::test]
async fn filters_and_pages_agree() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    for _ in 0..3 {
        app.bid(&app.person("freelancer").await, &task, 40_000).await;
    }
    app.file(&client, "task", "image/png", b"no picture").await;
    app.drain().await;
    let all = list(&app, &client, "").await;
    assert_eq!(all["unreadCount"], 4);
    let read = all["items"][1]["id"].clone();
    app.post(&client, "/v1/notifications/read", json!({"ids": [read]}))
        .await
        .expect_status(200);
    for (query, count) in [
        ("category=bids", 3),
        ("category=money", 0),
        ("category=files", 1),
        ("unread=true", 3),
        (
            "unread=true&category=bids",
            2 + u8::from(all["items"][1]["category"] == "files"),
        ),
        ("unread=false", 4),
    ] {
        let (mut found, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = list(&app, &client, &format!("?limit=1&{query}{cursor}")).await;
            assert_eq!(page["unreadCount"], 3, "{query}");
            found.extend(
                page["items"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|item| item["id"].clone()),
            );
            match page["nextCursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        let mut expected = list(&app, &client, &format!("?{query}")).await["items"].take();
        let expected = expected
            .as_array_mut()
            .unwrap()
            .iter()
            .map(|item| item["id"].clone());
        assert_eq!(found, expected.collect::<Vec<_>>(), "{query}");
        assert_eq!(found.len(), usize::from(count), "{query}");
    }
    for query in ["category=gossip", "unread=maybe", "limit=0", "limit=101"] {
        app.get(&client, &format!("/v1/notifications?{query}"))
            .await
            .expect_problem(422, "invalid_fields");
    }
}

#[tokio::test]
async fn a_notice_whose_thing_is_gone_says_so_and_leads_nowhere() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    app.bid(&freelancer, &task, 40_000).await;
    app.drain().await;
    let (table, engine) = app.world.engine();
    let key = |value: &str| AttributeValue::S(value.to_owned());
    engine
        .delete_item()
        .table_name(table)
        .key("pk", key(&format!("TASK#{task}")))
        .key("sk", key("#TASK"))
        .send()
        .await
        .unwrap();
    let page = list(&app, &client, "").await;
    let notice = &page["items"][0];
    assert_eq!(
        (&notice["isGone"], &notice["path"], &notice["place"]),
        (&json!(true), &Value::Null, &Value::Null)
    );
    assert!(
        notice["text"]
            .as_str()
            .unwrap()
            .ends_with("It is no longer there.")
    );
}
