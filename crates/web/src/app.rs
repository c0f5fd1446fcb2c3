//! What every handler is given.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use kernel::{Clock, Db};
use serde::Serialize;
use views::{Lang, Views};

use crate::{Assets, Proxies};

/// The running product, as handlers see it. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// What the running product is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The one source of the present moment.
    pub clock: Clock,
    /// Templates and words.
    pub views: Arc<Views>,
    /// Where and how it is reached.
    pub site: Site,
}

/// Where and how the product is reached.
#[derive(Clone, Debug)]
pub struct Site {
    /// The address people use, without a slash at the end: `https://center.example`.
    pub public_url: String,
    /// Whether cookies are `__Host-` and Secure; only a loopback address over http goes without.
    pub secure: bool,
    /// Whether this is a demonstration: a banner on every page, letters to be read by anyone.
    pub demo: bool,
    /// Whose word about the client's address is believed.
    pub proxies: Proxies,
}

/// The centre as every page names it, in one language.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VenueCard {
    /// Its name.
    pub name: String,
    /// `153-0000`.
    pub postal_code: String,
    /// Where it is.
    pub address: String,
    /// Whom to call.
    pub telephone: String,
    /// When the counter answers.
    pub counter_hours: String,
    /// On which days it is closed, in words.
    pub closed_days: String,
}

/// See [`Parts`]; an [`App`] derefs to this.
pub struct Inner {
    /// The database.
    pub db: Db,
    /// The one source of the present moment.
    pub clock: Clock,
    /// Templates and words.
    pub views: Arc<Views>,
    /// Where and how it is reached.
    pub site: Site,
    /// Style and script.
    pub assets: Assets,
    venue: RwLock<Naming>,
}

/// How the centre is named in each language: worded when somebody asks for it.
#[derive(Default)]
struct Naming {
    wording: Option<Wording>,
    known: HashMap<Lang, Arc<VenueCard>>,
}

/// Words the centre's card in a language.
pub type Wording = Box<dyn Fn(Lang) -> VenueCard + Send + Sync>;

impl App {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(Inner {
            db: parts.db,
            clock: parts.clock,
            views: parts.views,
            site: parts.site,
            assets: Assets::built_in(),
            venue: RwLock::default(),
        }))
    }
}

impl Inner {
    /// The centre as every page of a language names it.
    pub fn venue(&self, lang: Lang) -> Arc<VenueCard> {
        let naming = self.venue.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = naming.known.get(&lang) {
            return Arc::clone(known);
        }
        drop(naming);
        let mut naming = self.venue.write().unwrap_or_else(PoisonError::into_inner);
        let worded = naming.wording.as_ref().map(|wording| wording(lang));
        let card = Arc::new(worded.unwrap_or_default());
        naming.known.insert(lang, Arc::clone(&card));
        card
    }

    /// Changes how every page names the centre.
    pub fn set_venue(&self, wording: Wording) {
        let mut naming = self.venue.write().unwrap_or_else(PoisonError::into_inner);
        *naming = Naming {
            wording: Some(wording),
            known: HashMap::new(),
        };
    }
}

impl std::ops::Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
