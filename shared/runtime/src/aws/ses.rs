//! SES behind the mail port.

use aws_sdk_ses::Client;
use aws_sdk_ses::types::{Body, Content, Destination, Message};
use proconnect_messaging::{Mail, Mailer, SendError};

pub(super) struct SesMailer {
    client: Client,
    from: String,
}

impl SesMailer {
    pub(super) fn new(client: Client, from: String) -> Self {
        Self { client, from }
    }
}

#[async_trait::async_trait]
impl Mailer for SesMailer {
    async fn send(&self, mail: &Mail) -> Result<(), SendError> {
        let body = Body::builder()
            .text(content(&mail.text)?)
            .html(content(&mail.html)?)
            .build();
        let message = Message::builder()
            .subject(content(&mail.subject)?)
            .body(body)
            .build();
        self.client
            .send_email()
            .source(&self.from)
            .destination(Destination::builder().to_addresses(&mail.to).build())
            .message(message)
            .send()
            .await
            .map_err(|error| SendError(format!("SES: {}", aws_sdk_ses::error::DisplayErrorContext(error))))?;
        Ok(())
    }
}

fn content(text: &str) -> Result<Content, SendError> {
    Content::builder()
        .data(text)
        .charset("UTF-8")
        .build()
        .map_err(|error| SendError(error.to_string()))
}
