//! Bids.

use super::prepared::Prepared;
use super::{check, row, with};
use serde_json::json;

#[rustfmt::skip]
#[tokio::test]
async fn bids() {
    let prepared = Prepared::world().await;
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        with(row("bids-create", "POST", "/v1/tasks/{task}/bids", [401, 403, 201, 409, 201, 403, 409, 403, 403, 409]), prepared.bid.clone()),
        row("bids-list-for-task", "GET", "/v1/tasks/{task}/bids", [401, 403, 403, 200, 403, 403, 200, 403, 403, 200]),
        row("bids-list-mine", "GET", "/v1/bids/mine", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        with(row("bids-shortlist", "PUT", "/v1/bids/{bid}/shortlist", [401, 404, 404, 200, 403, 404, 403, 403, 404, 401]), json!({"shortlisted": true})),
        row("bids-withdraw", "POST", "/v1/bids/{bid}/withdraw", [401, 404, 404, 403, 200, 404, 403, 403, 404, 403]),
        with(row("bids-keep", "POST", "/v1/bids/{asked_again}/keep", [401, 404, 404, 403, 200, 404, 403, 403, 404, 403]), json!({"version": 2})),
        with(row("bids-decline", "POST", "/v1/bids/{bid}/decline", [401, 404, 404, 200, 403, 404, 403, 403, 404, 401]), json!({"reason": "price"})),
        row("bids-accept", "POST", "/v1/bids/{bid}/accept", [401, 404, 404, 201, 403, 404, 403, 403, 404, 401]),
    ])
    .await;
}
