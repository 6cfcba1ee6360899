//! What admins alone do.

use super::Budget;
use proconnect_tests::TestApp;

#[tokio::test]
async fn admin() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let disputed = app.disputed().await;
    let admin = app.admin().await;
    let list = app.get(&admin, "/v1/admin/disputes").await;
    budget.check(
        "admin-list-disputes",
        "the partitions of `due` at once; its people",
        (2, 0, 8),
        &list,
    );
    let ruled = app.rule(&admin, &disputed.dispute, 20_000).await;
    budget.check(
        "admin-resolve-dispute",
        "the dispute's partition; its contract and the ledger's head at once; its people; transaction: dispute, contract, entry of what was done, journal, \
         history of both, month, the room's freeze, checks of the admin, outbox",
        (3, 1, 110),
        &ruled,
    );
    stuck(&app, &budget).await;
}

async fn stuck(app: &TestApp, budget: &Budget<'_>) {
    let (admin, first, second) = (
        app.second_admin().await,
        app.stuck_refund().await,
        app.stuck_payout().await,
    );
    let list = app.get(&admin, "/v1/admin/stuck-payments").await;
    budget.check(
        "admin-list-stuck-payments",
        "`gsi1`, whole contracts; its people",
        (2, 0, 8),
        &list,
    );
    let retried = app.look_after(&admin, &first, "retry").await;
    budget.check(
        "admin-retry-payment",
        "the contract and the ledger's head at once; its people; transaction: contract, entry of what was done, history, checks of the \
         admin, outbox",
        (2, 1, 60),
        &retried,
    );
    let resolved = app.look_after(&admin, &second, "resolve").await;
    budget.check(
        "admin-resolve-payment",
        "the contract and the ledger's head at once; its people beside what the document names; transaction: contract, entry of what was \
         done, journal and head, document and its counter, history and month of both, checks of the admin, outbox",
        (2, 1, 110),
        &resolved,
    );
}
