//! A record of everything that was said, for a judge who knows Stripe.

use serde_json::Value;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

/// A file that grows by a line for each thing that was said. Several processes may write to it.
pub(crate) struct Record(Mutex<File>);

impl Record {
    pub(crate) fn open(path: &Path) -> Result<Self, String> {
        let file = OpenOptions::new().create(true).append(true).open(path);
        file.map(|file| Self(Mutex::new(file)))
            .map_err(|error| format!("{}: {error}", path.display()))
    }

    /// In one write, so that lines of several processes do not mix.
    pub(crate) fn keep(&self, said: &Value) {
        let Ok(mut file) = self.0.lock() else { return };
        if let Err(error) = file.write_all(format!("{said}\n").as_bytes()) {
            tracing::error!(error = %error, "the record could not be written");
        }
    }
}

impl crate::StripeLocal {
    pub(crate) fn keep(&self, said: impl FnOnce() -> Value) {
        if let Some(record) = self.0.record.as_ref().filter(|_| self.is_real()) {
            record.keep(&said());
        }
    }
}
