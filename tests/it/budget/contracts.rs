//! Contracts.

use super::Budget;
use proconnect_tests::TestApp;

#[tokio::test]
async fn contracts() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let hired = app.hired().await;
    let contract = app
        .get(&hired.client, &format!("/v1/contracts/{}", hired.contract))
        .await;
    budget.check(
        "contracts-get",
        "the contract's partition; its people",
        (2, 0, 3),
        &contract,
    );
    let contracts = app.get(&hired.client, "/v1/contracts").await;
    budget.check(
        "contracts-list",
        "`gsi2` or `gsi3`; its people",
        (2, 0, 2),
        &contracts,
    );
    app.fund(&hired, &hired.milestones[0]).await;
    let ledger = app
        .get(&hired.client, &format!("/v1/contracts/{}/ledger", hired.contract))
        .await;
    budget.check(
        "contracts-ledger",
        "the contract and its ledger's partition at once",
        (1, 0, 2),
        &ledger,
    );
}
