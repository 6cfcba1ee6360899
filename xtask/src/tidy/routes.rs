//! The declarations, `openapi.json` and the sample events speak of the same routes.

use crate::Result;
use crate::declaration::Declaration;
use crate::name::Name;
use crate::tree::Tree;
use serde_json::Value;
use std::collections::BTreeMap;

/// A route of the HTTP API, in lower case as OpenAPI has it: `("post", "/v1/tasks")`.
pub type Route = (String, String);

/// The routes of each function; a function without any is triggered by something else.
pub type Routes = BTreeMap<Name, Vec<Route>>;

/// A function's sample event and its operation agree with the route that it declares.
pub fn check(tree: &Tree, declared: &Routes, operations: &Routes) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for (name, routes) in declared.iter().filter(|(_, routes)| !routes.is_empty()) {
        if operations
            .get(name)
            .is_some_and(|operations| operations != routes)
        {
            problems.push(format!(
                "{name}: another route in openapi.json than where it is declared"
            ));
        }
        problems.extend(event_problem(tree, name, routes)?);
    }
    Ok(problems)
}

/// The routes as they are declared.
pub fn declared(declarations: &[Declaration]) -> Routes {
    let routes = |declared: &Declaration| {
        let route = declared.route();
        let routes = route.map(|(method, path)| (method.to_lowercase(), path.to_owned()));
        (declared.name.clone(), routes.into_iter().collect())
    };
    declarations.iter().map(routes).collect()
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
    Ok((!found).then(|| format!("{name}: routeKey \"{key}\" of {file} is not the route that it declares")))
}
