//! How messages reach the worker, and how everything comes to rest.

use super::play::{Play, dies_at};
use payments::worker::{self, Asked};
use proconnect_api::Ledger;
use proconnect_domain::{ChargebackStatus, FundsEvent, FundsStatus};
use proconnect_messaging::{ReleasePayment, ReturnPayment};
use proconnect_runtime::Work;
use proconnect_store::{PaymentFilter, PaymentKind, PaymentStatus, fresh_id};
use std::collections::BTreeSet;

/// After how many rounds all has come to rest.
const MOST: usize = 6;

impl Play {
    /// A message reaches the worker, which may die over it: `None` then.
    pub async fn deliver(&mut self, body: Asked) -> Option<bool> {
        let dies = self.dies();
        self.deliver_until(body, dies).await
    }

    async fn deliver_until(&mut self, body: Asked, dies: u64) -> Option<bool> {
        let session = match &body {
            Asked::Look(event) => Some(event.object_id.clone()),
            _ => None,
        };
        let work = Work {
            id: fresh_id(self.app.now()).unwrap(),
            body,
        };
        let outcome = dies_at(dies, worker::handle(&self.app, work))
            .await
            .map(|outcome| outcome.is_ok());
        self.count(outcome);
        if let Some(session) = session {
            self.ordered(&session).await;
        }
        outcome
    }

    /// The command that a second charge has left behind: its line of history names it.
    async fn ordered(&mut self, session: &str) {
        let sessions = self.processor.sessions();
        let Some(session) = sessions.iter().find(|found| found.id == session) else {
            return;
        };
        let Some(charge) = &session.charge_id else { return };
        let known = self.returns.iter().any(|known| &known.charge_id == charge);
        if known || self.processor.pages(session.milestone_id).1 < 2 {
            return;
        }
        let payments = self.app.store.payments();
        let lines = payments
            .of(self.client.user_id, &PaymentFilter::default(), 10, None)
            .await
            .unwrap()
            .items;
        // Not the one that funds it, nor what goes back by agreement.
        let contract = self.contract().await;
        let funds = contract
            .milestone(session.milestone_id)
            .and_then(|milestone| milestone.charge_payment);
        let own = lines.iter().find(|line| {
            line.milestone_id == session.milestone_id
                && line.kind == PaymentKind::Charge
                && Some(line.id) != funds
                && line.status == PaymentStatus::Refunding
                && !self.returns.iter().any(|known| known.payment_id == line.id)
        });
        self.returns.extend(own.map(|line| ReturnPayment {
            milestone_id: session.milestone_id,
            payment_id: line.id,
            charge_id: charge.clone(),
        }));
    }

    /// The trouble ends; what was left lying is delivered until nothing more comes of it.
    pub async fn rest(&mut self) {
        self.processor.calm();
        let account = self.processor.account_id();
        for refund in self.processor.refunds() {
            self.happened("refund.updated", &refund.id);
        }
        for session in self.processor.sessions() {
            self.happened("checkout.session.completed", &session.id);
        }
        // Banks decide in the end.
        for (place, known) in self.processor.chargebacks().iter().enumerate() {
            if known.status == ChargebackStatus::Open {
                self.processor.decides(place);
            }
            self.happened("charge.dispute.closed", &known.id);
        }
        self.happened("account.updated", &account);
        let mut was_still = false;
        for _ in 0..MOST {
            let before = self.ledger().await.head;
            self.retried().await;
            let all_done = self.deliver_all().await;
            // Everything once more changes nothing; what waited for something else has had its turn behind it.
            let is_still = self.ledger().await.head == before;
            if is_still && (all_done || was_still) {
                return;
            }
            was_still = is_still;
        }
        panic!("it does not come to rest");
    }

    /// An admin tries again what was refused for good.
    async fn retried(&mut self) {
        let (contracts, releases) = (self.app.store.contracts(), self.app.store.releases());
        let mut contract = contracts.get(self.contract).await.unwrap().unwrap();
        for milestone in &self.milestones {
            if contract.milestone(*milestone).unwrap().funds == FundsStatus::ReleaseFailed {
                let (retry, now) = (FundsEvent::RetryRelease, self.app.now());
                releases
                    .again(&mut contract, *milestone, retry, now)
                    .await
                    .unwrap();
                self.approved.insert(*milestone);
            }
        }
    }

    /// What was ever told of, each thing once more and to its end. Whether all of it was done.
    async fn deliver_all(&mut self) -> bool {
        let mut all_done = true;
        let mut things = BTreeSet::new();
        for event in self.events.clone().into_iter().rev() {
            // The worker asks how the thing is now.
            if things.insert(event.object_id.clone()) {
                all_done &= self.settle(|| Asked::Look(event.clone())).await;
            }
        }
        for second in self.returns.clone() {
            all_done &= self.settle(|| Asked::Return(second.clone())).await;
        }
        for part in self.parts().await {
            all_done &= self.settle(|| Asked::Refund(part.clone())).await;
        }
        for milestone_id in self.approved.clone() {
            let release = || Asked::Release(ReleasePayment { milestone_id });
            all_done &= self.settle(release).await;
        }
        all_done
    }

    /// Delivered as a queue does, until it succeeds; what never does ends in the dead letters.
    async fn settle(&mut self, body: impl Fn() -> Asked) -> bool {
        for _ in 0..3 {
            if self.deliver_until(body(), u64::MAX).await == Some(true) {
                return true;
            }
        }
        false
    }

    pub async fn ledger(&self) -> Ledger {
        let payments = self.app.store.payments();
        payments.ledger(self.contract, 1_000, None).await.unwrap()
    }
}
