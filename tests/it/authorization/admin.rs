//! What admins alone do.

use super::{check, row, with};
use serde_json::json;

#[rustfmt::skip]
#[tokio::test]
async fn admin() {
    let ruling = json!({"toFreelancer": {"amount": 1, "currency": "usd"}, "reason": "As agreed."});
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        row("admin-list-disputes", "GET", "/v1/admin/disputes", [401, 403, 403, 403, 403, 200, 403, 403, 403, 403]),
        with(row("admin-resolve-dispute", "POST", "/v1/admin/disputes/{dispute}/resolve", [401, 403, 403, 403, 403, 200, 403, 403, 403, 403]), ruling),
        row("admin-list-stuck-payments", "GET", "/v1/admin/stuck-payments", [401, 403, 403, 403, 403, 200, 403, 403, 403, 403]),
        with(row("admin-retry-payment", "POST", "/v1/admin/milestones/{stuck}/payments/{stuck_payment}/retry", [401, 403, 403, 403, 403, 200, 403, 403, 403, 403]), json!({"reason": "Tried again."})),
        with(row("admin-resolve-payment", "POST", "/v1/admin/milestones/{stuck}/payments/{stuck_payment}/resolve", [401, 403, 403, 403, 403, 200, 403, 403, 403, 403]), json!({"reason": "Paid by hand."})),
    ])
    .await;
}
