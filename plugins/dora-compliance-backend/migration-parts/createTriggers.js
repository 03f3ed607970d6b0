const { isPostgres } = require('./isPostgres');
const postgresFlawed = require('./triggers/postgresFlawedDocuments');
const postgresGuards = require('./triggers/postgresGuards');
const postgresHistories = require('./triggers/postgresHistories');
const postgresTallies = require('./triggers/postgresTallies');
const sqliteFlawed = require('./triggers/sqliteFlawedDocuments');
const sqliteGuards = require('./triggers/sqliteGuards');
const sqliteHistories = require('./triggers/sqliteHistories');
const sqliteTallies = require('./triggers/sqliteTallies');

const onPostgres = [
  postgresGuards,
  postgresHistories,
  postgresTallies,
  postgresFlawed,
];

const onSqlite = [sqliteGuards, sqliteHistories, sqliteTallies, sqliteFlawed];

/** Creates the triggers, and on PostgreSQL their functions. */
exports.createTriggers = async function createTriggers(knex) {
  if (!isPostgres(knex)) {
    for (const trigger of onSqlite.flatMap(({ triggers }) => triggers)) {
      await knex.raw(trigger);
    }
    return;
  }
  for (const { functions, triggers } of onPostgres) {
    for (const [name, body] of Object.entries(functions)) {
      await knex.raw(
        `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
         ${body} $$`,
      );
    }
    for (const { table, name, fires, isAlways } of triggers) {
      const [when, what] = fires;
      await knex.raw(`CREATE TRIGGER ${name} ${when} ON ${table} ${what}`);
      if (isAlways) {
        // Others do not fire while session_replication_role is replica.
        await knex.raw(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${name}`);
      }
    }
  }
};

/** Drops the functions; triggers went with their tables. */
exports.dropFunctions = async function dropFunctions(knex) {
  if (isPostgres(knex)) {
    for (const { functions } of onPostgres) {
      for (const name of Object.keys(functions)) {
        await knex.raw(`DROP FUNCTION ${name}()`);
      }
    }
  }
};
