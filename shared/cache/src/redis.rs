//! Redis or Valkey. One connection per process, made anew when it is lost.

use crate::quiet::Quiet;
use crate::{Bucket, Cache, PATIENCE};
use ::redis::aio::MultiplexedConnection;
use ::redis::{AsyncConnectionConfig, Client, Cmd, FromRedisValue, RedisError, RedisResult, cmd};
use async_trait::async_trait;
use proconnect_domain::Timestamp;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::timeout;

/// How long making a connection may take; callers do not wait for it.
const CONNECTING: Duration = Duration::from_secs(1);

/// All buckets have to be in one slot of a cluster, since a script takes from several of them at once.
const BUCKETS: &str = "proconnect:{rate}:";
const VALUES: &str = "proconnect:hot:";

const TAKE: &str = include_str!("take.lua");

type Slot = Option<MultiplexedConnection>;

/// A Redis or Valkey server, or the one endpoint of a cluster without servers.
pub struct Redis {
    client: Client,
    connection: Arc<Mutex<Slot>>,
    patience: Duration,
    warning: Quiet,
}

impl Redis {
    /// `redis://`, `rediss://` with TLS, or `unix://`. Connects when it is first asked something. The error says nothing
    /// of the address, which may hold a password.
    pub fn new(url: &str) -> Result<Self, &'static str> {
        Ok(Self {
            client: Client::open(url).map_err(|_| "not the address of a Redis")?,
            connection: Arc::default(),
            patience: PATIENCE,
            warning: Quiet::default(),
        })
    }

    /// Waits as long as this for an answer.
    pub fn waiting(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Where it is, without user and password.
    pub fn address(&self) -> String {
        self.client.get_connection_info().addr().to_string()
    }

    /// The answer, or `None` after a warning.
    async fn ask<T: FromRedisValue>(&self, command: &Cmd) -> Option<T> {
        let reason = match timeout(self.patience, self.twice(command)).await {
            Ok(Ok(answer)) => return Some(answer),
            Ok(Err(error)) => error.to_string(),
            Err(_) => {
                self.forget();
                format!("no answer within {} ms", self.patience.as_millis())
            }
        };
        if self.warning.speaks(Instant::now()) {
            tracing::warn!(reason, "the cache does not answer; the table does");
        }
        None
    }

    /// A connection may have been closed while Lambda had this process frozen: then once more, over a new one.
    async fn twice<T: FromRedisValue>(&self, command: &Cmd) -> Result<T, RedisError> {
        match self.once(command).await {
            Err(error) if error.is_connection_dropped() => self.once(command).await,
            other => other,
        }
    }

    async fn once<T: FromRedisValue>(&self, command: &Cmd) -> RedisResult<T> {
        let mut connection = self.connection().await?;
        let answer = command.query_async(&mut connection).await;
        if answer.as_ref().is_err_and(RedisError::is_unrecoverable_error) {
            self.forget();
        }
        answer
    }

    /// The connection; it is made by whoever finds none, while others wait for it.
    async fn connection(&self) -> RedisResult<MultiplexedConnection> {
        let slot = Arc::clone(&self.connection).lock_owned().await;
        if let Some(connection) = &*slot {
            return Ok(connection.clone());
        }
        // In a task of its own: who is out of patience leaves, and the next one finds the connection made.
        let making = tokio::spawn(connect(self.client.clone(), slot));
        making
            .await
            .unwrap_or_else(|error| Err(std::io::Error::other(error).into()))
    }

    /// Drops the connection. When somebody holds the slot, a new one is being made already.
    fn forget(&self) {
        if let Ok(mut slot) = self.connection.try_lock() {
            *slot = None;
        }
    }
}

async fn connect(client: Client, mut slot: OwnedMutexGuard<Slot>) -> RedisResult<MultiplexedConnection> {
    let settings = AsyncConnectionConfig::new().set_connection_timeout(Some(CONNECTING));
    let connection = client
        .get_multiplexed_async_connection_with_config(&settings)
        .await?;
    *slot = Some(connection.clone());
    Ok(connection)
}

#[async_trait]
impl Cache for Redis {
    async fn take(&self, buckets: &[Bucket], now: Timestamp) -> Option<Result<(), Duration>> {
        // The script goes along each time: it is short, and the server compiles it once.
        let mut command = cmd("EVAL");
        command.arg(TAKE).arg(buckets.len());
        for (whose, _) in buckets {
            command.arg(format!("{BUCKETS}{whose}"));
        }
        command.arg(now.as_millis());
        for (_, limit) in buckets {
            let every = limit.every.as_millis() as u64;
            command.arg(every).arg(every * u64::from(limit.burst));
        }
        let wait: u64 = self.ask(&command).await?;
        Some(if wait == 0 {
            Ok(())
        } else {
            Err(Duration::from_millis(wait))
        })
    }

    async fn forget(&self, buckets: &[String]) {
        let mut command = cmd("DEL");
        for whose in buckets {
            command.arg(format!("{BUCKETS}{whose}"));
        }
        self.ask::<u64>(&command).await;
    }

    async fn get(&self, key: &str) -> Option<Vec<u8>> {
        let mut command = cmd("GET");
        self.ask(command.arg(format!("{VALUES}{key}"))).await?
    }

    async fn put(&self, key: &str, value: &[u8], keep: Duration) {
        let mut command = cmd("SET");
        command.arg(format!("{VALUES}{key}")).arg(value);
        command.arg("PX").arg(keep.as_millis().max(1) as u64);
        self.ask::<()>(&command).await;
    }

    async fn warm(&self) {
        // What goes wrong is said when it is asked for something.
        let _ = timeout(CONNECTING, self.connection()).await;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn neither_its_address_nor_a_mistake_in_it_shows_a_password() {
        let redis = Redis::new("rediss://user:secret@cache.example:6380").unwrap();
        assert_eq!(redis.address(), "cache.example:6380");
        assert!(
            !Redis::new("http://user:secret@cache.example")
                .err()
                .unwrap()
                .contains("secret")
        );
    }
}
