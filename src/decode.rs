//! From bytes to text: declared or detected encodings, and no guess where bytes are broken.

use alloc::borrow::Cow;
use core::fmt;

/// An encoding that texts are read from, as the WHATWG Encoding Standard defines it.
///
/// Which one bytes are in is said by, in this order:
///
/// 1. a byte order mark;
/// 2. [`ParseOptions::encoding`](crate::ParseOptions::encoding);
/// 3. the bytes themselves, if they are UTF-8, which other encodings are by chance only in short texts;
/// 4. detection among UTF-16, GB 18030 and Big5, which short texts may fool. UTF-8 that is cut or damaged is told from these and
///    refused as what it is.
///
/// Not recognised: UTF-32, UTF-7, EUC-TW, HZ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
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
    let (encoding, mark) = match bytes {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
        [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
        _ => match declared {
            Some(encoding) => (encoding, 0),
            None => match utf8(bytes, 0) {
                Ok(text) => return Ok(Cow::Borrowed(text)),
                Err(malformed) => (detect(bytes, malformed.offset), 0),
            },
        },
    };
    match encoding {
        Encoding::Utf8 => utf8(&bytes[mark..], mark).map(Cow::Borrowed),
        other => legacy(&bytes[mark..], other, mark),
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
    pub(super) fn detect(_: &[u8], _: usize) -> Encoding {
        Encoding::Utf8
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

    /// How much of the input the detector looks at.
    const SAMPLE: usize = 64 * 1024;

    /// The encoding of bytes that are not UTF-8, of which the first `valid` are.
    pub(super) fn detect(bytes: &[u8], valid: usize) -> Encoding {
        if let Some(utf16) = detect_utf16(bytes) {
            return utf16;
        }
        // Much UTF-8 before the first broken byte means a text cut or damaged, not another encoding.
        if looks_like_utf8(bytes, valid) {
            return Encoding::Utf8;
        }
        let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        let sample = &bytes[..bytes.len().min(SAMPLE)];
        detector.feed(sample, sample.len() == bytes.len());
        let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
        if guess == encoding_rs::BIG5 { Encoding::Big5 } else { Encoding::Gb18030 }
    }

    /// Whether bytes before and behind the first broken one are UTF-8 with characters of several bytes.
    fn looks_like_utf8(bytes: &[u8], valid: usize) -> bool {
        let wide = |bytes: &[u8]| bytes.iter().filter(|b| (0xE0..0xF0).contains(*b)).count();
        if wide(&bytes[..valid]) >= 2 {
            return true;
        }
        // Cut at its start: up to three bytes that continue a character, then UTF-8.
        let lead = bytes.iter().take(3).take_while(|b| (0x80..0xC0).contains(*b)).count();
        let rest = &bytes[lead..];
        let rest = match core::str::from_utf8(rest) {
            Ok(_) => rest,
            Err(e) => &rest[..e.valid_up_to()],
        };
        lead > 0 && wide(rest) >= 2 && rest.len() + lead + 4 > bytes.len().min(64)
    }

    /// UTF-16 without a mark: a zero byte, which neither GB 18030 nor Big5 has, and units that are characters of such text.
    fn detect_utf16(bytes: &[u8]) -> Option<Encoding> {
        let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
        if !sample.contains(&0) {
            return None;
        }
        let plausible = |unit: fn([u8; 2]) -> u16| {
            let units = sample.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
            units
                .filter(|u| matches!(u, 0x09..=0x7E | 0x3000..=0x303F | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF))
                .count()
        };
        let (little, big) = (plausible(u16::from_le_bytes), plausible(u16::from_be_bytes));
        Some(if little >= big { Encoding::Utf16Le } else { Encoding::Utf16Be })
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
            DecoderResult::InputEmpty => Ok(Cow::Owned(text)),
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
