//! Structured logs: one JSON object a line, as CloudWatch Logs Insights reads them.

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Starts logging. `RUST_LOG` or `LOG_LEVEL` set the level; `info` without. A second call does nothing.
///
/// Directives such as `info,hyper=warn` are understood, but no filters on fields: those need an engine for regular
/// expressions, in every function.
pub fn init_tracing() {
    let level = crate::config::optional("RUST_LOG").or_else(|| crate::config::optional("LOG_LEVEL"));
    let filter: Targets = level
        .and_then(|level| level.parse().ok())
        .unwrap_or_else(|| Targets::new().with_default(LevelFilter::INFO));
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_target(false);
    // A second subscriber is refused, which is what tests want.
    let _ = tracing_subscriber::registry().with(filter).with(lines).try_init();
}
