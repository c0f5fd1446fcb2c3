//! The functions templates call, made for one language.

use std::sync::Arc;

use fluent_bundle::FluentArgs;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value, value::Key};

use crate::{Failed, Lang, dates, money, text, text::Words};

/// Gives a set of templates its words, dates and amounts in one language.
pub(crate) fn register(tera: &mut Tera, lang: Lang, words: Arc<Words>) {
    let at = |kw: &Kwargs| kw.must_get::<String>("at");
    tera.register_function("date", move |kw: Kwargs, _: &State<'_>| {
        ok(dates::date(&at(&kw)?, lang))
    });
    tera.register_function("date_short", move |kw: Kwargs, _: &State<'_>| {
        ok(dates::date_short(&at(&kw)?, lang))
    });
    tera.register_function("datetime", move |kw: Kwargs, _: &State<'_>| {
        ok(dates::datetime(&at(&kw)?, lang))
    });
    tera.register_function("wareki", move |kw: Kwargs, _: &State<'_>| {
        ok(dates::wareki(&at(&kw)?, lang))
    });
    tera.register_function("time", move |kw: Kwargs, _: &State<'_>| {
        ok(dates::time(&at(&kw)?))
    });
    tera.register_function("iso", move |kw: Kwargs, _: &State<'_>| {
        ok(dates::iso(&at(&kw)?))
    });
    tera.register_function("span", move |kw: Kwargs, _: &State<'_>| {
        ok(dates::span(
            kw.must_get("from")?,
            kw.must_get("until")?,
            lang,
        ))
    });
    tera.register_function("clock", |kw: Kwargs, _: &State<'_>| -> TeraResult<String> {
        Ok(dates::of_minutes(kw.must_get("at")?))
    });
    tera.register_function("options", |kw: Kwargs, st: &State<'_>| options(&kw, st));
    tera.register_function("t", move |kw: Kwargs, st: &State<'_>| say(&words, &kw, st));
    tera.register_function(
        "yen",
        move |kw: Kwargs, _: &State<'_>| -> TeraResult<String> {
            Ok(money::yen(kw.must_get("amount")?, lang))
        },
    );
    tera.register_function(
        "number",
        |kw: Kwargs, _: &State<'_>| -> TeraResult<String> {
            Ok(money::grouped(kw.must_get("value")?))
        },
    );
}

/// `t(key=…)`: every other argument goes into the text; `args={…}` adds a whole map.
fn say(words: &Words, kw: &Kwargs, st: &State<'_>) -> TeraResult<Value> {
    let key = kw.must_get::<&str>("key")?;
    if let Some(text) = words.plain(key) {
        return Ok(text.clone());
    }
    let markup = text::is_markup(key);
    let mut args = FluentArgs::new();
    for (name, value) in kw
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?, value)))
    {
        match (name, value.as_map()) {
            ("key", _) => {}
            ("args", Some(map)) => {
                for (inner, value) in map {
                    if let Some(inner) = inner.as_str() {
                        args.set(
                            inner,
                            text::from_template(value, |raw| st.escape(raw), markup)?,
                        );
                    }
                }
            }
            _ => args.set(
                name,
                text::from_template(value, |raw| st.escape(raw), markup)?,
            ),
        }
    }
    let said = words.text(key, &args).map_err(failed)?;
    Ok(if markup {
        Value::safe_string(&said)
    } else {
        Value::from(said)
    })
}

/// `options(all=…, given=…)`: the choices of a select, `{value, label}` or a text that is both.
fn options(kw: &Kwargs, st: &State<'_>) -> TeraResult<Value> {
    let given = kw.must_get::<Value>("given")?;
    let mut html = String::new();
    for option in kw.must_get::<&[Value]>("all")? {
        let part = |name| match option.as_map() {
            Some(parts) => parts.get(&Key::Str(name)).ok_or_else(|| {
                let missing = format!("an option without `{name}`");
                Error::message(missing)
            }),
            None => Ok(option),
        };
        let value = part("value")?;
        html.extend(["\n<option value=\"", &st.escape_if_needed(value)?, "\""]);
        html.push_str(if *value == given { " selected>" } else { ">" });
        html.extend([&st.escape_if_needed(part("label")?)?, "</option>"]);
    }
    Ok(Value::safe_string(&html))
}

fn ok(result: Result<String, Failed>) -> TeraResult<String> {
    result.map_err(failed)
}

fn failed(reason: Failed) -> Error {
    Error::message(reason)
}
