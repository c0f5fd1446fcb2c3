//! What only the people who run the machine may do: open the centre, first accounts, roles, tokens,
//! a lost device, a trial letter.

use std::path::{Path, PathBuf};

use accounts::{entity::api_token::Scope, read, service};
use clap::{Args, Subcommand};
use kernel::{Actor, Clock, Db, PersonId, Role, Roles, Secret, Via, transact};
use mail::Letter;
use serde_json::json;
use views::Lang;

use super::{Place, say, serving};
use crate::{Failed, opening::Centre};

/// `shinko admin`
#[derive(Debug, Subcommand)]
pub(super) enum Admin {
    /// Opens a real centre, its house, hours and spaces, on a database that has none yet
    Open {
        /// What to open; config/centre.example.toml shows every key
        #[arg(long, value_name = "FILE")]
        file: PathBuf,
    },
    /// Makes an API token; its last word is the token
    Token {
        /// Whose
        #[arg(long)]
        email: String,
        /// May look only
        #[arg(long)]
        read_only: bool,
    },
    /// Opens an account; a letter leads its owner to a password of their own
    Create(Create),
    /// Gives or takes a role
    Role {
        /// Whose
        #[arg(long)]
        email: String,
        /// To be given
        #[arg(long, value_name = "ROLE", value_parser = role, required_unless_present = "revoke")]
        grant: Vec<Role>,
        /// To be taken
        #[arg(long, value_name = "ROLE", value_parser = role)]
        revoke: Vec<Role>,
    },
    /// Takes the second factor of someone who lost their device, the manager above all
    ResetSecondFactor {
        /// Whose
        #[arg(long)]
        email: String,
    },
    /// Sends a trial letter; `serve` or `work` delivers it
    TrialLetter {
        /// To which address
        #[arg(long, value_name = "EMAIL")]
        to: String,
    },
}

/// `shinko admin create`
#[derive(Debug, Args)]
pub(super) struct Create {
    /// How they sign in
    #[arg(long)]
    email: String,
    /// 姓
    #[arg(long)]
    family_name: String,
    /// 名
    #[arg(long)]
    given_name: String,
    /// セイ
    #[arg(long)]
    family_kana: String,
    /// メイ
    #[arg(long)]
    given_kana: String,
    /// reception, coordinator, manager, `ward_officer`, `ward_approver`, …
    #[arg(long, value_name = "ROLE", value_parser = role)]
    role: Vec<Role>,
}

impl Admin {
    pub(super) async fn run(self, place: Place) -> Result<(), Failed> {
        let settings = place.settings(Vec::new())?;
        let db = serving::existing(&settings).await?;
        let outcome = match self {
            Self::Open { file } => open(&db, &file).await,
            Self::Token { email, read_only } => token(&db, &email, read_only).await,
            Self::Create(create) => create.run(&db).await,
            Self::Role {
                email,
                grant,
                revoke,
            } => roles(&db, &email, &grant, &revoke).await,
            Self::ResetSecondFactor { email } => reset_second_factor(&db, &email).await,
            Self::TrialLetter { to } => trial_letter(&db, to).await,
        };
        db.close().await?;
        say::line(&outcome?);
        Ok(())
    }
}

async fn open(db: &Db, file: &Path) -> Result<String, Failed> {
    let centre = Centre::read(file)?;
    centre.open(db, &Clock::machine()).await?;
    Ok(centre.told())
}

async fn token(db: &Db, email: &str, read_only: bool) -> Result<String, Failed> {
    let person = known(db, email).await?;
    let scope = if read_only { Scope::Read } else { Scope::Write };
    let token = transact(db, by_hand(), &Clock::machine(), async |work| {
        service::issue_token(work, person, "shinko admin token", scope).await
    })
    .await?;
    Ok(format!("token of {email}, shown this once: {token}"))
}

impl Create {
    async fn run(self, db: &Db) -> Result<String, Failed> {
        let email = self.email.clone();
        // Nobody knows this password; the letter leads to one of their own.
        let password_hash = accounts::password::hash(Secret::random().reveal()).await?;
        let new = service::NewAccount {
            family_name: self.family_name,
            given_name: self.given_name,
            family_kana: self.family_kana,
            given_kana: self.given_kana,
            email: self.email,
            telephone: String::new(),
            password_hash,
            lang: Lang::Ja,
            roles: self.role.into_iter().collect::<Roles>(),
        };
        transact(db, by_hand(), &Clock::machine(), async |work| {
            service::open_account(work, new).await?;
            service::ask_reset(work, "cli", &email).await
        })
        .await?;
        Ok(format!(
            "account opened; a letter to {email} leads to a password"
        ))
    }
}

async fn roles(db: &Db, email: &str, grant: &[Role], revoke: &[Role]) -> Result<String, Failed> {
    let person = known(db, email).await?;
    transact(db, by_hand(), &Clock::machine(), async |work| {
        for role in grant {
            service::grant(work, person, *role).await?;
        }
        for role in revoke {
            service::revoke(work, person, *role).await?;
        }
        Ok::<_, kernel::Fault>(())
    })
    .await?;
    Ok(format!("roles changed; {email} signs in anew"))
}

async fn reset_second_factor(db: &Db, email: &str) -> Result<String, Failed> {
    let person = known(db, email).await?;
    transact(db, by_hand(), &Clock::machine(), async |work| {
        service::reset_second_factor(work, person).await
    })
    .await?;
    Ok(format!(
        "second factor taken; {email} is signed out, told by letter, and sets up another device \
         after the next password"
    ))
}

async fn trial_letter(db: &Db, to: String) -> Result<String, Failed> {
    let letter = Letter {
        template: "mail/trial",
        email: to.clone(),
        person: None,
        lang: Lang::Ja,
        facts: json!({}),
    };
    transact(db, by_hand(), &Clock::machine(), async |work| {
        Ok::<_, kernel::Fault>(mail::post(work, letter))
    })
    .await?;
    Ok(format!("a trial letter to {to} lies in the outbox"))
}

async fn known(db: &Db, email: &str) -> Result<PersonId, Failed> {
    let person = read::person_by_email(db.reader(), email).await?;
    person.ok_or_else(|| Failed::said(format!("there is no account with the address {email}")))
}

fn by_hand() -> Actor {
    Actor::system(Via::Cli)
}

fn role(code: &str) -> Result<Role, String> {
    Role::parse(code)
        .filter(|role| *role != Role::System)
        .ok_or_else(|| {
            let codes: Vec<_> = Role::ALL[..Role::ALL.len() - 1]
                .iter()
                .map(|role| role.code())
                .collect();
            format!("write one of: {}", codes.join(", "))
        })
}
