//! What a file's name says.

/// The ending of a name, in lower case. Windows drops dots and spaces behind it, so they are dropped here.
pub(super) fn extension(name: &str) -> String {
    endings(name).0
}

/// The last ending, and the one before it.
fn endings(name: &str) -> (String, String) {
    let name = name.trim_end_matches(['.', ' ']).to_lowercase();
    let mut parts = name.rsplit('.').map(|part| part.trim().to_owned());
    let last = parts.next().unwrap_or_default();
    let before = parts.next();
    match (before, parts.next()) {
        (None, _) => (String::new(), String::new()),
        (Some(before), Some(_)) => (last, before),
        (Some(_), None) => (last, String::new()),
    }
}

/// What a double click runs.
const RUN: [&str; 31] = [
    "exe", "com", "scr", "pif", "bat", "cmd", "vbs", "vbe", "js", "jse", "wsf", "wsh", "ps1", "msi", "msp",
    "hta", "cpl", "jar", "lnk", "url", "reg", "chm", "desktop", "command", "app", "scpt", "apk", "dll",
    "run", "appimage", "workflow",
];

/// Under what else programs and scripts honestly go, as far as tables of types take the ending for something else.
const PROGRAMS: [&str; 61] = [
    "so", "o", "ko", "a", "elf", "axf", "bin", "out", "sys", "ocx", "drv", "efi", "mui", "node", "pyd",
    "xll", "wll", "dylib", "bundle", "class", "dex", "odex", "wasm", "sh", "bash", "zsh", "fish", "ksh",
    "csh", "tcsh", "py", "pyw", "rb", "pl", "pm", "t", "php", "phtml", "lua", "tcl", "awk", "sed", "r",
    "mjs", "cjs", "ts", "tsx", "groovy", "scala", "swift", "lisp", "el", "cgi", "mk", "in", "img", "dat",
    "pkg", "mar", "prx", "lib",
];

/// What somebody would open without a thought.
const HARMLESS: [&str; 30] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "txt", "csv", "jpg",
    "jpeg", "png", "gif", "webp", "heic", "bmp", "tif", "tiff", "svg", "mp3", "wav", "m4a", "mp4", "mov",
    "avi", "mkv",
];

/// Whether a program may go by this ending: a program's, or one that stands for nothing.
pub(super) fn is_of_program(extension: &str) -> bool {
    let known = mime_guess::from_ext(extension).first_raw();
    RUN.contains(&extension)
        || PROGRAMS.contains(&extension)
        || known.is_none()
        // The version of a library: `libssl.so.3`.
        || extension.bytes().all(|byte| byte.is_ascii_digit())
}

/// `invoice.pdf.exe`, of which Windows shows `invoice.pdf`.
pub(super) fn hides_a_program(name: &str) -> bool {
    let (last, before) = endings(name);
    RUN.contains(&last.as_str()) && HARMLESS.contains(&before.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_read_as_systems_read_them() {
        for (name, ending) in [
            ("a.PDF", "pdf"),
            ("a.tar.gz", "gz"),
            ("Makefile", ""),
            ("a.exe. .", "exe"),
            (".bashrc", "bashrc"),
        ] {
            assert_eq!(extension(name), ending, "{name}");
        }
        for name in ["invoice.pdf.exe", "Photo.JPG   .scr", "a.docx.js"] {
            assert!(hides_a_program(name), "{name}");
        }
        for name in [
            "setup-1.2.3.exe",
            "pdf.js",
            "jquery.min.js",
            "a.pdf.zip",
            "report.pdf",
        ] {
            assert!(!hides_a_program(name), "{name}");
        }
    }
}
