//! `system-rewrite`: every item of the table, whoever else writes at the same time, and however often it is interrupted.

use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::MINUTE;
use proconnect_store::Rewritten;
use proconnect_tests::{TestApp, Throttling, dynamo_json, root};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

type Item = HashMap<String, AttributeValue>;

const FAST: u32 = 10_000;

fn attribute(value: &Value) -> AttributeValue {
    let (kind, value) = value.as_object().unwrap().iter().next().unwrap();
    match kind.as_str() {
        "S" => AttributeValue::S(value.as_str().unwrap().to_owned()),
        "N" => AttributeValue::N(value.as_str().unwrap().to_owned()),
        "BOOL" => AttributeValue::Bool(value.as_bool().unwrap()),
        "NULL" => AttributeValue::Null(true),
        "L" => AttributeValue::L(value.as_array().unwrap().iter().map(attribute).collect()),
        "M" => AttributeValue::M(item(value)),
        other => panic!("{other}"),
    }
}

/// An item from DynamoDB's JSON.
fn item(value: &Value) -> Item {
    let pairs = value.as_object().unwrap().iter();
    pairs
        .map(|(name, value)| (name.clone(), attribute(value)))
        .collect()
}

/// The golden items of each kind, of version 0 and of the newest, in pairs; kinds that never were without a version have none.
fn golden() -> BTreeMap<String, Vec<(Value, Value)>> {
    let folder = root().join("shared/store/tests/golden");
    let mut found = BTreeMap::new();
    for kind in std::fs::read_dir(folder).unwrap() {
        let kind = kind.unwrap();
        let items = |version: usize| -> Option<Vec<Value>> {
            let text = std::fs::read_to_string(kind.path().join(format!("v{version}.json"))).ok()?;
            Some(serde_json::from_str(&text).unwrap())
        };
        if let Some(old) = items(0) {
            let newest = (1..).map_while(items).last().unwrap();
            let name = kind.file_name().into_string().unwrap();
            found.insert(name, old.into_iter().zip(newest).collect());
        }
    }
    found
}

/// One item of a kind, as it was and as it is to be.
fn one(kind: &str) -> (Value, Value) {
    golden()[kind][0].clone()
}

fn keys(item: &Value) -> (String, String) {
    let text = |name: &str| item[name]["S"].as_str().unwrap().to_owned();
    (text("pk"), text("sk"))
}

/// What the table holds now, by its keys, but for the rewrite itself.
async fn table(app: &TestApp) -> BTreeMap<(String, String), Value> {
    let items = app.world.items().await.unwrap();
    let items = items.iter().map(|item| Value::Object(dynamo_json(item)));
    let found = items.map(|item| (keys(&item), item));
    found.filter(|((pk, _), _)| pk != "REWRITE").collect()
}

/// Puts the golden items of version 0 of every kind there; returns how many, and what they are to become.
async fn old(app: &TestApp) -> (u64, BTreeMap<(String, String), Value>) {
    let mut expected = BTreeMap::new();
    for (old, new) in golden().into_values().flatten() {
        // Some are the same thing at two times: the first is put.
        if !expected.contains_key(&keys(&old)) {
            app.world.put(item(&old)).await.unwrap();
            expected.insert(keys(&new), new);
        }
    }
    assert!(expected.len() >= 27, "{}", expected.len());
    (expected.len() as u64, expected)
}

async fn tell(app: &TestApp, command: Value) -> Value {
    app.world.invoke("system-rewrite", command).await.unwrap()
}

async fn minute(app: &TestApp) -> Value {
    tell(app, json!({"source": "aws.scheduler"})).await
}

async fn status(app: &TestApp) -> Value {
    tell(app, json!({"status": {}})).await
}

async fn start(app: &TestApp, rate: u32) {
    let answer = tell(app, json!({"start": {"rate": rate}})).await;
    assert_eq!(answer["status"], "running", "{answer}");
}

#[tokio::test]
async fn what_each_kind_of_old_record_becomes() {
    let app = TestApp::new().await;
    let (count, expected) = old(&app).await;
    start(&app, FAST).await;
    assert_eq!(minute(&app).await, Value::Null);
    assert_eq!(table(&app).await, expected);
    let done = status(&app).await;
    assert_eq!(
        (&done["status"], &done["segmentsDone"], &done["atWork"]),
        (&json!("done"), &json!(4), &json!(false))
    );
    // The rewrite's own record may be among what it has read.
    let read = done["read"].as_u64().unwrap();
    assert!((count..=count + 1).contains(&read), "{done}");
    assert_eq!(done["rewritten"], count, "{done}");
    assert!(done["units"].as_f64().unwrap() > 0.0, "{done}");

    // There is nothing left to do.
    start(&app, FAST).await;
    minute(&app).await;
    let again = status(&app).await;
    assert_eq!(
        (&again["status"], &again["rewritten"]),
        (&json!("done"), &json!(0))
    );
    assert_eq!(table(&app).await, expected);
}

#[tokio::test]
async fn a_concurrent_write_is_kept_and_what_was_deleted_stays_so() {
    let app = TestApp::new().await;
    let rewrites = app.world.app.store.rewrites();
    for (kind, change) in [
        ("user", ("name", "Ada Meanwhile")),
        // Without a version, what it holds tells.
        ("email_claim", ("userId", "usr_01M8CKSEZFKEJFME40D7A78D93")),
    ] {
        let app = TestApp::new().await;
        let rewrites = app.world.app.store.rewrites();
        let mut old = item(&one(kind).0);
        app.world.put(old.clone()).await.unwrap();
        let found = rewrites.page(0, 1, None, 10).await.unwrap().items.remove(0);
        old.insert(change.0.to_owned(), AttributeValue::S(change.1.to_owned()));
        if let Some(AttributeValue::N(version)) = old.get("version").cloned() {
            let next = version.parse::<u64>().unwrap() + 1;
            old.insert("version".to_owned(), AttributeValue::N(next.to_string()));
        }
        app.world.put(old).await.unwrap();
        assert_eq!(
            rewrites.rewrite(found).await.unwrap(),
            Rewritten::Changed,
            "{kind}"
        );
        let is = table(&app).await.into_values().next().unwrap();
        assert_eq!(is[change.0]["S"], change.1, "{kind}");
        assert_eq!(is["v"], one(kind).1["v"], "{kind}");
    }

    // Where it was read it is there; where it is gone it does not come back.
    app.world.put(item(&one("task").0)).await.unwrap();
    let found = rewrites.page(0, 1, None, 10).await.unwrap().items.remove(0);
    let deleted = TestApp::new().await;
    let rewrites = deleted.world.app.store.rewrites();
    assert_eq!(rewrites.rewrite(found).await.unwrap(), Rewritten::Overtaken);
    assert!(table(&deleted).await.is_empty(), "it has come back");
}

#[tokio::test]
async fn a_turn_that_was_taken_stays_taken() {
    let app = TestApp::new().await;
    let due = golden().into_values().flatten().find(|(item, _)| {
        let place = item["duepk"]["S"].as_str().unwrap_or_default();
        place.starts_with("DUE#") && !place.starts_with("DUE#outbox")
    });
    let (old, new) = due.unwrap();
    let mut old = item(&old);
    let id = match &old["duesk"] {
        AttributeValue::S(place) => place.split('#').nth(1).unwrap().to_owned(),
        other => panic!("{other:?}"),
    };
    let place = format!("2026-12-24T12:00:00.000Z#{id}#3");
    old.insert("duesk".to_owned(), AttributeValue::S(place.clone()));
    app.world.put(old).await.unwrap();
    start(&app, FAST).await;
    minute(&app).await;
    let is = table(&app).await.into_values().next().unwrap();
    assert_eq!((&is["duesk"]["S"], &is["v"]), (&json!(place), &new["v"]));
}

#[tokio::test]
async fn what_cannot_be_read_is_left_alone_and_named() {
    let app = TestApp::new().await;
    let mut future = item(&one("task").1);
    future.insert("v".to_owned(), AttributeValue::N("99".to_owned()));
    let mut misplaced = item(&one("bid").0);
    misplaced.insert("pk".to_owned(), AttributeValue::S("TASK#another".to_owned()));
    let mut claim = item(&one("email_claim").1);
    claim.insert("v".to_owned(), AttributeValue::N("99".to_owned()));
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let strange = [("pk", text("STRANGE#1")), ("sk", text("STRANGE"))];
    let strange: Item = strange.map(|(name, value)| (name.to_owned(), value)).into();
    for item in [future, misplaced, claim, strange] {
        app.world.put(item).await.unwrap();
    }
    let before = table(&app).await;
    start(&app, FAST).await;
    minute(&app).await;
    assert_eq!(table(&app).await, before);
    let done = status(&app).await;
    assert_eq!(
        (&done["status"], &done["unreadable"], &done["rewritten"]),
        (&json!("done"), &json!(4), &json!(0)),
        "{done}"
    );
    let named = done["named"].to_string();
    assert!(
        named.contains("STRANGE#1") && named.contains("TASK#another"),
        "{named}"
    );
    assert!(!named.contains('@'), "an address: {named}");
}

#[tokio::test]
async fn a_run_that_dies_is_gone_on_with_and_two_at_once_are_one() {
    let app = TestApp::new().await;
    let (_, expected) = old(&app).await;
    start(&app, 10).await;
    // The future is dropped, as if Lambda had ended the process.
    let died = tokio::time::timeout(Duration::from_secs(7), minute(&app)).await;
    assert!(died.is_err(), "it was done within seconds, at ten units a second");
    let halfway = status(&app).await;
    assert_eq!(
        (&halfway["status"], &halfway["atWork"]),
        (&json!("running"), &json!(true))
    );
    assert!(halfway["rewritten"].as_u64().unwrap() > 0, "{halfway}");
    assert_ne!(table(&app).await, expected);

    // As long as it may be alive, nobody else takes over.
    let answer = tell(&app, json!({"resume": {"rate": FAST}})).await;
    assert_eq!(answer["rate"], FAST, "{answer}");
    minute(&app).await;
    assert_eq!(status(&app).await["rewritten"], halfway["rewritten"]);

    app.world.clock.advance(MINUTE * 3).unwrap();
    tokio::join!(minute(&app), minute(&app));
    let done = status(&app).await;
    assert_eq!(done["status"], "done", "{done}");
    assert_eq!(table(&app).await, expected);
}

#[tokio::test]
async fn a_stop_is_heeded_and_what_was_stopped_can_be_resumed() {
    let app = TestApp::new().await;
    let (_, expected) = old(&app).await;
    start(&app, 10).await;
    let stop = async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        tell(&app, json!({"stop": {}})).await
    };
    let (_, stopped) = tokio::time::timeout(Duration::from_secs(30), async {
        tokio::join!(minute(&app), stop)
    })
    .await
    .expect("the run goes on after it was stopped");
    assert_eq!(stopped["status"], "stopped", "{stopped}");
    let halfway = status(&app).await;
    assert_eq!(
        (&halfway["status"], &halfway["atWork"]),
        (&json!("stopped"), &json!(false))
    );
    assert!(
        halfway["read"].as_u64().unwrap() > 0,
        "what the run had made is saved: {halfway}"
    );
    minute(&app).await;
    assert_eq!(status(&app).await, halfway, "nothing goes on by itself");

    let resumed = tell(&app, json!({"resume": {"rate": FAST}})).await;
    assert_eq!(resumed["read"], halfway["read"], "{resumed}");
    minute(&app).await;
    assert_eq!(status(&app).await["status"], "done");
    assert_eq!(table(&app).await, expected);
}

#[tokio::test]
async fn a_table_that_throttles_is_asked_for_less_and_all_is_done_in_the_end() {
    // Many calls more than one call is made again; the records that say how far it has come; and few of them.
    let cases: [(&'static [&'static str], usize, bool); 3] = [
        (&["Scan", "PutItem"], 40, true),
        (&["TransactWriteItems"], 12, false),
        (&["PutItem"], 1, false),
    ];
    for (actions, times, noticed) in cases {
        let app = TestApp::new().await;
        let (count, expected) = old(&app).await;
        start(&app, FAST).await;
        let throttling = Throttling::of(&app, actions, times);
        let scheduled = json!({"source": "aws.scheduler"});
        throttling.invoke("system-rewrite", scheduled).await.unwrap();
        assert_eq!(throttling.refused(), times);
        let done = status(&app).await;
        assert_eq!(
            (&done["status"], &done["rewritten"]),
            (&json!("done"), &json!(count)),
            "{done}"
        );
        assert_eq!(done["throttled"].as_u64().unwrap() > 0, noticed, "{done}");
        assert_eq!(table(&app).await, expected);
    }
}

#[tokio::test]
async fn it_keeps_to_its_rate() {
    let app = TestApp::new().await;
    old(&app).await;
    start(&app, 100).await;
    let began = std::time::Instant::now();
    minute(&app).await;
    let (done, took) = (status(&app).await, began.elapsed().as_secs_f64());
    assert_eq!(done["status"], "done", "{done}");
    let least = done["units"].as_f64().unwrap() / 100.0;
    assert!(least > 0.5, "too little to tell: {done}");
    // What the last items of the segments have used is not waited for.
    assert!(took > least * 0.8, "{took} s, at least {least}");
}

#[tokio::test]
async fn commands_that_make_no_sense_do_nothing() {
    let app = TestApp::new().await;
    let refused = async |command: Value| tell(&app, command).await["refused"].as_str().map(str::to_owned);
    for command in ["status", "stop", "resume"] {
        assert_eq!(
            refused(json!({command: {}})).await.as_deref(),
            Some("none was ever started")
        );
    }
    for command in [
        json!({"start": {"rate": 9}}),
        json!({"start": {"rate": 10_001}}),
        json!({"start": {"segments": 0}}),
        json!({"start": {"segments": 17}}),
    ] {
        assert!(refused(command.clone()).await.is_some(), "{command}");
    }
    for command in [
        json!({}),
        json!(null),
        json!({"begin": {}}),
        json!({"start": {"speed": 1}}),
    ] {
        assert!(
            app.world.invoke("system-rewrite", command.clone()).await.is_err(),
            "{command}"
        );
    }
    minute(&app).await;
    assert!(app.world.items().await.unwrap().is_empty());
    start(&app, FAST).await;
    assert!(
        refused(json!({"start": {}}))
            .await
            .unwrap()
            .contains("stop it first")
    );
    minute(&app).await;
    assert!(refused(json!({"resume": {}})).await.unwrap().contains("done"));
    assert!(
        refused(json!({"stop": {}}))
            .await
            .unwrap()
            .contains("no rewrite is running")
    );
}
