//! Looks on while content passes by on its way to the scanner.

use crate::Content;
use futures_util::StreamExt as _;
use std::sync::{Arc, Mutex};

/// As much of the beginning as types are told by.
const HEAD: usize = 8 * 1024;

/// What was seen of content that has passed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Bytes.
    pub size: u64,
    /// The first of them.
    pub head: Vec<u8>,
}

/// The same content, and what was seen of it so far.
pub fn watch(content: Content) -> (Content, Arc<Mutex<Seen>>) {
    let seen = Arc::new(Mutex::new(Seen::default()));
    let notes = Arc::clone(&seen);
    let content = content.inspect(move |piece| {
        if let (Ok(piece), Ok(mut seen)) = (piece, notes.lock()) {
            let missing = HEAD.saturating_sub(seen.head.len()).min(piece.len());
            seen.head.extend_from_slice(&piece[..missing]);
            seen.size += piece.len() as u64;
        }
    });
    (content.boxed(), seen)
}
