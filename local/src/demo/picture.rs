//! The pictures of the demo, sent as a browser sends them.

use super::{Demo, text};
use crate::Error;
use serde_json::json;

impl Demo<'_> {
    /// Sends a picture for a portfolio. None when nobody has looked at it yet, such as a clamd that is only starting: the
    /// demo does without it then.
    pub(super) async fn picture(
        &self,
        token: &str,
        name: &str,
        content: &[u8],
    ) -> Result<Option<String>, Error> {
        let body =
            json!({"name": name, "contentType": "image/webp", "size": content.len(), "purpose": "portfolio"});
        let announced = self.post("/v1/files", token, body).await?;
        let (id, upload) = (text(&announced["file"]["id"])?, &announced["upload"]);
        let headers = upload["headers"].as_object().into_iter().flatten();
        let headers: Vec<(String, String)> = headers
            .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())))
            .collect();
        let url = text(&upload["url"])?;
        let sent = self.world.fetch("PUT", url, &headers, content.to_vec()).await;
        if sent.status != 200 {
            return Err(format!("demo: the bucket answered {} to {name}", sent.status).into());
        }
        self.world.drain().await?;
        let file = self.world.get(&format!("/v1/files/{id}"), token).await;
        Ok((file.body["status"] == "clean").then(|| id.to_owned()))
    }
}
