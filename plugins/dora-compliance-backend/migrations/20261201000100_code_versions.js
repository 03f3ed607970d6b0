const { isPostgres } = require('../migration-parts/isPostgres');

/**
 * What decides each installed control. It is unknown of those that an earlier
 * version installed, so that the next start has them assessed again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('control', table => {
    table
      .string('code_digest', 71)
      .comment('Of the control and the versions of the code that decides it');
    table.text('versions').comment('JSON: the versions of that code');
    const seenAt = isPostgres(knex)
      ? table.specificType('seen_at', 'timestamptz(3)')
      : table.string('seen_at', 24);
    seenAt.comment('When a replica with this code last ran');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('control', table => {
    table.dropColumns('code_digest', 'versions', 'seen_at');
  });
};
