//! What calls a function: routes on the APIs of the root, queues, the stream, a schedule. Each calls the alias, never the
//! function itself: that would be the new version before anybody knows whether it works.

use super::function::stem;
use crate::declaration::{Declaration, Trigger};
use serde_json::{Map, Value, json};

/// Adds what triggers a function; returns whether its own metrics are watched, as nobody sees it fail from outside.
pub fn resources(resources: &mut Map<String, Value>, declaration: &Declaration) -> bool {
    match &declaration.trigger {
        Trigger::Http { method, path } => http(resources, declaration, method, path),
        Trigger::Socket(key) => socket(resources, declaration, key),
        Trigger::Queue(queue) => {
            let arn = format!("{}QueueArn", super::queues::id(queue.trim_end_matches(".fifo")));
            let mut properties = json!({"EventSourceArn": {"Ref": arn}});
            if declaration.concurrency > 0 {
                properties["ScalingConfig"] = json!({"MaximumConcurrency": declaration.concurrency});
            }
            source(resources, declaration, properties);
        }
        Trigger::Stream => source(resources, declaration, stream()),
        Trigger::Schedule(rate) => schedule(resources, declaration, rate),
        Trigger::Manual => {}
    }
    !matches!(declaration.trigger, Trigger::Http { .. } | Trigger::Socket(_))
}

/// The id of a function's alias. `Ref` of it is its ARN.
fn live(declaration: &Declaration) -> String {
    format!("{}Live", stem(declaration))
}

fn source(resources: &mut Map<String, Value>, declaration: &Declaration, mut properties: Value) {
    properties["FunctionName"] = json!({"Ref": live(declaration)});
    properties["BatchSize"] = json!(declaration.batch);
    properties["FunctionResponseTypes"] = json!(["ReportBatchItemFailures"]);
    resources.insert(
        format!("{}Source", stem(declaration)),
        json!({"Type": "AWS::Lambda::EventSourceMapping", "Properties": properties}),
    );
}

/// Records that are new in the outbox.
fn stream() -> Value {
    let filter = json!({
        "eventName": ["INSERT"],
        "dynamodb": {"Keys": {"pk": {"S": [{"prefix": "OUTBOX#"}]}}},
    });
    json!({
        "EventSourceArn": {"Ref": "TableStreamArn"},
        "StartingPosition": "TRIM_HORIZON",
        "MaximumRetryAttempts": 50,
        "BisectBatchOnFunctionError": true,
        "DestinationConfig": {"OnFailure": {"Destination": {"Ref": "StreamDeadLetterQueueArn"}}},
        "FilterCriteria": {"Filters": [{"Pattern": filter.to_string()}]},
    })
}

fn schedule(resources: &mut Map<String, Value>, declaration: &Declaration, rate: &str) {
    let stem = stem(declaration);
    let trust = json!({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "scheduler.amazonaws.com"},
        }],
    });
    let calls = json!({
        "PolicyName": "calls",
        "PolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [{
                "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": {"Ref": live(declaration)},
            }],
        },
    });
    let role = json!({
        "Type": "AWS::IAM::Role",
        "Properties": {"AssumeRolePolicyDocument": trust, "Policies": [calls]},
    });
    let schedule = json!({
        "Type": "AWS::Scheduler::Schedule",
        "Properties": {
            "Name": {"Fn::Sub": format!("proconnect-${{Stage}}-{}", declaration.name)},
            "ScheduleExpression": rate,
            "FlexibleTimeWindow": {"Mode": "OFF"},
            "Target": {
                "Arn": {"Ref": live(declaration)},
                "RoleArn": {"Fn::GetAtt": [format!("{stem}ScheduleRole"), "Arn"]},
            },
        },
    });
    // The next run does what this one did not: a repeat would only run beside it.
    let once = json!({
        "Type": "AWS::Lambda::EventInvokeConfig",
        "Properties": {
            "FunctionName": {"Ref": declaration.name.logical_id()},
            "Qualifier": "live",
            "MaximumRetryAttempts": 0,
            "MaximumEventAgeInSeconds": 60,
        },
        "DependsOn": live(declaration),
    });
    resources.insert(format!("{stem}ScheduleRole"), role);
    resources.insert(format!("{stem}Schedule"), schedule);
    resources.insert(format!("{stem}Once"), once);
}

fn permission(declaration: &Declaration, api: &str, route: &str) -> Value {
    let source = format!(
        "arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{{api}}}/*/{route}"
    );
    json!({
        "Type": "AWS::Lambda::Permission",
        "Properties": {
            "FunctionName": {"Ref": live(declaration)},
            "Action": "lambda:InvokeFunction",
            "Principal": "apigateway.amazonaws.com",
            "SourceArn": {"Fn::Sub": source},
        },
    })
}

/// Integration, route and permission: what every route has.
fn route(resources: &mut Map<String, Value>, declaration: &Declaration, api: &str, key: &str, at: &str) {
    let stem = stem(declaration);
    let uri = "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/";
    let integration = json!({
        "Type": "AWS::ApiGatewayV2::Integration",
        "Properties": {
            "ApiId": {"Ref": api},
            "IntegrationType": "AWS_PROXY",
            "IntegrationUri": {"Fn::Sub": format!("{uri}${{{}}}/invocations", live(declaration))},
        },
    });
    let route = json!({
        "Type": "AWS::ApiGatewayV2::Route",
        "Properties": {
            "ApiId": {"Ref": api},
            "RouteKey": key,
            "AuthorizationType": "NONE",
            "Target": {"Fn::Sub": format!("integrations/${{{stem}Integration}}")},
        },
    });
    resources.insert(format!("{stem}Integration"), integration);
    resources.insert(format!("{stem}Route"), route);
    resources.insert(format!("{stem}Permission"), permission(declaration, api, at));
}

fn http(resources: &mut Map<String, Value>, declaration: &Declaration, method: &str, path: &str) {
    let parts: Vec<&str> = path
        .split('/')
        .map(|part| if part.starts_with('{') { "*" } else { part })
        .collect();
    // `HEAD` is answered by whoever answers `GET`.
    let (is_get, called) = (method == "GET", matches!(method, "GET" | "ANY"));
    let at = format!("{}{}", if called { "*" } else { method }, parts.join("/"));
    route(
        resources,
        declaration,
        "HttpApi",
        &format!("{method} {path}"),
        &at,
    );
    let integration = &mut resources[&format!("{}Integration", stem(declaration))];
    integration["Properties"]["PayloadFormatVersion"] = json!("2.0");
    if is_get {
        let mut head = resources[&format!("{}Route", stem(declaration))].clone();
        head["Properties"]["RouteKey"] = json!(format!("HEAD {path}"));
        resources.insert(format!("{}HeadRoute", stem(declaration)), head);
    }
}

fn socket(resources: &mut Map<String, Value>, declaration: &Declaration, key: &str) {
    let stem = stem(declaration);
    route(resources, declaration, "SocketApi", key, key);
    // Whoever opens or closes a connection waits for no frame.
    if matches!(key, "$connect" | "$disconnect") {
        return;
    }
    let id = format!("{stem}Route");
    let response =
        json!({"ApiId": {"Ref": "SocketApi"}, "RouteId": {"Ref": id}, "RouteResponseKey": "$default"});
    resources[&id]["Properties"]["RouteResponseSelectionExpression"] = json!("$default");
    resources.insert(
        format!("{stem}Response"),
        json!({"Type": "AWS::ApiGatewayV2::RouteResponse", "Properties": response}),
    );
}
