//! What a process holds.

use crate::server::Server;

/// What of its memory is resident, in kilobytes.
pub(crate) fn resident(server: &Server) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.0.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix("kB"));
    kilobytes.expect("its memory").trim().parse().unwrap()
}
