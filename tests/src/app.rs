//! The whole product on a random port, in this process.

use std::{path::PathBuf, time::Duration};

use accounts::{entity::api_token::Scope, rules::needs_second_factor, service::NewAccount};
use files::Store;
use kernel::{Clock, Db, PersonId, Role, transact};
use mail::{Memory, Sent, Way};
use server::{
    node::Node,
    router::Metrics,
    wiring::{self, Outlets},
};
use tasks::Worker;
use testkit::{
    database::{self, Engine},
    folder,
};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};
use views::Lang;
use web::{App, Parts, Proxies, Site, cookies};

use crate::{
    Browser, Fixture, fixture,
    ground::{LARGEST_PAPER, address, device, password_hash, ready, spawn, system, views},
};

/// The running product.
pub struct TestApp {
    /// What handlers see.
    pub app: App,
    /// Stands still until it is moved.
    pub clock: Clock,
    /// What there is to book.
    pub fixture: Fixture,
    /// `http://localhost:…`: passkeys need a name.
    pub base: String,
    /// The address of its database.
    pub database_url: String,
    /// The folder for what lies outside the database.
    pub data: PathBuf,
    mail: Memory,
    worker: Worker,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<Result<(), server::Failed>>,
}

impl TestApp {
    /// Starts a small centre on a fresh database of this kind.
    pub async fn start(engine: Engine) -> Self {
        let url = database::fresh(engine).await.unwrap();
        Self::on(url, ready()).await
    }

    /// The same as people reach it in earnest: behind a proxy, over https.
    pub async fn behind_https(engine: Engine) -> Self {
        let url = database::fresh(engine).await.unwrap();
        Self::assembled(url, ready(), Some("https://center.example"), false).await
    }

    /// The same as a demonstration, which says so on every page and shows its letters.
    pub async fn demonstration(engine: Engine) -> Self {
        let url = database::fresh(engine).await.unwrap();
        Self::assembled(url, ready(), None, true).await
    }

    /// The same on this database, at this moment.
    pub async fn on(database_url: String, clock: Clock) -> Self {
        Self::assembled(database_url, clock, None, false).await
    }

    async fn assembled(
        database_url: String,
        clock: Clock,
        https: Option<&str>,
        demo: bool,
    ) -> Self {
        let mut options = database::patient(database_url.clone());
        options.writers = 8;
        let db = Db::connect(&options).await.unwrap();
        let fixture = fixture::open_centre(&db, &clock).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let base = format!("http://localhost:{port}");
        let app = App::new(Parts {
            db,
            clock: clock.clone(),
            views: views(),
            site: Site {
                public_url: https.unwrap_or(&base).to_owned(),
                secure: https.is_some(),
                demo,
                proxies: Proxies::default(),
            },
        });
        wiring::name_the_centre(&app).await.unwrap();
        let (mail, data) = (Memory::new(), folder::fresh("data"));
        let papers = data.join("papers");
        std::fs::create_dir(&papers).unwrap();
        let outlets = Outlets {
            heads: data.join("heads.jsonl"),
            mail: mail::Settings {
                from: "センター <center@demo.example>".to_owned(),
                way: Way::Memory(mail.clone()),
            },
            papers: Store::new(papers, LARGEST_PAPER),
        };
        let metrics = Metrics::try_new(&["127.0.0.1".parse().unwrap()]).unwrap();
        let limit = Duration::from_mins(1);
        let node = Node::assembled(app.clone(), &metrics, limit, outlets).unwrap();
        let worker = node.worker.clone();
        let (stop, stopped) = oneshot::channel();
        let serving = spawn(node.serve(listener, false, async {
            drop(stopped.await);
        }));
        Self {
            app,
            clock,
            fixture,
            base,
            database_url,
            data,
            mail,
            worker,
            stop,
            serving,
        }
    }

    /// Someone who has not signed in.
    pub fn visitor(&self) -> Browser {
        Browser::new(&self.base)
    }

    /// A member, signed in; the name is what they are called (名).
    pub async fn member(&self, name: &str) -> Browser {
        self.someone(name, &[]).await
    }

    /// Reception, signed in.
    pub async fn staff(&self) -> Browser {
        self.someone("受付", &[Role::Reception]).await
    }

    /// The manager (館長), signed in.
    pub async fn manager(&self) -> Browser {
        self.someone("館長", &[Role::Manager]).await
    }

    /// An officer of the ward, signed in.
    pub async fn ward(&self) -> Browser {
        self.someone("所管課", &[Role::WardOfficer, Role::WardApprover])
            .await
    }

    /// Someone new with these roles beside being a member, signed in.
    pub async fn someone(&self, name: &str, roles: &[Role]) -> Browser {
        let new = NewAccount {
            family_name: "見本".to_owned(),
            given_name: name.to_owned(),
            family_kana: "ミホン".to_owned(),
            given_kana: "ナマエ".to_owned(),
            email: address(),
            telephone: String::new(),
            password_hash: password_hash().await,
            lang: Lang::Ja,
            roles: roles.iter().copied().collect(),
        };
        let person = transact(&self.app.db, system(), &self.clock, async |work| {
            accounts::service::open_account(work, new).await
        })
        .await
        .unwrap();
        if needs_second_factor(roles.iter().copied().collect()) {
            self.enrol(person).await;
        }
        self.signed_in(person).await
    }

    /// Gives someone a device, whose digits [`TestApp::digits`] tells; no letter is written.
    pub async fn enrol(&self, person: PersonId) {
        transact(&self.app.db, system(), &self.clock, async |work| {
            accounts::service::give_second_factor(work, person, &device()).await
        })
        .await
        .unwrap();
    }

    /// The six digits that every device given by [`TestApp::enrol`] shows now. They are good once
    /// for each person; half a minute later there are others.
    pub fn digits(&self) -> String {
        device().digits_at(accounts::rules::step_at(self.clock.now()))
    }

    /// Another browser of someone known, signed in, as after password and digits.
    pub async fn signed_in(&self, person: PersonId) -> Browser {
        let secret = transact(&self.app.db, system(), &self.clock, async |work| {
            let both = accounts::service::Proved::Twice;
            accounts::service::sign_in(work, person, both, "Test", None).await
        })
        .await
        .unwrap();
        let mut browser = self.visitor();
        let cookie = cookies::name(&self.app.site, "shinko-session");
        browser.keep_cookie(&cookie, secret.reveal());
        browser.person = Some(person);
        browser
    }

    /// A token of this person's, for [`Browser::with_token`].
    pub async fn token(&self, person: PersonId, scope: Scope) -> String {
        transact(&self.app.db, system(), &self.clock, async |work| {
            accounts::service::issue_token(work, person, "test", scope).await
        })
        .await
        .unwrap()
    }

    /// Does everything that is due in the background, and says how much that was.
    pub async fn run_tasks(&self) -> usize {
        self.worker.run_until_idle().await.unwrap()
    }

    /// The letters that were sent, first to last.
    pub fn letters(&self) -> Vec<Sent> {
        self.mail.sent()
    }

    /// The mail server that is none, to let it fail.
    pub const fn mail(&self) -> &Memory {
        &self.mail
    }

    /// Ends the product. Fails when a letter is due that nobody sent: the test forgot
    /// [`TestApp::run_tasks`], or a letter was written that it does not expect.
    pub async fn finish(self) {
        let counts = mail::read::counts(self.app.db.reader()).await.unwrap();
        self.abandon().await;
        assert_eq!(counts.waiting, 0, "letters were left over");
    }

    /// Ends the product whatever is left over.
    pub async fn abandon(self) {
        let _ = self.stop.send(());
        self.serving.await.unwrap().unwrap();
        drop(std::fs::remove_dir_all(&self.data));
    }
}
