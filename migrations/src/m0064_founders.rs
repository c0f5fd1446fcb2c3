//! Start-up support that the law rewards (特定創業支援等事業): what the laws and the ward's certified plan
//! say from when on, which courses count, who applied, and the ward's register of certificates.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, LAWS).await?;
        sql(manager, SCHEME).await?;
        sql(manager, APPLICATIONS).await
    }
}

const LAWS: &str = "
CREATE TABLE founder_standings (
    standing         TEXT NOT NULL
        CHECK (standing IN ('plans_business', 'in_business', 'plans_company', 'company')),
    valid_from       TEXT NOT NULL,
    valid_until      TEXT,
    months           INTEGER NOT NULL CHECK (months > 0),
    supported_months INTEGER NOT NULL CHECK (supported_months >= months),
    source           TEXT NOT NULL,
    PRIMARY KEY (standing, valid_from),
    CHECK (valid_from <= valid_until)
);
INSERT INTO founder_standings VALUES
    ('plans_business', '2018-07-09', NULL, 1, 6, '産業競争力強化法第2条第31項第1号'),
    ('in_business', '2018-07-09', NULL, 60, 60, '産業競争力強化法第2条第31項第2号'),
    ('plans_company', '2018-07-09', NULL, 2, 6, '産業競争力強化法第2条第31項第3号'),
    ('company', '2018-07-09', NULL, 60, 60, '産業競争力強化法第2条第31項第4号');

CREATE TABLE founder_benefits (
    code         TEXT NOT NULL,
    valid_from   TEXT NOT NULL,
    valid_until  TEXT,
    standings    TEXT NOT NULL,
    founds       BOOLEAN NOT NULL,
    inside       BOOLEAN NOT NULL,
    source       TEXT NOT NULL,
    position     INTEGER NOT NULL,
    PRIMARY KEY (code, valid_from),
    CHECK (valid_from <= valid_until)
);
INSERT INTO founder_benefits VALUES
    ('registration-tax', '2018-07-09', '2027-03-31', 'in_business plans_company', TRUE, TRUE,
     '租税特別措置法第80条第2項', 1),
    ('guarantee', '2018-07-09', NULL, 'plans_business in_business plans_company company', FALSE, FALSE,
     '産業競争力強化法（創業関連保証）', 2),
    ('loan', '2018-07-09', NULL, 'plans_business in_business plans_company company', FALSE, FALSE,
     '日本政策金融公庫 新規開業・スタートアップ支援資金', 3),
    ('subsidy', '2018-07-09', NULL, 'in_business company', FALSE, FALSE,
     '小規模事業者持続化補助金〈創業型〉公募要領', 4),
    ('ward-subsidy', '2018-07-09', NULL, 'plans_business in_business plans_company company', FALSE,
     FALSE, '区の補助金の要綱', 5);

CREATE TABLE registration_taxes (
    kind          TEXT NOT NULL CHECK (kind IN ('stock', 'limited_liability', 'general_partnership',
        'limited_partnership')),
    valid_from    TEXT NOT NULL,
    valid_until   TEXT,
    usual_share   INTEGER NOT NULL CHECK (usual_share BETWEEN 0 AND 10000),
    usual_least   BIGINT NOT NULL CHECK (usual_least >= 0),
    reduced_share INTEGER NOT NULL CHECK (reduced_share BETWEEN 0 AND 10000),
    reduced_least BIGINT NOT NULL CHECK (reduced_least >= 0),
    capital_unit  BIGINT NOT NULL CHECK (capital_unit > 0),
    tax_unit      BIGINT NOT NULL CHECK (tax_unit > 0),
    source        TEXT NOT NULL,
    PRIMARY KEY (kind, valid_from),
    CHECK (valid_from <= valid_until)
);
INSERT INTO registration_taxes VALUES
    ('stock', '2018-07-09', '2027-03-31', 70, 150000, 35, 75000, 1000, 100,
     '登録免許税法別表第一第24号、租税特別措置法第80条第2項（令和9年3月31日まで）'),
    ('limited_liability', '2018-07-09', '2027-03-31', 70, 60000, 35, 30000, 1000, 100,
     '登録免許税法別表第一第24号、租税特別措置法第80条第2項（令和9年3月31日まで）'),
    ('general_partnership', '2018-07-09', '2027-03-31', 0, 60000, 0, 30000, 1000, 100,
     '登録免許税法別表第一第24号、租税特別措置法第80条第2項（令和9年3月31日まで）'),
    ('limited_partnership', '2018-07-09', '2027-03-31', 0, 60000, 0, 30000, 1000, 100,
     '登録免許税法別表第一第24号、租税特別措置法第80条第2項（令和9年3月31日まで）');
";

const SCHEME: &str = "
CREATE TABLE schemes (
    id              {uuid} PRIMARY KEY,
    valid_from      TEXT NOT NULL CONSTRAINT schemes_one_a_day UNIQUE,
    source          TEXT NOT NULL,
    issuer          TEXT NOT NULL,
    ward            TEXT NOT NULL,
    areas           TEXT NOT NULL,
    least_sessions  INTEGER NOT NULL CHECK (least_sessions BETWEEN 1 AND 100),
    distinct_by     TEXT NOT NULL CHECK (distinct_by IN ('day', 'session')),
    month_rule      TEXT NOT NULL CHECK (month_rule IN ('none', 'calendar', 'less_a_day', 'days')),
    month_count     INTEGER NOT NULL CHECK (month_count BETWEEN 0 AND 366),
    together        TEXT NOT NULL CHECK (together IN ('open', 'course', 'months')),
    together_months INTEGER NOT NULL CHECK (together_months BETWEEN 0 AND 120),
    course_least    INTEGER NOT NULL CHECK (course_least >= 0),
    course_of       INTEGER NOT NULL CHECK (course_of >= course_least),
    counts          TEXT NOT NULL,
    valid_months    INTEGER NOT NULL CHECK (valid_months BETWEEN 1 AND 60),
    answer_days     INTEGER NOT NULL CHECK (answer_days BETWEEN 1 AND 60),
    most_copies     INTEGER NOT NULL CHECK (most_copies BETWEEN 1 AND 20),
    again           TEXT NOT NULL,
    again_while_valid BOOLEAN NOT NULL,
    made_by         {uuid} REFERENCES people (id),
    made_at         BIGINT NOT NULL
);

CREATE TABLE scheme_courses (
    seminar_id   {uuid} PRIMARY KEY REFERENCES seminars (id),
    counts_from  TEXT NOT NULL,
    counts_until TEXT,
    areas        TEXT NOT NULL,
    edition      INTEGER NOT NULL CHECK (edition > 0),
    made_by      {uuid} REFERENCES people (id),
    made_at      BIGINT NOT NULL,
    CHECK (counts_from <= counts_until)
);
";

const APPLICATIONS: &str = "
CREATE TABLE founder_applications (
    id           {uuid} PRIMARY KEY,
    person_id    {uuid} NOT NULL REFERENCES people (id),
    standing     TEXT NOT NULL
        CHECK (standing IN ('plans_business', 'in_business', 'plans_company', 'company')),
    day          TEXT NOT NULL,
    form         TEXT NOT NULL CHECK (form IN ('individual', 'stock', 'limited_liability',
        'general_partnership', 'limited_partnership')),
    name         TEXT NOT NULL,
    capital_yen  BIGINT CHECK (capital_yen >= 0),
    head_office  TEXT NOT NULL,
    address      TEXT NOT NULL,
    field        TEXT NOT NULL,
    settled      BOOLEAN NOT NULL,
    purposes     TEXT NOT NULL,
    copies       INTEGER NOT NULL CHECK (copies > 0),
    state        TEXT NOT NULL CHECK (state IN ('asked', 'confirmed', 'forwarded', 'issued', 'refused',
        'returned', 'withdrawn')),
    reason       TEXT NOT NULL,
    evidence     TEXT,
    confirmed_by {uuid} REFERENCES people (id),
    confirmed_at BIGINT,
    forwarded_by {uuid} REFERENCES people (id),
    forwarded_at BIGINT,
    answer_due   TEXT,
    decided_by   {uuid} REFERENCES people (id),
    decided_at   BIGINT,
    edition      INTEGER NOT NULL CHECK (edition > 0),
    asked_at     BIGINT NOT NULL,
    CHECK (state NOT IN ('confirmed', 'forwarded', 'issued') OR evidence IS NOT NULL)
);
CREATE UNIQUE INDEX founder_applications_open ON founder_applications (person_id)
    WHERE state IN ('asked', 'confirmed', 'forwarded', 'returned');
CREATE INDEX founder_applications_person ON founder_applications (person_id);
CREATE INDEX founder_applications_asked ON founder_applications (asked_at);

CREATE TABLE certificate_counters (
    fiscal_year INTEGER PRIMARY KEY,
    last        INTEGER NOT NULL
);

CREATE TABLE start_up_certificates (
    id             {uuid} PRIMARY KEY,
    application_id {uuid} NOT NULL
        CONSTRAINT start_up_certificates_once UNIQUE REFERENCES founder_applications (id),
    person_id      {uuid} NOT NULL REFERENCES people (id),
    fiscal_year    INTEGER NOT NULL,
    number         INTEGER NOT NULL CHECK (number > 0),
    code           TEXT NOT NULL UNIQUE,
    holder         TEXT NOT NULL,
    issuer         TEXT NOT NULL,
    source         TEXT NOT NULL,
    issued_on      TEXT NOT NULL,
    valid_until    TEXT NOT NULL,
    copies         INTEGER NOT NULL CHECK (copies > 0),
    purposes       TEXT NOT NULL,
    issued_by      {uuid} REFERENCES people (id),
    issued_at      BIGINT NOT NULL,
    revoked_on     TEXT,
    revoked_why    TEXT NOT NULL,
    revoked_by     {uuid} REFERENCES people (id),
    founded_on     TEXT,
    UNIQUE (fiscal_year, number),
    CHECK (issued_on <= valid_until),
    CHECK ((revoked_on IS NULL) = (revoked_why = '')),
    CHECK (revoked_on >= issued_on)
);
CREATE INDEX start_up_certificates_person ON start_up_certificates (person_id);
CREATE INDEX start_up_certificates_issued ON start_up_certificates (issued_on);
";
