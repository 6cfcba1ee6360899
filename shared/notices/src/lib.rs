//! What people are told of what has happened: planned by a pure function, worded by templates.
//!
//! A worker hands [`plan`] a fact and what [`needs`] asks for, and delivers what comes out: into the notification centre,
//! over open connections, by mail ([`Letter::render`]). Nothing here does I/O, and nobody else knows words or pages.

#![warn(missing_docs)]

mod context;
mod mail;
mod notice;
mod pages;
mod place;
mod plan;
mod preferences;
pub mod samples;
pub mod template;
mod thing;
mod words;

pub use context::{Context, DisputeDetails, FileDetails, Missing, Needs, RefundWords, Reminder, needs};
pub use mail::{Letter, Links, Recipient};
pub use notice::{Live, Message, Notice};
pub use place::Place;
pub use plan::plan;
pub use preferences::{Category, Preferences};
pub use template::Template;
pub use thing::{Thing, What};
pub use words::{Line, Lines, RenderError};

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
