//! The stand-in on a port of its own, the adapter to it, and what is asked of it.

use super::*;

pub struct World {
    pub gateway: StripeGateway,
    pub origin: String,
    pub stripe: StripeLocal,
}

pub async fn world() -> World {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let stripe = StripeLocal::open(Config {
        state: None,
        public_url: origin.clone(),
        webhook_secrets: vec!["whsec_test".to_owned()],
        now: Arc::new(|| 1_800_000_000),
        record: std::env::var_os("STRIPE_LOCAL_RECORD").map(Into::into),
    })
    .unwrap();
    let app = axum::Router::new()
        .merge(stripe.pages())
        .merge(stripe.control())
        .fallback_service(stripe.api());
    tokio::spawn(axum::serve(listener, app).into_future());
    World {
        gateway: StripeGateway::new("sk_test_local_x", Some(&origin)).unwrap(),
        origin,
        stripe,
    }
}

impl World {
    pub async fn post(&self, path: &str, content_type: &str, body: &str) {
        self.send("POST", path, content_type, body).await;
    }
    /// The id of the stand-in's newest object of a kind.
    pub async fn newest(&self, kind: &str) -> String {
        let answer = self
            .send("GET", &format!("/_control/objects/{kind}"), "text/plain", "")
            .await;
        let body = answer.split_once("\r\n\r\n").unwrap().1;
        let id = body
            .split(r#""id":""#)
            .find(|part| part.starts_with("du_") || part.starts_with("issfr_"));
        id.unwrap().split('"').next().unwrap().to_owned()
    }
    async fn send(&self, method: &str, path: &str, content_type: &str, body: &str) -> String {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let address = self.origin.trim_start_matches("http://");
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: {content_type}\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }
    pub async fn visit(&self, url: &str, outcome: &str) {
        let path = url.strip_prefix(&self.origin).expect("a page of the stand-in");
        self.post(
            path,
            "application/x-www-form-urlencoded",
            &format!("outcome={outcome}"),
        )
        .await;
    }
    pub async fn fail_next(&self, path: &str, after_commit: bool) {
        let body = format!(r#"{{"path":"{path}","status":502,"after_commit":{after_commit}}}"#);
        self.post("/_control/fail_next", "application/json", &body).await;
    }
    pub async fn change(&self, kind: &str, id: &str, field: &str, value: &str) {
        let body = format!(r#"{{"kind":"{kind}","id":"{id}","field":"{field}","value":{value}}}"#);
        self.post("/_control/change", "application/json", &body).await;
    }
    pub async fn paid_charge(&self, attempt: u32) -> String {
        let session = self.gateway.create_checkout(&checkout(attempt)).await.unwrap();
        self.visit(&session.url.unwrap(), "paid").await;
        self.gateway
            .checkout(&session.id)
            .await
            .unwrap()
            .charge_id
            .unwrap()
    }
    pub async fn ready_account(&self) -> String {
        let account = self
            .gateway
            .create_account(user(), "a@example.com")
            .await
            .unwrap();
        let link = self
            .gateway
            .onboarding_link(&account.id, "http://x/refresh", "http://x/done")
            .await
            .unwrap();
        self.visit(&link, "complete").await;
        account.id
    }
}

pub fn user() -> UserId {
    UserId::from_ulid(ulid::Ulid(5))
}
pub fn milestone() -> MilestoneId {
    MilestoneId::of(ContractId::from_ulid(ulid::Ulid(1 << 20)), 1)
}
pub fn checkout(attempt: u32) -> CheckoutRequest {
    CheckoutRequest {
        milestone_id: milestone(),
        attempt,
        amount: Money::new(100_000, Currency::Usd),
        description: "A logo: Draft".to_owned(),
        customer_email: "client@example.com".to_owned(),
        success_url: "http://x/success".to_owned(),
        cancel_url: "http://x/cancel".to_owned(),
    }
}
pub fn refund(charge_id: String) -> RefundRequest {
    RefundRequest {
        milestone_id: milestone(),
        payment_id: PaymentId::from_ulid(ulid::Ulid(7)),
        charge_id,
        why: RefundReason::PaidTwice,
        attempt: 1,
    }
}
pub fn transfer(destination: String, charge: String, attempt: u32) -> TransferRequest {
    TransferRequest {
        milestone_id: milestone(),
        attempt,
        amount: Money::new(90_000, Currency::Usd),
        destination,
        source_transaction: charge,
    }
}
