//! The process is killed (`kill -9`) at each step of the main job, and started again on the same state: nothing that
//! was answered is lost, nothing is done twice.

use proconnect_tests::root;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};

struct Server {
    child: Child,
    base: String,
    http: reqwest::Client,
}

/// The program that `make run` starts. Cargo builds it beside this test.
fn program() -> std::path::PathBuf {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    if path.ends_with("deps") {
        path.pop();
    }
    path.join("proconnect-local")
}

impl Server {
    async fn start(data: &Path) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let child = Command::new(program())
            .env("PORT", port.to_string())
            .env("DATA_DIR", data)
            .env("PROJECT_ROOT", root())
            .env("DEMO", "0")
            .env("RUST_LOG", "error")
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("proconnect-local is built: cargo build -p proconnect-local");
        let base = format!("http://localhost:{port}");
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let server = Self { child, base, http };
        for _ in 0..100 {
            if server
                .http
                .get(format!("{}/v1/health", server.base))
                .send()
                .await
                .is_ok()
            {
                return server;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the server did not start");
    }

    /// SIGKILL, at whatever it is doing.
    async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }

    async fn call(&self, method: &str, path: &str, token: &str, body: Value) -> Value {
        let method = method.parse().unwrap();
        let mut request = self
            .http
            .request(method, format!("{}{path}", self.base))
            .bearer_auth(token);
        if !body.is_null() {
            request = request.json(&body);
        }
        let response = request.send().await.unwrap();
        let status = response.status();
        let body: Value = response.json().await.unwrap_or_default();
        assert!(status.is_success(), "{path}: {status} {body}");
        body
    }

    async fn drain(&self) {
        let response = self
            .http
            .post(format!("{}/_local/drain", self.base))
            .send()
            .await
            .unwrap();
        assert!(response.status().is_success());
    }

    async fn visit(&self, url: &str, outcome: &str) {
        let path = url.split_once("/_stripe").unwrap().1;
        let url = format!("{}/_stripe{path}", self.base);
        let response = self
            .http
            .post(url)
            .form(&[("outcome", outcome)])
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), 303);
    }

    async fn person(&self, role: &str) -> String {
        let email = format!("{role}@example.com");
        let body = json!({"email": email, "password": "a long pass phrase", "name": role, "role": role});
        self.call("POST", "/v1/auth/register", "", body).await;
        email
    }

    async fn verify(&self, email: &str) -> String {
        self.drain().await;
        let mails = self
            .call("GET", &format!("/_local/mail?to={email}"), "", Value::Null)
            .await;
        let body = json!({"email": email, "code": mails["items"][0]["code"]});
        let tokens = self.call("POST", "/v1/auth/verify-email", "", body).await;
        tokens["accessToken"].as_str().unwrap().to_owned()
    }
}

async fn restart(server: Server, data: &Path) -> Server {
    server.kill().await;
    Server::start(data).await
}

#[tokio::test]
async fn killed_at_every_step_it_pays_exactly_once() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path();
    let mut server = Server::start(data).await;
    let (client, freelancer) = (server.person("client").await, server.person("freelancer").await);
    server = restart(server, data).await;
    let (client, freelancer) = (server.verify(&client).await, server.verify(&freelancer).await);
    let link = server
        .call("POST", "/v1/payments/onboarding", &freelancer, json!({}))
        .await;
    server.visit(link["url"].as_str().unwrap(), "complete").await;
    server = restart(server, data).await;

    let task = json!({
        "title": "Design a logo", "description": "<p>A friendly logo for a bakery, in two colours.</p>",
        "category": "design", "deadline": "2027-06-01T00:00:00Z",
        "budget": {"type": "fixed", "min": 10000, "max": 50000, "currency": "usd"},
    });
    let task = server.call("POST", "/v1/tasks", &client, task).await;
    server = restart(server, data).await;
    let bid = json!({"coverLetter": "I have drawn forty logos.", "timelineDays": 7, "amount": {"amount": 40000, "currency": "usd"}});
    let path = format!("/v1/tasks/{}/bids", task["id"].as_str().unwrap());
    let bid = server.call("POST", &path, &freelancer, bid).await;
    server = restart(server, data).await;
    let path = format!("/v1/bids/{}/accept", bid["id"].as_str().unwrap());
    let contract = server.call("POST", &path, &client, json!({})).await;
    let milestone = contract["milestones"][0]["id"].as_str().unwrap().to_owned();
    server = restart(server, data).await;
    let funding = server
        .call(
            "POST",
            &format!("/v1/milestones/{milestone}/fund"),
            &client,
            json!({}),
        )
        .await;
    server = restart(server, data).await;
    // Paid, and killed before the webhook could be worked on.
    server
        .visit(funding["checkoutUrl"].as_str().unwrap(), "paid")
        .await;
    server = restart(server, data).await;
    server.drain().await;
    let note = json!({"note": "Done."});
    server
        .call(
            "POST",
            &format!("/v1/milestones/{milestone}/submissions"),
            &freelancer,
            note,
        )
        .await;
    server = restart(server, data).await;
    // Approved, and killed between approval and payout, again and again.
    server
        .call(
            "POST",
            &format!("/v1/milestones/{milestone}/approve"),
            &client,
            json!({}),
        )
        .await;
    for pause in [0, 5, 20, 60] {
        server = restart(server, data).await;
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }
    server
        .call(
            "POST",
            &format!("/v1/milestones/{milestone}/approve"),
            &client,
            json!({}),
        )
        .await;
    // What a killed worker had received comes back after its visibility time-out.
    for _ in 0..3 {
        let advance = json!({"advance": "2m"});
        server.call("POST", "/_local/clock", "", advance).await;
    }

    let transfers = server
        .call("GET", "/_stripe/_control/transfers", "", Value::Null)
        .await;
    assert_eq!(transfers.as_array().unwrap().len(), 1, "{transfers}");
    assert_eq!(transfers[0]["amount"], 36000);
    let path = format!("/v1/contracts/{}", contract["id"].as_str().unwrap());
    let contract = server.call("GET", &path, &client, Value::Null).await;
    assert_eq!(contract["milestones"][0]["payment"]["status"], "released");
    assert_eq!(contract["status"], "completed");
    for (token, status) in [(&client, "released"), (&freelancer, "paid")] {
        let history = server.call("GET", "/v1/payments", token, Value::Null).await;
        let items = history["items"].as_array().unwrap();
        assert_eq!((items.len(), items[0]["status"].as_str()), (1, Some(status)));
        assert!(items[0]["invoiceNumber"].as_str().unwrap().ends_with("-0001"));
    }
    server.kill().await;
}
