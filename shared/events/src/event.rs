//! The envelope of a fact: when, by whom, and because of what.

use crate::Fact;
use proconnect_domain::{EventId, Timestamp, UserId};
use serde::{Deserialize, Serialize};

/// Something that has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Names it for good: consumers use it to see repeats.
    pub id: EventId,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// What it followed from.
    pub cause: Cause,
    /// What.
    pub fact: Fact,
}

/// Who did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "camelCase")]
pub enum Actor {
    /// A person, by their own call.
    User(UserId),
    /// Somebody who is not signed in.
    Visitor,
    /// The payment processor.
    Processor,
    /// The platform itself: a clock that ran out, a worker.
    Platform,
}

/// Names the one thing from outside that set off everything that follows: the id of a request, of the processor's event,
/// or of a timer's run. It goes through outbox, queues and log lines, so that one query finds all of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cause(String);

/// Longer ids are cut: a cause is a field of every log line.
const LONGEST_CAUSE: usize = 64;

impl Cause {
    /// A cause by its id. Only what is visible ASCII is kept, so that no log line and no attribute can be broken by it.
    pub fn new(id: &str) -> Self {
        let kept = id.chars().filter(char::is_ascii_graphic).take(LONGEST_CAUSE);
        Self(kept.collect())
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Cause {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_fits_into_a_log_line() {
        assert_eq!(Cause::new("req-1\n{\"x\": 1}").as_str(), "req-1{\"x\":1}");
        assert_eq!(Cause::new(&"a".repeat(100)).as_str().len(), 64);
    }
}
