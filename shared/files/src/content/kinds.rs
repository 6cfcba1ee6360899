//! What pages show, or a double click opens as a document: by which names and types it goes, and how it is told.

use super::marks::*;

/// A kind of document, or several that hold one another and that systems do not tell apart.
pub(super) struct Kind {
    /// The type that it is served as, unless name or sender say one of `types`.
    plain: &'static str,
    /// The endings of its names.
    extensions: &'static [&'static str],
    /// What browsers and systems call it. The first of those that differ by ending only come from the table of endings.
    types: &'static [&'static str],
    /// Whether its marks tell it from everything else.
    pub(super) tells: bool,
    /// Whether content is of the kind.
    pub(super) is: fn(&[u8]) -> bool,
}

/// Types that say something else than they mean: what Windows calls a table of text where Excel is installed, a text that
/// Word opens, and what macOS calls drawings that hold a PDF.
const MISNOMERS: [(&str, &[&str]); 3] = [
    (
        "application/vnd.ms-excel",
        &["csv", "tsv", "tab", "txt", "slk", "iqy", "dif", "prn"],
    ),
    ("application/msword", &["rtf", "wps", "wri", "txt"]),
    ("application/pdf", &["ai", "ait"]),
];

impl Kind {
    /// Whether name or type say that it is this.
    pub(super) fn is_claimed(&self, extension: &str, declared: &str) -> bool {
        let misnomer = MISNOMERS
            .iter()
            .any(|(kind, endings)| *kind == declared && endings.contains(&extension));
        self.extensions.contains(&extension) || (self.types.contains(&declared) && !misnomer)
    }

    /// Its plain type.
    pub(super) fn plain(&self) -> &'static str {
        self.plain
    }

    /// What it is served as: what its ending stands for, else what was declared, as far as both are this kind's.
    pub(super) fn media_type(&self, extension: &str, declared: &str) -> String {
        let of_ending = mime_guess::from_ext(extension).first_raw();
        let varied = [of_ending, Some(declared)].into_iter().flatten();
        let mut fitting = varied.filter(|media_type| self.varies() && self.types.contains(media_type));
        fitting.next().unwrap_or(self.plain).to_owned()
    }

    /// Whether it is several kinds, of which its ending tells the one; otherwise the other types are nicknames.
    fn varies(&self) -> bool {
        !self.plain.starts_with("image/") && self.plain != "application/pdf"
    }
}

const fn kind(
    plain: &'static str,
    extensions: &'static [&'static str],
    types: &'static [&'static str],
    tells: bool,
    is: fn(&[u8]) -> bool,
) -> Kind {
    Kind {
        plain,
        extensions,
        types,
        tells,
        is,
    }
}

/// All of them.
#[rustfmt::skip]
pub(super) const KINDS: [Kind; 30] = [
    kind("image/jpeg", &["jpg", "jpeg", "jpe", "jfif", "pjpeg", "pjp"],
        &["image/jpeg", "image/jpg", "image/pjpeg", "image/jfif", "image/pipeg"], true, infer::image::is_jpeg),
    kind("image/png", &["png", "apng"], &["image/png", "image/x-png", "image/apng", "image/vnd.mozilla.apng"], true,
        infer::image::is_png),
    kind("image/gif", &["gif"], &["image/gif"], true, infer::image::is_gif),
    kind("image/webp", &["webp"], &["image/webp"], true, infer::image::is_webp),
    kind("image/avif", &["avif", "avifs"], &["image/avif", "image/avif-sequence"], true, is_avif),
    kind("image/heic", &["heic", "heif", "heics", "heifs", "hif"],
        &["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"], true, is_heif),
    kind("image/bmp", &["bmp", "dib"],
        &["image/bmp", "image/x-bmp", "image/x-ms-bmp", "image/x-windows-bmp", "image/x-bitmap"], false, is_bmp),
    kind("image/vnd.microsoft.icon", &["ico"],
        &["image/vnd.microsoft.icon", "image/x-icon", "image/ico", "image/icon"], false, infer::image::is_ico),
    kind("image/tiff", &["tif", "tiff"], &["image/tiff", "image/tif", "image/x-tiff"], false, is_tiff),
    kind("image/svg+xml", &["svg"], &["image/svg+xml", "image/svg"], false, is_svg),
    kind("application/pdf", &["pdf"], &["application/pdf", "application/x-pdf", "application/acrobat"], true, is_pdf),
    kind("video/mp4", &["mp4", "m4v", "mp4v", "m4a", "m4b", "m4r", "mov", "qt", "3gp", "3gpp", "3g2", "f4v"],
        &["video/mp4", "audio/mp4", "video/x-m4v", "audio/x-m4a", "audio/m4a", "audio/x-m4b", "audio/m4b", "audio/x-m4r",
          "video/quicktime", "video/3gpp", "audio/3gpp", "video/3gpp2", "audio/3gpp2", "application/mp4", "video/m4v",
          "audio/x-mp4", "audio/aac-adts-in-mp4", "video/x-f4v", "video/f4v"], true, is_mp4),
    kind("video/x-matroska", &["mkv", "webm", "mka", "mks", "mk3d"],
        &["video/x-matroska", "video/matroska", "audio/x-matroska", "audio/matroska", "video/webm", "audio/webm",
          "application/x-matroska", "video/x-matroska-3d", "video/matroska-3d"], true, is_matroska),
    kind("video/x-msvideo", &["avi"], &["video/x-msvideo", "video/avi", "video/msvideo", "video/vnd.avi", "application/x-troff-msvideo"],
        true, infer::video::is_avi),
    kind("video/x-ms-wmv", &["wmv", "wma", "asf", "asx-media"],
        &["video/x-ms-wmv", "audio/x-ms-wma", "video/x-ms-asf", "application/vnd.ms-asf", "video/x-ms-wm", "audio/wma"], true, is_asf),
    kind("video/mpeg", &["mpg", "mpeg", "mpe", "m1v", "m2v", "vob"],
        &["video/mpeg", "video/x-mpeg", "video/mpg", "video/x-ms-vob", "video/dvd", "video/x-mpeg2"], true, is_mpeg),
    kind("video/mp2t", &["m2ts", "mts", "m2t"], &["video/mts", "video/avchd-stream"], false, is_transport),
    kind("video/x-flv", &["flv"], &["video/x-flv", "video/flv"], true, infer::video::is_flv),
    kind("audio/mpeg", &["mp3", "mp2", "mpga", "aac", "adts", "m2a"],
        &["audio/mpeg", "audio/mp3", "audio/x-mp3", "audio/x-mpeg", "audio/mpeg3", "audio/x-mpeg-3", "audio/mpg", "audio/mp2",
          "audio/aac", "audio/x-aac", "audio/aacp", "audio/vnd.dlna.adts", "audio/x-hx-aac-adts"], true, is_mpeg_audio),
    kind("audio/wav", &["wav", "wave"],
        &["audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave", "audio/x-pn-wav"], true, is_wav),
    kind("audio/flac", &["flac"], &["audio/flac", "audio/x-flac"], true, is_flac),
    kind("audio/ogg", &["ogg", "oga", "ogv", "opus", "spx", "ogm"],
        &["audio/ogg", "video/ogg", "application/ogg", "audio/opus", "audio/x-opus+ogg", "audio/vorbis", "audio/x-vorbis+ogg",
          "video/x-ogm+ogg", "audio/x-ogg", "audio/x-speex", "audio/x-speex+ogg", "video/x-theora+ogg"], true, infer::audio::is_ogg),
    kind("audio/aiff", &["aif", "aiff", "aifc"], &["audio/aiff", "audio/x-aiff", "audio/x-aifc"], true, is_aiff),
    kind("audio/midi", &["mid", "midi", "kar", "rmi"],
        &["audio/midi", "audio/mid", "audio/x-midi", "audio/sp-midi"], true, is_midi),
    kind("audio/amr", &["amr", "awb"], &["audio/amr", "audio/amr-wb"], true, is_amr),
    kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        &["docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xlsb", "xltx", "xltm", "xlam", "pptx", "pptm", "ppsx", "ppsm",
          "potx", "potm", "sldx"],
        &["application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
          "application/vnd.openxmlformats-officedocument.presentationml.template",
          "application/vnd.openxmlformats-officedocument.presentationml.slide",
          "application/vnd.ms-word.document.macroenabled.12", "application/vnd.ms-word.template.macroenabled.12",
          "application/vnd.ms-excel.sheet.macroenabled.12", "application/vnd.ms-excel.template.macroenabled.12",
          "application/vnd.ms-excel.sheet.binary.macroenabled.12", "application/vnd.ms-excel.addin.macroenabled.12",
          "application/vnd.ms-powerpoint.presentation.macroenabled.12", "application/vnd.ms-powerpoint.slideshow.macroenabled.12",
          "application/vnd.ms-powerpoint.template.macroenabled.12"], false, is_ooxml),
    kind("application/vnd.oasis.opendocument.text", &["odt", "ott", "ods", "ots", "odp", "otp", "odg", "otg"],
        &["application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template",
          "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet-template",
          "application/vnd.oasis.opendocument.presentation", "application/vnd.oasis.opendocument.presentation-template",
          "application/vnd.oasis.opendocument.graphics", "application/vnd.oasis.opendocument.graphics-template"], false, is_odf),
    kind("application/msword", &["doc", "dot"], &["application/msword", "application/vnd.ms-word", "application/x-msword"], false, is_old_office),
    kind("application/vnd.ms-excel", &["xls", "xlt", "xla", "xlm"], &["application/vnd.ms-excel", "application/msexcel", "application/x-msexcel"], false, is_old_excel),
    kind("application/vnd.ms-powerpoint", &["ppt", "pps", "pot", "ppa"],
        &["application/vnd.ms-powerpoint", "application/mspowerpoint", "application/powerpoint", "application/x-mspowerpoint"], false, is_old_office),
];
