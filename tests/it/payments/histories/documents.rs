//! What must hold of the client's documents once all histories of a table are over.

use super::stage::Stage;
use proconnect_store::{
    InvoiceKind, InvoiceRecord, PaymentFilter, PaymentKind, PaymentRecord, PaymentStatus,
};
use std::collections::BTreeMap;

/// How many are read at once.
const PAGE: u32 = 500;

impl Stage {
    /// However many functions died: numbers run without gaps, and what went back has its credit note, once and over as much, unless a bank stands for it. The
    /// key of a document is its line of history, and each takes a number: one issued twice would leave a gap.
    pub async fn check_documents(&self) {
        let documents = self.documents().await;
        let number = |document: &InvoiceRecord| document.number.rsplit_once('-').unwrap().1.parse().unwrap();
        let mut numbers: Vec<usize> = documents.iter().map(number).collect();
        numbers.sort_unstable();
        assert!(numbers.iter().copied().eq(1..=numbers.len()), "{numbers:?}");
        let notes = documents
            .iter()
            .filter(|document| document.kind == InvoiceKind::CreditNote);
        let notes: BTreeMap<_, _> = notes.map(|note| (note.payment_id, note)).collect();
        for line in self.lines().await {
            if line.kind == PaymentKind::Refund && line.status == PaymentStatus::Refunded {
                // What a bank took in place of a refund has no credit note (docs/payments.md).
                let Some(note) = notes.get(&line.id) else {
                    assert!(self.a_bank_stands_for(&line).await, "{line:?}");
                    continue;
                };
                assert_eq!(
                    (note.gross, Some(&note.number)),
                    (line.amount, line.invoice_number.as_ref())
                );
            }
        }
    }

    async fn a_bank_stands_for(&self, line: &PaymentRecord) -> bool {
        let contracts = self.app.world.app.store.contracts();
        let contract = contracts.get(line.milestone_id.contract_id()).await.unwrap();
        let contract = contract.unwrap();
        let milestone = contract.milestone(line.milestone_id).unwrap();
        let taken = milestone.chargebacks.iter().filter_map(|one| one.taken.as_ref());
        taken.into_iter().any(|taken| taken.refunds.contains(&line.id))
    }

    async fn documents(&self) -> Vec<InvoiceRecord> {
        let (payments, mut found, mut cursor) = (self.app.world.app.store.payments(), Vec::new(), None);
        loop {
            let page = payments.documents(self.client.user_id, PAGE, cursor.as_deref());
            let page = page.await.unwrap();
            found.extend(page.items);
            cursor = page.next_cursor;
            if cursor.is_none() {
                return found;
            }
        }
    }

    async fn lines(&self) -> Vec<PaymentRecord> {
        let (payments, mut found, mut cursor) = (self.app.world.app.store.payments(), Vec::new(), None);
        let all = PaymentFilter::default();
        loop {
            let page = payments.of(self.client.user_id, &all, PAGE, cursor.as_deref());
            let page = page.await.unwrap();
            found.extend(page.items);
            cursor = page.next_cursor;
            if cursor.is_none() {
                return found;
            }
        }
    }
}
