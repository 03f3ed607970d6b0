/**
 * Triggers of the tables that this migration builds anew. `key` names how rows
 * refer to documents: by number, or by digest as before.
 */

const sqliteNow = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;

const hourOf = column => `substr(${column}, 1, 13) || ':00:00.000Z'`;

/** Unique keys of the tables whose rows are never changed or removed. */
const appendOnly = {
  number: {
    document: [['digest']],
    delivery: [['source_id', 'delivery_id']],
    evidence: [['id']],
    evidence_subject: [['subject', 'type', 'observed_at', 'evidence_number']],
    evidence_level: [['evidence_number', 'verification']],
    document_outcome_history: [['id']],
    body_dictionary: [['source_id', 'kind', 'month']],
  },
  digest: {
    document: [['digest']],
    delivery: [['source_id', 'delivery_id']],
    evidence: [['id']],
    evidence_subject: [['subject_key', 'evidence_id']],
    evidence_level: [['evidence_id', 'verification']],
    document_outcome_history: [['id']],
  },
};

const refuse = (table, what) => `SELECT RAISE(ABORT, '${table} ${what}');`;

/** A value of any type in the name of a row; blobs have no text. */
const textOf = key => `hex(NEW.${key})`;

/** See the migration of the guards: no row takes the place of another. */
function sqliteInsert(table, allKeys, isForgetful, textOfKey) {
  return [
    `CREATE TRIGGER ${table}_no_replace_row BEFORE INSERT ON ${table}
     WHEN EXISTS (SELECT 1 FROM ${table} WHERE rowid = NEW.rowid)
     BEGIN ${refuse(table, 'has this row already')} END`,
    ...allKeys.flatMap((keys, index) => {
      const isSame = keys.map(key => `${key} = NEW.${key}`).join(' AND ');
      const exists = `EXISTS (SELECT 1 FROM ${table} WHERE ${isSame})`;
      const name = [
        `'${table}.${keys.join('.')}'`,
        ...keys.map(textOfKey),
      ].join(` || char(10) || `);
      return [
        `CREATE TRIGGER ${table}_note_key_${index} BEFORE INSERT ON ${table}
         ${isForgetful ? '' : `WHEN ${exists}`}
         BEGIN
           DELETE FROM key_at_hand WHERE place = ${index};
           INSERT INTO key_at_hand (place, name)
           SELECT ${index}, ${name} WHERE ${exists};
         END`,
        `CREATE TRIGGER ${table}_no_replace_${index} AFTER INSERT ON ${table}
         WHEN EXISTS (SELECT 1 FROM key_at_hand
           WHERE place = ${index} AND name = ${name})
         BEGIN ${refuse(table, 'replaces no row')} END`,
      ];
    }),
  ];
}

function sqliteTriggers(key) {
  const by = `document_${key}`;
  const textOfKey = key === 'number' ? textOf : column => `NEW.${column}`;
  const outcome = (name, event, row, n) => `
    CREATE TRIGGER ${name} AFTER ${event} ON document_outcome
    BEGIN
      INSERT INTO document_tally (source_id, hour, state, n)
      SELECT source_id, ${hourOf('received_at')}, ${row}.state, ${n}
      FROM document WHERE ${key} = ${row}.${by};
    END`;
  const keep = `
    INSERT INTO document_outcome_history
      (${by}, state, rejection, flaws, decided_at, replaced_at)
    VALUES (OLD.${by}, OLD.state, OLD.rejection, OLD.flaws,
      OLD.decided_at, ${sqliteNow});`;
  return [
    ...Object.entries(appendOnly[key]).flatMap(([table, keys]) => [
      ...sqliteInsert(table, keys, false, textOfKey),
      // Named as the migrations that made them first did.
      ...['UPDATE', 'DELETE'].map(
        change => `
        CREATE TRIGGER ${table}_no_${change.toLowerCase()}
        BEFORE ${change} ON ${table}
        BEGIN ${refuse(table, 'is append-only')} END`,
      ),
    ]),
    ...sqliteInsert('document_outcome', [[by]], true, textOfKey),
    `CREATE TRIGGER document_outcome_same_row BEFORE UPDATE ON document_outcome
     WHEN NEW.rowid IS NOT OLD.rowid OR NEW.${by} IS NOT OLD.${by}
     BEGIN ${refuse('document_outcome', 'keeps its keys')} END`,
    `CREATE TRIGGER document_outcome_replaced AFTER UPDATE ON document_outcome
     BEGIN ${keep} END`,
    `CREATE TRIGGER document_outcome_taken_back AFTER DELETE ON document_outcome
     BEGIN ${keep} END`,
    `CREATE TRIGGER document_tallied AFTER INSERT ON document
     BEGIN
       INSERT INTO document_tally (source_id, hour, state, n)
       VALUES (NEW.source_id, ${hourOf('NEW.received_at')}, 'received', 1);
     END`,
    outcome('outcome_added', 'INSERT', 'NEW', 1),
    outcome('outcome_changed_to', 'UPDATE', 'NEW', 1),
    outcome('outcome_changed_from', 'UPDATE', 'OLD', -1),
    outcome('outcome_removed', 'DELETE', 'OLD', -1),
  ];
}

function postgresTriggers(key) {
  const by = `document_${key}`;
  const tally = (rows, n) => `
    BEGIN
      INSERT INTO document_tally (source_id, hour, state, n)
      SELECT document.source_id,
        date_trunc('hour', document.received_at, 'UTC'), ${rows}.state, ${n}
      FROM ${rows} JOIN document ON document.${key} = ${rows}.${by}
      GROUP BY 1, 2, 3;
      RETURN NULL;
    END`;
  const outcomes = [
    ['outcome_added', 'INSERT', 'NEW', 'added', 'tally_new_outcomes'],
    ['outcome_changed_to', 'UPDATE', 'NEW', 'added', 'tally_new_outcomes'],
    ['outcome_changed_from', 'UPDATE', 'OLD', 'removed', 'tally_old_outcomes'],
    ['outcome_removed', 'DELETE', 'OLD', 'removed', 'tally_old_outcomes'],
  ];
  return [
    `CREATE OR REPLACE FUNCTION tally_new_outcomes() RETURNS trigger
     LANGUAGE plpgsql AS $$ ${tally('added', 'count(*)')} $$`,
    `CREATE OR REPLACE FUNCTION tally_old_outcomes() RETURNS trigger
     LANGUAGE plpgsql AS $$ ${tally('removed', '-count(*)')} $$`,
    `CREATE OR REPLACE FUNCTION keep_document_outcome() RETURNS trigger
     LANGUAGE plpgsql AS $$
     BEGIN
       EXECUTE format('INSERT INTO %I.document_outcome_history
         (${by}, state, rejection, flaws, decided_at, replaced_at)
         VALUES ($1, $2, $3, $4, $5, clock_timestamp())', TG_TABLE_SCHEMA)
       USING OLD.${by}, OLD.state, OLD.rejection, OLD.flaws, OLD.decided_at;
       RETURN NULL;
     END $$`,
    `CREATE TRIGGER document_tallied AFTER INSERT ON document
     REFERENCING NEW TABLE AS added
     FOR EACH STATEMENT EXECUTE FUNCTION tally_documents()`,
    ...outcomes.map(
      ([name, event, side, rows, tallies]) => `
      CREATE TRIGGER ${name} AFTER ${event} ON document_outcome
      REFERENCING ${side} TABLE AS ${rows}
      FOR EACH STATEMENT EXECUTE FUNCTION ${tallies}()`,
    ),
    ...Object.keys(appendOnly[key]).flatMap(table =>
      always(
        table,
        `${table}_append_only`,
        'BEFORE UPDATE OR DELETE OR TRUNCATE',
        'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      ),
    ),
    ...always(
      'document_outcome',
      'document_outcome_no_truncate',
      'BEFORE TRUNCATE',
      'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
    ),
    ...always(
      'document_outcome',
      'document_outcome_replaced',
      'AFTER UPDATE OR DELETE',
      'FOR EACH ROW EXECUTE FUNCTION keep_document_outcome()',
    ),
  ];
}

/** A trigger that fires for whoever writes, replicas included. */
function always(table, name, when, what) {
  return [
    `CREATE TRIGGER ${name} ${when} ON ${table} ${what}`,
    `ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${name}`,
  ];
}

/** What makes the triggers of all these tables. */
exports.triggersBy = (key, isPostgres) =>
  isPostgres ? postgresTriggers(key) : sqliteTriggers(key);
