//! How many resources CloudFormation will see. It takes at most 500 in a template, and SAM makes several of one.

use crate::Result;
use crate::template::Template;
use crate::tree::Tree;
use serde_json::Value;

/// Below CloudFormation's 500, so that a template is split before a deployment fails.
pub const LIMIT: usize = 450;

pub fn check(tree: &Tree) -> Result<Vec<String>> {
    let above = counts(tree)?.into_iter().filter(|(_, count)| *count > LIMIT);
    Ok(above
        .map(|(file, count)| format!("{file}: {count} resources, more than {LIMIT}: move some to infra/"))
        .collect())
}

/// Every template and its estimated count.
pub fn counts(tree: &Tree) -> Result<Vec<(String, usize)>> {
    let mut files = vec!["template.yaml".to_owned()];
    files.extend(tree.files("infra", &[".yaml", ".yml"])?);
    files
        .into_iter()
        .map(|file| Ok((file.clone(), estimate(&Template::read(tree, &file)?))))
        .collect()
}

/// The rule: a plain resource is one; a `AWS::Serverless::*` is what SAM's transform makes of it. A function is
/// itself, its role (unless it is given one), an alias and a version (if it publishes one), a deployment group (if it is
/// deployed gradually), and its events. An
/// event is a permission or a mapping; a rule or a schedule needs two. An HTTP API is an API and a stage; one that
/// nobody declares is made for the routes that name none.
pub fn estimate(template: &Template) -> usize {
    let declared: usize = template
        .resources()
        .map(|(_, kind, properties)| size(template, kind, properties))
        .sum();
    let has_api = template.of_type("AWS::Serverless::HttpApi").next().is_some();
    let has_routes = template.functions().any(|function| !function.routes().is_empty());
    declared + if has_routes && !has_api { 2 } else { 0 }
}

fn size(template: &Template, kind: &str, properties: &Value) -> usize {
    match kind {
        "AWS::Serverless::Function" => function_size(template, properties),
        "AWS::Serverless::HttpApi" if properties["Domain"].is_object() => 5,
        "AWS::Serverless::HttpApi" | "AWS::Serverless::StateMachine" => 2,
        "AWS::Serverless::Api" => 3,
        _ => 1,
    }
}

fn function_size(template: &Template, properties: &Value) -> usize {
    let globals = template.function_globals();
    let given = |key: &str| !properties[key].is_null() || !globals[key].is_null();
    let role = usize::from(!given("Role"));
    let alias = if given("AutoPublishAlias") { 2 } else { 0 };
    let gradual = usize::from(given("DeploymentPreference"));
    let url = if given("FunctionUrlConfig") { 2 } else { 0 };
    let events = properties["Events"].as_object().into_iter().flatten();
    1 + role + alias + gradual + url + events.map(|(_, event)| event_size(&event["Type"])).sum::<usize>()
}

fn event_size(kind: &Value) -> usize {
    match kind.as_str().unwrap_or_default() {
        // a rule, schedule, topic subscription or log filter, and the permission or role to call the function
        "Schedule" | "ScheduleV2" | "EventBridgeRule" | "CloudWatchEvent" | "CloudWatchLogs" | "SNS"
        | "IoTRule" => 2,
        // a permission (routes, buckets) or an event source mapping (queues, streams)
        _ => 1,
    }
}
