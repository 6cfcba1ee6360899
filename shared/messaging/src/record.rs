//! What one transaction leaves in the outbox, and what is sent because of it.

use crate::envelope::{VERSION, check_version};
use crate::{
    CloseBids, CloseConnections, CloseReason, Command, Ended, Envelope, ErasePerson, QueueName,
    ReleasePayment, Unreadable,
};
use proconnect_domain::{EventId, OutboxId, Timestamp, TypedId as _};
use proconnect_events::{Actor, Cause, Consumer, Event, Fact};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use ulid::Ulid;

/// The outbox record of a transaction: every fact that it made, and the commands that no fact implies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OutboxRecord {
    /// As of envelopes.
    pub version: u16,
    /// Names the transaction; the ids of everything that follows are derived from it.
    pub id: OutboxId,
    /// When.
    pub at: Timestamp,
    /// Who set it off.
    pub actor: Actor,
    /// What it follows from.
    pub cause: Cause,
    /// What has happened.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// What is to be done besides.
    #[serde(default)]
    pub commands: Vec<Order>,
}

/// A command before it has an envelope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    kind: String,
    queue: QueueName,
    group: Option<String>,
    body: Value,
}

impl Order {
    /// Of a command.
    pub fn new<C: Command>(command: &C) -> Result<Self, serde_json::Error> {
        Ok(Self {
            kind: C::KIND.to_owned(),
            queue: C::QUEUE,
            group: command.group(),
            body: serde_json::to_value(command)?,
        })
    }
}

impl OutboxRecord {
    /// A record; `None` when nobody wants to hear of it.
    pub fn new(
        id: OutboxId,
        at: Timestamp,
        (cause, actor): (Cause, Actor),
        facts: Vec<Fact>,
        commands: Vec<Order>,
    ) -> Option<Self> {
        let is_heard = |fact: &Fact| !fact.kind().consumers().is_empty();
        let facts: Vec<Fact> = facts.into_iter().filter(is_heard).collect();
        (!facts.is_empty() || !commands.is_empty()).then_some(Self {
            version: VERSION,
            id,
            at,
            actor,
            cause,
            facts,
            commands,
        })
    }

    /// Reads a record that the table has kept.
    pub fn read(id: &str, text: &str) -> Result<Self, Unreadable> {
        let value: Value = serde_json::from_str(text).map_err(|error| Unreadable::new(id, error))?;
        check_version(id, &value)?;
        serde_json::from_value(value).map_err(|error| Unreadable::new(id, error))
    }

    /// Everything that is sent because of it. The same each time, with the same ids: what is sent twice is seen to be.
    pub fn envelopes(&self) -> Result<Vec<Envelope>, serde_json::Error> {
        let mut envelopes = Vec::new();
        for event in self.events() {
            for consumer in event.fact.kind().consumers() {
                envelopes.extend(for_consumer(*consumer, &event)?);
            }
        }
        let orders = self.commands.iter().enumerate();
        envelopes.extend(orders.map(|(place, order)| self.envelope(place, order)));
        Ok(envelopes)
    }

    fn events(&self) -> impl Iterator<Item = Event> + '_ {
        let first = self.id.ulid().0;
        (1..).zip(&self.facts).map(move |(place, fact)| Event {
            id: EventId::from_ulid(Ulid(first.wrapping_add(place))),
            at: self.at,
            actor: self.actor,
            cause: self.cause.clone(),
            fact: fact.clone(),
        })
    }

    fn envelope(&self, place: usize, order: &Order) -> Envelope {
        let id = derived(self.id.ulid(), &format!("command-{place}"));
        Envelope {
            version: VERSION,
            id,
            kind: order.kind.clone(),
            queue: order.queue,
            group: order.group.clone(),
            deduplication_id: order.group.is_some().then(|| id.to_string()),
            cause: self.cause.clone(),
            actor: self.actor,
            body: order.body.clone(),
        }
    }
}

/// An id of what follows from something: the same each time, and apart from every other. The time of the first stays,
/// so that ids go on sorting by it.
pub fn derived(of: Ulid, what: &str) -> OutboxId {
    let mut hash = Sha256::new();
    hash.update(of.to_bytes());
    hash.update(what);
    let bytes = hash.finalize();
    let random = bytes
        .iter()
        .take(10)
        .fold(0_u128, |number, byte| (number << 8) | u128::from(*byte));
    OutboxId::from_ulid(Ulid::from_parts(of.timestamp_ms(), random))
}

/// What a consumer is sent because of an event; nothing if the table of consumers names it for a fact that holds nothing
/// for it, which a test excludes.
fn for_consumer(consumer: Consumer, event: &Event) -> Result<Option<Envelope>, serde_json::Error> {
    let id = derived(event.id.ulid(), consumer.name());
    let wrap = Wrap { id, event };
    match consumer {
        Consumer::Notices => Envelope::of_event(id, QueueName::Notifications, event).map(Some),
        Consumer::Connections => wrap.command(close_connections(&event.fact)),
        Consumer::Bids => wrap.command(close_bids(&event.fact)),
        Consumer::Payouts => wrap.command(release(&event.fact)),
        Consumer::Erasure => wrap.command(erase(&event.fact)),
    }
}

struct Wrap<'a> {
    id: OutboxId,
    event: &'a Event,
}

impl Wrap<'_> {
    fn command<C: Command>(&self, command: Option<C>) -> Result<Option<Envelope>, serde_json::Error> {
        let event = self.event;
        command
            .map(|command| Envelope::new(self.id, &command, event.cause.clone(), event.actor))
            .transpose()
    }
}

fn close_connections(fact: &Fact) -> Option<CloseConnections> {
    let (user_id, of) = match *fact {
        Fact::SessionEnded { user_id, session_id } => (user_id, Ended::Session(session_id)),
        Fact::SessionsEnded { user_id, before } => (user_id, Ended::Before(before)),
        _ => return None,
    };
    Some(CloseConnections { user_id, of })
}

fn close_bids(fact: &Fact) -> Option<CloseBids> {
    let (task_id, except, reason) = match *fact {
        Fact::BidAccepted { task_id, bid_id, .. } => (task_id, Some(bid_id), CloseReason::AnotherBidAccepted),
        Fact::TaskCancelled { task_id, .. } => (task_id, None, CloseReason::TaskCancelled),
        Fact::TaskExpired { task_id, .. } => (task_id, None, CloseReason::TaskExpired),
        _ => return None,
    };
    Some(CloseBids {
        task_id,
        except,
        reason,
    })
}

fn release(fact: &Fact) -> Option<ReleasePayment> {
    match *fact {
        Fact::MilestoneApproved { milestone_id, .. } | Fact::ReleaseUnblocked { milestone_id, .. } => {
            Some(ReleasePayment { milestone_id })
        }
        _ => None,
    }
}

fn erase(fact: &Fact) -> Option<ErasePerson> {
    match *fact {
        Fact::AccountClosed { user_id } => Some(ErasePerson { user_id }),
        _ => None,
    }
}
