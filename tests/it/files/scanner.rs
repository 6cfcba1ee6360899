//! Through a real clamd.

use proconnect_files::test_string;
use proconnect_tests::{RunningClamd, TestApp};

const LARGEST: usize = 52_428_800;

/// Bytes that no signature knows and that do not compress.
fn noise() -> Vec<u8> {
    let mut state = 1_u64;
    let next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    std::iter::repeat_with(next).take(LARGEST).collect()
}

#[tokio::test]
async fn fifty_megabytes_end_clean_and_a_virus_cannot_be_fetched() {
    let clamd = RunningClamd::start().await;
    let app = TestApp::scanned_by(Some(clamd.address())).await;
    let clara = app.person("client").await;
    let mut content = noise();
    let clean = app
        .file(&clara, "task", "application/octet-stream", &content)
        .await;
    assert_eq!(app.file_status(&clara, &clean).await, "clean");
    let download = app.download(&clara, &clean).await;
    assert!(
        download.content == content,
        "{} bytes came back",
        download.content.len()
    );

    // At the end of as many bytes, in the last piece that is streamed.
    let virus = test_string();
    content.splice(LARGEST - virus.len().., virus.iter().copied());
    for content in [content, virus] {
        let file = app
            .file(&clara, "task", "application/octet-stream", &content)
            .await;
        let answer = app.get(&clara, &format!("/v1/files/{file}")).await;
        assert_eq!(answer.body["status"], "infected");
        assert!(answer.body.get("downloadUrl").is_none());
    }
    assert_eq!(app.world.object_keys().unwrap(), [format!("files/{clean}")]);
}

#[tokio::test]
async fn a_scanner_that_comes_back_finds_what_waited() {
    let clamd = RunningClamd::start().await;
    let app = TestApp::scanned_by(Some(clamd.address())).await;
    let clara = app.person("client").await;
    let address = clamd.address();
    // Away, with its socket still there, as after a crash.
    drop(clamd);
    let file = app.file(&clara, "task", "text/plain", b"words").await;
    assert_eq!(app.file_status(&clara, &file).await, "scanning");
    let clamd = RunningClamd::start_at(&address).await;
    app.world
        .advance(std::time::Duration::from_secs(1201))
        .await
        .unwrap();
    let clara = app.sign_in_person(&clara).await;
    assert_eq!(app.file_status(&clara, &file).await, "clean");
    drop(clamd);
}
