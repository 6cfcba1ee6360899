//! AWS clients, built once per process, without `aws-config`: region, credentials and endpoint come from the
//! environment, as Lambda sets them, and TLS is ring's (see `docs/decisions`).

mod push;
mod s3;
mod secrets;
mod ses;
mod sqs;

pub use s3::S3Objects;
pub(crate) use secrets::SecretsManager;

use crate::Config;
use crate::environment::{number, optional, required};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_dynamodb::config::{BehaviorVersion, Region};
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use proconnect_files::{Clamd, ObjectStore, Scanner};
use proconnect_messaging::{Mailer, Push, Queue};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

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
        http: HTTP.get_or_init(http_client).clone(),
        endpoint: optional("AWS_ENDPOINT_URL"),
    })
}

/// One for all clients: the authorities are loaded once, and TLS is set up once.
static HTTP: OnceLock<SharedHttpClient> = OnceLock::new();
/// The same for a service that may have an endpoint of its own (`AWS_ENDPOINT_URL_SQS`, as the SDKs name it).
fn service_config(service: &str) -> Result<AwsClientConfig, crate::HandlerError> {
    let settings = aws_client_config()?;
    let endpoint = optional(&format!("AWS_ENDPOINT_URL_{service}")).or(settings.endpoint);
    Ok(AwsClientConfig { endpoint, ..settings })
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

/// Secrets Manager, as the settings need it.
pub(crate) fn secrets_manager() -> Result<SecretsManager, crate::HandlerError> {
    let mut settings = aws_client_config()?;
    settings.endpoint = optional("AWS_ENDPOINT_URL_SECRETS_MANAGER").or(settings.endpoint);
    Ok(SecretsManager::new(settings))
}

/// The WebSocket API's callbacks behind the push port. `SOCKET_CALLBACK_URL` is the stage's address, as `https:`.
pub fn api_gateway_push(_config: &Config) -> Result<Arc<dyn Push>, crate::HandlerError> {
    let settings = AwsClientConfig {
        endpoint: Some(required("SOCKET_CALLBACK_URL")?),
        ..aws_client_config()?
    };
    Ok(Arc::new(push::ApiGatewayPush(client!(
        aws_sdk_apigatewaymanagement,
        settings
    ))))
}

/// SQS behind the queue port.
pub fn sqs_queue(_config: &Config) -> Result<Arc<dyn Queue>, crate::HandlerError> {
    Ok(Arc::new(sqs::SqsQueue::new(client!(
        aws_sdk_sqs,
        service_config("SQS")?
    ))?))
}

/// S3 behind the port of the object store. `FILES_BUCKET` is the bucket, `FILES_URL` the origin by which browsers reach
/// it, if it is not the bucket's own.
pub fn s3_objects(_config: &Config) -> Result<Arc<dyn ObjectStore>, crate::HandlerError> {
    let (key, secret) = (required("AWS_ACCESS_KEY_ID")?, required("AWS_SECRET_ACCESS_KEY")?);
    let credentials = match optional("AWS_SESSION_TOKEN") {
        Some(token) => rusty_s3::Credentials::new_with_token(key, secret, token),
        None => rusty_s3::Credentials::new(key, secret),
    };
    let endpoint = optional("AWS_ENDPOINT_URL_S3").or_else(|| optional("AWS_ENDPOINT_URL"));
    let public = optional("FILES_URL").map(|url| url.trim_end_matches('/').to_owned());
    Ok(Arc::new(S3Objects::new(
        &required("FILES_BUCKET")?,
        &required("AWS_REGION")?,
        credentials,
        (endpoint.as_deref(), None),
        public,
    )?))
}

/// clamd behind the scanner port. `CLAMD_ADDRESS` is `host:port` or the path of its socket; for one that starts with the
/// function, `CLAMD_WAIT_SECONDS` says how long a scan waits until it answers.
pub fn clamd_scanner(_config: &Config) -> Result<Arc<dyn Scanner>, crate::HandlerError> {
    let wait = Duration::from_secs(number("CLAMD_WAIT_SECONDS", 0)?.into());
    Ok(Arc::new(Clamd::new(required("CLAMD_ADDRESS")?).waiting(wait)))
}

/// SES behind the mail port. `MAIL_FROM` is the verified sender.
pub fn ses_mailer(_config: &Config) -> Result<Arc<dyn Mailer>, crate::HandlerError> {
    Ok(Arc::new(ses::SesMailer::new(
        client!(aws_sdk_sesv2, service_config("SESV2")?),
        required("MAIL_FROM")?,
    )))
}
