//! What the product asks of a virus scanner.

use crate::Content;
use futures_util::TryStreamExt as _;

/// What a scanner says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was found.
    Clean,
    /// Something was found.
    Infected {
        /// The signature's name.
        signature: String,
    },
}

/// The scanner gave no verdict: the content counts as not scanned, and is tried again.
#[derive(Debug, thiserror::Error)]
#[error("scanner: {0}")]
pub struct ScanError(pub String);

impl From<std::io::Error> for ScanError {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// A virus scanner.
#[async_trait::async_trait]
pub trait Scanner: Send + Sync {
    /// Waits until it can scan, but not for ever. Asked before a content is opened: nobody keeps that open meanwhile.
    async fn ready(&self) -> Result<(), ScanError> {
        Ok(())
    }

    /// Looks through all of the content, or fails.
    async fn scan(&self, content: Content) -> Result<Verdict, ScanError>;
}

/// EICAR's test string, which every scanner takes for a virus (<https://www.eicar.org/download-anti-malware-testfile/>).
/// Put together here, so that no scanner takes this program for one.
pub fn test_string() -> Vec<u8> {
    [
        r"X5O!P%@AP[4\PZX54(P^)7CC)7}$",
        "EICAR-STANDARD-ANTIVIRUS",
        "-TEST-FILE!$H+H*",
    ]
    .concat()
    .into_bytes()
}

/// Knows the test string and nothing else: for a machine without a scanner. It must say so where it is used.
pub struct TestStringOnly;

#[async_trait::async_trait]
impl Scanner for TestStringOnly {
    async fn scan(&self, mut content: Content) -> Result<Verdict, ScanError> {
        let wanted = test_string();
        // What may be the beginning of the string goes on into the next piece.
        let mut held: Vec<u8> = Vec::new();
        let mut found = false;
        while let Some(piece) = content.try_next().await? {
            held.extend_from_slice(&piece);
            found = found || held.windows(wanted.len()).any(|window| window == wanted);
            held.drain(..held.len().saturating_sub(wanted.len() - 1));
        }
        if found {
            let signature = "EICAR test string".to_owned();
            return Ok(Verdict::Infected { signature });
        }
        Ok(Verdict::Clean)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use futures_util::{StreamExt as _, stream};

    async fn scan(content: &[u8], piece: usize) -> Verdict {
        let pieces: Vec<_> = content
            .chunks(piece)
            .map(|piece| Ok(Bytes::copy_from_slice(piece)))
            .collect();
        TestStringOnly.scan(stream::iter(pieces).boxed()).await.unwrap()
    }

    #[tokio::test]
    async fn the_test_string_is_found_wherever_it_lies() {
        let mut content = vec![b'x'; 1000];
        content.extend(test_string());
        content.extend([b'y'; 10]);
        for piece in [1, 7, 64, 1005, 4096] {
            assert_ne!(scan(&content, piece).await, Verdict::Clean, "{piece}");
        }
        assert_eq!(scan(&content[1..1060], 64).await, Verdict::Clean);
        assert_eq!(scan(b"", 1).await, Verdict::Clean);
    }
}
