//! Debian's redis-server, in a folder and on a socket of its own.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running redis-server; it ends with this.
pub struct RunningRedis {
    process: Child,
    folder: tempfile::TempDir,
}

impl RunningRedis {
    /// Starts it, or says what is missing.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let process = Command::new("redis-server")
            .args(["--port", "0", "--save", "", "--appendonly", "no", "--unixsocket"])
            .arg(folder.path().join("redis.sock"))
            .arg("--dir")
            .arg(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("redis-server is installed: scripts/prerequisites.sh cache");
        let running = Self { process, folder };
        for _ in 0..200 {
            if running.command(&["PING"]) == "PONG" {
                return running;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("redis-server did not start");
    }

    /// Where it is, as `CACHE_URL` says it.
    pub fn url(&self) -> String {
        format!("unix://{}", self.folder.path().join("redis.sock").display())
    }

    /// What it answers to a command.
    pub fn command(&self, words: &[&str]) -> String {
        let socket = self.folder.path().join("redis.sock");
        let output = Command::new("redis-cli")
            .arg("-s")
            .arg(socket)
            .arg("--raw")
            .args(words)
            .output();
        String::from_utf8(output.unwrap().stdout)
            .unwrap()
            .trim()
            .to_owned()
    }

    /// Every key, with how many milliseconds it lives on.
    pub fn keys(&self) -> Vec<(String, i64)> {
        let keys = self.command(&["KEYS", "*"]);
        let life = |key: &str| self.command(&["PTTL", key]).parse().unwrap();
        keys.lines().map(|key| (key.to_owned(), life(key))).collect()
    }

    /// Kills it.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Lets it hang: connections stay open, and nothing is answered.
    pub fn hang(&self) {
        let process = self.process.id().to_string();
        let status = Command::new("kill").args(["-STOP", &process]).status();
        assert!(status.unwrap().success());
    }
}

impl Drop for RunningRedis {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
