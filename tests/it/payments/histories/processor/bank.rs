//! What lies with the processor, and what clients' banks want back of it.

use super::{Processor, fee};
use proconnect_domain::{ChargebackStatus, Money};
use proconnect_payments::{Chargeback, CheckoutSession, Movement, RefundStatus};

impl Processor {
    /// What lies with the processor: charges less its fees, transfers and refunds that did not come back.
    pub fn balance(&self) -> i64 {
        self.with(|state| {
            let charged = state
                .sessions
                .iter()
                .filter(|session| session.charge_id.is_some());
            let came: i64 = charged
                .map(|session| session.amount.amount - fee(session.amount).amount)
                .sum();
            let sent: i64 = state
                .transfers
                .values()
                .map(|(_, receipt)| receipt.amount.amount)
                .sum();
            let back = state.refunds.values().map(|(_, refund)| refund);
            let back = back.filter(|refund| refund.status != RefundStatus::Failed);
            let moved = state
                .chargebacks
                .iter()
                .flat_map(|chargeback| &chargeback.movements);
            let moved: i64 = moved.map(|moved| moved.amount.amount - moved.fee.amount).sum();
            came - sent - back.map(|refund| refund.amount.amount).sum::<i64>() + moved
        })
    }

    /// A bank wants a charge back, or decides about one; once more, and otherwise, now and then.
    pub fn bank_turns(&self, place: u64) -> Option<String> {
        self.with(|state| {
            let charged = state
                .sessions
                .iter()
                .filter(|session| session.charge_id.is_some());
            let charged: Vec<&CheckoutSession> = charged.collect();
            let count = u64::try_from(charged.len()).unwrap();
            let session = charged.get(usize::try_from(place % count.max(1)).unwrap())?;
            let charge = session.charge_id.clone().unwrap();
            if let Some(known) = state
                .chargebacks
                .iter_mut()
                .find(|known| known.charge_id == charge)
            {
                let wins = state.chance.below(2) == 0;
                let out = known
                    .movements
                    .iter()
                    .map(|moved| moved.amount.amount)
                    .sum::<i64>()
                    < 0;
                known.status = [ChargebackStatus::Lost, ChargebackStatus::Won][usize::from(wins)];
                if wins == out {
                    let sum = known.amount.amount * if wins { 1 } else { -1 };
                    known.movements.push(Movement {
                        id: format!("txn_{charge}_{}", known.movements.len()),
                        amount: Money::new(sum, known.amount.currency),
                        fee: Money::zero(known.amount.currency),
                    });
                }
                return Some(known.id.clone());
            }
            let back = state
                .refunds
                .values()
                .filter(|(of, refund)| *of == charge && refund.status != RefundStatus::Failed);
            let left = session.amount.amount - back.map(|(_, refund)| refund.amount.amount).sum::<i64>();
            if left <= 0 {
                return None;
            }
            let part = 1 + i64::try_from(state.chance.below(left.unsigned_abs())).unwrap();
            let sum = [left, part][usize::from(state.chance.below(4) == 0)];
            let currency = session.amount.currency;
            let id = format!("du_{charge}");
            state.chargebacks.push(Chargeback {
                id: id.clone(),
                charge_id: charge.clone(),
                payment_intent_id: session.payment_intent_id.clone(),
                milestone_id: session.milestone_id,
                amount: Money::new(sum, currency),
                reason: "fraudulent".to_owned(),
                status: ChargebackStatus::Open,
                answer_by: None,
                movements: vec![Movement {
                    id: format!("txn_{charge}_0"),
                    amount: Money::new(-sum, currency),
                    fee: Money::new(1_500, currency),
                }],
            });
            Some(id)
        })
    }

    /// A bank that still argues drops it, or wins.
    pub fn decides(&self, place: usize) {
        self.with(|state| {
            let wins = state.chance.below(2) == 0;
            let known = &mut state.chargebacks[place];
            known.status = [ChargebackStatus::Lost, ChargebackStatus::Won][usize::from(wins)];
            if wins {
                known.movements.push(Movement {
                    id: format!("txn_{}_{}", known.charge_id, known.movements.len()),
                    amount: known.amount,
                    fee: Money::zero(known.amount.currency),
                });
            }
        });
    }

    /// What banks want back, or wanted.
    pub fn chargebacks(&self) -> Vec<Chargeback> {
        self.with(|state| state.chargebacks.clone())
    }
}
