/** Whether a row of the list is what became of the document. */
const isTrue = (row, schema = '') => `EXISTS (
  SELECT 1 FROM ${schema}document_outcome AS outcome
  JOIN ${schema}document AS document
    ON document.number = outcome.document_number
  WHERE outcome.document_number = ${row('document_number')}
    AND outcome.state = ${row('state')}
    AND document.source_id = ${row('source_id')}
    AND document.received_at = ${row('received_at')})`;

const COLUMNS = ['document_number', 'state', 'source_id', 'received_at'];

const onlyFollows = 'flawed_document only follows document_outcome';

const sqliteList = `
  INSERT INTO flawed_document (document_number, state, source_id, received_at)
  SELECT number, NEW.state, source_id, received_at FROM document
  WHERE number = NEW.document_number AND NEW.state <> 'normalised';`;

const sqliteUnlist = `
  DELETE FROM flawed_document WHERE document_number = OLD.document_number;`;

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
        WHERE document_number = $1', TG_TABLE_SCHEMA)
      USING OLD.document_number;
    END IF;
    IF TG_OP <> 'DELETE' THEN
      EXECUTE format('INSERT INTO %I.flawed_document
        (document_number, state, source_id, received_at)
        SELECT number, $2, source_id, received_at FROM %I.document
        WHERE number = $1 AND $2 <> ''normalised''',
        TG_TABLE_SCHEMA, TG_TABLE_SCHEMA)
      USING NEW.document_number, NEW.state;
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
 * What pages need of a history that grows: the documents that could not be read
 * whole in the order of their list, what an assessment found without its rows,
 * and indexes of what is under way.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  const instant = (table, name) =>
    postgres
      ? table.specificType(name, 'timestamptz(3)')
      : table.string(name, 24);

  await knex.schema.createTable('flawed_document', table => {
    table.comment('Projection: rejected and partial documents, by triggers');
    table.bigInteger('document_number').primary();
    table.string('state').notNullable();
    table.string('source_id').notNullable();
    instant(table, 'received_at').notNullable();
    table.index(
      ['state', 'received_at', 'document_number'],
      'flawed_document_of_all',
    );
    table.index(
      ['state', 'source_id', 'received_at', 'document_number'],
      'flawed_document_of_source',
    );
  });
  // Not by the schema builder, which copies whole tables on SQLite.
  await knex.raw('ALTER TABLE assessment ADD COLUMN summary text');
  await knex.raw(`
    INSERT INTO flawed_document
      (document_number, state, source_id, received_at)
    SELECT document.number, document_outcome.state, document.source_id,
      document.received_at
    FROM document_outcome
    JOIN document ON document.number = document_outcome.document_number
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
  if (postgres) {
    for (const name of Object.keys(postgresFunctions)) {
      await knex.raw(`DROP FUNCTION ${name}()`);
    }
  }
};
