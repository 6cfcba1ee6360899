//! `infra/functions.yaml`: the stack of stacks. It hands each domain what its template asks for, and nothing else.

use super::parameters::used;
use super::{Planned, Written, bus, domain, domains, emit, queues};
use crate::Result;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// All templates that follow from the functions.
pub fn files(planned: &[Planned]) -> Result<Vec<Written>> {
    let consumed: Vec<_> = planned
        .iter()
        .filter_map(|function| function.declaration.queue())
        .collect();
    // Services of AWS send to the others, and no function does.
    let sent: Vec<String> = consumed
        .iter()
        .map(|queue| queue.plain().to_owned())
        .filter(|queue| !bus::FED_BY_AWS.contains(&queue.as_str()))
        .collect();
    let queues = queues::template(&consumed);
    let mut resources = Map::new();
    let mut outputs = Map::new();
    let mut parameters = BTreeSet::new();
    let mut files = vec![("infra/queues.yaml".to_owned(), emit::yaml(&queues))];
    // What the queues have comes from them, everything else from the root.
    let mut given = |asked: BTreeSet<String>| {
        let value = |name: String| match queues["Outputs"].get(&name) {
            Some(_) => (name.clone(), output("Queues", &name)),
            None => {
                parameters.insert(name.clone());
                (name.clone(), json!({"Ref": name}))
            }
        };
        asked.into_iter().map(value).collect::<Map<String, Value>>()
    };
    let own = given(used(&queues));
    resources.insert("Queues".to_owned(), stack("queues.yaml", own));
    for (domain, functions) in domains(planned) {
        let template = domain::template(domain, &functions, &sent);
        let id = queues::id(domain);
        for name in template["Outputs"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, _)| name)
        {
            outputs.insert(name.clone(), json!({"Value": output(&id, name)}));
        }
        let given = given(used(&template));
        resources.insert(id, stack(&format!("functions/{domain}.yaml"), given));
        files.push((format!("infra/functions/{domain}.yaml"), emit::yaml(&template)));
    }
    for name in [queues::NAMES, queues::DEAD_NAMES] {
        outputs.insert(name.to_owned(), json!({"Value": output("Queues", name)}));
    }
    let parameters: Map<String, Value> = parameters
        .into_iter()
        .map(|name| (name, json!({"Type": "String"})))
        .collect();
    let template = json!({
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": "ProConnect - the queues, and a stack of functions for each domain.",
        // `sam deploy` uploads what is nested.
        "Metadata": {"cfn-lint": {"config": {"ignore_checks": ["W3002"]}}},
        "Parameters": parameters,
        "Resources": resources,
        "Outputs": outputs,
    });
    files.push(("infra/functions.yaml".to_owned(), emit::yaml(&template)));
    Ok(files)
}

fn output(stack: &str, name: &str) -> Value {
    json!({"Fn::GetAtt": [stack, format!("Outputs.{name}")]})
}

fn stack(template: &str, parameters: Map<String, Value>) -> Value {
    json!({"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": template, "Parameters": parameters}})
}
