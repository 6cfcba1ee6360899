//! The open WebSocket connections, and what functions send to them.

use proconnect_messaging::{Delivery, Push, SendError};
use std::collections::HashMap;
use std::sync::Mutex;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};

/// What goes to a browser.
#[derive(Debug, PartialEq, Eq)]
pub enum Outgoing {
    /// A frame.
    Text(String),
    /// The end of the connection.
    Close,
}

/// API Gateway's quota for a message, either way.
pub(crate) const MAX_MESSAGE: usize = 128 * 1024;

/// The open connections.
#[derive(Default)]
pub(crate) struct Sockets(pub(crate) Mutex<HashMap<String, UnboundedSender<Outgoing>>>);

/// A connection, from the browser's side.
pub struct Connection {
    /// Its id.
    pub id: String,
    /// What is sent to it.
    pub incoming: UnboundedReceiver<Outgoing>,
}

impl Sockets {
    pub(crate) fn send(&self, id: &str, outgoing: Outgoing) -> Delivery {
        let open = self.0.lock().ok().and_then(|open| open.get(id).cloned());
        match open.map(|connection| connection.send(outgoing)) {
            Some(Ok(())) => Delivery::Taken,
            _ => Delivery::Gone,
        }
    }
}

#[async_trait::async_trait]
impl Push for Sockets {
    async fn post(&self, connection: &str, frame: &str) -> Result<Delivery, SendError> {
        if frame.len() > MAX_MESSAGE {
            return Err(SendError("API Gateway: PayloadTooLargeException".to_owned()));
        }
        Ok(self.send(connection, Outgoing::Text(frame.to_owned())))
    }
    async fn close(&self, connection: &str) -> Result<(), SendError> {
        self.send(connection, Outgoing::Close);
        Ok(())
    }
}
