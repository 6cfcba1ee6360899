//! Accounts in states that no call of their owner brings about.

use crate::{PASSWORD, Person, TestApp};
use proconnect_auth::{Claims, hash_password};
use proconnect_domain::{
    ActivityKind, Email, Password, Role, Roles, SessionId, UserEvent, UserId, UserStatus,
};
use proconnect_events::Fact;
use proconnect_store::{ActivityRecord, UserRecord};

impl TestApp {
    /// Something happens to somebody's account, by an operator's hand; the tokens that are out stay good.
    pub async fn happens(&self, person: &Person, event: UserEvent) {
        let users = self.world.app.store.users();
        let id: UserId = person.id.parse().unwrap();
        let mut user = users.get(id).await.unwrap().unwrap();
        user.status = user.status.apply(event).unwrap();
        let (fact, now) = (fact_of(event, id), self.world.now());
        let note = ActivityRecord::new(id, ActivityKind::ProfileUpdated, "", "", now).unwrap();
        users.secure(&user, &note, [fact], now).await.unwrap();
    }

    /// Somebody of both roles whose account waits for its verification. There is no such account in truth: a registration
    /// becomes one by being verified.
    pub async fn unverified(&self, email: &str) -> Person {
        let roles = Roles::of(&[Role::Client, Role::Freelancer]);
        self.made(email, roles, UserStatus::PendingVerification).await
    }

    /// An admin, made as an operator makes one.
    pub async fn admin(&self) -> Person {
        self.made("admin@example.com", Roles::of(&[Role::Admin]), UserStatus::Active)
            .await
    }

    async fn made(&self, email: &str, roles: Roles, status: UserStatus) -> Person {
        let app = &self.world.app;
        let user = UserRecord {
            id: app.new_id().unwrap(),
            email: Email::parse(email).unwrap(),
            name: "Admin".to_owned(),
            avatar_id: None,
            roles,
            status,
            password_hash: hash_password(Password::parse(PASSWORD).unwrap(), 4)
                .await
                .unwrap(),
            reset: None,
            second_factor: None,
            sessions_from: None,
            payout: None,
            tasks_posted: 0,
            hires: 0,
            completed_contracts: 0,
            created_at: app.now(),
        };
        let activity = ActivityRecord::new(user.id, ActivityKind::Registered, "", "", app.now()).unwrap();
        let users = app.store.users();
        users.create(&user, &activity, app.now()).await.unwrap();
        Person {
            token: self.token_for(&user),
            id: user.id.to_string(),
            email: user.email.to_string(),
            cookie: String::new(),
        }
    }

    /// An access token, signed with the world's keys.
    pub(crate) fn token_for(&self, user: &UserRecord) -> String {
        let app = &self.world.app;
        let session: SessionId = app.new_id().unwrap();
        let claims = Claims::new(user.id, session, user.roles.clone(), app.now());
        app.issuer().unwrap().issue(claims).unwrap()
    }
}

fn fact_of(event: UserEvent, user_id: UserId) -> Fact {
    match event {
        UserEvent::VerifyEmail => Fact::AccountVerified { user_id },
        UserEvent::Suspend => Fact::AccountSuspended { user_id },
        UserEvent::Restore => Fact::AccountRestored { user_id },
        UserEvent::Delete => Fact::AccountClosed { user_id },
    }
}
