//! Counts round trips and capacity units, so that budgets can be held by tests and seen in logs.

use aws_sdk_dynamodb::types::ConsumedCapacity;
use std::sync::Mutex;

/// What one request cost at the table.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Reading {
    /// Calls that read.
    pub reads: u32,
    /// Calls that wrote.
    pub writes: u32,
    /// Capacity units (read or write request units), as DynamoDB reports them.
    pub units: f64,
}

/// Adds up the calls of one request.
#[derive(Debug, Default)]
pub struct Meter(Mutex<Reading>);

impl Meter {
    pub(crate) fn count<'a>(&self, write: bool, capacity: impl IntoIterator<Item = &'a ConsumedCapacity>) {
        let units: f64 = capacity
            .into_iter()
            .filter_map(ConsumedCapacity::capacity_units)
            .sum();
        if let Ok(mut reading) = self.0.lock() {
            *if write {
                &mut reading.writes
            } else {
                &mut reading.reads
            } += 1;
            reading.units += units;
        }
    }

    /// Calls that were made at once are one round trip; their units add up.
    pub(crate) fn at_once(&self, calls: Reading) {
        if let Ok(mut reading) = self.0.lock() {
            reading.reads += calls.reads.min(1);
            reading.writes += calls.writes.min(1);
            reading.units += calls.units;
        }
    }

    /// What was counted so far.
    pub fn reading(&self) -> Reading {
        self.0.lock().map(|reading| *reading).unwrap_or_default()
    }
}
