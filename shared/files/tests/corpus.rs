//! Files as five systems' browsers declare them, and files in disguise: `corpus/*.tsv`, read as tables.
#![allow(clippy::unwrap_used)]

use proconnect_domain::FileName;
use proconnect_files::{NEUTRAL, judge};
use std::collections::{BTreeMap, HashMap};

const SAMPLES: &str = include_str!("corpus/samples.tsv");
const HONEST: &str = include_str!("corpus/honest.tsv");
const DISGUISES: &str = include_str!("corpus/disguises.tsv");

const SYSTEMS: [&str; 5] = ["windows", "macos", "linux", "android", "ios"];
const HONEST_OF_EACH: usize = 120;
const DISGUISED: usize = 40;

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

/// `\x00` stands for a byte.
fn bytes(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(&part.as_bytes()[2..]);
    }
    bytes
}

fn samples() -> HashMap<&'static str, Vec<u8>> {
    rows(SAMPLES).map(|row| (row[0], bytes(row[1]))).collect()
}

#[test]
fn what_browsers_honestly_say_is_believed() {
    let samples = samples();
    let mut kept: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in rows(HONEST) {
        let [system, name, declared, sample] = row[..] else {
            panic!("{row:?}");
        };
        match FileName::parse(name) {
            Ok(name) => match judge(&samples[sample], &name.into_string(), declared) {
                Ok(_) => *kept.entry(system).or_default() += 1,
                Err(disguise) => wrong.push(format!("{row:?}: {disguise:?}")),
            },
            Err(error) => wrong.push(format!("{row:?}: {error:?}")),
        }
    }
    println!("honest declarations that are kept: {kept:?}");
    assert_eq!(wrong, Vec::<String>::new());
    for system in SYSTEMS {
        assert!(kept[system] >= HONEST_OF_EACH, "{system}: {}", kept[system]);
    }
}

#[test]
fn disguises_are_seen_through() {
    let samples = samples();
    let taken: Vec<_> = rows(DISGUISES)
        .filter(|row| judge(&samples[row[2]], row[0], row[1]).is_ok())
        .collect();
    let all = rows(DISGUISES).count();
    println!("disguises that are refused: {} of {all}", all - taken.len());
    assert_eq!(taken, Vec::<Vec<&str>>::new());
    assert!(all >= DISGUISED, "{all}");
}

#[test]
fn nothing_but_documents_is_served_with_a_type() {
    let samples = samples();
    for row in rows(HONEST) {
        let served = judge(&samples[row[3]], row[1], row[2]).map(|judged| judged.media_type);
        let document = [
            "image/",
            "audio/",
            "video/",
            "application/pdf",
            "application/msword",
            "application/vnd.",
        ];
        let served = served.unwrap();
        assert!(
            served == NEUTRAL || document.iter().any(|kind| served.starts_with(kind)),
            "{row:?}: {served}"
        );
        assert!(
            !["text/", "application/x-"]
                .iter()
                .any(|kind| served.starts_with(kind)),
            "{row:?}"
        );
    }
}
