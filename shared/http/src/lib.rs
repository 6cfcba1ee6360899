//! HTTP at the edge of a function: extractors, replies, and errors as `application/problem+json` (RFC 9457).
//!
//! Knows nothing of the table's items or of Stripe.

#![warn(missing_docs)]

mod asyncapi;
mod attempt_cookie;
mod client;
mod code;
mod compress;
mod conditional;
mod device_cookie;
mod edge;
mod error;
mod extract;
mod form;
mod frame;
mod idempotency;
mod network;
mod openapi;
mod page;
mod path;
mod read;
mod refresh_cookie;
mod reply;
mod request;
mod schemas;

pub use asyncapi::{FrameDescription, FrameOperation};
pub use attempt_cookie::{ATTEMPT_COOKIE, attempt_cookie, no_attempt_cookie};
pub use client::{Client, Cookies};
pub use code::ErrorCode;
pub use compress::compress;
pub use conditional::conditional;
pub use device_cookie::{DEVICE_COOKIE, device_cookie};
pub use edge::{client_address, require_edge, require_origin};
pub use error::{ApiError, Problem};
pub use extract::{AskedPath, Body, Extract, MaybeCaller, OptionalBody, Query, RawBody, present, take};
pub use form::Form;
pub use frame::{Frame, LONGEST_CLIENT_ID, client_id};
pub use idempotency::Idempotency;
pub use network::network;
pub use openapi::{Operation, Security};
pub use page::{Page, PageQuery, check_limit};
pub use path::{Path, Paths};
pub use proconnect_auth::{Admin, Caller};
pub use refresh_cookie::{REFRESH_COOKIE, no_refresh_cookie, refresh_cookie};
pub use reply::{Accepted, Created, Csv, Document, Json, NoContent, Reply, Status, Unkept, WithCookies};
pub use request::{Context, OriginHash, Request, Response, request_id};
pub use schemas::Schemas;
