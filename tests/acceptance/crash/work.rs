//! What each of those at work does, over and over, until nobody answers any more.

use std::sync::Arc;

use bookings::entity::SpaceId;
use tests::{Answer, Browser};
use tokio::sync::mpsc;

use super::load::{Fact, Plan, SERIES, Way};
use crate::{
    acts::{Form, input, made},
    money::bookings::bill,
    organisations::{COMPANY, with},
};

/// Somebody at work.
pub(super) struct Client {
    pub(super) member: Browser,
    pub(super) other: Browser,
    pub(super) manager: Browser,
    pub(super) plan: Arc<Plan>,
    pub(super) tell: mpsc::UnboundedSender<(Fact, String)>,
}

impl Client {
    /// Works until an answer breaks off.
    pub(super) async fn works(&self, way: Way) {
        let mut answered = Some(());
        while answered.is_some() {
            answered = match way {
                Way::Program => self.asks_by_program().await,
                Way::Money => self.pays_and_gets_back().await,
                Way::Series => self.repeats().await,
                Way::Waiting => self.waits_and_takes().await,
                Way::Closing => self.closes().await,
                Way::Asking => self.asks_and_is_approved().await,
                Way::Applying => self.applies().await,
                Way::OwnUse => self.uses_itself().await,
            };
        }
    }

    fn told(&self, fact: Fact, id: &str) {
        self.tell.send((fact, id.to_owned())).unwrap();
    }

    async fn asks_by_program(&self) -> Option<()> {
        let wish = self.plan.wish(self.plan.rooms.desks).json();
        let request = self
            .member
            .request("POST".parse().unwrap(), "/api/v1/bookings");
        let answer = self.member.try_send(request.json(&wish)).await.ok()?;
        assert_eq!(answer.status, 201, "{}", answer.text);
        self.told(Fact::Booked, answer.json()["id"].as_str().unwrap());
        Some(())
    }

    /// Books the next hour of a room; the form, and the booking.
    async fn books(&self, room: SpaceId) -> Option<(Form, String)> {
        let form = self.plan.wish(room);
        let done = sent(&self.member, "/bookings", &form.fields()).await?;
        let id = made(&done);
        self.told(Fact::Booked, &id);
        Some((form, id))
    }

    async fn cancels(&self, id: &str) -> Option<()> {
        sent(&self.member, &format!("/bookings/{id}/cancellation"), &[]).await?;
        self.told(Fact::Cancelled, id);
        Some(())
    }

    async fn pays_and_gets_back(&self) -> Option<()> {
        let (_, id) = self.books(self.plan.rooms.paid).await?;
        let page = self.manager.try_get(&format!("/bookings/{id}")).await;
        let bill = bill(&page.ok()?).to_string();
        let seen = format!("{bill}:800");
        let fields = [("seen", seen.as_str()), ("method", "cash")];
        let payment = sent(&self.manager, "/counter/payments", &fields).await?;
        self.told(Fact::Paid, &bill);
        let receipt = format!("{}/receipt", payment.location);
        let issued = sent(&self.manager, &receipt, &[("addressee", "産業 花子")]).await?;
        self.told(Fact::Receipted, last(&issued.location));
        self.cancels(&id).await?;
        let fields = [
            ("bill", bill.as_str()),
            ("amount", "800"),
            ("method", "cash"),
            ("reason", "取り消しのため"),
            ("left", "800"),
        ];
        sent(
            &self.manager,
            &format!("{}/refund", payment.location),
            &fields,
        )
        .await?;
        self.told(Fact::Refunded, &bill);
        Some(())
    }

    async fn repeats(&self) -> Option<()> {
        let form = self
            .plan
            .wish(self.plan.rooms.weekly)
            .with("rhythm", "weekly")
            .with("times", &SERIES.to_string());
        let done = sent(&self.member, "/series", &form.fields()).await?;
        let id = done.location.strip_suffix("/done").unwrap();
        self.told(Fact::Repeated, last(id));
        Some(())
    }

    async fn waits_and_takes(&self) -> Option<()> {
        let (form, id) = self.books(self.plan.rooms.waited).await?;
        let place = sent(&self.other, "/waiting", &form.fields())
            .await?
            .location;
        self.told(Fact::Joined, last(&place));
        self.cancels(&id).await?;
        sent(&self.other, &format!("{place}/acceptance"), &[]).await?;
        self.told(Fact::Taken, last(&place));
        Some(())
    }

    async fn closes(&self) -> Option<()> {
        let room = self.plan.rooms.closed;
        let (form, id) = self.books(room).await?;
        let space = room.to_string();
        let mut fields = vec![
            ("kind", "once"),
            ("first", form.value("date")),
            ("from", form.value("starts_at")),
            ("until", form.value("ends_at")),
            ("where", "some"),
            ("spaces", space.as_str()),
            ("reason", "空調の保守点検"),
        ];
        let path = "/counter/closures/confirmation";
        let shown = self.manager.try_post(path, &fields).await.ok()?;
        let [seen, offers] = ["seen", "offers_seen"].map(|name| input(&shown, name));
        fields.extend([("seen", &*seen), ("offers_seen", &*offers)]);
        sent(&self.manager, "/counter/closures", &fields).await?;
        self.told(Fact::CalledOff, &id);
        Some(())
    }

    async fn asks_and_is_approved(&self) -> Option<()> {
        let (_, id) = self.books(self.plan.rooms.asked).await?;
        let path = format!("/counter/requests/{id}/approval");
        sent(&self.manager, &path, &[("seen", "1")]).await?;
        self.told(Fact::Approved, &id);
        Some(())
    }

    async fn applies(&self) -> Option<()> {
        let number = self.plan.number();
        let name = format!("株式会社見本{number}");
        let paper = format!("%PDF-1.7 an invented paper, number {number}");
        let fields = with(&COMPANY, &[("name", &name), ("corporate_number", "")]);
        let papers = [("登記事項証明書.pdf", paper.as_bytes())];
        let handed_in = self
            .member
            .try_post_papers("/applications", &fields, &papers);
        let done = yes(handed_in.await.ok()?);
        self.told(Fact::Applied, last(&done.location));
        Some(())
    }

    async fn uses_itself(&self) -> Option<()> {
        let form = self.plan.own_use();
        let done = sent(&self.manager, "/counter/own-uses", &form.fields()).await?;
        self.told(Fact::OwnUse, last(&done.location));
        Some(())
    }
}

/// Sends a form that is granted; nothing when the power went before it was answered.
async fn sent(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
    let answer = browser.try_post(path, fields).await;
    answer.ok().map(yes)
}

#[track_caller]
fn yes(answer: Answer) -> Answer {
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer
}

/// The id at the end of an address.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}
