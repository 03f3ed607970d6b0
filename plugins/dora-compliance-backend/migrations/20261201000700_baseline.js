const { createTables, dropTables } = require('../migration-parts/createTables');
const {
  createTriggers,
  dropFunctions,
} = require('../migration-parts/createTriggers');

/**
 * All tables of the first release. Later changes are migrations of their own:
 * this file and `migration-parts` do not change after the release.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createTables(knex);
  await createTriggers(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await dropTables(knex);
  await dropFunctions(knex);
};
