//! Nothing fails out of sight: every queue has a dead-letter queue, wherever it is written.

use crate::Result;
use crate::template::Template;
use crate::tree::Tree;
use serde_json::Value;

pub fn check(tree: &Tree) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for (file, template) in Template::all(tree)? {
        // A queue that takes what others could not deliver needs none behind it.
        let targets: Vec<&str> = template
            .of_type(QUEUE)
            .filter_map(|(_, queue)| target(queue))
            .collect();
        for (id, queue) in template.of_type(QUEUE) {
            // By its name: what a stream gives up comes from another stack.
            if !targets.contains(&id) && !id.ends_with("DeadLetterQueue") {
                let problem = redrive_problem(&template, queue);
                problems.extend(problem.map(|problem| format!("{file}: {id} {problem}")));
            }
        }
    }
    Ok(problems)
}

const QUEUE: &str = "AWS::SQS::Queue";

/// Where a queue sends its dead letters.
fn target(queue: &Value) -> Option<&str> {
    let arn = &queue["RedrivePolicy"]["deadLetterTargetArn"];
    arn["Fn::GetAtt"][0].as_str().or_else(|| arn["Ref"].as_str())
}

fn redrive_problem(template: &Template, queue: &Value) -> Option<String> {
    let Some(target) = target(queue) else {
        return Some("has no dead-letter queue".to_owned());
    };
    let Some((_, dead_letters)) = template.of_type(QUEUE).find(|(id, _)| *id == target) else {
        return Some(format!("sends dead letters to {target}, which is no queue here"));
    };
    if queue["RedrivePolicy"]["maxReceiveCount"]
        .as_u64()
        .unwrap_or_default()
        == 0
    {
        return Some("has no maxReceiveCount".to_owned());
    }
    let fifo = |queue: &Value| queue["FifoQueue"].as_bool().unwrap_or_default();
    (fifo(queue) != fifo(dead_letters)).then(|| format!("and {target} must both be FIFO or neither"))
}
