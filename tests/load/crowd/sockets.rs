//! Connections that are open while the crowd works, and listened to as a browser does.

use crate::people::People;
use futures_util::StreamExt as _;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The connections; they end with it.
pub(crate) struct Sockets {
    open: Arc<AtomicUsize>,
    _readers: tokio::task::JoinSet<()>,
}

impl Sockets {
    /// How many are still open.
    pub(crate) fn open(&self) -> usize {
        self.open.load(Ordering::Relaxed)
    }
}

/// Opens so many, shared out among the people.
pub(crate) async fn open(base: &str, people: &People, count: usize) -> Sockets {
    let all: Vec<_> = people.clients.iter().chain(&people.freelancers).collect();
    let (open, mut readers) = (Arc::new(AtomicUsize::new(0)), tokio::task::JoinSet::new());
    for number in 0..count {
        let ticket = all[number % all.len()]
            .post(&format!("{base}/v1/chat/ticket"), &json!({}))
            .await;
        let address = format!(
            "{}/ws?ticket={}",
            base.replace("http", "ws"),
            ticket["ticket"].as_str().unwrap()
        );
        let (mut socket, _) = tokio_tungstenite::connect_async(address)
            .await
            .expect("a connection");
        let open = Arc::clone(&open);
        open.fetch_add(1, Ordering::Relaxed);
        readers.spawn(async move {
            while let Some(Ok(_)) = socket.next().await {}
            open.fetch_sub(1, Ordering::Relaxed);
        });
    }
    Sockets {
        open,
        _readers: readers,
    }
}
