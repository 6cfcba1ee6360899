//! What the cache is used for: rate limits, and public data that many ask for.

use crate::{App, Config, HandlerError};
use proconnect_cache::{Cache, Memory, Redis};
use proconnect_domain::RateLimit;
use proconnect_http::ApiError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;
use std::time::Duration;

/// The cache that `CACHE_URL` names; this process's memory without one.
pub fn cache(config: &Config) -> Result<Arc<dyn Cache>, HandlerError> {
    Ok(match &config.cache_url {
        Some(url) => Arc::new(Redis::new(url).map_err(|reason| format!("CACHE_URL is {reason}"))?),
        None => Arc::new(Memory::default()),
    })
}

impl App {
    /// Takes tokens in the cache: `None` where it keeps no buckets or does not answer, and the table is to be asked.
    pub async fn take_cached<'a>(
        &self,
        buckets: impl Iterator<Item = (&'static str, &'a str, RateLimit)>,
    ) -> Option<Result<(), Duration>> {
        let cache = self.cache()?;
        let buckets: Vec<_> = buckets
            .map(|(name, who, limit)| (format!("{name}#{who}"), limit))
            .collect();
        cache.take(&buckets, self.now()).await
    }

    /// Forgets what was taken from buckets in the cache.
    pub async fn forget_buckets<'a>(&self, buckets: impl Iterator<Item = (&'static str, &'a str)>) {
        if let Some(cache) = self.cache() {
            let buckets: Vec<_> = buckets.map(|(name, who)| format!("{name}#{who}")).collect();
            cache.forget(&buckets).await;
        }
    }

    /// Public data that may be as old as `keep`: what was kept, or what `make` answers, which is then kept. The key names
    /// everything that the data depends on; never a caller.
    pub async fn hot<T: Serialize + DeserializeOwned>(
        &self,
        key: &str,
        keep: Duration,
        make: impl Future<Output = Result<T, ApiError>>,
    ) -> Result<T, ApiError> {
        let Some(cache) = self.cache() else {
            return make.await;
        };
        // Until when it is good stands beside it, by the clock that everything else goes by; a shape that another release
        // has written is made anew.
        let now = self.now();
        let kept = cache.get(key).await;
        if let Some((until, value)) = kept.and_then(|bytes| serde_json::from_slice::<(i64, T)>(&bytes).ok())
            && until > now.as_millis()
        {
            return Ok(value);
        }
        let value = make.await?;
        if let Ok(bytes) = serde_json::to_vec(&(now.plus(keep).as_millis(), &value)) {
            cache.put(key, &bytes, keep).await;
        }
        Ok(value)
    }
}
