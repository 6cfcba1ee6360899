use proconnect_store::AuditAction;
use proconnect_tests::{Expect, TestApp, id};
use serde_json::json;

#[tokio::test]
async fn a_refund_that_is_tried_again_goes_back_once_and_leaves_an_entry() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let stuck = app.stuck_refund().await;
    // Still argued about: it is stuck again.
    app.look_after(&admin, &stuck, "retry").await.expect_status(200);
    app.drain().await;
    assert_eq!(app.stuck(&admin).await.len(), 1);
    app.argue_about_charges(false).await;
    let (one, other) = tokio::join!(
        app.look_after(&admin, &stuck, "retry"),
        app.look_after(&admin, &stuck, "retry")
    );
    let done = [one.status, other.status]
        .iter()
        .filter(|status| **status == 200)
        .count();
    assert_eq!(done, 1, "{} {}", one.body, other.body);
    app.drain().await;
    assert!(app.stuck(&admin).await.is_empty());
    app.assert_given_back(&stuck.hired, &stuck.milestone, &[20_000])
        .await;
    app.look_after(&admin, &stuck, "retry")
        .await
        .expect_problem(409, "invalid_state");
    let entries = app.world.app.store.administration();
    let entries = entries.entries(&stuck.milestone, 10, None).await.unwrap();
    assert_eq!(entries.items.len(), 2);
    assert!(
        entries
            .items
            .iter()
            .all(|entry| entry.action == AuditAction::PaymentRetried
                && entry.admin_id.to_string() == admin.id
                && entry.reason == "Bank transfer PC-104")
    );
}

#[tokio::test]
async fn a_refund_that_came_back_goes_out_again_and_old_news_of_the_first_is_none() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let asked = app.asked_back(20_000).await;
    app.answer_refund(&asked.hired.freelancer, &asked.request, "accept")
        .await
        .expect_status(200);
    app.drain().await;
    let first = id(&app.stripe_objects("refund").await[0]);
    app.control("refund", json!({"refund": first, "status": "failed"}))
        .await;
    app.drain().await;
    let payment = app.line_of(&asked.hired.client, "refund").await;
    let stuck = proconnect_tests::StuckMoney {
        hired: asked.hired,
        milestone: asked.milestone,
        payment,
    };
    app.look_after(&admin, &stuck, "retry").await.expect_status(200);
    app.drain().await;
    // The bank says once more that the first one failed.
    app.control("refund", json!({"refund": first, "status": "failed"}))
        .await;
    app.drain().await;
    assert!(app.stuck(&admin).await.is_empty());
    let refunds = app.stripe_objects("refund").await;
    let good = refunds.iter().filter(|refund| refund["status"] != "failed");
    assert_eq!((refunds.len(), good.count()), (2, 1));
    let balances = app.balances(&stuck.hired.contract).await;
    assert_eq!(balances[&format!("pending_refund:{}", stuck.milestone)], 0);
    app.assert_credited(&stuck.hired.client, 1).await;
}

#[tokio::test]
async fn a_payout_that_is_tried_again_is_sent_once() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let stuck = app.stuck_payout().await;
    app.look_after(&admin, &stuck, "retry").await.expect_status(200);
    app.drain().await;
    assert_eq!(app.states(&stuck.hired, &stuck.milestone).await.1, "released");
    assert_eq!(app.transfers().await.len(), 1);
    assert!(app.stuck(&admin).await.is_empty());
}

#[tokio::test]
async fn what_is_not_stuck_stays_as_it_is() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let stuck = app.stuck_refund().await;
    let path =
        |milestone: &str, payment: &str| format!("/v1/admin/milestones/{milestone}/payments/{payment}/retry");
    let body = json!({"reason": "x"});
    let never = "pay_01ARZ3NDEKTSV4RRFFQ69G5FAV";
    app.post(&admin, &path(&stuck.milestone, never), body.clone())
        .await
        .expect_problem(404, "not_found");
    app.post(&admin, &path(&stuck.hired.milestones[1], &stuck.payment), body)
        .await
        .expect_problem(404, "not_found");
    app.post(
        &admin,
        &path(&stuck.milestone, &stuck.payment),
        json!({"reason": " "}),
    )
    .await
    .expect_fields(&["/reason"]);
    assert_eq!(app.stuck(&admin).await.len(), 1);
}
