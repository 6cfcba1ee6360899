//! Who is named is shown as they are now, wherever that is: nothing that names them keeps their numbers, or an old name.

use proconnect_tests::{Expect, Hired, Person, TestApp};
use serde_json::{Value, json};

/// Changes somebody's profile.
async fn update(app: &TestApp, person: &Person, change: Value) {
    app.call(person, "PATCH", "/v1/users/me", Some(change))
        .await
        .expect_status(200);
}

/// A contract whose two milestones are paid, beside an older and open task of its client.
async fn done(app: &TestApp) -> (Hired, String) {
    let freelancer = app.person("freelancer").await;
    app.onboard(&freelancer).await;
    let client = app.person("client").await;
    let (open, task) = (app.task(&client).await, app.task(&client).await);
    let bid = app.bid(&freelancer, &task, 100_000).await;
    let hired = app.accepted(client, freelancer, task, bid).await;
    for milestone in &hired.milestones {
        app.fund(&hired, milestone).await;
        app.submit(&hired, milestone).await.expect_status(201);
        app.approve(&hired, milestone).await.expect_status(200);
        app.drain().await;
    }
    (hired, open)
}

/// Every place that names the client, and every one that names the freelancer.
async fn shown(app: &TestApp, hired: &Hired, open: &str) -> (Vec<Value>, Vec<Value>) {
    let (client, freelancer) = (&hired.client, &hired.freelancer);
    let get = async |reader: &Person, path: &str| app.get(reader, path).await.expect_status(200).body;
    let contract = get(client, &format!("/v1/contracts/{}", hired.contract)).await;
    let card = get(freelancer, "/v1/contracts?role=freelancer").await["items"][0].clone();
    let clients = vec![
        get(freelancer, "/v1/tasks").await["items"][0]["client"].clone(),
        get(freelancer, "/v1/tasks?sort=deadline&q=logo").await["items"][0]["client"].clone(),
        get(freelancer, &format!("/v1/tasks/{open}")).await["client"].clone(),
        get(client, "/v1/tasks/mine").await["items"][1]["client"].clone(),
        contract["client"].clone(),
        card["client"].clone(),
        get(freelancer, "/v1/payments").await["items"][0]["counterparty"].clone(),
    ];
    let freelancers = vec![
        get(client, &format!("/v1/tasks/{}/bids", hired.task)).await["items"][0]["freelancer"].clone(),
        get(freelancer, "/v1/bids/mine").await["items"][0]["freelancer"].clone(),
        contract["freelancer"].clone(),
        card["freelancer"].clone(),
        get(client, "/v1/payments").await["items"][0]["counterparty"].clone(),
    ];
    for (side, names) in [("client", &clients), ("freelancer", &freelancers)] {
        assert_eq!(contract[format!("{side}Name")], names[0]["name"]);
        assert_eq!(card[format!("{side}Name")], names[0]["name"]);
    }
    (clients, freelancers)
}

#[tokio::test]
async fn numbers_and_names_are_those_of_now_wherever_somebody_is_named() {
    let app = TestApp::new().await;
    let (hired, open) = done(&app).await;
    let (clients, freelancers) = shown(&app, &hired, &open).await;
    for client in clients {
        assert_eq!(
            (&client["tasksPosted"], &client["hires"]),
            (&json!(2), &json!(1)),
            "{client}"
        );
        assert_eq!(client["paid"], json!([{"amount": 100_000, "currency": "usd"}]));
        assert_eq!(client["hasLeft"], false);
    }
    for freelancer in freelancers {
        assert_eq!(freelancer["completedContracts"], 1, "{freelancer}");
        assert_eq!(
            (&freelancer["headline"], &freelancer["paid"]),
            (&json!(""), &json!([]))
        );
    }

    update(&app, &hired.client, json!({"name": "Clara Anew"})).await;
    update(
        &app,
        &hired.freelancer,
        json!({"name": "Fiona Anew", "headline": "Drawer of logos"}),
    )
    .await;
    let (clients, freelancers) = shown(&app, &hired, &open).await;
    assert!(
        clients.iter().all(|client| client["name"] == "Clara Anew"),
        "{clients:?}"
    );
    let anew = |person: &Value| person["name"] == "Fiona Anew" && person["headline"] == "Drawer of logos";
    assert!(freelancers.iter().all(anew), "{freelancers:?}");
}

#[tokio::test]
async fn a_contract_is_made_between_the_two_as_they_are_called_now() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    let bid = app.bid(&freelancer, &task, 100_000).await;
    update(&app, &client, json!({"name": "Clara Anew"})).await;
    update(&app, &freelancer, json!({"name": "Fiona Anew"})).await;
    let hired = app.accepted(client, freelancer, task, bid).await;
    let contract = app
        .world
        .app
        .store
        .contracts()
        .get(hired.contract.parse().unwrap())
        .await;
    let contract = contract.unwrap().unwrap();
    assert_eq!(
        (contract.client.name.as_str(), contract.freelancer.name.as_str()),
        ("Clara Anew", "Fiona Anew")
    );
}

#[tokio::test]
async fn saved_freelancers_show_their_new_name_and_numbers() {
    let app = TestApp::new().await;
    let (hired, _) = done(&app).await;
    update(
        &app,
        &hired.freelancer,
        json!({"headline": "Writer", "skills": ["Poems"]}),
    )
    .await;
    let path = format!("/v1/users/me/saved/{}", hired.freelancer.id);
    app.call(&hired.client, "PUT", &path, Some(json!({"saved": true})))
        .await
        .expect_status(204);
    update(
        &app,
        &hired.freelancer,
        json!({"name": "Fiona Anew", "headline": "Drawer of logos"}),
    )
    .await;
    for path in ["/v1/users/me/saved", "/v1/freelancers?q=anew"] {
        let list = app.get(&hired.client, path).await.expect_status(200).body;
        let item = &list["items"][0];
        let talent = item.get("freelancer").unwrap_or(item);
        assert_eq!(talent["name"], "Fiona Anew", "{path}");
        assert_eq!(
            (&talent["headline"], &talent["completedContracts"]),
            (&json!("Drawer of logos"), &json!(1))
        );
        assert_eq!(talent["skills"], json!(["Poems"]));
    }
}

#[tokio::test]
async fn a_profile_says_what_cards_say() {
    let app = TestApp::new().await;
    let (hired, open) = done(&app).await;
    let profile = app
        .get(&hired.freelancer, &format!("/v1/users/{}", hired.client.id))
        .await
        .body;
    let task = app
        .get(&hired.freelancer, &format!("/v1/tasks/{open}"))
        .await
        .body;
    for (field, said) in task["client"].as_object().unwrap() {
        assert_eq!(&profile[field], said, "{field}");
    }
}

#[tokio::test]
async fn a_page_that_names_more_people_than_one_call_takes_is_one_round_trip_still() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let known: proconnect_domain::UserId = client.id.parse().unwrap();
    let mut ids: Vec<proconnect_domain::UserId> = (0..150).map(|_| app.world.app.new_id().unwrap()).collect();
    ids.push(known);
    ids.push(known);
    let store = app.world.app.store.metered();
    let people = store.people(ids).await.unwrap();
    assert_eq!(store.meter().reading().reads, 1);
    let party = |id, name: &str| proconnect_store::Party {
        id,
        name: name.to_owned(),
    };
    assert!(!people.of(&party(known, "Old name")).has_left);
    // Of whom there is no account, the name that was written down is shown, and nothing to look at.
    let nobody = people.of(&party(app.world.app.new_id().unwrap(), "Old name"));
    assert_eq!((nobody.name.as_str(), nobody.has_left), ("Old name", true));
    // Half a unit for each.
    let mut present = vec![known];
    for _ in 0..9 {
        present.push(app.person("freelancer").await.id.parse().unwrap());
    }
    let ten = app.world.app.store.metered();
    ten.people(present).await.unwrap();
    let units = ten.meter().reading().units;
    assert!((1.0..=5.0).contains(&units), "{units}");
    let none = app.world.app.store.metered();
    none.people([]).await.unwrap();
    assert_eq!(none.meter().reading().reads, 0);
}
