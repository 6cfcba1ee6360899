//! An approval, a dispute and a refund at one moment: one of them goes through.

use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn two_answers_at_once_are_one() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    let freelancer = &asked.hired.freelancer;
    let (accepted, again, declined) = tokio::join!(
        app.answer_refund(freelancer, &asked.request, "accept"),
        app.answer_refund(freelancer, &asked.request, "accept"),
        app.answer_refund(freelancer, &asked.request, "decline")
    );
    app.drain().await;
    let seen = app.milestone(&asked.hired, &asked.milestone).await;
    if declined.status == 200 {
        assert!(accepted.status == 409 && again.status == 409);
        assert_eq!(seen["refundRequests"][0]["status"], "declined");
        assert!(app.stripe_objects("refund").await.is_empty());
    } else {
        assert_eq!((accepted.status, again.status, declined.status), (200, 200, 409));
        app.assert_given_back(&asked.hired, &asked.milestone, &[20_000])
            .await;
    }
}

#[tokio::test]
async fn an_approval_a_dispute_and_a_refund_at_once_move_the_money_one_way() {
    for _ in 0..4 {
        let app = TestApp::new().await;
        let asked = app.asked_back(50_000).await;
        let (hired, milestone) = (&asked.hired, &asked.milestone);
        let (approved, opened, accepted) = tokio::join!(
            app.approve(hired, milestone),
            app.open_dispute(&hired.freelancer, milestone),
            app.answer_refund(&hired.freelancer, &asked.request, "accept")
        );
        app.drain().await;
        let won = [
            approved.status == 200,
            opened.status == 201,
            accepted.status == 200,
        ];
        assert_eq!(won.iter().filter(|won| **won).count(), 1, "{won:?}");
        let (sent, back) = (
            app.transfers().await.len(),
            app.stripe_objects("refund").await.len(),
        );
        assert_eq!((sent, back), (usize::from(won[0]), usize::from(won[2])));
        let seen = app.milestone(hired, milestone).await;
        let status = if won[2] { "accepted" } else { "overtaken" };
        assert_eq!(seen["refundRequests"][0]["status"], status);
        let balances = app.balances(&hired.contract).await;
        let held = if won[1] { -50_000 } else { 0 };
        assert_eq!(balances[&format!("held:{milestone}")], held);
    }
}

#[tokio::test]
async fn two_offers_at_once_give_back_no_more_than_is_held() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    let (one, other) = tokio::join!(
        app.give_back(&hired.freelancer, milestone, 30_000),
        app.give_back(&hired.freelancer, milestone, 30_000)
    );
    let won = [&one, &other]
        .iter()
        .filter(|answer| answer.status == 201)
        .count();
    assert_eq!(won, 1, "{} {}", one.body, other.body);
    app.drain().await;
    app.assert_given_back(&hired, milestone, &[30_000]).await;
    app.ask_back(&hired.client, milestone, 20_001)
        .await
        .expect_fields(&["/amount"]);
}
