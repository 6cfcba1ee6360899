//! `notifications-worker`.

use proconnect_domain::{Currency, Money, OutboxId};
use proconnect_events::Fact;
use proconnect_local::sockets::{Connection, Outgoing};
use proconnect_tests::{Expect, PASSWORD, TestApp, heard, sqs, told};
use serde_json::{Value, json};

/// The next frame but those that tell of a notice.
fn frame(connection: &mut Connection) -> Option<Value> {
    while let Ok(Outgoing::Text(text)) = connection.incoming.try_recv() {
        let frame: Value = serde_json::from_str(&text).unwrap();
        if frame["type"] != "notification" {
            return Some(frame);
        }
    }
    None
}

fn is_closed(connection: &mut Connection) -> bool {
    while let Ok(outgoing) = connection.incoming.try_recv() {
        if outgoing == Outgoing::Close {
            return true;
        }
    }
    false
}

#[tokio::test]
async fn the_outcome_of_a_scan_is_told_to_each_of_the_owners_pages() {
    let app = TestApp::new().await;
    let (owner, other) = (app.person("client").await, app.person("client").await);
    let (mut first, mut second) = (app.connect(&owner).await, app.connect(&owner).await);
    let mut others = app.connect(&other).await;
    let file = app.file(&owner, "task", "text/plain", b"hello").await;
    for connection in [&mut first, &mut second] {
        let told = frame(connection).expect("a frame");
        assert_eq!(
            (&told["type"], &told["file"]["id"]),
            (&json!("file"), &json!(file))
        );
        assert_eq!(told["file"]["status"], "clean");
        assert!(told["file"].get("downloadUrl").is_none());
        assert_eq!(frame(connection), None, "told once");
    }
    assert_eq!(frame(&mut others), None);
}

#[tokio::test]
async fn both_sides_of_a_contract_see_each_step_of_the_other() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.drain().await;
    let stranger = app.person("client").await;
    let mut client = app.connect(&hired.client).await;
    let mut freelancer = app.connect(&hired.freelancer).await;
    let mut strangers = app.connect(&stranger).await;
    let mut both_are_told = |step: &str| {
        for connection in [&mut client, &mut freelancer] {
            let told = frame(connection).unwrap_or_else(|| panic!("no frame: {step}"));
            assert_eq!(
                told,
                json!({"type": "contract", "contractId": hired.contract}),
                "{step}"
            );
            // Approving pays: a step that leads to the next is told with it.
            while frame(connection).is_some() {}
        }
    };
    for milestone in &hired.milestones {
        app.fund(&hired, milestone).await;
        app.drain().await;
        both_are_told("funded");
        app.submit(&hired, milestone).await.expect_status(201);
        app.drain().await;
        both_are_told("submitted");
        app.approve(&hired, milestone).await.expect_status(200);
        app.drain().await;
        both_are_told("approved");
    }
    assert_eq!(frame(&mut strangers), None);
    let path = format!("/v1/contracts/{}", hired.contract);
    let seen = app.get(&hired.freelancer, &path).await.expect_status(200).body;
    assert_eq!(seen["status"], "completed");
    assert_eq!(seen["freelancer"]["completedContracts"], 1);
}

#[tokio::test]
async fn a_connection_that_is_gone_is_forgotten_and_the_others_are_told() {
    let app = TestApp::new().await;
    let owner = app.person("client").await;
    let (gone, mut here) = (app.connect(&owner).await, app.connect(&owner).await);
    // The browser vanished, and `$disconnect` never came.
    let id = gone.id.clone();
    drop(gone);
    app.file(&owner, "task", "text/plain", b"hello").await;
    assert!(frame(&mut here).is_some());
    let left = app.connections(&owner).await;
    assert!(left == [here.id.clone()] && left != [id]);
}

#[tokio::test]
async fn the_connections_of_an_ended_session_are_closed() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let elsewhere = app.log_in(&person).await;
    let (mut here, mut there) = (app.connect(&person).await, app.connect(&elsewhere).await);
    app.log_out(&elsewhere).await;
    app.drain().await;
    assert!(is_closed(&mut there) && !is_closed(&mut here));
    assert_eq!(app.connections(&person).await, [here.id.clone()]);
}

#[tokio::test]
async fn a_new_password_closes_every_connection_but_those_of_the_new_session() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let elsewhere = app.log_in(&person).await;
    let (mut here, mut there) = (app.connect(&person).await, app.connect(&elsewhere).await);
    app.advance(1).await;
    let mut renewed = app.log_in(&person).await;
    let body = json!({"current": PASSWORD, "password": "another pass phrase"});
    let answer = app
        .post(&renewed, "/v1/auth/change-password", body)
        .await
        .expect_status(200);
    renewed.token = answer.body["accessToken"].as_str().unwrap().to_owned();
    let mut new = app.connect(&renewed).await;
    app.drain().await;
    assert!(is_closed(&mut here) && is_closed(&mut there) && !is_closed(&mut new));
    assert_eq!(app.connections(&person).await, [new.id.clone()]);
}

#[tokio::test]
async fn a_fact_that_is_told_twice_is_one_notice_and_shows_again_what_is() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    app.drain().await;
    let mut window = app.connect(&client).await;
    let fact = Fact::BidSubmitted {
        bid_id: "bid_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(),
        task_id: task.parse().unwrap(),
        client_id: client.id.parse().unwrap(),
        freelancer_id: freelancer.id.parse().unwrap(),
        amount: Money::new(40_000, Currency::Usd),
    };
    let now = app.world.now();
    let id: OutboxId = proconnect_store::fresh_id(now).unwrap();
    let message = told(&id.to_string(), now, fact);
    for _ in 0..3 {
        let answer = app
            .world
            .invoke("notifications-worker", sqs(&[message.clone(), message.clone()]))
            .await
            .unwrap();
        assert_eq!(answer, json!({"batchItemFailures": []}));
    }
    app.drain().await;
    let page = app
        .get(&client, "/v1/notifications")
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (page["items"].as_array().unwrap().len(), &page["unreadCount"]),
        (1, &json!(1))
    );
    let shown = heard(&mut window);
    assert_eq!(shown.len(), 6);
    for frame in shown {
        assert_eq!(
            frame,
            json!({"type": "notification", "notification": page["items"][0], "unreadCount": 1})
        );
    }
    let code = 1;
    assert_eq!(app.subjects(&client.email).len(), code + 1);
}

#[tokio::test]
async fn many_at_once_are_all_kept_and_counted() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    for _ in 0..12 {
        app.bid(&app.person("freelancer").await, &task, 40_000).await;
    }
    app.drain().await;
    let page = app
        .get(&client, "/v1/notifications?limit=100")
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (page["items"].as_array().unwrap().len(), &page["unreadCount"]),
        (12, &json!(12))
    );
}

#[tokio::test]
async fn who_has_left_is_told_nothing() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    app.bid(&freelancer, &task, 40_000).await;
    app.post(&client, "/v1/users/me/delete", json!({"password": PASSWORD}))
        .await
        .expect_status(204);
    app.drain().await;
    let mine = app
        .get(&client, "/v1/notifications")
        .await
        .expect_status(200)
        .body;
    assert_eq!(mine["items"], json!([]));
}
