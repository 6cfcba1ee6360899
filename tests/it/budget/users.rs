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
        (1, 1, 20),
        &update,
    );
    let body = json!({"title": "A bakery's shop"});
    let piece = app.post(&felix, "/v1/users/me/portfolio", body.clone()).await;
    budget.check(
        "users-add-portfolio-item",
        "person and profile in one call; transaction: profile, check of the person, activity",
        (1, 1, 16),
        &piece,
    );
    let path = format!("/v1/users/me/portfolio/{}", piece.body["id"].as_str().unwrap());
    let update = app.call(&felix, "PATCH", &path, Some(body)).await;
    budget.check(
        "users-update-portfolio-item",
        "person and profile in one call; transaction: profile, check of the person, activity",
        (1, 1, 16),
        &update,
    );
    let delete = app.call(&felix, "DELETE", &path, None).await;
    budget.check(
        "users-delete-portfolio-item",
        "person and profile in one call; transaction: profile, check of the person, activity",
        (1, 1, 16),
        &delete,
    );
    let profile = app.get(&ada, &format!("/v1/users/{}", felix.id)).await;
    budget.check("users-get", "person and profile in one call", (1, 0, 3), &profile);
    let found = app.anonymous("GET", "/v1/freelancers?q=rust", None).await;
    budget.check(
        "users-search",
        "`gsi2`, four partitions at once, filtered on the card",
        (1, 0, 8),
        &found,
    );
    let path = format!("/v1/users/me/saved/{}", felix.id);
    let save = app.call(&ada, "PUT", &path, Some(json!({"saved": true}))).await;
    budget.check(
        "users-save-talent",
        "person, freelancer and profile in one call; transaction: saved, checks of both",
        (1, 1, 12),
        &save,
    );
    let saved = app.get(&ada, "/v1/users/me/saved").await;
    budget.check(
        "users-list-saved-talent",
        "the person's partition",
        (1, 0, 1),
        &saved,
    );
    let dashboard = app.get(&ada, "/v1/users/me/dashboard").await;
    budget.check("users-dashboard", "the person's months", (1, 0, 1), &dashboard);
    let activity = app.get(&ada, "/v1/users/me/activity").await;
    budget.check("users-activity", "the person's partition", (1, 0, 1), &activity);
    let export = app.get(&ada, "/v1/users/me/export").await;
    budget.check(
        "users-export-data",
        "person, every page of all that a person has, each contract; limits, activity",
        (7, 2, 12),
        &export,
    );
    app.rest().await;
    let delete = app
        .post(&ada, "/v1/users/me/delete", json!({"password": PASSWORD}))
        .await;
    budget.check(
        "users-delete-me",
        "person, contracts, tasks, bids, files; limits; transaction: person, claim, what was mailed, profile, mark, outbox",
        (6, 2, 32),
        &delete,
    );
}
