use proconnect_tests::{Expect, Hired, TestApp, id};
use serde_json::json;

/// A contract whose first milestone is paid out, and whose second is funded.
async fn paid(app: &TestApp) -> Hired {
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    app.submit(&hired, &hired.milestones[0]).await.expect_status(201);
    app.approve(&hired, &hired.milestones[0]).await.expect_status(200);
    app.drain().await;
    app.fund(&hired, &hired.milestones[1]).await;
    hired
}

/// Reads the file as RFC 4180 has it.
fn table(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    assert!(
        cell.is_empty() && row.is_empty(),
        "the last line ends as the others do"
    );
    rows
}

#[tokio::test]
async fn all_lines_are_in_the_file_with_sums_that_add_up() {
    let app = TestApp::new().await;
    let hired = paid(&app).await;
    let answer = app
        .get(&hired.freelancer, "/v1/payments.csv")
        .await
        .expect_status(200);
    assert_eq!(
        answer.headers["content-type"],
        "text/csv; charset=utf-8; header=present"
    );
    assert_eq!(
        answer.headers["content-disposition"],
        "attachment; filename=\"proconnect-payments.csv\""
    );
    let rows = table(&answer.text);
    assert_eq!(rows.len(), 2);
    let line: Vec<&str> = rows[1][1..12].iter().map(String::as_str).collect();
    let number = rows[1][11].as_str();
    assert_eq!(
        line,
        [
            "transfer",
            "paid",
            "Design a logo",
            "Drafts",
            "client 1",
            "USD",
            "500.00",
            "50.00",
            "450.00",
            "45000",
            number
        ]
    );
    assert!(number.ends_with("-0001"));
    let rows = table(
        &app.get(&hired.client, "/v1/payments.csv")
            .await
            .expect_status(200)
            .text,
    );
    let states: Vec<&str> = rows.iter().skip(1).map(|row| row[2].as_str()).collect();
    assert_eq!(states, ["held", "released"]);
    let stranger = app.person("client").await;
    let rows = table(
        &app.get(&stranger, "/v1/payments.csv")
            .await
            .expect_status(200)
            .text,
    );
    assert_eq!(rows.len(), 1, "the header alone");
}

#[tokio::test]
async fn list_and_file_have_the_same_filters() {
    let app = TestApp::new().await;
    let hired = paid(&app).await;
    let today = proconnect_domain::Date::of(app.world.now());
    let before = proconnect_domain::Date::of(app.world.now().minus(proconnect_domain::DAY));
    let contract = &hired.contract;
    for (filter, count) in [
        (String::new(), 2),
        ("status=held".to_owned(), 1),
        ("status=refunded".to_owned(), 0),
        ("kind=charge".to_owned(), 2),
        ("kind=transfer".to_owned(), 0),
        ("kind=refund".to_owned(), 0),
        (format!("contractId={contract}&status=released"), 1),
        ("contractId=ctr_01ARZ3NDEKTSV4RRFFQ69G5F00".to_owned(), 0),
        (format!("from={today}&to={today}"), 2),
        (format!("to={before}"), 0),
    ] {
        let list = app
            .get(&hired.client, &format!("/v1/payments?{filter}"))
            .await
            .expect_status(200);
        assert_eq!(list.body["items"].as_array().unwrap().len(), count, "{filter}");
        let file = app
            .get(&hired.client, &format!("/v1/payments.csv?{filter}"))
            .await
            .expect_status(200);
        assert_eq!(table(&file.text).len(), count + 1, "{filter}");
    }
    for bad in ["status=gone", "kind=gift", "from=yesterday", "contractId=1"] {
        for path in ["/v1/payments", "/v1/payments.csv"] {
            let name = bad.split('=').next().unwrap();
            app.get(&hired.client, &format!("{path}?{bad}"))
                .await
                .expect_fields(&[&format!("/{name}")]);
        }
    }
}

#[tokio::test]
async fn what_people_are_called_is_no_formula() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    app.onboard(&freelancer).await;
    let task = app.task(&client).await;
    let mut body = app.bid_body(100_000);
    body["milestones"][0]["title"] = json!("=HYPERLINK(\"http://x\")");
    let bid = app
        .post(&freelancer, &format!("/v1/tasks/{task}/bids"), body)
        .await;
    let bid = id(&bid.expect_status(201).body);
    let hired = app.accepted(client, freelancer, task, bid).await;
    app.fund(&hired, &hired.milestones[0]).await;
    let rows = table(
        &app.get(&hired.client, "/v1/payments.csv")
            .await
            .expect_status(200)
            .text,
    );
    assert_eq!(rows[1][4], "'=HYPERLINK(\"http://x\")");
    assert_eq!(rows[1][7], "500.00", "a number is left alone");
}
