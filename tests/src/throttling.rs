//! The embedded cloud's table, which refuses some calls of some kinds before it takes any.

use crate::TestApp;
use aws_credential_types::Credentials;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{BehaviorVersion, Region};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use proconnect_runtime::reexport::LambdaEvent;
use proconnect_store::Store;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// An application on such a table.
pub struct Throttling {
    app: proconnect_runtime::App,
    refused: Arc<AtomicUsize>,
}

#[derive(Debug, Clone)]
struct Refusing {
    actions: &'static [&'static str],
    times: usize,
    refused: Arc<AtomicUsize>,
    inner: SharedHttpClient,
}

#[derive(Debug)]
struct Connector(Refusing, SharedHttpConnector);

impl Throttling {
    /// So many calls of these actions are refused at first, each action's in turn.
    pub fn of(app: &TestApp, actions: &'static [&'static str], times: usize) -> Self {
        let file = tempfile::NamedTempFile::new().unwrap();
        app.world.write_functions_env(file.path()).unwrap();
        let variables = std::fs::read_to_string(file.path()).unwrap();
        let named = |name: &str| {
            let found = variables
                .lines()
                .find_map(|line| line.strip_prefix(&format!("{name}=")));
            found.unwrap().to_owned()
        };
        let refused = Arc::new(AtomicUsize::new(0));
        let refusing = Refusing {
            actions,
            times,
            refused: Arc::clone(&refused),
            inner: aws_smithy_http_client::Builder::new().build_http(),
        };
        let config = aws_sdk_dynamodb::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("local"))
            .credentials_provider(Credentials::new("local", "local", None, None, "local"))
            .endpoint_url(named("AWS_ENDPOINT_URL"))
            .http_client(refusing)
            .build();
        let mut app = app.world.app.clone();
        app.store = Store::new(Client::from_conf(config), named("TABLE_NAME"));
        Self { app, refused }
    }

    /// Calls a function with that table.
    pub async fn invoke(&self, name: &str, payload: Value) -> Result<Value, String> {
        let function = proconnect_local::registry::function(name).unwrap();
        let event = LambdaEvent::new(payload, Default::default());
        let answer = (function.invoke)(self.app.clone(), event).await;
        answer.map_err(|error| error.to_string())
    }

    /// How many calls were refused.
    pub fn refused(&self) -> usize {
        self.refused.load(Ordering::SeqCst)
    }
}

impl HttpClient for Refusing {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, components);
        SharedHttpConnector::new(Connector(self.clone(), inner))
    }
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let Connector(refusing, inner) = self;
        let action = request.headers().get("x-amz-target").unwrap_or_default();
        let action = action.rsplit('.').next().unwrap_or_default();
        let one_more = |count: usize| (count < refusing.times).then_some(count + 1);
        let concerned = refusing.actions.contains(&action);
        let order = Ordering::SeqCst;
        if concerned && refusing.refused.fetch_update(order, order, one_more).is_ok() {
            let code = "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException";
            let body = json!({"__type": code, "message": "x"}).to_string();
            let status = 400.try_into().unwrap();
            return HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(body))));
        }
        inner.call(request)
    }
}
