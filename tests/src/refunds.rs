//! Refunds that the two agree on, for tests that begin in the middle of one.

use crate::{Answer, Expect, Hired, Person, TestApp, id, usd};
use serde_json::{Value, json};

/// A milestone of 500.00, handed in, whose client asks for money back.
pub struct Asked {
    /// The two.
    pub hired: Hired,
    /// The milestone.
    pub milestone: String,
    /// The request.
    pub request: String,
}

impl TestApp {
    /// A client asks for money back.
    pub async fn ask_back(&self, person: &Person, milestone: &str, amount: i64) -> Answer {
        let body = json!({"amount": usd(amount), "reason": "The shop closes"});
        self.post(
            person,
            &format!("/v1/milestones/{milestone}/refund-requests"),
            body,
        )
        .await
    }

    /// A freelancer gives money back, unasked.
    pub async fn give_back(&self, person: &Person, milestone: &str, amount: i64) -> Answer {
        let body = json!({"amount": usd(amount)});
        self.post(person, &format!("/v1/milestones/{milestone}/refunds"), body)
            .await
    }

    /// One of the two answers a request: `accept`, `decline` or `withdraw`.
    pub async fn answer_refund(&self, person: &Person, request: &str, step: &str) -> Answer {
        let body = match step {
            "decline" => json!({"reason": "All drafts were delivered"}),
            _ => json!({}),
        };
        self.post(person, &format!("/v1/refund-requests/{request}/{step}"), body)
            .await
    }

    /// A first milestone that is funded and handed in, of which the client wants so much back.
    pub async fn asked_back(&self, amount: i64) -> Asked {
        let hired = self.hired().await;
        let milestone = hired.milestones[0].clone();
        self.fund(&hired, &milestone).await;
        self.submit(&hired, &milestone).await.expect_status(201);
        let asked = self.ask_back(&hired.client, &milestone, amount).await;
        let request = id(&asked.expect_status(201).body);
        self.drain().await;
        Asked {
            hired,
            milestone,
            request,
        }
    }

    /// Asserts that so much of a milestone's 500.00 went back, each part once, and that the rest is held: at the processor, in
    /// the ledger, and in what both see.
    pub async fn assert_given_back(&self, hired: &Hired, milestone: &str, parts: &[i64]) {
        let refunds = self.stripe_objects("refund").await;
        let amounts = refunds.iter().map(|refund| refund["amount"].as_i64().unwrap());
        let (mut found, mut expected) = (amounts.collect::<Vec<_>>(), parts.to_vec());
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "refunds");
        let rest = 50_000 - parts.iter().sum::<i64>();
        let balances = self.balances(&hired.contract).await;
        let of = |account: &str| balances.get(account).copied().unwrap_or_default();
        assert_eq!(of(&format!("held:{milestone}")), -rest);
        assert_eq!(of(&format!("pending_refund:{milestone}")), 0);
        let seen = self.milestone(hired, milestone).await;
        assert_eq!(seen["remaining"], usd(rest));
        let agreed = seen["refunds"].as_array().unwrap();
        assert_eq!(agreed.len(), parts.len());
        assert!(
            agreed.iter().all(|refund| refund["state"] == "refunded"),
            "{seen}"
        );
        let money = if rest > 0 { "funded" } else { "refunded" };
        assert_eq!(seen["payment"]["status"], money);
        let lines = self.get(&hired.client, "/v1/payments").await.body["items"].clone();
        let lines: Vec<Value> = lines.as_array().unwrap().clone();
        let own = lines.iter().filter(|line| line["milestoneId"] == *milestone);
        let back = own.filter(|line| line["kind"] == "refund" && line["status"] == "refunded");
        assert_eq!(back.count(), parts.len(), "{lines:?}");
        self.assert_credited(&hired.client, parts.len()).await;
    }

    /// Asserts that a client has got so many refunds, that each has its credit note, over as much and out of its milestone's invoice,
    /// and that the numbers of all their documents run on: nothing was issued twice.
    pub async fn assert_credited(&self, client: &Person, refunds: usize) {
        let page = self.get(client, "/v1/payments").await.expect_status(200).body;
        let lines = page["items"].as_array().unwrap();
        // What was paid twice has no invoice.
        let with_number = |line: &&Value| line["kind"] == "refund" || !line["invoiceNumber"].is_null();
        let (mut numbers, mut notes) = (Vec::new(), 0);
        for line in lines.iter().filter(with_number) {
            let path = format!("/v1/payments/{}/invoice", id(line));
            let document = self.get(client, &path).await.expect_status(200).body;
            assert_eq!(document["invoiceNumber"], line["invoiceNumber"]);
            let number = document["invoiceNumber"].as_str().unwrap();
            numbers.push(number.rsplit_once('-').unwrap().1.parse::<usize>().unwrap());
            if line["kind"] != "refund" {
                continue;
            }
            notes += 1;
            let back = line["amount"]["amount"].as_i64().unwrap();
            assert_eq!(
                (&document["document"], &document["total"]["amount"]),
                (&json!("credit_note"), &json!(-back))
            );
            let bought = lines.iter().find(|charge| {
                charge["kind"] == "charge"
                    && charge["milestoneId"] == line["milestoneId"]
                    && !charge["invoiceNumber"].is_null()
            });
            assert_eq!(document["credits"], bought.unwrap()["invoiceNumber"]);
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "{lines:?}");
        assert_eq!(notes, refunds, "{lines:?}");
    }
}

/// Money that the processor refused to move for good.
pub struct StuckMoney {
    /// The two.
    pub hired: Hired,
    /// The milestone.
    pub milestone: String,
    /// The line of history of whoever waits.
    pub payment: String,
}

impl TestApp {
    /// A refund of 200.00 that is refused, since the bank argues about the charge.
    pub async fn stuck_refund(&self) -> StuckMoney {
        let hired = self.hired().await;
        let milestone = hired.milestones[0].clone();
        self.fund(&hired, &milestone).await;
        self.argue_about_charges(true).await;
        self.give_back(&hired.freelancer, &milestone, 20_000)
            .await
            .expect_status(201);
        self.drain().await;
        let payment = self.line_of(&hired.client, "refund").await;
        StuckMoney {
            hired,
            milestone,
            payment,
        }
    }

    /// A payout of 450.00 that is refused.
    pub async fn stuck_payout(&self) -> StuckMoney {
        let hired = self.hired().await;
        let milestone = hired.milestones[0].clone();
        self.fund(&hired, &milestone).await;
        self.submit(&hired, &milestone).await.expect_status(201);
        self.control("fail_next", json!({"path": "/v1/transfers", "status": 400}))
            .await;
        self.approve(&hired, &milestone).await.expect_status(200);
        self.drain().await;
        assert_eq!(self.states(&hired, &milestone).await.1, "release_failed");
        let payment = self.line_of(&hired.freelancer, "transfer").await;
        StuckMoney {
            hired,
            milestone,
            payment,
        }
    }

    /// Lets the bank begin or stop to argue about every charge: what it argues about cannot be refunded.
    pub async fn argue_about_charges(&self, argues: bool) {
        for charge in self.stripe_objects("charge").await {
            let change = json!({"kind": "charge", "id": id(&charge), "field": "/disputed", "value": argues});
            self.control("change", change).await;
        }
    }

    /// The newest line of a kind in somebody's history.
    pub async fn line_of(&self, person: &Person, kind: &str) -> String {
        let lines = self.get(person, "/v1/payments").await.expect_status(200).body;
        let mut lines = lines["items"].as_array().unwrap().iter();
        id(lines.find(|line| line["kind"] == kind).unwrap())
    }

    /// An admin looks after stuck money: `retry` or `resolve`.
    pub async fn look_after(&self, admin: &Person, stuck: &StuckMoney, step: &str) -> Answer {
        let (milestone, payment) = (&stuck.milestone, &stuck.payment);
        let path = format!("/v1/admin/milestones/{milestone}/payments/{payment}/{step}");
        self.post(admin, &path, json!({"reason": "Bank transfer PC-104"}))
            .await
    }

    /// What admins see to be stuck.
    pub async fn stuck(&self, admin: &Person) -> Vec<Value> {
        let found = self.get(admin, "/v1/admin/stuck-payments").await;
        found.expect_status(200).body["items"].as_array().unwrap().clone()
    }
}
