//! Unmistakable words about somebody, everywhere where the centre keeps words.

use tests::Browser;

use super::super::house::House;
use crate::{
    acts::{Form, made},
    organisations::{self, COMPANY, with},
};

pub(super) const KANA: &str = "カナリヤ";
pub(super) const TELEPHONE: &str = "03-9182-7364";
pub(super) const PURPOSE: &str = "秘密の打合せ壱";
pub(super) const WAITED_FOR: &str = "秘密の打合せ弐";
pub(super) const REDUCED_FOR: &str = "減額のわけ参";
pub(super) const REFUNDED_FOR: &str = "返金のわけ肆";
pub(super) const REFUSED_FOR: &str = "断りのわけ伍";
pub(super) const APPLIED: &str = "申請のことば陸";
pub(super) const PAPER: &str = "秘密の書類漆";
pub(super) const ANSWERED: &str = "申請への答え捌";
pub(super) const WAIVED_FOR: &str = "例外のわけ玖";
pub(super) const PROGRAMME: &str = "内輪の事業拾";
pub(super) const NEEDS: &str = "必要な配慮拾壱";
pub(super) const TOLD: &str = "申込の答え拾参";
pub(super) const FOUNDED: &str = "創業の内容拾弐";
pub(super) const DRAWN_FOR: &str = "抽選のわけ拾参";

/// The addresses of everything that was planted, and where its rightful readers find each word.
pub(super) struct Planted {
    pub(super) addresses: Vec<String>,
    /// By the person themselves, by the manager, by the ward.
    pub(super) readers: [Vec<(String, &'static str)>; 3],
}

/// Fills the house with unmistakable words about the stranger.
pub(super) async fn planted(house: &House, own: &Browser) -> Planted {
    let manager = house.browser(3).await;
    let profile = [
        ("family_name", "見本"),
        ("given_name", "次郎"),
        ("family_kana", KANA),
        ("given_kana", "ジロウ"),
        ("telephone", TELEPHONE),
        ("lang", "ja"),
    ];
    posted(own, "/mypage/profile", &profile).await;
    house.app.enrol(house.stranger).await;

    let used = made(&house.form().with("purpose", PURPOSE).send(own).await);
    let asked = house.request_of(house.stranger).await;
    let refusal = house
        .fields("/counter/requests/{id}/refusal")
        .with("words", REFUSED_FOR);
    let refuses = format!("/counter/requests/{asked}/refusal");
    posted(&manager, &refuses, &refusal.fields()).await;

    let mut planted = Planted {
        addresses: Vec::new(),
        readers: [Vec::new(), Vec::new(), Vec::new()],
    };
    let (used, asked) = (format!("/bookings/{used}"), format!("/bookings/{asked}"));
    let person = format!("/counter/people/{}", house.stranger);
    planted.add("/mypage/profile", KANA, &[0]);
    planted.add("/mypage/profile", TELEPHONE, &[0]);
    planted.add(&person, KANA, &[1]);
    planted.add(&person, TELEPHONE, &[1]);
    planted.add(&used, PURPOSE, &[0, 1]);
    planted.add(&asked, REFUSED_FOR, &[0, 1]);
    planted.addresses.push(format!("/api/v1{used}"));
    for booking in [used, asked] {
        for page in ["/done", "/calendar.ics", "/change", "/cancellation"] {
            planted.addresses.push(format!("{booking}{page}"));
        }
    }
    planted.waiting(house, own).await;
    planted.money(house).await;
    planted.application(house, own).await;
    planted.exceptions(house).await;
    planted.enrolment(house, own).await;
    planted.founding(house).await;
    planted.lottery(house, own).await;
    planted
}

impl Planted {
    /// A word that some of the readers find at an address.
    fn add(&mut self, path: &str, word: &'static str, readers: &[usize]) {
        for reader in readers {
            self.readers[*reader].push((path.to_owned(), word));
        }
        self.addresses.push(path.to_owned());
    }

    /// What the stranger needs to take part in a seminar.
    async fn enrolment(&mut self, house: &House, own: &Browser) {
        let (course, lesson) = house.course(true).await;
        let fields = [("mode", "online"), ("needs", NEEDS), ("answer-1", TOLD)];
        let enrolled = posted(own, &format!("/seminars/{course}/enrolments"), &fields).await;
        self.add(&enrolled, NEEDS, &[0]);
        self.add(&enrolled, TOLD, &[0, 1]);
        self.add(&format!("{enrolled}/answers"), TOLD, &[0, 1]);
        self.add(&format!("/counter/seminars/{course}/people"), TOLD, &[1]);
        self.add(&format!("/counter/seminars/{course}/people"), NEEDS, &[1]);
        self.add(
            &format!("/counter/lessons/{lesson}/attendance"),
            NEEDS,
            &[1],
        );
        let ticket = enrolled.replace("/enrolments/", "/counter/tickets/");
        self.add(&ticket, NEEDS, &[1]);
        self.addresses.push(format!("/api/v1{enrolled}"));
        for page in ["ticket", "certificate"] {
            self.addresses.push(format!("{enrolled}/{page}"));
        }
        for page in ["/seminars", "/counter/seminars", "/api/v1/seminars"] {
            self.addresses.push(format!("{page}/{course}"));
        }
        let people = format!("/counter/seminars/{course}/people?as=csv");
        self.addresses.push(people);
        for page in [
            "plates",
            "certificates",
            "materials",
            "answers",
            "questions",
        ] {
            let page = format!("/counter/seminars/{course}/{page}");
            self.addresses.push(page);
        }
        self.addresses
            .push(format!("/counter/lessons/{lesson}/walk-ins"));
        for page in ["ics", "csv"] {
            self.addresses.push(format!("/calendar/seminars.{page}"));
        }
    }

    /// What for the stranger would like to have a room that is drawn.
    async fn lottery(&mut self, house: &House, own: &Browser) {
        let new = house
            .drawn("/lotteries/{id}/new", "lottery", house.stranger)
            .await;
        let (page, slot) = new.split_once("/new?slot=").unwrap();
        let fields = [("slot", slot), ("purpose", DRAWN_FOR), ("attendees", "3")];
        let entered = posted(own, &format!("{page}/entries"), &fields).await;
        self.add(&entered, DRAWN_FOR, &[0, 1]);
        self.add(&format!("/counter{page}"), DRAWN_FOR, &[1]);
        for open in ["/lotteries", page, "/mypage/lotteries"] {
            self.addresses.push(open.to_owned());
        }
    }

    /// What the stranger's business will do, as they told the ward.
    async fn founding(&mut self, house: &House) {
        let own = house.founds(FOUNDED).await;
        self.add(&format!("/mypage/founding/{own}"), FOUNDED, &[0]);
        self.add(&format!("/counter/founders/{own}"), FOUNDED, &[1, 2]);
        let files = [
            "/mypage/founding",
            "/counter/founders?as=csv",
            "/counter/founders/register",
        ];
        self.addresses.extend(files.map(str::to_owned));
        for page in ["edit", "certificate"] {
            self.addresses
                .push(format!("/mypage/founding/{own}/{page}"));
        }
    }

    async fn waiting(&mut self, house: &House, own: &Browser) {
        let evening =
            Form::new(house.app.fixture.room, "19:00", "20:00").with("date", "2026-12-18");
        made(&evening.send(&house.browser(1).await).await);
        let waits = evening.with("purpose", WAITED_FOR);
        let waiting = posted(own, "/waiting", &waits.fields()).await;
        self.add(&waiting, WAITED_FOR, &[1]);
    }

    async fn money(&mut self, house: &House) {
        let (reception, ward) = (house.browser(2).await, house.browser(4).await);
        let manager = house.browser(3).await;
        let bill = format!("/counter/bills/{}", house.bill_of(house.stranger).await);
        let reduction = house
            .fields("/counter/bills/{id}/reduction")
            .with("reason", REDUCED_FOR);
        let proposal = posted(&manager, &format!("{bill}/reduction"), &reduction.fields()).await;
        let seen = [("seen", "1"), ("open", "1000"), ("decision", "approve")];
        posted(&ward, &format!("{proposal}/decision"), &seen).await;
        let paid = house.payment_of(house.stranger).await;
        let paid = format!("/counter/payments/{paid}");
        let refund = house
            .fields("/counter/payments/{id}/refund")
            .with("reason", REFUNDED_FOR);
        posted(&reception, &format!("{paid}/refund"), &refund.fields()).await;
        self.add(&bill, REDUCED_FOR, &[1]);
        self.add(&proposal, REDUCED_FOR, &[1, 2]);
        self.add(&paid, REFUNDED_FOR, &[1]);
        self.addresses.push(format!("{bill}/reduction"));
    }

    /// A company's, which reception sends back.
    async fn application(&mut self, house: &House, own: &Browser) {
        let fields = with(&COMPANY, &[("corporate_number", ""), ("words", APPLIED)]);
        let name = format!("{PAPER}.pdf");
        let paper = (name.as_str(), organisations::PDF.1);
        let handed_in = own.post_papers("/applications", &fields, &[paper]).await;
        assert_eq!(handed_in.status, 303, "{}", handed_in.text);
        let page = handed_in.location;
        let review = format!("/counter{page}");
        let form = house
            .fields("/counter/applications/{id}/review")
            .with("answer", ANSWERED);
        let reception = house.browser(2).await;
        posted(&reception, &format!("{review}/review"), &form.fields()).await;
        for word in [APPLIED, PAPER, ANSWERED] {
            self.add(&page, word, &[0, 1]);
            self.add(&review, word, &[1]);
        }
        self.addresses.push(format!("{page}/change"));
        let shown = own.get(&page).await;
        let begins = format!("{page}/papers/");
        let papers = shown.text.split(&begins).skip(1);
        let papers = papers.filter_map(|rest| rest.split('"').next());
        self.addresses
            .extend(papers.map(|paper| format!("{page}/papers/{paper}")));
    }

    /// What the centre does otherwise than for everybody: a booking against a rule, and an own use.
    async fn exceptions(&mut self, house: &House) {
        let reception = house.browser(2).await;
        let room = house.app.fixture.room;
        let waived = Form::new(room, "13:00", "15:00")
            .with("date", "2027-05-11")
            .with("for", &house.stranger.to_string())
            .with("waiver", WAIVED_FOR);
        let booking = made(&waived.send(&reception).await);
        self.addresses.push(format!("/bookings/{booking}"));
        self.add("/counter/rules", WAIVED_FOR, &[1, 2]);

        let day = house.own_day().with("title", PROGRAMME);
        let own_use = posted(&reception, "/counter/own-uses", &day.fields()).await;
        self.add(&own_use, PROGRAMME, &[1, 2]);
        let wish = day.json();
        let date = wish["starts_at"].as_str().unwrap().split('T').next();
        let date = date.unwrap();
        for path in [
            format!("/availability?date={date}"),
            format!("/spaces/{room}?week={date}"),
            format!("/api/v1/spaces/{room}/availability?from={date}&until={date}"),
            format!("/counter?date={date}"),
        ] {
            self.addresses.push(path);
        }
    }
}

/// Sends a form that is taken; where it leads.
async fn posted(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = browser.post(path, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.text);
    answer.location
}
