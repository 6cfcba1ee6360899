//! AWS clients, built once per process, without `aws-config`: region, credentials and endpoint come from the
//! environment, as Lambda sets them, and TLS is ring's (see `docs/decisions`).

mod ses;
mod sqs;

use crate::Config;
use crate::config::{optional, required};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_dynamodb::config::{BehaviorVersion, Region};
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use proconnect_messaging::{Mailer, Queue};
use std::sync::Arc;

/// What every SDK client is built from.
pub struct AwsClientConfig {
    /// Region.
    pub region: Region,
    /// Credentials.
    pub credentials: SharedCredentialsProvider,
    /// The HTTP client.
    pub http: SharedHttpClient,
    /// Another endpoint than AWS's own (`AWS_ENDPOINT_URL`).
    pub endpoint: Option<String>,
}

/// Reads what every client needs from the environment.
pub fn aws_client_config() -> Result<AwsClientConfig, crate::HandlerError> {
    let credentials = Credentials::new(
        required("AWS_ACCESS_KEY_ID")?,
        required("AWS_SECRET_ACCESS_KEY")?,
        optional("AWS_SESSION_TOKEN"),
        None,
        "environment",
    );
    Ok(AwsClientConfig {
        region: Region::new(required("AWS_REGION")?),
        credentials: SharedCredentialsProvider::new(credentials),
        http: http_client(),
        endpoint: optional("AWS_ENDPOINT_URL"),
    })
}

fn http_client() -> SharedHttpClient {
    aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https()
}

macro_rules! client {
    ($sdk:ident, $settings:expr) => {{
        let settings = $settings;
        let mut builder = $sdk::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(settings.region)
            .credentials_provider(settings.credentials)
            .http_client(settings.http);
        builder.set_endpoint_url(settings.endpoint);
        $sdk::Client::from_conf(builder.build())
    }};
}

/// The table's client.
pub fn dynamodb_client() -> Result<aws_sdk_dynamodb::Client, crate::HandlerError> {
    Ok(client!(aws_sdk_dynamodb, aws_client_config()?))
}

/// SQS behind the queue port.
pub fn sqs_queue(_config: &Config) -> Result<Arc<dyn Queue>, crate::HandlerError> {
    Ok(Arc::new(sqs::SqsQueue::new(client!(
        aws_sdk_sqs,
        aws_client_config()?
    ))?))
}

/// SES behind the mail port. `MAIL_FROM` is the verified sender.
pub fn ses_mailer(_config: &Config) -> Result<Arc<dyn Mailer>, crate::HandlerError> {
    Ok(Arc::new(ses::SesMailer::new(
        client!(aws_sdk_ses, aws_client_config()?),
        required("MAIL_FROM")?,
    )))
}
