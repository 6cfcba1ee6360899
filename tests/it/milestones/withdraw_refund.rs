use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn whoever_asked_takes_it_back_and_the_work_goes_on() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    let (hired, milestone) = (&asked.hired, &asked.milestone);
    for _ in 0..2 {
        let withdrawn = app.answer_refund(&hired.client, &asked.request, "withdraw").await;
        assert_eq!(withdrawn.expect_status(200).body["status"], "withdrawn");
    }
    app.answer_refund(&hired.freelancer, &asked.request, "accept")
        .await
        .expect_problem(409, "invalid_state");
    app.drain().await;
    assert!(
        app.subjects(&hired.freelancer.email)[0].ends_with("no longer asks for $200.00 back"),
        "{:?}",
        app.subjects(&hired.freelancer.email)
    );
    assert_eq!(
        app.milestone(hired, milestone).await["clock"]["onSilence"],
        json!("approve_and_release")
    );
    app.approve(hired, milestone).await.expect_status(200);
    app.drain().await;
    assert_eq!(app.transfers().await[0]["amount"], 45_000);
}
