use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn it_holds_all_that_is_kept_and_no_secret() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    app.submit(&hired, &hired.milestones[0]).await.expect_status(201);
    let revision = json!({"comment": "The bread is too dark.", "criteria": ["Two colours"]});
    let path = format!("/v1/milestones/{}/revisions", hired.milestones[0]);
    app.post(&hired.client, &path, revision).await.expect_status(201);
    app.second_factor(&hired.client).await;
    let export = app
        .get(&hired.client, "/v1/users/me/export")
        .await
        .expect_status(200)
        .body;
    assert_eq!(export["tasks"].as_array().unwrap().len(), 1);
    let description = export["tasks"][0]["description"].as_str().unwrap();
    assert!(description.contains("in two colours"), "{description}");
    assert_eq!(export["contracts"].as_array().unwrap().len(), 1);
    let milestone = &export["contracts"][0]["milestones"][0];
    assert_eq!(milestone["description"], "Three drafts");
    assert_eq!(milestone["submissions"][0]["note"], "Three drafts are ready.");
    assert_eq!(milestone["revisions"][0]["comment"], "The bread is too dark.");
    assert_eq!(export["nextCursor"], json!(null));
    let account = export["account"].as_array().unwrap();
    let has = |prefix: &str| {
        account
            .iter()
            .any(|item| item["sk"].as_str().unwrap().starts_with(prefix))
    };
    for prefix in ["#USER", "SESSION#", "PAYMENT#", "ACTIVITY#", "MONTH#"] {
        assert!(has(prefix), "no {prefix}");
    }
    let text = export.to_string();
    for secret in [
        "passwordHash",
        "tokenHash",
        "$2",
        "secondFactor",
        "recovery",
        "gsi1pk",
        "gsi3pk",
        "chargeId",
    ] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert!(text.contains(&hired.client.email));
    let bids = app.get(&hired.freelancer, "/v1/users/me/export").await.body;
    assert_eq!(bids["bids"].as_array().unwrap().len(), 1);
    assert_eq!(bids["contracts"][0]["milestones"][1]["title"], "Final");
    let activity = app.get(&hired.client, "/v1/users/me/activity").await.body;
    assert_eq!(activity["items"][0]["kind"], "data_exported");
}

#[tokio::test]
async fn what_is_too_much_for_one_answer_comes_in_parts() {
    use proconnect_domain::ActivityKind;
    use proconnect_store::ActivityRecord;
    let app = TestApp::new().await;
    let (ada, eve) = (app.person("client").await, app.person("client").await);
    app.task(&ada).await;
    // As much as thousands of lines would be.
    let (id, now) = (ada.id.parse().unwrap(), app.world.now());
    for _ in 0..8 {
        let agent = "a".repeat(300_000);
        let line = ActivityRecord::new(id, ActivityKind::SignedIn, "", &agent, now).unwrap();
        app.world
            .app
            .store
            .profiles()
            .note_export(&line, now)
            .await
            .unwrap();
    }
    let (mut lines, mut tasks, mut parts, mut cursor) = (Vec::new(), 0, 0, String::new());
    loop {
        let path = format!("/v1/users/me/export{cursor}");
        let export = app.get(&ada, &path).await.expect_status(200).body;
        assert!(export.to_string().len() < 4_500_000);
        let account = export["account"].as_array().unwrap().iter();
        lines.extend(account.map(|item| item["sk"].as_str().unwrap().to_owned()));
        tasks += export["tasks"].as_array().unwrap().len();
        parts += 1;
        match export["nextCursor"].as_str() {
            Some(next) => cursor = format!("?cursor={next}"),
            None => break,
        }
    }
    assert!(parts > 1);
    assert_eq!(
        (
            tasks,
            lines.iter().filter(|sk| sk.starts_with("ACTIVITY#")).count()
        ),
        (1, 11)
    );
    lines.sort_unstable();
    assert!(lines.windows(2).all(|pair| pair[0] != pair[1]));
    for bad in ["x", "9.", "0.x", &cursor.replace("?cursor=", "")] {
        let wrong = app.get(&eve, &format!("/v1/users/me/export?cursor={bad}")).await;
        // The beginning of a list holds nothing of anybody else's.
        let own = bad.ends_with('.') && bad != "9.";
        if own {
            assert!(!wrong.expect_status(200).body.to_string().contains(&ada.id));
        } else {
            wrong.expect_problem(400, "invalid_cursor");
        }
    }
}

#[tokio::test]
async fn it_is_not_asked_for_all_the_time() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    for _ in 0..5 {
        app.get(&ada, "/v1/users/me/export").await.expect_status(200);
    }
    let refused = app.get(&ada, "/v1/users/me/export").await;
    let refused = refused.expect_problem(429, "rate_limited");
    assert!(refused.headers.contains_key("retry-after"));
    app.world
        .advance(std::time::Duration::from_secs(601))
        .await
        .unwrap();
    app.get(&ada, "/v1/users/me/export").await.expect_status(200);
}
