//! Each kind of notice comes of the real fact, stands in its person's centre, and says so in one line.

use proconnect_auth::code_at;
use proconnect_notices::Template;
use proconnect_tests::{Call, Expect, Hired, PASSWORD, Person, TestApp, id};
use serde_json::{Value, json};
use std::collections::BTreeSet;

async fn notices(app: &TestApp, person: &Person) -> Vec<Value> {
    let page = app
        .get(person, "/v1/notifications?limit=100")
        .await
        .expect_status(200);
    page.body["items"].as_array().unwrap().clone()
}

fn kinds(notices: &[Value]) -> BTreeSet<String> {
    let kinds = notices
        .iter()
        .map(|notice| notice["kind"].as_str().unwrap().to_owned());
    kinds.collect()
}

/// What has become of an account. `one_of_each` has changed a password, turned a second factor on, and let a mail come back.
async fn of_accounts(app: &TestApp) -> Vec<Value> {
    let ada = app.person("client").await;
    let headers = vec![("cookie", ada.cookie.clone())];
    for seconds in [0, 40, 40] {
        app.world
            .advance(std::time::Duration::from_secs(seconds))
            .await
            .unwrap();
        let call = Call {
            headers: headers.clone(),
            ..Call::default()
        };
        app.world.send("POST", "/v1/auth/refresh", call).await;
    }
    let ada = app.log_in(&ada).await;
    let (secret, _) = app.second_factor(&ada).await;
    app.rest().await;
    let wrong = json!({"password": PASSWORD, "code": "000000"});
    for _ in 0..6 {
        app.post(&ada, "/v1/auth/reauthenticate", wrong.clone()).await;
    }
    app.rest().await;
    let code = code_at(&secret, app.world.now()).unwrap();
    let body = json!({"password": PASSWORD, "code": code});
    app.post(&ada, "/v1/auth/totp/disable", body)
        .await
        .expect_status(204);
    app.file(&ada, "task", "image/png", b"no picture").await;
    app.drain().await;
    notices(app, &ada).await
}

/// What has become of tasks and bids.
async fn of_bids(app: &TestApp) -> Vec<Value> {
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let (declined, expired) = (app.task(&client).await, app.task(&client).await);
    let bid = app.bid(&freelancer, &declined, 40_000).await;
    let path = format!("/v1/bids/{bid}/decline");
    app.post(&client, &path, json!({"reason": "price"}))
        .await
        .expect_status(200);
    let bid = app.bid(&freelancer, &expired, 40_000).await;
    let path = format!("/v1/bids/{bid}/shortlist");
    app.call(&client, "PUT", &path, Some(json!({"shortlisted": true})))
        .await
        .expect_status(200);
    let body = Some(json!({"location": "Bremen"}));
    app.call(&client, "PATCH", &format!("/v1/tasks/{expired}"), body)
        .await
        .expect_status(200);
    app.drain().await;
    let mut found = notices(app, &freelancer).await;
    app.advance(6).await;
    app.advance(3).await;
    app.advance(61).await;
    app.drain().await;
    let (client, freelancer) = (app.log_in(&client).await, app.log_in(&freelancer).await);
    found.extend(notices(app, &client).await);
    found.extend(notices(app, &freelancer).await);
    found
}

/// What has become of money: given up, paid twice, paid out, held for too long.
async fn of_money(app: &TestApp) -> Vec<Value> {
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.pay(&hired, milestone, "bank_transfer").await;
    let sessions = app.stripe_objects("checkout.session").await;
    let session = id(&sessions[0]);
    app.settle(&session, "failed").await;
    app.fund(&hired, milestone).await;
    app.settle(&session, "succeeded").await;
    let paid = &hired.milestones[1];
    app.fund(&hired, paid).await;
    app.submit(&hired, paid).await.expect_status(201);
    app.approve(&hired, paid).await.expect_status(200);
    let mut found = both(app, &hired).await;
    // Three days before the due date, then before the end of the longest hold, then behind that.
    for days in [18, 65, 3] {
        app.advance(days).await;
    }
    let hired = app.sign_in(&hired).await;
    found.extend(both(app, &hired).await);
    found
}

/// A client's bank wants money back, and loses.
async fn of_banks(app: &TestApp) -> Vec<Value> {
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    let newest = app.stripe_objects("charge").await;
    let charge = newest
        .iter()
        .max_by_key(|charge| charge["created"].as_i64())
        .unwrap();
    app.control("charge_back", json!({"charge": id(charge)})).await;
    app.drain().await;
    let dispute = id(&app.stripe_objects("dispute").await[0]);
    app.control("dispute", json!({"dispute": dispute, "turn": "win"}))
        .await;
    both(app, &hired).await
}

/// What has become of a dispute: no agreement, an admin who was called, and taken back after all.
async fn of_disputes(app: &TestApp) -> Vec<Value> {
    let disputed = app.disputed().await;
    for (person, part) in [(&disputed.hired.client, 1), (&disputed.hired.freelancer, 2)] {
        app.split(person, &disputed.dispute, part)
            .await
            .expect_status(200);
    }
    app.drain().await;
    app.advance(4).await;
    let hired = app.sign_in(&disputed.hired).await;
    let path = format!("/v1/disputes/{}/withdraw", disputed.dispute);
    app.post(&hired.client, &path, json!({})).await.expect_status(200);
    both(app, &hired).await
}

/// What has become of requests for refunds: declined, not answered, taken back; and of an offer.
async fn of_refunds(app: &TestApp) -> Vec<Value> {
    let asked = app.asked_back(10_000).await;
    let (hired, milestone) = (&asked.hired, &asked.milestone);
    app.answer_refund(&hired.freelancer, &asked.request, "decline")
        .await
        .expect_status(200);
    app.ask_back(&hired.client, milestone, 10_000)
        .await
        .expect_status(201);
    app.drain().await;
    app.advance(6).await;
    let hired = app.sign_in(hired).await;
    let third = app.ask_back(&hired.client, milestone, 10_000).await;
    app.answer_refund(&hired.client, &id(&third.body), "withdraw")
        .await
        .expect_status(200);
    app.give_back(&hired.freelancer, milestone, 10_000)
        .await
        .expect_status(201);
    both(app, &hired).await
}

/// What was said to somebody who was away.
async fn of_rooms(app: &TestApp) -> Vec<Value> {
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let room = app.room_of(&freelancer, &app.task(&client).await).await;
    let mut window = app.connect(&freelancer).await;
    app.say(&mut window, &room, "c-1", "Which colours?").await;
    let minutes = std::time::Duration::from_secs(240);
    app.world.advance(minutes).await.unwrap();
    notices(app, &client).await
}

async fn both(app: &TestApp, hired: &Hired) -> Vec<Value> {
    app.drain().await;
    let mut found = notices(app, &hired.client).await;
    found.extend(notices(app, &hired.freelancer).await);
    found
}

#[tokio::test]
async fn each_kind_comes_of_the_real_fact() {
    let app = TestApp::new().await;
    let hired = app.one_of_each().await;
    let mut found = both(&app, &hired).await;
    found.extend(of_accounts(&app).await);
    found.extend(of_bids(&app).await);
    found.extend(of_money(&app).await);
    found.extend(of_rooms(&app).await);
    found.extend(of_banks(&app).await);
    found.extend(of_disputes(&app).await);
    found.extend(of_refunds(&app).await);
    let lower = |name: &&str| format!("{}{}", name[..1].to_lowercase(), &name[1..]);
    let all: BTreeSet<String> = Template::NAMES.iter().map(lower).collect();
    assert_eq!(kinds(&found), all);
    for notice in &found {
        let text = notice["text"].as_str().unwrap();
        assert!(text.len() > 10 && !text.contains('\n'), "{notice}");
        let category = notice["category"].as_str().unwrap();
        let critical = ["security", "money", "bidDecisions"].contains(&category);
        assert_eq!(notice["isCritical"], critical, "{notice}");
        let leads = notice["path"].is_string();
        assert!(leads || notice["kind"] == "fileRefused", "{notice}");
        assert!(notice["thing"]["type"].is_string(), "{notice}");
    }
}
