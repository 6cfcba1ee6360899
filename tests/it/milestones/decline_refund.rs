use proconnect_tests::{Expect, TestApp};
use serde_json::{Value, json};

#[tokio::test]
async fn the_money_stays_held_and_the_client_reads_why() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    let (hired, milestone) = (&asked.hired, &asked.milestone);
    let path = format!("/v1/refund-requests/{}/decline", asked.request);
    app.post(&hired.freelancer, &path, json!({"reason": " "}))
        .await
        .expect_fields(&["/reason"]);
    for _ in 0..2 {
        let declined = app
            .answer_refund(&hired.freelancer, &asked.request, "decline")
            .await;
        let declined = declined.expect_status(200).body;
        assert_eq!(
            (&declined["status"], &declined["answer"], &declined["clock"]),
            (
                &json!("declined"),
                &json!("All drafts were delivered"),
                &Value::Null
            )
        );
    }
    app.answer_refund(&hired.freelancer, &asked.request, "accept")
        .await
        .expect_problem(409, "invalid_state");
    app.drain().await;
    assert_eq!(app.states(hired, milestone).await.1, "funded");
    assert!(app.stripe_objects("refund").await.is_empty());
    let mails = app.world.mails(&hired.client.email).unwrap();
    let told = mails.iter().find(|mail| mail.subject.contains("declined"));
    assert!(told.is_some_and(|mail| mail.text.contains("All drafts were delivered")));
    // A dispute begins as any other: they have answered.
    let opened = app.open_dispute(&hired.client, milestone).await;
    assert_eq!(opened.expect_status(201).body["status"], "opened");
}
