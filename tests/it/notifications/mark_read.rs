//! `notifications-mark-read`.

use proconnect_tests::{Expect, Person, TestApp, heard};
use serde_json::{Value, json};

const PATH: &str = "/v1/notifications/read";

/// A client who was told of so many bids; the newest notice first.
async fn told(app: &TestApp, bids: usize) -> (Person, Vec<Value>) {
    let client = app.person("client").await;
    let task = app.task(&client).await;
    for _ in 0..bids {
        app.bid(&app.person("freelancer").await, &task, 40_000).await;
        app.drain().await;
    }
    let page = app
        .get(&client, "/v1/notifications?limit=100")
        .await
        .expect_status(200);
    let ids = page.body["items"].as_array().unwrap().iter();
    (client, ids.map(|item| item["id"].clone()).collect())
}

async fn mark(app: &TestApp, person: &Person, body: Value) -> u64 {
    let answer = app.post(person, PATH, body).await.expect_status(200);
    answer.body["unreadCount"].as_u64().unwrap()
}

#[tokio::test]
async fn what_is_read_is_read_once_and_in_all_windows() {
    let app = TestApp::new().await;
    let (client, ids) = told(&app, 3).await;
    let (other, foreign) = told(&app, 1).await;
    let mut window = app.connect(&client).await;
    let body = json!({"ids": [ids[1], foreign[0], "ntf_01ARZ3NDEKTSV4RRFFQ69G5FAV"]});
    assert_eq!(mark(&app, &client, body.clone()).await, 2);
    assert_eq!(mark(&app, &client, body.clone()).await, 2, "a repeat");
    let frames = heard(&mut window);
    assert_eq!(
        frames,
        [json!({"type": "notifications-read", "unreadCount": 2, "ids": body["ids"], "upTo": null})],
        "told once"
    );
    assert_eq!(
        mark(&app, &other, json!({"ids": []})).await,
        1,
        "somebody else's stay as they are"
    );
    assert_eq!(mark(&app, &client, json!({"all": true})).await, 0);
    assert_eq!(
        heard(&mut window),
        [json!({"type": "notifications-read", "unreadCount": 0, "ids": null, "upTo": null})]
    );
    let page = app
        .get(&client, "/v1/notifications")
        .await
        .expect_status(200)
        .body;
    assert!(
        page["items"]
            .as_array()
            .unwrap()
            .iter()
            .all(|item| item["readAt"].is_string())
    );
}

#[tokio::test]
async fn what_arrives_meanwhile_stays_unread() {
    let app = TestApp::new().await;
    let (client, ids) = told(&app, 3).await;
    assert_eq!(
        mark(
            &app,
            &client,
            json!({"all": true, "upTo": "ntf_01ARZ3NDEKTSV4RRFFQ69G5FAV"})
        )
        .await,
        3,
        "unknown"
    );
    assert_eq!(mark(&app, &client, json!({"all": true, "upTo": ids[1]})).await, 1);
    let page = app
        .get(&client, "/v1/notifications?unread=true")
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (page["items"].as_array().unwrap().len(), &page["items"][0]["id"]),
        (1, &ids[0])
    );
}

#[tokio::test]
async fn two_windows_at_once_both_get_their_way() {
    let app = TestApp::new().await;
    let (client, ids) = told(&app, 3).await;
    let one = |id: &Value| {
        let body = json!({"ids": [id]});
        let (app, client) = (&app, &client);
        async move { app.post(client, PATH, body).await.status }
    };
    let answers = tokio::join!(one(&ids[0]), one(&ids[1]), one(&ids[2]));
    assert_eq!(answers, (200, 200, 200));
    assert_eq!(mark(&app, &client, json!({"ids": []})).await, 0);
}

#[tokio::test]
async fn it_is_said_what_was_read() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let id = "ntf_01ARZ3NDEKTSV4RRFFQ69G5FAV";
    for body in [
        json!({}),
        json!({"all": false}),
        json!({"ids": [id], "all": true}),
        json!({"ids": [id], "upTo": id}),
        json!({"upTo": id}),
        json!({"ids": vec![id; 101]}),
        json!({"ids": ["tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV"]}),
    ] {
        app.post(&client, PATH, body)
            .await
            .expect_problem(422, "invalid_fields");
    }
}
