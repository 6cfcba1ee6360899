use proconnect_domain::MINUTE;
use proconnect_local::registry;
use proconnect_tests::TestApp;
use serde_json::json;

const ID: &str = "out_01ARZ3NDEKTSV4RRFFQ69G5FAV";

/// A record with a fact that only a later release knows.
fn of_the_future() -> String {
    json!({
        "version": 1, "id": ID, "at": "1970-01-01T00:00:00.001Z", "actor": {"kind": "platform"}, "cause": "run-1",
        "facts": [{"type": "taskTeleported", "taskId": "tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV"}],
    })
    .to_string()
}

#[tokio::test]
async fn what_the_stream_lost_is_swept() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client").await;
    app.world.skip_stream().unwrap();
    app.drain().await;
    assert!(app.subjects("ada@example.com").is_empty());
    app.world
        .advance(std::time::Duration::from_secs(120))
        .await
        .unwrap();
    assert_eq!(app.subjects("ada@example.com"), ["Your ProConnect code"]);
}

#[tokio::test]
async fn a_fact_of_the_future_is_kept_and_keeps_no_other_from_its_turn() {
    let app = TestApp::new().await;
    let (text, due) = (of_the_future(), "1970-01-01T00:00:00.001Z");
    let item = json!({
        "pk": format!("OUTBOX#{ID}"), "sk": "OUTBOX", "card": text, "duepk": "DUE#outbox#13", "duesk": format!("{due}#{ID}"),
    });
    let item = item.as_object().unwrap().iter().map(|(name, value)| {
        let text = value.as_str().unwrap().to_owned();
        (name.clone(), aws_sdk_dynamodb::types::AttributeValue::S(text))
    });
    app.world.put(item.collect()).await.unwrap();
    app.register("ada@example.com", "Ada", "client").await;
    app.world.skip_stream().unwrap();
    for _ in 0..2 {
        app.world
            .advance(std::time::Duration::from_secs(120))
            .await
            .unwrap();
    }
    assert_eq!(app.subjects("ada@example.com"), ["Your ProConnect code"]);
    let items = app.world.items().await.unwrap();
    let kept = items
        .iter()
        .find(|item| item["pk"].as_s().unwrap() == &format!("OUTBOX#{ID}"));
    let kept = kept.expect("what cannot be read is kept");
    assert_eq!(kept["card"].as_s().unwrap(), &text);
    assert!(
        !kept["duesk"].as_s().unwrap().starts_with(due),
        "it has moved behind"
    );
}

#[tokio::test]
async fn it_waits_for_no_timer() {
    let app = TestApp::new().await;
    let schedules = &app.world.template.schedules;
    let place = |name: &str| schedules.iter().position(|(schedule, _)| schedule == name);
    assert!(place("system-sweep") < place("system-timers"), "{schedules:?}");
    assert!(place("system-sweep").is_some());
    app.register("ada@example.com", "Ada", "client").await;
    app.world.skip_stream().unwrap();
    app.world.clock.advance(MINUTE * 2).unwrap();
    let sweep = registry::function("system-sweep").unwrap();
    app.world.invoke(sweep.name, json!({})).await.unwrap();
    app.drain().await;
    assert_eq!(app.subjects("ada@example.com"), ["Your ProConnect code"]);
}
