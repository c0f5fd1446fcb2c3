//! People who turned out to be one, and what people who may be one are compared by.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::{sql, sql_on};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, COLUMNS).await?;
        sql_on(DbBackend::Postgres, manager, KEYS_ON_POSTGRES).await?;
        sql_on(DbBackend::Sqlite, manager, KEYS_ON_SQLITE).await?;
        sql(manager, INDEXES).await
    }
}

const COLUMNS: &str = "
ALTER TABLE people ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN kana_key TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN telephone_key TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN merged_into {uuid} REFERENCES people (id);
ALTER TABLE accounts ADD COLUMN email_root TEXT NOT NULL DEFAULT '';
";

/// A search key is reading, name and digits of the telephone, with a space between; the root of an
/// address is what `accounts::rules::email_root` makes of it.
const KEYS_ON_POSTGRES: &str = "
UPDATE people SET kana_key = split_part(search_key, ' ', 1),
                  name_key = split_part(search_key, ' ', 2),
                  telephone_key = split_part(search_key, ' ', 3);
UPDATE accounts SET email_root = CASE
    WHEN split_part(email_key, '@', 2) IN ('gmail.com', 'googlemail.com') THEN
        replace(split_part(split_part(email_key, '@', 1), '+', 1), '.', '') || '@gmail.com'
    ELSE split_part(split_part(email_key, '@', 1), '+', 1) || '@' || split_part(email_key, '@', 2)
END;
";

const KEYS_ON_SQLITE: &str = "
UPDATE people SET kana_key = substr(search_key, 1, instr(search_key, ' ') - 1),
                  name_key = substr(search_key, instr(search_key, ' ') + 1);
UPDATE people SET telephone_key = substr(name_key, instr(name_key, ' ') + 1),
                  name_key = substr(name_key, 1, instr(name_key, ' ') - 1);
UPDATE accounts SET email_root = substr(email_key, 1, instr(email_key, '@') - 1);
UPDATE accounts SET email_root = substr(email_root, 1, instr(email_root || '+', '+') - 1);
UPDATE accounts SET email_root = CASE
    WHEN substr(email_key, instr(email_key, '@') + 1) IN ('gmail.com', 'googlemail.com') THEN
        replace(email_root, '.', '') || '@gmail.com'
    ELSE email_root || substr(email_key, instr(email_key, '@'))
END;
";

/// A search reads the keys of all people from its index alone.
const INDEXES: &str = "
DROP INDEX people_by_search_key;
CREATE INDEX people_by_search_key ON people (search_key, id);
CREATE INDEX people_by_name_key ON people (name_key);
CREATE INDEX people_by_kana_key ON people (kana_key);
CREATE INDEX people_by_telephone_key ON people (telephone_key);
CREATE INDEX people_by_merged_into ON people (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX accounts_by_email_root ON accounts (email_root);
";
