//! How far a rewrite has come. There is one at most, and the last one stays to be read.

use super::items::Place;
use crate::keys::{self, Key};
use crate::personal::Personal;
use crate::record::Record;
use proconnect_domain::{EventId, Timestamp};
use serde::{Deserialize, Serialize};

/// So many of the items that could not be read are named; all are counted, and all are in the log.
const NAMED: usize = 20;

/// What a rewrite is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RewriteStatus {
    /// Each minute's run goes on with it.
    Running,
    /// An operator has stopped it; it can be resumed.
    Stopped,
    /// Every segment was read to its end.
    Done,
}

/// A rewrite: where each segment stands, and what has come of it so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RewriteRecord {
    /// State.
    pub status: RewriteStatus,
    /// Capacity units (read and write units together) that it may use in a second.
    pub rate: u32,
    /// The parts that the table is read in, all at once.
    pub segments: Vec<Segment>,
    /// What has come of it so far.
    pub progress: Progress,
    /// When it was started.
    pub started_at: Timestamp,
    /// When it was last written: a run does so every few seconds.
    pub saved_at: Timestamp,
    /// When it was done.
    pub ended_at: Option<Timestamp>,
    /// The run that is at it.
    pub run: Option<Run>,
}

/// One of the parts that DynamoDB cuts the table into by the hash of the partition key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// It goes on behind this item; from the beginning without one.
    pub after: Option<Place>,
    /// It was read to its end.
    pub done: bool,
}

/// The one run that may save. Another takes over once its time is up: then it has died.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Tells it from others.
    pub id: EventId,
    /// Until when it has the rewrite for itself.
    pub until: Timestamp,
}

/// Counts of items. What a run did in its last seconds before it died is done again, and so counted as current.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Were read.
    pub read: u64,
    /// Are what today's code writes.
    pub current: u64,
    /// Were written anew.
    pub rewritten: u64,
    /// Were deleted while they were looked at, or changed each time: those may be old still.
    pub overtaken: u64,
    /// Could not be read, and were left as they are.
    pub unreadable: u64,
    /// The first of those, by their keys.
    pub named: Vec<String>,
    /// How often the table asked for less.
    pub throttled: u64,
    /// Capacity units that were used.
    pub units: f64,
}

impl RewriteRecord {
    /// One that begins now.
    pub fn new(rate: u32, segments: u32, now: Timestamp) -> Self {
        Self {
            status: RewriteStatus::Running,
            rate,
            segments: (0..segments).map(|_| Segment::default()).collect(),
            progress: Progress::default(),
            started_at: now,
            saved_at: now,
            ended_at: None,
            run: None,
        }
    }

    /// Whether a run other than this has it for itself.
    pub fn is_taken(&self, own: EventId, now: Timestamp) -> bool {
        let other = |run: &Run| run.id != own && run.until > now;
        self.run.as_ref().is_some_and(other)
    }
}

impl Segment {
    /// One that was read to its end.
    pub fn ended() -> Self {
        Self {
            after: None,
            done: true,
        }
    }

    /// It goes on behind this place. Behind one that holds somebody's address it does not: that would stay here after they
    /// have left. Going on from the one before costs another look at one or two items.
    pub fn pass(&mut self, place: Place) {
        if !place.holds_address() {
            self.after = Some(place);
        }
    }
}

impl Progress {
    /// Adds what was done besides.
    pub fn add(&mut self, other: Progress) {
        self.read += other.read;
        self.current += other.current;
        self.rewritten += other.rewritten;
        self.overtaken += other.overtaken;
        self.unreadable += other.unreadable;
        self.throttled += other.throttled;
        self.units += other.units;
        let room = NAMED.saturating_sub(self.named.len());
        self.named.extend(other.named.into_iter().take(room));
    }
}

impl Record for RewriteRecord {
    const TYPE: &'static str = "rewrite";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::REWRITE, keys::REWRITE);
    const PERSONAL: Personal = Personal::None {
        reason: "how far a rewrite of the table has come; keys without addresses",
    };
    fn key(&self) -> Key {
        keys::rewrite()
    }
}
