//! What is read from syntax alone.

use syn::{Expr, GenericArgument, GenericParam, Path, PathArguments, Type};

/// The types between angle brackets.
pub fn types_in(arguments: &PathArguments) -> impl Iterator<Item = &Type> {
    let arguments = match arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    };
    arguments
        .into_iter()
        .flatten()
        .filter_map(|argument| match argument {
            GenericArgument::Type(of) => Some(of),
            _ => None,
        })
}

/// The names of type parameters.
pub fn parameters(generics: &syn::Generics) -> impl Iterator<Item = String> {
    generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
        _ => None,
    })
}

/// The name of a type, without what wraps it.
pub fn nominal(of: &Type) -> Option<String> {
    match of {
        Type::Path(path) => last(&path.path),
        Type::Reference(inner) => nominal(&inner.elem),
        _ => None,
    }
}

/// The last name of a path.
pub fn last(path: &Path) -> Option<String> {
    path.segments.last().map(|segment| segment.ident.to_string())
}

/// The names of a path.
pub fn names(path: &Path) -> Vec<String> {
    path.segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect()
}

/// The text of a literal.
pub fn literal(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
