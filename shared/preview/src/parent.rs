//! The side of the process that wants a picture and trusts nobody.

use crate::child::ARGUMENT;
use bytes::Bytes;
use futures_util::TryStreamExt as _;
use proconnect_files::{Content, LARGEST_PAGE, NoPreview, Pixels, Previewer};
use proconnect_runtime::{Config, HandlerError};
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::spawn_blocking;

/// However busy the machine is: an upload waits for no page longer. The child's CPU time ends much sooner.
const PATIENCE: Duration = Duration::from_secs(15);
/// Two numbers of four bytes, then three bytes for each pixel.
const HEAD: usize = 8;
const MOST_BYTES: u64 = HEAD as u64 + 3 * LARGEST_PAGE.0 as u64 * LARGEST_PAGE.1 as u64;

/// Draws in a child process, one at a time.
pub struct Child {
    program: PathBuf,
    turn: Semaphore,
    patience: Duration,
}

/// This program as its own child.
pub fn in_a_child(_config: &Config) -> Result<Arc<dyn Previewer>, HandlerError> {
    Ok(Arc::new(Child::new(Path::new("/proc/self/exe"))))
}

impl Child {
    /// Draws by this program, which must ask [`crate::as_child`] first of all.
    pub fn new(program: &Path) -> Self {
        Self {
            program: program.to_owned(),
            turn: Semaphore::new(1),
            patience: PATIENCE,
        }
    }

    /// Waits so long at most; for tests.
    pub fn patient(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    async fn draw(&self, mut pdf: Content) -> Result<Pixels, NoPreview> {
        let mut running = Running(
            Command::new(&self.program)
                .arg(ARGUMENT)
                // No keys, no addresses: nothing but the PDF.
                .env_clear()
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()?,
        );
        let (input, output) = (running.0.stdin.take(), running.0.stdout.take());
        let (mut input, output) = input.zip(output).ok_or(NoPreview("no pipes".to_owned()))?;
        let answer = spawn_blocking(move || whole(output));
        // A thread of its own writes, as the child reads: no more than some pieces are in memory.
        let (pieces, mut coming) = mpsc::channel::<Bytes>(4);
        let writing = spawn_blocking(move || {
            while let Some(piece) = coming.blocking_recv() {
                input.write_all(&piece)?;
            }
            std::io::Result::Ok(())
        });
        while let Some(piece) = pdf.try_next().await? {
            // It gave up already; its answer says so.
            if pieces.send(piece).await.is_err() {
                break;
            }
        }
        drop(pieces);
        let answer = answer.await.map_err(|error| NoPreview(error.to_string()))?;
        drop(running);
        // It ended with the child, if not before.
        drop(writing);
        pixels(answer?)
    }
}

#[async_trait::async_trait]
impl Previewer for Child {
    async fn first_page(&self, pdf: Content) -> Result<Pixels, NoPreview> {
        let _turn = self.turn.acquire().await;
        let drawn = tokio::time::timeout(self.patience, self.draw(pdf)).await;
        drawn.unwrap_or_else(|_| Err(NoPreview("it took too long".to_owned())))
    }
}

/// A child that outlives nobody's interest in it: dropped, it is killed and reaped.
struct Running(std::process::Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Neither fails but for a child that is gone.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn whole(output: impl Read) -> std::io::Result<Vec<u8>> {
    let mut answer = Vec::new();
    output.take(MOST_BYTES + 1).read_to_end(&mut answer)?;
    Ok(answer)
}

/// What came, if it is a picture: whoever sent it has read a stranger's program.
fn pixels(answer: Vec<u8>) -> Result<Pixels, NoPreview> {
    let none = || NoPreview("nothing was drawn".to_owned());
    let (head, _) = answer.split_at_checked(HEAD).ok_or_else(none)?;
    let number = |at: usize| head[at..at + 4].try_into().map(u32::from_le_bytes);
    let (width, height) = number(0).ok().zip(number(4).ok()).ok_or_else(none)?;
    let pixels = Pixels {
        width,
        height,
        rgb: Bytes::from(answer).slice(HEAD..),
    };
    pixels.is_whole().then_some(pixels).ok_or_else(none)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(width: u32, height: u32, bytes: usize) -> Vec<u8> {
        let mut answer = [width.to_le_bytes(), height.to_le_bytes()].concat();
        answer.resize(HEAD + bytes, 7);
        answer
    }

    #[test]
    fn only_a_picture_of_the_size_that_it_says_is_taken() {
        assert!(pixels(answer(2, 3, 18)).is_ok());
        for (width, height, bytes) in [
            (2, 3, 17),
            (2, 3, 19),
            (0, 3, 0),
            (3, 0, 0),
            (1281, 1, 3843),
            (1, 5121, 15_363),
            (u32::MAX, u32::MAX, 3),
        ] {
            assert!(
                pixels(answer(width, height, bytes)).is_err(),
                "{width} × {height}"
            );
        }
        assert!(pixels(Vec::new()).is_err());
        assert!(pixels(vec![0; 7]).is_err());
    }
}
