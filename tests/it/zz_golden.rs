use proconnect_tests::TestApp;

#[tokio::test]
async fn zz_golden() {
    let app = TestApp::new().await;
    app.one_of_each().await;
    let table = app.table().await;
    for kind in ["dispute", "evidence", "frozen_room"] {
        let items: Vec<_> = table.iter().filter(|item| item["type"]["S"] == kind).collect();
        assert!(!items.is_empty(), "{kind}");
        let folder = format!("{}/../shared/store/tests/golden/{kind}", env!("CARGO_MANIFEST_DIR"));
        std::fs::create_dir_all(&folder).unwrap();
        let text = serde_json::to_string_pretty(&items).unwrap();
        std::fs::write(format!("{folder}/v1.json"), text + "\n").unwrap();
    }
}
