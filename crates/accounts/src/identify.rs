//! Who is asking: the person of the session on pages, the person of the token on `/api/`.
//!
//! Every request of a signed-in person passes here, so it costs one question to the database.

use std::{pin::Pin, sync::Arc};

use axum::{
    Extension, Router,
    extract::{Request, State},
    handler::Handler,
    http::{HeaderMap, StatusCode, header},
    middleware::{self, Next},
    response::Response,
};
use kernel::{Actor, Db, Failed, Fault, Instant, PersonId, Role, Roles, Secret, Via, transact};
use sea_orm::{FromQueryResult, Statement, Value};
use views::Lang;
use web::{App, Error, Viewer, cookies};

use crate::{
    Refused,
    entity::{SessionId, TokenId, api_token::Scope},
    rules::{SEEN_EVERY, needs_second_factor},
    service,
};

/// The cookie of a session.
pub(crate) const COOKIE: &str = "shinko-session";

/// The cookie of someone half-way between the password and a session. It opens nothing here.
pub(crate) const STEP_COOKIE: &str = "shinko-step";

/// The session of the browser that asks, for the list of a person's sessions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CurrentSession(pub SessionId);

/// Tells every handler inside who is asking. It stands outside [`web::guard::guarded`], and
/// inside [`web::guard::outermost`].
pub fn identified(router: Router, app: &App) -> Router {
    router.layer(middleware::from_fn_with_state(app.clone(), identify))
}

async fn identify(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.starts_with("/assets/") {
        return next.run(request).await;
    }
    let by_token =
        path.starts_with("/api/") && request.headers().contains_key(header::AUTHORIZATION);
    let known = if by_token {
        by_bearer(&app, &mut request).await
    } else {
        by_cookie(&app, &mut request).await
    };
    match known {
        Ok(()) => next.run(request).await,
        Err(error) => answered(app, request, error).await,
    }
}

/// An answer from before the guards, in the form in which they would have given it.
fn answered(
    app: App,
    mut request: Request,
    error: Error,
) -> Pin<Box<dyn Future<Output = Response> + Send>> {
    request.extensions_mut().insert(Arc::new(error));
    let answer = middleware::from_fn_with_state(app.clone(), web::errors::answer);
    Box::pin(stop.layer(answer).call(request, app))
}

async fn stop(Extension(error): Extension<Arc<Error>>) -> (StatusCode, Extension<Arc<Error>>) {
    (error.status(), Extension(error))
}

async fn by_cookie(app: &App, request: &mut Request) -> Result<(), Error> {
    let Some(presented) = cookies::read(&app.site, request.headers(), COOKIE) else {
        return Ok(());
    };
    let now = app.clock.now();
    let values = [Secret::digest_of(&presented).into(), now.into()];
    let Some(found) = Signed::find(&app.db, SESSION, values).await? else {
        return Ok(());
    };
    let id = SessionId(found.id);
    let roles = found.roles();
    // A session from before the role, or from before there was a second step, opens nothing.
    if found.lacks_second_factor() {
        return Ok(());
    }
    if now - found.seen_at.unwrap_or(found.started_at) >= SEEN_EVERY {
        let system = Actor::system(Via::Page);
        let kept = transact(&app.db, system, &app.clock, async |work| {
            service::keep_session(work, id, roles, found.started_at).await
        });
        noted(kept.await);
    }
    request.extensions_mut().insert(CurrentSession(id));
    let via = if request.uri().path().starts_with("/api/") {
        Via::Api
    } else {
        Via::Page
    };
    request.extensions_mut().insert(found.viewer(via));
    Ok(())
}

/// With an `Authorization` header only the token counts: a wrong one is nobody, whatever the
/// cookies say, and the API answers 401.
async fn by_bearer(app: &App, request: &mut Request) -> Result<(), Error> {
    let Some(presented) = bearer(request.headers()) else {
        return Ok(());
    };
    let values = [Secret::digest_of(presented).into()];
    let Some(found) = Signed::find(&app.db, TOKEN, values).await? else {
        return Ok(());
    };
    if found.lacks_second_factor() {
        return Err(Failed::from(Refused::SecondFactorNeeded).into());
    }
    let may_write = found.scope.as_deref().and_then(Scope::parse) == Some(Scope::Write);
    if !may_write && !request.method().is_safe() {
        return Err(Failed::from(Refused::TokenReadsOnly).into());
    }
    let now = app.clock.now();
    if found.seen_at.is_none_or(|used| now - used >= SEEN_EVERY) {
        let system = Actor::system(Via::Api);
        let kept = transact(&app.db, system, &app.clock, async |work| {
            service::note_token_use(work, TokenId(found.id)).await
        });
        noted(kept.await);
    }
    request.extensions_mut().insert(found.viewer(Via::Api));
    Ok(())
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Reading goes on when the last use could not be noted.
fn noted(outcome: Result<(), Fault>) {
    if let Err(fault) = outcome {
        let fault: &dyn std::error::Error = &fault;
        tracing::warn!(fault, "the use of a session or token was not noted");
    }
}

/// Who is signed in by this session, for an answer that comes with its cookie.
pub(crate) async fn viewer_of(app: &App, session: &Secret) -> Result<Option<Viewer>, Fault> {
    let values = [session.digest().into(), app.clock.now().into()];
    let found = Signed::find(&app.db, SESSION, values).await?;
    Ok(found.map(|found| found.viewer(Via::Page)))
}

const SESSION: &str = "
    SELECT s.id, s.person_id, s.started_at, s.seen_at, s.second_at, NULL AS scope,
           p.family_name, p.given_name, a.lang,
           (SELECT string_agg(r.role, ',') FROM person_roles r
            WHERE r.person_id = s.person_id) AS roles
    FROM sign_in_sessions s
    JOIN people p ON p.id = s.person_id
    JOIN accounts a ON a.person_id = s.person_id
    WHERE s.digest = $1 AND s.expires_at > $2 AND p.merged_into IS NULL";

const TOKEN: &str = "
    SELECT t.id, t.person_id, t.created_at AS started_at, t.used_at AS seen_at, t.scope,
           COALESCE(
               (SELECT f.enrolled_at FROM second_factors f WHERE f.person_id = t.person_id),
               (SELECT min(k.created_at) FROM passkeys k WHERE k.person_id = t.person_id)
           ) AS second_at,
           p.family_name, p.given_name, a.lang,
           (SELECT string_agg(r.role, ',') FROM person_roles r
            WHERE r.person_id = t.person_id) AS roles
    FROM api_tokens t
    JOIN people p ON p.id = t.person_id
    JOIN accounts a ON a.person_id = t.person_id
    WHERE t.digest = $1 AND p.merged_into IS NULL";

/// Everything about who is asking, in one row.
#[derive(FromQueryResult)]
struct Signed {
    id: uuid::Uuid,
    person_id: PersonId,
    started_at: Instant,
    seen_at: Option<Instant>,
    second_at: Option<Instant>,
    scope: Option<String>,
    family_name: String,
    given_name: String,
    lang: Option<String>,
    roles: Option<String>,
}

impl Signed {
    async fn find(
        db: &Db,
        question: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Option<Self>, Fault> {
        let statement = Statement::from_sql_and_values(db.backend(), question, values);
        Ok(Self::find_by_statement(statement).one(db.reader()).await?)
    }

    fn roles(&self) -> Roles {
        let codes = self.roles.as_deref().unwrap_or_default();
        codes.split(',').filter_map(Role::parse).collect()
    }

    /// Whether the roles need a second step that this session has not passed, or a device that the
    /// owner of this token does not have.
    fn lacks_second_factor(&self) -> bool {
        needs_second_factor(self.roles()) && self.second_at.is_none()
    }

    fn viewer(self, via: Via) -> Viewer {
        let roles = self.roles();
        Viewer {
            actor: Actor::person(self.person_id, roles, via),
            person: self.person_id,
            name: format!("{} {}", self.family_name, self.given_name),
            lang: self.lang.as_deref().and_then(Lang::parse),
            notices: 0,
        }
    }
}
