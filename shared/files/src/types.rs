//! Whether content is of the type that it claims, by its first bytes.

/// Types that are written in more than one way, or hold one another: what is detected as the first of a line may be
/// declared as any of the others.
const SAME: [(&str, &[&str]); 22] = [
    (
        "application/zip",
        &[
            "application/x-zip-compressed",
            "application/java-archive",
            "application/epub+zip",
        ],
    ),
    // Illustrator writes PDF, and browsers call its files PostScript.
    (
        "application/pdf",
        &["application/postscript", "application/illustrator"],
    ),
    // Word opens RTF, so Windows calls it Word's.
    ("application/rtf", &["application/msword"]),
    (
        "application/font-sfnt",
        &[
            "font/ttf",
            "font/otf",
            "font/sfnt",
            "font/collection",
            "application/x-font-ttf",
            "application/x-font-otf",
            "application/vnd.ms-opentype",
        ],
    ),
    (
        "application/font-woff",
        &["font/woff", "font/woff2", "application/font-woff2"],
    ),
    ("application/gzip", &["application/x-gzip", "application/x-tar"]),
    (
        "application/vnd.rar",
        &["application/x-rar-compressed", "application/x-rar"],
    ),
    ("application/x-7z-compressed", &[]),
    (
        "application/vnd.microsoft.portable-executable",
        &["application/x-msdownload", "application/x-dosexec"],
    ),
    ("application/x-executable", &["application/x-elf"]),
    ("audio/x-wav", &["audio/wav", "audio/wave", "audio/vnd.wave"]),
    ("audio/mpeg", &["audio/mp3"]),
    ("audio/m4a", &["audio/mp4", "audio/x-m4a"]),
    ("audio/x-flac", &["audio/flac"]),
    ("audio/ogg", &["video/ogg", "application/ogg"]),
    ("video/mp4", &["audio/mp4", "video/x-m4v", "video/quicktime"]),
    ("video/quicktime", &["video/mp4"]),
    ("video/x-matroska", &["video/webm", "audio/webm"]),
    ("video/webm", &["audio/webm", "video/x-matroska"]),
    ("image/vnd.microsoft.icon", &["image/x-icon"]),
    ("image/heif", &["image/heic"]),
    (
        "text/xml",
        &["application/xml", "image/svg+xml", "application/xhtml+xml"],
    ),
];

/// Text that has no marks of its own.
const TEXTS: [&str; 7] = [
    "application/json",
    "application/xml",
    "application/yaml",
    "application/javascript",
    "application/sql",
    "application/rtf",
    "image/svg+xml",
];

/// Known by two letters with which words begin, too: where the rest reads as text, they say nothing.
const WEAK: [&str; 2] = ["image/bmp", "application/vnd.microsoft.portable-executable"];

/// What Windows calls a CSV file where Excel is installed.
const SPREADSHEET: &str = "application/vnd.ms-excel";

/// The older Word, Excel and PowerPoint files, and others of that time (MS-CFB, section 2.2).
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether the content that begins with `head` may be what `declared` says. What names no type in particular
/// (`application/octet-stream`) claims nothing, so it cannot lie; it is only ever downloaded.
pub fn is_of_type(head: &[u8], declared: &str) -> bool {
    if declared == "application/octet-stream" {
        return true;
    }
    // Told apart by a directory that may lie at the other end of the file.
    if head.starts_with(COMPOUND_FILE) {
        return ["application/msword", "application/vnd.ms-"]
            .iter()
            .any(|kind| declared.starts_with(kind));
    }
    let text = is_text(declared) || declared == SPREADSHEET;
    let found = infer::get(head).map(|found| found.mime_type());
    match found.filter(|found| !(text && WEAK.contains(found) && reads_as_text(head))) {
        Some(found) => fits(found, declared),
        None if text => reads_as_text(head),
        // Something with marks of its own does not have them.
        None => {
            !infer::is_mime_supported(declared) && !SAME.iter().any(|(_, others)| others.contains(&declared))
        }
    }
}

fn fits(found: &str, declared: &str) -> bool {
    let same = SAME
        .iter()
        .any(|(kind, others)| *kind == found && others.contains(&declared));
    // Word, Excel and OpenDocument files are archives, and are told from others only when their parts lie in order; those of
    // many other programs are archives that have no marks of their own.
    let office = [
        "application/vnd.openxmlformats-",
        "application/vnd.oasis.opendocument.",
        "application/vnd.ms-",
    ];
    let of_office = office.iter().any(|kind| declared.starts_with(kind));
    let vendors = declared.starts_with("application/vnd.") && !infer::is_mime_supported(declared);
    let archive = found == "application/zip" && (of_office || vendors);
    // A page or a script may be handed in as the plain text that it is; then it is shown as text.
    let plain = found.starts_with("text/") && is_text(declared);
    found == declared || same || archive || plain
}

fn is_text(declared: &str) -> bool {
    declared.starts_with("text/")
        || TEXTS.contains(&declared)
        || declared.ends_with("+json")
        || declared.ends_with("+xml")
}

/// Text of any encoding holds none of the control characters that programs and pictures are full of. UTF-16 does, behind
/// its mark.
fn reads_as_text(head: &[u8]) -> bool {
    let utf16 = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    utf16 || !head.iter().any(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
    const PDF: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n";
    const ZIP: &[u8] = b"PK\x03\x04\x14\0\0\0\x08\0hello";
    const ELF: &[u8] = b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    #[test]
    fn what_it_says_it_is() {
        for (head, declared) in [
            (PNG, "image/png"),
            (PDF, "application/pdf"),
            (ZIP, "application/zip"),
            (
                ZIP,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            (COMPOUND_FILE, "application/msword"),
            (COMPOUND_FILE, "application/vnd.ms-excel"),
            (ELF, "application/octet-stream"),
            (b"a;b\n1;2\n", "text/csv"),
            (b"{\"a\": 1}", "application/json"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
            (b"<!DOCTYPE html><html>", "text/html"),
            (b"", "text/plain"),
            (b"8BPS\0\x01", "image/vnd.adobe.photoshop"),
            (b"anything", "application/x-sketch"),
            (b"\0\x01\0\0\0\x0c\0\x80", "font/ttf"),
            (b"OTTO\0\x0c\0\x80", "font/otf"),
            (b"wOFF\0\x01\0\0", "font/woff"),
            (b"wOF2\0\x01\0\0", "font/woff2"),
            (b"a;b\n1;2\n", "application/vnd.ms-excel"),
            (PDF, "application/postscript"),
            (b"{\\rtf1\\ansi words}", "application/msword"),
            (ZIP, "application/vnd.ms-excel.sheet.macroenabled.12"),
            (ZIP, "application/vnd.apple.keynote"),
            (b"BMW, Mercedes, Audi\n", "text/csv"),
            (b"MZ is how this sentence begins.", "text/plain"),
        ] {
            assert!(is_of_type(head, declared), "{declared}: {:?}", infer::get(head));
        }
    }

    #[test]
    fn a_type_that_lies() {
        for (head, declared) in [
            (ELF, "image/png"),
            (PDF, "image/png"),
            (PNG, "image/jpeg"),
            (PNG, "text/plain"),
            (b"just words", "image/png"),
            (b"just words", "application/pdf"),
            (b"just words", "audio/wav"),
            (ELF, "text/plain"),
            (b"<!DOCTYPE html><html>", "image/png"),
            (b"\x01\x02\x03", "text/plain"),
            (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "text/plain"),
            (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "application/pdf"),
            (ELF, "font/ttf"),
            (ELF, "application/vnd.ms-excel"),
            (ZIP, "image/png"),
            (ZIP, "application/pdf"),
            (b"just words", "font/woff2"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/webp"),
        ] {
            assert!(!is_of_type(head, declared), "{declared}: {:?}", infer::get(head));
        }
    }
}
