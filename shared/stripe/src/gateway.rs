//! Separate charges and transfers, with one deterministic idempotency key per attempt. The library's own retries
//! are never used: they invent keys of their own.

use crate::convert;
use crate::error::gateway_error;
use crate::ids::in_path;
use proconnect_domain::{MilestoneId, PaymentId, UserId};
use proconnect_payments::{
    Account, Chargeback, CheckoutRequest, CheckoutSession, FraudWarning, GatewayError, PaymentGateway,
    RefundReason, RefundReceipt, RefundRequest, RefundStatus, TransferReceipt, TransferRequest,
};
use std::collections::HashMap;
use std::time::Duration;
use stripe::{Client, ClientBuilder, IdempotencyKey, RequestStrategy, StripeError, StripeRequest};
use stripe_checkout::CheckoutSessionMode;
use stripe_checkout::checkout_session::{
    CreateCheckoutSession, CreateCheckoutSessionLineItems, CreateCheckoutSessionLineItemsPriceData,
    CreateCheckoutSessionPaymentIntentData, CreateCheckoutSessionPaymentIntentDataCaptureMethod,
    ExpireCheckoutSession, ListCheckoutSession, ProductData, RetrieveCheckoutSession,
};
use stripe_connect::account::{
    CreateAccount, CreateAccountCapabilities, CreateAccountCapabilitiesTransfers, CreateAccountController,
    CreateAccountControllerFees, CreateAccountControllerFeesPayer, CreateAccountControllerLosses,
    CreateAccountControllerLossesPayments, CreateAccountControllerStripeDashboard,
    CreateAccountControllerStripeDashboardType, RetrieveAccount,
};
use stripe_connect::account_link::{CreateAccountLink, CreateAccountLinkType};
use stripe_connect::transfer::{CreateTransfer, ListTransfer};
use stripe_core::dispute::RetrieveDispute;
use stripe_core::refund::{CreateRefund, CreateRefundReason, ListRefund, RetrieveRefund};
use stripe_fraud::radar_early_fraud_warning::RetrieveRadarEarlyFraudWarning;

/// What is fetched along with what is about a charge.
const CHARGE: &str = "charge";

/// The library has no time-out of its own; API Gateway gives a function 30 s in all.
const TIMEOUT: Duration = Duration::from_secs(10);

/// How long to wait before a request that came at the same moment as another with its key, or as too many others, is made
/// again; without the last one it is `Busy`.
const PAUSES: [Duration; 4] = [
    Duration::from_millis(50),
    Duration::from_millis(100),
    Duration::from_millis(200),
    Duration::from_millis(400),
];

/// What is fetched along with a session: the charge and what the processor took for it.
const EXPAND: &str = "payment_intent.latest_charge.balance_transaction";

/// Stripe's API, or the stand-in's.
pub struct StripeGateway {
    client: Client,
}

impl StripeGateway {
    /// A client with a secret key. `origin` replaces Stripe's own; it must have no path.
    pub fn new(key: &str, origin: Option<&str>) -> Result<Self, StripeError> {
        let mut builder = ClientBuilder::new(key).timeout(TIMEOUT);
        if let Some(origin) = origin {
            builder = builder.url(origin);
        }
        Ok(Self {
            client: builder.build()?,
        })
    }

    /// The refunds of a charge.
    async fn refunds_of(&self, charge_id: &str) -> Result<Vec<RefundReceipt>, GatewayError> {
        let request = ListRefund::new().charge(charge_id).limit(100);
        let found = patiently(|| request.send(&self.client)).await?;
        found.data.into_iter().map(convert::refund).collect()
    }

    /// The refund of a charge that was refunded already: our own for that line of history, and of a charge that goes back whole
    /// also one that somebody made by hand.
    async fn refund_instead(
        &self,
        request: &RefundRequest,
        otherwise: String,
    ) -> Result<RefundReceipt, GatewayError> {
        let refunds = self.refunds_of(&request.charge_id).await?;
        let whole = request.why == RefundReason::PaidTwice;
        let own = |refund: &RefundReceipt| {
            refund
                .of
                .is_some_and(|(_, payment)| payment == request.payment_id)
        };
        let good = |refund: &RefundReceipt| refund.status != RefundStatus::Failed && (whole || own(refund));
        let first = refunds.into_iter().find(good);
        first.ok_or(GatewayError::AlreadyRefunded(otherwise))
    }
}

/// Makes a call; while Stripe says that it is busy with the same key (409) or with too much (429), again in a moment. It has
/// not happened then, and the key is the same.
async fn patiently<T, F>(call: impl Fn() -> F) -> Result<T, GatewayError>
where
    F: Future<Output = Result<T, StripeError>>,
{
    for pause in PAUSES {
        match call().await.map_err(gateway_error) {
            Err(GatewayError::Busy(_)) => tokio::time::sleep(pause).await,
            other => return other,
        }
    }
    call().await.map_err(gateway_error)
}

/// A request that changes something is made once, under our own key.
fn keyed(key: &str) -> Result<RequestStrategy, GatewayError> {
    let key = IdempotencyKey::new(key).map_err(|error| GatewayError::Refused(error.to_string()))?;
    Ok(RequestStrategy::Idempotent(key))
}

fn transfer_group(milestone: MilestoneId) -> String {
    format!("ms_{milestone}")
}

fn metadata(milestone: MilestoneId, attempt: u32) -> HashMap<String, String> {
    HashMap::from([
        ("milestone_id".to_owned(), milestone.to_string()),
        ("attempt".to_owned(), attempt.to_string()),
    ])
}

/// An Express account for which the platform pays fees and bears losses: what separate transfers need.
fn controller() -> CreateAccountController {
    let mut fees = CreateAccountControllerFees::new();
    fees.payer = Some(CreateAccountControllerFeesPayer::Application);
    let mut losses = CreateAccountControllerLosses::new();
    losses.payments = Some(CreateAccountControllerLossesPayments::Application);
    let mut dashboard = CreateAccountControllerStripeDashboard::new();
    dashboard.type_ = Some(CreateAccountControllerStripeDashboardType::Express);
    let mut controller = CreateAccountController::new();
    controller.fees = Some(fees);
    controller.losses = Some(losses);
    controller.stripe_dashboard = Some(dashboard);
    controller
}

fn line_item(request: &CheckoutRequest) -> CreateCheckoutSessionLineItems {
    let mut price = CreateCheckoutSessionLineItemsPriceData::new(convert::currency(request.amount.currency));
    price.unit_amount = Some(request.amount.amount);
    price.product_data = Some(ProductData::new(request.description.clone()));
    let mut item = CreateCheckoutSessionLineItems::new();
    item.price_data = Some(price);
    item.quantity = Some(1);
    item
}

#[async_trait::async_trait]
impl PaymentGateway for StripeGateway {
    async fn create_account(&self, user: UserId, email: &str) -> Result<Account, GatewayError> {
        let mut transfers = CreateAccountCapabilitiesTransfers::new();
        transfers.requested = Some(true);
        let mut capabilities = CreateAccountCapabilities::new();
        capabilities.transfers = Some(transfers);
        let request = CreateAccount::new()
            .controller(controller())
            .capabilities(capabilities)
            .email(email)
            .metadata(HashMap::from([("user_id".to_owned(), user.to_string())]));
        let key = keyed(&format!("acct:{user}:v1"))?;
        let call = || {
            let keyed = request.customize().request_strategy(key.clone());
            keyed.send(&self.client)
        };
        convert::account(patiently(call).await?)
    }

    async fn account(&self, account_id: &str) -> Result<Account, GatewayError> {
        let request = RetrieveAccount::new(in_path(account_id)?);
        convert::account(patiently(|| request.send(&self.client)).await?)
    }

    async fn onboarding_link(
        &self,
        account_id: &str,
        refresh_url: &str,
        return_url: &str,
    ) -> Result<String, GatewayError> {
        let link = CreateAccountLink::new(account_id, CreateAccountLinkType::AccountOnboarding)
            .refresh_url(refresh_url)
            .return_url(return_url);
        Ok(patiently(|| link.send(&self.client)).await?.url)
    }

    async fn create_checkout(&self, request: &CheckoutRequest) -> Result<CheckoutSession, GatewayError> {
        let metadata = metadata(request.milestone_id, request.attempt);
        let mut intent = CreateCheckoutSessionPaymentIntentData::new();
        intent.metadata = Some(metadata.clone());
        intent.transfer_group = Some(transfer_group(request.milestone_id));
        intent.receipt_email = Some(request.customer_email.clone());
        // By default Stripe captures later, and a charge says nothing of its fee until then
        // (docs.stripe.com/payments/payment-intents/asynchronous-capture).
        intent.capture_method = Some(CreateCheckoutSessionPaymentIntentDataCaptureMethod::Automatic);
        // No payment_method_types: what the account has switched on is offered.
        let create = CreateCheckoutSession::new()
            .mode(CheckoutSessionMode::Payment)
            .line_items(vec![line_item(request)])
            .payment_intent_data(intent)
            .metadata(metadata)
            .customer_email(request.customer_email.clone())
            .success_url(request.success_url.clone())
            .cancel_url(request.cancel_url.clone());
        let key = keyed(&request.idempotency_key())?;
        let call = || {
            let keyed = create.customize().request_strategy(key.clone());
            keyed.send(&self.client)
        };
        convert::session(patiently(call).await?)
    }

    async fn checkout(&self, session_id: &str) -> Result<CheckoutSession, GatewayError> {
        let request = RetrieveCheckoutSession::new(in_path(session_id)?).expand([EXPAND.to_owned()]);
        convert::session(patiently(|| request.send(&self.client)).await?)
    }

    async fn close_checkout(&self, session_id: &str) -> Result<(), GatewayError> {
        let request = ExpireCheckoutSession::new(in_path(session_id)?);
        patiently(|| request.send(&self.client)).await.map(|_| ())
    }

    async fn checkout_of_intent(&self, intent_id: &str) -> Result<Option<CheckoutSession>, GatewayError> {
        let request = ListCheckoutSession::new()
            .payment_intent(in_path(intent_id)?)
            .limit(1);
        let found = patiently(|| request.send(&self.client)).await?;
        match found.data.into_iter().next() {
            // Lists expand four levels at most: the session is fetched by itself.
            Some(session) => Ok(Some(self.checkout(session.id.as_str()).await?)),
            None => Ok(None),
        }
    }

    async fn create_refund(&self, request: &RefundRequest) -> Result<RefundReceipt, GatewayError> {
        let create = match request.why {
            // Without an amount it is all that is left of the charge.
            RefundReason::PaidTwice => CreateRefund::new().reason(CreateRefundReason::Duplicate),
            RefundReason::Decided(part) => CreateRefund::new()
                .reason(CreateRefundReason::RequestedByCustomer)
                .amount(part.amount),
        };
        let create = create.charge(request.charge_id.clone()).metadata(HashMap::from([
            ("milestone_id".to_owned(), request.milestone_id.to_string()),
            ("payment_id".to_owned(), request.payment_id.to_string()),
        ]));
        let key = keyed(&request.idempotency_key())?;
        let call = || {
            let keyed = create.customize().request_strategy(key.clone());
            keyed.send(&self.client)
        };
        match patiently(call).await {
            Ok(refund) => convert::refund(refund),
            // By us, longer ago than keys live, or by somebody in the dashboard.
            Err(GatewayError::AlreadyRefunded(text)) => self.refund_instead(request, text).await,
            Err(error) => Err(error),
        }
    }

    async fn refund_made(
        &self,
        charge_id: &str,
        payment: PaymentId,
    ) -> Result<Option<RefundReceipt>, GatewayError> {
        let refunds = self.refunds_of(charge_id).await?;
        let mut own: Vec<RefundReceipt> = refunds
            .into_iter()
            .filter(|refund| refund.of.is_some_and(|(_, of)| of == payment))
            .collect();
        own.sort_by_key(|refund| refund.status == RefundStatus::Failed);
        Ok(own.into_iter().next())
    }

    async fn refund(&self, refund_id: &str) -> Result<RefundReceipt, GatewayError> {
        let request = RetrieveRefund::new(in_path(refund_id)?);
        convert::refund(patiently(|| request.send(&self.client)).await?)
    }

    async fn create_transfer(&self, request: &TransferRequest) -> Result<TransferReceipt, GatewayError> {
        let create = CreateTransfer::new(
            convert::currency(request.amount.currency),
            request.destination.clone(),
        )
        .amount(request.amount.amount)
        .source_transaction(request.source_transaction.clone())
        .transfer_group(transfer_group(request.milestone_id))
        .metadata(metadata(request.milestone_id, request.attempt));
        let key = keyed(&request.idempotency_key())?;
        let call = || {
            let keyed = create.customize().request_strategy(key.clone());
            keyed.send(&self.client)
        };
        convert::transfer(patiently(call).await?)
    }

    async fn chargeback(&self, dispute_id: &str) -> Result<Chargeback, GatewayError> {
        let request = RetrieveDispute::new(in_path(dispute_id)?).expand([CHARGE.to_owned()]);
        convert::chargeback(patiently(|| request.send(&self.client)).await?)
    }

    async fn fraud_warning(&self, warning_id: &str) -> Result<FraudWarning, GatewayError> {
        let request = RetrieveRadarEarlyFraudWarning::new(in_path(warning_id)?).expand([CHARGE.to_owned()]);
        convert::fraud_warning(patiently(|| request.send(&self.client)).await?)
    }

    async fn transfers_of(&self, milestone: MilestoneId) -> Result<Vec<TransferReceipt>, GatewayError> {
        let request = ListTransfer::new()
            .transfer_group(transfer_group(milestone))
            .limit(100);
        let found = patiently(|| request.send(&self.client)).await?;
        found.data.into_iter().map(convert::transfer).collect()
    }
}
