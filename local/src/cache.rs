//! Where rate limits and hot data are kept: a Redis where one is named, otherwise the table and memory, as in the cloud.

use crate::Error;
use proconnect_cache::{Cache, Memory, Redis};
use std::sync::Arc;
use std::time::Duration;

/// Where rate limits and hot data are kept.
#[derive(Debug, Clone, Default)]
pub enum Caching {
    /// Limits in the table; nothing else is kept, so that everybody sees every change at once.
    #[default]
    Off,
    /// Limits in the table, hot data in memory.
    Memory,
    /// Both in the Redis or Valkey of this address, which has this long to answer.
    Redis(String, Duration),
}

/// The cache, and what is said of it at the start. A Redis that was asked for is used even if it does not answer yet: the
/// table stands in for it.
pub(crate) fn choose(wanted: &Caching) -> Result<(Option<Arc<dyn Cache>>, String), Error> {
    Ok(match wanted {
        Caching::Off => (None, "table".to_owned()),
        Caching::Memory => (
            Some(Arc::new(Memory::default())),
            "table; hot lists in memory".to_owned(),
        ),
        Caching::Redis(url, patience) => {
            let redis = Redis::new(url).map_err(|reason| format!("CACHE_URL is {reason}"))?;
            let text = format!("redis at {}", redis.address());
            (Some(Arc::new(redis.waiting(*patience))), text)
        }
    })
}
