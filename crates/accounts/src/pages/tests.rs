mod links;
mod passwords;
mod people;
mod second_step;
mod sessions;
mod tokens;

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode, header},
    response::Response,
};
use kernel::{Actor, Clock, Instant, PersonId, Role, Roles, transact};
use mail::entity::letter;
use sea_orm::entity::prelude::*;
use testkit::database::{Engine, open};
use tower::ServiceExt;
use views::{Lang, Views};
use web::{App, Parts, Proxies, Site};

use super::*;
use crate::{entity::api_token::Scope, identified, password, service::NewAccount};

/// The crate's pages behind the guards, with one API route that changes and one that looks.
struct Centre {
    app: App,
    router: Router,
}

struct Answer {
    status: StatusCode,
    location: String,
    cookie: String,
    step: String,
    body: String,
}

impl Centre {
    async fn new() -> Self {
        Self::shown(false).await
    }

    async fn shown(demo: bool) -> Self {
        let morning = Instant::parse("2026-12-01T09:00:00+09:00").unwrap();
        let app = App::new(Parts {
            db: open(Engine::Sqlite).await.unwrap(),
            clock: Clock::set_to(morning),
            views: Arc::new(Views::new(None).unwrap()),
            site: Site {
                public_url: "http://127.0.0.1:3000".to_owned(),
                secure: false,
                demo,
                proxies: Proxies::default(),
            },
        });
        let who = async |page: Page| -> Result<String, Error> { Ok(page.person()?.name.clone()) };
        let all = routes().get("/api/who", who).post("/api/who", who);
        let guarded = web::guard::guarded(all.into_router(), &app).with_state(app.clone());
        let router = identified(guarded, &app);
        Self { app, router }
    }

    async fn asks(&self, request: Request<Body>) -> Answer {
        let response: Response = self.router.clone().oneshot(request).await.unwrap();
        let header = |name| {
            let value = response.headers().get(name);
            value.map_or("", |value| value.to_str().unwrap()).to_owned()
        };
        let cookies = response.headers().get_all(header::SET_COOKIE);
        let cookie = |name| {
            cookies
                .iter()
                .filter_map(|cookie| cookie.to_str().unwrap().split(';').next())
                .find(|cookie| cookie.starts_with(name))
                .unwrap_or_default()
                .to_owned()
        };
        let (step, cookie) = (cookie("shinko-step="), cookie("shinko-session="));
        Answer {
            status: response.status(),
            location: header(header::LOCATION),
            cookie,
            step,
            body: {
                let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
                String::from_utf8(bytes.to_vec()).unwrap()
            },
        }
    }

    async fn gets(&self, path: &str, cookie: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, cookie);
        self.asks(request.body(Body::empty()).unwrap()).await
    }

    async fn posts(&self, path: &str, cookie: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.asks(request.body(Body::from(form.to_owned())).unwrap())
            .await
    }

    async fn by_token(&self, method: Method, token: &str, cookie: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri("/api/who")
            .header(header::COOKIE, cookie)
            .header(header::AUTHORIZATION, format!("Bearer {token}"));
        self.asks(request.body(Body::empty()).unwrap()).await
    }

    async fn person(&self, email: &str, roles: Roles) -> PersonId {
        let new = NewAccount {
            family_name: "産業".into(),
            given_name: "花子".into(),
            family_kana: "サンギョウ".into(),
            given_kana: "ハナコ".into(),
            email: email.into(),
            telephone: String::new(),
            password_hash: password::hash("ひみつの合言葉ですよ").await.unwrap(),
            lang: Lang::Ja,
            roles,
        };
        let app = &self.app;
        let opened = transact(&app.db, Actor::visitor(), &app.clock, async |work| {
            let person = service::open_account(work, new).await?;
            if rules::needs_second_factor(roles) {
                service::give_second_factor(work, person, &device()).await?;
            }
            Ok::<_, Failed<Refused>>(person)
        });
        opened.await.unwrap()
    }

    async fn token(&self, person: PersonId, scope: Scope) -> String {
        let app = &self.app;
        let issued = transact(&app.db, Actor::visitor(), &app.clock, async |work| {
            service::issue_token(work, person, "試し", scope).await
        });
        issued.await.unwrap()
    }

    /// The secret in the letter written after this template.
    async fn token_in(&self, template: &str) -> String {
        let letter = letter::Entity::find()
            .filter(letter::Column::Template.eq(template))
            .one(self.app.db.reader());
        let facts = letter.await.unwrap().unwrap().facts;
        let facts: serde_json::Value = serde_json::from_str(&facts).unwrap();
        facts["token"].as_str().unwrap().to_owned()
    }

    async fn signs_in(&self, email: &str) -> Answer {
        let form = format!("email={email}&password=ひみつの合言葉ですよ&next=%2Favailability");
        let proved = self.posts("/sign-in", "", &form).await;
        if proved.location != "/sign-in/code" {
            return proved;
        }
        let digits = device().digits_at(rules::step_at(self.app.clock.now()));
        let form = format!("code={digits}");
        self.posts("/sign-in/code", &proved.step, &form).await
    }
}

/// What the devices of staff know.
fn device() -> rules::SharedSecret {
    rules::SharedSecret::new(b"known to every test.".to_vec())
}

#[tokio::test]
async fn bad_input_is_refused_beside_its_field_and_kept() {
    let centre = Centre::new().await;
    let form = "family_name=%F0%A0%AE%B7&given_name=a%00b&family_kana=x&given_kana=&email=a";
    let refused = centre.posts("/sign-up", "", form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in [
        "value=\"𠮷\"",
        "given_name-error",
        "family_kana-error",
        "given_kana-error",
        "email-error",
    ] {
        assert!(refused.body.contains(part), "{part}");
    }
    assert!(!refused.body.contains("family_name-error"));
    for form in ["", "email=%00", "email=a%40b.example%00&password=%00"] {
        let refused = centre.posts("/sign-in", "", form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
    }
    let broken = centre.posts("/sign-in", "", "email=%FF").await;
    assert_eq!(broken.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_database_that_is_gone_is_a_kind_503() {
    let centre = Centre::new().await;
    centre.person("hanako@demo.example", Roles::default()).await;
    let cookie = centre.signs_in("hanako@demo.example").await.cookie;
    centre.app.db.clone().close().await.unwrap();
    let page = centre.gets("/mypage/profile", &cookie).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.body.contains("<h1>"));
}
