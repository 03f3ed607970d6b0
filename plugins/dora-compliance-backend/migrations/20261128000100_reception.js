/**
 * Until when each source could reach us.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  await knex.schema.createTable('source_reception', table => {
    table.comment('When a replica last received from each source');
    table.string('source_id').primary();
    if (postgres) {
      table.specificType('at', 'timestamptz(3)').notNullable();
    } else {
      table.string('at', 24).notNullable();
    }
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('source_reception');
};
