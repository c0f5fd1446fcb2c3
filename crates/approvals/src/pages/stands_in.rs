//! Tells every handler for whom somebody decides as a deputy just now.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use web::{App, Error, Viewer};

use crate::{entity::approval::Side, read, rules};

/// Reads for whom the person who asks stands in. It stands inside `accounts::identified`; members and
/// visitors stand in for nobody and cost no question.
pub async fn standing_in(
    State(app): State<App>,
    mut request: Request,
    next: Next,
) -> Result<Response, Error> {
    if let Some(viewer) = request.extensions_mut().get_mut::<Viewer>() {
        let roles = viewer.actor.roles;
        let may = |side| rules::may_stand_in(roles, side);
        if may(Side::Ward) || may(Side::Manager) {
            let (db, today) = (app.db.reader(), app.clock.now().date());
            let all = read::deputyships(db, viewer.person, roles, today).await?;
            let standing_in = all.iter().map(|one| rules::decider(one.side));
            viewer.actor.deputy_for = standing_in.collect();
        }
    }
    Ok(next.run(request).await)
}
