//! The same windows at a Socket.io server that stores each message, as a process of its own.

use crate::load::Windows;
use crate::memory::resident;
use crate::people::People;
use crate::server::{Server, free_port};
use crate::wire::Wire;
use crate::{RATE, Row, per_delivery};
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

fn folder() -> PathBuf {
    proconnect_tests::root().join("tests/load/talk/peer")
}

/// What ours costs against it: CPU of a delivery, and memory of a window.
pub(crate) async fn compare(people: &People, seconds: u32, cpu: f64, memory: f64) -> Vec<Row> {
    let state = tempfile::tempdir().unwrap();
    let port = free_port();
    let Some(server) = start(&state.path().join("table.db"), port) else {
        println!("not compared with Socket.io: scripts/npm-ci.sh tests/load/talk/peer installs it");
        return Vec::new();
    };
    let wire = Wire::Peer(format!("http://127.0.0.1:{port}"));
    let before = resident(&server);
    let windows = Windows::open(&wire, people).await;
    let its_memory = (resident(&server) - before) / people.all.len() as f64;
    let ticks = server.cpu();
    let figures = windows.load(RATE, seconds).await;
    let its_cpu = per_delivery(server.cpu() - ticks, &figures);
    println!(
        "Socket.io: p50 {:.1} ms, p99 {:.1} ms, lost {}; CPU of a delivery {its_cpu:.3} ms, memory of a window {its_memory:.1} KB",
        figures.percentile(50),
        figures.percentile(99),
        figures.lost(),
    );
    vec![
        Row("CPU of a delivery against Socket.io", cpu / its_cpu, 1.0, "x"),
        Row(
            "memory of a window against Socket.io",
            memory / its_memory,
            0.5,
            "x",
        ),
    ]
}

/// Starts it, and waits until it listens; nothing where its packages are not installed. It ends with its standard input.
fn start(file: &std::path::Path, port: u16) -> Option<Server> {
    let mut child = Command::new("node")
        .arg(folder().join("server.mjs"))
        .arg(file)
        .arg(port.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node");
    let mut first = String::new();
    let said = child.stdout.take().expect("its output");
    BufReader::new(said).read_line(&mut first).unwrap();
    (first.trim() == "listening").then_some(Server(child))
}
