//! Issues a document: number, date, both sides as they are at this moment, all in the transaction that moves the money.
//!
//! A number is taken nowhere else. Whoever comes second finds the counter moved (`Stale`), and begins again from its reading,
//! so that nothing that was refused has taken one.

use super::record::{InvoiceCounter, InvoiceKind, InvoiceLineRecord, InvoiceRecord};
use crate::billing::{BillingDetails, BillingRecord};
use crate::contract::{ContractRecord, MilestoneRecord, Party};
use crate::items::Item;
use crate::payment::PaymentRecord;
use crate::record::{Stored, read};
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{Store, StoreError, keys};
use proconnect_domain::{Date, Money, PaymentId, Timestamp, UserId};

/// What is to be issued.
pub(crate) enum Document {
    /// To the client, for what they funded.
    Invoice,
    /// To the freelancer, for the fee out of what was released; from the platform, which says of itself who it is.
    FeeInvoice(BillingDetails),
    /// To the client, for what they get back.
    CreditNote(Money),
}

/// A side of a contract, as an invoice names it.
struct Side {
    details: BillingDetails,
    reference: Option<String>,
}

/// What a document needs to know.
struct Known {
    client: Side,
    freelancer: Side,
    counter: Option<Stored<InvoiceCounter>>,
    /// That it was issued already: a refund that failed, and is made again, is credited once.
    is_issued: bool,
    /// The number of the client's invoice for this milestone.
    invoice_number: Option<String>,
}

/// A document that is to be issued, with everything that was read for it.
pub struct Issuing {
    /// The line of history that it is of.
    payment_id: PaymentId,
    document: Document,
    known: Known,
}

/// Issues a document for a line of history, once. Returns its number, for that line; nothing when it was issued before.
pub(crate) async fn issue(
    tx: &mut Tx,
    store: &Store,
    contract: &ContractRecord,
    milestone: &MilestoneRecord,
    of: (PaymentId, Document),
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    let issuing = Issuing::read(store, contract, milestone, of).await?;
    issuing.issue(tx, contract, milestone, now)
}

impl Issuing {
    /// Reads it, in one call.
    pub(crate) async fn read(
        store: &Store,
        contract: &ContractRecord,
        milestone: &MilestoneRecord,
        (payment_id, document): (PaymentId, Document),
    ) -> Result<Self, StoreError> {
        let owner = document.owner(contract);
        let known = Known::read(store, contract, milestone, owner, payment_id).await?;
        Ok(Self {
            payment_id,
            document,
            known,
        })
    }

    /// Issues it, as [`issue`] does.
    pub(crate) fn issue(
        self,
        tx: &mut Tx,
        contract: &ContractRecord,
        milestone: &MilestoneRecord,
        now: Timestamp,
    ) -> Result<Option<String>, StoreError> {
        let known = self.known;
        if known.is_issued {
            return Ok(None);
        }
        let user_id = self.document.owner(contract);
        let mut counter = match &known.counter {
            Some(stored) => (**stored).clone(),
            None => InvoiceCounter::new(user_id),
        };
        let (number, issued_on) = counter.issue(Date::of(now));
        tx.upsert(known.counter.as_ref(), &counter)?;
        let base = InvoiceRecord {
            user_id,
            payment_id: self.payment_id,
            number: number.clone(),
            kind: InvoiceKind::Invoice,
            issued_at: now,
            issued_on,
            contract_id: contract.id,
            milestone_id: milestone.id,
            seller: known.freelancer.details,
            buyer: known.client.details,
            reference: known.client.reference,
            credits: None,
            lines: vec![line(contract, milestone, "", milestone.amount)],
            gross: milestone.amount,
            fee: None,
        };
        let (invoice, wanted) = (known.invoice_number, known.freelancer.reference);
        tx.create(&self.document.fill(base, (invoice, wanted), contract, milestone))?;
        Ok(Some(number))
    }
}

impl Document {
    /// Whose document it is.
    fn owner(&self, contract: &ContractRecord) -> UserId {
        match self {
            Document::FeeInvoice(_) => contract.freelancer.id,
            Document::Invoice | Document::CreditNote(_) => contract.client.id,
        }
    }

    /// What it says, made of the client's invoice.
    fn fill(
        self,
        base: InvoiceRecord,
        (invoice_number, freelancers_reference): (Option<String>, Option<String>),
        contract: &ContractRecord,
        milestone: &MilestoneRecord,
    ) -> InvoiceRecord {
        match self {
            Document::Invoice => base,
            Document::CreditNote(amount) => InvoiceRecord {
                kind: InvoiceKind::CreditNote,
                credits: invoice_number,
                lines: vec![line(
                    contract,
                    milestone,
                    "Given back: ",
                    Money::new(-amount.amount, amount.currency),
                )],
                gross: amount,
                ..base
            },
            Document::FeeInvoice(platform) => InvoiceRecord {
                kind: InvoiceKind::FeeInvoice,
                seller: platform,
                // The freelancer buys here what the platform does for them.
                buyer: base.seller,
                reference: freelancers_reference,
                lines: vec![line(
                    contract,
                    milestone,
                    "Platform fee: ",
                    milestone.released_fee(),
                )],
                gross: milestone.released_amount(),
                fee: Some(milestone.released_fee()),
                ..base
            },
        }
    }
}

fn line(
    contract: &ContractRecord,
    milestone: &MilestoneRecord,
    what: &str,
    amount: Money,
) -> InvoiceLineRecord {
    InvoiceLineRecord {
        description: format!("{what}{}: {}", contract.task_title, milestone.title),
        amount,
    }
}

impl Known {
    /// Reads it, in one call.
    async fn read(
        store: &Store,
        contract: &ContractRecord,
        milestone: &MilestoneRecord,
        owner: UserId,
        payment: PaymentId,
    ) -> Result<Self, StoreError> {
        let (client, freelancer) = (&contract.client, &contract.freelancer);
        let mut wanted = vec![
            keys::user(client.id),
            keys::billing(client.id),
            keys::user(freelancer.id),
            keys::billing(freelancer.id),
            keys::invoice_counter(owner),
            keys::invoice(owner, payment),
        ];
        wanted.extend(
            milestone
                .charge_payment
                .map(|charge| keys::payment(client.id, charge)),
        );
        let mut found = store.get_many(&wanted).await?.into_iter();
        let mut next = || found.next().flatten();
        Ok(Self {
            client: Side::of(client, next(), next())?,
            freelancer: Side::of(freelancer, next(), next())?,
            counter: next().map(Stored::read).transpose()?,
            is_issued: next().is_some(),
            invoice_number: match next() {
                Some(charge) => read::<PaymentRecord>(charge)?.invoice_number,
                None => None,
            },
        })
    }
}

impl Side {
    /// The name that somebody gave for invoices, or that of their account; that of the contract, should the account be gone.
    fn of(party: &Party, user: Option<Item>, billing: Option<Item>) -> Result<Self, StoreError> {
        let user = user.map(read::<UserRecord>).transpose()?;
        let billing = billing.map(read::<BillingRecord>).transpose()?;
        let BillingRecord {
            mut details,
            reference,
            ..
        } = billing.unwrap_or_else(|| BillingRecord::empty(party.id));
        let account = user.map_or_else(|| party.name.clone(), |user| user.name);
        details.legal_name.get_or_insert(account);
        Ok(Self { details, reference })
    }
}
