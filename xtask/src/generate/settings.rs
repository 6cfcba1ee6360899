//! What a handler reads, and what its function must therefore be given: variables, secrets, ports.

use crate::declaration::Declaration;
use crate::rights::Needs;
use serde_json::{Map, Value, json};

/// Where a value lies in Secrets Manager: a variable, its secret and field.
struct Secret {
    need: &'static str,
    variable: &'static str,
    secret: &'static str,
    field: &'static str,
}

const fn secret(
    need: &'static str,
    variable: &'static str,
    secret: &'static str,
    field: &'static str,
) -> Secret {
    Secret {
        need,
        variable,
        secret,
        field,
    }
}

/// One line for each secret that a handler may read.
const SECRETS: [Secret; 6] = [
    secret("App.issuer", "TOKEN_SIGNING_KEYS", "tokens", "signingKeys"),
    secret("App.verifier", "TOKEN_PUBLIC_KEYS", "verify", "publicKeys"),
    secret("App.tickets", "TICKET_KEY", "tickets", "ticketKey"),
    secret("Config.code_secret", "CODE_SECRET", "codes", "codeSecret"),
    secret(
        "Config.webhook_secrets",
        "STRIPE_WEBHOOK_SECRETS",
        "stripe",
        "webhookSecrets",
    ),
    secret("App.payments", "STRIPE_SECRET_KEY", "stripe", "secretKey"),
];

/// The ports of `Service`, and what makes each.
const PORTS: [(&str, &str, &str); 7] = [
    ("App.cache", "cache", "proconnect_runtime::cache"),
    ("App.payments", "payments", "proconnect_stripe::gateway"),
    ("App.queue", "queue", "proconnect_runtime::sqs_queue"),
    ("App.mailer", "mailer", "proconnect_runtime::ses_mailer"),
    ("App.objects", "objects", "proconnect_runtime::s3_objects"),
    ("App.scanner", "scanner", "proconnect_runtime::clamd_scanner"),
    ("App.push", "push", "proconnect_runtime::api_gateway_push"),
];

/// What every function has, or what has a default.
const GIVEN: [&str; 10] = [
    "App.config",
    "App.store",
    "App.clock",
    "App.cause",
    "Config.public_url",
    "Config.fee_basis_points",
    "Config.password_cost",
    "Config.server_timing",
    "Config.origin_hashes",
    "Config.socket_url",
];

/// A hash or a picture is worth this much memory, and with it a whole CPU.
const COSTLY: u32 = 1024;

/// Needs that nobody here knows, and memory that does not fit.
pub fn problems(declaration: &Declaration, needs: &Needs) -> Vec<String> {
    let known = |need: &str| {
        GIVEN.contains(&need)
            || SECRETS.iter().any(|known| known.need == need)
            || PORTS.iter().any(|known| known.0 == need)
    };
    let name = &declaration.name;
    let unknown = needs.settings.iter().filter(|need| !known(need));
    let mut problems: Vec<String> = unknown
        .map(|need| format!("{name}: reads {need}, of which xtask/src/generate/settings.rs knows nothing"))
        .collect();
    if needs.settings.contains("App.cache") {
        let calls = outside(needs)
            .map(|call| format!("{name}: is in the cache's network, from which it cannot call {call}"));
        problems.extend(calls);
    }
    if needs.costly && declaration.memory < COSTLY {
        problems.push(format!("{name}: hashes or draws, and needs memory = {COSTLY}"));
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

/// The ports that a function is built with.
pub fn ports(needs: &Needs) -> Vec<(&'static str, &'static str)> {
    let used = PORTS.iter().filter(|(need, _, _)| needs.settings.contains(*need));
    used.map(|(_, port, make)| (*port, *make)).collect()
}

/// The secrets that it reads.
pub fn secrets(needs: &Needs) -> Vec<&'static str> {
    let mut secrets: Vec<_> = used(needs).map(|secret| secret.secret).collect();
    secrets.sort_unstable();
    secrets.dedup();
    secrets
}

fn used(needs: &Needs) -> impl Iterator<Item = &'static Secret> {
    SECRETS
        .iter()
        .filter(|secret| needs.settings.contains(secret.need))
}

/// A function's own variables, besides those of all.
pub fn variables(declaration: &Declaration, needs: &Needs, queues: &[String]) -> Map<String, Value> {
    let mut variables = Map::new();
    for Secret {
        variable,
        secret,
        field,
        ..
    } in used(needs)
    {
        let value = format!("secretsmanager:proconnect/${{Stage}}/{secret}#{field}");
        variables.insert((*variable).to_owned(), json!({"Fn::Sub": value}));
    }
    let mut give = |need: &str, variable: &str, value: Value| {
        if needs.settings.contains(need) {
            variables.insert(variable.to_owned(), value);
        }
    };
    let reference = |name: &str| json!({"Ref": name});
    give("App.cache", "CACHE_URL", reference("CacheUrl"));
    give("App.mailer", "MAIL_FROM", reference("MailFrom"));
    give("App.objects", "FILES_BUCKET", reference("FilesBucket"));
    give("App.push", "SOCKET_CALLBACK_URL", reference("SocketCallbackUrl"));
    give("Config.socket_url", "SOCKET_URL", reference("SocketUrl"));
    give("App.scanner", "CLAMD_ADDRESS", json!("/tmp/clamd.sock"));
    give("App.scanner", "CLAMD_WAIT_SECONDS", json!("90"));
    give(
        "App.scanner",
        "DEFINITIONS_BUCKET",
        reference("DefinitionsBucket"),
    );
    for queue in queues {
        give(
            "App.queue",
            &format!("{}_QUEUE_URL", queue.to_uppercase()),
            reference(&format!("{}QueueUrl", super::queues::id(queue))),
        );
    }
    let signs = |(port, call): &(String, String)| port == "ObjectStore" && call.starts_with("sign_");
    if needs.ports.keys().any(signs) {
        variables.insert("FILES_URL".to_owned(), reference("FilesUrl"));
    }
    // Who is called by browsers answers those alone that come by the edge.
    if matches!(
        declaration.trigger,
        crate::declaration::Trigger::Http { .. } | crate::declaration::Trigger::Socket(_)
    ) {
        variables.insert("ORIGIN_HASHES".to_owned(), reference("OriginHashes"));
    }
    variables
}
