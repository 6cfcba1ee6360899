//! The embedded gateway refuses what API Gateway and Lambda refuse, before any function is called (API Gateway developer guide,
//! "Quotas for configuring and running an HTTP API"; Lambda developer guide, "Lambda quotas").

use proconnect_local::sockets::Outgoing;
use proconnect_messaging::Delivery;
use proconnect_tests::{Call, Expect, TestApp};

async fn call(app: &TestApp, header: usize, body: usize) -> u16 {
    let call = Call {
        raw: Some(vec![b'x'; body]),
        headers: vec![
            ("content-type", "text/plain".to_owned()),
            ("x-long", "x".repeat(header)),
        ],
        ..Call::default()
    };
    let answer = app.world.send("POST", "/v1/auth/login", call).await;
    answer.status
}

#[tokio::test]
async fn request_line_and_headers_have_at_most_10_240_bytes() {
    let app = TestApp::new().await;
    assert_ne!(call(&app, 9_000, 1).await, 431);
    assert_eq!(call(&app, 10_240, 1).await, 431);
    let long = format!("/v1/tasks?q={}", "x".repeat(10_240));
    let answer = app.anonymous("GET", &long, None).await;
    answer.expect_status(431);
}

#[tokio::test]
async fn what_a_function_is_called_with_has_at_most_6_mb() {
    let app = TestApp::new().await;
    assert_ne!(call(&app, 1, 1024 * 1024).await, 500);
    // As text it is less than the gateway's 10 MB, and more than Lambda's 6.
    assert_eq!(call(&app, 1, 7 * 1024 * 1024).await, 413);
    assert_eq!(call(&app, 1, 10 * 1024 * 1024 + 1).await, 413);
}

#[tokio::test]
async fn however_many_call_at_once_each_gets_its_answer() {
    let app = TestApp::new().await;
    let calls = (0..500).map(|_| app.anonymous("GET", "/v1/tasks", None));
    for answer in futures_util::future::join_all(calls).await {
        answer.expect_status(200);
    }
}

#[tokio::test]
async fn what_is_sent_to_a_connection_has_at_most_128_kb_and_the_connection_stays() {
    let app = TestApp::new().await;
    let mut window = app.connect(&app.person("client").await).await;
    let push = app.world.app.push().unwrap();
    let post = async |size: usize| push.post(&window.id, &"x".repeat(size)).await;
    assert_eq!(post(128 * 1024).await.unwrap(), Delivery::Taken);
    assert!(post(128 * 1024 + 1).await.is_err());
    assert_eq!(post(2).await.unwrap(), Delivery::Taken);
    let mut sizes = Vec::new();
    while let Ok(Outgoing::Text(text)) = window.incoming.try_recv() {
        sizes.push(text.len());
    }
    sizes.retain(|size| [2, 128 * 1024, 128 * 1024 + 1].contains(size));
    assert_eq!(sizes, [128 * 1024, 2]);
}
