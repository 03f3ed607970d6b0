/** Kinds of subjects that assets are found by. */
const kinds = ['entity|%', 'repository|%', 'pipeline|%'];

/**
 * Since when and until when evidence tells of the subjects of assets. Can be
 * made anew from the evidence.
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

  await knex.schema.createTable('subject_activity', table => {
    table.comment('Projection: first and last evidence on keys of assets');
    table.text('subject_key').primary();
    instant(table, 'first_observed_at').notNullable();
    instant(table, 'last_recorded_at').notNullable();
  });
  await knex.raw(
    `INSERT INTO subject_activity
       (subject_key, first_observed_at, last_recorded_at)
     SELECT evidence_subject.subject_key, min(evidence.observed_at),
       max(evidence.recorded_at)
     FROM evidence_subject
     JOIN evidence ON evidence.id = evidence_subject.evidence_id
     WHERE ${kinds
       .map(() => 'evidence_subject.subject_key LIKE ?')
       .join(' OR ')}
     GROUP BY evidence_subject.subject_key`,
    kinds,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('subject_activity');
};
