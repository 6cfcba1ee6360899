//! What must hold of the client's documents once all histories of a table are over.

use super::stage::Stage;
use proconnect_store::{InvoiceKind, Listed, PaymentFilter, PaymentKind, PaymentStatus};
use std::collections::BTreeMap;

/// How many are read at once.
const PAGE: u32 = 500;

impl Stage {
    /// However many functions died: numbers run without gaps, and what went back has its credit note, once and over as much. The
    /// key of a document is its line of history, and each takes a number: one issued twice would leave a gap.
    pub async fn check_documents(&self) {
        let (payments, client) = (self.app.world.app.store.payments(), self.client.user_id);
        let documents = all(async |cursor| payments.documents(client, PAGE, cursor).await.unwrap()).await;
        let mut numbers: Vec<usize> = documents
            .iter()
            .map(|document| document.number.rsplit_once('-').unwrap().1.parse().unwrap())
            .collect();
        numbers.sort_unstable();
        assert!(numbers.iter().copied().eq(1..=numbers.len()), "{numbers:?}");
        let notes = documents
            .iter()
            .filter(|document| document.kind == InvoiceKind::CreditNote);
        let notes: BTreeMap<_, _> = notes.map(|note| (note.payment_id, note)).collect();
        let filter = PaymentFilter::default();
        let lines = all(async |cursor| payments.of(client, &filter, PAGE, cursor).await.unwrap()).await;
        let refunds = lines.iter().filter(|line| line.kind == PaymentKind::Refund);
        for line in refunds.filter(|line| line.status == PaymentStatus::Refunded) {
            let note = notes[&line.id];
            assert_eq!(
                (note.gross, Some(&note.number)),
                (line.amount, line.invoice_number.as_ref())
            );
        }
    }
}

/// Every page of a list.
async fn all<T>(page: impl AsyncFn(Option<&str>) -> Listed<T>) -> Vec<T> {
    let (mut found, mut cursor) = (Vec::new(), None);
    loop {
        let next = page(cursor.as_deref()).await;
        found.extend(next.items);
        cursor = next.next_cursor;
        if cursor.is_none() {
            return found;
        }
    }
}
