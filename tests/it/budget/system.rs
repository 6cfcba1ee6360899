//! The platform itself.

use super::Budget;
use proconnect_tests::TestApp;

#[tokio::test]
async fn system() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let health = app.anonymous("GET", "/v1/health", None).await;
    budget.check("system-health", "no table", (0, 0, 0), &health);
    let unrouted = app.anonymous("PUT", "/v1/health", None).await;
    budget.check("system-unrouted", "no table", (0, 0, 0), &unrouted);
}
