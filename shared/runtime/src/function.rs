//! A function of the template: its name, how it is triggered, and how to call it.

use crate::{App, FromMessage, FromSocket, HandlerError, SocketReply};
use lambda_http::BoxFuture;
use lambda_runtime::{Error, LambdaEvent};
use proconnect_http::{ApiError, Extract, FrameOperation, Operation, Reply};
use serde_json::Value;

/// Calls a function with the event JSON that Lambda would hand it.
pub type Invoke = fn(App, LambdaEvent<Value>) -> BoxFuture<'static, Result<Value, Error>>;

/// Fills in the OpenAPI operation of an HTTP function.
pub type Describe = fn(&mut Operation<'_>);

/// Fills in the AsyncAPI operation of a function of the WebSocket API.
pub type DescribeFrame = fn(&mut FrameOperation<'_>);

/// What triggers a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trigger {
    /// A route of the HTTP API: `POST`, `/v1/tasks/{taskId}/bids`.
    Http {
        /// The method.
        method: &'static str,
        /// The path; its parameter stands in braces.
        path: &'static str,
    },
    /// An SQS queue by its name, such as `email`; one whose name ends in `.fifo` keeps the order of each group.
    Queue(&'static str),
    /// The new outbox records in the table's stream.
    Stream,
    /// A schedule, as EventBridge writes it: `rate(1 minute)`.
    Schedule(&'static str),
    /// A route of the WebSocket API: `$connect`, `$disconnect`, `$default`, or the `action` of a frame.
    Socket(&'static str),
    /// Nothing: an operator invokes it by hand.
    Manual,
}

/// How a function is deployed. What a declaration does not name is as in [`Deployment::DEFAULT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deployment {
    /// Megabytes, and with them the share of a CPU.
    pub memory: u32,
    /// Seconds until Lambda ends a call.
    pub timeout: u32,
    /// How many messages or records one call takes at most.
    pub batch: u32,
    /// Seconds that one message takes at worst: `batch` of them must end before `timeout`.
    pub worst: u32,
    /// How often a message is delivered before it goes to the dead-letter queue.
    pub receives: u32,
    /// How many calls a queue makes at the same time at most; 0 for as many as Lambda likes.
    pub concurrency: u32,
    /// How many calls are kept free for it (and are all that it gets); 0 for none.
    pub reserved: u32,
    /// Whether it runs in the image of the virus scanner instead of from a zip.
    pub image: bool,
}

impl Deployment {
    /// What most functions are content with.
    pub const DEFAULT: Self = Self {
        memory: 256,
        timeout: 15,
        batch: 10,
        worst: 1,
        receives: 5,
        concurrency: 0,
        reserved: 0,
        image: false,
    };
}

/// One function, declared beside its handler. `cargo xtask generate` writes from the declaration what stands elsewhere:
/// binary, template, queue, route. Each domain lists its own in `FUNCTIONS`; `local/` and the bootstraps call them alike.
#[derive(Clone, Copy)]
pub struct Function {
    /// The one name: binary, template entry, event, test. Derived from the module that declares it.
    pub name: &'static str,
    /// What triggers it.
    pub trigger: Trigger,
    /// How it is deployed.
    pub deployment: Deployment,
    /// Calls it.
    pub invoke: Invoke,
    /// Describes it, if it is an HTTP function.
    pub describe: Option<Describe>,
    /// The kinds of envelopes that it takes, if it consumes a queue.
    pub takes: fn() -> Vec<&'static str>,
    /// Describes its frames, if it is a function of the WebSocket API.
    pub describe_frame: Option<DescribeFrame>,
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

/// The kinds of envelopes that a queue's handler takes, by its own type.
pub fn takes<M, H>(_handler: H) -> Vec<&'static str>
where
    M: FromMessage,
    H: AsyncFn(&App, M) -> Result<(), HandlerError>,
{
    M::kinds()
}

/// Describes a handler of the WebSocket API by its own types.
pub fn describe_frame<A, B, R, H>(operation: &mut FrameOperation<'_>, _handler: H)
where
    A: FromSocket,
    B: FromSocket,
    R: SocketReply,
    H: AsyncFn(&App, A, B) -> Result<R, ApiError>,
{
    A::describe(operation);
    B::describe(operation);
    R::describe(operation);
}

/// What each of the macros below has in common.
#[doc(hidden)]
#[macro_export]
macro_rules! declared {
    ($trigger:expr, $invoke:expr, $describe:expr, { $($key:ident = $value:expr),* }) => {
        $crate::declared!($trigger, $invoke, $describe, Vec::new, { $($key = $value),* })
    };
    ($trigger:expr, $invoke:expr, $describe:expr, $takes:expr, { $($key:ident = $value:expr),* }) => {
        $crate::Function {
            name: NAME,
            trigger: $trigger,
            #[allow(clippy::needless_update, reason = "a declaration may name every setting")]
            deployment: $crate::Deployment { $($key: $value,)* ..$crate::Deployment::DEFAULT },
            invoke: $invoke,
            describe: $describe,
            takes: $takes,
            describe_frame: None,
        }
    };
}

/// The name of the function that the calling module declares: `bids::create` declares `bids-create`.
#[doc(hidden)]
#[macro_export]
macro_rules! name_of_module {
    () => {{
        const BYTES: [u8; $crate::name::length(module_path!())] = $crate::name::bytes(module_path!());
        $crate::name::text(&BYTES)
    }};
}

/// An HTTP function, `http!(POST "/v1/tasks", handle)`: `handle(&App, caller, input) -> Result<impl Reply, ApiError>`.
#[macro_export]
macro_rules! http {
    ($method:ident $path:literal, $handler:path $(, $key:ident = $value:expr)* $(,)?) => {{
        const NAME: &str = $crate::name_of_module!();
        $crate::declared!(
            $crate::Trigger::Http { method: stringify!($method), path: $path },
            |app, event| {
                $crate::http_invoke(NAME, app, event, |app, request| {
                    Box::pin(async move {
                        let taken = $crate::reexport::http::take(app, request)?;
                        let actor = $crate::reexport::http::Extract::actor(&taken);
                        let app = &app.acting(actor, $crate::reexport::http::Extract::session(&taken));
                        let for_anybody = $crate::reexport::http::Extract::is_visitor(&taken);
                        let (caller, input) = taken;
                        let reply = $handler(app, caller, input).await?;
                        let response = $crate::reexport::http::Reply::into_response(reply);
                        Ok($crate::reexport::http::conditional(request, response, for_anybody))
                    })
                })
            },
            Some(|operation| $crate::describe(operation, $handler)),
            { $($key = $value),* }
        )
    }};
}

/// A queue's consumer, `sqs!("email", handle)`: `handle(&App, impl FromMessage) -> Result<(), HandlerError>`, called once
/// per message.
#[macro_export]
macro_rules! sqs {
    ($queue:literal, $handler:path $(, $key:ident = $value:expr)* $(,)?) => {{
        const NAME: &str = $crate::name_of_module!();
        $crate::declared!(
            $crate::Trigger::Queue($queue),
            |app, event| {
                $crate::sqs_invoke(NAME, app, event, |app, message| {
                    Box::pin(async move {
                        let work = $crate::FromMessage::from_message(message)?;
                        $handler(app, work).await
                    })
                })
            },
            None,
            || $crate::takes($handler),
            { $($key = $value),* }
        )
    }};
}

/// A consumer of the table's stream, `stream!(handle)`: `handle(&App, &Records) -> Result<(), (String, HandlerError)>`; the
/// error names the sequence number to go on from.
#[macro_export]
macro_rules! stream {
    ($handler:path $(, $key:ident = $value:expr)* $(,)?) => {{
        const NAME: &str = $crate::name_of_module!();
        $crate::declared!(
            $crate::Trigger::Stream,
            |app, event| {
                $crate::stream_invoke(NAME, app, event, |app, records| Box::pin($handler(app, records)))
            },
            None,
            { $($key = $value),* }
        )
    }};
}

/// A scheduled function, `schedule!("rate(1 minute)", handle)`: `handle(&App) -> Result<(), HandlerError>`.
#[macro_export]
macro_rules! schedule {
    ($rate:literal, $handler:path $(, $key:ident = $value:expr)* $(,)?) => {{
        const NAME: &str = $crate::name_of_module!();
        $crate::declared!(
            $crate::Trigger::Schedule($rate),
            |app, event| $crate::schedule_invoke(NAME, app, event, |app| Box::pin($handler(app))),
            None,
            { $($key = $value),* }
        )
    }};
}

/// A scheduled function that an operator may also invoke with a command, `operated!("rate(1 minute)", handle)`:
/// `handle(&App, Option<C>) -> Result<impl Serialize, HandlerError>`, without a command when the schedule calls. What it
/// returns is what the operator is shown.
#[macro_export]
macro_rules! operated {
    ($rate:literal, $handler:path $(, $key:ident = $value:expr)* $(,)?) => {{
        const NAME: &str = $crate::name_of_module!();
        $crate::declared!(
            $crate::Trigger::Schedule($rate),
            |app, event| {
                $crate::operated_invoke(NAME, app, event, |app, command| {
                    Box::pin(async move {
                        let command = command.map($crate::read_command).transpose()?;
                        $crate::show($handler(app, command).await?)
                    })
                })
            },
            None,
            { $($key = $value),* }
        )
    }};
}

/// A function of the WebSocket API, `socket!("ping", handle)`: `handle(&App, connection, frame) -> Result<impl SocketReply,
/// ApiError>`, with what [`FromSocket`] gives. What it answers goes back over the connection; an error refuses the connection
/// when it is opened, and is an error frame afterwards.
#[macro_export]
macro_rules! socket {
    ($route:literal, $handler:path $(, $key:ident = $value:expr)* $(,)?) => {{
        const NAME: &str = $crate::name_of_module!();
        $crate::Function {
            describe_frame: Some(|operation| $crate::describe_frame(operation, $handler)),
            ..$crate::declared!(
                $crate::Trigger::Socket($route),
                |app, event| {
                    $crate::socket_invoke(NAME, app, event, |app, event| {
                        Box::pin(async move {
                            let taken = $crate::take(app, event).await?;
                            let app = &app.acting($crate::FromSocket::actor(&taken), None);
                            let (connection, frame) = taken;
                            let reply = $handler(app, connection, frame).await?;
                            Ok($crate::SocketReply::into_frame(reply))
                        })
                    })
                },
                None,
                { $($key = $value),* }
            )
        }
    }};
}
