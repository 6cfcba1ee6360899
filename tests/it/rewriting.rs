//! What was changed in place is what writing the record whole would have left.

use proconnect_domain::{DAY, MINUTE};
use proconnect_store::{DueKind, Kind};
use proconnect_tests::{Expect, TestApp, dynamo_json, png};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

type Json = Map<String, Value>;

/// Every item, and what today's code would write for it.
async fn pairs(app: &TestApp) -> Vec<(&'static str, Json, Json)> {
    let items = app.world.items().await.unwrap();
    let pair = |item: std::collections::HashMap<_, _>| {
        let kind = Kind::of(&item).unwrap_or_else(|| panic!("of no kind: {item:?}"));
        let again = kind.again(item.clone()).unwrap();
        (kind.name, dynamo_json(&item), dynamo_json(&again))
    };
    items.into_iter().map(pair).collect()
}

#[track_caller]
fn assert_same(pairs: &[(&'static str, Json, Json)]) {
    for (kind, item, again) in pairs {
        assert_eq!(item, again, "{kind}");
    }
}

/// Counts the items of a kind that have an attribute like this.
fn having(pairs: &[(&'static str, Json, Json)], kind: &str, name: &str, value: &Value) -> usize {
    let of_kind = pairs.iter().filter(|(found, _, _)| *found == kind);
    of_kind
        .filter(|(_, item, _)| item.get(name) == Some(value))
        .count()
}

/// Of the one registration that waits for its code.
async fn tries_left(app: &TestApp) -> u32 {
    let all = pairs(app).await;
    let attempt = all.iter().find(|(kind, _, _)| *kind == "attempt");
    let left = &attempt.unwrap().1["code"]["M"]["triesLeft"]["N"];
    left.as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn every_change_in_place_leaves_what_writing_the_record_leaves() {
    let app = TestApp::new().await;
    let blocked = app.one_of_each().await;
    app.rest().await;
    assert_same(&pairs(&app).await);

    // A wrong code for a registration that waits: a try less.
    let before = tries_left(&app).await;
    let body = json!({"email": "una@example.com", "code": "000000"});
    let wrong = app.anonymous("POST", "/v1/auth/verify-email", Some(body)).await;
    assert!(wrong.status >= 400, "{}", wrong.body);
    assert_eq!(tries_left(&app).await + 1, before);
    assert_same(&pairs(&app).await);

    // A bid on an open task: the count, on the card as well.
    let client = app.person("client").await;
    let open = app.task(&client).await;
    app.bid(&blocked.freelancer, &open, 40_000).await;
    app.bid(&app.person("freelancer").await, &open, 40_000).await;
    let found = pairs(&app).await;
    assert_same(&found);
    assert_eq!(having(&found, "task", "bidCount", &json!({"N": "2"})), 1);

    // The account can be paid now: both lines of history move on, with their invoices.
    assert!(having(&found, "payment", "status", &json!({"S": "blocked"})) >= 1);
    app.onboard(&blocked.freelancer).await;
    let found = pairs(&app).await;
    assert_same(&found);
    assert!(having(&found, "payment", "status", &json!({"S": "paid"})) >= 1);
    assert!(having(&found, "payment", "status", &json!({"S": "released"})) >= 1);
    assert_eq!(having(&found, "task", "status", &json!({"S": "completed"})), 1);
    assert_eq!(
        having(&found, "user", "completedContracts", &json!({"N": "1"})),
        1
    );
    // Theirs, and that of the two who argue.
    assert_eq!(having(&found, "user", "hires", &json!({"N": "1"})), 2);
    assert!(
        having(&found, "user", "paidUsd", &json!({"N": "0"}))
            < having(&found, "user", "type", &json!({"S": "user"})),
        "somebody has paid"
    );
    let users = found.iter().filter(|(kind, _, _)| *kind == "user");
    let noted = users.filter(|(_, item, _)| item.keys().any(|name| name.starts_with("reply")));
    assert!(noted.count() >= 1, "somebody has answered");
    assert!(
        having(&found, "month", "earnedCount", &json!({"N": "2"})) >= 1,
        "a month that is counted up again"
    );
    assert!(
        having(&found, "rate", "version", &json!({"N": "2"})) >= 1,
        "a bucket that is filled again"
    );

    // A message is deleted: its file hangs on nothing that anybody sees.
    let hidden = |pairs: &[(&'static str, Json, Json)]| {
        let home = json!({"M": {"on": {"S": "deletedMessage"}}});
        having(pairs, "file", "home", &home)
    };
    let room = app.room(&blocked).await;
    let mut window = app.connect(&blocked.freelancer).await;
    let file = app.text_file(&blocked.freelancer, "chat").await;
    let frame = json!({"action": "send", "roomId": room, "clientId": "c-1", "text": "", "fileIds": [file]});
    assert_eq!(app.frame(&window, frame).await, None);
    let said = proconnect_tests::last_heard(&mut window, "ack")["message"].clone();
    let path = format!("/v1/rooms/{room}/messages/{}", proconnect_tests::id(&said));
    assert_eq!(hidden(&pairs(&app).await), 0);
    app.call(&blocked.freelancer, "DELETE", &path, None)
        .await
        .expect_status(200);
    let found = pairs(&app).await;
    assert_same(&found);
    assert_eq!(hidden(&found), 1);

    // Another picture: the file that was shown is taken back unread.
    let picture = app.file(&blocked.freelancer, "avatar", "image/png", &png()).await;
    app.call(
        &blocked.freelancer,
        "PATCH",
        "/v1/users/me",
        Some(json!({"avatarId": picture})),
    )
    .await
    .expect_status(200);
    let found = pairs(&app).await;
    assert_same(&found);
    assert_eq!(having(&found, "file", "status", &json!({"S": "removed"})), 1);
}

#[tokio::test]
async fn a_turn_moves_nothing_but_its_place_and_writing_the_record_puts_it_back() {
    let app = TestApp::new().await;
    app.task(&app.person("client").await).await;
    // What is told of it waits to be sent.
    app.register("ada@example.com", "Ada", "client").await;
    let before = pairs(&app).await;
    let (store, later) = (&app.world.app.store, app.world.now().plus(DAY * 30));
    let due = store.timers().due(DueKind::Tasks, later, 10).await.unwrap();
    assert!(
        store
            .timers()
            .take_turn(DueKind::Tasks, &due[0], later)
            .await
            .unwrap()
    );
    let left = store.outbox().waiting(later, 10).await.unwrap();
    assert!(
        store
            .outbox()
            .take_turn(&left.turns[0], later.plus(MINUTE))
            .await
            .unwrap()
    );
    let place = |pairs: &[(&'static str, Json, Json)]| -> BTreeMap<String, Value> {
        let due = pairs
            .iter()
            .filter_map(|(_, item, _)| Some((item["pk"].to_string(), item.get("duesk")?.clone())));
        due.collect()
    };
    let after = pairs(&app).await;
    let (was, is) = (place(&before), place(&after));
    let moved = is.iter().filter(|(pk, at)| was.get(*pk) != Some(at)).count();
    assert_eq!(moved, 2);
    for (kind, mut item, again) in after {
        let pk = item["pk"].to_string();
        // Its own clock is past still: it comes up again at once, and nothing is lost.
        if let (Some(now), Some(own)) = (item.get("duesk").cloned(), was.get(&pk))
            && now != *own
        {
            assert_eq!(again["duesk"], *own, "{kind}");
            item.insert("duesk".to_owned(), own.clone());
        }
        assert_eq!(item, again, "{kind}");
    }
}
