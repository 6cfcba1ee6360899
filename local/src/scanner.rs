//! Which virus scanner looks at files: clamd where it answers, otherwise one that knows the test string alone.

use proconnect_files::{Clamd, Scanner, TestStringOnly};
use std::sync::Arc;

/// Where Debian's clamav-daemon listens.
const DEBIAN: &str = "/run/clamav/clamd.ctl";

/// The scanner that looks at files.
pub(crate) struct Chosen {
    pub(crate) scanner: Arc<dyn Scanner>,
    /// What is said of it at the start.
    pub(crate) text: String,
    /// Where clamd listens, if it is one.
    pub(crate) clamd: Option<String>,
}

/// Chooses. A clamd that was asked for is used even if it does not answer yet: files then wait for it.
pub(crate) async fn choose(wanted: Option<&str>) -> Chosen {
    let address = wanted.unwrap_or(DEBIAN);
    let clamd = Clamd::new(address);
    if wanted.is_some() || clamd.answers().await {
        return Chosen {
            scanner: Arc::new(clamd),
            text: format!("clamd at {address}"),
            clamd: Some(address.to_owned()),
        };
    }
    Chosen {
        scanner: Arc::new(TestStringOnly),
        text: "NONE: no clamd answers, so only the EICAR test string is found (CLAMD_ADDRESS names one)"
            .to_owned(),
        clamd: None,
    }
}
