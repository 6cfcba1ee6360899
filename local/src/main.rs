//! `proconnect-local`: serves ProConnect from one process, or prints what follows from its functions.

use clap::{Parser, Subcommand};
use proconnect_local::template::Template;
use proconnect_local::{Caching, Error, Options, World, asyncapi, demo, openapi, samples};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(about = "ProConnect in one process: no account, no Docker, no network.")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The port to listen on.
    #[arg(long, env = "PORT", default_value_t = 8080)]
    port: u16,
    /// Where state is kept.
    #[arg(long, env = "DATA_DIR", default_value = ".local")]
    data_dir: PathBuf,
    /// The project's folder.
    #[arg(long, env = "PROJECT_ROOT", default_value = ".")]
    root: PathBuf,
    /// 0 starts without the demo marketplace.
    #[arg(long, env = "DEMO", default_value_t = 1)]
    demo: u8,
    /// A Stripe test key; without it the stand-in is used.
    #[arg(long, env = "STRIPE_SECRET_KEY", hide_env_values = true)]
    stripe_key: Option<String>,
    /// The secret of the webhook endpoint at Stripe.
    #[arg(long, env = "STRIPE_WEBHOOK_SECRETS", hide_env_values = true)]
    stripe_webhook_secret: Option<String>,
    /// clamd, as host:port or the path of its socket; without it, Debian's is looked for.
    #[arg(long, env = "CLAMD_ADDRESS")]
    clamd: Option<String>,
    /// A Redis or Valkey for rate limits and hot lists, such as redis://localhost; without it, the table and memory.
    #[arg(long, env = "CACHE_URL", hide_env_values = true)]
    cache: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Prints the OpenAPI document.
    Openapi,
    /// Prints a sample event of each function, by its name.
    Samples,
    /// Prints the AsyncAPI document.
    Asyncapi,
}

fn main() -> ExitCode {
    // Started by itself, to draw a page and nothing else.
    if let Some(exit) = proconnect_preview::as_child() {
        return exit;
    }
    let arguments = Arguments::parse();
    let result = match &arguments.command {
        Some(command) => print(command, &arguments),
        None => serve(arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("proconnect-local: {error}");
            ExitCode::FAILURE
        }
    }
}

fn print(command: &Command, arguments: &Arguments) -> Result<(), Error> {
    let template = Template::read(&arguments.root.join("infra/queues.yaml"))?;
    let text = match command {
        Command::Openapi => serde_json::to_string_pretty(&openapi::document(&template))?,
        Command::Asyncapi => serde_json::to_string_pretty(&asyncapi::document())?,
        Command::Samples => serde_json::to_string_pretty(&samples::events(&template)?)?,
    };
    println!("{text}");
    Ok(())
}

#[tokio::main]
async fn serve(arguments: Arguments) -> Result<(), Error> {
    proconnect_runtime::init_tracing();
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", arguments.port)).await;
    let listener =
        listener.map_err(|error| format!("port {}: {error}. Choose another with PORT.", arguments.port))?;
    let address = format!("http://localhost:{}", listener.local_addr()?.port());
    let world = World::open(Options {
        data_dir: Some(arguments.data_dir.clone()),
        root: arguments.root,
        public_url: address.clone(),
        password_cost: proconnect_auth::MIN_COST,
        stripe_key: arguments.stripe_key,
        stripe_webhook_secret: arguments.stripe_webhook_secret,
        clamd: arguments.clamd,
        program: "/proc/self/exe".into(),
        cache: match arguments.cache.filter(|url| !url.is_empty()) {
            Some(url) => Caching::Redis(url, proconnect_cache::PATIENCE),
            None => Caching::Memory,
        },
    })
    .await?;
    world.write_functions_env(&arguments.data_dir.join("functions.env"))?;
    let router = world.router().into_make_service_with_connect_info::<SocketAddr>();
    let making = world.demo.write().await;
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let mut is_whole = true;
    if arguments.demo != 0
        && let Err(error) = demo::seed(&world).await
    {
        // Everything but the demo works.
        is_whole = false;
        eprintln!("The demo marketplace is not whole: {error}");
    }
    drop(making);
    world.start();
    println!("ProConnect runs at {address}");
    println!("  state       {}", arguments.data_dir.display());
    println!("  virus scan  {}", world.scanner);
    println!("  cache       {}", world.cache);
    println!("  operator    {address}/_local/  (mails with one-time codes, queues, clock)");
    if !is_whole {
        println!("  demo        NOT WHOLE: a new DATA_DIR makes another");
    } else if arguments.demo != 0 {
        println!("  accounts    password “{}”", demo::PASSWORD);
        for (email, what) in demo::ACCOUNTS {
            println!("    {email:<28}{what}");
        }
    }
    tokio::select! {
        result = server => Ok(result??),
        _ = tokio::signal::ctrl_c() => Ok(()),
    }
}
