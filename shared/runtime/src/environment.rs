//! The environment, read by name; nothing else reads it.

/// A setting is missing or not valid. Names the variable, never its value.
#[derive(Debug)]
pub struct ConfigError(pub String);

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "configuration: {}", self.0)
    }
}
impl std::error::Error for ConfigError {}

pub(crate) fn optional(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

pub(crate) fn required(name: &str) -> Result<String, ConfigError> {
    optional(name).ok_or_else(|| ConfigError(format!("{name} is not set")))
}

pub(crate) fn number(name: &str, default: u32) -> Result<u32, ConfigError> {
    match optional(name) {
        None => Ok(default),
        Some(value) => value
            .parse()
            .map_err(|_| ConfigError(format!("{name} must be a whole number"))),
    }
}
