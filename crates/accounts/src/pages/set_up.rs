//! Setting up a device: the picture it reads, the letters typed by hand, the recovery codes.

use axum::response::Response;
use serde_json::{Value, json};
use web::{Error, Page, Typed, square_code};

use super::passkeys;
use crate::{
    read::{self, Step},
    rules::{self, SharedSecret},
};

/// What the page shows that sets up the device of this step; `action` is where its form goes.
pub(super) async fn facts(page: &Page, step: &Step, action: &str) -> Result<Value, Error> {
    let secret = step.secret.as_ref().ok_or_else(Error::not_found)?;
    let contact = read::contact(page.app.db.reader(), step.person).await?;
    let email = contact
        .and_then(|contact| contact.email)
        .unwrap_or_default();
    let address = secret.address(&page.app.venue(page.lang).name, &email);
    Ok(json!({
        "action": action,
        "picture": square_code(&address)?,
        "letters": secret.spelled(),
        "email": email,
        "digits": demonstrated(page, secret),
        "passkeys": passkeys::centre(page).is_some(),
    }))
}

/// In the demonstration nobody needs a device to get in.
fn demonstrated(page: &Page, secret: &SharedSecret) -> Option<String> {
    let step = rules::step_at(page.app.clock.now());
    page.app.site.demo.then(|| secret.digits_at(step))
}

/// The recovery codes, this once: the page is their answer, no redirect could carry them.
pub(super) fn codes(page: &Page, codes: &[String], onwards: &str) -> Result<Response, Error> {
    let facts = json!({ "codes": codes, "onwards": onwards, "at": page.app.clock.now() });
    page.form("accounts/recovery_codes.html", &facts, &Typed::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_and_address_fit_a_picture() {
        let address = format!("{}@{}.example", "a".repeat(60), "b".repeat(180));
        let secret = SharedSecret::new(vec![7; rules::SECRET_BYTES]);
        let drawn = square_code(&secret.address(&"産業振興センター".repeat(5), &address)).unwrap();
        let path = drawn["path"].as_str().unwrap();
        // Every picture begins with the upper edge of its first corner.
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
    }
}
