//! The environment in which a function of its own process works on this cloud's table:
//! `cargo lambda watch --env-file .local/functions.env`.

use crate::world::World;
use crate::{Error, objects, table};
use proconnect_auth::SigningKey;
use proconnect_messaging::QueueName;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

impl World {
    /// Writes the file, for its owner alone: it holds the keys of this cloud.
    pub fn write_functions_env(&self, path: &Path) -> Result<(), Error> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true).mode(0o600);
        let mut file = options.open(path)?;
        for (name, value) in self.functions_env() {
            writeln!(file, "{name}={value}")?;
        }
        Ok(())
    }

    fn functions_env(&self) -> Vec<(&'static str, String)> {
        let config = &self.app.config;
        let expose = |keys: &[SigningKey]| keys.iter().map(SigningKey::expose).collect::<Vec<_>>().join(",");
        let public: Vec<_> = config.public_keys.iter().map(ToString::to_string).collect();
        let published: Vec<_> = config
            .evidence_public_keys
            .iter()
            .map(ToString::to_string)
            .collect();
        let mut variables = vec![
            ("AWS_ENDPOINT_URL", self.table_endpoint.clone()),
            ("AWS_REGION", "local".to_owned()),
            ("AWS_ACCESS_KEY_ID", "local".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "local".to_owned()),
            ("TABLE_NAME", table::TABLE.to_owned()),
            ("AWS_ENDPOINT_URL_S3", self.objects.endpoint.clone()),
            ("FILES_BUCKET", objects::BUCKET.to_owned()),
            ("PUBLIC_URL", config.public_url.clone()),
            ("SOCKET_URL", config.socket_url.clone().unwrap_or_default()),
            (
                "SOCKET_CALLBACK_URL",
                format!("{}/_local/sockets", config.public_url),
            ),
            ("TOKEN_SIGNING_KEYS", expose(&config.signing_keys)),
            ("TOKEN_PUBLIC_KEYS", public.join(",")),
            ("TICKET_KEY", expose(&config.ticket_keys)),
            ("EVIDENCE_SIGNING_KEYS", expose(&config.evidence_signing_keys)),
            ("EVIDENCE_PUBLIC_KEYS", published.join(",")),
            (
                "CODE_SECRET",
                String::from_utf8_lossy(&config.code_secret).into_owned(),
            ),
            ("SERVER_TIMING", u8::from(config.server_timing).to_string()),
            ("MAIL_FROM", "ProConnect <hello@proconnect.example>".to_owned()),
            ("STRIPE_WEBHOOK_SECRETS", config.webhook_secrets.join(",")),
        ];
        let queues = QueueName::ALL.map(|queue| {
            let url = format!("{}/_local/sqs/{}", config.public_url, queue.logical_id());
            (queue.url_variable(), url)
        });
        variables.extend(queues);
        for (name, service) in [("AWS_ENDPOINT_URL_SQS", "sqs"), ("AWS_ENDPOINT_URL_SESV2", "ses")] {
            variables.push((name, format!("{}/_local/{service}", config.public_url)));
        }
        variables.extend(self.clamd.clone().map(|address| ("CLAMD_ADDRESS", address)));
        variables.extend(config.cache_url.clone().map(|url| ("CACHE_URL", url)));
        variables.extend(config.stripe_key.clone().map(|key| ("STRIPE_SECRET_KEY", key)));
        variables.extend(config.stripe_url.clone().map(|url| ("STRIPE_URL", url)));
        variables
    }
}
