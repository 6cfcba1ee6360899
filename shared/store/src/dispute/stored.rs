//! How disputes stand in the table.

use super::cards::DisputeCard;
use super::record::{DisputeRecord, EvidenceRecord};
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Card as _, Indexes, Record, word};
use crate::transitions::State;
use proconnect_domain::TypedId as _;

impl Record for DisputeRecord {
    const TYPE: &'static str = "dispute";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::DISPUTE, keys::DISPUTE_SORT);
    const PERSONAL: Personal = Personal::Names {
        export: Export::Disputes,
        rest: "what was said and decided about money, which is of two sides and in the books",
    };
    const SECRETS: &'static [&'static str] = &["clientMost", "freelancerLeast"];
    fn key(&self) -> Key {
        keys::dispute(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let id = self.id.to_string();
        let due = self.clock().map(|clock| {
            (
                keys::DUE_DISPUTES.of(self.id.ulid()),
                keys::due_sort(clock.due_at, &id),
            )
        });
        Ok(Indexes {
            gsi2: Some((keys::disputes_of(self.client.id), id.clone())),
            gsi3: Some((keys::disputes_of(self.freelancer.id), id)),
            due,
            card: Some(DisputeCard::of(self).attribute()?),
            ..Indexes::default()
        })
    }
    fn status(&self) -> Option<String> {
        word(&self.status)
    }
    fn states(&self) -> Vec<State> {
        vec![State::Dispute(self.status)]
    }
}

impl Record for EvidenceRecord {
    const TYPE: &'static str = "evidence";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::DISPUTE, keys::EVIDENCE);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Disputes,
        reason: "what was shown when it was decided about money, and belongs to both sides",
    };
    fn key(&self) -> Key {
        keys::evidence(self.dispute_id, self.id)
    }
}
