//! Every mail, as text and as HTML.

use crate::samples::mails;
use crate::template::{ChangesRequested, FileRefused, TaskExpired};
use crate::{Letter, Line, Lines, Links, Place, Recipient, Template, What};
use proconnect_domain::FileProblem;
use proconnect_messaging::Mail;
use scraper::{Html, Selector};
use std::collections::BTreeSet;

const ORIGIN: &str = "https://proconnect.example";

const LINKS: Links<'static> = Links {
    public_url: ORIGIN,
    unsubscribe: None,
};

#[test]
fn every_mail_is_as_it_was() {
    let mut kept = BTreeSet::new();
    for (name, mail) in mails(ORIGIN).unwrap() {
        let Mail {
            subject,
            text,
            html,
            headers,
            ..
        } = mail;
        let headers: String = headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\n"))
            .collect();
        insta::assert_snapshot!(name.clone(), format!("{subject}\n{headers}\n{text}\n\n{html}\n"));
        kept.insert(name);
    }
    super::assert_kept("mails", &kept);
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn seen(page: &Html) -> String {
    let body = select(page, "body")[0];
    let words: Vec<&str> = body.text().flat_map(str::split_whitespace).collect();
    words.join(" ")
}

#[test]
fn the_html_is_sound_and_loads_nothing() {
    for (name, mail) in mails(ORIGIN).unwrap() {
        let page = Html::parse_document(&mail.html);
        assert!(page.errors.is_empty(), "{name}: {:?}", page.errors);
        assert_eq!(select(&page, "html[lang=en]").len(), 1, "{name}");
        assert_eq!(select(&page, "h1").len(), 1, "{name}");
        let loading = "img, script, link, iframe, object, embed, video, audio, svg, form, [src], [srcset], [background]";
        assert!(select(&page, loading).is_empty(), "{name}");
        assert!(
            !mail.html.contains("url(") && !mail.html.contains("@import"),
            "{name}"
        );
        let tables = select(&page, "table");
        assert!(
            tables
                .iter()
                .all(|table| table.attr("role") == Some("presentation")),
            "{name}"
        );
        for link in select(&page, "a") {
            assert!(link.attr("href").unwrap().starts_with(ORIGIN), "{name}");
            assert!(!link.text().collect::<String>().trim().is_empty(), "{name}");
        }
    }
}

#[test]
fn both_parts_say_the_same() {
    for (name, mail) in mails(ORIGIN).unwrap() {
        let page = Html::parse_document(&mail.html);
        let seen = seen(&page);
        let (links, lines): (Vec<&str>, Vec<&str>) =
            mail.text.lines().partition(|line| line.contains(ORIGIN));
        for line in lines {
            let line = line.trim_start_matches('>').trim();
            assert!(seen.contains(line), "{name}: {line:?} is not in {seen:?}");
        }
        let anchors = select(&page, "a").into_iter().map(|link| {
            let label: String = link.text().collect();
            format!("{label}: {}", link.attr("href").unwrap())
        });
        assert_eq!(anchors.collect::<Vec<_>>(), links, "{name}");
    }
}

/// What offers a code reads the last line of a message: it belongs to one site, and no other page is offered it.
#[test]
fn a_code_is_bound_to_its_site() {
    let host = ORIGIN.trim_start_matches("https://").split(':').next().unwrap();
    for (name, mail) in mails(ORIGIN).unwrap() {
        let last = mail.text.lines().last().unwrap();
        let is_bound = last.starts_with(&format!("@{host} #"));
        assert_eq!(is_bound, name == "verify-email", "{name}: {last}");
    }
}

fn render(template: impl Into<Template>, name: &str) -> Mail {
    let to = Recipient {
        address: "clara@example.com",
        name: Some(name),
    };
    Letter::Notice(&template.into(), Some(&Place::MyBids), None)
        .render(to, LINKS)
        .unwrap()
}

/// Somebody's own words, such that they would break out of a header, a line, or an element.
const EVIL: &str = "x\r\nBcc: all@example.com\u{2028}\u{202E}<script>alert(1)</script>\"'&";
const TAMED: &str = "x Bcc: all@example.com <script>alert(1)</script>\"'&";

#[test]
fn peoples_words_stay_words() {
    let mails = [
        render(
            TaskExpired {
                task_title: Line::from(EVIL),
            },
            "Clara",
        ),
        render(
            FileRefused {
                name: Line::from(EVIL),
                problem: FileProblem::Virus,
            },
            EVIL,
        ),
    ];
    for mail in mails {
        assert!(
            !mail.subject.contains(|letter: char| letter.is_control()),
            "{:?}",
            mail.subject
        );
        assert!(mail.subject.contains(TAMED), "{}", mail.subject);
        let page = Html::parse_document(&mail.html);
        assert!(select(&page, "script").is_empty());
        assert!(seen(&page).contains(TAMED));
        assert!(
            !mail.text.contains('\u{202E}') && !mail.text.contains("\nBcc"),
            "{}",
            mail.text
        );
    }
}

#[test]
fn what_somebody_wrote_is_marked_as_theirs_line_by_line() {
    let comment = Lines::from("Please:\n\nSet a new password: https://evil.example\r\n\nProConnect");
    let milestone = Line::from("Drafts");
    let mail = render(ChangesRequested { milestone, comment }, "Clara\nHello");
    assert_eq!(
        mail.text,
        "Hello Clara Hello,\n\n> Please:\n>\n> Set a new password: https://evil.example\n>\n> ProConnect\n\n\
         Open the contract: https://proconnect.example/bids\n\nProConnect"
    );
    let page = Html::parse_document(&mail.html);
    assert_eq!(select(&page, "blockquote br").len(), 4);
    assert_eq!(select(&page, "a").len(), 1);
}

#[test]
fn a_token_is_in_no_part_of_an_address_that_a_server_sees() {
    let to = Recipient {
        address: "clara@example.com",
        name: Some("Clara"),
    };
    let mail = Letter::ResetPassword { token: "s3cret" }
        .render(to, LINKS)
        .unwrap();
    assert!(
        mail.text
            .contains("https://proconnect.example/reset-password#token=s3cret\n")
    );
    let page = Html::parse_document(&mail.html);
    let link = select(&page, "a")[0].attr("href").unwrap();
    assert_eq!(link, "https://proconnect.example/reset-password#token=s3cret");
}

#[test]
fn a_mail_to_an_address_that_nobody_has_verified_bears_nothing_that_somebody_typed() {
    let to = Recipient {
        address: "victim@example.com",
        name: Some("you won $900 evil.example"),
    };
    let mail = Letter::VerifyEmail { code: "492817" }.render(to, LINKS).unwrap();
    for part in [mail.subject, mail.text, mail.html] {
        assert!(!part.contains("won") && !part.contains("evil"), "{part}");
    }
}

#[test]
fn a_mail_that_need_not_be_sent_says_how_to_turn_it_off() {
    let to = Recipient {
        address: "clara@example.com",
        name: None,
    };
    let links = Links {
        unsubscribe: Some("t0ken"),
        ..LINKS
    };
    let task_title = Line::from("Logo");
    let task = What::Task("tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap()).called(Some(task_title.clone()));
    let template = TaskExpired { task_title }.into();
    let mail = Letter::Notice(&template, None, Some(&task))
        .render(to, links)
        .unwrap();
    let first = "<tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV@proconnect.example>".to_owned();
    let headers = mail
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()));
    assert_eq!(
        headers.collect::<Vec<_>>(),
        [
            (
                "List-Unsubscribe",
                format!("<{ORIGIN}/v1/notifications/unsubscribe?token=t0ken>")
            ),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
            ("In-Reply-To", first.clone()),
            ("References", first),
        ]
    );
    assert!(mail.text.ends_with(&format!(
        "Turn off mails like this: {ORIGIN}/unsubscribe?token=t0ken"
    )));
}
