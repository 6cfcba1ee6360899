//! The demo marketplace of a first start: people, and tasks in several states, all made through the API itself.

mod picture;
mod profiles;

use crate::Error;
use crate::client::Call;
use crate::world::World;
use proconnect_auth::hash_password;
use proconnect_domain::{DAY, Date, Email, Password, Role, Roles, UserEvent, UserStatus};
use proconnect_store::{ActivityRecord, Paid, Replies, UserRecord};
use serde_json::{Value, json};
use std::sync::Arc;

/// The password of every demo account.
pub const PASSWORD: &str = "try the marketplace";

/// The demo accounts.
pub const ACCOUNTS: &[(&str, &str)] = &[
    ("clara@demo.example", "client with tasks, bids and contracts"),
    ("oscar@demo.example", "another client"),
    ("fiona@demo.example", "freelancer with contracts, can be paid"),
    ("felix@demo.example", "freelancer with bids"),
    ("admin@demo.example", "admin"),
];

/// Fills an empty marketplace; a second start finds it filled.
pub async fn seed(world: &Arc<World>) -> Result<(), Error> {
    if world.state.setting("demo")?.is_some() {
        return Ok(());
    }
    let demo = Demo { world };
    let clara = demo.person("clara@demo.example", "Clara Berg", "client").await?;
    let oscar = demo.person("oscar@demo.example", "Oscar Lind", "client").await?;
    let fiona = demo
        .person("fiona@demo.example", "Fiona Marsh", "freelancer")
        .await?;
    let felix = demo
        .person("felix@demo.example", "Felix Okoro", "freelancer")
        .await?;
    demo.admin("admin@demo.example", "Ada Keeper").await?;
    let link = demo.post("/v1/payments/onboarding", &fiona, json!({})).await?;
    world.visit(text(&link["url"])?, "complete").await;

    let pieces = demo.profiles(&clara, &fiona, &felix).await?;
    demo.open_tasks(&clara, &oscar, (&fiona, &pieces), &felix).await?;
    demo.running_contract(&clara, &fiona).await?;
    demo.finished_contract(&oscar, &fiona).await?;
    world.drain().await?;
    world.state.set("demo", "1")
}

struct Demo<'a> {
    world: &'a Arc<World>,
}

fn text(value: &Value) -> Result<&str, Error> {
    value
        .as_str()
        .ok_or_else(|| "the demo met an answer that it does not know".into())
}

impl Demo<'_> {
    async fn post(&self, path: &str, token: &str, body: Value) -> Result<Value, Error> {
        let answer = self.world.post(path, token, body).await;
        if answer.status >= 300 {
            return Err(format!("demo: POST {path} answered {} {}", answer.status, answer.body).into());
        }
        Ok(answer.body)
    }

    /// Registers and verifies somebody; returns the access token.
    async fn person(&self, email: &str, name: &str, role: &str) -> Result<String, Error> {
        let body = json!({"email": email, "password": PASSWORD, "name": name, "role": role});
        let answer = self
            .world
            .send(
                "POST",
                "/v1/auth/register",
                Call {
                    body: Some(body),
                    ..Call::default()
                },
            )
            .await;
        if answer.status != 201 {
            return Err(format!("demo: register answered {} {}", answer.status, answer.body).into());
        }
        self.world.drain().await?;
        let code = self
            .world
            .mails(email)?
            .into_iter()
            .find_map(|mail| mail.code)
            .ok_or("demo: no code")?;
        let body = json!({"email": email, "code": code});
        let verify = Call {
            body: Some(body),
            ..Call::default()
        };
        let mut answer = self.world.send("POST", "/v1/auth/verify-email", verify).await;
        // An earlier start may have got this far.
        if answer.status == 422 {
            let body = json!({"email": email, "password": PASSWORD});
            answer = self
                .world
                .send(
                    "POST",
                    "/v1/auth/login",
                    Call {
                        body: Some(body),
                        ..Call::default()
                    },
                )
                .await;
        }
        Ok(text(&answer.body["accessToken"])?.to_owned())
    }

    /// Admins are made by operators, never by registration.
    async fn admin(&self, email: &str, name: &str) -> Result<(), Error> {
        let app = &self.world.app;
        let email = Email::parse(email)?;
        if app.store.users().by_email(&email).await?.is_some() {
            return Ok(());
        }
        let password = Password::parse(PASSWORD)?;
        let user = UserRecord {
            id: app.new_id()?,
            email,
            name: name.to_owned(),
            avatar_id: None,
            headline: String::new(),
            roles: Roles::of(&[Role::Admin]),
            status: UserStatus::PendingVerification.apply(UserEvent::VerifyEmail)?,
            password_hash: hash_password(password, app.config.password_cost).await?,
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
        let kind = proconnect_domain::ActivityKind::Registered;
        let activity = ActivityRecord::new(user.id, kind, "", "", app.now())?;
        // Active already: no code is mailed.
        Ok(app.store.users().create(&user, &activity, app.now()).await?)
    }

    async fn task(
        &self,
        client: &str,
        title: &str,
        category: &str,
        skills: &[&str],
        max: i64,
        days: u32,
    ) -> Result<String, Error> {
        let description = format!(
            "<p>{title}. We are a small team and know what we want, but not how to make it.</p>\
             <ul><li>Two rounds of feedback</li><li>Source files at the end</li></ul>\
             <p>Tell us about something similar that you have done.</p>"
        );
        let deadline = self.world.now().plus(DAY * days);
        let body = json!({
            "title": title, "description": description, "category": category, "skills": skills, "deadline": deadline,
            "budget": {"type": "fixed", "min": max / 2, "max": max, "currency": "usd"}, "location": "Remote",
        });
        Ok(text(&self.post("/v1/tasks", client, body).await?["id"])?.to_owned())
    }

    /// Bids half and half in two milestones, showing pieces of a portfolio; returns the bid's id.
    async fn bid(
        &self,
        (freelancer, pieces): (&str, &[String]),
        task: &str,
        amount: i64,
        days: u32,
    ) -> Result<String, Error> {
        let money = |amount: i64| json!({"amount": amount, "currency": "usd"});
        let due = |days: u32| Date::of(self.world.now().plus(DAY * days));
        let milestone = |title: &str, description: &str, amount: i64, days: u32| {
            json!({"title": title, "description": description, "amount": money(amount), "dueDate": due(days),
                "criteria": ["Matches the brief", "Source files included"]})
        };
        let body = json!({
            "coverLetter": "I have done this for three companies of your size. I would start with a call, show a \
                first version within days, and work from your feedback.",
            "amount": money(amount), "timelineDays": days,
            "milestones": [
                milestone("First version", "A first version to look at and to comment on.", amount / 2, days / 2),
                milestone("Final version", "Everything, with the comments worked in.", amount - amount / 2, days),
            ],
            "questions": ["Who decides in the end?"],
            "portfolioItemIds": pieces,
        });
        Ok(text(
            &self
                .post(&format!("/v1/tasks/{task}/bids"), freelancer, body)
                .await?["id"],
        )?
        .to_owned())
    }

    async fn open_tasks(
        &self,
        clara: &str,
        oscar: &str,
        fiona: (&str, &[String]),
        felix: &str,
    ) -> Result<(), Error> {
        let shop = self
            .task(
                clara,
                "Build a web shop for handmade ceramics",
                "web-development",
                &["React", "Stripe"],
                250_000,
                14,
            )
            .await?;
        self.bid(fiona, &shop, 240_000, 30).await?;
        self.bid((felix, &[]), &shop, 180_000, 45).await?;
        let logo = self
            .task(
                oscar,
                "Design a logo for a bicycle workshop",
                "design",
                &["Logo design", "Illustrator"],
                60_000,
                9,
            )
            .await?;
        self.bid((felix, &[]), &logo, 45_000, 10).await?;
        self.task(
            oscar,
            "Write ten product descriptions",
            "writing",
            &["Copywriting"],
            30_000,
            5,
        )
        .await?;
        self.task(
            clara,
            "Plan a spring campaign for our newsletter",
            "marketing",
            &["E-mail marketing"],
            90_000,
            21,
        )
        .await?;
        self.task(
            oscar,
            "Clean up a spreadsheet of 5,000 customers",
            "data",
            &["Excel", "Data cleaning"],
            20_000,
            7,
        )
        .await?;
        self.task(
            clara,
            "Prototype a mobile app for bird watchers",
            "mobile-development",
            &["Flutter", "Prototyping"],
            400_000,
            30,
        )
        .await?;
        self.task(
            oscar,
            "Answer customer mails for two weeks",
            "admin-support",
            &["Customer support"],
            50_000,
            3,
        )
        .await?;
        Ok(())
    }

    /// Accepts a bid; returns the contract.
    async fn contract(
        &self,
        client: &str,
        freelancer: &str,
        title: &str,
        amount: i64,
    ) -> Result<Value, Error> {
        let task = self
            .task(client, title, "design", &["UI design"], amount, 10)
            .await?;
        let bid = self.bid((freelancer, &[]), &task, amount, 20).await?;
        self.post(&format!("/v1/bids/{bid}/accept"), client, json!({}))
            .await
    }

    async fn fund(&self, client: &str, milestone: &str) -> Result<(), Error> {
        let funding = self
            .post(&format!("/v1/milestones/{milestone}/fund"), client, json!({}))
            .await?;
        self.world.visit(text(&funding["checkoutUrl"])?, "paid").await;
        self.world.drain().await
    }

    async fn work(&self, freelancer: &str, milestone: &str) -> Result<(), Error> {
        let body = json!({"note": "Here it is. The files are in the shared folder, and I wrote down what I chose and why."});
        self.post(
            &format!("/v1/milestones/{milestone}/submissions"),
            freelancer,
            body,
        )
        .await?;
        Ok(())
    }

    async fn approve(&self, client: &str, milestone: &str) -> Result<(), Error> {
        self.post(&format!("/v1/milestones/{milestone}/approve"), client, json!({}))
            .await?;
        self.world.drain().await
    }

    /// One milestone paid, the next one in review.
    async fn running_contract(&self, clara: &str, fiona: &str) -> Result<(), Error> {
        let contract = self
            .contract(
                clara,
                fiona,
                "Redesign the dashboard of our booking tool",
                120_000,
            )
            .await?;
        let first = text(&contract["milestones"][0]["id"])?;
        let second = text(&contract["milestones"][1]["id"])?;
        self.fund(clara, first).await?;
        self.work(fiona, first).await?;
        self.approve(clara, first).await?;
        self.fund(clara, second).await?;
        self.work(fiona, second).await
    }

    /// Everything approved and paid.
    async fn finished_contract(&self, oscar: &str, fiona: &str) -> Result<(), Error> {
        let contract = self
            .contract(oscar, fiona, "Draw icons for a weather app", 80_000)
            .await?;
        for milestone in contract["milestones"].as_array().into_iter().flatten() {
            let id = text(&milestone["id"])?;
            self.fund(oscar, id).await?;
            self.work(fiona, id).await?;
            self.approve(oscar, id).await?;
        }
        Ok(())
    }
}
