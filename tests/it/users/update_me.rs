use proconnect_tests::{Call, Expect, Person, TestApp};
use serde_json::{Value, json};

async fn patch(app: &TestApp, person: &Person, body: Value) -> proconnect_tests::Answer {
    app.call(person, "PATCH", "/v1/users/me", Some(body)).await
}

#[tokio::test]
async fn what_is_absent_stays_and_what_is_null_is_cleared() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let body = json!({
        "name": "Felix Okoro", "headline": " Web   developer ", "bio": "I build shops.", "skills": ["Rust", "rust", "CSS"],
        "rate": {"amount": 6000, "currency": "usd"}, "country": "de", "location": "Berlin",
        "links": [{"label": "Site", "url": "https://example.com/felix"}],
    });
    let me = patch(&app, &felix, body).await.expect_status(200).body;
    assert_eq!(me["name"], "Felix Okoro");
    assert_eq!(me["profile"]["headline"], "Web developer");
    assert_eq!(me["profile"]["skills"], json!(["Rust", "CSS"]));
    assert_eq!(me["profile"]["country"], "DE");
    let me = patch(&app, &felix, json!({"rate": null, "location": null}))
        .await
        .expect_status(200)
        .body;
    assert_eq!(me["profile"]["rate"], Value::Null);
    assert_eq!(me["profile"]["location"], Value::Null);
    assert_eq!(me["profile"]["bio"], "I build shops.");
    assert_eq!(app.get(&felix, "/v1/users/me").await.body, me);
}

#[tokio::test]
async fn every_bad_field_is_named() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let skills: Vec<String> = (0..500).map(|number| format!("skill {number}")).collect();
    let body = json!({
        "name": "", "headline": "h".repeat(121), "bio": "b".repeat(10_000), "skills": skills, "country": "XX",
        "rate": {"amount": -1, "currency": "usd"}, "location": "x\u{7}",
        "links": [{"label": "x", "url": "javascript:alert(1)"}], "roles": ["freelancer", "admin"],
    });
    patch(&app, &felix, body).await.expect_fields(&[
        "/name",
        "/headline",
        "/bio",
        "/skills",
        "/country",
        "/rate",
        "/location",
        "/links/0",
        "/roles",
    ]);
    let me = app.get(&felix, "/v1/users/me").await.body;
    assert_eq!(
        (&me["profile"]["bio"], &me["roles"]),
        (&json!(""), &json!(["freelancer"]))
    );
}

#[tokio::test]
async fn a_role_is_added_and_counts_from_the_next_token_on() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    app.post(&felix, "/v1/tasks", app.task_body())
        .await
        .expect_status(403);
    patch(&app, &felix, json!({"roles": ["client"]}))
        .await
        .expect_fields(&["/roles"]);
    let me = patch(&app, &felix, json!({"roles": ["client", "freelancer"]}))
        .await
        .expect_status(200);
    assert_eq!(me.body["roles"], json!(["client", "freelancer"]));
    let refresh = Call {
        headers: vec![("cookie", felix.cookie.clone())],
        ..Call::default()
    };
    let renewed = app
        .world
        .send("POST", "/v1/auth/refresh", refresh)
        .await
        .expect_status(200);
    let felix = Person::from(&felix.email, &renewed);
    app.post(&felix, "/v1/tasks", app.task_body())
        .await
        .expect_status(201);
    let activity = app.get(&felix, "/v1/users/me/activity").await.body;
    assert_eq!(activity["items"][0]["kind"], "role_added");
}

#[tokio::test]
async fn two_changes_at_once_do_not_overwrite_each_other() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    // At first there is no profile to write over, later there is one.
    for round in 0..5 {
        let (bio, headline) = (format!("Bio {round}"), format!("Headline {round}"));
        let before = app.get(&felix, "/v1/users/me").await.body["profile"].clone();
        let (one, other) = tokio::join!(
            patch(&app, &felix, json!({"bio": bio})),
            patch(&app, &felix, json!({"headline": headline}))
        );
        let me = app.get(&felix, "/v1/users/me").await.body;
        for (answer, field, value) in [(&one, "bio", &bio), (&other, "headline", &headline)] {
            match answer.status {
                200 => assert_eq!(me["profile"][field], json!(value)),
                _ => {
                    assert_eq!(
                        (answer.status, &answer.body["code"]),
                        (409, &json!("conflict")),
                        "{}",
                        answer.body
                    );
                    assert_eq!(me["profile"][field], before[field]);
                }
            }
        }
        assert!(one.status == 200 || other.status == 200, "one of them wins");
    }
}

#[tokio::test]
async fn who_is_suspended_changes_nothing_and_bids_on_nothing() {
    use proconnect_domain::UserEvent;
    let app = TestApp::new().await;
    let (felix, ada) = (app.person("freelancer").await, app.person("client").await);
    let (task, other) = (app.task(&ada).await, app.person("freelancer").await);
    app.happens(&felix, UserEvent::Suspend).await;

    let saved = format!("/v1/users/me/saved/{}", other.id);
    for (method, path, body) in [
        ("PATCH", "/v1/users/me", json!({"headline": "Writer"})),
        (
            "POST",
            "/v1/users/me/portfolio",
            json!({"title": "A piece of work"}),
        ),
        ("PUT", &saved, json!({"saved": true})),
        ("PUT", &saved, json!({"saved": false})),
        ("POST", &format!("/v1/tasks/{task}/bids"), app.bid_body(40_000)),
    ] {
        app.call(&felix, method, path, Some(body))
            .await
            .expect_problem(403, "account_suspended");
    }
}
