//! The first page of a PDF as a picture, drawn where a hostile one harms nobody ([ADR 93](../../../docs/decisions/0093-first-pages-are-drawn-in-a-child.md)).
//!
//! A PDF is a program of a stranger. So the process that knows records, buckets and keys never reads one: it starts itself
//! again ([`Child`]) without any variable, hands the content to the child's standard input, and gets pixels back. Before the
//! child ([`as_child`]) reads a byte it takes away from itself what it could spend or reach ([`limits`]).

#![warn(missing_docs)]

mod child;
mod draw;
mod limits;
mod parent;

pub use child::as_child;
pub use parent::{Child, in_a_child};
