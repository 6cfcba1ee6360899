//! Structured logs: one JSON object a line, as CloudWatch Logs Insights reads them.

use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Starts logging. `RUST_LOG` or `LOG_LEVEL` set the level; `info` without. A second call does nothing.
///
/// Directives such as `info,hyper=warn` are understood, but no filters on fields: those need an engine for regular
/// expressions, in every function.
pub fn init_tracing() {
    let level =
        crate::environment::optional("RUST_LOG").or_else(|| crate::environment::optional("LOG_LEVEL"));
    let filter: Targets = level
        .and_then(|level| level.parse().ok())
        .unwrap_or_else(|| Targets::new().with_default(LevelFilter::INFO));
    // A second subscriber is refused, which is what tests want.
    let _ = tracing_subscriber::registry()
        .with(filter)
        .with(log_lines(std::io::stdout))
        .try_init();
}

/// The lines of the log: each has the fields of the call that it belongs to under `span`, and so its `cause`.
pub fn log_lines<S, W>(writer: W) -> impl Layer<S>
where
    S: tracing::Subscriber + for<'a> LookupSpan<'a>,
    W: for<'a> MakeWriter<'a> + 'static,
{
    tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_span_list(false)
        .with_target(false)
        .with_writer(writer)
}
