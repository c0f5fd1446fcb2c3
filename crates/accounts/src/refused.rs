//! Every "no" of this crate, in its own words.

mod said;
mod unmerged;

use kernel::Detail;

pub use unmerged::Unmerged;

/// Why something about a person or an account did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// The address is not known, or the password is not its own; never told which.
    #[error("address and password do not match")]
    NoMatch,
    /// The password that was asked for again is wrong.
    #[error("the current password is wrong")]
    WrongPassword,
    /// Too many wrong passwords from this source.
    #[error("too many attempts")]
    TooManyAttempts,
    /// Too many letters asked for.
    #[error("too many letters")]
    TooManyLetters,
    /// So many guests of one source are waited for already.
    #[error("too many guests")]
    TooManyGuests,
    /// Another account has this address.
    #[error("the address belongs to another account")]
    AddressTaken,
    /// There is no such link; it may have been swept away.
    #[error("no such link")]
    LinkUnknown,
    /// The link's time is over.
    #[error("the link has expired")]
    LinkExpired,
    /// The link has done its work.
    #[error("the link was used before")]
    LinkUsed,
    /// There is no such person, session or token, or it is another's.
    #[error("not there")]
    NotThere,
    /// A token that may only look was used to change something.
    #[error("the token may only read")]
    TokenReadsOnly,
    /// It is neither the digits of the person's device nor a recovery code of theirs.
    #[error("the code is wrong")]
    WrongCode,
    /// These are not the digits that the device being set up shows.
    #[error("the digits are wrong")]
    WrongDigits,
    /// The digits were right, and were taken before.
    #[error("the code was used before")]
    CodeUsed,
    /// It is no passkey of the person's, or not the answer to what was asked of it here just now.
    #[error("the passkey is wrong")]
    WrongPasskey,
    /// The device has a passkey of somebody's already.
    #[error("the passkey is known")]
    PasskeyKnown,
    /// One person has only so many passkeys.
    #[error("too many passkeys")]
    TooManyPasskeys,
    /// Too many wrong codes for one person.
    #[error("too many codes")]
    TooManyCodes,
    /// The time between password and code is over, or it was never begun.
    #[error("the second step is over")]
    StepOver,
    /// Who works here cannot do without a second factor.
    #[error("the second factor is needed")]
    SecondFactorNeeded,
    /// This person has no second factor that could be taken.
    #[error("there is no second factor")]
    NoSecondFactor,
    /// The person was merged into another of theirs: that one signs in.
    #[error("merged into another")]
    Merged,
    /// Two people do not become one.
    #[error("the two are not merged: {0:?}")]
    Unmerged(Unmerged),
    /// Only the manager takes another's second factor.
    #[error("only the manager may")]
    NotTheManager,
}
