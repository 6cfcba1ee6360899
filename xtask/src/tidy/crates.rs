//! Crates depend in one direction: domain ← store, auth, payments, messaging, notices ← http ← runtime ← rules ← functions ← local.

use crate::manifest::{Dependency, Package};

/// A part of the tree and what its crates may depend on.
struct Layer {
    folder: &'static str,
    /// A crate depends only on crates of a lower rank.
    rank: u8,
    /// What it must not know although its rank would allow it; `*` ends a prefix.
    never: &'static [&'static str],
}

const fn layer(folder: &'static str, rank: u8, never: &'static [&'static str]) -> Layer {
    Layer { folder, rank, never }
}

const HTTP: [&str; 5] = ["http", "axum*", "lambda_http", "proconnect-http", "cookie"];

/// The first that fits a package's folder counts.
const LAYERS: [Layer; 23] = [
    layer(
        "shared/domain",
        0,
        &[
            "tokio*",
            "futures*",
            "async-trait",
            "aws*",
            "lambda*",
            "http*",
            "reqwest",
            "axum*",
        ],
    ),
    layer("shared/api", 1, &["tokio*", "aws*", "lambda*"]),
    layer(
        "shared/events",
        1,
        &["tokio*", "aws*", "lambda*", "http*", "serde_dynamo"],
    ),
    layer("shared/auth", 1, &["aws*", "serde_dynamo"]),
    layer("shared/cache", 1, &HTTP),
    layer("shared/payments", 1, &HTTP),
    layer("shared/messaging", 2, &[]),
    layer("shared/files", 1, &[]),
    layer(
        "shared/packs",
        1,
        &["tokio*", "aws*", "lambda*", "http*", "async-trait"],
    ),
    layer("shared/search", 1, &HTTP),
    layer(
        "shared/paper",
        1,
        &["tokio*", "aws*", "lambda*", "http*", "serde*"],
    ),
    layer(
        "shared/notices",
        3,
        &[
            "tokio*",
            "aws*",
            "lambda*",
            "http*",
            "serde_dynamo",
            "async-trait",
        ],
    ),
    layer("shared/store", 3, &HTTP),
    layer("shared/evidence", 4, &HTTP),
    layer(
        "shared/http",
        4,
        &[
            "proconnect-payments",
            "proconnect-stripe",
            "aws-sdk*",
            "serde_dynamo",
        ],
    ),
    layer("shared/runtime", 5, &["proconnect-stripe"]),
    layer("shared/stripe", 6, &[]),
    layer(
        "shared/preview",
        6,
        &["proconnect-stripe", "proconnect-store", "aws*", "lambda*"],
    ),
    layer("shared/rules", 6, &["proconnect-stripe", "aws*", "lambda*"]),
    layer("functions/", 7, &["axum*"]),
    layer("local", 8, &[]),
    layer("tests", 9, &[]),
    layer("xtask", 9, &[]),
];

/// Who may link Stripe's client: it costs a function some 20 MB.
const STRIPE_USERS: [&str; 5] = [
    "functions/payments",
    "functions/milestones",
    "local",
    "local/stripe",
    "tests",
];

pub fn check(packages: &[Package]) -> Vec<String> {
    let mut problems = Vec::new();
    for package in packages {
        let Some(layer) = LAYERS.iter().find(|layer| fits(layer, &package.folder)) else {
            problems.push(format!(
                "{}: has no layer in xtask/src/tidy/crates.rs",
                package.folder
            ));
            continue;
        };
        for dependency in &package.dependencies {
            let reason =
                direction(packages, package, layer, dependency).or_else(|| confined(package, dependency));
            let name = &dependency.name;
            problems.extend(
                reason.map(|reason| format!("{}: must not depend on {name}: {reason}", package.folder)),
            );
        }
    }
    problems
}

fn fits(layer: &Layer, folder: &str) -> bool {
    match layer.folder {
        "local" => folder == "local" || folder.starts_with("local/"),
        parent if parent.ends_with('/') => folder.starts_with(parent),
        exact => folder == exact,
    }
}

fn direction(
    packages: &[Package],
    package: &Package,
    layer: &Layer,
    dependency: &Dependency,
) -> Option<String> {
    // Tests may look from above; what ships may not.
    if dependency.dev {
        return None;
    }
    if layer
        .never
        .iter()
        .any(|pattern| matches(pattern, &dependency.name))
    {
        return Some(format!(
            "{} knows nothing of it",
            layer.folder.trim_end_matches('/')
        ));
    }
    let other = packages.iter().find(|other| other.name == dependency.name)?;
    let rank = LAYERS.iter().find(|layer| fits(layer, &other.folder))?.rank;
    let within_local = package.folder == "local" && other.folder.starts_with("local/");
    (rank >= layer.rank && !within_local).then(|| format!("{} does not lie below it", other.folder))
}

/// Crates that only some may name, in tests too.
fn confined(package: &Package, dependency: &Dependency) -> Option<String> {
    let name = dependency.name.as_str();
    if name.starts_with("async-stripe") && package.folder != "shared/stripe" {
        return Some("only shared/stripe may".to_owned());
    }
    if name.starts_with("hayro") && package.folder != "shared/preview" {
        return Some("only shared/preview may".to_owned());
    }
    if ["krilla", "skrifa"].contains(&name) && package.folder != "shared/paper" {
        return Some("only shared/paper may".to_owned());
    }
    if name == "proconnect-stripe" && !STRIPE_USERS.contains(&package.folder.as_str()) {
        return Some(format!("only {} may", STRIPE_USERS.join(", ")));
    }
    None
}

fn matches(pattern: &str, name: &str) -> bool {
    pattern
        .strip_suffix('*')
        .map_or(pattern == name, |prefix| name.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(folder: &str, name: &str, dependencies: &[&str]) -> Package {
        let dependency = |name: &&str| Dependency {
            name: (*name).to_owned(),
            dev: false,
        };
        let dependencies = dependencies.iter().map(dependency).collect();
        Package {
            folder: folder.to_owned(),
            name: name.to_owned(),
            bins: Vec::new(),
            dependencies,
        }
    }

    /// A small tree that keeps the direction, and one package more.
    fn with(package_more: Option<Package>) -> Vec<String> {
        let mut packages = vec![
            package("shared/domain", "proconnect-domain", &[]),
            package("shared/store", "proconnect-store", &["proconnect-domain"]),
            package("shared/stripe", "proconnect-stripe", &["async-stripe"]),
            package("functions/bids", "bids", &["proconnect-store"]),
            package("local", "proconnect-local", &["bids"]),
        ];
        packages.extend(package_more);
        check(&packages)
    }

    #[track_caller]
    fn refused(folder: &str, dependency: &str) {
        let problems = with(Some(package(folder, "x", &[dependency])));
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(
            problems[0].starts_with(&format!("{folder}: must not depend on {dependency}")),
            "{problems:?}"
        );
    }

    #[test]
    fn accepts_what_lies_below() {
        assert_eq!(with(None), Vec::<String>::new());
    }

    #[test]
    fn keeps_the_direction() {
        refused("shared/domain", "tokio");
        refused("shared/auth", "proconnect-store");
        refused("shared/http", "aws-sdk-dynamodb");
        refused("functions/tasks", "bids");
        refused("functions/tasks", "proconnect-local");
    }

    #[test]
    fn keeps_stripe_where_it_is_paid_for() {
        refused("functions/tasks", "async-stripe-core");
        refused("functions/tasks", "proconnect-stripe");
        refused("local/stripe", "async-stripe");
    }
}
