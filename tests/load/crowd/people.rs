//! The market before the crowd comes: people, rooms, open tasks, and work that waits for approval. Made in this process, with
//! hashes that cost nothing, before the program is started on the same state.

use crate::api::Person;
use proconnect_domain::{DAY, Timestamp};
use proconnect_tests::{Call, Expect as _, PASSWORD, TestApp, id};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::path::Path;

/// The most milestones of a bid.
const MILESTONES: usize = 20;

/// Everybody, and what they can go on with.
pub(crate) struct People {
    pub(crate) clients: Vec<Person>,
    pub(crate) freelancers: Vec<Person>,
    /// The room of each client with the freelancer of the same number.
    pub(crate) rooms: Vec<String>,
    /// Milestones to approve, each with the client that may.
    pub(crate) work: VecDeque<(usize, String)>,
    /// An open task of each client.
    pub(crate) tasks: Vec<String>,
}

impl People {
    /// Makes so many, with at least `approvals` milestones that are handed in.
    pub(crate) async fn make(folder: &Path, count: usize, approvals: usize) -> Self {
        let app = TestApp::with(|options| options.data_dir = Some(folder.to_owned())).await;
        let (mut clients, mut freelancers) = (Vec::new(), Vec::new());
        let (mut rooms, mut tasks) = (Vec::new(), Vec::new());
        for pair in 0..count / 2 {
            let client = registered(&app, 2 * pair, "client").await;
            let freelancer = registered(&app, 2 * pair + 1, "freelancer").await;
            let open = app.task(&client).await;
            rooms.push(opened(&app, 2 * pair + 1, &freelancer, &open).await);
            tasks.push(open);
            clients.push(client);
            freelancers.push(freelancer);
        }
        let mut work = VecDeque::new();
        for pair in 0..approvals.div_ceil(MILESTONES) {
            let who = pair % clients.len();
            let milestones = contract(&app, &clients[who], &freelancers[who]).await;
            work.extend(milestones.into_iter().map(|milestone| (who, milestone)));
        }
        app.drain().await;
        let browsers = |people: Vec<proconnect_tests::Person>, first: usize| {
            let people = people.into_iter().enumerate();
            people.map(move |(number, person)| Person::new(2 * number + first, person.token))
        };
        Self {
            clients: browsers(clients, 0).collect(),
            freelancers: browsers(freelancers, 1).collect(),
            rooms,
            work,
            tasks,
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.clients.len() + self.freelancers.len()
    }

    /// Clients first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Person> {
        self.clients.iter().chain(&self.freelancers)
    }
}

async fn from(
    app: &TestApp,
    number: usize,
    token: Option<&str>,
    path: &str,
    body: Value,
) -> proconnect_tests::Answer {
    // An address of their own, since a network may only try so often.
    let address = format!("10.7.{}.{}", number / 250, number % 250);
    let call = Call {
        token,
        body: Some(body),
        address: Some(&address),
        ..Call::default()
    };
    app.world.send("POST", path, call).await
}

async fn registered(app: &TestApp, number: usize, role: &str) -> proconnect_tests::Person {
    let email = format!("person{number}@crowd.example");
    let body =
        json!({"email": email, "password": PASSWORD, "name": format!("Robin Carter {role}"), "role": role});
    let answer = from(app, number, None, "/v1/auth/register", body).await;
    answer.expect_status(201);
    let body = json!({"email": email, "code": app.code_for(&email).await});
    let answer = from(app, number, None, "/v1/auth/verify-email", body).await;
    proconnect_tests::Person::from(&email, &answer.expect_status(200))
}

async fn opened(app: &TestApp, number: usize, freelancer: &proconnect_tests::Person, task: &str) -> String {
    let path = format!("/v1/tasks/{task}/room");
    let room = from(app, number, Some(&freelancer.token), &path, json!({})).await;
    id(&room.expect_status(201).body)
}

/// A contract whose milestones are all paid for and handed in: their ids.
async fn contract(
    app: &TestApp,
    client: &proconnect_tests::Person,
    freelancer: &proconnect_tests::Person,
) -> Vec<String> {
    app.onboard(freelancer).await;
    let task = app.task(client).await;
    let path = format!("/v1/tasks/{task}/bids");
    let made = app
        .post(freelancer, &path, bid(MILESTONES))
        .await
        .expect_status(201);
    let hired = app
        .accepted(client.clone(), freelancer.clone(), task, id(&made.body))
        .await;
    for milestone in &hired.milestones {
        app.fund(&hired, milestone).await;
        app.submit(&hired, milestone).await.expect_status(201);
    }
    hired.milestones
}

/// A good task.
pub(crate) fn task(number: usize) -> Value {
    let deadline = Timestamp::from_jiff(jiff::Timestamp::now()).plus(DAY * 20);
    json!({
        "title": format!("Design a logo, number {number}"), "description": "<p>A friendly logo for a bakery.</p>",
        "category": "design", "skills": ["Logo design"], "deadline": deadline,
        "budget": {"type": "fixed", "min": 10_000, "max": 50_000, "currency": "usd"},
    })
}

/// A good bid in so many equal parts.
pub(crate) fn bid(milestones: usize) -> Value {
    let due = Timestamp::from_jiff(jiff::Timestamp::now())
        .plus(DAY * 30)
        .to_string();
    let parts: Vec<Value> = (1..=milestones)
        .map(|number| {
            json!({
                "title": format!("Part {number}"), "description": "As agreed.", "dueDate": &due[..10],
                "amount": {"amount": 2_000, "currency": "usd"},
            })
        })
        .collect();
    let all = if milestones == 0 {
        40_000
    } else {
        2_000 * milestones
    };
    json!({
        "coverLetter": "I have drawn forty logos for small shops.", "amount": {"amount": all, "currency": "usd"},
        "timelineDays": 14, "milestones": parts,
    })
}
