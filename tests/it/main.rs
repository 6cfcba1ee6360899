//! Handlers on a real table: one file for each function, and what belongs to no single one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a failed expectation is a failed test"
)]

mod admin;
mod audit;
mod auth;
mod authorization;
mod bids;
mod budget;
mod cache;
mod chat;
mod contracts;
mod crash;
mod disputes;
mod drift;
mod edge;
mod faults;
mod files;
mod full_partition;
mod gateway_limits;
mod idempotency;
mod kept;
mod lists;
mod milestones;
mod notifications;
mod payments;
mod people;
mod personal;
mod replies;
mod rewriting;
mod samples;
mod shapes;
mod system;
mod table_limits;
mod tasks;
mod users;
mod worst_texts;
