//! Binaries, their entries in the manifests, and each domain's list of functions.

use super::marks::{Comments, with_part};
use super::{Planned, Written, domains, settings};
use crate::Result;
use crate::tree::Tree;

pub fn files(tree: &Tree, planned: &[Planned]) -> Result<Vec<Written>> {
    let mut files = Vec::new();
    for (domain, functions) in domains(planned) {
        for function in &functions {
            let name = &function.declaration.name;
            files.push((
                format!("functions/{domain}/src/bin/{name}.rs"),
                bootstrap(function),
            ));
        }
        let manifest = format!("functions/{domain}/Cargo.toml");
        let text = bins(&tree.read(&manifest)?, &functions)
            .ok_or_else(|| format!("{manifest}: has no [dependencies]"))?;
        files.push((manifest, text));
        let library = format!("functions/{domain}/src/lib.rs");
        let text = with_part(&library, &tree.read(&library)?, Comments::Rust, &list(&functions))?;
        files.push((library, text));
    }
    files.push(("functions/system/src/routes.rs".to_owned(), routes(planned)));
    Ok(files)
}

/// Every route: for whoever answers what none of them takes.
fn routes(planned: &[Planned]) -> String {
    let declared = planned.iter().filter_map(|function| function.declaration.route());
    let mut routes: Vec<_> = declared.filter(|(method, _)| *method != "ANY").collect();
    routes.sort_by_key(|(method, path)| (*path, *method));
    let rows: String = routes
        .iter()
        .map(|(method, path)| format!("    (\"{method}\", \"{path}\"),\n"))
        .collect();
    format!(
        "//! The routes of the HTTP API. Written by `cargo xtask generate`.\n\n/// Method and path of each.\n#[rustfmt::skip]\npub(crate) const ROUTES: &[(&str, &str)] = &[\n{rows}];\n"
    )
}

/// The program that Lambda starts: the function with the ports that its calls need, and no others, so that it links no
/// client that it does not use.
fn bootstrap(function: &Planned) -> String {
    let name = &function.declaration.name;
    let declared = format!("{}::{}::FUNCTION", name.domain, name.module());
    let ports = settings::ports(&function.wiring, &function.needs);
    let head = format!("//! Bootstrap of `{name}`. Written by `cargo xtask generate`.\n\n");
    let serve = match (ports.is_empty(), function.needs.table.is_empty()) {
        (true, false) => "serve",
        (true, true) => "serve_alone",
        (false, _) => {
            let ports: String = ports
                .iter()
                .map(|(port, make)| format!("\n        .{port}({make})"))
                .collect();
            // It is also its own child, which must not get as far as the ports.
            let child = if ports.contains(".previewer(") {
                "    if let Some(exit) = proconnect_preview::as_child() {\n        return exit;\n    }\n"
            } else {
                ""
            };
            return format!(
                "{head}use proconnect_runtime::{{Exit, Service}};\n\nfn main() -> Exit {{\n{child}    Service::new({declared}){ports}\n        .run()\n}}\n"
            );
        }
    };
    format!(
        "{head}use proconnect_runtime::{{Exit, {serve}}};\n\nfn main() -> Exit {{\n    {serve}({declared})\n}}\n"
    )
}

/// The manifest with a `[[bin]]` for each function, before `[dependencies]`.
fn bins(manifest: &str, functions: &[&Planned]) -> Option<String> {
    let end = manifest.find("[dependencies]")?;
    let start = manifest
        .find("[[bin]]")
        .filter(|start| *start < end)
        .unwrap_or(end);
    let bins = functions.iter().map(|function| {
        let name = &function.declaration.name;
        let ports = settings::ports(&function.wiring, &function.needs);
        // Built by itself, so that no other function links what the renderer needs (scripts/build.sh).
        let needed = match ports.iter().any(|(port, _)| port == "previewer") {
            true => "required-features = [\"preview\"]\n",
            false => "",
        };
        format!("[[bin]]\nname = \"{name}\"\npath = \"src/bin/{name}.rs\"\ntest = false\n{needed}\n")
    });
    Some(format!(
        "{}{}{}",
        &manifest[..start],
        bins.collect::<String>(),
        &manifest[end..]
    ))
}

/// The modules of functions in a domain's `lib.rs`, and the list of them.
fn list(functions: &[&Planned]) -> String {
    let modules = functions
        .iter()
        .map(|function| function.declaration.name.module());
    let (mut declared, mut listed) = (String::new(), String::new());
    for module in modules {
        declared.push_str(&format!("pub mod {module};\n"));
        listed.push_str(&format!("    {module}::FUNCTION,\n"));
    }
    let list =
        format!("#[rustfmt::skip]\npub const FUNCTIONS: &[proconnect_runtime::Function] = &[\n{listed}];\n");
    format!("{declared}\n/// The functions of this domain.\n{list}")
}
