//! From bytes to text: declared or detected encodings, and no guess where bytes are broken.

use alloc::borrow::Cow;
use core::fmt;
use core::str::FromStr;

use crate::name::NameError;

/// An encoding that texts are read from.
///
/// Which one it is, is decided by the first of these that says so: a byte order mark; what the caller declares; bytes that are
/// UTF-8 throughout; detection. Bytes that are no text in that encoding are an [error](crate::Error::Malformed), with the
/// offset of the first; none is ever replaced.
///
/// # Detection
///
/// Bytes without a mark that are not UTF-8 are looked at from their first one beyond ASCII on, 16 KiB of them. They are UTF-16
/// where nearly every pair of them is a character of Chinese text; UTF-8, and broken, where more long sequences of it are whole
/// than broken; else GB 18030 or Big5, whichever makes more of the two hundred most common characters, and if neither does, as [chardetng] decides. Big5 and
/// GB 18030 of one or two characters can be taken for each other: declare what is that short.
///
/// How a large corpus of official documents is read, cut into pieces of 200, 2,000 and 20,000 bytes in every encoding that
/// holds them:
///
/// | written in | 200 bytes | 2,000 bytes | 20,000 bytes | read as something else |
/// |---|---|---|---|---|
/// | UTF-8 | 65,274 of 65,274 | 6,278 of 6,278 | 451 of 451 | none |
/// | GB 18030 | 43,729 of 43,730 | 4,165 of 4,165 | 259 of 259 | 1 as Big5, refused |
/// | Big5 | 5,598 of 5,598 | 526 of 526 | 33 of 33 | none |
/// | UTF-16LE | 45,032 of 45,032 | 4,304 of 4,304 | 270 of 270 | none |
/// | UTF-16BE | 45,033 of 45,033 | 4,304 of 4,304 | 270 of 270 | none |
///
/// Of UTF-16 without a mark, 1 piece in 50,000 is UTF-8 as well, and read as that.
///
/// # Texts cut within a character
///
/// What ends within a character is malformed at its end, in every encoding. What begins within one is malformed at offset 0 in
/// UTF-8 and UTF-16, and in GB 18030 and Big5 where it shows: their next character of ASCII ends the confusion, and no more
/// than a few characters before it may have been misread.
///
/// Not recognised: UTF-32, UTF-7, EUC-TW, HZ.
///
/// [chardetng]: https://docs.rs/chardetng
///
/// ```
/// use gongwen::Encoding;
///
/// assert_eq!(Encoding::Gb18030.to_string(), "GB 18030");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB 18030, and so GBK and GB 2312.
    Gb18030,
    /// Big5 with the Hong Kong supplement.
    Big5,
}

impl Encoding {
    /// The encoding that bytes are read in where none is declared. Whether they are whole is not looked at.
    ///
    /// ```
    /// use gongwen::Encoding;
    ///
    /// assert_eq!(Encoding::of("公文".as_bytes()), Encoding::Utf8);
    /// # #[cfg(feature = "encoding")]
    /// assert_eq!(Encoding::of(b"\xB9\xAB\xCE\xC4\xA1\xA3"), Encoding::Gb18030);
    /// assert_eq!(Encoding::of(b"\xFF\xFE\x6C\x51"), Encoding::Utf16Le);
    /// ```
    pub fn of(bytes: &[u8]) -> Self {
        match marked(bytes) {
            Some((encoding, _)) => encoding,
            None if utf8(bytes, 0).is_ok() => Self::Utf8,
            None => detect(bytes).unwrap_or_else(|malformed| malformed.encoding),
        }
    }
}

impl Encoding {
    /// Its name, as in JSON: `utf8`, `utf16_le`, `utf16_be`, `gb18030`, `big5`. `FromStr` reads it; `Display` writes another one,
    /// for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::Utf16Le => "utf16_le",
            Self::Utf16Be => "utf16_be",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
        }
    }

    /// Whether bytes in it are read: UTF-8 always, the others with the feature `encoding`.
    pub(crate) fn is_supported(self) -> bool {
        cfg!(feature = "encoding") || self == Self::Utf8
    }
}

/// Reads a name or a usual label in any case: `UTF-8`, `utf-16le`, `GBK`, `gb2312`, `GB 18030`, `Big5-HKSCS`.
///
/// ```
/// use gongwen::Encoding;
///
/// assert_eq!("GBK".parse(), Ok(Encoding::Gb18030));
/// assert_eq!("UTF-16".parse(), Ok(Encoding::Utf16Le));
/// assert!("latin1".parse::<Encoding>().is_err());
/// ```
impl FromStr for Encoding {
    type Err = NameError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let letters = s.chars().filter(|c| !matches!(c, '-' | '_' | ' '));
        let is = |label: &str| letters.clone().map(|c| c.to_ascii_lowercase()).eq(label.chars());
        let labels: [(Self, &[&str]); 5] = [
            (Self::Utf8, &["utf8"]),
            (Self::Utf16Le, &["utf16le", "utf16"]),
            (Self::Utf16Be, &["utf16be"]),
            (Self::Gb18030, &["gb18030", "gbk", "gb2312", "cp936", "xgbk"]),
            (Self::Big5, &["big5", "big5hkscs", "cp950", "xxbig5"]),
        ];
        let found = labels.iter().find(|(_, labels)| labels.iter().any(|label| is(label)));
        found.map(|(encoding, _)| *encoding).ok_or(NameError)
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB 18030",
            Self::Big5 => "Big5",
        })
    }
}

/// Bytes that are not text in their encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    pub encoding: Encoding,
    pub offset: usize,
}

/// The text of some bytes, in the encoding that a byte order mark, the caller, UTF-8's own shape or detection names, in this
/// order. A byte order mark is not part of the text.
pub(crate) fn decode(bytes: &[u8], declared: Option<Encoding>) -> Result<Cow<'_, str>, Malformed> {
    let (encoding, mark) = match marked(bytes).or_else(|| Some((declared?, 0))) {
        Some(known) => known,
        None => match utf8(bytes, 0) {
            Ok(text) => return Ok(Cow::Borrowed(text)),
            Err(_) => (detect(bytes)?, 0),
        },
    };
    match encoding {
        Encoding::Utf8 => utf8(&bytes[mark..], mark).map(Cow::Borrowed),
        other => legacy(&bytes[mark..], other, mark),
    }
}

/// The encoding that a byte order mark names, and the length of the mark.
const fn marked(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some((Encoding::Utf8, 3)),
        [0xFF, 0xFE, ..] => Some((Encoding::Utf16Le, 2)),
        [0xFE, 0xFF, ..] => Some((Encoding::Utf16Be, 2)),
        _ => None,
    }
}

fn utf8(bytes: &[u8], mark: usize) -> Result<&str, Malformed> {
    core::str::from_utf8(bytes)
        .map_err(|e| Malformed { encoding: Encoding::Utf8, offset: mark + e.valid_up_to() })
}

#[cfg(not(feature = "encoding"))]
mod without {
    use super::{Cow, Encoding, Malformed};

    /// Without the feature, whatever is not UTF-8 is broken UTF-8.
    #[allow(clippy::unnecessary_wraps)] // as it is with the feature
    pub(super) fn detect(_: &[u8]) -> Result<Encoding, Malformed> {
        Ok(Encoding::Utf8)
    }

    pub(super) fn legacy(_: &[u8], encoding: Encoding, mark: usize) -> Result<Cow<'_, str>, Malformed> {
        Err(Malformed { encoding, offset: mark })
    }
}

#[cfg(not(feature = "encoding"))]
use without::{detect, legacy};

#[cfg(feature = "encoding")]
mod with {
    use alloc::string::String;

    use encoding_rs::DecoderResult;

    use super::{Cow, Encoding, Malformed};
    use crate::charset::CharSet;

    /// How much of the input is looked at.
    const SAMPLE: usize = 16 * 1024;

    /// Characters of which texts of this kind are made by half, in both scripts. Bytes read in a wrong encoding, or from the
    /// second byte of a character on, show one in fifty.
    static COMMON: CharSet = CharSet::of(
        "，。、；：（）《》“”\u{3000}\\
一三上下不业並个中为主之事二五产人他以件企会体作依保備內全公六关其农出分列制前力加务动務化区十及发受各合同和員四国國在地\
執基報增大學定实家審对展工市平年应度建开强当後得應成我或所技持推提改政教文新方於施日明是時書會月有期未本机条查校核條業構\
機款民法济為營现理生用由申發的社第等管經经者職能與處行要規规計設請證设資资辦进通部重金關面項高",
    );

    fn common(text: &str) -> usize {
        text.chars().filter(|c| COMMON.has(*c)).count()
    }

    /// The encoding of bytes that are not UTF-8.
    ///
    /// A text that begins within a character is malformed at once: what follows could be read, as other characters.
    pub(super) fn detect(bytes: &[u8]) -> Result<Encoding, Malformed> {
        let (encoding, begun) = match detect_utf16(&bytes[..bytes.len().min(SAMPLE)]) {
            Some(found) => found,
            None => detect_bytewise(bytes),
        };
        if begun { Err(Malformed { encoding, offset: 0 }) } else { Ok(encoding) }
    }

    /// UTF-16 without a mark, and whether it begins within a character.
    ///
    /// Its units are Chinese or ASCII almost without exception. Two bytes of another encoding seldom are: those beyond ASCII
    /// are too high. What is almost all ASCII is told by the control bytes that only UTF-16 has.
    fn detect_utf16(sample: &[u8]) -> Option<(Encoding, bool)> {
        let control = |b: &u8| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r');
        let wide = sample.iter().filter(|b| !b.is_ascii()).count();
        if !sample.iter().any(control) && (wide * 8 < sample.len() || sample.len() < 16) {
            return None;
        }
        // An order, whether the first byte is skipped for it, and how many characters it makes that texts are made of.
        let mut best: Option<(Encoding, bool, usize)> = None;
        for skipped in [false, true] {
            for (encoding, unit) in [
                (Encoding::Utf16Le, u16::from_le_bytes as fn([u8; 2]) -> u16),
                (Encoding::Utf16Be, u16::from_be_bytes),
            ] {
                let pairs = sample.get(usize::from(skipped)..).unwrap_or_default().as_chunks().0;
                let (all, units) = (pairs.len(), pairs.iter().map(|pair| unit(*pair)));
                // In another encoding, more than one in ten is not.
                if units.clone().filter(|u| !is_written(*u)).nth(all / 10).is_some() {
                    continue;
                }
                let usual = units.filter(|u| char::from_u32((*u).into()).is_some_and(is_usual)).count();
                let least = best.map_or(0, |(_, _, usual)| usual + 2 * usize::from(skipped));
                if usual > least && usual * 10 >= all {
                    best = Some((encoding, skipped, usual));
                }
            }
        }
        best.map(|(encoding, begun, _)| (encoding, begun))
    }

    /// Whether texts are made of a character.
    fn is_usual(c: char) -> bool {
        c.is_ascii_graphic() || matches!(c, ' ' | '\n' | '\u{a0}') || COMMON.has(c)
    }

    /// Whether Chinese text is written with a code unit: ASCII, Latin, marks, signs and the Han characters of plane 0.
    const fn is_written(unit: u16) -> bool {
        matches!(unit, 0x09..=0x7E | 0xA0..=0xFF | 0x2000..=0x33FF | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF)
    }

    /// UTF-8 that is broken somewhere, GB 18030 or Big5, and whether it begins within a character.
    fn detect_bytewise(bytes: &[u8]) -> (Encoding, bool) {
        // Long passages of ASCII say nothing.
        let start = bytes.iter().position(|b| !b.is_ascii()).unwrap_or(0);
        let sample = &bytes[start..bytes.len().min(start + SAMPLE)];
        // No other text is made of the long sequences of UTF-8; a text cut or damaged still is.
        let (mut long, mut broken) = (0, 0);
        for chunk in sample.utf8_chunks() {
            broken += usize::from(!chunk.invalid().is_empty());
            for c in chunk.valid().chars() {
                match c {
                    '\u{fffd}' => broken += 1,
                    '\u{800}'.. => long += 1,
                    _ => {}
                }
            }
        }
        if long > 0 && long >= broken {
            return (Encoding::Utf8, false);
        }
        let read = |codec: &'static encoding_rs::Encoding, bytes| {
            common(&codec.decode_without_bom_handling(bytes).0)
        };
        let best = |codec| read(codec, sample).max(read(codec, sample.get(1..).unwrap_or_default()));
        let (gb, big5) = (best(encoding_rs::GB18030), best(encoding_rs::BIG5));
        let is_big5 = if gb == big5 {
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(sample, start + sample.len() == bytes.len());
            detector.guess(None, chardetng::Utf8Detection::Deny) == encoding_rs::BIG5
        } else {
            big5 > gb
        };
        let (encoding, codec) = if is_big5 {
            (Encoding::Big5, encoding_rs::BIG5)
        } else {
            (Encoding::Gb18030, encoding_rs::GB18030)
        };
        // From the second byte of a character on, pairs are read amiss up to the next character of ASCII.
        let head = &sample[..sample.len().min(64)];
        (encoding, start == 0 && head.len() > 1 && read(codec, &head[1..]) > read(codec, head) + 1)
    }

    pub(super) fn legacy(bytes: &[u8], encoding: Encoding, mark: usize) -> Result<Cow<'_, str>, Malformed> {
        let codec = match encoding {
            Encoding::Utf8 => encoding_rs::UTF_8,
            Encoding::Utf16Le => encoding_rs::UTF_16LE,
            Encoding::Utf16Be => encoding_rs::UTF_16BE,
            Encoding::Gb18030 => encoding_rs::GB18030,
            Encoding::Big5 => encoding_rs::BIG5,
        };
        let mut decoder = codec.new_decoder_without_bom_handling();
        let capacity = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len());
        let mut text = String::with_capacity(capacity);
        let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
        match result {
            DecoderResult::InputEmpty => {
                // The room is for the longest text that these bytes can be, and a document keeps its text.
                text.shrink_to_fit();
                Ok(Cow::Owned(text))
            }
            DecoderResult::Malformed(bad, after) => {
                let offset = mark + read.saturating_sub(usize::from(bad) + usize::from(after));
                Err(Malformed { encoding, offset })
            }
            DecoderResult::OutputFull => Err(Malformed { encoding, offset: mark + read }),
        }
    }
}

#[cfg(feature = "encoding")]
use with::{detect, legacy};

#[cfg(test)]
mod tests {
    #[cfg(feature = "encoding")]
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn utf8_with_and_without_mark() {
        assert_eq!(decode("国务院".as_bytes(), None).as_deref(), Ok("国务院"));
        assert_eq!(decode("\u{feff}国务院".as_bytes(), None).as_deref(), Ok("国务院"));
        assert_eq!(decode(b"", None).as_deref(), Ok(""));
    }

    #[test]
    fn utf8_cut_in_a_character_is_refused_as_utf8() {
        let text = "国务院关于印发规划的通知".as_bytes();
        for cut in 1..text.len() {
            let whole = core::str::from_utf8(&text[..cut]).is_ok();
            let result = decode(&text[..cut], None);
            if !whole && cut > 6 {
                let offset = cut - cut % 3;
                assert_eq!(result, Err(Malformed { encoding: Encoding::Utf8, offset }), "{cut}");
            }
        }
    }

    #[cfg(feature = "encoding")]
    #[test]
    fn other_encodings() {
        let text = "国务院办公厅关于加强城市建设工作的意见，各地区、各部门要认真贯彻执行。\n2014年3月";
        let (gb, ..) = encoding_rs::GB18030.encode(text);
        assert_eq!(decode(&gb, None).as_deref(), Ok(text));
        let traditional = "行政院國家發展委員會關於加強城市建設工作之意見，請各機關確實辦理。\n民國110年";
        let (big5, ..) = encoding_rs::BIG5.encode(traditional);
        assert_eq!(decode(&big5, None).as_deref(), Ok(traditional));
        assert_eq!(decode(&big5, Some(Encoding::Big5)).as_deref(), Ok(traditional));
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&le, None).as_deref(), Ok(text));
        let be: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(decode(&be, None).as_deref(), Ok(text));
        // A mark says more than whoever declares.
        let marked: Vec<u8> = [0xFF, 0xFE].into_iter().chain(le).collect();
        for declared in [None, Some(Encoding::Utf8), Some(Encoding::Big5)] {
            assert_eq!(decode(&marked, declared).as_deref(), Ok(text));
            assert_eq!(decode(&be, declared).as_deref(), Ok(text));
        }
    }

    #[cfg(feature = "encoding")]
    #[test]
    fn a_decoded_text_takes_no_more_room_than_it_needs() {
        for encoding in [Encoding::Utf16Le, Encoding::Gb18030] {
            let Ok(Cow::Owned(text)) = decode(&encoded(&SIMPLIFIED.repeat(100), encoding), Some(encoding))
            else {
                unreachable!()
            };
            assert!(text.capacity() < text.len() + 64, "{encoding}: {} for {}", text.capacity(), text.len());
        }
    }

    #[cfg(feature = "encoding")]
    const SIMPLIFIED: &str = "各地区要建立健全工作机制，明确责任分工，确保各项任务落到实处。";

    #[cfg(feature = "encoding")]
    const TRADITIONAL: &str = "各機關應建立工作機制，明確分工，並於期限內辦理完成。";

    #[cfg(feature = "encoding")]
    fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
        match encoding {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
            Encoding::Big5 => encoding_rs::BIG5.encode(text).0.into_owned(),
        }
    }

    /// Of Chinese text in UTF-16 no byte need be zero.
    #[cfg(feature = "encoding")]
    #[test]
    fn utf16_without_a_mark() {
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
            for text in
                [SIMPLIFIED, TRADITIONAL, "城镇化率达到60%", "<p>国务院</p>", "本办法自发布之日起施行"]
            {
                let bytes = encoded(text, encoding);
                assert_eq!(decode(&bytes, None).as_deref(), Ok(text), "{encoding}");
            }
        }
        // Neither a stray zero nor letters that are Han characters in pairs make UTF-16 of another encoding.
        for text in ["各地区要明确责任分工\0", "abcdefghijklmnopqrstuvwxyz（分工）"] {
            let bytes = encoded(text, Encoding::Gb18030);
            assert_eq!(decode(&bytes, None).as_deref(), Ok(text));
        }
    }

    #[cfg(feature = "encoding")]
    #[test]
    fn what_is_cut_in_a_character_is_refused_as_what_it_is() {
        for (text, encoding) in [
            (SIMPLIFIED, Encoding::Utf8),
            (SIMPLIFIED, Encoding::Gb18030),
            (SIMPLIFIED, Encoding::Utf16Le),
            (SIMPLIFIED, Encoding::Utf16Be),
            (TRADITIONAL, Encoding::Utf8),
            (TRADITIONAL, Encoding::Big5),
            (TRADITIONAL, Encoding::Utf16Le),
            (TRADITIONAL, Encoding::Utf16Be),
        ] {
            let bytes = encoded(text, encoding);
            let width = if encoding == Encoding::Utf8 { 3 } else { 2 };
            for cut in 16..bytes.len() {
                let whole = cut - cut % width;
                let expected = if cut == whole {
                    Ok(&text[..cut / width * 3])
                } else {
                    Err(Malformed { encoding, offset: whole })
                };
                assert_eq!(
                    decode(&bytes[..cut], None).as_deref(),
                    expected.as_ref().copied(),
                    "{encoding} up to {cut}"
                );
            }
            for cut in (1..width).filter(|_| encoding != Encoding::Big5) {
                assert_eq!(
                    decode(&bytes[cut..], None),
                    Err(Malformed { encoding, offset: 0 }),
                    "{encoding} from {cut}"
                );
            }
        }
    }

    #[cfg(feature = "encoding")]
    #[test]
    fn damaged_utf8_is_no_other_encoding() {
        for (damaged, offset) in [
            (&b"\xE5\x9B\xBD\xFF\xE5\x8A\xA1\xE9\x99\xA2"[..], 3),
            (b"\xE5\x9B\xBD\xE5", 3),
            (b"\xA1\xE5\x9B\xBD\xE9\x99\xA2", 0),
        ] {
            assert_eq!(decode(damaged, None), Err(Malformed { encoding: Encoding::Utf8, offset }));
        }
        let mut page = b"<td>".repeat(50_000);
        page.extend("国务院".as_bytes());
        page.push(0xE5);
        let offset = page.len() - 1;
        assert_eq!(decode(&page, None), Err(Malformed { encoding: Encoding::Utf8, offset }));
    }

    #[cfg(feature = "encoding")]
    #[test]
    fn malformed_bytes_have_a_place() {
        let (gb, ..) = encoding_rs::GB18030.encode("国务院");
        let mut bytes = gb.into_owned();
        bytes.push(0xFF);
        let malformed = Malformed { encoding: Encoding::Gb18030, offset: 6 };
        assert_eq!(decode(&bytes, Some(Encoding::Gb18030)), Err(malformed));
    }
}
