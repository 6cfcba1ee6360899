//! Which virus scanner looks at files: clamd where it answers, otherwise one that knows the test string alone.

use proconnect_files::{Clamd, Scanner, TestStringOnly};
use std::sync::Arc;

/// Where Debian's clamav-daemon listens.
const DEBIAN: &str = "/run/clamav/clamd.ctl";

/// The scanner, and what is said of it at the start. A clamd that was asked for is used even if it does not answer yet:
/// files then wait for it.
pub(crate) async fn choose(wanted: Option<&str>) -> (Arc<dyn Scanner>, String) {
    if let Some(address) = wanted {
        return (Arc::new(Clamd::new(address)), format!("clamd at {address}"));
    }
    let clamd = Clamd::new(DEBIAN);
    if clamd.answers().await {
        return (Arc::new(clamd), format!("clamd at {DEBIAN}"));
    }
    let warning = "NONE: no clamd answers, so only the EICAR test string is found (CLAMD_ADDRESS names one)";
    (Arc::new(TestStringOnly), warning.to_owned())
}
