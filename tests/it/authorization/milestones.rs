//! Milestones.

use super::{check, row, with};
use serde_json::json;

#[rustfmt::skip]
#[tokio::test]
async fn milestones() {
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        row("milestones-fund", "POST", "/v1/milestones/{unfunded}/fund", [401, 404, 404, 201, 403, 404, 403, 403, 404, 401]),
        with(row("milestones-submit", "POST", "/v1/milestones/{funded}/submissions", [401, 404, 404, 403, 201, 404, 403, 403, 404, 403]), json!({"note": "Done"})),
        with(row("milestones-request-revision", "POST", "/v1/milestones/{reviewed}/revisions", [401, 404, 404, 201, 403, 404, 403, 403, 404, 401]), json!({"comment": "More", "criteria": ["Two colours"]})),
        row("milestones-approve", "POST", "/v1/milestones/{reviewed}/approve", [401, 404, 404, 200, 403, 404, 403, 403, 404, 401]),
        with(row("milestones-request-refund", "POST", "/v1/milestones/{funded}/refund-requests", [401, 404, 404, 201, 403, 404, 403, 403, 404, 401]), json!({"reason": "The shop closes"})),
        row("milestones-accept-refund", "POST", "/v1/refund-requests/{asked}/accept", [401, 404, 404, 403, 200, 404, 403, 403, 404, 403]),
        with(row("milestones-decline-refund", "POST", "/v1/refund-requests/{asked}/decline", [401, 404, 404, 403, 200, 404, 403, 403, 404, 403]), json!({"reason": "All was delivered"})),
        row("milestones-withdraw-refund", "POST", "/v1/refund-requests/{asked}/withdraw", [401, 404, 404, 200, 403, 404, 403, 403, 404, 401]),
        row("milestones-offer-refund", "POST", "/v1/milestones/{funded}/refunds", [401, 404, 404, 403, 201, 404, 403, 403, 404, 403]),
    ])
    .await;
}
