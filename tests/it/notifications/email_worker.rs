use proconnect_messaging::MailSecret;
use proconnect_notices::{Category, Message, Place};
use proconnect_tests::{Expect, Person, TestApp, envelope, sqs};
use serde_json::json;

fn event(to: &str) -> serde_json::Value {
    let message = Message {
        to: to.parse().unwrap(),
        category: Category::Tasks,
        mail: true,
        template: serde_json::from_value(json!({"id": "taskExpired", "taskTitle": "<b>Logo</b>"})).unwrap(),
        place: Some(Place::MyBids),
        thing: None,
        notice: None,
    };
    sqs(&[envelope("out_01ARZ3NDEKTSV4RRFFQ69G5FAV", &message)])
}

#[tokio::test]
async fn a_mail_is_sent_once_and_escapes_what_people_typed() {
    let app = TestApp::new().await;
    let ada = app.person("freelancer").await;
    for _ in 0..2 {
        let answer = app
            .world
            .invoke("notifications-email-worker", event(&ada.id))
            .await
            .unwrap();
        assert_eq!(answer, json!({"batchItemFailures": []}));
    }
    let mails = app.world.mails(&ada.email).unwrap();
    let closed: Vec<_> = mails
        .iter()
        .filter(|mail| mail.subject.contains("has expired"))
        .collect();
    assert_eq!(closed.len(), 1);
    assert!(closed[0].html.contains("&#60;b&#62;Logo&#60;/b&#62;") && !closed[0].html.contains("<b>"));
    assert!(closed[0].text.contains("http://localhost:8080/bids"));
}

#[tokio::test]
async fn a_mail_to_nobody_is_reported() {
    let app = TestApp::new().await;
    let answer = app
        .world
        .invoke(
            "notifications-email-worker",
            event("usr_01ARZ3NDEKTSV4RRFFQ69G5FAV"),
        )
        .await
        .unwrap();
    assert_eq!(answer, json!({"batchItemFailures": [{"itemIdentifier": "1"}]}));
}

#[tokio::test]
async fn a_first_code_is_made_once_and_only_for_who_waits_for_it() {
    let app = TestApp::new().await;
    let register = app.register("ada@example.com", "Ada", "client").await;
    let id = register.body["user"]["id"].as_str().unwrap().to_owned();
    app.drain().await;
    let first_code = |job: &str| {
        let to = id.parse().unwrap();
        sqs(&[envelope(job, &MailSecret::FirstCode { to })])
    };
    let deliver = async |job: &str| {
        let answer = app
            .world
            .invoke("notifications-email-worker", first_code(job))
            .await;
        assert_eq!(answer.unwrap(), json!({"batchItemFailures": []}));
        app.subjects("ada@example.com").len()
    };
    assert_eq!(
        deliver("out_01ARZ3NDEKTSV4RRFFQ69G5FAV").await,
        2,
        "one by the registration, one by this"
    );
    assert_eq!(
        deliver("out_01ARZ3NDEKTSV4RRFFQ69G5FAV").await,
        2,
        "the same job again"
    );
    let body = json!({"email": "ada@example.com", "code": app.code_for("ada@example.com").await});
    app.anonymous("POST", "/v1/auth/verify-email", Some(body)).await;
    assert_eq!(
        deliver("out_01ARZ3NDEKTSV4RRFFQ69G5FAW").await,
        2,
        "too late to be needed"
    );
}

#[tokio::test]
async fn a_message_of_the_future_is_kept_and_holds_up_no_other() {
    let app = TestApp::new().await;
    let ada = app.person("freelancer").await;
    let record = |event: &serde_json::Value| event["Records"][0].clone();
    let mut newer = record(&event(&ada.id));
    let body = newer["body"].as_str().unwrap();
    let body = body.replace("mail-notice", "mail-by-pigeon");
    newer["body"] = body.into();
    let mut known = record(&event(&ada.id));
    known["messageId"] = json!("2");
    let answer = app
        .world
        .invoke("notifications-email-worker", json!({"Records": [newer, known]}))
        .await
        .unwrap();
    // Failed, and so delivered again, until the dead-letter queue keeps it.
    assert_eq!(answer, json!({"batchItemFailures": [{"itemIdentifier": "1"}]}));
    let subjects = app.subjects(&ada.email);
    assert_eq!(
        subjects
            .iter()
            .filter(|subject| subject.contains("has expired"))
            .count(),
        1
    );
}

/// The mail about somebody's newest notice once more, as another message.
async fn again(app: &TestApp, person: &Person, job: &str) -> usize {
    let page = app.get(person, "/v1/notifications").await.expect_status(200).body;
    let message = Message {
        to: person.id.parse().unwrap(),
        category: Category::Bids,
        mail: true,
        template: serde_json::from_value(json!({"id": "taskExpired", "taskTitle": "Logo"})).unwrap(),
        place: None,
        thing: None,
        notice: Some(page["items"][0]["id"].as_str().unwrap().parse().unwrap()),
    };
    let before = app.subjects(&person.email).len();
    let event = sqs(&[envelope(job, &message)]);
    let answer = app
        .world
        .invoke("notifications-email-worker", event)
        .await
        .unwrap();
    assert_eq!(answer, json!({"batchItemFailures": []}));
    app.subjects(&person.email).len() - before
}

#[tokio::test]
async fn what_was_read_or_turned_off_before_its_mail_goes_out_is_not_mailed() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    app.bid(&app.person("freelancer").await, &task, 40_000).await;
    app.drain().await;
    assert_eq!(again(&app, &client, "out_01ARZ3NDEKTSV4RRFFQ69G5FAA").await, 1);
    let mail = |choice: &str, version: u64| {
        json!({
            "version": version, "timeZone": "UTC", "digest": "off", "digestHour": 8,
            "categories": [{"category": "bids", "mail": choice, "browser": true}],
        })
    };
    for (choice, job) in [
        ("off", "out_01ARZ3NDEKTSV4RRFFQ69G5FAB"),
        ("digest", "out_01ARZ3NDEKTSV4RRFFQ69G5FAC"),
    ] {
        let version = u64::from(choice == "digest");
        app.call(
            &client,
            "PUT",
            "/v1/notifications/preferences",
            Some(mail(choice, version)),
        )
        .await
        .expect_status(200);
        assert_eq!(again(&app, &client, job).await, 0, "{choice}");
    }
    app.call(
        &client,
        "PUT",
        "/v1/notifications/preferences",
        Some(mail("on", 2)),
    )
    .await
    .expect_status(200);
    app.post(&client, "/v1/notifications/read", json!({"all": true}))
        .await
        .expect_status(200);
    assert_eq!(
        again(&app, &client, "out_01ARZ3NDEKTSV4RRFFQ69G5FAD").await,
        0,
        "read"
    );
}
