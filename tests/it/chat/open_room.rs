//! `chat-open-room`.

use proconnect_domain::TaskEvent;
use proconnect_tests::{Expect, TestApp, id};
use serde_json::json;

#[tokio::test]
async fn a_freelancer_asks_and_the_client_comes_into_the_same_room() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&clara).await;
    let path = format!("/v1/tasks/{task}/room");
    let room = app.post(&felix, &path, json!({})).await.expect_status(201).body;
    assert_eq!(
        (&room["taskId"], &room["taskTitle"]),
        (&json!(task), &json!("Design a logo"))
    );
    let people = room["participants"].as_array().unwrap();
    let who = |at: usize| (&people[at]["role"], &people[at]["person"]["id"]);
    assert_eq!(who(0), (&json!("client"), &json!(clara.id)));
    assert_eq!(who(1), (&json!("freelancer"), &json!(felix.id)));
    assert_eq!(
        (&room["lastMessage"], &room["unreadCount"]),
        (&json!(null), &json!(0))
    );
    let again = app.post(&felix, &path, json!({})).await.expect_status(200).body;
    assert_eq!(again, room);
    let body = json!({"freelancerId": felix.id});
    let hers = app.post(&clara, &path, body).await.expect_status(200).body;
    assert_eq!(hers, room);
}

#[tokio::test]
async fn two_at_once_open_one_room() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&clara).await;
    app.bid(&felix, &task, 40_000).await;
    let path = format!("/v1/tasks/{task}/room");
    let (his, hers) = tokio::join!(
        app.post(&felix, &path, json!({})),
        app.post(&clara, &path, json!({"freelancerId": felix.id})),
    );
    let mut statuses = [his.status, hers.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 201], "{} {}", his.body, hers.body);
    assert_eq!(id(&his.body), id(&hers.body));
    for person in [&clara, &felix] {
        let rooms = app.get(person, "/v1/rooms").await.expect_status(200).body;
        assert_eq!(rooms["items"].as_array().unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_repeat_under_one_key_is_answered_alike() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let path = format!("/v1/tasks/{}/room", app.task(&clara).await);
    let both = tokio::join!(
        app.post_keyed(&felix, &path, "one-room", json!({})),
        app.post_keyed(&felix, &path, "one-room", json!({})),
    );
    assert_eq!(id(&both.0.body), id(&both.1.body));
}

#[tokio::test]
async fn whom_nobody_asked_and_who_has_not_bid_is_kept_out() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let (other, rival) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&clara).await;
    app.bid(&felix, &task, 40_000).await;
    let path = format!("/v1/tasks/{task}/room");
    for body in [
        json!({}),
        json!({"freelancerId": rival.id}),
        json!({"freelancerId": clara.id}),
    ] {
        app.post(&clara, &path, body)
            .await
            .expect_fields(&["/freelancerId"]);
    }
    app.post(&clara, &path, json!({"freelancerId": "felix"}))
        .await
        .expect_fields(&["/freelancerId"]);
    app.post(&other, &path, json!({}))
        .await
        .expect_problem(403, "forbidden");
    let body = json!({"freelancerId": felix.id});
    app.post(&rival, &path, body)
        .await
        .expect_problem(403, "forbidden");
    for path in [
        "/v1/tasks/tsk_01JD9ZZZZZZZZZZZZZZZZZZZ00/room",
        "/v1/tasks/x/room",
    ] {
        app.post(&felix, path, json!({}))
            .await
            .expect_problem(404, "not_found");
    }
    let tasks = &app.world.app.store.tasks();
    let (mut cancelled, _) = tasks.get_for(task.parse().unwrap(), None).await.unwrap().unwrap();
    cancelled.status = cancelled.status.apply(TaskEvent::Cancel).unwrap();
    tasks.cancel(&cancelled, app.world.now()).await.unwrap();
    app.post(&rival, &path, json!({}))
        .await
        .expect_problem(409, "task_not_open");
    // Who has bid may still ask, and say goodbye.
    app.post(&felix, &path, json!({})).await.expect_status(201);
}

#[tokio::test]
async fn nobody_opens_rooms_by_the_dozen() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let mut last = String::new();
    for _ in 0..31 {
        last = format!("/v1/tasks/{}/room", app.task(&clara).await);
        if app.post(&felix, &last, json!({})).await.status == 429 {
            break;
        }
    }
    let refused = app
        .post(&felix, &last, json!({}))
        .await
        .expect_problem(429, "rate_limited");
    assert!(refused.headers.contains_key("retry-after"));
    let rooms = app
        .get(&felix, "/v1/rooms?limit=100")
        .await
        .expect_status(200)
        .body;
    assert_eq!(rooms["items"].as_array().unwrap().len(), 30);
}
