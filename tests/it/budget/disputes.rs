//! Disputes.

use super::Budget;
use proconnect_tests::{Expect, TestApp, usd};
use serde_json::json;

#[tokio::test]
async fn disputes() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let disputed = app.disputed().await;
    let (client, freelancer) = (&disputed.hired.client, &disputed.hired.freelancer);
    let second = &disputed.hired.milestones[1];
    app.fund(&disputed.hired, second).await;
    let opened = app.open_dispute(client, second).await;
    budget.check(
        "disputes-open",
        "the contract (beside it the named files); its people; transaction: contract, dispute, the room's freeze, checks of the \
         caller, outbox, files",
        (2, 1, 60),
        &opened,
    );
    let path = |step: &str| format!("/v1/disputes/{}{step}", disputed.dispute);
    let get = app.get(client, &path("")).await;
    budget.check(
        "disputes-get",
        "the dispute's partition; its people",
        (2, 0, 5),
        &get,
    );
    let list = app.get(client, "/v1/disputes").await;
    budget.check(
        "disputes-list",
        "`gsi2` and `gsi3` at once; its people",
        (2, 0, 6),
        &list,
    );
    let body = json!({"text": "As it was agreed."});
    let evidence = app.post(freelancer, &path("/evidence"), body).await;
    budget.check(
        "disputes-add-evidence",
        "the dispute's partition (beside it the named files); its people; transaction: dispute, evidence, checks of the caller, \
         outbox, files",
        (2, 1, 50),
        &evidence,
    );
    let pack = app.post(client, &path("/pack"), json!({})).await;
    budget.check(
        "disputes-pack",
        "person and session in one call; the dispute; its contract's partition and ledger; task, bid, room, the dispute's partition, \
         every page of what was said, its people at once; limits",
        (4, 1, 40),
        &pack,
    );
    let keys = app.get(client, "/v1/evidence-keys").await;
    budget.check("disputes-pack-keys", "none", (0, 0, 0), &keys);
    let body = json!({"toFreelancer": usd(10_000)});
    let split = app.post(freelancer, &path("/split"), body.clone()).await;
    budget.check(
        "disputes-propose-split",
        "the dispute's partition; its people; transaction: dispute, checks of the caller, outbox. Where the two meet: before it \
         the contract, and with it the contract, journal, history of both, month, task, person",
        (2, 1, 45),
        &split,
    );
    app.post(client, &path("/split"), body).await.expect_status(200);
    let path = format!("/v1/disputes/{}/withdraw", opened.body["id"].as_str().unwrap());
    let withdrawn = app.post(client, &path, json!({})).await;
    budget.check(
        "disputes-withdraw",
        "the dispute's partition; its contract; its people; transaction: dispute, contract, the room's freeze, checks of the \
         caller, outbox",
        (3, 1, 60),
        &withdrawn,
    );
}
