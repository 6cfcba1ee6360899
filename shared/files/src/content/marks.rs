//! How each kind begins. Where `infer` knows the commonest of several beginnings only, the others stand here.

/// As far as readers of PDF look for its mark (Acrobat's implementation note 13).
const PDF_WITHIN: usize = 1024;

fn at(head: &[u8], place: usize, mark: &[u8]) -> bool {
    head.get(place..place + mark.len()) == Some(mark)
}

pub(super) fn holds(head: &[u8], mark: &[u8]) -> bool {
    head.windows(mark.len()).any(|window| window == mark)
}

/// Text of any encoding holds hardly any of the control characters that programs and pictures are full of: a log may hold
/// backspaces, bells and escapes, never a NUL. UTF-16 does, next to letters.
pub(super) fn reads_as_text(head: &[u8]) -> bool {
    let controls = head
        .iter()
        .filter(|byte| matches!(byte, 1..=6 | 14..=26 | 28..=31))
        .count();
    (!head.contains(&0) && controls * 50 <= head.len()) || is_utf16(head)
}

/// With its mark, or where every other byte of mostly plain letters is zero.
fn is_utf16(head: &[u8]) -> bool {
    if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) {
        return true;
    }
    let pairs = head.as_chunks::<2>().0;
    let plain = |high: u8, low: u8| high == 0 && (low >= 32 || matches!(low, 9..=13));
    let count = |is: fn(&[u8; 2]) -> (u8, u8)| {
        pairs
            .iter()
            .map(is)
            .filter(|(high, low)| plain(*high, *low))
            .count()
    };
    let most = count(|pair| (pair[1], pair[0])).max(count(|pair| (pair[0], pair[1])));
    !pairs.is_empty() && most * 10 >= pairs.len() * 8
}

/// The brands of an ISO base media file, the major one first.
fn brands(head: &[u8]) -> impl Iterator<Item = &[u8]> {
    let length = head
        .get(..4)
        .and_then(|size| size.try_into().ok())
        .map_or(0, u32::from_be_bytes);
    let end = usize::try_from(length).unwrap_or_default().min(head.len());
    let is = at(head, 4, b"ftyp");
    let all = head.get(8..end.max(12)).filter(|_| is).unwrap_or_default();
    // The second four bytes are a version.
    all.chunks_exact(4)
        .enumerate()
        .filter(|(place, _)| *place != 1)
        .map(|(_, brand)| brand)
}

pub(super) fn is_avif(head: &[u8]) -> bool {
    brands(head).any(|brand| matches!(brand, b"avif" | b"avis"))
}

pub(super) fn is_heif(head: &[u8]) -> bool {
    let is = |brand: &[u8]| {
        matches!(
            brand,
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1"
        )
    };
    brands(head).any(is) && !is_avif(head)
}

/// Anything else that is an ISO base media file; QuickTime's older files begin with any of its boxes.
pub(super) fn is_mp4(head: &[u8]) -> bool {
    let box_of = |name: &&[u8; 4]| at(head, 4, name.as_slice());
    let old = [b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"]
        .iter()
        .any(box_of);
    let is_picture = is_avif(head) || is_heif(head) || brands(head).any(|brand| brand == b"crx ");
    (at(head, 4, b"ftyp") && !is_picture) || old
}

pub(super) fn is_matroska(head: &[u8]) -> bool {
    head.starts_with(b"\x1a\x45\xdf\xa3")
}

pub(super) fn is_asf(head: &[u8]) -> bool {
    head.starts_with(b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c")
}

pub(super) fn is_mpeg(head: &[u8]) -> bool {
    (head.starts_with(b"\0\0\x01") && head.get(3).is_some_and(|code| *code >= 0xB0)) || is_transport(head)
}

/// A transport stream: packets of 188 bytes, of 192 on discs and in cameras.
pub(super) fn is_transport(head: &[u8]) -> bool {
    let packets = |first: usize, length: usize| {
        let mut places = (first..head.len()).step_by(length);
        head.len() > first && places.all(|place| head[place] == 0x47)
    };
    packets(0, 188) || packets(4, 192)
}

/// A tag, or the synchronisation of a frame: MPEG audio of any layer, or AAC's ADTS.
pub(super) fn is_mpeg_audio(head: &[u8]) -> bool {
    let frame =
        |bytes: &[u8]| bytes[0] == 0xFF && bytes[1] & 0xE0 == 0xE0 && bytes[1] != 0xFF && bytes[1] != 0xFE;
    let mut after = head.iter().position(|byte| *byte != 0).unwrap_or_default();
    after = after.min(head.len());
    head.starts_with(b"ID3") || head[after..].get(..2).is_some_and(frame) || head.starts_with(b"ADIF")
}

pub(super) fn is_wav(head: &[u8]) -> bool {
    let riff = [b"RIFF", b"RF64", b"RIFX"]
        .iter()
        .any(|mark| head.starts_with(*mark));
    riff && at(head, 8, b"WAVE")
}

pub(super) fn is_flac(head: &[u8]) -> bool {
    head.starts_with(b"fLaC") || (head.starts_with(b"ID3") && holds(head, b"fLaC"))
}

pub(super) fn is_aiff(head: &[u8]) -> bool {
    head.starts_with(b"FORM") && (at(head, 8, b"AIFF") || at(head, 8, b"AIFC"))
}

pub(super) fn is_midi(head: &[u8]) -> bool {
    head.starts_with(b"MThd") || (head.starts_with(b"RIFF") && at(head, 8, b"RMID"))
}

pub(super) fn is_amr(head: &[u8]) -> bool {
    head.starts_with(b"#!AMR")
}

/// Two letters with which words begin, too.
pub(super) fn is_bmp(head: &[u8]) -> bool {
    head.starts_with(b"BM") && !reads_as_text(head)
}

pub(super) fn is_tiff(head: &[u8]) -> bool {
    [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"]
        .iter()
        .any(|mark| head.starts_with(*mark))
}

/// XML, in which the drawing's element comes after whatever the program writes before it.
pub(super) fn is_svg(head: &[u8]) -> bool {
    let marks: [&[u8]; 3] = [b"<svg", b":svg", b"http://www.w3.org/2000/svg"];
    let is = |head: &[u8]| marks.iter().any(|mark| holds(head, mark));
    let narrow = || {
        head.iter()
            .copied()
            .filter(|byte| *byte != 0)
            .collect::<Vec<u8>>()
    };
    let html = holds(head, b"<html") || holds(head, b"<HTML") || holds(head, b"<!DOCTYPE html");
    reads_as_text(head) && !html && (is(head) || is(&narrow()))
}

pub(super) fn is_pdf(head: &[u8]) -> bool {
    holds(&head[..head.len().min(PDF_WITHIN)], b"%PDF-")
}

/// The older Word, Excel and PowerPoint files, newer ones with a password, and others of that time (MS-CFB, 2.2).
pub(super) fn is_compound(head: &[u8]) -> bool {
    head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// The name of an archive's first entry; `None` where the head is too short to say (APPNOTE.TXT, 4.3.7).
fn first_entry(head: &[u8]) -> Option<&[u8]> {
    let length = u16::from_le_bytes([*head.get(26)?, *head.get(27)?]);
    head.get(30..30 + usize::from(length))
}

fn is_archive_of(head: &[u8], parts: &[&str]) -> bool {
    let begins = |entry: &[u8]| parts.iter().any(|part| entry.starts_with(part.as_bytes()));
    head.starts_with(b"PK\x03\x04") && first_entry(head).is_none_or(begins)
}

/// An archive whose first part is one of Office's.
pub(super) fn is_ooxml(head: &[u8]) -> bool {
    let parts = [
        "[Content_Types].xml",
        "_rels",
        "docProps",
        "word",
        "xl",
        "ppt",
        "customXml",
        "[trash]",
        "mimetype",
    ];
    is_archive_of(head, &parts) || is_compound(head)
}

pub(super) fn is_odf(head: &[u8]) -> bool {
    let parts = [
        "mimetype",
        "META-INF/manifest.xml",
        "content.xml",
        "styles.xml",
        "meta.xml",
        "settings.xml",
        "Thumbnails",
        "Configurations2",
        "Pictures",
        "Object",
        "layout-cache",
        "manifest.rdf",
    ];
    is_archive_of(head, &parts)
}

/// Word and PowerPoint open the newer files, RTF and their own XML under the older names, too.
pub(super) fn is_old_office(head: &[u8]) -> bool {
    let older = head.starts_with(b"\xdb\xa5\x2d\0") || head.starts_with(b"\x31\xbe\0\0");
    is_compound(head)
        || is_ooxml(head)
        || head.starts_with(b"{\\rtf")
        || holds(head, b"<?mso-application")
        || older
}

/// The same for Excel, whose oldest files are bare records (MS-XLS, 2.4.21).
pub(super) fn is_old_excel(head: &[u8]) -> bool {
    let bare = [
        b"\x09\0\x04\0",
        b"\x09\x02\x06\0",
        b"\x09\x04\x06\0",
        b"\x09\x08\x08\0",
    ];
    is_old_office(head) || bare.iter().any(|mark| head.starts_with(*mark))
}
