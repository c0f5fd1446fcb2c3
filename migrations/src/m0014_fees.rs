//! What uses cost, what is owed, what was paid and given back.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, RULES).await?;
        sql(manager, MONEY).await
    }
}

/// Dated rows: a later one takes the place of an earlier one, and none is ever changed.
const RULES: &str = "
CREATE TABLE tax_rates (
    code        TEXT NOT NULL CHECK (code IN ('standard', 'reduced', 'exempt')),
    thousandths INTEGER NOT NULL CHECK (thousandths BETWEEN 0 AND 1000),
    valid_from  TEXT NOT NULL,
    PRIMARY KEY (code, valid_from)
);
INSERT INTO tax_rates (code, thousandths, valid_from) VALUES
    ('standard', 100, '2019-10-01'),
    ('reduced', 80, '2019-10-01'),
    ('exempt', 0, '2019-10-01');

CREATE TABLE fee_terms (
    id                  {uuid} PRIMARY KEY,
    regime              TEXT NOT NULL CHECK (regime IN ('ward_fee', 'manager_fee')),
    issuer              TEXT NOT NULL CHECK (issuer <> ''),
    address             TEXT NOT NULL,
    registration_number TEXT NOT NULL,
    collector           TEXT NOT NULL,
    rounding            TEXT NOT NULL CHECK (rounding IN ('down', 'half_up', 'up')),
    valid_from          TEXT NOT NULL UNIQUE,
    made_by             {uuid} REFERENCES people (id),
    made_at             BIGINT NOT NULL
);

CREATE TABLE tariffs (
    id      {uuid} PRIMARY KEY,
    name    TEXT NOT NULL CHECK (name <> ''),
    name_en TEXT NOT NULL,
    made_at BIGINT NOT NULL
);

CREATE TABLE tariff_rates (
    id           {uuid} PRIMARY KEY,
    tariff_id    {uuid} NOT NULL REFERENCES tariffs (id),
    locality     TEXT CHECK (locality IN ('resident', 'ward_business', 'outside')),
    party        TEXT CHECK (party IN ('individual', 'business', 'group')),
    stage        TEXT CHECK (stage IN ('settled', 'before_founding', 'young')),
    unit         TEXT NOT NULL CHECK (unit IN ('hour', 'band', 'use', 'day')),
    step_minutes INTEGER CHECK (step_minutes BETWEEN 5 AND 720),
    amount       BIGINT CHECK (amount >= 0),
    tax_code     TEXT NOT NULL CHECK (tax_code IN ('standard', 'reduced', 'exempt')),
    tax_included BOOLEAN NOT NULL,
    valid_from   TEXT NOT NULL,
    valid_until  TEXT,
    made_by      {uuid} REFERENCES people (id),
    made_at      BIGINT NOT NULL,
    CHECK ((unit = 'hour') = (step_minutes IS NOT NULL)),
    CHECK ((unit = 'band') = (amount IS NULL)),
    CHECK (valid_until IS NULL OR valid_from <= valid_until)
);
CREATE INDEX tariff_rates_by_tariff ON tariff_rates (tariff_id);

CREATE TABLE tariff_bands (
    rate_id {uuid} NOT NULL REFERENCES tariff_rates (id),
    opens   INTEGER NOT NULL,
    closes  INTEGER NOT NULL,
    amount  BIGINT NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (rate_id, opens),
    CHECK (0 <= opens AND opens < closes AND closes <= 1440)
);

CREATE TABLE reduction_kinds (
    id          {uuid} PRIMARY KEY,
    name        TEXT NOT NULL CHECK (name <> ''),
    name_en     TEXT NOT NULL,
    percent     INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),
    criteria    TEXT NOT NULL,
    issued_by   TEXT NOT NULL CHECK (issued_by IN ('ward', 'manager')),
    locality    TEXT CHECK (locality IN ('resident', 'ward_business', 'outside')),
    party       TEXT CHECK (party IN ('individual', 'business', 'group')),
    stage       TEXT CHECK (stage IN ('settled', 'before_founding', 'young')),
    valid_from  TEXT NOT NULL,
    valid_until TEXT,
    made_by     {uuid} REFERENCES people (id),
    made_at     BIGINT NOT NULL,
    CHECK (valid_until IS NULL OR valid_from <= valid_until)
);
";

/// Money: rows are added, and what was wrong is taken back by another row.
const MONEY: &str = "
CREATE TABLE bills (
    id              {uuid} PRIMARY KEY,
    person_id       {uuid} NOT NULL REFERENCES people (id),
    organisation_id {uuid},
    reference       TEXT NOT NULL,
    link            TEXT NOT NULL,
    used_on         TEXT NOT NULL,
    due_on          TEXT NOT NULL,
    thousandths     INTEGER NOT NULL CHECK (thousandths BETWEEN 0 AND 1000),
    open_amount     BIGINT NOT NULL,
    made_at         BIGINT NOT NULL
);
CREATE INDEX bills_open ON bills (due_on) WHERE open_amount <> 0;
CREATE INDEX bills_by_person ON bills (person_id);
CREATE INDEX bills_by_organisation ON bills (organisation_id);
CREATE INDEX bills_by_reference ON bills (reference);

CREATE TABLE charges (
    id       {uuid} PRIMARY KEY,
    bill_id  {uuid} NOT NULL REFERENCES bills (id),
    label    TEXT NOT NULL CHECK (label <> ''),
    label_en TEXT NOT NULL,
    amount   BIGINT NOT NULL CHECK (amount <> 0),
    reverses {uuid} UNIQUE REFERENCES charges (id),
    reduces  {uuid} UNIQUE REFERENCES charges (id),
    made_by  {uuid} REFERENCES people (id),
    made_at  BIGINT NOT NULL,
    CHECK (reverses IS NULL OR reduces IS NULL),
    CHECK (reverses IS NOT NULL OR (reduces IS NULL) = (amount > 0))
);
CREATE INDEX charges_by_bill ON charges (bill_id);

CREATE TABLE reduction_grants (
    charge_id  {uuid} PRIMARY KEY REFERENCES charges (id),
    kind_id    {uuid} REFERENCES reduction_kinds (id),
    percent    INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),
    reason     TEXT,
    granted_by {uuid} REFERENCES people (id),
    granted_at BIGINT NOT NULL
);

CREATE TABLE payments (
    id          {uuid} PRIMARY KEY,
    method      TEXT NOT NULL CHECK (method IN ('cash', 'transfer', 'card_terminal')),
    amount      BIGINT NOT NULL CHECK (amount > 0),
    received_by {uuid} REFERENCES people (id),
    received_at BIGINT NOT NULL
);
CREATE INDEX payments_by_time ON payments (received_at);

CREATE TABLE payment_parts (
    payment_id  {uuid} NOT NULL REFERENCES payments (id),
    bill_id     {uuid} NOT NULL REFERENCES bills (id),
    label       TEXT NOT NULL,
    label_en    TEXT NOT NULL,
    amount      BIGINT NOT NULL CHECK (amount > 0),
    thousandths INTEGER NOT NULL CHECK (thousandths BETWEEN 0 AND 1000),
    PRIMARY KEY (payment_id, bill_id)
);
CREATE INDEX payment_parts_by_bill ON payment_parts (bill_id);

CREATE TABLE refunds (
    id          {uuid} PRIMARY KEY,
    payment_id  {uuid} NOT NULL,
    bill_id     {uuid} NOT NULL,
    method      TEXT NOT NULL CHECK (method IN ('cash', 'transfer', 'card_terminal')),
    amount      BIGINT NOT NULL CHECK (amount > 0),
    reason      TEXT,
    refunded_by {uuid} REFERENCES people (id),
    refunded_at BIGINT NOT NULL,
    FOREIGN KEY (payment_id, bill_id) REFERENCES payment_parts (payment_id, bill_id)
);
CREATE INDEX refunds_by_payment ON refunds (payment_id, bill_id);
CREATE INDEX refunds_by_bill ON refunds (bill_id);
CREATE INDEX refunds_by_time ON refunds (refunded_at);

CREATE TABLE receipt_counters (
    fiscal_year INTEGER PRIMARY KEY,
    last        INTEGER NOT NULL
);

CREATE TABLE receipts (
    id          {uuid} PRIMARY KEY,
    payment_id  {uuid} NOT NULL UNIQUE REFERENCES payments (id),
    fiscal_year INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    addressee   TEXT NOT NULL,
    printings   INTEGER NOT NULL CHECK (printings > 0),
    issued_by   {uuid} REFERENCES people (id),
    issued_at   BIGINT NOT NULL,
    UNIQUE (fiscal_year, number)
);
";
