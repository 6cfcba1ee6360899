//! Round trips and capacity units of every endpoint, as `docs/data-model.md` promises them: a read takes at most one
//! call to the table, a write at most two.

use proconnect_tests::{Answer, TestApp, root};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Calls to the table and units, from the answer's `Server-Timing`.
fn cost(answer: &Answer) -> (u32, u32, f64) {
    let timing = answer.headers["server-timing"].to_str().unwrap();
    let number = |name: &str| -> f64 {
        let rest = timing.split(&format!("{name}=")).nth(1).unwrap();
        rest.split([' ', '"']).next().unwrap().parse().unwrap()
    };
    (number("reads") as u32, number("writes") as u32, number("units"))
}

/// The rows of the document: function, reads, writes, units at most.
fn promises() -> BTreeMap<String, (u32, u32, f64)> {
    let text = std::fs::read_to_string(root().join("docs/data-model.md")).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let name = cells.get(1)?.strip_prefix('`')?.strip_suffix('`')?;
        Some((
            name.to_owned(),
            (
                cells.get(3)?.parse().ok()?,
                cells.get(4)?.parse().ok()?,
                cells.get(5)?.parse().ok()?,
            ),
        ))
    };
    text.lines().filter_map(row).collect()
}

/// Seldom called, and by nature about all that a person has: they read every page of it.
const WHOLE: [&str; 2] = ["users-export-data", "users-delete-me"];

/// Holds answers to their rows.
struct Budget {
    promised: BTreeMap<String, (u32, u32, f64)>,
    seen: BTreeSet<String>,
}

impl Budget {
    #[track_caller]
    fn check(&mut self, name: &str, answer: &Answer) {
        assert!(answer.status < 300, "{name}: {} {}", answer.status, answer.body);
        let (reads, writes, units) = *self
            .promised
            .get(name)
            .unwrap_or_else(|| panic!("{name} has no row"));
        let found = cost(answer);
        println!(
            "{name:<28} {} + {} round trips, {:>5} units (budget {reads} + {writes}, {units})",
            found.0, found.1, found.2
        );
        assert_eq!((found.0, found.1), (reads, writes), "{name}: reads and writes");
        assert!(
            found.2 > 0.0 || reads + writes == 0,
            "{name}: no units were reported"
        );
        assert!(found.2 <= units, "{name}: {} units, at most {units}", found.2);
        self.seen.insert(name.to_owned());
    }
}

#[tokio::test]
async fn every_endpoint_keeps_its_budget() {
    let app = TestApp::new().await;
    let mut budget = Budget {
        promised: promises(),
        seen: BTreeSet::new(),
    };
    assert!(
        budget
            .promised
            .iter()
            .filter(|(name, _)| !WHOLE.contains(&name.as_str()))
            .all(|(_, (reads, writes, _))| *reads <= 1 && *writes <= 2)
    );
    let freelancer = app.person("freelancer").await;
    app.onboard(&freelancer).await;
    let client = app.person("client").await;

    app.rest().await;
    // Buckets that are not full cost a read and a write more: let them fill between calls of one address.
    let register = app.register("ada@example.com", "Ada", "client").await;
    budget.check("auth-register", &register);
    let body = json!({"email": "ada@example.com"});
    app.rest().await;
    let resend = app.anonymous("POST", "/v1/auth/resend-code", Some(body)).await;
    budget.check("auth-resend-code", &resend);
    let body = json!({"email": "ada@example.com", "code": app.code_for("ada@example.com").await});
    app.rest().await;
    let verify = app.anonymous("POST", "/v1/auth/verify-email", Some(body)).await;
    budget.check("auth-verify-email", &verify);
    let body = json!({"email": client.email, "password": proconnect_tests::PASSWORD});
    app.rest().await;
    let login = app.anonymous("POST", "/v1/auth/login", Some(body)).await;
    budget.check("auth-login", &login);
    let cookie = |cookie: &str| proconnect_tests::Call {
        headers: vec![("cookie", cookie.to_owned())],
        ..Default::default()
    };
    let refresh = app
        .world
        .send("POST", "/v1/auth/refresh", cookie(&client.cookie))
        .await;
    budget.check("auth-refresh", &refresh);
    let next = proconnect_tests::Person::from(&client.email, &refresh);
    let logout = app
        .world
        .send("POST", "/v1/auth/logout", cookie(&next.cookie))
        .await;
    budget.check("auth-logout", &logout);
    budget.check("users-get-me", &app.get(&client, "/v1/users/me").await);
    accounts(&app, &mut budget).await;
    people(&app, &mut budget).await;

    app.rest().await;
    let announce = app.announce(&client, "task", "a.txt", "text/plain", 5).await;
    budget.check("files-create-upload", &announce);
    let path = format!("/v1/files/{}", app.text_file(&client, "task").await);
    budget.check("files-get", &app.get(&client, &path).await);
    budget.check("files-delete", &app.call(&client, "DELETE", &path, None).await);
    let create = app.post(&client, "/v1/tasks", app.task_body()).await;
    budget.check("tasks-create", &create);
    let task = create.body["id"].as_str().unwrap().to_owned();
    for _ in 0..25 {
        app.task(&client).await;
    }
    budget.check("tasks-search", &app.anonymous("GET", "/v1/tasks", None).await);
    budget.check(
        "tasks-search",
        &app.anonymous("GET", "/v1/tasks?category=design", None).await,
    );
    budget.check(
        "tasks-get",
        &app.get(&freelancer, &format!("/v1/tasks/{task}")).await,
    );
    budget.check("tasks-list-mine", &app.get(&client, "/v1/tasks/mine").await);

    let bids = format!("/v1/tasks/{task}/bids");
    let create = app.post(&freelancer, &bids, app.bid_body(100_000)).await;
    budget.check("bids-create", &create);
    let showing = showing_work(&app, &client).await;
    budget.check("bids-create", &showing);
    let bid = create.body["id"].as_str().unwrap().to_owned();
    budget.check("bids-list-for-task", &app.get(&client, &bids).await);
    budget.check("bids-list-mine", &app.get(&freelancer, "/v1/bids/mine").await);
    let accept = app
        .post(&client, &format!("/v1/bids/{bid}/accept"), json!({}))
        .await;
    budget.check("bids-accept", &accept);
    app.drain().await;
    let contract = accept.body["id"].as_str().unwrap().to_owned();
    let milestone = accept.body["milestones"][0]["id"].as_str().unwrap().to_owned();

    budget.check(
        "contracts-get",
        &app.get(&client, &format!("/v1/contracts/{contract}")).await,
    );
    budget.check("contracts-list", &app.get(&client, "/v1/contracts").await);
    let fund = app
        .post(&client, &format!("/v1/milestones/{milestone}/fund"), json!({}))
        .await;
    budget.check("milestones-fund", &fund);
    app.world
        .visit(fund.body["checkoutUrl"].as_str().unwrap(), "paid")
        .await;
    app.drain().await;
    let path = format!("/v1/milestones/{milestone}/submissions");
    let submit = app.post(&freelancer, &path, json!({"note": "Done"})).await;
    budget.check("milestones-submit", &submit);
    let path = format!("/v1/milestones/{milestone}/revisions");
    let revision = app
        .post(
            &client,
            &path,
            json!({"comment": "More", "criteria": ["Two colours"]}),
        )
        .await;
    budget.check("milestones-request-revision", &revision);
    let approve = app
        .post(&client, &format!("/v1/milestones/{milestone}/approve"), json!({}))
        .await;
    budget.check("milestones-approve", &approve);
    app.drain().await;

    budget.check(
        "payments-account",
        &app.get(&freelancer, "/v1/payments/account").await,
    );
    let history = app.get(&freelancer, "/v1/payments").await;
    budget.check("payments-list", &history);
    let payment = history.body["items"][0]["id"].as_str().unwrap();
    let invoice = app
        .get(&freelancer, &format!("/v1/payments/{payment}/invoice"))
        .await;
    budget.check("payments-get-invoice", &invoice);
    let onboarding = app.post(&freelancer, "/v1/payments/onboarding", json!({})).await;
    budget.check("payments-onboarding", &onboarding);
    budget.check(
        "tasks-list-categories",
        &app.anonymous("GET", "/v1/categories", None).await,
    );
    budget.check("system-health", &app.anonymous("GET", "/v1/health", None).await);

    let other = app.person("freelancer").await;
    let task = app.task(&client).await;
    let bid = app.bid(&other, &task, 40_000).await;
    let decline = app
        .post(
            &client,
            &format!("/v1/bids/{bid}/decline"),
            json!({"reason": "price"}),
        )
        .await;
    budget.check("bids-decline", &decline);
    let task = app.task(&client).await;
    let bid = app.bid(&other, &task, 40_000).await;
    let withdraw = app
        .post(&other, &format!("/v1/bids/{bid}/withdraw"), json!({}))
        .await;
    budget.check("bids-withdraw", &withdraw);
    budget.check("payments-on-stripe-event", &stripe_event(&app).await);
    let ticket = app.call(&client, "POST", "/v1/chat/ticket", None).await;
    budget.check("chat-ticket", &ticket);

    let http = app
        .world
        .template
        .routes
        .iter()
        .map(|route| route.function.clone());
    let missing: Vec<String> = http.filter(|function| !budget.seen.contains(function)).collect();
    assert!(missing.is_empty(), "no budget was checked for {missing:?}");
}

/// A bid with a piece of a portfolio: the profile rides along.
async fn showing_work(app: &TestApp, client: &proconnect_tests::Person) -> Answer {
    let felix = app.person("freelancer").await;
    let bids = format!("/v1/tasks/{}/bids", app.task(client).await);
    let mut body = app.bid_body(100_000);
    body["portfolioItemIds"] = json!([app.piece(&felix, "A bakery's shop").await]);
    app.post(&felix, &bids, body).await
}

/// The security of an account.
async fn accounts(app: &TestApp, budget: &mut Budget) {
    let ada = app.person("client").await;
    let body = json!({"email": ada.email});
    app.rest().await;
    let forgot = app
        .anonymous("POST", "/v1/auth/forgot-password", Some(body))
        .await;
    budget.check("auth-forgot-password", &forgot);
    let body = json!({"token": app.reset_token(&ada.email).await, "password": "another pass phrase"});
    app.rest().await;
    let reset = app.anonymous("POST", "/v1/auth/reset-password", Some(body)).await;
    budget.check("auth-reset-password", &reset);

    let ada = app.person("client").await;
    budget.check("auth-list-sessions", &app.get(&ada, "/v1/auth/sessions").await);
    let sessions = app.get(&ada, "/v1/auth/sessions").await.body;
    let path = format!(
        "/v1/auth/sessions/{}",
        sessions["items"][0]["id"].as_str().unwrap()
    );
    budget.check(
        "auth-revoke-session",
        &app.call(&ada, "DELETE", &path, None).await,
    );
    let body = json!({"current": proconnect_tests::PASSWORD, "password": "another pass phrase"});
    app.rest().await;
    let change = app.post(&ada, "/v1/auth/change-password", body).await;
    budget.check("auth-change-password", &change);

    let eve = app.person("client").await;
    let password = json!({"password": proconnect_tests::PASSWORD});
    app.rest().await;
    let enrolled = app.post(&eve, "/v1/auth/totp", password).await;
    budget.check("auth-enroll-totp", &enrolled);
    app.rest().await;
    let secret = enrolled.body["secret"].as_str().unwrap();
    let code = proconnect_auth::code_at(secret, app.world.now()).unwrap();
    let confirmed = app
        .post(&eve, "/v1/auth/totp/confirm", json!({"code": code}))
        .await;
    budget.check("auth-confirm-totp", &confirmed);
    app.rest().await;
    let code = confirmed.body["recoveryCodes"][0].as_str().unwrap();
    let body = json!({"password": proconnect_tests::PASSWORD, "code": code});
    budget.check(
        "auth-disable-totp",
        &app.post(&eve, "/v1/auth/totp/disable", body).await,
    );
    app.rest().await;
}

/// Profiles.
async fn people(app: &TestApp, budget: &mut Budget) {
    let (ada, felix) = (app.person("client").await, app.person("freelancer").await);
    let body =
        json!({"headline": "Web developer", "bio": "b".repeat(500), "skills": ["Rust"], "name": "Felix"});
    budget.check(
        "users-update-me",
        &app.call(&felix, "PATCH", "/v1/users/me", Some(body)).await,
    );
    let body = json!({"title": "A bakery's shop"});
    let piece = app.post(&felix, "/v1/users/me/portfolio", body.clone()).await;
    budget.check("users-add-portfolio-item", &piece);
    let path = format!("/v1/users/me/portfolio/{}", piece.body["id"].as_str().unwrap());
    budget.check(
        "users-update-portfolio-item",
        &app.call(&felix, "PATCH", &path, Some(body)).await,
    );
    budget.check(
        "users-delete-portfolio-item",
        &app.call(&felix, "DELETE", &path, None).await,
    );
    budget.check(
        "users-get",
        &app.get(&ada, &format!("/v1/users/{}", felix.id)).await,
    );
    budget.check(
        "users-search",
        &app.anonymous("GET", "/v1/freelancers?q=rust", None).await,
    );
    let path = format!("/v1/users/me/saved/{}", felix.id);
    let save = app.call(&ada, "PUT", &path, Some(json!({"saved": true}))).await;
    budget.check("users-save-talent", &save);
    budget.check(
        "users-list-saved-talent",
        &app.get(&ada, "/v1/users/me/saved").await,
    );
    budget.check("users-dashboard", &app.get(&ada, "/v1/users/me/dashboard").await);
    budget.check("users-activity", &app.get(&ada, "/v1/users/me/activity").await);
    budget.check("users-export-data", &app.get(&ada, "/v1/users/me/export").await);
    app.rest().await;
    let body = json!({"password": proconnect_tests::PASSWORD});
    budget.check(
        "users-delete-me",
        &app.post(&ada, "/v1/users/me/delete", body).await,
    );
}

async fn stripe_event(app: &TestApp) -> Answer {
    let body = json!({"id": "evt_x", "type": "x", "data": {"object": {"id": "x"}}}).to_string();
    let now = app.world.now().as_millis() / 1000;
    let signature = proconnect_payments::webhook::sign("whsec_local_stand_in", body.as_bytes(), now);
    let headers = vec![("stripe-signature", format!("t={now},v1={signature}"))];
    let call = proconnect_tests::Call {
        raw: Some(body.into()),
        headers,
        ..Default::default()
    };
    app.world.send("POST", "/v1/payments/stripe-events", call).await
}
