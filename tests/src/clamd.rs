//! Debian's clamd with definitions of our own: one that knows EICAR's test string, and nothing else. The vendor's cannot
//! be fetched without a network, and would make each start take half a minute.

use proconnect_files::{Clamd, test_string};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running clamd; it ends with this.
pub struct RunningClamd {
    process: Child,
    folder: tempfile::TempDir,
    socket: String,
}

impl RunningClamd {
    /// Starts it, or says what is missing.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("clamd.sock").display().to_string();
        Self::launch(folder, socket).await
    }

    /// Starts it with this socket.
    pub async fn start_at(socket: &str) -> Self {
        std::fs::create_dir_all(std::path::Path::new(socket).parent().unwrap()).unwrap();
        Self::launch(tempfile::tempdir().unwrap(), socket.to_owned()).await
    }

    async fn launch(folder: tempfile::TempDir, socket: String) -> Self {
        let at = |name: &str| folder.path().join(name);
        let hex: String = test_string().iter().map(|byte| format!("{byte:02x}")).collect();
        // Name, any type of file, at any offset (ClamAV's manual, "Body-based signatures").
        std::fs::write(at("eicar.ndb"), format!("Eicar-Test-Signature:0:*:{hex}\n")).unwrap();
        let settings = format!(
            "Foreground yes\nDatabaseDirectory {}\nLocalSocket {}\nStreamMaxLength 64M\nMaxScanSize 64M\n\
             MaxFileSize 64M\nLogFile {}\n",
            folder.path().display(),
            socket,
            at("clamd.log").display()
        );
        std::fs::write(at("clamd.conf"), settings).unwrap();
        let process = Command::new("/usr/sbin/clamd")
            .arg(format!("--config-file={}", at("clamd.conf").display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("clamd is installed: scripts/prerequisites.sh scanner");
        let running = Self {
            process,
            folder,
            socket,
        };
        let clamd = Clamd::new(running.address());
        for _ in 0..600 {
            if clamd.answers().await {
                return running;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let log = std::fs::read_to_string(running.folder.path().join("clamd.log"));
        panic!("clamd did not start: {}", log.unwrap_or_default());
    }

    /// Its socket.
    pub fn address(&self) -> String {
        self.socket.clone()
    }
}

impl Drop for RunningClamd {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
