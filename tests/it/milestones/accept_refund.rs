use proconnect_tests::{Expect, TestApp, id, usd};
use serde_json::{Value, json};

#[tokio::test]
async fn a_part_goes_back_once_and_the_rest_is_approved_for_less() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    let (hired, milestone) = (&asked.hired, &asked.milestone);
    for _ in 0..2 {
        let accepted = app
            .answer_refund(&hired.freelancer, &asked.request, "accept")
            .await;
        assert_eq!(accepted.expect_status(200).body["status"], "accepted");
    }
    app.drain().await;
    app.assert_given_back(hired, milestone, &[20_000]).await;
    let subjects = app.subjects(&hired.client.email);
    assert!(
        subjects
            .iter()
            .any(|subject| subject.ends_with("gives you $200.00 back")),
        "{subjects:?}"
    );
    // The rest is worked for as before, with the fee on the rest alone.
    let seen = app.milestone(hired, milestone).await;
    assert_eq!((&seen["fee"], &seen["payout"]), (&usd(3_000), &usd(27_000)));
    assert_eq!(seen["clock"]["amount"], usd(27_000));
    app.approve(hired, milestone).await.expect_status(200);
    app.drain().await;
    let sent: Vec<Value> = app
        .transfers()
        .await
        .iter()
        .map(|sent| sent["amount"].clone())
        .collect();
    assert_eq!(sent, [json!(27_000)]);
    let balances = app.balances(&hired.contract).await;
    let open: Vec<_> = balances
        .iter()
        .filter(|(account, amount)| {
            **amount != 0 && !["stripe_clearing", "fee_revenue", "stripe_fees"].contains(&account.as_str())
        })
        .collect();
    assert!(open.is_empty(), "{balances:?}");
    assert_eq!(balances["fee_revenue"], -3_000);
}

#[tokio::test]
async fn all_of_it_ends_the_milestone_and_with_the_last_one_the_contract() {
    let app = TestApp::new().await;
    let asked = app.asked_back(50_000).await;
    let (hired, milestone) = (&asked.hired, &asked.milestone);
    app.answer_refund(&hired.freelancer, &asked.request, "accept")
        .await
        .expect_status(200);
    app.drain().await;
    app.assert_given_back(hired, milestone, &[50_000]).await;
    for answer in [
        app.approve(hired, milestone).await,
        app.submit(hired, milestone).await,
        app.ask_back(&hired.client, milestone, 1).await,
        app.give_back(&hired.freelancer, milestone, 1).await,
        app.open_dispute(&hired.client, milestone).await,
    ] {
        assert!([409, 422].contains(&answer.status), "{}", answer.body);
    }
    let second = &hired.milestones[1];
    app.fund(hired, second).await;
    app.submit(hired, second).await.expect_status(201);
    app.approve(hired, second).await.expect_status(200);
    app.drain().await;
    let contract = app
        .get(&hired.client, &format!("/v1/contracts/{}", hired.contract))
        .await;
    assert_eq!(contract.body["status"], "completed");
    assert_eq!(contract.body["progress"]["percent"], 100);
    assert_eq!(contract.body["total"], usd(50_000));
}

#[tokio::test]
async fn it_can_be_accepted_late_and_not_after_the_money_went_elsewhere() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    app.advance(6).await;
    let hired = app.sign_in(&asked.hired).await;
    let accepted = app
        .answer_refund(&hired.freelancer, &asked.request, "accept")
        .await;
    assert_eq!(accepted.expect_status(200).body["status"], "accepted");
    app.drain().await;
    app.assert_given_back(&hired, &asked.milestone, &[20_000]).await;

    let next = app.ask_back(&hired.client, &asked.milestone, 10_000).await;
    let next = id(&next.expect_status(201).body);
    app.approve(&hired, &asked.milestone).await.expect_status(200);
    for step in ["accept", "decline"] {
        app.answer_refund(&hired.freelancer, &next, step)
            .await
            .expect_problem(409, "invalid_state");
    }
    app.answer_refund(&hired.client, &next, "withdraw")
        .await
        .expect_problem(409, "invalid_state");
    app.drain().await;
    let transfers = app.transfers().await;
    assert_eq!(transfers.len(), 1);
    assert_eq!(transfers[0]["amount"], 27_000);
}

#[tokio::test]
async fn what_nobody_asked_for_is_not_there() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    let never = hired.milestones[0].replace("mst_", "rfr_");
    for step in ["accept", "decline"] {
        app.answer_refund(&hired.freelancer, &never, step)
            .await
            .expect_problem(404, "not_found");
    }
    app.answer_refund(&hired.client, &never, "withdraw")
        .await
        .expect_problem(404, "not_found");
}
