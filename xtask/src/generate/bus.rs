//! What services of AWS put on the event bus for queues of ours, each by a rule.

use serde_json::{Map, Value, json};

/// The queues that functions receive from and never send to.
pub const FED_BY_AWS: [&str; 2] = ["mail-events", "uploads"];

/// The rules of those queues that there are, each with the right of the bus to send. A queue is known by its name and its id.
pub fn rules<'a>(queues: impl Iterator<Item = (&'a str, String)>) -> Map<String, Value> {
    let mut resources = Map::new();
    for (queue, id) in queues {
        if let Some((description, pattern)) = pattern(queue) {
            rule(&mut resources, &id, description, pattern);
        }
    }
    resources
}

fn pattern(queue: &str) -> Option<(&'static str, Value)> {
    match queue {
        "uploads" => Some((
            "An object below uploads/ was created",
            json!({
                "source": ["aws.s3"],
                "detail-type": ["Object Created"],
                "detail": {"bucket": {"name": [{"Ref": "FilesBucket"}]}, "object": {"key": [{"prefix": "uploads/"}]}},
            }),
        )),
        // Those of this stage alone: the account's other mails are nobody's business here.
        "mail-events" => Some((
            "A mail bounced, or its reader called it spam",
            json!({
                "source": ["aws.ses"],
                "detail-type": ["Email Bounced", "Email Complaint Received"],
                "detail": {"mail": {"tags": {"ses:configuration-set": [{"Fn::Sub": "proconnect-${Stage}"}]}}},
            }),
        )),
        _ => None,
    }
}

fn rule(resources: &mut Map<String, Value>, id: &str, description: &str, pattern: Value) {
    let queue = json!({"Fn::GetAtt": [format!("{id}Queue"), "Arn"]});
    let rule = json!({
        "Type": "AWS::Events::Rule",
        "Properties": {
            "Description": description,
            "EventPattern": pattern,
            "Targets": [{"Id": "queue", "Arn": queue}],
        },
    });
    let policy = json!({
        "Type": "AWS::SQS::QueuePolicy",
        "Properties": {
            "Queues": [{"Ref": format!("{id}Queue")}],
            "PolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [{
                    "Effect": "Allow",
                    "Principal": {"Service": "events.amazonaws.com"},
                    "Action": "sqs:SendMessage",
                    "Resource": queue,
                    "Condition": {"ArnEquals": {"aws:SourceArn": {"Fn::GetAtt": [format!("{id}Rule"), "Arn"]}}},
                }],
            },
        },
    });
    resources.insert(format!("{id}Rule"), rule);
    resources.insert(format!("{id}QueuePolicy"), policy);
}
