//! Into a folder, one file a letter.

use std::path::Path;

use tokio::{fs::File, io::AsyncWriteExt};

use super::Unsent;
use crate::LetterId;

/// Writes `<letter-id>.eml`: whole or not at all, and there after a crash.
pub(super) async fn write(folder: &Path, id: LetterId, message: &[u8]) -> Result<(), Unsent> {
    let draft = folder.join(format!("{id}.part"));
    let mut file = File::create(&draft).await?;
    file.write_all(message).await?;
    file.sync_all().await?;
    tokio::fs::rename(&draft, folder.join(format!("{id}.eml"))).await?;
    Ok(())
}
