//! `PATCH /v1/users/me`: changes name, roles and profile.

use crate::editing::Editing;
use proconnect_api::Me;
use proconnect_domain::{
    ActivityKind, Country, FileId, FilePurpose, Invalid, Line, Link, Location, MAX_LINKS, Money, PersonName,
    Role, Skills, Text, Validator, ValueError, check_rate,
};
use proconnect_http::{ApiError, Body, Caller, Client, Json, present};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: changes name, roles and profile.
pub const FUNCTION: Function = proconnect_runtime::http!(PATCH "/v1/users/me", handle);

/// What is to change; what is absent stays as it is, what is null is cleared.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
pub struct UpdateMe {
    /// Name as shown to others. It cannot be cleared.
    #[serde(deserialize_with = "present")]
    name: Option<Option<String>>,
    /// All roles, the new one among them: roles are added, not taken away.
    #[serde(deserialize_with = "present")]
    roles: Option<Option<Vec<Role>>>,
    /// One line of at most 120 characters.
    #[serde(deserialize_with = "present")]
    #[schemars(example = &"Web developer")]
    headline: Option<Option<String>>,
    /// Plain text of at most 5,000 characters.
    #[serde(deserialize_with = "present")]
    bio: Option<Option<String>>,
    /// At most 15 skills.
    #[serde(deserialize_with = "present")]
    #[schemars(example = ["Rust"])]
    skills: Option<Option<Vec<String>>>,
    /// What an hour costs.
    #[serde(deserialize_with = "present")]
    rate: Option<Option<Money>>,
    /// ISO 3166-1 alpha-2.
    #[serde(deserialize_with = "present")]
    #[schemars(example = &"DE")]
    country: Option<Option<String>>,
    /// Town or region, at most 100 characters.
    #[serde(deserialize_with = "present")]
    location: Option<Option<String>>,
    /// At most 10 links.
    #[serde(deserialize_with = "present")]
    links: Option<Option<Vec<Link>>>,
    /// A clean picture of one's own, sent as an avatar.
    #[serde(deserialize_with = "present")]
    avatar_id: Option<Option<FileId>>,
}

/// Changes the account. A new role is in the next access token: refresh to get one.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body)): (Client, Body<UpdateMe>),
) -> Result<Json<Me>, ApiError> {
    let avatar = body.avatar_id;
    let mut editing = Editing::load(app, &caller, avatar.flatten()).await?;
    let mut kinds = vec![ActivityKind::ProfileUpdated];
    apply(body, &mut editing, &mut kinds)?;
    if let Some(avatar) = avatar {
        let before = std::mem::replace(&mut editing.profile.profile.avatar_id, avatar);
        if before != avatar {
            editing.show("/avatarId", before, avatar, FilePurpose::Avatar)?;
        }
    }
    editing.save(app, &client, &kinds).await?;
    Ok(Json(crate::me(&editing.user, editing.profile.profile)))
}

fn apply(body: UpdateMe, editing: &mut Editing, kinds: &mut Vec<ActivityKind>) -> Result<(), Invalid> {
    let mut errors = Validator::new();
    let (user, profile) = (&mut editing.user, &mut editing.profile.profile);
    let name = body
        .name
        .map(|name| errors.field("/name", PersonName::parse(&name.unwrap_or_default())));
    if let Some(name) = name.flatten() {
        user.name = name.into_string();
    }
    let roles = body.roles.map(Option::unwrap_or_default);
    for role in roles.iter().flatten().copied() {
        if user.roles.contains(role) {
            continue;
        }
        if role == Role::Admin {
            errors.error(
                "/roles",
                ValueError::new("invalid_role", "Choose client or freelancer."),
            );
        } else {
            user.roles = user.roles.with(role);
            kinds.push(ActivityKind::RoleAdded);
        }
    }
    if roles.is_some_and(|roles| user.roles.iter().any(|role| !roles.contains(&role))) {
        errors.error(
            "/roles",
            ValueError::new("role_missing", "A role cannot be taken away."),
        );
    }
    if let Some(text) = body.headline {
        let one_line = text
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if let Some(text) = errors.field("/headline", Line::<0, 120>::parse(&one_line)) {
            profile.headline = text.into_string();
        }
    }
    if let Some(text) = body.bio {
        let bio = Text::<0, 5000>::parse(&text.unwrap_or_default());
        if let Some(bio) = errors.field("/bio", bio) {
            profile.bio = bio.into_string();
        }
    }
    if let Some(skills) = body.skills {
        match Skills::parse(&skills.unwrap_or_default()) {
            Ok(skills) => profile.skills = skills.iter().map(ToString::to_string).collect(),
            Err(invalid) => errors.errors(invalid.0),
        }
    }
    if let Some(rate) = body.rate {
        profile.rate = rate.and_then(|rate| errors.field("/rate", check_rate(rate)));
    }
    if let Some(country) = body.country {
        let country = country.filter(|code| !code.is_empty());
        profile.country = country.and_then(|code| errors.field("/country", Country::parse(&code)));
    }
    if let Some(place) = body.location {
        let place = errors.field("/location", Location::parse(place.as_deref().unwrap_or_default()));
        profile.location = place.flatten();
    }
    if let Some(links) = body.links {
        let links = links.unwrap_or_default();
        if links.len() > MAX_LINKS {
            errors.error("/links", ValueError::new("too_many", "Name at most 10 links."));
        }
        let parsed = links.iter().take(MAX_LINKS).enumerate();
        profile.links = parsed
            .filter_map(|(place, link)| errors.field(&format!("/links/{place}"), link.parse()))
            .collect();
    }
    errors.finish(Some(()))
}
