use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn a_file_is_announced_with_an_address_that_takes_it() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let answer = app
        .announce(&clara, "task", "Entwürfe (2).pdf", "application/pdf", 12)
        .await
        .expect_status(201);
    let (file, upload) = (&answer.body["file"], &answer.body["upload"]);
    assert_eq!(file["status"], "pending");
    assert_eq!(
        (&file["name"], &file["size"]),
        (&json!("Entwürfe (2).pdf"), &json!(12))
    );
    assert_eq!(upload["method"], "PUT");
    assert_eq!(upload["headers"]["content-type"], "application/pdf");
    assert_eq!(upload["headers"]["content-length"], "12");
    assert!(
        upload["url"]
            .as_str()
            .unwrap()
            .starts_with("http://localhost:8080/")
    );
    assert_eq!(app.put(&answer.body, b"%PDF-1.7 abc").await.status, 200);
}

#[tokio::test]
async fn the_signature_binds_length_type_and_checksum() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let answer = app
        .announce(&clara, "task", "a.txt", "text/plain", 5)
        .await
        .expect_status(201);
    assert_eq!(app.put(&answer.body, b"123456").await.status, 403, "longer");
    assert_eq!(app.put(&answer.body, b"1234").await.status, 403, "shorter");
    let mut other = answer.body.clone();
    other["upload"]["headers"]["content-type"] = json!("text/html");
    assert_eq!(app.put(&other, b"12345").await.status, 403, "another type");
    let mut other = answer.body.clone();
    let url = other["upload"]["url"]
        .as_str()
        .unwrap()
        .replace("/uploads/", "/files/");
    other["upload"]["url"] = json!(url);
    assert_eq!(app.put(&other, b"12345").await.status, 403, "another place");

    // The digest of "hello".
    let digest = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
    let body =
        json!({"name": "a.txt", "contentType": "text/plain", "size": 5, "purpose": "task", "sha256": digest});
    let answer = app.post(&clara, "/v1/files", body).await.expect_status(201);
    assert_eq!(
        app.put(&answer.body, b"jello").await.status,
        400,
        "another content"
    );
    assert_eq!(app.put(&answer.body, b"hello").await.status, 200);
}

#[tokio::test]
async fn what_cannot_be_a_file_is_refused_field_by_field() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let body = json!({"name": "../x", "contentType": "png", "size": 0, "purpose": "task", "sha256": "x"});
    app.post(&clara, "/v1/files", body)
        .await
        .expect_fields(&["/name", "/contentType", "/size", "/sha256"]);
    app.announce(&clara, "task", "a\u{0}b", "text/plain", 52_428_801)
        .await
        .expect_fields(&["/name", "/size"]);
    app.announce(&clara, "task", "a", "text/plain", 52_428_800)
        .await
        .expect_status(201);
    app.announce(&clara, "avatar", "a.pdf", "application/pdf", 10_485_761)
        .await
        .expect_fields(&["/contentType", "/size"]);
    // A portfolio takes any type, and of pictures no larger ones than an avatar does.
    app.announce(&clara, "portfolio", "a.pdf", "application/pdf", 52_428_801)
        .await
        .expect_fields(&["/size"]);
    let work = [
        ("a.pdf", "application/pdf", 52_428_800),
        ("a.jpg", "image/jpeg", 10_485_760),
    ];
    for (name, kind, size) in work {
        app.announce(&clara, "portfolio", name, kind, size)
            .await
            .expect_status(201);
    }
    let larger = app
        .announce(&clara, "portfolio", "a.jpg", "image/jpeg", 10_485_761)
        .await
        .expect_fields(&["/size"]);
    assert_eq!(larger.body["errors"][0]["code"], "too_large");
    app.announce(&clara, "portfolio", "a.mp4", "video/mp4", 0)
        .await
        .expect_fields(&["/size"]);
    app.announce(&clara, "logo", "a.pdf", "application/pdf", 1)
        .await
        .expect_fields(&["/purpose"]);
}

#[tokio::test]
async fn announcing_is_limited() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let mut last = None;
    for _ in 0..61 {
        last = Some(app.announce(&clara, "task", "a.txt", "text/plain", 5).await);
    }
    let refused = last.unwrap().expect_problem(429, "rate_limited");
    assert!(refused.headers.contains_key("retry-after"));
}
