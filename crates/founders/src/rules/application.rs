//! Who does what with an application, one step after the other.
//!
//! Source: `domain.md` part 2, issuer: the manager may only confirm and forward; the certificate is the
//! mayor's (区長). So nothing here issues by itself: [`issue`] asks for a [`WardOfficer`], whom only the
//! ward's role can name.

use chrono::NaiveDate;

use super::{Certificate, CertificateTerms, Progress};

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Who applies.
    Founder,
    /// The centre (指定管理者).
    Manager,
    /// The ward (区).
    Ward,
}

impl Role {
    /// All of them, in the order in which an application passes them.
    pub const ALL: [Self; 3] = [Self::Founder, Self::Manager, Self::Ward];

    /// The ward's officer, if the ward acts.
    pub const fn ward_officer(self) -> Option<WardOfficer> {
        match self {
            Self::Ward => Some(WardOfficer(())),
            Self::Founder | Self::Manager => None,
        }
    }
}

/// That it is the ward who acts; there is no other way to one than [`Role::ward_officer`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WardOfficer(());

/// Where an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The founder asked; the manager looks at the evidence.
    Asked,
    /// The manager found the evidence whole.
    Confirmed,
    /// The ward has it.
    Forwarded,
    /// The ward issued the certificate.
    Issued,
    /// The ward refused, and said why.
    Refused,
    /// Something has to be put right by the founder.
    Returned,
    /// The founder took it back.
    Withdrawn,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Asked,
        Self::Confirmed,
        Self::Forwarded,
        Self::Issued,
        Self::Refused,
        Self::Returned,
        Self::Withdrawn,
    ];

    /// As it is stored, and as part of text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Confirmed => "confirmed",
            Self::Forwarded => "forwarded",
            Self::Issued => "issued",
            Self::Refused => "refused",
            Self::Returned => "returned",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What can be done with an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// The evidence is whole.
    Confirm,
    /// It goes to the ward.
    Forward,
    /// The certificate is made out.
    Issue,
    /// There will be none.
    Refuse,
    /// Something has to be put right.
    Return,
    /// It was put right.
    AskAgain,
    /// It is taken back.
    Withdraw,
}

impl Verb {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Confirm,
        Self::Forward,
        Self::Issue,
        Self::Refuse,
        Self::Return,
        Self::AskAgain,
        Self::Withdraw,
    ];
}

/// One step that is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where the application stands.
    pub from: State,
    /// What is done.
    pub verb: Verb,
    /// Who does it.
    pub by: Role,
    /// Where it stands then.
    pub to: State,
}

const fn at(from: State, verb: Verb, by: Role, to: State) -> Step {
    Step { from, verb, by, to }
}

/// Every step there is; what is not here, nobody may do.
pub const STEPS: &[Step] = &[
    at(State::Asked, Verb::Confirm, Role::Manager, State::Confirmed),
    at(State::Asked, Verb::Return, Role::Manager, State::Returned),
    at(
        State::Confirmed,
        Verb::Forward,
        Role::Manager,
        State::Forwarded,
    ),
    at(
        State::Confirmed,
        Verb::Return,
        Role::Manager,
        State::Returned,
    ),
    at(State::Forwarded, Verb::Issue, Role::Ward, State::Issued),
    at(State::Forwarded, Verb::Refuse, Role::Ward, State::Refused),
    at(State::Forwarded, Verb::Return, Role::Ward, State::Returned),
    at(State::Returned, Verb::AskAgain, Role::Founder, State::Asked),
    at(
        State::Asked,
        Verb::Withdraw,
        Role::Founder,
        State::Withdrawn,
    ),
    at(
        State::Confirmed,
        Verb::Withdraw,
        Role::Founder,
        State::Withdrawn,
    ),
    at(
        State::Forwarded,
        Verb::Withdraw,
        Role::Founder,
        State::Withdrawn,
    ),
    at(
        State::Returned,
        Verb::Withdraw,
        Role::Founder,
        State::Withdrawn,
    ),
];

/// Whether somebody may do something with an application that stands so.
pub fn may_act(role: Role, state: State, verb: Verb) -> bool {
    next(role, state, verb).is_ok()
}

fn next(role: Role, state: State, verb: Verb) -> Result<State, StepRefused> {
    let step = STEPS
        .iter()
        .find(|step| (step.from, step.verb, step.by) == (state, verb, role));
    step.map(|step| step.to)
        .ok_or(StepRefused::NotAllowed { state, verb })
}

/// On what the manager confirms: kept with the application, for the ward and the yearly report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The sessions that counted, by day.
    pub sessions: Vec<String>,
    /// The first day on which all was met.
    pub met_on: NaiveDate,
    /// Who looked at it.
    pub confirmed_by: String,
    /// On which day.
    pub confirmed_on: NaiveDate,
}

/// Something is still missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not all conditions are met")]
pub struct NotMet;

impl Evidence {
    /// What was met, as seen by whoever confirms it; none when something is missing.
    pub fn of(progress: &Progress, confirmed_by: &str, on: NaiveDate) -> Result<Self, NotMet> {
        let met_on = progress.met_on.filter(|_| progress.met).ok_or(NotMet)?;
        let counted = progress.counted.iter();
        let counted = counted.filter(|one| one.not_counted.is_none());
        Ok(Self {
            sessions: counted.map(|one| one.attendance.session.clone()).collect(),
            met_on,
            confirmed_by: confirmed_by.to_owned(),
            confirmed_on: on,
        })
    }
}

/// What is done with an application, with what it needs. Issuing is not among them: see [`issue`].
#[derive(Clone, Copy, Debug)]
pub enum Act<'a> {
    /// The manager confirms, on this.
    Confirm(&'a Evidence),
    /// The manager forwards.
    Forward,
    /// The ward refuses, for this reason.
    Refuse(&'a str),
    /// It goes back to the founder, for this reason.
    Return(&'a str),
    /// The founder asks again.
    AskAgain,
    /// The founder takes it back.
    Withdraw,
}

impl Act<'_> {
    /// What it is, as [`STEPS`] has it.
    pub const fn verb(self) -> Verb {
        match self {
            Self::Confirm(_) => Verb::Confirm,
            Self::Forward => Verb::Forward,
            Self::Refuse(_) => Verb::Refuse,
            Self::Return(_) => Verb::Return,
            Self::AskAgain => Verb::AskAgain,
            Self::Withdraw => Verb::Withdraw,
        }
    }
}

/// Why nothing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StepRefused {
    /// There is no such step for them from there.
    #[error("{verb:?} is no step from {state:?}")]
    NotAllowed {
        /// Where the application stands.
        state: State,
        /// What was tried.
        verb: Verb,
    },
    /// Whoever refuses or returns says why.
    #[error("no reason was given")]
    NoReason,
}

/// Where an application stands after an act.
pub fn step(role: Role, state: State, act: Act) -> Result<State, StepRefused> {
    let to = next(role, state, act.verb())?;
    match act {
        Act::Refuse(reason) | Act::Return(reason) if reason.trim().is_empty() => {
            Err(StepRefused::NoReason)
        }
        _ => Ok(to),
    }
}

/// The ward issues: the application's last state, and the certificate. The only way to one.
pub fn issue(
    _officer: WardOfficer,
    state: State,
    terms: CertificateTerms,
) -> Result<(State, Certificate), StepRefused> {
    let to = next(Role::Ward, state, Verb::Issue)?;
    Ok((to, Certificate::new(terms)))
}

#[cfg(test)]
mod tests;
