/**
 * Readings of the logs that CI systems keep of their deliveries.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  /** A moment in time: timestamptz, or ISO 8601 text on SQLite. */
  const instant = (table, name) =>
    postgres
      ? table.specificType(name, 'timestamptz(3)')
      : table.string(name, 24);

  await knex.schema.createTable('delivery_log_read', table => {
    table.comment('Queue: delivery logs to read for missed deliveries');
    table.string('id', 36).primary();
    table.string('source_id').notNullable();
    instant(table, 'since').notNullable().comment('Begin of the gap');
    table.string('state').notNullable();
    table.integer('fetched').notNullable().defaultTo(0);
    table.text('problem');
    table.integer('attempts').notNullable().defaultTo(0);
    instant(table, 'next_at').comment('Null when it is over');
    instant(table, 'requested_at').notNullable();
    instant(table, 'started_at');
    instant(table, 'finished_at');
    table.index(['next_at', 'id']);
    table.index(['source_id', 'requested_at', 'id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('delivery_log_read');
};
