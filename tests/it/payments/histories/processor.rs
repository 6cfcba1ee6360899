//! A payment processor in memory that keeps to Stripe's rules, and whose answers get lost as a history wants.

mod bank;

use super::chance::Chance;
use proconnect_domain::{ChargebackStatus, MilestoneId, Money, PaymentId, Timestamp, UserId};
use proconnect_payments::{
    Account, Chargeback, CheckoutRequest, CheckoutSession, CheckoutStatus, FraudWarning, GatewayError,
    IntentStatus, PaymentGateway, RefundReason, RefundReceipt, RefundRequest, RefundStatus, TransferReceipt,
    TransferRequest,
};
use std::collections::BTreeMap;
use std::sync::Mutex;

/// What the processor knows, for certain.
pub struct Processor {
    state: Mutex<State>,
}

struct State {
    chance: Chance,
    /// How many calls of a hundred go wrong.
    trouble: u64,
    sessions: Vec<CheckoutSession>,
    transfers: BTreeMap<String, (MilestoneId, TransferReceipt)>,
    /// By their keys, each of a charge.
    refunds: BTreeMap<String, (String, RefundReceipt)>,
    chargebacks: Vec<Chargeback>,
    account: Account,
}

/// What becomes of a call.
enum Fate {
    Fine,
    Refused(GatewayError),
    /// It is done, and nobody hears of it.
    Lost,
}

/// The intent of a page.
fn intent_of(session_id: &str) -> String {
    format!("pi_{session_id}")
}

/// 2.9 % and 30, as Stripe takes of a card.
fn fee(amount: Money) -> Money {
    Money::new(amount.share(290).amount + 30, amount.currency)
}

impl Processor {
    pub fn new(chance: Chance, freelancer: UserId, account_id: &str) -> Self {
        let account = Account {
            id: account_id.to_owned(),
            user_id: Some(freelancer),
            details_submitted: true,
            transfers_active: true,
            payouts_enabled: true,
            currently_due: Vec::new(),
        };
        Self {
            state: Mutex::new(State {
                chance,
                trouble: 30,
                sessions: Vec::new(),
                transfers: BTreeMap::new(),
                refunds: BTreeMap::new(),
                chargebacks: Vec::new(),
                account,
            }),
        }
    }

    fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(&mut self.state.lock().unwrap())
    }

    /// From now on nothing goes wrong, the account takes money, and what was on its way back is there.
    pub fn calm(&self) {
        self.with(|state| {
            state.trouble = 0;
            state.account.transfers_active = true;
            for (_, refund) in state.refunds.values_mut() {
                if refund.status == RefundStatus::Pending {
                    refund.status = RefundStatus::Succeeded;
                }
            }
        });
    }

    pub fn account_id(&self) -> String {
        self.with(|state| state.account.id.clone())
    }

    pub fn toggle_account(&self) {
        self.with(|state| state.account.transfers_active = !state.account.transfers_active);
    }

    pub fn sessions(&self) -> Vec<CheckoutSession> {
        self.with(|state| state.sessions.clone())
    }

    /// How many pages a milestone has had, and how many of them were paid.
    pub fn pages(&self, milestone: MilestoneId) -> (usize, usize) {
        self.with(|state| {
            let of = state
                .sessions
                .iter()
                .filter(|session| session.milestone_id == milestone);
            let paid = of.clone().filter(|session| session.charge_id.is_some());
            (of.clone().count(), paid.count())
        })
    }

    /// What a milestone costs, once it has had a page.
    pub fn price(&self, milestone: MilestoneId) -> Option<i64> {
        self.with(|state| {
            let mut of = state.sessions.iter();
            let page = of.find(|session| session.milestone_id == milestone)?;
            Some(page.amount.amount)
        })
    }

    pub fn refunds(&self) -> Vec<RefundReceipt> {
        self.with(|state| state.refunds.values().map(|(_, refund)| refund.clone()).collect())
    }

    /// The payer, their bank or time does something to a page; `false` when that cannot be.
    pub fn happens(&self, session_id: &str, status: CheckoutStatus, intent: IntentStatus) -> bool {
        self.with(|state| {
            let session = state
                .sessions
                .iter_mut()
                .find(|session| session.id == session_id)
                .unwrap();
            let over = matches!(session.intent, IntentStatus::Succeeded | IntentStatus::Canceled);
            let closed = session.status == CheckoutStatus::Expired;
            // What was with the bank when the page closed may still arrive; a page that is finished does not open again.
            if over || (closed && intent != IntentStatus::Succeeded) {
                return false;
            }
            session.status = if closed { CheckoutStatus::Expired } else { status };
            session.intent = intent;
            if intent == IntentStatus::Succeeded {
                session.charge_id = Some(format!("ch_{session_id}"));
                session.processor_fee = Some(fee(session.amount));
            }
            true
        })
    }

    /// A bank sends a refund back.
    pub fn refund_fails(&self, place: u64) -> Option<String> {
        self.with(|state| {
            let count = u64::try_from(state.refunds.len()).unwrap();
            let (_, refund) = state
                .refunds
                .values_mut()
                .nth(usize::try_from(place % count.max(1)).unwrap())?;
            refund.status = RefundStatus::Failed;
            Some(refund.id.clone())
        })
    }

    /// How often money was sent for a milestone.
    pub fn transfers(&self, milestone: MilestoneId) -> usize {
        self.with(|state| {
            state
                .transfers
                .values()
                .filter(|(of, _)| *of == milestone)
                .count()
        })
    }
}

impl State {
    fn fate(&mut self) -> Fate {
        if self.chance.below(100) >= self.trouble {
            return Fate::Fine;
        }
        match self.chance.below(5) {
            0 => Fate::Refused(GatewayError::Busy("429".to_owned())),
            1 => Fate::Refused(GatewayError::Unknown("502, nothing was done".to_owned())),
            2 => Fate::Refused(GatewayError::Unreadable("a new word".to_owned())),
            _ => Fate::Lost,
        }
    }

    /// Answers with what was done, unless the answer gets lost.
    fn answered<T>(fate: Fate, done: T) -> Result<T, GatewayError> {
        match fate {
            Fate::Lost => Err(GatewayError::Unknown("the answer got lost".to_owned())),
            _ => Ok(done),
        }
    }
}

#[async_trait::async_trait]
impl PaymentGateway for Processor {
    async fn create_account(&self, _: UserId, _: &str) -> Result<Account, GatewayError> {
        Ok(self.with(|state| state.account.clone()))
    }

    async fn account(&self, _: &str) -> Result<Account, GatewayError> {
        Ok(self.with(|state| state.account.clone()))
    }

    async fn onboarding_link(&self, _: &str, _: &str, _: &str) -> Result<String, GatewayError> {
        Err(GatewayError::Refused("nobody is onboarded here".to_owned()))
    }

    async fn create_checkout(&self, request: &CheckoutRequest) -> Result<CheckoutSession, GatewayError> {
        self.with(|state| {
            let fate = state.fate();
            if let Fate::Refused(error) = fate {
                return Err(error);
            }
            let id = request.idempotency_key().replace(':', "_");
            if let Some(session) = state.sessions.iter().find(|session| session.id == id) {
                return State::answered(fate, session.clone());
            }
            let session = CheckoutSession {
                url: Some(format!("https://pay.example/{id}")),
                payment_intent_id: Some(intent_of(&id)),
                id,
                status: CheckoutStatus::Open,
                intent: IntentStatus::RequiresPayment,
                charge_id: None,
                processor_fee: None,
                amount: request.amount,
                milestone_id: request.milestone_id,
                attempt: Some(request.attempt),
                expires_at: Timestamp::from_millis(i64::MAX / 2_000_000),
            };
            state.sessions.push(session.clone());
            State::answered(fate, session)
        })
    }

    async fn checkout(&self, session_id: &str) -> Result<CheckoutSession, GatewayError> {
        self.with(|state| {
            if let Fate::Refused(error) = state.fate() {
                return Err(error);
            }
            let session = state.sessions.iter().find(|session| session.id == session_id);
            session
                .cloned()
                .ok_or_else(|| GatewayError::NotFound(session_id.to_owned()))
        })
    }

    async fn close_checkout(&self, session_id: &str) -> Result<(), GatewayError> {
        match self.happens(session_id, CheckoutStatus::Expired, IntentStatus::RequiresPayment) {
            true => Ok(()),
            false => Err(GatewayError::Refused("the page is not open".to_owned())),
        }
    }

    async fn checkout_of_intent(&self, intent: &str) -> Result<Option<CheckoutSession>, GatewayError> {
        let of = |session: &CheckoutSession| session.payment_intent_id.as_deref() == Some(intent);
        Ok(self.sessions().into_iter().find(of))
    }

    async fn create_transfer(&self, request: &TransferRequest) -> Result<TransferReceipt, GatewayError> {
        self.with(|state| {
            let key = request.idempotency_key();
            if let Some((_, receipt)) = state.transfers.get(&key) {
                let receipt = receipt.clone();
                return State::answered(state.fate(), receipt);
            }
            if !state.account.transfers_active {
                return Err(GatewayError::AccountNotReady("no capability".to_owned()));
            }
            let fate = match (state.fate(), state.chance.below(10)) {
                (Fate::Refused(_), 0) => {
                    Fate::Refused(GatewayError::InsufficientBalance("not yet available".to_owned()))
                }
                (Fate::Refused(_), 1) => Fate::Refused(GatewayError::Refused("no".to_owned())),
                (fate, _) => fate,
            };
            if let Fate::Refused(error) = fate {
                return Err(error);
            }
            let receipt = TransferReceipt {
                id: format!("tr_{key}"),
                amount: request.amount,
                attempt: Some(request.attempt),
            };
            state
                .transfers
                .insert(key, (request.milestone_id, receipt.clone()));
            State::answered(fate, receipt)
        })
    }

    async fn create_refund(&self, request: &RefundRequest) -> Result<RefundReceipt, GatewayError> {
        self.with(|state| {
            let fate = state.fate();
            if let Fate::Refused(error) = fate {
                return Err(error);
            }
            let key = request.idempotency_key();
            if let Some((_, refund)) = state.refunds.get(&key) {
                let refund = refund.clone();
                return State::answered(fate, refund);
            }
            let argued = |known: &Chargeback| {
                known.charge_id == request.charge_id && known.status != ChargebackStatus::Won
            };
            if state.chargebacks.iter().any(argued) {
                return Err(GatewayError::Refused("charge_disputed".to_owned()));
            }
            let of = |session: &&CheckoutSession| session.charge_id.as_ref() == Some(&request.charge_id);
            let charge = state.sessions.iter().find(of);
            let charged = charge
                .ok_or_else(|| GatewayError::NotFound(request.charge_id.clone()))?
                .amount;
            let made = state.refunds.values();
            let made =
                made.filter(|(of, refund)| *of == request.charge_id && refund.status != RefundStatus::Failed);
            let left = charged.amount - made.map(|(_, refund)| refund.amount.amount).sum::<i64>();
            let amount = match request.why {
                RefundReason::PaidTwice => Money::new(left, charged.currency),
                RefundReason::Decided(part) => part,
            };
            // As Stripe does: a charge never gives back more than it brought.
            if amount.amount <= 0 || amount.amount > left {
                return Err(GatewayError::AlreadyRefunded(request.charge_id.clone()));
            }
            let refund = RefundReceipt {
                id: format!("re_{}", request.payment_id),
                amount,
                status: [RefundStatus::Pending, RefundStatus::Succeeded]
                    [usize::from(state.chance.below(2) == 0)],
                of: Some((request.milestone_id, request.payment_id)),
            };
            state
                .refunds
                .insert(key, (request.charge_id.clone(), refund.clone()));
            State::answered(fate, refund)
        })
    }

    async fn refund_made(
        &self,
        charge_id: &str,
        payment: PaymentId,
    ) -> Result<Option<RefundReceipt>, GatewayError> {
        self.with(|state| {
            if let Fate::Refused(error) = state.fate() {
                return Err(error);
            }
            let mut made = state.refunds.values();
            let own = |(charge, refund): &&(String, RefundReceipt)| {
                charge == charge_id && refund.of.is_some_and(|(_, of)| of == payment)
            };
            Ok(made.find(own).map(|(_, refund)| refund.clone()))
        })
    }

    async fn refund(&self, refund_id: &str) -> Result<RefundReceipt, GatewayError> {
        self.with(|state| {
            if let Fate::Refused(error) = state.fate() {
                return Err(error);
            }
            let mut refunds = state.refunds.values().map(|(_, refund)| refund);
            let refund = refunds.find(|refund| refund.id == refund_id);
            refund
                .cloned()
                .ok_or_else(|| GatewayError::NotFound(refund_id.to_owned()))
        })
    }

    async fn chargeback(&self, dispute_id: &str) -> Result<Chargeback, GatewayError> {
        self.with(|state| {
            if let Fate::Refused(error) = state.fate() {
                return Err(error);
            }
            let mut known = state.chargebacks.iter();
            let found = known.find(|known| known.id == dispute_id).cloned();
            found.ok_or_else(|| GatewayError::NotFound(dispute_id.to_owned()))
        })
    }

    async fn fraud_warning(&self, warning_id: &str) -> Result<FraudWarning, GatewayError> {
        Err(GatewayError::NotFound(warning_id.to_owned()))
    }

    async fn transfers_of(&self, milestone: MilestoneId) -> Result<Vec<TransferReceipt>, GatewayError> {
        self.with(|state| {
            let all = state.transfers.values();
            let of = all.filter(|(of, _)| *of == milestone);
            Ok(of.map(|(_, receipt)| receipt.clone()).collect())
        })
    }
}
