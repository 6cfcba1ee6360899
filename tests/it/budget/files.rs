//! Files.

use super::Budget;
use proconnect_tests::TestApp;

#[tokio::test]
async fn files() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let client = app.person("client").await;
    let announce = app.announce(&client, "task", "a.txt", "text/plain", 5).await;
    budget.check(
        "files-create-upload",
        "limits; transaction: file, check of the caller",
        (0, 2, 16),
        &announce,
    );
    let path = format!("/v1/files/{}", app.text_file(&client, "task").await);
    let file = app.get(&client, &path).await;
    budget.check("files-get", "file", (1, 0, 1), &file);
    let delete = app.call(&client, "DELETE", &path, None).await;
    budget.check(
        "files-delete",
        "file; transaction: file, check of the caller",
        (1, 1, 14),
        &delete,
    );
}
