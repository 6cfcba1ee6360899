//! Tasks.

use super::prepared::Prepared;
use super::{check, row, with};
use serde_json::json;

#[rustfmt::skip]
#[tokio::test]
async fn tasks() {
    let prepared = Prepared::world().await;
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        row("tasks-search", "GET", "/v1/tasks", [200; 10]),
        row("tasks-get", "GET", "/v1/tasks/{task}", [200; 10]),
        row("tasks-list-mine", "GET", "/v1/tasks/mine", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("tasks-list-categories", "GET", "/v1/categories", [200; 10]),
        with(row("tasks-create", "POST", "/v1/tasks", [401, 201, 403, 201, 403, 403, 403, 403, 403, 401]), prepared.task.clone()),
        with(row("tasks-update", "PATCH", "/v1/tasks/{task}", [401, 403, 403, 200, 403, 403, 403, 403, 403, 401]), json!({"title": "Draw a logo"})),
        with(row("tasks-cancel", "POST", "/v1/tasks/{task}/cancel", [401, 403, 403, 200, 403, 403, 403, 403, 403, 401]), json!({"reason": "Not needed"})),
    ])
    .await;
}
