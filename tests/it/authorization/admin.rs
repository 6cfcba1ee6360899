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
    ])
    .await;
}
