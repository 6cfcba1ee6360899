//! The platform itself.

use super::{check, row};

#[rustfmt::skip]
#[tokio::test]
async fn system() {
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        row("system-health", "GET", "/v1/health", [200; 10]),
        row("system-unrouted", "PUT", "/v1/health", [405; 10]),
    ])
    .await;
}
