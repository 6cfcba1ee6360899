//! Functions that die in the middle.

use std::task::Poll;

/// Works at something step by step, and dies at one of them: nothing when it did, and what had been begun is dropped.
pub async fn dies_at<T>(step: usize, work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut steps) = (Box::pin(work), 0);
    std::future::poll_fn(|context| {
        if steps == step {
            return Poll::Ready(None);
        }
        steps += 1;
        work.as_mut().poll(context).map(Some)
    })
    .await
}
