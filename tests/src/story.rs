//! The steps of the main job, for tests that begin in the middle of it.

use crate::{Answer, Call, Expect, TestApp};
use proconnect_domain::{DAY, Date};
use serde_json::{Value, json};

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct Person {
    /// Id.
    pub id: String,
    /// Address.
    pub email: String,
    /// Access token.
    pub token: String,
    /// The refresh cookie, as `name=value`.
    pub cookie: String,
}

impl Person {
    /// From the answer of verify-email or login.
    pub fn from(email: &str, answer: &Answer) -> Self {
        let cookie = answer.headers["set-cookie"]
            .to_str()
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        Self {
            id: answer.body["user"]["id"].as_str().unwrap().to_owned(),
            email: email.to_owned(),
            token: answer.body["accessToken"].as_str().unwrap().to_owned(),
            cookie,
        }
    }
}

/// A client and a freelancer with a contract.
pub struct Hired {
    /// Who pays.
    pub client: Person,
    /// Who works; can be paid.
    pub freelancer: Person,
    /// The contract's id.
    pub contract: String,
    /// Its milestones' ids.
    pub milestones: Vec<String>,
    /// The task's id.
    pub task: String,
    /// The accepted bid's id.
    pub bid: String,
}

/// An id in an answer.
pub fn id(value: &Value) -> String {
    value["id"]
        .as_str()
        .unwrap_or_else(|| panic!("no id in {value}"))
        .to_owned()
}

impl TestApp {
    /// `GET` as somebody.
    pub async fn get(&self, person: &Person, path: &str) -> Answer {
        self.world.get(path, &person.token).await
    }

    /// `POST` as somebody.
    pub async fn post(&self, person: &Person, path: &str, body: Value) -> Answer {
        self.world.post(path, &person.token, body).await
    }

    /// Any method as somebody.
    pub async fn call(&self, person: &Person, method: &str, path: &str, body: Option<Value>) -> Answer {
        let call = Call {
            token: Some(&person.token),
            body,
            ..Call::default()
        };
        self.world.send(method, path, call).await
    }

    /// The token of the link to set a new password that was mailed last.
    pub async fn reset_token(&self, email: &str) -> String {
        self.drain().await;
        let mails = self.world.mails(email).unwrap();
        let link = mails.iter().find_map(|mail| mail.text.split_once("#token="));
        let token = link.expect("a link was mailed").1;
        token.split_whitespace().next().unwrap().to_owned()
    }

    /// Turns somebody's second factor on; returns its secret and the recovery codes.
    pub async fn second_factor(&self, person: &Person) -> (String, Vec<String>) {
        let body = json!({"password": crate::PASSWORD});
        let enrolled = self.post(person, "/v1/auth/totp", body).await.expect_status(201);
        let secret = enrolled.body["secret"].as_str().unwrap().to_owned();
        let code = proconnect_auth::code_at(&secret, self.world.now()).unwrap();
        let confirmed = self
            .post(person, "/v1/auth/totp/confirm", json!({"code": code}))
            .await
            .expect_status(200);
        let codes = serde_json::from_value(confirmed.body["recoveryCodes"].clone()).unwrap();
        (secret, codes)
    }

    /// Lets so much time pass that rate limits are full again, and no access token ends.
    pub async fn rest(&self) {
        let minute = std::time::Duration::from_secs(61);
        self.world.advance(minute).await.expect("time passes");
    }

    /// `POST` as somebody, with an idempotency key.
    pub async fn post_keyed(&self, person: &Person, path: &str, key: &str, body: Value) -> Answer {
        let headers = vec![("idempotency-key", key.to_owned())];
        let call = Call {
            token: Some(&person.token),
            body: Some(body),
            headers,
            ..Call::default()
        };
        self.world.send("POST", path, call).await
    }

    /// A good task.
    pub fn task_body(&self) -> Value {
        json!({
            "title": "Design a logo", "description": "<p>A friendly logo for a bakery, in two colours.</p>",
            "category": "design", "skills": ["Logo design"], "deadline": self.world.now().plus(DAY * 10),
            "budget": {"type": "fixed", "min": 10000, "max": 50000, "currency": "usd"},
        })
    }

    /// A good bid of two milestones.
    pub fn bid_body(&self, amount: i64) -> Value {
        let money = |amount: i64| json!({"amount": amount, "currency": "usd"});
        let due = Date::of(self.world.now().plus(DAY * 20));
        json!({
            "coverLetter": "I have drawn forty logos for small shops.", "amount": money(amount), "timelineDays": 14,
            "milestones": [
                {"title": "Drafts", "description": "Three drafts", "amount": money(amount / 2), "dueDate": due,
                    "criteria": ["Two colours", "Works in small"]},
                {"title": "Final", "description": "Vector files", "amount": money(amount - amount / 2), "dueDate": due},
            ],
        })
    }

    /// Posts a task; returns its id.
    pub async fn task(&self, client: &Person) -> String {
        id(&self
            .post(client, "/v1/tasks", self.task_body())
            .await
            .expect_status(201)
            .body)
    }

    /// Bids; returns the bid's id.
    pub async fn bid(&self, freelancer: &Person, task: &str, amount: i64) -> String {
        let path = format!("/v1/tasks/{task}/bids");
        id(&self
            .post(freelancer, &path, self.bid_body(amount))
            .await
            .expect_status(201)
            .body)
    }

    /// Adds a piece to somebody's portfolio; returns its id.
    pub async fn piece(&self, freelancer: &Person, title: &str) -> String {
        let body = json!({"title": title, "url": "https://example.com/work", "description": "d".repeat(500)});
        let piece = self.post(freelancer, "/v1/users/me/portfolio", body).await;
        id(&piece.expect_status(201).body)
    }

    /// Sets payouts up.
    pub async fn onboard(&self, freelancer: &Person) {
        let link = self
            .post(freelancer, "/v1/payments/onboarding", json!({}))
            .await
            .expect_status(201);
        assert_eq!(
            self.world
                .visit(link.body["url"].as_str().unwrap(), "complete")
                .await,
            303
        );
        self.drain().await;
    }

    /// Everything up to an accepted bid of 1,000.00 in two halves; the freelancer can be paid.
    pub async fn hired(&self) -> Hired {
        let freelancer = self.person("freelancer").await;
        self.onboard(&freelancer).await;
        self.hired_with(freelancer).await
    }

    /// The same with a given freelancer.
    pub async fn hired_with(&self, freelancer: Person) -> Hired {
        let client = self.person("client").await;
        let task = self.task(&client).await;
        let bid = self.bid(&freelancer, &task, 100_000).await;
        self.accepted(client, freelancer, task, bid).await
    }

    /// A bid is accepted.
    pub async fn accepted(&self, client: Person, freelancer: Person, task: String, bid: String) -> Hired {
        let path = format!("/v1/bids/{bid}/accept");
        let contract = self.post(&client, &path, json!({})).await.expect_status(201).body;
        let milestones = contract["milestones"]
            .as_array()
            .unwrap()
            .iter()
            .map(id)
            .collect();
        Hired {
            client,
            freelancer,
            contract: id(&contract),
            milestones,
            task,
            bid,
        }
    }

    /// Opens the checkout page of a milestone and ends the visit.
    pub async fn pay(&self, hired: &Hired, milestone: &str, outcome: &str) -> u16 {
        let path = format!("/v1/milestones/{milestone}/fund");
        let funding = self
            .post(&hired.client, &path, json!({}))
            .await
            .expect_status(201);
        let status = self
            .world
            .visit(funding.body["checkoutUrl"].as_str().unwrap(), outcome)
            .await;
        self.drain().await;
        status
    }

    /// Funds a milestone.
    pub async fn fund(&self, hired: &Hired, milestone: &str) {
        assert_eq!(self.pay(hired, milestone, "paid").await, 303);
    }

    /// Hands work in.
    pub async fn submit(&self, hired: &Hired, milestone: &str) -> Answer {
        let path = format!("/v1/milestones/{milestone}/submissions");
        self.post(
            &hired.freelancer,
            &path,
            json!({"note": "Three drafts are ready."}),
        )
        .await
    }

    /// Approves.
    pub async fn approve(&self, hired: &Hired, milestone: &str) -> Answer {
        self.post(
            &hired.client,
            &format!("/v1/milestones/{milestone}/approve"),
            json!({}),
        )
        .await
    }

    /// A milestone as its contract shows it.
    pub async fn milestone(&self, hired: &Hired, milestone: &str) -> Value {
        let contract = self
            .get(&hired.client, &format!("/v1/contracts/{}", hired.contract))
            .await
            .expect_status(200);
        let milestones = contract.body["milestones"].as_array().unwrap().clone();
        milestones
            .into_iter()
            .find(|found| found["id"] == milestone)
            .expect("the contract has the milestone")
    }

    /// Work and money of a milestone.
    pub async fn states(&self, hired: &Hired, milestone: &str) -> (String, String) {
        let found = self.milestone(hired, milestone).await;
        let word = |value: &Value| value.as_str().unwrap().to_owned();
        (word(&found["status"]), word(&found["payment"]["status"]))
    }

    /// Turns one of the stand-in's controls.
    pub async fn control(&self, what: &str, body: Value) {
        use axum::body::Body;
        use axum::http::Request;
        let request = Request::post(format!("/_control/{what}")).header("content-type", "application/json");
        let mut control = self.world.stripe.control();
        let request = request.body(Body::from(body.to_string())).unwrap();
        let response = tower_service::Service::call(&mut control, request).await.unwrap();
        assert_eq!(response.status(), 204);
    }

    /// Somebody with a fresh access token: time has passed.
    pub async fn sign_in_person(&self, person: &Person) -> Person {
        let body = json!({"email": person.email, "password": crate::PASSWORD});
        let answer = self
            .anonymous("POST", "/v1/auth/login", Some(body))
            .await
            .expect_status(200);
        Person::from(&person.email, &answer)
    }

    /// Both sides with fresh access tokens.
    pub async fn sign_in(&self, hired: &Hired) -> Hired {
        Hired {
            client: self.sign_in_person(&hired.client).await,
            freelancer: self.sign_in_person(&hired.freelancer).await,
            contract: hired.contract.clone(),
            milestones: hired.milestones.clone(),
            task: hired.task.clone(),
            bid: hired.bid.clone(),
        }
    }

    /// What somebody was reminded of, the newest first.
    pub async fn reminders(&self, person: &Person) -> Vec<String> {
        let person = self.sign_in_person(person).await;
        let path = "/v1/notifications?category=reminders";
        let page = self.get(&person, path).await.expect_status(200);
        let texts = page.body["items"].as_array().expect("notices").iter();
        texts
            .map(|item| item["text"].as_str().expect("a text").to_owned())
            .collect()
    }

    /// The ids of all events that the stand-in has sent.
    pub async fn stripe_events(&self) -> Vec<String> {
        self.look("events").await.iter().map(id).collect()
    }

    /// What the stand-in has sent to freelancers.
    pub async fn transfers(&self) -> Vec<Value> {
        self.look("transfers").await
    }

    /// The stand-in's objects of a kind, newest first.
    pub async fn stripe_objects(&self, kind: &str) -> Vec<Value> {
        self.look(&format!("objects/{kind}")).await
    }

    /// Lets a payment that is on its way end: `succeeded`, `failed` or `canceled`.
    pub async fn settle(&self, session: &str, outcome: &str) {
        self.control("settle", json!({"session": session, "outcome": outcome}))
            .await;
        self.drain().await;
    }

    async fn look(&self, what: &str) -> Vec<Value> {
        use axum::body::{Body, to_bytes};
        use axum::http::Request;
        let request = Request::get(format!("/_control/{what}"))
            .body(Body::empty())
            .unwrap();
        let mut control = self.world.stripe.control();
        let response = tower_service::Service::call(&mut control, request).await.unwrap();
        serde_json::from_slice(&to_bytes(response.into_body(), usize::MAX).await.unwrap()).unwrap()
    }

    /// How many messages a queue holds.
    pub fn queue_depth(&self, queue: &str) -> u32 {
        self.world.queue_depth(queue).unwrap()
    }

    /// How many outbox records wait.
    pub async fn outbox_size(&self) -> usize {
        self.world
            .app
            .store
            .outbox()
            .waiting(self.world.now().plus(DAY), 100)
            .await
            .unwrap()
            .records
            .len()
    }

    /// The postings of each journal of a contract: account and amount.
    pub async fn journals(&self, contract: &str) -> Vec<Vec<(String, i64)>> {
        let journals = self
            .world
            .app
            .store
            .payments()
            .journals(contract.parse().unwrap())
            .await
            .unwrap();
        let postings = |journal: proconnect_payments::ledger::Journal| {
            journal
                .postings
                .into_iter()
                .map(|posting| (posting.account, posting.amount))
                .collect()
        };
        journals.into_iter().map(postings).collect()
    }
}
