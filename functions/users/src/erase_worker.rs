//! SQS: takes somebody who has left out of what others see, and deletes what was theirs alone.
//!
//! Payments, invoices and the ledger stay, and so does what was agreed on, under another name. Nothing new comes to be
//! meanwhile: tasks, bids and profiles are written only while the account is in use.

use crate::{PAGE, every_page};
use proconnect_domain::{BidEvent, DELETED_NAME, TaskEvent, TaskStatus, UserId, UserStatus};
use proconnect_messaging::ErasePerson;
use proconnect_runtime::{App, Function, HandlerError, Work};
use proconnect_store::{
    BidCard, ContractCard, DisputeCard, Export, Gone, KINDS, Kind, Personal, Side, TaskCard,
};

pub const FUNCTION: Function = proconnect_runtime::sqs!(
    "users",
    handle,
    batch = 1,
    worst = 50,
    timeout = 60,
    receives = 10
);

/// Erases. What is done already is passed over, so a repeat is cheap, and a delivery goes on where one before it died.
pub async fn handle(app: &App, work: Work<ErasePerson>) -> Result<(), HandlerError> {
    let user_id = work.body.user_id;
    let user = app.store.users().get(user_id).await?;
    if user.is_none_or(|user| user.status != UserStatus::Deleted) {
        return Err(format!("{user_id} has not left").into());
    }
    for kind in KINDS {
        match kind.personal {
            Personal::Names { export, .. } => take_name_out(app, user_id, export).await?,
            Personal::Owned {
                gone: Gone::Forgotten,
                ..
            } => forget(app, user_id, kind).await?,
            Personal::Owned { .. } | Personal::KeptForTheBooks { .. } | Personal::None { .. } => {}
        }
    }
    forget_saved(app, user_id).await
}

/// Of what names them and stays.
async fn take_name_out(app: &App, user: UserId, from: Export) -> Result<(), HandlerError> {
    match from {
        Export::Tasks => tasks(app, user).await,
        Export::Bids => bids(app, user).await,
        Export::Contracts => contracts(app, user).await,
        Export::Disputes => disputes(app, user).await,
        Export::Rooms => rooms(app, user).await,
        // The account lost its name as it was closed, and files have none.
        Export::Account | Export::Files | Export::Not(_) => Ok(()),
    }
}

async fn tasks(app: &App, user: UserId) -> Result<(), HandlerError> {
    let tasks = app.store.tasks();
    for card in every_page!(|cursor| tasks.of_client(user, PAGE, cursor)) {
        task(app, &card).await?;
        bids_on(app, user, &card).await?;
    }
    Ok(())
}

async fn task(app: &App, card: &TaskCard) -> Result<(), HandlerError> {
    let found = app.store.tasks().get_for(card.id, None).await?;
    let Some((mut task, _)) = found else {
        return Ok(());
    };
    if task.client.name == DELETED_NAME {
        return Ok(());
    }
    DELETED_NAME.clone_into(&mut task.client.name);
    if task.status == TaskStatus::Open {
        // Posted a moment before, so that the list of those to cancel did not have it yet.
        task.status = task.status.apply(TaskEvent::Cancel)?;
        return Ok(app.store.tasks().cancel(&task, app.now()).await?);
    }
    Ok(app.store.erasure().task(&task, app.now()).await?)
}

/// The bids of others on a task name its client.
async fn bids_on(app: &App, user: UserId, card: &TaskCard) -> Result<(), HandlerError> {
    let (bids, mut next) = (app.store.bids(), None::<String>);
    loop {
        let page = bids.of_task(card.id, PAGE, next.as_deref()).await?;
        page.whole()?;
        for mut bid in page.bids {
            if bid.client_id == user && bid.client_name != DELETED_NAME {
                DELETED_NAME.clone_into(&mut bid.client_name);
                bids.update(&bid, None, app.now()).await?;
            }
        }
        next = page.next_cursor;
        if next.is_none() {
            return Ok(());
        }
    }
}

async fn bids(app: &App, user: UserId) -> Result<(), HandlerError> {
    let bids = app.store.bids();
    let named = |bid: &BidCard| bid.freelancer.name != DELETED_NAME;
    for card in every_page!(|cursor| bids.of_freelancer(user, PAGE, cursor)) {
        let found = if named(&card) {
            bids.get(card.id).await?
        } else {
            None
        };
        if let Some(mut bid) = found {
            DELETED_NAME.clone_into(&mut bid.freelancer.name);
            let fact = if bid.status.is_open() {
                bid.status = bid.status.apply(BidEvent::Withdraw)?;
                Some(bid.withdrawn())
            } else {
                None
            };
            bids.update(&bid, fact, app.now()).await?;
        }
    }
    Ok(())
}

async fn contracts(app: &App, user: UserId) -> Result<(), HandlerError> {
    let contracts = app.store.contracts();
    for side in [Side::Client, Side::Freelancer] {
        let named = |card: &ContractCard| match side {
            Side::Client => card.client_name != DELETED_NAME,
            Side::Freelancer => card.freelancer_name != DELETED_NAME,
        };
        for card in every_page!(|cursor| contracts.of(user, side, PAGE, cursor)) {
            let found = if named(&card) {
                contracts.get(card.id).await?
            } else {
                None
            };
            if let Some(mut contract) = found {
                let party = match side {
                    Side::Client => &mut contract.client,
                    Side::Freelancer => &mut contract.freelancer,
                };
                DELETED_NAME.clone_into(&mut party.name);
                contracts.update(&contract, None, app.now()).await?;
            }
        }
    }
    Ok(())
}

async fn disputes(app: &App, user: UserId) -> Result<(), HandlerError> {
    let disputes = app.store.disputes();
    let named = |card: &DisputeCard| {
        let own = [&card.client, &card.freelancer]
            .into_iter()
            .find(|party| party.id == user);
        own.is_some_and(|party| party.name != DELETED_NAME)
    };
    for card in every_page!(|cursor| disputes.of(user, PAGE, cursor)) {
        let found = if named(&card) {
            disputes.get(card.id).await?
        } else {
            None
        };
        if let Some(mut dispute) = found {
            let party = match dispute.client.id == user {
                true => &mut dispute.client,
                false => &mut dispute.freelancer,
            };
            DELETED_NAME.clone_into(&mut party.name);
            disputes.rename(&dispute, app.now()).await?;
        }
    }
    Ok(())
}

/// Rooms stay for the other side, who can write to nobody there any more.
async fn rooms(app: &App, user: UserId) -> Result<(), HandlerError> {
    let rooms = app.store.rooms();
    for card in every_page!(|cursor| rooms.of(user, false, PAGE, cursor)) {
        let found = match card.seats(user).0.has_left {
            true => None,
            false => rooms.get(card.id).await?,
        };
        if let Some(mut room) = found {
            let seat = room.seats_mut(user).0;
            DELETED_NAME.clone_into(&mut seat.name);
            seat.has_left = true;
            seat.look_at = None;
            rooms.update(&room, app.now()).await?;
        }
    }
    Ok(())
}

/// Deletes what was theirs alone.
async fn forget(app: &App, user: UserId, kind: &Kind) -> Result<(), HandlerError> {
    while app.store.erasure().forget(user, kind, app.now()).await? {}
    Ok(())
}

/// What others saved of them.
async fn forget_saved(app: &App, user: UserId) -> Result<(), HandlerError> {
    let erasure = app.store.erasure();
    let mut next = erasure.forget_saved(user, None, app.now()).await?;
    while let Some(cursor) = next {
        next = erasure.forget_saved(user, Some(&cursor), app.now()).await?;
    }
    Ok(())
}
