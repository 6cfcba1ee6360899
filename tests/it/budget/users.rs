//! Profiles, and what is kept about a person.

use super::Budget;
use proconnect_tests::{PASSWORD, TestApp};
use serde_json::json;

#[tokio::test]
async fn users() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let (ada, felix) = (app.person("client").await, app.person("freelancer").await);
    let me = app.get(&ada, "/v1/users/me").await;
    budget.check("users-get-me", "person and profile in one call", (1, 0, 3), &me);
    let body =
        json!({"headline": "Web developer", "bio": "b".repeat(500), "skills": ["Rust"], "name": "Felix"});
    let update = app.call(&felix, "PATCH", "/v1/users/me", Some(body)).await;
    budget.check(
        "users-update-me",
        "person and profile in one call; transaction: both (or a check of the person), activity",
        (1, 1, 22),
        &update,
    );
    let billing = app.get(&ada, "/v1/users/me/billing").await;
    budget.check("users-get-billing", "one item", (1, 0, 1), &billing);
    let body = json!({"legalName": "Berg Bakery GmbH", "addressLines": ["Mill Lane 5"], "country": "DE"});
    let update = app.call(&ada, "PATCH", "/v1/users/me/billing", Some(body)).await;
    budget.check(
        "users-update-billing",
        "one item; transaction: the item, check of the caller",
        (1, 1, 12),
        &update,
    );
    let body = json!({"title": "A bakery's shop"});
    let piece = app.post(&felix, "/v1/users/me/portfolio", body.clone()).await;
    budget.check(
        "users-add-portfolio-item",
        "person and profile in one call; transaction: profile, check of the person, activity",
        (1, 1, 18),
        &piece,
    );
    let path = format!("/v1/users/me/portfolio/{}", piece.body["id"].as_str().unwrap());
    let update = app.call(&felix, "PATCH", &path, Some(body)).await;
    budget.check(
        "users-update-portfolio-item",
        "person and profile in one call; transaction: profile, check of the person, activity",
        (1, 1, 18),
        &update,
    );
    let delete = app.call(&felix, "DELETE", &path, None).await;
    budget.check(
        "users-delete-portfolio-item",
        "person and profile in one call; transaction: profile, check of the person, activity",
        (1, 1, 18),
        &delete,
    );
    let profile = app.get(&ada, &format!("/v1/users/{}", felix.id)).await;
    budget.check("users-get", "person and profile in one call", (1, 0, 3), &profile);
    let found = app.anonymous("GET", "/v1/freelancers?q=rust", None).await;
    budget.check(
        "users-search",
        "`gsi2`, four partitions at once; with a filter more (“A full window”); its people",
        (2, 0, 9),
        &found,
    );
    let path = format!("/v1/users/me/saved/{}", felix.id);
    let save = app.call(&ada, "PUT", &path, Some(json!({"saved": true}))).await;
    budget.check(
        "users-save-talent",
        "person, freelancer and profile in one call; transaction: saved, checks of both",
        (1, 1, 14),
        &save,
    );
    let saved = app.get(&ada, "/v1/users/me/saved").await;
    budget.check(
        "users-list-saved-talent",
        "the person's partition; its people",
        (2, 0, 2),
        &saved,
    );
    let path = format!("/v1/users/{}/block", felix.id);
    let block = app.call(&ada, "PUT", &path, None).await;
    budget.check(
        "users-block",
        "person; transaction: block, check of the caller",
        (1, 1, 8),
        &block,
    );
    let blocked = app.get(&ada, "/v1/users/me/blocked").await;
    budget.check(
        "users-list-blocked",
        "the person's partition; its people",
        (2, 0, 2),
        &blocked,
    );
    let unblock = app.call(&ada, "DELETE", &path, None).await;
    budget.check(
        "users-unblock",
        "transaction: block, check of the caller",
        (0, 1, 8),
        &unblock,
    );
    let dashboard = app.get(&ada, "/v1/users/me/dashboard").await;
    budget.check("users-dashboard", "the person's months", (1, 0, 1), &dashboard);
    let activity = app.get(&ada, "/v1/users/me/activity").await;
    budget.check(
        "users-activity",
        "the person's partition, beside it person and session",
        (2, 0, 3),
        &activity,
    );
    let export = app.get(&ada, "/v1/users/me/export").await;
    budget.check(
        "users-export-data",
        "person and session in one call, every page of all that a person has, each contract, each room, the people whom they name; limits, activity",
        (11, 2, 16),
        &export,
    );
    app.rest().await;
    let delete = app
        .post(&ada, "/v1/users/me/delete", json!({"password": PASSWORD}))
        .await;
    budget.check(
        "users-delete-me",
        "person and session in one call, contracts, tasks, bids, files; limits; transaction: person, claim, what was mailed, profile, mark, outbox, check of the session",
        (6, 2, 35),
        &delete,
    );
}
