//! `infra/functions.yaml`: the stack of stacks. It hands each domain what its template asks for, and nothing else.

use super::parameters::used;
use super::{Planned, Written, domain, domains, emit, queues};
use crate::Result;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What the root hands down.
const FROM_ROOT: [&str; 26] = [
    "AlarmTopic",
    "CacheCallersGroup",
    "CacheFirstSubnet",
    "CacheSecondSubnet",
    "CacheUrl",
    "ConfigRevision",
    "DefinitionsBucket",
    "DefinitionsBucketArn",
    "DeploymentRole",
    "FilesBucket",
    "FilesBucketArn",
    "FilesUrl",
    "FunctionLogs",
    "GradualDeployment",
    "HttpApi",
    "MailFrom",
    "OriginHashes",
    "PublicUrl",
    "ReservedConcurrency",
    "ScannerImage",
    "SocketApi",
    "SocketCallbackUrl",
    "SocketUrl",
    "Stage",
    "TableArn",
    "TableName",
];
/// The stream changes hands in a fail-over.
const STREAM: &str = "TableStreamArn";

/// All templates that follow from the functions.
pub fn files(planned: &[Planned]) -> Result<Vec<Written>> {
    let consumed: Vec<_> = planned
        .iter()
        .filter_map(|function| function.declaration.queue())
        .collect();
    // The bucket sends to the queue of uploads; nobody else does.
    let sent: Vec<String> = consumed
        .iter()
        .map(|queue| queue.plain().to_owned())
        .filter(|queue| queue != "uploads")
        .collect();
    let mut files = vec![(
        "infra/queues.yaml".to_owned(),
        emit::yaml(&queues::template(&consumed)),
    )];
    let mut resources = Map::new();
    let mut outputs = Map::new();
    let mut parameters: BTreeSet<String> = ["Stage", "AlarmTopic", "FilesBucket"].map(str::to_owned).into();
    let own = json!({"Stage": {"Ref": "Stage"}, "AlarmTopic": {"Ref": "AlarmTopic"}, "FilesBucket": {"Ref": "FilesBucket"}});
    resources.insert("Queues".to_owned(), stack("queues.yaml", own));
    for (domain, functions) in domains(planned) {
        let template = domain::template(domain, &functions, &sent);
        let mut given = Map::new();
        for parameter in used(&template) {
            let value = if is_from_root(&parameter) {
                parameters.insert(parameter.clone());
                json!({"Ref": parameter})
            } else {
                json!({"Fn::GetAtt": ["Queues", format!("Outputs.{parameter}")]})
            };
            given.insert(parameter, value);
        }
        let id = queues::id(domain);
        for output in template["Outputs"].as_object().into_iter().flatten() {
            outputs.insert(
                output.0.clone(),
                json!({"Value": {"Fn::GetAtt": [id, format!("Outputs.{}", output.0)]}}),
            );
        }
        resources.insert(id, stack(&format!("functions/{domain}.yaml"), json!(given)));
        files.push((format!("infra/functions/{domain}.yaml"), emit::yaml(&template)));
    }
    for queue in consumed.iter().map(|queue| format!("{}Queue", queue.id())) {
        for name in [queue.clone(), queue.replace("Queue", "DeadLetterQueue")] {
            outputs.insert(
                name.clone(),
                json!({"Value": {"Fn::GetAtt": ["Queues", format!("Outputs.{name}Name")]}}),
            );
        }
    }
    outputs.insert(
        "StreamDeadLetterQueue".to_owned(),
        json!({"Value": {"Fn::GetAtt": ["Queues", "Outputs.StreamDeadLetterQueueName"]}}),
    );
    let parameters: Map<String, Value> = parameters
        .into_iter()
        .map(|name| (name, json!({"Type": "String"})))
        .collect();
    let template = json!({
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": "ProConnect - the queues, and a stack of functions for each domain.",
        "Parameters": parameters,
        "Resources": resources,
        "Outputs": outputs,
    });
    files.push(("infra/functions.yaml".to_owned(), emit::yaml(&template)));
    Ok(files)
}

fn stack(template: &str, parameters: Value) -> Value {
    json!({"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": template, "Parameters": parameters}})
}

fn is_from_root(name: &str) -> bool {
    name == STREAM || FROM_ROOT.contains(&name)
}
