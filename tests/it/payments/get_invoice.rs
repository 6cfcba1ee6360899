//! Invoices, fee invoices and credit notes: who gets which, what was frozen on them, and in which forms they can be had.

use proconnect_tests::{Answer, Call, Expect, Hired, Person, StuckMoney, TestApp, id};
use serde_json::{Value, json};

async fn billed(app: &TestApp, person: &Person, name: &str) {
    let body = json!({
        "legalName": name, "addressLines": ["Mill Lane 5"], "postalCode": "10115", "city": "Berlin", "country": "DE",
        "taxNumber": "DE123456789", "reference": "KST 4711",
    });
    app.call(person, "PATCH", "/v1/users/me/billing", Some(body))
        .await
        .expect_status(200);
}

async fn paid(app: &TestApp, hired: &Hired, milestone: &str) {
    app.fund(hired, milestone).await;
    app.submit(hired, milestone).await.expect_status(201);
    app.approve(hired, milestone).await.expect_status(200);
    app.drain().await;
}

/// Somebody's lines of history, newest first.
async fn lines(app: &TestApp, person: &Person) -> Vec<Value> {
    let page = app.get(person, "/v1/payments").await.expect_status(200).body;
    page["items"].as_array().unwrap().clone()
}

fn path(payment: &Value) -> String {
    format!("/v1/payments/{}/invoice", id(payment))
}

async fn invoice(app: &TestApp, person: &Person, payment: &Value) -> Value {
    app.get(person, &path(payment)).await.expect_status(200).body
}

async fn in_form(app: &TestApp, person: &Person, payment: &Value, accept: &str) -> Answer {
    let call = Call {
        token: Some(&person.token),
        headers: vec![("accept", accept.to_owned())],
        ..Call::default()
    };
    app.world
        .send("GET", &path(payment), call)
        .await
        .expect_status(200)
}

fn amount(money: &Value) -> i64 {
    money["amount"].as_i64().unwrap()
}

fn adds_up(invoice: &Value) {
    let lines = invoice["lines"].as_array().unwrap().iter();
    let sum: i64 = lines.map(|line| amount(&line["amount"])).sum();
    assert_eq!(sum, amount(&invoice["total"]), "{invoice}");
    let fee = invoice["fee"]["amount"].as_i64().unwrap_or_default();
    assert_eq!(
        fee + amount(&invoice["net"]),
        amount(&invoice["gross"]),
        "{invoice}"
    );
}

#[tokio::test]
async fn each_side_has_an_invoice_that_adds_up() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    app.submit(&hired, milestone).await.expect_status(201);
    app.approve(&hired, milestone).await.expect_status(200);
    let pending = lines(&app, &hired.freelancer).await[0].clone();
    app.get(&hired.freelancer, &path(&pending))
        .await
        .expect_problem(404, "not_found");
    app.drain().await;
    let fee = invoice(&app, &hired.freelancer, &pending).await;
    adds_up(&fee);
    assert_eq!(
        (
            &fee["document"],
            amount(&fee["total"]),
            amount(&fee["gross"]),
            amount(&fee["net"])
        ),
        (&json!("fee_invoice"), 5_000, 50_000, 45_000)
    );
    assert_eq!(fee["buyer"]["name"], "freelancer 0");
    assert_eq!(fee["seller"]["name"], "ProConnect Demo Ltd");
    assert_eq!(fee["seller"]["taxNumber"], "IE1234567X");
    app.get(&hired.client, &path(&pending))
        .await
        .expect_problem(404, "not_found");
    let charge = lines(&app, &hired.client).await[0].clone();
    let bought = invoice(&app, &hired.client, &charge).await;
    adds_up(&bought);
    assert_eq!(
        (&bought["document"], amount(&bought["total"])),
        (&json!("invoice"), 50_000)
    );
    assert_eq!(bought["invoiceNumber"], charge["invoiceNumber"]);
    // Nobody has said anything of invoices: names are those of the accounts.
    assert_eq!(
        (&bought["seller"]["name"], &bought["buyer"]["name"]),
        (&json!("freelancer 0"), &json!("client 1"))
    );
    assert_eq!(bought["buyer"]["addressLines"], json!([]));
    let day = &bought["issuedAt"].as_str().unwrap()[..10];
    assert_eq!(bought["issuedOn"], day);
}

#[tokio::test]
async fn both_sides_stand_on_it_as_they_were_when_it_was_issued() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let (client, freelancer) = (&hired.client, &hired.freelancer);
    billed(&app, client, "Berg Bäckerei GmbH").await;
    billed(&app, freelancer, "Łukasz Ðorđević").await;
    paid(&app, &hired, &hired.milestones[0]).await;
    let (charge, transfer) = (
        lines(&app, client).await[0].clone(),
        lines(&app, freelancer).await[0].clone(),
    );
    let (bought, fee) = (
        invoice(&app, client, &charge).await,
        invoice(&app, freelancer, &transfer).await,
    );
    let berg = json!({
        "name": "Berg Bäckerei GmbH", "addressLines": ["Mill Lane 5"], "postalCode": "10115", "city": "Berlin",
        "region": null, "country": "DE", "taxNumber": "DE123456789",
    });
    assert_eq!(bought["buyer"], berg);
    assert_eq!(bought["seller"]["name"], "Łukasz Ðorđević");
    // The seller's own reference is no business of the buyer's.
    assert_eq!(bought["reference"], "KST 4711");
    assert_eq!(fee["buyer"]["name"], "Łukasz Ðorđević");

    billed(&app, client, "Another GmbH").await;
    let body = json!({"name": "Renamed"});
    app.call(freelancer, "PATCH", "/v1/users/me", Some(body))
        .await
        .expect_status(200);
    let gone = json!({"legalName": null, "addressLines": null, "taxNumber": null});
    app.call(freelancer, "PATCH", "/v1/users/me/billing", Some(gone))
        .await
        .expect_status(200);
    assert_eq!(invoice(&app, client, &charge).await, bought);
    assert_eq!(invoice(&app, freelancer, &transfer).await, fee);
    let pdf = in_form(&app, client, &charge, "application/pdf").await;

    app.fund(&hired, &hired.milestones[1]).await;
    let next = lines(&app, client).await[0].clone();
    let next = invoice(&app, client, &next).await;
    assert_eq!(
        (
            &next["buyer"]["name"],
            &next["seller"]["name"],
            &next["seller"]["taxNumber"]
        ),
        (&json!("Another GmbH"), &json!("Renamed"), &Value::Null)
    );
    // The same document gives the same file, whatever has become of its people.
    assert_eq!(
        in_form(&app, client, &charge, "application/pdf").await.bytes,
        pdf.bytes
    );
}

#[tokio::test]
async fn what_a_dispute_gives_back_is_credited_once() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let (client, freelancer) = (&disputed.hired.client, &disputed.hired.freelancer);
    // Odd cents on each side, and a fee that does not come out even.
    for person in [client, freelancer] {
        app.split(person, &disputed.dispute, 33_333)
            .await
            .expect_status(200);
    }
    app.drain().await;
    let mine = lines(&app, client).await;
    let find = |kind: &str| mine.iter().find(|line| line["kind"] == kind).unwrap().clone();
    let (charge, refund) = (find("charge"), find("refund"));
    let (bought, credit) = (
        invoice(&app, client, &charge).await,
        invoice(&app, client, &refund).await,
    );
    adds_up(&bought);
    adds_up(&credit);
    assert_eq!(
        (&credit["document"], amount(&credit["total"])),
        (&json!("credit_note"), -16_667)
    );
    assert_eq!(credit["credits"], bought["invoiceNumber"]);
    assert_eq!(
        (&credit["seller"], &credit["buyer"]),
        (&bought["seller"], &bought["buyer"])
    );
    let numbers = [&bought, &credit].map(|one| one["invoiceNumber"].as_str().unwrap()[9..].to_owned());
    assert_eq!(numbers, ["0001", "0002"]);
    let transfer = lines(&app, freelancer).await[0].clone();
    let fee = invoice(&app, freelancer, &transfer).await;
    adds_up(&fee);
    assert_eq!(
        (amount(&fee["gross"]), amount(&fee["total"]), amount(&fee["net"])),
        (33_333, 3_333, 30_000)
    );
    assert_eq!(
        amount(&bought["total"]) + amount(&credit["total"]),
        amount(&fee["gross"])
    );

    // It comes back from the client's bank: they are owed it again, and the credit stands.
    let refunded = id(&app.stripe_objects("refund").await[0]);
    app.control("refund", json!({"refund": refunded, "status": "failed"}))
        .await;
    app.drain().await;
    let after = lines(&app, client).await;
    let line = after.iter().find(|line| line["kind"] == "refund").unwrap();
    assert_eq!(
        (&line["status"], &line["invoiceNumber"]),
        (&json!("failed"), &credit["invoiceNumber"])
    );
    let later = invoice(&app, client, line).await;
    assert_eq!(
        (&later["lines"], &later["status"]),
        (&credit["lines"], &json!("failed"))
    );
}

/// The bank says it again.
async fn said_again(app: &TestApp, status: &str) {
    for refund in app.stripe_objects("refund").await {
        let news = json!({"refund": id(&refund), "status": status});
        app.control("refund", news).await;
        app.drain().await;
    }
}

#[tokio::test]
async fn what_the_two_agree_on_is_credited_once() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    let (client, freelancer) = (&asked.hired.client, &asked.hired.freelancer);
    for _ in 0..2 {
        app.answer_refund(freelancer, &asked.request, "accept")
            .await
            .expect_status(200);
    }
    // On its way there is nothing to take back yet.
    let waiting = lines(&app, client).await[0].clone();
    assert_eq!(waiting["invoiceNumber"], Value::Null);
    app.get(client, &path(&waiting))
        .await
        .expect_problem(404, "not_found");
    app.drain().await;
    app.assert_credited(client, 1).await;
    for _ in 0..2 {
        said_again(&app, "succeeded").await;
        app.assert_credited(client, 1).await;
    }
    app.give_back(freelancer, &asked.milestone, 30_000)
        .await
        .expect_status(201);
    app.drain().await;
    for _ in 0..2 {
        said_again(&app, "succeeded").await;
        app.assert_credited(client, 2).await;
    }
}

#[tokio::test]
async fn what_is_paid_back_by_hand_is_credited_once() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let stuck = app.stuck_refund().await;
    // The processor has never taken it.
    let waiting = lines(&app, &stuck.hired.client).await[0].clone();
    assert_eq!(
        (&waiting["status"], &waiting["invoiceNumber"]),
        (&json!("failed"), &Value::Null)
    );
    let (one, other) = tokio::join!(
        app.look_after(&admin, &stuck, "resolve"),
        app.look_after(&admin, &stuck, "resolve")
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    app.drain().await;
    app.assert_credited(&stuck.hired.client, 1).await;
    let note = invoice(&app, &stuck.hired.client, &waiting).await;
    adds_up(&note);
    assert_eq!(
        (amount(&note["total"]), &note["status"]),
        (-20_000, &json!("refunded"))
    );
}

#[tokio::test]
async fn what_came_back_and_is_paid_by_hand_keeps_its_credit_note() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let asked = app.asked_back(20_000).await;
    app.answer_refund(&asked.hired.freelancer, &asked.request, "accept")
        .await
        .expect_status(200);
    app.drain().await;
    let payment = app.line_of(&asked.hired.client, "refund").await;
    let line = json!({"id": payment});
    let note = invoice(&app, &asked.hired.client, &line).await;
    said_again(&app, "failed").await;
    let stuck = StuckMoney {
        hired: asked.hired,
        milestone: asked.milestone,
        payment,
    };
    app.look_after(&admin, &stuck, "resolve").await.expect_status(200);
    app.drain().await;
    said_again(&app, "failed").await;
    app.assert_credited(&stuck.hired.client, 1).await;
    assert_eq!(invoice(&app, &stuck.hired.client, &line).await, note);
}

#[tokio::test]
async fn it_can_be_had_as_data_as_a_page_and_as_a_pdf() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    billed(&app, &hired.client, "Berg <b>Bäckerei</b> 株式会社").await;
    paid(&app, &hired, &hired.milestones[0]).await;
    let charge = lines(&app, &hired.client).await[0].clone();
    let number = charge["invoiceNumber"].as_str().unwrap();
    let page = in_form(&app, &hired.client, &charge, "text/html").await;
    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
    for text in [
        number,
        "Berg &lt;b&gt;Bäckerei&lt;/b&gt; 株式会社",
        "Germany",
        "$500.00",
        "KST 4711",
        "scope=\"col\"",
    ] {
        assert!(page.text.contains(text), "{text}");
    }
    let pdf = in_form(&app, &hired.client, &charge, "application/pdf").await;
    assert_eq!(pdf.headers["content-type"], "application/pdf");
    assert_eq!(
        pdf.headers["content-disposition"],
        format!("attachment; filename=\"{number}.pdf\"")
    );
    assert!(pdf.bytes.starts_with(b"%PDF-1.7") && pdf.bytes.trim_ascii_end().ends_with(b"%%EOF"));
    for answer in [&page, &pdf] {
        assert_eq!(answer.headers["cache-control"], "no-store");
    }
    let data = in_form(&app, &hired.client, &charge, "application/json, text/plain, */*").await;
    assert_eq!(data.body["invoiceNumber"], number);
    // Somebody else's is not there in any form.
    let call = Call {
        token: Some(&hired.freelancer.token),
        headers: vec![("accept", "application/pdf".to_owned())],
        ..Call::default()
    };
    app.world
        .send("GET", &path(&charge), call)
        .await
        .expect_problem(404, "not_found");
}

#[tokio::test]
async fn one_of_before_documents_were_kept_says_what_the_history_does() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    billed(&app, &hired.client, "Berg Bäckerei GmbH").await;
    app.fund(&hired, &hired.milestones[0]).await;
    let charge = lines(&app, &hired.client).await[0].clone();
    // The same line under another id: it has a number, and no document.
    let (old, early) = (id(&charge), "pay_01M8CKSF2XX3NJ1ZB7CYNSDSQH");
    let items = app.world.items().await.unwrap();
    let sk = format!("PAYMENT#{old}");
    let mut item = items
        .into_iter()
        .find(|item| item["sk"].as_s() == Ok(&sk))
        .unwrap();
    for (name, value) in [("sk", format!("PAYMENT#{early}")), ("id", early.to_owned())] {
        item.insert(name.to_owned(), aws_sdk_dynamodb::types::AttributeValue::S(value));
    }
    app.world.put(item).await.unwrap();
    let found = invoice(&app, &hired.client, &json!({"id": early})).await;
    adds_up(&found);
    assert_eq!(found["invoiceNumber"], charge["invoiceNumber"]);
    assert_eq!(
        (&found["buyer"]["name"], &found["buyer"]["taxNumber"]),
        (&json!("client 1"), &Value::Null)
    );
}
