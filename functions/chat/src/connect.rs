//! WebSocket route `$connect`: opens a connection with a ticket.

use crate::present::tell_change;
use futures_util::future::try_join;
use proconnect_domain::UserStatus;
use proconnect_http::{ApiError, ErrorCode};
use proconnect_runtime::{App, Function, Opening};
use proconnect_store::{ConnectionRecord, PresenceRecord, StoreError};

pub const FUNCTION: Function = proconnect_runtime::socket!("$connect", handle);

/// Notes the connection and that its person is there, which is told to whoever shares a room with them. 401 for a ticket that is
/// missing, forged, expired or used, and for a session that has ended; 403 for a suspended account. The browser sees only that it
/// was not let in.
pub async fn handle(app: &App, opening: Opening, (): ()) -> Result<(), ApiError> {
    let refused = || ApiError::of(ErrorCode::Unauthenticated);
    let now = app.now();
    let ticket = opening.ticket.as_deref().ok_or_else(refused)?;
    let ticket = app.tickets()?.verify(ticket, now).map_err(|_| refused())?;
    let about = |error: ApiError| error.about(ticket.sub);
    let (sessions, presences) = (app.store.sessions(), app.store.presences());
    let found = try_join(
        sessions.with_user(ticket.sub, ticket.sid),
        presences.of(ticket.sub),
    )
    .await;
    let (found, before) = found?;
    let (user, session) = found.ok_or_else(|| about(refused()))?;
    if user.status == UserStatus::Suspended {
        return Err(about(ApiError::of(ErrorCode::AccountSuspended)));
    }
    if user.status != UserStatus::Active || !user.honours(&session) || session.is_over(now) {
        return Err(about(refused()));
    }
    let connection = ConnectionRecord {
        id: opening.connection,
        user_id: user.id,
        session_id: session.id,
        session_began: session.created_at,
        opened_at: now,
    };
    let mut presence = before
        .as_deref()
        .cloned()
        .unwrap_or_else(|| PresenceRecord::new(user.id, now));
    presence.hear(&connection.id, None, now);
    let connections = app.store.connections();
    let noted = (before.as_ref(), &presence);
    match connections.open(&connection, ticket.jti, &user, noted, now).await {
        Ok(()) => {
            tell_change(app, before.as_deref(), &presence).await;
            Ok(())
        }
        // Used before, or the session ended at this very moment.
        Err(StoreError::Condition(_)) => Err(about(refused())),
        Err(error) => Err(error.into()),
    }
}
