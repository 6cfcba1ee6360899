//! What the two do about refunds, by the real functions. They act on what they know without looking: a history that looks at the
//! contract before each step is half as long again.

use super::play::{Play, dies_at};
use payments::worker::Asked;
use proconnect_domain::MilestoneId;
use proconnect_http::{Body, Idempotency, Path};
use proconnect_messaging::RefundPart;
use proconnect_store::{ContractRecord, MilestoneRecord, Stored};
use serde_json::json;

/// Without a key: what is sent twice is looked at twice.
fn unkeyed() -> Idempotency {
    Idempotency {
        key: None,
        fingerprint: String::new(),
    }
}

impl Play {
    /// What usually happens with held money that is not approved.
    pub async fn refunds(&mut self, milestone: MilestoneId) -> String {
        match self.chance.below(6) {
            0 => self.offer(milestone).await,
            1 | 2 => self.ask_back(milestone).await,
            3 | 4 => self.answer(milestone).await,
            _ => self.deliver_part().await,
        }
    }

    pub async fn ask_back(&mut self, milestone: MilestoneId) -> String {
        let amount = self.some_of(milestone);
        let body = serde_json::from_value(json!({"amount": amount, "reason": "x"})).unwrap();
        let dies = self.dies();
        let input = (Path(milestone), Body(body), unkeyed());
        let asks = milestones::request_refund::handle(&self.app, self.client.clone(), input);
        let answer = dies_at(dies, asks).await;
        let outcome = answer.as_ref().map(Result::is_ok);
        self.count(outcome);
        if let Some(Ok(created)) = answer {
            self.asked.insert(milestone, created.0.id);
        }
        format!("ask for {amount} back {outcome:?}")
    }

    pub async fn offer(&mut self, milestone: MilestoneId) -> String {
        let amount = self.some_of(milestone);
        let body = serde_json::from_value(json!({"amount": amount})).unwrap();
        let dies = self.dies();
        let input = (Path(milestone), Body(body), unkeyed());
        let gives = milestones::offer_refund::handle(&self.app, self.worker.clone(), input);
        let outcome = dies_at(dies, gives).await.map(|outcome| outcome.is_ok());
        self.count(outcome);
        self.agreed |= outcome != Some(false);
        format!("offer {amount} {outcome:?}")
    }

    /// The freelancer accepts the last request as a rule; or declines it, or its client takes it back.
    pub async fn answer(&mut self, milestone: MilestoneId) -> String {
        let Some(id) = self.asked.get(&milestone).copied() else {
            return "nothing was asked for".to_owned();
        };
        let (dies, app) = (self.dies(), &self.app);
        let outcome = match self.chance.below(6) {
            0 => {
                let body = serde_json::from_value(json!({"reason": "x"})).unwrap();
                let input = (Path(id), Body(body));
                let answers = milestones::decline_refund::handle(app, self.worker.clone(), input);
                dies_at(dies, answers).await.map(|outcome| outcome.is_ok())
            }
            1 => {
                let answers = milestones::withdraw_refund::handle(app, self.client.clone(), Path(id));
                dies_at(dies, answers).await.map(|outcome| outcome.is_ok())
            }
            _ => {
                let answers = milestones::accept_refund::handle(app, self.worker.clone(), Path(id));
                let outcome = dies_at(dies, answers).await.map(|outcome| outcome.is_ok());
                self.agreed |= outcome != Some(false);
                outcome
            }
        };
        self.count(outcome);
        format!("answer {outcome:?}")
    }

    /// One of the commands for what was agreed on reaches the worker.
    pub async fn deliver_part(&mut self) -> String {
        let parts = self.parts().await;
        if parts.is_empty() {
            return "nothing was agreed on".to_owned();
        }
        let place = self.chance.below(parts.len() as u64);
        let part = parts[usize::try_from(place).unwrap()].clone();
        format!("refund {:?}", self.deliver(Asked::Refund(part)).await)
    }

    /// A command for each part that was agreed on, whatever has become of it.
    pub async fn parts(&self) -> Vec<RefundPart> {
        if !self.agreed {
            return Vec::new();
        }
        let contract = self.contract().await;
        let of = |milestone: &MilestoneRecord| {
            let part = |payment_id| RefundPart {
                milestone_id: milestone.id,
                payment_id: Some(payment_id),
            };
            let parts = milestone.refunds.iter();
            parts
                .map(|refund| part(refund.leg.payment_id))
                .collect::<Vec<_>>()
        };
        contract.milestones.iter().flat_map(of).collect()
    }

    /// All that is held (which is what none says), a part of what was paid, or a little more than that.
    fn some_of(&mut self, milestone: MilestoneId) -> serde_json::Value {
        let paid = self.processor.price(milestone).unwrap_or(1);
        let amount = match self.chance.below(8) {
            0 => paid + 1,
            1 | 2 => return serde_json::Value::Null,
            _ => 1 + i64::try_from(self.chance.below(paid.unsigned_abs())).unwrap(),
        };
        json!({"amount": amount, "currency": "usd"})
    }

    pub async fn contract(&self) -> Stored<ContractRecord> {
        let contracts = self.app.store.contracts();
        contracts.get(self.contract).await.unwrap().unwrap()
    }
}
