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
}
