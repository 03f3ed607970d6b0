/**
 * How the senders of documents were proven. Rows of before have none; they are
 * read as they were then.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const table of ['document', 'delivery', 'evidence', 'evidence_level']) {
    // Not by the schema builder, which copies whole tables on SQLite.
    await knex.raw(`ALTER TABLE ${table} ADD COLUMN proof varchar(20)`);
  }
  await replaceView(knex, {
    proof: `,
      CASE WHEN signed.verification IS NOT NULL THEN signed.proof
        WHEN proven.verification IS NOT NULL THEN proven.proof
        ELSE evidence.proof END AS proof`,
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await replaceView(knex, { proof: '' });
  for (const table of ['evidence_level', 'evidence', 'delivery', 'document']) {
    await knex.raw(`ALTER TABLE ${table} DROP COLUMN proof`);
  }
};

/** Evidence at the highest level that any document of it proves. */
async function replaceView(knex, { proof }) {
  await knex.raw('DROP VIEW held_evidence');
  await knex.raw(`
    CREATE VIEW held_evidence AS
    SELECT evidence.id, evidence.type, evidence.subjects, evidence.predicate,
      evidence.observed_at, evidence.recorded_at, evidence.source_id,
      evidence.document_digest,
      COALESCE(signed.verification, proven.verification,
        evidence.verification) AS verification${proof}
    FROM evidence
    LEFT JOIN evidence_level AS signed
      ON signed.evidence_id = evidence.id
      AND signed.verification = 'signed'
    LEFT JOIN evidence_level AS proven
      ON proven.evidence_id = evidence.id
      AND proven.verification = 'authenticated'`);
}
