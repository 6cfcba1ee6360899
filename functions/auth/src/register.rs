//! `POST /v1/auth/register`: makes an account and lets a one-time code be mailed.

use crate::session;
use proconnect_api::SelfUser;
use proconnect_auth::hash_password;
use proconnect_domain::{
    ActivityKind, Email, Password, PersonName, Role, Roles, UserId, UserStatus, Validator, ValueError,
};
use proconnect_events::Fact;
use proconnect_http::{ApiError, Body, Cookies, Created};
use proconnect_runtime::limits::REGISTER;
use proconnect_runtime::{App, Function};
use proconnect_store::{ActivityRecord, UserRecord};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/register", handle, memory = 1024);

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
    #[serde(default)]
    role: Option<Role>,
    /// The same for who is both. One of `role` and `roles` is needed; `roles` counts when both are there.
    #[serde(default)]
    roles: Option<Vec<Role>>,
}

/// The account, waiting for its code.
#[derive(Serialize, JsonSchema)]
pub struct Registered {
    /// The account.
    user: SelfUser,
}

/// Makes an account. Who names an address that has one gets the same answer, and nothing is made: its owner is told by
/// mail, and so is the caller, if they are one.
pub async fn handle(
    app: &App,
    client: Cookies,
    Body(body): Body<Register>,
) -> Result<Created<Registered>, ApiError> {
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

    app.limit(&REGISTER, &client.address, email.as_str()).await?;
    let now = app.now();
    let user = UserRecord {
        id: app.new_id()?,
        email,
        name,
        avatar_id: None,
        roles,
        status: UserStatus::PendingVerification,
        password_hash: hash_password(password, app.config.password_cost)
            .await
            .map_err(ApiError::internal)?,
        code: None,
        reset: None,
        second_factor: None,
        sessions_from: None,
        payout: None,
        tasks_posted: 0,
        hires: 0,
        completed_contracts: 0,
        created_at: now,
    };
    let activity = session::activity(user.id, ActivityKind::Registered, &client, now)?;
    create(app, &user, &activity).await?;
    Ok(Created(Registered {
        user: crate::view(&user),
    }))
}

/// Writes the account, or tells the one who has the address. Either way one read and one write.
async fn create(app: &App, user: &UserRecord, activity: &ActivityRecord) -> Result<(), ApiError> {
    let users = app.store.users();
    if let Some(holder) = users.holder(&user.email).await? {
        return tell(app, holder).await;
    }
    match users.create(user, activity, app.now()).await {
        // Registered at this very moment.
        Err(error) if error.is_condition("email_claim") => match users.holder(&user.email).await? {
            Some(holder) => tell(app, holder).await,
            None => Err(error.into()),
        },
        outcome => Ok(outcome?),
    }
}

async fn tell(app: &App, holder: UserId) -> Result<(), ApiError> {
    let fact = Fact::RegistrationRepeated { user_id: holder };
    Ok(app.store.users().tell(fact, app.now()).await?)
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
