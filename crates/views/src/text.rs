//! Words from Fluent files, strict: an unknown key or a missing argument is an error.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use fluent_bundle::{
    FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle,
};
use tera::Value;
use unic_langid::LanguageIdentifier;

use crate::{Failed, Lang, dates, grouped, sources::Source};

type Bundle = FluentBundle<FluentResource>;

/// How a template asks for words, and how it prints what it is given.
const CALL: &str = "t(key=";
const OPEN: &str = "{{ ";
const CLOSE: &str = " }}";

/// The words of one language: those that never change ready to print, the rest parsed.
pub(crate) struct Words {
    lang: Lang,
    plain: HashMap<String, Value>,
    bundles: Vec<Arc<Bundle>>,
}

impl Words {
    /// Reads `locales/<lang>/*.ftl`; what is not there stands in the words beneath.
    pub(crate) fn read(
        lang: Lang,
        beneath: Option<&Self>,
        files: &[Source],
    ) -> Result<Self, Failed> {
        let mut bundles = vec![Arc::new(bundle(lang, files)?)];
        bundles.extend(beneath.into_iter().flat_map(|words| words.bundles.clone()));
        let mut words = Self {
            lang,
            plain: HashMap::new(),
            bundles,
        };
        for key in keys(Lang::Ja, files).chain(keys(lang, files)) {
            if let Some(text) = words.unchanging(&key) {
                let text = if is_markup(&key) {
                    Value::safe_string(&text)
                } else {
                    Value::from(text)
                };
                words.plain.insert(key, text);
            }
        }
        Ok(words)
    }

    /// A text that needs no arguments, ready to print, if the key names one.
    pub(crate) fn plain(&self, key: &str) -> Option<&Value> {
        self.plain.get(key)
    }

    /// A template's source with the words that never change in the place of their calls, so that
    /// a page need not look up each of its words each time it is made.
    pub(crate) fn written_into(&self, source: &str) -> String {
        let mut written = String::with_capacity(source.len());
        let mut rest = source;
        while let Some((before, call)) = rest.split_once(CALL) {
            written.push_str(before);
            let whole = !before.ends_with(|last: char| last.is_alphanumeric() || last == '_');
            match self.called(call).filter(|_| whole) {
                Some((text, after)) if written.ends_with(OPEN) && after.starts_with(CLOSE) => {
                    written.truncate(written.len() - OPEN.len());
                    written.push_str(&text);
                    rest = after.strip_prefix(CLOSE).unwrap_or(after);
                }
                Some((text, after)) => {
                    written.extend(["\"", &text, "\""]);
                    rest = after;
                }
                None => {
                    written.push_str(CALL);
                    rest = call;
                }
            }
        }
        written + rest
    }

    /// The text of a call that begins with its key, and what stands after the call; `None` where
    /// the text depends on what a page is given, or could not stand in a template as it is.
    fn called<'s>(&self, call: &'s str) -> Option<(Cow<'_, str>, &'s str)> {
        let (key, after) = quoted(call)?;
        let (args, after) = literals(after)?;
        let text: Cow<'_, str> = match self.plain(key) {
            Some(text) => text.as_str()?.into(),
            None => self.text(key, &args).ok()?.into(),
        };
        let special = |sign| "<>&\"'\\`{}%#".contains(sign);
        let safe = !text.contains(special) && text.trim() == text && !is_markup(key);
        safe.then_some((text, after))
    }

    /// The text under this key with its arguments filled in.
    pub(crate) fn text(&self, key: &str, args: &FluentArgs<'_>) -> Result<String, Failed> {
        let unknown = || Failed::UnknownKey {
            key: key.to_owned(),
            lang: self.lang,
        };
        let (bundle, message) = self
            .bundles
            .iter()
            .find_map(|bundle| Some((bundle, bundle.get_message(key)?)))
            .ok_or_else(unknown)?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(
            message.value().ok_or_else(unknown)?,
            Some(args),
            &mut errors,
        );
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(Failed::Argument {
                key: key.to_owned(),
                lang: self.lang,
                reason: error.to_string(),
            }),
        }
    }

    fn unchanging(&self, key: &str) -> Option<String> {
        self.text(key, &FluentArgs::new()).ok()
    }
}

/// A text in quotes, and what stands after it.
fn quoted(source: &str) -> Option<(&str, &str)> {
    let quote = source
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''))?;
    source.strip_prefix(quote)?.split_once(quote)
}

/// Arguments that are written in the template itself, up to the end of the call, and what stands
/// after it.
fn literals(mut source: &str) -> Option<(FluentArgs<'_>, &str)> {
    let mut args = FluentArgs::new();
    loop {
        if let Some(after) = source.strip_prefix(')') {
            return Some((args, after));
        }
        let (name, value) = source.strip_prefix(", ")?.split_once('=')?;
        let (value, after) = if let Some((text, after)) = quoted(value) {
            (FluentValue::from(text), after)
        } else {
            let end = value.find([',', ')'])?;
            let (number, after) = value.split_at_checked(end)?;
            (FluentValue::from(number.parse::<i64>().ok()?), after)
        };
        args.set(name, value);
        source = after;
    }
}

/// Keys that end in `_html` hold markup; their arguments are escaped before they go in.
pub(crate) fn is_markup(key: &str) -> bool {
    key.ends_with("_html")
}

/// Fluent's form of a JSON value; objects and lists are no arguments.
pub(crate) fn argument(value: &serde_json::Value) -> Option<FluentValue<'_>> {
    match value {
        serde_json::Value::String(text) => Some(FluentValue::from(text.as_str())),
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(whole) => Some(FluentValue::from(whole)),
            None => number.as_f64().map(FluentValue::from),
        },
        serde_json::Value::Bool(yes) => {
            Some(FluentValue::from(if *yes { "true" } else { "false" }))
        }
        _ => None,
    }
}

fn bundle(lang: Lang, files: &[Source]) -> Result<Bundle, Failed> {
    let mut id = LanguageIdentifier::default();
    // Both codes are valid, and the language only chooses plural forms.
    if let Ok(code) = lang.html().parse() {
        id.language = code;
    }
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => whole(number.value),
        _ => None,
    }));
    say_dates(&mut bundle, lang).map_err(|error| Failed::Locale {
        file: "DATE, DURATION".to_owned(),
        reason: error.to_string(),
    })?;
    for (file, source) in of(lang, files) {
        let failed = |reason: String| Failed::Locale {
            file: file.clone(),
            reason,
        };
        let resource = FluentResource::try_new(source.to_string())
            .map_err(|(_, errors)| failed(format!("{errors:?}")))?;
        bundle
            .add_resource(resource)
            .map_err(|errors| failed(format!("{errors:?}")))?;
    }
    Ok(bundle)
}

/// `DATE($date)`, `MONTH($date)` and `DURATION($minutes)` inside sentences.
fn say_dates(bundle: &mut Bundle, lang: Lang) -> Result<(), FluentError> {
    bundle.add_function("DATE", move |given, _| match given {
        [FluentValue::String(at)] => {
            dates::date(at, lang).map_or(FluentValue::Error, FluentValue::from)
        }
        _ => FluentValue::Error,
    })?;
    bundle.add_function("MONTH", move |given, _| match given {
        [FluentValue::String(at)] => {
            dates::month(at, lang).map_or(FluentValue::Error, FluentValue::from)
        }
        _ => FluentValue::Error,
    })?;
    bundle.add_function("DURATION", move |given, _| match given {
        [FluentValue::Number(minutes)] => {
            #[expect(clippy::cast_possible_truncation, reason = "minutes of a day")]
            let minutes = minutes.value as i64;
            FluentValue::from(dates::duration(minutes, lang))
        }
        _ => FluentValue::Error,
    })
}

/// Whole numbers get their commas; Fluent prints the others itself.
fn whole(value: f64) -> Option<String> {
    if value.fract() != 0.0 || value.abs() > 9_007_199_254_740_992.0 {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked just above"
    )]
    let figures = grouped(value.abs() as u64);
    Some(if value < 0.0 {
        format!("−{figures}")
    } else {
        figures
    })
}

fn of(lang: Lang, files: &[Source]) -> impl Iterator<Item = &Source> {
    let folder = format!("locales/{}/", lang.code());
    files
        .iter()
        .filter(move |(file, _)| file.starts_with(&folder))
}

/// The keys as they stand at the start of lines; values and variants are indented.
fn keys(lang: Lang, files: &[Source]) -> impl Iterator<Item = String> {
    of(lang, files)
        .flat_map(|(_, source)| source.lines())
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim_end().to_owned())
}

/// A template's argument as Fluent takes it, escaped when it goes into markup.
pub(crate) fn from_template(
    value: &Value,
    escape: impl Fn(&str) -> tera::TeraResult<String>,
    markup: bool,
) -> tera::TeraResult<FluentValue<'_>> {
    if let Some(whole) = value.as_i64() {
        return Ok(FluentValue::from(whole));
    }
    if let Some(number) = value.as_f64() {
        return Ok(FluentValue::from(number));
    }
    let text: Cow<'_, str> = match value.as_str() {
        Some(text) => text.into(),
        None => value.to_string().into(),
    };
    if markup && !value.is_safe() {
        return Ok(FluentValue::from(escape(&text)?));
    }
    Ok(FluentValue::from(text))
}
