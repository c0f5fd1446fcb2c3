//! Everything the centre does by itself, put together: who sends letters, who seals the log, who
//! sweeps what has lapsed.

pub mod sweeps;

use std::{path::PathBuf, sync::Arc};

use bookings::read::{Catalogue, closed_days};
use kernel::Fault;
use mail::{Outbox, Security, SmtpServer, Transport, Way};
use tasks::Worker;
use web::{App, VenueCard};

use crate::{Failed, folder::Folder, router::Metrics, settings::Settings};
use sweeps::{Answers, Card, Figures, Seal};

/// Where things leave the house.
pub struct Outlets {
    /// The file that keeps the heads of the event chain.
    pub heads: PathBuf,
    /// How letters leave.
    pub mail: mail::Settings,
    /// Where papers are kept that people hand in.
    pub papers: files::Store,
}

impl Outlets {
    /// Those that the settings name.
    pub fn of(settings: &Settings, folder: &Folder) -> Self {
        let mail = &settings.mail;
        let way = if mail.smtp {
            Way::Smtp(SmtpServer {
                host: mail.host.clone(),
                port: mail.port,
                security: Security::parse(&mail.security).unwrap_or(Security::StartTls),
                user: mail.user.clone(),
                password: mail.password.clone(),
                root_certificate: mail.root_certificate.clone(),
            })
        } else {
            Way::Files(folder.letters())
        };
        Self {
            heads: folder.heads(),
            mail: mail::Settings {
                from: mail.from.clone(),
                way,
            },
            papers: files::Store::new(settings.papers.folder.clone(), settings.papers.most),
        }
    }
}

/// The worker of one node. Several nodes may each have one.
pub fn worker(app: &App, metrics: &Metrics, outlets: Outlets) -> Result<Worker, Failed> {
    let transport = Transport::try_new(outlets.mail)?;
    let outbox = Outbox::new(Arc::new(portal::letters(app)), transport);
    Ok(Worker::new(app.db.clone(), app.clock.clone())
        .with(outbox)
        .with(Seal::new(outlets.heads))
        .with(accounts::tasks::Tidy)
        .with(files::tasks::Orphans::new(outlets.papers))
        .with(approvals::tasks::Reminders)
        .with(organisations::tasks::Reminders)
        .with(plans::tasks::AgreementReminders)
        .with(plans::tasks::ActionReminders)
        .with(bookings::tasks::HoldsEnd)
        .with(bookings::tasks::LinesMove)
        .with(bookings::tasks::UnpaidEnd)
        .with(bookings::tasks::RequestsLapse)
        .with(consultations::tasks::ExpertsLeave)
        .with(consultations::tasks::LapsedRequests)
        .with(consultations::tasks::MeetingReminders)
        .with(consultations::tasks::FollowUps)
        .with(consultations::tasks::Guests)
        .with(consultations::tasks::Retention)
        .with(seminars::tasks::ListsFreeze)
        .with(seminars::tasks::LinesMove)
        .with(seminars::tasks::UnpaidPlacesEnd)
        .with(seminars::tasks::Guests)
        .with(seminars::tasks::LessonReminders)
        .with(seminars::tasks::AskedAfterwards)
        .with(lotteries::tasks::Announcements)
        .with(lotteries::tasks::ListsFreeze)
        .with(lotteries::tasks::Undrawn)
        .with(lotteries::tasks::AnswersRemind)
        .with(lotteries::tasks::UnconfirmedEnd)
        .with(Answers)
        .with(Card::new(app.clone()))
        .with(Figures::new(metrics.clone())))
}

/// Reads again how every page names the centre.
pub async fn name_the_centre(app: &App) -> Result<(), Fault> {
    let catalogue = Catalogue::current(app).await?;
    let Some(venue) = catalogue.venues.first() else {
        return Ok(());
    };
    let (venue, catalogue) = (venue.clone(), Arc::clone(&catalogue));
    let (views, today) = (Arc::clone(&app.views), app.clock.now().date());
    app.set_venue(Box::new(move |lang| VenueCard {
        name: venue.name(lang).to_owned(),
        postal_code: venue.postal_code.clone(),
        address: venue.address.clone(),
        telephone: venue.telephone.clone(),
        counter_hours: venue.counter_hours.clone(),
        closed_days: closed_days(&catalogue, venue.id, today, &views, lang).unwrap_or_else(
            |fault| {
                tracing::error!(%fault, "the closed days cannot be said");
                String::new()
            },
        ),
    }));
    Ok(())
}
