//! Reports.

use super::ReportRecord;
use crate::record::Record as _;
use crate::tx::Tx;
use crate::{Remember, Store, StoreError, keys};
use proconnect_domain::{ReportId, Timestamp};

/// Reports.
pub struct Reports<'a>(&'a Store);

impl Store {
    /// Reports.
    pub fn reports(&self) -> Reports<'_> {
        Reports(self)
    }
}

impl Reports<'_> {
    /// Puts a report before the moderators; whether it is new. The first one stands.
    pub async fn report(
        &self,
        report: &ReportRecord,
        remember: Option<Remember>,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.remember(remember)?;
        tx.create(report)?;
        match tx.commit(self.0).await {
            Ok(()) => Ok(true),
            Err(error) if error.is_condition(ReportRecord::TYPE) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// One report.
    pub async fn get(&self, id: ReportId) -> Result<Option<ReportRecord>, StoreError> {
        let found = self.0.get::<ReportRecord>(keys::report(id)).await?;
        Ok(found.map(crate::Stored::into_inner))
    }
}
