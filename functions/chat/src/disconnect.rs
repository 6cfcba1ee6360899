//! WebSocket route `$disconnect`: a connection was closed, by whomever.

use crate::present::tell_change;
use proconnect_http::ApiError;
use proconnect_runtime::{App, Connection, Function};

pub const FUNCTION: Function = proconnect_runtime::socket!("$disconnect", handle);

/// Forgets the connection; if it was the last one of its person, who shares a room with them is told. API Gateway calls this at
/// best once; what it misses ends by its TTL, when a frame finds nobody there, or counts no more once it has been silent.
pub async fn handle(app: &App, Connection(id): Connection, (): ()) -> Result<(), ApiError> {
    let connections = app.store.connections();
    let Some(owner) = connections.owner(&id).await? else {
        return Ok(());
    };
    let before = app.store.presences().of(owner).await?;
    let mut presence = before.clone();
    if let Some(presence) = &mut presence {
        presence.close(&id, app.now());
    }
    connections
        .close(owner, &id, presence.as_ref(), app.now())
        .await?;
    if let Some(presence) = &presence {
        tell_change(app, before.as_deref(), presence).await;
    }
    Ok(())
}
