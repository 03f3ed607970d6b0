/**
 * What was turned away at the door, by source, hour and reason.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  await knex.schema.createTable('refusal_tally', table => {
    table.comment('Deliveries that were refused; nothing of them was kept');
    table.string('source_id').notNullable();
    if (postgres) {
      table.specificType('hour', 'timestamptz(3)').notNullable();
    } else {
      table.string('hour', 24).notNullable();
    }
    table.string('code').notNullable().comment('Of the registry of errors');
    table.integer('n').notNullable();
    table.primary(['source_id', 'hour', 'code']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('refusal_tally');
};
