//! Several writes on one way to the database.

use std::mem;

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, Statement,
    sea_query::{
        Alias, CommonTableExpression, InsertStatement, SqliteQueryBuilder, UpdateStatement, Values,
        WithClause,
    },
};

/// So many go together; a statement of hundreds is no longer cheap to read for the database.
const MOST: usize = 8;

/// What can go together with others.
#[derive(Clone, Debug)]
pub enum Write {
    /// New rows.
    Insert(InsertStatement),
    /// Other values in rows that stand.
    Update(UpdateStatement),
}

impl From<InsertStatement> for Write {
    fn from(insert: InsertStatement) -> Self {
        Self::Insert(insert)
    }
}

impl From<UpdateStatement> for Write {
    fn from(update: UpdateStatement) -> Self {
        Self::Update(update)
    }
}

/// Writes all of this in its order, and on SQLite says `after` at last.
pub(crate) async fn together(
    db: &impl ConnectionTrait,
    mut all: Vec<Write>,
    after: Option<&str>,
) -> Result<(), DbErr> {
    while all.len() > MOST {
        let rest = all.split_off(MOST);
        some(db, mem::replace(&mut all, rest), None).await?;
    }
    some(db, all, after).await
}

async fn some(
    db: &impl ConnectionTrait,
    writes: Vec<Write>,
    after: Option<&str>,
) -> Result<(), DbErr> {
    let statement = match db.get_database_backend() {
        DbBackend::Postgres => one_statement(writes),
        backend => one_after_the_other(backend, writes, after),
    };
    if let Some(statement) = statement {
        db.execute_raw(statement).await?;
    }
    Ok(())
}

/// PostgreSQL takes values for one statement at a time: the others stand before the last, by `WITH`.
fn one_statement(mut writes: Vec<Write>) -> Option<Statement> {
    let last = writes.pop()?;
    if writes.is_empty() {
        return Some(match &last {
            Write::Insert(insert) => DbBackend::Postgres.build(insert),
            Write::Update(update) => DbBackend::Postgres.build(update),
        });
    }
    let mut before = WithClause::new();
    for (number, write) in writes.into_iter().enumerate() {
        let mut named = CommonTableExpression::new();
        named.table_name(Alias::new(format!("w{number}")));
        match write {
            Write::Insert(insert) => named.query(insert),
            Write::Update(update) => named.query(update),
        };
        before.cte(named);
    }
    let all = match last {
        Write::Insert(insert) => before.query(insert),
        Write::Update(update) => before.query(update),
    };
    Some(DbBackend::Postgres.build(&all))
}

/// SQLite takes several statements at once, and the values of all of them in a row.
fn one_after_the_other(
    backend: DbBackend,
    writes: Vec<Write>,
    after: Option<&str>,
) -> Option<Statement> {
    let (mut sql, mut values) = (Vec::new(), Vec::new());
    for write in writes {
        let (text, own) = match write {
            Write::Insert(insert) => insert.build(SqliteQueryBuilder),
            Write::Update(update) => update.build(SqliteQueryBuilder),
        };
        sql.push(text);
        values.extend(own.0);
    }
    sql.extend(after.map(str::to_owned));
    (!sql.is_empty()).then(|| Statement {
        sql: sql.join("; "),
        values: Some(Values(values)),
        db_backend: backend,
    })
}
