//! The world that the callers meet: made once in a process, then copied.

use super::{End, Who};
use proconnect_domain::UserEvent;
use proconnect_tests::{Expect, Hired, PASSWORD, Person, Snapshot, TestApp, id};
use serde_json::{Value, json};
use tokio::sync::OnceCell;

static WORLD: OnceCell<Prepared> = OnceCell::const_new();

pub(super) struct Prepared {
    snapshot: Snapshot,
    hired: Hired,
    other_client: Person,
    other_freelancer: Person,
    admin: Person,
    unverified: Person,
    /// What stands in a path, and what for.
    places: Vec<(&'static str, String)>,
    /// What bodies are made with.
    pub(super) task: Value,
    pub(super) bid: Value,
}

impl Prepared {
    pub(super) async fn world() -> &'static Self {
        WORLD.get_or_init(Self::prepare).await
    }

    /// A client and a freelancer with two contracts, a milestone in each state that a row asks for, an open task with and
    /// one without a bid; two strangers, an admin, and somebody who has never verified their address.
    async fn prepare() -> Self {
        let app = TestApp::new().await;
        let hired = app.hired().await;
        let (reviewed, funded) = (&hired.milestones[0], &hired.milestones[1]);
        app.fund(&hired, reviewed).await;
        app.fund(&hired, funded).await;
        app.submit(&hired, reviewed).await.expect_status(201);
        let (room, message) = asked(&app, &hired).await;
        let mut places = vec![
            ("{reviewed}", reviewed.clone()),
            ("{funded}", funded.clone()),
            ("{unfunded}", unfunded(&app, &hired).await),
            ("{dispute}", argued(&app, &hired).await),
            ("{asked}", asked_back(&app, &hired).await),
            ("{task}", app.task(&hired.client).await),
            ("{hired_task}", hired.task.clone()),
            ("{room}", room),
            ("{message}", message),
            ("{bid}", open_bid(&app, &hired).await),
            ("{asked_again}", asked_about(&app, &hired).await),
            ("{contract}", hired.contract.clone()),
            ("{freelancer}", hired.freelancer.id.clone()),
            ("{piece}", app.piece(&hired.freelancer, "A piece of work").await),
            ("{file}", app.text_file(&hired.client, "task").await),
            ("{payment}", first(&app, &hired.client, "/v1/payments").await),
            ("{session}", first(&app, &hired.client, "/v1/auth/sessions").await),
        ];
        let (stuck, stuck_payment) = stuck(&app, &hired).await;
        places.extend([("{stuck}", stuck), ("{stuck_payment}", stuck_payment)]);
        app.drain().await;
        let link = unsubscribe(&app, &hired.client);
        places.push(("{unsubscribe}", link));
        let (other_client, other_freelancer) = (app.person("client").await, app.person("freelancer").await);
        let (admin, unverified) = (app.admin().await, app.unverified("una@example.com").await);
        app.drain().await;
        Self {
            snapshot: app.snapshot().await,
            task: app.task_body(),
            bid: app.bid_body(40_000),
            hired,
            other_client,
            other_freelancer,
            admin,
            unverified,
            places,
        }
    }

    /// A world of one call, in which its caller is what the name says.
    pub(super) async fn go_on(&self, who: Who) -> TestApp {
        let app = self.snapshot.go_on().await;
        match who {
            Who::SuspendedClient => app.happens(&self.hired.client, UserEvent::Suspend).await,
            Who::SuspendedFreelancer => app.happens(&self.hired.freelancer, UserEvent::Suspend).await,
            Who::ClosedClient => app.happens(&self.hired.client, UserEvent::Delete).await,
            _ => {}
        }
        app
    }

    /// A world of one call, in which its caller's session has ended.
    pub(super) async fn after(&self, who: Who, end: End) -> TestApp {
        let app = self.snapshot.go_on().await;
        let person = match who {
            Who::Freelancer => &self.hired.freelancer,
            _ => &self.hired.client,
        };
        match end {
            End::LoggedOut => app.log_out(person).await,
            End::PasswordChanged => {
                let elsewhere = app.log_in(person).await;
                let body = json!({"current": PASSWORD, "password": "another pass phrase"});
                let changed = app.post(&elsewhere, "/v1/auth/change-password", body).await;
                changed.expect_status(200);
            }
        }
        app
    }

    /// The freelancer's id, for bodies that name them.
    pub(super) fn freelancer(&self) -> &str {
        &self.hired.freelancer.id
    }

    pub(super) fn token(&self, who: Who) -> Option<&str> {
        let person = match who {
            Who::Nobody => return None,
            Who::OtherClient => &self.other_client,
            Who::OtherFreelancer => &self.other_freelancer,
            Who::Client | Who::SuspendedClient | Who::ClosedClient => &self.hired.client,
            Who::Freelancer | Who::SuspendedFreelancer => &self.hired.freelancer,
            Who::Admin => &self.admin,
            Who::Unverified => &self.unverified,
        };
        Some(&person.token)
    }

    pub(super) fn fill(&self, path: &str) -> String {
        let filled = |path: String, (place, id): &(&str, String)| path.replace(place, id);
        self.places.iter().fold(path.to_owned(), filled)
    }
}

/// A second contract, whose only milestone nobody has paid for.
async fn unfunded(app: &TestApp, hired: &Hired) -> String {
    let bid = open_bid(app, hired).await;
    let path = format!("/v1/bids/{bid}/accept");
    let contract = app.post(&hired.client, &path, json!({})).await;
    id(&contract.expect_status(201).body["milestones"][0])
}

/// A second contract, about whose only milestone the client has opened a dispute.
async fn argued(app: &TestApp, hired: &Hired) -> String {
    let milestone = unfunded(app, hired).await;
    app.fund(hired, &milestone).await;
    let opened = app.open_dispute(&hired.client, &milestone).await;
    id(&opened.expect_status(201).body)
}

/// A second contract, whose money the client asks for.
async fn asked_back(app: &TestApp, hired: &Hired) -> String {
    let milestone = unfunded(app, hired).await;
    app.fund(hired, &milestone).await;
    let asked = app.ask_back(&hired.client, &milestone, 10_000).await;
    id(&asked.expect_status(201).body)
}

/// A second contract, whose money could not be given back; its milestone, and the line of history.
async fn stuck(app: &TestApp, hired: &Hired) -> (String, String) {
    let milestone = unfunded(app, hired).await;
    app.fund(hired, &milestone).await;
    app.argue_about_charges(true).await;
    app.give_back(&hired.freelancer, &milestone, 10_000)
        .await
        .expect_status(201);
    app.drain().await;
    app.argue_about_charges(false).await;
    let payment = app.line_of(&hired.client, "refund").await;
    (milestone, payment)
}

/// The freelancer's room about another open task of the client, and what they asked there.
async fn asked(app: &TestApp, hired: &Hired) -> (String, String) {
    let task = app.task(&hired.client).await;
    let room = app.room_of(&hired.freelancer, &task).await;
    let mut window = app.connect(&hired.freelancer).await;
    let said = app.say(&mut window, &room, "c-1", "Which colours?").await;
    app.world.disconnect(&window.id).await;
    (room, id(&said))
}

/// The freelancer's open bid on an open task of the client.
async fn open_bid(app: &TestApp, hired: &Hired) -> String {
    let task = app.task(&hired.client).await;
    app.bid(&hired.freelancer, &task, 40_000).await
}

/// The freelancer's open bid on a task that has changed since.
async fn asked_about(app: &TestApp, hired: &Hired) -> String {
    let task = app.task(&hired.client).await;
    let bid = app.bid(&hired.freelancer, &task, 40_000).await;
    let body = json!({"location": "Bremen"});
    let changed = app
        .call(&hired.client, "PATCH", &format!("/v1/tasks/{task}"), Some(body))
        .await;
    changed.expect_status(200);
    app.drain().await;
    bid
}

/// The id of the first thing of a list.
async fn first(app: &TestApp, person: &Person, path: &str) -> String {
    id(&app.get(person, path).await.expect_status(200).body["items"][0])
}

/// The token of the link that turns off mails about bids, from one of them.
fn unsubscribe(app: &TestApp, client: &Person) -> String {
    let mails = app.world.mails(&client.email).unwrap();
    let link = mails
        .iter()
        .find_map(|mail| mail.text.split_once("/unsubscribe?token="));
    link.expect("a bid was mailed").1.trim().to_owned()
}
