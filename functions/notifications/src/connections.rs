//! Somebody's open connections. Whoever is not connected misses nothing: a page asks when it opens, and again when its
//! connection comes back.

use proconnect_api::ServerFrame;
use proconnect_domain::UserId;
use proconnect_messaging::{CloseConnections, Delivery, Ended};
use proconnect_notices::Live;
use proconnect_runtime::{App, HandlerError};
use proconnect_store::ConnectionRecord;

/// Tells somebody's pages of what they show.
pub(crate) async fn tell(app: &App, to: UserId, live: Live) -> Result<(), HandlerError> {
    let frame = match live {
        Live::Contract(contract_id) => ServerFrame::Contract { contract_id },
        Live::File(file) => match app.store.files().get(file).await? {
            Some(file) => ServerFrame::File {
                file: file.view(None, None),
            },
            None => return Ok(()),
        },
    };
    send(app, to, &frame).await
}

/// Shows somebody's windows what has become of something that is written: one that is not reached finds it when it asks.
pub(crate) async fn show(app: &App, user: UserId, frame: &ServerFrame) {
    if let Err(error) = send(app, user, frame).await {
        tracing::warn!(error = %error, "not every window was told");
    }
}

/// Sends a frame to each of somebody's connections, and forgets those that are gone. One that cannot be reached does not
/// keep the frame from the others.
async fn send(app: &App, user: UserId, frame: &ServerFrame) -> Result<(), HandlerError> {
    let frame = serde_json::to_string(frame)?;
    let mut failure = None;
    for connection in app.store.connections().of(user).await? {
        match app.push()?.post(&connection.id, &frame).await {
            Ok(Delivery::Taken) => {}
            Ok(Delivery::Gone) => forget(app, &connection).await?,
            Err(error) => failure = Some(error),
        }
    }
    failure.map_or(Ok(()), |error| Err(error.into()))
}

/// Closes the connections of sessions that have ended.
pub(crate) async fn close(app: &App, close: &CloseConnections) -> Result<(), HandlerError> {
    let has_ended = |connection: &ConnectionRecord| match close.of {
        Ended::Session(session) => connection.session_id == session,
        Ended::Before(moment) => connection.session_began < moment,
    };
    let connections = app.store.connections().of(close.user_id).await?;
    for connection in connections.iter().filter(|connection| has_ended(connection)) {
        app.push()?.close(&connection.id).await?;
        // `$disconnect` forgets the rest, and tells others that they are gone.
        let connections = app.store.connections();
        connections
            .leave(connection.user_id, &connection.id, app.now())
            .await?;
    }
    Ok(())
}

async fn forget(app: &App, connection: &ConnectionRecord) -> Result<(), HandlerError> {
    let connections = app.store.connections();
    Ok(connections
        .forget(connection.user_id, &connection.id, app.now())
        .await?)
}
