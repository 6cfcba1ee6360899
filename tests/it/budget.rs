//! Round trips and capacity units of every endpoint, as `docs/data-model.md` promises them: a read takes at most one
//! call to the table, a write at most two.

use proconnect_tests::{Answer, TestApp};
use serde_json::json;

/// Calls to the table and units, from the answer's `Server-Timing`.
fn cost(answer: &Answer) -> (u32, u32, f64) {
    let timing = answer.headers["server-timing"].to_str().unwrap();
    let number = |name: &str| -> f64 {
        let rest = timing.split(&format!("{name}=")).nth(1).unwrap();
        rest.split([' ', '"']).next().unwrap().parse().unwrap()
    };
    (number("reads") as u32, number("writes") as u32, number("units"))
}

#[track_caller]
fn check(name: &str, answer: &Answer, reads: u32, writes: u32, units: f64) {
    assert!(answer.status < 300, "{name}: {} {}", answer.status, answer.body);
    let found = cost(answer);
    println!(
        "{name:<30} {} + {} round trips, {:>5} units (at most {units})",
        found.0, found.1, found.2
    );
    assert_eq!((found.0, found.1), (reads, writes), "{name}: reads and writes");
    assert!(
        found.2 > 0.0 || reads + writes == 0,
        "{name}: no units were reported"
    );
    assert!(found.2 <= units, "{name}: {} units, at most {units}", found.2);
}

#[tokio::test]
async fn every_endpoint_keeps_its_budget() {
    let app = TestApp::new().await;
    let freelancer = app.person("freelancer").await;
    app.onboard(&freelancer).await;
    let client = app.person("client").await;

    let register = app.register("ada@example.com", "Ada", "client").await;
    check("auth-register", &register, 0, 1, 12.0);
    let body = json!({"email": "ada@example.com"});
    let resend = app.anonymous("POST", "/v1/auth/resend-code", Some(body)).await;
    check("auth-resend-code", &resend, 1, 1, 14.0);
    let body = json!({"email": "ada@example.com", "code": app.code_for("ada@example.com").await});
    let verify = app.anonymous("POST", "/v1/auth/verify-email", Some(body)).await;
    check("auth-verify-email", &verify, 1, 1, 10.0);
    let body = json!({"email": client.email, "password": proconnect_tests::PASSWORD});
    let login = app.anonymous("POST", "/v1/auth/login", Some(body)).await;
    check("auth-login", &login, 1, 1, 3.0);
    let cookie = |cookie: &str| proconnect_tests::Call {
        headers: vec![("cookie", cookie.to_owned())],
        ..Default::default()
    };
    let refresh = app
        .world
        .send("POST", "/v1/auth/refresh", cookie(&client.cookie))
        .await;
    check("auth-refresh", &refresh, 1, 1, 5.0);
    let next = proconnect_tests::Person::from(&client.email, &refresh);
    let logout = app
        .world
        .send("POST", "/v1/auth/logout", cookie(&next.cookie))
        .await;
    check("auth-logout", &logout, 1, 1, 5.0);
    check("users-get-me", &app.get(&client, "/v1/users/me").await, 1, 0, 1.0);

    let create = app.post(&client, "/v1/tasks", app.task_body()).await;
    check("tasks-create", &create, 1, 1, 26.0);
    let task = create.body["id"].as_str().unwrap().to_owned();
    for _ in 0..25 {
        app.task(&client).await;
    }
    check(
        "tasks-search (page of 20)",
        &app.anonymous("GET", "/v1/tasks", None).await,
        1,
        0,
        4.0,
    );
    check(
        "tasks-search (by category)",
        &app.anonymous("GET", "/v1/tasks?category=design", None).await,
        1,
        0,
        5.0,
    );
    check(
        "tasks-get",
        &app.get(&freelancer, &format!("/v1/tasks/{task}")).await,
        1,
        0,
        2.0,
    );
    check(
        "tasks-list-mine",
        &app.get(&client, "/v1/tasks/mine").await,
        1,
        0,
        4.0,
    );

    let bids = format!("/v1/tasks/{task}/bids");
    let create = app.post(&freelancer, &bids, app.bid_body(100_000)).await;
    check("bids-create", &create, 1, 1, 34.0);
    let bid = create.body["id"].as_str().unwrap().to_owned();
    check("bids-list-for-task", &app.get(&client, &bids).await, 1, 0, 2.0);
    check(
        "bids-list-mine",
        &app.get(&freelancer, "/v1/bids/mine").await,
        1,
        0,
        1.0,
    );
    let accept = app
        .post(&client, &format!("/v1/bids/{bid}/accept"), json!({}))
        .await;
    check("bids-accept", &accept, 1, 1, 60.0);
    app.drain().await;
    let contract = accept.body["id"].as_str().unwrap().to_owned();
    let milestone = accept.body["milestones"][0]["id"].as_str().unwrap().to_owned();

    check(
        "contracts-get",
        &app.get(&client, &format!("/v1/contracts/{contract}")).await,
        1,
        0,
        2.0,
    );
    check(
        "contracts-list",
        &app.get(&client, "/v1/contracts").await,
        1,
        0,
        1.0,
    );
    let fund = app
        .post(&client, &format!("/v1/milestones/{milestone}/fund"), json!({}))
        .await;
    check("milestones-fund", &fund, 1, 1, 14.0);
    app.world
        .visit(fund.body["checkoutUrl"].as_str().unwrap(), "paid")
        .await;
    app.drain().await;
    let path = format!("/v1/milestones/{milestone}/submissions");
    let submit = app.post(&freelancer, &path, json!({"note": "Done"})).await;
    check("milestones-submit", &submit, 1, 1, 26.0);
    let path = format!("/v1/milestones/{milestone}/revisions");
    let revision = app
        .post(
            &client,
            &path,
            json!({"comment": "More", "criteria": ["Two colours"]}),
        )
        .await;
    check("milestones-request-revision", &revision, 1, 1, 26.0);
    let approve = app
        .post(&client, &format!("/v1/milestones/{milestone}/approve"), json!({}))
        .await;
    check("milestones-approve", &approve, 1, 1, 44.0);
    app.drain().await;

    check(
        "payments-account",
        &app.get(&freelancer, "/v1/payments/account").await,
        1,
        0,
        1.0,
    );
    let history = app.get(&freelancer, "/v1/payments").await;
    check("payments-list", &history, 1, 0, 1.0);
    let payment = history.body["items"][0]["id"].as_str().unwrap();
    let invoice = app
        .get(&freelancer, &format!("/v1/payments/{payment}/invoice"))
        .await;
    check("payments-get-invoice", &invoice, 1, 0, 1.0);
    let onboarding = app.post(&freelancer, "/v1/payments/onboarding", json!({})).await;
    check("payments-onboarding", &onboarding, 1, 0, 1.0);
    check(
        "tasks-list-categories",
        &app.anonymous("GET", "/v1/categories", None).await,
        0,
        0,
        0.0,
    );
    check(
        "system-health",
        &app.anonymous("GET", "/v1/health", None).await,
        0,
        0,
        0.0,
    );
}
