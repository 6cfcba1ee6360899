//! Connections. A ticket alone opens nothing: whose account is not in use is turned away when they connect.

use super::{check, row};

#[rustfmt::skip]
#[tokio::test]
async fn chat() {
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        row("chat-ticket", "POST", "/v1/chat/ticket", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ])
    .await;
}
