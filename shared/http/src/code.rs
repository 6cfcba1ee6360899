//! The machine-readable `code` of every refusal: one enum, documented in `docs/api.md`.

use http::StatusCode;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal, $status:ident;)+) => {
        /// What a program may branch on. The text of `detail` is for people and may change; these do not.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ErrorCode { $($(#[doc = $doc])+ $variant,)+ }

        impl ErrorCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [ErrorCode] = &[$(ErrorCode::$variant,)+];

            /// The word on the wire.
            pub fn as_str(self) -> &'static str {
                match self { $(ErrorCode::$variant => $code,)+ }
            }

            /// The HTTP status that always goes with the code.
            pub fn status(self) -> StatusCode {
                match self { $(ErrorCode::$variant => StatusCode::$status,)+ }
            }

            /// What the code means, as `docs/api.md` lists it.
            pub fn meaning(self) -> &'static str {
                match self { $(ErrorCode::$variant => concat!($($doc),+).trim_start(),)+ }
            }
        }
    };
}

codes! {
    /// The body is no JSON. A value of the wrong type is 422.
    Malformed = "malformed", BAD_REQUEST;
    /// The frame names no action that there is.
    UnknownAction = "unknown_action", BAD_REQUEST;
    /// The cursor was not made by this list.
    InvalidCursor = "invalid_cursor", BAD_REQUEST;
    /// The link was not made by us, or not for this account and address.
    InvalidToken = "invalid_token", BAD_REQUEST;
    /// The webhook's signature is missing, wrong or stale.
    InvalidSignature = "invalid_signature", BAD_REQUEST;
    /// No access token, or one that is forged or malformed.
    Unauthenticated = "unauthenticated", UNAUTHORIZED;
    /// The access token has expired: refresh it.
    TokenExpired = "token_expired", UNAUTHORIZED;
    /// The session has ended: somebody logged out, changed the password or closed the account. Log in again.
    SessionEnded = "session_ended", UNAUTHORIZED;
    /// E-mail address or password is wrong.
    InvalidCredentials = "invalid_credentials", UNAUTHORIZED;
    /// The account asks for a second factor: send its code, or a recovery code, with the password.
    TotpRequired = "totp_required", UNAUTHORIZED;
    /// The second factor's code is wrong, or was used before.
    InvalidTotp = "invalid_totp", UNAUTHORIZED;
    /// The refresh token is missing, expired, ended or was used before.
    InvalidRefreshToken = "invalid_refresh_token", UNAUTHORIZED;
    /// Your role may not do this.
    Forbidden = "forbidden", FORBIDDEN;
    /// The account's e-mail address has not been verified yet.
    EmailNotVerified = "email_not_verified", FORBIDDEN;
    /// It is a while since the person showed who they are: call `POST /v1/auth/reauthenticate`, then make the same call again.
    ReauthenticationRequired = "reauthentication_required", FORBIDDEN;
    /// The account is suspended.
    AccountSuspended = "account_suspended", FORBIDDEN;
    /// One of you has blocked the other: nothing goes from one to the other.
    Blocked = "blocked", FORBIDDEN;
    /// Nothing here, or nothing that you may know of.
    NotFound = "not_found", NOT_FOUND;
    /// The address takes other methods: `Allow` names them.
    MethodNotAllowed = "method_not_allowed", METHOD_NOT_ALLOWED;
    /// Somebody else changed it at the same moment: read it again and retry.
    Conflict = "conflict", CONFLICT;
    /// The state of the thing does not allow this step.
    InvalidState = "invalid_state", CONFLICT;
    /// The task takes no more bids.
    TaskNotOpen = "task_not_open", CONFLICT;
    /// The task was changed meanwhile: `present` is what it is now.
    TaskChanged = "task_changed", CONFLICT;
    /// You have bid on this task already.
    AlreadyBid = "already_bid", CONFLICT;
    /// A client cannot bid on their own task.
    OwnTask = "own_task", CONFLICT;
    /// The bid has been decided already.
    BidDecided = "bid_decided", CONFLICT;
    /// The milestone is not funded, so it cannot be worked on, approved or released.
    MilestoneNotFunded = "milestone_not_funded", CONFLICT;
    /// The milestone has been funded already.
    AlreadyFunded = "already_funded", CONFLICT;
    /// A dispute about it is open: it stays as it is until that is decided or taken back.
    DisputeOpen = "dispute_open", CONFLICT;
    /// The file hangs on something already.
    FileInUse = "file_in_use", CONFLICT;
    /// The message was changed meanwhile: `present` is what it is now.
    MessageChanged = "message_changed", CONFLICT;
    /// The `clientId` was used for another message.
    ClientIdReused = "client_id_reused", CONFLICT;
    /// The Idempotency-Key was used with another body.
    IdempotencyKeyReused = "idempotency_key_reused", CONFLICT;
    /// The body is larger than the endpoint takes.
    PayloadTooLarge = "payload_too_large", PAYLOAD_TOO_LARGE;
    /// The body must be `application/json`.
    UnsupportedMediaType = "unsupported_media_type", UNSUPPORTED_MEDIA_TYPE;
    /// Some fields are not valid: `errors` names each.
    InvalidFields = "invalid_fields", UNPROCESSABLE_ENTITY;
    /// The code is wrong, has expired or was used up.
    InvalidCode = "invalid_code", UNPROCESSABLE_ENTITY;
    /// The link to set a new password has expired or was used: ask for a new one.
    InvalidResetToken = "invalid_reset_token", UNPROCESSABLE_ENTITY;
    /// Too many requests: wait for `Retry-After` seconds.
    RateLimited = "rate_limited", TOO_MANY_REQUESTS;
    /// Something went wrong on our side.
    Internal = "internal", INTERNAL_SERVER_ERROR;
    /// The payment processor gave no usable answer; nothing is lost, try again.
    ProcessorUnavailable = "processor_unavailable", BAD_GATEWAY;
    /// The table is busy: try again after `Retry-After` seconds.
    Unavailable = "unavailable", SERVICE_UNAVAILABLE;
}
