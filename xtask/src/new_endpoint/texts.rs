//! The text of what `new-endpoint` creates.

use super::Endpoint;
use crate::name::Name;

pub fn handler(endpoint: &Endpoint) -> String {
    let Endpoint { method, path, .. } = endpoint;
    let (uses, input) = match super::path_parameter(path) {
        Some(_) => ("{ApiError, Caller, NoContent, Path}", "Path(_id): Path<String>"),
        None => ("{ApiError, Caller, NoContent}", "(): ()"),
    };
    format!(
        r#"//! `{method} {path}`: closed until it has rules of its own.

use proconnect_http::{uses};
use proconnect_runtime::{{App, Function}};

pub const FUNCTION: Function = proconnect_runtime::http!({method} "{path}", handle);

/// Finds nothing for anybody.
pub async fn handle(_app: &App, _caller: Caller, {input}) -> Result<NoContent, ApiError> {{
    Err(ApiError::not_found("thing"))
}}
"#
    )
}

pub fn bootstrap(name: &Name) -> String {
    let Name { domain, .. } = name;
    let module = name.module();
    format!(
        r#"//! Bootstrap of `{name}`.

use proconnect_runtime::{{Exit, serve}};

fn main() -> Exit {{
    serve({domain}::{module}::FUNCTION)
}}
"#
    )
}

/// A call of the route, as API Gateway hands it on. The path parameter is a sample until the handler wants an id.
pub fn event(endpoint: &Endpoint) -> String {
    let Endpoint { method, path, .. } = endpoint;
    let parameter = super::path_parameter(path);
    let raw_path = raw_path(path);
    let parameters =
        parameter.map(|name| format!(",\n  \"pathParameters\": {{\n    \"{name}\": \"sample\"\n  }}"));
    let parameters = parameters.unwrap_or_default();
    format!(
        r#"{{
  "version": "2.0",
  "routeKey": "{method} {path}",
  "rawPath": "{raw_path}",
  "rawQueryString": "",
  "headers": {{
    "content-type": "application/json",
    "host": "localhost"
  }},
  "requestContext": {{
    "accountId": "000000000000",
    "apiId": "local",
    "domainName": "localhost",
    "domainPrefix": "localhost",
    "http": {{
      "method": "{method}",
      "path": "{raw_path}",
      "protocol": "HTTP/1.1",
      "sourceIp": "127.0.0.1",
      "userAgent": "event"
    }},
    "requestId": "event",
    "routeKey": "{method} {path}",
    "stage": "$default",
    "time": "23/Nov/2026:12:00:00 +0000",
    "timeEpoch": 1795435200000
  }},
  "isBase64Encoded": false{parameters}
}}
"#
    )
}

pub fn test(endpoint: &Endpoint) -> String {
    let Endpoint { method, path, .. } = endpoint;
    let raw_path = raw_path(path);
    format!(
        r#"use proconnect_tests::{{Call, Expect, TestApp}};

#[tokio::test]
async fn is_closed_until_it_has_rules() {{
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let call = Call {{ token: Some(&client.token), ..Call::default() }};
    app.world.send("{method}", "{raw_path}", call).await.expect_problem(404, "not_found");
}}
"#
    )
}

/// The path of a call, with a sample for its parameter.
fn raw_path(path: &str) -> String {
    super::path_parameter(path).map_or_else(
        || path.to_owned(),
        |name| path.replace(&format!("{{{name}}}"), "sample"),
    )
}

pub fn documentation_row(name: &Name, endpoint: &Endpoint) -> String {
    let start = crate::tidy::row_start(name, &endpoint.method, &endpoint.path);
    format!("{start} nobody | Closed until it has rules of its own |\n")
}

/// Nobody gets in: 401 without a token, else there is nothing.
pub fn authorization_row(name: &Name, endpoint: &Endpoint) -> String {
    let path = raw_path(&endpoint.path);
    format!(
        "row(\"{name}\", \"{}\", \"{path}\", [401, 404, 404, 404, 404, 404, 404, 404, 404, 404]),",
        endpoint.method
    )
}
