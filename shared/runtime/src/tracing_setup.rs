//! Structured logs: one JSON object a line, as CloudWatch Logs Insights reads them.

use tracing_subscriber::EnvFilter;

/// Starts logging. `RUST_LOG` or `LOG_LEVEL` set the level; `info` without. A second call does nothing.
pub fn init_tracing() {
    let level = crate::config::optional("RUST_LOG").or_else(|| crate::config::optional("LOG_LEVEL"));
    let filter = EnvFilter::new(level.unwrap_or_else(|| "info".to_owned()));
    // A second subscriber is refused, which is what tests want.
    let _ = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_env_filter(filter)
        .with_target(false)
        .try_init();
}
