//! Accounts in states that no call of their owner brings about.

use crate::{Call, Expect as _, PASSWORD, Person, TestApp};
use proconnect_auth::{Caller, Claims, REFRESH_TOKEN_LIFE, hash_password};
use proconnect_domain::{ActivityKind, Email, Password, Role, Roles, UserEvent, UserId, UserStatus};
use proconnect_events::Fact;
use proconnect_http::Context as _;
use proconnect_store::{ActivityRecord, Paid, Replies, SessionRecord, UserRecord};

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

    /// Somebody with this address, and without the mails that lead to an account.
    pub async fn with_address(&self, email: &str) -> Person {
        self.made(email, Roles::of(&[Role::Client]), UserStatus::Active)
            .await
    }

    /// An admin, made as an operator makes one.
    pub async fn admin(&self) -> Person {
        self.made("admin@example.com", Roles::of(&[Role::Admin]), UserStatus::Active)
            .await
    }

    /// Another admin, where there is one already.
    pub async fn second_admin(&self) -> Person {
        self.made(
            "second-admin@example.com",
            Roles::of(&[Role::Admin]),
            UserStatus::Active,
        )
        .await
    }

    async fn made(&self, email: &str, roles: Roles, status: UserStatus) -> Person {
        let app = &self.world.app;
        let user = UserRecord {
            id: app.new_id().unwrap(),
            email: Email::parse(email).unwrap(),
            name: "Admin".to_owned(),
            avatar_id: None,
            headline: String::new(),
            roles,
            status,
            password_hash: hash_password(Password::parse(PASSWORD).unwrap(), 4)
                .await
                .unwrap(),
            reset: None,
            second_factor: None,
            sessions_from: None,
            payout: None,
            mail_stopped: None,
            tasks_posted: 0,
            hires: 0,
            completed_contracts: 0,
            paid: Paid::default(),
            replies: Replies::default(),
            created_at: app.now(),
        };
        let activity = ActivityRecord::new(user.id, ActivityKind::Registered, "", "", app.now()).unwrap();
        let users = app.store.users();
        users.create(&user, &activity, app.now()).await.unwrap();
        Person {
            token: self.token_for(&user).await,
            id: user.id.to_string(),
            email: user.email.to_string(),
            cookie: String::new(),
        }
    }

    /// The same session after a refresh, as a browser does it when the access token has ended.
    pub async fn refreshed(&self, person: &Person) -> Person {
        let headers = vec![("cookie", person.cookie.clone())];
        let call = Call {
            headers,
            ..Call::default()
        };
        let answer = self.world.send("POST", "/v1/auth/refresh", call).await;
        Person::from(&person.email, &answer.expect_status(200))
    }

    /// Who calls with somebody's access token.
    pub fn caller(&self, person: &Person) -> Caller {
        let app = &self.world.app;
        let claims = app.verifier().unwrap().verify(&person.token, app.now());
        claims.unwrap().into_caller()
    }

    /// An access token of a new session, signed with the world's keys.
    pub(crate) async fn token_for(&self, user: &UserRecord) -> String {
        let app = &self.world.app;
        let session = self.session_of(user).await;
        let caller = Caller {
            user_id: user.id,
            session_id: session.id,
            honoured_from: session.honoured_from,
            roles: user.roles.clone(),
        };
        let claims = Claims::new(caller, session.expires_at, app.now());
        app.issuer().unwrap().issue(claims).unwrap()
    }

    /// A new session of somebody who is in no state to log in.
    async fn session_of(&self, user: &UserRecord) -> SessionRecord {
        let (app, now) = (&self.world.app, self.world.now());
        let session = SessionRecord {
            id: app.new_id().unwrap(),
            user_id: user.id,
            token_hash: String::new(),
            created_at: now,
            honoured_from: user.sessions_from,
            last_used_at: now,
            expires_at: now.plus(REFRESH_TOKEN_LIFE),
            authenticated_at: None,
            user_agent: String::new(),
            address: String::new(),
        };
        let note = ActivityRecord::new(user.id, ActivityKind::SignedIn, "", "", now).unwrap();
        let stored = app.store.users().get(user.id).await.unwrap().unwrap();
        let sessions = app.store.sessions();
        sessions.open(&stored, &session, &note, &[], now).await.unwrap();
        session
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
