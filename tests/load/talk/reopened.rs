//! All windows are torn away while everybody writes, and opened again: what was not acknowledged is sent once more.

use crate::Row;
use crate::people::People;
use crate::wire::Wire;
use futures_util::{SinkExt as _, StreamExt as _, stream};
use serde_json::Value;
use std::time::{Duration, Instant};
use tokio_tungstenite::tungstenite::Message;

/// So many come back at once, as full jitter spreads them.
const AT_ONCE: usize = 100;

/// Writes a message from each window, tears all away without a word, opens them again, and looks for each message in its room.
pub(crate) async fn run(wire: &Wire, people: &People) -> Vec<Row> {
    let http = &reqwest::Client::new();
    let windows = 0..people.all.len();
    let first = windows.clone().map(|window| async move {
        let mut socket = wire.open(people, window).await;
        socket.send(message(wire, people, window)).await.unwrap();
    });
    // Each socket is dropped as soon as its message is written.
    stream::iter(first)
        .buffer_unordered(AT_ONCE)
        .collect::<Vec<()>>()
        .await;
    let began = Instant::now();
    let again = windows.clone().map(|window| back(wire, people, window));
    let answered: Vec<bool> = stream::iter(again).buffer_unordered(AT_ONCE).collect().await;
    let took = began.elapsed();
    let (mut lost, mut doubled) = (answered.iter().filter(|answered| !**answered).count(), 0);
    for window in windows {
        match found(wire, http, people, window).await {
            0 => lost += 1,
            times => doubled += times - 1,
        }
    }
    vec![
        Row("lost when all windows are opened again", lost as f64, 0.0, ""),
        Row("doubled by it", doubled as f64, 0.0, ""),
        Row(
            "until all were back and had their answer",
            took.as_secs_f64(),
            10.0,
            "s",
        ),
    ]
}

fn client_id(window: usize) -> String {
    format!("again-{window}")
}

fn message(wire: &Wire, people: &People, window: usize) -> Message {
    wire.say(
        people.room(window),
        &client_id(window),
        &format!("Are you there, {window}?"),
    )
}

/// Opens a window again and sends its message once more; whether it was acknowledged.
async fn back(wire: &Wire, people: &People, window: usize) -> bool {
    let mut socket = wire.open(people, window).await;
    socket.send(message(wire, people, window)).await.unwrap();
    let answer = async {
        while let Some(Ok(frame)) = socket.next().await {
            let Message::Text(text) = frame else { continue };
            let heard = wire.read(&text);
            if heard.is_some_and(|heard| heard.kind == "ack" && heard.client_id == client_id(window)) {
                return true;
            }
        }
        false
    };
    tokio::time::timeout(Duration::from_secs(20), answer)
        .await
        .unwrap_or(false)
}

/// How often a window's message stands in its room.
async fn found(wire: &Wire, http: &reqwest::Client, people: &People, window: usize) -> usize {
    let Wire::Ours(base) = wire else { return 1 };
    let url = format!("{base}/v1/rooms/{}/messages?limit=10", people.room(window));
    let call = http.get(url).bearer_auth(&people.all[window].token);
    let page: Value = call.send().await.unwrap().json().await.unwrap();
    let items = page["items"].as_array().unwrap_or_else(|| panic!("{page}"));
    items
        .iter()
        .filter(|message| message["clientId"] == client_id(window).as_str())
        .count()
}
