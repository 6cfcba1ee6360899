//! What the product asks of a payment processor, in Stripe's terms.

use proconnect_domain::{ChargebackStatus, MilestoneId, Money, PaymentId, Timestamp, UserId};

/// A connected account, as the processor reports it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// Stripe's id, `acct_…`.
    pub id: String,
    /// The person the account was made for (metadata `user_id`); absent on accounts that are not ours.
    pub user_id: Option<UserId>,
    /// The person has filled in the onboarding form.
    pub details_submitted: bool,
    /// The `transfers` capability is `active`: money can be sent to the account.
    pub transfers_active: bool,
    /// The processor pays out to the person's bank.
    pub payouts_enabled: bool,
    /// What the processor still wants to know (`requirements.currently_due`).
    pub currently_due: Vec<String>,
}

/// A request for a hosted Checkout Session that funds one milestone.
#[derive(Debug, Clone)]
pub struct CheckoutRequest {
    /// The milestone; goes into `metadata.milestone_id` and `transfer_group` (`ms_{id}`) of session and intent.
    pub milestone_id: MilestoneId,
    /// The number of this attempt to fund the milestone, from 1.
    pub attempt: u32,
    /// The exact amount to charge.
    pub amount: Money,
    /// The line item's name, as the payer sees it.
    pub description: String,
    /// The payer's address for the receipt.
    pub customer_email: String,
    /// Where the page returns to after payment.
    pub success_url: String,
    /// Where the page returns to when the payer gives up.
    pub cancel_url: String,
}

impl CheckoutRequest {
    /// The idempotency key: the same while the outcome is unknown, new only after a definite failure.
    pub fn idempotency_key(&self) -> String {
        format!("fund:{}:{}", self.milestone_id, self.attempt)
    }
}

/// `checkout.session.status`. A word that we do not know is no state at all: the call answers [`GatewayError::Unreadable`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckoutStatus {
    /// The page can still be paid.
    Open,
    /// The payer has finished the page; whether money came is the intent's business.
    Complete,
    /// The page is closed.
    Expired,
}

/// The state of the payment behind a session: the payment intent's status, reduced to what we act on. Only what Stripe calls a
/// failure is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntentStatus {
    /// Nothing was paid, and no try has failed (`requires_payment_method`, `requires_confirmation`).
    RequiresPayment,
    /// The last try failed: `requires_payment_method` with a `last_payment_error`. While the page is open, the payer may try
    /// again; once it is complete, the voucher has run out or the debit was refused.
    Failed,
    /// The payer has to do something outside of the page (`requires_action`): confirm with their bank, pay a voucher at a
    /// till, send a bank transfer. The money may come days later.
    AwaitsPayer,
    /// A debit is on its way; it may still fail.
    Processing,
    /// The money is on the platform's balance (maybe still pending).
    Succeeded,
    /// The intent was cancelled.
    Canceled,
    /// A status that we do not know, or never ask for (`requires_capture`): neither a failure nor a success. A person has to
    /// look, and the processor is asked again.
    Unknown,
}

/// A hosted Checkout Session and the payment behind it, fetched fresh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckoutSession {
    /// `cs_…`.
    pub id: String,
    /// The page's address; absent once the session is no longer open.
    pub url: Option<String>,
    /// State of the page.
    pub status: CheckoutStatus,
    /// State of the money.
    pub intent: IntentStatus,
    /// `pi_…`, once there is one.
    pub payment_intent_id: Option<String>,
    /// `ch_…` of the successful charge: the `source_transaction` of the later transfer.
    pub charge_id: Option<String>,
    /// The processor's own fee from the charge's balance transaction, when known.
    pub processor_fee: Option<Money>,
    /// What was charged.
    pub amount: Money,
    /// What it pays for, from metadata: a session without it is not ours, and not found.
    pub milestone_id: MilestoneId,
    /// From metadata.
    pub attempt: Option<u32>,
    /// When the page closes by itself.
    pub expires_at: Timestamp,
}

/// A request to send released money to a freelancer.
#[derive(Debug, Clone)]
pub struct TransferRequest {
    /// The milestone; `transfer_group` is `ms_{id}`, and it stands in `metadata.milestone_id`.
    pub milestone_id: MilestoneId,
    /// The number of this attempt, from 1.
    pub attempt: u32,
    /// What the freelancer gets (after the platform fee).
    pub amount: Money,
    /// `acct_…`.
    pub destination: String,
    /// `ch_…`: lets the transfer succeed while the charge is still settling.
    pub source_transaction: String,
}

impl TransferRequest {
    /// The idempotency key: the same while the outcome is unknown, new only after a definite failure.
    pub fn idempotency_key(&self) -> String {
        format!("xfer:{}:{}", self.milestone_id, self.attempt)
    }
}

/// A transfer that the processor has accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransferReceipt {
    /// `tr_…`.
    pub id: String,
    /// What was sent.
    pub amount: Money,
    /// From metadata `attempt`.
    pub attempt: Option<u32>,
}

/// A request to give a charge back, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundRequest {
    /// What was paid for; stands in `metadata.milestone_id`.
    pub milestone_id: MilestoneId,
    /// The client's line of history for it; stands in `metadata.payment_id`.
    pub payment_id: PaymentId,
    /// `ch_…`.
    pub charge_id: String,
    /// Why.
    pub why: RefundReason,
    /// The number of this attempt, from 1.
    pub attempt: u32,
}

/// Why a charge is given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefundReason {
    /// It came on top of the charge that funds the milestone: all that is left of it goes back.
    PaidTwice,
    /// A dispute gave the client so much of it.
    Decided(Money),
}

impl RefundRequest {
    /// The idempotency key: the same while the outcome is unknown, new only after a definite failure.
    pub fn idempotency_key(&self) -> String {
        format!("refund:{}:{}", self.payment_id, self.attempt)
    }
}

/// `refund.status`. A word that we do not know is no state at all: the call answers [`GatewayError::Unreadable`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefundStatus {
    /// On its way: `pending`, or `requires_action` (the payer has to name their bank account to the processor).
    Pending,
    /// The money is back with the payer's bank.
    Succeeded,
    /// It could not be given back, or was called off (`failed`, `canceled`): it is on the platform's balance again.
    Failed,
}

/// A refund, as the processor reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundReceipt {
    /// `re_…`, `pyr_…`.
    pub id: String,
    /// What goes back.
    pub amount: Money,
    /// State.
    pub status: RefundStatus,
    /// From metadata; a refund without both was made by hand.
    pub of: Option<(MilestoneId, PaymentId)>,
}

/// A chargeback, as the processor reports it: a dispute in Stripe's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chargeback {
    /// `du_…`, `dp_…`.
    pub id: String,
    /// `ch_…`, `py_…`: what the client's bank wants back.
    pub charge_id: String,
    /// `pi_…` behind it.
    pub payment_intent_id: Option<String>,
    /// What was paid for, from the charge's metadata: a charge without it is not ours, and its chargeback not found.
    pub milestone_id: MilestoneId,
    /// How much the bank wants.
    pub amount: Money,
    /// Why, in the network's word: `fraudulent`, `product_not_received`, …
    pub reason: String,
    /// State.
    pub status: ChargebackStatus,
    /// By when evidence can be sent; nothing once it was sent, or where the bank takes none.
    pub answer_by: Option<Timestamp>,
    /// What it moved on the platform's balance so far, oldest first.
    pub movements: Vec<Movement>,
}

/// Money that a chargeback moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// `txn_…`, of a balance transaction.
    pub id: String,
    /// Below zero: it left the balance. Above: it came back.
    pub amount: Money,
    /// What the processor took for itself; below zero, what it gave back of that.
    pub fee: Money,
}

/// A card network's warning that a payment is probably fraudulent. No bank has asked for anything yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FraudWarning {
    /// `issfr_…`.
    pub id: String,
    /// `ch_…`.
    pub charge_id: String,
    /// `pi_…`.
    pub payment_intent_id: Option<String>,
    /// What was paid for, from the charge's metadata.
    pub milestone_id: MilestoneId,
    /// What the network says, in its word: `made_with_stolen_card`, …
    pub kind: String,
}

/// Why a call to the processor gave no answer that we can use.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
pub enum GatewayError {
    /// Time-out, 5xx, an unreadable body: it may or may not have happened. Retry with the *same* key.
    #[error("outcome unknown: {0}")]
    Unknown(String),
    /// The object says something that this release does not understand, such as a new status. Nothing may be concluded: ask
    /// again, and tell a person.
    #[error("not understood: {0}")]
    Unreadable(String),
    /// 409 or 429: it did not happen; try again later with the same key.
    #[error("try again later: {0}")]
    Busy(String),
    /// The destination account cannot take money (capability inactive, account closed).
    #[error("the account cannot receive transfers: {0}")]
    AccountNotReady(String),
    /// The platform's balance does not cover it.
    #[error("insufficient platform balance: {0}")]
    InsufficientBalance(String),
    /// The charge was given back before.
    #[error("refunded before: {0}")]
    AlreadyRefunded(String),
    /// No such object, or none of ours.
    #[error("not found: {0}")]
    NotFound(String),
    /// Any other definite refusal.
    #[error("refused: {0}")]
    Refused(String),
}

/// The processor, as the product sees it. Every call that moves money carries a deterministic idempotency key.
#[async_trait::async_trait]
pub trait PaymentGateway: Send + Sync {
    /// Makes the connected account of a person; the key is `acct:{user}:v1`, so twice gives the same account.
    async fn create_account(&self, user: UserId, email: &str) -> Result<Account, GatewayError>;
    /// Fetches a connected account.
    async fn account(&self, account_id: &str) -> Result<Account, GatewayError>;
    /// Mints a single-use onboarding link; never mailed, always on click.
    async fn onboarding_link(
        &self,
        account_id: &str,
        refresh_url: &str,
        return_url: &str,
    ) -> Result<String, GatewayError>;
    /// Opens a hosted Checkout Session for the milestone's amount.
    async fn create_checkout(&self, request: &CheckoutRequest) -> Result<CheckoutSession, GatewayError>;
    /// Fetches a session with its intent, charge and balance transaction.
    async fn checkout(&self, session_id: &str) -> Result<CheckoutSession, GatewayError>;
    /// Closes a page that nobody needs any more, so that it cannot be paid. One that is not open is refused.
    async fn close_checkout(&self, session_id: &str) -> Result<(), GatewayError>;
    /// Fetches the session that a payment intent belongs to; `None` when the intent is not ours.
    async fn checkout_of_intent(&self, intent_id: &str) -> Result<Option<CheckoutSession>, GatewayError>;
    /// Sends money to a connected account.
    async fn create_transfer(&self, request: &TransferRequest) -> Result<TransferReceipt, GatewayError>;
    /// Gives a charge, or a part of it, back. What was given back already for that line of history answers with that refund.
    async fn create_refund(&self, request: &RefundRequest) -> Result<RefundReceipt, GatewayError>;
    /// The refund that was made for a line of history, if there is one: for outcomes unknown for longer than keys live. Of several
    /// one that has not failed.
    async fn refund_made(
        &self,
        charge_id: &str,
        payment: PaymentId,
    ) -> Result<Option<RefundReceipt>, GatewayError>;
    /// Fetches a refund.
    async fn refund(&self, refund_id: &str) -> Result<RefundReceipt, GatewayError>;
    /// Fetches a chargeback, with its charge and what it moved.
    async fn chargeback(&self, dispute_id: &str) -> Result<Chargeback, GatewayError>;
    /// Fetches an early warning of fraud, with its charge.
    async fn fraud_warning(&self, warning_id: &str) -> Result<FraudWarning, GatewayError>;
    /// Lists the transfers made for a milestone (by `transfer_group`), for outcomes unknown for longer than keys live.
    async fn transfers_of(&self, milestone: MilestoneId) -> Result<Vec<TransferReceipt>, GatewayError>;
}
