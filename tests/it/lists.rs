//! Every list of the API: one bad item takes nothing away but itself, and no cursor goes where the list does not.

use aws_sdk_dynamodb::types::AttributeValue;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proconnect_store::RoomRecord;
use proconnect_tests::{Expect, Hired, Person, TestApp, id, root};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};

type Item = HashMap<String, AttributeValue>;

/// A list, as somebody reads it.
struct List<'a> {
    function: &'static str,
    path: String,
    reader: &'a Person,
}

/// A world in which each list has two entries at least.
async fn world() -> (TestApp, Hired, Person) {
    let app = TestApp::new().await;
    let first = app.one_of_each().await;
    app.rest().await;
    let (client, rival) = (app.person("client").await, app.person("freelancer").await);
    let body = json!({"headline": "Drawer of logos", "skills": ["Logo design"]});
    app.call(&rival, "PATCH", "/v1/users/me", Some(body))
        .await
        .expect_status(200);
    for person in [&rival, &first.freelancer] {
        let path = format!("/v1/users/me/saved/{}", person.id);
        app.call(&client, "PUT", &path, Some(json!({"saved": true})))
            .await
            .expect_status(204);
    }
    // Nobody of those who work for them, since they talk.
    for _ in 0..2 {
        let path = format!("/v1/users/{}/block", app.person("freelancer").await.id);
        app.call(&client, "PUT", &path, None).await.expect_status(204);
    }
    let mut hired = Hired {
        client,
        freelancer: rival,
        ..first
    };
    for _ in 0..2 {
        hire(&app, &mut hired).await;
    }
    hired.task = app.task(&hired.client).await;
    app.talk(&hired).await;
    let other = app.task(&hired.client).await;
    app.room_of(&hired.freelancer, &other).await;
    let felix = app.person("freelancer").await;
    for person in [&hired.freelancer, &felix] {
        app.bid(person, &hired.task, 40_000).await;
    }
    app.drain().await;
    for _ in 0..2 {
        app.stuck_refund().await;
        app.argue_about_charges(false).await;
    }
    let admin = app.second_admin().await;
    (app, hired, admin)
}

/// Another contract of the two, with its first milestone paid and argued about.
async fn hire(app: &TestApp, hired: &mut Hired) {
    let task = app.task(&hired.client).await;
    let bid = app.bid(&hired.freelancer, &task, 40_000).await;
    let path = format!("/v1/bids/{bid}/accept");
    let answer = app.post(&hired.client, &path, json!({})).await.expect_status(201);
    let milestone = answer.body["milestones"][0]["id"].as_str().unwrap().to_owned();
    hired.contract = id(&answer.body);
    app.fund(hired, &milestone).await;
    app.open_dispute(&hired.client, &milestone)
        .await
        .expect_status(201);
    app.rest().await;
}

fn lists<'a>(hired: &'a Hired, admin: &'a Person) -> Vec<List<'a>> {
    let list = |function, path: &str, reader| List {
        function,
        path: path.to_owned(),
        reader,
    };
    let (client, freelancer) = (&hired.client, &hired.freelancer);
    let room = RoomRecord::id_of(hired.task.parse().unwrap(), freelancer.id.parse().unwrap());
    vec![
        list("tasksSearch", "/v1/tasks?", client),
        list("tasksSearch", "/v1/tasks?sort=deadline&", client),
        list("tasksSearch", "/v1/tasks?q=logo&", client),
        list("tasksListMine", "/v1/tasks/mine?", client),
        list(
            "bidsListForTask",
            &format!("/v1/tasks/{}/bids?", hired.task),
            client,
        ),
        list("bidsListMine", "/v1/bids/mine?", freelancer),
        list("contractsList", "/v1/contracts?role=client&", client),
        list("contractsList", "/v1/contracts?role=freelancer&", freelancer),
        list(
            "contractsLedger",
            &format!("/v1/contracts/{}/ledger?", hired.contract),
            client,
        ),
        list("chatListRooms", "/v1/rooms?", client),
        list("chatListRooms", "/v1/rooms?", freelancer),
        list("chatListMessages", &format!("/v1/rooms/{room}/messages?"), client),
        list(
            "chatSearchMessages",
            &format!("/v1/rooms/{room}/messages/search?q=in&"),
            client,
        ),
        list("chatSearchRooms", "/v1/rooms/search?q=in&", client),
        list("notificationsList", "/v1/notifications?", client),
        list("notificationsList", "/v1/notifications?category=money&", client),
        list("notificationsList", "/v1/notifications?unread=true&", client),
        list("disputesList", "/v1/disputes?", client),
        list("disputesList", "/v1/disputes?", freelancer),
        list("adminListDisputes", "/v1/admin/disputes?", admin),
        list("adminListStuckPayments", "/v1/admin/stuck-payments?", admin),
        list("paymentsList", "/v1/payments?", client),
        list("usersSearch", "/v1/freelancers?", client),
        list("usersSearch", "/v1/freelancers?skill=logo%20design&", client),
        list("usersListBlocked", "/v1/users/me/blocked?", client),
        list("usersActivity", "/v1/users/me/activity?", client),
        list("usersListSavedTalent", "/v1/users/me/saved?", client),
    ]
}

/// The operations that take a cursor, as the contract has them.
fn paged() -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join("openapi.json")).unwrap();
    let contract: Value = serde_json::from_str(&text).unwrap();
    let paths = contract["paths"].as_object().unwrap().values();
    let operations = paths.flat_map(|path| path.as_object().unwrap().values());
    let takes = |operation: &&Value| {
        let parameters = operation["parameters"].as_array();
        parameters.is_some_and(|all| all.iter().any(|one| one["name"] == "cursor"))
    };
    operations
        .filter(takes)
        .map(|operation| operation["operationId"].as_str().unwrap().to_owned())
        .collect()
}

async fn items(app: &TestApp, list: &List<'_>) -> Vec<Value> {
    let path = format!("{}limit=100", list.path);
    let answer = app.get(list.reader, &path).await.expect_status(200);
    answer.body["items"].as_array().unwrap().clone()
}

fn text(value: &str) -> AttributeValue {
    AttributeValue::S(value.to_owned())
}

/// The attributes that say where an item stands.
const PLACES: [&str; 10] = [
    "pk", "sk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk", "gsi3pk", "gsi3sk", "duepk", "duesk",
];

/// Items beside one of the table, in the same lists, that nobody can read: one of the future, and a damaged one. They differ
/// from it by `key`, and by their places in the indexes.
fn beside(item: &Item, key: &str) -> Vec<Item> {
    let one = |(end, version): (&str, &str)| {
        let mut bad = Item::new();
        for name in PLACES {
            let Some(AttributeValue::S(value)) = item.get(name) else {
                continue;
            };
            let changed = name == key || (name.len() > 2 && name.ends_with("sk") && name != "gsi1sk");
            let end = if changed { end } else { "" };
            bad.insert(name.to_owned(), text(&format!("{value}{end}")));
        }
        bad.insert("type".to_owned(), item["type"].clone());
        let v = AttributeValue::N(version.to_owned());
        if let Some(AttributeValue::M(card)) = item.get("card") {
            let mut card = card.clone();
            card.insert("v".to_owned(), v.clone());
            // A damaged card lacks something, and still matches the searches.
            if version == "1" {
                card.remove("createdAt");
                card.remove("openedAt");
                card.remove("headline");
            }
            bad.insert("card".to_owned(), AttributeValue::M(card));
        }
        bad.insert("v".to_owned(), v);
        bad
    };
    [("0", "99"), ("1", "1")].map(one).into()
}

#[tokio::test]
async fn a_bad_item_is_left_out_and_takes_nothing_with_it() {
    let (app, hired, admin) = world().await;
    let lists = lists(&hired, &admin);
    let mut before = Vec::new();
    for list in &lists {
        let found = items(&app, list).await;
        assert!(found.len() >= 2, "{}: {found:?}", list.path);
        before.push(found);
    }
    let more = ["/v1/auth/sessions", "/v1/users/me/dashboard"];
    let mut other = Vec::new();
    for path in more {
        other.push(app.get(&hired.client, path).await.expect_status(200).body);
    }
    let own = format!("USER#{}", hired.client.id);
    let mut bad = 0;
    for item in app.world.items().await.unwrap() {
        let (pk, sk) = (item["pk"].as_s().unwrap(), item["sk"].as_s().unwrap());
        let in_indexes = ["gsi2pk", "gsi3pk", "duepk"]
            .iter()
            .any(|name| item.contains_key(*name));
        let key = match () {
            () if pk.starts_with("OUTBOX#") => continue,
            () if sk.starts_with("BID#") || sk.starts_with("msg_") => "sk",
            () if *pk == own && !sk.starts_with("#USER") && sk != "INVOICES" => "sk",
            () if sk.starts_with("JOURNAL#") => "sk",
            () if in_indexes => "pk",
            () => continue,
        };
        for item in beside(&item, key) {
            bad += 1;
            app.world.put(item).await.unwrap();
        }
    }
    assert!(bad > 40, "{bad}");
    for (list, before) in lists.iter().zip(before) {
        assert_eq!(items(&app, list).await, before, "{}", list.path);
    }
    for (path, before) in more.iter().zip(other) {
        let after = app.get(&hired.client, path).await.expect_status(200).body;
        assert_eq!(after, before, "{path}");
    }
    let export = app
        .get(&hired.client, "/v1/users/me/export")
        .await
        .expect_status(200);
    assert!(export.body["tasks"].as_array().unwrap().len() >= 2);
}

#[tokio::test]
async fn what_cannot_be_read_in_a_contract_s_history_is_left_out() {
    let app = TestApp::new().await;
    let hired = app.one_of_each().await;
    let path = format!("/v1/contracts/{}", hired.contract);
    let before = app.get(&hired.freelancer, &path).await.expect_status(200).body;
    let pk = format!("CONTRACT#{}", hired.contract);
    let all = app.world.items().await.unwrap();
    let history = all
        .iter()
        .filter(|item| item["pk"] == text(&pk) && item["sk"] != text("#CONTRACT"));
    let mut bad = 0;
    for item in history.flat_map(|item| beside(item, "sk")) {
        bad += 1;
        app.world.put(item).await.unwrap();
    }
    assert!(bad >= 8, "{bad}");
    let after = app.get(&hired.freelancer, &path).await.expect_status(200).body;
    assert_eq!(after, before);
}

fn decode(cursor: &str) -> (String, BTreeMap<String, String>) {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(cursor).unwrap()).unwrap()
}

fn encode(list: &str, keys: &BTreeMap<String, String>) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(&(list, keys)).unwrap())
}

/// What nobody's list has made out of this one.
fn tampered(cursor: &str) -> Vec<String> {
    let (list, keys) = decode(cursor);
    let mut bad = vec![
        encode(&format!("{list}x"), &keys),
        "?".to_owned(),
        "e30".to_owned(),
    ];
    let mut more = keys.clone();
    more.insert("card".to_owned(), "x".to_owned());
    bad.push(encode(&list, &more));
    for (name, value) in &keys {
        for changed in [String::new(), "x".repeat(1025)] {
            let mut keys = keys.clone();
            keys.insert(name.clone(), changed);
            bad.push(encode(&list, &keys));
        }
        let mut fewer = keys.clone();
        fewer.remove(name);
        bad.push(encode(&list, &fewer));
        let mut renamed = fewer.clone();
        renamed.insert(format!("{name}x"), value.clone());
        bad.push(encode(&list, &renamed));
        // The partition that is read, or what the sort key begins with.
        let is_bound = list.ends_with(value.as_str());
        if is_bound {
            let mut elsewhere = keys.clone();
            elsewhere.insert(name.clone(), "USER#usr_01ARZ3NDEKTSV4RRFFQ69G5FAV".to_owned());
            bad.push(encode(&list, &elsewhere));
        }
    }
    bad
}

#[tokio::test]
async fn a_cursor_that_its_list_did_not_make_is_refused() {
    let (app, hired, admin) = world().await;
    let lists = lists(&hired, &admin);
    let tested: BTreeSet<String> = lists.iter().map(|list| list.function.to_owned()).collect();
    let mut all = paged();
    assert!(all.remove("usersExportData"), "its cursors are looked at below");
    assert_eq!(tested, all, "a list is missing here");
    let mut cursors = Vec::new();
    for list in &lists {
        let page = app
            .get(list.reader, &format!("{}limit=1", list.path))
            .await
            .expect_status(200);
        let cursor = page.body["nextCursor"]
            .as_str()
            .unwrap_or_else(|| panic!("{}", list.path))
            .to_owned();
        let next = format!("{}limit=1&cursor={cursor}", list.path);
        let next = app.get(list.reader, &next).await.expect_status(200);
        assert_ne!(next.body["items"], page.body["items"]);
        cursors.push(cursor);
    }
    for (place, list) in lists.iter().enumerate() {
        let mut bad = tampered(&cursors[place]);
        let own = decode(&cursors[place]).0;
        // A search across rooms goes through the very list that the rooms are read by.
        let others = cursors.iter().filter(|cursor| decode(cursor).0 != own);
        bad.extend(others.cloned());
        for cursor in bad {
            let answer = app
                .get(list.reader, &format!("{}limit=1&cursor={cursor}", list.path))
                .await;
            assert_eq!(answer.status, 400, "{} {cursor}: {}", list.path, answer.body);
            answer.expect_problem(400, "invalid_cursor");
        }
    }
}

#[tokio::test]
async fn a_cursor_of_an_export_is_held_to_its_lists_too() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let partition = format!("USER#{}", ada.id);
    let keys = BTreeMap::from([
        ("pk".to_owned(), partition.clone()),
        ("sk".to_owned(), "#USER".to_owned()),
    ]);
    let good = encode(&partition, &keys);
    let path = |cursor: &str| format!("/v1/users/me/export?cursor=0.{cursor}");
    app.get(&ada, &path(&good)).await.expect_status(200);
    for cursor in tampered(&good) {
        app.get(&ada, &path(&cursor))
            .await
            .expect_problem(400, "invalid_cursor");
    }
}
