//! Security events: one line of the log each, that says what was refused, to whom and from where (ASVS 5.0, 16.2.1, 16.3).
//!
//! Who it was is an id, and where from is a network: neither names nor mail addresses, and nothing that was typed. What
//! succeeds stands in the activity of the account.

use crate::App;
use proconnect_domain::UserId;
use proconnect_http::{ApiError, ErrorCode, Extract as _, MaybeCaller, Request, client_address, network};

/// Each event and the codes that it stands for, as `docs/operations.md` lists them.
pub const SECURITY_EVENTS: &[(&str, &[ErrorCode])] = &[
    (
        "authentication_failed",
        &[
            ErrorCode::InvalidCredentials,
            ErrorCode::InvalidTotp,
            ErrorCode::InvalidCode,
            ErrorCode::InvalidResetToken,
            ErrorCode::InvalidFields,
        ],
    ),
    (
        "token_refused",
        &[
            ErrorCode::Unauthenticated,
            ErrorCode::InvalidRefreshToken,
            ErrorCode::SessionEnded,
        ],
    ),
    (
        "access_refused",
        &[
            ErrorCode::Forbidden,
            ErrorCode::AccountSuspended,
            ErrorCode::EmailNotVerified,
            ErrorCode::ReauthenticationRequired,
        ],
    ),
    ("signature_refused", &[ErrorCode::InvalidSignature]),
    ("limited", &[ErrorCode::RateLimited]),
];

/// The event that a refusal is, if it is one. Of refused fields only a wrong password is.
pub(crate) fn event(error: &ApiError) -> Option<&'static str> {
    let about_password = || error.errors.iter().any(|field| field.code == "wrong_password");
    if error.code == ErrorCode::InvalidFields && !about_password() {
        return None;
    }
    let found = SECURITY_EVENTS
        .iter()
        .find(|(_, codes)| codes.contains(&error.code));
    found.map(|(event, _)| *event)
}

/// Who was refused, and from where.
pub(crate) struct Whom {
    user: Option<UserId>,
    network: String,
}

impl Whom {
    /// Whoever the handler says that it is about; otherwise whose token it is, if it is a good one.
    pub(crate) fn of(app: &App, request: &Request, error: &ApiError) -> Self {
        let caller = || MaybeCaller::extract(app, request).ok()?.0;
        Self {
            user: error
                .about
                .as_deref()
                .copied()
                .or_else(|| caller().map(|caller| caller.user_id)),
            network: network(&client_address(app, request)),
        }
    }

    /// Of a connection, which comes from where its event says.
    pub(crate) fn at(address: Option<&str>, error: &ApiError) -> Self {
        Self {
            user: error.about.as_deref().copied(),
            network: network(address.unwrap_or("unknown")),
        }
    }

    /// The one line.
    pub(crate) fn log(&self, event: &'static str, error: &ApiError) {
        let user = self.user.map(|user| user.to_string());
        let source = error.source.as_ref().map(ToString::to_string);
        tracing::warn!(
            event,
            code = error.code.as_str(),
            user = user.as_deref(),
            network = self.network,
            source = source.as_deref(),
            "refused"
        );
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// A table that people search by is of no use when it is not what is logged.
    #[test]
    fn the_manual_lists_each_event_with_its_codes() {
        let manual = include_str!("../../../docs/operations.md");
        for (event, codes) in SECURITY_EVENTS {
            let codes: Vec<_> = codes.iter().map(|code| format!("`{}`", code.as_str())).collect();
            let row = format!("| `{event}` | {} |", codes.join(", "));
            assert!(manual.contains(&row), "no row in docs/operations.md: {row}");
        }
        let section = manual.split("### Security events").nth(1).unwrap();
        let section = section.split("\n#").next().unwrap();
        let rows = section.lines().filter(|line| line.starts_with("| `"));
        assert_eq!(rows.count(), SECURITY_EVENTS.len());
    }

    #[test]
    fn what_says_who_may_what_is_an_event() {
        for code in ErrorCode::ALL {
            let status = code.status().as_u16();
            let listed = SECURITY_EVENTS.iter().any(|(_, codes)| codes.contains(code));
            // Everybody's token expires; the second factor is asked for at every log-in that has one; whom one talks with is
            // between two people.
            let usual = [
                ErrorCode::TokenExpired,
                ErrorCode::TotpRequired,
                ErrorCode::Blocked,
            ]
            .contains(code);
            if matches!(status, 401 | 403 | 429) {
                assert!(listed != usual, "{}", code.as_str());
            }
        }
    }

    #[test]
    fn a_field_is_one_only_if_it_is_the_password() {
        let field = |code: &str| ApiError::invalid_field("/password", code, "x");
        assert_eq!(event(&field("wrong_password")), Some("authentication_failed"));
        assert_eq!(event(&field("too_short")), None);
    }
}
