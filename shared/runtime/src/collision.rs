//! What every handler has in common: it reads, decides, and writes on condition that nothing has moved since.
//!
//! Two who act on one thing at the same moment collide, and the second is made again from its reading, so that it meets what
//! the first has done: the same answer where both wanted the same, a refusal with a reason where they did not, and for two
//! milestones of one contract simply both. This is the only place where that is done. A handler may therefore run several times
//! for one call; whatever it asks of others before it writes goes out under a key that is the same each time.

use crate::HandlerError;
use proconnect_http::ApiError;
use proconnect_store::{Retry, StoreError};

/// An error that may be a collision.
pub(crate) trait Collides {
    /// A neighbour's write came in between, and nothing was written.
    fn has_collided(&self) -> bool;
}

impl Collides for ApiError {
    fn has_collided(&self) -> bool {
        self.has_collided()
    }
}

impl Collides for HandlerError {
    fn has_collided(&self) -> bool {
        match self.downcast_ref::<ApiError>() {
            Some(error) => error.has_collided(),
            None => matches!(self.downcast_ref(), Some(StoreError::Stale(_))),
        }
    }
}

/// Runs a handler until it does not collide; its last error when that takes too long.
pub(crate) async fn settled<T, E: Collides, F>(handler: impl Fn() -> F) -> Result<T, E>
where
    F: Future<Output = Result<T, E>>,
{
    let mut retry = Retry::step();
    loop {
        match handler().await {
            Err(error) if error.has_collided() => {
                if retry.again().await.is_err() {
                    return Err(error);
                }
            }
            outcome => return outcome,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    async fn tries(error: impl Fn() -> HandlerError, failures: u32) -> (u32, bool) {
        let made = AtomicU32::new(0);
        let outcome = settled(|| async {
            if made.fetch_add(1, Ordering::Relaxed) < failures {
                return Err(error());
            }
            Ok(())
        });
        let is_ok = outcome.await.is_ok();
        (made.into_inner(), is_ok)
    }

    #[tokio::test]
    async fn a_collision_is_tried_again_and_nothing_else() {
        assert_eq!(tries(|| StoreError::Stale("contract").into(), 3).await, (4, true));
        assert_eq!(
            tries(|| ApiError::from(StoreError::Stale("contract")).into(), 1).await,
            (2, true)
        );
        assert_eq!(
            tries(|| StoreError::Condition("task").into(), 1).await,
            (1, false)
        );
        assert_eq!(tries(|| "a broken pipe".into(), 1).await, (1, false));
    }
}
