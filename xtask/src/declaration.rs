//! What a handler's file declares of its function: `pub const FUNCTION: Function = proconnect_runtime::http!(…);`.

use crate::Result;
use crate::name::Name;
use crate::tree::Tree;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Ident, Item, LitBool, LitInt, LitStr, Token};

/// What triggers a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trigger {
    /// A route of the HTTP API.
    Http {
        /// `POST`.
        method: String,
        /// `/v1/tasks/{taskId}/bids`.
        path: String,
    },
    /// A queue, by its name.
    Queue(String),
    /// The table's stream.
    Stream,
    /// A schedule.
    Schedule(String),
    /// A route of the WebSocket API.
    Socket(String),
    /// An operator.
    Manual,
}

/// A function, as its handler's file declares it.
#[derive(Debug, Clone)]
pub struct Declaration {
    /// Its name, from the file.
    pub name: Name,
    /// What triggers it.
    pub trigger: Trigger,
    /// What it does, as its file begins: `Sends mails.` of `//! SQS: sends mails.`
    pub summary: String,
    /// The comment above the declaration, as one line. An endpoint's says who may, and what it does.
    pub comment: String,
    /// Megabytes.
    pub memory: u32,
    /// Seconds.
    pub timeout: u32,
    /// Messages or records in one call.
    pub batch: u32,
    /// Seconds that one message takes at worst.
    pub worst: u32,
    /// Deliveries before the dead-letter queue.
    pub receives: u32,
    /// Calls of a queue at the same time; 0 for any number.
    pub concurrency: u32,
    /// Reserved calls; 0 for none.
    pub reserved: u32,
    /// Whether it runs in the scanner's image.
    pub image: bool,
}

impl Declaration {
    /// `PaymentsQueue` of `payments.fifo`, for a queue's consumer.
    pub fn queue(&self) -> Option<Queue<'_>> {
        match &self.trigger {
            Trigger::Queue(name) => Some(Queue { name, consumer: self }),
            _ => None,
        }
    }

    /// Method and path, for an HTTP function.
    pub fn route(&self) -> Option<(&str, &str)> {
        match &self.trigger {
            Trigger::Http { method, path } => Some((method, path)),
            _ => None,
        }
    }
}

/// A queue, as its consumer declares it.
pub struct Queue<'a> {
    /// `payments.fifo`.
    pub name: &'a str,
    /// Who consumes it.
    pub consumer: &'a Declaration,
}

impl Queue<'_> {
    /// Whether it keeps the order of each group.
    pub fn is_fifo(&self) -> bool {
        self.name.ends_with(".fifo")
    }

    /// `payments`.
    pub fn plain(&self) -> &str {
        self.name.trim_end_matches(".fifo")
    }

    /// `Payments`: what the ids of its resources begin with.
    pub fn id(&self) -> String {
        self.plain().split('-').map(crate::name::capitalised).collect()
    }

    /// Seconds that a message which was received is hidden: AWS asks for six times the consumer's timeout.
    pub fn visibility(&self) -> u32 {
        6 * self.consumer.timeout
    }
}

/// Every declaration of the tree, by domain and name.
pub fn all(tree: &Tree) -> Result<Vec<Declaration>> {
    let mut found = Vec::new();
    for domain in tree.names("functions", "")? {
        for module in tree.names(&format!("functions/{domain}/src"), ".rs")? {
            let file = format!("functions/{domain}/src/{module}.rs");
            let text = tree.read(&file)?;
            if text.contains("const FUNCTION: ") {
                let name = Name::from_module(&domain, &module)
                    .ok_or_else(|| format!("{file}: names no function"))?;
                found.push(parse(name, &text).map_err(|error| format!("{file}: {error}"))?);
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn parse(name: Name, text: &str) -> Result<Declaration> {
    let file = syn::parse_file(text)?;
    let summary = summary(&file.attrs);
    let constant = file.items.into_iter().find_map(|item| match item {
        Item::Const(item) if item.ident == "FUNCTION" => Some(item),
        _ => None,
    });
    let constant = constant.ok_or("no constant FUNCTION")?;
    let Expr::Macro(call) = &*constant.expr else {
        return Err("FUNCTION is not one of runtime's declarations".into());
    };
    let kind = call
        .mac
        .path
        .segments
        .last()
        .map(|segment| segment.ident.to_string())
        .unwrap_or_default();
    let arguments: Arguments = call
        .mac
        .parse_body_with(|input: ParseStream<'_>| Arguments::parse(&kind, input))?;
    let mut declaration = Declaration {
        name,
        trigger: arguments.trigger,
        summary,
        comment: comment(&constant.attrs),
        memory: 256,
        timeout: 15,
        batch: 10,
        worst: 1,
        receives: 5,
        concurrency: 0,
        reserved: 0,
        image: false,
    };
    for (setting, value) in arguments.settings {
        declaration.set(&setting, value)?;
    }
    Ok(declaration)
}

impl Declaration {
    fn set(&mut self, setting: &str, value: Setting) -> Result<()> {
        let place = match (setting, value) {
            ("memory", Setting::Number(value)) => (&mut self.memory, value),
            ("timeout", Setting::Number(value)) => (&mut self.timeout, value),
            ("batch", Setting::Number(value)) => (&mut self.batch, value),
            ("worst", Setting::Number(value)) => (&mut self.worst, value),
            ("receives", Setting::Number(value)) => (&mut self.receives, value),
            ("concurrency", Setting::Number(value)) => (&mut self.concurrency, value),
            ("reserved", Setting::Number(value)) => (&mut self.reserved, value),
            ("image", Setting::Truth(value)) => {
                self.image = value;
                return Ok(());
            }
            _ => return Err(format!("FUNCTION has a setting {setting} that is not known").into()),
        };
        *place.0 = place.1;
        Ok(())
    }
}

enum Setting {
    Number(u32),
    Truth(bool),
}

struct Arguments {
    trigger: Trigger,
    settings: Vec<(String, Setting)>,
}

impl Arguments {
    /// `POST "/v1/tasks", handle, memory = 1024`.
    fn parse(kind: &str, input: ParseStream<'_>) -> syn::Result<Self> {
        let text = |input: ParseStream<'_>| input.parse::<LitStr>().map(|text| text.value());
        let trigger = match kind {
            "http" => Trigger::Http {
                method: input.parse::<Ident>()?.to_string(),
                path: text(input)?,
            },
            "sqs" => Trigger::Queue(text(input)?),
            "schedule" | "operated" => Trigger::Schedule(text(input)?),
            "socket" => Trigger::Socket(text(input)?),
            "stream" => Trigger::Stream,
            "manual" => Trigger::Manual,
            _ => return Err(input.error("no such declaration")),
        };
        if !matches!(trigger, Trigger::Stream | Trigger::Manual) {
            input.parse::<Token![,]>()?;
        }
        input.call(syn::Path::parse_mod_style)?;
        let mut settings = Vec::new();
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.is_empty() {
                break;
            }
            let name = input.parse::<Ident>()?.to_string();
            input.parse::<Token![=]>()?;
            let value = if input.peek(LitBool) {
                Setting::Truth(LitBool::parse(input)?.value)
            } else {
                Setting::Number(input.parse::<LitInt>()?.base10_parse()?)
            };
            settings.push((name, value));
        }
        Ok(Self { trigger, settings })
    }
}

/// The first line of a file's comment, without what triggers it.
fn summary(attributes: &[syn::Attribute]) -> String {
    let line = comment_lines(attributes).next().unwrap_or_default();
    let does = line
        .split_once(": ")
        .map_or(line.as_str(), |(_, does)| does)
        .trim();
    let (first, rest) = does.split_at(does.chars().next().map_or(0, char::len_utf8));
    first.to_uppercase() + rest
}

/// The text of `/// …`, as one line.
fn comment(attributes: &[syn::Attribute]) -> String {
    let lines = comment_lines(attributes).map(|line| line.trim().to_owned());
    lines.collect::<Vec<_>>().join(" ")
}

fn comment_lines(attributes: &[syn::Attribute]) -> impl Iterator<Item = String> {
    attributes.iter().filter_map(|attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) if pair.path.is_ident("doc") => crate::rights::literal(&pair.value),
        _ => None,
    })
}
