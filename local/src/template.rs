//! What is deployed: the functions as they are declared, and the queues of `infra/queues.yaml`, so that the embedded cloud cannot
//! drift from the deployed one.

use crate::Error;
use crate::filter::{self, Filters};
use proconnect_runtime::{Function, Trigger};
use serde_yaml_ng::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// What is deployed.
#[derive(Debug, Clone)]
pub struct Template {
    /// Routes of the HTTP API.
    pub routes: Vec<Route>,
    /// Queues; dead-letter queues among them.
    pub queues: Vec<QueueSpec>,
    /// Queues' consumers.
    pub consumers: Vec<Consumer>,
    /// Functions on the table's stream, with their batch sizes.
    pub streams: Vec<(String, usize)>,
    /// Which records of the stream each of them wants.
    pub(crate) filters: Filters,
    /// Scheduled functions and how often they run.
    pub schedules: Vec<(String, Duration)>,
    /// Routes of the WebSocket API: route keys and functions.
    pub sockets: BTreeMap<String, String>,
    /// Rules of the event bus about objects that were created: the keys' prefix and the queue.
    pub object_rules: Vec<(String, String)>,
    /// Rules of the event bus about mails: the event's `detail-type` and the queue.
    pub mail_rules: Vec<(String, String)>,
}

/// A route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Such as `POST`.
    pub method: String,
    /// Such as `/v1/tasks/{taskId}`.
    pub path: String,
    /// The function's name.
    pub function: String,
}

/// A queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueSpec {
    /// Its logical id.
    pub id: String,
    /// First in, first out within a group.
    pub fifo: bool,
    /// How long a received message is hidden.
    pub visibility: Duration,
    /// Where a message goes that was received too often, and how often that is.
    pub redrive: Option<(String, u32)>,
}

/// A function that consumes a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consumer {
    /// The function's name.
    pub function: String,
    /// The queue's logical id.
    pub queue: String,
    /// Messages in a batch.
    pub batch_size: usize,
}

/// The method of a route that takes whatever no other does, and how its path ends.
pub(crate) const ANY: &str = "ANY";
const GREEDY: &str = "{proxy+}";

impl Template {
    /// The linked functions and a template of queues.
    pub fn read(queues: &Path) -> Result<Self, Error> {
        let text =
            std::fs::read_to_string(queues).map_err(|error| format!("{}: {error}", queues.display()))?;
        let mut template = Self::parse(&text)?;
        template.filters = filter::read(&queues.with_file_name("functions"))?;
        for function in crate::registry::functions() {
            template.add_function(function)?;
        }
        Ok(template)
    }

    fn parse(text: &str) -> Result<Self, Error> {
        let yaml: Value = serde_yaml_ng::from_str(text)?;
        let mut template = Self {
            routes: vec![],
            queues: vec![],
            consumers: vec![],
            streams: vec![],
            filters: Filters::new(),
            schedules: vec![],
            sockets: BTreeMap::new(),
            object_rules: vec![],
            mail_rules: vec![],
        };
        for (id, resource) in yaml["Resources"].as_mapping().into_iter().flatten() {
            let id = id.as_str().unwrap_or_default();
            match resource["Type"].as_str() {
                Some("AWS::SQS::Queue") => template.queues.push(queue(id, &resource["Properties"])),
                Some("AWS::Events::Rule") => {
                    template.object_rules.extend(object_rule(&resource["Properties"]));
                    template.mail_rules.extend(mail_rules(&resource["Properties"]));
                }
                _ => {}
            }
        }
        Ok(template)
    }

    fn add_function(&mut self, declared: &Function) -> Result<(), Error> {
        let function = declared.name.to_owned();
        let batch_size = declared.deployment.batch as usize;
        match declared.trigger {
            Trigger::Http { method, path } => self.routes.push(Route {
                method: method.to_owned(),
                path: path.to_owned(),
                function,
            }),
            Trigger::Queue(name) => self.consumers.push(Consumer {
                function,
                queue: queue_id(name),
                batch_size,
            }),
            Trigger::Stream => self.streams.push((function, batch_size)),
            Trigger::Schedule(rate) => {
                let every = every(rate).ok_or_else(|| format!("{function}: {rate} is not a rate"))?;
                self.schedules.push((function, every));
            }
            Trigger::Socket(route) => {
                self.sockets.insert(route.to_owned(), function);
            }
            Trigger::Manual => {}
        }
        Ok(())
    }

    /// The route key of a frame: its `action` if there is such a route, otherwise `$default`.
    pub fn socket_route(&self, frame: &str) -> String {
        let frame: serde_json::Value = serde_json::from_str(frame).unwrap_or_default();
        let action = frame["action"].as_str().unwrap_or_default();
        let action =
            Some(action).filter(|action| self.sockets.contains_key(*action) && !action.starts_with('$'));
        action.unwrap_or("$default").to_owned()
    }

    /// The route of a request, with the names and values of its path's parameters. `HEAD` has a route of its own to each function
    /// that `GET` leads to.
    pub fn route(&self, method: &str, path: &str) -> Option<(&Route, Vec<(String, String)>)> {
        let method = if method == "HEAD" { "GET" } else { method };
        let takes = |route: &Route| route.method == method || route.method == ANY;
        let matches = |route: &&Route| takes(route) && parameters(&route.path, path).is_some();
        // As in API Gateway, a route without parameters wins, and one that takes everything loses.
        let route = self
            .routes
            .iter()
            .filter(matches)
            .min_by_key(|route| (route.path.ends_with(GREEDY), route.path.contains('{')))?;
        Some((route, parameters(&route.path, path).unwrap_or_default()))
    }
}

/// `Some` when the path is of the pattern; inside it the parameters, if the pattern has any.
fn parameters(pattern: &str, path: &str) -> Option<Vec<(String, String)>> {
    if let Some(before) = pattern.strip_suffix(GREEDY) {
        let rest = path.strip_prefix(before).filter(|rest| !rest.is_empty())?;
        return Some(vec![("proxy".to_owned(), rest.to_owned())]);
    }
    let (wanted, given): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    if wanted.len() != given.len() {
        return None;
    }
    let mut found = Vec::new();
    for (part, value) in wanted.into_iter().zip(given) {
        match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) if !value.is_empty() => found.push((name.to_owned(), value.to_owned())),
            None if part == value => {}
            _ => return None,
        }
    }
    Some(found)
}

fn queue(id: &str, properties: &Value) -> QueueSpec {
    let redrive = &properties["RedrivePolicy"];
    let limit = redrive["maxReceiveCount"]
        .as_u64()
        .and_then(|limit| u32::try_from(limit).ok());
    QueueSpec {
        id: id.to_owned(),
        fifo: properties["FifoQueue"].as_bool().unwrap_or_default(),
        visibility: Duration::from_secs(properties["VisibilityTimeout"].as_u64().unwrap_or(30)),
        redrive: limit.map(|limit| (reference(&redrive["deadLetterTargetArn"]), limit)),
    }
}

/// The logical id of a queue: `PaymentsQueue` of `payments.fifo`.
fn queue_id(name: &str) -> String {
    let words = name.trim_end_matches(".fifo").split('-');
    let capitalised = words.map(|word| {
        let (first, rest) = word.split_at(1.min(word.len()));
        first.to_uppercase() + rest
    });
    capitalised.collect::<String>() + "Queue"
}

/// The prefix and the queue of a rule about objects that were created.
fn object_rule(properties: &Value) -> Option<(String, String)> {
    let pattern = &properties["EventPattern"];
    let is_created = pattern["detail-type"][0] == "Object Created";
    let prefix = pattern["detail"]["object"]["key"][0]["prefix"].as_str()?;
    let queue = reference(&properties["Targets"][0]["Arn"]);
    is_created.then(|| (prefix.to_owned(), queue))
}

/// The kinds of events and the queue of a rule about mails.
fn mail_rules(properties: &Value) -> Vec<(String, String)> {
    let pattern = &properties["EventPattern"];
    let kinds = pattern["detail-type"].as_sequence().into_iter().flatten();
    let kinds = kinds.filter(|_| pattern["source"][0] == "aws.ses");
    let queue = reference(&properties["Targets"][0]["Arn"]);
    kinds
        .filter_map(Value::as_str)
        .map(|kind| (kind.to_owned(), queue.clone()))
        .collect()
}

/// The logical id in `!GetAtt Id.Attribute` or `!Ref Id`.
fn reference(value: &Value) -> String {
    let text = match value {
        Value::Tagged(tagged) => tagged.value.as_str(),
        other => other.as_str(),
    };
    text.unwrap_or_default()
        .split('.')
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// `rate(1 minute)`.
fn every(rate: &str) -> Option<Duration> {
    let (number, unit) = rate.strip_prefix("rate(")?.strip_suffix(')')?.split_once(' ')?;
    let seconds = match unit.trim_end_matches('s') {
        "minute" => 60,
        "hour" => 3600,
        "day" => 24 * 3600,
        _ => return None,
    };
    number
        .parse::<u64>()
        .ok()
        .map(|number| Duration::from_secs(number * seconds))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_projects_functions_and_queues_are_read() {
        let template = Template::read(Path::new(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../infra/queues.yaml"
        )))
        .unwrap();
        let (route, parameters) = template.route("POST", "/v1/bids/bid_1/accept").unwrap();
        let bid = ("bidId".to_owned(), "bid_1".to_owned());
        assert_eq!((route.function.as_str(), parameters), ("bids-accept", vec![bid]));
        assert_eq!(
            template.route("GET", "/v1/tasks/mine").unwrap().0.function,
            "tasks-list-mine"
        );
        assert_eq!(
            template.route("GET", "/v1/tasks/tsk_1").unwrap().0.function,
            "tasks-get"
        );
        for (method, path) in [
            ("DELETE", "/v1/tasks/tsk_1"),
            ("GET", "/v1/a/b/c"),
            ("BREW", "/v1/tasks"),
        ] {
            let (route, rest) = template.route(method, path).unwrap();
            assert_eq!(route.function, "system-unrouted");
            assert_eq!(rest[0].1, path["/v1/".len()..]);
        }
        let (head, _) = template.route("HEAD", "/v1/tasks").unwrap();
        assert_eq!(head.function, "tasks-search");
        let payments = template
            .queues
            .iter()
            .find(|queue| queue.id == "PaymentsQueue")
            .unwrap();
        assert!(payments.fifo);
        assert_eq!(payments.redrive, Some(("PaymentsDeadLetterQueue".to_owned(), 5)));
        for (frame, function) in [
            (r#"{"action": "ping"}"#, "chat-ping"),
            (r#"{"action": "$connect"}"#, "chat-default"),
            (r#"{"action": 7}"#, "chat-default"),
            ("no JSON", "chat-default"),
        ] {
            assert_eq!(
                template.sockets[&template.socket_route(frame)],
                function,
                "{frame}"
            );
        }
        let each_minute = |name: &str| (name.to_owned(), Duration::from_secs(60));
        for schedule in ["system-sweep", "system-timers"] {
            assert!(template.schedules.contains(&each_minute(schedule)), "{schedule}");
        }
    }

    #[test]
    fn a_path_may_have_several_parameters() {
        let found = parameters("/v1/a/{aId}/b/{bId}", "/v1/a/1/b/2").unwrap();
        let text = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(found, [text("aId", "1"), text("bId", "2")]);
        assert_eq!(parameters("/v1/a/{aId}/b/{bId}", "/v1/a/1/b/"), None);
    }

    #[test]
    fn every_function_that_is_linked_is_deployed() {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../infra/functions"));
        let mut deployed = Vec::new();
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let yaml: Value = serde_yaml_ng::from_str(&text).unwrap();
            let resources = yaml["Resources"].as_mapping().unwrap().values();
            let binaries =
                resources.map(|resource| resource["Metadata"]["BuildProperties"]["Binary"].as_str());
            deployed.extend(binaries.flatten().map(str::to_owned));
        }
        deployed.sort();
        let mut linked: Vec<_> = crate::registry::functions()
            .map(|function| function.name.to_owned())
            .collect();
        linked.sort();
        assert_eq!(deployed, linked);
    }
}
