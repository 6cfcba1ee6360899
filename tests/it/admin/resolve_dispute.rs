use proconnect_store::AuditAction;
use proconnect_tests::{Expect, TestApp, usd};
use serde_json::json;

#[tokio::test]
async fn a_ruling_pays_both_tells_both_why_and_leaves_an_entry() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let admin = app.admin().await;
    let ruled = app
        .rule(&admin, &disputed.dispute, 33_333)
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (&ruled["status"], &ruled["outcome"]["toClient"]),
        (&json!("resolved"), &usd(16_667))
    );
    assert_eq!(ruled["outcome"]["reason"], "Two of three drafts were delivered.");
    app.rule(&admin, &disputed.dispute, 0)
        .await
        .expect_problem(409, "invalid_state");
    app.drain().await;
    app.assert_settled(&disputed, 33_333).await;
    for person in [&disputed.hired.client, &disputed.hired.freelancer] {
        let mails = app.world.mails(&person.email).unwrap();
        let told = mails
            .iter()
            .find(|mail| mail.subject == "The dispute about “Drafts” is decided")
            .unwrap();
        assert!(
            told.text.contains("Two of three drafts were delivered."),
            "{}",
            told.text
        );
    }
    let entries = app
        .world
        .app
        .store
        .administration()
        .entries(&disputed.dispute, 10, None)
        .await
        .unwrap();
    let entry = &entries.items[0];
    assert_eq!(
        (entries.items.len(), entry.action),
        (1, AuditAction::DisputeRuled)
    );
    assert_eq!(
        (entry.admin_id.to_string(), entry.reason.as_str()),
        (admin.id, "Two of three drafts were delivered.")
    );
    assert_eq!(entry.after[1]["toClient"], usd(16_667));
}

#[tokio::test]
async fn nobody_else_rules_and_no_more_is_given_than_there_is() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let admin = app.admin().await;
    for part in [-1, 50_001] {
        app.rule(&admin, &disputed.dispute, part)
            .await
            .expect_problem(422, "invalid_fields");
    }
    let path = format!("/v1/admin/disputes/{}/resolve", disputed.dispute);
    let body = json!({"toFreelancer": usd(1), "reason": ""});
    app.post(&admin, &path, body)
        .await
        .expect_problem(422, "invalid_fields");
    for person in [&disputed.hired.client, &disputed.hired.freelancer] {
        app.rule(person, &disputed.dispute, 1)
            .await
            .expect_problem(403, "forbidden");
    }
    app.rule(&admin, "dsp_01ARZ3NDEKTSV4RRFFQ69G5FAV", 1)
        .await
        .expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_ruling_and_an_agreement_at_once_are_one_decision() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let admin = app.admin().await;
    app.split(&disputed.hired.client, &disputed.dispute, 20_000)
        .await
        .expect_status(200);
    let (ruled, agreed) = tokio::join!(
        app.rule(&admin, &disputed.dispute, 50_000),
        app.split(&disputed.hired.freelancer, &disputed.dispute, 20_000)
    );
    assert!(
        (ruled.status == 200) != (agreed.status == 200),
        "{} {}",
        ruled.body,
        agreed.body
    );
    app.drain().await;
    let part = if ruled.status == 200 { 50_000 } else { 20_000 };
    app.assert_settled(&disputed, part).await;
}
