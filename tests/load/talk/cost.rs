//! What a message costs the server with everything that stands behind it: a load that it can bear, and then whatever it still does
//! until it rests. A figure for comparing two builds, on any machine: it does not depend on what else runs.

use crate::load::Windows;
use crate::server::Server;
use std::time::Duration;

/// How long the server is looked at to see whether it rests.
const LOOK: Duration = Duration::from_secs(1);
/// A server that rests uses less than this meanwhile.
const REST: Duration = Duration::from_millis(60);
/// It is waited for so often at most.
const LOOKS: usize = 120;

/// Milliseconds of CPU for each message that came, at a rate, and how many were lost.
pub(crate) async fn of_a_message(
    server: &Server,
    windows: &Windows,
    rate: u32,
    seconds: u32,
) -> (f64, usize) {
    rest(server).await;
    let before = server.cpu();
    let figures = windows.load(rate, seconds).await;
    rest(server).await;
    (
        (server.cpu() - before).as_secs_f64() * 1000.0 / figures.delivered() as f64,
        figures.lost(),
    )
}

async fn rest(server: &Server) {
    for _ in 0..LOOKS {
        let before = server.cpu();
        tokio::time::sleep(LOOK).await;
        if server.cpu() - before < REST {
            return;
        }
    }
}
