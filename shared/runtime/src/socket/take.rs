//! What handlers of the WebSocket API take from an event, and what they answer.

use crate::{App, SocketEvent};
use proconnect_api::ServerFrame;
use proconnect_domain::UserId;
use proconnect_events::Actor;
use proconnect_http::{ApiError, ErrorCode, Frame, FrameOperation};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

/// Something that a handler takes from what happened on a connection.
pub trait FromSocket: Sized + Send {
    /// Takes it, or refuses: an error frame, or the connection if it is being opened.
    fn from_socket(app: &App, event: &SocketEvent) -> impl Future<Output = Result<Self, ApiError>> + Send;
    /// Adds its part to the AsyncAPI operation.
    fn describe(_operation: &mut FrameOperation<'_>) {}
    /// Who acts, if this says so: what the handler writes goes through only while that account is in use.
    fn actor(&self) -> Option<Actor> {
        None
    }
}

/// Takes what the handler asks for: the type follows from it.
#[doc(hidden)]
pub async fn take<T: FromSocket>(app: &App, event: &SocketEvent) -> Result<T, ApiError> {
    T::from_socket(app, event).await
}

impl FromSocket for () {
    async fn from_socket(_: &App, _: &SocketEvent) -> Result<Self, ApiError> {
        Ok(())
    }
}

impl<A: FromSocket, B: FromSocket> FromSocket for (A, B) {
    async fn from_socket(app: &App, event: &SocketEvent) -> Result<Self, ApiError> {
        Ok((
            A::from_socket(app, event).await?,
            B::from_socket(app, event).await?,
        ))
    }
    fn describe(operation: &mut FrameOperation<'_>) {
        A::describe(operation);
        B::describe(operation);
    }
    fn actor(&self) -> Option<Actor> {
        self.0.actor().or_else(|| self.1.actor())
    }
}

/// API Gateway's id of the connection, whosever it is. Costs the table nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection(pub String);

impl FromSocket for Connection {
    async fn from_socket(_: &App, event: &SocketEvent) -> Result<Self, ApiError> {
        Ok(Self(event.connection.clone()))
    }
}

/// A connection that is being opened: the ticket in its address, if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// API Gateway's id of the connection.
    pub connection: String,
    /// The ticket.
    pub ticket: Option<String>,
}

impl FromSocket for Opening {
    async fn from_socket(_: &App, event: &SocketEvent) -> Result<Self, ApiError> {
        Ok(Self {
            connection: event.connection.clone(),
            ticket: event.ticket.clone(),
        })
    }
}

/// An open connection and whose it is: one read. `unauthenticated` when its session has ended and it is about to be closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connected {
    /// API Gateway's id of the connection.
    pub connection: String,
    /// Whose it is.
    pub user_id: UserId,
}

impl FromSocket for Connected {
    async fn from_socket(app: &App, event: &SocketEvent) -> Result<Self, ApiError> {
        let owner = app.store.connections().owner(&event.connection).await?;
        Ok(Self {
            connection: event.connection.clone(),
            user_id: owner.ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))?,
        })
    }
    fn actor(&self) -> Option<Actor> {
        Some(Actor::User(self.user_id))
    }
}

impl<T: DeserializeOwned + JsonSchema + Send> FromSocket for Frame<T> {
    async fn from_socket(_: &App, event: &SocketEvent) -> Result<Self, ApiError> {
        Frame::read(&event.frame)
    }
    fn describe(operation: &mut FrameOperation<'_>) {
        operation.frame::<T>();
    }
}

/// What a handler of the WebSocket API answers.
pub trait SocketReply {
    /// What goes back over the connection, if anything does.
    fn into_frame(self) -> Option<ServerFrame>;
    /// Says so in the AsyncAPI operation.
    fn describe(_operation: &mut FrameOperation<'_>) {}
}

impl SocketReply for () {
    fn into_frame(self) -> Option<ServerFrame> {
        None
    }
}

impl SocketReply for Option<ServerFrame> {
    fn into_frame(self) -> Option<ServerFrame> {
        self
    }
    fn describe(operation: &mut FrameOperation<'_>) {
        operation.answers();
    }
}

impl SocketReply for ServerFrame {
    fn into_frame(self) -> Option<ServerFrame> {
        Some(self)
    }
    fn describe(operation: &mut FrameOperation<'_>) {
        operation.answers();
    }
}
