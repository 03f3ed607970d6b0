/**
 * The key that cursors are encrypted and authenticated with. All replicas read
 * the same one; delete the row to make a new key.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cursor_key', table => {
    table.comment('The key that cursors of lists are encrypted with');
    table.integer('id').primary().comment('Always 1');
    table.string('key', 64).notNullable().comment('256 random bits in hex');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cursor_key');
};
