//! The process is killed (`kill -9`) at each step of the main job, and started again on the same state: nothing that
//! was answered is lost, nothing is done twice.

mod disputes;
mod talk;

use proconnect_domain::{DAY, Timestamp};
use proconnect_tests::{program, root};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};

const PASSWORD: &str = "a long pass phrase";

struct Server {
    child: Child,
    base: String,
    http: reqwest::Client,
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

    /// In a month by the server's clock.
    async fn in_a_month(&self) -> Timestamp {
        let clock = self.call("GET", "/_local/clock", "", Value::Null).await;
        let now: Timestamp = clock["now"].as_str().unwrap().parse().unwrap();
        now.plus(DAY * 30)
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

    async fn advance(&self, by: &str) {
        self.call("POST", "/_local/clock", "", json!({"advance": by}))
            .await;
    }

    async fn log_in(&self, email: &str) -> String {
        let body = json!({"email": email, "password": PASSWORD});
        let tokens = self.call("POST", "/v1/auth/login", "", body).await;
        tokens["accessToken"].as_str().unwrap().to_owned()
    }

    async fn person(&self, role: &str) -> String {
        let email = format!("{role}@example.com");
        let body = json!({"email": email, "password": PASSWORD, "name": role, "role": role});
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

/// A milestone that was handed in, with everybody who is in on it.
struct Story {
    server: Server,
    client: String,
    freelancer: String,
    contract: String,
    milestone: String,
}

impl Story {
    /// From registration to submission. With `kills`, the process is killed after each step.
    async fn submitted(data: &Path, kills: bool) -> Self {
        let next = |server: Server| async move {
            match kills {
                true => restart(server, data).await,
                false => server,
            }
        };
        let mut server = Server::start(data).await;
        let (client, freelancer) = (server.person("client").await, server.person("freelancer").await);
        server = next(server).await;
        let (client, freelancer) = (server.verify(&client).await, server.verify(&freelancer).await);
        let link = server
            .call("POST", "/v1/payments/onboarding", &freelancer, json!({}))
            .await;
        server.visit(link["url"].as_str().unwrap(), "complete").await;
        server = next(server).await;

        let task = json!({
            "title": "Design a logo", "description": "<p>A friendly logo for a bakery, in two colours.</p>",
            "category": "design", "deadline": server.in_a_month().await,
            "budget": {"type": "fixed", "min": 10000, "max": 50000, "currency": "usd"},
        });
        let task = server.call("POST", "/v1/tasks", &client, task).await;
        server = next(server).await;
        let bid = json!({"coverLetter": "I have drawn forty logos.", "timelineDays": 7, "amount": {"amount": 40000, "currency": "usd"}});
        let path = format!("/v1/tasks/{}/bids", task["id"].as_str().unwrap());
        let bid = server.call("POST", &path, &freelancer, bid).await;
        server = next(server).await;
        let path = format!("/v1/bids/{}/accept", bid["id"].as_str().unwrap());
        let contract = server.call("POST", &path, &client, json!({})).await;
        let milestone = contract["milestones"][0]["id"].as_str().unwrap().to_owned();
        server = next(server).await;
        let path = format!("/v1/milestones/{milestone}/fund");
        let funding = server.call("POST", &path, &client, json!({})).await;
        server = next(server).await;
        // Paid, and killed before the webhook could be worked on.
        let page = funding["checkoutUrl"].as_str().unwrap();
        server.visit(page, "paid").await;
        server = next(server).await;
        server.drain().await;
        let path = format!("/v1/milestones/{milestone}/submissions");
        let note = json!({"note": "Done."});
        server.call("POST", &path, &freelancer, note).await;
        server = next(server).await;
        Self {
            server,
            client,
            freelancer,
            contract: contract["id"].as_str().unwrap().to_owned(),
            milestone,
        }
    }

    /// Paid out once, and both sides have it in their books once.
    async fn is_paid_once(&self) {
        let server = &self.server;
        let transfers = server
            .call("GET", "/_stripe/_control/transfers", "", Value::Null)
            .await;
        assert_eq!(transfers.as_array().unwrap().len(), 1, "{transfers}");
        assert_eq!(transfers[0]["amount"], 36000);
        let path = format!("/v1/contracts/{}", self.contract);
        let contract = server.call("GET", &path, &self.client, Value::Null).await;
        assert_eq!(contract["milestones"][0]["payment"]["status"], "released");
        assert_eq!(contract["status"], "completed");
        for (token, status) in [(&self.client, "released"), (&self.freelancer, "paid")] {
            let history = server.call("GET", "/v1/payments", token, Value::Null).await;
            let items = history["items"].as_array().unwrap();
            assert_eq!((items.len(), items[0]["status"].as_str()), (1, Some(status)));
            assert!(items[0]["invoiceNumber"].as_str().unwrap().ends_with("-0001"));
        }
    }
}

#[tokio::test]
async fn killed_at_every_step_it_pays_exactly_once() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path();
    let mut story = Story::submitted(data, true).await;
    // Approved, and killed between approval and payout, again and again.
    let path = format!("/v1/milestones/{}/approve", story.milestone);
    story.server.call("POST", &path, &story.client, json!({})).await;
    for pause in [0, 5, 20, 60] {
        story.server = restart(story.server, data).await;
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }
    story.server.call("POST", &path, &story.client, json!({})).await;
    // What a killed worker had received comes back after its visibility time-out.
    for _ in 0..3 {
        story.server.advance("2m").await;
    }
    story.is_paid_once().await;
    story.server.kill().await;
}

#[tokio::test]
async fn killed_while_silence_approves_it_pays_exactly_once() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path();
    let mut story = Story::submitted(data, false).await;
    // Killed somewhere between the timer, its command, its worker and the payout.
    for pause in [10, 25, 50, 100] {
        let server = &story.server;
        let _ = tokio::time::timeout(Duration::from_millis(pause), server.advance("14d")).await;
        story.server = restart(story.server, data).await;
    }
    // However early each kill came, time has passed now; a turn that was taken comes again, and so does a message that was
    // received.
    for by in ["14d", "14m", "14m", "14m"] {
        story.server.advance(by).await;
    }
    story.client = story.server.log_in("client@example.com").await;
    story.freelancer = story.server.log_in("freelancer@example.com").await;
    story.is_paid_once().await;
    story.server.kill().await;
}
