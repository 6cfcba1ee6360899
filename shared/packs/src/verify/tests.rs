#![allow(clippy::unwrap_used)]

use super::*;
use crate::{Head, Pack};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair as _};

struct Platform(Ed25519KeyPair);

impl Platform {
    fn new() -> Self {
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        Self(Ed25519KeyPair::from_pkcs8(document.as_ref()).unwrap())
    }

    fn keys(&self) -> PublicKeys {
        let prefix = [
            0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
        ];
        let spki = STANDARD.encode([&prefix[..], self.0.public_key().as_ref()].concat());
        let list = serde_json::json!({"items": [{"id": "e1", "publicKey": spki}]});
        PublicKeys::parse(&list.to_string()).unwrap()
    }

    fn seal(&self, files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut pack = Pack::default();
        for (name, content) in files {
            pack.add(*name, content.to_vec());
        }
        let head = Head {
            id: "pck_1",
            about: "mst_1 dsp_1",
            made_at: "2026-12-01T09:00:00.000Z",
            key: "e1",
        };
        let sign = |manifest: &[u8]| self.0.sign(manifest).as_ref().to_vec();
        pack.seal_pack(&head, sign).unwrap().bytes
    }
}

const FILES: [(&str, &[u8]); 2] = [("index.html", b"<p>What happened"), ("files/001-a.pdf", b"%PDF")];

fn rewritten(pack: &[u8], change: impl FnOnce(&mut Vec<Entry>)) -> Vec<u8> {
    let mut entries = zip::read(pack).unwrap();
    change(&mut entries);
    zip::write(&entries).unwrap()
}

#[test]
fn a_pack_is_as_it_was_made() {
    let platform = Platform::new();
    let verified = verify(&platform.seal(&FILES), &platform.keys()).unwrap();
    assert_eq!((verified.files, verified.id.as_str()), (4, "pck_1"));
    assert_eq!(
        (verified.about.as_str(), verified.key.as_str()),
        ("mst_1 dsp_1", "e1")
    );
}

#[test]
fn no_byte_of_it_may_change() {
    let platform = Platform::new();
    let (pack, keys) = (platform.seal(&FILES), platform.keys());
    for at in 0..pack.len() {
        let mut other = pack.clone();
        other[at] ^= 0x20;
        assert!(verify(&other, &keys).is_err(), "byte {at}");
    }
    for cut in [0, 1, 30, pack.len() / 2, pack.len() - 1] {
        assert!(verify(&pack[..cut], &keys).is_err(), "cut at {cut}");
    }
    assert_eq!(verify(&[&pack[..], b"x"].concat(), &keys), Err(NotAZip.into()));
}

/// What somebody does who knows the format: the archive itself stays whole.
#[test]
fn it_says_what_was_done_to_it() {
    let platform = Platform::new();
    let (pack, keys) = (platform.seal(&FILES), platform.keys());
    let told = |change: fn(&mut Vec<Entry>)| verify(&rewritten(&pack, change), &keys).unwrap_err();
    let name = "files/001-a.pdf".to_owned();
    assert_eq!(
        told(|all| all[1].content[0] = b'x'),
        Broken::Changed(name.clone())
    );
    assert_eq!(told(|all| drop(all.remove(1))), Broken::Missing(name));
    let extra = |all: &mut Vec<Entry>| {
        all.push(Entry {
            name: "files/002-b.pdf".to_owned(),
            content: Vec::new(),
        });
    };
    assert_eq!(told(extra), Broken::Extra("files/002-b.pdf".to_owned()));
    assert_eq!(
        told(|all| all.push(all[0].clone())),
        Broken::Twice("index.html".to_owned())
    );
    assert_eq!(told(|all| all[3].content[9] ^= 1), Broken::Signature);
    assert_eq!(told(|all| drop(all.remove(3))), Broken::Without(SIGNATURE));
    let resummed = |all: &mut Vec<Entry>| {
        let manifest = String::from_utf8(all[2].content.clone()).unwrap();
        let (old, new) = (sha256(&all[1].content), sha256(b"forged"));
        all[1].content = b"forged".to_vec();
        all[2].content = manifest.replace(&old, &new).into_bytes();
    };
    assert_eq!(told(resummed), Broken::Signature);
}

#[test]
fn nobody_else_signs() {
    let (platform, forger) = (Platform::new(), Platform::new());
    assert_eq!(
        verify(&forger.seal(&FILES), &platform.keys()),
        Err(Broken::Signature)
    );
    let other = serde_json::json!({"items": [{
        "id": "e2", "publicKey": "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="
    }]});
    let other = PublicKeys::parse(&other.to_string()).unwrap();
    assert_eq!(
        verify(&platform.seal(&FILES), &other),
        Err(Broken::UnknownKey("e1".to_owned()))
    );
}
