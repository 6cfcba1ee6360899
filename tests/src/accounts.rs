//! Accounts in states that no call of their owner brings about.

use crate::{Expect, PASSWORD, Person, TestApp, id};
use proconnect_auth::Claims;
use proconnect_domain::{ActivityKind, SessionId, UserEvent, UserId};
use proconnect_events::Fact;
use proconnect_store::{ActivityRecord, UserRecord};
use serde_json::json;

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

    /// Somebody of both roles who has registered and never verified their address. They have no token in truth; here they
    /// have one.
    pub async fn unverified(&self, email: &str) -> Person {
        let body =
            json!({"email": email, "password": PASSWORD, "name": "Una", "roles": ["client", "freelancer"]});
        let answer = self.anonymous("POST", "/v1/auth/register", Some(body)).await;
        let id = id(&answer.expect_status(201).body["user"]);
        let users = self.world.app.store.users();
        let user = users.get(id.parse().unwrap()).await.unwrap().unwrap();
        Person {
            token: self.token_for(&user),
            email: email.to_owned(),
            cookie: String::new(),
            id,
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
