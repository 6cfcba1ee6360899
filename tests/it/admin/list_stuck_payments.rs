use proconnect_tests::{Expect, TestApp, usd};
use serde_json::json;

#[tokio::test]
async fn what_failed_is_there_as_long_as_it_is_stuck_and_nothing_else_is() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    app.hired().await;
    assert!(app.stuck(&admin).await.is_empty());
    let payout = app.stuck_payout().await;
    let refund = app.stuck_refund().await;
    let stuck = app.stuck(&admin).await;
    let told: Vec<_> = stuck
        .iter()
        .map(|stuck| (&stuck["kind"], &stuck["amount"], &stuck["id"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!("payout"), &usd(45_000), &json!(payout.payment)),
            (&json!("refund"), &usd(20_000), &json!(refund.payment))
        ]
    );
    assert_eq!(stuck[0]["milestoneTitle"], "Drafts");
    assert_eq!(stuck[1]["client"]["id"], json!(refund.hired.client.id));
    let first = app
        .get(&admin, "/v1/admin/stuck-payments?limit=1")
        .await
        .expect_status(200)
        .body;
    let next = format!(
        "/v1/admin/stuck-payments?limit=1&cursor={}",
        first["nextCursor"].as_str().unwrap()
    );
    let next = app.get(&admin, &next).await.expect_status(200).body;
    assert_eq!(next["items"][0]["id"], json!(refund.payment));
}
