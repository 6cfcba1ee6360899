//! What the processor says of a chargeback, taken in: the milestone, its journals, its lines of history, who is told and what
//! goes on, in one transaction.

use super::record::{ChargebackRecord, TakenRecord};
use crate::contract::{ContractRecord, MilestoneRecord, RefundState, milestone_of};
use crate::dispute::{DisputeRecord, give_way};
use crate::payment::{PaymentStatus, book, moved, resized};
use crate::profile::{Counted, count};
use crate::record::Stored;
use crate::tx::Tx;
use crate::{Store, StoreError};
use proconnect_domain::{ChargebackStatus, FundsStatus, MilestoneId, Money, Timestamp};
use proconnect_events::{Fact, MilestoneRefunded};
use proconnect_messaging::{RefundPart, ReleasePayment};
use proconnect_payments::ledger::{Borne, Journal};
use proconnect_payments::{Chargeback, Movement};

/// Chargebacks.
pub struct Chargebacks<'a>(&'a Store);

impl Store {
    /// Chargebacks.
    pub fn chargebacks(&self) -> Chargebacks<'_> {
        Chargebacks(self)
    }
}

/// What one report changes.
#[derive(Default)]
struct News {
    /// It was opened (again), or decided.
    stepped: bool,
    /// What the bank's decision took.
    taken: Option<TakenRecord>,
    /// What it gave back.
    put_back: Option<TakenRecord>,
}

impl Chargebacks<'_> {
    pub(super) fn store(&self) -> &Store {
        self.0
    }

    /// Takes in what the processor says of a chargeback of the payment that funds a milestone, however often and in whatever
    /// order it says so. An open dispute of our own gives way to the bank's: `dispute`, if there is one. `false` when something was
    /// given back that cannot be put where it was: a person has to look.
    pub async fn reported(
        &self,
        contract: &mut Stored<ContractRecord>,
        dispute: Option<Stored<DisputeRecord>>,
        said: &Chargeback,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let (id, basis_points) = (said.milestone_id, contract.fee_basis_points);
        let mut tx = Tx::new(self.0, now);
        let before = milestone_of(contract, id)?.clone();
        let known = before.chargebacks.iter().find(|known| known.id == said.id);
        let (is_new, is_step) = (
            known.is_none(),
            known.is_none_or(|known| known.status != said.status),
        );
        if let Some(mut dispute) = dispute.filter(|_| is_step) {
            give_way(&mut tx, contract, &mut dispute, now)?;
        }
        let milestone = milestone_of(contract, id)?;
        let place = entry(milestone, said, now);
        let (news, is_whole) = step(milestone, place, (said.status, is_new), basis_points, now)?;
        let chargeback = milestone.chargebacks[place].clone();
        let unbooked = said.movements.iter();
        let unbooked: Vec<&Movement> = unbooked
            .filter(|movement| !chargeback.booked.contains(&movement.id))
            .collect();
        let booked = unbooked.iter().map(|movement| movement.id.clone());
        milestone.chargebacks[place].booked.extend(booked);
        let after = milestone.clone();
        if after == before {
            return Ok(true);
        }
        let facts = facts(contract, &before, &after, &chargeback, &news);
        tx.transition(contract, facts)?;
        for movement in unbooked {
            self.book_movement(&mut tx, contract, id, movement, now).await?;
        }
        self.book_decision(&mut tx, contract, &chargeback, (id, &news), now)
            .await?;
        show(&mut tx, contract, (&before, &after), &news, now)?;
        go_on(&mut tx, &after, &news)?;
        tx.commit(self.0).await?;
        contract.mark_written();
        Ok(is_whole)
    }

    /// A chargeback of a payment that came on top of the one that funds its milestone, or of one that we know nothing of: what it moved
    /// is booked, once each. What else is to be done is for a person to see.
    pub async fn of_another(
        &self,
        contract: &ContractRecord,
        said: &Chargeback,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        for movement in &said.movements {
            let mut tx = Tx::new(self.0, now);
            self.book_movement(&mut tx, contract, said.milestone_id, movement, now)
                .await?;
            match tx.commit(self.0).await {
                Err(error) if error.is_condition("journal") => {}
                outcome => outcome?,
            }
        }
        Ok(())
    }

    async fn book_movement(
        &self,
        tx: &mut Tx,
        contract: &ContractRecord,
        id: MilestoneId,
        movement: &Movement,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let minus = |money: Money| Money::new(-money.amount, money.currency);
        let journal = match movement.amount.amount < 0 {
            true => Journal::chargeback_withdrawn(minus(movement.amount), movement.fee),
            false => Journal::chargeback_reinstated(movement.amount, minus(movement.fee)),
        };
        let cause = format!("{id}#chargeback#{}", movement.id);
        book(tx, self.0, contract, &cause, journal, now).await
    }

    /// Who bears what the bank took, or no longer does.
    async fn book_decision(
        &self,
        tx: &mut Tx,
        contract: &ContractRecord,
        chargeback: &ChargebackRecord,
        (id, news): (MilestoneId, &News),
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let borne = |taken: &TakenRecord| Borne {
            milestone: id,
            freelancer: contract.freelancer.id,
            refunded: taken.refunded,
            unsent: taken.unsent,
            fee: taken.fee,
            was_held: taken.was_held,
        };
        let of = |what: &str| {
            format!(
                "{id}#chargeback-{what}#{}#{}",
                chargeback.id, chargeback.decisions
            )
        };
        if let Some(borne) = news.put_back.as_ref().map(borne).filter(Borne::is_something) {
            let journal = Journal::chargeback_won(&borne);
            book(tx, self.0, contract, &of("won"), journal, now).await?;
        }
        if let Some(borne) = news.taken.as_ref().map(borne).filter(Borne::is_something) {
            let journal = Journal::chargeback_lost(&borne);
            book(tx, self.0, contract, &of("lost"), journal, now).await?;
        }
        Ok(())
    }
}

/// Where it stands in the milestone's record, with what the processor says of it now but for its state.
fn entry(milestone: &mut MilestoneRecord, said: &Chargeback, now: Timestamp) -> usize {
    let known = milestone.chargebacks.iter().position(|known| known.id == said.id);
    let place = known.unwrap_or_else(|| {
        milestone.chargebacks.push(ChargebackRecord {
            id: said.id.clone(),
            amount: said.amount,
            reason: said.reason.clone(),
            status: ChargebackStatus::Open,
            answer_by: said.answer_by,
            opened_at: now,
            closed_at: None,
            booked: Vec::new(),
            decisions: 0,
            taken: None,
        });
        milestone.chargebacks.len() - 1
    });
    let entry = &mut milestone.chargebacks[place];
    entry.answer_by = said.answer_by;
    // Of what was taken, the sum stays as it was.
    if entry.taken.is_none() {
        entry.amount = said.amount;
    }
    place
}

/// The milestone, as the chargeback's new state leaves it; `false` besides when something could not be put back.
fn step(
    milestone: &mut MilestoneRecord,
    place: usize,
    (to, is_new): (ChargebackStatus, bool),
    basis_points: u32,
    now: Timestamp,
) -> Result<(News, bool), StoreError> {
    let mut news = News::default();
    if is_new {
        // The bank's word comes before the network's.
        if let Some(warning) = milestone.fraud_warning.as_mut() {
            warning.cleared_at.get_or_insert(now);
        }
        milestone.freeze()?;
        news.stepped = true;
    }
    let from = milestone.chargebacks[place].status;
    if from == to {
        return Ok((news, true));
    }
    let mut is_whole = true;
    if let Some(taken) = milestone.chargebacks[place].taken.clone() {
        is_whole = milestone.can_put_back(&taken);
        if is_whole {
            milestone.chargebacks[place].taken = None;
            milestone.put_back(&taken, basis_points)?;
            news.put_back = Some(taken);
        }
    }
    let entry = &mut milestone.chargebacks[place];
    entry.status = to;
    entry.decisions += 1;
    entry.closed_at = (to != ChargebackStatus::Open).then_some(now);
    let (amount, is_free) = (entry.amount, entry.taken.is_none());
    match to {
        ChargebackStatus::Open => milestone.freeze()?,
        ChargebackStatus::Lost if is_free => {
            milestone.freeze()?;
            let taken = milestone.take(amount, basis_points, now)?;
            milestone.chargebacks[place].taken = Some(taken.clone());
            news.taken = Some(taken);
        }
        ChargebackStatus::Won | ChargebackStatus::Lost => {}
    }
    milestone.thaw(now)?;
    news.stepped = true;
    Ok((news, is_whole))
}

fn facts(
    contract: &ContractRecord,
    before: &MilestoneRecord,
    after: &MilestoneRecord,
    chargeback: &ChargebackRecord,
    news: &News,
) -> Vec<Fact> {
    let mut facts = Vec::new();
    if news.stepped {
        facts.push(contract.charged_back(after, chargeback));
    }
    // What we hear of at once happened one after the other: opened and decided, or given back and opened again.
    let is_known = before.chargebacks.iter().any(|known| known.id == chargeback.id);
    let first = match chargeback.is_open() {
        false if !is_known => Some(ChargebackStatus::Open),
        true if news.put_back.is_some() => Some(ChargebackStatus::Won),
        _ => None,
    };
    if let Some(status) = first {
        let then = ChargebackRecord {
            status,
            ..chargeback.clone()
        };
        facts.insert(0, contract.charged_back(after, &then));
    }
    let refunded = news.taken.iter().flat_map(|taken| &taken.refunds);
    let legs = refunded.filter_map(|payment| after.going_back(*payment).ok());
    facts.extend(legs.map(|(_, amount)| {
        Fact::MilestoneRefunded(MilestoneRefunded {
            milestone_id: after.id,
            client_id: contract.client.id,
            freelancer_id: contract.freelancer.id,
            amount,
        })
    }));
    if after.funds == FundsStatus::ReleaseQueued && before.funds != after.funds {
        facts.push(Fact::ReleaseRetried {
            milestone_id: after.id,
        });
    }
    facts
}

/// The lines of history of both, and what the client has spent.
fn show(
    tx: &mut Tx,
    contract: &ContractRecord,
    (before, after): (&MilestoneRecord, &MilestoneRecord),
    news: &News,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (client, freelancer) = (contract.client.id, contract.freelancer.id);
    if news.stepped {
        let charge = moved(client, after.charge_payment, after.charge_shown(), None)?;
        tx.change("charge", charge)?;
    }
    let changed = news.taken.iter().chain(&news.put_back);
    for payment in changed.clone().flat_map(|taken| &taken.refunds) {
        let (status, _) = after.going_back(*payment)?;
        tx.change("refund", moved(client, Some(*payment), status.shown(), None)?)?;
    }
    if changed
        .clone()
        .any(|taken| taken.unsent.amount > 0 && !taken.was_held)
    {
        let shown = match after.funds {
            FundsStatus::ChargebackLost => moved(
                freelancer,
                after.transfer_payment,
                PaymentStatus::ChargedBack,
                None,
            )?,
            _ => resized(
                freelancer,
                after.transfer_payment,
                (after.released_amount(), after.released_fee()),
                after.transfer_shown(),
            )?,
        };
        tx.change("transfer", shown)?;
    }
    let paid_at = before.funded_at.unwrap_or(now);
    let sum = |taken: &Option<TakenRecord>| taken.as_ref().map_or(0, |taken| taken.unsent.amount);
    let (lost, back) = (sum(&news.taken), sum(&news.put_back));
    let is_nothing = |milestone: &MilestoneRecord| milestone.released_amount().amount == 0;
    let money = |amount| Money::new(amount, after.amount.currency);
    match (lost - back, is_nothing(before) && back > 0) {
        (0, _) => Ok(()),
        // It was no payment, and is one again.
        (_, true) => count(tx, client, Counted::Spent, money(back), paid_at),
        (less, false) => {
            let whole = is_nothing(after);
            count(tx, client, Counted::GivenBack { whole }, money(less), paid_at)
        }
    }
}

/// What stood still goes on.
fn go_on(tx: &mut Tx, after: &MilestoneRecord, news: &News) -> Result<(), StoreError> {
    if !news.stepped || after.is_held_back() {
        return Ok(());
    }
    if after.funds == FundsStatus::ReleaseQueued {
        tx.order(&ReleasePayment {
            milestone_id: after.id,
        })?;
    }
    for (leg, ..) in after
        .legs()
        .filter(|(leg, ..)| leg.status == RefundState::Ordered)
    {
        tx.order(&RefundPart {
            milestone_id: after.id,
            payment_id: Some(leg.payment_id),
        })?;
    }
    Ok(())
}

impl MilestoneRecord {
    /// How the client's line of history shows the charge.
    fn charge_shown(&self) -> PaymentStatus {
        let is_taken = |chargeback: &ChargebackRecord| chargeback.status != ChargebackStatus::Won;
        if self.chargebacks.iter().any(is_taken) {
            return PaymentStatus::ChargedBack;
        }
        match self.funds {
            FundsStatus::Released => PaymentStatus::Released,
            _ => self.whole_refund().unwrap_or(PaymentStatus::Held),
        }
    }

    /// How the freelancer's line of history shows a transfer that was not made yet.
    fn transfer_shown(&self) -> PaymentStatus {
        match self.funds {
            FundsStatus::ReleaseBlocked => PaymentStatus::Blocked,
            FundsStatus::ReleaseFailed => PaymentStatus::Failed,
            _ => PaymentStatus::OnTheWay,
        }
    }
}
