//! What people are told, and how they want to hear of it.

use super::{check, row, with};
use serde_json::json;

#[rustfmt::skip]
#[tokio::test]
async fn notifications() {
    let chosen = json!({"version": 0, "timeZone": "UTC", "digest": "off", "digestHour": 8, "categories": []});
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        row("notifications-list", "GET", "/v1/notifications", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        with(row("notifications-mark-read", "POST", "/v1/notifications/read", [401, 200, 200, 200, 200, 200, 403, 403, 200, 401]), json!({"all": true})),
        row("notifications-get-preferences", "GET", "/v1/notifications/preferences", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        with(row("notifications-update-preferences", "PUT", "/v1/notifications/preferences", [401, 200, 200, 200, 200, 200, 403, 403, 403, 401]), chosen),
        // The link is the client's, whoever opens it; once the account is closed it is nobody's.
        row("notifications-look-at-unsubscribe", "GET", "/v1/notifications/unsubscribe?token={unsubscribe}", [200, 200, 200, 200, 200, 200, 200, 200, 200, 400]),
        row("notifications-unsubscribe", "POST", "/v1/notifications/unsubscribe?token={unsubscribe}", [200, 200, 200, 200, 200, 200, 200, 200, 200, 400]),
    ])
    .await;
}
