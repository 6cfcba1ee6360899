//! A function's role: exactly the actions that its calls end in, on exactly the partitions that it asks for.

use super::{Planned, settings};
use crate::declaration::Trigger;
use crate::rights::Partitions;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What the calls of the object store end in. S3 answers 403 instead of 404 to who may not list.
const OBJECTS: [(&str, &[&str]); 9] = [
    ("sign_upload", &["s3:PutObject"]),
    ("sign_download", &["s3:GetObject"]),
    ("open", &["s3:GetObject", LIST]),
    ("copy from", &["s3:GetObject"]),
    ("copy to", &["s3:PutObject"]),
    ("put", &["s3:PutObject"]),
    ("put_private", &["s3:PutObject"]),
    ("delete", &["s3:DeleteObject"]),
    (
        "erase",
        &["s3:GetObject", LIST, "s3:DeleteObject", "s3:DeleteObjectVersion"],
    ),
];
const LIST: &str = "s3:ListBucket";

/// The role of a function, as a resource.
pub fn role(function: &Planned, queues: &[String]) -> Value {
    let mut statements = common(function);
    statements.extend(table(function));
    statements.extend(objects(function));
    statements.extend(services(function, queues));
    statements.extend(trigger(function));
    json!({
        "Type": "AWS::IAM::Role",
        "Properties": {
            "AssumeRolePolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [allow(json!("sts:AssumeRole"), None, json!({"Service": "lambda.amazonaws.com"}))],
            },
            "Policies": [{
                "PolicyName": "calls",
                "PolicyDocument": {"Version": "2012-10-17", "Statement": statements},
            }],
        },
    })
}

/// A statement; of a role's trust with a principal instead of resources.
fn allow(actions: Value, resource: Option<Value>, principal: Value) -> Value {
    let mut statement = json!({"Effect": "Allow", "Action": actions});
    match resource {
        Some(resource) => statement["Resource"] = resource,
        None => statement["Principal"] = principal,
    }
    statement
}

fn may(actions: &[&str], resource: Value) -> Value {
    let actions = match actions {
        [one] => json!(one),
        several => json!(several),
    };
    allow(actions, Some(resource), Value::Null)
}

fn sub(text: &str) -> Value {
    json!({"Fn::Sub": text})
}

/// Logs, traces, and the network of those that use the cache. Traces belong to no resource, nor do network interfaces.
fn common(function: &Planned) -> Vec<Value> {
    let logs = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${FunctionLogs}:*";
    let mut statements = vec![
        may(&["logs:CreateLogStream", "logs:PutLogEvents"], sub(logs)),
        may(&["xray:PutTelemetryRecords", "xray:PutTraceSegments"], json!("*")),
    ];
    for secret in settings::secrets(&function.wiring, &function.needs) {
        // The six characters are Secrets Manager's own, behind the name.
        let arn = format!(
            "arn:${{AWS::Partition}}:secretsmanager:${{AWS::Region}}:${{AWS::AccountId}}:secret:proconnect/${{Stage}}/{secret}-??????"
        );
        statements.push(may(&["secretsmanager:GetSecretValue"], sub(&arn)));
    }
    if function.needs.settings.contains("App.cache") {
        let network = may(
            &[
                "ec2:AssignPrivateIpAddresses",
                "ec2:CreateNetworkInterface",
                "ec2:DeleteNetworkInterface",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSubnets",
                "ec2:UnassignPrivateIpAddresses",
            ],
            json!("*"),
        );
        statements.push(json!({"Fn::If": ["HasCache", network, {"Ref": "AWS::NoValue"}]}));
    }
    statements
}

/// An index, whether any partition of it may be touched, and otherwise which.
type Group = (Option<String>, bool, BTreeSet<String>);

/// Actions on the table and its indexes: those that touch the same partitions stand together.
fn table(function: &Planned) -> Vec<Value> {
    let mut grouped: BTreeMap<Group, Vec<String>> = BTreeMap::new();
    for ((action, index), Partitions { begin, open }) in &function.needs.table {
        let key = (
            index.clone(),
            *open,
            if *open { BTreeSet::new() } else { begin.clone() },
        );
        grouped.entry(key).or_default().push(format!("dynamodb:{action}"));
    }
    let statement = |((index, open, begin), actions): (Group, Vec<String>)| {
        let resource = match index {
            Some(index) => sub(&format!("${{TableArn}}/index/{index}")),
            None => json!({"Ref": "TableArn"}),
        };
        let actions: Vec<&str> = actions.iter().map(String::as_str).collect();
        let mut statement = may(&actions, resource);
        if !open {
            let keys: Vec<String> = begin.iter().map(|begin| leading(begin)).collect();
            statement["Condition"] = json!({"ForAllValues:StringLike": {"dynamodb:LeadingKeys": keys}});
        }
        statement
    };
    grouped.into_iter().map(statement).collect()
}

/// `USER#` stands for the keys of all users; a word stands for itself, or for its shards.
fn leading(begin: &str) -> String {
    format!("{begin}*")
}

fn objects(function: &Planned) -> Vec<Value> {
    let mut rights: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for ((port, call), partitions) in &function.needs.ports {
        let actions = OBJECTS
            .iter()
            .filter(|(name, _)| port == "ObjectStore" && name == call);
        for action in actions.flat_map(|(_, actions)| *actions) {
            let folders = partitions
                .begin
                .iter()
                .filter_map(|key| key.split_once('/'))
                .map(|(folder, _)| folder.to_owned());
            rights.entry(action).or_default().extend(folders);
        }
    }
    let statement = |(action, folders): (&str, BTreeSet<String>)| match action {
        LIST => may(&[LIST], json!({"Ref": "FilesBucketArn"})),
        action => {
            let below: Vec<Value> = folders
                .iter()
                .map(|folder| sub(&format!("${{FilesBucketArn}}/{folder}/*")))
                .collect();
            may(&[action], json!(below))
        }
    };
    let mut statements: Vec<Value> = rights.into_iter().map(statement).collect();
    if function.needs.settings.contains("App.scanner") {
        statements.push(may(&["s3:GetObject"], sub("${DefinitionsBucketArn}/*")));
    }
    statements
}

fn services(function: &Planned, queues: &[String]) -> Vec<Value> {
    let calls = |port: &str| function.needs.ports.keys().any(|(of, _)| of == port);
    let mut statements = Vec::new();
    if calls("Queue") {
        let all: Vec<Value> = queues
            .iter()
            .map(|queue| super::queues::id(queue))
            .filter(|id| function.needs.sends_to(id))
            .map(|id| json!({"Ref": format!("{id}QueueArn")}))
            .collect();
        statements.push(may(&["sqs:SendMessage"], json!(all)));
    }
    if calls("Mailer") {
        // The identity has the configuration set as its own, and SES asks for the right to both.
        let ours = "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:";
        let all = [
            format!("{ours}identity/*"),
            format!("{ours}configuration-set/proconnect-${{Stage}}"),
        ];
        let all: Vec<Value> = all.iter().map(|arn| sub(arn)).collect();
        statements.push(may(&["ses:SendEmail"], json!(all)));
    }
    if calls("Push") {
        let connections = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${SocketApi}/ws/*/@connections/*";
        statements.push(may(&["execute-api:ManageConnections"], sub(connections)));
    }
    statements
}

/// What Lambda itself does in the function's name.
fn trigger(function: &Planned) -> Vec<Value> {
    match &function.declaration.trigger {
        Trigger::Queue(queue) => {
            let arn =
                json!({"Ref": format!("{}QueueArn", super::queues::id(queue.trim_end_matches(".fifo")))});
            vec![may(
                &[
                    "sqs:ChangeMessageVisibility",
                    "sqs:DeleteMessage",
                    "sqs:GetQueueAttributes",
                    "sqs:ReceiveMessage",
                ],
                arn,
            )]
        }
        Trigger::Stream => vec![
            may(
                &[
                    "dynamodb:DescribeStream",
                    "dynamodb:GetRecords",
                    "dynamodb:GetShardIterator",
                ],
                json!({"Ref": "TableStreamArn"}),
            ),
            may(&["dynamodb:ListStreams"], json!("*")),
            may(&["sqs:SendMessage"], json!({"Ref": "StreamDeadLetterQueueArn"})),
        ],
        _ => Vec::new(),
    }
}
