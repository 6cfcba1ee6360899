use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn both_sides_see_the_payment_in_their_history() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    let charge = app
        .get(&hired.client, "/v1/payments")
        .await
        .expect_status(200)
        .body["items"][0]
        .clone();
    assert_eq!(
        (&charge["kind"], &charge["status"]),
        (&json!("charge"), &json!("held"))
    );
    assert!(charge["invoiceNumber"].as_str().unwrap().ends_with("-0001"));
    app.submit(&hired, milestone).await.expect_status(201);
    app.approve(&hired, milestone).await.expect_status(200);
    let waiting = app.get(&hired.freelancer, "/v1/payments").await.body["items"][0].clone();
    assert_eq!(
        (&waiting["kind"], &waiting["status"]),
        (&json!("transfer"), &json!("on_the_way"))
    );
    assert!(waiting["invoiceNumber"].is_null());
    app.drain().await;
    let paid = app.get(&hired.freelancer, "/v1/payments").await.body["items"][0].clone();
    assert_eq!(
        (&paid["status"], &paid["amount"]["amount"], &paid["fee"]["amount"]),
        (&json!("paid"), &json!(50_000), &json!(5_000))
    );
    assert!(paid["invoiceNumber"].as_str().unwrap().ends_with("-0001"));
    assert_eq!(paid["counterparty"]["id"], hired.client.id.as_str());
    let released = app.get(&hired.client, "/v1/payments").await.body["items"][0].clone();
    assert_eq!(released["status"], "released");
    let stranger = app.get(&app.person("client").await, "/v1/payments").await.body;
    assert_eq!(stranger["items"], json!([]));
}

#[tokio::test]
async fn invoice_numbers_run_without_gaps() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    for milestone in &hired.milestones {
        app.fund(&hired, milestone).await;
    }
    let page = app.get(&hired.client, "/v1/payments?limit=1").await.body;
    let rest = format!(
        "/v1/payments?limit=1&cursor={}",
        page["nextCursor"].as_str().unwrap()
    );
    let rest = app.get(&hired.client, &rest).await.body;
    let number =
        |page: &serde_json::Value| page["items"][0]["invoiceNumber"].as_str().unwrap()[9..].to_owned();
    assert_eq!([number(&rest), number(&page)], ["0001", "0002"]);
}
