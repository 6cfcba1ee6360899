//! SES behind the mail port.
//!
//! It gives each mail a `Message-ID` of its own, and takes no other (developer guide, "Header fields").

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::error::BuildError;
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message, MessageHeader};
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
        let message = message(mail).map_err(|error| SendError(error.to_string()))?;
        self.client
            .send_email()
            .from_email_address(&self.from)
            .destination(Destination::builder().to_addresses(&mail.to).build())
            .content(EmailContent::builder().simple(message).build())
            .send()
            .await
            .map_err(|error| {
                SendError(format!(
                    "SES: {}",
                    aws_sdk_sesv2::error::DisplayErrorContext(error)
                ))
            })?;
        Ok(())
    }
}

fn message(mail: &Mail) -> Result<Message, BuildError> {
    let body = Body::builder()
        .text(content(&mail.text)?)
        .html(content(&mail.html)?)
        .build();
    let mut message = Message::builder().subject(content(&mail.subject)?).body(body);
    for (name, value) in &mail.headers {
        message = message.headers(MessageHeader::builder().name(name).value(value).build()?);
    }
    Ok(message.build())
}

fn content(text: &str) -> Result<Content, BuildError> {
    Content::builder().data(text).charset("UTF-8").build()
}
