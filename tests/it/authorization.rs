//! Every endpoint × every kind of caller. Tidy fails when an HTTP function has no row here.
//!
//! Each row is called by nobody, by another client and another freelancer, by the two sides of the contract, and by
//! an admin. What a row expects is the status; 2xx bodies are looked at in the function's own test.

use proconnect_tests::{Call, Hired, PASSWORD, Person, TestApp};
use serde_json::{Value, json};

/// Callers, in the order of a row's statuses.
const CALLERS: [&str; 6] = [
    "nobody",
    "other client",
    "other freelancer",
    "client",
    "freelancer",
    "admin",
];

struct Row {
    function: &'static str,
    method: &'static str,
    /// `{task}`, `{bid}`, `{contract}`, `{milestone}`, `{payment}`, `{file}` and `{session}` stand for the client's own,
    /// `{freelancer}` and `{piece}` (of a portfolio) for the freelancer's.
    path: &'static str,
    body: Value,
    statuses: [u16; 6],
}

fn row(function: &'static str, method: &'static str, path: &'static str, statuses: [u16; 6]) -> Row {
    Row {
        function,
        method,
        path,
        body: Value::Null,
        statuses,
    }
}

fn with(mut row: Row, body: Value) -> Row {
    row.body = body;
    row
}

#[rustfmt::skip]
fn rows(app: &TestApp) -> Vec<Row> {
    vec![
        with(row("auth-register", "POST", "/v1/auth/register", [422; 6]), json!({"email": "x", "password": "x", "name": "x", "role": "client"})),
        with(row("auth-verify-email", "POST", "/v1/auth/verify-email", [422; 6]), json!({"email": "no@example.com", "code": "000000"})),
        with(row("auth-resend-code", "POST", "/v1/auth/resend-code", [202; 6]), json!({"email": "no@example.com"})),
        with(row("auth-login", "POST", "/v1/auth/login", [401; 6]), json!({"email": "no@example.com", "password": "x"})),
        row("auth-refresh", "POST", "/v1/auth/refresh", [401; 6]),
        row("auth-logout", "POST", "/v1/auth/logout", [204; 6]),
        with(row("auth-forgot-password", "POST", "/v1/auth/forgot-password", [202; 6]), json!({"email": "no@example.com"})),
        with(row("auth-reset-password", "POST", "/v1/auth/reset-password", [422; 6]), json!({"token": "x", "password": "another pass phrase"})),
        with(row("auth-change-password", "POST", "/v1/auth/change-password", [401, 422, 422, 422, 422, 422]), json!({"current": "wrong", "password": "another pass phrase"})),
        row("auth-list-sessions", "GET", "/v1/auth/sessions", [401, 200, 200, 200, 200, 200]),
        row("auth-revoke-session", "DELETE", "/v1/auth/sessions/{session}", [401, 404, 404, 204, 404, 404]),
        with(row("auth-enroll-totp", "POST", "/v1/auth/totp", [401, 201, 201, 201, 201, 201]), json!({"password": PASSWORD})),
        with(row("auth-confirm-totp", "POST", "/v1/auth/totp/confirm", [401, 409, 409, 409, 409, 409]), json!({"code": "000000"})),
        with(row("auth-disable-totp", "POST", "/v1/auth/totp/disable", [401, 204, 204, 204, 204, 204]), json!({"password": PASSWORD, "code": "000000"})),
        row("users-get", "GET", "/v1/users/{freelancer}", [200; 6]),
        row("users-search", "GET", "/v1/freelancers", [200; 6]),
        row("users-update-me", "PATCH", "/v1/users/me", [401, 200, 200, 200, 200, 200]),
        with(row("users-add-portfolio-item", "POST", "/v1/users/me/portfolio", [401, 201, 201, 201, 201, 201]), json!({"title": "A bakery's shop"})),
        with(row("users-update-portfolio-item", "PATCH", "/v1/users/me/portfolio/{piece}", [401, 404, 404, 404, 200, 404]), json!({"title": "A bakery's shop"})),
        row("users-delete-portfolio-item", "DELETE", "/v1/users/me/portfolio/{piece}", [401, 404, 404, 404, 204, 404]),
        row("users-dashboard", "GET", "/v1/users/me/dashboard", [401, 200, 200, 200, 200, 200]),
        with(row("users-save-talent", "PUT", "/v1/users/me/saved/{freelancer}", [401, 204, 204, 204, 409, 204]), json!({"saved": true})),
        row("users-list-saved-talent", "GET", "/v1/users/me/saved", [401, 200, 200, 200, 200, 200]),
        row("users-activity", "GET", "/v1/users/me/activity", [401, 200, 200, 200, 200, 200]),
        row("users-export-data", "GET", "/v1/users/me/export", [401, 200, 200, 200, 200, 200]),
        with(row("users-delete-me", "POST", "/v1/users/me/delete", [401, 204, 204, 409, 409, 204]), json!({"password": PASSWORD})),
        row("users-get-me", "GET", "/v1/users/me", [401, 200, 200, 200, 200, 200]),
        row("tasks-search", "GET", "/v1/tasks", [200; 6]),
        row("tasks-get", "GET", "/v1/tasks/{task}", [200; 6]),
        row("tasks-list-mine", "GET", "/v1/tasks/mine", [401, 200, 200, 200, 200, 200]),
        row("tasks-list-categories", "GET", "/v1/categories", [200; 6]),
        with(row("tasks-create", "POST", "/v1/tasks", [401, 201, 403, 201, 403, 403]), app.task_body()),
        with(row("bids-create", "POST", "/v1/tasks/{task}/bids", [401, 403, 409, 409, 409, 403]), app.bid_body(40_000)),
        row("bids-list-for-task", "GET", "/v1/tasks/{task}/bids", [401, 403, 403, 200, 403, 403]),
        row("bids-list-mine", "GET", "/v1/bids/mine", [401, 200, 200, 200, 200, 200]),
        row("bids-withdraw", "POST", "/v1/bids/{bid}/withdraw", [401, 404, 404, 403, 409, 404]),
        with(row("bids-decline", "POST", "/v1/bids/{bid}/decline", [401, 404, 404, 409, 403, 404]), json!({"reason": "price"})),
        row("bids-accept", "POST", "/v1/bids/{bid}/accept", [401, 404, 404, 409, 403, 404]),
        row("contracts-list", "GET", "/v1/contracts", [401, 200, 200, 200, 200, 200]),
        row("contracts-get", "GET", "/v1/contracts/{contract}", [401, 404, 404, 200, 200, 200]),
        row("milestones-fund", "POST", "/v1/milestones/{milestone}/fund", [401, 404, 404, 409, 403, 404]),
        with(row("milestones-submit", "POST", "/v1/milestones/{milestone}/submissions", [401, 404, 404, 403, 201, 404]), json!({"note": "Done"})),
        with(row("milestones-request-revision", "POST", "/v1/milestones/{milestone}/revisions", [401, 404, 404, 201, 403, 404]), json!({"comment": "More", "criteria": ["Two colours"]})),
        row("milestones-approve", "POST", "/v1/milestones/{milestone}/approve", [401, 404, 404, 200, 403, 404]),
        with(row("files-create-upload", "POST", "/v1/files", [401, 201, 201, 201, 201, 201]), json!({"name": "a.txt", "contentType": "text/plain", "size": 5, "purpose": "task"})),
        row("files-get", "GET", "/v1/files/{file}", [401, 404, 404, 200, 404, 404]),
        row("files-delete", "DELETE", "/v1/files/{file}", [401, 404, 404, 204, 404, 404]),
        row("chat-ticket", "POST", "/v1/chat/ticket", [401, 200, 200, 200, 200, 200]),
        row("payments-onboarding", "POST", "/v1/payments/onboarding", [401, 403, 201, 403, 201, 403]),
        row("payments-account", "GET", "/v1/payments/account", [401, 200, 200, 200, 200, 200]),
        row("payments-list", "GET", "/v1/payments", [401, 200, 200, 200, 200, 200]),
        row("payments-get-invoice", "GET", "/v1/payments/{payment}/invoice", [401, 404, 404, 200, 404, 404]),
        row("payments-on-stripe-event", "POST", "/v1/payments/stripe-events", [400; 6]),
        row("system-health", "GET", "/v1/health", [200; 6]),
    ]
}

#[tokio::test]
async fn every_endpoint_knows_its_callers() {
    let app = TestApp::new().await;
    let rows = rows(&app);
    let mut wrong = Vec::new();
    for place in 0..rows.len() {
        for (caller, name) in CALLERS.into_iter().enumerate() {
            // A world of its own for each call: what an allowed caller does must not change the next one's answer.
            let app = TestApp::new().await;
            let row = &self::rows(&app)[place];
            let status = call(&app, row, caller).await;
            if status != row.statuses[caller] {
                wrong.push(format!(
                    "{} by {name}: {status}, expected {}",
                    row.function, row.statuses[caller]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn call(app: &TestApp, row: &Row, caller: usize) -> u16 {
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    if matches!(row.function, "milestones-request-revision" | "milestones-approve") {
        app.submit(&hired, &hired.milestones[0]).await;
    }
    let path = fill(app, row.path, &hired).await;
    let person: Option<Person> = match caller {
        0 => None,
        1 => Some(app.person("client").await),
        2 => Some(app.person("freelancer").await),
        3 => Some(hired.client.clone()),
        4 => Some(hired.freelancer.clone()),
        _ => Some(app.admin().await),
    };
    let body = (row.method != "GET").then(|| {
        if row.body.is_null() {
            json!({})
        } else {
            row.body.clone()
        }
    });
    let token = person.as_ref().map(|person| person.token.as_str());
    app.world
        .send(
            row.method,
            &path,
            Call {
                token,
                body,
                ..Call::default()
            },
        )
        .await
        .status
}

async fn fill(app: &TestApp, path: &str, hired: &Hired) -> String {
    let payments = app.get(&hired.client, "/v1/payments").await.body;
    let payment = payments["items"][0]["id"].as_str().unwrap().to_owned();
    let path = if path.contains("{session}") {
        let sessions = app.get(&hired.client, "/v1/auth/sessions").await.body;
        path.replace("{session}", sessions["items"][0]["id"].as_str().unwrap())
    } else if path.contains("{file}") {
        path.replace("{file}", &app.text_file(&hired.client, "task").await)
    } else if path.contains("{piece}") {
        let body = json!({"title": "A piece of work"});
        let piece = app
            .post(&hired.freelancer, "/v1/users/me/portfolio", body)
            .await
            .body;
        path.replace("{piece}", piece["id"].as_str().unwrap())
    } else {
        path.replace("{freelancer}", &hired.freelancer.id)
    };
    path.replace("{task}", &hired.task)
        .replace("{bid}", &hired.bid)
        .replace("{contract}", &hired.contract)
        .replace("{milestone}", &hired.milestones[0])
        .replace("{payment}", &payment)
}
