//! What functions of every domain hold their callers to: who may still act, how often, and what may hang on a thing.

#![warn(missing_docs)]

mod attachments;
pub mod limits;
mod standing;

pub use attachments::Attachments;
pub use standing::{active_user, confirmed_user, in_use, present_user, stands, user_with_password};
