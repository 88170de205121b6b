//! `public-api.txt` lists all that is public, with every feature; this compares it with what is so now.
//!
//! `BLESS=1 cargo run --manifest-path tests/public_api/Cargo.toml` writes it anew. Traits that are derived are not in it:
//! `traits` in `tests/api.rs` holds them.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

/// The format of rustdoc's JSON that is read for sure. It is not stable: another one is tried, and not held against anybody.
const FORMAT: u64 = 57;

/// Modules that only the documentation has: no build does.
const PAGES: [&str; 2] = ["pub mod gongwen::cookbook", "pub mod gongwen::promises"];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let json = document(&root)?;
    let public = public_api::Builder::from_rustdoc_json(&json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build();
    let public = match public {
        Ok(public) => public
            .items()
            .map(ToString::to_string)
            .filter(|item| !PAGES.contains(&item.as_str()))
            .map(|item| item + "\n")
            .collect::<String>(),
        Err(error) => {
            let format =
                serde_json::from_slice::<serde_json::Value>(&fs::read(&json)?)?["format_version"].as_u64();
            if format == Some(FORMAT) {
                return Err(error.into());
            }
            println!(
                "skipped: this rustdoc writes JSON of format {format:?}, and {FORMAT} is what is read: {error}"
            );
            return Ok(ExitCode::SUCCESS);
        }
    };

    let path = root.join("public-api.txt");
    if env::var_os("BLESS").is_some() {
        fs::write(path, public)?;
        return Ok(ExitCode::SUCCESS);
    }
    // A checkout on Windows may have carriage returns.
    let listed = fs::read_to_string(path)?.replace('\r', "");
    let differs = |from: &str, to: &str, sign: &str| {
        let lines: Vec<&str> = to.lines().collect();
        let missing = from.lines().filter(|line| !lines.contains(line));
        missing.map(|line| println!("{sign}{line}")).count() > 0
    };
    let (gone, new) = (differs(&listed, &public, "-"), differs(&public, &listed, "+"));
    if gone || new {
        println!(
            "public-api.txt is out of date; BLESS=1 writes it anew. A line that goes away breaks the crate's users."
        );
        return Ok(ExitCode::FAILURE);
    }
    println!("{} lines, as listed", public.lines().count());
    Ok(ExitCode::SUCCESS)
}

/// Has rustdoc write its JSON, and says where.
fn document(root: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let target = root.join("target/public-api");
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["rustdoc", "--quiet", "--lib", "--all-features", "--manifest-path"])
        .arg(root.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .args(["--", "-Zunstable-options", "--output-format=json", "--cap-lints=allow"])
        // A stable rustdoc writes it too, if told so.
        .env("RUSTC_BOOTSTRAP", "1")
        .status()?;
    if !status.success() {
        return Err("rustdoc wrote no JSON".into());
    }
    Ok(target.join("doc/gongwen.json"))
}
