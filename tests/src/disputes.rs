//! Disputes, for tests that begin in the middle of one.

use crate::{Answer, Expect, Hired, Person, TestApp, id};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A milestone of 500.00 whose money is argued about.
pub struct Disputed {
    /// The two.
    pub hired: Hired,
    /// The milestone.
    pub milestone: String,
    /// The dispute.
    pub dispute: String,
}

/// US dollars.
pub fn usd(amount: i64) -> Value {
    json!({"amount": amount, "currency": "usd"})
}

impl TestApp {
    /// Opens a dispute.
    pub async fn open_dispute(&self, person: &Person, milestone: &str) -> Answer {
        let path = format!("/v1/milestones/{milestone}/disputes");
        let body = json!({"reason": "Not what we agreed on", "statement": "Two of three drafts came."});
        self.post(person, &path, body).await
    }

    /// A first milestone that is funded and handed in, and about which the client has opened a dispute.
    pub async fn disputed(&self) -> Disputed {
        let hired = self.hired().await;
        self.disputed_in(hired).await
    }

    /// The same in a given contract.
    pub async fn disputed_in(&self, hired: Hired) -> Disputed {
        let milestone = hired.milestones[0].clone();
        self.fund(&hired, &milestone).await;
        self.submit(&hired, &milestone).await.expect_status(201);
        let opened = self.open_dispute(&hired.client, &milestone).await;
        let dispute = id(&opened.expect_status(201).body);
        self.drain().await;
        Disputed {
            hired,
            milestone,
            dispute,
        }
    }

    /// Shows a file as evidence.
    pub async fn show(&self, person: &Person, dispute: &str) -> Answer {
        let file = self.text_file(person, "evidence").await;
        let body = json!({"text": "As it was agreed.", "fileIds": [file]});
        self.post(person, &format!("/v1/disputes/{dispute}/evidence"), body)
            .await
    }

    /// Says what somebody would accept.
    pub async fn split(&self, person: &Person, dispute: &str, to_freelancer: i64) -> Answer {
        let body = json!({"toFreelancer": usd(to_freelancer)});
        self.post(person, &format!("/v1/disputes/{dispute}/split"), body)
            .await
    }

    /// An admin rules.
    pub async fn rule(&self, admin: &Person, dispute: &str, to_freelancer: i64) -> Answer {
        let body =
            json!({"toFreelancer": usd(to_freelancer), "reason": "Two of three drafts were delivered."});
        self.post(admin, &format!("/v1/admin/disputes/{dispute}/resolve"), body)
            .await
    }

    /// A dispute as somebody sees it.
    pub async fn dispute(&self, person: &Person, dispute: &str) -> Value {
        let answer = self.get(person, &format!("/v1/disputes/{dispute}")).await;
        answer.expect_status(200).body
    }

    /// What each account of the ledger comes to in a contract. All together it is nothing.
    pub async fn balances(&self, contract: &str) -> BTreeMap<String, i64> {
        let mut balances = BTreeMap::new();
        for (account, amount) in self.journals(contract).await.into_iter().flatten() {
            *balances.entry(account).or_insert(0) += amount;
        }
        assert_eq!(balances.values().sum::<i64>(), 0, "{balances:?}");
        balances
    }

    /// Asserts that a milestone's 500.00 went where it was decided, each part once: at the processor, in the ledger, and in what
    /// both see.
    pub async fn assert_settled(&self, disputed: &Disputed, to_freelancer: i64) {
        let (to_client, fee) = (50_000 - to_freelancer, (to_freelancer + 5) / 10);
        let sums = |objects: Vec<Value>| -> Vec<i64> {
            let amounts = objects.iter().map(|object| object["amount"].as_i64().unwrap());
            amounts.collect()
        };
        let part = |amount: i64| if amount > 0 { vec![amount] } else { Vec::new() };
        assert_eq!(
            sums(self.transfers().await),
            part(to_freelancer - fee),
            "transfers"
        );
        assert_eq!(
            sums(self.stripe_objects("refund").await),
            part(to_client),
            "refunds"
        );
        let balances = self.balances(&disputed.hired.contract).await;
        let of = |account: &str| balances.get(account).copied().unwrap_or_default();
        assert_eq!(of(&format!("held:{}", disputed.milestone)), 0);
        assert_eq!(of(&format!("payable:{}", disputed.hired.freelancer.id)), 0);
        assert_eq!(of(&format!("pending_refund:{}", disputed.milestone)), 0);
        assert_eq!(of("fee_revenue"), -fee);
        let milestone = self.milestone(&disputed.hired, &disputed.milestone).await;
        let settlement = &milestone["settlement"];
        assert_eq!(settlement["toFreelancer"], usd(to_freelancer));
        assert_eq!(settlement["toClient"], usd(to_client));
        assert_eq!(settlement["fee"], usd(fee));
        let refund = if to_client > 0 {
            json!("refunded")
        } else {
            Value::Null
        };
        assert_eq!(settlement["refund"], refund);
        let money = if to_freelancer > 0 { "released" } else { "refunded" };
        assert_eq!(milestone["payment"]["status"], money);
        assert_eq!(milestone["disputeId"], Value::Null);
        self.assert_credited(&disputed.hired.client, usize::from(to_client > 0))
            .await;
    }
}
