//! `tasks-update`, and what those who have bid are asked because of it.

mod limits;

use proconnect_domain::{DAY, HOUR};
use proconnect_tests::{Answer, Expect, Person, TestApp, dies_at, id};
use serde_json::{Value, json};
use std::time::Duration;

async fn change(app: &TestApp, client: &Person, task: &str, body: Value) -> Answer {
    app.call(client, "PATCH", &format!("/v1/tasks/{task}"), Some(body))
        .await
}

async fn read(app: &TestApp, person: &Person, task: &str) -> Value {
    app.get(person, &format!("/v1/tasks/{task}")).await.body
}

/// What their own bid on it is.
async fn own_bid(app: &TestApp, freelancer: &Person, bid: &str) -> Value {
    let bids = app.get(freelancer, "/v1/bids/mine").await.expect_status(200);
    let all = bids.body["items"].as_array().unwrap().clone();
    all.into_iter().find(|found| id(found) == bid).unwrap()
}

fn budget(max: i64) -> Value {
    json!({"type": "fixed", "min": 10_000, "max": max, "currency": "usd"})
}

fn asked(app: &TestApp, freelancer: &Person) -> usize {
    let subjects = app.subjects(&freelancer.email);
    let asked = subjects.iter().filter(|subject| subject.contains("was changed"));
    asked.count()
}

/// A client's task with the bid of a freelancer, told of by now.
async fn with_a_bid(app: &TestApp) -> (Person, Person, String, String) {
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&clara).await;
    let bid = app.bid(&felix, &task, 40_000).await;
    app.drain().await;
    (clara, felix, task, bid)
}

#[tokio::test]
async fn before_there_are_bids_everything_may_change() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let task = app.task(&clara).await;
    let later = app.world.now().plus(DAY * 20);
    let body = json!({
        "version": 1, "title": "Write our menu", "category": "writing", "skills": [], "location": "Bremen",
        "description": "<p onclick='x'>Ten dishes, each with two lines of text.</p><script>1</script>", "deadline": later,
        "budget": {"type": "hourly", "min": 2_000, "max": 3_000, "currency": "eur"},
    });
    let changed = change(&app, &clara, &task, body.clone())
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (&changed["version"], &changed["status"]),
        (&json!(2), &json!("open"))
    );
    assert_eq!(
        changed["description"],
        "<p>Ten dishes, each with two lines of text.</p>"
    );
    for name in ["title", "category", "skills", "location", "deadline", "budget"] {
        assert_eq!(changed[name], body[name], "{name}");
    }
    let fields: Vec<&str> = changed["changes"][0]["edits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| edit["field"].as_str().unwrap())
        .collect();
    assert_eq!(
        fields,
        [
            "title",
            "description",
            "category",
            "skills",
            "budget",
            "deadline",
            "location"
        ]
    );
    assert_eq!(changed["changes"][0]["version"], 2);
    assert_eq!(read(&app, &clara, &task).await, changed);
    // Lists and clocks go by what it is now.
    let found = app
        .anonymous("GET", "/v1/tasks?q=menu&category=writing", None)
        .await
        .body;
    assert_eq!(found["items"][0]["title"], "Write our menu");
    assert_eq!(changed["clock"]["dueAt"], json!(later));
    app.world.advance(DAY * 12).await.unwrap();
    assert_eq!(
        app.anonymous("GET", &format!("/v1/tasks/{task}"), None)
            .await
            .body["status"],
        "open"
    );
    app.world.advance(DAY * 9).await.unwrap();
    assert_eq!(
        app.anonymous("GET", &format!("/v1/tasks/{task}"), None)
            .await
            .body["status"],
        "expired"
    );
}

#[tokio::test]
async fn what_is_the_same_is_no_change() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let task = app.task(&clara).await;
    let before = read(&app, &clara, &task).await;
    for body in [
        json!({}),
        json!({"title": " Design a logo ", "location": null, "attachmentIds": []}),
        json!({"version": 1, "budget": before["budget"], "deadline": before["deadline"]}),
    ] {
        let same = change(&app, &clara, &task, body).await.expect_status(200);
        assert_eq!(same.body, before);
    }
}

#[tokio::test]
async fn what_bids_were_made_in_stays_once_there_are_some() {
    let app = TestApp::new().await;
    let (clara, _, task, _) = with_a_bid(&app).await;
    let now = app.world.now();
    let all = json!({
        "category": "writing", "deadline": now.plus(HOUR * 2),
        "budget": {"type": "hourly", "min": 10_000, "max": 50_000, "currency": "usd"},
    });
    change(&app, &clara, &task, all)
        .await
        .expect_fields(&["/category", "/budget", "/deadline"]);
    let euro = json!({"budget": {"type": "fixed", "min": 10_000, "max": 50_000, "currency": "eur"}});
    change(&app, &clara, &task, euro)
        .await
        .expect_fields(&["/budget"]);
    let endless = json!({"deadline": now.plus(DAY * 367)});
    change(&app, &clara, &task, endless)
        .await
        .expect_fields(&["/deadline"]);
    let nearer = json!({"deadline": now.plus(DAY * 2), "budget": budget(40_000)});
    change(&app, &clara, &task, nearer).await.expect_status(200);
}

#[tokio::test]
async fn corrections_ask_nobody_and_what_matters_is_gathered_into_one_mail() {
    let app = TestApp::new().await;
    let (clara, felix, task, bid) = with_a_bid(&app).await;
    let minutes = Duration::from_secs(120);
    for title in ["Design a Logo", "Design the logo", "Design our logo"] {
        change(&app, &clara, &task, json!({ "title": title }))
            .await
            .expect_status(200);
        app.world.advance(minutes).await.unwrap();
    }
    app.drain().await;
    assert_eq!(asked(&app, &felix), 0);
    let now = own_bid(&app, &felix, &bid).await;
    assert_eq!(
        (&now["isAsked"], &now["taskTitle"]),
        (&json!(false), &json!("Design our logo"))
    );

    change(&app, &clara, &task, json!({"budget": budget(25_000)}))
        .await
        .expect_status(200);
    app.drain().await;
    let mails = app.world.mails(&felix.email).unwrap();
    assert_eq!(mails[0].subject, "“Design our logo” was changed after you bid");
    assert!(
        mails[0]
            .text
            .contains("The budget is $100.00–$250.00 now; it was $100.00–$500.00."),
        "{}",
        mails[0].text
    );
    assert_eq!(own_bid(&app, &felix, &bid).await["isAsked"], true);

    // Not answered yet: what follows within half an hour stands in the centre, and is mailed no more.
    let nearer = app.world.now().plus(DAY * 5);
    change(&app, &clara, &task, json!({ "deadline": nearer }))
        .await
        .expect_status(200);
    app.drain().await;
    assert_eq!(asked(&app, &felix), 1);
    let told = app.get(&felix, "/v1/notifications?category=bids").await.body;
    let told = told["items"].as_array().unwrap().clone();
    let told = told.iter().filter(|notice| notice["kind"] == "taskChanged");
    assert_eq!(told.count(), 2);

    app.world.advance(Duration::from_secs(31 * 60)).await.unwrap();
    let (clara, felix) = (app.sign_in_person(&clara).await, app.sign_in_person(&felix).await);
    change(&app, &clara, &task, json!({"location": "Bremen"}))
        .await
        .expect_status(200);
    app.drain().await;
    assert_eq!(asked(&app, &felix), 2);
    let text = &app.world.mails(&felix.email).unwrap()[0].text;
    for part in [
        "The budget is",
        "The client decides by",
        "The place is Bremen now.",
    ] {
        assert!(text.contains(part), "{text}");
    }
}

#[tokio::test]
async fn what_is_changed_back_asks_nothing_any_more() {
    let app = TestApp::new().await;
    let (clara, felix, task, bid) = with_a_bid(&app).await;
    for max in [25_000, 50_000] {
        change(&app, &clara, &task, json!({"budget": budget(max)}))
            .await
            .expect_status(200);
        app.drain().await;
        assert_eq!(own_bid(&app, &felix, &bid).await["isAsked"], max == 25_000);
    }
    assert_eq!(asked(&app, &felix), 1);
}

#[tokio::test]
async fn a_stale_version_overwrites_nothing_and_other_fields_go_together() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let task = app.task(&clara).await;
    let edit = |name: &str, value: Value| json!({"version": 1, name: value});
    let (one, two) = tokio::join!(
        change(&app, &clara, &task, edit("title", json!("Draw a logo"))),
        change(&app, &clara, &task, edit("title", json!("Paint a logo")))
    );
    let (won, lost) = if one.status == 200 { (one, two) } else { (two, one) };
    let won = won.expect_status(200).body;
    let lost = lost.expect_problem(409, "task_changed").body;
    assert_eq!(lost["present"], won);
    // Another field of the same old version.
    let place = change(&app, &clara, &task, edit("location", json!("Bremen")))
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (&place["title"], &place["location"], &place["version"]),
        (&won["title"], &json!("Bremen"), &json!(3))
    );
    let future = json!({"version": 9, "skills": ["Print"]});
    change(&app, &clara, &task, future)
        .await
        .expect_problem(409, "task_changed");
}

#[tokio::test]
async fn a_bid_made_while_the_task_changes_is_a_bid_on_what_it_becomes() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    for _ in 0..6 {
        let (felix, task) = (app.person("freelancer").await, app.task(&clara).await);
        let path = format!("/v1/tasks/{task}/bids");
        let (changed, bid) = tokio::join!(
            change(
                &app,
                &clara,
                &task,
                json!({"budget": {"type": "fixed", "min": 10_000, "max": 50_000, "currency": "eur"}})
            ),
            app.post(&felix, &path, app.bid_body(40_000))
        );
        // Whoever came second met what the first had done.
        match changed.status {
            200 => {
                bid.expect_fields(&["/amount"]);
            }
            _ => {
                changed.expect_fields(&["/budget"]);
                bid.expect_status(201);
            }
        }
    }
    // Who says what they have read is told that it is something else by now.
    let (felix, task) = (app.person("freelancer").await, app.task(&clara).await);
    change(&app, &clara, &task, json!({"budget": budget(20_000)}))
        .await
        .expect_status(200);
    let (path, mut body) = (format!("/v1/tasks/{task}/bids"), app.bid_body(40_000));
    body["taskVersion"] = json!(1);
    let refused = app.post(&felix, &path, body.clone()).await;
    let refused = refused.expect_problem(409, "task_changed").body;
    assert_eq!(refused["present"]["budget"], budget(20_000));
    body["taskVersion"] = json!(2);
    let bid = app.post(&felix, &path, body).await.expect_status(201).body;
    assert_eq!((&bid["taskVersion"], &bid["isAsked"]), (&json!(2), &json!(false)));
}

#[tokio::test]
async fn only_the_last_changes_are_remembered() {
    let app = TestApp::new().await;
    let (clara, felix, task, bid) = with_a_bid(&app).await;
    for number in 0..15 {
        change(
            &app,
            &clara,
            &task,
            json!({"location": format!("Place {number}")}),
        )
        .await
        .expect_status(200);
    }
    let now = read(&app, &felix, &task).await;
    let changes = now["changes"].as_array().unwrap();
    assert_eq!(
        (changes.len(), &changes[0]["version"], &now["version"]),
        (12, &json!(5), &json!(16))
    );
    // A stale version is found out all the same.
    let stale = json!({"version": 2, "location": "Bremen"});
    change(&app, &clara, &task, stale)
        .await
        .expect_problem(409, "task_changed");
    app.drain().await;
    assert_eq!(own_bid(&app, &felix, &bid).await["isAsked"], true);
    assert_eq!(asked(&app, &felix), 1);
}

#[tokio::test]
async fn one_that_dies_at_any_step_asks_each_bidder_once() {
    let app = TestApp::new().await;
    let (clara, felix, task, bid) = with_a_bid(&app).await;
    let snapshot = app.snapshot().await;
    for step in 1.. {
        let app = snapshot.go_on().await;
        let body = json!({"version": 1, "budget": budget(25_000)});
        let done = dies_at(step, change(&app, &clara, &task, body.clone())).await;
        // What was written is the same as what is asked for again.
        change(&app, &clara, &task, body).await.expect_status(200);
        app.drain().await;
        assert_eq!(read(&app, &clara, &task).await["version"], 2);
        assert_eq!(own_bid(&app, &felix, &bid).await["isAsked"], true);
        assert_eq!(asked(&app, &felix), 1);
        if done.is_some() {
            assert!(step > 2, "it dies between reading and writing");
            return;
        }
    }
}
