//! The embedded cloud: everything that the functions need, in one process, without account, Docker or network.
//!
//! Routes, triggers and schedules are those that the functions declare, queues are read from `infra/queues.yaml`; the handlers
//! are the deployed ones, called with the event JSON that Lambda would hand them.

pub mod asyncapi;
pub mod cache;
pub mod client;
pub mod clock;
mod connections;
pub mod demo;
mod event;
mod files;
mod filter;
mod folder;
mod functions_env;
pub mod gateway;
mod inspection;
mod keys;
mod mail;
mod mail_simulator;
mod mails;
mod objects;
pub mod openapi;
mod ops;
mod page;
mod queue;
pub mod registry;
mod rights;
mod router;
mod runner;
pub mod samples;
mod scanner;
mod services;
mod site;
mod snapshot;
pub mod sockets;
mod sqlite;
mod stream;
mod stripe;
mod table;
pub mod template;
mod webhooks;
pub mod world;

pub use cache::Caching;
pub use world::{Options, World};

/// What can go wrong while it starts or runs.
pub type Error = Box<dyn std::error::Error + Send + Sync>;
