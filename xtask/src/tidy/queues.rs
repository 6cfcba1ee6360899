//! Nothing fails out of sight: every queue has a dead-letter queue, every function a log that ends some day.

use crate::template::{Template, TemplateFunction};
use serde_json::Value;

pub fn check(template: &Template) -> Vec<String> {
    let mut problems = Vec::new();
    let targets = dead_letter_targets(template);
    for (id, queue) in template
        .of_type("AWS::SQS::Queue")
        .filter(|(id, _)| !targets.contains(id))
    {
        let problem = redrive_problem(template, queue);
        problems.extend(problem.map(|problem| format!("template.yaml: {id} {problem}")));
    }
    let endless = template
        .functions()
        .filter(|function| !has_retention(template, function));
    let endless: Vec<&str> = endless.map(|function| function.id).collect();
    if !endless.is_empty() {
        problems.push(format!(
            "template.yaml: logs without RetentionInDays: {}",
            endless.join(", ")
        ));
    }
    problems
}

/// Queues that take what others could not deliver; they need no queue behind them.
fn dead_letter_targets(template: &Template) -> Vec<&str> {
    let queues = template
        .of_type("AWS::SQS::Queue")
        .map(|(_, queue)| &queue["RedrivePolicy"]["deadLetterTargetArn"]);
    let functions = template.functions().map(|function| function.properties);
    let of_functions = functions.map(|properties| &properties["DeadLetterQueue"]["TargetArn"]);
    queues
        .chain(of_functions)
        .filter_map(referenced)
        .chain(failure_destinations(template))
        .collect()
}

/// Where streams and asynchronous calls put what failed.
fn failure_destinations(template: &Template) -> Vec<&str> {
    let mut found = Vec::new();
    for function in template.functions() {
        found.extend(referenced(
            &function.properties["EventInvokeConfig"]["DestinationConfig"]["OnFailure"]["Destination"],
        ));
        let events = function.properties["Events"].as_object().into_iter().flatten();
        for (_, event) in events {
            let properties = &event["Properties"];
            found.extend(referenced(
                &properties["DestinationConfig"]["OnFailure"]["Destination"],
            ));
            found.extend(referenced(&properties["DeadLetterConfig"]["Arn"]));
        }
    }
    found
}

/// The logical id in `!GetAtt Queue.Arn` or `!Ref Queue`.
fn referenced(value: &Value) -> Option<&str> {
    value["Fn::GetAtt"][0].as_str().or_else(|| value["Ref"].as_str())
}

fn redrive_problem(template: &Template, queue: &Value) -> Option<String> {
    let policy = &queue["RedrivePolicy"];
    let Some(target) = referenced(&policy["deadLetterTargetArn"]) else {
        return Some("has no dead-letter queue".to_owned());
    };
    let Some((_, dead_letters)) = template.of_type("AWS::SQS::Queue").find(|(id, _)| *id == target) else {
        return Some(format!("sends dead letters to {target}, which is no queue here"));
    };
    if policy["maxReceiveCount"].as_u64().unwrap_or_default() == 0 {
        return Some("has no maxReceiveCount".to_owned());
    }
    let fifo = |queue: &Value| queue["FifoQueue"].as_bool().unwrap_or_default();
    (fifo(queue) != fifo(dead_letters)).then(|| format!("and {target} must both be FIFO or neither"))
}

/// Lambda's own log groups never expire: a function names a group, or a group names the function.
fn has_retention(template: &Template, function: &TemplateFunction<'_>) -> bool {
    let own = &function.properties["LoggingConfig"]["LogGroup"];
    let shared = &template.function_globals()["LoggingConfig"]["LogGroup"];
    let chosen = [own, shared].into_iter().find_map(referenced);
    template.of_type("AWS::Logs::LogGroup").any(|(id, group)| {
        let named = group["LogGroupName"]
            .to_string()
            .contains(&format!("${{{}}}", function.id));
        !group["RetentionInDays"].is_null() && (named || chosen == Some(id))
    })
}
