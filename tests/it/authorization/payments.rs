//! Payments. The webhook knows its caller by the signature alone.

use super::{check, row};

#[rustfmt::skip]
#[tokio::test]
async fn payments() {
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        row("payments-onboarding", "POST", "/v1/payments/onboarding", [401, 403, 201, 403, 201, 403, 403, 403, 403, 403]),
        row("payments-account", "GET", "/v1/payments/account", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("payments-list", "GET", "/v1/payments", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("payments-get-invoice", "GET", "/v1/payments/{payment}/invoice", [401, 404, 404, 200, 404, 404, 200, 404, 404, 200]),
        row("payments-statement", "GET", "/v1/payments/statement?year=2026", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("payments-on-stripe-event", "POST", "/v1/payments/stripe-events", [400; 10]),
        row("payments-export", "GET", "/v1/payments.csv", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ])
    .await;
}
