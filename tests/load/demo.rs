//! The demo's people.

use serde_json::{Value, json};

/// Signs one of the demo's people in.
pub(crate) async fn token(base: &str, http: &reqwest::Client, who: &str) -> String {
    let body = json!({"email": format!("{who}@demo.example"), "password": proconnect_local::demo::PASSWORD});
    let answer = http
        .post(format!("{base}/v1/auth/login"))
        .json(&body)
        .send()
        .await
        .unwrap();
    let answer: Value = answer.json().await.unwrap();
    answer["accessToken"]
        .as_str()
        .expect("the demo account signs in")
        .to_owned()
}
