//! Ten tasks that people have, each as a program that runs.
//!
//! 1. [Which documents does a text cite?](#1-which-documents-does-a-text-cite)
//! 2. [A table of targets](#2-a-table-of-targets)
//! 3. [Chunks for retrieval that know where they stand](#3-chunks-for-retrieval-that-know-where-they-stand)
//! 4. [Every date as days of the calendar](#4-every-date-as-days-of-the-calendar)
//! 5. [Highlights in a web page](#5-highlights-in-a-web-page)
//! 6. [Positions for an editor, in UTF-16](#6-positions-for-an-editor-in-utf-16)
//! 7. [Files in GBK](#7-files-in-gbk)
//! 8. [A strict check of one's own drafts](#8-a-strict-check-of-ones-own-drafts)
//! 9. [A folder, on all cores](#9-a-folder-on-all-cores)
//! 10. [Into a database](#10-into-a-database)
//!
//! # 1. Which documents does a text cite?
//!
//! Titles and document numbers; a number that stands at a title is the title's, and a short name leads back to the title that
//! it is short for, so that each document is counted once. [`Layers::TITLES`](crate::Layers::TITLES) leaves the rest unread.
//!
//! ```
//! use std::collections::BTreeMap;
//! use gongwen::{Layers, ParseOptions};
//!
//! let text = "根据《江南省节水条例》（以下简称《条例》）和《城镇排水办法》（国务院令第641号），\
//!             制定本细则。《条例》另有规定的，从其规定。";
//! let document = ParseOptions::new().layers(Layers::TITLES).parse(text)?;
//! let mut cited: BTreeMap<&str, usize> = BTreeMap::new();
//! for title in document.titles() {
//!     let fuller = document.fuller_title(title).unwrap_or(title);
//!     *cited.entry(&fuller.name).or_default() += 1;
//! }
//! // 《条例》 stands twice: where it is defined, and where it is used.
//! assert_eq!(cited, BTreeMap::from([("江南省节水条例", 3), ("城镇排水办法", 1)]));
//! let number = document.titles().find_map(|title| title.number.as_ref()).unwrap();
//! assert_eq!((number.issuer.as_deref(), number.serial.as_str()), (Some("国务院令"), "641"));
//! # Ok::<(), gongwen::Error>(())
//! ```
//!
//! # 2. A table of targets
//!
//! What is due when: the time of the target's own sentence, or else the one stated above it.
//!
//! ```
//! use gongwen::{Modality, parse};
//!
//! let text = "二、2025年工作安排\n力争绿地率提高到40%左右。\
//!             规上工业增加值增长6%以上。去年建成公园12个。\n";
//! let document = parse(text);
//! let mut table = String::new();
//! for target in document.targets().iter().filter(|target| target.modality != Modality::Fact) {
//!     let due = target.due.or(target.inherited_due).map(|time| time.value.to_string());
//!     let row = [
//!         document.slice(target.subject),
//!         target.change.as_str(),
//!         document.slice(target.amount.extent()),
//!         due.as_deref().unwrap_or("–"),
//!     ];
//!     table += &format!("{}\n", row.join(" | "));
//! }
//! assert_eq!(
//!     table,
//!     "绿地率 | up_to | 40%左右 | 2025\n\
//!      规上工业增加值 | up_by | 6%以上 | 2025\n"
//! );
//! ```
//!
//! # 3. Chunks for retrieval that know where they stand
//!
//! Every item of the outline gives one chunk: its own words, which are in none of the lists in it, under the headings that lead
//! to it. A chunk found by a search then says which section it is from.
//!
//! ```
//! use gongwen::{Item, parse};
//!
//! let text = "一、总体要求\n坚持节水优先。\n二、重点任务\n\
//!             （一）治理河道。抓好：一是清淤，二是护岸。\n此外，每月巡查。\n（二）修复湿地。补水两次。\n";
//! let document = parse(text);
//! let chunk = |item: &Item<'_>| {
//!     let path: Vec<&str> = item.path().map(Item::heading).collect();
//!     let words: Vec<&str> = item.own_spans().map(|span| document.slice(span).trim()).collect();
//!     format!("[{}] {}", path.join(" > "), words.join(" … "))
//! };
//! let chunks: Vec<String> = document.items().map(|item| chunk(&item)).collect();
//! assert_eq!(chunks[0], "[总体要求] 一、总体要求\n坚持节水优先。");
//! assert_eq!(chunks[2], "[重点任务 > 治理河道] （一）治理河道。抓好： … 此外，每月巡查。");
//! assert_eq!(chunks[3], "[重点任务 > 治理河道 > 清淤] 一是清淤，");
//! assert_eq!(chunks.len(), 6);
//! ```
//!
//! What stands before, between and behind the outermost lists is in no item: take it from
//! [`Document::lists`](crate::Document::lists) and their spans. Together with it, the chunks have every character of the
//! document but blanks, page numbers and the marks of Markdown headings between items.
//!
//! # 4. Every date as days of the calendar
//!
//! 今年 and 三年内 count from the day given, 3月底 takes the year that the text stated last. Both ends are days of their own,
//! and what cannot be resolved has none.
//!
//! ```
//! use gongwen::ParseOptions;
//!
//! let options = ParseOptions::new().as_of("2024-05-06".parse()?).infer_years(true);
//! let text = "2023年启动，3月底前摸底；今年完成，“十五五”期间推广，自受理之日起30日内答复。";
//! let document = options.parse(text)?;
//! let days: Vec<String> = document
//!     .times()
//!     .map(|time| match time.days() {
//!         Some((first, last)) => format!("{} {first} {last}", document.slice(time.span)),
//!         None => format!("{} ?", document.slice(time.span)),
//!     })
//!     .collect();
//! assert_eq!(
//!     days,
//!     [
//!         "2023年 2023-01-01 2023-12-31",
//!         "3月底 2023-03-21 2023-03-31",
//!         "今年 2024-01-01 2024-12-31",
//!         "“十五五” 2026-01-01 2030-12-31",
//!         "30日 ?",
//!     ]
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! With the features `chrono04` and `time03` the days are there as dates of those crates as well.
//!
//! # 5. Highlights in a web page
//!
//! Entities are in order and do not overlap, so one walk marks them all. Escape what stands between and inside.
//!
//! ```
//! use gongwen::{Entity, parse};
//!
//! fn escape(text: &str) -> String {
//!     text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
//! }
//!
//! let document = parse("A&B区<全区>到2025年绿化率40%。");
//! let (mut html, mut at) = (String::new(), 0);
//! for entity in document.entities() {
//!     let class = match entity {
//!         Entity::Time(_) => "time",
//!         Entity::Quantity(_) => "quantity",
//!         _ => "other",
//!     };
//!     let span = entity.span();
//!     html += &escape(&document.text()[at..span.start]);
//!     html += &format!("<mark class=\"{class}\">{}</mark>", escape(document.slice(span)));
//!     at = span.end;
//! }
//! html += &escape(&document.text()[at..]);
//! assert_eq!(
//!     html,
//!     "A&amp;B区&lt;全区&gt;到<mark class=\"time\">2025年</mark>\
//!      绿化率<mark class=\"quantity\">40%</mark>。"
//! );
//! ```
//!
//! The example `report` does so for a whole page, with targets that overlap entities.
//!
//! # 6. Positions for an editor, in UTF-16
//!
//! [`Document::positions`](crate::Document::positions) is made once for all places. It counts lines and characters from 1, as
//! editors show them; [`Position::lsp`](crate::Position::lsp) is what the Language Server Protocol asks for.
//!
//! ```
//! use gongwen::parse;
//!
//! let document = parse("𠮷林市通知：\n𠮷林市于2月30日开会。\n");
//! let positions = document.positions();
//! let remark = &document.diagnostics()[0];
//! let [start, end] = [remark.span.start, remark.span.end].map(|at| positions.position(at));
//! assert_eq!(remark.kind.to_string(), "no such date");
//! // 𠮷 takes two units.
//! assert_eq!((start.lsp(), end.lsp()), ((1, 5), (1, 10)));
//! assert_eq!(start.column, 5);
//! // From the start of the text, as Python and as JavaScript count.
//! assert_eq!((positions.chars(remark.span.start), positions.utf16(remark.span.start)), (11, 13));
//! // And back: what the pointer rests on, for a hover or a jump.
//! assert_eq!(positions.offset_of_lsp(1, 5), remark.span.start);
//! assert!(document.entity_at(positions.offset_of_lsp(0, 2)).is_none());
//! ```
//!
//! # 7. Files in GBK
//!
//! [`ParseOptions::parse_bytes`](crate::ParseOptions::parse_bytes) finds the encoding out, or takes the one you know. GB 18030
//! is GBK and GB 2312 as well. Spans count in the decoded text, which the document holds.
//!
//! ```
//! # #[cfg(feature = "encoding")] {
//! use gongwen::{Encoding, Error, ParseOptions};
//!
//! let text = "经研究，决定于2024年5月1日起施行《江南省节水条例》。";
//! let bytes = encoding_rs::GBK.encode(text).0;
//! let document = ParseOptions::new().encoding(Encoding::Gb18030).parse_bytes(&bytes)?;
//! assert_eq!(document.titles().next().unwrap().name, "江南省节水条例");
//! assert!(document.text().starts_with("经研究"));
//!
//! // Broken bytes are refused where they stand; nothing is replaced in silence.
//! let cut = &bytes[..7];
//! let refused = ParseOptions::new().encoding(Encoding::Gb18030).parse_bytes(cut);
//! assert_eq!(refused, Err(Error::Malformed { encoding: Encoding::Gb18030, offset: 6 }));
//!
//! // Who would rather have most of a damaged page decodes it alone; � stands where something was.
//! let (text, _, damaged) = encoding_rs::GB18030.decode(cut);
//! assert!(damaged);
//! assert_eq!(gongwen::parse(&text).text(), "经研究\u{fffd}");
//! # }
//! # Ok::<(), gongwen::Error>(())
//! ```
//!
//! # 8. A strict check of one's own drafts
//!
//! Any text is a document, and what looks wrong in it is a remark. For a gate that lets nothing odd through, make the first
//! remark an error.
//!
//! ```
//! use gongwen::{ParseOptions, parse};
//!
//! let draft = "提出三点要求：一是摸清家底；三是严格执法。按《节水条例办理。";
//! let document = parse(draft);
//! let remarks = document.diagnostics().iter().map(|remark| remark.kind.to_string());
//! assert_eq!(
//!     remarks.collect::<Vec<String>>(),
//!     ["3 announced, 2 found", "item 2 is missing before item 3", "《 is not closed"]
//! );
//!
//! let refused = ParseOptions::new().strict(true).parse(draft).unwrap_err();
//! assert_eq!(refused.to_string(), "3 announced, 2 found at line 1, column 1");
//! ```
//!
//! The example `lint` shows remarks in their lines and adds checks of short names.
//!
//! # 9. A folder, on all cores
//!
//! Parsing keeps no state and documents can be sent between threads, so a scope of threads over a queue is enough; with rayon
//! it is `paths.par_iter()`. `max_len` keeps a stray giant out.
//!
//! ```
//! use std::sync::Mutex;
//! use std::{env, fs, thread};
//! use gongwen::ParseOptions;
//!
//! # let folder = env::temp_dir().join(format!("gongwen-cookbook-{}", std::process::id()));
//! # fs::create_dir_all(&folder)?;
//! # for n in 0..20 { fs::write(folder.join(format!("{n}.txt")), format!("到2025年，建成公园{n}个。"))?; }
//! let options = ParseOptions::new().max_len(16 << 20);
//! let queue = Mutex::new(fs::read_dir(&folder)?);
//! let found: Mutex<Vec<(String, usize)>> = Mutex::default();
//! thread::scope(|scope| {
//!     for _ in 0..thread::available_parallelism().map_or(1, Into::into) {
//!         scope.spawn(|| {
//!             loop {
//!                 // The lock is let go at the end of the line.
//!                 let Some(Ok(entry)) = queue.lock().unwrap().next() else { break };
//!                 let Ok(bytes) = fs::read(entry.path()) else { continue };
//!                 let name = entry.file_name().to_string_lossy().into_owned();
//!                 match options.parse_bytes(&bytes) {
//!                     Ok(document) => {
//!                         found.lock().unwrap().push((name, document.targets().len()));
//!                     }
//!                     Err(error) => eprintln!("{name}: {error}"),
//!                 }
//!             }
//!         });
//!     }
//! });
//! assert_eq!(found.into_inner()?.iter().map(|(_, targets)| targets).sum::<usize>(), 20);
//! # fs::remove_dir_all(&folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Beyond one machine, the example `jsonl` is a line filter for Spark, Hive and the like: see `examples/spark/`.
//!
//! # 10. Into a database
//!
//! One row for each target in CSV, which databases load with `COPY … FROM STDIN CSV`, `.import --csv` or `read_csv`. Amounts are exact decimals, so the column is `numeric`; a range has two ends.
//!
//! ```
//! use gongwen::{TargetAmount, parse};
//!
//! const TABLE: &str = "create table target (
//!     document text, start_byte integer, subject text, change text,
//!     low numeric, high numeric, unit text, due text, due_by date, modality text)";
//!
//! fn field(value: impl ToString) -> String {
//!     format!("\"{}\"", value.to_string().replace('"', "\"\""))
//! }
//!
//! let document = parse("到2025年底前，“绿色”工厂达到5至6家。");
//! let mut csv = String::new();
//! for target in document.targets() {
//!     let TargetAmount::Quantity(quantity) = &target.amount else { continue };
//!     // A third is no decimal.
//!     let Some((low, high)) = quantity.amount.ends() else { continue };
//!     let due = target.due.map(|time| time.value.to_string()).unwrap_or_default();
//!     let due_by = target.due.and_then(|time| time.last);
//!     let due_by = due_by.map(|day| day.to_string()).unwrap_or_default();
//!     let row = [
//!         field("notice.txt"), field(target.span.start),
//!         field(document.slice(target.subject)), field(target.change),
//!         field(low), field(high), field(&quantity.unit),
//!         field(due), field(due_by), field(target.modality),
//!     ];
//!     csv += &format!("{}\n", row.join(","));
//! }
//! let row = r#""notice.txt","19","“绿色”工厂","to","5","6","家","2025-end","2025-12-31","goal""#;
//! assert_eq!(csv, format!("{row}\n"));
//! // As many fields as columns.
//! assert_eq!(row.matches("\",\"").count(), TABLE.matches(',').count());
//! ```
//!
//! With the feature `serde` the whole document goes into a column of JSON: see `schema/document.json` for its shape.
