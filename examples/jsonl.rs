//! A line filter: JSON lines in, JSON lines out, in the same order.
//!
//! Reads `{"id": any, "text": "…", "as_of": "2021-04-01", "infer_years": true}` from standard input, a line each, and writes
//! `{"id": …, "document": {…}}`, or `{"id": …, "error": "…"}` for a line that it cannot use. An id is written as it was read; blank
//! lines have no answer.
//!
//! Uses the cores it is given; a few batches of lines for each are in memory at a time. Where standard error is a terminal, a
//! line there says how far it is.

use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use gongwen::{Document, ParseOptions};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// How many bytes of lines a core takes at once, if so many have come.
const BATCH: usize = 64 * 1024;

/// Some lines, and where their answers go.
struct Job {
    lines: Vec<u8>,
    answers: SyncSender<Answers>,
}

/// The answers to some lines, and how much of the input these were.
struct Answers {
    written: Vec<u8>,
    lines: usize,
    bytes: usize,
}

const USAGE: &str = "\
Reads JSON lines from standard input, UTF-8: {\"id\": any, \"text\": \"…\", \"as_of\": \"2021-04-01\",
\"infer_years\": true}, the last two as needed.
Writes one for each in the same order: {\"id\": …, \"document\": {…}} or {\"id\": …, \"error\": \"…\"}.";

fn main() -> ExitCode {
    if let Some(argument) = std::env::args_os().nth(1) {
        if argument == "--help" {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        eprintln!("jsonl: no argument is taken, but {}\n{USAGE}", argument.display());
        return ExitCode::from(2);
    }
    match filter() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jsonl: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers all lines of standard input.
fn filter() -> io::Result<()> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    // Whichever core is free takes the next job; the writer has the places where answers come out in the order of the lines.
    let (jobs, queue) = sync_channel(cores);
    let (places, order) = sync_channel(2 * cores);
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| work(&queue));
        }
        let writer = scope.spawn(move || write(&order));
        let read = read(io::stdin(), &jobs, &places);
        // The others end when nothing more comes.
        drop((jobs, places));
        read.and(writer.join().unwrap_or_else(|_| Err(io::Error::other("the writer failed"))))
    })
}

/// Hands out the lines, until there are no more or nobody wants the answers.
fn read(input: impl Read, jobs: &SyncSender<Job>, places: &SyncSender<Receiver<Answers>>) -> io::Result<()> {
    const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
    let mut input = BufReader::with_capacity(BATCH, input);
    let mut first = true;
    loop {
        let mut lines = Vec::new();
        input.read_until(b'\n', &mut lines)?;
        // A file may begin with a mark, which is no JSON.
        if first && lines.starts_with(BYTE_ORDER_MARK) {
            lines.drain(..BYTE_ORDER_MARK.len());
        }
        first = false;
        // Lines that are here are taken along; none is waited for.
        while lines.len() < BATCH && input.buffer().contains(&b'\n') {
            input.read_until(b'\n', &mut lines)?;
        }
        let (answers, place) = sync_channel(1);
        let last = lines.is_empty();
        if last || places.send(place).is_err() || jobs.send(Job { lines, answers }).is_err() {
            return Ok(());
        }
    }
}

/// Answers one job after the other.
fn work(queue: &Mutex<Receiver<Job>>) {
    let next = || queue.lock().ok()?.recv().ok();
    while let Some(job) = next() {
        let mut answers = Answers { written: Vec::new(), lines: 0, bytes: job.lines.len() };
        for line in job.lines.split(|b| *b == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
            answer(line, &mut answers.written);
            answers.written.push(b'\n');
            answers.lines += 1;
        }
        // Nobody is there if the reader of the output has enough.
        let _ = job.answers.send(answers);
    }
}

/// Writes the answers in the order of the lines.
fn write(order: &Receiver<Receiver<Answers>>) -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout());
    let mut progress = Progress::new();
    loop {
        let place = match order.try_recv() {
            Ok(place) => place,
            Err(TryRecvError::Disconnected) => break,
            Err(TryRecvError::Empty) => {
                // Who waits for answers before the next line gets them.
                if let Err(error) = output.flush() {
                    return unless_closed(error);
                }
                let Ok(place) = order.recv() else { break };
                place
            }
        };
        let answers = place.recv().map_err(|_| io::Error::other("a line could not be answered"))?;
        if let Err(error) = output.write_all(&answers.written) {
            return unless_closed(error);
        }
        progress.add(&answers);
    }
    progress.end();
    output.flush().or_else(unless_closed)
}

/// An error, but for that of a reader who has enough.
fn unless_closed(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) }
}

/// How far it is, on a terminal.
struct Progress {
    shown: bool,
    start: Instant,
    last: Option<Instant>,
    lines: usize,
    bytes: usize,
}

impl Progress {
    fn new() -> Self {
        let shown = io::stderr().is_terminal();
        Self { shown, start: Instant::now(), last: None, lines: 0, bytes: 0 }
    }

    fn add(&mut self, answers: &Answers) {
        self.lines += answers.lines;
        self.bytes += answers.bytes;
        let due = self.last.is_none_or(|last| last.elapsed() > Duration::from_millis(200));
        if self.shown && due {
            self.last = Some(Instant::now());
            self.show("");
        }
    }

    fn end(&self) {
        if self.shown {
            self.show("\n");
        }
    }

    #[allow(clippy::cast_precision_loss)] // read to one digit
    fn show(&self, end: &str) {
        let (megabytes, seconds) = (self.bytes as f64 / 1e6, self.start.elapsed().as_secs_f64());
        let rate = megabytes / seconds.max(1e-3);
        eprint!("\r{} lines, {megabytes:.1} MB, {rate:.1} MB/s{end}", self.lines);
    }
}

/// What a line asks; its parts are read one by one, so that an answer has the id whatever is wrong with the others.
#[derive(Deserialize)]
struct Request<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Option<&'a RawValue>,
    #[serde(borrow)]
    as_of: Option<&'a RawValue>,
    #[serde(borrow)]
    infer_years: Option<&'a RawValue>,
}

impl Request<'_> {
    /// The text, and how to read it.
    fn asked(&self) -> Result<(String, ParseOptions), String> {
        let text = string("text", self.text)?.ok_or("no text")?;
        let date = string("as_of", self.as_of)?;
        let date = date.as_deref().map(as_of).transpose()?;
        let infer_years = self.infer_years.map_or(Ok(false), |part| serde_json::from_str(part.get()));
        let infer_years = infer_years.map_err(|_| "infer_years is neither true nor false")?;
        Ok((text, ParseOptions::new().maybe_as_of(date).infer_years(infer_years)))
    }
}

/// The answer to one line.
fn answer(line: &[u8], out: &mut Vec<u8>) {
    #[derive(Serialize)]
    struct Answer<'a> {
        id: Option<&'a RawValue>,
        #[serde(skip_serializing_if = "Option::is_none")]
        document: Option<Document<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        error: Option<String>,
    }
    let (id, asked) = match request(line) {
        Ok(request) => (request.id, request.asked()),
        Err(error) => (None, Err(error)),
    };
    let (document, error) = match &asked {
        Ok((text, options)) => match options.parse(text) {
            Ok(document) => (Some(document), None),
            Err(error) => (None, Some(error.to_string())),
        },
        Err(error) => (None, Some(error.clone())),
    };
    serde_json::to_writer(out, &Answer { id, document, error })
        .expect("documents are JSON and memory takes all");
}

fn request(line: &[u8]) -> Result<Request<'_>, String> {
    if line.trim_ascii_start().first() != Some(&b'{') {
        return Err("the line is no JSON object".into());
    }
    // Its line is always the first.
    serde_json::from_slice(line).map_err(|error| {
        let told = error.to_string();
        let what = told.split(" at line ").next().unwrap_or(&told);
        format!("the line is no JSON object: {what} at column {}", error.column())
    })
}

/// A part of a request that is a string, if it has one.
fn string(name: &str, part: Option<&RawValue>) -> Result<Option<String>, String> {
    part.map(|part| serde_json::from_str(part.get()).map_err(|_| format!("{name} is no string"))).transpose()
}

/// A date; a year or a month stands for its first day.
fn as_of(date: &str) -> Result<Date, String> {
    let full = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.into(),
    };
    full.parse().map_err(|error| format!("as_of {date:?}: {error}"))
}
