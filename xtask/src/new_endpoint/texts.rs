//! The text of what `new-endpoint` creates.

use super::Endpoint;
use crate::name::Name;

/// What stands for the parameter of a path.
pub const SAMPLE: &str = "sample";

/// A handler that is compiled by tests/it/samples.rs, with the route of the new one.
pub fn handler(endpoint: &Endpoint) -> String {
    let Endpoint { method, path, .. } = endpoint;
    let text = include_str!("closed.rs");
    let text = match super::path_parameters(path).count() {
        0 => text
            .replace(", Path}", "}")
            .replace("Path(_id): Path<String>", "(): ()"),
        1 => text.to_owned(),
        _ => text.replace(", Path}", ", Paths}").replace(
            "Path(_id): Path<String>",
            "Paths(_of, _id): Paths<String, String>",
        ),
    };
    text.replace("POST", method).replace("/v1/things/{thingId}", path)
}

pub fn test(endpoint: &Endpoint) -> String {
    let Endpoint { method, path, .. } = endpoint;
    let raw_path = raw_path(path);
    format!(
        r#"use proconnect_tests::{{Call, TestApp}};

#[tokio::test]
async fn is_closed_until_it_has_rules() {{
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let call = Call {{
        token: Some(&client.token),
        ..Call::default()
    }};
    let answer = app.world.send("{method}", "{raw_path}", call).await;
    assert_eq!(answer.status, 404, "{{}}", answer.body);
}}
"#
    )
}

/// The path of a call, with a sample for each parameter.
pub fn raw_path(path: &str) -> String {
    let filled = |raw: String, name: &str| raw.replace(&format!("{{{name}}}"), SAMPLE);
    super::path_parameters(path).fold(path.to_owned(), filled)
}

/// Nobody gets in: 401 without a token, else there is nothing.
pub fn authorization_row(name: &Name, endpoint: &Endpoint) -> String {
    let path = raw_path(&endpoint.path);
    format!(
        "row(\"{name}\", \"{}\", \"{path}\", [401, 404, 404, 404, 404, 404, 404, 404, 404, 404]),",
        endpoint.method
    )
}

/// Costs nothing, since nobody gets in.
pub fn budget_row(name: &Name, endpoint: &Endpoint) -> String {
    let path = raw_path(&endpoint.path);
    format!(
        "    budget.closed(\"{name}\", \"{}\", \"{path}\").await;\n",
        endpoint.method
    )
}
