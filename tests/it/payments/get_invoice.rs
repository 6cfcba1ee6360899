use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn each_side_has_an_invoice_that_adds_up() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    app.submit(&hired, milestone).await.expect_status(201);
    app.approve(&hired, milestone).await.expect_status(200);
    let pending = app.get(&hired.freelancer, "/v1/payments").await.body["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/v1/payments/{pending}/invoice");
    app.get(&hired.freelancer, &path)
        .await
        .expect_problem(404, "not_found");
    app.drain().await;
    let invoice = app.get(&hired.freelancer, &path).await.expect_status(200).body;
    let lines: Vec<i64> = invoice["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["amount"]["amount"].as_i64().unwrap())
        .collect();
    assert_eq!(lines, [50_000, -5_000]);
    assert_eq!(
        (&invoice["total"]["amount"], &invoice["net"]["amount"]),
        (&json!(45_000), &json!(45_000))
    );
    app.get(&hired.client, &path)
        .await
        .expect_problem(404, "not_found");
    let charge = app.get(&hired.client, "/v1/payments").await.body["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let invoice = app
        .get(&hired.client, &format!("/v1/payments/{charge}/invoice"))
        .await
        .expect_status(200)
        .body;
    assert_eq!(invoice["total"]["amount"], 50_000);
    assert_eq!(
        (&invoice["seller"]["name"], &invoice["buyer"]["name"]),
        (&json!("freelancer 0"), &json!("client 1"))
    );
}
