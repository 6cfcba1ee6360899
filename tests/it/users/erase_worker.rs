//! `users-erase-worker`.

use proconnect_messaging::ErasePerson;
use proconnect_store::KINDS;
use proconnect_tests::{Answer, Expect, Hired, PASSWORD, Person, TestApp, envelope, sqs};
use serde_json::{Value, json};

fn event(user: &str) -> Value {
    let user_id = user.parse().unwrap();
    sqs(&[envelope(
        "out_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        &ErasePerson { user_id },
    )])
}

async fn close(app: &TestApp, person: &Person) -> Answer {
    let body = json!({"password": PASSWORD});
    app.post(person, "/v1/users/me/delete", body)
        .await
        .expect_status(204)
}

async fn name(app: &TestApp, person: &Person) -> String {
    let me = app.get(person, "/v1/users/me").await.expect_status(200).body;
    me["name"].as_str().unwrap().to_owned()
}

async fn save(app: &TestApp, who: &Person, whom: &Person) {
    let path = format!("/v1/users/me/saved/{}", whom.id);
    app.call(who, "PUT", &path, Some(json!({"saved": true})))
        .await
        .expect_status(204);
}

/// A contract that has ended, with everything that is left of it.
async fn worked(app: &TestApp) -> Hired {
    let hired = app.hired().await;
    for milestone in &hired.milestones {
        app.fund(&hired, milestone).await;
        app.submit(&hired, milestone).await.expect_status(201);
        app.approve(&hired, milestone).await.expect_status(200);
    }
    app.drain().await;
    hired
}

/// The items that still hold a text, apart from the history of payments with its invoices and from rate limits, which end by
/// themselves.
async fn traces(app: &TestApp, text: &str) -> Vec<String> {
    let items = app.world.items().await.unwrap();
    let items = items.iter().map(|item| {
        let text_of = |name: &str| item.get(name).and_then(|value| value.as_s().ok()).cloned();
        let key = [text_of("pk"), text_of("sk")].map(Option::unwrap_or_default);
        (key.join(" "), format!("{item:?}"))
    });
    items
        .filter(|(key, item)| {
            let is_book = key.contains(" PAYMENT#") || key.contains(" INVOICE#");
            item.contains(text) && !is_book && !key.starts_with("RATE#")
        })
        .map(|(key, _)| key)
        .collect()
}

/// What stands under a person, by the first word of its sort key.
async fn kinds(app: &TestApp, person: &Person) -> Vec<String> {
    let items = app.world.items().await.unwrap();
    let pk = format!("USER#{}", person.id);
    let own = items.iter().filter(|item| item["pk"].as_s().unwrap() == &pk);
    let mut kinds: Vec<String> = own
        .map(|item| item["sk"].as_s().unwrap().trim_start_matches('#').to_owned())
        .map(|sk| sk.split('#').next().unwrap_or_default().to_owned())
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

#[tokio::test]
async fn nothing_names_who_has_left() {
    let app = TestApp::new().await;
    let hired = worked(&app).await;
    let (ada, felix) = (&hired.client, &hired.freelancer);
    let (rival, third) = (app.person("freelancer").await, app.person("client").await);
    let second = app.task(ada).await;
    let rivals = app.bid(&rival, &second, 40_000).await;
    app.bid(felix, &app.task(&third).await, 40_000).await;
    let body = json!({"headline": "Drawer of logos"});
    app.call(felix, "PATCH", "/v1/users/me", Some(body))
        .await
        .expect_status(200);
    save(&app, &third, felix).await;
    save(&app, &third, &rival).await;
    save(&app, ada, &rival).await;
    save(&app, felix, &rival).await;
    app.connect(felix).await;
    let names = [name(&app, ada).await, name(&app, felix).await];
    for person in [ada, felix] {
        assert!(kinds(&app, person).await.contains(&"SAVED".to_owned()));
    }

    close(&app, felix).await;
    // Before the job is done the name is still there: what is asserted below is its work.
    assert!(!traces(&app, &format!("{:?}", names[1])).await.is_empty());
    app.drain().await;
    let contract = app
        .get(ada, &format!("/v1/contracts/{}", hired.contract))
        .await
        .body;
    assert_eq!(contract["freelancerName"], "Deleted account");
    assert_eq!(contract["clientName"], names[0].as_str());
    let listed = app.get(ada, "/v1/contracts").await.body;
    assert_eq!(listed["items"][0]["freelancerName"], "Deleted account");
    let bids = app.get(ada, &format!("/v1/tasks/{}/bids", hired.task)).await.body;
    assert_eq!(bids["items"][0]["freelancer"]["name"], "Deleted account");
    let saved = app.get(&third, "/v1/users/me/saved").await.body;
    let saved = saved["items"].as_array().unwrap();
    assert_eq!(
        (saved.len(), &saved[0]["freelancer"]["id"]),
        (1, &json!(rival.id))
    );

    close(&app, ada).await;
    app.drain().await;
    let task = app
        .anonymous("GET", &format!("/v1/tasks/{second}"), None)
        .await
        .body;
    assert_eq!(
        (&task["client"]["name"], &task["status"]),
        (&json!("Deleted account"), &json!("cancelled"))
    );
    for (person, name) in [ada, felix].into_iter().zip(names) {
        // As `{:?}` prints a whole string, so that "client 1" is not found in "client 10".
        assert_eq!(traces(&app, &format!("{name:?}")).await, Vec::<String>::new());
        assert_eq!(traces(&app, &person.email).await, Vec::<String>::new());
        let kept = ["BLOCKED", "INVOICE", "INVOICES", "MONTH", "PAYMENT", "USER"];
        let kinds = kinds(&app, person).await;
        assert!(
            kinds.iter().all(|kind| kept.contains(&kind.as_str())),
            "{kinds:?}"
        );
        assert!(kinds.contains(&"PAYMENT".to_owned()) && kinds.contains(&"MONTH".to_owned()));
        assert_eq!(app.subjects(&person.email)[0], "Your account is closed");
    }
    let mine = app.get(&rival, "/v1/bids/mine").await.body;
    assert_eq!(
        (&mine["items"][0]["id"], &mine["items"][0]["status"]),
        (&json!(rivals), &json!("declined"))
    );
}

#[tokio::test]
async fn a_delivery_goes_on_where_one_before_it_died_and_a_repeat_changes_nothing() {
    let app = TestApp::new().await;
    let hired = worked(&app).await;
    let felix = &hired.freelancer;
    let own = name(&app, felix).await;
    for _ in 0..3 {
        app.bid(felix, &app.task(&hired.client).await, 40_000).await;
    }
    close(&app, felix).await;
    // A delivery that died after the sessions and one contract.
    let (store, now) = (&app.world.app.store, app.world.now());
    let id = felix.id.parse().unwrap();
    let sessions = KINDS.iter().find(|kind| kind.name == "session").unwrap();
    store.erasure().forget(id, sessions, now).await.unwrap();
    let contract = hired.contract.parse().unwrap();
    let mut contract = store.contracts().get(contract).await.unwrap().unwrap();
    "Deleted account".clone_into(&mut contract.freelancer.name);
    store.contracts().update(&contract, [], now).await.unwrap();

    for _ in 0..2 {
        let answer = app
            .world
            .invoke("users-erase-worker", event(&felix.id))
            .await
            .unwrap();
        assert_eq!(answer, json!({"batchItemFailures": []}));
    }
    app.drain().await;
    let before = format!("{:?}", app.world.items().await.unwrap().len());
    assert_eq!(traces(&app, &format!("{own:?}")).await, Vec::<String>::new());
    app.world
        .invoke("users-erase-worker", event(&felix.id))
        .await
        .unwrap();
    assert_eq!(before, format!("{:?}", app.world.items().await.unwrap().len()));
    let farewells = app.subjects(&felix.email).into_iter();
    assert_eq!(
        farewells
            .filter(|subject| subject == "Your account is closed")
            .count(),
        1
    );
}

#[tokio::test]
async fn who_has_not_left_is_left_alone() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let task = app.task(&ada).await;
    for user in [ada.id.as_str(), "usr_01ARZ3NDEKTSV4RRFFQ69G5FAV"] {
        let answer = app.world.invoke("users-erase-worker", event(user)).await.unwrap();
        assert_eq!(answer, json!({"batchItemFailures": [{"itemIdentifier": "1"}]}));
    }
    let task = app
        .anonymous("GET", &format!("/v1/tasks/{task}"), None)
        .await
        .body;
    assert_eq!(task["status"], "open");
}
