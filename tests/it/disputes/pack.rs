use proconnect_tests::{Disputed, Expect, Person, TestApp};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A dispute with evidence and a talk whose words are hostile, and what was downloaded of it.
async fn packed(app: &TestApp) -> (Disputed, Value, Vec<u8>) {
    let hired = app.hired().await;
    app.talk(&hired).await;
    let disputed = app.disputed_in(hired).await;
    let (client, freelancer) = (&disputed.hired.client, &disputed.hired.freelancer);
    app.show(freelancer, &disputed.dispute).await.expect_status(201);
    let body = json!({"text": "<script>alert(1)</script> & “so”"});
    let path = format!("/v1/disputes/{}/evidence", disputed.dispute);
    app.post(client, &path, body).await.expect_status(201);
    app.split(client, &disputed.dispute, 12_345)
        .await
        .expect_status(200);
    let (made, bytes) = download(app, client, &disputed.dispute).await;
    (disputed, made, bytes)
}

async fn download(app: &TestApp, person: &Person, dispute: &str) -> (Value, Vec<u8>) {
    let path = format!("/v1/disputes/{dispute}/pack");
    let made = app.post(person, &path, json!({})).await.expect_status(200).body;
    let url = made["downloadUrl"].as_str().unwrap();
    let found = app.world.fetch("GET", url, &[], Vec::new()).await;
    assert_eq!(found.status, 200);
    (made, found.content)
}

/// What the command says of a pack.
fn verify(folder: &Path, pack: &[u8]) -> Result<String, String> {
    let file = folder.join("pack.zip");
    std::fs::write(&file, pack).unwrap();
    xtask::verify_pack::run(&file, &folder.join("keys.json")).map_err(|error| error.to_string())
}

async fn folder_with_keys(app: &TestApp) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let keys = app
        .world
        .send("GET", "/v1/evidence-keys", Default::default())
        .await;
    std::fs::write(folder.path().join("keys.json"), keys.body.to_string()).unwrap();
    let path = folder.path().to_owned();
    (folder, path)
}

#[tokio::test]
async fn a_pack_holds_everything_and_the_command_verifies_it() {
    let app = TestApp::new().await;
    let (disputed, made, bytes) = packed(&app).await;
    let (_kept, folder) = folder_with_keys(&app).await;
    let told = verify(&folder, &bytes).unwrap();
    assert!(
        told.contains(&disputed.dispute) && told.contains(&disputed.milestone),
        "{told}"
    );
    assert_eq!(made["size"], bytes.len());
    assert_eq!(made["leftOut"], json!([]));
    let text = String::from_utf8_lossy(&bytes);
    // Stored as they are, so that they can be looked for.
    for part in [
        "In which colours?",
        "As in here.",
        "As in here, please.",
        "What is to be done.",
        "Two of three drafts came.",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; “so”"));
    let page = text.split("</html>").next().unwrap();
    assert!(!page.contains("<script"));
    // Hashes hold any digits.
    assert!(
        !text.contains("$123.45") && !text.contains("\"amount\": 12345"),
        "what one would accept is told"
    );
}

#[tokio::test]
async fn every_tampering_is_found() {
    let app = TestApp::new().await;
    let (_, _, bytes) = packed(&app).await;
    let (_kept, folder) = folder_with_keys(&app).await;
    let changed = |part: &[u8]| {
        let at = bytes
            .windows(part.len())
            .position(|window| window == part)
            .unwrap();
        let mut other = bytes.clone();
        other[at] ^= 1;
        verify(&folder, &other).unwrap_err()
    };
    assert!(changed(b"What is to be done.").contains("was changed"));
    assert!(changed(b"# about: ").contains("manifest"));
    let signature = bytes
        .windows(14)
        .rposition(|window| window == b"SHA256SUMS.sig")
        .unwrap();
    assert!(signature > 0);
    let extra = [&bytes[..], b"PK\x03\x04"].concat();
    assert!(verify(&folder, &extra).is_err());
    for at in [0, bytes.len() / 3, bytes.len() / 2, bytes.len() - 1] {
        let mut other = bytes.clone();
        other[at] ^= 0x10;
        assert!(verify(&folder, &other).is_err(), "byte {at}");
    }
    assert!(verify(&folder, &bytes).is_ok());
}

#[tokio::test]
async fn the_two_and_admins_have_one_and_it_comes_again() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let (_kept, folder) = folder_with_keys(&app).await;
    let admin = app.admin().await;
    for person in [&disputed.hired.client, &disputed.hired.freelancer, &admin, &admin] {
        let (_, bytes) = download(&app, person, &disputed.dispute).await;
        verify(&folder, &bytes).unwrap();
    }
    let path = format!("/v1/disputes/{}/pack", disputed.dispute);
    let stranger = app.person("client").await;
    app.post(&stranger, &path, json!({})).await.expect_status(404);
}
