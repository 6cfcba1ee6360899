use proconnect_tests::{Call, Expect, Person, TestApp};
use serde_json::{Value, json};

async fn of(app: &TestApp, person: &Person, year: &str) -> Value {
    let path = format!("/v1/payments/statement?year={year}");
    app.get(person, &path).await.expect_status(200).body
}

fn numbers(statement: &Value) -> Vec<String> {
    let items = statement["items"].as_array().unwrap().iter();
    items
        .map(|item| item["invoiceNumber"].as_str().unwrap()[9..].to_owned())
        .collect()
}

#[tokio::test]
async fn a_year_has_its_documents_and_their_sums() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let (client, freelancer) = (&disputed.hired.client, &disputed.hired.freelancer);
    let year = app.world.now().to_string()[..4].to_owned();
    for person in [client, freelancer] {
        app.split(person, &disputed.dispute, 33_333)
            .await
            .expect_status(200);
    }
    app.drain().await;
    app.fund(&disputed.hired, &disputed.hired.milestones[1]).await;
    let mine = of(&app, client, &year).await;
    assert_eq!(numbers(&mine), ["0001", "0002", "0003"]);
    let usd = |amount: i64| json!({"amount": amount, "currency": "usd"});
    let expected = json!([{
        "bought": usd(50_000 - 16_667 + 50_000), "released": usd(0), "fees": usd(0), "paidOut": usd(0),
    }]);
    assert_eq!(mine["totals"], expected);
    let theirs = of(&app, freelancer, &year).await;
    assert_eq!(numbers(&theirs), ["0001"]);
    let expected =
        json!([{"bought": usd(0), "released": usd(33_333), "fees": usd(3_333), "paidOut": usd(30_000)}]);
    assert_eq!(theirs["totals"], expected);

    let empty = of(&app, client, "2020").await;
    assert_eq!((&empty["items"], &empty["totals"]), (&json!([]), &json!([])));
    for (accept, begins) in [("text/html", "<!DOCTYPE html>"), ("application/pdf", "%PDF-1.7")] {
        for year in [year.as_str(), "2020"] {
            let call = Call {
                token: Some(&client.token),
                headers: vec![("accept", accept.to_owned())],
                ..Call::default()
            };
            let path = format!("/v1/payments/statement?year={year}");
            let answer = app.world.send("GET", &path, call).await.expect_status(200);
            assert!(answer.bytes.starts_with(begins.as_bytes()), "{accept}");
        }
    }
}

#[tokio::test]
async fn a_year_that_is_none_is_refused() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    for year in ["1999", "2100"] {
        app.get(&ada, &format!("/v1/payments/statement?year={year}"))
            .await
            .expect_fields(&["/year"]);
    }
}
