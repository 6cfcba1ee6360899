//! Windows that write at a fixed rate, whether anything comes or not, and note what they hear.

use crate::people::People;
use crate::wire::{Heard, Socket, Wire};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt as _, StreamExt as _, stream};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::Message;

/// What is still on its way after a load is waited for this long.
const LATEST: Duration = Duration::from_secs(20);
/// So many are opened at once.
const AT_ONCE: usize = 50;

type Sink = Arc<tokio::sync::Mutex<SplitSink<Socket, Message>>>;

/// A message on its way: when it was due, and when it came.
struct Sent {
    due: Instant,
    came: Vec<Instant>,
}

#[derive(Default)]
struct Log {
    sent: HashMap<String, Sent>,
    refused: usize,
    /// How many have come.
    came: usize,
    pongs: usize,
}

/// What became of a load.
pub(crate) struct Figures {
    sent: Vec<Sent>,
    pub(crate) refused: usize,
}

/// Open windows.
pub(crate) struct Windows {
    wire: Wire,
    rooms: Vec<String>,
    sinks: Vec<Sink>,
    log: Arc<Mutex<Log>>,
    round: std::cell::Cell<u32>,
    _readers: JoinSet<()>,
}

impl Windows {
    /// Opens one for everybody.
    pub(crate) async fn open(wire: &Wire, people: &People) -> Self {
        let opening = (0..people.all.len()).map(|window| wire.open(people, window));
        let sockets: Vec<Socket> = stream::iter(opening).buffered(AT_ONCE).collect().await;
        let (log, mut readers) = (Arc::<Mutex<Log>>::default(), JoinSet::new());
        let mut sinks = Vec::new();
        for socket in sockets {
            let (sink, source) = socket.split();
            let sink = Arc::new(tokio::sync::Mutex::new(sink));
            readers.spawn(listen(wire.clone(), source, Arc::clone(&sink), Arc::clone(&log)));
            sinks.push(sink);
        }
        Self {
            wire: wire.clone(),
            rooms: (0..people.all.len())
                .map(|window| people.room(window).to_owned())
                .collect(),
            sinks,
            log,
            round: 0.into(),
            _readers: readers,
        }
    }

    /// So many messages a second for so long, one window after the other; then waits for what is on its way.
    pub(crate) async fn load(&self, rate: u32, seconds: u32) -> Figures {
        self.round.set(self.round.get() + 1);
        let mut ticks = tokio::time::interval(Duration::from_secs(1) / rate);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Burst);
        let mut sending = JoinSet::new();
        for number in 0..rate * seconds {
            let due = ticks.tick().await.into_std();
            let window = number as usize % self.sinks.len();
            let client_id = format!("{}-{number}", self.round.get());
            let text = format!("Which of the colours do you like best, number {number}?");
            let frame = self.wire.say(&self.rooms[window], &client_id, &text);
            let came = Vec::new();
            self.log
                .lock()
                .unwrap()
                .sent
                .insert(client_id, Sent { due, came });
            let sink = Arc::clone(&self.sinks[window]);
            sending.spawn(async move { sink.lock().await.send(frame).await.unwrap() });
        }
        sending.join_all().await;
        self.settle((rate * seconds) as usize).await;
        let log = std::mem::take(&mut *self.log.lock().unwrap());
        Figures {
            sent: log.sent.into_values().collect(),
            refused: log.refused,
        }
    }

    /// As `load`, but nothing is said.
    pub(crate) async fn ping(&self, rate: u32, seconds: u32) {
        let mut ticks = tokio::time::interval(Duration::from_secs(1) / rate);
        for number in 0..rate * seconds {
            ticks.tick().await;
            let ping = Message::text(r#"{"action":"ping"}"#);
            let mut sink = self.sinks[number as usize % self.sinks.len()].lock().await;
            sink.send(ping).await.unwrap();
        }
    }

    /// How many pings were answered.
    pub(crate) fn pongs(&self) -> usize {
        self.log.lock().unwrap().pongs
    }

    async fn settle(&self, count: usize) {
        let began = Instant::now();
        while self.log.lock().unwrap().came < count && began.elapsed() < LATEST {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        // What comes twice comes soon.
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

async fn listen(wire: Wire, mut source: SplitStream<Socket>, sink: Sink, log: Arc<Mutex<Log>>) {
    while let Some(Ok(frame)) = source.next().await {
        let Message::Text(text) = frame else { continue };
        // Engine.io asks whether the browser is there.
        if matches!(wire, Wire::Peer(_)) && text.as_str() == "2" {
            let _ = sink.lock().await.send(Message::text("3")).await;
        }
        if let Some(heard) = wire.read(&text) {
            log.lock().unwrap().note(&heard);
        }
    }
}

impl Log {
    fn note(&mut self, heard: &Heard) {
        match heard.kind.as_str() {
            "error" => self.refused += 1,
            "pong" => self.pongs += 1,
            "message" => {
                if let Some(sent) = self.sent.get_mut(&heard.client_id) {
                    self.came += usize::from(sent.came.is_empty());
                    sent.came.push(Instant::now());
                }
            }
            _ => {}
        }
    }
}

impl Figures {
    pub(crate) fn delivered(&self) -> usize {
        self.sent.iter().filter(|sent| !sent.came.is_empty()).count()
    }

    pub(crate) fn lost(&self) -> usize {
        self.sent.len() - self.delivered()
    }

    pub(crate) fn doubled(&self) -> usize {
        self.sent.iter().filter(|sent| sent.came.len() > 1).count()
    }

    /// From when a message was due to be sent until it came, in milliseconds.
    pub(crate) fn percentile(&self, part: usize) -> f64 {
        let came = self
            .sent
            .iter()
            .filter_map(|sent| Some(*sent.came.first()? - sent.due));
        let mut times: Vec<Duration> = came.collect();
        times.sort_unstable();
        crate::percentile(&times, part)
    }
}
