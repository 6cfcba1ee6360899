use proconnect_tests::TestApp;

#[tokio::test]
async fn dump() {
    let app = TestApp::new().await;
    app.one_of_each().await;
    std::fs::write(
        "/tmp/records-dump.json",
        serde_json::to_string_pretty(&app.table().await).unwrap(),
    )
    .unwrap();
}
