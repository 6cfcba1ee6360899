//! ClamAV's daemon behind the scanner port: the INSTREAM command of its protocol (`man clamd`).

use crate::{Content, ScanError, Scanner, Verdict};
use clamav_client::tokio::{Socket, Tcp, ping, scan_stream};
use std::time::Duration;

/// A scan of 50 MB takes about a second; a daemon that reloads its definitions may take its time.
const PATIENCE: Duration = Duration::from_secs(90);

/// clamd, reached by TCP (`host:port`) or by a socket (a path).
pub struct Clamd {
    address: String,
}

impl Clamd {
    /// At this address.
    pub fn new(address: impl Into<String>) -> Self {
        Self {
            address: address.into(),
        }
    }

    fn is_socket(&self) -> bool {
        self.address.starts_with('/')
    }

    /// Whether it answers.
    pub async fn answers(&self) -> bool {
        let answer = async {
            if self.is_socket() {
                ping(Socket {
                    socket_path: &self.address,
                })
                .await
            } else {
                ping(Tcp {
                    host_address: &self.address,
                })
                .await
            }
        };
        let answer = tokio::time::timeout(Duration::from_secs(2), answer).await;
        answer.is_ok_and(|answer| answer.is_ok_and(|text| text == clamav_client::PONG))
    }
}

#[async_trait::async_trait]
impl Scanner for Clamd {
    async fn scan(&self, content: Content) -> Result<Verdict, ScanError> {
        let scan = async {
            if self.is_socket() {
                scan_stream(
                    content,
                    Socket {
                        socket_path: &self.address,
                    },
                    None,
                )
                .await
            } else {
                scan_stream(
                    content,
                    Tcp {
                        host_address: &self.address,
                    },
                    None,
                )
                .await
            }
        };
        let answer = tokio::time::timeout(PATIENCE, scan)
            .await
            .map_err(|_| ScanError("no answer in time".to_owned()))??;
        verdict(&String::from_utf8_lossy(&answer))
    }
}

/// `stream: OK`, `stream: <signature> FOUND`, or an error in words.
fn verdict(answer: &str) -> Result<Verdict, ScanError> {
    let answer = answer.trim_end_matches(['\0', '\n']);
    match answer.strip_prefix("stream: ") {
        Some("OK") => Ok(Verdict::Clean),
        Some(found) if found.ends_with(" FOUND") => Ok(Verdict::Infected {
            signature: found.trim_end_matches(" FOUND").to_owned(),
        }),
        _ => Err(ScanError(answer.to_owned())),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_an_ok_is_clean() {
        assert_eq!(verdict("stream: OK\0").unwrap(), Verdict::Clean);
        let signature = "Eicar-Test-Signature".to_owned();
        assert_eq!(
            verdict("stream: Eicar-Test-Signature FOUND\0").unwrap(),
            Verdict::Infected { signature }
        );
        for error in [
            "",
            "OK",
            "INSTREAM size limit exceeded. ERROR\0",
            "stream: Can't allocate memory ERROR",
        ] {
            assert!(verdict(error).is_err(), "{error}");
        }
    }
}
