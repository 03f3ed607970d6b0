const { isPostgres } = require('./isPostgres');
const assessments = require('./tables/assessments');
const documents = require('./tables/documents');
const evidence = require('./tables/evidence');
const inventory = require('./tables/inventory');
const notifications = require('./tables/notifications');
const scores = require('./tables/scores');
const service = require('./tables/service');
const sources = require('./tables/sources');

const topics = [
  documents,
  evidence,
  inventory,
  assessments,
  scores,
  notifications,
  sources,
  service,
];

/** Creates the tables, the indexes of some of their rows, and the view. */
exports.createTables = async function createTables(knex) {
  /** A point in time: timestamptz, or ISO 8601 text on SQLite. */
  const instant = (table, name) =>
    isPostgres(knex)
      ? table.specificType(name, 'timestamptz(3)')
      : table.string(name, 24);

  for (const { tables, sqliteTables = {}, partialIndexes = {} } of topics) {
    const all = isPostgres(knex) ? tables : { ...tables, ...sqliteTables };
    for (const [name, define] of Object.entries(all)) {
      await knex.schema.createTable(name, table => define(table, instant));
    }
    for (const [name, columns] of Object.entries(partialIndexes)) {
      await knex.raw(`CREATE INDEX ${name} ON ${columns}`);
    }
  }
  await knex.raw(evidence.heldEvidence);
  if (isPostgres(knex)) {
    // Bodies are compressed already.
    await knex.raw('ALTER TABLE document ALTER body SET STORAGE EXTERNAL');
    // Room for a new version of each row next to it, so that a claim or a
    // confirmed status writes no index.
    await knex.raw('ALTER TABLE assessment_queue SET (fillfactor = 50)');
    await knex.raw('ALTER TABLE control_status SET (fillfactor = 50)');
  }
};

/** Drops the tables and the view. */
exports.dropTables = async function dropTables(knex) {
  await knex.raw('DROP VIEW held_evidence');
  for (const { tables, sqliteTables = {} } of topics) {
    for (const name of Object.keys({ ...tables, ...sqliteTables })) {
      await knex.schema.dropTableIfExists(name);
    }
  }
};
