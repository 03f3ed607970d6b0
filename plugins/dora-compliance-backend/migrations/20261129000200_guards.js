/** Tables whose rows are never changed or removed, and their unique keys. */
const appendOnly = {
  document: [['digest']],
  delivery: [['source_id', 'delivery_id']],
  evidence: [['id']],
  evidence_subject: [['subject_key', 'evidence_id']],
  evidence_level: [['evidence_id', 'verification']],
  assessment: [['id']],
};

/** Tables that keep what was replaced in others. */
const histories = {
  document_outcome_history: [['id']],
  source_gap_history: [['id']],
};

/** Tables whose rows change, but never unseen. */
const changing = {
  document_outcome: [['document_digest']],
  source_gap: [['id'], ['source_id', 'target_key', 'cause', 'from_at']],
};

const sqliteNow = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;

const refuse = (table, what = 'is append-only') =>
  `SELECT RAISE(ABORT, '${table} ${what}');`;

const isSame = keys => keys.map(key => `${key} = NEW.${key}`).join(' AND ');

const nameOf = (table, keys) =>
  [`'${table}.${keys.join('.')}'`, ...keys.map(key => `NEW.${key}`)].join(
    ` || char(10) || `,
  );

/**
 * SQLite fires no trigger for the rows that INSERT OR REPLACE removes. Before
 * an insert it is noted that a row of the same key is there; whoever lets the
 * conflict pass (DO NOTHING, DO UPDATE) inserts no row, so that one which is
 * inserted nevertheless has replaced the other.
 *
 * @param isForgetful - whether rows may be removed, and inserted again
 */
const sqliteInsert = (table, allKeys, isForgetful) => [
  `CREATE TRIGGER ${table}_no_replace_row BEFORE INSERT ON ${table}
   WHEN EXISTS (SELECT 1 FROM ${table} WHERE rowid = NEW.rowid)
   BEGIN ${refuse(table, 'has this row already')} END`,
  ...allKeys.flatMap((keys, index) => {
    const exists = `EXISTS (SELECT 1 FROM ${table} WHERE ${isSame(keys)})`;
    const name = nameOf(table, keys);
    return [
      `CREATE TRIGGER ${table}_note_key_${index} BEFORE INSERT ON ${table}
       ${isForgetful ? '' : `WHEN ${exists}`}
       BEGIN
         DELETE FROM key_at_hand WHERE place = ${index};
         INSERT INTO key_at_hand (place, name)
         SELECT ${index}, ${name} WHERE ${exists};
       END`,
      `CREATE TRIGGER ${table}_no_replace_${index} AFTER INSERT ON ${table}
       WHEN EXISTS (SELECT 1 FROM key_at_hand WHERE place = ${index} AND name = ${name})
       BEGIN ${refuse(table, 'replaces no row')} END`,
    ];
  }),
];

const sqliteChange = table => [
  `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
   BEGIN ${refuse(table)} END`,
  `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
   BEGIN ${refuse(table)} END`,
];

const sqliteKeepGap = `
  INSERT INTO source_gap_history (gap_id, to_at, made_good_at, detail, changed_at)
  VALUES (NEW.id, NEW.to_at, NEW.made_good_at, NEW.detail, ${sqliteNow});`;

const sqliteKeepOutcome = `
  INSERT INTO document_outcome_history
    (document_digest, state, rejection, flaws, decided_at, replaced_at)
  VALUES (OLD.document_digest, OLD.state, OLD.rejection, OLD.flaws,
    OLD.decided_at, ${sqliteNow});`;

/** What a gap may never become; the databases compare with NULL in their own ways. */
const gapFault = differs => `
  ${['id', 'source_id', 'target_key', 'uri', 'cause', 'from_at']
    .map(column => `NEW.${column} ${differs} OLD.${column}`)
    .join(' OR ')}
  OR (OLD.to_at IS NOT NULL AND (NEW.to_at IS NULL OR NEW.to_at < OLD.to_at))
  OR (OLD.made_good_at IS NOT NULL
    AND NEW.made_good_at ${differs} OLD.made_good_at)
  OR (NEW.made_good_at IS NOT NULL AND NEW.to_at IS NULL)`;

const onlyEnds = 'only ends, then is closed';

const sqliteTriggers = [
  ...Object.entries(appendOnly).flatMap(([table, keys]) =>
    sqliteInsert(table, keys, false),
  ),
  ...Object.entries(histories).flatMap(([table, keys]) => [
    ...sqliteInsert(table, keys, false),
    ...sqliteChange(table),
  ]),
  ...Object.entries(changing).flatMap(([table, keys]) => [
    ...sqliteInsert(table, keys, true),
    // UPDATE OR REPLACE removes the row of the new key.
    `CREATE TRIGGER ${table}_same_row BEFORE UPDATE ON ${table}
     WHEN NEW.rowid IS NOT OLD.rowid OR ${keys[0]
       .map(key => `NEW.${key} IS NOT OLD.${key}`)
       .join(' OR ')}
     BEGIN ${refuse(table, 'keeps its keys')} END`,
  ]),
  `CREATE TRIGGER source_gap_only_ends BEFORE UPDATE ON source_gap
   WHEN ${gapFault('IS NOT')}
   BEGIN ${refuse('source_gap', onlyEnds)} END`,
  `CREATE TRIGGER source_gap_no_delete BEFORE DELETE ON source_gap
   BEGIN ${refuse('source_gap', onlyEnds)} END`,
  `CREATE TRIGGER source_gap_added AFTER INSERT ON source_gap
   BEGIN ${sqliteKeepGap} END`,
  `CREATE TRIGGER source_gap_changed AFTER UPDATE ON source_gap
   BEGIN ${sqliteKeepGap} END`,
  `CREATE TRIGGER document_outcome_replaced AFTER UPDATE ON document_outcome
   BEGIN ${sqliteKeepOutcome} END`,
  `CREATE TRIGGER document_outcome_taken_back AFTER DELETE ON document_outcome
   BEGIN ${sqliteKeepOutcome} END`,
];

/** The schema of the table, as temporary tables come before it by name. */
const postgresFunctions = [
  `CREATE FUNCTION guard_source_gap() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'DELETE' THEN
       RAISE EXCEPTION 'source_gap ${onlyEnds}';
     END IF;
     IF ${gapFault('IS DISTINCT FROM')} THEN
       RAISE EXCEPTION 'source_gap ${onlyEnds}';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE FUNCTION keep_source_gap() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     EXECUTE format('INSERT INTO %I.source_gap_history
       (gap_id, to_at, made_good_at, detail, changed_at)
       VALUES ($1, $2, $3, $4, clock_timestamp())', TG_TABLE_SCHEMA)
     USING NEW.id, NEW.to_at, NEW.made_good_at, NEW.detail;
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION keep_document_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     EXECUTE format('INSERT INTO %I.document_outcome_history
       (document_digest, state, rejection, flaws, decided_at, replaced_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp())', TG_TABLE_SCHEMA)
     USING OLD.document_digest, OLD.state, OLD.rejection, OLD.flaws,
       OLD.decided_at;
     RETURN NULL;
   END $$`,
];

/** Triggers of PostgreSQL: table, name, when and what. */
const postgresTriggers = [
  ...Object.keys(histories).map(table => [
    table,
    `${table}_append_only`,
    'BEFORE UPDATE OR DELETE OR TRUNCATE',
    'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
  ]),
  ...Object.keys(changing).map(table => [
    table,
    `${table}_no_truncate`,
    'BEFORE TRUNCATE',
    'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
  ]),
  [
    'source_gap',
    'source_gap_only_ends',
    'BEFORE UPDATE OR DELETE',
    'FOR EACH ROW EXECUTE FUNCTION guard_source_gap()',
  ],
  [
    'source_gap',
    'source_gap_changed',
    'AFTER INSERT OR UPDATE',
    'FOR EACH ROW EXECUTE FUNCTION keep_source_gap()',
  ],
  [
    'document_outcome',
    'document_outcome_replaced',
    'AFTER UPDATE OR DELETE',
    'FOR EACH ROW EXECUTE FUNCTION keep_document_outcome()',
  ],
];

/**
 * Closes the ways around the guards of append-only tables, and keeps what
 * changes legitimately together with what it was before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  const instant = (table, name) =>
    postgres
      ? table.specificType(name, 'timestamptz(3)')
      : table.string(name, 24);

  await knex.schema.createTable('source_gap_history', table => {
    table.comment('Append-only: each state of each gap, written by a trigger');
    table.bigIncrements('id');
    table.string('gap_id', 36).notNullable().index();
    instant(table, 'to_at');
    instant(table, 'made_good_at');
    table.text('detail');
    instant(table, 'changed_at').notNullable();
  });
  await knex.schema.createTable('document_outcome_history', table => {
    table.comment('Append-only: outcomes that were replaced, by a trigger');
    table.bigIncrements('id');
    table.string('document_digest', 71).notNullable().index();
    table.string('state').notNullable();
    table.text('rejection');
    table.text('flaws');
    instant(table, 'decided_at').notNullable();
    instant(table, 'replaced_at').notNullable();
  });
  const now = postgres ? 'clock_timestamp()' : sqliteNow;
  await knex.raw(`
    INSERT INTO source_gap_history
      (gap_id, to_at, made_good_at, detail, changed_at)
    SELECT id, to_at, made_good_at, detail, ${now} FROM source_gap`);
  if (!postgres) {
    await knex.schema.createTable('key_at_hand', table => {
      table.comment('The last key that an insert found taken; one row a place');
      table.integer('place').primary();
      table.text('name').notNullable();
    });
    for (const trigger of sqliteTriggers) {
      await knex.raw(trigger);
    }
    return;
  }
  for (const statement of postgresFunctions) {
    await knex.raw(statement);
  }
  for (const [table, name, when, what] of postgresTriggers) {
    await knex.raw(`CREATE TRIGGER ${name} ${when} ON ${table} ${what}`);
    await knex.raw(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${name}`);
  }
  // Others do not fire while session_replication_role is replica.
  for (const table of Object.keys(appendOnly)) {
    await knex.raw(
      `ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_append_only`,
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  if (postgres) {
    for (const table of Object.keys(appendOnly)) {
      await knex.raw(
        `ALTER TABLE ${table} ENABLE TRIGGER ${table}_append_only`,
      );
    }
    for (const [table, name] of postgresTriggers) {
      await knex.raw(`DROP TRIGGER ${name} ON ${table}`);
    }
    for (const name of [
      'guard_source_gap',
      'keep_source_gap',
      'keep_document_outcome',
    ]) {
      await knex.raw(`DROP FUNCTION ${name}()`);
    }
  } else {
    for (const trigger of sqliteTriggers) {
      const [, name] = /CREATE TRIGGER (\w+)/.exec(trigger);
      await knex.raw(`DROP TRIGGER ${name}`);
    }
    await knex.schema.dropTable('key_at_hand');
  }
  for (const table of Object.keys(histories)) {
    await knex.schema.dropTable(table);
  }
};
