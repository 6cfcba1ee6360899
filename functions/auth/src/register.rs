//! `POST /v1/auth/register`: makes an account and mails a one-time code.

use crate::session;
use proconnect_api::{ActivityKind, SelfUser};
use proconnect_auth::{OneTimeCode, VERIFY_EMAIL, hash_password};
use proconnect_domain::{Email, Password, PersonName, Role, Roles, UserStatus, Validator, ValueError};
use proconnect_http::{ApiError, Body, Cookies, Created, ErrorCode};
use proconnect_messaging::{EmailJob, Template};
use proconnect_runtime::App;
use proconnect_runtime::limits::REGISTER;
use proconnect_store::UserRecord;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A new account.
#[derive(Deserialize, JsonSchema)]
pub struct Register {
    /// Address.
    email: String,
    /// 10 to 72 bytes.
    password: String,
    /// Name as shown to others.
    name: String,
    /// `client` or `freelancer`; the other may be added later.
    role: Role,
}

/// The account, waiting for its code.
#[derive(Serialize, JsonSchema)]
pub struct Registered {
    /// The account.
    user: SelfUser,
}

/// Makes an account. 409 when the address is taken.
pub async fn handle(
    app: &App,
    client: Cookies,
    Body(body): Body<Register>,
) -> Result<Created<Registered>, ApiError> {
    let mut errors = Validator::new();
    let email = errors.field("/email", Email::parse(&body.email));
    let password = errors.field("/password", Password::parse(&body.password));
    let name = errors.field("/name", PersonName::parse(&body.name));
    let role = errors.field("/role", public_role(body.role));
    let values = (|| Some((email?, password?, name?, role?)))();
    let (email, password, name, role) = errors.finish(values)?;

    app.limit(&REGISTER, &client.address, email.as_str()).await?;
    let now = app.now();
    let id = app.new_id()?;
    let (code, stored) =
        OneTimeCode::issue(app.code_secret()?, id, VERIFY_EMAIL, now).map_err(ApiError::internal)?;
    let user = UserRecord {
        id,
        email,
        name: name.into_string(),
        avatar_id: None,
        roles: Roles::of(&[role]),
        status: UserStatus::PendingVerification,
        password_hash: hash_password(password, app.config.password_cost)
            .await
            .map_err(ApiError::internal)?,
        code: Some(stored),
        reset: None,
        second_factor: None,
        sessions_from: None,
        payout: None,
        tasks_posted: 0,
        hires: 0,
        completed_contracts: 0,
        created_at: now,
    };
    let mail = EmailJob {
        to: id,
        template: Template::VerifyEmail { code },
    };
    let activity = session::activity(id, ActivityKind::Registered, &client, now)?;
    app.store
        .users()
        .create(&user, &activity, mail, now)
        .await
        .map_err(|error| match error {
            error if error.is_condition("email") => ApiError::of(ErrorCode::EmailTaken),
            error => error.into(),
        })?;
    Ok(Created(Registered {
        user: crate::view(&user),
    }))
}

/// Nobody makes themselves an admin.
fn public_role(role: Role) -> Result<Role, ValueError> {
    match role {
        Role::Client | Role::Freelancer => Ok(role),
        Role::Admin => Err(ValueError::new("invalid_role", "Choose client or freelancer.")),
    }
}
