//! `App`: everything a handler may use. Built once per process.

use crate::{Clock, Config, SystemClock};
use proconnect_auth::{ActingSession, EvidenceSigner, Tickets, TokenIssuer, TokenVerifier};
use proconnect_cache::Cache;
use proconnect_domain::{Timestamp, TypedId};
use proconnect_events::{Actor, Cause};
use proconnect_files::{ObjectStore, Previewer, Scanner};
use proconnect_http::{ApiError, Context, ErrorCode, OriginHash};
use proconnect_messaging::{Mailer, Push, Queue};
use proconnect_payments::PaymentGateway;
use proconnect_store::Store;
use std::sync::Arc;

/// The application, as handlers see it: no other source of time, ids, settings or services exists for them.
///
/// Ports that few functions need are absent in the others, so that those do not link their clients.
#[derive(Clone)]
pub struct App {
    /// The settings.
    pub config: Arc<Config>,
    /// The table.
    pub store: Store,
    issuer: Option<Arc<TokenIssuer>>,
    verifier: Option<Arc<TokenVerifier>>,
    tickets: Option<Arc<Tickets>>,
    evidence_signer: Option<Arc<EvidenceSigner>>,
    clock: Arc<dyn Clock>,
    cause: Cause,
    cache: Option<Arc<dyn Cache>>,
    payments: Option<Arc<dyn PaymentGateway>>,
    queue: Option<Arc<dyn Queue>>,
    mailer: Option<Arc<dyn Mailer>>,
    objects: Option<Arc<dyn ObjectStore>>,
    scanner: Option<Arc<dyn Scanner>>,
    previewer: Option<Arc<dyn Previewer>>,
    push: Option<Arc<dyn Push>>,
}

/// Builds an [`App`].
pub struct AppBuilder(App);

impl App {
    /// An application on a table, with the system's clock and no ports.
    pub fn builder(config: Config, store: Store) -> AppBuilder {
        AppBuilder(Self {
            issuer: with_keys(&config.signing_keys, TokenIssuer::new),
            verifier: with_keys(&config.public_keys, TokenVerifier::new),
            tickets: with_keys(&config.ticket_keys, Tickets::new),
            evidence_signer: with_keys(&config.evidence_signing_keys, EvidenceSigner::new),
            config: Arc::new(config),
            store,
            clock: Arc::new(SystemClock),
            cause: Cause::new("unknown"),
            cache: None,
            payments: None,
            queue: None,
            mailer: None,
            objects: None,
            scanner: None,
            previewer: None,
            push: None,
        })
    }

    /// The same application with a meter of its own, for one request.
    pub(crate) fn metered(&self) -> Self {
        Self {
            store: self.store.metered(),
            ..self.clone()
        }
    }

    /// The same application for what follows from something: what it writes and logs names it from here on.
    pub fn caused_by(&self, cause: Cause) -> Self {
        tracing::Span::current().record("cause", cause.as_str());
        Self {
            store: self.store.caused_by(cause.clone()),
            cause,
            ..self.clone()
        }
    }

    /// What this call follows from, for what it sends by itself.
    pub fn cause(&self) -> Cause {
        self.cause.clone()
    }

    /// The same application for what somebody does: everything that they write goes through only while their account is in
    /// use, and the session by which they act stands.
    #[doc(hidden)]
    pub fn acting(&self, actor: Option<Actor>, session: Option<ActingSession>) -> Self {
        Self {
            store: self
                .store
                .acting(actor.unwrap_or(Actor::Visitor))
                .by_session(session),
            ..self.clone()
        }
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new id of the wanted kind. Fails only when the system has no randomness.
    pub fn new_id<T: TypedId>(&self) -> Result<T, ApiError> {
        Ok(proconnect_store::fresh_id(self.now())?)
    }

    /// Issues access tokens. Only the functions that sign somebody in have the keys.
    pub fn issuer(&self) -> Result<&TokenIssuer, ApiError> {
        self.issuer.as_deref().ok_or_else(|| missing("signing key"))
    }

    /// Issues and verifies tickets for WebSocket connections.
    pub fn tickets(&self) -> Result<&Tickets, ApiError> {
        self.tickets.as_deref().ok_or_else(|| missing("ticket key"))
    }

    /// Signs evidence packs. Only the functions that make some have the key.
    pub fn evidence_signer(&self) -> Result<&EvidenceSigner, ApiError> {
        self.evidence_signer
            .as_deref()
            .ok_or_else(|| missing("key that signs evidence packs"))
    }

    /// What keys the hashes of one-time codes.
    pub fn code_secret(&self) -> Result<&[u8], ApiError> {
        let secret = self.config.code_secret.as_slice();
        (!secret.is_empty())
            .then_some(secret)
            .ok_or_else(|| missing("code secret"))
    }

    /// The cache. Functions that neither limit nor keep anything have none.
    pub(crate) fn cache(&self) -> Option<&dyn Cache> {
        self.cache.as_deref()
    }

    /// The payment processor.
    pub fn payments(&self) -> Result<&dyn PaymentGateway, ApiError> {
        self.payments.as_deref().ok_or_else(|| missing("payment gateway"))
    }

    /// The queues.
    pub fn queue(&self) -> Result<&dyn Queue, ApiError> {
        self.queue.as_deref().ok_or_else(|| missing("queue"))
    }

    /// The mail service.
    pub fn mailer(&self) -> Result<&dyn Mailer, ApiError> {
        self.mailer.as_deref().ok_or_else(|| missing("mailer"))
    }

    /// The object store.
    pub fn objects(&self) -> Result<&dyn ObjectStore, ApiError> {
        self.objects.as_deref().ok_or_else(|| missing("object store"))
    }

    /// Who draws the first pages of PDFs.
    pub fn previewer(&self) -> Result<&dyn Previewer, ApiError> {
        self.previewer.as_deref().ok_or_else(|| missing("previewer"))
    }
    /// The virus scanner.
    pub fn scanner(&self) -> Result<&dyn Scanner, ApiError> {
        self.scanner.as_deref().ok_or_else(|| missing("scanner"))
    }

    /// The open WebSocket connections.
    pub fn push(&self) -> Result<&dyn Push, ApiError> {
        self.push.as_deref().ok_or_else(|| missing("push"))
    }
}

/// What needs keys exists only in functions that have some.
fn with_keys<K: Clone, T>(keys: &[K], make: fn(Vec<K>) -> T) -> Option<Arc<T>> {
    (!keys.is_empty()).then(|| Arc::new(make(keys.to_vec())))
}

/// A function was put together without something that its handler uses: a mistake in its bootstrap or its settings.
fn missing(port: &str) -> ApiError {
    ApiError {
        code: ErrorCode::Internal,
        ..ApiError::internal(format!("this function was built without a {port}"))
    }
}

impl AppBuilder {
    /// Uses another clock.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.0.clock = clock;
        self
    }
    /// Adds the cache.
    pub fn cache(mut self, cache: Arc<dyn Cache>) -> Self {
        self.0.cache = Some(cache);
        self
    }
    /// Adds the payment processor.
    pub fn payments(mut self, payments: Arc<dyn PaymentGateway>) -> Self {
        self.0.payments = Some(payments);
        self
    }
    /// Adds the queues.
    pub fn queue(mut self, queue: Arc<dyn Queue>) -> Self {
        self.0.queue = Some(queue);
        self
    }
    /// Adds the mail service.
    pub fn mailer(mut self, mailer: Arc<dyn Mailer>) -> Self {
        self.0.mailer = Some(mailer);
        self
    }
    /// Adds the object store.
    pub fn objects(mut self, objects: Arc<dyn ObjectStore>) -> Self {
        self.0.objects = Some(objects);
        self
    }
    /// Adds who draws the first pages of PDFs.
    pub fn previewer(mut self, previewer: Arc<dyn Previewer>) -> Self {
        self.0.previewer = Some(previewer);
        self
    }
    /// Adds the virus scanner.
    pub fn scanner(mut self, scanner: Arc<dyn Scanner>) -> Self {
        self.0.scanner = Some(scanner);
        self
    }
    /// Adds the open WebSocket connections.
    pub fn push(mut self, push: Arc<dyn Push>) -> Self {
        self.0.push = Some(push);
        self
    }
    /// The finished application.
    pub fn build(self) -> App {
        self.0
    }
}

impl Context for App {
    fn verifier(&self) -> Result<&TokenVerifier, ApiError> {
        self.verifier.as_deref().ok_or_else(|| missing("public key"))
    }
    fn now(&self) -> Timestamp {
        self.clock.now()
    }
    fn origin_hashes(&self) -> &[OriginHash] {
        &self.config.origin_hashes
    }
}
