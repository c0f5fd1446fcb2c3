//! The busiest hour: everybody works without pause until the power goes.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use bookings::entity::SpaceId;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use japan::fiscal::FiscalYear;
use tokio::{sync::mpsc, task::JoinSet};

use super::{
    opening::{Cast, signed_in},
    program::Running,
    work::Client,
};
use crate::acts::Form;

/// After so many answers the power goes, once there are some of each kind.
const ENOUGH: usize = 60;

/// So many of each kind.
const OF_EACH: usize = 2;

/// So many bookings a series has.
pub(super) const SERIES: u64 = 3;

/// How long the next answer may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// How somebody works, over and over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A program that books desks.
    Program,
    /// Books a room, pays, has a receipt, cancels and gets the money back.
    Money,
    /// Books every week.
    Series,
    /// Waits for what another has, who cancels, and takes it.
    Waiting,
    /// The manager closes the hour that somebody has booked.
    Closing,
    /// Asks for a room, and is approved.
    Asking,
    /// Hands in a company's papers.
    Applying,
    /// The centre uses a room itself.
    OwnUse,
}

impl Way {
    /// Whoever is there.
    pub(super) const ALL: [Self; 11] = [
        Self::Program,
        Self::Program,
        Self::Program,
        Self::Money,
        Self::Money,
        Self::Series,
        Self::Waiting,
        Self::Closing,
        Self::Asking,
        Self::Applying,
        Self::OwnUse,
    ];
}

/// What was answered with yes; beside it stands the id of what it was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    /// One booking.
    Booked,
    /// A bill is paid.
    Paid,
    /// A receipt is issued.
    Receipted,
    /// What was paid for a bill is given back.
    Refunded,
    /// A series.
    Repeated,
    /// A booking is cancelled.
    Cancelled,
    /// Somebody has a place in the line.
    Joined,
    /// The same place is taken.
    Taken,
    /// A booking is called off: the centre is closed.
    CalledOff,
    /// A booking is approved.
    Approved,
    /// An application with its paper.
    Applied,
    /// A use of the centre's own.
    OwnUse,
}

/// Every kind.
pub(super) const FACTS: [Fact; 12] = [
    Fact::Booked,
    Fact::Paid,
    Fact::Receipted,
    Fact::Refunded,
    Fact::Repeated,
    Fact::Cancelled,
    Fact::Joined,
    Fact::Taken,
    Fact::CalledOff,
    Fact::Approved,
    Fact::Applied,
    Fact::OwnUse,
];

/// Everything that was answered, ever.
#[derive(Debug, Default)]
pub(super) struct Told(BTreeMap<Fact, BTreeSet<String>>);

impl Told {
    /// What is told of one kind.
    pub(super) fn of(&self, fact: Fact) -> impl ExactSizeIterator<Item = &str> {
        static NONE: BTreeSet<String> = BTreeSet::new();
        self.0
            .get(&fact)
            .unwrap_or(&NONE)
            .iter()
            .map(String::as_str)
    }

    pub(super) fn has(&self, fact: Fact, id: &str) -> bool {
        self.of(fact).any(|one| one == id)
    }

    fn hear(&mut self, fact: Fact, id: String) {
        assert!(self.0.entry(fact).or_default().insert(id), "{fact:?} twice");
    }

    fn count(&self) -> BTreeMap<Fact, usize> {
        self.0
            .iter()
            .map(|(fact, ids)| (*fact, ids.len()))
            .collect()
    }
}

/// Which rooms there are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rooms {
    pub(super) desks: SpaceId,
    pub(super) paid: SpaceId,
    pub(super) weekly: SpaceId,
    pub(super) waited: SpaceId,
    pub(super) closed: SpaceId,
    pub(super) asked: SpaceId,
    pub(super) own_use: SpaceId,
}

/// Who wishes for what: each wish is somebody's alone, so that all of them can be granted.
pub(super) struct Plan {
    pub(super) rooms: Rooms,
    pub(super) reason: String,
    /// What the ward consented to, by fiscal year.
    programmes: BTreeMap<i32, String>,
    today: NaiveDate,
    next: AtomicU32,
    /// So many wishes were made for each room.
    made: Mutex<HashMap<SpaceId, u32>>,
}

impl Plan {
    pub(super) fn new(
        rooms: Rooms,
        today: NaiveDate,
        reason: String,
        programmes: BTreeMap<i32, String>,
    ) -> Self {
        Self {
            rooms,
            reason,
            programmes,
            today,
            next: AtomicU32::new(0),
            made: Mutex::default(),
        }
    }

    /// A number that nobody had.
    pub(super) fn number(&self) -> u32 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// The next hour of the centre's own room, with all that an own use says.
    pub(super) fn own_use(&self) -> Form {
        let form = self.wish(self.rooms.own_use);
        let year = FiscalYear::of(form.value("date").parse().unwrap()).year();
        form.with("reason", &self.reason)
            .with("programme", &self.programmes[&year])
    }

    /// The next hour of a room, of a day so far away that cancelling costs nothing; a series has the
    /// same hour in the two weeks after it.
    pub(super) fn wish(&self, room: SpaceId) -> Form {
        let nth = {
            let mut made = self.made.lock().unwrap();
            let own = made.entry(room).or_default();
            *own += 1;
            *own - 1
        };
        // Each hour has three desks; each week has six days that are no Monday.
        let (hours, weeks) = match room {
            room if room == self.rooms.desks => (nth / 3, 1),
            room if room == self.rooms.weekly => (nth, SERIES),
            _ => (nth, 1),
        };
        let days = u64::from(hours / 12);
        let open = |date: &NaiveDate| date.weekday() != Weekday::Mon;
        let first = self.today + Days::new(10 + days / 6 * 7 * weeks);
        let nth_day = usize::try_from(days % 6).unwrap();
        let date = first.iter_days().filter(open).nth(nth_day).unwrap();
        let hour = 9 + hours % 12;
        Form::new(room, &format!("{hour}:00"), &format!("{}:00", hour + 1))
            .with("date", &date.to_string())
            .with("purpose", &format!("予約 {}", self.number()))
    }
}

/// Lets everybody work, kills the program in the middle of it, and hears what it had answered.
pub(super) async fn until_the_power_goes(
    running: &mut Running,
    cast: &Cast,
    plan: &Arc<Plan>,
    told: &mut Told,
) {
    let (tell, mut answers) = mpsc::unbounded_channel();
    let (mut members, mut tokens) = (cast.members.iter(), cast.tokens.iter());
    let (base, mut clients) = (running.base.as_str(), JoinSet::new());
    for way in Way::ALL {
        let (member, other) = if way == Way::Program {
            let program = signed_in(base, "").with_token(tokens.next().unwrap());
            (program.clone(), program)
        } else {
            let [one, other] = members.next().unwrap();
            (signed_in(base, one), signed_in(base, other))
        };
        let client = Client {
            member,
            other,
            manager: cast.manager(base),
            plan: Arc::clone(plan),
            tell: tell.clone(),
        };
        clients.spawn(async move { client.works(way).await });
    }
    drop(tell);
    let before = told.count();
    let mut heard = 0;
    let enough = |told: &Told| {
        let now = told.count();
        let of = |counts: &BTreeMap<Fact, usize>, fact| counts.get(&fact).copied().unwrap_or(0);
        FACTS
            .into_iter()
            .all(|fact| of(&now, fact) >= of(&before, fact) + OF_EACH)
    };
    while heard < ENOUGH || !enough(told) {
        let answer = tokio::time::timeout(PATIENCE, answers.recv()).await;
        let (fact, id) = answer.unwrap().unwrap();
        told.hear(fact, id);
        heard += 1;
    }
    running.kill();
    clients.join_all().await;
    while let Some((fact, id)) = answers.recv().await {
        told.hear(fact, id);
    }
}
