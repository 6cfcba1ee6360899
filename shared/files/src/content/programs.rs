//! What runs: programs, scripts, and files that start either.

use super::marks::{is_compound, reads_as_text};
use infer::app;

/// The program that content is; `None` for what does not run.
pub(super) fn program(head: &[u8]) -> Option<&'static str> {
    if app::is_elf(head) {
        return Some("application/x-executable");
    }
    if head.starts_with(b"MZ") && !reads_as_text(head) {
        return Some("application/vnd.microsoft.portable-executable");
    }
    if head.starts_with(b"\xca\xfe\xba\xbe") {
        // Java's files and macOS's for several processors begin alike; these are for few, and Java's versions begin at 45.
        let java = head.get(7).is_none_or(|version| *version >= 45);
        return Some(if java {
            "application/java-vm"
        } else {
            "application/x-mach-binary"
        });
    }
    if app::is_mach(head) {
        return Some("application/x-mach-binary");
    }
    if app::is_dex(head) {
        return Some("application/vnd.android.dex");
    }
    marked(head)
        .or_else(|| script(head))
        .or_else(|| is_installer(head).then_some("application/x-msi"))
}

/// What starts a program, or is run by one that every system of its kind has.
fn marked(head: &[u8]) -> Option<&'static str> {
    let marks: [(&[u8], &str); 3] = [
        (b"L\0\0\0\x01\x14\x02\0", "application/x-ms-shortcut"),
        (b"ITSF\x03\0\0\0", "application/vnd.ms-htmlhelp"),
        (b"FasdUAS", "application/x-applescript"),
    ];
    marks
        .into_iter()
        .find(|(mark, _)| head.starts_with(mark))
        .map(|(_, kind)| kind)
}

/// Texts that their first line says how to run. AMR's sound begins with the same two letters as a shell's script.
fn script(head: &[u8]) -> Option<&'static str> {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line).trim().to_lowercase();
    let begins = [
        ("@echo off", "application/x-bat"),
        ("<?php", "application/x-php"),
        ("[desktop entry]", "application/x-desktop"),
        ("[internetshortcut]", "application/x-url"),
        ("windows registry editor", "application/x-ms-reg"),
        ("regedit4", "application/x-ms-reg"),
    ];
    let runs = line
        .strip_prefix("#!")
        .is_some_and(|rest| rest.trim_start().starts_with('/'));
    if runs {
        return Some("text/x-script");
    }
    begins
        .into_iter()
        .find(|(mark, _)| line.starts_with(mark))
        .map(|(_, kind)| kind)
}

/// Windows's installer packages are compound files, as Word's are: the directory's root names the class. It is looked at
/// where it lies in what we have of the file, which is where most programs write it (MS-CFB, 2.6.1).
fn is_installer(head: &[u8]) -> bool {
    const CLASS: [u8; 8] = [0x84, 0x10, 0x0C, 0, 0, 0, 0, 0];
    let number = |place: usize| {
        head.get(place..place + 4)
            .and_then(|bytes| bytes.try_into().ok())
            .map(u32::from_le_bytes)
    };
    let shift = head.get(30).copied().unwrap_or_default();
    let root = number(48)
        .filter(|_| is_compound(head) && matches!(shift, 9 | 12))
        .and_then(|sector| {
            usize::try_from(sector)
                .ok()?
                .checked_add(1)?
                .checked_mul(1 << shift)
        });
    root.and_then(|root| head.get(root.checked_add(80)?..root.checked_add(88)?))
        .is_some_and(|class| class == CLASS)
}
