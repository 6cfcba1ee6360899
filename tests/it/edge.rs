//! Behind the edge, no function that the network can reach answers who comes around it.

use lambda_runtime::{Context, LambdaEvent};
use proconnect_runtime::{App, Config, Function};
use proconnect_tests::{TestApp, root};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const SECRET: &str = "what CloudFront sends";

/// The application as it is behind an edge, without ports: nobody gets as far as those.
fn behind_the_edge(app: &App) -> App {
    let config = Config {
        origin_hashes: vec![Sha256::digest(SECRET).into()],
        ..(*app.config).clone()
    };
    App::builder(config, app.store.clone()).build()
}

fn sample(function: &Function) -> Value {
    let path = root().join("events").join(format!("{}.json", function.name));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Whether strangers can send it: an HTTP request, or a WebSocket connection that is being opened.
fn from_outside(event: &Value) -> bool {
    let context = &event["requestContext"];
    context["http"].is_object() || context["eventType"] == "CONNECT"
}

async fn refused(app: &App, function: &Function, mut event: Value, secret: Option<&str>) -> bool {
    event["headers"]["x-origin-secret"] = secret.map_or(Value::Null, |secret| json!(secret));
    if secret.is_none() {
        event["headers"]
            .as_object_mut()
            .unwrap()
            .remove("x-origin-secret");
    }
    let call = LambdaEvent::new(event, Context::default());
    let answer = (function.invoke)(app.clone(), call).await.unwrap();
    // A connection that is not opened has no body.
    let body = answer["body"].as_str();
    answer["statusCode"] == 403 && body.is_none_or(|body| body.contains("public address"))
}

#[tokio::test]
async fn nobody_is_answered_around_the_edge() {
    let local = TestApp::new().await;
    let app = behind_the_edge(&local.world.app);
    let mut reached = 0;
    for function in proconnect_local::registry::functions() {
        let event = sample(function);
        if !from_outside(&event) {
            continue;
        }
        reached += 1;
        for secret in [None, Some("a guess")] {
            assert!(
                refused(&app, function, event.clone(), secret).await,
                "{} answers {secret:?}",
                function.name
            );
        }
        assert!(
            !refused(&app, function, event, Some(SECRET)).await,
            "{} refuses the edge",
            function.name
        );
    }
    let operations: Value =
        serde_json::from_str(&std::fs::read_to_string(root().join("openapi.json")).unwrap()).unwrap();
    let methods = operations["paths"].as_object().unwrap().values();
    let described: usize = methods.map(|path| path.as_object().unwrap().len()).sum();
    assert_eq!(
        reached,
        described + 2,
        "every endpoint, what takes everything else, and the opening of connections"
    );
}
