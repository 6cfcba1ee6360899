//! Sending files, as a browser does.

use crate::{Answer, Expect, Person, TestApp, id};
use proconnect_local::client::Fetched;
use serde_json::{Value, json};

/// The first bytes of a PNG, and no more of it.
pub const PNG_HEAD: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

/// A whole PNG of 32 × 32 pixels.
pub fn png() -> Vec<u8> {
    let mut content = Vec::new();
    let picture = image::RgbImage::from_fn(32, 32, |x, y| image::Rgb([x as u8 * 8, y as u8 * 8, 99]));
    let format = image::ImageFormat::Png;
    picture
        .write_to(&mut std::io::Cursor::new(&mut content), format)
        .unwrap();
    content
}

impl TestApp {
    /// Announces a file.
    pub async fn announce(
        &self,
        person: &Person,
        purpose: &str,
        name: &str,
        kind: &str,
        size: usize,
    ) -> Answer {
        let body = json!({"name": name, "contentType": kind, "size": size, "purpose": purpose});
        self.post(person, "/v1/files", body).await
    }

    /// Sends the content of an announced file to the address that it got.
    pub async fn put(&self, announced: &Value, content: &[u8]) -> Fetched {
        let upload = &announced["upload"];
        let headers: Vec<(String, String)> = upload["headers"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
            .filter(|(name, _)| name != "content-length")
            .chain([("content-length".to_owned(), content.len().to_string())])
            .collect();
        let url = upload["url"].as_str().unwrap();
        self.world.fetch("PUT", url, &headers, content.to_vec()).await
    }

    /// Announces and sends a file; nobody has looked at it yet.
    pub async fn send_file(&self, person: &Person, purpose: &str, kind: &str, content: &[u8]) -> String {
        self.send_named(person, purpose, "notes.txt", kind, content).await
    }

    /// The same for a file of this name.
    pub async fn send_named(
        &self,
        person: &Person,
        purpose: &str,
        name: &str,
        kind: &str,
        content: &[u8],
    ) -> String {
        let announced = self
            .announce(person, purpose, name, kind, content.len())
            .await
            .expect_status(201);
        assert_eq!(self.put(&announced.body, content).await.status, 200);
        id(&announced.body["file"])
    }

    /// A file for a portfolio that was sent and looked at.
    pub async fn work(&self, person: &Person, name: &str, kind: &str, content: &[u8]) -> String {
        let file = self.send_named(person, "portfolio", name, kind, content).await;
        self.drain().await;
        file
    }

    /// A file that was sent and looked at.
    pub async fn file(&self, person: &Person, purpose: &str, kind: &str, content: &[u8]) -> String {
        let file = self.send_file(person, purpose, kind, content).await;
        self.drain().await;
        file
    }

    /// A clean text.
    pub async fn text_file(&self, person: &Person, purpose: &str) -> String {
        self.file(person, purpose, "text/plain", b"What is to be done.")
            .await
    }

    /// A file's state, as its owner sees it.
    pub async fn file_status(&self, person: &Person, file: &str) -> String {
        let answer = self
            .get(person, &format!("/v1/files/{file}"))
            .await
            .expect_status(200);
        answer.body["status"].as_str().unwrap().to_owned()
    }

    /// Downloads a file as somebody who may.
    pub async fn download(&self, person: &Person, file: &str) -> Fetched {
        let answer = self
            .get(person, &format!("/v1/files/{file}"))
            .await
            .expect_status(200);
        let url = answer.body["downloadUrl"]
            .as_str()
            .expect("it can be downloaded")
            .to_owned();
        self.world.fetch("GET", &url, &[], Vec::new()).await
    }
}
