//! A function itself: its code, its settings, its limits.

use super::{Planned, settings};
use crate::declaration::Declaration;
use serde_json::{Value, json};

/// What all functions have.
pub fn globals() -> Value {
    json!({
        "CodeUri": "../..",
        "Handler": "bootstrap",
        "Runtime": "provided.al2023",
        "Architectures": ["arm64"],
        "MemorySize": 256,
        "Timeout": 15,
        "Tracing": "Active",
        "LoggingConfig": {"LogFormat": "JSON", "SystemLogLevel": "WARN", "LogGroup": {"Ref": "FunctionLogs"}},
        "Environment": {"Variables": {
            "TABLE_NAME": {"Ref": "TableName"},
            "PUBLIC_URL": {"Ref": "PublicUrl"},
            // A version is made of what differs from the one before: this always does.
            "RELEASE": {"Ref": "Release"},
        }},
    })
}

/// `TasksCreate`: what the ids of a function's other resources begin with.
pub fn stem(declaration: &Declaration) -> String {
    declaration
        .name
        .logical_id()
        .trim_end_matches("Function")
        .to_owned()
}

/// The function, as SAM builds it.
pub fn lambda(function: &Planned, queues: &[String]) -> Value {
    let Planned { declaration, needs } = function;
    let mut properties = json!({"Role": {"Fn::GetAtt": [format!("{}Role", stem(declaration)), "Arn"]}});
    let variables = settings::variables(declaration, needs, queues);
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
