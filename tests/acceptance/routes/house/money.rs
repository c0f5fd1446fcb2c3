//! Bills, payments, receipts, refunds, tariffs.

use fees::entity::BillId;
use kernel::PersonId;

use super::House;
use crate::money;

impl House {
    /// Something to pay next week: 1,000 yen.
    pub(in crate::routes) async fn bill_of(&self, person: PersonId) -> BillId {
        money::bill_of(&self.app, person, 1_000, "K7M-4PX-9TD").await
    }

    /// The same, paid.
    pub(in crate::routes) async fn payment_of(&self, person: PersonId) -> String {
        let bill = self.bill_of(person).await;
        let paid = money::pay(&self.browser(2).await, &[bill], "cash").await;
        let id = paid.location.strip_prefix("/counter/payments/");
        id.unwrap().to_owned()
    }

    pub(super) async fn receipt_of(&self, person: PersonId) -> String {
        let address = format!(
            "/counter/payments/{}/receipt",
            self.payment_of(person).await
        );
        let issued = self.browser(2).await.post(&address, &[]).await;
        issued
            .location
            .strip_prefix("/receipts/")
            .unwrap()
            .to_owned()
    }

    pub(super) async fn refund_of(&self, person: PersonId) -> String {
        let paid = self.payment_of(person).await;
        let address = format!("/counter/payments/{paid}/refund");
        let form = self.fields("/counter/payments/{id}/refund");
        let reception = self.browser(2).await;
        reception.post(&address, &form.fields()).await;
        let page = reception.get(&format!("/counter/payments/{paid}")).await;
        let paper = page.text.split("href=\"/refunds/").nth(1).unwrap();
        paper.split('"').next().unwrap().to_owned()
    }

    /// A tariff without a price.
    pub(super) async fn tariff(&self) -> String {
        let known = fees::read::tariffs(self.app.app.db.reader()).await.unwrap();
        let name = known.len().to_string();
        let opened = self
            .browser(3)
            .await
            .post("/counter/tariffs", &[("name", &name)])
            .await;
        let id = opened.location.strip_prefix("/counter/tariffs/").unwrap();
        id.strip_suffix("/new").unwrap().to_owned()
    }

    /// A ground of reduction, issued by the manager or by the ward: one of the columns.
    pub(super) async fn ground(&self, issuer: usize) -> String {
        let name = self.another_name();
        let form = self.fields("/counter/reductions").with("name", &name);
        let own = self.browser(issuer).await;
        own.post("/counter/reductions", &form.fields()).await;
        let all = fees::read::kinds(self.app.app.db.reader()).await.unwrap();
        let found = all.into_iter().find(|kind| kind.row.name == name);
        found.unwrap().row.id.to_string()
    }

    /// A reduction that the manager has proposed, and that waits for the ward.
    pub(super) async fn proposal(&self) -> String {
        let bill = self.bill_of(self.stranger).await;
        let proposed = crate::money::propose(&self.browser(3).await, bill, "50").await;
        assert_eq!(proposed.status, 303, "{}", proposed.text);
        proposed.location.rsplit('/').next().unwrap().to_owned()
    }
}
