use proconnect_domain::DAY;
use proconnect_tests::{Expect, TestApp, id, usd};
use serde_json::{Value, json};

#[tokio::test]
async fn it_freezes_the_money_of_that_milestone_alone() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let (hired, first, second) = (
        &disputed.hired,
        &disputed.milestone,
        &disputed.hired.milestones[1],
    );
    let seen = app.dispute(&hired.freelancer, &disputed.dispute).await;
    assert_eq!((&seen["status"], &seen["round"]), (&json!("opened"), &json!(1)));
    assert_eq!(
        (&seen["heldAmount"], &seen["outcome"]),
        (&usd(50_000), &Value::Null)
    );
    assert_eq!(seen["clock"]["actor"], "freelancer");
    let milestone = app.milestone(hired, first).await;
    assert_eq!(
        (&milestone["disputeId"], &milestone["clock"]),
        (&json!(disputed.dispute), &Value::Null)
    );
    let contract = app
        .get(&hired.client, &format!("/v1/contracts/{}", hired.contract))
        .await;
    assert_eq!(contract.body["status"], "disputed");

    app.approve(hired, first)
        .await
        .expect_problem(409, "dispute_open");
    app.submit(hired, first).await.expect_problem(409, "dispute_open");
    let path = format!("/v1/milestones/{first}/revisions");
    let body = json!({"comment": "More", "criteria": ["Two colours"]});
    app.post(&hired.client, &path, body)
        .await
        .expect_problem(409, "dispute_open");
    for person in [&hired.client, &hired.freelancer] {
        app.open_dispute(person, first)
            .await
            .expect_problem(409, "dispute_open");
    }

    app.fund(hired, second).await;
    app.submit(hired, second).await.expect_status(201);
    app.approve(hired, second).await.expect_status(200);
    app.drain().await;
    assert_eq!(app.states(hired, second).await.1, "released");
    assert_eq!(app.states(hired, first).await.1, "funded");
    let contract = app
        .get(&hired.client, &format!("/v1/contracts/{}", hired.contract))
        .await;
    assert_eq!(
        contract.body["status"], "disputed",
        "one milestone is not decided yet"
    );
}

#[tokio::test]
async fn both_are_told_and_silence_approves_nothing() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let told = app.subjects(&disputed.hired.freelancer.email);
    assert!(told[0].ends_with("opened a dispute about “Drafts”"), "{told:?}");
    assert_eq!(
        app.subjects(&disputed.hired.client.email)[0],
        "You opened a dispute about “Drafts”"
    );
    // The review would end now, and an admin is called instead.
    app.advance(14).await;
    let hired = app.sign_in(&disputed.hired).await;
    assert_eq!(
        app.states(&hired, &disputed.milestone).await,
        ("in_review".to_owned(), "funded".to_owned())
    );
    assert!(app.transfers().await.is_empty());
}

#[tokio::test]
async fn only_held_money_is_argued_about_and_only_by_its_two() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.open_dispute(&hired.client, milestone)
        .await
        .expect_problem(409, "milestone_not_funded");
    app.fund(&hired, milestone).await;
    let stranger = app.person("client").await;
    app.open_dispute(&stranger, milestone)
        .await
        .expect_problem(404, "not_found");
    app.approve(&hired, milestone).await.expect_status(200);
    app.open_dispute(&hired.client, milestone)
        .await
        .expect_problem(409, "invalid_state");
    app.drain().await;
    app.open_dispute(&hired.freelancer, milestone)
        .await
        .expect_problem(409, "invalid_state");
    assert_eq!(app.transfers().await.len(), 1);
}

#[tokio::test]
async fn bad_words_and_files_are_refused_together() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    let path = format!("/v1/milestones/{}/disputes", hired.milestones[0]);
    let file = app.text_file(&hired.client, "chat").await;
    let body = json!({"reason": " ", "statement": "x".repeat(5_001), "fileIds": [file]});
    let answer = app
        .post(&hired.client, &path, body)
        .await
        .expect_problem(422, "invalid_fields");
    let pointers: Vec<_> = answer.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| &error["pointer"])
        .collect();
    assert_eq!(pointers, ["/reason", "/statement", "/fileIds/0"]);
}

#[tokio::test]
async fn evidence_is_seen_by_both_and_by_admins_alone() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    let file = app.text_file(&hired.freelancer, "evidence").await;
    let path = format!("/v1/milestones/{}/disputes", hired.milestones[0]);
    let body = json!({"reason": "No answer", "statement": "The client is gone.", "fileIds": [file]});
    let opened = app
        .post(&hired.freelancer, &path, body)
        .await
        .expect_status(201)
        .body;
    assert_eq!(
        (&opened["openedBy"], &opened["files"][0]["id"]),
        (&json!("freelancer"), &json!(file))
    );
    let (admin, stranger) = (app.admin().await, app.person("client").await);
    for (person, status) in [(&hired.client, 200), (&admin, 200), (&stranger, 404)] {
        app.get(person, &format!("/v1/files/{file}"))
            .await
            .expect_status(status);
        app.get(person, &format!("/v1/disputes/{}", id(&opened)))
            .await
            .expect_status(status);
    }
}

#[tokio::test]
async fn the_same_call_again_opens_one_and_an_approval_at_the_same_moment_wins_or_loses() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let (first, second) = (&hired.milestones[0], &hired.milestones[1]);
    app.fund(&hired, first).await;
    let path = format!("/v1/milestones/{first}/disputes");
    let body = json!({"reason": "Late", "statement": "Nothing came."});
    let once = app
        .post_keyed(&hired.client, &path, "k-1", body.clone())
        .await
        .expect_status(201);
    let again = app
        .post_keyed(&hired.client, &path, "k-1", body)
        .await
        .expect_status(201);
    assert_eq!(once.body, again.body);

    app.fund(&hired, second).await;
    let (approved, opened) = tokio::join!(
        app.approve(&hired, second),
        app.open_dispute(&hired.freelancer, second)
    );
    app.drain().await;
    let won = [approved.status == 200, opened.status == 201];
    assert!(won[0] != won[1], "{} {}", approved.body, opened.body);
    let expected = if won[0] { "released" } else { "funded" };
    assert_eq!(app.states(&hired, second).await.1, expected);
}

#[tokio::test]
async fn what_was_said_stays_as_it_is_until_it_is_decided() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let hired = &disputed.hired;
    let room = app.room(hired).await;
    let mut window = app.connect(&hired.client).await;
    let said = app.say(&mut window, &room, "c-1", "Two colours, please.").await;
    let path = format!("/v1/rooms/{room}/messages/{}", id(&said));
    let body = json!({"text": "One colour.", "version": said["version"]});
    app.call(&hired.client, "PATCH", &path, Some(body.clone()))
        .await
        .expect_problem(409, "dispute_open");
    app.call(&hired.client, "DELETE", &path, None)
        .await
        .expect_problem(409, "dispute_open");
    app.post(
        &hired.client,
        &format!("/v1/disputes/{}/withdraw", disputed.dispute),
        json!({}),
    )
    .await
    .expect_status(200);
    app.call(&hired.client, "PATCH", &path, Some(body))
        .await
        .expect_status(200);
}

#[tokio::test]
async fn the_end_of_the_hold_calls_an_admin() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    app.world.advance(DAY * 83).await.unwrap();
    let hired = app.sign_in(&hired).await;
    let opened = app
        .open_dispute(&hired.client, &hired.milestones[0])
        .await
        .expect_status(201);
    app.world.advance(DAY * 3).await.unwrap();
    let hired = app.sign_in(&hired).await;
    assert_eq!(
        app.dispute(&hired.client, &id(&opened.body)).await["status"],
        "under_review"
    );
}
