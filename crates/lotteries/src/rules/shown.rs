//! What became of an entry, as people are told: the booking says more than the entry.

use bookings::{
    entity::hold,
    refused::{Refused as Unbooked, Unruled, Wrong},
};

use crate::entity::entry::{self, State, Why};

/// What is known of a booking that was won.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Where it stands.
    pub state: hold::State,
    /// Whether something is still to be paid for it.
    pub owes: bool,
    /// Whether it was released because it was not paid.
    pub unpaid: bool,
}

/// Where an entry stands for whoever reads of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As the entry itself says.
    As(State),
    /// Has won, and the centre approves it or not.
    Asked,
    /// Has won, and pays.
    Pay,
    /// The centre has not approved it.
    Refused,
    /// Was released because nobody paid.
    Unpaid,
    /// The centre has called it off, with a reason of its own.
    Released,
}

impl Shown {
    /// As texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::As(state) => state.code(),
            Self::Asked => "asked",
            Self::Pay => "pay",
            Self::Refused => "refused",
            Self::Unpaid => "unpaid",
            Self::Released => "released",
        }
    }

    /// Every code there is.
    pub fn codes() -> Vec<&'static str> {
        let more = [
            Self::Asked,
            Self::Pay,
            Self::Refused,
            Self::Unpaid,
            Self::Released,
        ];
        let stored = State::ALL.into_iter().map(Self::As);
        stored.chain(more).map(Self::code).collect()
    }

    /// Whether something is still to come of it, or to be done.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::As(State::Applied | State::Won) | Self::Asked | Self::Pay
        )
    }

    /// Whether they have won and have it.
    pub const fn is_won(self) -> bool {
        matches!(self, Self::As(State::Won) | Self::Asked | Self::Pay)
    }
}

/// Where an entry stands, by what is known of its booking.
pub fn shown(own: &entry::Model, held: Option<&Held>) -> Shown {
    let (State::Won | State::Confirmed, Some(held)) = (own.state, held) else {
        return Shown::As(own.state);
    };
    match held.state {
        hold::State::Requested => Shown::Asked,
        hold::State::Refused => Shown::Refused,
        hold::State::Released if held.unpaid => Shown::Unpaid,
        hold::State::Released => Shown::Released,
        hold::State::Cancelled | hold::State::Expired => Shown::As(State::GivenBack),
        hold::State::InUse | hold::State::Finished => Shown::As(State::Confirmed),
        hold::State::Offered | hold::State::Held | hold::State::Confirmed => {
            match (own.state, own.answer_by) {
                (State::Won, None) if held.owes => Shown::Pay,
                (State::Won, Some(_)) => Shown::As(State::Won),
                _ => Shown::As(State::Confirmed),
            }
        }
    }
}

/// Whether who has won can still say that they come: nobody has given the booking up.
pub const fn can_come(held: hold::State) -> bool {
    matches!(held, hold::State::Confirmed | hold::State::Requested)
}

/// Why something that was won is not given, out of what stands against the booking.
pub fn why(refused: &Unbooked) -> Why {
    let all = match refused {
        Unbooked::Wrong(all) | Unbooked::WrongBut(all, _) => all.as_slice(),
        Unbooked::SlotTaken(_) => return Why::Taken,
        Unbooked::NoSuchPerson | Unbooked::Ruled(Unruled::NotRepresented) => return Why::Nobody,
        _ => return Why::Rule,
    };
    let of = |one: &Wrong| match one {
        Wrong::Unopen(_) => Why::Closed,
        Wrong::InThePast | Wrong::NoTimeToApprove(_) => Why::Past,
        Wrong::QuotaReached(..) | Wrong::RunTooLong(..) => Why::Quota,
        Wrong::Restricted(..) | Wrong::WentUnpaid(_) => Why::Restricted,
        _ => Why::Rule,
    };
    // What concerns everybody comes before what concerns this person.
    let found: Vec<Why> = all.iter().map(of).collect();
    let first = Why::ALL.into_iter().find(|why| found.contains(why));
    first.unwrap_or(Why::Rule)
}
