//! `notifications-on-mail-event`. Mails go to SES's mailbox simulator, which the embedded cloud plays.

use proconnect_tests::{Expect, PASSWORD, Person, TestApp, sqs};
use serde_json::{Value, json};

const FUNCTION: &str = "notifications-on-mail-event";
const QUEUE: &str = "MailEventsQueue";

/// Asks for a link to set a new password, and lets the mailer work.
async fn ask_for_a_link(app: &TestApp, email: &str) {
    let body = json!({"email": email});
    app.anonymous("POST", "/v1/auth/forgot-password", Some(body))
        .await
        .expect_status(202);
    app.drain().await;
}

async fn told(app: &TestApp, body: Value) -> Value {
    app.world.invoke(FUNCTION, sqs(&[body])).await.unwrap()
}

fn complaint(email: &str, report: &str) -> Value {
    let recipients = json!([{"emailAddress": email}]);
    json!({"detail-type": "Email Complaint Received", "detail": {"complaint": {"feedbackId": report, "complainedRecipients": recipients}}})
}

fn bounce(email: &str, kind: &str) -> Value {
    let recipients = json!([{"emailAddress": email}]);
    json!({"detail-type": "Email Bounced", "detail": {"bounce": {"feedbackId": "b1", "bounceType": kind, "bouncedRecipients": recipients}}})
}

async fn mail_stopped(app: &TestApp, person: &Person) -> Value {
    let me = app.get(person, "/v1/users/me").await.expect_status(200).body;
    me["mailStopped"].clone()
}

#[tokio::test]
async fn an_address_that_bounces_gets_no_more_mail_and_its_owner_sees_why() {
    let app = TestApp::new().await;
    let email = "bounce+ada@simulator.amazonses.com";
    let ada = app.with_address(email).await;
    assert_eq!(mail_stopped(&app, &ada).await, Value::Null);
    ask_for_a_link(&app, email).await;
    assert_eq!(app.subjects(email).len(), 1, "the one that bounced");
    assert_eq!(mail_stopped(&app, &ada).await, "bounced");
    ask_for_a_link(&app, email).await;
    assert_eq!(app.subjects(email).len(), 1);
    let activity = app.get(&ada, "/v1/users/me/activity").await.expect_status(200);
    assert_eq!(activity.body["items"][0]["kind"], "mail_bounced");
    // Who is not reached by mail finds it in the centre, once.
    let centre = app.get(&ada, "/v1/notifications").await.expect_status(200).body;
    assert_eq!(centre["unreadCount"], 1);
    assert_eq!(centre["items"][0]["kind"], "mailStopped");
}

#[tokio::test]
async fn after_a_complaint_only_what_is_asked_for_is_sent_and_after_a_second_nothing() {
    let app = TestApp::new().await;
    let email = "complaint@simulator.amazonses.com";
    let ada = app.with_address(email).await;
    told(&app, complaint(email, "c0")).await;
    assert_eq!(mail_stopped(&app, &ada).await, "complained");
    // Registering with it would tell its owner that there is an account: nobody waits for that.
    app.register(email, "Ada", "client").await.expect_status(201);
    app.drain().await;
    assert_eq!(app.subjects(email).len(), 0);
    ask_for_a_link(&app, email).await;
    assert_eq!(
        app.subjects(email).len(),
        1,
        "the link, which is complained about"
    );
    ask_for_a_link(&app, email).await;
    assert_eq!(app.subjects(email).len(), 1);
}

#[tokio::test]
async fn the_same_report_twice_is_one() {
    let app = TestApp::new().await;
    let email = "ada@example.com";
    app.with_address(email).await;
    for report in ["c1", "c1"] {
        let answer = told(&app, complaint(email, report)).await;
        assert_eq!(answer, json!({"batchItemFailures": []}));
    }
    ask_for_a_link(&app, email).await;
    assert_eq!(app.subjects(email).len(), 1);
    for report in ["c2", "c1"] {
        told(&app, complaint(email, report)).await;
    }
    ask_for_a_link(&app, email).await;
    assert_eq!(app.subjects(email).len(), 1);
}

#[tokio::test]
async fn what_is_not_meant_for_good_stops_nothing() {
    let app = TestApp::new().await;
    let email = "ada@example.com";
    let ada = app.with_address(email).await;
    let mut not_spam = complaint(email, "c1");
    not_spam["detail"]["complaint"]["complaintFeedbackType"] = json!("not-spam");
    let mut own_refusal = complaint(email, "c2");
    own_refusal["detail"]["complaint"]["complaintSubType"] = json!("OnAccountSuppressionList");
    for event in [
        not_spam,
        own_refusal,
        bounce(email, "Transient"),
        bounce(email, "Undetermined"),
    ] {
        assert_eq!(told(&app, event).await, json!({"batchItemFailures": []}));
    }
    assert_eq!(mail_stopped(&app, &ada).await, Value::Null);
    ask_for_a_link(&app, email).await;
    assert_eq!(app.subjects(email).len(), 1);
}

#[tokio::test]
async fn an_address_of_nobody_is_suppressed_for_whoever_registers_with_it() {
    let app = TestApp::new().await;
    let email = "bounce@simulator.amazonses.com";
    for name in ["Ada", "Eve"] {
        app.register(email, name, "client").await.expect_status(201);
        app.drain().await;
        assert_eq!(app.subjects(email).len(), 1, "{name}");
    }
}

#[tokio::test]
async fn an_operator_lifts_it() {
    let app = TestApp::new().await;
    let email = "ada@example.com";
    let ada = app.with_address(email).await;
    told(&app, bounce(email, "Permanent")).await;
    assert_eq!(mail_stopped(&app, &ada).await, "bounced");
    for _ in 0..2 {
        let answer = told(&app, json!({"lift": email})).await;
        assert_eq!(answer, json!({"batchItemFailures": []}));
    }
    assert_eq!(mail_stopped(&app, &ada).await, Value::Null);
    ask_for_a_link(&app, email).await;
    assert_eq!(app.subjects(email).len(), 1);
    let activity = app.get(&ada, "/v1/users/me/activity").await.expect_status(200);
    let kinds: Vec<&str> = activity.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|line| line["kind"].as_str())
        .collect();
    assert_eq!(kinds[..2], ["mail_resumed", "mail_bounced"]);
}

#[tokio::test]
async fn who_leaves_takes_the_mark_along_and_leaves_the_list() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    told(&app, bounce(&ada.email, "Permanent")).await;
    let body = json!({"password": PASSWORD});
    app.post(&ada, "/v1/users/me/delete", body)
        .await
        .expect_status(204);
    app.drain().await;
    let before = app.subjects(&ada.email).len();
    app.register(&ada.email, "Eve", "client").await.expect_status(201);
    app.drain().await;
    assert_eq!(app.subjects(&ada.email).len(), before);
}

#[tokio::test]
async fn what_cannot_be_read_is_kept() {
    let app = TestApp::new().await;
    for body in [json!({"detail": 7}), json!({"lift": "nobody"}), json!("text")] {
        let answer = told(&app, body).await;
        assert_eq!(answer, json!({"batchItemFailures": [{"itemIdentifier": "1"}]}));
    }
    assert_eq!(app.queue_depth(QUEUE), 0);
}
