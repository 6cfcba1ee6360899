//! `cargo xtask <command>`.

use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use xtask::new_endpoint::{self, Endpoint};
use xtask::{Result, events, generate, openapi, samples, tidy, verify_pack};

/// The project's own checks and generators.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check that names, crate directions and the template agree.
    Tidy,
    /// Write docs/events.md from shared/events.
    Events {
        /// Only compare, and fail if it differs.
        #[arg(long)]
        check: bool,
    },
    /// Write openapi.json and asyncapi.json from the handlers.
    Openapi {
        /// Only compare, and fail if it differs.
        #[arg(long)]
        check: bool,
    },
    /// Write events/, a sample event of each function, from declarations and types.
    Samples {
        /// Only compare, and fail if one differs.
        #[arg(long)]
        check: bool,
    },
    /// Write what follows from the declarations of the functions: binaries, lists, stacks, tables.
    Generate {
        /// Only compare, and fail if something differs.
        #[arg(long)]
        check: bool,
    },
    /// Verify an evidence pack.
    VerifyPack {
        /// The pack.
        file: PathBuf,
        /// What `GET /v1/evidence-keys` has answered.
        #[arg(long)]
        keys: PathBuf,
    },
    /// Create every place of a new HTTP endpoint.
    NewEndpoint(Endpoint),
}

/// Bytes.
const STACK: usize = 512 * 1024 * 1024;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."));
    let command = Arguments::parse().command;
    // Whoever follows calls follows them deep.
    let work = std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || run(root, command).map_err(|error| error.to_string()));
    let ended = work.map_err(|error| error.to_string()).and_then(|work| {
        work.join()
            .unwrap_or_else(|_| Err("the command panicked".to_owned()))
    });
    match ended {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(root: &Path, command: Command) -> Result<ExitCode> {
    match command {
        Command::Tidy => return tidy(root),
        Command::Events { check } => events::run(root, check)?,
        Command::Openapi { check } => openapi::run(root, check)?,
        Command::Samples { check } => samples::run(root, check)?,
        Command::Generate { check } => generate::run(root, check)?,
        Command::VerifyPack { file, keys } => println!("{}", verify_pack::run(&file, &keys)?),
        Command::NewEndpoint(endpoint) => {
            let created = new_endpoint::create(root, &endpoint)?;
            println!("To go on with by hand:\n  {}", created.by_hand.join("\n  "));
            println!("Derived:\n  {}", created.derived.join("\n  "));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn tidy(root: &Path) -> Result<ExitCode> {
    let problems = tidy::problems(root)?;
    if problems.is_empty() {
        println!("tidy: {}", tidy::summary(root)?);
        return Ok(ExitCode::SUCCESS);
    }
    for problem in &problems {
        println!("{problem}");
    }
    println!("tidy: {} problems", problems.len());
    Ok(ExitCode::FAILURE)
}
