//! Keys of reports.

use super::{Key, Shards, key};
use proconnect_domain::ReportId;

pub(crate) fn report(id: ReportId) -> Key {
    key(format!("{REPORT}{id}"), REPORT_SORT)
}
pub(crate) const REPORT: &str = "REPORT#";
pub(crate) const REPORT_SORT: &str = "#REPORT";
/// Those that nobody has looked at yet, oldest first.
pub(crate) const OPEN_REPORTS: Shards = Shards::list("REPORTS#open");
