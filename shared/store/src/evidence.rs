//! All that there is about a milestone and its money, read for an evidence pack: whoever asks has a dispute, or the bank has.

use crate::bid::BidRecord;
use crate::contract::{ContractDetail, ContractRecord, MilestoneRecord, RevisionRecord, SubmissionRecord};
use crate::dispute::DisputeDetail;
use crate::message::{MessageRecord, MessageVersionRecord, Span};
use crate::record::{Record, read};
use crate::room::RoomRecord;
use crate::table::{Query, Sort};
use crate::task::TaskRecord;
use crate::{Listed, People, Store, StoreError, keys};
use futures_util::future::{try_join, try_join4};
use proconnect_api as api;
use proconnect_domain::{ContractId, DisputeId, MilestoneId, RoomId, TaskId, UserId};

/// Of what was said, this many characters at most, the newest: a person reads them, and a function holds them.
const MOST_SAID: usize = 4_000_000;
/// And so many messages.
const MOST_MESSAGES: usize = 5_000;
/// How many come with one call at most.
const PAGE: u32 = 1_000;

/// Cases.
pub struct Cases<'a>(&'a Store);

/// A milestone with everything that somebody may have to look at who decides about its money.
pub struct Case {
    /// The milestone.
    pub milestone_id: MilestoneId,
    /// Its contract.
    pub contract: ContractRecord,
    /// What was handed in for it, oldest first.
    pub submissions: Vec<SubmissionRecord>,
    /// What was asked for again, oldest first.
    pub revisions: Vec<RevisionRecord>,
    /// The task that the contract came of.
    pub task: Option<TaskRecord>,
    /// The bid that was accepted.
    pub bid: Option<BidRecord>,
    /// The dispute with its evidence, if there is one.
    pub dispute: Option<DisputeDetail>,
    /// The room of the two, if there is one.
    pub room: Option<RoomRecord>,
    /// What was said in it, oldest first.
    pub messages: Vec<MessageRecord>,
    /// What of that was said otherwise before it was edited or deleted, in the order of the messages.
    pub versions: Vec<MessageVersionRecord>,
    /// Whether more was said before, or otherwise, than is here.
    pub is_cut: bool,
    /// How many records of the talk cannot be read by this version, and are missing here.
    pub unreadable: usize,
    /// Every journal of the contract.
    pub ledger: api::Ledger,
    /// The two as they are now.
    pub people: People,
}

#[derive(Default)]
struct Talk {
    messages: Vec<MessageRecord>,
    versions: Vec<MessageVersionRecord>,
    is_cut: bool,
    unreadable: usize,
}

/// The task, the bid and the room of the two.
type Around = (Option<TaskRecord>, Option<BidRecord>, Option<RoomRecord>);

impl Store {
    /// What evidence packs are made of.
    pub fn cases(&self) -> Cases<'_> {
        Cases(self)
    }
}

impl Case {
    /// The milestone.
    pub fn milestone(&self) -> Option<&MilestoneRecord> {
        self.contract.milestone(self.milestone_id)
    }
}

impl Cases<'_> {
    /// Everything about a milestone. The dispute is the given one, else the open one, else the one that was decided. `None` when
    /// there is no such milestone. Three round trips, and one for each further page of what was said.
    pub async fn of(
        &self,
        milestone: MilestoneId,
        dispute: Option<DisputeId>,
    ) -> Result<Option<Case>, StoreError> {
        let (found, ledger) = self.contract(milestone.contract_id()).await?;
        let Some(found) = found else { return Ok(None) };
        let Some(own) = found.contract.milestone(milestone) else {
            return Ok(None);
        };
        let settled = own.settlement.as_ref().map(|settled| settled.dispute_id);
        let dispute = dispute.or(own.dispute_id).or(settled);
        let contract = found.contract.into_inner();
        let (task, client, freelancer) = (contract.task_id, contract.client.id, contract.freelancer.id);
        let room = RoomRecord::id_of(task, freelancer);
        let one = self.0.metered();
        let cases = Cases(&one);
        let all = try_join4(
            cases.around(task, freelancer),
            cases.dispute(dispute),
            cases.talk(room),
            one.people([client, freelancer]),
        )
        .await;
        self.0.meter.at_once(one.meter.reading());
        let ((task, bid, room), dispute, talk, people) = all?;
        let submissions = found.submissions.into_iter();
        let revisions = found.revisions.into_iter();
        Ok(Some(Case {
            milestone_id: milestone,
            submissions: submissions.filter(|one| one.milestone_id == milestone).collect(),
            revisions: revisions.filter(|one| one.milestone_id == milestone).collect(),
            contract,
            task,
            bid,
            dispute,
            room,
            messages: talk.messages,
            versions: talk.versions,
            is_cut: talk.is_cut,
            unreadable: talk.unreadable,
            ledger,
            people,
        }))
    }

    async fn contract(&self, id: ContractId) -> Result<(Option<ContractDetail>, api::Ledger), StoreError> {
        let one = self.0.metered();
        let (contracts, payments) = (one.contracts(), one.payments());
        let both = try_join(contracts.detail(id), payments.ledger(id, u32::MAX, None)).await;
        self.0.meter.at_once(one.meter.reading());
        both
    }

    async fn around(&self, task: TaskId, freelancer: UserId) -> Result<Around, StoreError> {
        let wanted = [
            keys::task(task),
            keys::bid(task, freelancer),
            keys::room(RoomRecord::id_of(task, freelancer)),
        ];
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        Ok((
            found.next().flatten().map(read).transpose()?,
            found.next().flatten().map(read).transpose()?,
            found.next().flatten().map(read).transpose()?,
        ))
    }

    async fn dispute(&self, id: Option<DisputeId>) -> Result<Option<DisputeDetail>, StoreError> {
        match id {
            Some(id) => self.0.disputes().detail(id).await,
            None => Ok(None),
        }
    }

    /// What was said, newest first until it is enough; and what it was before.
    async fn talk(&self, room: RoomId) -> Result<Talk, StoreError> {
        let mut talk = Talk::default();
        let mut said = 0;
        let mut cursor: Option<String> = None;
        loop {
            let page = self
                .0
                .messages()
                .page(room, Span::All, PAGE, cursor.as_deref())
                .await?;
            said += page.items.iter().map(|message| message.text.len()).sum::<usize>();
            cursor = talk.keep(page, |talk| &mut talk.messages);
            if cursor.is_none() {
                break;
            }
            if said > MOST_SAID || talk.messages.len() >= MOST_MESSAGES {
                talk.is_cut = true;
                break;
            }
        }
        talk.messages.reverse();
        self.versions(room, &mut talk).await?;
        Ok(talk)
    }

    async fn versions(&self, room: RoomId, talk: &mut Talk) -> Result<(), StoreError> {
        let mut cursor: Option<String> = None;
        loop {
            let query = Query {
                sort: Sort::Prefix(keys::MESSAGE_VERSION),
                cursor: cursor.as_deref(),
                limit: PAGE,
                ..Query::partition(keys::versions_of(room))
            };
            let page = self.0.records(query).await?;
            cursor = talk.keep(page, |talk| &mut talk.versions);
            if cursor.is_none() {
                return Ok(());
            }
            if talk.versions.len() >= MOST_MESSAGES {
                talk.is_cut = true;
                return Ok(());
            }
        }
    }
}

impl Talk {
    /// Keeps a page; returns where the next one begins.
    fn keep<T: Record>(&mut self, page: Listed<T>, of: fn(&mut Self) -> &mut Vec<T>) -> Option<String> {
        self.unreadable += page.left_out;
        of(self).extend(page.items);
        page.next_cursor
    }
}
