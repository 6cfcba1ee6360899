//! Lists that are written in several partitions of an index and read as one. DynamoDB takes 1,000 write units a second in a
//! partition, and no write must wait for the writes of everybody else.

use ulid::Ulid;

/// A list and how many partitions it has.
#[derive(Clone, Copy)]
pub(crate) struct Shards {
    pub(crate) name: &'static str,
    count: u128,
}

impl Shards {
    /// A list that people page through. A page reads every partition, so there are few: 4,000 writes a second.
    pub(crate) const fn list(name: &'static str) -> Self {
        Self { name, count: 4 }
    }

    /// A list that schedules alone read, each minute: 16,000 writes a second.
    pub(crate) const fn due(name: &'static str) -> Self {
        Self { name, count: 16 }
    }

    /// The partition that a thing stands in, for good: a share of its id's randomness. The lowest byte is left out, since a
    /// contract's is always zero.
    pub(crate) fn of(self, id: Ulid) -> String {
        self.partition((id.0 >> 8) % self.count)
    }

    /// What is looked at of each partition, so that it is this much of all.
    pub(crate) fn share(self, window: u32) -> u32 {
        window
            .div_ceil(u32::try_from(self.count).unwrap_or(window))
            .max(1)
    }

    /// Every partition.
    pub(crate) fn all(self) -> impl Iterator<Item = String> {
        (0..self.count).map(move |shard| self.partition(shard))
    }

    fn partition(self, shard: u128) -> String {
        format!("{}#{shard:02}", self.name)
    }
}
