//! `system-remind`.

use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{DAY, HOUR, TaskId, Timestamp, TypedId as _};
use proconnect_tests::{TestApp, Throttling};
use serde_json::json;
use std::collections::HashMap;
use std::time::Duration;

type Item = HashMap<String, AttributeValue>;

async fn run(app: &TestApp) {
    for _ in 0..2 {
        app.world.invoke("system-remind", json!({})).await.unwrap();
        app.drain().await;
    }
}

#[tokio::test]
async fn a_task_whose_bids_wait_is_told_of_and_one_without_is_not() {
    let app = TestApp::new().await;
    let (client, idle) = (app.person("client").await, app.person("client").await);
    let task = app.task(&client).await;
    app.task(&idle).await;
    app.bid(&app.person("freelancer").await, &task, 40_000).await;
    run(&app).await;
    let mut most = 0;
    for _ in 0..10 {
        app.advance(1).await;
        most = most.max(app.reminders(&client).await.len());
    }
    assert_eq!(most, 2);
    assert_eq!(app.reminders(&idle).await.len(), 0);
}

#[tokio::test]
async fn a_schedule_that_stood_still_tells_the_last_line_alone() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    app.bid(&app.person("freelancer").await, &task, 40_000).await;
    run(&app).await;
    // Ten days in all: both lines are crossed in one leap.
    app.world.clock.advance(DAY * 9 + HOUR).unwrap();
    run(&app).await;
    let told = app.reminders(&client).await;
    assert_eq!(
        told,
        ["“Design a logo” closes in one day unless you accept a bid."]
    );
}

#[tokio::test]
async fn more_than_fits_into_one_transaction_is_told_in_parts_and_each_once() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    app.bid(&app.person("freelancer").await, &task, 40_000).await;
    run(&app).await;
    copies(&app, &task, 249).await;
    app.world.clock.advance(DAY * 8).unwrap();
    // Throttled in the middle, twice at once, and once more.
    let throttling = Throttling::of(&app, &["TransactWriteItems"], 100);
    throttling.invoke("system-remind", json!({})).await.unwrap_err();
    let (one, other) = tokio::join!(
        app.world.invoke("system-remind", json!({})),
        app.world.invoke("system-remind", json!({}))
    );
    assert!(one.is_ok() || other.is_ok());
    app.world.invoke("system-remind", json!({})).await.unwrap();
    app.drain().await;
    let items = app.world.items().await.unwrap();
    let is_told = |item: &&Item| item.get("kind") == Some(&AttributeValue::S("taskClosesSoon".to_owned()));
    assert_eq!(items.iter().filter(is_told).count(), 250);
}

/// The same task, again and again, each a moment later.
async fn copies(app: &TestApp, task: &str, count: u32) {
    let items = app.world.items().await.unwrap();
    let text = |item: &Item, name: &str| item[name].as_s().unwrap().clone();
    let of_task = |item: &&Item| text(item, "pk") == format!("TASK#{task}") && text(item, "sk") == "#TASK";
    let item = items.iter().find(of_task).unwrap();
    let id: TaskId = task.parse().unwrap();
    let deadline = text(item, "deadline");
    let at: Timestamp = deadline.parse().unwrap();
    for number in 1..=count {
        let other = TaskId::from_ulid(ulid::Ulid(id.ulid().0 ^ (u128::from(number) << 8))).to_string();
        let later = at.plus(Duration::from_millis(number.into())).to_string();
        let mut copy = AttributeValue::M(item.clone());
        reword(&mut copy, &|text| {
            text.replace(task, &other).replace(&deadline, &later)
        });
        app.world.put(copy.as_m().unwrap().clone()).await.unwrap();
    }
}

/// Changes every text of a value.
fn reword(value: &mut AttributeValue, change: &impl Fn(&str) -> String) {
    match value {
        AttributeValue::S(text) => *text = change(text),
        AttributeValue::M(map) => map.values_mut().for_each(|value| reword(value, change)),
        AttributeValue::L(list) => list.iter_mut().for_each(|value| reword(value, change)),
        _ => {}
    }
}
