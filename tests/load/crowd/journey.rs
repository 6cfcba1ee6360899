//! What the crowd does: mostly looking, sometimes posting, bidding, talking and approving.

use crate::api::Person;
use crate::people::{People, bid, task};
use crate::sockets::{Saying, Sockets};
use serde_json::{Value, json};
use std::sync::Arc;

/// Whether a request changes something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Read,
    Write,
}

/// One request.
pub(crate) struct Call {
    pub(crate) kind: Kind,
    pub(crate) name: &'static str,
    how: How,
}

enum How {
    Http {
        person: Person,
        url: String,
        body: Option<Value>,
    },
    Frame(Saying),
}

impl Call {
    /// Its status; 0 when no whole answer came.
    pub(crate) async fn send(self) -> u16 {
        let (person, url, body) = match self.how {
            How::Http { person, url, body } => (person, url, body),
            How::Frame(saying) => return saying.send().await,
        };
        let call = match &body {
            Some(body) => person.http.post(&url).json(body),
            None => person.http.get(&url),
        };
        let Ok(answer) = call.bearer_auth(&person.token).send().await else {
            return 0;
        };
        let status = answer.status().as_u16();
        answer.bytes().await.map_or(0, |_| status)
    }
}

/// Gives out one call after the other.
pub(crate) struct Journey {
    base: String,
    people: People,
    sockets: Arc<Sockets>,
    bids: usize,
}

impl Journey {
    pub(crate) fn new(base: &str, people: People, sockets: Arc<Sockets>) -> Self {
        Self {
            base: base.to_owned(),
            people,
            sockets,
            bids: 0,
        }
    }

    /// The `number`-th call. Of 200: 1 approval, 2 new tasks, 6 bids, 10 messages, the rest reads.
    pub(crate) fn call(&mut self, number: u32) -> Call {
        let who = number as usize;
        match number % 200 {
            0 => self.approve().unwrap_or_else(|| self.read(who)),
            50 | 150 => self.write("post", true, who / 50, "/v1/tasks", task(who)),
            5 | 35 | 65 | 95 | 125 | 155 => self.bid().unwrap_or_else(|| self.read(who)),
            turn if turn % 20 == 3 => self.say(number),
            _ => self.read(who),
        }
    }

    fn approve(&mut self) -> Option<Call> {
        let (client, id) = self.people.work.pop_front()?;
        let path = format!("/v1/milestones/{id}/approve");
        Some(self.write("approve", true, client, &path, json!({})))
    }

    /// One freelancer after the other, each time on another task: nobody bids twice on one.
    fn bid(&mut self) -> Option<Call> {
        let (freelancers, tasks) = (self.people.freelancers.len(), self.people.tasks.len());
        let (round, who) = (self.bids / freelancers, self.bids % freelancers);
        self.bids += 1;
        let path = format!("/v1/tasks/{}/bids", self.people.tasks[(who + round) % tasks]);
        (round < tasks).then(|| self.write("bid", false, who, &path, bid(0)))
    }

    fn say(&self, number: u32) -> Call {
        let window = number as usize / 20 % self.sockets.count();
        let room = &self.people.rooms[window % self.people.rooms.len()];
        Call {
            kind: Kind::Write,
            name: "message",
            how: How::Frame(self.sockets.say(window, room, number)),
        }
    }

    fn write(&self, name: &'static str, is_client: bool, who: usize, path: &str, body: Value) -> Call {
        self.http(Kind::Write, name, is_client, who, path, Some(body))
    }

    fn read(&self, number: usize) -> Call {
        let task = &self.people.tasks[number % self.people.tasks.len()];
        let (name, is_client, path) = match number % 10 {
            0..3 => ("browse", false, "/v1/tasks".to_owned()),
            3 | 4 => ("search", false, "/v1/tasks?q=logo".to_owned()),
            5 | 6 => ("task", false, format!("/v1/tasks/{task}")),
            7 => ("contracts", true, "/v1/contracts?role=client".to_owned()),
            8 => ("my bids", false, "/v1/bids/mine".to_owned()),
            _ => ("me", true, "/v1/users/me".to_owned()),
        };
        self.http(Kind::Read, name, is_client, number / 10, &path, None)
    }

    fn http(
        &self,
        kind: Kind,
        name: &'static str,
        is_client: bool,
        who: usize,
        path: &str,
        body: Option<Value>,
    ) -> Call {
        let all = if is_client {
            &self.people.clients
        } else {
            &self.people.freelancers
        };
        let how = How::Http {
            person: all[who % all.len()].clone(),
            url: format!("{}{path}", self.base),
            body,
        };
        Call { kind, name, how }
    }
}
