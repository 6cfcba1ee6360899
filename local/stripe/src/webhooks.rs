//! Signed webhooks from the outbox: at least once, unordered, retried.

use crate::StripeLocal;
use proconnect_payments::webhook::sign;
use serde_json::Value;

/// Seconds until the next try, by the number of tries made.
const BACKOFF: [i64; 6] = [1, 5, 30, 120, 600, 3600];

/// Carries a webhook to its endpoint.
#[async_trait::async_trait]
pub trait WebhookSender: Send + Sync {
    /// Posts a body with its `Stripe-Signature`; returns the status.
    async fn send(&self, body: Vec<u8>, signature: String) -> Result<u16, String>;
}

impl StripeLocal {
    /// Delivers what is due; returns how many deliveries were taken. What is not taken is due again later.
    pub async fn deliver_due(&self, sender: &dyn WebhookSender) -> Result<usize, String> {
        let mut due = self.transaction(|tx| tx.due()).map_err(|error| error.message)?;
        let control = self.webhook_control();
        if control.reverse {
            due.reverse();
        }
        let mut taken = 0;
        for (sequence, attempts, event) in due {
            let mut ok = self.send(sender, &event, control.two_signatures).await;
            if control.duplicate {
                ok &= self.send(sender, &event, control.two_signatures).await;
            }
            let wait = BACKOFF
                .get(usize::try_from(attempts).unwrap_or(usize::MAX))
                .unwrap_or(&3600);
            let again_at = (!ok).then(|| self.now() + wait);
            self.transaction(|tx| tx.delivered(sequence, again_at))
                .map_err(|error| error.message)?;
            taken += usize::from(ok);
        }
        Ok(taken)
    }

    async fn send(&self, sender: &dyn WebhookSender, event: &Value, two_signatures: bool) -> bool {
        self.keep(|| serde_json::json!({"event": event}));
        let body = event.to_string().into_bytes();
        let time = self.now();
        let secrets = &self.0.webhook_secrets;
        let used = if two_signatures {
            secrets.as_slice()
        } else {
            &secrets[..secrets.len().min(1)]
        };
        let mut header = format!("t={time}");
        if two_signatures {
            // As while a secret is rolled: the first signature is by a secret that the receiver has dropped.
            header.push_str(&format!(",v1={}", sign("whsec_dropped", &body, time)));
        }
        for secret in used {
            header.push_str(&format!(",v1={}", sign(secret, &body, time)));
        }
        match sender.send(body, header).await {
            Ok(status) if (200..300).contains(&status) => true,
            Ok(status) => {
                tracing::warn!(status, event = event["type"].as_str(), "a webhook was not taken");
                false
            }
            Err(error) => {
                tracing::warn!(
                    error,
                    event = event["type"].as_str(),
                    "a webhook could not be sent"
                );
                false
            }
        }
    }
}
