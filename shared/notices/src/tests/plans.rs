//! One plan for each fact.

use crate::samples::{Sample, facts};
use crate::{Category, Context, Message, Needs, Notice, Preferences, Template, needs, plan};
use proconnect_events::{BidderAsked, Consumer, Fact, FactKind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

fn planned(sample: &Sample, context: &Context) -> Vec<Notice> {
    plan(&sample.fact, context, &BTreeMap::new())
        .unwrap_or_else(|missing| panic!("{}: {missing}", sample.name))
}

fn messages(notices: &[Notice]) -> impl Iterator<Item = &Message> {
    notices.iter().filter_map(|notice| match notice {
        Notice::Message(message) => Some(message),
        Notice::Live { .. } => None,
    })
}

#[test]
fn every_fact_has_its_plan() {
    let mut kept = BTreeSet::new();
    for sample in facts() {
        insta::assert_snapshot!(sample.name, written(&sample));
        assert!(
            kept.insert(sample.name.to_owned()),
            "{} is there twice",
            sample.name
        );
    }
    super::assert_kept("plans", &kept);
    let sampled: BTreeSet<_> = facts().iter().map(|sample| sample.fact.kind().name()).collect();
    let all = FactKind::all().map(FactKind::name);
    assert_eq!(sampled, all.collect(), "each fact needs a sample");
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

/// A plan as a person reads it.
fn written(sample: &Sample) -> String {
    let mut text = format!("{}\n", json(&sample.fact));
    for notice in planned(sample, &sample.context) {
        match notice {
            Notice::Live { to, live } => writeln!(text, "\n{to}: frame {}", json(&live)).unwrap(),
            Notice::Message(message) => {
                let channels = if message.mail {
                    "notification centre, mail"
                } else {
                    "notification centre"
                };
                let kind = if message.category.is_critical() {
                    "critical"
                } else {
                    "by preference"
                };
                let place = message
                    .place
                    .as_ref()
                    .map_or("nowhere".to_owned(), |place| place.path());
                writeln!(text, "\n{}: {channels}", message.to).unwrap();
                writeln!(text, "  {kind} ({:?}), leads to {place}", message.category).unwrap();
                writeln!(text, "  {}", message.template.line().unwrap()).unwrap();
                writeln!(text, "  of {}", json(&message.thing)).unwrap();
                writeln!(text, "  {}", json(&message.template)).unwrap();
            }
        }
    }
    text
}

/// Only what was asked for.
fn only(needs: &Needs, context: &Context) -> Context {
    let names = context.people.clone().into_iter();
    Context {
        people: names.filter(|(id, _)| needs.people.contains(id)).collect(),
        task_title: needs.task.and(context.task_title.clone()),
        task_changes: needs
            .changes_since
            .map_or_else(Vec::new, |_| context.task_changes.clone()),
        decline_note: needs.bid.and(context.decline_note.clone()),
        milestone_title: needs.milestone.and(context.milestone_title.clone()),
        contract_title: needs.milestone.and(context.contract_title.clone()),
        clock: needs.clock.then(|| context.clock.clone()).flatten(),
        due_date: needs.due_date.then_some(context.due_date).flatten(),
        comment: needs.revision.and(context.comment.clone()),
        invoice_number: needs.invoice_of.and(context.invoice_number.clone()),
        file: needs.file.and(context.file.clone()),
        dispute: needs.dispute.and(context.dispute.clone()),
        said_of_refund: needs.said_of_refund.and(context.said_of_refund.clone()),
    }
}

#[test]
fn what_is_asked_for_is_enough_and_no_more() {
    for sample in facts() {
        let needs = needs(&sample.fact);
        let known = only(&needs, &sample.context);
        let notices = planned(&sample, &known);
        assert_eq!(notices, planned(&sample, &sample.context), "{}", sample.name);
        if notices.is_empty() {
            assert_eq!(needs, Needs::default(), "{} tells nobody", sample.name);
        }
    }
}

#[test]
fn a_fact_goes_to_whoever_tells_people_if_there_is_anybody_to_tell() {
    let telling = facts()
        .into_iter()
        .filter(|sample| !planned(sample, &sample.context).is_empty());
    let told: BTreeSet<_> = telling.map(|sample| sample.fact.kind().name()).collect();
    let sent = FactKind::all().filter(|kind| kind.consumers().contains(&Consumer::Notices));
    assert_eq!(told, sent.map(FactKind::name).collect());
}

#[test]
fn what_was_not_found_is_said() {
    for sample in facts() {
        let needs = needs(&sample.fact);
        // A file that is gone was taken back, and an account's own facts need nothing.
        if needs != Needs::default() && needs.file.is_none() {
            plan(&sample.fact, &Context::default(), &BTreeMap::new()).unwrap_err();
        }
    }
}

#[test]
fn preferences_keep_back_mails_and_nothing_else() {
    let silent = Preferences {
        no_mail: Category::ALL.into(),
    };
    for sample in facts() {
        let usual = planned(&sample, &sample.context);
        let all = messages(&usual)
            .map(|message| (message.to, silent.clone()))
            .collect();
        let quiet = plan(&sample.fact, &sample.context, &all).unwrap();
        assert_eq!(quiet.len(), usual.len(), "{}", sample.name);
        // Whom no mail reaches is told so in the centre.
        if matches!(sample.fact, Fact::MailStopped { .. }) {
            assert!(messages(&usual).all(|message| !message.mail));
            continue;
        }
        // They were mailed a moment ago.
        if matches!(sample.fact, Fact::BidderAsked(BidderAsked { mailed: false, .. })) {
            assert!(messages(&usual).all(|message| !message.mail));
            continue;
        }
        assert!(messages(&usual).all(|message| message.mail), "{}", sample.name);
        assert!(
            messages(&quiet).all(|message| message.mail == message.category.is_critical()),
            "{}",
            sample.name
        );
    }
}

#[test]
fn every_template_is_used_and_survives_a_queue() {
    let mut used = BTreeSet::new();
    for sample in facts() {
        let notices = planned(&sample, &sample.context);
        used.extend(messages(&notices).map(|message| message.template.name()));
        let json = serde_json::to_string(&notices).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Notice>>(&json).unwrap(), notices);
    }
    assert_eq!(used, Template::NAMES.iter().copied().collect());
}
