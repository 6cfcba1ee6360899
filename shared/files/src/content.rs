//! What content is, by its first bytes, and whether a file is disguised as something else.
//!
//! Systems and browsers call the same file by many types, and few of them are lies. What matters is what happens to
//! whoever gets the file: what a page shows, or a double click opens as a document, must be what it says; a program must
//! not be named as something else. Everything else is kept, and served as a download of no type in particular.

mod kinds;
mod marks;
mod names;
mod programs;

use kinds::{KINDS, Kind};

/// What is served without a type: nobody shows it, everybody saves it.
pub const NEUTRAL: &str = "application/octet-stream";

/// What was found out about a file's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// What it is served as: a document's own type, or [`NEUTRAL`].
    pub media_type: String,
    /// What its content looks like, whatever it is called.
    pub detected: Option<&'static str>,
}

/// A file that says it is something else than it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disguise {
    /// What its content looks like.
    pub detected: Option<&'static str>,
}

/// Judges a file by the first bytes of its content, its name and the type that its sender's system gave it.
pub fn judge(head: &[u8], name: &str, declared: &str) -> Result<Judged, Disguise> {
    let detected = detect(head);
    let program = programs::program(head);
    let extension = names::extension(name);
    let claims = KINDS
        .iter()
        .filter(|kind| kind.is_claimed(&extension, declared))
        .collect::<Vec<_>>();
    let hides = match program {
        Some(_) => !names::is_of_program(&extension) || !claims.is_empty(),
        None => false,
    };
    if hides || names::hides_a_program(name) || !claims.iter().all(|kind| (kind.is)(head)) {
        return Err(Disguise {
            detected: program.or(detected),
        });
    }
    let media_type = claims.first().map_or_else(
        || NEUTRAL.to_owned(),
        |kind| kind.media_type(&extension, declared),
    );
    Ok(Judged {
        media_type,
        detected: program.or(detected),
    })
}

/// What content looks like: a document that we know, then whatever `infer` knows, then text.
fn detect(head: &[u8]) -> Option<&'static str> {
    let known = KINDS
        .iter()
        .find(|kind| kind.tells && (kind.is)(head))
        .map(Kind::plain);
    let text = marks::reads_as_text(head);
    let inferred = || {
        let found = infer::get(head).map(|found| found.mime_type());
        // Told by two letters with which words begin, too.
        found.filter(|found| !(text && WEAK.contains(found)))
    };
    known.or_else(inferred).or(text.then_some("text/plain"))
}

const WEAK: [&str; 2] = ["image/bmp", "application/vnd.microsoft.portable-executable"];

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    #[test]
    fn what_is_shown_has_its_type_and_everything_else_none() {
        let judged = |head, name, declared| judge(head, name, declared).map(|judged| judged.media_type);
        let ok = |kind: &str| Ok(kind.to_owned());
        assert_eq!(judged(PNG, "a.png", "image/x-png"), ok("image/png"));
        assert_eq!(judged(b"%PDF-1.7\n", "a.pdf", ""), ok("application/pdf"));
        assert_eq!(judged(b"\xff\xd8\xff\xe0", "a", "image/pjpeg"), ok("image/jpeg"));
        for (head, name, declared) in [
            (&b"<!DOCTYPE html>"[..], "a.html", "text/html"),
            (b"just words", "a.txt", "text/plain"),
            (PNG, "notes.txt", "text/plain"),
            (b"\x7fELF\x02\x01\x01\0", "server", "application/x-executable"),
        ] {
            assert_eq!(judged(head, name, declared), ok(NEUTRAL), "{name}");
        }
    }

    #[test]
    fn what_it_looks_like_is_said() {
        let detected = |head| judge(head, "a", "").map(|judged| judged.detected);
        assert_eq!(detected(PNG), Ok(Some("image/png")));
        assert_eq!(detected(b"just words"), Ok(Some("text/plain")));
        assert_eq!(detected(b"BMW, Audi"), Ok(Some("text/plain")));
        assert_eq!(detected(b"\x01\x02\x03"), Ok(None));
        let disguise = judge(b"<!DOCTYPE html><p>", "a.pdf", "application/pdf");
        assert_eq!(
            disguise,
            Err(Disguise {
                detected: Some("text/html")
            })
        );
    }
}
