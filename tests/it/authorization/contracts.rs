//! Contracts: their two sides, and admins.

use super::{check, row};

#[rustfmt::skip]
#[tokio::test]
async fn contracts() {
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        row("contracts-list", "GET", "/v1/contracts", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("contracts-get", "GET", "/v1/contracts/{contract}", [401, 404, 404, 200, 200, 200, 200, 200, 404, 200]),
        row("contracts-ledger", "GET", "/v1/contracts/{contract}/ledger", [401, 404, 404, 200, 200, 404, 200, 200, 404, 200]),
    ])
    .await;
}
