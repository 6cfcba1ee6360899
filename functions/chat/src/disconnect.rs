//! WebSocket route `$disconnect`: a connection was closed, by whomever.

use proconnect_http::ApiError;
use proconnect_runtime::{App, Connection, Function};

pub const FUNCTION: Function = proconnect_runtime::socket!("$disconnect", handle);

/// Forgets the connection. API Gateway calls this at best once; what it misses ends by its TTL, or when a frame finds
/// nobody there.
pub async fn handle(app: &App, Connection(id): Connection, (): ()) -> Result<(), ApiError> {
    let connections = app.store.connections();
    if let Some(owner) = connections.owner(&id).await? {
        connections.forget(owner, &id, app.now()).await?;
    }
    Ok(())
}
