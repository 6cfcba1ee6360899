//! Who talks: made in this process, with hashes that cost nothing, before the program is started on the same state.

use proconnect_tests::{Call, Expect as _, PASSWORD, Person, TestApp};
use serde_json::{Value, json};
use std::path::Path;

/// Everybody. The first half are clients, each with a room with the freelancer of the other half.
pub(crate) struct People {
    pub(crate) all: Vec<Person>,
    pub(crate) rooms: Vec<String>,
    /// Two rooms of the first client whose histories are compared: a short one, then a long one.
    pub(crate) histories: [String; 2],
}

impl People {
    /// Makes so many on a state.
    pub(crate) async fn make(folder: &Path, count: usize) -> Self {
        let app = TestApp::with(|options| options.data_dir = Some(folder.to_owned())).await;
        let (mut clients, mut freelancers, mut rooms) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..count / 2 {
            let client = registered(&app, 2 * clients.len(), "client").await;
            let freelancer = registered(&app, 2 * clients.len() + 1, "freelancer").await;
            let task = app.task(&client).await;
            rooms.push(opened(&app, clients.len(), &freelancer, &task).await);
            clients.push(client);
            freelancers.push(freelancer);
        }
        let mut histories = Vec::new();
        for freelancer in &freelancers[1..3] {
            let task = app.task(&clients[0]).await;
            let room = app.room_of(freelancer, &task).await;
            let mut window = app.connect(freelancer).await;
            app.say(&mut window, &room, "c-0", "Which colours do you like?")
                .await;
            app.world.disconnect(&window.id).await;
            histories.push(room);
        }
        app.drain().await;
        clients.extend(freelancers);
        Self {
            all: clients,
            rooms,
            histories: histories.try_into().unwrap(),
        }
    }

    /// The room of a window's person.
    pub(crate) fn room(&self, window: usize) -> &str {
        &self.rooms[window % self.rooms.len()]
    }
}

/// Somebody with an address of their own, since a network may only register so many.
async fn registered(app: &TestApp, number: usize, role: &str) -> Person {
    let (email, address) = (format!("{role}{number}@example.com"), address(number));
    let call = async |path: &str, body: Value| {
        let call = Call {
            body: Some(body),
            address: Some(&address),
            ..Call::default()
        };
        app.world.send("POST", path, call).await
    };
    let body = json!({"email": email, "password": PASSWORD, "name": format!("Robin {role}"), "role": role});
    call("/v1/auth/register", body).await.expect_status(201);
    let body = json!({"email": email, "code": app.code_for(&email).await});
    let answer = call("/v1/auth/verify-email", body).await;
    Person::from(&email, &answer.expect_status(200))
}

/// A freelancer's room about a task, opened from an address of its own as well.
async fn opened(app: &TestApp, number: usize, freelancer: &Person, task: &str) -> String {
    let address = address(number);
    let call = Call {
        token: Some(&freelancer.token),
        body: Some(json!({})),
        address: Some(&address),
        ..Call::default()
    };
    let room = app
        .world
        .send("POST", &format!("/v1/tasks/{task}/room"), call)
        .await;
    proconnect_tests::id(&room.expect_status(201).body)
}

fn address(number: usize) -> String {
    format!("10.7.{}.{}", number / 250, number % 250)
}
