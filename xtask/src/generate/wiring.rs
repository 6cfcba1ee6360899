//! How an application is put together, read from `shared/runtime` itself: which port is made by what, and which variables each
//! field of `App` and `Config` comes from.

use crate::Result;
use crate::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{Block, Expr, FnArg, ImplItem, Item, Pat, ReturnType, Signature, Stmt, Type};

const RUNTIME: &str = "shared/runtime/src";

/// What follows from the code of `shared/runtime`, and of whoever else makes a port.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Wiring {
    /// The ports of `Service` in their order, each with the path of what makes it.
    pub ports: Vec<(String, String)>,
    /// The fields of `App` and `Config` that an application is given, with the variables that they come from.
    pub variables: BTreeMap<String, BTreeSet<String>>,
    /// The variables that hold secrets.
    pub secrets: BTreeSet<String>,
}

impl Wiring {
    /// Reads it.
    pub fn read(tree: &Tree) -> Result<Self> {
        let items = |file: &str| -> Result<Vec<Item>> {
            let file = format!("{RUNTIME}/{file}");
            let parsed = syn::parse_file(&tree.read(&file)?).map_err(|error| format!("{file}: {error}"))?;
            Ok(parsed.items)
        };
        let mut wiring = Self::default();
        let config = items("config.rs")?;
        wiring.config(&config)?;
        wiring.application(&items("app.rs")?)?;
        wiring.ports(tree, &items("service.rs")?)?;
        Ok(wiring)
    }

    /// `Config::of` says which variable each setting is.
    fn config(&mut self, items: &[Item]) -> Result<()> {
        let of = method(items, "Config", "of").ok_or("shared/runtime: no Config::of")?;
        let locals = locals(of.1);
        for (field, value) in made(of.1) {
            let mut found = Names::in_expression(&value);
            for name in std::mem::take(&mut found.paths) {
                found.words.extend(locals.get(&name).cloned().unwrap_or_default());
            }
            self.variables
                .insert(format!("Config.{field}"), variables(&found.words));
        }
        let secrets = items.iter().find_map(|item| match item {
            Item::Const(item) if item.ident == "SECRETS" => Some(Names::in_expression(&item.expr).words),
            _ => None,
        });
        self.secrets = secrets.ok_or("shared/runtime: no Config's SECRETS")?;
        Ok(())
    }

    /// `App::builder` says what is made of which setting; what it leaves out is a port.
    fn application(&mut self, items: &[Item]) -> Result<()> {
        let builder = method(items, "App", "builder").ok_or("shared/runtime: no App::builder")?;
        for (field, value) in made(builder.1) {
            let found = Names::in_expression(&value);
            if found.paths.contains("None") {
                continue;
            }
            let variables = self.of_settings(&found);
            self.variables.insert(format!("App.{field}"), variables);
        }
        Ok(())
    }

    fn of_settings(&self, found: &Names) -> BTreeSet<String> {
        let settings = found
            .fields
            .iter()
            .filter_map(|field| self.variables.get(&format!("Config.{field}")));
        settings.flatten().cloned().collect()
    }

    /// `Service` says which ports there are; a function of a port's type makes it.
    fn ports(&mut self, tree: &Tree, items: &[Item]) -> Result<()> {
        let makers = makers(tree)?;
        for (name, signature) in methods(items, "Service") {
            let port = signature.inputs.iter().find_map(|input| match input {
                FnArg::Typed(input) => port(&input.ty),
                FnArg::Receiver(_) => None,
            });
            let Some(port) = port else { continue };
            let maker = makers.iter().find(|maker| maker.port == port);
            let maker = maker.ok_or_else(|| format!("nothing makes the port {port} of Service::{name}"))?;
            let mut variables = variables(&maker.reads.words);
            variables.extend(self.of_settings(&maker.reads));
            self.variables.insert(format!("App.{name}"), variables);
            self.ports.push((name, maker.path.clone()));
        }
        Ok(())
    }
}

/// `pub fn sqs_queue(config: &Config) -> Result<Arc<dyn Queue>, …>`.
struct Maker {
    port: String,
    path: String,
    reads: Names,
}

fn makers(tree: &Tree) -> Result<Vec<Maker>> {
    let mut makers = Vec::new();
    for krate in tree.names("shared", "")? {
        for file in tree.files(&format!("shared/{krate}/src"), &[".rs"])? {
            let text = tree.read(&file)?;
            if !text.contains("Result<Arc<dyn ") {
                continue;
            }
            let parsed = syn::parse_file(&text).map_err(|error| format!("{file}: {error}"))?;
            for item in parsed.items {
                if let Item::Fn(item) = item
                    && let ReturnType::Type(_, of) = &item.sig.output
                    && let Some(port) = port(of)
                {
                    makers.push(Maker {
                        port,
                        path: format!("proconnect_{krate}::{}", item.sig.ident),
                        reads: Names::in_block(&item.block),
                    });
                }
            }
        }
    }
    Ok(makers)
}

/// The trait of `Result<Arc<dyn Trait>, …>` or `Make<dyn Trait>`.
fn port(of: &Type) -> Option<String> {
    match of {
        Type::TraitObject(object) => object.bounds.iter().find_map(|bound| match bound {
            syn::TypeParamBound::Trait(bound) => bound
                .path
                .segments
                .last()
                .map(|segment| segment.ident.to_string()),
            _ => None,
        }),
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            let wraps = matches!(last.ident.to_string().as_str(), "Result" | "Arc" | "Make");
            let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
                return None;
            };
            let first = arguments.args.first().filter(|_| wraps)?;
            match first {
                syn::GenericArgument::Type(of) => port(of),
                _ => None,
            }
        }
        _ => None,
    }
}

fn methods<'a>(items: &'a [Item], of: &'a str) -> impl Iterator<Item = (String, &'a Signature)> {
    functions(items, of).map(|(signature, _)| (signature.ident.to_string(), signature))
}

fn method<'a>(items: &'a [Item], of: &'a str, name: &str) -> Option<(&'a Signature, &'a Block)> {
    functions(items, of).find(|(signature, _)| signature.ident == name)
}

fn functions<'a>(items: &'a [Item], of: &'a str) -> impl Iterator<Item = (&'a Signature, &'a Block)> {
    let own = items.iter().filter_map(move |item| match item {
        Item::Impl(item) if item.trait_.is_none() && is_of(&item.self_ty, of) => Some(&item.items),
        _ => None,
    });
    own.flatten().filter_map(|item| match item {
        ImplItem::Fn(item) => Some((&item.sig, &item.block)),
        _ => None,
    })
}

fn is_of(of: &Type, name: &str) -> bool {
    matches!(of, Type::Path(path) if path.path.is_ident(name))
}

/// The fields of the first struct that a block makes.
fn made(block: &Block) -> Vec<(String, Expr)> {
    struct First(Option<Vec<(String, Expr)>>);
    impl<'a> Visit<'a> for First {
        fn visit_expr_struct(&mut self, made: &'a syn::ExprStruct) {
            let fields = made.fields.iter().filter_map(|field| match &field.member {
                syn::Member::Named(name) => Some((name.to_string(), field.expr.clone())),
                syn::Member::Unnamed(_) => None,
            });
            self.0.get_or_insert_with(|| fields.collect());
        }
    }
    let mut first = First(None);
    first.visit_block(block);
    first.0.unwrap_or_default()
}

/// The words in what a block's variables are made of.
fn locals(block: &Block) -> BTreeMap<String, BTreeSet<String>> {
    let mut locals = BTreeMap::new();
    for statement in &block.stmts {
        if let Stmt::Local(local) = statement
            && let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init)
        {
            locals.insert(name.ident.to_string(), Names::in_expression(&init.expr).words);
        }
    }
    locals
}

fn variables(words: &BTreeSet<String>) -> BTreeSet<String> {
    let is_variable = |word: &&String| {
        word.contains('_')
            && word
                .chars()
                .all(|c| c.is_ascii_uppercase() || matches!(c, '_' | '0'..='9'))
    };
    words.iter().filter(is_variable).cloned().collect()
}

/// What an expression names: texts, fields and variables.
#[derive(Default)]
struct Names {
    words: BTreeSet<String>,
    fields: BTreeSet<String>,
    paths: BTreeSet<String>,
}

impl Names {
    fn in_expression(expression: &Expr) -> Self {
        let mut names = Self::default();
        names.visit_expr(expression);
        names
    }

    fn in_block(block: &Block) -> Self {
        let mut names = Self::default();
        names.visit_block(block);
        names
    }
}

impl<'a> Visit<'a> for Names {
    fn visit_lit_str(&mut self, text: &'a syn::LitStr) {
        self.words.insert(text.value());
    }

    fn visit_expr_field(&mut self, field: &'a syn::ExprField) {
        if let syn::Member::Named(name) = &field.member {
            self.fields.insert(name.to_string());
        }
        visit::visit_expr_field(self, field);
    }

    fn visit_expr_path(&mut self, path: &'a syn::ExprPath) {
        self.paths.extend(path.path.get_ident().map(ToString::to_string));
    }

    /// What a macro is handed counts, too: `client!(aws_sdk_sqs, service_config("SQS")?)`.
    fn visit_macro(&mut self, call: &'a syn::Macro) {
        use syn::punctuated::Punctuated;
        let parsed = call.parse_body_with(Punctuated::<Expr, syn::Token![,]>::parse_terminated);
        for argument in parsed.iter().flatten() {
            self.visit_expr(argument);
        }
    }
}
