//! The functions, structs and constants of the source, by name: what the analysis of rights follows.

use super::syntax::{last, nominal};
use crate::Result;
use crate::tree::Tree;
use std::collections::HashMap;
use syn::{Block, Expr, Generics, ImplItem, Item, Signature, Type, UseTree, Visibility};

/// One function with a body.
pub struct Function {
    /// The folder of its crate, such as `shared/store`.
    pub krate: String,
    /// Its file's place in the crate: `["keys", "task"]`.
    pub module: Vec<String>,
    /// The type whose method it is.
    pub owner: Option<String>,
    /// The trait that it implements.
    pub of_trait: Option<String>,
    /// The generics of its `impl`, if any.
    pub of_impl: Option<Generics>,
    /// Its head.
    pub signature: Signature,
    /// Its body.
    pub body: Block,
    /// Which file's imports hold for it.
    pub file: usize,
}

/// A constant of a module.
pub struct Constant {
    /// The folder of its crate.
    pub krate: String,
    /// Its file's place in the crate.
    pub module: Vec<String>,
    /// Its value.
    pub value: Expr,
    /// Which file's imports hold for it.
    pub file: usize,
}

/// A struct or a tuple struct: its fields by name or number.
pub struct Struct {
    /// The folder of its crate.
    pub krate: String,
    /// The names of its type parameters.
    pub parameters: Vec<String>,
    /// Its fields.
    pub fields: HashMap<String, Type>,
}

/// Everything that was read.
#[derive(Default)]
pub struct Source {
    /// Every function.
    pub functions: Vec<Function>,
    by_name: HashMap<String, Vec<usize>>,
    /// Structs by name.
    pub structs: HashMap<String, Vec<Struct>>,
    /// `type X = Y;`.
    aliases: HashMap<String, Vec<(usize, Type)>>,
    constants: HashMap<String, Vec<Constant>>,
    /// Commands, and the names of their queues in `QueueName`.
    queues: HashMap<String, String>,
    /// Per file: what its imports call what.
    imports: Vec<HashMap<String, Vec<String>>>,
}

impl Source {
    /// Reads every crate below the folders.
    pub fn read(tree: &Tree, folders: &[&str]) -> Result<Self> {
        let mut source = Self::default();
        for folder in folders {
            for name in tree.names(folder, "")? {
                let krate = format!("{folder}/{name}");
                for file in tree.files(&format!("{krate}/src"), &[".rs"])? {
                    if !file.contains("/src/bin/") && !file.ends_with("/tests.rs") {
                        source.read_file(tree, &krate, &file)?;
                    }
                }
            }
        }
        Ok(source)
    }

    fn read_file(&mut self, tree: &Tree, krate: &str, file: &str) -> Result<()> {
        let text = tree.read(file)?;
        let parsed = syn::parse_file(&text).map_err(|error| format!("{file}: {error}"))?;
        let path = file.trim_start_matches(krate).trim_start_matches("/src/");
        let module: Vec<String> = path
            .trim_end_matches(".rs")
            .split('/')
            .filter(|part| *part != "lib" && *part != "mod")
            .map(str::to_owned)
            .collect();
        let at = self.imports.len();
        self.imports.push(HashMap::new());
        for item in parsed.items {
            self.add(item, krate, &module, at);
        }
        Ok(())
    }

    fn add(&mut self, item: Item, krate: &str, module: &[String], file: usize) {
        match item {
            Item::Fn(item) if !is_test(&item.attrs) => {
                self.add_function(krate, module, (None, None, None), item.sig, *item.block, file);
            }
            Item::Macro(item) if item.mac.path.is_ident("command") => {
                let command = item.mac.parse_body_with(commanded);
                self.queues.extend(command.ok());
            }
            Item::Impl(item) => {
                let owner = nominal(&item.self_ty);
                let queue = item.items.iter().find_map(queue_of);
                self.queues.extend(owner.clone().zip(queue));
                let of_trait = item.trait_.as_ref().and_then(|(path, _)| last(path));
                for inner in item.items {
                    if let ImplItem::Fn(inner) = inner {
                        let of = (owner.clone(), of_trait.clone(), Some(item.generics.clone()));
                        self.add_function(krate, module, of, inner.sig, inner.block, file);
                    }
                }
            }
            Item::Struct(item) => {
                let parameters = item
                    .generics
                    .type_params()
                    .map(|parameter| parameter.ident.to_string());
                let fields = item.fields.iter().enumerate().map(|(at, field)| {
                    let name = field
                        .ident
                        .as_ref()
                        .map_or_else(|| at.to_string(), ToString::to_string);
                    (name, field.ty.clone())
                });
                self.structs
                    .entry(item.ident.to_string())
                    .or_default()
                    .push(Struct {
                        krate: krate.to_owned(),
                        parameters: parameters.collect(),
                        fields: fields.collect(),
                    });
            }
            Item::Type(item) => {
                let name = item.ident.to_string();
                // `type Request = lambda_http::Request;` renames nothing.
                if nominal(&item.ty).as_ref() != Some(&name) {
                    self.aliases.entry(name).or_default().push((file, *item.ty));
                }
            }
            Item::Const(item) => self
                .constants
                .entry(item.ident.to_string())
                .or_default()
                .push(Constant {
                    krate: krate.to_owned(),
                    module: module.to_vec(),
                    value: *item.expr,
                    file,
                }),
            Item::Use(item) => {
                let exported = !matches!(item.vis, Visibility::Inherited);
                if !exported {
                    imports(&item.tree, &mut Vec::new(), &mut self.imports[file]);
                }
            }
            Item::Mod(item) if !is_test(&item.attrs) => {
                let inner = [module, &[item.ident.to_string()]].concat();
                for item in item.content.into_iter().flat_map(|(_, items)| items) {
                    self.add(item, krate, &inner, file);
                }
            }
            _ => {}
        }
    }

    fn add_function(
        &mut self,
        krate: &str,
        module: &[String],
        (owner, of_trait, of_impl): (Option<String>, Option<String>, Option<Generics>),
        signature: Signature,
        body: Block,
        file: usize,
    ) {
        let at = self.functions.len();
        self.by_name
            .entry(signature.ident.to_string())
            .or_default()
            .push(at);
        self.functions.push(Function {
            krate: krate.to_owned(),
            module: module.to_vec(),
            owner,
            of_trait,
            of_impl,
            signature,
            body,
            file,
        });
    }

    /// The function at the end of a path, as code in `krate` and `file` names it; `None` for what is not in the source.
    pub fn function(&self, path: &[String], at: (&str, &[String], usize)) -> Option<usize> {
        let (krate, module, file) = at;
        let path = self.expanded(path, file);
        let (name, above) = path.split_last()?;
        let named = self.by_name.get(name)?;
        let seen = named
            .iter()
            .copied()
            .filter(|at| is_seen(krate, &self.functions[*at].krate));
        let place = above.last().map(String::as_str);
        let fits = |at: &usize| {
            let found = &self.functions[*at];
            match place {
                Some(owner) if owner.starts_with(|first: char| first.is_ascii_uppercase()) => {
                    found.owner.as_deref() == Some(owner)
                }
                Some("crate" | "self" | "super") => found.owner.is_none() && found.krate == krate,
                Some(place) => {
                    found.owner.is_none()
                        && (found.module.iter().any(|part| part == place) || is_crate(place, &found.krate))
                }
                None => found.owner.is_none() && found.krate == krate,
            }
        };
        let found: Vec<usize> = seen.filter(fits).collect();
        let nearest = |at: &&usize| {
            let found = &self.functions[**at];
            (
                found.krate == krate,
                found.krate == krate && found.module == module,
            )
        };
        found.iter().max_by_key(nearest).copied()
    }

    /// A method of a type, or of whoever implements a trait.
    pub fn method(&self, owner: &str, name: &str, krate: &str) -> Option<usize> {
        let named = self.by_name.get(name)?;
        let mut seen = named
            .iter()
            .copied()
            .filter(|at| is_seen(krate, &self.functions[*at].krate));
        let own = seen
            .clone()
            .find(|at| self.functions[*at].owner.as_deref() == Some(owner));
        own.or_else(|| seen.find(|at| self.functions[*at].of_trait.as_deref() == Some(owner)))
    }

    /// A constant that a path names.
    pub fn constant(&self, path: &[String], at: (&str, &[String], usize)) -> Option<&Constant> {
        let path = self.expanded(path, at.2);
        let (name, above) = path.split_last()?;
        let seen = self
            .constants
            .get(name)?
            .iter()
            .filter(|found| is_seen(at.0, &found.krate));
        let place = above.last().map(String::as_str);
        let fits = |found: &&Constant| match place {
            Some("crate" | "self" | "super") => found.krate == at.0,
            Some(place) => found.module.iter().any(|part| part == place) || is_crate(place, &found.krate),
            None => found.krate == at.0 && (found.module == at.1 || found.module.first() == at.1.first()),
        };
        seen.filter(fits).max_by_key(|found| found.module == at.1)
    }

    /// The queue of a command, by its name in `QueueName`.
    pub fn queue(&self, command: &str) -> Option<&String> {
        self.queues.get(command)
    }

    /// What an alias stands for: the file's own, or the only one of its name.
    pub fn alias(&self, name: &str, file: Option<usize>) -> Option<&Type> {
        let all = self.aliases.get(name)?;
        let own = all.iter().find(|(of, _)| Some(*of) == file);
        let only = || all.first().filter(|_| all.len() == 1);
        own.or_else(only).map(|(_, of)| of)
    }

    /// The struct of a name, the nearest one first.
    pub fn structure(&self, name: &str, krate: &str) -> Option<&Struct> {
        let all = self.structs.get(name)?;
        all.iter()
            .find(|found| found.krate == krate)
            .or_else(|| all.first())
    }

    /// A path with its first part as the file's imports say.
    fn expanded(&self, path: &[String], file: usize) -> Vec<String> {
        match path.first().and_then(|first| self.imports[file].get(first)) {
            Some(full) => [full, &path[1..]].concat(),
            None => path.to_vec(),
        }
    }
}

/// A domain sees itself and what is shared.
fn is_seen(from: &str, krate: &str) -> bool {
    from == krate || krate.starts_with("shared/")
}

/// Whether `proconnect_store` is `shared/store`.
fn is_crate(name: &str, krate: &str) -> bool {
    let folder = krate.rsplit('/').next().unwrap_or_default();
    name.strip_prefix("proconnect_").unwrap_or(name) == folder
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("cfg") || attribute.path().is_ident("test"))
}

fn imports(tree: &UseTree, above: &mut Vec<String>, into: &mut HashMap<String, Vec<String>>) {
    let mut put = |name: String, last: String, above: &[String]| {
        let full = if last == "self" {
            above.to_vec()
        } else {
            [above, &[last]].concat()
        };
        into.insert(name, full);
    };
    match tree {
        UseTree::Path(path) => {
            above.push(path.ident.to_string());
            imports(&path.tree, above, into);
            above.pop();
        }
        UseTree::Name(name) if name.ident == "self" => {
            let name = above.last().cloned().unwrap_or_default();
            put(name, "self".to_owned(), above);
        }
        UseTree::Name(name) => put(name.ident.to_string(), name.ident.to_string(), above),
        UseTree::Rename(rename) => put(rename.rename.to_string(), rename.ident.to_string(), above),
        UseTree::Group(group) => group.items.iter().for_each(|tree| imports(tree, above, into)),
        UseTree::Glob(_) => {}
    }
}

/// `const QUEUE: QueueName = QueueName::Email;` of an `impl Command`.
fn queue_of(item: &ImplItem) -> Option<String> {
    match item {
        ImplItem::Const(item) if item.ident == "QUEUE" => match &item.expr {
            Expr::Path(path) => last(&path.path),
            _ => None,
        },
        _ => None,
    }
}

/// `command!(ErasePerson = "erase-person", Users)`.
fn commanded(input: syn::parse::ParseStream<'_>) -> syn::Result<(String, String)> {
    let command: syn::Ident = input.parse()?;
    input.parse::<syn::Token![=]>()?;
    input.parse::<syn::LitStr>()?;
    input.parse::<syn::Token![,]>()?;
    let queue: syn::Ident = input.parse()?;
    // What is left says the group, if the queue is a FIFO.
    input.step(|cursor| {
        let mut rest = *cursor;
        while let Some((_, next)) = rest.token_tree() {
            rest = next;
        }
        Ok(((), rest))
    })?;
    Ok((command.to_string(), queue.to_string()))
}
