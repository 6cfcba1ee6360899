//! `infra/queues.yaml`: each consumer's queue with its dead-letter queue, and the alarms of both.

use super::bus;
use crate::declaration::Queue;
use serde_json::{Map, Value, json};

/// Where messages are kept that nobody could deal with, for as long as SQS keeps any: 14 days.
const KEPT: u32 = 14 * 24 * 3600;

/// A message that is older than this many visibility timeouts waits for something that does not come.
const OLD: u32 = 2;

/// The names of all queues, with commas between, for whoever shows them.
pub const NAMES: &str = "QueueNames";

/// Those of what was given up.
pub const DEAD_NAMES: &str = "DeadLetterQueueNames";

/// `Payments` of `payments`.
pub fn id(plain: &str) -> String {
    plain.split('-').map(crate::name::capitalised).collect()
}

/// The template of all queues.
pub fn template(queues: &[Queue<'_>]) -> Value {
    let mut resources = Map::new();
    let mut outputs = Map::new();
    for queue in queues {
        let id = queue.id();
        let dead = format!("{id}DeadLetterQueue");
        resources.insert(format!("{id}Queue"), live(queue, &dead));
        resources.insert(
            dead.clone(),
            dead_letters(&format!("{}-dead-letter", queue.plain()), queue.is_fifo()),
        );
        resources.insert(
            format!("{id}DeadLetters"),
            depth(&dead, queue.plain(), &queue.consumer.summary),
        );
        resources.insert(format!("{id}Age"), age(queue));
        tell(&mut outputs, &format!("{id}Queue"));
    }
    // Says where in the stream a batch was given up. The records themselves stay in the outbox, and the sweep sends them.
    resources.insert(
        "StreamDeadLetterQueue".to_owned(),
        dead_letters("stream-dead-letter", false),
    );
    resources.insert(
        "StreamDeadLetters".to_owned(),
        depth(
            "StreamDeadLetterQueue",
            "stream",
            "The sweep sends what the dispatcher gave up.",
        ),
    );
    tell(&mut outputs, "StreamDeadLetterQueue");
    let live = queues.iter().map(|queue| format!("{}Queue", queue.id()));
    let dead = queues
        .iter()
        .map(|queue| format!("{}DeadLetterQueue", queue.id()));
    outputs.insert(NAMES.to_owned(), names(live));
    outputs.insert(
        DEAD_NAMES.to_owned(),
        names(dead.chain(["StreamDeadLetterQueue".to_owned()])),
    );
    let named = queues.iter().map(|queue| (queue.plain(), queue.id()));
    resources.extend(bus::rules(named));
    json!({
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": "ProConnect - the queues, each with its dead-letter queue and its alarms.",
        "Parameters": {
            "Stage": {"Type": "String"}, "AlarmTopic": {"Type": "String"}, "FilesBucket": {"Type": "String"},
        },
        "Resources": resources,
        "Outputs": outputs,
    })
}

fn tell(outputs: &mut Map<String, Value>, queue: &str) {
    outputs.insert(
        format!("{queue}Arn"),
        json!({"Value": {"Fn::GetAtt": [queue, "Arn"]}}),
    );
    outputs.insert(format!("{queue}Url"), json!({"Value": {"Ref": queue}}));
}

fn names(queues: impl Iterator<Item = String>) -> Value {
    let names: Vec<String> = queues.map(|queue| format!("${{{queue}.QueueName}}")).collect();
    json!({"Value": {"Fn::Sub": names.join(",")}})
}

fn live(queue: &Queue<'_>, dead: &str) -> Value {
    let mut properties = json!({
        "QueueName": {"Fn::Sub": format!("proconnect-${{Stage}}-{}", queue.name)},
        "VisibilityTimeout": queue.visibility(),
        "SqsManagedSseEnabled": true,
        "RedrivePolicy": {
            "deadLetterTargetArn": {"Fn::GetAtt": [dead, "Arn"]},
            "maxReceiveCount": queue.consumer.receives,
        },
    });
    if queue.is_fifo() {
        properties["FifoQueue"] = json!(true);
    }
    json!({"Type": "AWS::SQS::Queue", "Properties": properties})
}

fn dead_letters(name: &str, fifo: bool) -> Value {
    let ending = if fifo { ".fifo" } else { "" };
    let mut properties = json!({
        "QueueName": {"Fn::Sub": format!("proconnect-${{Stage}}-{name}{ending}")},
        "MessageRetentionPeriod": KEPT,
        "SqsManagedSseEnabled": true,
    });
    if fifo {
        properties["FifoQueue"] = json!(true);
    }
    json!({"Type": "AWS::SQS::Queue", "Properties": properties})
}

fn alarm(queue: &str, metric: &str, description: String, threshold: u32) -> Value {
    json!({
        "Type": "AWS::CloudWatch::Alarm",
        "Properties": {
            "AlarmDescription": description,
            "AlarmActions": [{"Ref": "AlarmTopic"}],
            "OKActions": [{"Ref": "AlarmTopic"}],
            "Namespace": "AWS/SQS",
            "MetricName": metric,
            "Dimensions": [{"Name": "QueueName", "Value": {"Fn::GetAtt": [queue, "QueueName"]}}],
            "Statistic": "Maximum",
            "Period": 60,
            "EvaluationPeriods": 1,
            "Threshold": threshold,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold",
            "TreatMissingData": "notBreaching",
        },
    })
}

fn depth(dead: &str, name: &str, summary: &str) -> Value {
    let description = format!("A message of the queue {name} was given up. {summary}");
    alarm(dead, "ApproximateNumberOfMessagesVisible", description, 1)
}

/// Twice within three minutes: one slow message is not yet a queue that stands.
fn age(queue: &Queue<'_>) -> Value {
    let threshold = OLD * queue.visibility();
    let description = format!(
        "The oldest message of the queue {} has waited for {threshold} s. {}",
        queue.plain(),
        queue.consumer.summary
    );
    let id = format!("{}Queue", queue.id());
    let mut alarm = alarm(&id, "ApproximateAgeOfOldestMessage", description, threshold);
    alarm["Properties"]["EvaluationPeriods"] = json!(3);
    alarm["Properties"]["DatapointsToAlarm"] = json!(2);
    alarm
}
