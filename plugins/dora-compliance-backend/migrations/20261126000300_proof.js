/**
 * What later deliveries of the same bytes prove of their sender.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('delivery', table => {
    table
      .string('verification')
      .comment('When it proves more than the first delivery of the bytes');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('delivery', table => {
    table.dropColumn('verification');
  });
};
