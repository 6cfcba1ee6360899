//! Tasks.

use super::Budget;
use proconnect_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn tasks() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let client = app.person("client").await;
    let create = app.post(&client, "/v1/tasks", app.task_body()).await;
    budget.check(
        "tasks-create",
        "person and the named files in one call; transaction: task, person's counter, files",
        (1, 1, 18),
        &create,
    );
    let task = create.body["id"].as_str().unwrap().to_owned();
    for _ in 0..25 {
        app.task(&client).await;
    }
    let found = app.anonymous("GET", "/v1/tasks", None).await;
    budget.check(
        "tasks-search",
        "`gsi2` (or `due` by deadline), four partitions at once; with a filter more (“A full window”); its people",
        (2, 0, 9),
        &found,
    );
    let found = app.anonymous("GET", "/v1/tasks?category=design", None).await;
    budget.again("tasks-search", &found);
    let freelancer = app.person("freelancer").await;
    let found = app.get(&freelancer, &format!("/v1/tasks/{task}")).await;
    budget.check(
        "tasks-get",
        "task and the viewer's bid in one call; its people",
        (2, 0, 3),
        &found,
    );
    let mine = app.get(&client, "/v1/tasks/mine").await;
    budget.check("tasks-list-mine", "`gsi3`; its people", (2, 0, 5), &mine);
    let update = json!({"version": 1, "title": "Draw a logo", "location": "Bremen"});
    let path = format!("/v1/tasks/{task}");
    let update = app.call(&client, "PATCH", &path, Some(update)).await;
    budget.check(
        "tasks-update",
        "task and the named files in one call; its people; transaction: task, check of the caller, files, outbox once there are bids",
        (2, 1, 24),
        &update,
    );
    let reason = json!({"reason": "Not needed"});
    let cancel = app.post(&client, &format!("{path}/cancel"), reason).await;
    budget.check(
        "tasks-cancel",
        "task; its people; transaction: task, check of the caller, outbox",
        (2, 1, 30),
        &cancel,
    );
    let categories = app.anonymous("GET", "/v1/categories", None).await;
    budget.check("tasks-list-categories", "no table", (0, 0, 0), &categories);
}
