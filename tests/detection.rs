//! How well the encoding of bytes without a mark is found: the corpus in pieces, in every encoding. Run with
//! `cargo test --release --test detection -- --ignored --nocapture`; the table it prints is the one in the documentation of
//! [`gongwen::Encoding`].

#![cfg(feature = "encoding")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gongwen::{Encoding, Error, ParseOptions};

const ENCODINGS: [Encoding; 5] =
    [Encoding::Utf8, Encoding::Gb18030, Encoding::Big5, Encoding::Utf16Le, Encoding::Utf16Be];

const SIZES: [usize; 4] = [20, 200, 2_000, 20_000];

/// The texts of a folder of the corpus.
fn texts(folder: &Path) -> Vec<String> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().filter_map(|e| e.ok().map(|e| e.path())).collect();
    paths.sort();
    paths
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect()
}

/// A text in an encoding that holds all of it.
fn encoded(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    let lossless = |codec: &'static encoding_rs::Encoding| {
        let (bytes, _, lossy) = codec.encode(text);
        (!lossy).then(|| bytes.into_owned())
    };
    match encoding {
        Encoding::Gb18030 => lossless(encoding_rs::GB18030),
        Encoding::Big5 => lossless(encoding_rs::BIG5),
        Encoding::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Encoding::Utf16Be => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        _ => Some(text.as_bytes().to_vec()),
    }
}

/// Pieces of a text that have about so many bytes in an encoding, cut between characters.
fn pieces(text: &str, encoding: Encoding, size: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut len) = (0, 0);
    for (at, c) in text.char_indices() {
        let width = match encoding {
            Encoding::Utf8 => c.len_utf8(),
            Encoding::Utf16Le | Encoding::Utf16Be => 2 * c.len_utf16(),
            _ if c.is_ascii() => 1,
            _ => 2,
        };
        if len + width > size {
            pieces.push(&text[start..at]);
            (start, len) = (at, 0);
        }
        len += width;
    }
    pieces
}

/// What bytes were read as.
fn read_as(bytes: &[u8]) -> (String, Option<String>) {
    match ParseOptions::new().parse_bytes(bytes) {
        Ok(document) => {
            let text = document.text();
            let same = |e: &Encoding| {
                let declared = ParseOptions::new().encoding(*e).parse_bytes(bytes);
                declared.is_ok_and(|declared| declared.text() == text)
            };
            let encoding = ENCODINGS.iter().find(|e| same(e));
            (encoding.map_or("?".to_owned(), ToString::to_string), Some(text.to_owned()))
        }
        Err(Error::Malformed { encoding, .. }) => (format!("broken {encoding}"), None),
        Err(error) => panic!("{error}"),
    }
}

/// The texts of the corpus in a script, if there is a corpus.
fn corpus(traditional: bool) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let mut folders: Vec<PathBuf> =
        fs::read_dir(&folder).into_iter().flatten().filter_map(|e| e.ok().map(|e| e.path())).collect();
    folders.sort();
    if folders.is_empty() {
        println!("skipped: there is no {}", folder.display());
    }
    let script = |folder: &&PathBuf| folder.to_string_lossy().contains("/trad-") == traditional;
    // Pages that were read in a wrong encoding once, or come out of a PDF as codes, are in none.
    let sound = |text: &String| !text.contains("еѓ") && !text.contains("(cid:");
    folders.iter().filter(script).flat_map(|folder| texts(folder)).filter(sound).collect()
}

/// Every piece of some texts in every encoding that holds it, but what is UTF-8 as well: that is read as UTF-8.
fn every_piece(texts: &[String], size: usize, mut look: impl FnMut(Encoding, &str, &[u8])) {
    for encoding in ENCODINGS {
        // Short pieces are many; every so many will do.
        let step = (200 / size).max(1);
        for piece in texts.iter().flat_map(|text| pieces(text, encoding, size)).step_by(step) {
            let Some(bytes) = encoded(piece, encoding).filter(|_| !piece.is_ascii()) else { continue };
            if encoding == Encoding::Utf8 || std::str::from_utf8(&bytes).is_err() {
                look(encoding, piece, &bytes);
            }
        }
    }
}

/// How many pieces of an encoding and a size there were, how many were read right, and what became of the others.
type Table = BTreeMap<(String, usize), (usize, usize, BTreeMap<String, usize>)>;

fn print(table: &Table) {
    for ((encoding, size), (all, right, wrong)) in table {
        println!("{encoding:9} {size:6} bytes: {right} of {all} {wrong:?}");
    }
}

#[test]
#[ignore = "needs the corpus, and wants a release build"]
fn pieces_are_read_in_the_encoding_they_are_in() {
    let mut weak = Vec::new();
    for traditional in [false, true] {
        let texts = corpus(traditional);
        let mut table = Table::new();
        for size in SIZES {
            every_piece(&texts, size, |encoding, piece, bytes| {
                let (all, right, wrong) = table.entry((encoding.to_string(), size)).or_default();
                *all += 1;
                let (found, text) = read_as(bytes);
                if text.as_deref() == Some(piece) {
                    *right += 1;
                } else {
                    if std::env::var_os("SHOW").is_some() {
                        println!("    {encoding} as {found}: {piece:?}");
                    }
                    *wrong.entry(found).or_default() += 1;
                }
            });
        }
        println!("{}", if traditional { "Traditional" } else { "Simplified" });
        print(&table);
        for ((encoding, size), (all, right, _)) in &table {
            let most_wrong = match size {
                0..200 => all / 200,
                200..2_000 => all / 2_000,
                _ => 0,
            };
            // What Simplified text has in Big5 is numbers and a character or two.
            if all - right > most_wrong && (traditional || encoding != "Big5") {
                weak.push(format!("{encoding} {size}: {right} of {all}"));
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}

/// Cut within their last character, texts are refused as what they are; cut within their first, they are refused.
#[test]
#[ignore = "needs the corpus, and wants a release build"]
fn pieces_cut_in_a_character_are_refused() {
    let mut weak = Vec::new();
    for traditional in [false, true] {
        let texts = corpus(traditional);
        let (mut heads, mut tails) = (Table::new(), Table::new());
        for size in [200, 2_000] {
            every_piece(&texts, size, |encoding, piece, bytes| {
                let wide = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
                let cut = |table: &mut Table, bytes: &[u8], exactly: bool| {
                    let (all, right, wrong) = table.entry((encoding.to_string(), size)).or_default();
                    *all += 1;
                    let (found, _) = read_as(bytes);
                    if found == format!("broken {encoding}") || !exactly && found.starts_with("broken") {
                        *right += 1;
                    } else {
                        *wrong.entry(found).or_default() += 1;
                    }
                };
                if wide(piece.chars().next()) {
                    cut(&mut heads, &bytes[1..], false);
                }
                if wide(piece.chars().next_back()) {
                    cut(&mut tails, &bytes[..bytes.len() - 1], true);
                }
            });
        }
        println!("cut in the first character");
        print(&heads);
        println!("cut in the last character");
        print(&tails);
        for ((encoding, size), (all, right, _)) in &tails {
            if (all - right) * 2_000 > *all && (traditional || encoding != "Big5") {
                weak.push(format!("{encoding} {size} without an end: {right} of {all}"));
            }
        }
        // What began within a character of two bytes is in step again behind the next character of ASCII, and in Big5 behind
        // most characters: there is little to see.
        for ((encoding, size), (all, right, _)) in &heads {
            let least = match encoding.as_str() {
                "Big5" => 0,
                "GB 18030" if traditional => all / 3,
                "GB 18030" => all * 98 / 100,
                _ => all * 999 / 1_000,
            };
            if *right < least {
                weak.push(format!("{encoding} {size} without a beginning: {right} of {all}"));
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}
