use proconnect_tests::{Call, Expect, TestApp};

#[tokio::test]
async fn logging_out_ends_the_session() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let call = || Call {
        headers: vec![("cookie", ada.cookie.clone())],
        ..Call::default()
    };
    let answer = app
        .world
        .send("POST", "/v1/auth/logout", call())
        .await
        .expect_status(204);
    assert!(
        answer.headers["set-cookie"]
            .to_str()
            .unwrap()
            .contains("Max-Age=0")
    );
    app.world
        .send("POST", "/v1/auth/refresh", call())
        .await
        .expect_problem(401, "invalid_refresh_token");
    app.world
        .send("POST", "/v1/auth/logout", call())
        .await
        .expect_status(204);
    app.world
        .send("POST", "/v1/auth/logout", Call::default())
        .await
        .expect_status(204);
}
