//! WebSocket route `$connect`: opens a connection with a ticket.

use proconnect_domain::UserStatus;
use proconnect_http::{ApiError, ErrorCode};
use proconnect_runtime::{App, Function, Opening};
use proconnect_store::{ConnectionRecord, StoreError};

pub const FUNCTION: Function = proconnect_runtime::socket!("$connect", handle);

/// Notes the connection. 401 for a ticket that is missing, forged, expired or used, and for a session that has ended;
/// 403 for a suspended account. The browser sees only that it was not let in.
pub async fn handle(app: &App, opening: Opening, (): ()) -> Result<(), ApiError> {
    let refused = || ApiError::of(ErrorCode::Unauthenticated);
    let now = app.now();
    let ticket = opening.ticket.as_deref().ok_or_else(refused)?;
    let ticket = app.tickets()?.verify(ticket, now).map_err(|_| refused())?;
    let found = app.store.sessions().with_user(ticket.sub, ticket.sid).await?;
    let (user, session) = found.ok_or_else(refused)?;
    if user.status == UserStatus::Suspended {
        return Err(ApiError::of(ErrorCode::AccountSuspended));
    }
    if user.status != UserStatus::Active || !user.honours(&session) || session.expires_at <= now {
        return Err(refused());
    }
    let connection = ConnectionRecord {
        id: opening.connection,
        user_id: user.id,
        session_id: session.id,
        session_began: session.created_at,
        opened_at: now,
    };
    match app
        .store
        .connections()
        .open(&connection, ticket.jti, &user, now)
        .await
    {
        Ok(()) => Ok(()),
        // Used before, or the session ended at this very moment.
        Err(StoreError::Condition(_)) => Err(refused()),
        Err(error) => Err(error.into()),
    }
}
