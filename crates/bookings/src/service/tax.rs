//! The rate of consumption tax from a day on.

use fees::{
    refused::Refused,
    rules::{DraftTax, Seen},
};
use kernel::{Failed, Work};

use super::gate;

/// Enters a rate of consumption tax while nobody books: whoever books is charged by the rates of
/// before or of after. What is charged already stays.
pub async fn set_tax(work: &Work, draft: &DraftTax, seen: &Seen) -> Result<(), Failed<Refused>> {
    gate::shut(work).await?;
    fees::service::set_tax(work, draft, seen).await
}
