//! `notifications-unsubscribe`: by one click of a mail program, and by its page.

use proconnect_domain::UserEvent;
use proconnect_tests::{Call, Expect, PASSWORD, Person, TestApp};
use serde_json::{Value, json};

pub const PATH: &str = "/v1/notifications/unsubscribe?token=";

/// A client who was mailed of a bid, and the token in that mail.
pub async fn mailed(app: &TestApp) -> (Person, String) {
    let client = app.person("client").await;
    bid(app, &client).await;
    let mail = &app.world.mails(&client.email).unwrap()[0];
    let header = |name: &str| {
        let mut headers = mail.headers.iter();
        headers
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.clone())
            .unwrap()
    };
    assert_eq!(header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    let address = header("List-Unsubscribe");
    let (_, token) = address.trim_end_matches('>').split_once("token=").unwrap();
    assert!(mail.text.contains(&format!("/unsubscribe?token={token}")));
    (client, token.to_owned())
}

async fn bid(app: &TestApp, client: &Person) {
    let task = app.task(client).await;
    app.bid(&app.person("freelancer").await, &task, 40_000).await;
    app.drain().await;
}

/// Whether another bid is mailed.
pub async fn mails_of_bids(app: &TestApp, client: &Person) -> bool {
    let before = app.subjects(&client.email).len();
    bid(app, client).await;
    app.subjects(&client.email).len() > before
}

/// As a mail program does it: a form, without a log-in.
async fn click(app: &TestApp, token: &str) -> Value {
    let call = Call {
        headers: vec![("content-type", "application/x-www-form-urlencoded".to_owned())],
        raw: Some(b"List-Unsubscribe=One-Click".to_vec()),
        ..Call::default()
    };
    let answer = app.world.send("POST", &format!("{PATH}{token}"), call).await;
    answer.expect_status(200).body
}

#[tokio::test]
async fn one_click_turns_off_that_kind_of_mail_and_no_other() {
    let app = TestApp::new().await;
    let (client, token) = mailed(&app).await;
    for _ in 0..2 {
        let off = click(&app, &token).await;
        assert_eq!((&off["category"], &off["isOff"]), (&json!("bids"), &json!(true)));
    }
    assert!(!mails_of_bids(&app, &client).await);
    let body = json!({"email": client.email});
    app.anonymous("POST", "/v1/auth/forgot-password", Some(body))
        .await
        .expect_status(202);
    app.drain().await;
    assert_eq!(app.subjects(&client.email)[0], "Set a new password");
    // The same link, from the old mail, turns it on again.
    let path = format!("{PATH}{token}");
    for _ in 0..2 {
        let on = app
            .anonymous("POST", &path, Some(json!({"on": true})))
            .await
            .expect_status(200);
        assert_eq!(on.body["isOff"], false);
    }
    assert!(mails_of_bids(&app, &client).await);
}

#[tokio::test]
async fn mails_that_are_always_sent_have_no_link() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.drain().await;
    let mail = &app.world.mails(&hired.freelancer.email).unwrap()[0];
    assert!(mail.subject.contains("was accepted") && !mail.text.contains("/unsubscribe"));
    let names: Vec<&str> = mail.headers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["In-Reply-To", "References"]);
    assert!(
        mail.headers[1].1.contains(&hired.contract),
        "mails of a contract stand together"
    );
}

#[tokio::test]
async fn a_link_is_refused_that_is_not_ours_or_of_somebody_who_has_left() {
    let app = TestApp::new().await;
    let (client, token) = mailed(&app).await;
    let other = app.person("client").await;
    let forged = [
        String::new(),
        "nothing".to_owned(),
        token.replace("bids", "work"),
        token.replace("bids", "money"),
        token.replace(&client.id, &other.id),
        format!("{token}x"),
    ];
    for token in &forged {
        for method in ["GET", "POST"] {
            app.anonymous(method, &format!("{PATH}{token}"), None)
                .await
                .expect_problem(400, "invalid_token");
        }
    }
    // Less mail is never refused, whatever else is.
    app.happens(&client, UserEvent::Suspend).await;
    assert_eq!(click(&app, &token).await["isOff"], true);
    app.happens(&client, UserEvent::Restore).await;
    app.rest().await;
    app.post(&client, "/v1/users/me/delete", json!({"password": PASSWORD}))
        .await
        .expect_status(204);
    app.anonymous("POST", &format!("{PATH}{token}"), None)
        .await
        .expect_problem(400, "invalid_token");
}
