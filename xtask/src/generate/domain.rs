//! `infra/functions/<domain>.yaml`: the functions of a domain with their roles, deployments and triggers.

use super::{Planned, deployment, function, policy, triggers};
use serde_json::{Map, Value, json};

/// A condition, when it holds, and what says `yes` to it or is not empty.
const CONDITIONS: [(&str, &str); 3] = [
    ("HasCache", "CacheUrl"),
    ("IsGradual", "GradualDeployment"),
    ("IsReserved", "ReservedConcurrency"),
];

/// The template of a domain. `queues` are those that can be sent to.
pub fn template(domain: &str, functions: &[&Planned], queues: &[String]) -> Value {
    let mut resources = Map::new();
    let mut outputs = Map::new();
    deployment::application(&mut resources);
    for planned in functions {
        let declaration = &planned.declaration;
        let (id, stem) = (declaration.name.logical_id(), function::stem(declaration));
        resources.insert(id.clone(), function::lambda(planned, queues));
        resources.insert(format!("{stem}Role"), policy::role(planned, queues));
        deployment::resources(&mut resources, declaration);
        if triggers::resources(&mut resources, declaration) {
            // Whoever watches the function's own metrics knows it by its name.
            outputs.insert(id.clone(), json!({"Value": {"Ref": id}}));
        }
    }
    let mut template = json!({
        "AWSTemplateFormatVersion": "2010-09-09",
        "Transform": "AWS::Serverless-2016-10-31",
        "Description": format!("ProConnect - the functions of {domain}."),
        "Globals": {"Function": function::globals()},
        "Resources": resources,
    });
    if !outputs.is_empty() {
        template["Outputs"] = json!(outputs);
    }
    template["Conditions"] = json!(conditions(&template));
    let parameters = super::stack::used(&template)
        .into_iter()
        .map(|name| (name, json!({"Type": "String"})));
    template["Parameters"] = json!(parameters.collect::<Map<String, Value>>());
    template
}

/// The conditions that the template names.
fn conditions(template: &Value) -> Map<String, Value> {
    let text = template.to_string();
    let named = CONDITIONS
        .iter()
        .filter(|(condition, _)| text.contains(condition));
    let condition = |(name, parameter): &(&str, &str)| {
        let holds = match *name {
            "HasCache" => json!({"Fn::Not": [{"Fn::Equals": [{"Ref": parameter}, ""]}]}),
            _ => json!({"Fn::Equals": [{"Ref": parameter}, "yes"]}),
        };
        ((*name).to_owned(), holds)
    };
    named.map(condition).collect()
}
