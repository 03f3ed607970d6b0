/**
 * Which accounts belong to which user of the catalog. Can be made anew from
 * the catalog.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('account_user', table => {
    table.comment('Projection: accounts in other systems, by user');
    table.text('key').notNullable().comment('system and login or id; address');
    table.text('user_ref').notNullable();
    table.string('how').notNullable().comment('explicit, email or bot');
    table.primary(['key', 'user_ref', 'how']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('account_user');
};
