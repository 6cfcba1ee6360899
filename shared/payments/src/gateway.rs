//! What the product asks of a payment processor, in Stripe's terms.

use proconnect_domain::{MilestoneId, Money, Timestamp, UserId};

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

/// `checkout.session.status`.
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

/// The state of the payment behind a session: the payment intent's status, reduced to what we act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntentStatus {
    /// Nothing was paid yet, or the last try failed and the payer may try again.
    RequiresPayment,
    /// A debit or bank transfer is on its way; it may still fail.
    Processing,
    /// The money is on the platform's balance (maybe still pending).
    Succeeded,
    /// The intent was cancelled or has definitely failed.
    Canceled,
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
    /// From metadata.
    pub milestone_id: Option<MilestoneId>,
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

/// Why a call to the processor gave no answer that we can use.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
pub enum GatewayError {
    /// Time-out, 5xx, an unreadable body: it may or may not have happened. Retry with the *same* key.
    #[error("outcome unknown: {0}")]
    Unknown(String),
    /// 409 or 429: it did not happen; try again later with the same key.
    #[error("try again later: {0}")]
    Busy(String),
    /// The destination account cannot take money (capability inactive, account closed).
    #[error("the account cannot receive transfers: {0}")]
    AccountNotReady(String),
    /// The platform's balance does not cover it.
    #[error("insufficient platform balance: {0}")]
    InsufficientBalance(String),
    /// No such object.
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
    /// Fetches the session that a payment intent belongs to; `None` when the intent is not ours.
    async fn checkout_of_intent(&self, intent_id: &str) -> Result<Option<CheckoutSession>, GatewayError>;
    /// Sends money to a connected account.
    async fn create_transfer(&self, request: &TransferRequest) -> Result<TransferReceipt, GatewayError>;
    /// Lists the transfers made for a milestone (by `transfer_group`), for outcomes unknown for longer than keys live.
    async fn transfers_of(&self, milestone: MilestoneId) -> Result<Vec<TransferReceipt>, GatewayError>;
}
