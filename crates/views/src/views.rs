//! The house's templates and words, ready to make pages and letters.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock, PoisonError, RwLock},
    time::SystemTime,
};

use fluent_bundle::FluentArgs;
use serde::Serialize;
use tera::{Context, Tera};

use crate::{
    Failed, HourRow, Lang, functions,
    hours::Hours,
    sources::{self, Source},
    text::{self, Words},
};

/// Room for most pages.
const A_PAGE: usize = 16 * 1024;

/// Makes pages and letters. Reading every template costs some tens of milliseconds, so there
/// is one for the life of the program, shared by everything.
pub struct Views {
    live: Option<PathBuf>,
    house: RwLock<Arc<House>>,
}

/// One reading of all files, and the languages made ready from it.
struct House {
    stamp: (usize, Option<SystemTime>),
    files: Vec<Source>,
    rooms: [OnceLock<Room>; 3],
    making: Mutex<()>,
}

/// The templates and words of one language. They take some ten megabytes, so a language that
/// nobody has asked for yet is not made ready.
struct Room {
    tera: Tera,
    words: Arc<Words>,
    hours: Hours,
}

impl Views {
    /// Reads the templates compiled into the binary, or those of a directory, which are then
    /// read again whenever a file there changes.
    pub fn new(templates_dir: Option<&Path>) -> Result<Self, Failed> {
        let house = match templates_dir {
            None => House::of(sources::built_in(), (0, None))?,
            Some(dir) => House::of(sources::read(dir)?, sources::stamp(dir)?)?,
        };
        Ok(Self {
            live: templates_dir.map(Path::to_path_buf),
            house: RwLock::new(Arc::new(house)),
        })
    }

    /// The page or letter `template` (its path under `templates/`) in this language.
    ///
    /// Values are escaped in `.html` and left as they are in `.txt`.
    pub fn render(
        &self,
        template: &str,
        lang: Lang,
        context: &(impl Serialize + ?Sized),
    ) -> Result<String, Failed> {
        let written = self.written(template, lang, context)?;
        let text = String::from_utf8(written).map_err(tera::Error::message);
        text.map_err(|source| failed(template, source))
    }

    /// The same as it is sent, without a second look at every letter.
    pub fn written(
        &self,
        template: &str,
        lang: Lang,
        context: &(impl Serialize + ?Sized),
    ) -> Result<Vec<u8>, Failed> {
        let failed = |source| failed(template, source);
        let context = Context::from_serialize(context).map_err(failed)?;
        let mut written = Vec::with_capacity(A_PAGE);
        let house = self.house()?;
        let tera = &house.room(lang)?.tera;
        tera.render_to(template, &context, &mut written)
            .map_err(failed)?;
        Ok(written)
    }

    /// One component with these arguments, as markup.
    pub fn component(
        &self,
        name: &str,
        lang: Lang,
        arguments: &(impl Serialize + ?Sized),
    ) -> Result<String, Failed> {
        let failed = |source| failed(name, source);
        let arguments = Context::from_serialize(arguments).map_err(failed)?;
        let house = self.house()?;
        let tera = &house.room(lang)?.tera;
        tera.render_component(name, &arguments, None, true)
            .map_err(failed)
    }

    /// The rows of a grid of hours, as markup.
    pub fn hour_rows(&self, lang: Lang, rows: &[HourRow<'_>]) -> Result<String, Failed> {
        Ok(self.house()?.room(lang)?.hours.rows(rows))
    }

    /// The hours of one row below each other, as on a phone, as markup.
    pub fn hour_list(&self, lang: Lang, row: &HourRow<'_>) -> Result<String, Failed> {
        Ok(self.house()?.room(lang)?.hours.list(row))
    }

    /// One text outside a template: a letter's subject, a refusal in an API answer. `args` is
    /// a JSON object, or null.
    pub fn text(&self, lang: Lang, key: &str, args: &serde_json::Value) -> Result<String, Failed> {
        let house = self.house()?;
        let words = &house.room(lang)?.words;
        if let Some(text) = words.plain(key).and_then(tera::Value::as_str) {
            return Ok(text.to_owned());
        }
        let given: FluentArgs<'_> = args
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(name, value)| Some((name.as_str(), text::argument(value)?)))
            .collect();
        words.text(key, &given)
    }

    /// Every template's path, so that a test can see that each has a sample.
    pub fn template_names(&self) -> Result<Vec<String>, Failed> {
        let house = self.house()?;
        let mut names: Vec<_> = house
            .room(Lang::Ja)?
            .tera
            .get_template_names()
            .map(str::to_owned)
            .collect();
        names.sort();
        Ok(names)
    }

    fn house(&self) -> Result<Arc<House>, Failed> {
        let now = Arc::clone(&self.house.read().unwrap_or_else(PoisonError::into_inner));
        let Some(dir) = &self.live else {
            return Ok(now);
        };
        let stamp = sources::stamp(dir)?;
        if stamp == now.stamp {
            return Ok(now);
        }
        let house = Arc::new(House::of(sources::read(dir)?, stamp)?);
        *self.house.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&house);
        Ok(house)
    }
}

impl House {
    /// Makes the house's first language ready, so that a template that does not read is known
    /// at the start.
    fn of(files: Vec<Source>, stamp: (usize, Option<SystemTime>)) -> Result<Self, Failed> {
        let house = Self {
            stamp,
            files,
            rooms: Default::default(),
            making: Mutex::new(()),
        };
        house.room(Lang::Ja)?;
        Ok(house)
    }

    fn room(&self, lang: Lang) -> Result<&Room, Failed> {
        let [ja, en, easy] = &self.rooms;
        let room = match lang {
            Lang::Ja => ja,
            Lang::En => en,
            Lang::Easy => easy,
        };
        if let Some(ready) = room.get() {
            return Ok(ready);
        }
        // Who asks meanwhile waits instead of making the same again.
        let _one = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(ready) = room.get() {
            return Ok(ready);
        }
        let beneath = ja.get().map(|room| &*room.words);
        let made = Room::build(lang, beneath, &self.files)?;
        Ok(room.get_or_init(|| made))
    }
}

impl Room {
    fn build(lang: Lang, beneath: Option<&Words>, files: &[Source]) -> Result<Self, Failed> {
        let words = Arc::new(Words::read(lang, beneath, files)?);
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".svg"]);
        tera.global_context().insert("lang", lang.code());
        tera.global_context().insert("html_lang", lang.html());
        functions::register(&mut tera, lang, Arc::clone(&words));
        let templates = files
            .iter()
            .filter(|(file, _)| !file.starts_with("locales/"))
            .map(|(file, source)| (file.as_str(), words.written_into(source)));
        tera.add_raw_templates(templates)
            .map_err(|source| Failed::Template {
                template: "*".to_owned(),
                source: Box::new(source),
            })?;
        let hours = Hours::of(&words);
        Ok(Self { tera, words, hours })
    }
}

fn failed(template: &str, source: tera::Error) -> Failed {
    Failed::Template {
        template: template.to_owned(),
        source: Box::new(source),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn views(files: &[(&str, &str)]) -> Views {
        let files: Vec<Source> = files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned().into()))
            .collect();
        Views {
            live: None,
            house: RwLock::new(Arc::new(House::of(files, (0, None)).unwrap())),
        }
    }

    fn greeting(template: &str) -> Views {
        views(&[
            ("page.html", template),
            ("letter.txt", template),
            (
                "locales/ja/a.ftl",
                "hello = {$name}さん\nbye_html = <b>{$name}</b>\nonly = はい\nsum = {$n}件\n",
            ),
            (
                "locales/en/a.ftl",
                "hello = Hello, {$name}\nbye_html = <b>{$name}</b>\n",
            ),
        ])
    }

    #[test]
    fn words_fall_back_to_japanese() {
        let views = greeting("{{ t(key='only') }}");
        assert_eq!(
            views.render("page.html", Lang::En, &json!({})).unwrap(),
            "はい"
        );
        let args = json!({"name": "花子"});
        assert_eq!(views.text(Lang::Easy, "hello", &args).unwrap(), "花子さん");
        assert_eq!(views.text(Lang::En, "hello", &args).unwrap(), "Hello, 花子");
        assert_eq!(
            views.text(Lang::Ja, "sum", &json!({"n": 12000})).unwrap(),
            "12,000件"
        );
    }

    #[test]
    fn words_with_arguments_of_the_template_are_said_with_them() {
        let views = greeting(
            "{{ t(key='hello', name='花子') }}/{{ t(key='sum', n=12000) }}/{% set x = t(key=\"sum\", n=2) %}{{ x }}/{{ t(key='hello', name=who) }}",
        );
        let said = views.render("page.html", Lang::Ja, &json!({"who": "太郎"}));
        assert_eq!(said.unwrap(), "花子さん/12,000件/2件/太郎さん");
    }

    #[test]
    fn dates_inside_sentences_are_written_as_on_pages() {
        let views = views(&[("locales/ja/a.ftl", "until = { DATE($date) }まで")]);
        let said = |date| views.text(Lang::Ja, "until", &json!({ "date": date }));
        assert_eq!(said("2026-12-15").unwrap(), "2026年12月15日（火）まで");
        assert_eq!(said("someday").unwrap(), "DATE()まで");
    }

    #[test]
    fn an_unknown_key_and_a_missing_argument_are_errors() {
        let views = greeting("{{ t(key='hello') }}");
        assert!(views.render("page.html", Lang::Ja, &json!({})).is_err());
        assert!(matches!(
            views.text(Lang::Ja, "none", &json!({})),
            Err(Failed::UnknownKey { .. })
        ));
        assert!(matches!(
            views.text(Lang::Ja, "hello", &json!({})),
            Err(Failed::Argument { .. })
        ));
    }

    #[test]
    fn markup_in_a_name_never_becomes_markup() {
        let context = json!({"who": "<i>"});
        let page =
            greeting("{{ t(key='hello', name=who) }}{{ t(key='bye_html', args={'name': who}) }}");
        assert_eq!(
            page.render("page.html", Lang::Ja, &context).unwrap(),
            "&lt;i&gt;さん<b>&lt;i&gt;</b>"
        );
        let letter = greeting("{{ t(key='hello', name=who) }}");
        assert_eq!(
            letter.render("letter.txt", Lang::Ja, &context).unwrap(),
            "<i>さん"
        );
    }
}
