//! A function of the template: its name, how it is triggered, and how to call it.

use crate::App;
use lambda_http::BoxFuture;
use lambda_runtime::{Error, LambdaEvent};
use proconnect_http::{ApiError, Extract, Operation, Reply};
use serde_json::Value;

/// Calls a function with the event JSON that Lambda would hand it.
pub type Invoke = fn(App, LambdaEvent<Value>) -> BoxFuture<'static, Result<Value, Error>>;

/// Fills in the OpenAPI operation of an HTTP function.
pub type Describe = fn(&mut Operation<'_>);

/// What triggers a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A route of the HTTP API.
    Http,
    /// An SQS queue.
    Sqs,
    /// The table's stream.
    Stream,
    /// A schedule.
    Schedule,
    /// Routes of the WebSocket API.
    Socket,
}

/// One function. Each domain lists its own in `FUNCTIONS`; `local/` and the bootstraps call them alike.
#[derive(Clone, Copy)]
pub struct Function {
    /// The one name: binary, template entry, event, test.
    pub name: &'static str,
    /// What triggers it.
    pub kind: Kind,
    /// Calls it.
    pub invoke: Invoke,
    /// Describes it, if it is an HTTP function.
    pub describe: Option<Describe>,
}

/// Describes a handler by its own types: two extractors in, a reply out.
pub fn describe<A, B, R, H>(operation: &mut Operation<'_>, _handler: H)
where
    A: Extract,
    B: Extract,
    R: Reply,
    H: AsyncFn(&App, A, B) -> Result<R, ApiError>,
{
    A::describe(operation);
    B::describe(operation);
    R::describe(operation);
}

/// An HTTP function: `handle(&App, caller, input) -> Result<impl Reply, ApiError>`.
#[macro_export]
macro_rules! http {
    ($name:literal, $handler:path) => {
        $crate::Function {
            name: $name,
            kind: $crate::Kind::Http,
            invoke: |app, event| {
                $crate::http_invoke($name, app, event, |app, request| {
                    Box::pin(async move {
                        let taken = $crate::reexport::http::Extract::extract(app, request)?;
                        let app = &app.acting($crate::reexport::http::Extract::actor(&taken));
                        let (caller, input) = taken;
                        let reply = $handler(app, caller, input).await?;
                        Ok($crate::reexport::http::Reply::into_response(reply))
                    })
                })
            },
            describe: Some(|operation| $crate::describe(operation, $handler)),
        }
    };
}

/// A queue's consumer: `handle(&App, Message) -> Result<(), HandlerError>`, called once per message.
#[macro_export]
macro_rules! sqs {
    ($name:literal, $handler:path) => {
        $crate::Function {
            name: $name,
            kind: $crate::Kind::Sqs,
            invoke: |app, event| {
                $crate::sqs_invoke($name, app, event, |app, message| Box::pin($handler(app, message)))
            },
            describe: None,
        }
    };
}

/// A consumer of the table's stream: `handle(&App, &Records) -> Result<(), (String, HandlerError)>`; the error
/// names the sequence number to go on from.
#[macro_export]
macro_rules! stream {
    ($name:literal, $handler:path) => {
        $crate::Function {
            name: $name,
            kind: $crate::Kind::Stream,
            invoke: |app, event| {
                $crate::stream_invoke($name, app, event, |app, records| Box::pin($handler(app, records)))
            },
            describe: None,
        }
    };
}

/// A scheduled function: `handle(&App) -> Result<(), HandlerError>`.
#[macro_export]
macro_rules! schedule {
    ($name:literal, $handler:path) => {
        $crate::Function {
            name: $name,
            kind: $crate::Kind::Schedule,
            invoke: |app, _event| $crate::schedule_invoke($name, app, |app| Box::pin($handler(app))),
            describe: None,
        }
    };
}

/// A function of the WebSocket API: `handle(&App, &SocketEvent) -> Result<Option<Frame>, ApiError>`. What it answers goes
/// back over the connection; an error refuses the connection when it is opened, and is an error frame afterwards.
#[macro_export]
macro_rules! socket {
    ($name:literal, $handler:path) => {
        $crate::Function {
            name: $name,
            kind: $crate::Kind::Socket,
            invoke: |app, event| {
                $crate::socket_invoke($name, app, event, |app, event| Box::pin($handler(app, event)))
            },
            describe: None,
        }
    };
}
