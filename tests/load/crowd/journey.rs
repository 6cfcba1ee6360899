//! What the crowd does: mostly looking, sometimes posting, bidding and approving.

use crate::api::Person;
use crate::people::{People, bid, task};
use serde_json::Value;
use std::collections::HashSet;

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
    person: Person,
    url: String,
    body: Option<Value>,
}

impl Call {
    /// Its status; 0 when no whole answer came.
    pub(crate) async fn send(&self) -> u16 {
        let call = match &self.body {
            Some(body) => self.person.http.post(&self.url).json(body),
            None => self.person.http.get(&self.url),
        };
        let Ok(answer) = call.bearer_auth(&self.person.token).send().await else {
            return 0;
        };
        let status = answer.status().as_u16();
        answer.bytes().await.map_or(0, |_| status)
    }
}

/// Gives out one call after the other.
pub(crate) struct Journey {
    people: People,
    /// Bids that were made: a second one on a task would be refused.
    made: HashSet<(usize, usize)>,
}

impl Journey {
    pub(crate) fn new(people: People) -> Self {
        Self {
            people,
            made: HashSet::new(),
        }
    }

    /// The `number`-th call. Of 200: 1 approval, 2 new tasks, 6 bids, the rest reads.
    pub(crate) fn call(&mut self, number: u32) -> Call {
        let turn = number as usize / 200;
        match number % 200 {
            0 => self.approve().unwrap_or_else(|| self.read(number)),
            50 | 150 => self.write(
                "post",
                true,
                turn + number as usize,
                "/v1/tasks".to_owned(),
                task(number as usize),
            ),
            5 | 35 | 65 | 95 | 125 | 155 => self.bid(number as usize),
            _ => self.read(number),
        }
    }

    fn approve(&mut self) -> Option<Call> {
        let (client, id) = self.people.work.pop_front()?;
        Some(self.write(
            "approve",
            true,
            client,
            format!("/v1/milestones/{id}/approve"),
            serde_json::json!({}),
        ))
    }

    /// Each freelancer bids on each of the first tasks once; then it is read instead.
    fn bid(&mut self, number: usize) -> Call {
        let (freelancers, tasks) = (self.people.freelancers.len(), self.people.tasks.len());
        let pair = (number / 5 % freelancers, number / 5 / freelancers % tasks);
        if !self.made.insert(pair) {
            return self.read(number as u32);
        }
        let path = format!("/v1/tasks/{}/bids", self.people.tasks[pair.1]);
        self.write("bid", false, pair.0, path, bid(0))
    }

    fn write(&self, name: &'static str, is_client: bool, who: usize, path: String, body: Value) -> Call {
        let all = if is_client {
            &self.people.clients
        } else {
            &self.people.freelancers
        };
        let person = all[who % all.len()].clone();
        Call {
            kind: Kind::Write,
            name,
            person,
            url: format!("{}{path}", self.people.base),
            body: Some(body),
        }
    }

    fn read(&self, number: u32) -> Call {
        let people = &self.people;
        let task = &people.tasks[number as usize % people.tasks.len()];
        let (name, is_client, path) = match number % 10 {
            0..3 => ("browse", false, "/v1/tasks".to_owned()),
            3 | 4 => ("search", false, "/v1/tasks?q=logo".to_owned()),
            5 | 6 => ("task", false, format!("/v1/tasks/{task}")),
            7 => ("contracts", true, "/v1/contracts?role=client".to_owned()),
            8 => ("my bids", false, "/v1/bids/mine".to_owned()),
            _ => ("me", true, "/v1/users/me".to_owned()),
        };
        let all = if is_client {
            &people.clients
        } else {
            &people.freelancers
        };
        let person = all[number as usize / 10 % all.len()].clone();
        Call {
            kind: Kind::Read,
            name,
            person,
            url: format!("{}{path}", people.base),
            body: None,
        }
    }
}
