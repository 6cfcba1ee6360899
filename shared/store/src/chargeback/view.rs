//! Chargebacks as the API returns them.

use crate::contract::MilestoneRecord;
use proconnect_api as api;
use proconnect_domain::{Actor, Waiting};

impl MilestoneRecord {
    /// The one that the bank has not decided, else the last one, to one of the two or an admin.
    pub(crate) fn chargeback_view(&self, reader: Actor) -> Option<api::Chargeback> {
        let last = self.open_chargeback().or(self.chargebacks.last())?;
        Some(api::Chargeback {
            status: last.status,
            amount: last.amount,
            reason: last.reason.clone(),
            opened_at: last.opened_at,
            closed_at: last.closed_at,
            clock: last.facts().clock().map(|clock| Waiting {
                text: clock.said_to(reader),
                ..clock
            }),
        })
    }
}
