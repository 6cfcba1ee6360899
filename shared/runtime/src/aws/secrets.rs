//! The one call of Secrets Manager that a start needs. It is signed and sent by what each function links for the table
//! anyway; the service's own SDK would come on top of it in all of them.

use super::AwsClientConfig;
use crate::ConfigError;
use aws_credential_types::provider::ProvideCredentials as _;
use aws_sdk_dynamodb::config::BehaviorVersion;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use aws_smithy_runtime::client::orchestrator::operation::Operation;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, SensitiveOutput};
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::Layer;
use serde::Deserialize;
use std::convert::Infallible;
use std::time::{Duration, SystemTime};

/// A start may take ten seconds in all: three tries and the pauses between them stay well below.
const ATTEMPTS: u32 = 3;
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(100);

/// Reads secrets.
pub(crate) struct SecretsManager {
    aws: AwsClientConfig,
    endpoint: String,
}

type Read = Operation<HttpRequest, Answer, Infallible>;

/// What came back. Never shown: it may hold the secret.
struct Answer {
    status: u16,
    body: Vec<u8>,
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

enum Failure {
    /// May be better the next time.
    Passing(String),
    /// Is the same the next time.
    Lasting(String),
}

#[derive(Deserialize)]
struct Found {
    #[serde(rename = "SecretString")]
    text: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Refusal {
    #[serde(rename = "__type")]
    kind: String,
    #[serde(alias = "Message")]
    message: String,
}

impl SecretsManager {
    pub(crate) fn new(aws: AwsClientConfig) -> Self {
        let own = || format!("https://secretsmanager.{}.amazonaws.com", aws.region);
        let endpoint = aws.endpoint.clone().unwrap_or_else(own);
        Self {
            endpoint: endpoint.trim_end_matches('/').to_owned(),
            aws,
        }
    }

    /// The text of a secret's current version.
    pub(crate) async fn read(&self, id: &str) -> Result<String, ConfigError> {
        let (operation, mut attempt, mut pause) = (self.operation(), 1, PAUSE);
        loop {
            let failure = match tokio::time::timeout(PATIENCE, self.ask(&operation, id)).await {
                Ok(Ok(text)) => return Ok(text),
                Ok(Err(failure)) => failure,
                Err(_) => Failure::Passing(format!("no answer within {} s", PATIENCE.as_secs())),
            };
            match failure {
                Failure::Passing(reason) if attempt < ATTEMPTS => {
                    tracing::warn!(
                        secret = id,
                        reason,
                        "the secret could not be read, to be tried again"
                    );
                }
                Failure::Passing(reason) | Failure::Lasting(reason) => {
                    return Err(ConfigError(format!(
                        "the secret {id} could not be read: {reason}"
                    )));
                }
            }
            tokio::time::sleep(pause).await;
            (attempt, pause) = (attempt + 1, pause * 2);
        }
    }

    async fn ask(&self, operation: &Read, id: &str) -> Result<String, Failure> {
        let request = self
            .request(id)
            .await
            .map_err(|error| Failure::Lasting(error.to_string()))?;
        let answer = operation.invoke(request).await;
        // The cause stands deepest: "dispatch failure" alone says nothing.
        let answer = answer.map_err(|error| Failure::Passing(deepest(&error)))?;
        if answer.status == 200 {
            let found: Option<Found> = serde_json::from_slice(&answer.body).ok();
            let text = found.and_then(|found| found.text);
            return text.ok_or_else(|| Failure::Lasting("it holds no text".to_owned()));
        }
        let Refusal { kind, message } = serde_json::from_slice(&answer.body).unwrap_or_default();
        let reason = format!("{} {kind} {message}", answer.status);
        let passing = answer.status >= 500 || answer.status == 429 || kind.contains("Throttling");
        Err(if passing {
            Failure::Passing(reason)
        } else {
            Failure::Lasting(reason)
        })
    }

    /// A signed GetSecretValue.
    async fn request(&self, id: &str) -> Result<HttpRequest, crate::HandlerError> {
        let body = serde_json::json!({ "SecretId": id }).to_string();
        let headers = [
            ("content-type", "application/x-amz-json-1.1"),
            ("x-amz-target", "secretsmanager.GetSecretValue"),
        ];
        let identity = self.aws.credentials.provide_credentials().await?.into();
        let signing = v4::SigningParams::builder()
            .identity(&identity)
            .region(self.aws.region.as_ref())
            .name("secretsmanager")
            .time(SystemTime::now())
            .settings(SigningSettings::default())
            .build()?
            .into();
        let url = format!("{}/", self.endpoint);
        let content = SignableBody::Bytes(body.as_bytes());
        let signable = SignableRequest::new("POST", &url, headers.into_iter(), content)?;
        let (instructions, _) = sign(signable, &signing)?.into_parts();
        let mut request = http::Request::post(&url);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let mut request = request.body(SdkBody::from(body))?;
        instructions.apply_to_request_http1x(&mut request);
        Ok(request.try_into()?)
    }

    /// One try, without the SDK's own signing and repeating.
    fn operation(&self) -> Read {
        let mut sensitive = Layer::new("sensitive");
        sensitive.store_put(SensitiveOutput);
        Operation::builder()
            .service_name("secretsmanager")
            .operation_name("GetSecretValue")
            .behavior_version(BehaviorVersion::latest())
            .runtime_plugin(StaticRuntimePlugin::new().with_config(sensitive.freeze()))
            .http_client(self.aws.http.clone())
            .endpoint_url(&self.endpoint)
            .no_auth()
            .no_retry()
            .serializer(Ok)
            .deserializer(|response: &HttpResponse| {
                Ok(Answer {
                    status: response.status().into(),
                    body: response.body().bytes().unwrap_or_default().to_vec(),
                })
            })
            .build()
    }
}

fn deepest(error: &dyn std::error::Error) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}

#[cfg(test)]
mod tests;
