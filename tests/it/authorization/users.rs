//! People. Who is suspended may look at everything of theirs and take it with them.

use super::{check, row, with};
use proconnect_tests::PASSWORD;
use serde_json::json;

#[rustfmt::skip]
#[tokio::test]
async fn users() {
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        row("users-get", "GET", "/v1/users/{freelancer}", [200; 10]),
        row("users-search", "GET", "/v1/freelancers", [200; 10]),
        row("users-update-me", "PATCH", "/v1/users/me", [401, 200, 200, 200, 200, 200, 403, 403, 403, 401]),
        with(row("users-add-portfolio-item", "POST", "/v1/users/me/portfolio", [401, 201, 201, 201, 201, 201, 403, 403, 403, 401]), json!({"title": "A bakery's shop"})),
        with(row("users-update-portfolio-item", "PATCH", "/v1/users/me/portfolio/{piece}", [401, 404, 404, 404, 200, 404, 403, 403, 403, 401]), json!({"title": "A bakery's shop"})),
        row("users-delete-portfolio-item", "DELETE", "/v1/users/me/portfolio/{piece}", [401, 404, 404, 404, 204, 404, 403, 403, 403, 401]),
        row("users-dashboard", "GET", "/v1/users/me/dashboard", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        with(row("users-save-talent", "PUT", "/v1/users/me/saved/{freelancer}", [401, 204, 204, 204, 409, 204, 403, 409, 403, 401]), json!({"saved": true})),
        row("users-list-saved-talent", "GET", "/v1/users/me/saved", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("users-block", "PUT", "/v1/users/{freelancer}/block", [401, 204, 204, 204, 409, 204, 403, 409, 403, 401]),
        row("users-unblock", "DELETE", "/v1/users/{freelancer}/block", [401, 204, 204, 204, 204, 204, 403, 403, 403, 401]),
        row("users-list-blocked", "GET", "/v1/users/me/blocked", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("users-get-billing", "GET", "/v1/users/me/billing", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("users-update-billing", "PATCH", "/v1/users/me/billing", [401, 200, 200, 200, 200, 200, 403, 403, 403, 401]),
        row("users-activity", "GET", "/v1/users/me/activity", [401, 200, 200, 200, 200, 200, 200, 200, 403, 401]),
        row("users-export-data", "GET", "/v1/users/me/export", [401, 200, 200, 200, 200, 200, 200, 200, 403, 401]),
        with(row("users-delete-me", "POST", "/v1/users/me/delete", [401, 204, 204, 409, 409, 204, 403, 403, 403, 401]), json!({"password": PASSWORD})),
        row("users-get-me", "GET", "/v1/users/me", [401, 200, 200, 200, 200, 200, 200, 200, 200, 401]),
    ])
    .await;
}
