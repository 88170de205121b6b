//! What the examples share: options, input in any encoding, and how failure is told.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use gongwen::{Document, Encoding, Error, ParseOptions, Position};
use jiff::civil::Date;

/// The options that every example takes.
const OPTIONS: &str = "\
Reads FILE, or standard input without one or for -, in UTF-8, UTF-16, GB 18030 or Big5.

Options:
  --encoding NAME  utf-8, utf-16le, utf-16be, gb18030 or big5, instead of detection
  --as-of DATE     the day that 今年 and 3月 are resolved from: 2024-03-18
  --infer-years    a year that is not written is the one stated last before it
  --strict         refuse a text with anything odd in it
  --help           this text";

/// What to read, and how.
#[derive(Default)]
struct Arguments {
    file: Option<PathBuf>,
    encoding: Option<Encoding>,
    as_of: Option<Date>,
    infer_years: bool,
    strict: bool,
    help: bool,
}

/// Reads the input that the command line names, and has it written: `write` gets its name and the document.
/// `about` is the first line of the help.
///
/// The exit code is what `write` returns, or 2 where the input cannot be used. A reader that has enough is no error.
pub fn run<W>(about: &str, write: W) -> ExitCode
where
    W: FnOnce(&str, &Document<'_>, &mut dyn Write) -> io::Result<ExitCode>,
{
    match answer(about, write) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn answer<W>(about: &str, write: W) -> Result<ExitCode, String>
where
    W: FnOnce(&str, &Document<'_>, &mut dyn Write) -> io::Result<ExitCode>,
{
    let arguments = arguments(std::env::args_os().skip(1))?;
    if arguments.help {
        let code = writeln!(io::stdout(), "{about}\n\n{OPTIONS}").map(|()| ExitCode::SUCCESS);
        return written(code);
    }
    let (name, bytes) = read(arguments.file.as_ref())?;
    let document = parse(&arguments, &name, &bytes)?;
    let mut output = io::BufWriter::new(io::stdout().lock());
    let code = write(&name, &document, &mut output);
    written(code.and_then(|code| output.flush().map(|()| code)))
}

fn written(result: io::Result<ExitCode>) -> Result<ExitCode, String> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        other => other.map_err(|error| format!("standard output: {error}")),
    }
}

fn arguments(mut words: impl Iterator<Item = OsString>) -> Result<Arguments, String> {
    let mut arguments = Arguments::default();
    let mut only_files = false;
    while let Some(word) = words.next() {
        let option =
            if only_files { None } else { word.to_str().filter(|w| w.len() > 1 && w.starts_with('-')) };
        match option {
            Some("--") => only_files = true,
            Some(option) => set(&mut arguments, option, &mut words)?,
            None if arguments.file.is_some() => {
                return Err(format!("one file at a time: {}", word.display()));
            }
            None => arguments.file = Some(word.into()),
        }
    }
    Ok(arguments)
}

/// Sets one option, `--name value` or `--name=value`.
fn set(
    arguments: &mut Arguments,
    option: &str,
    words: &mut impl Iterator<Item = OsString>,
) -> Result<(), String> {
    let (name, joined) = match option.split_once('=') {
        Some((name, value)) => (name, Some(value.to_owned())),
        None => (option, None),
    };
    let mut value = || {
        let next = || words.next().and_then(|word| word.into_string().ok());
        joined.clone().or_else(next).ok_or_else(|| format!("{name} needs a value"))
    };
    match name {
        "--encoding" => arguments.encoding = Some(encoding(&value()?)?),
        "--as-of" => arguments.as_of = Some(date(&value()?)?),
        "--infer-years" if joined.is_none() => arguments.infer_years = true,
        "--strict" if joined.is_none() => arguments.strict = true,
        "--help" | "-h" if joined.is_none() => arguments.help = true,
        _ => return Err(format!("unknown option {option}; --help lists them")),
    }
    Ok(())
}

fn encoding(name: &str) -> Result<Encoding, String> {
    name.parse().map_err(|_| format!("unknown encoding {name}: utf-8, utf-16le, utf-16be, gb18030 or big5"))
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("no date: {text}; one is written 2024-03-18"))
}

/// The name and the bytes of the input.
fn read(file: Option<&PathBuf>) -> Result<(String, Vec<u8>), String> {
    let (name, bytes) = match file.filter(|path| path.as_os_str() != "-") {
        Some(path) => (path.display().to_string(), std::fs::read(path)),
        None => ("standard input".to_owned(), read_stdin()),
    };
    match bytes {
        Ok(bytes) => Ok((name, bytes)),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut input = io::stdin().lock();
    if input.is_terminal() {
        eprintln!("reading standard input; --help tells what else");
    }
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map(|_| bytes)
}

fn parse<'a>(arguments: &Arguments, name: &str, bytes: &'a [u8]) -> Result<Document<'a>, String> {
    let mut options = ParseOptions::new().strict(arguments.strict).infer_years(arguments.infer_years);
    options = options.maybe_as_of(arguments.as_of);
    if let Some(encoding) = arguments.encoding {
        options = options.encoding(encoding);
    }
    options.parse_bytes(bytes).map_err(|error| match error {
        Error::Strict { diagnostic, position: Position { line, column, .. } } => {
            format!("{name}:{line}:{column}: {}", diagnostic.kind)
        }
        error => format!("{name}: {error}"),
    })
}
