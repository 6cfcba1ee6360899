//! Twenty at once: every step of the money meets its neighbours, and each gets an answer that says what has happened.

use proconnect_domain::{DAY, Date};
use proconnect_tests::{Answer, Call, Expect, Hired, TestApp, id};
use serde_json::{Value, json};

const TIMES: usize = 20;

/// The same call so often, at the same moment.
async fn at_once(app: &TestApp, token: &str, calls: impl Iterator<Item = (String, Value)>) -> Vec<Answer> {
    let mut tasks = tokio::task::JoinSet::new();
    for (path, body) in calls {
        let (world, token) = (std::sync::Arc::clone(&app.world), token.to_owned());
        tasks.spawn(async move {
            let call = Call {
                token: Some(&token),
                body: Some(body),
                ..Call::default()
            };
            world.send("POST", &path, call).await
        });
    }
    tasks.join_all().await
}

fn times(path: String, body: Value) -> impl Iterator<Item = (String, Value)> {
    std::iter::repeat_n((path, body), TIMES)
}

/// How many answers have which status and code.
fn count(answers: &[Answer]) -> Vec<(u16, String, usize)> {
    let mut found = std::collections::BTreeMap::new();
    for answer in answers {
        let code = answer.body["code"].as_str().unwrap_or_default().to_owned();
        *found.entry((answer.status, code)).or_insert(0) += 1;
    }
    found
        .into_iter()
        .map(|((status, code), times)| (status, code, times))
        .collect()
}

/// A contract of twenty milestones.
async fn hired_for_many(app: &TestApp) -> Hired {
    let freelancer = app.person("freelancer").await;
    app.onboard(&freelancer).await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    let money = |amount: usize| json!({"amount": amount, "currency": "usd"});
    let due = Date::of(app.world.now().plus(DAY * 20));
    let milestone = |number: usize| json!({"title": format!("Part {number}"), "description": "A part", "amount": money(1_000), "dueDate": due});
    let body = json!({
        "coverLetter": "I have drawn forty logos for small shops.", "amount": money(TIMES * 1_000), "timelineDays": 14,
        "milestones": (1..=TIMES).map(milestone).collect::<Vec<_>>(),
    });
    let bid = app
        .post(&freelancer, &format!("/v1/tasks/{task}/bids"), body)
        .await
        .expect_status(201);
    app.accepted(client, freelancer, task, id(&bid.body)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_milestone() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    let path = |step: &str| format!("/v1/milestones/{milestone}/{step}");

    let funded = at_once(&app, &hired.client.token, times(path("fund"), json!({}))).await;
    assert_eq!(count(&funded), [(201, String::new(), TIMES)]);
    assert!(
        funded.iter().all(|answer| answer.body == funded[0].body),
        "one page"
    );
    assert_eq!(app.stripe_objects("checkout.session").await.len(), 1);
    app.fund(&hired, milestone).await;

    let note = json!({"note": "Three drafts are ready."});
    let submitted = at_once(&app, &hired.freelancer.token, times(path("submissions"), note)).await;
    assert_eq!(
        count(&submitted),
        [
            (201, String::new(), 1),
            (409, "invalid_state".to_owned(), TIMES - 1)
        ]
    );

    let revision = json!({"comment": "More blue.", "criteria": ["Two colours"]});
    let asked = at_once(&app, &hired.client.token, times(path("revisions"), revision)).await;
    assert_eq!(
        count(&asked),
        [
            (201, String::new(), 1),
            (409, "invalid_state".to_owned(), TIMES - 1)
        ]
    );
    app.submit(&hired, milestone).await.expect_status(201);

    let approved = at_once(&app, &hired.client.token, times(path("approve"), json!({}))).await;
    assert_eq!(count(&approved), [(200, String::new(), TIMES)]);
    app.drain().await;
    assert_eq!(app.transfers().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_milestones_of_one_contract() {
    let app = TestApp::new().await;
    let hired = hired_for_many(&app).await;
    let each = |step: &'static str, body: Value| {
        let paths = hired
            .milestones
            .iter()
            .map(move |id| format!("/v1/milestones/{id}/{step}"));
        paths
            .map(move |path| (path, body.clone()))
            .collect::<Vec<_>>()
            .into_iter()
    };
    let pages = at_once(&app, &hired.client.token, each("fund", json!({}))).await;
    assert_eq!(count(&pages), [(201, String::new(), TIMES)]);
    for page in &pages {
        app.world
            .visit(page.body["checkoutUrl"].as_str().unwrap(), "paid")
            .await;
    }
    // The workers collide as well, on the contract and on the client's invoice numbers.
    app.drain().await;
    let history = app.get(&hired.client, "/v1/payments?limit=100").await.body;
    let mut numbers: Vec<&str> = history["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|line| line["invoiceNumber"].as_str())
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), TIMES);

    let note = json!({"note": "It is ready."});
    let submitted = at_once(&app, &hired.freelancer.token, each("submissions", note)).await;
    assert_eq!(count(&submitted), [(201, String::new(), TIMES)]);
    let approved = at_once(&app, &hired.client.token, each("approve", json!({}))).await;
    assert_eq!(count(&approved), [(200, String::new(), TIMES)]);
    app.drain().await;
    assert_eq!(app.transfers().await.len(), TIMES);
    let contract = app
        .get(&hired.client, &format!("/v1/contracts/{}", hired.contract))
        .await
        .body;
    assert_eq!(
        (&contract["status"], &contract["progress"]["percent"]),
        (&json!("completed"), &json!(100))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn accepting_and_onboarding() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    let bid = app.bid(&freelancer, &task, 100_000).await;
    let accepted = at_once(
        &app,
        &client.token,
        times(format!("/v1/bids/{bid}/accept"), json!({})),
    )
    .await;
    assert_eq!(
        count(&accepted),
        [
            (201, String::new(), 1),
            (409, "bid_decided".to_owned(), TIMES - 1)
        ]
    );
    let links = at_once(
        &app,
        &freelancer.token,
        times("/v1/payments/onboarding".to_owned(), json!({})),
    )
    .await;
    assert_eq!(count(&links), [(201, String::new(), TIMES)]);
    assert_eq!(app.stripe_objects("account").await.len(), 1);
}
