//! What the rooms of the demonstration cost, whose the fees are, and who pays less. The sums are
//! invented.

use bookings::{
    entity::space::Kind,
    rules::charges::{PaymentDraft, Tier},
};
use chrono::{Days, NaiveDate};
use fees::{
    entity::{
        TariffId,
        fee_terms::{Regime, TaxRounding},
        payment::Method,
        reduction_kind::Authority,
        tax_rate,
    },
    read::Filter,
    refused::Refused,
    rules::{Band, NewKind, NewRate, NewTerms, Unit, Until},
    service::{self, GiveBack, Receive},
};
use japan::money::{Pricing, Yen};
use kernel::{Failed, Fault, Work};
use organisations::{
    entity::category::{Locality, Party, Stage},
    rules::Selector,
};

use super::{spaces::Opened, stage::passed_over};

/// What the price list of one meeting room is called.
const ROOM: &str = "会議室（1室）";

/// The price lists that the spaces of the demonstration belong to.
pub(super) struct Tariffs {
    /// A meeting room, by the hour.
    pub(super) room: TariffId,
    /// Both meeting rooms joined, by the hour.
    pub(super) joined: TariffId,
    /// The seminar corner, by the band.
    pub(super) seminar: TariffId,
}

/// Says what each space costs from a day on, and by when it is paid; desks and booths are free.
pub(super) async fn apply(work: &Work, since: NaiveDate, opened: &[Opened]) -> Result<(), Fault> {
    let tariffs = match enter(work, since).await {
        Ok(tariffs) => tariffs,
        Err(Failed::Fault(fault)) => return Err(fault),
        Err(Failed::Refused(refusal)) => return Err(Fault::broken("the prices", refusal)),
    };
    let rooms = opened.iter().filter(|one| one.space.kind == Kind::Meeting);
    // The last of them is both rooms joined.
    let joined = rooms.clone().next_back().map(|one| one.id);
    for one in opened {
        let tariff = match one.space.kind {
            Kind::Meeting if Some(one.id) == joined => tariffs.joined,
            Kind::Meeting => tariffs.room,
            Kind::Seminar => tariffs.seminar,
            Kind::Desk | Kind::Booth | Kind::Community | Kind::Online => continue,
        };
        let set = bookings::service::set_tariff(work, one.id, Some(tariff), since, None).await;
        set.map_err(unexpected)?;
    }
    let tier = |days_before, percent| Tier {
        days_before,
        percent,
    };
    let tiers = [tier(8, 0), tier(3, 50), tier(0, 100)];
    let draft = PaymentDraft::new(14, &tiers, since);
    let set = bookings::service::set_payment(work, &draft, None).await;
    set.map_err(unexpected)
}

/// Says what one meeting room costs from a day to come.
pub(super) async fn announce(work: &Work, from: NaiveDate) -> Result<(), Fault> {
    let tariffs = fees::read::tariffs(work.db()).await?;
    let Some(room) = tariffs.iter().find(|one| one.row.name == ROOM) else {
        return Ok(());
    };
    let dearer = Unit::Hour {
        minutes: 60,
        amount: Yen(900),
    };
    let dearer = rate(Selector::default(), dearer, from);
    passed_over(service::set_rate(work, room.row.id, &dearer, None).await)?;
    Ok(())
}

/// What the demonstration enters is never refused.
fn unexpected(failed: Failed<bookings::refused::Refused>) -> Fault {
    match failed {
        Failed::Fault(fault) => fault,
        Failed::Refused(refusal) => Fault::broken("the prices", refusal),
    }
}

/// Reception gives back what closing days left to be given back, one by transfer, the next in cash;
/// every third has not come for it yet.
pub(super) async fn give_back(work: &Work) -> Result<(), Fault> {
    let bills = fees::read::listed(work.db(), Filter::default(), 200).await?;
    let owed = bills
        .iter()
        .filter(|bill| bill.balance().to_refund() > Yen::ZERO);
    for (nth, bill) in owed.enumerate() {
        let ways = [Some(Method::Transfer), Some(Method::Cash), None];
        let (Some(method), Some((part, payment))) = (ways[nth % ways.len()], bill.parts.first())
        else {
            continue;
        };
        let wish = GiveBack {
            payment: payment.id,
            bill: bill.row.id,
            amount: Some(bill.balance().to_refund()),
            method: Some(method),
            reason: "取り消しのため".to_owned(),
            seen: Yen(part.amount),
        };
        if let Err(Failed::Fault(fault)) = service::give_back(work, &wish).await {
            return Err(fault);
        }
    }
    Ok(())
}

/// Reception takes what is due on a day from those who come within thirteen days, by one way
/// or another; now and then somebody is late.
pub(super) async fn take(work: &Work) -> Result<(), Fault> {
    let today = work.now().date();
    let [due_by, used_by] = [today, today + Days::new(13)].map(|day| day.to_string());
    let bills = fees::read::listed(work.db(), Filter::default(), 200).await?;
    let due = bills
        .iter()
        .filter(|bill| bill.row.due_on <= due_by && bill.row.used_on <= used_by);
    for (nth, bill) in due.enumerate() {
        let open = bill.balance().open();
        if open <= Yen::ZERO || nth % 5 == 4 {
            continue;
        }
        let wish = Receive {
            bills: vec![(bill.row.id, open)],
            method: Method::ALL[nth % Method::ALL.len()],
        };
        let paid = match service::receive(work, &wish).await {
            Ok(paid) => paid,
            Err(Failed::Fault(fault)) => return Err(fault),
            Err(Failed::Refused(_)) => continue,
        };
        if let Err(Failed::Fault(fault)) = service::issue_receipt(work, paid, "").await {
            return Err(fault);
        }
    }
    Ok(())
}

/// Enters everything from a day on.
pub(super) async fn enter(work: &Work, since: NaiveDate) -> Result<Tariffs, Failed<Refused>> {
    service::set_terms(work, &terms(since), None).await?;
    for kind in kinds(since) {
        service::issue_kind(work, &kind, Authority::Ward).await?;
    }
    let everyone = Selector::default();
    let ward = Selector {
        locality: Some(Locality::WardBusiness),
        ..everyone
    };
    let founders = Selector {
        stage: Some(Stage::BeforeFounding),
        ..everyone
    };
    let hourly = |yen| Unit::Hour {
        minutes: 60,
        amount: Yen(yen),
    };
    let room = service::open_tariff(work, ROOM, "Meeting room").await?;
    let joined =
        service::open_tariff(work, "会議室A・B（1室として）", "Both meeting rooms").await?;
    let seminar = service::open_tariff(work, "セミナーコーナー", "Seminar corner").await?;
    // Decided, and applied to no space yet.
    let exhibition = service::open_tariff(work, "展示（1日）", "Exhibition, a day").await?;
    let filming = service::open_tariff(work, "撮影（1回）", "Filming, each time").await?;
    for (tariff, selector, unit) in [
        (room, everyone, hourly(800)),
        (room, ward, hourly(400)),
        (room, founders, hourly(200)),
        (joined, everyone, hourly(1_600)),
        (joined, ward, hourly(800)),
        (seminar, everyone, Unit::Band(bands([2_400, 3_200, 3_000]))),
        (seminar, ward, Unit::Band(bands([1_200, 1_600, 1_500]))),
        (exhibition, everyone, Unit::Day(Yen(6_000))),
        (filming, everyone, Unit::Use(Yen(2_500))),
    ] {
        service::set_rate(work, tariff, &rate(selector, unit, since), None).await?;
    }
    Ok(Tariffs {
        room,
        joined,
        seminar,
    })
}

fn rate(selector: Selector, unit: Unit, since: NaiveDate) -> NewRate {
    NewRate {
        selector,
        unit,
        tax: tax_rate::Code::Standard,
        pricing: Pricing::TaxWithin,
        valid_from: since,
        valid_until: None,
    }
}

/// Morning, afternoon and evening.
fn bands(yen: [i64; 3]) -> Vec<Band> {
    let times = [(9, 12), (13, 17), (18, 21)];
    let band = |((opens, closes), yen): ((i32, i32), i64)| Band {
        opens: opens * 60,
        closes: closes * 60,
        amount: Yen(yen),
    };
    times.into_iter().zip(yen).map(band).collect()
}

fn terms(since: NaiveDate) -> NewTerms {
    NewTerms {
        regime: Some(Regime::WardFee),
        issuer: "見本区".to_owned(),
        address: "目黒区見本町一丁目1番1号".to_owned(),
        registration_number: "T7000012050002".to_owned(),
        collector: "見本センター運営共同事業体".to_owned(),
        rounding: Some(TaxRounding::Down),
        valid_from: Some(since),
    }
}

/// What the manager would reduce of fees that are its own (利用料金); of the ward's it stays a dead
/// letter.
pub(super) fn own_kind(from: NaiveDate) -> NewKind {
    NewKind {
        name: "創業塾の受講者の利用".to_owned(),
        name_en: "Those who attend the founders' course".to_owned(),
        percent: Some(30),
        criteria: "受講証を確かめる。".to_owned(),
        selector: Selector::default(),
        valid_from: Some(from),
        valid_until: Until::Open,
    }
}

fn kinds(since: NaiveDate) -> [NewKind; 2] {
    let kind = |name: &str, name_en: &str, percent, criteria: &str| NewKind {
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        percent: Some(percent),
        criteria: criteria.to_owned(),
        selector: Selector::default(),
        valid_from: Some(since),
        valid_until: Until::Open,
    };
    let groups = Selector {
        party: Some(Party::Group),
        ..Selector::default()
    };
    [
        kind(
            "区の主催・共催",
            "Held by or with the ward",
            100,
            "区の依頼書か、共催の決定通知を確かめる。",
        ),
        NewKind {
            selector: groups,
            ..kind(
                "障害者団体の利用",
                "Groups of people with disabilities",
                50,
                "団体の規約と名簿を確かめる。",
            )
        },
    ]
}
