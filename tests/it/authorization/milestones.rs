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
    ])
    .await;
}
