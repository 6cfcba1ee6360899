//! `infra/functions/<domain>.yaml`: the functions of a domain with their roles, routes and deployments.

use super::{Planned, policy, settings};
use crate::declaration::{Declaration, Trigger};
use serde_json::{Map, Value, json};

/// The template of a domain. `queues` are those that can be sent to.
pub fn template(domain: &str, functions: &[&Planned], queues: &[String]) -> Value {
    let mut resources = Map::new();
    let mut outputs = Map::new();
    for function in functions {
        let declaration = &function.declaration;
        let id = declaration.name.logical_id();
        resources.insert(id.clone(), lambda(function, queues));
        resources.insert(
            format!("{}Role", stem(declaration)),
            policy::role(function, queues),
        );
        resources.insert(format!("{}Errors", stem(declaration)), errors(declaration));
        match &declaration.trigger {
            Trigger::Http { method, path } => http(&mut resources, declaration, method, path),
            Trigger::Socket(route) => socket(&mut resources, declaration, route),
            _ => {
                outputs.insert(id.clone(), json!({"Value": {"Ref": id}}));
            }
        }
    }
    let mut template = json!({
        "AWSTemplateFormatVersion": "2010-09-09",
        "Transform": "AWS::Serverless-2016-10-31",
        "Description": format!("ProConnect - the functions of {domain}."),
        "Globals": {"Function": globals()},
        "Resources": resources,
    });
    if !outputs.is_empty() {
        template["Outputs"] = json!(outputs);
    }
    let mut conditions = Map::new();
    let text = template.to_string();
    if text.contains("HasCache") {
        conditions.insert(
            "HasCache".to_owned(),
            json!({"Fn::Not": [{"Fn::Equals": [{"Ref": "CacheUrl"}, ""]}]}),
        );
    }
    if text.contains("IsReserved") {
        conditions.insert(
            "IsReserved".to_owned(),
            json!({"Fn::Equals": [{"Ref": "ReservedConcurrency"}, "yes"]}),
        );
    }
    if !conditions.is_empty() {
        template["Conditions"] = json!(conditions);
    }
    let parameters = super::parameters::used(&template)
        .into_iter()
        .map(|name| (name, json!({"Type": "String"})));
    template["Parameters"] = json!(parameters.collect::<Map<String, Value>>());
    template
}

/// What all functions have. A new version takes a tenth of the calls at first, and goes when it fails.
fn globals() -> Value {
    json!({
        "CodeUri": "../..",
        "Handler": "bootstrap",
        "Runtime": "provided.al2023",
        "Architectures": ["arm64"],
        "MemorySize": 256,
        "Timeout": 15,
        "Tracing": "Active",
        "AutoPublishAlias": "live",
        "DeploymentPreference": {
            "Enabled": {"Ref": "GradualDeployment"},
            "Type": "Canary10Percent5Minutes",
            "Role": {"Ref": "DeploymentRole"},
        },
        "LoggingConfig": {"LogFormat": "JSON", "SystemLogLevel": "WARN", "LogGroup": {"Ref": "FunctionLogs"}},
        "Environment": {"Variables": {
            "TABLE_NAME": {"Ref": "TableName"},
            "PUBLIC_URL": {"Ref": "PublicUrl"},
            "CONFIG_REVISION": {"Ref": "ConfigRevision"},
        }},
    })
}

/// `TasksCreate`: what the ids of a function's other resources begin with.
fn stem(declaration: &Declaration) -> String {
    declaration
        .name
        .logical_id()
        .trim_end_matches("Function")
        .to_owned()
}

fn lambda(function: &Planned, queues: &[String]) -> Value {
    let Planned {
        declaration,
        needs,
        wiring,
    } = function;
    let mut properties = json!({
        "Role": {"Fn::GetAtt": [format!("{}Role", stem(declaration)), "Arn"]},
        "DeploymentPreference": {"Alarms": [{"Ref": format!("{}Errors", stem(declaration))}]},
    });
    let variables = settings::variables(wiring, declaration, needs, queues);
    if !variables.is_empty() {
        properties["Environment"] = json!({"Variables": variables});
    }
    if declaration.memory != 256 {
        properties["MemorySize"] = json!(declaration.memory);
    }
    if declaration.timeout != 15 {
        properties["Timeout"] = json!(declaration.timeout);
    }
    if declaration.reserved > 0 {
        let choice = json!(["IsReserved", declaration.reserved, {"Ref": "AWS::NoValue"}]);
        properties["ReservedConcurrentExecutions"] = json!({"Fn::If": choice});
    }
    if needs.settings.contains("App.cache") {
        let network = json!({
            "SecurityGroupIds": [{"Ref": "CacheCallersGroup"}],
            "SubnetIds": [{"Ref": "CacheFirstSubnet"}, {"Ref": "CacheSecondSubnet"}],
        });
        properties["VpcConfig"] = json!({"Fn::If": ["HasCache", network, {"Ref": "AWS::NoValue"}]});
    }
    if let Some((name, event)) = event(declaration) {
        properties["Events"] = json!({name: event});
    }
    if let Trigger::Schedule(_) = declaration.trigger {
        // The next run does what this one did not: a repeat would only run beside it.
        properties["EventInvokeConfig"] = json!({"MaximumRetryAttempts": 0, "MaximumEventAgeInSeconds": 60});
    }
    let mut resource = json!({
        "Type": "AWS::Serverless::Function",
        "Metadata": {"BuildMethod": "rust-cargolambda", "BuildProperties": {"Binary": declaration.name.to_string()}},
    });
    if declaration.image {
        // An image, since clamd runs beside the function; for x86_64, on which most machines build it as it is (ADR 24).
        properties["PackageType"] = json!("Image");
        properties["ImageUri"] = json!({"Ref": "ScannerImage"});
        properties["Architectures"] = json!(["x86_64"]);
        // Today's definitions, and tomorrow's beside them when they come.
        properties["EphemeralStorage"] = json!({"Size": 2048});
        resource["IgnoreGlobals"] = json!(["CodeUri", "Handler", "Runtime"]);
        resource["Metadata"] = json!({"BuildProperties": {"Binary": declaration.name.to_string()}});
    }
    resource["Properties"] = properties;
    resource
}

/// What SAM makes an event source of; routes stand beside the function, since their API is in another stack.
fn event(declaration: &Declaration) -> Option<(&'static str, Value)> {
    let failures = json!(["ReportBatchItemFailures"]);
    match &declaration.trigger {
        Trigger::Queue(queue) => {
            let arn = format!("{}QueueArn", super::queues::id(queue.trim_end_matches(".fifo")));
            let mut properties = json!({"Queue": {"Ref": arn}, "BatchSize": declaration.batch, "FunctionResponseTypes": failures});
            if declaration.concurrency > 0 {
                properties["ScalingConfig"] = json!({"MaximumConcurrency": declaration.concurrency});
            }
            Some(("Queue", json!({"Type": "SQS", "Properties": properties})))
        }
        Trigger::Stream => {
            let filter = json!({
                "eventName": ["INSERT"],
                "dynamodb": {"Keys": {"pk": {"S": [{"prefix": "OUTBOX#"}]}}},
            });
            let properties = json!({
                "Stream": {"Ref": "TableStreamArn"},
                "StartingPosition": "TRIM_HORIZON",
                "BatchSize": declaration.batch,
                "MaximumRetryAttempts": 50,
                "BisectBatchOnFunctionError": true,
                "DestinationConfig": {"OnFailure": {"Type": "SQS", "Destination": {"Ref": "StreamDeadLetterQueueArn"}}},
                "FunctionResponseTypes": failures,
                "FilterCriteria": {"Filters": [{"Pattern": filter.to_string()}]},
            });
            Some(("Stream", json!({"Type": "DynamoDB", "Properties": properties})))
        }
        Trigger::Schedule(rate) => {
            // SAM's own name says nothing of the stage: two in one account would collide.
            let name = json!({"Fn::Sub": format!("proconnect-${{Stage}}-{}", declaration.name)});
            let properties = json!({"Name": name, "ScheduleExpression": rate});
            Some((
                "Schedule",
                json!({"Type": "ScheduleV2", "Properties": properties}),
            ))
        }
        _ => None,
    }
}

/// One failure while a new version takes its first calls takes it back.
fn errors(declaration: &Declaration) -> Value {
    let id = declaration.name.logical_id();
    json!({
        "Type": "AWS::CloudWatch::Alarm",
        "Properties": {
            "AlarmDescription": format!("{} fails while a new version of it takes over.", declaration.name),
            "AlarmActions": [{"Ref": "AlarmTopic"}],
            "Namespace": "AWS/Lambda",
            "MetricName": "Errors",
            "Dimensions": [
                {"Name": "FunctionName", "Value": {"Ref": id}},
                {"Name": "Resource", "Value": {"Fn::Sub": format!("${{{id}}}:live")}},
            ],
            "Statistic": "Sum",
            "Period": 60,
            "EvaluationPeriods": 1,
            "Threshold": 1,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold",
            "TreatMissingData": "notBreaching",
        },
    })
}

fn permission(declaration: &Declaration, api: &str, route: &str) -> Value {
    let source = format!(
        "arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{{api}}}/*/{route}"
    );
    json!({
        "Type": "AWS::Lambda::Permission",
        "Properties": {
            "FunctionName": {"Ref": format!("{}.Alias", declaration.name.logical_id())},
            "Action": "lambda:InvokeFunction",
            "Principal": "apigateway.amazonaws.com",
            "SourceArn": {"Fn::Sub": source},
        },
    })
}

fn http(resources: &mut Map<String, Value>, declaration: &Declaration, method: &str, path: &str) {
    let stem = stem(declaration);
    let integration = json!({
        "Type": "AWS::ApiGatewayV2::Integration",
        "Properties": {
            "ApiId": {"Ref": "HttpApi"},
            "IntegrationType": "AWS_PROXY",
            "IntegrationUri": {"Ref": format!("{}.Alias", declaration.name.logical_id())},
            "PayloadFormatVersion": "2.0",
        },
    });
    let route = json!({
        "Type": "AWS::ApiGatewayV2::Route",
        "Properties": {
            "ApiId": {"Ref": "HttpApi"},
            "RouteKey": format!("{method} {path}"),
            "Target": {"Fn::Sub": format!("integrations/${{{stem}Integration}}")},
        },
    });
    let parts: Vec<&str> = path
        .split('/')
        .map(|part| if part.starts_with('{') { "*" } else { part })
        .collect();
    resources.insert(format!("{stem}Integration"), integration);
    resources.insert(format!("{stem}Route"), route);
    resources.insert(
        format!("{stem}Permission"),
        permission(declaration, "HttpApi", &format!("{method}{}", parts.join("/"))),
    );
}

fn socket(resources: &mut Map<String, Value>, declaration: &Declaration, key: &str) {
    let stem = stem(declaration);
    // The id that SAM gives the alias: in a text, `.Alias` would be an attribute.
    let alias = format!("{}Aliaslive", declaration.name.logical_id());
    let uri = format!(
        "arn:${{AWS::Partition}}:apigateway:${{AWS::Region}}:lambda:path/2015-03-31/functions/${{{alias}}}/invocations"
    );
    let integration = json!({
        "Type": "AWS::ApiGatewayV2::Integration",
        "Properties": {"ApiId": {"Ref": "SocketApi"}, "IntegrationType": "AWS_PROXY", "IntegrationUri": {"Fn::Sub": uri}},
    });
    let mut route = json!({
        "ApiId": {"Ref": "SocketApi"},
        "RouteKey": key,
        "AuthorizationType": "NONE",
        "Target": {"Fn::Sub": format!("integrations/${{{stem}Integration}}")},
    });
    // Whoever opens or closes a connection waits for no frame.
    if !matches!(key, "$connect" | "$disconnect") {
        route["RouteResponseSelectionExpression"] = json!("$default");
        let response = json!({
            "ApiId": {"Ref": "SocketApi"}, "RouteId": {"Ref": format!("{stem}Route")}, "RouteResponseKey": "$default",
        });
        resources.insert(
            format!("{stem}Response"),
            json!({"Type": "AWS::ApiGatewayV2::RouteResponse", "Properties": response}),
        );
    }
    resources.insert(format!("{stem}Integration"), integration);
    resources.insert(
        format!("{stem}Route"),
        json!({"Type": "AWS::ApiGatewayV2::Route", "Properties": route}),
    );
    resources.insert(
        format!("{stem}Permission"),
        permission(declaration, "SocketApi", key),
    );
}
