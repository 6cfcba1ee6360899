//! Killed in the middle of a talk: what was acknowledged is there, what was not is sent again and is one message, and whoever was
//! away catches up.

use super::{Server, restart};
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

struct Window(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Window {
    async fn open(server: &Server, token: &str) -> Self {
        let ticket = server.call("POST", "/v1/chat/ticket", token, json!({})).await;
        let base = server.base.replace("http", "ws");
        let address = format!("{base}/ws?ticket={}", ticket["ticket"].as_str().unwrap());
        Self(connect_async(address).await.unwrap().0)
    }

    async fn say(&mut self, frame: &Value) {
        self.0.send(Message::text(frame.to_string())).await.unwrap();
    }

    /// Waits until the other side has ended it.
    async fn ends(&mut self) {
        let end = async { while let Some(Ok(_)) = self.0.next().await {} };
        let end = tokio::time::timeout(Duration::from_secs(30), end).await;
        end.expect("the connection ends");
    }

    /// The next frame of a kind.
    async fn hear(&mut self, kind: &str) -> Value {
        let heard = async {
            loop {
                let frame = self.0.next().await.expect("the connection is open").unwrap();
                let frame: Value = match frame {
                    Message::Text(text) => serde_json::from_str(&text).unwrap(),
                    _ => continue,
                };
                assert_ne!(frame["type"], "error", "{frame}");
                if frame["type"] == kind {
                    return frame;
                }
            }
        };
        let heard = tokio::time::timeout(Duration::from_secs(30), heard).await;
        heard.unwrap_or_else(|_| panic!("no {kind} was heard"))
    }
}

/// A client and a freelancer, by their tokens, and their room.
struct Talk {
    clara: String,
    felix: String,
    room: String,
}

impl Talk {
    async fn begin(server: &Server) -> Self {
        let mut tokens = Vec::new();
        for role in ["client", "freelancer"] {
            let email = server.person(role).await;
            tokens.push(server.verify(&email).await);
        }
        let task = json!({
            "title": "Design a logo", "description": "<p>A friendly logo for a bakery.</p>", "category": "design",
            "skills": ["Logo design"], "deadline": server.in_a_month().await,
            "budget": {"type": "fixed", "min": 10_000, "max": 50_000, "currency": "usd"},
        });
        let task = server.call("POST", "/v1/tasks", &tokens[0], task).await;
        let path = format!("/v1/tasks/{}/room", task["id"].as_str().unwrap());
        let room = server.call("POST", &path, &tokens[1], json!({})).await;
        let [clara, felix] = tokens.try_into().unwrap();
        Self {
            clara,
            felix,
            room: room["id"].as_str().unwrap().to_owned(),
        }
    }

    fn frame(&self, number: usize) -> Value {
        json!({
            "action": "send", "roomId": self.room, "clientId": format!("c-{number}"), "text": format!("Number {number}"),
        })
    }

    /// What stands behind a message, as a window that was away asks for it.
    async fn after(&self, server: &Server, last: &Value) -> Vec<Value> {
        let path = format!(
            "/v1/rooms/{}/messages?after={}",
            self.room,
            last.as_str().unwrap()
        );
        let page = server.call("GET", &path, &self.clara, Value::Null).await;
        page["items"].as_array().unwrap().clone()
    }
}

#[tokio::test]
async fn killed_while_somebody_writes_it_loses_and_doubles_nothing() {
    let data = tempfile::tempdir().unwrap();
    let mut server = Server::start(data.path()).await;
    let talk = Talk::begin(&server).await;
    let mut his = Window::open(&server, &talk.felix).await;
    let mut hers = Window::open(&server, &talk.clara).await;
    his.say(&talk.frame(0)).await;
    let first = his.hear("ack").await["message"]["id"].clone();
    assert_eq!(hers.hear("message").await["message"]["id"], first);
    for number in 1..5 {
        // Nobody waits for what becomes of it.
        his.say(&talk.frame(number)).await;
        server = restart(server, data.path()).await;
        his = Window::open(&server, &talk.felix).await;
        hers = Window::open(&server, &talk.clara).await;
        his.say(&talk.frame(number)).await;
        let ack = his.hear("ack").await;
        assert_eq!(ack["clientId"], json!(format!("c-{number}")));
        assert_eq!(hers.hear("message").await["message"], ack["message"]);
    }
    let missed = talk.after(&server, &first).await;
    let texts: Vec<&str> = missed
        .iter()
        .map(|message| message["text"].as_str().unwrap())
        .collect();
    assert_eq!(texts, ["Number 1", "Number 2", "Number 3", "Number 4"]);
    let mut before = first;
    for message in missed {
        assert_eq!(message["previousId"], before, "none is between them");
        before = message["id"].clone();
    }
    server.kill().await;
}

#[tokio::test]
async fn a_frame_that_is_too_large_ends_its_connection_alone_and_reaches_nobody() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::start(data.path()).await;
    let talk = Talk::begin(&server).await;
    let mut hers = Window::open(&server, &talk.clara).await;
    for kilobytes in [33, 129] {
        let mut his = Window::open(&server, &talk.felix).await;
        let mut frame = talk.frame(kilobytes);
        frame["text"] = json!("x".repeat(kilobytes * 1024));
        // The server may be gone before all of it has left.
        let _ = his.0.send(Message::text(frame.to_string())).await;
        his.ends().await;
    }
    // Opened again, it says what fits: nothing is sent a second time by itself.
    let mut his = Window::open(&server, &talk.felix).await;
    his.say(&talk.frame(1)).await;
    let ack = his.hear("ack").await;
    assert_eq!(hers.hear("message").await["message"], ack["message"]);
    assert_eq!(
        ack["message"]["previousId"],
        json!(null),
        "nothing came before it"
    );
    server.kill().await;
}
