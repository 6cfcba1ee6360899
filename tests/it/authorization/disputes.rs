//! Disputes: their two sides.

use super::{check, row, with};
use serde_json::json;

#[rustfmt::skip]
#[tokio::test]
async fn disputes() {
    let part = json!({"toFreelancer": {"amount": 1, "currency": "usd"}});
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        with(row("disputes-open", "POST", "/v1/milestones/{reviewed}/disputes", [401, 404, 404, 201, 201, 404, 403, 403, 404, 401]), json!({"reason": "Late", "statement": "Nothing came."})),
        row("disputes-list", "GET", "/v1/disputes", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("disputes-get", "GET", "/v1/disputes/{dispute}", [401, 404, 404, 200, 200, 200, 200, 200, 404, 200]),
        with(row("disputes-add-evidence", "POST", "/v1/disputes/{dispute}/evidence", [401, 404, 404, 201, 201, 404, 403, 403, 404, 401]), json!({"text": "As agreed."})),
        with(row("disputes-propose-split", "POST", "/v1/disputes/{dispute}/split", [401, 404, 404, 200, 200, 404, 403, 403, 404, 401]), part),
        row("disputes-pack-keys", "GET", "/v1/evidence-keys", [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("disputes-pack", "POST", "/v1/disputes/{dispute}/pack", [401, 404, 404, 200, 200, 200, 200, 200, 403, 401]),
        row("disputes-withdraw", "POST", "/v1/disputes/{dispute}/withdraw", [401, 404, 404, 200, 403, 404, 403, 403, 404, 401]),
    ])
    .await;
}
