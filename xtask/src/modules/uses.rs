//! The paths that a file names: imports, and whatever else begins in its own crate. Tests may look anywhere.

use syn::visit::{self, Visit};
use syn::{Attribute, File, ImplItemFn, Item, ItemMod, Path, UseTree, Visibility};

/// A path that is named.
pub struct Use {
    /// `["crate", "keys", "task"]`, or `["super", "Store"]`.
    pub path: Vec<String>,
    /// What it is called here, if others may take it from here.
    pub handed_on: Option<String>,
}

pub fn of(source: &File) -> Vec<Use> {
    let mut found = Found::default();
    found.visit_file(source);
    found.0
}

#[derive(Default)]
struct Found(Vec<Use>);

impl<'a> Visit<'a> for Found {
    fn visit_item(&mut self, item: &'a Item) {
        if !is_test(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'a ImplItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    /// A module inside a file has other paths than the file.
    fn visit_item_mod(&mut self, _: &'a ItemMod) {}

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        let handed_on = !matches!(item.vis, Visibility::Inherited);
        expand(&item.tree, &mut Vec::new(), handed_on, &mut self.0);
    }

    fn visit_path(&mut self, path: &'a Path) {
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        if names.len() > 1 && matches!(names[0].as_str(), "crate" | "super" | "self") {
            self.0.push(Use {
                path: names,
                handed_on: None,
            });
        }
        visit::visit_path(self, path);
    }
}

fn expand(tree: &UseTree, above: &mut Vec<String>, handed_on: bool, into: &mut Vec<Use>) {
    let mut put = |last: Option<String>, name: Option<String>, above: &[String]| {
        let path = above.iter().cloned().chain(last).collect();
        into.push(Use {
            path,
            handed_on: name.filter(|_| handed_on),
        });
    };
    match tree {
        UseTree::Path(path) => {
            above.push(path.ident.to_string());
            expand(&path.tree, above, handed_on, into);
            above.pop();
        }
        UseTree::Name(name) if name.ident == "self" => put(None, above.last().cloned(), above),
        UseTree::Name(name) => put(Some(name.ident.to_string()), Some(name.ident.to_string()), above),
        UseTree::Rename(name) => put(Some(name.ident.to_string()), Some(name.rename.to_string()), above),
        UseTree::Glob(_) => put(None, None, above),
        UseTree::Group(group) => {
            for tree in &group.items {
                expand(tree, above, handed_on, into);
            }
        }
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let test = |path: &Path| path.is_ident("test");
        attribute.path().is_ident("cfg") && attribute.parse_args::<Path>().is_ok_and(|path| test(&path))
    })
}
