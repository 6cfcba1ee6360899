//! `POST /v1/auth/register`: begins a registration and has a one-time code mailed for it.

use proconnect_api::SelfUser;
use proconnect_auth::{ATTEMPT_LIFE, AttemptToken, hash_password};
use proconnect_domain::{Email, Password, PersonName, Role, Roles, UserStatus, Validator, ValueError};
use proconnect_http::{ApiError, Body, Cookies, Created, WithCookies, attempt_cookie};
use proconnect_messaging::MailSecret;
use proconnect_rules::limits::{self, REGISTER};
use proconnect_runtime::{App, Function};
use proconnect_store::AttemptRecord;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Anybody: begins a registration, mails a one-time code; the same answer for every address.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/register", handle, memory = 1024);

/// A new account.
#[derive(Deserialize, JsonSchema)]
pub struct Register {
    /// Address.
    #[schemars(example = &"ada@example.com")]
    email: String,
    /// 10 to 72 bytes.
    #[schemars(example = &"a long pass phrase")]
    password: String,
    /// Name as shown to others.
    #[schemars(example = &"Ada")]
    name: String,
    /// `client` or `freelancer`; the other may be added later.
    #[serde(default)]
    #[schemars(example = Role::Client)]
    role: Option<Role>,
    /// The same for who is both. One of `role` and `roles` is needed; `roles` counts when both are there.
    #[serde(default)]
    roles: Option<Vec<Role>>,
}

/// The account that is made once its code is shown.
#[derive(Serialize, JsonSchema)]
pub struct Registered {
    /// The account.
    user: SelfUser,
}

/// Begins a registration. It is no account yet, so it takes nothing from whoever has the address: another one for the same
/// address is just as good, and the first whose code reaches `verify-email`, from the browser that began it, becomes the
/// account. Who names an address that has an account gets the same answer after the same work; its owner is told by mail.
pub async fn handle(
    app: &App,
    client: Cookies,
    Body(body): Body<Register>,
) -> Result<WithCookies<Created<Registered>>, ApiError> {
    let wanted = read(&body)?;
    limits::check(app, &REGISTER, &client.address, wanted.email.as_str()).await?;
    let now = app.now();
    let id = app.new_id()?;
    let token = AttemptToken::generate(id).map_err(ApiError::internal)?;
    let attempt = AttemptRecord {
        id,
        email: wanted.email,
        name: wanted.name,
        roles: wanted.roles,
        password_hash: hash_password(wanted.password, app.config.password_cost)
            .await
            .map_err(ApiError::internal)?,
        holder: token.hash(),
        network: client.network(),
        code: None,
        created_at: now,
        expires_at: now.plus(ATTEMPT_LIFE),
    };
    let command = MailSecret::FirstCode { to: id };
    app.store.registrations().begin(&attempt, &command, now).await?;
    let cookie = attempt_cookie(&token.expose(), ATTEMPT_LIFE, app.config.secure_cookies());
    Ok(WithCookies {
        reply: Created(Registered { user: view(attempt) }),
        cookies: vec![cookie],
    })
}

/// What was asked for, as it is kept.
struct Wanted {
    email: Email,
    password: Password,
    name: String,
    roles: Roles,
}

fn read(body: &Register) -> Result<Wanted, ApiError> {
    let mut errors = Validator::new();
    let email = errors.field("/email", Email::parse(&body.email));
    let password = errors.field("/password", Password::parse(&body.password));
    let name = errors.field("/name", PersonName::parse(&body.name));
    let roles = match &body.roles {
        Some(roles) => errors.field("/roles", public(roles)),
        None => errors.field("/role", public(body.role.as_slice())),
    };
    let values = (|| Some((email?, password?, name?.into_string(), roles?)))();
    let (email, password, name, roles) = errors.finish(values)?;
    let mut errors = Validator::new();
    let impersonal = errors.field("/password", password.not_about(&email, &name));
    errors.finish(impersonal)?;
    Ok(Wanted {
        email,
        password,
        name,
        roles,
    })
}

fn view(attempt: AttemptRecord) -> SelfUser {
    SelfUser {
        id: attempt.id,
        email: attempt.email.to_string(),
        name: attempt.name,
        avatar_id: None,
        roles: attempt.roles,
        status: UserStatus::PendingVerification,
        totp_enabled: false,
        mail_stopped: None,
        created_at: attempt.created_at,
    }
}

/// Nobody makes themselves an admin.
fn public(roles: &[Role]) -> Result<Roles, ValueError> {
    if roles.is_empty() || roles.contains(&Role::Admin) {
        return Err(ValueError::new(
            "invalid_role",
            "Choose client, freelancer or both.",
        ));
    }
    Ok(Roles::of(roles))
}
