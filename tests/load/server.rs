//! The local program as a process of its own.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The local program, until it is dropped.
pub(crate) struct Server(pub(crate) Child);

impl Server {
    /// CPU time that it has used so far, by its user and system ticks (proc(5): a tick is 10 ms).
    pub(crate) fn cpu(&self) -> Duration {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.0.id())).unwrap();
        let behind_name = stat.rsplit_once(") ").unwrap().1;
        let ticks: u64 = behind_name
            .split(' ')
            .skip(11)
            .take(2)
            .map(|ticks| ticks.parse::<u64>().unwrap())
            .sum();
        Duration::from_millis(ticks * 10)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn program() -> std::path::PathBuf {
    std::env::current_exe()
        .unwrap()
        .with_file_name("proconnect-local")
}

/// Starts it on a state and a port, with the demo marketplace (`"1"`) or without (`"0"`), and waits until it answers: how long
/// that took.
pub(crate) async fn start(
    data: &std::path::Path,
    port: u16,
    http: &reqwest::Client,
    demo: &str,
) -> (Server, Duration) {
    let began = Instant::now();
    let child = Command::new(program())
        .env("PORT", port.to_string())
        .env("DATA_DIR", data)
        .env("PROJECT_ROOT", proconnect_tests::root())
        .env("DEMO", demo)
        .env("RUST_LOG", "error")
        .stdout(Stdio::null())
        .spawn()
        .expect("proconnect-local is built: make build-local");
    let server = Server(child);
    for _ in 0..1200 {
        let page = http
            .get(format!("http://localhost:{port}/v1/health"))
            .send()
            .await;
        if page.is_ok_and(|page| page.status().is_success()) {
            return (server, began.elapsed());
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the server did not start");
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
