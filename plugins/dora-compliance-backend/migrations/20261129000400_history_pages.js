/** Kinds of subjects that assets are found by. */
const KINDS = ['entity', 'repository', 'pipeline'];

/** Whether a row of the list is what became of the document. */
const isTrue = (row, schema = '') => `EXISTS (
  SELECT 1 FROM ${schema}document_outcome AS outcome
  JOIN ${schema}document AS document
    ON document.digest = outcome.document_digest
  WHERE outcome.document_digest = ${row('document_digest')}
    AND outcome.state = ${row('state')}
    AND document.source_id = ${row('source_id')}
    AND document.received_at = ${row('received_at')})`;

const COLUMNS = ['document_digest', 'state', 'source_id', 'received_at'];

const onlyFollows = 'flawed_document only follows document_outcome';

const sqliteList = `
  INSERT INTO flawed_document (document_digest, state, source_id, received_at)
  SELECT digest, NEW.state, source_id, received_at FROM document
  WHERE digest = NEW.document_digest AND NEW.state <> 'normalised';`;

const sqliteUnlist = `
  DELETE FROM flawed_document WHERE document_digest = OLD.document_digest;`;

const sqliteTriggers = [
  `CREATE TRIGGER outcome_listed AFTER INSERT ON document_outcome
   WHEN NEW.state <> 'normalised' BEGIN ${sqliteList} END`,
  `CREATE TRIGGER outcome_listed_anew AFTER UPDATE ON document_outcome
   WHEN NEW.state <> OLD.state BEGIN ${sqliteUnlist} ${sqliteList} END`,
  `CREATE TRIGGER outcome_unlisted AFTER DELETE ON document_outcome
   WHEN OLD.state <> 'normalised' BEGIN ${sqliteUnlist} END`,
  `CREATE TRIGGER flawed_document_true BEFORE INSERT ON flawed_document
   WHEN NOT ${isTrue(column => `NEW.${column}`)}
   BEGIN SELECT RAISE(ABORT, '${onlyFollows}'); END`,
  `CREATE TRIGGER flawed_document_no_update BEFORE UPDATE ON flawed_document
   BEGIN SELECT RAISE(ABORT, '${onlyFollows}'); END`,
  `CREATE TRIGGER flawed_document_no_delete BEFORE DELETE ON flawed_document
   WHEN ${isTrue(column => `OLD.${column}`)}
   BEGIN SELECT RAISE(ABORT, '${onlyFollows}'); END`,
];

/** In the schema of the table, as temporary tables come before it by name. */
const postgresFunctions = {
  list_flawed_document: `
    IF TG_OP <> 'INSERT' THEN
      EXECUTE format('DELETE FROM %I.flawed_document
        WHERE document_digest = $1', TG_TABLE_SCHEMA)
      USING OLD.document_digest;
    END IF;
    IF TG_OP <> 'DELETE' THEN
      EXECUTE format('INSERT INTO %I.flawed_document
        (document_digest, state, source_id, received_at)
        SELECT digest, $2, source_id, received_at FROM %I.document
        WHERE digest = $1 AND $2 <> ''normalised''',
        TG_TABLE_SCHEMA, TG_TABLE_SCHEMA)
      USING NEW.document_digest, NEW.state;
    END IF;
    RETURN NULL;`,
  guard_flawed_document: `
    IF TG_OP = 'DELETE' THEN row := OLD; ELSE row := NEW; END IF;
    EXECUTE format('SELECT ${isTrue(
      column => `$${COLUMNS.indexOf(column) + 1}`,
      '%1$I.',
    )}', TG_TABLE_SCHEMA)
    INTO is_true USING ${COLUMNS.map(column => `row.${column}`).join()};
    IF TG_OP = 'UPDATE' OR is_true <> (TG_OP = 'INSERT') THEN
      RAISE EXCEPTION '${onlyFollows}';
    END IF;
    RETURN row;`,
};

/** Triggers of PostgreSQL: table, name, when and what. */
const postgresTriggers = [
  [
    'document_outcome',
    'outcome_listed',
    'AFTER INSERT',
    `FOR EACH ROW WHEN (NEW.state <> 'normalised')
     EXECUTE FUNCTION list_flawed_document()`,
  ],
  [
    'document_outcome',
    'outcome_listed_anew',
    'AFTER UPDATE',
    `FOR EACH ROW WHEN (NEW.state <> OLD.state)
     EXECUTE FUNCTION list_flawed_document()`,
  ],
  [
    'document_outcome',
    'outcome_unlisted',
    'AFTER DELETE',
    `FOR EACH ROW WHEN (OLD.state <> 'normalised')
     EXECUTE FUNCTION list_flawed_document()`,
  ],
  [
    'flawed_document',
    'flawed_document_true',
    'BEFORE INSERT OR UPDATE OR DELETE',
    'FOR EACH ROW EXECUTE FUNCTION guard_flawed_document()',
  ],
  [
    'flawed_document',
    'flawed_document_no_truncate',
    'BEFORE TRUNCATE',
    'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
  ],
];

/** Indexes of the few rows of a table that a page looks for. */
const partialIndexes = {
  backfill_open: `backfill (source_id, requested_at)
    WHERE next_at IS NOT NULL`,
  delivery_log_read_open: `delivery_log_read (source_id, requested_at)
    WHERE next_at IS NOT NULL`,
  delivery_log_read_failed: `delivery_log_read (source_id, requested_at)
    WHERE next_at IS NULL AND problem IS NOT NULL`,
};

/**
 * What pages need of a history that grows: when evidence on a subject was last
 * recorded, the documents that could not be read whole in the order of their
 * list, what an assessment found without its rows, and indexes of what is
 * under way.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  const instant = (table, name) =>
    postgres
      ? table.specificType(name, 'timestamptz(3)')
      : table.string(name, 24);

  await knex.schema.createTable('subject_activity', table => {
    table.comment('Projection: when evidence on a subject was last recorded');
    table.text('subject_key').primary();
    instant(table, 'last_recorded_at').notNullable();
  });
  await knex.schema.createTable('flawed_document', table => {
    table.comment('Projection: rejected and partial documents, by triggers');
    table.string('document_digest', 71).primary();
    table.string('state').notNullable();
    table.string('source_id').notNullable();
    instant(table, 'received_at').notNullable();
    table.index(
      ['state', 'received_at', 'document_digest'],
      'flawed_document_of_all',
    );
    table.index(
      ['state', 'source_id', 'received_at', 'document_digest'],
      'flawed_document_of_source',
    );
  });
  // Not by the schema builder, which copies whole tables on SQLite.
  await knex.raw('ALTER TABLE assessment ADD COLUMN summary text');
  await knex.raw(`
    INSERT INTO subject_activity (subject_key, last_recorded_at)
    SELECT evidence_subject.subject_key, max(evidence.recorded_at)
    FROM evidence_subject
    JOIN evidence ON evidence.id = evidence_subject.evidence_id
    WHERE ${KINDS.map(
      kind => `evidence_subject.subject_key LIKE '${kind}|%'`,
    ).join(' OR ')}
    GROUP BY evidence_subject.subject_key`);
  await knex.raw(`
    INSERT INTO flawed_document
      (document_digest, state, source_id, received_at)
    SELECT document.digest, document_outcome.state, document.source_id,
      document.received_at
    FROM document_outcome
    JOIN document ON document.digest = document_outcome.document_digest
    WHERE document_outcome.state IN ('rejected', 'partial')`);
  for (const [name, columns] of Object.entries(partialIndexes)) {
    await knex.raw(`CREATE INDEX ${name} ON ${columns}`);
  }
  if (!postgres) {
    for (const trigger of sqliteTriggers) {
      await knex.raw(trigger);
    }
    return;
  }
  for (const [name, body] of Object.entries(postgresFunctions)) {
    await knex.raw(
      `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
       DECLARE row record; is_true boolean;
       BEGIN ${body} END $$`,
    );
  }
  for (const [table, name, when, what] of postgresTriggers) {
    await knex.raw(`CREATE TRIGGER ${name} ${when} ON ${table} ${what}`);
    await knex.raw(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${name}`);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  for (const name of Object.keys(partialIndexes)) {
    await knex.raw(`DROP INDEX ${name}`);
  }
  for (const name of [
    'outcome_listed',
    'outcome_listed_anew',
    'outcome_unlisted',
  ]) {
    await knex.raw(
      `DROP TRIGGER ${name}${postgres ? ' ON document_outcome' : ''}`,
    );
  }
  await knex.raw('ALTER TABLE assessment DROP COLUMN summary');
  await knex.schema.dropTable('flawed_document');
  await knex.schema.dropTable('subject_activity');
  if (postgres) {
    for (const name of Object.keys(postgresFunctions)) {
      await knex.raw(`DROP FUNCTION ${name}()`);
    }
  }
};
