//! Files: what may be uploaded, and the states between announcing one and downloading it.

use crate::ValueError;
use crate::error::{listed_enum, transitions};
use crate::text::{composed, is_blank, is_hidden, is_mark_of_direction, reorders};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The largest file: 50 MB, as the brief has it, in binary megabytes.
pub const MAX_FILE_BYTES: u64 = 50 * 1024 * 1024;
/// The largest picture that is shown to everybody: it is decoded to be made smaller.
pub const MAX_PICTURE_BYTES: u64 = 10 * 1024 * 1024;
/// How many files hang on one thing at most.
pub const MAX_ATTACHMENTS: usize = 10;
/// A file that hangs on nothing after this is deleted.
pub const ORPHAN_AFTER: Duration = Duration::from_secs(24 * 3600);

/// Pictures are shown to everybody, so only what every browser shows is taken.
const PICTURE_TYPES: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

listed_enum! {
    /// What a file is for: it can hang on such a thing only.
    FilePurpose {
        /// Describes a task.
        Task,
        /// Goes with a bid.
        Bid,
        /// Is handed in for a milestone.
        Submission,
        /// Is sent in a chat.
        Chat,
        /// Shows a person.
        Avatar,
        /// Shows a piece of a portfolio.
        Portfolio,
        /// Proves something in a dispute.
        Evidence,
    }
}

impl FilePurpose {
    /// Whether a file of a type is kept as a picture: made smaller, without its original, and shown to everybody. An
    /// avatar always is; a piece of a portfolio is where it is of a type that every browser shows.
    pub fn is_picture(self, media_type: &str) -> bool {
        match self {
            FilePurpose::Avatar => true,
            FilePurpose::Portfolio => PICTURE_TYPES.contains(&media_type),
            _ => false,
        }
    }

    /// The most bytes that such a file of a type has.
    pub fn max_bytes(self, media_type: &str) -> u64 {
        if self.is_picture(media_type) {
            MAX_PICTURE_BYTES
        } else {
            MAX_FILE_BYTES
        }
    }

    /// Holds a size to the limits of its type: `empty`, `too_large`.
    pub fn check_size(self, size: u64, media_type: &str) -> Result<u64, ValueError> {
        if size == 0 {
            return Err(ValueError::new("empty", "The file is empty."));
        }
        let most = self.max_bytes(media_type);
        if size > most {
            let what = if self.is_picture(media_type) {
                "picture"
            } else {
                "file"
            };
            let most = most / 1024 / 1024;
            return Err(ValueError::new(
                "too_large",
                format!("The {what} is larger than {most} MB."),
            ));
        }
        Ok(size)
    }

    /// Holds a type to what such a file may be: an avatar is a picture, everything else may be of any type.
    pub fn check_type(self, media_type: MediaType) -> Result<MediaType, ValueError> {
        if self == FilePurpose::Avatar && !PICTURE_TYPES.contains(&media_type.as_str()) {
            return Err(ValueError::new(
                "not_a_picture",
                "Choose a picture: JPEG, PNG or WebP.",
            ));
        }
        Ok(media_type)
    }
}

listed_enum! {
    /// State of a file.
    FileStatus {
        /// Announced; its content has not arrived.
        Pending,
        /// Its content has arrived and is being looked at.
        Scanning,
        /// It may be downloaded and attached.
        Clean,
        /// A virus was found; the content is gone.
        Infected,
        /// It is not what was announced; the content is gone.
        Rejected,
        /// Its owner took it back; nobody sees it any more.
        Removed,
    }
}

listed_enum! {
    /// What happens to a file.
    FileEvent {
        /// Its content arrives.
        Arrive,
        /// The scanner finds nothing, and it is what it says it is.
        Pass,
        /// The scanner finds a virus.
        Infect,
        /// It is not what was announced.
        Reject,
        /// Its owner takes it back, or it hung on nothing for too long.
        Remove,
    }
}

transitions! { FileStatus, FileEvent:
    Pending + Arrive => Scanning,
    // The scanner was down, or the process died: the event comes again.
    Scanning + Arrive => Scanning,
    Scanning + Pass => Clean,
    Scanning + Infect => Infected,
    Scanning + Reject => Rejected,
    Pending + Remove => Removed,
    Scanning + Remove => Removed,
    Clean + Remove => Removed,
    Infected + Remove => Removed,
    Rejected + Remove => Removed,
    Removed + Remove => Removed,
}

/// A file's name, as it is shown and downloaded: 1 to 200 characters, no path, nothing that hides or reorders: with that
/// `exe.pdf` can be shown for `fdp.exe` (Unicode TR 36). The joiners of Persian and emoji spell, and stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName(String);

impl FileName {
    /// Parses it.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        // WhatsApp puts a mark of direction before names, macOS writes letters decomposed: neither is disguise.
        let marked = |letter: &char| !is_mark_of_direction(*letter);
        let name = composed(&text.chars().filter(marked).collect::<String>());
        let name = name.trim();
        let bad = |message: &str| Err(ValueError::new("invalid_name", message));
        if name.is_empty() || name.chars().count() > 200 {
            return bad("A file's name has 1 to 200 characters.");
        }
        if name.contains(['/', '\\']) || name == "." || name == ".." {
            return bad("A file's name holds no path.");
        }
        let hides = |letter: char| {
            letter.is_control()
                || reorders(letter)
                || is_hidden(letter)
                || "\u{2028}\u{2029}".contains(letter)
        };
        if name.chars().any(hides) || name.chars().all(is_blank) {
            return bad("A file's name holds no characters that hide or reorder others.");
        }
        Ok(Self(name.to_owned()))
    }
    /// The text.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// A media type without parameters, in lower case (RFC 6838, section 4.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaType(String);

impl MediaType {
    /// Parses it.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim().to_ascii_lowercase();
        let is_name = |name: &str| {
            name.len() <= 127
                && name.starts_with(|first: char| first.is_ascii_alphanumeric())
                && name
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || "!#$&-^_.+".contains(letter))
        };
        match text.split_once('/') {
            Some((kind, subtype)) if is_name(kind) && is_name(subtype) => Ok(Self(text)),
            _ => Err(ValueError::new(
                "invalid_type",
                "A type is written as in image/png.",
            )),
        }
    }
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// The text.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// Why a file was refused after it had arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileProblem {
    /// The scanner found a virus.
    Virus,
    /// Its size is not the one that was announced.
    WrongSize,
    /// It is called a picture, a PDF, sound, film or Office's and is none, or it is a program that is called something else.
    WrongType,
    /// It cannot be read as a picture, or has too many bytes or pixels for one.
    UnreadablePicture,
}

impl FileProblem {
    /// The state that it brings.
    pub fn event(self) -> FileEvent {
        match self {
            FileProblem::Virus => FileEvent::Infect,
            _ => FileEvent::Reject,
        }
    }

    /// A sentence for the person who sent it.
    pub fn text(self) -> &'static str {
        match self {
            FileProblem::Virus => "A virus was found in this file, so it was deleted.",
            FileProblem::WrongSize => "The file did not arrive whole. Send it again.",
            FileProblem::WrongType => {
                "This file is not what its name or type says, so it was deleted. Give it the ending that belongs to its \
                 content and send it again."
            }
            FileProblem::UnreadablePicture => {
                "This picture cannot be read, or has more than 10 MB or 40 megapixels. Choose another one."
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::error::assert_machine;

    #[test]
    fn a_file_ends_removed() {
        let all = (FileStatus::ALL, FileEvent::ALL);
        assert_machine(
            all,
            FileStatus::apply,
            FileStatus::Pending,
            &[FileStatus::Removed],
        );
    }

    #[test]
    fn names_hold_no_path_and_nothing_invisible() {
        let name = FileName::parse("  Entwürfe (2).pdf ").unwrap();
        assert_eq!(name.into_string(), "Entwürfe (2).pdf");
        for (given, kept) in [
            ("\u{200e}IMG-1.jpg", "IMG-1.jpg"),
            ("E\u{308}.txt", "Ë.txt"),
            ("می\u{200c}خواهم.pdf", "می\u{200c}خواهم.pdf"),
            ("👩\u{200d}💻.png", "👩\u{200d}💻.png"),
        ] {
            assert_eq!(FileName::parse(given).unwrap().into_string(), kept);
        }
        let long = "a".repeat(201);
        for bad in [
            "",
            " ",
            ".",
            "..",
            "../etc/passwd",
            "a/b",
            "a\\b",
            "a\nb",
            "a\u{0}b",
            "annex\u{202E}fdp.exe",
            "a\u{200b}b.pdf",
            "\u{3164}",
            &long,
        ] {
            assert!(FileName::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn types_are_read_strictly() {
        assert_eq!(MediaType::parse("Image/PNG").unwrap().as_str(), "image/png");
        for bad in [
            "",
            "png",
            "image/",
            "/png",
            "image/png; charset=x",
            "image/p ng",
            "a/b/c",
            "\u{e4}/b",
        ] {
            assert!(MediaType::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn sizes_end_at_their_limits() {
        let refusal = |purpose: FilePurpose, size, media_type| {
            let refused = purpose.check_size(size, media_type).err();
            refused.map(|error| (error.code, error.message))
        };
        let too_large = |what: &str| Some(("too_large", format!("The {what}.")));
        for purpose in FilePurpose::ALL {
            let empty = Some(("empty", "The file is empty.".to_owned()));
            assert_eq!(refusal(*purpose, 0, "application/pdf"), empty);
        }
        for purpose in [FilePurpose::Task, FilePurpose::Portfolio] {
            assert_eq!(refusal(purpose, 52_428_800, "application/pdf"), None);
            let larger = refusal(purpose, 52_428_801, "application/pdf");
            assert_eq!(larger, too_large("file is larger than 50 MB"));
        }
        for purpose in [FilePurpose::Avatar, FilePurpose::Portfolio] {
            assert_eq!(refusal(purpose, 10_485_760, "image/png"), None);
            let larger = refusal(purpose, 10_485_761, "image/png");
            assert_eq!(larger, too_large("picture is larger than 10 MB"));
        }
        assert_eq!(refusal(FilePurpose::Task, 10_485_761, "image/png"), None);
    }

    #[test]
    fn a_portfolio_takes_any_type_and_an_avatar_pictures_alone() {
        let taken = |purpose: FilePurpose, text| purpose.check_type(MediaType::parse(text).unwrap()).is_ok();
        for media_type in [
            "image/webp",
            "image/heic",
            "application/pdf",
            "video/mp4",
            "text/plain",
        ] {
            assert!(taken(FilePurpose::Portfolio, media_type), "{media_type}");
            let picture = media_type == "image/webp";
            assert_eq!(taken(FilePurpose::Avatar, media_type), picture, "{media_type}");
            assert_eq!(
                FilePurpose::Portfolio.is_picture(media_type),
                picture,
                "{media_type}"
            );
        }
    }
}
