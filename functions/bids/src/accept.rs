//! `POST /v1/bids/{bidId}/accept`: accepts a bid; its milestones become the contract's.

use crate::{Side, decided, require};
use proconnect_api::Contract;
use proconnect_domain::{
    BidEvent, BidId, ContractId, ContractStatus, DAY, Date, FundsStatus, MilestoneId, ProposedMilestone,
    Timestamp, WorkStatus,
};
use proconnect_http::{ApiError, Caller, Created, ErrorCode, Idempotency, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::{BidRecord, ContractRecord, MilestoneRecord, Party, People, Refused, StoreError};

/// The task's client: accepts a bid, makes the contract.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/bids/{bidId}/accept", handle);

/// Accepts a bid. The task takes no more, and every other bidder is told why.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), idempotency): (Path<BidId>, Idempotency),
) -> Result<Created<Contract>, ApiError> {
    let now = app.now();
    let mut bid = require(app.store.bids().get(id).await?, &caller, Side::Client)?;
    bid.status = bid.status.apply(BidEvent::Accept).map_err(decided)?;
    let people = app.store.people([bid.client_id, bid.freelancer.id]).await?;
    let contract = contract_of(&bid, &people, app.new_id()?, app.config.fee_basis_points, now);
    bid.contract_id = Some(contract.id);

    let answer = Created(contract.view(&people, &[], &[], true));
    let remember = idempotency.remember(caller.user_id, &answer)?;
    app.store
        .bids()
        .accept(&bid, &contract, remember, now)
        .await
        .map_err(refusal)?;
    Ok(answer)
}

fn refusal(error: StoreError) -> ApiError {
    match error {
        error if error.is_refused(Refused::Task) => ApiError::of(ErrorCode::TaskNotOpen),
        error if error.is_refused(Refused::Freelancer) => ApiError::new(
            ErrorCode::InvalidState,
            "This freelancer can't take on work at the moment. You can wait, or accept another bid.",
        ),
        error => error.into(),
    }
}

/// The contract that comes of a bid, between the two as they are called now.
fn contract_of(
    bid: &BidRecord,
    people: &People,
    id: ContractId,
    fee_basis_points: u32,
    now: Timestamp,
) -> ContractRecord {
    let party = |party: Party| Party {
        name: people.of(&party).name,
        ..party
    };
    let whole = || ProposedMilestone {
        title: bid.task_title.clone(),
        description: String::new(),
        amount: bid.amount,
        due_date: Date::of(now.plus(DAY * bid.timeline_days)),
        criteria: Vec::new(),
    };
    let proposed = if bid.milestones.is_empty() {
        vec![whole()]
    } else {
        bid.milestones.clone()
    };
    let milestones = (1_u8..).zip(proposed).map(|(number, proposed)| MilestoneRecord {
        id: MilestoneId::of(id, number),
        title: proposed.title,
        description: proposed.description,
        fee: proposed.amount.share(fee_basis_points),
        amount: proposed.amount,
        due_date: proposed.due_date,
        criteria: proposed.criteria,
        work: WorkStatus::Pending,
        funds: FundsStatus::Unfunded,
        funding_attempts: 0,
        checkout: None,
        charge_id: None,
        funded_at: None,
        submitted_at: None,
        approved_at: None,
        release_attempts: 0,
        release_began_at: None,
        transfer_id: None,
        released_at: None,
        charge_payment: None,
        transfer_payment: None,
        hold_ended: false,
        reminded_until: None,
        dispute_id: None,
        review_from: None,
        settlement: None,
        kept: None,
        refunds: Vec::new(),
        refund_requests: Vec::new(),
        chargebacks: Vec::new(),
        fraud_warning: None,
    });
    ContractRecord {
        id,
        task_id: bid.task_id,
        task_title: bid.task_title.clone(),
        bid_id: bid.id,
        client: party(Party {
            id: bid.client_id,
            name: bid.client_name.clone(),
        }),
        freelancer: party(bid.freelancer.clone()),
        status: ContractStatus::Active,
        fee_basis_points,
        milestones: milestones.collect(),
        created_at: now,
    }
}
