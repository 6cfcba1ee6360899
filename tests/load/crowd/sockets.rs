//! Connections that are open while the crowd works: everybody's window, by which they hear, and say something now and then.

use crate::api::{PATIENCE, Person};
use crate::people::People;
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt as _, StreamExt as _, stream};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// So many are opened at once.
const AT_ONCE: usize = 50;

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;
type Window = Arc<tokio::sync::Mutex<SplitSink<Socket, Message>>>;
/// Who waits for what becomes of a message, by its client id.
type Waiting = Arc<Mutex<HashMap<String, oneshot::Sender<u16>>>>;

/// The connections; they end with it.
pub(crate) struct Sockets {
    windows: Vec<Window>,
    open: Arc<AtomicUsize>,
    waiting: Waiting,
    _readers: tokio::task::JoinSet<()>,
}

/// Something that is about to be said.
pub(crate) struct Saying {
    window: Window,
    waiting: Waiting,
    client_id: String,
    frame: Message,
}

impl Sockets {
    /// Opens one for everybody, clients first.
    pub(crate) async fn open(base: &str, people: &People) -> Self {
        let opening = people.all().map(|person| connect(base, person));
        let opened: Vec<Socket> = stream::iter(opening).buffered(AT_ONCE).collect().await;
        let mut all = Self {
            windows: Vec::new(),
            open: Arc::default(),
            waiting: Arc::default(),
            _readers: tokio::task::JoinSet::new(),
        };
        for socket in opened {
            let (window, source) = socket.split();
            all.windows.push(Arc::new(tokio::sync::Mutex::new(window)));
            all.open.fetch_add(1, Ordering::Relaxed);
            let (open, waiting) = (Arc::clone(&all.open), Arc::clone(&all.waiting));
            all._readers.spawn(async move {
                listen(source, waiting).await;
                open.fetch_sub(1, Ordering::Relaxed);
            });
        }
        all
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.windows.len()
    }

    /// How many of them are still open.
    pub(crate) fn still_open(&self) -> usize {
        self.open.load(Ordering::Relaxed)
    }

    /// Somebody's message to a room.
    pub(crate) fn say(&self, window: usize, room: &str, number: u32) -> Saying {
        let client_id = format!("crowd-{number}");
        let text = format!("Which of the colours do you like best, number {number}?");
        let body = json!({"action": "send", "roomId": room, "clientId": client_id, "text": text});
        Saying {
            window: Arc::clone(&self.windows[window]),
            waiting: Arc::clone(&self.waiting),
            frame: Message::text(body.to_string()),
            client_id,
        }
    }
}

impl Saying {
    /// 200 once the server has it; 0 when it does not say so.
    pub(crate) async fn send(self) -> u16 {
        let (told, answer) = oneshot::channel();
        self.waiting.lock().unwrap().insert(self.client_id, told);
        if self.window.lock().await.send(self.frame).await.is_err() {
            return 0;
        }
        let answer = tokio::time::timeout(PATIENCE, answer).await;
        answer.ok().and_then(Result::ok).unwrap_or_default()
    }
}

async fn connect(base: &str, person: &Person) -> Socket {
    let call = person.http.post(format!("{base}/v1/chat/ticket"));
    let answer = call.bearer_auth(&person.token).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    let ticket = answer["ticket"].as_str().unwrap_or_else(|| panic!("{answer}"));
    let address = format!("{}/ws?ticket={ticket}", base.replace("http", "ws"));
    let connected = tokio::time::timeout(PATIENCE, connect_async(address)).await;
    connected.expect("in time").expect("a connection").0
}

async fn listen(mut source: SplitStream<Socket>, waiting: Waiting) {
    while let Some(Ok(frame)) = source.next().await {
        let Message::Text(text) = frame else { continue };
        let heard: Value = serde_json::from_str(&text).unwrap_or_default();
        let status = match heard["type"].as_str() {
            Some("ack") => 200,
            Some("error") => heard["status"].as_u64().unwrap_or(500) as u16,
            _ => continue,
        };
        let client_id = heard["clientId"].as_str().unwrap_or_default();
        if let Some(told) = waiting.lock().unwrap().remove(client_id) {
            // Who has stopped waiting has counted it as lost.
            let _ = told.send(status);
        }
    }
}
