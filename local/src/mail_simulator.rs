//! SES's mailbox simulator: addresses that stand for what may become of a mail (SES developer guide, "Using the mailbox
//! simulator"). A label after a plus sign changes nothing.

use crate::event;
use proconnect_domain::Timestamp;
use serde_json::{Value, json};

const DOMAIN: &str = "simulator.amazonses.com";

/// The event about a mail to this address, with its kind, if SES would report anything of it.
pub(crate) fn event_about(to: &str, now: Timestamp) -> Option<(&'static str, Value)> {
    let (local, domain) = to.rsplit_once('@')?;
    let mailbox = local.split('+').next().filter(|_| domain == DOMAIN)?;
    let (kind, part) = match mailbox {
        "bounce" => bounce(to, "General", now),
        "suppressionlist" => bounce(to, "OnAccountSuppressionList", now),
        "complaint" => complaint(to, now),
        // `success` arrives, `ooto` is answered by a machine, and neither is reported here.
        _ => return None,
    };
    Some((kind, event::mail(kind, part, to, now)))
}

/// A part of an event's detail under its name, with the event's kind.
type Part = (&'static str, (&'static str, Value));

fn bounce(to: &str, sub_type: &str, now: Timestamp) -> Part {
    let part = json!({
        "feedbackId": event::request_id(), "bounceType": "Permanent", "bounceSubType": sub_type,
        "bouncedRecipients": [{"emailAddress": to, "action": "failed", "status": "5.1.1", "diagnosticCode": "smtp; 550 5.1.1 user unknown"}],
        "timestamp": now.to_string(), "reportingMTA": "dns; local",
    });
    ("Email Bounced", ("bounce", part))
}

fn complaint(to: &str, now: Timestamp) -> Part {
    let part = json!({
        "feedbackId": event::request_id(), "complaintSubType": null, "complainedRecipients": [{"emailAddress": to}],
        "timestamp": now.to_string(), "userAgent": "Amazon SES Mailbox Simulator", "complaintFeedbackType": "abuse",
    });
    ("Email Complaint Received", ("complaint", part))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn each_address_of_the_simulator_is_reported_as_ses_reports_it() {
        let about = |to: &str| {
            event_about(to, Timestamp::from_millis(0)).map(|(kind, event)| (kind, event["detail"].clone()))
        };
        let (kind, detail) = about("bounce+ada@simulator.amazonses.com").unwrap();
        assert_eq!(
            (kind, &detail["bounce"]["bounceType"]),
            ("Email Bounced", &json!("Permanent"))
        );
        let (kind, detail) = about("complaint@simulator.amazonses.com").unwrap();
        assert_eq!(
            (kind, &detail["complaint"]["complaintFeedbackType"]),
            ("Email Complaint Received", &json!("abuse"))
        );
        let (_, detail) = about("suppressionlist@simulator.amazonses.com").unwrap();
        assert_eq!(detail["bounce"]["bounceSubType"], "OnAccountSuppressionList");
        for to in [
            "success@simulator.amazonses.com",
            "ooto@simulator.amazonses.com",
            "bounce@example.com",
        ] {
            assert!(about(to).is_none(), "{to}");
        }
    }
}
