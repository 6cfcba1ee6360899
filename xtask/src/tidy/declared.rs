//! A call ends in time: a batch of the slowest messages before the timeout. How long a message is hidden follows from that:
//! six times the timeout, as AWS asks for.

use crate::declaration::{Declaration, Trigger};

pub fn check(declarations: &[Declaration]) -> Vec<String> {
    let queued = declarations
        .iter()
        .filter(|declared| matches!(declared.trigger, Trigger::Queue(_)));
    queued.filter_map(in_time).collect()
}

fn in_time(declared: &Declaration) -> Option<String> {
    let Declaration {
        name,
        batch,
        worst,
        timeout,
        ..
    } = declared;
    (batch * worst >= *timeout)
        .then(|| format!("{name}: {batch} messages of {worst} s each do not end within {timeout} s"))
}
