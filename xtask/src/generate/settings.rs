//! What a function must be given, since its handler asks for it: variables, secrets, ports. Which of them a handler asks for,
//! the analysis of its calls says; what they are made of, the code that puts an application together ([`Wiring`]). Here stands
//! what the deployment decides.

use super::wiring::Wiring;
use crate::declaration::{Declaration, Trigger};
use crate::rights::Needs;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Where a secret's value lies in Secrets Manager: the secret, and the field in it. What is in one secret is read with one
/// right, so it is split by who needs it.
const KEPT: [(&str, &str); 8] = [
    ("TOKEN_SIGNING_KEYS", "tokens#signingKeys"),
    ("TOKEN_PUBLIC_KEYS", "verify#publicKeys"),
    ("TICKET_KEY", "tickets#ticketKey"),
    ("CODE_SECRET", "codes#codeSecret"),
    ("EVIDENCE_SIGNING_KEYS", "evidence#signingKeys"),
    ("EVIDENCE_PUBLIC_KEYS", "published#evidenceKeys"),
    ("STRIPE_WEBHOOK_SECRETS", "stripe#webhookSecrets"),
    ("STRIPE_SECRET_KEY", "stripe#secretKey"),
];

/// What the stacks hand each other under the variable's own name: `CacheUrl` is `CACHE_URL`.
const HANDED: [&str; 7] = [
    "CACHE_URL",
    "FILES_BUCKET",
    "FILES_URL",
    "MAIL_FROM",
    "PLATFORM_SELLER",
    "SOCKET_CALLBACK_URL",
    "SOCKET_URL",
];

/// The scanner starts in the function's own container, and loads its definitions first.
const SCANNER: [(&str, &str); 2] = [("CLAMD_ADDRESS", "/tmp/clamd.sock"), ("CLAMD_WAIT_SECONDS", "90")];

/// A hash, a picture or a pack is worth this much memory, and with it a whole CPU.
const COSTLY: u32 = 1024;

/// What nobody provides, and memory that does not fit.
pub fn problems(wiring: &Wiring, declaration: &Declaration, needs: &Needs) -> Vec<String> {
    let name = &declaration.name;
    let unknown = needs
        .settings
        .iter()
        .filter(|need| !wiring.variables.contains_key(*need));
    let mut problems: Vec<String> = unknown
        .map(|need| format!("{name}: reads {need}, which no application is given"))
        .collect();
    let nowhere = secret_variables(wiring, needs).filter(|variable| place(variable).is_none());
    problems.extend(nowhere.map(|variable| {
        format!("{name}: xtask/src/generate/settings.rs does not say where {variable} is kept")
    }));
    if needs.settings.contains("App.cache") {
        let calls = outside(needs)
            .map(|call| format!("{name}: is in the cache's network, from which it cannot call {call}"));
        problems.extend(calls);
    }
    if needs.costly && declaration.memory < COSTLY {
        problems.push(format!(
            "{name}: hashes, draws or packs, and needs memory = {COSTLY}"
        ));
    }
    if !needs.costly && declaration.memory > 256 && !declaration.image {
        problems.push(format!("{name}: has {} MB for nothing", declaration.memory));
    }
    problems
}

/// What a function calls that has no endpoint in the cache's network (ADR 26). An address is signed without a call.
fn outside(needs: &Needs) -> impl Iterator<Item = &str> {
    const SERVICES: [&str; 5] = [
        "App.mailer",
        "App.payments",
        "App.push",
        "App.queue",
        "App.scanner",
    ];
    let services = SERVICES
        .into_iter()
        .filter(|service| needs.settings.contains(*service));
    let objects = needs
        .ports
        .keys()
        .filter(|(port, call)| port == "ObjectStore" && !call.starts_with("sign_"));
    services.chain(objects.map(|(_, call)| call.as_str()))
}

/// The ports that a function is built with, each with what makes it.
pub fn ports<'a>(wiring: &'a Wiring, needs: &Needs) -> Vec<&'a (String, String)> {
    let used = wiring
        .ports
        .iter()
        .filter(|(port, _)| needs.settings.contains(&format!("App.{port}")));
    used.collect()
}

/// The secrets that it reads.
pub fn secrets(wiring: &Wiring, needs: &Needs) -> Vec<&'static str> {
    let places = secret_variables(wiring, needs).filter_map(place);
    let secrets: BTreeSet<&str> = places
        .filter_map(|place| Some(place.split_once('#')?.0))
        .collect();
    secrets.into_iter().collect()
}

fn place(variable: &str) -> Option<&'static str> {
    let found = KEPT.iter().find(|(kept, _)| *kept == variable)?;
    Some(found.1)
}

/// The variables of everything that it reads.
fn read<'a>(wiring: &'a Wiring, needs: &'a Needs) -> impl Iterator<Item = &'a str> {
    let of_needs = needs
        .settings
        .iter()
        .filter_map(|need| wiring.variables.get(need));
    let all: BTreeSet<&str> = of_needs.flatten().map(String::as_str).collect();
    all.into_iter()
}

fn secret_variables<'a>(wiring: &'a Wiring, needs: &'a Needs) -> impl Iterator<Item = &'a str> {
    read(wiring, needs).filter(|variable| wiring.secrets.contains(*variable))
}

/// A function's own variables, besides those of all.
pub fn variables(
    wiring: &Wiring,
    declaration: &Declaration,
    needs: &Needs,
    queues: &[String],
) -> Map<String, Value> {
    let mut variables = Map::new();
    for (variable, place) in secret_variables(wiring, needs).filter_map(|name| Some((name, place(name)?))) {
        let value = format!("secretsmanager:proconnect/${{Stage}}/{place}");
        variables.insert(variable.to_owned(), json!({"Fn::Sub": value}));
    }
    // Browsers are told of the files' own address only where one is signed for them.
    let signs = |(port, call): &(String, String)| port == "ObjectStore" && call.starts_with("sign_");
    let signs = needs.ports.keys().any(signs);
    for variable in read(wiring, needs).filter(|variable| HANDED.contains(variable)) {
        if variable != "FILES_URL" || signs {
            variables.insert(variable.to_owned(), handed(variable));
        }
    }
    if needs.settings.contains("App.scanner") {
        for (variable, value) in SCANNER {
            variables.insert(variable.to_owned(), json!(value));
        }
        variables.insert("DEFINITIONS_BUCKET".to_owned(), handed("DEFINITIONS_BUCKET"));
    }
    if needs.settings.contains("App.queue") {
        for queue in queues {
            let id = super::queues::id(queue);
            if !needs.sends_to(&id) {
                continue;
            }
            let value = json!({"Ref": format!("{id}QueueUrl")});
            variables.insert(format!("{}_QUEUE_URL", queue.to_uppercase()), value);
        }
    }
    // Who is called by browsers answers those alone that come by the edge.
    if matches!(declaration.trigger, Trigger::Http { .. } | Trigger::Socket(_)) {
        variables.insert("ORIGIN_HASHES".to_owned(), handed("ORIGIN_HASHES"));
    }
    variables
}

/// `CACHE_URL` is `CacheUrl`.
fn handed(variable: &str) -> Value {
    let words = variable
        .split('_')
        .map(|word| crate::name::capitalised(&word.to_lowercase()));
    json!({"Ref": words.collect::<String>()})
}
