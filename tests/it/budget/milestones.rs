//! Milestones.

use super::Budget;
use proconnect_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn milestones() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let hired = app.hired().await;
    app.drain().await;
    let path = |step: &str| format!("/v1/milestones/{}/{step}", hired.milestones[0]);
    let fund = app.post(&hired.client, &path("fund"), json!({})).await;
    budget.check(
        "milestones-fund",
        "contract, person and session in one call; transaction: contract, checks of the freelancer and the caller",
        (1, 1, 19),
        &fund,
    );
    let page = fund.body["checkoutUrl"].as_str().unwrap();
    app.world.visit(page, "paid").await;
    app.drain().await;
    let submit = app
        .post(&hired.freelancer, &path("submissions"), json!({"note": "Done"}))
        .await;
    budget.check("milestones-submit", "the contract's partition (beside it the named files); transaction: contract, submission, check of the caller, outbox, files", (1, 1, 26), &submit);
    let body = json!({"comment": "More", "criteria": ["Two colours"]});
    let revision = app.post(&hired.client, &path("revisions"), body).await;
    budget.check(
        "milestones-request-revision",
        "the contract's partition; transaction: contract, revision, check of the caller, outbox",
        (1, 1, 26),
        &revision,
    );
    let approve = app.post(&hired.client, &path("approve"), json!({})).await;
    budget.check(
        "milestones-approve",
        "the contract's partition and the ledger's head at once; transaction: contract, history, journal and head, check of the caller, outbox",
        (1, 1, 40),
        &approve,
    );
}
