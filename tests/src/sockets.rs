//! Open connections, as a browser has them.

use crate::{Call, Expect, PASSWORD, Person, TestApp};
use proconnect_domain::UserId;
use proconnect_local::sockets::Connection;
use serde_json::{Value, json};

impl TestApp {
    /// A ticket for one connection.
    pub async fn ticket(&self, person: &Person) -> String {
        let answer = self.post(person, "/v1/chat/ticket", Value::Null).await;
        let answer = answer.expect_status(200);
        answer.body["ticket"].as_str().unwrap().to_owned()
    }

    /// An open connection.
    pub async fn connect(&self, person: &Person) -> Connection {
        let query = format!("ticket={}", self.ticket(person).await);
        self.world.connect(&query).await.expect("a fresh ticket")
    }

    /// The ids of somebody's connections that the table knows.
    pub async fn connections(&self, person: &Person) -> Vec<String> {
        let id: UserId = person.id.parse().unwrap();
        let connections = self.world.app.store.connections().of(id).await.unwrap();
        connections.into_iter().map(|connection| connection.id).collect()
    }

    /// Another session of somebody.
    pub async fn log_in(&self, person: &Person) -> Person {
        let body = json!({"email": person.email, "password": PASSWORD});
        let answer = self.anonymous("POST", "/v1/auth/login", Some(body)).await;
        Person::from(&person.email, &answer.expect_status(200))
    }

    /// Ends somebody's session.
    pub async fn log_out(&self, person: &Person) {
        let call = Call {
            headers: vec![("cookie", person.cookie.clone())],
            ..Call::default()
        };
        self.world
            .send("POST", "/v1/auth/logout", call)
            .await
            .expect_status(204);
    }
}
