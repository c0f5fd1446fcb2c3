//! The three languages say the same things with the same facts.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::{files, folder};

type Keys = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_locale_parses() {
    for lang in ["ja", "en", "ja-easy"] {
        for (file, text) in locale(lang) {
            if let Err((_, errors)) = fluent_syntax::parser::parse(text.as_str()) {
                panic!("{lang}/{file}: {errors:?}");
            }
        }
    }
}

#[test]
fn english_has_every_key_of_japanese_with_the_same_variables() {
    let (ja, en) = (keys("ja"), keys("en"));
    let mut wrong = Vec::new();
    for (file, ja) in &ja {
        let none = Keys::new();
        let en = en.get(file).unwrap_or(&none);
        wrong.extend(
            ja.iter()
                .filter(|(key, _)| !en.contains_key(*key))
                .map(|(key, _)| format!("en/{file} lacks {key}")),
        );
        wrong.extend(differences("en", file, ja, en));
    }
    wrong.extend(
        en.keys()
            .filter(|file| !ja.contains_key(*file))
            .map(|file| format!("ja lacks {file}")),
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn plain_japanese_has_only_keys_of_japanese_with_the_same_variables() {
    let ja = keys("ja");
    let mut wrong = Vec::new();
    for (file, easy) in keys("ja-easy") {
        match ja.get(&file) {
            Some(ja) => wrong.extend(differences("ja-easy", &file, ja, &easy)),
            None => wrong.push(format!("ja lacks {file}")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_key_stands_in_two_files() {
    let mut seen = BTreeMap::new();
    for (file, keys) in keys("ja") {
        for key in keys.into_keys() {
            if let Some(other) = seen.insert(key.clone(), file.clone()) {
                panic!("{key} is in {other} and {file}");
            }
        }
    }
}

fn differences(lang: &str, file: &str, ja: &Keys, other: &Keys) -> Vec<String> {
    other
        .iter()
        .filter_map(|(key, variables)| match ja.get(key) {
            None => Some(format!("ja/{file} lacks {key}")),
            Some(wanted) if wanted != variables => Some(format!(
                "{lang}/{file} {key}: {variables:?}, ja has {wanted:?}"
            )),
            Some(_) => None,
        })
        .collect()
}

fn locale(lang: &str) -> Vec<(String, String)> {
    files(&folder("templates/locales").join(lang))
}

fn keys(lang: &str) -> BTreeMap<String, Keys> {
    locale(lang)
        .into_iter()
        .map(|(file, text)| {
            let tree = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(tree, _)| tree);
            let mut found = Keys::new();
            for entry in &tree.body {
                if let Entry::Message(message) = entry {
                    let mut variables = BTreeSet::new();
                    if let Some(pattern) = &message.value {
                        collect(pattern, &mut variables);
                    }
                    found.insert(message.id.name.to_owned(), variables);
                }
            }
            (file, found)
        })
        .collect()
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable {
                expression: Expression::Inline(inline),
            } => inner(inline, variables),
            PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            } => {
                inner(selector, variables);
                for variant in variants {
                    collect(&variant.value, variables);
                }
            }
        }
    }
}

fn inner(expression: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inner(argument, variables);
            }
        }
        _ => {}
    }
}
