/** What PostgreSQL counts documents by: one row for each statement. */
const postgresTallies = [
  `CREATE FUNCTION tally_documents() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO document_tally (source_id, hour, state, n)
     SELECT source_id, date_trunc('hour', received_at, 'UTC'), 'received',
       count(*)
     FROM added GROUP BY 1, 2;
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION tally_new_outcomes() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO document_tally (source_id, hour, state, n)
     SELECT document.source_id,
       date_trunc('hour', document.received_at, 'UTC'), added.state, count(*)
     FROM added JOIN document ON document.digest = added.document_digest
     GROUP BY 1, 2, 3;
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION tally_old_outcomes() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO document_tally (source_id, hour, state, n)
     SELECT document.source_id,
       date_trunc('hour', document.received_at, 'UTC'), removed.state,
       -count(*)
     FROM removed JOIN document ON document.digest = removed.document_digest
     GROUP BY 1, 2, 3;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER document_tallied AFTER INSERT ON document
   REFERENCING NEW TABLE AS added
   FOR EACH STATEMENT EXECUTE FUNCTION tally_documents()`,
  `CREATE TRIGGER outcome_added AFTER INSERT ON document_outcome
   REFERENCING NEW TABLE AS added
   FOR EACH STATEMENT EXECUTE FUNCTION tally_new_outcomes()`,
  `CREATE TRIGGER outcome_changed_to AFTER UPDATE ON document_outcome
   REFERENCING NEW TABLE AS added
   FOR EACH STATEMENT EXECUTE FUNCTION tally_new_outcomes()`,
  `CREATE TRIGGER outcome_changed_from AFTER UPDATE ON document_outcome
   REFERENCING OLD TABLE AS removed
   FOR EACH STATEMENT EXECUTE FUNCTION tally_old_outcomes()`,
  `CREATE TRIGGER outcome_removed AFTER DELETE ON document_outcome
   REFERENCING OLD TABLE AS removed
   FOR EACH STATEMENT EXECUTE FUNCTION tally_old_outcomes()`,
];

const hourOf = column => `substr(${column}, 1, 13) || ':00:00.000Z'`;

const sqliteOutcome = (name, event, row, n) => `
  CREATE TRIGGER ${name} AFTER ${event} ON document_outcome
  BEGIN
    INSERT INTO document_tally (source_id, hour, state, n)
    SELECT source_id, ${hourOf('received_at')}, ${row}.state, ${n}
    FROM document WHERE digest = ${row}.document_digest;
  END`;

const sqliteTallies = [
  `CREATE TRIGGER document_tallied AFTER INSERT ON document
   BEGIN
     INSERT INTO document_tally (source_id, hour, state, n)
     VALUES (NEW.source_id, ${hourOf('NEW.received_at')}, 'received', 1);
   END`,
  sqliteOutcome('outcome_added', 'INSERT', 'NEW', 1),
  sqliteOutcome('outcome_changed_to', 'UPDATE', 'NEW', 1),
  sqliteOutcome('outcome_changed_from', 'UPDATE', 'OLD', -1),
  sqliteOutcome('outcome_removed', 'DELETE', 'OLD', -1),
];

const triggers = [
  ['document_tallied', 'document'],
  ['outcome_added', 'document_outcome'],
  ['outcome_changed_to', 'document_outcome'],
  ['outcome_changed_from', 'document_outcome'],
  ['outcome_removed', 'document_outcome'],
];

/**
 * What is asked of CI systems, when we could not hear them, and how each
 * source is.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  /** A moment in time: timestamptz, or ISO 8601 text on SQLite. */
  const instant = (table, name) =>
    postgres
      ? table.specificType(name, 'timestamptz(3)')
      : table.string(name, 24);

  await knex.schema.createTable('collection_target', table => {
    table.comment('Hand-off 3: repositories and pipelines to ask about');
    table.string('source_id').notNullable();
    table.text('target_key').notNullable();
    table.string('kind').notNullable();
    table.text('uri').notNullable().comment('As the catalog writes it');
    instant(table, 'added_at').notNullable();
    instant(table, 'due_at').notNullable();
    instant(table, 'last_at');
    instant(table, 'last_complete_at').comment('Begin of the last whole round');
    table.boolean('complete');
    table.text('problem');
    table.text('parts').comment('JSON list of how each part went');
    table.integer('expected').notNullable().defaultTo(0);
    table.integer('received').notNullable().defaultTo(0);
    table.integer('missed').notNullable().defaultTo(0);
    table.integer('clock_skew').comment('Milliseconds');
    table.primary(['source_id', 'target_key']);
    table.index(['due_at', 'source_id', 'target_key']);
    table.index(['target_key']);
    table.index(['source_id', 'last_at']);
  });
  await knex.schema.createTable('collection_coverage', table => {
    table.comment('For which times it was asked what happened');
    table.string('source_id').notNullable();
    table.text('target_key').notNullable();
    instant(table, 'from_at').notNullable();
    instant(table, 'to_at').notNullable();
    table.primary(['target_key', 'source_id', 'from_at']);
  });
  await knex.schema.createTable('collection_cache', table => {
    table.comment('Answers kept for conditional requests');
    table.string('source_id').notNullable();
    table.string('url_digest', 71).notNullable();
    table.text('etag').notNullable();
    table.text('body').notNullable();
    instant(table, 'used_at').notNullable().index();
    table.primary(['source_id', 'url_digest']);
  });
  await knex.schema.createTable('backfill', table => {
    table.comment('Hand-off 4: what is asked of the past');
    table.string('id', 36).primary();
    table.string('source_id').notNullable();
    table.text('target_key').notNullable();
    table.string('kind').notNullable();
    table.text('uri').notNullable();
    instant(table, 'since').notNullable();
    table.text('cursor');
    table.integer('done').notNullable().defaultTo(0);
    table.integer('total');
    table.string('state').notNullable();
    table.text('problem');
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('flaw').comment('The first document that was not whole');
    instant(table, 'next_at').comment('Null when it is over');
    instant(table, 'requested_at').notNullable();
    instant(table, 'started_at');
    instant(table, 'finished_at');
    table.index(['next_at', 'id']);
    table.index(['source_id', 'requested_at', 'id']);
  });
  await knex.schema.createTable('receiver_beat', table => {
    table.comment('When each replica last said that it receives');
    table.string('replica', 36).primary();
    instant(table, 'at').notNullable().index();
  });
  await knex.schema.createTable('source_gap', table => {
    table.comment('Times in which we may have missed what a source told');
    table.string('id', 36).primary();
    table.string('source_id').notNullable();
    table
      .text('target_key')
      .notNullable()
      .comment('Empty when it is about all targets');
    table.text('uri').comment('Address of the one target');
    table.string('cause').notNullable();
    instant(table, 'from_at').notNullable();
    instant(table, 'to_at').comment('Null while it lasts');
    instant(table, 'made_good_at');
    table.text('detail');
    table.unique(['source_id', 'target_key', 'cause', 'from_at']);
    table.index(['source_id', 'from_at', 'id']);
    table.index(['made_good_at', 'source_id']);
  });
  await knex.schema.createTable('source_subject', table => {
    table.comment('Projection: which sources ever told of which asset keys');
    table.text('subject_key').notNullable();
    table.string('source_id').notNullable();
    table.primary(['subject_key', 'source_id']);
    table.index(['source_id']);
  });
  await knex.schema.createTable('document_tally', table => {
    table.comment('Projection: documents by source, hour received and state');
    table.string('source_id').notNullable();
    instant(table, 'hour').notNullable();
    table.string('state').notNullable();
    table.integer('n').notNullable();
    table.index(['source_id', 'hour', 'state']);
  });
  await knex.schema.alterTable('document', table => {
    table.index(['source_id', 'received_at', 'digest']);
  });
  await knex.schema.alterTable('evidence', table => {
    table.index(['source_id', 'recorded_at']);
  });

  const hour = postgres
    ? "date_trunc('hour', document.received_at, 'UTC')"
    : hourOf('document.received_at');
  await knex.raw(`
    INSERT INTO document_tally (source_id, hour, state, n)
    SELECT source_id, ${hour}, 'received', count(*)
    FROM document GROUP BY 1, 2`);
  await knex.raw(`
    INSERT INTO document_tally (source_id, hour, state, n)
    SELECT document.source_id, ${hour}, document_outcome.state, count(*)
    FROM document_outcome
    JOIN document ON document.digest = document_outcome.document_digest
    GROUP BY 1, 2, 3`);
  await knex.raw(`
    INSERT INTO source_subject (subject_key, source_id)
    SELECT DISTINCT evidence_subject.subject_key, evidence.source_id
    FROM evidence_subject
    JOIN evidence ON evidence.id = evidence_subject.evidence_id
    WHERE evidence_subject.subject_key LIKE 'repository|%'
      OR evidence_subject.subject_key LIKE 'pipeline|%'`);
  for (const statement of postgres ? postgresTallies : sqliteTallies) {
    await knex.raw(statement);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  for (const [trigger, table] of triggers) {
    await knex.raw(
      postgres
        ? `DROP TRIGGER ${trigger} ON ${table}`
        : `DROP TRIGGER ${trigger}`,
    );
  }
  if (postgres) {
    for (const name of [
      'tally_documents',
      'tally_new_outcomes',
      'tally_old_outcomes',
    ]) {
      await knex.raw(`DROP FUNCTION ${name}()`);
    }
  }
  await knex.schema.alterTable('evidence', table => {
    table.dropIndex(['source_id', 'recorded_at']);
  });
  await knex.schema.alterTable('document', table => {
    table.dropIndex(['source_id', 'received_at', 'digest']);
  });
  for (const table of [
    'document_tally',
    'source_subject',
    'source_gap',
    'receiver_beat',
    'backfill',
    'collection_cache',
    'collection_coverage',
    'collection_target',
  ]) {
    await knex.schema.dropTable(table);
  }
};
