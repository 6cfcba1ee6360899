//! The settings, read once from the environment and the secrets that it refers to.

use crate::aws::secrets_manager;
use crate::config::SECRETS;
use crate::environment::{optional, required};
use crate::values::Values;
use crate::{Config, HandlerError};

impl Config {
    /// Reads the environment, and the secrets that it refers to.
    pub async fn load() -> Result<Self, HandlerError> {
        let mut values = Values::new(&SECRETS, optional)?;
        if values.have_secrets() {
            let manager = secrets_manager()?;
            values.resolve(async |id: &str| manager.read(id).await).await?;
        }
        Ok(Self::of(&required("PUBLIC_URL")?, &values)?)
    }
}
