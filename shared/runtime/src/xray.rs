//! Annotates the trace of a call with its cause, so that X-Ray finds all traces of one cause: `annotation.cause = "…"`.
//!
//! The segment is Lambda's own and takes no annotation. So each piece of work is a subsegment of it, sent to the daemon that
//! Lambda runs beside the function: one datagram, which costs no wait. Where there is no daemon, or the trace is not sampled,
//! nothing is sent. Format: AWS X-Ray Developer Guide, "X-Ray segment documents" and "Sending segment documents to the daemon".

use proconnect_events::Cause;
use serde_json::json;
use std::net::{SocketAddr, UdpSocket};
use std::time::SystemTime;

/// A sampled trace, and the daemon that takes its parts.
#[derive(Debug, Clone)]
pub(crate) struct Trace {
    root: String,
    parent: String,
    daemon: SocketAddr,
}

impl Trace {
    /// Of the header that Lambda hands with an event: `Root=1-…;Parent=…;Sampled=1`.
    pub(crate) fn of(header: Option<&str>) -> Option<Self> {
        let daemon = crate::environment::optional("AWS_XRAY_DAEMON_ADDRESS")?;
        Self::sent_to(header?, daemon.parse().ok()?)
    }

    fn sent_to(header: &str, daemon: SocketAddr) -> Option<Self> {
        let field = |name: &str| {
            let mut fields = header.split(';').filter_map(|field| field.trim().split_once('='));
            fields.find(|(found, _)| *found == name).map(|(_, value)| value)
        };
        (field("Sampled") == Some("1")).then_some(())?;
        Some(Self {
            root: field("Root")?.to_owned(),
            parent: field("Parent")?.to_owned(),
            daemon,
        })
    }

    /// Tells of a piece of work that has ended now. One that gets lost is only missing in the trace.
    pub(crate) fn annotate(&self, name: &str, cause: &Cause, began: SystemTime) {
        let sent = UdpSocket::bind("127.0.0.1:0").or_else(|_| UdpSocket::bind("0.0.0.0:0"));
        if let Ok(socket) = sent {
            let _ = socket.set_nonblocking(true);
            let _ = socket.send_to(self.document(name, cause, began).as_bytes(), self.daemon);
        }
    }

    fn document(&self, name: &str, cause: &Cause, began: SystemTime) -> String {
        let mut id = [0_u8; 8];
        // Without randomness the daemon drops the second subsegment of a trace.
        let _ = getrandom::fill(&mut id);
        let id: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
        let seconds = |at: SystemTime| {
            at.duration_since(SystemTime::UNIX_EPOCH)
                .unwrap_or_default()
                .as_secs_f64()
        };
        let subsegment = json!({
            "name": name, "id": id, "trace_id": self.root, "parent_id": self.parent, "type": "subsegment",
            "start_time": seconds(began), "end_time": seconds(SystemTime::now()),
            "annotations": {"cause": cause.as_str()},
        });
        format!("{}\n{subsegment}", json!({"format": "json", "version": 1}))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use serde_json::Value;
    use std::time::Duration;

    const HEADER: &str =
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Lineage=a:0";

    #[test]
    fn the_daemon_is_told_the_cause() {
        let daemon = UdpSocket::bind("127.0.0.1:0").unwrap();
        daemon.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let trace = Trace::sent_to(HEADER, daemon.local_addr().unwrap()).unwrap();
        trace.annotate("bids-accept", &Cause::new("req-1"), SystemTime::now());
        let mut buffer = [0_u8; 2048];
        let (length, _) = daemon.recv_from(&mut buffer).unwrap();
        let text = std::str::from_utf8(&buffer[..length]).unwrap();
        let (header, document) = text.split_once('\n').unwrap();
        let (header, document): (Value, Value) = (
            serde_json::from_str(header).unwrap(),
            serde_json::from_str(document).unwrap(),
        );
        assert_eq!(header, json!({"format": "json", "version": 1}));
        assert_eq!(document["annotations"], json!({"cause": "req-1"}));
        assert_eq!(document["trace_id"], "1-5759e988-bd862e3fe1be46a994272793");
        assert_eq!(document["parent_id"], "53995c3f42cd8ad8");
        assert_eq!(document["id"].as_str().unwrap().len(), 16);
        assert!(document["end_time"].as_f64().unwrap() >= document["start_time"].as_f64().unwrap());
    }

    #[test]
    fn what_is_not_sampled_is_not_sent() {
        let daemon = SocketAddr::from(([127, 0, 0, 1], 2000));
        assert!(Trace::sent_to(&HEADER.replace("Sampled=1", "Sampled=0"), daemon).is_none());
        assert!(Trace::sent_to("Root=1-2-3", daemon).is_none());
    }
}
