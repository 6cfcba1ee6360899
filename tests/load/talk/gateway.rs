//! The gateway's own share of what a message costs: what is left when a frame is taken in, given to its function and answered, and
//! nothing is stored or told to others.

use crate::load::Windows;
use crate::server::Server;
use std::time::Duration;

/// Milliseconds of CPU for a ping and its answer, at a rate that the messages had. Whose connection it comes from is looked up for it
/// as for any frame.
pub(crate) async fn share(server: &Server, windows: &Windows, rate: u32, seconds: u32) -> f64 {
    let (cpu, before) = (server.cpu(), windows.pongs());
    windows.ping(rate, seconds).await;
    // What is still on its way.
    tokio::time::sleep(Duration::from_secs(1)).await;
    (server.cpu() - cpu).as_secs_f64() * 1000.0 / (windows.pongs() - before) as f64
}
