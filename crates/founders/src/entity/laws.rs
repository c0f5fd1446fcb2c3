//! What laws say, as dated rows: who is a founder, what the certificate brings, what it saves.

/// Who is a founder (創業者).
pub mod standing {
    use sea_orm::entity::prelude::*;

    /// One item of the law on some days.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "founder_standings")]
    pub struct Model {
        /// For whom.
        #[sea_orm(primary_key, auto_increment = false)]
        pub standing: String,
        /// The first day.
        #[sea_orm(primary_key, auto_increment = false)]
        pub valid_from: String,
        /// The last day, if one is known.
        pub valid_until: Option<String>,
        /// Within so many months, or for so many.
        pub months: i32,
        /// The same with the support.
        pub supported_months: i32,
        /// Where it is written.
        pub source: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the certificate brings.
pub mod benefit {
    use sea_orm::entity::prelude::*;

    /// One benefit on some days.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "founder_benefits")]
    pub struct Model {
        /// What it is known by.
        #[sea_orm(primary_key, auto_increment = false)]
        pub code: String,
        /// The first day.
        #[sea_orm(primary_key, auto_increment = false)]
        pub valid_from: String,
        /// The last day, if one is known.
        pub valid_until: Option<String>,
        /// For whom: codes with spaces between.
        pub standings: String,
        /// Only when a company is founded.
        pub founds: bool,
        /// Only when its head office is in the ward.
        pub inside: bool,
        /// Where it is written.
        pub source: String,
        /// Its place in lists.
        pub position: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The registration tax (登録免許税).
pub mod tax {
    use sea_orm::entity::prelude::*;

    /// The tax on founding one kind of company on some days; shares in ten-thousandths, sums in yen.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "registration_taxes")]
    pub struct Model {
        /// On what.
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        /// The first day.
        #[sea_orm(primary_key, auto_increment = false)]
        pub valid_from: String,
        /// The last day, if one is known.
        pub valid_until: Option<String>,
        /// The usual share of the capital.
        pub usual_share: i32,
        /// The usual sum at least.
        pub usual_least: i64,
        /// The share with the certificate.
        pub reduced_share: i32,
        /// The sum at least with it.
        pub reduced_least: i64,
        /// Of the capital what is below a multiple of this is not taxed.
        pub capital_unit: i64,
        /// Of the tax what is below a multiple of this is not asked for.
        pub tax_unit: i64,
        /// Where it is written.
        pub source: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
