//! Killed while a dispute is opened, split and paid out: each part goes where it was decided, once.

use super::{Story, restart};
use serde_json::{Value, json};
use std::time::Duration;

#[tokio::test]
async fn killed_at_every_step_of_a_split_each_part_goes_out_exactly_once() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path();
    let mut story = Story::submitted(data, false).await;
    let path = format!("/v1/milestones/{}/disputes", story.milestone);
    let body = json!({"reason": "Not as agreed", "statement": "One colour came."});
    let opened = story.server.call("POST", &path, &story.client, body).await;
    story.server = restart(story.server, data).await;
    let path = format!("/v1/disputes/{}/split", opened["id"].as_str().unwrap());
    let part = |amount: i64| json!({"toFreelancer": {"amount": amount, "currency": "usd"}});
    story
        .server
        .call("POST", &path, &story.freelancer, part(20_000))
        .await;
    story.server = restart(story.server, data).await;
    let met = story
        .server
        .call("POST", &path, &story.client, part(20_000))
        .await;
    assert_eq!(met["status"], "resolved");
    // Decided, and killed between the decision and each part, again and again.
    for pause in [0, 5, 20, 60, 120] {
        story.server = restart(story.server, data).await;
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }
    // What a killed worker had received comes back after its visibility time-out.
    for _ in 0..3 {
        story.server.advance("3m").await;
    }
    let look = async |what: &str| {
        let path = format!("/_stripe/_control/{what}");
        let found = story.server.call("GET", &path, "", Value::Null).await;
        let amounts = found
            .as_array()
            .unwrap()
            .iter()
            .map(|object| object["amount"].as_i64().unwrap());
        amounts.collect::<Vec<_>>()
    };
    assert_eq!(look("transfers").await, [18_000]);
    assert_eq!(look("objects/refund").await, [20_000]);
    let path = format!("/v1/contracts/{}", story.contract);
    let contract = story.server.call("GET", &path, &story.client, Value::Null).await;
    assert_eq!(contract["status"], "completed");
    let milestone = &contract["milestones"][0];
    assert_eq!(milestone["payment"]["status"], "released");
    assert_eq!(milestone["settlement"]["refund"], "refunded");
    story.server.kill().await;
}
