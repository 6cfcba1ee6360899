//! What admins do leaves an entry, or is not done.

use proconnect_auth::{Admin, Caller};
use proconnect_domain::{Role, Roles, Text, UserEvent, UserStatus};
use proconnect_store::{Audit, AuditAction, StoreError, Stored, UserRecord};
use proconnect_tests::{Person, TestApp};
use serde_json::json;

fn admin(person: &Person, app: &TestApp) -> Admin {
    // A token says admin for minutes after the account has stopped to be one.
    let caller = Caller {
        roles: Roles::of(&[Role::Admin]),
        ..app.caller(person)
    };
    caller.admin().unwrap()
}

fn audit(admin: &Admin, reason: &str) -> Audit {
    Audit::new(admin, Text::parse(reason).unwrap())
}

async fn account(app: &TestApp, person: &Person) -> Stored<UserRecord> {
    let users = app.world.app.store.users();
    users.get(person.id.parse().unwrap()).await.unwrap().unwrap()
}

#[tokio::test]
async fn each_step_says_who_what_and_why() {
    let app = TestApp::new().await;
    let (felix, ada) = (app.person("freelancer").await, app.admin().await);
    let (admin, steps, now) = (
        admin(&ada, &app),
        app.world.app.store.administration(),
        app.world.now(),
    );
    // Entries sort by their ids, and so by the millisecond.
    let later = now.plus(std::time::Duration::from_millis(1));
    let mut user = account(&app, &felix).await;
    steps
        .suspend(&mut user, audit(&admin, "Sells what is not his."), now)
        .await
        .unwrap();
    steps
        .restore(&mut user, audit(&admin, "He had the licence."), later)
        .await
        .unwrap();
    assert_eq!(account(&app, &felix).await.status, UserStatus::Active);

    let page = steps.entries(&felix.id, 1, None).await.unwrap();
    let second = steps
        .entries(&felix.id, 1, page.next_cursor.as_deref())
        .await
        .unwrap();
    let (restored, suspended) = (&page.items[0], &second.items[0]);
    assert_eq!(restored.action, AuditAction::AccountRestored);
    assert_eq!(suspended.action, AuditAction::AccountSuspended);
    assert_eq!(
        (&suspended.before, &suspended.after),
        (&json!("active"), &json!("suspended"))
    );
    assert_eq!(suspended.reason, "Sells what is not his.");
    assert_eq!(suspended.subject, felix.id);
    assert_eq!(suspended.admin_id.to_string(), ada.id);
    assert_eq!(suspended.session_id, admin.caller().session_id);
    assert_eq!(suspended.at, now);
}

#[tokio::test]
async fn what_is_not_done_leaves_no_entry() {
    let app = TestApp::new().await;
    let (felix, ada) = (app.person("freelancer").await, app.admin().await);
    let (admin, steps, now) = (
        admin(&ada, &app),
        app.world.app.store.administration(),
        app.world.now(),
    );
    let mut stale = account(&app, &felix).await;
    app.happens(&felix, UserEvent::Suspend).await;
    let outcome = steps.suspend(&mut stale, audit(&admin, "Twice"), now).await;
    assert!(matches!(outcome, Err(StoreError::Stale("user"))), "{outcome:?}");
    let outcome = steps
        .suspend(&mut account(&app, &felix).await, audit(&admin, "Again"), now)
        .await;
    assert!(matches!(outcome, Err(StoreError::Transition(_))), "{outcome:?}");
    assert!(steps.entries(&felix.id, 10, None).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn who_is_no_admin_any_more_does_nothing() {
    let app = TestApp::new().await;
    let (felix, eve, ada) = (
        app.person("freelancer").await,
        app.person("client").await,
        app.admin().await,
    );
    let (steps, now) = (app.world.app.store.administration(), app.world.now());
    let outcome = steps
        .suspend(
            &mut account(&app, &felix).await,
            audit(&admin(&eve, &app), "x"),
            now,
        )
        .await;
    assert!(matches!(outcome, Err(StoreError::Account(_))), "{outcome:?}");
    app.happens(&ada, UserEvent::Suspend).await;
    let outcome = steps
        .suspend(
            &mut account(&app, &felix).await,
            audit(&admin(&ada, &app), "x"),
            now,
        )
        .await;
    let suspended = Some(UserStatus::Suspended);
    assert!(
        matches!(outcome, Err(StoreError::Account(status)) if status == suspended),
        "{outcome:?}"
    );
    assert_eq!(account(&app, &felix).await.status, UserStatus::Active);
    assert!(steps.entries(&felix.id, 10, None).await.unwrap().items.is_empty());
}

/// What only an admin may call, as an endpoint declares it.
mod probe {
    use proconnect_http::{Admin, ApiError, NoContent};
    use proconnect_runtime::{App, Function};

    pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/probe", handle);

    async fn handle(_: &App, _: Admin, (): ()) -> Result<NoContent, ApiError> {
        Ok(NoContent)
    }
}

#[tokio::test]
async fn the_extractor_lets_admins_in_alone() {
    let app = TestApp::new().await;
    let (felix, ada) = (app.person("freelancer").await, app.admin().await);
    for (token, status) in [(None, 401), (Some(&felix.token), 403), (Some(&ada.token), 204)] {
        let mut event: serde_json::Value =
            serde_json::from_str(include_str!("../../events/system-health.json")).unwrap();
        if let Some(token) = token {
            event["headers"]["authorization"] = json!(format!("Bearer {token}"));
        }
        let answer = app.world.call(&probe::FUNCTION, event).await.unwrap();
        assert_eq!(answer["statusCode"], status);
    }
}
