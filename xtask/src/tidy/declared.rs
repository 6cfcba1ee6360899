//! A function is deployed as it is declared, and its calls end in time: a batch of the slowest messages before the timeout,
//! and a message is hidden six times as long, as AWS asks for.

use crate::Result;
use crate::declaration::{self, Declaration, Trigger};
use crate::template::{Template, TemplateFunction};
use crate::tree::Tree;
use serde_json::Value;

pub fn check(tree: &Tree, template: &Template) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for declaration in declaration::all(tree)? {
        let name = &declaration.name;
        let deployed = template
            .functions()
            .find(|function| function.name().as_ref() == Some(name));
        if let Some(function) = deployed {
            problems.extend(differences(template, &declaration, &function));
        }
        problems.extend(in_time(template, &declaration));
    }
    Ok(problems)
}

/// What the template says otherwise.
fn differences(template: &Template, declared: &Declaration, function: &TemplateFunction<'_>) -> Vec<String> {
    let number = |key: &str, otherwise: u32| {
        let own = function.properties[key].as_u64();
        let shared = template.function_globals()[key].as_u64();
        own.or(shared)
            .map_or(otherwise, |value| u32::try_from(value).unwrap_or(u32::MAX))
    };
    let mut found = vec![
        (
            "MemorySize",
            number("MemorySize", declared.memory),
            declared.memory,
        ),
        ("Timeout", number("Timeout", declared.timeout), declared.timeout),
    ];
    let batch = function
        .events()
        .find_map(|(_, event)| event["BatchSize"].as_u64());
    if let Some(batch) = batch {
        found.push((
            "BatchSize",
            u32::try_from(batch).unwrap_or(u32::MAX),
            declared.batch,
        ));
    }
    let name = &declared.name;
    let mut problems: Vec<String> = found
        .into_iter()
        .filter(|(_, deployed, declared)| deployed != declared)
        .map(|(key, deployed, declared)| {
            format!("{name}: {key} is {deployed} in template.yaml, and {declared} where it is declared")
        })
        .collect();
    if let Some((method, path)) = declared.route()
        && !function
            .routes()
            .contains(&(method.to_lowercase(), path.to_owned()))
    {
        problems.push(format!(
            "{name}: {method} {path}, as it is declared, is no route of it in template.yaml"
        ));
    }
    problems
}

fn in_time(template: &Template, declared: &Declaration) -> Vec<String> {
    let Trigger::Queue(_) = declared.trigger else {
        return Vec::new();
    };
    let Some(queue) = declared.queue() else {
        return Vec::new();
    };
    let (name, id) = (&declared.name, format!("{}Queue", queue.id()));
    let mut problems = Vec::new();
    if declared.batch * declared.worst >= declared.timeout {
        let Declaration {
            batch,
            worst,
            timeout,
            ..
        } = declared;
        problems.push(format!(
            "{name}: {batch} messages of {worst} s each do not end within {timeout} s"
        ));
    }
    let hidden = template
        .of_type("AWS::SQS::Queue")
        .find(|(found, _)| *found == id);
    let hidden = hidden.and_then(|(_, queue): (&str, &Value)| queue["VisibilityTimeout"].as_u64());
    match hidden {
        Some(hidden) if hidden < u64::from(queue.visibility()) => {
            let wanted = queue.visibility();
            problems.push(format!(
                "{name}: {id} hides a message for {hidden} s, less than six times its timeout ({wanted} s)"
            ));
        }
        Some(_) => {}
        None => problems.push(format!(
            "{name}: template.yaml has no {id} with a VisibilityTimeout"
        )),
    }
    problems
}
