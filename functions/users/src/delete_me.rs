//! `POST /v1/users/me/delete`: closes one's own account and anonymises it. What the ledger must keep is kept.

use crate::{PAGE, every_page};
use proconnect_auth::verify_password;
use proconnect_domain::{BidEvent, BidStatus, DELETED_NAME, Email, TaskEvent, TaskStatus, UserEvent};
use proconnect_http::{ApiError, Body, Caller, Client, ErrorCode, NoContent, WithCookies, no_refresh_cookie};
use proconnect_rules::{
    limits::{self, CONFIRM},
    user_with_password,
};
use proconnect_runtime::{App, Function};
use proconnect_store::{BidCard, FileHome, Replies, Side};
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: closes and anonymises one's own account.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/users/me/delete", handle, memory = 1024);

/// The password again: there is no way back.
#[derive(Deserialize, JsonSchema)]
pub struct DeleteMe {
    /// Password.
    #[schemars(example = &"a long pass phrase")]
    password: String,
}

/// Closes the account. 409 while a contract runs: money may be held for it. Open tasks are cancelled and open bids
/// withdrawn first, so that dying in between leaves an account that can be closed again. What others still see of the
/// person is taken away by `users-erase-worker`.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body)): (Client, Body<DeleteMe>),
) -> Result<WithCookies<NoContent>, ApiError> {
    limits::check(app, &CONFIRM, &client.address, &caller.user_id.to_string()).await?;
    let mut user = user_with_password(app, &caller).await?;
    let good = verify_password(body.password, user.password_hash.clone())
        .await
        .map_err(ApiError::internal)?;
    if !good {
        return Err(ApiError::invalid_field(
            "/password",
            "wrong_password",
            "This is not your password.",
        ));
    }
    refuse_while_contracts_run(app, &caller).await?;
    cancel_tasks(app, &caller).await?;
    take_bids_back(app, &caller).await?;
    remove_files(app, &caller).await?;

    let now = app.now();
    let (address, name) = (user.email.clone(), user.name.clone());
    user.status = user.status.apply(UserEvent::Delete)?;
    let gone = format!("{}@deleted.invalid", user.id).to_lowercase();
    user.email = Email::parse(&gone).map_err(ApiError::internal)?;
    DELETED_NAME.clone_into(&mut user.name);
    user.avatar_id = None;
    user.headline.clear();
    user.replies = Replies::default();
    user.password_hash.clear();
    (user.reset, user.second_factor) = (None, None);
    user.mail_stopped = None;
    user.sessions_from = Some(now);
    app.store.erasure().close(&user, address, name, now).await?;
    Ok(WithCookies {
        reply: NoContent,
        cookies: vec![no_refresh_cookie(app.config.secure_cookies())],
    })
}

async fn refuse_while_contracts_run(app: &App, caller: &Caller) -> Result<(), ApiError> {
    let contracts = app.store.contracts();
    for side in [Side::Client, Side::Freelancer] {
        let all = every_page!(|cursor| contracts.of(caller.user_id, side, PAGE, cursor));
        if all.iter().any(|card| card.status.is_running()) {
            return Err(ApiError::new(
                ErrorCode::InvalidState,
                "A contract of yours is still running. Finish or end it first: money may be held for it.",
            ));
        }
    }
    Ok(())
}

async fn cancel_tasks(app: &App, caller: &Caller) -> Result<(), ApiError> {
    let tasks = app.store.tasks();
    let all = every_page!(|cursor| tasks.of_client(caller.user_id, PAGE, cursor));
    for card in all.iter().filter(|card| card.status == TaskStatus::Open) {
        // The list may lag behind: the task itself says what it is.
        let found = tasks.get_for(card.id, None).await?;
        if let Some((mut task, _)) = found.filter(|(task, _)| task.status == TaskStatus::Open) {
            task.status = task.status.apply(TaskEvent::Cancel)?;
            tasks.cancel(&task, app.now()).await?;
        }
    }
    Ok(())
}

/// Pictures, and what hangs on nothing. What was attached to a task, a bid or a contract belongs to both sides.
async fn remove_files(app: &App, caller: &Caller) -> Result<(), ApiError> {
    let files = app.store.files();
    let all = every_page!(|cursor| files.of(caller.user_id, PAGE, cursor));
    for card in &all {
        let Some(mut file) = files.get(card.id).await? else {
            continue;
        };
        if matches!(file.home, None | Some(FileHome::Profile)) && file.removed_at.is_none() {
            file.remove(app.now())?;
            let removed = file.removed();
            files.update(&mut file, [removed], app.now()).await?;
        }
    }
    Ok(())
}

/// Withdraws open bids. The portfolio goes, and with it what bids show of it; an accepted one is what was agreed on, and
/// belongs to both sides.
async fn take_bids_back(app: &App, caller: &Caller) -> Result<(), ApiError> {
    let bids = app.store.bids();
    let all = every_page!(|cursor| bids.of_freelancer(caller.user_id, PAGE, cursor));
    let concerned = |bid: &&BidCard| bid.status.is_open() || !bid.portfolio_items.is_empty();
    for card in all.iter().filter(concerned) {
        let found = bids.get(card.id).await?;
        if let Some(mut bid) = found.filter(|bid| bid.status != BidStatus::Accepted) {
            let fact = if bid.status.is_open() {
                bid.status = bid.status.apply(BidEvent::Withdraw)?;
                Some(bid.withdrawn())
            } else {
                None
            };
            bid.portfolio_items.clear();
            // Accepted at this very moment: the write is refused with 409, and the next try sees the contract.
            bids.update(&bid, fact, app.now()).await?;
        }
    }
    Ok(())
}
