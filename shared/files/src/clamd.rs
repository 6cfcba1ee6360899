//! ClamAV's daemon behind the scanner port: the INSTREAM command of its protocol (`man clamd`).

use crate::{Content, ScanError, Scanner, Verdict};
use clamav_client::tokio::{Socket, Tcp, ping, scan_stream};
use std::time::Duration;

/// A scan of 50 MB takes about a second; a daemon that reloads its definitions may take its time.
const PATIENCE: Duration = Duration::from_secs(90);

/// Between two looks for one that is starting.
const PAUSE: Duration = Duration::from_millis(200);

/// clamd, reached by TCP (`host:port`) or by a socket (a path).
pub struct Clamd {
    address: String,
    wait: Duration,
}

impl Clamd {
    /// At this address.
    pub fn new(address: impl Into<String>) -> Self {
        Self {
            address: address.into(),
            wait: Duration::ZERO,
        }
    }

    /// For one that may still be starting: [`Scanner::ready`] waits for it so long.
    #[must_use]
    pub const fn waiting(mut self, wait: Duration) -> Self {
        self.wait = wait;
        self
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
    async fn ready(&self) -> Result<(), ScanError> {
        if self.wait.is_zero() {
            return Ok(());
        }
        let answers = async {
            while !self.answers().await {
                tokio::time::sleep(PAUSE).await;
            }
        };
        tokio::time::timeout(self.wait, answers)
            .await
            .map_err(|_| ScanError("has not started in time".to_owned()))
    }

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
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    #[tokio::test]
    async fn it_waits_for_one_that_is_starting_but_not_for_ever() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        drop(listener);
        let wait = Duration::from_millis(500);
        assert!(
            Clamd::new(&address).ready().await.is_ok(),
            "does not wait unless told to"
        );
        let clamd = Clamd::new(&address).waiting(wait);
        assert!(clamd.ready().await.is_err());

        let starts = tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(300)).await;
            let listener = tokio::net::TcpListener::bind(address).await.unwrap();
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.read_exact(&mut [0; "zPING\0".len()]).await.unwrap();
            stream.write_all(b"PONG\0").await.unwrap();
        });
        assert!(clamd.waiting(Duration::from_secs(10)).ready().await.is_ok());
        starts.await.unwrap();
    }

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
