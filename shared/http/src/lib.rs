//! HTTP at the edge of a function: extractors, replies, and errors as `application/problem+json` (RFC 9457).
//!
//! Knows nothing of the table's items or of Stripe.

#![warn(missing_docs)]

mod asyncapi;
mod attempt_cookie;
mod code;
mod compress;
mod edge;
mod error;
mod extract;
mod frame;
mod idempotency;
mod network;
mod openapi;
mod page;
mod read;
mod refresh_cookie;
mod reply;
mod request;

pub use asyncapi::{FrameDescription, FrameOperation};
pub use attempt_cookie::{ATTEMPT_COOKIE, attempt_cookie, no_attempt_cookie};
pub use code::ErrorCode;
pub use compress::compress;
pub use edge::{OriginHash, require_edge, require_origin};
pub use error::{ApiError, Problem};
pub use extract::{Body, Cookies, Extract, MaybeCaller, Path, Query, RawBody, present};
pub use frame::{Frame, LONGEST_CLIENT_ID, client_id};
pub use idempotency::Idempotency;
pub use network::network;
pub use openapi::{Operation, Security};
pub use page::{Page, PageQuery, check_limit};
pub use proconnect_auth::{Admin, Caller};
pub use refresh_cookie::{REFRESH_COOKIE, no_refresh_cookie, refresh_cookie};
pub use reply::{Accepted, Created, Json, NoContent, Reply, Status, WithCookies};
pub use request::{Context, Request, Response, client_address, request_id};
