//! ZIP archives (PKWARE's APPNOTE 6.3.10, sections 4.3 and 4.4), written in one way only: entries follow each other without a gap, stored as
//! they are, with plain names, no time, no extra field and no comment. So an archive has but one spelling, and whatever was
//! put into it, between its entries or behind them is seen (ADR 108).

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name: of the letters that [`crate::safe_name`] leaves, with `/` between folders.
    pub name: String,
    /// Its content.
    pub content: Vec<u8>,
}

/// The bytes are no archive that [`write`] writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is no archive as ProConnect writes them")]
pub struct NotAZip;

const LOCAL: [u8; 4] = *b"PK\x03\x04";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const END: [u8; 4] = *b"PK\x05\x06";
/// What is before a name in a local header.
const LOCAL_BYTES: usize = 30;
/// The format's first version: stored files in folders.
const VERSION: u16 = 10;
/// The first day that the format can say, as everybody does who says nothing: 1 January 1980.
const DATE: u16 = 0x21;

/// What local header and directory both say of an entry.
fn facts(entry: &Entry, into: &mut Vec<u8>) -> Result<(), NotAZip> {
    let size = u32::try_from(entry.content.len()).map_err(|_| NotAZip)?;
    let name = u16::try_from(entry.name.len()).map_err(|_| NotAZip)?;
    // Version needed, flags, method, time, date.
    for field in [VERSION, 0, 0, 0, DATE] {
        into.extend(field.to_le_bytes());
    }
    for field in [crc32fast::hash(&entry.content), size, size] {
        into.extend(field.to_le_bytes());
    }
    // Lengths of the name and of the extra field.
    into.extend(name.to_le_bytes());
    into.extend(0_u16.to_le_bytes());
    Ok(())
}

/// The archive of these entries. Refuses what needs more than 32 bits.
pub(crate) fn write(entries: &[Entry]) -> Result<Vec<u8>, NotAZip> {
    let content: usize = entries.iter().map(|entry| entry.content.len()).sum();
    let names: usize = entries.iter().map(|entry| 2 * entry.name.len() + 128).sum();
    let mut archive = Vec::with_capacity(content + names);
    let mut directory = Vec::new();
    for entry in entries {
        let offset = u32::try_from(archive.len()).map_err(|_| NotAZip)?;
        archive.extend(LOCAL);
        facts(entry, &mut archive)?;
        archive.extend(entry.name.as_bytes());
        archive.extend(&entry.content);
        directory.extend(CENTRAL);
        directory.extend(VERSION.to_le_bytes());
        facts(entry, &mut directory)?;
        // Length of the comment, disk, attributes inside and outside.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let count = u16::try_from(entries.len()).map_err(|_| NotAZip)?;
    let begin = u32::try_from(archive.len()).map_err(|_| NotAZip)?;
    let size = u32::try_from(directory.len()).map_err(|_| NotAZip)?;
    archive.extend(&directory);
    archive.extend(END);
    archive.extend([0; 4]);
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(size.to_le_bytes());
    archive.extend(begin.to_le_bytes());
    archive.extend([0; 2]);
    Ok(archive)
}

/// What the local headers say, one after another; whether that is all that the bytes hold, [`write`] tells.
pub(crate) fn read(archive: &[u8]) -> Result<Vec<Entry>, NotAZip> {
    let mut entries = Vec::new();
    let mut rest = archive;
    while rest.starts_with(&LOCAL) {
        let size = usize::try_from(u32::from_le_bytes(part(rest, 18)?)).map_err(|_| NotAZip)?;
        let name = usize::from(u16::from_le_bytes(part(rest, 26)?));
        let content = LOCAL_BYTES.checked_add(name).ok_or(NotAZip)?;
        let end = content.checked_add(size).ok_or(NotAZip)?;
        let name = std::str::from_utf8(rest.get(LOCAL_BYTES..content).ok_or(NotAZip)?);
        entries.push(Entry {
            name: name.map_err(|_| NotAZip)?.to_owned(),
            content: rest.get(content..end).ok_or(NotAZip)?.to_vec(),
        });
        rest = rest.get(end..).ok_or(NotAZip)?;
    }
    if rest.starts_with(&CENTRAL) {
        Ok(entries)
    } else {
        Err(NotAZip)
    }
}

fn part<const N: usize>(bytes: &[u8], at: usize) -> Result<[u8; N], NotAZip> {
    let found = bytes.get(at..at + N).and_then(|bytes| bytes.try_into().ok());
    found.ok_or(NotAZip)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn entries() -> Vec<Entry> {
        let entry = |name: &str, content: &[u8]| Entry {
            name: name.to_owned(),
            content: content.to_vec(),
        };
        // A file may look like an archive itself.
        vec![
            entry("a.txt", b"one"),
            entry("files/001-b.zip", b"PK\x03\x04PK\x01\x02"),
            entry("c", b""),
        ]
    }

    #[test]
    fn what_was_written_is_read() {
        let archive = write(&entries()).unwrap();
        assert_eq!(read(&archive).unwrap(), entries());
        assert_eq!(write(&read(&archive).unwrap()).unwrap(), archive);
    }

    #[test]
    fn no_other_bytes_mean_the_same() {
        let archive = write(&entries()).unwrap();
        let same = |bytes: &[u8]| {
            read(bytes).is_ok_and(|found| found == entries() && write(&found).unwrap() == bytes)
        };
        assert!(same(&archive));
        for at in 0..archive.len() {
            let mut other = archive.clone();
            other[at] ^= 1;
            assert!(!same(&other), "byte {at}");
        }
        for cut in 0..archive.len() {
            assert!(!same(&archive[..cut]), "cut at {cut}");
        }
        assert!(!same(&[&archive[..], b"more"].concat()));
        assert!(!same(&[b"before", &archive[..]].concat()));
    }
}
