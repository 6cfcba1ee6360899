//! The WebSocket connection.

use super::Budget;
use proconnect_tests::TestApp;

#[tokio::test]
async fn chat() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let client = app.person("client").await;
    let ticket = app.call(&client, "POST", "/v1/chat/ticket", None).await;
    budget.check("chat-ticket", "limits", (0, 1, 4), &ticket);
}
