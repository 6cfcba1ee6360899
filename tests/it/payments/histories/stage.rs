//! What histories are played on.

use super::chance::Chance;
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{ContractId, DAY, Date};
use proconnect_http::Caller;
use proconnect_store::fresh_id;
use proconnect_tests::{Expect, TestApp, id};
use serde_json::json;
use std::collections::HashMap;

type Item = HashMap<String, AttributeValue>;

/// A table, two people, and the contract of which each history gets a copy. The last of its milestones is left alone, so
/// that no history completes the one task.
pub struct Stage {
    pub app: TestApp,
    pub client: Caller,
    pub worker: Caller,
    pub freelancer: String,
    pub account: String,
    contract: Item,
}

impl Stage {
    pub async fn new() -> Self {
        let app = TestApp::new().await;
        let freelancer = app.person("freelancer").await;
        app.onboard(&freelancer).await;
        let client = app.person("client").await;
        let task = app.task(&client).await;
        let money = |amount: u32| json!({"amount": amount, "currency": "usd"});
        let due = Date::of(app.world.now().plus(DAY * 20));
        let part = |amount: u32| json!({"title": "Part", "description": "A part", "amount": money(amount), "dueDate": due});
        let body = json!({
            "coverLetter": "I have drawn forty logos for small shops.", "amount": money(30_000), "timelineDays": 14,
            "milestones": [part(10_000), part(10_000), part(10_000)],
        });
        let path = format!("/v1/tasks/{task}/bids");
        let bid = id(&app.post(&freelancer, &path, body).await.expect_status(201).body);
        let hired = app.accepted(client, freelancer, task, bid).await;
        app.drain().await;
        let key = format!("CONTRACT#{}", hired.contract);
        let items = app.world.items().await.unwrap();
        let contract = items
            .into_iter()
            .find(|item| item["pk"].as_s().unwrap() == &key)
            .unwrap();
        let user = app
            .world
            .app
            .store
            .users()
            .get(hired.freelancer.id.parse().unwrap())
            .await
            .unwrap();
        let account = user.unwrap().payout.clone().unwrap().account_id;
        Self {
            client: app.caller(&hired.client),
            worker: app.caller(&hired.freelancer),
            freelancer: hired.freelancer.id,
            account,
            contract,
            app,
        }
    }

    /// A contract of its own for a history: other ids, other amounts, and work handed in.
    pub async fn copy(&self, chance: &mut Chance) -> ContractId {
        let own = self.contract["id"].as_s().unwrap();
        let fresh: ContractId = fresh_id(self.app.world.now()).unwrap();
        // The last two digits count milestones; those before tell contracts apart.
        let (from, to) = (own[4..28].to_owned(), fresh.to_string()[4..28].to_owned());
        let other = own.replace(&from, &to).parse().unwrap();
        let mut item = Item::new();
        for (name, value) in &self.contract {
            item.insert(name.clone(), renamed(value, &from, &to));
        }
        if let Some(AttributeValue::L(milestones)) = item.get_mut("milestones") {
            for milestone in milestones {
                let AttributeValue::M(milestone) = milestone else {
                    continue;
                };
                let amount = [100 + chance.below(10_000), 1 + chance.below(99_999_999)]
                    [usize::from(chance.below(4) == 0)]
                .max(100);
                let fee = (amount * 1000 + 5000) / 10_000;
                set(milestone, "amount", amount);
                set(milestone, "fee", fee);
                milestone.insert("work".to_owned(), AttributeValue::S("in_review".to_owned()));
            }
        }
        self.app.world.put(item).await.unwrap();
        other
    }
}

fn set(milestone: &mut Item, name: &str, amount: u64) {
    if let Some(AttributeValue::M(money)) = milestone.get_mut(name) {
        money.insert("amount".to_owned(), AttributeValue::N(amount.to_string()));
    }
}

fn renamed(value: &AttributeValue, from: &str, to: &str) -> AttributeValue {
    match value {
        AttributeValue::S(text) => AttributeValue::S(text.replace(from, to)),
        AttributeValue::L(list) => {
            AttributeValue::L(list.iter().map(|value| renamed(value, from, to)).collect())
        }
        AttributeValue::M(map) => AttributeValue::M(
            map.iter()
                .map(|(name, value)| (name.clone(), renamed(value, from, to)))
                .collect(),
        ),
        other => other.clone(),
    }
}
