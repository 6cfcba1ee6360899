//! Calls as somebody.

use serde_json::Value;
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

/// Who calls: an address of their own, since a network may only try so often, and a token.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) http: reqwest::Client,
    pub(crate) token: String,
}

impl Person {
    /// The `number`-th, who is not signed in. All of 127.0.0.0/8 is this machine.
    pub(crate) fn new(number: usize) -> Self {
        let [_, _, high, low] = (number as u32 + 1).to_be_bytes();
        let address = IpAddr::V4(Ipv4Addr::new(127, 7, high, low));
        let http = reqwest::Client::builder()
            .local_address(address)
            .timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            http,
            token: String::new(),
        }
    }

    /// A POST that has to succeed, while the market is made.
    pub(crate) async fn post(&self, url: &str, body: &Value) -> Value {
        let call = self.http.post(url).bearer_auth(&self.token).json(body);
        let answer = call.send().await.unwrap();
        let status = answer.status();
        let body: Value = answer.json().await.unwrap_or_default();
        assert!(status.is_success(), "{url}: {status} {body}");
        body
    }
}
