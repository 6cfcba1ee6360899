//! The template, `openapi.json` and the sample events speak of the same routes.

use crate::Result;
use crate::name::Name;
use crate::template::{Route, Template};
use crate::tree::Tree;
use serde_json::Value;
use std::collections::BTreeMap;

/// The routes of each function; a function without any is triggered by something else.
pub type Routes = BTreeMap<Name, Vec<Route>>;

/// A function's sample event and its operation agree with its routes in the template.
pub fn check(tree: &Tree, template: &Routes, operations: &Routes) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for (name, routes) in template.iter().filter(|(_, routes)| !routes.is_empty()) {
        if operations
            .get(name)
            .is_some_and(|operations| operations != routes)
        {
            problems.push(format!(
                "{name}: another route in openapi.json than in template.yaml"
            ));
        }
        problems.extend(event_problem(tree, name, routes)?);
    }
    Ok(problems)
}

pub fn template_routes(template: &Template, problems: &mut Vec<String>) -> Routes {
    let mut routes = BTreeMap::new();
    for function in template.functions() {
        let Some(name) = function.name() else {
            problems.push(format!(
                "template.yaml: {} is not named after a function",
                function.id
            ));
            continue;
        };
        if function.binary != Some(name.to_string().as_str()) {
            let binary = function.binary.unwrap_or("nothing");
            problems.push(format!(
                "{name}: {} in template.yaml builds {binary}",
                function.id
            ));
        }
        routes.insert(name, function.routes());
    }
    routes
}

pub fn operations(tree: &Tree, problems: &mut Vec<String>) -> Result<Routes> {
    let api: Value = serde_json::from_str(&tree.read("openapi.json")?)?;
    let mut operations: Routes = BTreeMap::new();
    for (path, methods) in api["paths"].as_object().into_iter().flatten() {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            let id = operation["operationId"].as_str().unwrap_or_default();
            match Name::from_camel(id) {
                Some(name) => operations
                    .entry(name)
                    .or_default()
                    .push((method.clone(), path.clone())),
                None => problems.push(format!(
                    "openapi.json: operation \"{id}\" at {path} is not named after a function"
                )),
            }
        }
    }
    Ok(operations)
}

/// The event of an HTTP function is a call of its route, or it would test a route that does not exist.
fn event_problem(tree: &Tree, name: &Name, routes: &[Route]) -> Result<Option<String>> {
    let file = format!("events/{name}.json");
    if !tree.has(&file) {
        return Ok(None);
    }
    let event: Value =
        serde_json::from_str(&tree.read(&file)?).map_err(|error| format!("{file}: {error}"))?;
    let key = event["routeKey"].as_str().unwrap_or_default();
    let found = routes
        .iter()
        .any(|(method, path)| key == format!("{} {path}", method.to_uppercase()));
    Ok((!found).then(|| format!("{name}: routeKey \"{key}\" of {file} is no route of it in template.yaml")))
}
