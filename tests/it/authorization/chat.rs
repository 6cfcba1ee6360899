//! Connections and rooms. Whose account is not in use gets no ticket, and is turned away if they got one before.

use super::prepared::Prepared;
use super::{check, row, with};
use serde_json::json;

#[rustfmt::skip]
#[tokio::test]
async fn chat() {
    let edited = json!({"text": "Which colours, please?", "version": 1});
    let named = json!({"freelancerId": Prepared::world().await.freelancer()});
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        row("chat-ticket", "POST", "/v1/chat/ticket", [401, 200, 200, 200, 200, 200, 403, 403, 403, 401]),
        with(row("chat-open-room", "POST", "/v1/tasks/{hired_task}/room", [401, 403, 403, 201, 201, 403, 403, 403, 403, 401]), named),
        row("chat-list-rooms", "GET", "/v1/rooms", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("chat-get-room", "GET", "/v1/rooms/{room}", [401, 404, 404, 200, 200, 404, 200, 200, 404, 200]),
        row("chat-search-rooms", "GET", "/v1/rooms/search?q=colours", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("chat-delete-message", "DELETE", "/v1/rooms/{room}/messages/{message}", [401, 404, 404, 403, 200, 404, 403, 403, 404, 403]),
        with(row("chat-edit-message", "PATCH", "/v1/rooms/{room}/messages/{message}", [401, 404, 404, 403, 200, 404, 403, 403, 404, 403]), edited),
        with(row("chat-report-message", "POST", "/v1/rooms/{room}/messages/{message}/report", [401, 404, 404, 201, 403, 404, 403, 403, 404, 401]), json!({"reason": "spam"})),
        row("chat-list-messages", "GET", "/v1/rooms/{room}/messages", [401, 404, 404, 200, 200, 404, 200, 200, 404, 200]),
        row("chat-search-messages", "GET", "/v1/rooms/{room}/messages/search?q=colours", [401, 404, 404, 200, 200, 404, 200, 200, 404, 200]),
    ])
    .await;
}
