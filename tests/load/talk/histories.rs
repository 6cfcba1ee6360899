//! A room with a hundred messages beside one with a hundred thousand: opening them and searching in them takes the same.

use crate::Row;
use crate::people::People;
use crate::reads::one;
use dynoxide::Database;
use proconnect_tests::lengthen;
use std::path::Path;
use std::time::Duration;

const TABLE: &str = "proconnect-local";
/// How many messages the two rooms have.
const SIZES: [usize; 2] = [100, 100_000];
/// How often each call is made; of these the first do not count.
const ROUNDS: usize = 70;
const WARM_UP: usize = 10;
/// How much longer the long history may take.
const RATIO: f64 = 1.2;

/// Gives each of the two rooms its history, straight into the table's file.
pub(crate) fn fill(folder: &Path, people: &People) {
    let path = folder.join("table.db");
    let database = Database::new(path.to_str().unwrap()).unwrap();
    for (room, size) in people.histories.iter().zip(SIZES) {
        lengthen(&database, TABLE, room, size);
    }
}

/// Medians of one after the other, so that what else the machine does meets both alike.
pub(crate) async fn compare(base: &str, people: &People) -> Vec<Row> {
    let (http, token) = (reqwest::Client::new(), &people.all[0].token);
    let mut times: [[Vec<Duration>; 2]; 2] = Default::default();
    for round in 0..ROUNDS {
        for (which, room) in people.histories.iter().enumerate() {
            for (call, path) in ["messages", "messages/search?q=colours"].into_iter().enumerate() {
                let took = one(&http, &format!("{base}/v1/rooms/{room}/{path}"), token).await;
                if round >= WARM_UP {
                    times[call][which].push(took);
                }
            }
        }
    }
    let ratios = times.map(|[short, long]| median(long) / median(short));
    vec![
        Row("opening 100,000 messages against 100", ratios[0], RATIO, "x"),
        Row("searching 100,000 messages against 100", ratios[1], RATIO, "x"),
    ]
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    crate::percentile(&times, 50)
}
