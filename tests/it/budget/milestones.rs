//! Milestones.

use super::Budget;
use proconnect_tests::{Hired, TestApp, id};
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
    refunds(&app, &budget, &hired).await;
}

async fn refunds(app: &TestApp, budget: &Budget<'_>, hired: &Hired) {
    let milestone = &hired.milestones[1];
    app.fund(hired, milestone).await;
    let asked = app.ask_back(&hired.client, milestone, 10_000).await;
    budget.check(
        "milestones-request-refund",
        "the contract; transaction: contract, check of the caller, outbox",
        (1, 1, 22),
        &asked,
    );
    let request = id(&asked.body);
    let declined = app.answer_refund(&hired.freelancer, &request, "decline").await;
    budget.check(
        "milestones-decline-refund",
        "the contract; transaction: contract, check of the caller, outbox",
        (1, 1, 22),
        &declined,
    );
    let request = id(&app.ask_back(&hired.client, milestone, 10_000).await.body);
    let withdrawn = app.answer_refund(&hired.client, &request, "withdraw").await;
    budget.check(
        "milestones-withdraw-refund",
        "the contract; transaction: contract, check of the caller, outbox",
        (1, 1, 22),
        &withdrawn,
    );
    let request = id(&app.ask_back(&hired.client, milestone, 10_000).await.body);
    let accepted = app.answer_refund(&hired.freelancer, &request, "accept").await;
    budget.check(
        "milestones-accept-refund",
        "the contract's partition and the ledger's head at once; transaction: contract, journal and head, the client's history and \
         month, check of the caller, outbox",
        (1, 1, 50),
        &accepted,
    );
    let offered = app.give_back(&hired.freelancer, milestone, 10_000).await;
    budget.check(
        "milestones-offer-refund",
        "the contract's partition and the ledger's head at once; transaction: contract, journal and head, the client's history and \
         month, check of the caller, outbox",
        (1, 1, 50),
        &offered,
    );
}
