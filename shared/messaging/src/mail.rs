//! The mail templates: every mail that the product sends, as data, rendered to text and HTML.

use crate::Mail;
use maud::{DOCTYPE, html};
use serde::{Deserialize, Serialize};

/// A mail to be written. Texts such as titles and names are as people typed them; HTML is escaped here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Template {
    /// The one-time code for a new account.
    VerifyEmail {
        /// Six digits.
        code: String,
    },
    /// Somebody wanted to make an account with the address of one that exists.
    AccountExists {
        /// The page that sets a new password.
        link: Link,
    },
    /// The link to set a new password.
    ResetPassword {
        /// The page, with the token in its fragment: no server's log ever sees it.
        link: Link,
    },
    /// The password was changed.
    PasswordChanged,
    /// The second factor was turned on or off.
    SecondFactorChanged {
        /// On now.
        on: bool,
    },
    /// Somebody had the password and guessed at the second factor.
    SecondFactorGuessed,
    /// A freelancer has bid on the client's task.
    BidReceived {
        /// The task.
        task_title: String,
        /// Who bids.
        freelancer: String,
        /// The amount in words.
        amount: String,
        /// The page.
        link: Link,
    },
    /// The client has accepted the bid.
    BidAccepted {
        /// The task.
        task_title: String,
        /// Who accepted.
        client: String,
        /// The page.
        link: Link,
    },
    /// The bid was declined, or expired.
    BidClosed {
        /// The task.
        task_title: String,
        /// Why, in a sentence.
        reason: String,
        /// The page.
        link: Link,
    },
    /// The task's deadline passed without a decision.
    TaskExpired {
        /// The task.
        task_title: String,
        /// The page.
        link: Link,
    },
    /// Money for a milestone is held.
    MilestoneFunded {
        /// The milestone.
        milestone: String,
        /// How much.
        amount: String,
        /// The page.
        link: Link,
    },
    /// A payment for a milestone failed.
    FundingFailed {
        /// The milestone.
        milestone: String,
        /// The page.
        link: Link,
    },
    /// Work was submitted for review.
    WorkSubmitted {
        /// The milestone.
        milestone: String,
        /// Who submitted.
        freelancer: String,
        /// What happens without an answer (the clock's text).
        clock: String,
        /// The page.
        link: Link,
    },
    /// The client asked for changes.
    RevisionRequested {
        /// The milestone.
        milestone: String,
        /// What is asked for.
        comment: String,
        /// The page.
        link: Link,
    },
    /// The work was approved and the payout is queued.
    MilestoneApproved {
        /// The milestone.
        milestone: String,
        /// What the freelancer gets.
        payout: String,
        /// Approved by the clock, not by the client's hand.
        by_silence: bool,
        /// The page.
        link: Link,
    },
    /// Money was sent to the freelancer.
    PaymentSent {
        /// The milestone.
        milestone: String,
        /// How much.
        amount: String,
        /// The invoice.
        invoice_number: String,
        /// The page.
        link: Link,
    },
    /// The client's held money was released.
    PaymentReleased {
        /// The milestone.
        milestone: String,
        /// How much.
        amount: String,
        /// The page.
        link: Link,
    },
    /// Money waits because payouts are not set up.
    PayoutBlocked {
        /// The milestone.
        milestone: String,
        /// How much waits.
        amount: String,
        /// The page.
        link: Link,
    },
    /// Held money nears the longest time that it may be held.
    HoldEnding {
        /// The milestone.
        milestone: String,
        /// What happens (the clock's text).
        clock: String,
        /// The page.
        link: Link,
    },
    /// A file of the person's was refused and deleted.
    FileRefused {
        /// Its name.
        name: String,
        /// Why, in a sentence.
        reason: String,
    },
    /// A refresh token was used twice: the session was ended.
    SessionReuse,
    /// The account was closed by its owner.
    AccountClosed,
}

/// A page of the SPA, as a path; the sender puts the public address before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link(pub String);

/// The parts of a mail before it is laid out.
struct Parts<'a> {
    subject: String,
    lines: Vec<String>,
    code: Option<&'a str>,
    action: Option<(&'static str, &'a Link)>,
}

impl Template {
    /// The mail for a recipient. `public_url` is the SPA's origin, without a slash at the end.
    pub fn render(&self, to: &str, name: &str, public_url: &str) -> Mail {
        let parts = self.parts();
        let greeting = format!("Hello {name},");
        let address = parts
            .action
            .map(|(label, link)| (label, format!("{public_url}{}", link.0)));
        let mut text = vec![greeting.clone(), String::new()];
        text.extend(parts.lines.iter().cloned());
        if let Some(code) = parts.code {
            text.extend([String::new(), format!("    {code}")]);
        }
        if let Some((label, url)) = &address {
            text.extend([String::new(), format!("{label}: {url}")]);
        }
        text.extend([String::new(), "ProConnect".to_owned()]);
        let html = html! {
            (DOCTYPE)
            html lang="en" {
                head { meta charset="utf-8"; title { (parts.subject) } }
                body style="margin:0;padding:24px;background:#fafafa;color:#1c1714;font:16px/1.5 sans-serif" {
                    p { (greeting) }
                    @for line in &parts.lines { p { (line) } }
                    @if let Some(code) = parts.code {
                        p style="font-size:28px;letter-spacing:4px;font-weight:bold" { (code) }
                    }
                    @if let Some((label, url)) = &address {
                        p { a href=(url) style="display:inline-block;padding:12px 20px;border-radius:8px;background:#f97316;color:#1a0d04;text-decoration:none;font-weight:bold" { (label) } }
                    }
                    p style="color:#6b5f57" { "ProConnect" }
                }
            }
        };
        Mail {
            to: to.to_owned(),
            subject: parts.subject,
            text: text.join("\n"),
            html: html.into_string(),
        }
    }

    fn parts(&self) -> Parts<'_> {
        use Template::*;
        let mail = |subject: String, lines: Vec<String>, action| Parts {
            subject,
            lines,
            code: None,
            action,
        };
        match self {
            VerifyEmail { code } => Parts {
                subject: "Your ProConnect code".to_owned(),
                lines: vec!["Enter this code to verify your e-mail address. It is valid for 10 minutes.".to_owned()],
                code: Some(code),
                action: None,
            },
            AccountExists { link } => mail(
                "You have an account already".to_owned(),
                vec![
                    "You, or somebody who knows your address, wanted to make an account with it. There is one already: log in with its password, or set a new one.".to_owned(),
                    "If it was not you, there is nothing to do: nothing was changed.".to_owned(),
                ],
                Some(("Set a new password", link)),
            ),
            ResetPassword { link } => mail(
                "Set a new password".to_owned(),
                vec![
                    "You, or somebody who knows your address, asked to set a new password. The link works once, for 30 minutes.".to_owned(),
                    "If it was not you, there is nothing to do: your password stays as it is.".to_owned(),
                ],
                Some(("Set a new password", link)),
            ),
            PasswordChanged => mail(
                "Your password was changed".to_owned(),
                vec!["Your password was changed and all other sessions were ended. If this was not you, set a new password at once.".to_owned()],
                None,
            ),
            SecondFactorChanged { on } => mail(
                format!("Two-step log-in is {}", if *on { "on" } else { "off" }),
                vec![if *on {
                    "From now on, logging in asks for a code of your authenticator app. Keep your recovery codes in a safe place.".to_owned()
                } else {
                    "Logging in asks for your password alone. If this was not you, change your password at once.".to_owned()
                }],
                None,
            ),
            SecondFactorGuessed => mail(
                "Somebody may know your password".to_owned(),
                vec!["Your password was entered several times with a wrong code of the second step, and nobody was let in. If this was not you, set a new password at once.".to_owned()],
                None,
            ),
            BidReceived { task_title, freelancer, amount, link } => mail(
                format!("New bid on “{task_title}”"),
                vec![format!("{freelancer} offers to do it for {amount}.")],
                Some(("Compare the bids", link)),
            ),
            BidAccepted { task_title, client, link } => mail(
                format!("Your bid on “{task_title}” was accepted"),
                vec![format!("{client} accepted your bid. Start once the first milestone is funded.")],
                Some(("Open the contract", link)),
            ),
            BidClosed { task_title, reason, link } => mail(
                format!("Your bid on “{task_title}” was closed"),
                vec![reason.clone()],
                Some(("See your bids", link)),
            ),
            TaskExpired { task_title, link } => mail(
                format!("“{task_title}” has expired"),
                vec!["Its deadline passed without a decision, so it was closed and every bidder was told.".to_owned()],
                Some(("Open the task", link)),
            ),
            MilestoneFunded { milestone, amount, link } => mail(
                format!("“{milestone}” is funded"),
                vec![format!("{amount} is held for this milestone.")],
                Some(("Open the contract", link)),
            ),
            FundingFailed { milestone, link } => mail(
                format!("The payment for “{milestone}” failed"),
                vec!["No money was taken. You can try again, with the same or another way to pay.".to_owned()],
                Some(("Open the contract", link)),
            ),
            WorkSubmitted { milestone, freelancer, clock, link } => mail(
                format!("“{milestone}” is ready for your review"),
                vec![format!("{freelancer} submitted work."), clock.clone()],
                Some(("Review the work", link)),
            ),
            RevisionRequested { milestone, comment, link } => mail(
                format!("Changes requested for “{milestone}”"),
                vec![comment.clone()],
                Some(("Open the contract", link)),
            ),
            MilestoneApproved { milestone, payout, by_silence, link } => mail(
                format!("“{milestone}” is approved"),
                vec![
                    if *by_silence {
                        "The review period ended without an answer, so the milestone was approved.".to_owned()
                    } else {
                        "The client approved the milestone.".to_owned()
                    },
                    format!("{payout} is on its way to the freelancer."),
                ],
                Some(("Open the contract", link)),
            ),
            PaymentSent { milestone, amount, invoice_number, link } => mail(
                format!("You were paid {amount}"),
                vec![format!("The payment for “{milestone}” was sent to your account (invoice {invoice_number}).")],
                Some(("See your payments", link)),
            ),
            PaymentReleased { milestone, amount, link } => mail(
                format!("Payment for “{milestone}” released"),
                vec![format!("{amount} that was held has been released to the freelancer.")],
                Some(("See your payments", link)),
            ),
            PayoutBlocked { milestone, amount, link } => mail(
                format!("{amount} is waiting for you"),
                vec![format!("“{milestone}” is approved. Finish setting up payouts and the money is sent at once.")],
                Some(("Set up payouts", link)),
            ),
            HoldEnding { milestone, clock, link } => mail(
                format!("The money held for “{milestone}” needs a decision"),
                vec![clock.clone()],
                Some(("Open the contract", link)),
            ),
            FileRefused { name, reason } => mail(
                format!("Your file “{name}” was refused"),
                vec![reason.clone(), "Nobody else has seen it.".to_owned()],
                None,
            ),
            AccountClosed => mail(
                "Your account is closed".to_owned(),
                vec![
                    "Your ProConnect account is closed, as you asked. Your profile is gone, and your name is taken out of tasks, bids and contracts.".to_owned(),
                    "Payments and invoices are kept for as long as the law asks. This is the last mail that you get from us.".to_owned(),
                ],
                None,
            ),
            SessionReuse => mail(
                "You were signed out for your safety".to_owned(),
                vec!["A sign-in of yours was used from two places, so we ended it. If this was not you, change your password.".to_owned()],
                None,
            ),
        }
    }
}
