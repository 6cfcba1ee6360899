//! Signing in and out. Who is suspended may end sessions, and changes nothing that guards the account.

use super::{check, row, with};
use proconnect_tests::PASSWORD;
use serde_json::json;

#[rustfmt::skip]
#[tokio::test]
async fn auth() {
    //   nobody, strangers, client, freelancer, admin; suspended client, freelancer; unverified; closed client
    check(vec![
        with(row("auth-register", "POST", "/v1/auth/register", [422; 10]), json!({"email": "x", "password": "x", "name": "x", "role": "client"})),
        with(row("auth-verify-email", "POST", "/v1/auth/verify-email", [422; 10]), json!({"email": "no@example.com", "code": "000000"})),
        with(row("auth-resend-code", "POST", "/v1/auth/resend-code", [202; 10]), json!({"email": "no@example.com"})),
        with(row("auth-login", "POST", "/v1/auth/login", [401; 10]), json!({"email": "no@example.com", "password": "x"})),
        row("auth-refresh", "POST", "/v1/auth/refresh", [401; 10]),
        row("auth-logout", "POST", "/v1/auth/logout", [204; 10]),
        with(row("auth-forgot-password", "POST", "/v1/auth/forgot-password", [202; 10]), json!({"email": "no@example.com"})),
        with(row("auth-reset-password", "POST", "/v1/auth/reset-password", [422; 10]), json!({"token": "x", "password": "another pass phrase"})),
        with(row("auth-change-password", "POST", "/v1/auth/change-password", [401, 422, 422, 422, 422, 422, 403, 403, 403, 401]), json!({"current": "wrong", "password": "another pass phrase"})),
        row("auth-list-sessions", "GET", "/v1/auth/sessions", [401, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
        row("auth-revoke-session", "DELETE", "/v1/auth/sessions/{session}", [401, 404, 404, 204, 404, 404, 204, 404, 404, 204]),
        with(row("auth-enroll-totp", "POST", "/v1/auth/totp", [401, 201, 201, 201, 201, 201, 403, 403, 403, 401]), json!({"password": PASSWORD})),
        with(row("auth-confirm-totp", "POST", "/v1/auth/totp/confirm", [401, 409, 409, 409, 409, 409, 403, 403, 403, 401]), json!({"code": "000000"})),
        with(row("auth-disable-totp", "POST", "/v1/auth/totp/disable", [401, 204, 204, 204, 204, 204, 403, 403, 403, 401]), json!({"password": PASSWORD, "code": "000000"})),
        with(row("auth-reauthenticate", "POST", "/v1/auth/reauthenticate", [401, 204, 204, 204, 204, 204, 403, 403, 403, 401]), json!({"password": PASSWORD})),
    ])
    .await;
}
