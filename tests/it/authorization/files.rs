//! Files.

use super::{check, row, with};
use serde_json::json;

#[rustfmt::skip]
#[tokio::test]
async fn files() {
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        with(row("files-create-upload", "POST", "/v1/files", [401, 201, 201, 201, 201, 201, 403, 403, 403, 401]), json!({"name": "a.txt", "contentType": "text/plain", "size": 5, "purpose": "task"})),
        row("files-get", "GET", "/v1/files/{file}", [401, 404, 404, 200, 404, 404, 200, 404, 404, 200]),
        row("files-delete", "DELETE", "/v1/files/{file}", [401, 404, 404, 204, 404, 404, 403, 404, 404, 401]),
    ])
    .await;
}
