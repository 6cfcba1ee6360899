//! How a function is replaced: a version for each release, the alias `live` that everybody calls, and CodeDeploy, which moves
//! the alias over bit by bit and back again if the new version fails.
//!
//! SAM's `AutoPublishAlias` makes a version when the text of the template changes. A parameter with another value leaves the
//! text as it is, so the secrets' new revision or another address would never have reached the alias (ADR 33).

use super::function::stem;
use crate::declaration::Declaration;
use serde_json::{Map, Value, json};

/// A tenth of the calls for five minutes, then all.
const CONFIGURATION: &str = "CodeDeployDefault.LambdaCanary10Percent5Minutes";

/// The condition under which there is a deployment at all.
const GRADUAL: &str = "IsGradual";

/// CodeDeploy's roof over the deployments of a stack.
pub fn application(resources: &mut Map<String, Value>) {
    let application = json!({
        "Type": "AWS::CodeDeploy::Application",
        "Condition": GRADUAL,
        "Properties": {"ComputePlatform": "Lambda"},
    });
    resources.insert("Deployments".to_owned(), application);
}

/// Version, alias, and what watches the change from one version to the next.
pub fn resources(resources: &mut Map<String, Value>, declaration: &Declaration) {
    let stem = stem(declaration);
    resources.insert(format!("{stem}Version"), version(declaration));
    resources.insert(format!("{stem}Live"), alias(declaration));
    resources.insert(format!("{stem}Errors"), errors(declaration));
    resources.insert(format!("{stem}Deployment"), group(&stem));
}

/// What a version says of itself cannot be changed: with another release, CloudFormation publishes the next, and takes the
/// last one away once the whole update has succeeded.
fn version(declaration: &Declaration) -> Value {
    json!({
        "Type": "AWS::Lambda::Version",
        "Properties": {
            "FunctionName": {"Ref": declaration.name.logical_id()},
            "Description": {"Ref": "Release"},
        },
    })
}

fn alias(declaration: &Declaration) -> Value {
    let stem = stem(declaration);
    let deploy = json!({"CodeDeployLambdaAliasUpdate": {
        "ApplicationName": {"Ref": "Deployments"},
        "DeploymentGroupName": {"Ref": format!("{stem}Deployment")},
    }});
    json!({
        "Type": "AWS::Lambda::Alias",
        "UpdatePolicy": {"Fn::If": [GRADUAL, deploy, {"Ref": "AWS::NoValue"}]},
        "Properties": {
            "FunctionName": {"Ref": declaration.name.logical_id()},
            "FunctionVersion": {"Fn::GetAtt": [format!("{stem}Version"), "Version"]},
            "Name": "live",
        },
    })
}

/// One failure of the new version while it takes its first calls takes it back. It counts no failures of the old one: a mend
/// could never be deployed while what it mends is failing.
fn errors(declaration: &Declaration) -> Value {
    let id = declaration.name.logical_id();
    json!({
        "Type": "AWS::CloudWatch::Alarm",
        "Condition": GRADUAL,
        "Properties": {
            "AlarmDescription": format!("The new version of {} fails while it takes over.", declaration.name),
            "Namespace": "AWS/Lambda",
            "MetricName": "Errors",
            "Dimensions": [
                {"Name": "FunctionName", "Value": {"Ref": id}},
                {"Name": "Resource", "Value": {"Fn::Sub": format!("${{{id}}}:live")}},
                {"Name": "ExecutedVersion", "Value": {"Fn::GetAtt": [format!("{}Version", stem(declaration)), "Version"]}},
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

fn group(stem: &str) -> Value {
    json!({
        "Type": "AWS::CodeDeploy::DeploymentGroup",
        "Condition": GRADUAL,
        "Properties": {
            "ApplicationName": {"Ref": "Deployments"},
            "ServiceRoleArn": {"Ref": "DeploymentRole"},
            "DeploymentConfigName": CONFIGURATION,
            "DeploymentStyle": {"DeploymentOption": "WITH_TRAFFIC_CONTROL", "DeploymentType": "BLUE_GREEN"},
            "AlarmConfiguration": {"Enabled": true, "Alarms": [{"Name": {"Ref": format!("{stem}Errors")}}]},
            "AutoRollbackConfiguration": {
                "Enabled": true,
                "Events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
            },
        },
    })
}
