//! The market before the crowd comes: people, open tasks, and work that waits for approval.

use crate::api::Person;
use proconnect_domain::{DAY, Timestamp};
use serde_json::{Value, json};
use std::collections::VecDeque;

const CLIENTS: usize = 10;
const FREELANCERS: usize = 30;
/// The most milestones of a bid.
const MILESTONES: usize = 20;
const PASSWORD: &str = "a long pass phrase";

/// Everybody, and what they can go on with.
pub(crate) struct People {
    pub(crate) base: String,
    pub(crate) clients: Vec<Person>,
    pub(crate) freelancers: Vec<Person>,
    /// Milestones to approve, each with the client that may.
    pub(crate) work: VecDeque<(usize, String)>,
    /// Tasks that are open, the newest last.
    pub(crate) tasks: Vec<String>,
}

impl People {
    /// Makes them, with at least `approvals` milestones that are handed in.
    pub(crate) async fn make(base: &str, approvals: usize) -> Self {
        let mut people = Self {
            base: base.to_owned(),
            clients: vec![],
            freelancers: vec![],
            work: VecDeque::new(),
            tasks: vec![],
        };
        for number in 0..CLIENTS {
            let person = people.register(number, "client").await;
            people.clients.push(person);
        }
        for number in CLIENTS..CLIENTS + FREELANCERS {
            let person = people.register(number, "freelancer").await;
            let link = person
                .post(&format!("{base}/v1/payments/onboarding"), &json!({}))
                .await;
            people
                .visit(&person, link["url"].as_str().unwrap(), "complete")
                .await;
            people.freelancers.push(person);
        }
        for number in 0..approvals.div_ceil(MILESTONES) {
            people.contract(number % CLIENTS, number % FREELANCERS).await;
        }
        for number in 0..20 {
            let id = people.post_task(number % CLIENTS, number).await;
            people.tasks.push(id);
        }
        people
    }

    pub(crate) fn count(&self) -> usize {
        self.clients.len() + self.freelancers.len()
    }

    async fn register(&self, number: usize, role: &str) -> Person {
        let mut person = Person::new(number);
        let (base, email) = (&self.base, format!("person{number}@crowd.example"));
        // A cookie binds the code to the browser that asked for it.
        let body = json!({"email": email, "password": PASSWORD, "name": format!("Robin Carter {role}"), "role": role});
        let answer = person
            .http
            .post(format!("{base}/v1/auth/register"))
            .json(&body)
            .send()
            .await
            .unwrap();
        let cookie = answer
            .headers()
            .get("set-cookie")
            .map(|value| value.to_str().unwrap().split(';').next().unwrap().to_owned());
        assert!(
            answer.status().is_success(),
            "register: {}",
            answer.text().await.unwrap()
        );
        self.drain(&person).await;
        let mails = person
            .http
            .get(format!("{base}/_local/mail?to={email}"))
            .send()
            .await
            .unwrap();
        let mails: Value = mails.json().await.unwrap();
        let code = mails["items"]
            .as_array()
            .unwrap()
            .iter()
            .find_map(|mail| mail["code"].as_str())
            .expect("a code")
            .to_owned();
        let mut verify = person
            .http
            .post(format!("{base}/v1/auth/verify-email"))
            .json(&json!({"email": email, "code": code}));
        if let Some(cookie) = cookie {
            verify = verify.header("cookie", cookie);
        }
        let answer: Value = verify.send().await.unwrap().json().await.unwrap();
        person.token = answer["accessToken"]
            .as_str()
            .unwrap_or_else(|| panic!("{answer}"))
            .to_owned();
        person
    }

    async fn post_task(&self, client: usize, number: usize) -> String {
        let answer = self.clients[client]
            .post(&format!("{}/v1/tasks", self.base), &task(number))
            .await;
        answer["id"].as_str().unwrap().to_owned()
    }

    /// A contract whose milestones are all paid for and handed in.
    async fn contract(&mut self, client: usize, freelancer: usize) {
        let base = self.base.clone();
        let task = self.post_task(client, freelancer).await;
        let (client_is, freelancer) = (self.clients[client].clone(), self.freelancers[freelancer].clone());
        let bid = freelancer
            .post(&format!("{base}/v1/tasks/{task}/bids"), &bid(MILESTONES))
            .await;
        let contract = client_is
            .post(
                &format!("{base}/v1/bids/{}/accept", bid["id"].as_str().unwrap()),
                &json!({}),
            )
            .await;
        for milestone in contract["milestones"].as_array().unwrap() {
            let id = milestone["id"].as_str().unwrap();
            let page = client_is
                .post(&format!("{base}/v1/milestones/{id}/fund"), &json!({}))
                .await;
            self.visit(&client_is, page["checkoutUrl"].as_str().unwrap(), "paid")
                .await;
            self.work.push_back((client, id.to_owned()));
        }
        self.drain(&client_is).await;
        for milestone in contract["milestones"].as_array().unwrap() {
            let id = milestone["id"].as_str().unwrap();
            freelancer
                .post(
                    &format!("{base}/v1/milestones/{id}/submissions"),
                    &json!({"note": "Here it is."}),
                )
                .await;
        }
    }

    async fn visit(&self, person: &Person, url: &str, outcome: &str) {
        let answer = person
            .http
            .post(url)
            .form(&[("outcome", outcome)])
            .send()
            .await
            .unwrap();
        assert!(
            !answer.status().is_server_error() && !answer.status().is_client_error(),
            "{url}: {}",
            answer.status()
        );
    }

    async fn drain(&self, person: &Person) {
        person
            .http
            .post(format!("{}/_local/drain", self.base))
            .send()
            .await
            .unwrap();
    }
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
