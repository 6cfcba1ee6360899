//! What a call shows of the registration that it wants to finish.

use proconnect_auth::{AttemptToken, ShownAttempt};
use proconnect_domain::Timestamp;
use proconnect_http::{ATTEMPT_COOKIE, Cookies};
use proconnect_store::{AttemptRecord, Claimants, Stored};

/// What is shown.
pub(crate) struct Shown {
    /// By the cookie of the browser that began it.
    pub(crate) token: Option<ShownAttempt>,
    /// A script that keeps no cookies is known by its network instead. A browser keeps them: one without has not begun what
    /// it wants to finish, whoever shares its network.
    pub(crate) network: Option<String>,
}

impl Shown {
    /// By a call.
    pub(crate) fn by(client: &Cookies) -> Self {
        let token = client.get(ATTEMPT_COOKIE).and_then(AttemptToken::parse);
        Self {
            network: (token.is_none() && !client.is_browser).then(|| client.network()),
            token: token.map(|token| token.shown()),
        }
    }

    /// Which of those that wait it is.
    pub(crate) fn of<'a>(
        &self,
        claimants: &'a Claimants,
        now: Timestamp,
    ) -> Option<&'a Stored<AttemptRecord>> {
        claimants.held(self.token.as_ref(), self.network.as_deref(), now)
    }

    /// Whether it is this one.
    pub(crate) fn is(&self, attempt: &AttemptRecord, now: Timestamp) -> bool {
        attempt.is_held(self.token.as_ref(), self.network.as_deref(), now)
    }
}
