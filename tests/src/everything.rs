//! A table that holds one of each kind of record, as people and machines leave them.

use crate::{Expect, Hired, PASSWORD, Person, TestApp, png};
use proconnect_domain::{Email, MailStop, Text};
use proconnect_store::{Audit, RewriteRecord, RewriteStatus};
use serde_json::json;

impl TestApp {
    /// Works through everything that leaves a record: a contract of two milestones, one approved and one split in a dispute,
    /// whose money waits for its freelancer's account. Its client has had another password, and a window open; its freelancer a portfolio.
    pub async fn one_of_each(&self) -> Hired {
        let freelancer = self.portrayed().await;
        let client = self.person("client").await;
        let billing =
            json!({"legalName": "Berg Bakery GmbH", "addressLines": ["Mill Lane 5"], "country": "DE"});
        for person in [&client, &freelancer] {
            self.call(person, "PATCH", "/v1/users/me/billing", Some(billing.clone()))
                .await
                .expect_status(200);
        }
        let hired = self.shown_and_hired(client, freelancer).await;
        for milestone in &hired.milestones {
            self.fund(&hired, milestone).await;
            self.reworked(&hired, milestone).await;
            if Some(milestone) == hired.milestones.last() {
                self.argued_about(&hired, milestone).await;
            } else {
                self.approve(&hired, milestone).await.expect_status(200);
            }
            self.drain().await;
        }
        self.rest().await;
        let path = format!("/v1/users/me/saved/{}", hired.freelancer.id);
        self.call(&hired.client, "PUT", &path, Some(json!({"saved": true})))
            .await
            .expect_status(204);
        self.watched(&hired.freelancer).await;
        let client = self.with_another_password(&hired.client).await;
        let hired = Hired { client, ..hired };
        self.text_file(&hired.client, "task").await;
        self.talk(&hired).await;
        let chosen = json!({
            "version": 0, "timeZone": "Europe/Berlin", "digest": "daily", "digestHour": 7,
            "categories": [{"category": "files", "mail": "digest", "browser": false}],
        });
        self.call(
            &hired.client,
            "PUT",
            "/v1/notifications/preferences",
            Some(chosen),
        )
        .await
        .expect_status(200);
        // Two others, who still argue.
        self.disputed().await;
        let stranger = self.person("freelancer").await;
        let path = format!("/v1/users/{}/block", stranger.id);
        self.call(&hired.client, "PUT", &path, None)
            .await
            .expect_status(204);
        // A registration that waits for its code.
        self.register("una@example.com", "Una", "client")
            .await
            .expect_status(201);
        self.drain().await;
        self.rewrite_begun().await;
        self.bounced(&hired.freelancer).await;
        // Nobody reads what this window is told: were there anything, it would be forgotten.
        self.connect(&hired.client).await;
        // An outbox record that nobody has sent yet.
        let body = json!({"email": hired.client.email});
        self.anonymous("POST", "/v1/auth/forgot-password", Some(body))
            .await
            .expect_status(202);
        hired
    }

    /// A freelancer with a picture, a portfolio and a second factor, who cannot be paid.
    async fn portrayed(&self) -> Person {
        let felix = self.person("freelancer").await;
        self.second_factor(&felix).await;
        let avatar = self.file(&felix, "avatar", "image/png", &png()).await;
        let body = json!({
            "headline": "Drawer of logos", "bio": "Ten years of logos.", "skills": ["Logo design"], "country": "DE",
            "location": "Bremen", "rate": {"amount": 6000, "currency": "eur"}, "avatarId": avatar,
            "links": [{"label": "Work", "url": "https://example.com/felix"}],
        });
        self.call(&felix, "PATCH", "/v1/users/me", Some(body))
            .await
            .expect_status(200);
        felix
    }

    /// A task and a bid with files and a piece of the portfolio, and the contract that comes of them.
    async fn shown_and_hired(&self, client: Person, freelancer: Person) -> Hired {
        let mut body = self.task_body();
        body["attachmentIds"] = json!([self.text_file(&client, "task").await]);
        body["location"] = json!("Bremen");
        let task = self.post_keyed(&client, "/v1/tasks", "one-task-only", body).await;
        let task = crate::id(&task.expect_status(201).body);
        let mut body = self.bid_body(100_000);
        body["attachmentIds"] = json!([self.text_file(&freelancer, "bid").await]);
        body["portfolioItemIds"] = json!([self.booklet(&freelancer).await]);
        body["questions"] = json!(["By when?"]);
        let path = format!("/v1/tasks/{task}/bids");
        let bid = crate::id(&self.post(&freelancer, &path, body).await.expect_status(201).body);
        let path = format!("/v1/bids/{bid}/accept");
        let contract = self.post(&client, &path, json!({})).await.expect_status(201).body;
        let milestones = contract["milestones"].as_array().expect("milestones");
        Hired {
            milestones: milestones.iter().map(crate::id).collect(),
            contract: crate::id(&contract),
            client,
            freelancer,
            task,
            bid,
        }
    }

    /// A piece of a portfolio with a file; returns its id.
    async fn booklet(&self, freelancer: &Person) -> String {
        let file = self
            .work(freelancer, "bakery.pdf", "application/pdf", b"%PDF-1.7\n")
            .await;
        let body = json!({"title": "A bakery", "url": "https://example.com/work", "fileId": file});
        let piece = self.post(freelancer, "/v1/users/me/portfolio", body).await;
        crate::id(&piece.expect_status(201).body)
    }

    /// Hands work in with a file, and again after changes were asked for.
    async fn reworked(&self, hired: &Hired, milestone: &str) {
        let file = self.text_file(&hired.freelancer, "submission").await;
        let path = format!("/v1/milestones/{milestone}/submissions");
        let body = json!({"note": "Three drafts are ready.", "fileIds": [file]});
        self.post(&hired.freelancer, &path, body).await.expect_status(201);
        // Only the first has any.
        let first = hired.milestones.first().is_some_and(|first| first == milestone);
        let criteria: &[&str] = if first { &["Two colours"] } else { &[] };
        let revision = json!({"comment": "The bread is too dark.", "criteria": criteria});
        let path = format!("/v1/milestones/{milestone}/revisions");
        self.post(&hired.client, &path, revision).await.expect_status(201);
        self.submit(hired, milestone).await.expect_status(201);
    }

    /// A dispute with evidence, which ends in a split, after the client asked for money back in vain and got a part of it.
    async fn argued_about(&self, hired: &Hired, milestone: &str) {
        let asked = self.ask_back(&hired.client, milestone, 20_000).await;
        let request = crate::id(&asked.expect_status(201).body);
        self.answer_refund(&hired.freelancer, &request, "decline")
            .await
            .expect_status(200);
        self.give_back(&hired.freelancer, milestone, 5_000)
            .await
            .expect_status(201);
        let opened = self.open_dispute(&hired.client, milestone).await;
        let dispute = crate::id(&opened.expect_status(201).body);
        self.show(&hired.freelancer, &dispute).await.expect_status(201);
        for person in [&hired.client, &hired.freelancer] {
            self.split(person, &dispute, 40_000).await.expect_status(200);
        }
    }

    /// Suspended by an admin, and restored.
    async fn watched(&self, person: &Person) {
        let admin = self.admin().await;
        let admin = self.caller(&admin).admin().unwrap();
        let (store, now) = (&self.world.app.store, self.world.now());
        let id = person.id.parse().unwrap();
        let mut user = store.users().get(id).await.unwrap().unwrap();
        let audit = |reason: &str| Audit::new(&admin, Text::parse(reason).unwrap());
        let steps = store.administration();
        steps
            .suspend(&mut user, audit("A complaint."), now)
            .await
            .unwrap();
        steps
            .restore(&mut user, audit("It was none."), now)
            .await
            .unwrap();
    }

    /// Their mail comes back from now on.
    async fn bounced(&self, person: &Person) {
        let email = Email::parse(&person.email).unwrap();
        let (list, now) = (self.world.app.store.suppressions(), self.world.now());
        let news = list.report(&email, MailStop::Bounced, "report-1", now).await;
        assert!(news.unwrap());
    }

    /// A rewrite that an operator has stopped, so that no run goes on with it.
    async fn rewrite_begun(&self) {
        let now = self.world.now();
        let mut rewrite = RewriteRecord::new(100, 2, now);
        rewrite.status = RewriteStatus::Stopped;
        let rewrites = self.world.app.store.rewrites();
        rewrites.start(None, &rewrite, now).await.unwrap();
    }

    async fn with_another_password(&self, person: &Person) -> Person {
        self.rest().await;
        let body = json!({"current": PASSWORD, "password": "another pass phrase"});
        let answer = self.post(person, "/v1/auth/change-password", body).await;
        Person::from(&person.email, &answer.expect_status(200))
    }

    /// What the table holds, item by item, as DynamoDB's JSON: what tests compare and keep.
    pub async fn table(&self) -> Vec<serde_json::Map<String, serde_json::Value>> {
        let items = self.world.items().await.unwrap();
        items.iter().map(dynamo_json).collect()
    }
}

/// An item in DynamoDB's JSON.
pub fn dynamo_json(
    item: &std::collections::HashMap<String, aws_sdk_dynamodb::types::AttributeValue>,
) -> serde_json::Map<String, serde_json::Value> {
    item.iter()
        .map(|(name, value)| (name.clone(), attribute(value)))
        .collect()
}

fn attribute(value: &aws_sdk_dynamodb::types::AttributeValue) -> serde_json::Value {
    use aws_sdk_dynamodb::types::AttributeValue as A;
    match value {
        A::S(text) => json!({"S": text}),
        A::N(number) => json!({"N": number}),
        A::Bool(is) => json!({"BOOL": is}),
        A::Null(_) => json!({"NULL": true}),
        A::L(list) => json!({"L": list.iter().map(attribute).collect::<Vec<_>>()}),
        A::M(map) => json!({"M": dynamo_json(map)}),
        other => panic!("no record holds {other:?}"),
    }
}
