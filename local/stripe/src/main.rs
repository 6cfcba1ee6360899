//! `stripe-local`: the stand-in as a program of its own, for a ProConnect whose functions run in other processes.
//!
//! Its API, its hosted pages and its controls share one port; webhooks go to the URL that it is given.

use clap::Parser;
use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use stripe_local::{Config, StripeLocal, WebhookSender};

/// How often it looks for webhooks that are due.
const PAUSE: Duration = Duration::from_millis(200);

#[derive(Parser)]
#[command(about = "A stand-in for Stripe on loopback, with its state in memory.")]
struct Arguments {
    /// The port to listen on.
    #[arg(long)]
    port: u16,
    /// Where webhooks go.
    #[arg(long)]
    webhooks: String,
    /// The secret that webhooks are signed with.
    #[arg(long, env = "STRIPE_WEBHOOK_SECRETS", hide_env_values = true)]
    webhook_secret: String,
    /// A file to which each request, answer and event is appended.
    #[arg(long)]
    record: Option<std::path::PathBuf>,
}

struct Endpoint {
    http: reqwest::Client,
    url: String,
}

#[async_trait::async_trait]
impl WebhookSender for Endpoint {
    async fn send(&self, body: Vec<u8>, signature: String) -> Result<u16, String> {
        let request = self
            .http
            .post(&self.url)
            .header("content-type", "application/json")
            .header("stripe-signature", signature)
            .body(body);
        let response = request.send().await.map_err(|error| error.to_string())?;
        Ok(response.status().as_u16())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let origin = format!("http://127.0.0.1:{}", arguments.port);
    let stripe = StripeLocal::open(Config {
        state: None,
        public_url: origin.clone(),
        webhook_secrets: vec![arguments.webhook_secret],
        now: Arc::new(seconds),
        record: arguments.record,
    })?;
    let router = stripe.api().merge(stripe.pages()).merge(stripe.control());
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", arguments.port)).await?;
    println!("The Stripe stand-in listens on {origin}");
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let endpoint = Endpoint {
        http: reqwest::Client::builder()
            .timeout(Duration::from_secs(30))
            .build()?,
        url: arguments.webhooks,
    };
    while !server.is_finished() {
        stripe.tick()?;
        stripe.deliver_due(&endpoint).await?;
        tokio::time::sleep(PAUSE).await;
    }
    Ok(server.await??)
}

fn seconds() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
