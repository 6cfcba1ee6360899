use proconnect_payments::chain::Broken;
use proconnect_tests::{Expect, Hired, Person, TestApp, chain_verdict, id};
use serde_json::{Value, json};

/// The whole ledger, page by page, and its head.
async fn ledger(app: &TestApp, reader: &Person, contract: &str, limit: u32) -> (Vec<Value>, Value) {
    let (mut items, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/v1/contracts/{contract}/ledger?limit={limit}&cursor={cursor}");
        let page = app.get(reader, &path).await.expect_status(200).body;
        items.extend(page["items"].as_array().unwrap().clone());
        match page["nextCursor"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => return (items, page["head"].clone()),
        }
    }
}

async fn paid(app: &TestApp) -> Hired {
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    app.submit(&hired, milestone).await.expect_status(201);
    app.approve(&hired, milestone).await.expect_status(200);
    app.drain().await;
    hired
}

#[tokio::test]
async fn both_sides_read_every_movement_and_can_verify_it() {
    let app = TestApp::new().await;
    let hired = paid(&app).await;
    let milestone = &hired.milestones[0];
    for reader in [&hired.client, &hired.freelancer] {
        let (items, head) = ledger(&app, reader, &hired.contract, 100).await;
        let causes: Vec<_> = items.iter().map(|item| item["cause"].as_str().unwrap()).collect();
        assert_eq!(causes, ["funded", "processor_fee", "approved", "transferred"]);
        let ids: Vec<_> = items.iter().map(id).collect();
        let named = ["funded", "processor-fee", "approved", "transferred"];
        assert_eq!(ids, named.map(|name| format!("{milestone}#{name}")));
        assert!(items.iter().all(|item| item["milestoneId"] == json!(milestone)));
        assert_eq!(
            items[2]["entries"],
            json!([
                {"account": format!("held:{milestone}"), "amount": 50_000},
                {"account": format!("payable:{}", hired.freelancer.id), "amount": -45_000},
                {"account": "fee_revenue", "amount": -5_000},
            ])
        );
        assert_eq!(head["sequence"], 4);
        assert_eq!(chain_verdict(&hired.contract, &items, &head), Ok(()));
        for limit in [1, 3, 4] {
            let paged = ledger(&app, reader, &hired.contract, limit).await;
            assert_eq!(paged, (items.clone(), head.clone()), "{limit}");
        }
    }
}

#[tokio::test]
async fn nothing_has_happened_yet() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let found = ledger(&app, &hired.client, &hired.contract, 20).await;
    assert_eq!(found, (Vec::new(), Value::Null));
}

#[tokio::test]
async fn strangers_and_admins_learn_nothing() {
    let app = TestApp::new().await;
    let hired = paid(&app).await;
    let path = format!("/v1/contracts/{}/ledger", hired.contract);
    for role in ["client", "freelancer"] {
        let stranger = app.person(role).await;
        app.get(&stranger, &path).await.expect_problem(404, "not_found");
    }
    app.get(&app.admin().await, &path)
        .await
        .expect_problem(404, "not_found");
    app.anonymous("GET", &path, None)
        .await
        .expect_problem(401, "unauthenticated");
    let cursor = format!("{path}?cursor=e30");
    app.get(&hired.client, &cursor)
        .await
        .expect_problem(400, "invalid_cursor");
    app.get(&app.person("client").await, &cursor)
        .await
        .expect_problem(404, "not_found");
    app.get(&hired.client, &format!("{path}?limit=0"))
        .await
        .expect_problem(422, "invalid_fields");
}

#[tokio::test]
async fn who_changes_an_entry_in_the_table_is_found_out() {
    use aws_sdk_dynamodb::types::AttributeValue as Value;
    let app = TestApp::new().await;
    let hired = paid(&app).await;
    let partition = format!("LEDGER#{}", hired.contract);
    let items = app.world.items().await.unwrap();
    let own = |item: &&std::collections::HashMap<String, Value>| item["pk"].as_s().unwrap() == &partition;
    let approved = items
        .iter()
        .filter(own)
        .find(|item| item["sk"].as_s().unwrap().ends_with("#approved"));
    let mut changed = approved.unwrap().clone();
    let Some(Value::L(postings)) = changed.get_mut("postings") else {
        panic!("no postings")
    };
    // Ten dollars from the fee to the freelancer: it still balances.
    for (posting, amount) in postings[1..].iter_mut().zip(["-46000", "-4000"]) {
        let Value::M(posting) = posting else {
            panic!("no posting")
        };
        posting.insert("amount".to_owned(), Value::N(amount.to_owned()));
    }
    app.world.put(changed).await.unwrap();
    let (items, head) = ledger(&app, &hired.client, &hired.contract, 20).await;
    assert_eq!(
        chain_verdict(&hired.contract, &items, &head),
        Err(Broken::Hash(3))
    );
}

/// Money of several milestones of one contract moves at the same moment, and some of it is told of twice.
#[tokio::test(flavor = "multi_thread")]
async fn at_once_there_is_one_chain() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    for milestone in &hired.milestones {
        app.fund(&hired, milestone).await;
        app.submit(&hired, milestone).await.expect_status(201);
    }
    let twice = hired.milestones.iter().chain(&hired.milestones);
    let approvals = twice.map(|milestone| app.approve(&hired, milestone));
    for answer in futures_util::future::join_all(approvals).await {
        answer.expect_status(200);
    }
    for event in app.stripe_events().await {
        app.control("replay", json!({"event": event})).await;
    }
    app.drain().await;
    let (items, head) = ledger(&app, &hired.client, &hired.contract, 100).await;
    assert_eq!(items.len(), 4 * hired.milestones.len());
    assert_eq!(chain_verdict(&hired.contract, &items, &head), Ok(()));
}

/// What was booked before there were chains stands in front, without a hash, and the chain begins behind it.
#[tokio::test]
async fn a_chain_begins_where_entries_were_first_chained() {
    use aws_sdk_dynamodb::types::AttributeValue as Value;
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    let partition = format!("LEDGER#{}", hired.contract);
    for mut item in app.world.items().await.unwrap() {
        if item["pk"].as_s().unwrap() != &partition {
            continue;
        }
        // As version 1 wrote it: no chain, and no head.
        if item["sk"].as_s().unwrap() == "HEAD" {
            app.world.remove(item).await.unwrap();
            continue;
        }
        item.remove("chain");
        item.insert("v".to_owned(), Value::N("1".to_owned()));
        app.world.put(item).await.unwrap();
    }
    app.submit(&hired, &hired.milestones[0]).await.expect_status(201);
    app.approve(&hired, &hired.milestones[0]).await.expect_status(200);
    app.drain().await;
    let (items, head) = ledger(&app, &hired.client, &hired.contract, 1).await;
    let sequences: Vec<_> = items.iter().map(|item| item["sequence"].clone()).collect();
    assert_eq!(sequences, [json!(null), json!(null), json!(1), json!(2)]);
    assert!(
        items[..2]
            .iter()
            .all(|item| item["hash"].is_null() && item["previousHash"].is_null())
    );
    assert_eq!(chain_verdict(&hired.contract, &items[2..], &head), Ok(()));
}
