//! `POST /v1/chat/ticket`: a ticket for one WebSocket connection, so that no access token ever stands in an address.

use proconnect_api::Ticket;
use proconnect_auth::{TICKET_LIFE, TicketClaims};
use proconnect_http::{ApiError, Caller, Client, Json};
use proconnect_rules::{
    active_user,
    limits::{self, TICKET},
};
use proconnect_runtime::{App, Function};

/// Signed in: a ticket for one WebSocket connection.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/chat/ticket", handle);

/// Issues one, to whose account is in use and whose session stands. Nothing is stored: the ticket is signed, and becomes used
/// when a connection is opened with it.
pub async fn handle(app: &App, caller: Caller, client: Client) -> Result<Json<Ticket>, ApiError> {
    limits::check(app, &TICKET, &client.address, &caller.user_id.to_string()).await?;
    active_user(app, &caller).await?;
    let url = app.config.socket_url.clone();
    let claims = TicketClaims::new(caller.user_id, caller.session_id, app.new_id()?, app.now());
    Ok(Json(Ticket {
        ticket: app.tickets()?.issue(claims).map_err(ApiError::internal)?,
        expires_in: u32::try_from(TICKET_LIFE.as_secs()).unwrap_or(u32::MAX),
        url: url.ok_or_else(|| ApiError::internal("SOCKET_URL is not set"))?,
    }))
}
