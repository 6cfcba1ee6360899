//! Turns handlers into Lambda functions: configuration, tracing, AWS clients, `App`, and the adapters from
//! Lambda events to handlers.
//!
//! The same [`Function`]s run behind API Gateway and inside `local/`; no code branches on which.

#![warn(missing_docs)]

mod app;
mod aws;
mod cache;
mod collision;
mod config;
mod environment;
mod events;
mod function;
mod ids;
mod invoke;
mod load;
#[doc(hidden)]
pub mod name;
mod security;
mod service;
mod socket;
mod tracing_setup;
mod values;
mod xray;

pub use app::{App, AppBuilder};
pub use aws::{
    AwsClientConfig, S3Objects, api_gateway_push, aws_client_config, clamd_scanner, dynamodb_client,
    s3_objects, ses_mailer, sqs_queue,
};
pub use cache::cache;
pub use config::Config;
pub use environment::ConfigError;
pub use events::{FromMessage, Message, Records, Work, report_unreadable};
pub use function::{Deployment, Describe, DescribeFrame, Function, Trigger, describe, describe_frame, takes};
pub use ids::{Clock, SystemClock};
pub use invoke::{http_invoke, operated_invoke, schedule_invoke, sqs_invoke, stream_invoke};
#[doc(hidden)]
pub use invoke::{read_command, show};
pub use proconnect_http::{ApiError, ErrorCode, Frame};
pub use security::SECURITY_EVENTS;
pub use service::{Exit, Service, serve, serve_alone};
pub use socket::{Connected, Connection, FromSocket, Opening, SocketEvent, SocketReply, socket_invoke, take};
pub use tracing_setup::{init_tracing, log_lines};

/// What macros need by an absolute path.
#[doc(hidden)]
pub mod reexport {
    pub use lambda_runtime::{Error, LambdaEvent};
    pub use proconnect_http as http;
    pub use serde_json::Value;
}

/// What a consumer's handler may fail with: logged, and the message is tried again.
pub type HandlerError = Box<dyn std::error::Error + Send + Sync>;
