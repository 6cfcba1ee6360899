use proconnect_tests::TestApp;

/// Whoever was handed a pack has no account.
#[tokio::test]
async fn anybody_has_the_public_keys_and_nobody_the_other_half() {
    let app = TestApp::new().await;
    let found = app
        .world
        .send("GET", "/v1/evidence-keys", Default::default())
        .await;
    assert_eq!(found.status, 200);
    let keys = found.body["items"].as_array().unwrap();
    assert_eq!((keys.len(), keys[0]["algorithm"].as_str()), (1, Some("Ed25519")));
    let public = keys[0]["publicKey"].as_str().unwrap();
    assert!(public.starts_with("MCowBQYDK2VwAyEA"), "{public}");
    assert_eq!(
        keys[0]["pem"],
        format!("-----BEGIN PUBLIC KEY-----\n{public}\n-----END PUBLIC KEY-----\n")
    );
    // PKCS#8 of Ed25519 begins so.
    assert!(!found.body.to_string().contains("MC4CAQAw"));
}
