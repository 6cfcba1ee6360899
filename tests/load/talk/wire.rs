//! Two servers, spoken to by the same windows: ours, and Socket.io's protocol over a WebSocket.

use crate::people::People;
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use std::net::{IpAddr, Ipv4Addr};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

pub(crate) type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// A server, by its origin.
#[derive(Clone)]
pub(crate) enum Wire {
    Ours(String),
    Peer(String),
}

/// What was heard.
pub(crate) struct Heard {
    /// `ack`, `message`, `error` or anything else.
    pub(crate) kind: String,
    pub(crate) client_id: String,
}

impl Wire {
    /// Opens a window of somebody.
    pub(crate) async fn open(&self, people: &People, window: usize) -> Socket {
        match self {
            Wire::Ours(base) => {
                let call = browser(window)
                    .post(format!("{base}/v1/chat/ticket"))
                    .bearer_auth(&people.all[window].token);
                let ticket: Value = call.send().await.unwrap().json().await.unwrap();
                let ticket = ticket["ticket"].as_str().unwrap_or_else(|| panic!("{ticket}"));
                let address = format!("{}/ws?ticket={ticket}", base.replace("http", "ws"));
                connect_async(address).await.unwrap().0
            }
            Wire::Peer(base) => {
                let address = format!(
                    "{}/socket.io/?EIO=4&transport=websocket",
                    base.replace("http", "ws")
                );
                let mut socket = connect_async(address).await.unwrap().0;
                let auth = json!({"user": people.all[window].id, "room": people.room(window)});
                socket.send(Message::text(format!("40{auth}"))).await.unwrap();
                // The server's greeting, and that it has joined the room.
                for _ in 0..2 {
                    socket.next().await.unwrap().unwrap();
                }
                socket
            }
        }
    }

    /// A message as the server takes it.
    pub(crate) fn say(&self, room: &str, client_id: &str, text: &str) -> Message {
        let body = json!({"action": "send", "roomId": room, "clientId": client_id, "text": text});
        match self {
            Wire::Ours(_) => Message::text(body.to_string()),
            Wire::Peer(_) => Message::text(format!("42{}", json!(["send", body]))),
        }
    }

    /// What a frame says, if it is one; what has to be answered for the connection to stay is answered by itself.
    pub(crate) fn read(&self, text: &str) -> Option<Heard> {
        let (kind, body) = match self {
            Wire::Ours(_) => {
                let body: Value = serde_json::from_str(text).ok()?;
                (body["type"].as_str()?.to_owned(), body)
            }
            Wire::Peer(_) => {
                let mut parts: Vec<Value> = serde_json::from_str(text.strip_prefix("42")?).ok()?;
                (parts.first()?.as_str()?.to_owned(), parts.pop()?)
            }
        };
        let client_id = body["message"]["clientId"].as_str().or(body["clientId"].as_str());
        Some(Heard {
            client_id: client_id.unwrap_or_default().to_owned(),
            kind,
        })
    }
}

/// At an address of its own, since a network may only ask for so many tickets. All of 127.0.0.0/8 is this machine.
fn browser(window: usize) -> reqwest::Client {
    let [_, _, high, low] = (window as u32 + 1).to_be_bytes();
    let address = IpAddr::V4(Ipv4Addr::new(127, 7, high, low));
    reqwest::Client::builder().local_address(address).build().unwrap()
}
