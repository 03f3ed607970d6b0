const { toDigests, toNumbers } = require('../migration-parts/storage/copies');
const {
  hashSubjects,
  inflateBodies,
  nameSubjects,
} = require('../migration-parts/storage/convert');
const {
  instantOn,
  named,
  numbered,
} = require('../migration-parts/storage/tables');
const { triggersBy } = require('../migration-parts/storage/triggers');

/** The evidence at the highest level that any document of it proves. */
const heldEvidence = (key, columns) => `
  CREATE VIEW held_evidence AS
  SELECT ${columns.map(column => `evidence.${column}`).join(', ')},
    COALESCE(signed.verification, proven.verification,
      evidence.verification) AS verification,
    CASE WHEN signed.verification IS NOT NULL THEN signed.proof
      WHEN proven.verification IS NOT NULL THEN proven.proof
      ELSE evidence.proof END AS proof
  FROM evidence
  LEFT JOIN evidence_level AS signed
    ON signed.evidence_${key} = evidence.${key}
    AND signed.verification = 'signed'
  LEFT JOIN evidence_level AS proven
    ON proven.evidence_${key} = evidence.${key}
    AND proven.verification = 'authenticated'`;

const told = [
  'id',
  'type',
  'subjects',
  'predicate',
  'observed_at',
  'recorded_at',
  'source_id',
  'document_digest',
];

/**
 * Rows refer to documents and evidence by numbers instead of digests, subjects
 * of evidence are found by a hash, and bodies may be compressed. All rows are
 * copied: it takes some minutes for each million of deliveries, and room for
 * both while it runs.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client !== 'better-sqlite3';
  await setAside(knex, isPostgres);
  await knex.schema.createTable('body_dictionary', table => {
    table.comment('What bodies of one kind share, for their compression');
    table.increments('number');
    table.string('source_id').notNullable();
    table.string('kind').notNullable().comment('What tells payloads apart');
    table.string('month', 7).notNullable().comment('Of its use: 2026-11');
    table.binary('bytes').notNullable();
    table.unique(['source_id', 'kind', 'month']);
  });
  await build(knex, numbered, toNumbers);
  await hashSubjects(knex, isPostgres);
  await knex.raw(`
    CREATE INDEX document_outcome_flawed
    ON document_outcome (state, decided_at, document_number)
    WHERE state <> 'normalised'`);
  if (isPostgres) {
    // They are compressed already.
    await knex.raw('ALTER TABLE document ALTER body SET STORAGE EXTERNAL');
  }
  await finish(knex, 'number', isPostgres);
  await knex.raw(heldEvidence('number', ['number', ...told]));
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const isPostgres = knex.client.config.client !== 'better-sqlite3';
  await setAside(knex, isPostgres);
  await build(knex, named, toDigests);
  await inflateBodies(knex);
  await nameSubjects(knex);
  await finish(knex, 'digest', isPostgres);
  await knex.schema.dropTable('body_dictionary');
  await knex.raw(heldEvidence('id', told));
};

/** Puts tables aside, with names that leave theirs free. */
async function setAside(knex, isPostgres) {
  await knex.raw('DROP VIEW held_evidence');
  for (const table of Object.keys(numbered)) {
    await knex.schema.renameTable(table, `${table}_before`);
    const indexes = await indexesOf(knex, `${table}_before`, isPostgres);
    for (const [place, index] of indexes.entries()) {
      await knex.raw(
        isPostgres
          ? `ALTER INDEX "${index}" RENAME TO ${table}_before_${place}`
          : `DROP INDEX "${index}"`,
      );
    }
  }
}

async function indexesOf(knex, table, isPostgres) {
  const rows = isPostgres
    ? await knex('pg_indexes')
        .where('tablename', table)
        .whereRaw('schemaname = current_schema()')
        .select('indexname AS name')
    : await knex('sqlite_master')
        .where({ type: 'index', tbl_name: table })
        .whereNotNull('sql')
        .select('name');
  return rows.map(({ name }) => name);
}

async function build(knex, tables, copies) {
  const instant = instantOn(knex);
  for (const [name, define] of Object.entries(tables)) {
    await knex.schema.createTable(name, table => define(table, instant));
    if (copies[name]) {
      await knex.raw(copies[name]);
    }
  }
}

/** Removes the old tables, unless something of them was not copied. */
async function finish(knex, key, isPostgres) {
  for (const table of Object.keys(numbered)) {
    const [{ n: before }] = await knex(`${table}_before`).count({ n: '*' });
    const [{ n: now }] = await knex(table).count({ n: '*' });
    if (Number(before) !== Number(now)) {
      throw new Error(
        `${table} has ${before} rows, but ${now} of them were copied: rows refer to others that are not there. Nothing was changed.`,
      );
    }
  }
  for (const table of Object.keys(numbered).reverse()) {
    await knex.schema.dropTable(`${table}_before`);
  }
  for (const trigger of triggersBy(key, isPostgres)) {
    await knex.raw(trigger);
  }
}
