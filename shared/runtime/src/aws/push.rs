//! API Gateway's callbacks to WebSocket connections behind the push port.

use aws_sdk_apigatewaymanagement::Client;
use aws_sdk_apigatewaymanagement::error::DisplayErrorContext;
use aws_sdk_apigatewaymanagement::operation::delete_connection::DeleteConnectionError;
use aws_sdk_apigatewaymanagement::operation::post_to_connection::PostToConnectionError;
use aws_sdk_apigatewaymanagement::primitives::Blob;
use proconnect_messaging::{Delivery, Push, SendError};

pub(super) struct ApiGatewayPush(pub(super) Client);

#[async_trait::async_trait]
impl Push for ApiGatewayPush {
    async fn post(&self, connection: &str, frame: &str) -> Result<Delivery, SendError> {
        let request = self
            .0
            .post_to_connection()
            .connection_id(connection)
            .data(Blob::new(frame));
        match request.send().await {
            Ok(_) => Ok(Delivery::Taken),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(PostToConnectionError::is_gone_exception) =>
            {
                Ok(Delivery::Gone)
            }
            Err(error) => Err(SendError(format!("API Gateway: {}", DisplayErrorContext(error)))),
        }
    }

    async fn close(&self, connection: &str) -> Result<(), SendError> {
        match self.0.delete_connection().connection_id(connection).send().await {
            Ok(_) => Ok(()),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(DeleteConnectionError::is_gone_exception) =>
            {
                Ok(())
            }
            Err(error) => Err(SendError(format!("API Gateway: {}", DisplayErrorContext(error)))),
        }
    }
}
