/**
 * What the last round of a target covered, and until when what happened was
 * compared with what came unasked.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client !== 'better-sqlite3';
  await knex.schema.alterTable('collection_target', table => {
    table.boolean('covers').comment('Whether it read all that happened');
    if (postgres) {
      table.specificType('compared_to', 'timestamptz(3)');
    } else {
      table.string('compared_to', 24);
    }
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('collection_target', table => {
    table.dropColumn('covers');
    table.dropColumn('compared_to');
  });
};
